"""Claims and articles for tests, with sensible slots unless told otherwise."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from claims.article import Article, Span
from claims.claim import Claim, Status
from claims.entities.mention import Entity, EntityKind
from claims.quantities.quantity import Quantity

TEXT = "Alpha Corp has revenue of 870 million dollars. Beta Ltd is still a client."


def make_article(name: str = "a.txt", **changes: Any) -> Article:
    settings: dict[str, Any] = {
        "id": name, "path": name, "lang": "en", "text": TEXT, "title": "Alpha", "outlet": f"Outlet {name}", "published": None,
    }  # fmt: skip
    return Article(**(settings | changes))


def make_quantity(low: int | None, high: int | None, unit: str = "USD", *, approximate: bool = False) -> Quantity:
    bounds = [None if bound is None else Decimal(bound) for bound in (low, high)]
    return Quantity(bounds[0], bounds[1], unit, approximate, "870 million dollars", Span(26, 45))


def make_claim(name: str, **changes: Any) -> Claim:
    settings: dict[str, Any] = {
        "id": name, "article_id": "a.txt", "lang": "en", "kind": "revenue", "subject": "organisation/alpha", "object": None,
        "object_text": None, "value": make_quantity(870_000_000, 870_000_000), "state": None, "manner": None, "as_of": None,
        "status": Status.ACTUAL, "negated": False, "superseded": False, "attribution": None, "quote": TEXT[0:45],
        "span": Span(0, 45), "sentence": Span(0, 46), "confidence": 0.9,
    }  # fmt: skip
    return Claim(**(settings | changes))


def make_entity(name: str) -> Entity:
    return Entity(f"organisation/{name.lower()}", name, EntityKind.ORGANISATION, ())


def some_day(day: int) -> date:
    return date(2025, 6, day)
