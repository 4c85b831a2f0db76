"""Words of a text with their places, for every script; characters where a script writes no spaces or glues particles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claims.article import Span
from claims.entities.forms.scripts import script_of_letter

_SINGLE = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\u0e00-\u0e7f"
"""Kana, Han, Hangul and Thai: one token for each character."""

_MARKS = "\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0962\u0963\u200c\u200d"
_LETTER = rf"[^\W\d_{_SINGLE}]"
_PIECE = rf"(?:(?![{_SINGLE}])[\w{_MARKS}])"
_TOKEN = re.compile(
    rf"""(?:{_LETTER}\.){{2,}}                                  # U.S., S.p.A.
       | \d+(?:[.,:]\d+)+                                       # 3.400, 1,4
       | {_PIECE}+(?:(?:[-‐‑&]|(?<=[Ѐ-ԯא-ת])['’ʼ׳״"](?=[Ѐ-ԯא-ת])){_PIECE}+)*   # El-Shenawy, AT&T, п’ять
       | [{_SINGLE}]
       | \S""",
    re.VERBOSE,
)
_WORD = re.compile(rf"[\w{_MARKS}]")
_SENTENCE_END = frozenset(".!?…。！？؟۔।\n")
_OPENING = frozenset("\"'«»„“”‘’‚‹›([{「『《〈—–-•*")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark; `first` tells that it opens a sentence or a line, `spaced` that white space stands before it."""

    text: str
    start: int
    end: int
    first: bool
    spaced: bool

    @property
    def span(self) -> Span:
        """Where the token stands."""
        return Span(self.start, self.end)

    @property
    def is_word(self) -> bool:
        """Whether the token is a word or a figure and no mark."""
        return _WORD.match(self.text) is not None

    @property
    def is_capitalised(self) -> bool:
        """Whether the first letter is a capital, in scripts that have them."""
        return self.text[0].isupper() or self.text[0].istitle()


def find_tokens(text: str) -> list[Token]:
    """Every token of a text in order; white space is in none."""
    tokens: list[Token] = []
    first, before = True, 0
    for match in _TOKEN.finditer(text):
        gap = text[before : match.start()]
        first = first or "\n" in gap
        word = match.group()
        tokens.append(Token(word, match.start(), match.end(), first, bool(gap) or not tokens))
        if word in _SENTENCE_END:
            first = not (word == "." and len(tokens) > 1 and _is_initial(tokens[-2]))
        elif word not in _OPENING:
            first = False
        before = match.end()
    return tokens


def _is_initial(token: Token) -> bool:
    """Whether a full stop behind this token shortens a first name and ends no sentence."""
    return len(token.text) == 1 and token.text.isupper()


@lru_cache(maxsize=65536)
def word_script(word: str) -> str:
    """The script of the first letter of a word ("latin", "cyrillic", "arabic", "han" ...), "" where it has none."""
    return next((script for script in map(script_of_letter, word) if script), "")
