"""The date of publication, where the head of a text states it."""

from __future__ import annotations

from datetime import date

from claims.dates.finder import find_dates

_LINES = 8
_DATELINE = 60
"""Characters within which a line that opens a paragraph must have its full date to count as a dateline."""
_SURROUNDINGS = 40
"""Characters that a line may hold beside its date and still be mainly a date."""


def find_publication_date(text: str, lang: str) -> date | None:
    """The one full date stated by a line that is mainly a date, or by a dateline ("BERLIN, 12 March 2025 – ...").

    Only the first lines are looked at; None where they state no day, or two different ones.
    """
    lines = [line for line in text.splitlines() if line.strip()][:_LINES]
    found = {day for at, line in enumerate(lines) if (day := _stated(line, lang, headline=at == 0)) is not None}
    return found.pop() if len(found) == 1 else None


def _stated(line: str, lang: str, headline: bool) -> date | None:
    days = [d for d in find_dates(line[:200], lang, None) if d.start is not None and d.start == d.end and not d.relative]
    if not days:
        return None
    first = days[0]
    beside = len(line.strip()) - sum(len(day.span) for day in days)
    if len({day.start for day in days}) == 1 and beside <= (len(first.span) if headline else _SURROUNDINGS):
        return first.start
    opening, rest = line[: first.span.start], line[first.span.end :].lstrip(" )")
    is_dateline = len(opening) <= _DATELINE and _names_place(opening) and rest[:1] in tuple("-–—.:|/")
    return first.start if is_dateline and not headline else None


def _names_place(opening: str) -> bool:
    """Whether the words before a dateline's date are a name or nothing: each begins with a capital or has no case."""
    words = opening.replace(",", " ").replace("(", " ").split()
    return len(words) <= 4 and all(not word[:1].islower() for word in words)
