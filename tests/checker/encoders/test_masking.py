from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.encoders.masking import VALUE, mask_values


def test_values_become_one_token() -> None:
    text = "Umsatz von 3,4 Mrd. Euro, plus 12 Prozent"
    spans = [(text.index("3,4"), text.index(", plus")), (text.index("12"), len(text))]
    assert mask_values(text, spans) == f"Umsatz von {VALUE}, plus {VALUE}"


def test_overlapping_spans_are_one_value() -> None:
    assert mask_values("abcdef", [(3, 5), (1, 4)]) == f"a{VALUE}f"


def test_a_span_outside_the_text_is_an_error() -> None:
    with pytest.raises(ValueError, match="outside"):
        mask_values("abc", [(1, 9)])


@given(st.text(max_size=30), st.data())
def test_what_is_not_masked_stays(text: str, data: st.DataObject) -> None:
    ends = data.draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=4))
    spans = [(min(pair), max(pair)) for pair in ends]
    hidden = {at for start, end in spans for at in range(start, end)}
    kept = "".join(char for at, char in enumerate(text) if at not in hidden)
    assert mask_values(text, spans).replace(VALUE, "") == kept.replace(VALUE, "")
