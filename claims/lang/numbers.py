"""The [numbers] section of a pack: what CLDR lacks to read a language's figures."""

from __future__ import annotations

from dataclasses import dataclass

from claims.declarations import Table


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Placeholder shape, owned by the quantities work: fields are added as find_quantities needs them."""


def read_number_words(table: Table) -> NumberWords:
    """Read and validate the section."""
    table.done()
    return NumberWords()
