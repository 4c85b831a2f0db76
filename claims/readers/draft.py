"""What a reader hands on: an article whose language is not settled yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from claims.article import Skipped


@dataclass(frozen=True, slots=True)
class Source:
    """One file or stream: `id` and `path` as they will stand in reports, `data` its bytes."""

    id: str
    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as a file states it: `lang` is what the file declares, which the text may contradict."""

    id: str
    path: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    lang: str | None = None


Reader = Callable[[Source], Iterator[Draft | Skipped]]
"""Yields the articles of one source, and what of it had to be left out."""


def with_headline(title: str | None, body: str) -> str:
    """`body` with the headline as its first line and a blank line after it; a headline that `body` repeats stands once."""
    body = body.strip()
    if not title:
        return body
    first, _, rest = body.partition("\n")
    if _same(first, title):
        body = rest.strip()
    return f"{title}\n\n{body}".strip()


def _same(one: str, other: str) -> bool:
    return [*filter(str.isalnum, one.casefold())] == [*filter(str.isalnum, other.casefold())]
