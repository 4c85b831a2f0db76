"""What a claim and its figure say, in English."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from babel.numbers import format_compact_decimal

from claims.claim import Claim, Status
from claims.entities.mention import Entity
from claims.kinds import load_kinds
from claims.quantities.quantity import Quantity

_HEDGE = {
    Status.PLANNED: "planned",
    Status.RUMOURED: "rumoured",
    Status.FORECAST: "forecast",
    Status.DENIED: "denied",
}
_DEAL_TIME = {"before_deal": "before the deal", "after_deal": "after the deal"}


def render_claim(claim: Claim, entities: Mapping[str, Entity]) -> str:
    """One English sentence without its full stop: "Meta holds 49 % of Scale AI (2025; rumoured)"."""
    kind = load_kinds()[claim.kind]
    state = kind.state_reads.get(claim.state, claim.state) if claim.state else ""
    text = kind.reads.format(
        subject=_name(claim.subject, entities) or "somebody",
        object=_name(claim.object, entities) or claim.object_text or ("an event" if kind.sorts else "somebody unnamed"),
        value=render_quantity(claim.value) if claim.value else "an unknown figure",
        state=state,
        as_of=claim.as_of or "an unknown day",
    )
    notes = [note for note in (*_notes(claim, in_text="{as_of}" in kind.reads),) if note]
    return f"{text} ({'; '.join(notes)})" if notes else text


def render_position(claim: Claim) -> str:
    """The contested part alone: "14.8 billion USD", "is ending", "2027-Q4"."""
    kind = load_kinds()[claim.kind]
    if claim.value is not None and "value" in kind.contest:
        text = render_quantity(claim.value)
    elif claim.state is not None:
        text = kind.state_reads[claim.state]
        text = f"{text} ({claim.manner})" if claim.manner else text
    else:
        text = claim.as_of or "no date"
    hedge = _HEDGE.get(claim.status)
    return f"{text} ({hedge})" if hedge else text


def _name(entity_id: str | None, entities: Mapping[str, Entity]) -> str | None:
    if entity_id is None:
        return None
    return entities[entity_id].name if entity_id in entities else entity_id


def _notes(claim: Claim, *, in_text: bool) -> tuple[str | None, ...]:
    when = None if in_text or claim.as_of is None else _DEAL_TIME.get(claim.as_of, claim.as_of)
    return (
        when,
        claim.manner,
        _HEDGE.get(claim.status),
        "superseded" if claim.superseded else None,
        f"according to {claim.attribution}" if claim.attribution else None,
    )


def render_quantity(quantity: Quantity) -> str:
    """A figure in English: "more than 14 billion USD", "about 49 %"."""
    low, high = quantity.low, quantity.high
    if low is not None and high is not None:
        amount = _number(quantity, low) if low == high else f"{_number(quantity, low)} to {_number(quantity, high)}"
        text = f"about {amount}" if quantity.approximate else amount
    elif low is not None:
        text = f"at least {_number(quantity, low)}"
    elif high is not None:
        text = f"{'nearly' if quantity.approximate else 'at most'} {_number(quantity, high)}"
    else:
        text = quantity.raw
    return f"{text} {_unit(quantity)}".strip()


def _number(quantity: Quantity, value: Decimal) -> str:
    if quantity.unit == "year":
        return str(int(value))
    if abs(value) >= 1_000_000:
        return str(format_compact_decimal(value, format_type="long", locale="en", fraction_digits=3))
    rounded = round(value, 2).normalize()
    return f"{rounded:,f}"


def _unit(quantity: Quantity) -> str:
    if quantity.unit == "year":
        return ""
    if quantity.points:
        return "percentage points"
    return "%" if quantity.unit == "percent" else quantity.unit
