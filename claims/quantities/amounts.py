"""Amounts: a figure with its scale words, in digits, in words or mixed, read at a place in a folded text."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from claims.quantities.chains import add_atoms, is_fraction, read_chain, read_part, skip_hyphen, skip_joiner
from claims.quantities.lexicon import Lexicon
from claims.quantities.numerals import NUMERAL, VULGAR, parse_numeral
from claims.quantities.phrases import skip_gap
from claims.quantities.spelled import Sum

_NUMERAL = re.compile(NUMERAL)
_RATIO = re.compile(r"(\d{1,3}) ?[/⁄] ?(\d{1,3})(?![\d/⁄.,]\d|\d)")
_MIXED = re.compile(r"[ \u00a0]{0,3}(?:(\d{1,2})[/⁄](\d{1,3})(?![\d/])|([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]))")
_ROUND_SUM = re.compile(r"[,.][-–—](?!\w)")
_DIGITS = re.compile(r"\d{1,12}")
_ONE = Decimal(1)
_ROW = 20
_ZEROS = frozenset("〇○")


class Amount(NamedTuple):
    """A number as written at [start, end) of the folded text.

    `scale` is the power of ten that its scale words gave (0 without any), `plain` marks an unbroken run of digits, `digits` any
    figure in digits, `fraction` a fraction that may be a share, `share` one that always is, `percent` a number of hundredths
    written as a fraction (百分之五), `bound` what a word inside the figure says (100多亿).
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    step: Decimal
    scale: int = 0
    plain: bool = False
    digits: bool = False
    fraction: bool = False
    share: bool = False
    approximate: bool = False
    bound: str | None = None
    percent: bool = False

    def scaled(self, factor: Decimal, end: int) -> Amount:
        """The amount with a scale word that ends at `end`."""
        low, high, step = self.low * factor, self.high * factor, self.step * factor
        scale = max(factor.adjusted(), 0)
        return self._replace(end=end, low=low, high=high, step=step, scale=scale, plain=False, fraction=False)


def to_decimal(value: Fraction) -> Decimal:
    """A fraction as a decimal number of 28 digits."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def read_digits(text: str, pos: int, lex: Lexicon) -> Amount | None:
    """The amount that starts with a digit at `pos`."""
    ratio = _RATIO.match(text, pos)
    if ratio and int(ratio[2]) and not lex.percent.match(text, ratio.end(1)):
        value = to_decimal(Fraction(int(ratio[1]), int(ratio[2])))
        return _scaled(text, Amount(pos, ratio.end(), value, value, Decimal(0), digits=True, fraction=value < 1), lex)
    found = _NUMERAL.match(text, pos)
    numeral = parse_numeral(found.group(), lex.decimal, lex.group) if found else None
    if found is None or numeral is None:
        return None
    end, value, step, plain = found.end(), numeral.value, numeral.step, numeral.plain
    round_sum = _ROUND_SUM.match(text, end)
    if round_sum:
        return Amount(pos, round_sum.end(), value, value, step, digits=True)
    spoken = _read_point(text, end, lex) if plain else None
    if spoken:
        return _scaled(text, Amount(pos, spoken[1], value + spoken[0], value + spoken[0], spoken[2], digits=True), lex)
    mixed = _MIXED.match(text, end) if plain else None
    if mixed and mixed[2] != "0":
        part = Fraction(VULGAR[mixed[3]]) if mixed[3] else Fraction(int(mixed[1]), int(mixed[2]))
        if part < 1 and int(mixed[2] or 1):
            end, value, step, plain = mixed.end(), value + to_decimal(part), Decimal(0), False
    return _scaled(text, Amount(pos, end, value, value, step, plain=plain, digits=True), lex)


def read_sign(text: str, pos: int, lex: Lexicon) -> Amount | None:
    """The amount that is one fraction character."""
    value = to_decimal(Fraction(VULGAR[text[pos]]))
    return _scaled(text, Amount(pos, pos + 1, value, value, Decimal(0), digits=True, fraction=True), lex)


def _scaled(text: str, amount: Amount, lex: Lexicon) -> Amount:
    """The amount with the scale words behind it, and with what they let follow (1兆2000億, 2 million 300 thousand)."""
    at = skip_gap(text, amount.end)
    if at >= len(text) or not (text[at].isalnum() or text[at] == "-"):
        return amount
    glued = _read_glued(text, amount.end, lex)
    if glued:
        power, end = glued
        return amount.scaled(Decimal(1).scaleb(power), end)
    half = _read_half(text, amount, lex)
    if half:
        amount = half
    total, end, step = read_chain(text, amount.end, lex, Sum((), amount.low), amount.step)
    if end == amount.end:
        return amount
    factor = step / amount.step if amount.step else (total.value / amount.low if amount.low else _ONE)
    scale = max(factor.adjusted(), 0) if factor > 0 else 0
    bound = _inner_bound(text, amount.end, end, lex)
    grown = amount._replace(
        end=end, low=total.value, high=total.value, step=step, scale=scale, plain=False, fraction=False, bound=bound
    )
    return (_read_half(text, grown, lex) or grown) if not half and scale >= 3 else grown


def _inner_bound(text: str, start: int, end: int, lex: Lexicon) -> str | None:
    if not len(lex.inner):
        return None
    found = (lex.inner.match(text, pos) for pos in range(start, end))
    return next((match[0] for match in found if match), None)


def _read_glued(text: str, pos: int, lex: Lexicon) -> tuple[int, int] | None:
    """A scale letter written onto the figure ("870m"), or onto the currency sign behind it ("2,5 M€")."""
    found = lex.glued.match(text, pos)
    if found or text[pos : pos + 1] not in (" ", "\u00a0"):
        return found
    at = skip_gap(text, pos)
    found = lex.glued.match(text, at)
    if found and text[at : found[1]] == "k" and not text[found[1] : found[1] + 1].isalnum():
        return found
    return found if found and lex.symbols.starts(text, found[1]) and not text[found[1]].isalnum() else None


def _read_half(text: str, amount: Amount, lex: Lexicon) -> Amount | None:
    """ "... and a half", "... and three fifths" behind a number."""
    found = lex.halves.match(text, skip_gap(text, amount.end))
    if found:
        part, end = to_decimal(found[0]), found[1]
    else:
        at = skip_gap(text, amount.end)
        point = lex.point.match(text, at)
        after = skip_gap(text, point[1]) if point else skip_joiner(text, at, lex)
        whole = lex.fractions.match(text, after) if after else None
        if (
            whole
            and whole[0] < 1
            and (point or " " in text[after : whole[1]])
            and amount.scale < 3
            and not _is_shared(text, whole[1], lex)
        ):
            return _plus_part(amount, to_decimal(whole[0]), whole[1])
        count = lex.numbers.read(text, after) if after else None
        name = read_part(text, skip_hyphen(text, count[1]), lex) if count else None
        if not count or not name or len(count[0]) > 1 or not 0 < count[0][0].value < 10:
            return None
        part, end = count[0][0].value / name[0], name[1]
    if part >= 1:
        return None
    return _plus_part(amount, part, end)


def _is_shared(text: str, pos: int, lex: Lexicon) -> bool:
    """Whether a fraction that ends at `pos` is a share of what follows ("and a third of the staff")."""
    at = skip_gap(text, pos)
    return bool(lex.links.match(text, at) or lex.share_after.match(text, at))


def _plus_part(amount: Amount, part: Decimal, end: int) -> Amount:
    value = amount.low + part * (Decimal(1).scaleb(amount.scale) if amount.scale >= 3 else _ONE)
    return amount._replace(end=end, low=value, high=value, step=Decimal(0), plain=False)


def _read_offset(text: str, pos: int, lex: Lexicon) -> Amount | None:
    """A word that shifts the number behind it: साढ़े पंद्रह is fifteen and a half."""
    found = lex.offsets.match(text, pos)
    first = lex.numbers.read(text, skip_gap(text, found[1])) if found else None
    if not found or not first or first[0][0].power:
        return None
    value = first[0][0].value + to_decimal(found[0])
    return _scaled(text, Amount(pos, first[1], value, value, Decimal(0)), lex)


def read_words(text: str, pos: int, lex: Lexicon) -> Amount | None:
    """The amount that starts with a number word at `pos`."""
    special = _read_offset(text, pos, lex) if len(lex.offsets) else _read_spaceless(text, pos, lex)
    if special or (not lex.spaceless and _is_percent_word(text, pos, lex)):
        return special
    first = lex.numbers.read(text, pos)
    if first is None:
        return None
    atoms, end, _ = first
    # Two scales in one phrase count from one: "mil milhões".
    bare = len(atoms) == 1 and bool(atoms[0].power) and " " not in text[pos:end]
    lonely = bare and not _stands_alone(text[pos:end], lex) and bool(text[:pos].strip() or text[end:].strip())
    start = add_atoms(Sum(), atoms, False)
    if start is None:
        return None
    step = atoms[-1].power or _ONE
    first_end = end
    total, end, step = read_chain(text, end, lex, start, step)
    if lex.words.short_last:
        total = _lengthened(text, end, total, lex)
    if lonely and end == first_end:
        return None
    decimals = _read_point(text, end, lex)
    amount = Amount(pos, end, total.value, total.value, step, scale=_scale_of(total))
    if decimals:
        value = total.value + decimals[0]
        return _scaled(text, Amount(pos, decimals[1], value, value, decimals[2]), lex)
    return _scaled(text, amount, lex)


def _lengthened(text: str, end: int, total: Sum, lex: Lexicon) -> Sum:
    """The number whose last digit counts tenths of the scale before it, whose name is left out: 两千四百五 is 2450."""
    digit, scale = lex.numbers.digit_signs.get(text[end - 1]), text[max(end - 2, 0) : end - 1]
    power = lex.numbers.scale_signs.get(scale, _ONE)
    if not digit or digit == "0" or power < 100 or total.current is None or text[end : end + 1] in lex.numbers.digit_signs:
        return total
    return Sum(total.groups, total.current + Decimal(digit) * (power / 10 - 1))


def _is_percent_word(text: str, pos: int, lex: Lexicon) -> bool:
    """Whether a word for percent stands before a figure and only looks like one: Turkish "yüzde yirmi"."""
    found = lex.percent_before.match(text, pos)
    at = skip_gap(text, found[1]) if found else pos
    return bool(found and (text[at : at + 1].isdigit() or lex.numbers.read(text, at)))


def _read_spaceless(text: str, pos: int, lex: Lexicon) -> Amount | None:
    return (_read_row(text, pos, lex) or _read_neighbours(text, pos, lex)) if lex.spaceless else None


def _read_neighbours(text: str, pos: int, lex: Lexicon) -> Amount | None:
    """Two digits that follow one another before one scale: 三四百 is 300 to 400."""
    signs = lex.numbers.digit_signs
    first, second = signs.get(text[pos : pos + 1], ""), signs.get(text[pos + 1 : pos + 2], "")
    if not first or not second or int(second) != int(first) + 1 or text[pos + 2 : pos + 3] not in lex.numbers.scale_signs:
        return None
    upper = read_words(text, pos + 1, lex)
    unit = upper.high / int(second) if upper else Decimal(0)
    if upper is None or not unit or unit != Decimal(1).scaleb(unit.adjusted()):
        return None
    return upper._replace(start=pos, low=unit * int(first), approximate=True)


def _read_row(text: str, pos: int, lex: Lexicon) -> Amount | None:
    """Digits written as characters, one by one: 二〇二四, 八五折."""
    signs = lex.numbers.digit_signs
    end = pos
    while end < len(text) and text[end] in signs and end - pos < _ROW:
        end += 1
    long = end - pos >= 3 or (end - pos == 2 and (bool(lex.tenths.match(text, end)) or text[pos + 1] in _ZEROS))
    if not long or text[end : end + 1] in lex.numbers.scale_signs:
        return None
    value = Decimal("".join(signs[char] for char in text[pos:end]))
    return Amount(pos, end, value, value, _ONE, plain=True)


def _stands_alone(word: str, lex: Lexicon) -> bool:
    lone = lex.numbers.lone
    return word in lone or any(word.startswith(clitic) and word[len(clitic) :] in lone for clitic in lex.words.clitics)


def _scale_of(total: Sum) -> int:
    if total.current is not None or not total.groups or not total.groups[-1]:
        return 0
    return max(total.groups[-1].adjusted(), 0)


def _read_point(text: str, end: int, lex: Lexicon) -> tuple[Decimal, int, Decimal] | None:
    """Decimals behind a word for the point: "point two five", "coma cincuenta y dos", "komma 5"."""
    start = skip_gap(text, end)
    point = lex.point.match(text, start)
    if not point:
        return None
    at = skip_gap(text, point[1])
    figure = _DIGITS.match(text, at)
    # "siete con cincuenta" is 7.50, but "2022 con 15 empleados" is two figures.
    if text[start : point[1]] in lex.coordination and (figure or text[end - 1].isdigit()):
        return None
    if (lex.words.particles and at > point[1]) or is_fraction(text, at, lex):
        return None
    digits, stop = (figure.group(), figure.end()) if figure else _spoken_digits(text, at, lex)
    if not digits:
        digits, stop = _spoken_number(text, at, lex)
    step = Decimal(1).scaleb(-len(digits))
    return (int(digits) * step, stop, step) if digits else None


def _spoken_number(text: str, pos: int, lex: Lexicon) -> tuple[str, int]:
    """Decimals said as one number of three digits and more: "coma quinientos doce"."""
    first = lex.numbers.read(text, pos)
    start = add_atoms(Sum(), first[0], False) if first else None
    if first is None or start is None or lex.spaceless:
        return "", pos
    total, end, _ = read_chain(text, first[1], lex, start, _ONE)
    whole = total.value == total.value.to_integral_value() and total.value < 1_000_000
    return (str(int(total.value)), end) if whole else ("", pos)


def _spoken_digits(text: str, pos: int, lex: Lexicon) -> tuple[str, int]:
    digits, end, at = "", pos, pos
    tens = 0
    while len(digits) < 12:
        found = lex.numbers.read(text, at)
        if found is None or len(found[0]) > 1 or found[0][0].power or found[0][0].value >= 100:
            break
        value = int(found[0][0].value)
        digits = digits[:-2] + str(tens + value) if tens and 0 < value < 10 else digits + str(value)
        tens = value if value >= 20 and value % 10 == 0 else 0
        end = found[1]
        at = skip_gap(text, end)
        at = (skip_joiner(text, at, lex) or at) if tens else at
    return digits, end
