"""Two names of one script: the same words but for inflection and spelling, or not the same name."""

from __future__ import annotations

from claims.entities.forms.given_names import find_given_name
from claims.entities.forms.inflection import agree_as_person, same_word
from claims.entities.forms.name_forms import NameForms, plain_letters
from claims.entities.forms.spelling import same_spelling
from claims.entities.names.verdict import NameComparison, different


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
    begins = len(short) < len(long) and _same(short[0], long[0], script)
    if begins and all(any(_same(a, b, script) for b in long) for a in short):
        return NameComparison(0.5, "possible", "one name is part of the other")
    return different("a word differs")


def _compare_persons(one: tuple[str, ...], two: tuple[str, ...], script: str) -> NameComparison:
    if len(one) == 1 or len(two) == 1:
        return _compare_single(one, two, script)
    surname = _same(one[-1], two[-1], script)
    given = _same(one[0], two[0], script) or _same_given(one[0], two[0])
    if surname and given:
        if agree_as_person(one, two, script) and not (one[-1] == two[-1] and _one_inflected(one[0], two[0])):
            return NameComparison(0.95, "same", "the same given name and surname but for endings or spelling")
        return NameComparison(0.5, "possible", "the given name could be another's")
    if len(one) == len(two) == 2 and _same(one[0], two[1], script) and _same(one[1], two[0], script):
        return NameComparison(0.9, "same", "the same names in the other order")
    if surname and _initial(one[0], two[0]):
        return NameComparison(0.6, "possible", "the same surname and initial")
    return different("the given names differ" if surname else "the surnames differ")


def _compare_single(one: tuple[str, ...], two: tuple[str, ...], script: str) -> NameComparison:
    if not any(_same(a, b, script) for a in one for b in two):
        return different("no word in common")
    if len(one) == len(two):
        return NameComparison(0.95, "same", "the same name but for its ending or spelling")
    return NameComparison(0.5, "possible", "one name is part of the other")


def _same_given(a: str, b: str) -> bool:
    first, second = find_given_name(a), find_given_name(b)
    return first is not None and second is not None and first[0] == second[0]


def _one_inflected(a: str, b: str) -> bool:
    """Whether one of two forms of a given name is a case form that a woman's name could be: Александра, but not Алексея."""
    forms = [(word, found[1]) for word in (a, b) if (found := find_given_name(word)) is not None]
    return len({inflected for _, inflected in forms}) == 2 and any(inflected and word[-1] in "аaα" for word, inflected in forms)


def _initial(a: str, b: str) -> bool:
    return (len(a) == 1 or len(b) == 1) and a[0] == b[0]
