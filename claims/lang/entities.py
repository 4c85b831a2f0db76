"""The [entities] section of a pack: words that announce a name, or stand for one."""

from __future__ import annotations

from dataclasses import dataclass, fields

from claims.declarations import Table


@dataclass(frozen=True, slots=True)
class EntityWords:
    """Words and `stem*` forms, each list under its own name in the pack; docs/packs.md says what belongs where."""

    organisations: tuple[str, ...] = ()
    """Nouns that stand for any firm, before its name or instead of it: company, startup, group."""
    institutions: tuple[str, ...] = ()
    """Nouns that are part of the names of institutions: bank, ministry, authority, fund."""
    roles: tuple[str, ...] = ()
    """Posts that one person holds at a time: chief executive, chairwoman, minister."""
    occupations: tuple[str, ...] = ()
    """What many people are, written before a name: analyst, spokesman, engineer."""
    titles: tuple[str, ...] = ()
    """Forms of address before a name: Mr, Dr."""
    places: tuple[str, ...] = ()
    """Nouns that announce a place: city, region."""
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
    parents: tuple[str, ...] = ()
    """Nouns before a name that make the phrase mean another organisation: subsidiary, rival, supplier of."""
    common: tuple[str, ...] = ()
    """Words that stand capitalised where no name is meant."""
    noun_capitals: bool = False
    """Whether every noun is written with a capital."""


def read_entity_words(table: Table) -> EntityWords:
    """Read and validate the section."""
    lists = {item.name: table.words(item.name) for item in fields(EntityWords) if item.name != "noun_capitals"}
    words = EntityWords(**lists, noun_capitals=table.flag("noun_capitals", False))
    table.done()
    return words
