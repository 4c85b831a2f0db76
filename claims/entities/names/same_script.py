"""Two names of one script: the same words but for inflection and spelling, or not the same name."""

from __future__ import annotations

from claims.entities.forms.inflection import same_word
from claims.entities.forms.name_forms import NameForms, plain_letters
from claims.entities.forms.spelling import same_spelling
from claims.entities.names.verdict import NameComparison

# Endings that make a woman's name of a man's as well as a case form: Александр, Александра.
_WOMAN = {"latin": ("a",), "cyrillic": ("а", "я"), "greek": ("α", "a")}


def compare_same_script(first: NameForms, second: NameForms, kind: str) -> NameComparison:
    """The verdict on two names of one script."""
    one, two = first.words, second.words
    if tuple(map(plain_letters, one)) == tuple(map(plain_letters, two)):
        return NameComparison(1.0, "same", "the same letters but for accents")
    if "".join(map(plain_letters, one)) == "".join(map(plain_letters, two)):
        return NameComparison(0.98, "same", "the same letters, spaced differently")
    if kind == "person":
        return _compare_persons(one, two, first.script)
    if len(one) == len(two) and all(_same(a, b, first.script) for a, b in zip(one, two, strict=True)):
        return NameComparison(0.95, "same", "the same words but for endings or spelling")
    return _compare_parts(one, two, first.script)


def _same(a: str, b: str, script: str) -> bool:
    return same_word(a, b, script) or same_spelling(a, b, script)


def _compare_parts(one: tuple[str, ...], two: tuple[str, ...], script: str) -> NameComparison:
    short, long = sorted((one, two), key=len)
    if len(short) < len(long) and _same(short[0], long[0], script) and all(any(_same(a, b, script) for b in long) for a in short):
        return NameComparison(0.5, "possible", "one name is part of the other")
    return NameComparison(0.0, "different", "a word differs")


def _compare_persons(one: tuple[str, ...], two: tuple[str, ...], script: str) -> NameComparison:
    if len(one) == 1 or len(two) == 1:
        known = any(_same(a, b, script) for a in one for b in two)
        if len(one) == len(two) and known:
            return NameComparison(0.95, "same", "the same name but for its ending or spelling")
        return NameComparison(0.5, "possible", "one name is part of the other") if known else _different()
    surname, given = _same(one[-1], two[-1], script), _same(one[0], two[0], script)
    if surname and given:
        return _judge_agreement(one, two, script)
    if len(one) == len(two) == 2 and _same(one[0], two[1], script) and _same(one[1], two[0], script):
        return NameComparison(0.9, "same", "the same names in the other order")
    if surname and _initial(one[0], two[0]):
        return NameComparison(0.6, "possible", "the same surname and initial")
    return NameComparison(0.0, "different", "the given names differ" if surname else "the surnames differ")


def _judge_agreement(one: tuple[str, ...], two: tuple[str, ...], script: str) -> NameComparison:
    """A given name in -a beside an unchanged surname is a woman's, no case form: Александра Ванг is not Александр Ванг."""
    if one[-1] == two[-1] and any(
        a + ending == b or b + ending == a for ending in _WOMAN.get(script, ()) for a, b in ((one[0], two[0]),)
    ):
        return NameComparison(0.5, "possible", "the given name could be another's")
    return NameComparison(0.95, "same", "the same given name and surname but for endings or spelling")


def _initial(a: str, b: str) -> bool:
    return (len(a) == 1 or len(b) == 1) and a[0] == b[0]


def _different() -> NameComparison:
    return NameComparison(0.0, "different", "no word in common")
