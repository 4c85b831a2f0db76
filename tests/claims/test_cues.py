"""Cues of every language, against sentences written for them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.cues import find_cues
from claims.lang import pack_codes

CASES = Path(__file__).parents[1] / "cases" / "cues"


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.toml")):
        for index, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"]):
            found.append(pytest.param(path.stem, case, id=f"{path.stem}-{index}"))
    return found


@pytest.mark.parametrize(("lang", "case"), _cases())
def test_cues(lang: str, case: dict[str, Any]) -> None:
    text = case["text"]
    cues = find_cues(text, lang)
    lists = {(cue.kind, cue.list) for cue in cues}
    if "kind" in case:
        fitting = [cue for cue in cues if cue.kind == case["kind"] and case.get("state") in (None, cue.list)]
        assert fitting, f"no cue of {case['kind']} {case.get('state', '')}: {sorted(lists)}"
        if "cue" in case:
            at = text.index(case["cue"])
            assert any(cue.span.start < at + len(case["cue"]) and at < cue.span.end for cue in fitting)
    if "list" in case:
        assert ("", case["list"]) in lists, f"no {case['list']}: {sorted(lists)}"
    for kind in case.get("none_of", []):
        assert kind not in {cue.kind or cue.list for cue in cues}


def test_a_gap_spans_at_most_seven_words() -> None:
    near = "Der Chef trat am Montag überraschend zurück."
    far = "Der Chef trat eins zwei drei vier fünf sechs sieben acht neun zurück."
    assert any(cue.kind == "departure" for cue in find_cues(near, "de"))
    assert not any(cue.kind == "departure" and "zurück" in cue.span.of(far) for cue in find_cues(far, "de"))


def test_words_in_a_row_do_not_meet_across_punctuation() -> None:
    assert not any(cue.list == "attribution" for cue in find_cues("The firm, according. To whom, nobody knows.", "en"))
    assert any(cue.list == "attribution" for cue in find_cues("The firm, according to Smith, is well.", "en"))


@given(st.text(max_size=200), st.sampled_from(pack_codes()))
def test_spans_index_any_text(text: str, code: str) -> None:
    for cue in find_cues(text, code):
        assert 0 <= cue.span.start < cue.span.end <= len(text)
