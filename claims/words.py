"""Words of a text and the forms under which cues know them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from claims.article import Span

UNSPACED = frozenset({"zh", "ja", "th"})
"""Languages that write without spaces between words."""

_VOWELS = "\u0610-\u061a\u064b-\u065f\u0670\u0591-\u05bd\u05bf\u05c1\u05c2"
_SIGNS = "\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0955-\u0957\u0962\u0963\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
"""Vowel signs and accents that are written with their letter but count as no letter of their own."""
_WORD = re.compile(rf"\w[\w{_VOWELS}{_SIGNS}]*")
_MARKS = re.compile(f"[{_VOWELS}\u0640\u0307\u200c-\u200f]")
_FOLD = str.maketrans("أإآٱىیکةёґışţάέήίόύώϊϋΐΰς", "ااااييكهегișțαεηιουωιυιυσ")
_CLITICS = {
    "ar": re.compile(r"^(?:[وف](?=\w\w)|(?:بال|كال|لل|ال|[بكلس])(?=\w{3}))"),
    "fa": re.compile(r"^و(?=\w{4})"),
    "he": re.compile(r"^[והשבכלמ](?=\w{3})"),
}


def find_words(text: str) -> list[Span]:
    """The spans of runs of letters and digits."""
    return [Span(*match.span()) for match in _WORD.finditer(text)]


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """`word` without case, vowel marks, and the spelling variants that writers of Arabic or Russian treat as one."""
    if word.isascii():
        return word.lower()
    word = unicodedata.normalize("NFKC", word).casefold()
    return _MARKS.sub("", word).translate(_FOLD)


@lru_cache(maxsize=65536)
def word_forms(word: str, lang: str) -> tuple[str, ...]:
    """The folded word, and what is left when its clitics are taken off, one layer after the other."""
    forms = [fold(word)]
    pattern = _CLITICS.get(lang)
    while pattern is not None:
        bare = pattern.sub("", forms[-1], count=1)
        if bare == forms[-1] or len(forms) > 4:
            break
        forms.append(bare)
    return tuple(forms)
