"""One name spelled twice within one script: "Wladimir" and "Vladimir", وانج and وانغ, 脸书 and 臉書."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from claims.entities.forms.sounds import read_sounds

_VOWELS = frozenset("aeiouyаеиоуыюяйьاوي")
# What languages spell differently in names that come from another script, longest first.
_LATIN = (
    ("tsch", "č"), ("dsch", "j"), ("shch", "š"), ("sch", "š"), ("tch", "č"), ("sz", "š"), ("sh", "š"), ("cz", "č"), ("ch", "č"),
    ("zh", "ž"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("ts", "c"), ("tz", "c"), ("ck", "k"), ("ks", "x"),
    ("qu", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("yi", "i"), ("ij", "i"), ("iy", "i"), ("yy", "i"), ("j", "i"),
    ("y", "i"), ("w", "v"), ("q", "k"), ("h", "g"), ("ng", "n"),
)  # fmt: skip
_CYRILLIC = (("ы", "и"), ("й", "и"), ("х", "г"), ("ю", "у"), ("я", "а"), ("ь", ""))
_ARABIC = (("غ", "ج"), ("ق", "ك"), ("ث", "ت"), ("ط", "ت"), ("ص", "س"), ("ض", "د"), ("ذ", "د"), ("ظ", "ز"))
_RULES = {"latin": _LATIN, "cyrillic": _CYRILLIC, "arabic": _ARABIC}


@lru_cache(maxsize=100_000)
def spelling_key(word: str, script: str) -> str:
    """`word` with the letters that languages spell differently written one way, doubled letters once."""
    text = read_sounds(word)
    for written, folded in _RULES.get(script, ()):
        text = text.replace(written, folded)
    return "".join(char for index, char in enumerate(text) if index == 0 or text[index - 1] != char)


@lru_cache(maxsize=100_000)
def same_spelling(a: str, b: str, script: str) -> bool:
    """Whether two words of one script are spellings of one name: the same consonants, and at most one vowel apart.

    The vowel is allowed from seven letters on; short words must be the same after folding.
    """
    first, second = spelling_key(a, script), spelling_key(b, script)
    if first == second:
        return len(first) >= 3
    if script not in _RULES or min(len(first), len(second)) < 6 or first[0] != second[0]:
        return False
    return _consonants(first) == _consonants(second) and Levenshtein.distance(first, second, score_cutoff=1) <= 1


def _consonants(text: str) -> str:
    return "".join(char for char in text if char not in _VOWELS)
