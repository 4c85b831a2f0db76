"""Two figures that belong together: ranges, figures that share a scale or a unit, and sums with a smaller coin."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from claims.quantities.hedges import is_change
from claims.quantities.lexicon import Lexicon
from claims.quantities.phrases import PhraseTable, skip_gap_back
from claims.quantities.reading import Reading

_DASHES = frozenset({"-", "–", "—", "~", "--", "...", "…"})
_FAR = 24
_CENT = Decimal("0.01")


def join_ranges(text: str, readings: list[Reading], lex: Lexicon) -> list[Reading]:
    """The readings with neighbours joined into one range, or given the scale and unit that they share."""
    joined: list[Reading] = []
    for reading in readings:
        if joined:
            pair = _join(text, joined[-1], reading, lex)
            if pair is not None:
                joined[-1:] = pair
                continue
        joined.append(reading)
    return joined


def _join(text: str, left: Reading, right: Reading, lex: Lexicon) -> list[Reading] | None:
    far = right.start - left.end > _FAR and right.first - left.last > _FAR
    if far or left.is_range or right.start < left.end:
        return None
    coin = _with_coin(text, left, right, lex)
    return [coin] if coin else _pair(text, left, right, lex)


def _pair(text: str, left: Reading, right: Reading, lex: Lexicon) -> list[Reading] | None:
    between = text[left.end : right.start].strip(" \u00a0")
    inner = text[left.last : right.first].strip(" \u00a0,，、")
    if {left.bound, right.bound} == {"at_least", "at_most"} and (not inner or inner in lex.coordination):
        return _bounded(*_share(left, right))
    moved = _opening(text, left, between, lex.moves_open, lex.moves)
    opened = _opening(text, left, between, lex.between_open, lex.between)
    if moved is not None or (
        opened is not None and left.unit != "year" and between in lex.ranges and is_change(text, opened, lex)
    ):
        return list(_share(left, right))
    if opened is not None:
        return _range(*_share(left, right), opened)
    if between in _DASHES or (between in lex.ranges and not left.bound):
        return _range(*_share(left, right), left.first) if _fit(left, right) else None
    shared = _share(left, right, coordinated=True) if between in lex.coordination else (left, right)
    return list(shared) if shared != (left, right) else None


def _bounded(left: Reading, right: Reading) -> list[Reading] | None:
    """ "more than 30 and less than 40": one range."""
    lower, upper = (left, right) if left.bound == "at_least" else (right, left)
    if lower.low > upper.high or left.unit != right.unit:
        return None
    approximate = left.approximate or right.approximate
    return [
        right._replace(
            start=left.start,
            first=left.first,
            low=lower.low,
            high=upper.high,
            bound=None,
            approximate=approximate,
            is_range=True,
        )
    ]


def _opening(
    text: str, left: Reading, between: str, openers: PhraseTable[str], pairs: Mapping[str, PhraseTable[bool]]
) -> int | None:
    """Where the word stands that opens a pair ("between") which `between` continues ("and")."""
    found = openers.match_before(text, skip_gap_back(text, left.first))
    if not found and left.first != left.start:
        found = openers.match_before(text, skip_gap_back(text, left.start))
    return found[1] if found and between in pairs[found[0]] else None


def _fit(left: Reading, right: Reading) -> bool:
    """Whether two figures may be the ends of one range: of one kind, and not a score or a name with a hyphen."""
    if left.unit == "year" or right.unit == "year":
        return left.unit == right.unit and left.low <= right.low
    return not (left.is_measured and right.is_measured and left.unit != right.unit)


def _share(left: Reading, right: Reading, coordinated: bool = False) -> tuple[Reading, Reading]:
    """The two readings with the scale and unit of the one given to the other where it has none."""
    if right.scale and not left.scale and left.low < 1000 and not left.is_measured | left.prefixed:
        grown = _times(left, right.scale)
        left = grown if grown.low <= right.high * 100 else left
    elif right.scale and not left.scale and left.prefixed and left.low < 1000 and not coordinated:
        left = _times(left, right.scale)
    if right.is_measured and not left.is_measured and left.unit != "year":
        left = left._replace(unit=right.unit, codes=right.codes, minor=right.minor, points=right.points)
    elif not coordinated and left.is_measured and not right.is_measured and right.unit != "year":
        right = right._replace(unit=left.unit, codes=left.codes, minor=left.minor, points=left.points)
    elif right.unit and not left.unit and right.unit != "year":
        left = left._replace(unit=right.unit)
    return left, right


def _times(reading: Reading, power: int) -> Reading:
    factor = Decimal(1).scaleb(power)
    return reading._replace(low=reading.low * factor, high=reading.high * factor, step=reading.step * factor, scale=power)


def _range(left: Reading, right: Reading, first: int) -> list[Reading]:
    low, high = left.low, right.high
    if low > high or left.unit != right.unit:
        return [left, right]
    return [
        right._replace(
            start=left.start,
            first=min(first, left.first),
            low=low,
            high=high,
            step=min(left.step, right.step),
            approximate=left.approximate or right.approximate,
            bound=None,
            is_range=True,
        )
    ]


def _with_coin(text: str, left: Reading, right: Reading, lex: Lexicon) -> Reading | None:
    """ "20 dollars and 43 cents", "zwei Euro fünfzig"."""
    whole = left.codes and not left.minor and left.low == left.low.to_integral_value() and not left.scale
    if not whole or not 0 < right.low < 100 or right.low != right.low.to_integral_value() or right.scale:
        return None
    between = text[left.end : right.start].strip(" \u00a0")
    linked = not between or between in lex.numbers.joiners or between in lex.coordination
    named = right.minor and linked
    ends = text[right.end : right.end + 1] in ("", ".", ",", ";", "!", "?")
    bare = not right.unit and not left.prefixed and right.low >= 10 and right.first == right.start
    silent = bare and linked and ends
    if not (named or silent):
        return None
    value = left.low + right.low * _CENT
    return left._replace(end=right.end, last=right.last, low=value, high=value, step=_CENT)
