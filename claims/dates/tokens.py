"""Runs of words and figures that stand close enough together to be one date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claims.dates.figures import figure_tokens, parse_year
from claims.dates.lexicon import Lexicon

_MAX_GAP = 14
_DATED = re.compile(r"\d{4}|\d\D\d+\D\d")
"""A year, or three figures."""
_APOSTROPHE = re.compile(r"'[^\W\d_]{1,6}(?=\s)")
_SEPARATORS = ((",", frozenset(",،、")), ("(", frozenset("(（")), ("-", frozenset("-–—/〜～~")))
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


UNITS = {"y": "year", "q": "quarter", "h": "half", "g": "half", "m": "month", "K": "month", "w": "week", "d": "day", "a": "day"}
"""The unit of time that each letter of one stands for."""


class Token(NamedTuple):
    """A part of a date: `kind` is a letter of the grammar; `sure` where nothing else could be meant."""

    kind: str
    value: int
    start: int
    end: int
    sure: bool = False
    unit: str = ""


def find_runs(text: str, folded: str, lexicon: Lexicon) -> Iterator[list[Token]]:
    """Every run of tokens that can hold a date, with a token of its own for a comma, a dash or a preposition between two."""
    run: list[Token] = []
    for match, near in _with_neighbours(lexicon.pattern, folded):
        if not near and _needs_company(match, lexicon):
            continue
        tokens = _read(match, text, folded, lexicon)
        if not tokens:
            continue
        if run:
            gap = _gap(folded[run[-1].end : tokens[0].start], lexicon, run[-1].kind + tokens[0].kind)
            if gap is None:
                yield run
                run = []
            elif gap:
                run.append(Token(gap, 0, run[-1].end, tokens[0].start))
        run.extend(tokens)
    if run:
        yield run


def _needs_company(match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a match with nothing near it can be no date; most figures are none, so this is asked before they are read."""
    if match.lastgroup == "word":
        return lexicon.only_beside(match["word"])
    if match.lastgroup == "number":
        return _DATED.search(match["number"]) is None and match.string[match.start() - 1 : match.start()] != "'"
    return False


def _with_neighbours(pattern: re.Pattern[str], folded: str) -> Iterator[tuple[re.Match[str], bool]]:
    """Each match, and whether another one is close enough to be part of the same date."""
    before = -_MAX_GAP - 1
    held: re.Match[str] | None = None
    for match in pattern.finditer(folded):
        if held is not None:
            near = match.start() - held.end() <= _MAX_GAP
            yield held, near or held.start() - before <= _MAX_GAP
            before = held.end()
        held = match
    if held is not None:
        yield held, held.start() - before <= _MAX_GAP


def _read(match: re.Match[str], text: str, folded: str, lexicon: Lexicon) -> list[Token]:
    start, end = match.span()
    kind = match.lastgroup
    if kind == "word":
        return _read_word(match["word"], start, end, text, lexicon)
    if kind == "number":
        if lexicon.words.decades and match["decade"]:
            return [Token("x", 0, start, end, True)]
        return [Token(*figure) for figure in figure_tokens(folded, start, end, lexicon)]
    if kind == "year":
        prefix = Token("Z", 0, start, match.start("year"), True)
        return [prefix, *(Token(*figure) for figure in figure_tokens(folded, prefix.end, end, lexicon, glued=True))]
    if kind == "roman":
        return [Token("O", _ROMAN[match["roman"]], start, end)]
    return _read_compact(match["compact"], start, lexicon) if kind == "compact" else []


def _read_word(word: str, start: int, end: int, text: str, lexicon: Lexicon) -> list[Token]:
    lexeme = lexicon.dotted[word] if word in lexicon.dotted and text.startswith(".", end) else lexicon.lexeme(word)
    if lexeme is None or (lexeme.capital and not text[end - len(word)].isupper()):
        return []
    mark = "short" if lexeme.short and not text.startswith(".", end) else ""
    return [Token(kind, value, start, end, not lexeme.weak, mark) for kind, value in lexeme.meaning]


def _read_compact(word: str, start: int, lexicon: Lexicon) -> list[Token]:
    letter, digit = (word[0], word[1]) if word[1].isdigit() else (word[1], word[0])
    unit = next((unit for name, unit in lexicon.words.compact.items() if name.lower() == letter), "quarter")
    if unit == "half" and digit not in "12":
        return []
    tokens = [Token("O", int(digit), start, start + 2), Token(unit[0], 0, start, start + 2, True)]
    rest = word[2:].lstrip(" /-'")
    if rest:
        end = start + len(word)
        tokens.append(Token("Y", parse_year(rest), end - len(rest), end, True))
    return tokens


def _gap(gap: str, lexicon: Lexicon, kinds: str) -> str | None:
    """What stands between two tokens: "" for nothing that matters, a kind of its own, None where it keeps them apart."""
    if gap == " " or not gap:
        return ""
    if len(gap) > _MAX_GAP or "\n" in gap:
        return None
    gap = (_APOSTROPHE.sub("", gap, count=1) if gap[0] == "'" else gap).strip().lstrip("॰")
    if gap == "." and kinds in ("NN", "NY", "YN"):
        return "."
    for kind, marks in (*_SEPARATORS, ("-", lexicon.ranges), ("&", lexicon.pairs)):
        if gap in marks:
            return kind
    return _words_between(gap, lexicon, kinds)


def _words_between(gap: str, lexicon: Lexicon, kinds: str) -> str | None:
    comma = gap[:1] in (",", "،")
    words = gap.lstrip(",،.").split()
    if all(word in lexicon.joiners for word in words) or gap in lexicon.joiners:
        # "21 dell'anno prima" is no amount of years: nothing stands between a number and its unit.
        apart = words and kinds[0] in "NV" and kinds[1] in "yqhgmwd"
        return "_" if apart else "," if comma else ""
    if not comma and all(word in lexicon.at or word in lexicon.joiners for word in words):
        return "_"
    return None
