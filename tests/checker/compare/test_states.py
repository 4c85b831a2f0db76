"""States and manners compared by the tables that kinds declare."""

from __future__ import annotations

from itertools import product

import pytest

from checker.compare.states import compare_manners, compare_states
from checker.results import Relation
from claims.kinds import load_kinds

STATEFUL = [kind for kind in load_kinds().values() if kind.states]


@pytest.mark.parametrize(
    ("kind", "first", "second", "relation"),
    [
        ("partnership", "active", "ended", "contradiction"),
        ("partnership", "active", "ending", "contradiction"),
        ("partnership", "under_review", "ending", "tension"),
        ("partnership", "active", "under_review", "tension"),
        ("partnership", "ending", "ended", "agree"),
        ("departure", "active", "ended", "contradiction"),
        ("departure", "ending", "ended", "agree"),
        ("appointment", "joins", "interim", "agree"),
    ],
)
def test_relations(kind: str, first: str, second: str, relation: str) -> None:
    assert compare_states(load_kinds()[kind], first, second).relation is Relation(relation)


@pytest.mark.parametrize("kind", STATEFUL, ids=lambda kind: kind.name)
def test_every_pair_of_states_is_related_and_symmetric(kind: object) -> None:
    for first, second in product(kind.states, repeat=2):  # type: ignore[attr-defined]
        comparison = compare_states(kind, first, second)  # type: ignore[arg-type]
        assert comparison == compare_states(kind, second, first)  # type: ignore[arg-type]
        assert (comparison.relation is Relation.AGREE) or first != second
        assert comparison.relation is not Relation.COMPLEMENTARY


def test_manners() -> None:
    assert compare_manners("resigned", "dismissed").relation is Relation.CONTRADICTION
    assert compare_manners("resigned", "resigned").relation is Relation.AGREE
    assert compare_manners("resigned", None).relation is Relation.COMPLEMENTARY
