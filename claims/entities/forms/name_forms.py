"""Everything that is computed once for a name: its words, their sounds, its script and numbers."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from claims.entities.forms.scripts import script_of, script_of_letter
from claims.entities.forms.skeleton import class_string
from claims.entities.forms.sounds import read_roman, read_sounds
from claims.entities.forms.words import load_name_words, split_words, strip_organisation, strip_person

KINDS = ("organisation", "person", "place")

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SPELLED = re.compile(r"^[A-Z]{2,4}$")
_DIGITS = re.compile(r"\d+")
_LETTER_NAMES = {
    "a": "ei", "b": "bi", "c": "si", "d": "di", "e": "i", "f": "ef", "g": "ji", "h": "eich", "i": "ai", "j": "jei", "k": "kei",
    "l": "el", "m": "em", "n": "en", "o": "o", "p": "pi", "q": "kiu", "r": "ar", "s": "es", "t": "ti", "u": "yu", "v": "vi",
    "w": "dablyu", "x": "eks", "y": "wai", "z": "zi",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameForms:
    """A name as the matcher sees it.

    `words`: lower-case, without legal forms or honorifics; `sounds`: their symbols for the edit model; `roman`: their plain
    Latin letters; `classes`: the consonant classes of all of it; `spelled`: `roman` as one run, abbreviations read letter by
    letter ("JPMorgan" as "jeipimorgan"), None where there are none; `numbers`: its numbers, and junior or senior.
    """

    script: str
    words: tuple[str, ...]
    sounds: tuple[str, ...]
    roman: tuple[str, ...]
    classes: str
    spelled: str | None
    numbers: tuple[str, ...]


@lru_cache(maxsize=200_000)
def read_forms(name: str, kind: str) -> NameForms:
    """The forms of one name; `ValueError` for a kind that is none of `KINDS`."""
    if kind not in KINDS:
        raise ValueError(f"kind must be one of {', '.join(KINDS)}, not {kind!r}")
    words = split_words(name)
    generation: tuple[str, ...] = ()
    if kind == "person":
        words, generation = _split_generation(words)
    named = _drop_particles(strip_person(words)) if kind == "person" else strip_organisation(words)
    # A lone sign ("&") has no sound.
    kept = tuple(word for word in named if read_roman(word)) or tuple(named)
    roman = tuple(read_roman(word) for word in kept)
    return NameForms(
        script=script_of("".join(kept)),
        words=kept,
        sounds=tuple(read_sounds(word) for word in kept),
        roman=roman,
        classes=class_string("".join(roman)),
        spelled=_spell_abbreviations(name, kept),
        numbers=(*_DIGITS.findall(" ".join(kept)), *generation),
    )


def _split_generation(words: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """The words of a person's name without "Jr." and the like at its end, and which of the two it says."""
    generations = load_name_words().generations
    if len(words) > 1 and words[-1] in generations:
        return words[:-1], (generations[words[-1]],)
    return words, ()


def _drop_particles(words: list[str]) -> list[str]:
    particles = load_name_words().particles
    kept = [word for index, word in enumerate(words) if index == len(words) - 1 or word not in particles]
    return kept or words


def _spell_abbreviations(name: str, kept: tuple[str, ...]) -> str | None:
    """The name read out with letter names where it has a short run of capitals beside other letters."""
    read, spelled = [], False
    for written in re.split(r"[\s\-·・]+", unicodedata.normalize("NFKC", name)):
        for piece in _CAMEL.split(written):
            if _SPELLED.match(piece):
                read += [_LETTER_NAMES[letter] for letter in piece.lower()]
                spelled = True
            elif piece.lower() in kept or len(_CAMEL.split(written)) > 1:
                read.append(read_roman(piece.lower()))
    return "".join(read) if spelled else None


@lru_cache(maxsize=100_000)
def canonical_form(name: str, kind: str) -> str:
    """`name` in lower case without legal forms, honorifics, quotation marks; its own script and accents stay."""
    words = split_words(name)
    return " ".join(strip_person(words) if kind == "person" else strip_organisation(words))


@lru_cache(maxsize=100_000)
def plain_letters(word: str) -> str:
    """One word without accents, for comparing "Citroën" and "Citroen"; other scripts stay theirs, and a closing + stays."""
    script = script_of(word)
    if script == "latin":
        plain = "".join(char for char in anyascii(word).lower() if char.isalnum())
    else:
        plain = word if any(script_of_letter(char) == "han" for char in word) else read_sounds(word)
    return plain + "+" if word.endswith("+") and not plain.endswith("+") else plain
