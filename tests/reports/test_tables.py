"""The CSV tables: headers that analysts rely on, and cells that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.results import Run
from reports.tables import CLAIM_COLUMNS, CLUSTER_COLUMNS, DISAGREEMENT_COLUMNS, neutralised, tables
from reports.terminal import without_commands
from tests.reports.runs import HOSTILE, make_run


def _rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def _header(data: bytes) -> tuple[str, ...]:
    return tuple(data.decode("utf-8-sig").splitlines()[0].split(","))


@pytest.fixture(scope="module")
def run() -> Run:
    return make_run()


def test_headers(run: Run) -> None:
    written = tables(run)
    assert set(written) == {"claims.csv", "clusters.csv", "disagreements.csv"}
    assert _header(written["claims.csv"]) == CLAIM_COLUMNS
    assert _header(written["clusters.csv"]) == CLUSTER_COLUMNS
    assert _header(written["disagreements.csv"]) == DISAGREEMENT_COLUMNS
    contract = {"id", "article", "lang", "kind", "subject", "object", "state", "as_of", "status", "negated", "attribution"}
    assert contract | {"quote", "start", "end", "sentence", "confidence", "cluster"} <= set(CLAIM_COLUMNS)


def test_tables_keep_their_headers_when_empty(run: Run) -> None:
    empty = tables(replace(run, articles=(), claims=(), clusters=(), disagreements=()))
    assert _header(empty["claims.csv"]) == CLAIM_COLUMNS
    assert _rows(empty["disagreements.csv"]) == []


def test_one_row_a_pair_of_opposed_positions(run: Run) -> None:
    (row,) = _rows(tables(run)["disagreements.csv"])
    assert {row["says_a"], row["says_b"]} == {"14.3 billion USD", "14.8 billion USD"}
    assert row["quote_a"].startswith("'=") or row["quote_b"].startswith("'=")
    assert {row["languages_a"], row["languages_b"]} == {"en", "ar"}


def test_excel_opens_them_as_utf8(run: Run) -> None:
    assert all(data.startswith(b"\xef\xbb\xbf") for data in tables(run).values())


def test_a_formula_in_an_article_is_only_text(run: Run) -> None:
    for name, data in tables(run).items():
        for row in _rows(data):
            for column, cell in row.items():
                numeric = column in ("low", "high", "start", "end", "severity", "confidence")
                assert numeric or not cell.startswith(("=", "+", "-", "@", "\t", "\r")), (name, column, cell)
    assert HOSTILE in tables(run)["claims.csv"].decode("utf-8-sig")


@given(st.text())
def test_neutralised_text_keeps_its_words(text: str) -> None:
    shown = neutralised(text)
    assert shown.removeprefix("'") == without_commands(text).removeprefix("'") or shown == f"'{without_commands(text)}"
    assert not shown.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))))
def test_text_without_control_characters_is_left_alone(text: str) -> None:
    assert without_commands(text) == text


def test_pandas_reads_back_what_was_written(run: Run) -> None:
    for name, data in tables(run).items():
        frame = pd.read_csv(io.BytesIO(data), keep_default_na=False, dtype=str)
        assert frame.to_dict("records") == _rows(data), name
