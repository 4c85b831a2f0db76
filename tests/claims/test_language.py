"""Language identification: pack languages, languages without a pack, and texts that do not tell."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.lang import pack_codes
from claims.language import identify_language, primary_subtag

FOLDER = Path(__file__).parents[1] / "cases" / "language"
PACKS = tomllib.loads((FOLDER / "packs.toml").read_text(encoding="utf-8"))
OTHERS = [(case["lang"], case["text"]) for case in tomllib.loads((FOLDER / "other.toml").read_text(encoding="utf-8"))["case"]]


def test_every_pack_has_a_case() -> None:
    assert set(PACKS) == set(pack_codes())


@pytest.mark.parametrize(("lang", "text"), sorted(PACKS.items()))
def test_names_the_language_of_a_pack(lang: str, text: str) -> None:
    assert identify_language(text).lang == lang


@pytest.mark.parametrize(("lang", "text"), OTHERS)
def test_names_a_language_without_a_pack(lang: str, text: str) -> None:
    assert identify_language(text).lang == lang
    assert lang not in pack_codes()


@pytest.mark.parametrize("text", ["", "   \n", "14.3 % 2024 $", "https://example.com/a/b", "Ok", "☃☃☃"])
def test_does_not_guess_where_there_is_nothing_to_go_by(text: str) -> None:
    guess = identify_language(text)
    assert guess.lang is None
    assert guess.reason


def test_figures_and_addresses_do_not_count() -> None:
    text = "Der Käufer zahlt in zwei Raten, wie am Montag bekannt wurde. " + "https://www.example.com/the-buyer-will-pay " * 20
    assert identify_language(text).lang == "de"


TAGS = {"pt-BR": "pt", "de_DE": "de", "EN": "en", "zh-TW": "zh", "no": "nb", "iw": "he", "": None, "deutsch": None, "x": None}


@pytest.mark.parametrize(("tag", "expected"), TAGS.items())
def test_primary_subtag(tag: str, expected: str | None) -> None:
    assert primary_subtag(tag) == expected


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_never_raises_and_is_the_same_twice(text: str) -> None:
    guess = identify_language(text)
    assert 0 <= guess.confidence <= 1.000001
    assert guess == identify_language(text)


def test_a_long_text_of_names_and_figures_still_tells_its_language() -> None:
    assert identify_language("Der Konzern zahlt 14.3 Mio. Euro an Dr. X. " * 70).lang == "de"
