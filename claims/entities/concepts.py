"""Words inside names that languages translate: what they mean, and what is left of a name without them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from claims.declarations import Table, load_table
from claims.entities.folding import bare_forms, fold_word
from claims.entities.forms.words import load_name_words
from claims.entities.lexicon import Lexicon

_FILE = Path(__file__).parent / "concepts.toml"


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name as `concepts`, sorted, and `proper`, the words that are spelled and not translated."""

    concepts: tuple[str, ...]
    proper: str


@cache
def _concepts() -> Mapping[str, Lexicon]:
    """The lexicon of each concept; `PackError` names file and key of what is wrong."""
    table = load_table(_FILE)
    lists = table.table("concepts", required=True)
    words = {name: lists.words(name, required=True) for name in lists}
    _refuse_shared(lists, words)
    table.done()
    return {name: Lexicon(entries) for name, entries in words.items()}


def _refuse_shared(table: Table, words: Mapping[str, tuple[str, ...]]) -> None:
    owner: dict[str, str] = {}
    for name, entries in words.items():
        for entry in entries:
            if owner.setdefault(entry, name) != name:
                raise table.error(name, f"duplicate cue {entry!r}, also in {owner[entry]}")


@lru_cache(maxsize=200_000)
def read_parts(form: str) -> NameParts:
    """The parts of a name in canonical form (lower case, no legal form)."""
    found, proper = set(), []
    particles = load_name_words().particles
    for word in form.split():
        meant = [name for name, lexicon in _concepts().items() if lexicon.has(word)]
        if meant:
            found.add(meant[0])
        elif word not in particles and len(word) > 2:
            proper.append(bare_forms(fold_word(word))[-1])
    return NameParts(tuple(sorted(found)), " ".join(proper))
