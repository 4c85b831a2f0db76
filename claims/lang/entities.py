"""The [entities] section of a pack: words that announce a name, or stand for one."""

from __future__ import annotations

from dataclasses import dataclass

from claims.declarations import Table


@dataclass(frozen=True, slots=True)
class EntityWords:
    """Placeholder shape, owned by the entities work: fields are added as find_mentions needs them."""


def read_entity_words(table: Table) -> EntityWords:
    """Read and validate the section."""
    table.done()
    return EntityWords()
