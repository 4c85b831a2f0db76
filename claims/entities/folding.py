"""One word in the form it is looked up by: folded case and letters, without the particles that are written onto it."""

from __future__ import annotations

from functools import lru_cache

from claims.entities.forms.words import strip_organisation
from claims.entities.tokens import word_script

_ARABIC_FOLD = str.maketrans("أإآٱىةؤئ", "اااايهوي", "\u0640" + "".join(map(chr, range(0x064B, 0x0660))))
_HEBREW_PARTICLES = "והבלמשכ"


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Lower case, one shape for the Arabic letters that writers mix up, no vowel signs, no dotted capital i."""
    return word.replace("İ", "i").lower().translate(_ARABIC_FOLD)


@lru_cache(maxsize=65536)
def bare_forms(word: str) -> tuple[str, ...]:
    """A folded word, then what is left of it as Arabic and Hebrew particles and articles are taken off one by one."""
    script = word_script(word)
    if script == "hebrew":
        return (word, word[1:]) if len(word) > 3 and word[0] in _HEBREW_PARTICLES else (word,)
    if script != "arabic":
        return (word,)
    forms = [word]
    for prefixes in ("وف", "بلكس"):
        if len(forms[-1]) > 3 and forms[-1][0] in prefixes:
            forms.append(forms[-1][1:])
    bare = forms[-1]
    if len(bare) > 4 and bare.startswith("ال"):
        forms.append(bare[2:])
    elif len(bare) > 3 and word.startswith(("لل", "ولل", "فلل")):
        forms.append(bare[1:])
    return tuple(forms)


@lru_cache(maxsize=65536)
def is_legal_form(word: str) -> bool:
    """Whether one word by itself is a legal form: GmbH, plc."""
    return strip_organisation(["x", word.replace(".", "").casefold()]) == ["x"]
