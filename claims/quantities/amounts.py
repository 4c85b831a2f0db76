"""Amounts: a figure with its scale words, in digits, in words or mixed, read at a place in a folded text."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from claims.quantities.lexicon import Lexicon
from claims.quantities.numerals import NUMERAL, VULGAR, parse_numeral
from claims.quantities.phrases import skip_gap
from claims.quantities.spelled import Atom, Sum

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
        return self._replace(end=end, low=low, high=high, step=step, scale=int(factor.log10()), plain=False, fraction=False)


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
    glued = _read_glued(text, amount.end, lex)
    if glued:
        power, end = glued
        return amount.scaled(Decimal(1).scaleb(power), end)
    half = _read_half(text, amount, lex)
    if half:
        amount = half
    total, end, step = _chain(text, amount.end, lex, Sum((), amount.low), amount.step)
    if end == amount.end:
        return amount
    factor = step / amount.step if amount.step else (total.value / amount.low if amount.low else _ONE)
    scale = max(int(factor.log10()), 0) if factor > 0 else 0
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
    found = lex.glued.match(text, pos + 1)
    if found and text[pos + 1 : found[1]] == "k" and not text[found[1] : found[1] + 1].isalnum():
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
        after = skip_gap(text, point[1]) if point else _skip_joiner(text, at, lex)
        count = lex.numbers.read(text, after) if after else None
        name = lex.fractions.match(text, skip_hyphen(text, count[1])) if count else None
        if not count or not name or len(count[0]) > 1 or not 0 < count[0][0].value < 10 or name[0].numerator != 1:
            return None
        part, end = to_decimal(int(count[0][0].value) * name[0]), name[1]
    if part >= 1:
        return None
    value = amount.low + part * (Decimal(1).scaleb(amount.scale) if amount.scale >= 3 else _ONE)
    return amount._replace(end=end, low=value, high=value, step=Decimal(0), plain=False)


def skip_hyphen(text: str, pos: int) -> int:
    """The place behind a gap, or behind a hyphen where there is no gap."""
    after = skip_gap(text, pos)
    return after + 1 if after == pos and text[pos : pos + 1] == "-" else after


def _chain(text: str, pos: int, lex: Lexicon, total: Sum, step: Decimal) -> tuple[Sum, int, Decimal]:
    """Go on adding number words, and figures where a smaller scale follows a larger; returns number, end and last step."""
    end = pos
    while True:
        found = _next(text, end, lex, total, step)
        if found is None:
            return total, end, step
        total, end, step = found


def _next(text: str, end: int, lex: Lexicon, total: Sum, step: Decimal) -> tuple[Sum, int, Decimal] | None:
    at = skip_hyphen(text, end)
    if lex.inner.starts(text, at):
        at = _skip_inner(text, at, lex)
    joined = False
    if lex.percent.match(text, at) or (at > end and _is_coin(text, at, total, lex)):
        return None
    if lex.spaceless and _is_counter(text, at, lex):
        return None
    found = lex.numbers.read(text, at)
    if found is None and at > end:
        after = _skip_joiner(text, at, lex)
        if after and (_ends_in_ten(total, lex) or not _is_fraction(text, after, lex)):
            found, joined = lex.numbers.read(text, after), True
    found = found or _linked_scale(text, at, lex)
    if found is None:
        return _next_figure(text, at, lex, total)
    atoms, stop, tied = found
    if not atoms[0].power and _starts_anew(text, end, at, stop, lex):
        return None
    grown = _add(total, atoms, joined or tied)
    if grown is None or (joined and atoms[0].power):
        return None
    for atom in atoms:
        step = step * atom.power if atom.power else _ONE
    return grown, stop, step


def _ends_in_ten(total: Sum, lex: Lexicon) -> bool:
    """Whether "and" behind what was read ties a unit to a ten, as in "treinta y dos", rather than a fraction to a number."""
    tens = (total.current or 0) % 100
    return lex.words.joined_tens and tens >= 20 and tens % 10 == 0


def _starts_anew(text: str, end: int, at: int, stop: int, lex: Lexicon) -> bool:
    """Whether a number word at [at, stop) behind a figure is no part of it, where words may hide in words."""
    if lex.spaceless and text[end - 1].isdigit():
        return True
    return bool(lex.words.particles) and at > end and not _goes_on(text, stop, lex)


def _goes_on(text: str, pos: int, lex: Lexicon) -> bool:
    """Whether a number word that ends at `pos` goes on as a number or ends its word, and is not the start of another word."""
    return pos >= len(text) or not text[pos].isalpha() or bool(lex.numbers.read(text, pos)) or bool(lex.names.match(text, pos))


def _linked_scale(text: str, pos: int, lex: Lexicon) -> tuple[tuple[Atom, ...], int, bool] | None:
    """A scale word behind a linking word: Romanian "300 de milioane"."""
    link = lex.scale_links.match(text, pos) if len(lex.scale_links) else None
    found = lex.numbers.read(text, skip_gap(text, link[1])) if link else None
    return found if found and found[0][0].power else None


def _is_coin(text: str, pos: int, total: Sum, lex: Lexicon) -> bool:
    """Whether the word at `pos` is a coin that is spelled like a number (French "cents"): "dix cents", but not "deux cents"."""
    if (total.current or total.value) < 10:
        return False
    name = lex.names.match(text, pos)
    return bool(name and name[0].minor and not lex.numbers.read(text, skip_gap(text, name[1])))


def _is_counter(text: str, pos: int, lex: Lexicon) -> bool:
    """Whether a counter at `pos` only starts like a scale: 조각 and 조."""
    counter = lex.counters.match(text, pos)
    scale = lex.numbers.read(text, pos) if counter else None
    return bool(counter and scale and counter[1] > scale[1])


def _skip_inner(text: str, at: int, lex: Lexicon) -> int:
    """Past a word that stands inside a figure, before its scale: 100多亿."""
    found = lex.inner.match(text, at)
    if found:
        scale = lex.numbers.read(text, found[1])
        if scale and scale[0][0].power:
            return found[1]
    return at


def _is_fraction(text: str, pos: int, lex: Lexicon) -> bool:
    """Whether a count and a fraction stand at `pos`: "three fifths"."""
    count = lex.numbers.read(text, pos)
    return bool(count and lex.fractions.match(text, skip_hyphen(text, count[1]))) or bool(lex.fractions.match(text, pos))


def _next_figure(text: str, at: int, lex: Lexicon, total: Sum) -> tuple[Sum, int, Decimal] | None:
    if not text[at : at + 1].isdigit() or total.current is not None:
        return None
    figure = _NUMERAL.match(text, at)
    numeral = parse_numeral(figure.group(), lex.decimal, lex.group) if figure else None
    if figure is None or numeral is None:
        return None
    grown = total.add(Atom(numeral.value))
    scale = lex.numbers.read(text, skip_hyphen(text, figure.end()))
    bare = lex.spaceless and figure.start() == at and scale is None
    if grown is None or (scale is None and not bare):
        return None
    if scale is None:
        return grown, figure.end(), numeral.step
    scaled = _add(grown, scale[0], False)
    return (scaled, scale[1], numeral.step * scale[0][-1].power) if scaled else None


def _skip_joiner(text: str, pos: int, lex: Lexicon) -> int | None:
    for joiner in lex.numbers.joiners:
        if text.startswith(joiner, pos):
            after = skip_hyphen(text, pos + len(joiner))
            if after > pos + len(joiner):
                return after
    return None


def _add(total: Sum, atoms: tuple[Atom, ...], joined: bool) -> Sum | None:
    grown: Sum | None = total
    for atom in atoms:
        if grown is None:
            return None
        grown = grown.add(atom, joined or len(atoms) > 1)
    return grown


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
    special = _read_offset(text, pos, lex) if len(lex.offsets) else _read_row(text, pos, lex) if lex.spaceless else None
    if special or (not lex.spaceless and _is_percent_word(text, pos, lex)):
        return special
    first = lex.numbers.read(text, pos)
    if first is None:
        return None
    atoms, end, _ = first
    # Two scales in one phrase count from one: "mil milhões".
    bare = len(atoms) == 1 and bool(atoms[0].power) and " " not in text[pos:end]
    lonely = bare and not _stands_alone(text[pos:end], lex) and bool(text[:pos].strip() or text[end:].strip())
    start = _add(Sum(), atoms, False)
    if start is None:
        return None
    step = atoms[-1].power or _ONE
    first_end = end
    total, end, step = _chain(text, end, lex, start, step)
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
    """The number with its last digit counted in tenths of the scale before it, whose name speakers leave out: 两千四百五 is 2450."""
    digit, scale = lex.numbers.digit_signs.get(text[end - 1]), text[max(end - 2, 0) : end - 1]
    power = lex.numbers.scale_signs.get(scale, _ONE)
    if not digit or digit == "0" or power < 100 or total.current is None:
        return total
    return Sum(total.groups, total.current + Decimal(digit) * (power / 10 - 1))


def _is_percent_word(text: str, pos: int, lex: Lexicon) -> bool:
    """Whether a word for percent stands before a figure and only looks like one: Turkish "yüzde yirmi"."""
    found = lex.percent_before.match(text, pos)
    at = skip_gap(text, found[1]) if found else pos
    return bool(found and (text[at : at + 1].isdigit() or lex.numbers.read(text, at)))


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
    point = lex.point.match(text, skip_gap(text, end))
    if not point:
        return None
    at = skip_gap(text, point[1])
    figure = _DIGITS.match(text, at)
    if (lex.words.particles and at > point[1]) or _is_fraction(text, at, lex):
        return None
    digits, stop = (figure.group(), figure.end()) if figure else _spoken_digits(text, at, lex)
    if not digits:
        digits, stop = _spoken_number(text, at, lex)
    step = Decimal(1).scaleb(-len(digits))
    return (int(digits) * step, stop, step) if digits else None


def _spoken_number(text: str, pos: int, lex: Lexicon) -> tuple[str, int]:
    """Decimals said as one number of three digits and more: "coma quinientos doce"."""
    first = lex.numbers.read(text, pos)
    start = _add(Sum(), first[0], False) if first else None
    if first is None or start is None or lex.spaceless:
        return "", pos
    total, end, _ = _chain(text, first[1], lex, start, _ONE)
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
        at = (_skip_joiner(text, at, lex) or at) if tens else at
    return digits, end
