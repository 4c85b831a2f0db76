"""Two names of different scripts by the sound of their words."""

from __future__ import annotations

from claims.entities.forms.name_forms import NameForms
from claims.entities.forms.sounds import NATIVE
from claims.entities.names.model import sound_odds

# Where neither name is Latin, the model reads the script that writes less of the sounds, against the other read out.
_ORDER = ("arabic", "hebrew", "hangul", "kana", "han", "cyrillic")
_IMPOSSIBLE = -10.0
# A surname alone, or a name of few letters, is too little to be certain of.
_FEW_SYMBOLS = 5


def compare_sounds(first: NameForms, second: NameForms, kind: str) -> tuple[float, str]:
    """Log odds that two names of different scripts are one, and why."""
    native, roman = _sides(first, second)
    if kind == "person":
        return _compare_persons(native, roman)
    whole = _whole_odds(native, roman)
    if len(native.words) == len(roman.words) > 1:
        weakest = min(_word_odds(native, roman, i, i) for i in range(len(native.words)))
        return min(whole, weakest + 2.0), "the words sound alike" if weakest > 0 else "a word sounds different"
    return whole, "sounds alike" if whole > 0 else "sounds different"


def _sides(first: NameForms, second: NameForms) -> tuple[NameForms, NameForms]:
    """The side that keeps its own symbols, and the one read out in Latin letters."""
    ranks = [_ORDER.index(forms.script) if forms.script in NATIVE else len(_ORDER) + (forms.script == "latin") for forms in (first, second)]
    return (first, second) if ranks[0] <= ranks[1] else (second, first)


def _whole_odds(native: NameForms, roman: NameForms) -> float:
    sounds = "".join(native.sounds)
    odds = sound_odds(native.script, sounds, "".join(roman.roman))
    if roman.spelled:
        odds = max(odds, sound_odds(native.script, sounds, roman.spelled))
    return odds


def _word_odds(native: NameForms, roman: NameForms, i: int, j: int) -> float:
    return sound_odds(native.script, native.sounds[i], roman.roman[j])


def _compare_persons(native: NameForms, roman: NameForms) -> tuple[float, str]:
    if len(native.words) == 1 or len(roman.words) == 1:
        return _compare_unspaced(native, roman)
    straight = _pair_odds(native, roman, 0, 0, -1, -1)
    if straight < 0 and len(native.words) == len(roman.words) == 2:
        straight = max(straight, _pair_odds(native, roman, 0, -1, -1, 0) - 1.0)
    return straight, "given name and surname sound alike" if straight > 0 else "given name or surname differs"


def _pair_odds(native: NameForms, roman: NameForms, i: int, j: int, k: int, m: int) -> float:
    """Both words must sound alike; the weaker decides, a strong other one helps a little."""
    weak, strong = sorted((_word_odds(native, roman, i, j), _word_odds(native, roman, k, m)))
    return weak + min(2.0, max(0.0, strong) / 2)


def _compare_unspaced(native: NameForms, roman: NameForms) -> tuple[float, str]:
    """A name of one word: against one word, or against the whole where its script writes no spaces."""
    if len(native.words) == len(roman.words):
        return _whole_odds(native, roman), "one name alone"
    if native.script in ("han", "hangul", "kana") and len(native.words) == 1:
        orders = ("".join(roman.roman), "".join(roman.roman[-1:] + roman.roman[:-1]))
        return max(sound_odds(native.script, native.sounds[0], order) for order in orders), "sounds alike as a whole"
    best = max(_word_odds(native, roman, i, j) for i in range(len(native.words)) for j in range(len(roman.words)))
    return min(best, 0.0), "one name is part of the other"
