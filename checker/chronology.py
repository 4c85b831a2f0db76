"""When the articles of a run were written, where they do not say so themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from claims.article import Article
from claims.dates import find_publication_date

_ONE_STORY_DAYS = 31
"""Articles whose known dates lie no further apart are taken to be about one story of that time."""


def stated_dates(articles: Sequence[Article]) -> Mapping[str, date | None]:
    """Each article's own date: as published, else as its first lines state it, else None."""
    return {a.id: a.published or find_publication_date(a.text, a.lang) for a in articles}


def reference_dates(articles: Sequence[Article]) -> Mapping[str, date | None]:
    """The date against which "this year" in each article is read.

    An undated article takes the middle date of the run where the dated ones lie close together: the articles of one
    folder tell one story. Updates are never told by such a date.
    """
    stated = stated_dates(articles)
    known = sorted(day for day in stated.values() if day is not None)
    close = bool(known) and (known[-1] - known[0]).days <= _ONE_STORY_DAYS
    middle = known[len(known) // 2] if close else None
    return {name: day or middle for name, day in stated.items()}
