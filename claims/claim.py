"""What a claim is: one statement of one fact in one article."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from claims.article import Span
from claims.quantities.quantity import Quantity


class Status(StrEnum):
    """How a claim is put forward (its modality)."""

    ACTUAL = "actual"
    PLANNED = "planned"
    RUMOURED = "rumoured"
    FORECAST = "forecast"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one fact in one article.

    `subject` and `object` are the ids of entities of the run, or None; `object_text` is a readable object that names no
    entity (what is counted, an event, a round). `span` is the quote, `sentence` the sentence around it; both index the
    article's text. `as_of` is YYYY, YYYY-Qn, YYYY-Hn, YYYY-MM, YYYY-MM-DD, before_deal, after_deal or None. `confidence`
    lies in 0..1.
    """

    id: str
    article_id: str
    lang: str
    kind: str
    subject: str | None
    object: str | None
    object_text: str | None
    value: Quantity | None
    state: str | None
    manner: str | None
    as_of: str | None
    status: Status
    negated: bool
    superseded: bool
    attribution: str | None
    quote: str
    span: Span
    sentence: Span
    confidence: float


def claim_id(article_id: str, kind: str, span: Span, value: Quantity | None, state: str | None) -> str:
    """Twelve hex digits that name the same claim in every run over the same text."""
    raw = "" if value is None else f"{value.low}|{value.high}|{value.unit}"
    parts = (article_id, kind, str(span.start), str(span.end), raw, state or "")
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
