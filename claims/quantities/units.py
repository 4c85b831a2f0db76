"""What a number counts: money, percent, people, a year, a noun; read from the words around an amount."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claims.quantities.amounts import Amount
from claims.quantities.folding import Folded
from claims.quantities.lexicon import Lexicon, Money
from claims.quantities.phrases import in_word, skip_gap, skip_gap_back, word_end, word_start

_MAJOR_CODES = frozenset(
    (
        "USD",
        "EUR",
        "GBP",
        "JPY",
        "CHF",
        "CNY",
        "RUB",
        "UAH",
        "MXN",
        "INR",
        "BRL",
        "AUD",
        "CAD",
        "NOK",
        "SEK",
        "DKK",
        "PLN",
        "CZK",
        "HUF",
    )
)
# Codes that are also words of headlines in capitals.
_WORDS = frozenset({"ALL", "TOP", "CUP", "TRY"})
_LOOKAHEAD = 3

NOUNS_IN_CAPITALS = frozenset({"de", "lb"})
"""Languages that write every noun with a capital, and count nothing else; elsewhere a capital starts a name or a sentence."""


class Unit(NamedTuple):
    """A unit and the range of the text that it and the amount take up."""

    start: int
    end: int
    name: str
    codes: tuple[str, ...] = ()
    minor: bool = False
    power: int = 0
    prefixed: bool = False
    points: bool = False

    @property
    def is_money(self) -> bool:
        """Whether the unit is a currency."""
        return bool(self.codes)


@cache
def _codes() -> frozenset[str]:
    from babel.numbers import list_currencies  # noqa: PLC0415 (start-up time of the command line)

    return frozenset(code for code in list_currencies() if not code.startswith("X")) | {"XAF", "XOF", "XPF", "XCD"}


def read_unit(folded: Folded, amount: Amount, floor: int, lex: Lexicon) -> Unit:
    """The unit of `amount`; name "" for a bare number. What stands before `floor` belongs to another figure."""
    text = folded.text
    start, end = amount.start, amount.end
    at = skip_gap(text, end)
    if text[end : end + 1] == "-" and end + 1 < len(text) and in_word(text[end + 1]):
        at = end + 1
    percent = lex.percent.match(text, at)
    if percent:
        return Unit(start, percent[1], "percent", points=percent[0] == "points")
    before = _percent_before(text, start, lex)
    if before is not None and before >= floor:
        return Unit(before, end, "percent")
    return _read_money(folded, amount, at, floor, lex) or _read_count(folded, amount, at, lex)


def _percent_before(text: str, start: int, lex: Lexicon) -> int | None:
    pos = skip_gap_back(text, start)
    found = lex.percent_before.match_before(text, pos)
    if not found or (text[found[1]] == "%" and found[1] > 0 and text[found[1] - 1].isdigit()):
        return None
    return found[1]


def _read_money(folded: Folded, amount: Amount, at: int, floor: int, lex: Lexicon) -> Unit | None:
    text = folded.text
    before = money_before(folded, amount.start, lex)
    if before and before[1] < floor:
        before = None
    after = money_after(folded, at, lex)
    if after is None:
        link = lex.links.match(text, at)
        if link:
            after = money_after(folded, skip_gap(text, link[1]), lex, named=True)
    if before is None and after is None and amount.scale >= 6:
        before = _name_before(text, amount.start, floor, lex)
    if before is None:
        return _unit(text, amount, after, amount.start, lex) if after else None
    money, start = before
    end = amount.end
    if after and not after[0].minor and (after[0].codes[0] in money.codes or money.codes[0] in after[0].codes):
        money, end = min(money, after[0], key=lambda m: len(m.codes)), after[1]
    return _unit(text, amount, (money, end), start, lex)._replace(prefixed=True)


def _unit(text: str, amount: Amount, found: tuple[Money, int], start: int, lex: Lexicon) -> Unit:
    """The unit of money, with the scale word that some put behind it ("75 USD million")."""
    money, end = found
    power = money.power
    if not power and not amount.scale and end > amount.end:
        late = lex.numbers.read(text, skip_gap(text, end))
        if late and len(late[0]) == 1 and late[0][0].power >= 1000:
            power, end = late[0][0].power.adjusted(), late[1]
    return Unit(start, end, money.codes[0], money.codes, money.minor, power)


def _name_before(text: str, start: int, floor: int, lex: Lexicon) -> tuple[Money, int] | None:
    """A currency word in front of a large figure that has none behind it: "Euro 20 million"."""
    family = lex.families.match_before(text, skip_gap_back(text, start))
    return (Money(lex.family_codes[family[0]]), family[1]) if family and family[1] >= floor else None


def money_before(folded: Folded, start: int, lex: Lexicon) -> tuple[Money, int] | None:
    """The currency sign or code in front of `start`, with where it starts."""
    text = folded.text
    pos = skip_gap_back(text, start)
    if pos == 0:
        return None
    if text[pos - 1] == "-" and pos == start:
        pos = skip_gap_back(text, pos - 1)
    found = lex.symbols.match_before(text, pos) if pos else None
    if found and _is_series(folded, found[1], pos):
        found = lex.symbols.match_before(text[pos - 1 : pos], 1)
        return (found[0], pos - 1) if found else None
    if found and not (text[found[1] - 1 : found[1]].isdigit() and found[1] > 0):
        return found
    if pos and text[pos - 1].isalpha():
        first = word_start(text, pos)
        money = _code(folded, first, pos, lex.spaceless)
        if money:
            return money, first
        if lex.spaceless:
            named = lex.names.match_before(text, pos)
            if named and not named[0].minor:
                return named
    return None


def _is_series(folded: Folded, start: int, end: int) -> bool:
    """Whether the letter of a sign with a space in it ("C $") names a thing of its own: "a Series C $118m round"."""
    if " " not in folded.text[start:end]:
        return False
    pos = skip_gap_back(folded.text, start)
    first = word_start(folded.text, pos)
    return first < pos < start and folded.written(first, pos)[0].isupper()


def _code(folded: Folded, start: int, end: int, loose: bool) -> Money | None:
    """The currency whose code is written at [start, end): EUR, MEUR for a million of them; in small letters where `loose`."""
    if not 3 <= end - start <= 4:
        return None
    written = folded.written(start, end)
    if len(written) == 4:
        return Money((written[1:],), power=6) if written[0] == "M" and written[1:] in _MAJOR_CODES else None
    code = written.upper()
    known = code in _codes() and (written == code or loose or code in _MAJOR_CODES)
    if not known or (code in _WORDS and written != "TRY"):
        return None
    return Money((code,))


def money_after(folded: Folded, pos: int, lex: Lexicon, named: bool = False) -> tuple[Money, int] | None:
    """The currency sign, code or name at `pos`, with where it ends; with `named`, signs and names only."""
    text = folded.text
    if pos >= len(text):
        return None
    found = lex.symbols.match(text, pos)
    if found and not (named and found[0].minor) and not _opens_figure(text, pos, found[1]):
        return found
    if text[pos].isalpha() and not named:
        end = word_end(text, pos)
        money = _code(folded, pos, end, lex.spaceless)
        if money:
            return money, end
    return _read_name(text, pos, lex)


def _opens_figure(text: str, pos: int, end: int) -> bool:
    """Whether a sign belongs to the figure behind it rather than to the one before ("5 $10")."""
    return text[end : end + 1].isdigit() and text[pos - 1 : pos] == " "


def _read_name(text: str, pos: int, lex: Lexicon) -> tuple[Money, int] | None:
    exact = lex.names.match(text, pos)
    country = lex.qualifiers.match(text, pos)
    family = None
    if country:
        at = _skip_sep(text, country[1])
        single = lex.names.match(text, at)
        if single and not exact and single[0].codes[0][:2] == country[0]:
            return single
        family = lex.families.match(text, at) or (("dollar", at + 1) if text[at : at + 1] == "$" else None)
    if not family:
        country = None
        family = lex.families.match(text, pos)
        if family:
            at = skip_gap(text, family[1])
            link = lex.links.match(text, at)
            country = lex.qualifiers.match(text, at) or (lex.qualifiers.match(text, skip_gap(text, link[1])) if link else None)
    if family:
        end = max(family[1], country[1] if country else 0)
        if not exact or exact[1] < end or exact[1] <= family[1]:
            codes = _of_country(lex.family_codes[family[0]], country[0] if country else None)
            if codes:
                return Money(codes), end
            return Money(lex.family_codes[family[0]]), family[1]
    return exact


def _skip_sep(text: str, pos: int) -> int:
    return pos + 1 if text[pos : pos + 1] in ("-", "・", "·") else skip_gap(text, pos)


def _of_country(codes: tuple[str, ...], country: str | None) -> tuple[str, ...]:
    return tuple(code for code in codes if code[:2] == country) if country else codes


def _read_count(folded: Folded, amount: Amount, at: int, lex: Lexicon) -> Unit:
    text = folded.text
    start, end = amount.start, amount.end
    pos = at
    link = lex.links.match(text, pos)
    if link and (amount.scale >= 6 or amount.low != amount.high or len(lex.scale_links)):
        pos = skip_gap(text, link[1])
    noun = ""
    noun_end = end
    for index in range(_LOOKAHEAD):
        if pos >= len(text) or not text[pos].isalpha():
            break
        people = lex.people.match(text, pos)
        if people:
            return Unit(start, people[1], "people")
        counter = lex.counters.match(text, pos) if lex.spaceless else None
        if counter:
            return Unit(start, counter[1], text[pos : counter[1]])
        stop = word_end(text, pos)
        if lex.spaceless or stop - pos < 2 or lex.uncounted.match(text, pos) or lex.before.match(text, pos):
            break
        if index == 0:
            if any(char.isdigit() for char in text[pos:stop]):
                break
            written = folded.written(pos, stop)
            if written[0].isupper() is not (lex.lang in NOUNS_IN_CAPITALS):
                break
            noun, noun_end = written.lower(), stop
        after = skip_gap(text, stop)
        pos = after + 1 if text[stop : stop + 1] == "-" else after
        if pos == stop:
            break
    return Unit(start, noun_end, noun)
