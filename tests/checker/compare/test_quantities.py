"""Figures compared as intervals."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.compare.quantities import compare_quantities, find_reach
from checker.results import Dimension, Relation
from claims.article import Span
from claims.quantities import find_quantities
from claims.quantities.quantity import Quantity

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "comparisons" / "quantities.toml").read_text())["case"]


def _quantity(text: str) -> Quantity:
    (quantity,) = find_quantities(text, "en")
    return quantity


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['first']} / {case['second']}")
def test_relations(case: dict[str, str]) -> None:
    comparison = compare_quantities(_quantity(case["first"]), _quantity(case["second"]))
    assert comparison.relation is Relation(case["relation"])
    assert (comparison.dimension is Dimension.QUANTITY) == (case["relation"] in ("tension", "contradiction"))


def test_an_ambiguous_dollar_meets_every_dollar_it_may_be() -> None:
    span = Span(0, 1)
    bare = Quantity(Decimal(5), Decimal(5), "USD", False, "$5", span, Decimal(1), ("USD", "CAD"))
    canadian = Quantity(Decimal(5), Decimal(5), "CAD", False, "C$5", span, Decimal(1))
    assert compare_quantities(bare, canadian).relation is Relation.AGREE


numbers = st.decimals(min_value=0, max_value=10**13, places=2)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low = draw(st.none() | numbers)
    high = draw(st.none() | numbers)
    if low is not None and high is not None and low > high:
        low, high = high, low
    unit = draw(st.sampled_from(["USD", "EUR", "percent", "people", "year", ""]))
    step = draw(st.sampled_from([Decimal(0), Decimal("0.1"), Decimal(1), Decimal(1000)]))
    return Quantity(low, high, unit, draw(st.booleans()), "raw", Span(0, 3), step)


@given(quantities(), quantities())
def test_comparison_is_symmetric(first: Quantity, second: Quantity) -> None:
    assert compare_quantities(first, second) == compare_quantities(second, first)


@given(quantities())
def test_a_figure_never_opposes_itself(quantity: Quantity) -> None:
    assert compare_quantities(quantity, quantity).relation in (Relation.AGREE, Relation.COMPLEMENTARY)


@given(quantities())
def test_a_reach_holds_its_own_bounds(quantity: Quantity) -> None:
    reach = find_reach(quantity)
    bounds = [bound for bound in (quantity.low, quantity.high) if bound is not None]
    assert (reach is None) == (not bounds)
    assert reach is None or all(reach.low <= bound <= reach.high for bound in bounds)
