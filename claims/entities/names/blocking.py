"""Blocking keys: two names that could be one share at least one, so that only names within a block are compared."""

from __future__ import annotations

from functools import lru_cache

from claims.entities.aliases import load_aliases
from claims.entities.forms.inflection import find_bases
from claims.entities.forms.name_forms import NameForms, read_forms
from claims.entities.forms.skeleton import class_readings
from claims.entities.forms.sounds import read_roman

# How many consonant classes a key is made of: of a word, and of a given name and surname together.
_WORD, _GIVEN, _SURNAME = 4, 1, 3
# Scripts that write particles on to the front of a name.
_CLITIC = ("arabic", "hebrew")
_UNSPACED = ("han", "hangul", "kana")


@lru_cache(maxsize=200_000)
def blocking_keys(name: str, kind: str) -> tuple[str, ...]:
    """Keys of `name`, sorted: a known entity's id ("alias:google"), and the first consonants of its words in every reading.

    A person's keys join given name and surname, either first; those of a word alone begin with "1:", so that a surname finds
    the full names it may stand for.
    """
    entry = load_aliases().find(name, kind)
    forms = read_forms(name, kind)
    keys = _sound_keys(forms, kind)
    if forms.script in _CLITIC and forms.words:
        keys |= {f"1:{reading}" for bare in find_bases(forms.words[0], forms.script) for reading in _readings(bare)}
    if entry is not None:
        keys.add(f"alias:{entry.id}")
        keys |= _sound_keys(read_forms(entry.name, kind), kind)
    return tuple(sorted(keys))


def _sound_keys(forms: NameForms, kind: str) -> set[str]:
    if not forms.roman:
        return set()
    first, last = forms.roman[0], forms.roman[-1]
    words = (first, last) if kind == "person" else (first,)
    keys = {f"1:{reading or word}" for word in words for reading in class_readings(word, _WORD)}
    if len(forms.roman) == 1 and forms.script in _UNSPACED:
        keys |= _joined_keys((first,))
    if len(forms.roman) > 1:
        keys |= _joined_keys((first + last, last + first) if kind == "person" else ("".join(forms.roman),))
    if forms.spelled:
        keys |= _joined_keys((forms.spelled,)) | {f"1:{reading}" for reading in class_readings(forms.spelled, _WORD)}
    if kind == "person" and len(forms.roman) > 1:
        keys |= _pair_keys(first, last) | _pair_keys(last, first)
    return keys


def _readings(word: str) -> tuple[str, ...]:
    return class_readings(read_roman(word), _WORD)


def _joined_keys(texts: tuple[str, ...]) -> set[str]:
    return {f"0:{reading}" for text in texts for reading in class_readings(text, _WORD)}


def _pair_keys(given: str, surname: str) -> set[str]:
    return {f"2:{a}>{b}" for a in class_readings(given, _GIVEN) for b in class_readings(surname, _SURNAME)}
