"""What stands for a name in an article: descriptions ("das Unternehmen"), posts ("the CEO"), pronouns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claims.article import Span
from claims.entities.candidates import View
from claims.entities.folding import bare_forms, fold_word
from claims.entities.mention import EntityKind, Mention, MentionForm
from claims.entities.tokens import word_script

STEM = 5
"""Letters that two forms of one word share."""

_NOUNS = ("roles", "organisations", "institutions", "facilities")
_BACK = 3
_JOINED = 7
_LONGEST_JOINER = 5
_POSSESSIVE = frozenset({"'", "’", "s", "'s", "’s"})
_APPOSITION = frozenset(",،–—-(:«\"„“")


@dataclass(frozen=True, slots=True)
class Reference:
    """A span that stands for a name; `stems` are the beginnings of its words, `needs_match` tells that it refers only to
    somebody the article described with the same words. `demonyms` and `places` say where who is meant comes from: the
    beginnings of such adjectives, and the entities of places named in the phrase.
    """

    span: Span
    kind: EntityKind
    form: MentionForm
    stems: frozenset[str]
    needs_match: bool
    demonyms: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


def stem_of(word: str) -> str:
    """The beginning of a word that its forms share, without Arabic particles and article."""
    return bare_forms(fold_word(word))[-1][:STEM]


@dataclass(frozen=True, slots=True)
class Scene:
    """The tokens of an article with the indices of those that names cover, and the places among these by index."""

    view: View
    covered: frozenset[int]
    places: Mapping[int, str]

    def is_name(self, index: int) -> bool:
        """Whether a name covers the token at `index`."""
        return index in self.covered


def scene_of(view: View, names: Sequence[Mention]) -> Scene:
    """The scene of an article with these names."""
    starts = [token.start for token in view.tokens]
    covered: set[int] = set()
    places: dict[int, str] = {}
    for mention in names:
        index = max(0, bisect_right(starts, mention.span.start) - 1)
        while index < len(view.tokens) and view.tokens[index].start < mention.span.end:
            covered.add(index)
            if mention.kind is EntityKind.PLACE and mention.entity_id is not None:
                places[index] = mention.entity_id
            index += 1
    return Scene(view, frozenset(covered), places)


def find_references(scene: Scene) -> list[Reference]:
    """Everything in the text that stands for a name, in order, outside the names themselves and what is joined to them."""
    found: list[Reference] = []
    index = 0
    while index < len(scene.view.tokens):
        reference, size = _reference_at(scene, index)
        if reference is not None:
            found.append(reference)
        index += max(size, 1)
    return found


def _reference_at(scene: Scene, index: int) -> tuple[Reference | None, int]:
    view = scene.view
    if not view.tokens[index].is_word or scene.is_name(index):
        return None, 1
    for name in _NOUNS:
        size = view.lexicon(name).match(view.tokens, index)
        if size and not any(map(scene.is_name, range(index, index + size))):
            return _description(scene, index, size, name), size
    return _pronoun(view, index), 1


def _description(scene: Scene, index: int, size: int, name: str) -> Reference | None:
    view = scene.view
    if _is_plural(view, index + size - 1) or _names_follow(scene, index + size) or _name_precedes(scene, index):
        return None
    start = _definite_start(scene, index)
    if start is None:
        return None
    first = 1 + max((place for place in range(start, index) if scene.is_name(place)), default=start - 1)
    behind = index + size
    while behind < len(view.tokens) and view.lexicon("demonyms").match(view.tokens, behind):
        behind += 1
    words = {stem_of(view.tokens[i].text) for i in range(start, behind) if _tells(view, i)}
    form = MentionForm.ROLE if name == "roles" else MentionForm.DESCRIPTION
    kind = EntityKind.PERSON if name == "roles" else EntityKind.ORGANISATION
    needs = name != "organisations" or bool(view.lexicon("relational").match(view.tokens, index))
    span = Span(view.tokens[first].start, view.tokens[index + size - 1].end)
    demonyms = frozenset(stem_of(view.tokens[i].text) for i in range(start, behind) if _is_demonym(view, i))
    return Reference(span, kind, form, frozenset(words), needs, demonyms, _places_of(scene, start, behind))


def _is_demonym(view: View, index: int) -> bool:
    return bool(view.lexicon("demonyms").match(view.tokens, index))


def _places_of(scene: Scene, start: int, behind: int) -> frozenset[str]:
    """The places inside a noun phrase, and the one that a small word joins to it: "the Leeds group", "spółka z Łodzi"."""
    inside = {scene.places[i] for i in range(start, behind) if i in scene.places}
    if behind + 1 in scene.places and not scene.is_name(behind) and _joins_place(scene.view, behind):
        inside.add(scene.places[behind + 1])
    return frozenset(inside)


def _joins_place(view: View, index: int) -> bool:
    small = view.tokens[index].is_word and not view.tokens[index].first and len(view.tokens[index].text) <= _LONGEST_JOINER
    return small and any(view.lexicon(name).match(view.tokens, index) for name in ("locatives", "particles", "common"))


def _tells(view: View, index: int) -> bool:
    """Whether a word says something of what is meant, unlike articles and prepositions."""
    if len(view.tokens[index].text) < 3 or not view.tokens[index].is_word:
        return False
    return not any(view.lexicon(name).has(view.tokens[index].text) for name in ("definite", "common", "particles", "generic"))


def _is_plural(view: View, index: int) -> bool:
    word = fold_word(view.tokens[index].text)
    return any(word.endswith(ending) for ending in view.words.plural_endings)


def _names_follow(scene: Scene, index: int) -> bool:
    """Whether the noun only announces the name behind it: "das Unternehmen Kaltwerk", "grupul italian Valsesi"."""
    view = scene.view
    while index < len(view.tokens) and not scene.is_name(index):
        if view.tokens[index].text not in "«„“\"'「《" and not view.lexicon("demonyms").match(view.tokens, index):
            return False
        index += 1
    return index < len(view.tokens) and scene.is_name(index)


def _name_precedes(scene: Scene, index: int) -> bool:
    """Whether the noun belongs to a name said just before: "Rimal Data, the operator"."""
    view, tokens, place = scene.view, scene.view.tokens, index - 1
    while place >= 0 and place >= index - 1 - _BACK and tokens[place].is_word and not scene.is_name(place):
        if view.lexicon("common").match(tokens, place) and not view.lexicon("definite").match(tokens, place):
            return False
        place -= 1
    return place >= 1 and tokens[place].text in _APPOSITION and scene.is_name(place - 1)


def _definite_start(scene: Scene, index: int) -> int | None:
    """The first token of the noun phrase, where it refers back; None where it does not."""
    view = scene.view
    token = view.tokens[index]
    if word_script(token.text) == "arabic":
        return index if _arabic_definite(token.text) else None
    if view.lexicon("self_definite").match(view.tokens, index):
        return index
    definite = view.lexicon("definite")
    place = index - 1
    while place >= max(0, index - _BACK) and (view.tokens[place].is_word or view.tokens[place].text in "'’"):
        if definite.match(view.tokens, place) and not scene.is_name(place):
            return place
        small = view.lexicon("common").match(view.tokens, place) or view.lexicon("particles").match(view.tokens, place)
        if small and view.tokens[place].is_word:
            break
        place -= 1
    if not view.words.bare_definite:
        return None
    before = index - 1
    while before >= max(0, index - 2) and view.lexicon("demonyms").match(view.tokens, before):
        before -= 1
    return before + 1


def _arabic_definite(word: str) -> bool:
    bare = fold_word(word).lstrip("وف")
    return bare.startswith(("ال", "بال", "كال", "لل")) or (len(word) > 5 and fold_word(word).endswith(("ها", "هم")))


def _pronoun(view: View, index: int) -> Reference | None:
    token = view.tokens[index]
    person = view.lexicon("person_pronouns").match(view.tokens, index) == 1
    organisation = view.lexicon("organisation_pronouns").match(view.tokens, index) == 1
    if not (person or organisation):
        return None
    kind = EntityKind.PERSON if person else EntityKind.ORGANISATION
    stems = frozenset({"either"}) if person and organisation else frozenset()
    return Reference(token.span, kind, MentionForm.PRONOUN, stems, False)


def describing_words(scene: Scene, mention: Mention) -> Iterator[int]:
    """Tokens that describe a name: what stands right before it, what a comma joins to it, a demonym right behind it."""
    tokens = scene.view.tokens
    start = bisect_left(tokens, mention.span.start, key=lambda token: token.start)
    place = start - 1
    while place >= 0 and place >= start - _JOINED and not tokens[place + 1].first and not scene.is_name(place):
        if _tells(scene.view, place):
            yield place
        elif not tokens[place].is_word and tokens[place].text not in "«„“\"'-":
            break
        place -= 1
    yield from _joined_after(scene, bisect_left(tokens, mention.span.end, key=lambda token: token.start))


def describing_demonyms(scene: Scene, mention: Mention) -> Iterator[str]:
    """Beginnings of the adjectives of origin right before or behind a name."""
    tokens = scene.view.tokens
    start = bisect_left(tokens, mention.span.start, key=lambda token: token.start)
    for index in describing_words(scene, mention):
        if _is_demonym(scene.view, index) and index > start - 1 - _BACK - 1:
            yield stem_of(tokens[index].text)


def describing_places(scene: Scene, mention: Mention) -> Iterator[str]:
    """Places said of a name: "Norvex of Leeds", "Norvex, founded in Leeds", "Leeds's Norvex"; none that a verb joins to it."""
    tokens = scene.view.tokens
    first = bisect_left(tokens, mention.span.start, key=lambda token: token.start)
    before = first - 1
    while before > 0 and not scene.is_name(before) and tokens[before].text in _POSSESSIVE:
        before -= 1
    if before in scene.places and before < first - 1 and not tokens[first].first:
        yield scene.places[before]
    start = behind = bisect_left(tokens, mention.span.end, key=lambda token: token.start)
    while start < len(tokens) and tokens[start].text in "»“”\"":
        start += 1
    behind = start
    while behind < min(start + _JOINED, len(tokens)) and not tokens[behind].first and not scene.is_name(behind):
        behind += 1
    if behind not in scene.places:
        return
    if tokens[start].text in _APPOSITION or (behind == start + 1 and _joins_place(scene.view, start)):
        yield scene.places[behind]


def _joined_after(scene: Scene, place: int) -> Iterator[int]:
    tokens = scene.view.tokens
    while place < len(tokens) and tokens[place].text in "»“”\"'":
        place += 1
    if place < len(tokens) and not tokens[place].first and not scene.is_name(place) and _is_demonym(scene.view, place):
        yield place
        place += 1
    if place >= len(tokens) or tokens[place].text not in _APPOSITION:
        return
    said: list[int] = []
    for index in range(place + 1, min(place + 2 + _JOINED, len(tokens))):
        if tokens[index].first or not tokens[index].is_word or _opens_clause(scene.view, index):
            return
        if _tells(scene.view, index):
            said.append(index)
        if any(scene.view.lexicon(name).match(tokens, index) for name in _NOUNS):
            yield from said
            said.clear()


def is_dependent(scene: Scene, mention: Mention) -> bool:
    """Whether a name only tells whose supplier, customer or officer is spoken of: "a supplier of Norvex", "Norvex's owner"."""
    view, tokens = scene.view, scene.view.tokens
    start = bisect_left(tokens, mention.span.start, key=lambda token: token.start)
    behind = bisect_left(tokens, mention.span.end, key=lambda token: token.start)
    if view.text[mention.span.end : mention.span.end + 2] in ("'s", "’s"):
        return any(view.lexicon("relational").match(tokens, index) for index in range(behind + 2, min(behind + 5, len(tokens))))
    between = start - 1
    if between < 1 or scene.is_name(between) or not tokens[between].is_word or tokens[between].first or tokens[start].first:
        return False
    before = range(max(0, start - 3), between)
    return any(view.lexicon(name).match(tokens, index) for name in ("relational", "roles") for index in before)


def is_oblique(scene: Scene, mention: Mention) -> bool:
    """Whether a preposition before a name, or before what describes it, shows that it is not the subject."""
    view, tokens = scene.view, scene.view.tokens
    start = bisect_left(tokens, mention.span.start, key=lambda token: token.start)
    for place in range(start - 1, max(-1, start - 2 - _BACK), -1):
        if tokens[place + 1].first or scene.is_name(place) or not (tokens[place].is_word or tokens[place].text in "«„“\"'-"):
            return False
        if view.lexicon("prepositions").match(tokens, place):
            return True
        describes = tokens[place].is_capitalised or _is_demonym(view, place) or view.lexicon("definite").match(tokens, place)
        if tokens[place].is_word and not describes and not view.lexicon("organisations").match(tokens, place):
            return False
    return False


def _opens_clause(view: View, index: int) -> bool:
    """Whether a word like "which" or "after" makes what a comma joins a clause of its own."""
    article = view.lexicon("definite").match(view.tokens, index) or len(view.tokens[index].text) < 3
    return not article and bool(view.lexicon("common").match(view.tokens, index))
