"""Which script a name is written in."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

# First and last code point of the blocks that names in the news are written in.
_BLOCKS = (
    ("latin", 0x41, 0x24F),
    ("latin", 0x1E00, 0x1EFF),
    ("greek", 0x370, 0x3FF),
    ("greek", 0x1F00, 0x1FFF),
    ("cyrillic", 0x400, 0x52F),
    ("hebrew", 0x590, 0x5FF),
    ("arabic", 0x600, 0x6FF),
    ("arabic", 0x750, 0x77F),
    ("arabic", 0x8A0, 0x8FF),
    ("arabic", 0xFB50, 0xFDFF),
    ("arabic", 0xFE70, 0xFEFF),
    ("devanagari", 0x900, 0x97F),
    ("thai", 0xE00, 0xE7F),
    ("hangul", 0x1100, 0x11FF),
    ("hangul", 0xAC00, 0xD7AF),
    ("kana", 0x3041, 0x30FF),
    ("kana", 0x31F0, 0x31FF),
    ("han", 0x3400, 0x4DBF),
    ("han", 0x4E00, 0x9FFF),
    ("han", 0xF900, 0xFAFF),
    ("han", 0x20000, 0x2FA1F),
)


@lru_cache(maxsize=20_000)
def script_of_letter(char: str) -> str:
    """The script of one letter; "other" for a letter of no listed block, "" for what is no letter."""
    if not char.isalpha() and char != "ー":
        return ""
    point = ord(char)
    for script, first, last in _BLOCKS:
        if first <= point <= last:
            return script
    return "other"


@lru_cache(maxsize=100_000)
def script_of(text: str) -> str:
    """The script most letters of `text` are in, any other before Latin: "オープンAI" is kana; "" without letters."""
    if text.isascii():
        return "latin" if any(char.isalpha() for char in text) else ""
    counts = Counter(script_of_letter(char) for char in text)
    counts.pop("", None)
    if len(counts) > 1:
        counts.pop("latin", None)
    return counts.most_common(1)[0][0] if counts else ""
