"""Names of the alias table as they stand in a text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from claims.entities.aliases import AliasEntry, load_aliases
from claims.entities.candidates import CASED, Candidate, View
from claims.entities.forms.scripts import script_of
from claims.entities.mention import EntityKind
from claims.entities.tokens import word_script

_UNSPACED = frozenset({"han", "kana", "hangul", "thai"})
_LONGEST = 4


def find_known(view: View) -> Iterator[Candidate]:
    """Names that the alias table holds, longest first, in any inflected form."""
    index = 0
    while index < len(view.tokens):
        found = _known_at(view, index)
        if found is None:
            index += 1
            continue
        end, entry = found
        yield Candidate(index, end, EntityKind(entry.kind), 0.9, "a name in the alias table")
        index = end


def _known_at(view: View, index: int) -> tuple[int, AliasEntry] | None:
    token = view.tokens[index]
    script = word_script(token.text)
    if script in _UNSPACED:
        return _unspaced_at(view, index)
    if not script or (script in CASED and not _may_open(view, index)):
        return None
    for length in range(min(_LONGEST, len(view.tokens) - index), 0, -1):
        last = view.tokens[index + length - 1]
        if not last.is_word or (script in CASED and not last.is_capitalised and not any(map(str.isupper, last.text))):
            continue
        if length > 1 and any(inner.first for inner in view.tokens[index + 1 : index + length]):
            continue
        entry = load_aliases().find(view.text[token.start : last.end], None)
        if entry is not None and _is_whole(view, index, index + length):
            return index + length, entry
    return None


def _may_open(view: View, index: int) -> bool:
    text = view.tokens[index].text
    return any(map(str.isupper, text)) and not (len(text) < 3 and not text.isupper())


def _is_whole(view: View, start: int, end: int) -> bool:
    """Whether the span is the whole of a word that the language also uses for something else."""
    if end - start > 1:
        return True
    return not view.lexicon("common").match(view.tokens, start)


@cache
def _unspaced_names() -> dict[str, list[tuple[str, AliasEntry]]]:
    names: dict[str, list[tuple[str, AliasEntry]]] = {}
    for entry in load_aliases().entries.values():
        for name in entry.names:
            if script_of(name) in _UNSPACED and len(name) > 1:
                names.setdefault(name[0], []).append((name, entry))
    for found in names.values():
        found.sort(key=lambda item: (-len(item[0]), item[0]))
    return names


def _unspaced_at(view: View, index: int) -> tuple[int, AliasEntry] | None:
    start = view.tokens[index].start
    for name, entry in _unspaced_names().get(view.tokens[index].text, ()):
        if view.text.startswith(name, start):
            end = index
            while end < len(view.tokens) and view.tokens[end].end < start + len(name):
                end += 1
            if view.tokens[end].end == start + len(name):
                return end + 1, entry
    return None
