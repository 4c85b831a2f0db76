"""One plain spelling of a text for matching, and the way back to the characters it came from."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_NARROW = dict.fromkeys(
    (0xA0, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x202F), "\u00a0"
)
_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼ`´′ʻ＇"), "'")
_HYPHENS = dict.fromkeys(map(ord, "‐‑−﹣－➖"), "-")
_TILDES = dict.fromkeys(map(ord, "〜～∼"), "~")
_ARABIC: dict[int, str] = dict(zip(map(ord, "أإآٱىئؤةيکھ"), "اااايءءهیكه", strict=True)) | {
    ord("ي"): "ي",
    ord("ی"): "ي",
    ord("ى"): "ي",
}
# Hindi letters with a dot below, which many write without it; and the sign for a nasal vowel, which is written in two ways.
_DOTTED = dict(zip(range(0x958, 0x960), "कखगजडढफय", strict=True))
_NASAL = {ord("ँ"): "ं"}
_HARD_CASE = {ord("İ"): "i", 0x3000: " ", ord("%"): "%", ord("٪"): "%", ord("﹪"): "%"}

# Marks that change neither the word nor the figure: bidi controls, soft hyphens, joiners, short vowels, points and tatweel.
_DROPPED = re.compile(
    "[\u00ad\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u093c"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
# So does the apostrophe inside a Ukrainian or Belarusian word, which is written in half a dozen ways.
_INNER_APOSTROPHE = re.compile("['’‘ʼ`´ʹ](?<=[а-яА-ЯіІїЇєЄґҐ].)(?=[яюєїЯЮЄЇ])")
# Spaces between Chinese or Japanese characters, which some set one by one.
_SPREAD = re.compile("(?<=[々-〇ぁ-ヿ㐀-鿿])[ \u00a0\u3000]+(?=[々-〇ぁ-ヿ㐀-鿿])")
# A full-width comma groups digits only between full-width digits; elsewhere it ends a clause.
_WIDE_COMMA = re.compile("(?<=[０-９])，(?=[０-９])")


def _digits() -> dict[int, str]:
    found = {}
    for code in range(0x80, 0x10000):
        value = unicodedata.decimal(chr(code), None)
        if value is not None:
            found[code] = str(int(value))
    return found


def _full_width() -> dict[int, str]:
    return {code: chr(code - 0xFEE0).lower() for code in range(0xFF01, 0xFF5F) if code != 0xFF0C} | {
        0xFFE5: "¥",
        0xFFE1: "£",
        0xFFE6: "₩",
        0xFFE0: "¢",
    }


_TABLE: dict[int, str] = (
    _full_width() | _digits() | _NARROW | _ARABIC | _DOTTED | _NASAL | _HARD_CASE | _APOSTROPHES | _HYPHENS | _TILDES
)


# A list is looked up faster than a dictionary; characters beyond it stay as they are.
_BY_CODE: list[int | str] = [_TABLE.get(code, code) for code in range(0x10000)]


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` is `source` in lower case with plain digits, spaces and signs; `offsets` where characters were dropped."""

    text: str
    source: str
    offsets: tuple[int, ...] | None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original text that [start, end) of the folded one stands for."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1

    def written(self, start: int, end: int) -> str:
        """The original text that [start, end) of the folded one stands for."""
        first, last = self.original(start, end)
        return self.source[first:last]


def fold(source: str) -> Folded:
    """Fold `source`; every folded character comes from exactly one character of the original."""
    if source.isascii():
        return Folded(source.lower(), source, None)
    text, offsets = _drop(source)
    if "，" in text:
        text = _WIDE_COMMA.sub(",", text)
    text = text.translate(_BY_CODE)
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(char.lower()[:1] or char for char in text)
    return Folded(lowered, source, offsets)


def _drop(text: str) -> tuple[str, tuple[int, ...] | None]:
    patterns = (_DROPPED, _INNER_APOSTROPHE, _SPREAD)
    dropped = [pos for pattern in patterns for found in pattern.finditer(text) for pos in range(*found.span())]
    if not dropped:
        return text, None
    gone = set(dropped)
    offsets = tuple(i for i in range(len(text)) if i not in gone)
    return "".join([text[i] for i in offsets]), offsets
