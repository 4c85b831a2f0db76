"""What find_quantities reads in sentences of every language: one file of cases for each, tests/cases/quantities/<lang>.toml."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from claims.quantities import Quantity, find_quantities

CASES = Path(__file__).parents[2] / "cases" / "quantities"
CORE = ("ar", "de", "en", "pt", "ru", "uk")
NUMBER = r"\d+(?:\.\d+)?(?:e\d+)?"
SPEC = re.compile(rf"(?P<about>~?)(?P<bound>>=|<=)?(?P<low>-?{NUMBER})(?:\.\.(?P<high>{NUMBER}))? (?P<unit>\S+)$")
UNITS = {"%": "percent", "pp": "percent", "-": ""}


def _load(path: Path) -> dict[str, str]:
    cases: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))["cases"]
    return cases


FILES = sorted(CASES.glob("*.toml"))
ROWS = [pytest.param(path.stem, text, want, id=f"{path.stem}: {text}") for path in FILES for text, want in _load(path).items()]

Reading = tuple[str | None, str | None, str, bool, bool]


def _round(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:.9f}".rstrip("0").rstrip(".")


def _expected(spec: str) -> Reading:
    found = SPEC.match(spec)
    assert found, f"not an expectation: {spec!r}"
    low = high = Decimal(found["low"])
    if found["high"]:
        high = Decimal(found["high"])
    unit = UNITS.get(found["unit"], found["unit"].removeprefix("#"))
    lower = None if found["bound"] == "<=" else low
    upper = None if found["bound"] == ">=" else high
    return _round(lower), _round(upper), unit, bool(found["about"]), found["unit"] == "pp"


def _read(quantity: Quantity) -> Reading:
    return _round(quantity.low), _round(quantity.high), quantity.unit, quantity.approximate, quantity.points


@pytest.mark.parametrize(("lang", "text", "want"), ROWS)
def test_case(lang: str, text: str, want: str) -> None:
    found = find_quantities(text, lang)
    assert [_read(quantity) for quantity in found] == [_expected(spec) for spec in want.split("; ") if spec]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_there_are_enough_cases(path: Path) -> None:
    assert len(_load(path)) >= (60 if path.stem in CORE else 25)
