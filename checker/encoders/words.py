"""The words of a text as our own encoders see them: one normal form for every script."""

from __future__ import annotations

import re
import unicodedata

_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?:[.,'’٬\s]\d{3})+(?!\d)")
_VARIANTS = (
    ("آأإٱ", "ا"),
    ("ىیېئۍ", "ي"),
    ("ةۀە", "ه"),
    ("ؤ", "و"),
    ("ک", "ك"),
    ("ך", "כ"),
    ("ם", "מ"),
    ("ן", "נ"),
    ("ף", "פ"),
    ("ץ", "צ"),
    ("ё", "е"),
    ("ς", "σ"),
    ("ά", "α"),
    ("έ", "ε"),
    ("ή", "η"),
    ("ΐί", "ι"),
    ("ό", "ο"),
    ("ύΰ", "υ"),
    ("ώ", "ω"),
    ("ş", "ș"),
    ("ţ", "ț"),
    ("ـ", ""),
    ("\u200c", " "),  # Persian writes it before an ending
)
_FOLDED = {ord(variant): base for variants, base in _VARIANTS for variant in variants}
_INDIC = range(0x0900, 0x1000)  # where vowel signs are marks and carry the word

_EAST = re.compile("[぀-ヿ㐀-鿿가-힯]")
_RUNS = re.compile("(?P<han>[぀-ゟ㐀-鿿々]+)|(?P<word>[゠-ヿ]+|[가-힯]+|[^぀-ヿ㐀-鿿々가-힯]+)")
_HIRAGANA = re.compile("[぀-ゟ]")


class _Folding(dict[int, str]):
    """What each character becomes: itself, its plain variant, a digit, nothing, or a space between words."""

    def __missing__(self, code: int) -> str:
        out = self[code] = _fold(code)
        return out


def _fold(code: int) -> str:
    char = chr(code)
    category = unicodedata.category(char)
    if code in _FOLDED:
        return _FOLDED[code]
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category[0] == "L":
        return char
    if category[0] == "M":
        return char if code in _INDIC else ""
    return "" if category == "Cf" else " "


_FOLDING = _Folding()


def _close_groups(match: re.Match[str]) -> str:
    return "".join(char for char in match.group() if char.isdigit())


def normal_form(text: str) -> str:
    """Lower case, compatibility forms and variant letters folded, digit groups closed, words apart by spaces."""
    text = unicodedata.normalize("NFKC", text).lower()
    return _GROUPED.sub(_close_groups, text).translate(_FOLDING)


def split_words(text: str) -> list[str]:
    """The words of `text` in normal form and in order.

    Chinese and Japanese, which put no space between words, give each ideograph and each pair of neighbours.
    """
    normal = normal_form(text)
    if _EAST.search(normal) is None:
        return normal.split()
    return [word for token in normal.split() for word in _east_words(token)]


def _east_words(token: str) -> list[str]:
    words: list[str] = []
    for match in _RUNS.finditer(token):
        run = match.group()
        if match.lastgroup == "word" or len(run) == 1:
            words.append(run)
            continue
        words.extend(char for char in run if _HIRAGANA.match(char) is None)
        words.extend(run[at : at + 2] for at in range(len(run) - 1))
    return words
