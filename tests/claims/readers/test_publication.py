"""Publication dates in metadata."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.readers.publication import parse_publication_date

DAY = date(2025, 9, 17)


@pytest.mark.parametrize(
    "value",
    [
        *(
            "2025-09-17",
            "2025-09-17T08:15:00Z",
            "2025-09-17 23:59:59 -0800",
            "2025/9/17",
            "2025.09.17",
            "20250917",
            "2025年9月17日",
        ),
        *(
            "17.09.2025",
            "17. 9. 2025",
            "17/09/2025",
            "09/17/2025",
            "Wed, 17 Sep 2025 08:15:00 GMT",
            "17 Sep 2025 08:15:00 +0200",
        ),
        *("1758096900", 1758096900, 1758096900000, "1758096900000", " 17.09.2025, 10:42 "),
    ],
)
def test_reads(value: object) -> None:
    assert parse_publication_date(value) == DAY


@pytest.mark.parametrize(
    "value", [None, "", "03/04/2025", "31.02.2025", "2025-13-01", "yesterday", "2025", True, ["2025-09-17"], -1.5]
)
def test_does_not_guess(value: object) -> None:
    assert parse_publication_date(value) is None


def test_a_day_equal_to_its_month_is_not_ambiguous() -> None:
    assert parse_publication_date("05/05/2025") == date(2025, 5, 5)


@given(st.dates())
def test_reads_back_what_iso_writes(day: date) -> None:
    assert parse_publication_date(day.isoformat()) == day


@given(st.one_of(st.text(max_size=40), st.integers(), st.floats()))
def test_never_raises(value: object) -> None:
    found = parse_publication_date(value)
    assert found is None or isinstance(found, date)
