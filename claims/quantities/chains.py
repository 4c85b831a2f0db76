"""How a number goes on: the words and figures that stand behind its first word and belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from claims.quantities.lexicon import Lexicon
from claims.quantities.numerals import NUMERAL, parse_numeral
from claims.quantities.phrases import skip_gap, word_end
from claims.quantities.spelled import Atom, Sum

_NUMERAL = re.compile(NUMERAL)
_ONE = Decimal(1)


def skip_hyphen(text: str, pos: int) -> int:
    """The place behind a gap, or behind a hyphen where there is no gap."""
    after = skip_gap(text, pos)
    return after + 1 if after == pos and text[pos : pos + 1] == "-" else after


def read_chain(text: str, pos: int, lex: Lexicon, total: Sum, step: Decimal) -> tuple[Sum, int, Decimal]:
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
    found = lex.numbers.read(text, at)
    if found is None and at > end:
        after = skip_joiner(text, at, lex)
        if after and (_ends_in_ten(total, lex) or not is_fraction(text, after, lex)):
            found, joined = lex.numbers.read(text, after), True
    found = found or _linked_scale(text, at, lex)
    if found is None:
        return _next_figure(text, at, lex, total)
    if lex.percent.match(text, at) or (at > end and _is_coin(text, at, total, lex)):
        return None
    if lex.spaceless and _is_counter(text, at, lex):
        return None
    atoms, stop, tied = found
    article = at > end and not (joined or tied or total.current) and _is_article(text, stop, atoms, lex)
    if article or (not atoms[0].power and _starts_anew(text, end, at, stop, lex)):
        return None
    grown = add_atoms(total, atoms, joined or tied)
    if grown is None or (joined and atoms[0].power):
        return None
    for atom in atoms:
        step = step * atom.power if atom.power else _ONE
    return grown, stop, step


def _is_article(text: str, stop: int, atoms: Sequence[Atom], lex: Lexicon) -> bool:
    """Whether "one" behind a scale word is only the article of what follows: "12 millones un año antes"."""
    alone = len(atoms) == 1 and not atoms[0].power and atoms[0].value == 1
    return alone and lex.numbers.read(text, skip_gap(text, stop)) is None


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


def is_fraction(text: str, pos: int, lex: Lexicon) -> bool:
    """Whether a count and a fraction stand at `pos`: "three fifths"."""
    count = lex.numbers.read(text, pos)
    return bool(count and read_part(text, skip_hyphen(text, count[1]), lex)) or bool(lex.fractions.match(text, pos))


def read_part(text: str, pos: int, lex: Lexicon) -> tuple[Decimal, int] | None:
    """The denominator that one word at `pos` names, and where it ends: "fifths", "cincoavos"."""
    found = lex.fractions.match(text, pos)
    if found:
        return (Decimal(found[0].denominator), found[1]) if found[0].numerator == 1 and found[0] < 1 else None
    end = word_end(text, pos)
    whole = lex.numbers.denominator(text[pos:end])
    return (whole, end) if whole and not lex.names.match(text, pos) else None


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
    scaled = add_atoms(grown, scale[0], False)
    return (scaled, scale[1], numeral.step * scale[0][-1].power) if scaled else None


def skip_joiner(text: str, pos: int, lex: Lexicon) -> int | None:
    """The place behind an "and" at `pos` and the gap that follows it; None where there is none."""
    for joiner in lex.numbers.joiners:
        if text.startswith(joiner, pos):
            after = skip_hyphen(text, pos + len(joiner))
            if after > pos + len(joiner):
                return after
    return None


def add_atoms(total: Sum, atoms: tuple[Atom, ...], joined: bool) -> Sum | None:
    """The number with every atom of one word added; None where they do not continue it."""
    grown: Sum | None = total
    for atom in atoms:
        if grown is None:
            return None
        grown = grown.add(atom, joined or len(atoms) > 1)
    return grown
