"""What holds for any text: spans index it, nothing raises, time is linear, and what CLDR formats is found again."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.dates import find_dates, find_publication_date
from claims.lang import load_pack, pack_codes
from claims.lang.dates import VOCABULARY
from tests.steps import grows_linearly

PACKS = st.sampled_from(pack_codes())
DAYS = st.dates(date(1951, 1, 1), date(2049, 12, 31))
PUBLISHED = st.none() | st.dates()
PIECES = [
    "2024",
    "31.12.2025",
    "1-3",
    "Q3",
    "'24",
    "FY24",
    "/",
    "-",
    " ",
    "\n",
    "(",
    ",",
    ".",
    "٢٠٢٤",
    "年",
    "30",
    "2",
    "İ",
    "\u200f",
]


def _words(code: str) -> list[str]:
    words = load_pack(code).dates
    return [*words.phrases, *(w.rstrip("*") for forms in words.words.values() for w in forms)] or ["x"]


@given(text=st.text(max_size=200), lang=PACKS, published=PUBLISHED)
@settings(max_examples=300, deadline=None)
def test_any_text_is_survived(text: str, lang: str, published: date | None) -> None:
    _check(text, lang, published)
    find_publication_date(text, lang)


@given(data=st.data(), lang=PACKS, published=PUBLISHED)
@settings(max_examples=600, deadline=None)
def test_any_order_of_date_words_is_survived(data: st.DataObject, lang: str, published: date | None) -> None:
    parts = data.draw(st.lists(st.sampled_from(_words(lang) + PIECES), max_size=12))
    _check(data.draw(st.sampled_from(["", " "])).join(parts), lang, published)


def _check(text: str, lang: str, published: date | None) -> None:
    end = 0
    for found in find_dates(text, lang, published):
        assert found.span.of(text) == found.raw
        assert found.raw
        assert found.span.start >= end
        end = found.span.end
        assert (found.start is None) == (found.end is None)
        if found.start is None or found.end is None:
            assert found.label is None
            assert found.relative
        else:
            assert found.start <= found.end


@pytest.mark.parametrize("width", ["long", "medium"])
@pytest.mark.parametrize("lang", pack_codes())
@given(day=DAYS)
@settings(max_examples=25, deadline=None)
def test_what_cldr_formats_is_found(lang: str, width: str, day: date) -> None:
    text = format_date(day, format=width, locale=lang)
    found = find_dates(text, lang, None)
    assert [(d.start, d.end) for d in found] == [(day, day)], text


@pytest.mark.parametrize(
    "unit",
    [
        "2024 ",
        "1.",
        "last last ",
        "2024-",
        "first quarter of ",
        "a",
        "12 March ",
        "'",
        "30-",
        "of the ",
        "2024, ",
        "1 1 ",
        "a year earlier. ",
    ],
)
def test_work_grows_with_the_text(unit: str) -> None:
    assert grows_linearly(lambda count: find_dates(unit * count, "en", date(2025, 10, 22)))


def test_vocabulary_values_are_distinct() -> None:
    assert len(set(VOCABULARY.values())) == len(VOCABULARY)
