"""From a cluster to its disagreement, or to none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import permutations

import pytest

from checker.disagreements import World, build_cluster, find_disagreement
from checker.results import Dimension, Disagreement, Relation
from claims.claim import Claim, Status
from tests.factories import make_article, make_claim, make_entity, make_quantity, some_day

BILLION = 1_000_000_000


def _find(claims: Sequence[Claim], published: dict[str, date | None] | None = None) -> Disagreement | None:
    articles = {name: make_article(name) for name in ("a.txt", "b.txt", "c.txt")}
    entities = {entity.id: entity for entity in (make_entity("Alpha"), make_entity("Beta"))}
    world = World(articles, entities, published or {}, update_days=7)
    return find_disagreement(build_cluster(claims, world), claims, world)


def _value(name: str, low: float | None, high: float | None, article: str = "a.txt", **changes: object) -> Claim:
    bounds = [None if bound is None else int(bound * BILLION) for bound in (low, high)]
    return make_claim(name, article_id=article, value=make_quantity(bounds[0], bounds[1]), **changes)


def test_two_figures_contradict() -> None:
    found = _find([_value("x", 14.3, 14.3), _value("y", 14.8, 14.8, "b.txt")])
    assert found is not None
    assert (found.verdict, found.dimension) == (Relation.CONTRADICTION, Dimension.QUANTITY)
    assert {position.claim_ids for position in found.positions} == {("x",), ("y",)}
    assert "14.3 billion" in found.why
    assert found.why.endswith(".")
    assert found.severity == pytest.approx(sum(found.severity_parts.values()), abs=0.001)


def test_a_vague_figure_takes_no_side() -> None:
    found = _find([_value("x", 14.3, 14.3), _value("y", 14.8, 14.8, "b.txt"), _value("z", 14, None, "c.txt")])
    assert found is not None
    assert "z" not in {name for position in found.positions for name in position.claim_ids}


def test_a_vague_figure_joins_the_only_position_it_fits() -> None:
    assert _find([_value("x", 14.3, 14.3), _value("z", 14, None, "c.txt")]) is None


def test_three_positions() -> None:
    found = _find([_value("x", 1, 1), _value("y", 2, 2, "b.txt"), _value("z", 5, 5, "c.txt")])
    assert found is not None
    assert len(found.positions) == 3


def test_parts_and_their_sum_are_no_disagreement() -> None:
    assert _find([_value("x", 34, 34), _value("y", 15, 15, "b.txt"), _value("z", 49, 49, "c.txt")]) is None
    found = _find([_value("x", 34, 34), _value("y", 15, 15, "b.txt"), _value("z", 60, 60, "c.txt")])
    assert found is not None


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (Status.ACTUAL, Status.ACTUAL, Relation.CONTRADICTION),
        (Status.PLANNED, Status.PLANNED, Relation.CONTRADICTION),
        (Status.ACTUAL, Status.PLANNED, Relation.TENSION),
        (Status.ACTUAL, Status.RUMOURED, Relation.TENSION),
        (Status.RUMOURED, Status.RUMOURED, Relation.TENSION),
        (Status.FORECAST, Status.ACTUAL, Relation.TENSION),
    ],
)
def test_a_hedge_makes_a_tension(first: Status, second: Status, verdict: Relation) -> None:
    found = _find([_value("x", 1, 1, status=first), _value("y", 2, 2, "b.txt", status=second)])
    assert found is not None
    assert found.verdict is verdict


def test_a_later_article_is_an_update() -> None:
    claims = [_value("x", 1, 1), _value("y", 2, 2, "b.txt")]
    assert _find(claims, {"a.txt": some_day(1), "b.txt": some_day(20)}) is None
    assert _find(claims, {"a.txt": some_day(1), "b.txt": some_day(3)}) is not None


def test_a_superseded_position_opposes_nobody() -> None:
    assert _find([_value("x", 1, 1, superseded=True), _value("y", 2, 2, "b.txt")]) is None


def test_a_denial_contradicts_the_report_that_it_denies() -> None:
    found = _find([_value("x", 3, 3, status=Status.DENIED, attribution="Alpha"), _value("y", 3, 3, "b.txt")])
    assert found is not None
    assert found.verdict is Relation.CONTRADICTION
    assert "denied by Alpha" in found.why
    assert _find([_value("x", 3, 3, status=Status.DENIED), _value("y", 2, 2, "b.txt")]) is None


def test_manner_is_a_dimension_of_its_own() -> None:
    leaving = {"kind": "departure", "value": None, "state": "ended", "object": "organisation/beta"}
    claims = [make_claim("x", manner="resigned", **leaving), make_claim("y", manner="dismissed", article_id="b.txt", **leaving)]
    found = _find([*claims, make_claim("z", manner=None, article_id="c.txt", **leaving)])
    assert found is not None
    assert found.dimension is Dimension.MANNER
    assert "z" not in {name for position in found.positions for name in position.claim_ids}


def test_an_unsure_claim_raises_no_alarm() -> None:
    assert _find([_value("x", 1, 1), _value("y", 2, 2, "b.txt", confidence=0.1)]) is None


def test_the_id_survives_more_evidence_and_any_order() -> None:
    claims = [_value("x", 1, 1), _value("y", 2, 2, "b.txt"), _value("z", 2, 2, "c.txt")]
    first = _find(claims[:2])
    assert first is not None
    found = [_find(list(order)) for order in permutations(claims)]
    assert {each.id for each in found if each is not None} == {first.id}
    assert all(each == found[0] for each in found)
