"""Sentence and paragraph spans: cases in every language, and what holds for any text."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.lang import load_pack, pack_codes
from claims.sentences import find_paragraphs, find_sentences
from tests.steps import grows_linearly

FOLDER = Path(__file__).parents[1] / "cases" / "sentences"


def _cases() -> list[tuple[str, str, list[str]]]:
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            found.append((path.stem, case.get("joined_by", " ").join(case["sentences"]), case["sentences"]))
    return found


@pytest.mark.parametrize(("code", "text", "expected"), _cases())
def test_splits_where_a_reader_would(code: str, text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in find_sentences(text, load_pack(code))] == expected


def test_every_pack_has_cases() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(pack_codes())


@pytest.mark.parametrize("code", pack_codes())
def test_every_pack_declares_quotation_marks(code: str) -> None:
    assert load_pack(code).sentences.quotes


@pytest.mark.parametrize("code", pack_codes())
def test_no_abbreviation_ends_a_sentence_before_a_small_letter(code: str) -> None:
    pack = load_pack(code)
    for abbreviation in (*pack.sentences.abbreviations, *pack.sentences.final):
        text = f"14 {abbreviation} x 5"
        assert len(find_sentences(text, pack)) == 1, abbreviation


MARKS = [*" \n\t.!?…。！？।؟۔;\"'“”„«»「」()-–—", "..."]
PIECES = st.sampled_from([*MARKS, "z. B.", "Mr.", "14.3", "5.", "J.", "U.S.", "г.", "\u00a0", "Aa", "xAI", "قال", "他说"])
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=80).map("".join))


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(pack_codes()))
def test_spans_are_ordered_and_hold_all_that_is_not_white_space(text: str, code: str) -> None:
    spans = find_sentences(text, load_pack(code))
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    covered = "".join(span.of(text) for span in spans)
    assert "".join(covered.split()) == "".join(text.split())


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(pack_codes()))
def test_no_sentence_runs_over_a_line_break(text: str, code: str) -> None:
    paragraphs = find_paragraphs(text)
    assert all("\n" not in span.of(text) for span in paragraphs)
    for span in find_sentences(text, load_pack(code)):
        assert sum(paragraph.contains(span) for paragraph in paragraphs) == 1


@pytest.mark.parametrize("unit", ["a. ", ".", "Mr. ", "?!", '" ', "5. ", "(", "。」", "word "])
def test_work_grows_with_length_only(unit: str) -> None:
    pack = load_pack("de")
    assert grows_linearly(lambda count: find_sentences(unit * count, pack))
