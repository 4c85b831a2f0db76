"""Names that some articles of a run are sure of, found in the others where nobody had seen them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.entities.name_types import NameType, name_form
from claims.article import Article, Span
from claims.entities.candidates import CASED
from claims.entities.forms.inflection import find_bases
from claims.entities.forms.scripts import script_of
from claims.entities.mention import EntityKind, Mention, MentionForm
from claims.entities.tokens import Token, find_tokens, word_script

_SURE = 0.7
_CONFIDENCE = 0.7
_CERTAIN = 0.9
_UNSPACED = frozenset({"han", "kana", "hangul", "thai"})
_SHORTEST = {"latin": 3, "cyrillic": 3, "greek": 3, "han": 2, "kana": 3, "hangul": 2}


@dataclass(frozen=True, slots=True)
class _Name:
    """The base forms of each word of a name that may be looked for elsewhere."""

    words: tuple[frozenset[str], ...]
    kind: EntityKind
    shape: str


class NameIndex:
    """Names by every base form of their first word; for scripts without spaces, by their first character."""

    def __init__(self, types: Mapping[str, NameType]) -> None:
        self._names: dict[str, list[_Name]] = defaultdict(list)
        self._runs: dict[str, list[tuple[str, EntityKind]]] = defaultdict(list)
        for each in types.values():
            if not _may_be_looked_for(each):
                continue
            if each.script in _UNSPACED:
                self._runs[each.shape[0]].append((each.shape, each.kind))
                continue
            words = tuple(find_bases(word, word_script(word)) for word in each.words)
            for base in sorted(words[0]):
                self._names[base].append(_Name(words, each.kind, each.shape))
        for names in self._names.values():
            names.sort(key=lambda name: (-len(name.words), name.shape))
        for runs in self._runs.values():
            runs.sort(key=lambda run: (-len(run[0]), run[0]))

    def find(self, text: str, tokens: Sequence[Token]) -> Iterator[Mention]:
        """Every place where a name of the index stands, from left to right without overlaps."""
        behind = 0
        for index, token in enumerate(tokens):
            if token.start < behind:
                continue
            found = self._at(text, tokens, index)
            if found is not None:
                yield found
                behind = found.span.end

    def _at(self, text: str, tokens: Sequence[Token], index: int) -> Mention | None:
        token = tokens[index]
        script = word_script(token.text)
        if script in _UNSPACED:
            for shape, kind in self._runs.get(token.text, ()):
                if text.startswith(shape, token.start):
                    return _projected(text, token.start, token.start + len(shape), kind, shape)
            return None
        if not script or (script in CASED and not any(map(str.isupper, token.text))):
            return None
        for base in sorted(find_bases(token.text.lower(), script), key=lambda base: (-len(base), base)):
            for name in self._names.get(base, ()):
                if _stands_at(name, tokens, index):
                    return _projected(text, token.start, tokens[index + len(name.words) - 1].end, name.kind, name.shape)
        return None


def _may_be_looked_for(each: NameType) -> bool:
    if each.best < _SURE or len(each.form) < _SHORTEST.get(each.script, 3):
        return False
    return not (each.script in ("arabic", "hebrew") and len(each.words) == 1 and len(each.form) < 4)


def _stands_at(name: _Name, tokens: Sequence[Token], index: int) -> bool:
    if index + len(name.words) > len(tokens):
        return False
    for place, bases in enumerate(name.words):
        token = tokens[index + place]
        script = word_script(token.text)
        if place and (not script or bases.isdisjoint(find_bases(token.text.lower(), script))):
            return False
        if script in CASED and not (token.is_capitalised or any(map(str.isupper, token.text))):
            return False
    return True


def _projected(text: str, start: int, end: int, kind: EntityKind, shape: str) -> Mention:
    span = Span(start, end)
    return Mention(span, span.of(text), kind, MentionForm.NAME, None, _CONFIDENCE, f"named {shape!r} elsewhere in the run")


def _gives_way(rival: Mention, fresh: Mention, types: Mapping[str, NameType]) -> bool:
    """Whether a mention is dropped for a projected one: it is a part of it, or it swallowed it in a script without spaces."""
    if fresh.span.contains(rival.span):
        return len(fresh.span) > len(rival.span)
    if not rival.span.contains(fresh.span) or script_of(fresh.text) not in _UNSPACED:
        return False
    swallowed = types.get(name_form(rival))
    return swallowed is not None and len(swallowed.places) == 1 and rival.confidence < _CERTAIN


def project_names(
    articles: Sequence[Article], mentions: Mapping[str, Sequence[Mention]], types: Mapping[str, NameType]
) -> dict[str, tuple[Mention, ...]]:
    """`mentions` with the names that were missed; a mention that was there stays unless a longer name covers it."""
    index = NameIndex(types)
    found = {}
    for article in articles:
        there = list(mentions[article.id])
        for fresh in index.find(article.text, find_tokens(article.text)):
            rivals = [mention for mention in there if mention.span.overlaps(fresh.span)]
            if all(_gives_way(rival, fresh, types) for rival in rivals):
                there = [mention for mention in there if mention not in rivals]
                there.append(fresh)
        found[article.id] = tuple(sorted(there, key=lambda mention: mention.span))
    return found
