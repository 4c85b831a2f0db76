"""Two names of different scripts by the sound of their words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from claims.entities.forms.given_names import find_given_name
from claims.entities.forms.inflection import find_bases
from claims.entities.forms.name_forms import NameForms
from claims.entities.forms.skeleton import class_string
from claims.entities.forms.sounds import NATIVE, read_roman, read_sounds
from claims.entities.names.model import sound_odds

# Where neither name is Latin, the model reads the script that writes less of the sounds, against the other read out.
_ORDER = ("arabic", "hebrew", "hangul", "kana", "han", "cyrillic")
# Scripts that write a name without spaces.
_UNSPACED = ("han", "hangul", "kana")
# Words whose consonants differ by more than one and this share are not worth the model's time.
_MOST_CLASS_DISTANCE = 0.4
# Below these log odds a word is not tried in its bare form, above them it needs none.
_HOPELESS, _ENOUGH = -7.0, 2.0
_FAR = -12.0
# A bare form is one more guess than the word as it stands.
_GUESS = 0.5
# What a name read letter for letter the same is worth, and from how many letters on.
_EQUAL, _EQUAL_LETTERS = 4.0, 4
# Chinese characters spell foreign names so loosely that sound alone must be clearer by this much.
_SYLLABIC = 1.5
# An organisation's name of so few letters must sound alike this clearly: short names are near many others.
_SHORT, _CLEARLY = 5, 1.5
# Given name and surname disagree on their ending, so that this may be another person: no more than possible.
_DISAGREE = 0.0
_VOWELS = frozenset("aeiouyаеёиоуыэюяіїє")


@dataclass(frozen=True, slots=True)
class WordMatch:
    """Log odds that two words sound alike, and which of them (native, other) were taken in their bare form."""

    odds: float
    bare: tuple[bool, bool] = (False, False)


def compare_sounds(first: NameForms, second: NameForms, kind: str) -> tuple[float, str]:
    """Log odds that two names of different scripts are one, and why."""
    native, other = _sides(first, second)
    if kind == "person":
        return _compare_persons(native, other)
    return _compare_organisations(native, other)


def _sides(first: NameForms, second: NameForms) -> tuple[NameForms, NameForms]:
    """The side that keeps its own symbols, and the one read out in Latin letters."""
    return (first, second) if _rank(first.script) <= _rank(second.script) else (second, first)


def _rank(script: str) -> int:
    return _ORDER.index(script) if script in NATIVE else len(_ORDER) + (script == "latin")


def _compare_organisations(native: NameForms, other: NameForms) -> tuple[float, str]:
    odds, reason = _organisation_odds(native, other)
    exact = "".join(native.roman) == "".join(other.roman)
    if native.script == "han" and not exact:
        odds -= _SYLLABIC
    if 0 < odds < _CLEARLY and len("".join(other.roman)) <= _SHORT:
        return 0.0, "alike, but too short to be certain"
    return odds, reason


def _organisation_odds(native: NameForms, other: NameForms) -> tuple[float, str]:
    if len(native.words) == len(other.words):
        matches = [_match_words(native, other, i, i) for i in range(len(native.words))]
        weakest = min(match.odds for match in matches)
        if len(matches) == 1 or weakest > 0:
            odds = max(weakest, _whole_odds(native, other)) if len(matches) == 1 else weakest + 0.5 * (len(matches) - 1)
            return odds, "sounds alike" if odds > 0 else "sounds different"
    odds = _whole_odds(native, other)
    if len(native.words) == len(other.words):
        odds = min(odds, weakest + 2.0)
    return odds, "sounds alike as a whole" if odds > 0 else "sounds different"


def _whole_odds(native: NameForms, other: NameForms) -> float:
    sounds, roman = "".join(native.sounds), "".join(other.roman)
    odds = sound_odds(native.script, sounds, roman)
    if len(roman) >= _EQUAL_LETTERS and roman == "".join(native.roman):
        odds = max(odds, _EQUAL)
    if other.spelled:
        odds = max(odds, sound_odds(native.script, sounds, other.spelled))
    return odds


def _match_words(native: NameForms, other: NameForms, i: int, j: int) -> WordMatch:
    return match_words(native.words[i], native.script, other.words[j], other.script)


@lru_cache(maxsize=200_000)
def match_words(native: str, script: str, other: str, other_script: str) -> WordMatch:
    """Two words of different scripts, as they stand or one of them without its ending or clitic."""
    sounds, roman = read_sounds(native), read_roman(other)
    if _far_apart(class_string(read_roman(native)), class_string(roman)):
        return WordMatch(_FAR)
    best = WordMatch(sound_odds(script, sounds, roman))
    if not _HOPELESS < best.odds < _ENOUGH:
        return best
    for bare in find_bases(native, script):
        odds = sound_odds(script, read_sounds(bare), roman) - _GUESS
        if odds > best.odds:
            best = WordMatch(odds, (True, False))
    for bare in find_bases(other, other_script):
        odds = sound_odds(script, sounds, read_roman(bare)) - _GUESS
        if odds > best.odds:
            best = WordMatch(odds, (False, True))
    return best


def _far_apart(one: str, two: str) -> bool:
    most = 1 + int(max(len(one), len(two)) * _MOST_CLASS_DISTANCE)
    return Levenshtein.distance(one, two, score_cutoff=most) > most


def _compare_persons(native: NameForms, other: NameForms) -> tuple[float, str]:
    if len(native.words) == 1 or len(other.words) == 1:
        return _compare_unspaced(native, other)
    surname = _match_words(native, other, -1, -1)
    given = _match_given(native, other) if surname.odds > _HOPELESS else WordMatch(_FAR)
    odds = _join(given.odds, surname.odds)
    if odds < 0 and len(native.words) == len(other.words) == 2:
        turned = _match_words(native, other, 0, -1).odds
        if turned > 0:
            turned = _join(turned, _match_words(native, other, -1, 0).odds) - 1.0
        if turned > odds:
            return turned, "the same names in the other order" if turned > 0 else "given name or surname differs"
    if odds > 0 and not (_agree(native, given.bare[0], surname.bare[0]) and _agree(other, given.bare[1], surname.bare[1])):
        return min(odds, _DISAGREE), "the given name could be another's"
    if odds > 0:
        return odds, "given name and surname sound alike"
    return odds, "the surname differs" if surname.odds <= given.odds else "the given name differs"


def _match_given(native: NameForms, other: NameForms) -> WordMatch:
    one, two = find_given_name(native.words[0]), find_given_name(other.words[0])
    if one is not None and two is not None and one[0] == two[0]:
        return WordMatch(_EQUAL, (one[1], two[1]))
    return _match_words(native, other, 0, 0)


def _join(a: float, b: float) -> float:
    """Both words must sound alike: the weaker decides, a strong other one helps a little."""
    return min(a, b) + min(2.0, max(0.0, a, b) / 2)


def _agree(forms: NameForms, given: bool, surname: bool) -> bool:
    """Whether both words, or neither, stand in a case form; a word in a vowel often has none."""
    if given == surname or forms.script in ("arabic", "hebrew"):
        return True
    return forms.words[0 if surname else -1][-1] in _VOWELS


def _compare_unspaced(native: NameForms, other: NameForms) -> tuple[float, str]:
    """A name of one word: against one word, or against the whole where its script writes no spaces."""
    if len(native.words) == len(other.words):
        return _whole_odds(native, other), "one name alone"
    if native.script in _UNSPACED and len(native.words) == 1:
        orders = ("".join(other.roman), "".join(other.roman[-1:] + other.roman[:-1]))
        return max(sound_odds(native.script, native.sounds[0], order) for order in orders), "sounds alike as a whole"
    pairs = ((i, j) for i in range(len(native.words)) for j in range(len(other.words)))
    best = max(_match_words(native, other, i, j).odds for i, j in pairs)
    return min(best, 0.0), "one name is part of the other" if best > 0 else "no word in common"
