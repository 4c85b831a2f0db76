"""The first two passes: amounts of time, numbered months, years, quarters and halves become one token each."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from claims.dates.grammar import AMOUNTS, YEARS, parse_letters
from claims.dates.tokens import UNITS, Token

SHORT_YEARS = range(15, 50)
"""Two-digit years that are read as such where a language writes them with its word for year ("24年")."""


def reduce_run(run: list[Token], short_years: bool) -> list[Token]:
    """The run after both passes."""
    run = _apply(AMOUNTS, run)
    if short_years:
        run = [_short_year(token, after) for token, after in zip(run, [*run[1:], None], strict=True)]
    return _apply(YEARS, run)


def _short_year(token: Token, after: Token | None) -> Token:
    if token.kind == "N" and after is not None and after.kind == "y" and token.value in SHORT_YEARS:
        return token._replace(kind="Y", value=2000 + token.value, sure=True)
    return token


def _apply(grammar: re.Pattern[str], run: list[Token]) -> list[Token]:
    letters = "".join(token.kind for token in run)
    found = parse_letters(grammar, letters)
    if not found:
        return run
    out: list[Token] = []
    at = 0
    for rule, start, end in found:
        out += run[at:start]
        out.append(_RULES[rule](run[start:end]))
        at = end
    return out + run[at:]


def _merge(tokens: Sequence[Token], kind: str, value: int, sure: bool = True, unit: str = "") -> Token:
    return Token(kind, value, min(t.start for t in tokens), max(t.end for t in tokens), sure, unit)


def _first(tokens: Sequence[Token], kinds: str) -> Token | None:
    return next((token for token in tokens if token.kind in kinds), None)


def _value(tokens: Sequence[Token], kinds: str, default: int = 0) -> int:
    token = _first(tokens, kinds)
    return default if token is None else token.value


def _amount(kind: str, sign: int) -> Callable[[Sequence[Token]], Token]:
    def build(tokens: Sequence[Token]) -> Token:
        unit = next(UNITS[t.kind] for t in tokens if t.kind in UNITS)
        plural = any(token.kind in UNITS and token.value for token in tokens)
        unknown = _first(tokens, "N") is None and (plural or _first(tokens, "u") is not None)
        direction = sign or _value(tokens, "BCf", -1)
        return _merge(tokens, kind, 0 if unknown else direction * _value(tokens, "N", 1), not unknown, unit)

    return build


def _numbered(kind: str, most: int) -> Callable[[Sequence[Token]], Token]:
    def build(tokens: Sequence[Token]) -> Token:
        value = _value(tokens, "ON")
        return _merge(tokens, kind if 1 <= value <= most else "x", value)

    return build


def _relative(kind: str, anchored: str) -> Callable[[Sequence[Token]], Token]:
    def build(tokens: Sequence[Token]) -> Token:
        word = _first(tokens, "ltnpf")
        value = 0 if word is None else word.value
        if any(token.kind in "yqh" and token.value for token in tokens):
            return _merge(tokens, "x", 0)
        unit = "" if word is None else word.kind
        return _merge(tokens, anchored if unit in ("p", "f") else kind, value, unit=unit)

    return build


def _year(tokens: Sequence[Token]) -> Token:
    year = _first(tokens, "YS")
    assert year is not None
    return _merge(tokens, "Y", year.value, year.sure or _first(tokens, "y") is not None, "short" if year.kind == "S" else "")


def _fiscal(tokens: Sequence[Token]) -> Token:
    year = _first(tokens, "YSN")
    assert year is not None
    return _merge(tokens, "Y", year.value if year.kind != "N" else year.value + 2000)


def _first_months(tokens: Sequence[Token]) -> Token:
    value = _value(tokens, "N")
    return _merge(tokens, "X" if 1 < value <= 12 else "x", value)


def _month_range(tokens: Sequence[Token]) -> Token:
    first, last = tokens[0].value, tokens[2].value
    return _merge(tokens, "U" if 1 <= first <= last <= 12 else "x", first * 100 + last)


_RULES: dict[str, Callable[[Sequence[Token]], Token]] = {
    "skip": lambda tokens: _merge(tokens, "x", 0),
    "ago": _amount("z", -1),
    "within": _amount("z", 1),
    "apart": _amount("v", 0),
    "era": lambda tokens: _merge(tokens, "Y", tokens[0].value + tokens[1].value),
    "fiscal": _fiscal,
    "first_months": _first_months,
    "months": _month_range,
    "month": _numbered("M", 12),
    "year": _year,
    "fiscal_year": lambda tokens: _merge(tokens, "F", _value(tokens, "F")),
    "same_year": lambda tokens: _merge(tokens, "r", 0, unit="s"),
    "relative_year": _relative("R", "r"),
    "quarter": _numbered("Q", 4),
    "half": _numbered("H", 2),
    "half_of": _numbered("I", 2),
    "relative_quarter": _relative("j", "j"),
    "relative_half": _relative("J", "J"),
}
