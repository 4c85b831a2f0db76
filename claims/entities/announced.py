"""Spans that words announce as names: institutions by their noun, persons behind a title, firms behind a noun for a firm."""

from __future__ import annotations

from collections.abc import Iterator

from claims.entities.candidates import Candidate, View, goes_on, is_generic, opens_name, run_end
from claims.entities.mention import EntityKind
from claims.entities.person_tokens import name_level
from claims.entities.tokens import word_script

INSTITUTION = "an institution with its name"
"""Why a common noun and what follows is a name."""

_ADJECTIVES = ("ий", "ій", "ый", "ой", "ая", "а", "ое", "е", "ого", "ої", "ой", "ому", "ым", "им", "ом", "ую", "у")
_GENITIVES = ("а", "я", "у", "ю", "и", "ы", "і", "ї", "ого", "ої", "ой", "их", "ых", "ів", "ов")
_GENITIVE_ADJECTIVES = ("ого", "ої", "ой", "их", "ых")
_PAST = ("ла", "ло", "ли", "лись", "лася")


def find_announced(view: View) -> list[Candidate]:
    """Every span that words around it announce, in no order."""
    return [*find_institutions(view), *find_titled(view), *find_firms(view)]


def find_institutions(view: View) -> Iterator[Candidate]:
    """Institutions named by a common noun and what follows: a ministry, a bank, an authority."""
    nouns = view.lexicon("institutions")
    for index in range(len(view.tokens)):
        length = nouns.match(view.tokens, index)
        if not length:
            continue
        if word_script(view.tokens[index].text) == "arabic":
            end = _arabic_name_end(view, index + length)
            if end > index + length and view.tokens[index].text.startswith("ال"):
                yield Candidate(index, end, EntityKind.ORGANISATION, 0.45, "an institution and what may be its name")
            elif end > index + length:
                yield Candidate(index, end, EntityKind.ORGANISATION, 0.75, INSTITUTION)
        elif word_script(view.tokens[index].text) == "cyrillic" and not view.tokens[index].is_capitalised:
            yield from _cyrillic_institution(view, index, length)
        elif not view.words.noun_capitals:
            yield from _cased_institution(view, index, length)


def _cyrillic_institution(view: View, index: int, length: int) -> Iterator[Candidate]:
    """A capitalised adjective, a small noun, and the genitives behind it: Южный завод железных труб."""
    if index == 0 or not opens_name(view, index - 1) or not view.tokens[index - 1].text.endswith(_ADJECTIVES):
        return
    if is_generic(view, index - 1, index):
        return
    start, end = index - 1, index + length
    while start > 0 and opens_name(view, start - 1) and not view.tokens[start].first:
        start -= 1
    while end < min(index + length + 2, len(view.tokens)) and _is_genitive(view, end):
        end += 1
        if view.tokens[end - 1].text.endswith(_GENITIVE_ADJECTIVES) and goes_on(view, end) and view.tokens[end].text.islower():
            end += 1
            break
    yield Candidate(start, end, EntityKind.ORGANISATION, 0.75, INSTITUTION)


def _is_genitive(view: View, index: int) -> bool:
    word = view.tokens[index].text
    if not word.islower() or len(word) < 4 or view.lexicon("common").match(view.tokens, index):
        return False
    return word.endswith(_GENITIVES) and not word.endswith(_PAST)


def _cased_institution(view: View, index: int, length: int) -> Iterator[Candidate]:
    """A capitalised noun with the capitals around it; a small one with those that a small word joins to it."""
    behind = index + length
    if behind >= len(view.tokens) or view.lexicon("facilities").match(view.tokens, index):
        return
    joined = view.lexicon("particles").match(view.tokens, behind)
    next_name = behind + joined
    if next_name >= len(view.tokens) or not opens_name(view, next_name) or view.tokens[next_name].first:
        return
    if view.tokens[index].is_capitalised:
        start = index
        while start > 0 and opens_name(view, start - 1) and not view.tokens[start].first:
            start -= 1
        sure = 0.6 if view.tokens[index].first else 0.75
        yield Candidate(start, run_end(view, next_name), EntityKind.ORGANISATION, sure, INSTITUTION)
    elif joined:
        yield Candidate(index, run_end(view, next_name), EntityKind.ORGANISATION, 0.5, "a noun and the name joined to it")


def _arabic_name_end(view: View, index: int) -> int:
    """Behind the definite words that go on naming an institution, one bare word among them at most."""
    end, bare, definite = index, 0, 0
    while end < len(view.tokens) and end - index < 3 and word_script(view.tokens[end].text) == "arabic":
        word = view.tokens[end].text
        if view.lexicon("demonyms").match(view.tokens, end) and end > index and not word.startswith("ال"):
            break
        if word.startswith(("ال", "لل", "وال")) and len(word) > 4:
            definite += 1
        elif bare or definite or view.lexicon("common").match(view.tokens, end):
            break
        else:
            bare += 1
        end += 1
    return end if definite else index


def find_titled(view: View) -> Iterator[Candidate]:
    """Persons behind a title or a post, where no capitals mark them."""
    for name in ("titles", "roles", "occupations"):
        lexicon = view.lexicon(name)
        for index, token in enumerate(view.tokens):
            if view.is_cased(index) or not token.is_word:
                continue
            length = lexicon.match(view.tokens, index)
            end = _person_end(view, index + length) if length else 0
            if length and end > index + length:
                yield Candidate(index + length, end, EntityKind.PERSON, 0.7, "a person behind a title or a post")


def _person_end(view: View, index: int) -> int:
    """Behind up to three words in a row that are parts of persons' names."""
    end = index
    while end < len(view.tokens) and end - index < 4 and _is_person_word(view, end):
        end += 1
    return end if end - index > 1 else index


def _is_person_word(view: View, index: int) -> bool:
    word = view.tokens[index].text
    return view.tokens[index].is_word and not view.lexicon("common").match(view.tokens, index) and name_level(word) > 0


def find_firms(view: View) -> Iterator[Candidate]:
    """Names behind a noun for a firm, where no capitals mark them: شركة أرامكو."""
    lexicon = view.lexicon("organisations")
    for index in range(len(view.tokens) - 1):
        if word_script(view.tokens[index].text) != "arabic" or view.tokens[index].text.startswith("ال"):
            continue
        length = lexicon.match(view.tokens, index)
        end = index + length
        if not length or end >= len(view.tokens) or word_script(view.tokens[end].text) != "arabic":
            continue
        word = view.tokens[end].text
        plain = any(view.lexicon(name).match(view.tokens, end) for name in ("common", "demonyms", "organisations", "places"))
        if not word.startswith(("ال", "لل")) and not plain and len(word) > 2:
            yield Candidate(end, end + 1, EntityKind.ORGANISATION, 0.45, "the word behind a noun for a firm")
