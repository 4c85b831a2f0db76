"""The [entities] section of a pack: words that announce a name, or stand for one."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from claims.declarations import Table


@dataclass(frozen=True, slots=True)
class EntityWords:
    """Words and `stem*` forms, each list under its own name in the pack; docs/packs.md says what belongs where."""

    organisations: tuple[str, ...] = ()
    """Nouns that stand for any firm, before its name or instead of it: company, startup, group."""
    generic: tuple[str, ...] = ()
    """Those of `organisations` that any firm can be called, so that they tell nothing of which is meant: company, group."""
    institutions: tuple[str, ...] = ()
    """Nouns that are part of the names of institutions: bank, ministry, authority, fund."""
    facilities: tuple[str, ...] = ()
    """Nouns for a site of a firm, before the firm's or the place's name: plant, factory."""
    roles: tuple[str, ...] = ()
    """Posts that one person holds at a time: chief executive, chairwoman, minister."""
    occupations: tuple[str, ...] = ()
    """What many people are, written before a name: analyst, spokesman, engineer."""
    titles: tuple[str, ...] = ()
    """Forms of address before a name: Mr, Dr."""
    places: tuple[str, ...] = ()
    """Nouns that announce a place: city, region."""
    locatives: tuple[str, ...] = ()
    """Small words before a place: in, near."""
    prepositions: tuple[str, ...] = ()
    """Small words after which a name is not the subject of its sentence: with, by, against."""
    name_endings: tuple[str, ...] = ()
    """How names of firms end, in scripts without spaces or capitals: 銀行, 그룹."""
    demonyms: tuple[str, ...] = ()
    """Words for what or who comes from a place; capitalised in some languages, yet no names."""
    particles: tuple[str, ...] = ()
    """Small words inside names: von, de, of."""
    definite: tuple[str, ...] = ()
    """What makes a noun phrase refer back: the, this, its."""
    person_pronouns: tuple[str, ...] = ()
    """Pronouns for a person that was named: he, she."""
    organisation_pronouns: tuple[str, ...] = ()
    """Pronouns for an organisation that was named: it."""
    relational: tuple[str, ...] = ()
    """Those of `organisations` that name one side of a relation, and refer only where the text said who that is: customer."""
    self_definite: tuple[str, ...] = ()
    """Nouns whose own form refers back, with no word before them: bolaget, grupul."""
    plural_endings: tuple[str, ...] = ()
    """Endings that make a noun mean several, so that it refers to no single one."""
    common: tuple[str, ...] = ()
    """Words that stand capitalised where no name is meant."""
    noun_capitals: bool = False
    """Whether every noun is written with a capital."""
    bare_definite: bool = False
    """Whether a noun by itself may refer back, in a language without articles."""


def read_entity_words(table: Table) -> EntityWords:
    """Read and validate the section."""
    values: dict[str, Any] = {
        item.name: table.flag(item.name, False) if item.type == "bool" else table.words(item.name)
        for item in fields(EntityWords)
    }
    words = EntityWords(**values)
    table.done()
    return words
