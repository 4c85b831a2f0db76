"""Comparing states and manners by the table that a kind declares."""

from __future__ import annotations

from checker.results import Comparison, Dimension, Relation
from claims.kinds.kind import Kind

_STATE_GAP = {Relation.CONTRADICTION: 1.0, Relation.TENSION: 0.5}


def compare_states(kind: Kind, first: str | None, second: str | None) -> Comparison:
    """How two states stand to each other, by the kind's table; symmetric."""
    if first is None or second is None:
        return Comparison(Relation.COMPLEMENTARY, None, 0.0, "one side gives no state")
    if first == second:
        return Comparison(Relation.AGREE, None, 0.0, f"both say it {kind.state_reads[first]}")
    relation = Relation(kind.relations.get(frozenset((first, second)), Relation.COMPLEMENTARY))
    says = " against ".join(sorted(f'"{kind.state_reads[state]}"' for state in (first, second)))
    dimension = Dimension.STATUS if relation in _STATE_GAP else None
    return Comparison(relation, dimension, _STATE_GAP.get(relation, 0.0), says)


def compare_manners(first: str | None, second: str | None) -> Comparison:
    """How two manners of leaving stand to each other: both given and different is a contradiction."""
    if first is None or second is None:
        return Comparison(Relation.COMPLEMENTARY, None, 0.0, "one side gives no manner")
    if first == second:
        return Comparison(Relation.AGREE, None, 0.0, f"both say {first}")
    says = " against ".join(sorted(f'"{manner}"' for manner in (first, second)))
    return Comparison(Relation.CONTRADICTION, Dimension.MANNER, 0.8, says)
