"""Clusters: who is joined with whom, whatever the order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from checker.cluster import cluster_claims
from claims.claim import Claim
from tests.factories import make_claim, make_quantity

VECTOR = np.array([1.0, 0.0], dtype=np.float32)
OTHER = np.array([0.0, 1.0], dtype=np.float32)


def _clusters(claims: Sequence[Claim], apart: Sequence[str] = ()) -> set[frozenset[str]]:
    vectors = {claim.id: OTHER if claim.id in apart else VECTOR for claim in claims}
    return {frozenset(claim.id for claim in group) for group in cluster_claims(claims, vectors, 0.5)}


def _state(name: str, subject: str, object_: str, state: str = "active") -> Claim:
    return make_claim(name, kind="partnership", subject=subject, object=object_, value=None, state=state)


def test_one_fact_is_one_cluster_over_languages() -> None:
    claims = [make_claim("a", lang="en"), make_claim("b", lang="ar", value=make_quantity(900_000_000, 900_000_000))]
    assert _clusters(claims) == {frozenset("ab")}


def test_other_entities_and_kinds_stay_apart() -> None:
    claims = [make_claim("a"), make_claim("b", subject="organisation/beta"), make_claim("c", kind="valuation")]
    assert _clusters(claims) == {frozenset("a"), frozenset("b"), frozenset("c")}


def test_years_split() -> None:
    claims = [make_claim("a", as_of="2023"), make_claim("b", as_of="2024"), make_claim("c", as_of="2024")]
    assert _clusters(claims) == {frozenset("a"), frozenset("bc")}


def test_an_undated_claim_joins_the_year_whose_figure_it_states() -> None:
    same = make_quantity(150, 150)
    claims = [make_claim("a", as_of="2023", value=same), make_claim("b", as_of="2024"), make_claim("c", value=same)]
    assert _clusters(claims) == {frozenset("ac"), frozenset("b")}


def test_a_headline_joins_the_place_that_its_own_text_names() -> None:
    def cut(name: str, article: str, place: str | None, jobs: int) -> Claim:
        value = make_quantity(jobs, jobs, "people")
        return make_claim(name, kind="layoffs", article_id=article, object=place, value=value)

    claims = [cut("a", "one", "place/x", 350), cut("b", "one", None, 350), cut("c", "two", "place/y", 80)]
    assert _clusters(claims) == {frozenset("ab"), frozenset("c")}


def test_a_partnership_has_no_first_and_second() -> None:
    claims = [_state("a", "organisation/x", "organisation/y"), _state("b", "organisation/y", "organisation/x", "ended")]
    assert _clusters(claims) == {frozenset("ab")}


def test_events_join_by_what_their_sentences_are_about() -> None:
    years = {"a": "2027", "b": "2028", "c": "2021"}
    events = [make_claim(n, kind="date", value=None, as_of=year, article_id=n) for n, year in years.items()]
    assert _clusters(events, apart=["c"]) == {frozenset("ab"), frozenset("c")}


def test_events_of_one_sort_are_one_and_of_two_sorts_are_not() -> None:
    sorts = {"a": "opening", "b": "opening", "c": "closure", "d": None}
    events = [make_claim(n, kind="date", value=None, object_text=sort, article_id=n) for n, sort in sorts.items()]
    assert _clusters(events, apart=["b"]) == {frozenset("ab"), frozenset("c"), frozenset("d")}


names = st.sampled_from(["organisation/x", "organisation/y", "organisation/z"])


@st.composite
def claim_lists(draw: st.DrawFn) -> list[Claim]:
    claims = []
    for index in range(draw(st.integers(0, 9))):
        kind = draw(st.sampled_from(["revenue", "stake", "partnership", "date", "other_quantity"]))
        claims.append(
            make_claim(
                f"c{index}",
                kind=kind,
                subject=draw(names),
                object=draw(names | st.none()),
                as_of=draw(st.sampled_from([None, "2023", "2024", "2024-Q1"])),
                state="active" if kind == "partnership" else None,
                value=make_quantity(draw(st.integers(1, 5)), None, draw(st.sampled_from(["USD", "percent"]))),
            )
        )
    return claims


@given(claim_lists(), st.randoms())
def test_order_does_not_matter_and_every_claim_is_in_one_cluster(claims: list[Claim], random: object) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    clusters = _clusters(claims)
    assert _clusters(shuffled) == clusters
    assert sorted(name for cluster in clusters for name in cluster) == sorted(claim.id for claim in claims)
