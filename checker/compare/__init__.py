"""Comparing two claims of one cluster: one comparator for each slot type, then modality and time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from checker.compare.dates import compare_periods
from checker.compare.quantities import compare_quantities
from checker.compare.states import compare_manners, compare_states
from checker.results import OPPOSED, Comparison, Dimension, Relation
from claims.claim import Claim, Status
from claims.kinds import load_kinds
from claims.kinds.kind import Kind

__all__ = ["compare_claims"]

_HEDGED = frozenset({Status.RUMOURED, Status.FORECAST, Status.PLANNED})
_HEDGED_STATES = _HEDGED - {Status.PLANNED}
"""A planned ending is announced, not hedged: it stands against "stays" as it is."""


def compare_claims(first: Claim, second: Claim, published: Mapping[str, date | None], update_days: int) -> Comparison:
    """How two claims of one cluster stand to each other; symmetric.

    `published` gives each article's date; a difference between articles at least `update_days` apart is an update.
    """
    kind = load_kinds()[first.kind]
    if first.superseded or second.superseded:
        return Comparison(Relation.SUPERSEDED, None, 0.0, "one side is an older position that its own text replaces")
    plain = _compare_slots(kind, first, second)
    denial = _compare_denial(first, second, plain)
    if denial is not None:
        return denial
    if plain.relation not in OPPOSED:
        return plain
    return _weigh_time(first, second, published, update_days) or _weigh_modality(kind, first, second, plain)


def _compare_slots(kind: Kind, first: Claim, second: Claim) -> Comparison:
    if kind.states:
        states = compare_states(kind, first.state, second.state)
        if states.relation is not Relation.AGREE or "manner" not in kind.contest:
            return states
        manners = compare_manners(first.manner, second.manner)
        return manners if manners.relation in OPPOSED else states
    if first.value is not None and second.value is not None:
        return compare_quantities(first.value, second.value)
    if "as_of" in kind.contest and first.as_of and second.as_of:
        return compare_periods(first.as_of, second.as_of)
    return Comparison(Relation.COMPLEMENTARY, None, 0.0, "nothing to compare")


def _compare_denial(first: Claim, second: Claim, plain: Comparison) -> Comparison | None:
    """One side denies what the other states: opposed exactly where the plain statements agree."""
    denied = [claim for claim in (first, second) if claim.status is Status.DENIED]
    if len(denied) != 1:
        return Comparison(Relation.AGREE, None, 0.0, "both deny it") if denied else None
    if plain.relation in (Relation.AGREE, Relation.WITHIN_PRECISION):
        why = f"denied by {denied[0].attribution}" if denied[0].attribution else "one side denies what the other states"
        return Comparison(Relation.CONTRADICTION, Dimension.STATUS, 1.0, why)
    return Comparison(Relation.COMPLEMENTARY, None, 0.0, "one side only denies another figure or state")


def _weigh_time(first: Claim, second: Claim, published: Mapping[str, date | None], update_days: int) -> Comparison | None:
    """An update is no disagreement: the later article may know more."""
    one, two = published.get(first.article_id), published.get(second.article_id)
    if one is None or two is None or abs((one - two).days) < update_days:
        return None
    older, newer = sorted((one, two))
    return Comparison(Relation.SUPERSEDED, None, 0.0, f"an update: {older.isoformat()}, then {newer.isoformat()}")


def _weigh_modality(kind: Kind, first: Claim, second: Claim, plain: Comparison) -> Comparison:
    """A hedge on one side, or a rumour on either, makes a tension of what would be a contradiction."""
    statuses = {first.status, second.status}
    hedged = statuses & (_HEDGED_STATES if kind.states else _HEDGED)
    if Status.RUMOURED in statuses or (len(statuses) > 1 and hedged):
        hedge = " and ".join(sorted(status.value for status in statuses))
        return replace(plain, relation=Relation.TENSION, why=f"{plain.why}; one side is hedged ({hedge})")
    return plain
