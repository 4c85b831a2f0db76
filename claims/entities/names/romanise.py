"""A readable Latin form of a name in any script."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from claims.entities.forms.scripts import script_of

_ALEF = str.maketrans({"ا": "a", "أ": "a", "آ": "a", "إ": "i"})
# Arabic writes long vowels with letters that are consonants at the start of a word or before a vowel.
_LONG_VOWELS = ((re.compile(r"(?<=[a-z])w(?![aiu])"), "u"), (re.compile(r"(?<=[a-z])y(?![aiu])"), "i"))


@lru_cache(maxsize=50_000)
def romanise(name: str) -> str:
    """`name` in Latin letters for a reader, words capitalised, abbreviations kept; a Latin name is returned as it is."""
    text = unicodedata.normalize("NFKC", name).strip()
    if script_of(text) in ("latin", ""):
        return text
    return " ".join(read for word in re.split(r"[\s·・‧•]+", text) if (read := _romanise_word(word)))


def _romanise_word(word: str) -> str:
    script = script_of(word)
    read = anyascii(word.translate(_ALEF))
    if script in ("latin", "") or (len(word) > 1 and word.isupper()):
        return read
    read = read.lower()
    if script == "arabic":
        read = read.replace("'", "")
        for pattern, vowel in _LONG_VOWELS:
            read = pattern.sub(vowel, read)
    return "-".join(part[:1].upper() + part[1:] for part in read.split("-"))
