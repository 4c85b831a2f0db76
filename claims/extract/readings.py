"""Which kind of claim each figure of a sentence states: by a cue of its own, or because it goes on with another figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claims.article import Span
from claims.cues import Cue
from claims.extract import weights
from claims.extract.draft import Draft
from claims.kinds import load_kinds
from claims.kinds.kind import Kind
from claims.passage import Passage
from claims.quantities.quantity import Quantity

OTHER = "other_quantity"
_SCALED = Decimal(100_000)
"""From here on a figure without a unit may be money whose currency the sentence has named before."""
_MANY = Decimal(1_000_000)
"""From here on a figure without a unit counts no employer's people."""
_BETWEEN_TWINS = re.compile(r"\s*[,،、(（\[]\s*(?:\w+[\s,،]+){0,2}[~≈]?\s*")


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity taken as the value of a kind, by a cue; `score` compares readings of one quantity.

    `twin` is the figure that this one only puts in another currency: it has that one's time, modality and sign.
    """

    quantity: Quantity
    kind: Kind
    cue: Cue | None
    score: float
    twin: Span | None = None


def find_readings(passage: Passage, carried: Draft | None) -> list[Reading]:
    """Each figure's reading, in text order: first those that a cue of their own gives, then those that go on with another."""
    quantities = [quantity for quantity in _with_currency(passage) if not _is_noise(passage, quantity)]
    taken = _assign_cues(passage, quantities)
    found: list[Reading] = []
    previous: Reading | None = None
    for quantity in quantities:
        reading = taken.get(quantity.span) or _go_on(passage, quantity, previous, carried) or _other(quantity)
        if reading is not None:
            found.append(reading)
            previous = reading if reading.kind.name != OTHER else previous
    return found


def _assign_cues(passage: Passage, quantities: Sequence[Quantity]) -> Mapping[Span, Reading]:
    """The best reading of each figure that a cue fits; a cue is given to one figure, the second to ask for it pays."""
    kinds = load_kinds().values()
    own = [q for q in quantities if not _is_compared(passage, q, quantities) and _twin_of(passage, q, quantities) is None]
    readings = [reading for quantity in own for kind in kinds for reading in _readings(passage, quantity, kind)]
    taken: dict[Span, Reading] = {}
    used: set[Cue | None] = set()
    while readings:
        best = max(readings, key=lambda reading: (_net(reading, used), -reading.quantity.span.start, reading.kind.name))
        if _net(best, used) <= weights.KIND_THRESHOLD:
            break
        taken[best.quantity.span] = best
        used.add(best.cue)
        readings = [reading for reading in readings if reading.quantity.span not in taken]
    return taken


def _is_compared(passage: Passage, quantity: Quantity, quantities: Sequence[Quantity]) -> bool:
    """Whether a figure is only what the one before is compared with: "29 bn, compared with 14 bn before the deal"."""
    alike = [other for other in quantities if value_type(other) == value_type(quantity)]
    before = [other for other in alike if other.span.end <= quantity.span.start]
    if not before:
        return False
    start = before[-1].span.end
    return any(
        start <= cue.span.start < quantity.span.start and quantity.span.start - cue.span.end <= weights.COMPARISON_GAP
        for cue in passage.signals("comparison")
    )


def _twin_of(passage: Passage, quantity: Quantity, quantities: Sequence[Quantity]) -> Quantity | None:
    """The figure right before that is the same amount in another currency: "160 m euros, or about 685 m dirhams"."""
    before = [other for other in quantities if other.is_money and other.span.end <= quantity.span.start]
    if not quantity.is_money or not before or before[-1].unit == quantity.unit:
        return None
    between = passage.article.text[before[-1].span.end : quantity.span.start]
    close = len(between) <= weights.TWIN_GAP and _BETWEEN_TWINS.fullmatch(between) is not None
    return before[-1] if close else None


def _net(reading: Reading, used: set[Cue | None]) -> float:
    return reading.score - (weights.USED_CUE if reading.cue in used else 0.0)


def _with_currency(passage: Passage) -> Iterator[Quantity]:
    """The sentence's quantities; "140 million" takes the currency of "190 million euros" before it, else the article's."""
    money = [quantity for quantity in passage.quantities if quantity.is_money]
    for quantity in passage.quantities:
        size = abs(quantity.high if quantity.high is not None else quantity.low or Decimal(0))
        if quantity.unit == "" and money and size >= _SCALED:
            near = min(money, key=lambda other: (other.span.gap(quantity.span), other.span.start))
            yield replace(quantity, unit=near.unit, currencies=near.currencies)
        elif quantity.unit == "" and passage.currency is not None and size >= _MANY:
            yield replace(quantity, unit=passage.currency)
        else:
            yield quantity


def value_type(quantity: Quantity) -> str:
    """The slot type that a quantity can fill."""
    if quantity.is_money:
        return "money"
    return quantity.unit if quantity.unit in ("percent", "people", "year") else "quantity"


def _go_on(passage: Passage, quantity: Quantity, previous: Reading | None, carried: Draft | None) -> Reading | None:
    if previous is not None and _continues(passage, quantity, previous):
        twin = _twin_of(passage, quantity, [previous.quantity])
        return Reading(quantity, previous.kind, previous.cue, weights.CONTINUED, twin.span if twin else None)
    if carried is not None and _goes_on(passage, quantity, carried):
        return Reading(quantity, carried.kind, None, weights.CARRIED)
    return None


def _goes_on(passage: Passage, quantity: Quantity, carried: Draft) -> bool:
    """Whether a sentence that names no kind of its own states the last one's figure for another time."""
    if carried.value is None or carried.value.unit != quantity.unit or carried.kind.name == OTHER:
        return False
    own = any(kind.value_types and kind.name != OTHER and passage.kind_cues(kind.name) for kind in load_kinds().values())
    return not own and carried.passage.index == passage.index - 1 and bool(passage.dates or passage.signals("comparison"))


def _continues(passage: Passage, quantity: Quantity, previous: Reading) -> bool:
    """Whether a figure goes on with the kind of the one before: "870 m, after 620 m a year earlier"."""
    if value_type(quantity) not in previous.kind.value_types or quantity.unit == "year":
        return False
    return bool(passage.signals("comparison")) or passage.clauses_between(previous.quantity.span, quantity.span) <= 1


def _readings(passage: Passage, quantity: Quantity, kind: Kind) -> Iterator[Reading]:
    fits = value_type(quantity) in kind.value_types
    people = quantity.unit == "" and "people" in kind.value_types and _may_count_people(quantity)
    years = kind.value_types == ("year",) and quantity.unit == "year"
    if kind.name == OTHER or not (fits or people or years):
        return
    taken = replace(quantity, unit="people") if people else quantity
    for cue in passage.kind_cues(kind.name):
        if years and passage.clauses_between(cue.span, quantity.span):
            continue
        if cue.span != quantity.span:
            yield Reading(taken, kind, cue, _cue_score(passage, quantity, cue) - (weights.BARE_PEOPLE if people else 0.0))


def _may_count_people(quantity: Quantity) -> bool:
    """Whether a bare number may stand for people: whole, and smaller than what needs a scale word."""
    bounds = [bound for bound in (quantity.low, quantity.high) if bound is not None]
    return quantity.step >= 1 and all(bound == bound.to_integral_value() and bound < _MANY for bound in bounds)


def _cue_score(passage: Passage, quantity: Quantity, cue: Cue) -> float:
    inside = weights.CUE_INSIDE if quantity.span.contains(cue.span) else 0.0
    score = weights.CUE_BASE - inside - weights.CUE_DISTANCE * cue.span.gap(quantity.span)
    score -= weights.CUE_CLAUSE * passage.clauses_between(cue.span, quantity.span)
    return score + weights.CUE_WORDS * (cue.words - 1)


def _is_noise(passage: Passage, quantity: Quantity) -> bool:
    """Changes in percent and share-price lines are no claims."""
    clause = passage.clause_of(quantity.span)
    near = [cue for cue in passage.cues if cue.kind == "" and passage.clause_of(cue.span) == clause]
    if any(cue.list == "market" for cue in near) and not passage.kind_cues("valuation"):
        return True
    if quantity.points:
        return True
    change = any(cue.list == "change" for cue in near)
    return quantity.unit == "percent" and change and not _has_stake(passage, clause)


def _has_stake(passage: Passage, clause: int) -> bool:
    return any(passage.clause_of(cue.span) == clause for cue in passage.kind_cues("stake"))


def _other(quantity: Quantity) -> Reading | None:
    counted = value_type(quantity) in ("quantity", "people") and quantity.unit != ""
    return Reading(quantity, load_kinds()[OTHER], None, 0.4) if counted else None
