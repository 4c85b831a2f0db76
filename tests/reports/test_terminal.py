"""What the terminal shows of hostile articles, and how it fits."""

from __future__ import annotations

import io
import json
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.results import Run
from claims.article import Skipped
from reports.console import claim_lines, print_claims, print_comparison, print_finding, print_summary
from reports.report import report_dict
from reports.terminal import in_order, one_line, open_console, print_indented
from tests.reports.runs import RTL, make_run

ESCAPES = "\x1b[31mred\x1b]0;title\x07\x9b2J\r\ngone\u2028next\udcff\u202e"


@pytest.fixture(scope="module")
def hostile() -> Run:
    run = make_run()
    articles = tuple(replace(article, id=article.id, outlet=f"{ESCAPES}{article.id}") for article in run.articles)
    positions = tuple(replace(p, outlets=(ESCAPES,), says=f"{ESCAPES}{p.says}") for p in run.disagreements[0].positions)
    found = replace(run.disagreements[0], positions=positions, why=ESCAPES, rule=ESCAPES)
    claims = tuple(replace(claim, attribution=ESCAPES, quote=ESCAPES) for claim in run.claims)
    return replace(run, articles=articles, claims=claims, disagreements=(found,), skipped=(Skipped(ESCAPES, ESCAPES),))


def _obeyed(shown: str) -> set[str]:
    """The characters of `shown` that a terminal would act upon, but for the line ends we print."""
    return {char for char in shown if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") and char != "\n"} | (
        set(shown) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
    )


@pytest.mark.parametrize("columns", ["0", "12", "80", "300"])
def test_no_article_commands_the_terminal(
    hostile: Run, columns: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    report = report_dict(hostile)
    print_summary(hostile, [Path("report.json")])
    print_claims(hostile)
    print_comparison(hostile, hostile.articles)
    print_finding(report["findings"][0], report)
    shown = capsys.readouterr().out
    assert "".join(shown.split()).count(r"\x1b[31mred") >= 4
    assert _obeyed(shown) == set()


def test_json_lines_are_json_and_plain(hostile: Run) -> None:
    lines = list(claim_lines(hostile))
    assert _obeyed("".join(lines)) <= {"\u202e"}
    assert [json.loads(line)["quote"] for line in lines] == [ESCAPES, ESCAPES]


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert _obeyed(one_line(text)) == set()
    assert "\n" not in one_line(text)


@given(st.text())
def test_order_is_the_only_thing_that_goes(text: str) -> None:
    turning = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    assert in_order(text) == "".join(char for char in text if char not in turning)


def test_lines_in_a_pipe_are_never_broken(capsys: pytest.CaptureFixture[str]) -> None:
    console = open_console()
    print_indented(console, "word " * 100, 4)
    console.print("x" * 500)
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_lines_on_a_terminal_are_indented_throughout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    console = open_console()
    console.soft_wrap, console.file = False, io.StringIO()
    print_indented(console, "word " * 40, 4)
    lines = console.file.getvalue().splitlines()
    assert len(lines) > 2
    assert all(line.startswith("    word") and len(line) <= 60 for line in lines)


def test_arabic_claims_keep_their_words_and_their_columns(capsys: pytest.CaptureFixture[str]) -> None:
    from rich.cells import cell_len

    print_claims(make_run())
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith(("│", "┃", "└", "┏", "┡"))]
    assert {cell_len(line) for line in lines} == {80}
    cells = [line.split("│")[3].strip() for line in lines if line.startswith("│")]
    assert RTL[:-1] in " ".join(cells)
