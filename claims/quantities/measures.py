"""An amount with what surrounds it: unit, hedges, sign."""

from __future__ import annotations

from decimal import Decimal

from claims.quantities.amounts import Amount
from claims.quantities.folding import Folded
from claims.quantities.hedges import read_hedge
from claims.quantities.lexicon import Lexicon
from claims.quantities.phrases import skip_gap, skip_gap_back
from claims.quantities.reading import Reading
from claims.quantities.rejections import is_glued_word, is_label
from claims.quantities.units import Unit, read_unit
from claims.quantities.years import is_day, is_year_word, year_end

_THOUSANDTH = Decimal("0.001")
# Currencies whose prices have no decimals: three digits behind a point are thousands, whatever the language's own mark is.
_UNDIVIDED = frozenset({"IDR", "VND", "KRW", "JPY", "CLP", "PYG", "HUF", "IRR", "COP"})


def measure(folded: Folded, amount: Amount, floor: int, lex: Lexicon) -> Reading | None:
    """What `amount` says in its place; None where it is no quantity. What stands before `floor` belongs to another figure."""
    text = folded.text
    unit = read_unit(folded, amount, floor, lex)
    if unit.is_money and not unit.prefixed and is_year_word(text, amount, lex):
        unit = Unit(amount.start, amount.end, "")
    if unit.name not in ("percent", "people") and not unit.is_money:
        if is_day(text, amount, lex):
            return None
        year = year_end(text, amount, unit.name, lex)
        if year is not None:
            unit = Unit(amount.start, year, "year")
        elif is_glued_word(text, amount, unit, lex) or is_label(folded, amount, unit, lex) or _is_article(text, amount, lex):
            return None
    if amount.percent and not unit.is_money:
        unit = Unit(amount.start, amount.end, "percent")
    reading = _hedged(text, amount, unit, floor, lex)
    inside = unit.prefixed and text[amount.start - 1] == "-"
    return _negative(reading, reading.start) if inside else _signed(text, reading, floor, lex)


def _is_article(text: str, amount: Amount, lex: Lexicon) -> bool:
    """Whether a word for one or zero is just an article, a pronoun or a negation, or one for "year" (Vietnamese năm)."""
    if not amount.digits and text[amount.start : amount.end] in lex.year_before:
        return text[amount.end : amount.end + 2].strip().isdigit()
    if amount.digits or lex.spaceless or amount.low not in (0, 1) or amount.high != amount.low:
        return False
    if _minus_before(text, amount.start, lex) is not None or _is_zero(text, amount, lex):
        return False
    return len(text.strip()) > amount.end - amount.start


def _is_zero(text: str, amount: Amount, lex: Lexicon) -> bool:
    """Whether a word says zero, and is neither a negation nor the first of several figures."""
    if amount.low or amount.end - amount.start < 3 or lex.uncounted.match(text, amount.start):
        return False
    return not lex.numbers.read(text, skip_gap(text, amount.end))


def _hedged(text: str, amount: Amount, unit: Unit, floor: int, lex: Lexicon) -> Reading:
    hedge = read_hedge(text, unit.start, unit.end, floor, lex)
    low, high, step, name, end = amount.low, amount.high, amount.step, unit.name, unit.end
    if amount.step == _THOUSANDTH and not amount.scale and unit.name in _UNDIVIDED:
        low, high, step = low * 1000, high * 1000, Decimal(1)
    if unit.power:
        factor = Decimal(1).scaleb(unit.power)
        low, high, step = low * factor, high * factor, step * factor
    is_fraction = amount.fraction and not unit.is_money and name != "percent"
    if is_fraction and (amount.share or hedge.bound or hedge.approximate or _is_share(text, amount, unit, lex)):
        low, high, name, end = low * 100, high * 100, "percent", amount.end
    bound = hedge.bound or amount.bound
    return Reading(
        start=unit.start,
        end=end,
        first=hedge.start,
        last=max(hedge.end if hedge.end > unit.end else end, end),
        low=low,
        high=high,
        step=step,
        unit=name,
        codes=unit.codes,
        scale=amount.scale or (unit.power if unit.is_money else 0),
        bound=bound,
        approximate=amount.approximate or hedge.approximate or bound in ("just_over", "just_under"),
        plain=amount.plain,
        digits=amount.digits,
        minor=unit.minor,
        prefixed=unit.prefixed,
        points=unit.points,
    )


def _is_share(text: str, amount: Amount, unit: Unit, lex: Lexicon) -> bool:
    """Whether a fraction is a share of something that follows: "half of the", "a third of"."""
    at = skip_gap(text, amount.end)
    if lex.links.match(text, at) or lex.share_after.match(text, at):
        return True
    if unit.name and amount.digits:
        return True
    if len(lex.share_after) or amount.digits or lex.spaceless:
        return False
    return at > amount.end and at < len(text) and text[at].isalpha()


def _signed(text: str, reading: Reading, floor: int, lex: Lexicon) -> Reading:
    """The reading with the minus sign or word in front of it, if there is one, and the hedge in front of that."""
    pos = _minus_before(text, reading.start, lex)
    if pos is None or reading.first <= pos:
        return reading
    hedge = read_hedge(text, pos, reading.last, floor, lex)
    bound = reading.bound or hedge.bound
    approximate = reading.approximate or hedge.approximate
    return _negative(reading._replace(bound=bound, approximate=approximate, first=hedge.start, last=hedge.end), pos)


def _negative(reading: Reading, start: int) -> Reading:
    return reading._replace(low=-reading.high, high=-reading.low, start=start, first=min(start, reading.first))


def _minus_before(text: str, start: int, lex: Lexicon) -> int | None:
    if start == 0:
        return None
    if text[start - 1] == "-":
        free = start == 1 or text[start - 2] in " \u00a0(\n\t" or (lex.spaceless and not text[start - 2].isascii())
        return start - 1 if free else None
    pos = skip_gap_back(text, start)
    if pos and text[pos - 1] == "-" and text[start].isdigit() and not text[: pos - 1].strip():
        return pos - 1
    found = lex.minus.match_before(text, pos)
    return found[1] if found else None
