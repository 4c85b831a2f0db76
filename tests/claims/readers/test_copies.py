"""One text at several outlets is one article with copies; a changed sentence makes it another article."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from claims.article import Article
from claims.readers.copies import merge_copies

BODY = (
    "The port operator Northquay is selling 30 per cent of its shares to the Lindgren group. "
    "The buyer will pay 210 million euros, half of it in May and the rest a year later. "
    "All 840 employees keep their jobs, the board promised on Tuesday. "
    "The competition authority has to agree before the sale can be completed. "
    "Northquay runs four terminals on the Baltic coast and handled nine million tonnes last year. "
    "Lindgren, which is based in Gothenburg, already owns ports in Norway and Finland. "
    "The two companies began to talk in autumn, people close to the board had said. "
    "Shareholders will vote on the sale at the general meeting in Kiel. "
    "The chair of the works council called the promise a good sign for the region. "
    "Work goes on meanwhile."
)
TITLE = "Northquay sells a third"


def _article(name: str, text: str, published: date | None = None, lang: str = "en") -> Article:
    return Article(id=name, path=name, lang=lang, text=text, outlet=name.title(), published=published)


def _groups(*articles: Article) -> dict[str, list[str]]:
    return {kept.id: [copy.id for copy in kept.copies] for kept in merge_copies(articles)}


def test_the_same_text_in_other_spacing_and_case_is_a_copy() -> None:
    spaced = BODY.replace(". ", ".\n\n")
    one, two = _article("a", f"{TITLE}\n\n{BODY}"), _article("b", f"{TITLE.upper()}\n{spaced}")
    assert _groups(one, two) == {"a": ["b"]}
    assert merge_copies([one, two])[0].outlets == ("A", "B")


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\nBy Ann Lee\n\n{BODY}",
        f"{TITLE}\n\nKIEL (Northern News) — {BODY}",
        f"{TITLE}\n\n{BODY}\n\nReporting by our staff in Kiel",
        f"{TITLE}\n\n{BODY.rsplit('. ', 1)[0]}.",
    ],
)
def test_a_byline_a_dateline_or_a_cut_sentence_leaves_a_copy(text: str) -> None:
    assert _groups(_article("a", f"{TITLE}\n\nBy Tom Ray\n\n{BODY}"), _article("b", text)) == {"a": ["b"]}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("210 million", "240 million"),
        ("keep their", "lose their"),
        ("840", "480"),
        ("has to agree", "has agreed"),
        ("four", "five"),
    ],
)
def test_a_changed_sentence_is_no_copy(before: str, after: str) -> None:
    assert before in BODY
    assert _groups(_article("a", BODY), _article("b", BODY.replace(before, after))) == {"a": [], "b": []}


def test_a_changed_figure_in_a_short_headline_is_no_copy() -> None:
    assert _groups(_article("a", f"Stake of 30%\n\n{BODY}"), _article("b", f"Stake of 35%\n\n{BODY}")) == {"a": [], "b": []}


def test_the_earliest_is_kept_then_the_smallest_id_in_any_order() -> None:
    articles = [
        _article("c", BODY, date(2025, 3, 4)),
        _article("b", BODY, date(2025, 3, 4)),
        _article("a", BODY),
        _article("d", BODY, date(2025, 3, 5)),
    ]
    assert {tuple(merge_copies(order)) for order in permutations(articles)} == {tuple(merge_copies(articles))}
    assert _groups(*articles) == {"b": ["c", "d", "a"]}


def test_the_same_figures_in_two_languages_are_two_articles() -> None:
    assert _groups(_article("a", "2024 2025"), _article("b", "2024 2025", lang="de")) == {"a": [], "b": []}


def test_thousands_of_articles_that_share_a_line_take_seconds() -> None:
    articles = [
        _article(f"{n:05}", f"Notice {n} of the harbour office\n\nShip {n} left pier {n % 7} with cargo {n * 3}.\n\n{TITLE}")
        for n in range(3000)
    ]
    assert len(merge_copies(articles)) == 3000
