"""The lines of metadata at the top of a text: `Key: value`, or YAML front matter between two lines of ---."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from claims.language import primary_subtag
from claims.readers.publication import parse_publication_date

__all__ = ["Header", "split_header"]

_KEYS = {
    "outlet": "outlet",
    "publisher": "outlet",
    "source": "outlet",
    "site": "outlet",
    "published": "published",
    "date": "published",
    "url": "url",
    "link": "url",
    "language": "lang",
    "lang": "lang",
    "title": "title",
    "headline": "title",
}
_ALONE = frozenset({"outlet", "published", "url", "language", "lang", "title"})
"""Keys that make a header of a single line; a headline may well begin with "Source:" or "Date:"."""

_PAIR = re.compile(r"\s*([A-Za-z][A-Za-z_ ]{1,20}):\s*(.*?)\s*")
_FENCE = "---"


@dataclass(frozen=True, slots=True)
class Header:
    """The metadata that a text states about itself; `url`, `lang` and `published` only where they read as such."""

    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    lang: str | None = None


def split_header(text: str) -> tuple[Header, str]:
    """The header of `text`, and the rest of it without leading blank lines."""
    lines = text.lstrip().split("\n")
    if lines[0].strip() == _FENCE:
        return _front_matter(lines)
    pairs: dict[str, str] = {}
    for count, line in enumerate(lines):
        pair = _pair(line)
        if pair is None or pair[0] in pairs:
            return _accepted(pairs, lines, count)
        pairs[pair[0]] = pair[1]
    return _accepted(pairs, lines, len(lines))


def _front_matter(lines: list[str]) -> tuple[Header, str]:
    ends = [number for number, line in enumerate(lines) if number and line.strip() in (_FENCE, "...")]
    if not ends:
        return Header(), "\n".join(lines)
    pairs = dict(pair for line in lines[1 : ends[0]] if (pair := _pair(line)))
    return _header(pairs), "\n".join(lines[ends[0] + 1 :]).lstrip()


def _pair(line: str) -> tuple[str, str] | None:
    match = _PAIR.fullmatch(line)
    if match is None or match[1].strip().lower() not in _KEYS or not match[2]:
        return None
    return match[1].strip().lower(), match[2].strip("\"'")


def _accepted(pairs: dict[str, str], lines: list[str], count: int) -> tuple[Header, str]:
    """The header in the first `count` lines, unless they may as well be the article's own."""
    if len(pairs) < 2 and not pairs.keys() & _ALONE:
        return Header(), "\n".join(lines)
    return _header(pairs), "\n".join(lines[count:]).lstrip()


def _header(pairs: dict[str, str]) -> Header:
    found: dict[str, str] = {}
    for key, value in pairs.items():
        found.setdefault(_KEYS[key], value)
    return Header(
        title=found.get("title"),
        outlet=found.get("outlet"),
        published=parse_publication_date(found.get("published")),
        url=found.get("url"),
        lang=primary_subtag(found.get("lang")),
    )
