"""A stretch of calendar days that a text names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from claims.article import Span


@dataclass(frozen=True, slots=True)
class DateInterval:
    """The days from `start` to `end`, both included; both None where a relative date could not be resolved.

    `label` is the period as claims write it (YYYY, YYYY-Qn, YYYY-Hn, YYYY-MM, YYYY-MM-DD) or None when unresolved;
    `relative` tells that the text gave no absolute date.
    """

    start: date | None
    end: date | None
    raw: str
    span: Span
    label: str | None
    relative: bool = False
