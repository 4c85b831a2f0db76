"""What an entity is called in English, and its stable id."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from anyascii import anyascii

from checker.entities.name_types import NameType
from claims.entities.aliases import AliasEntry, AliasTable
from claims.entities.forms.inflection import same_word
from claims.entities.forms.words import split_words
from claims.entities.mention import EntityKind
from claims.entities.names.display import readable_name

_QUOTES = re.compile("^[\"'«»„“”‘’「」《》\\s]+|[\"'«»„“”‘’「」《》\\s.,;:]+$")
_SLUG = re.compile(r"[^a-z0-9]+")


def find_entry(members: Sequence[NameType], kind: EntityKind, aliases: AliasTable) -> AliasEntry | None:
    """The alias table's entry for a group of names, the one most of its names have."""
    votes: Counter[str] = Counter()
    for each in members:
        entry = aliases.find(each.shape, kind.value)
        if entry is not None:
            votes[entry.id] += len(each.places)
    return aliases.entries[min(votes, key=lambda key: (-votes[key], key))] if votes else None


def display_name(members: Sequence[NameType], kind: EntityKind) -> str:
    """The commonest fullest Latin form of the run, else a readable romanisation."""
    latin = [each for each in members if each.script == "latin"]
    if latin:
        return _base_form(latin, kind)
    best = _fullest(members, kind)
    return readable_name(_clean(best.shape), min(best.langs, default=""))


def _fullest(members: Sequence[NameType], kind: EntityKind) -> NameType:
    """The commonest of the names with the most words; a longer one counts if it is said in a quarter of the places."""
    total = sum(len(each.places) for each in members)
    weighty = [each for each in members if 16 * len(each.places) >= total] or list(members)
    longest = max(min(len(each.words), 3) for each in weighty)
    return min(
        (each for each in weighty if min(len(each.words), 3) == longest),
        key=lambda each: (-len(each.articles), -len(each.places), len(each.form), each.form),
    )


def _base_form(latin: Sequence[NameType], kind: EntityKind) -> str:
    """The way of writing that endings were not added to: the shortest of those that inflection alone tells apart."""
    best = _fullest(latin, kind)
    alike = [each for each in latin if _inflected(each, best)]
    english = [each for each in alike if "en" in each.langs]
    shortest = min(len(each.form) for each in alike)
    plain = english or [each for each in alike if len(each.form) == shortest]
    pick = min(plain, key=lambda each: (-len(each.articles), -len(each.places), each.form))
    return _clean(pick.shape)


def _inflected(each: NameType, best: NameType) -> bool:
    pairs = zip(each.words, best.words, strict=False)
    return len(each.words) == len(best.words) and all(same_word(a, b, "latin") for a, b in pairs)


def _clean(shape: str) -> str:
    text = _QUOTES.sub("", unicodedata.normalize("NFC", shape))
    text = re.sub(r"\s+", " ", text)
    if text.isupper() and len(text) > 5:
        text = text.title()
    return re.sub(r"['’]s?$", "", text)


def entity_ids(named: Iterable[tuple[str, EntityKind, str]]) -> dict[str, str]:
    """An id for each (key, kind, name): kind and slug; names that give one slug are told apart by a number in key order."""
    found: dict[str, str] = {}
    taken: Counter[str] = Counter()
    for key, kind, name in sorted(named, key=lambda row: (row[1].value, row[2], row[0])):
        slug = f"{kind.value}/{slugify(name)}"
        taken[slug] += 1
        found[key] = slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"
    return found


def slugify(name: str) -> str:
    """Lower-case letters and digits of a name, hyphens between; never empty."""
    return _SLUG.sub("-", anyascii(name).lower()).strip("-") or "-".join(f"{ord(char):x}" for char in name) or "unnamed"


def other_names(members: Sequence[NameType], name: str) -> tuple[str, ...]:
    """Every other way the run writes an entity, sorted."""
    shapes = {_clean(shape) for each in members for shape in each.shapes}
    return tuple(sorted(shape for shape in shapes if shape and shape != name and split_words(shape)))
