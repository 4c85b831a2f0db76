"""Periods compared as stretches of days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.compare.dates import compare_periods, parse_period, same_scope
from checker.results import Relation

LABELS = st.one_of(
    st.integers(1990, 2040).map(str),
    st.builds("{}-Q{}".format, st.integers(1990, 2040), st.integers(1, 4)),
    st.builds("{}-H{}".format, st.integers(1990, 2040), st.integers(1, 2)),
    st.builds("{}-{:02d}".format, st.integers(1990, 2040), st.integers(1, 12)),
    st.dates().map(lambda day: day.isoformat()),
    st.sampled_from(["before_deal", "after_deal"]),
)


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("2027-Q4", "2027-Q4", "agree"),
        ("2027-Q4", "2027", "within_precision"),
        ("2027-Q4", "2027-12", "within_precision"),
        ("2027-Q4", "2028-H2", "contradiction"),
        ("2027-03-31", "2027-03", "within_precision"),
        ("2027-03", "2027-Q3", "contradiction"),
        ("2024/25", "2025-Q1", "within_precision"),
        ("before_deal", "2025", "complementary"),
    ],
)
def test_relations(first: str, second: str, relation: str) -> None:
    assert compare_periods(first, second).relation is Relation(relation)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("2024", None, True),
        ("2024", "2024", True),
        ("2024", "2023", False),
        ("2024", "2024-06", True),
        ("2024", "2024-Q2", False),
        ("2024-Q1", "2024-Q2", False),
        ("before_deal", "after_deal", False),
        ("after_deal", "2024", False),
    ],
)
def test_scopes(first: str | None, second: str | None, same: bool) -> None:
    assert same_scope(first, second) is same


@given(LABELS, LABELS)
def test_comparison_is_symmetric(first: str, second: str) -> None:
    assert compare_periods(first, second) == compare_periods(second, first)
    assert same_scope(first, second) == same_scope(second, first)


@given(LABELS)
def test_a_period_starts_before_it_ends(label: str) -> None:
    period = parse_period(label)
    assert period is None or period[0] <= period[1]
