"""What speaks for a name being an organisation's, a person's or a place's."""

from __future__ import annotations

from collections.abc import Iterable

from claims.entities.candidates import View
from claims.entities.firm_words import firm_words, place_words
from claims.entities.folding import fold_word, is_legal_form
from claims.entities.gazetteer import find_place
from claims.entities.mention import EntityKind
from claims.entities.person_tokens import name_level

_ORGANISATION, _PERSON, _PLACE = EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.PLACE
_BEFORE = (
    ("organisations", _ORGANISATION, 1.2),
    ("institutions", _ORGANISATION, 0.8),
    ("places", _PLACE, 1.5),
    ("locatives", _PLACE, 1.0),
)
_PERSON_BEFORE = ("roles", "titles", "occupations")
_PLACE_WORD = 1.5
_GIVEN_AND_FAMILY, _COMMON_GIVEN = 2, 4
"""Two words of which the first is one of the commonest given names are a person, whatever stands before them."""
_CITY, _ADJECTIVE_ENDING = 4, 3
_AMBIGUOUS_FORMS = 3
"""Legal forms shorter than this may be anything ("as", "ab", "pt") unless written in capitals."""


def judge_kind(view: View, start: int, end: int, lang: str, said: Iterable[tuple[EntityKind, float]]) -> EntityKind:
    """The likeliest kind of tokens [start, end); `said` holds kinds and weights already known."""
    votes = {_ORGANISATION: 0.5, _PERSON: 0.0, _PLACE: 0.0}
    for kind, weight in said:
        votes[kind] += weight
    _look_inside(view, start, end, lang, votes)
    _look_before(view, start, end, votes)
    _look_after(view, end, votes)
    return max(EntityKind, key=lambda each: (votes[each], each is _ORGANISATION))


def _look_inside(view: View, start: int, end: int, lang: str, votes: dict[EntityKind, float]) -> None:
    tokens = [token for token in view.tokens[start:end] if token.is_word]
    words = [token.text for token in tokens]
    if any(fold_word(word) in firm_words() for word in words[len(words) > 1 :]) and len(words) > 1:
        votes[_ORGANISATION] += 1.6
    if any(_is_legal_form(word) for word in words[1:]) or "&" in " ".join(token.text for token in view.tokens[start:end]):
        votes[_ORGANISATION] += 2
    if any(view.lexicon("institutions").match(view.tokens, index) for index in range(start, end)):
        votes[_ORGANISATION] += 1.5
    if any(sum(map(str.isupper, word)) > 1 or any(map(str.isdigit, word)) for word in words):
        votes[_ORGANISATION] += 0.8
    if start > 0 and view.tokens[start - 1].text in "«„“\"「《»" and end < len(view.tokens) and not view.tokens[end].is_word:
        votes[_ORGANISATION] += 0.8
    levels = [name_level(word) for word in words]
    if len(levels) > 1 and all(levels):
        votes[_PERSON] += 0.6 + 0.2 * min(levels[0], 4)
    elif len(levels) == _GIVEN_AND_FAMILY and levels[0] == _COMMON_GIVEN:
        votes[_PERSON] += 1.3
    elif len(levels) > 1 and levels[0] > 1:
        votes[_PERSON] += 0.4
    parts = [part for word in words for part in word.split("-")]
    if len(parts) > 1 and parts[0].lower() in place_words() and not any(fold_word(part) in firm_words() for part in parts):
        votes[_PLACE] += _PLACE_WORD
    if len(words) == 1 and _has_adjective(view, words[0].lower()):
        votes[_PLACE] += _PLACE_WORD
    if find_place(" ".join(words), lang) is not None:
        votes[_PLACE] += 2


def is_located(view: View, start: int) -> bool:
    """Whether a small word before the token at `start` says that something is or happens there."""
    return _ends_at(view, "locatives", start - 1) or _ends_at(view, "places", start - 1)


def may_be_place(view: View, start: int, end: int) -> bool:
    """Whether nothing inside tokens [start, end) or around them shows the name of a firm."""
    words = [token.text for token in view.tokens[start:end] if token.is_word]
    quoted = start > 0 and view.tokens[start - 1].text in "«„“\"「《"
    shaped = any(sum(map(str.isupper, part)) > 1 or any(map(str.isdigit, part)) for word in words for part in word.split("-"))
    return not quoted and not shaped and not any(fold_word(word) in firm_words() or _is_legal_form(word) for word in words)


def _has_adjective(view: View, word: str) -> bool:
    """Whether the pack has an adjective made of the name, as of a city's: Hamburg and Hamburger."""
    bare = (entry.lower().strip("*") for entry in view.words.demonyms)
    return len(word) >= _CITY and any(each.startswith(word) and 0 < len(each) - len(word) <= _ADJECTIVE_ENDING for each in bare)


def _is_legal_form(word: str) -> bool:
    bare = word.replace(".", "")
    return (len(bare) >= _AMBIGUOUS_FORMS or bare.isupper()) and is_legal_form(bare)


def _look_before(view: View, start: int, end: int, votes: dict[EntityKind, float]) -> None:
    before = start - 1
    while before >= 0 and view.tokens[before].text in "«„“\"「《":
        before -= 1
    for name, kind, weight in _BEFORE:
        if _ends_at(view, name, before):
            votes[kind] += weight
    words = sum(token.is_word for token in view.tokens[start:end])
    if any(_ends_at(view, name, before) for name in _PERSON_BEFORE):
        votes[_PERSON] += 1.2 if words > 1 else 0.5


def _look_after(view: View, end: int, votes: dict[EntityKind, float]) -> None:
    """What a comma joins: "Dunmore, the steelmaker", "Ines Prado, its chairwoman"."""
    if end >= len(view.tokens) or view.tokens[end].text not in ",،、":
        return
    for index in range(end + 1, min(end + 6, len(view.tokens))):
        if not view.tokens[index].is_word or view.tokens[index].first:
            return
        if any(view.lexicon(name).match(view.tokens, index) for name in _PERSON_BEFORE):
            votes[_PERSON] += 1.0
            return
        if any(view.lexicon(name).match(view.tokens, index) for name in ("organisations", "institutions")):
            votes[_ORGANISATION] += 1.0
            return


def _ends_at(view: View, name: str, index: int) -> bool:
    """Whether an entry of a list ends with the token at `index`."""
    lexicon = view.lexicon(name)
    starts = ((index - length + 1, length) for length in (1, 2, 3) if index >= 0)
    return any(start >= 0 and lexicon.match(view.tokens, start) == length for start, length in starts)
