"""Names of the alias table as they stand in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from claims.entities.aliases import AliasEntry, load_aliases
from claims.entities.candidates import CASED, Candidate, View, is_generic
from claims.entities.forms.scripts import script_of
from claims.entities.mention import EntityKind
from claims.entities.tokens import word_script

_UNSPACED = frozenset({"han", "kana", "hangul", "thai"})
KNOWN = "a name in the alias table"
"""Why a span that the table holds is a name."""

_LONGEST = 4
_SHORT = 4
_CLEAR = 0.7


def find_known(view: View, shown: Sequence[Candidate]) -> Iterator[Candidate]:
    """Names that the alias table holds, longest first, in any inflected form; `shown` is what the script itself shows.

    A known name that begins a longer one is left out: "Volvo" says nothing of what "Volvo Cars" is.
    """
    longer = {each.start: each.end for each in shown if each.confidence >= _CLEAR and view.is_cased(each.start)}
    index = 0
    while index < len(view.tokens):
        found = _known_at(view, index)
        if found is None:
            index += 1
            continue
        end, entry = found
        if view.words.noun_capitals or not end < longer.get(index, 0) <= end + 2:
            sure = 0.35 if _may_be_a_word(view, index, end) else 0.9
            yield Candidate(index, end, EntityKind(entry.kind), sure, KNOWN)
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
        inside = view.tokens[index + 1 : index + length]
        if any(inner.first or not (inner.is_word or inner.text in "&-'’.") for inner in inside):
            continue
        entry = load_aliases().find(view.text[token.start : last.end], None)
        if entry is not None and _is_whole(view, index, index + length):
            return index + length, entry
    return None


def _may_be_a_word(view: View, start: int, end: int) -> bool:
    """Whether so short a name, in a script without capitals, may as well be a common word: ورد, Ford or "was reported"."""
    token = view.tokens[start]
    return end - start == 1 and word_script(token.text) in ("arabic", "hebrew") and len(token.text) <= _SHORT


def _may_open(view: View, index: int) -> bool:
    text = view.tokens[index].text
    return any(map(str.isupper, text)) and not (len(text) < 3 and not text.isupper())


def _is_whole(view: View, start: int, end: int) -> bool:
    """Whether the span is the whole of a word that the language also uses for something else."""
    if end - start > 1:
        return True
    return not is_generic(view, start, end)


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
