"""One word of a name as the symbols the edit model reads: what sounds alike is written alike, within each script.

Latin and every script without a table of its own become plain Latin letters. Cyrillic, Arabic, Hebrew and Hangul keep their own
letters (a Hangul syllable as its parts), because the model learns more from ת and ט than from two Latin t; kana and Chinese
characters are read out, since a character there is a syllable.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from claims.entities.forms.scripts import script_of, script_of_letter

# Scripts the model has a table for; every other is read out as Latin letters.
NATIVE = ("cyrillic", "arabic", "hebrew", "hangul", "kana", "han")

_LATIN = str.maketrans(
    {"š": "sh", "ž": "zh", "č": "ch", "ć": "ch", "ş": "sh", "ș": "sh", "ț": "ts", "đ": "dj", "ß": "ss", "ı": "i", "ğ": "g"}
)
_CYRILLIC = str.maketrans(
    {
        "ё": "е", "э": "е", "є": "е", "і": "и", "ї": "и", "ґ": "г", "ј": "й", "љ": "ль", "њ": "нь", "ђ": "дж", "ћ": "ч",
        "џ": "дж", "ў": "в", "ѓ": "г", "ќ": "к", "қ": "к", "ғ": "г", "ә": "а", "ө": "о", "ү": "у", "ұ": "у", "ң": "н", "һ": "х",
        "ъ": "", "ʼ": "", "’": "", "'": "",
    }
)  # fmt: skip
_ARABIC = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ء": "", "ـ": "", "ک": "ك", "ی": "ي",
        "پ": "ب", "چ": "تش", "ژ": "ج", "گ": "غ", "ڤ": "ف", "ۆ": "و", "ھ": "ه", "ہ": "ه", "ے": "ي", "ٹ": "ت", "ڈ": "د",
    }
)  # fmt: skip
_HEBREW = str.maketrans({"ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ", "״": "", '"': ""})
_HEBREW_PAIRS = (("ג'", "J"), ("ז'", "Z"), ("צ'", "C"), ("ת'", "T"), ("'", ""))
_GREEK_PAIRS = (
    ("μπ", "b"), ("ντ", "d"), ("γκ", "g"), ("γγ", "ng"), ("τζ", "j"), ("τσ", "ch"), ("ου", "u"), ("ει", "i"), ("οι", "i"),
    ("αι", "e"), ("ευ", "ef"), ("αυ", "af"), ("η", "i"), ("υ", "i"), ("χ", "h"), ("ξ", "x"), ("ψ", "ps"), ("ω", "o"),
    ("φ", "f"),
)  # fmt: skip
_KANA_MARKS = ("~", "^")
_SILENT_IEUNG = "\u110b"


@lru_cache(maxsize=100_000)
def read_sounds(word: str) -> str:
    """The symbols of one lower-case word, in its own script's alphabet; Latin letters mixed in stay Latin."""
    script = script_of(word)
    return _READERS.get(script, read_latin)(word)


def read_latin(word: str) -> str:
    """`word` in plain Latin letters and digits, as the model compares them."""
    return _letters(anyascii(unicodedata.normalize("NFC", word).translate(_LATIN)).lower())


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _bare(text: str) -> str:
    """Without combining marks: Arabic and Hebrew vowel points, accents."""
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


def _read_cyrillic(word: str) -> str:
    return _letters(unicodedata.normalize("NFC", word).translate(_CYRILLIC))


def _read_arabic(word: str) -> str:
    marked = unicodedata.normalize("NFKC", word).translate(_ARABIC)
    return _letters("".join(char for char in marked if not unicodedata.combining(char)))


def _read_hebrew(word: str) -> str:
    text = _bare(word).replace("׳", "'").replace("’", "'").replace("`", "'").translate(_HEBREW)
    for written, symbol in _HEBREW_PAIRS:
        text = text.replace(written, symbol)
    return _letters(text)


def _read_greek(word: str) -> str:
    text = _bare(word)
    for written, sound in _GREEK_PAIRS:
        text = text.replace(written, sound)
    return _letters(anyascii(text).lower())


def _read_hangul(word: str) -> str:
    parts = unicodedata.normalize("NFD", word)
    return "".join(char for char in parts if char != _SILENT_IEUNG and (script_of_letter(char) == "hangul" or char.isalnum()))


def _read_kana(word: str) -> str:
    # The long-vowel and the doubling mark are sounds of their own; anyascii would drop the one and misread the other.
    text = unicodedata.normalize("NFKC", word).replace("ー", "~").replace("ッ", "^").replace("っ", "^")
    read = "".join(part if part in _KANA_MARKS else anyascii(part) for part in re.split("([~^])", text))
    return "".join(char for char in read.lower() if char.isalnum() or char in _KANA_MARKS)


_READERS = {
    "cyrillic": _read_cyrillic,
    "arabic": _read_arabic,
    "hebrew": _read_hebrew,
    "greek": _read_greek,
    "hangul": _read_hangul,
    "kana": _read_kana,
}


@lru_cache(maxsize=100_000)
def read_roman(word: str) -> str:
    """`word` read out in plain Latin letters whatever its script, for two names neither of which is Latin."""
    script = script_of(word)
    if script == "cyrillic":
        return _letters(anyascii(_read_cyrillic(word)).lower())
    if script == "greek":
        return _read_greek(word)
    if script == "hangul":
        return _letters(anyascii(word).lower())
    if script == "kana":
        return _read_kana(word).replace("~", "").replace("^", "")
    return read_latin(word)
