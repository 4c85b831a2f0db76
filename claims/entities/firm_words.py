"""Words that firms' names in Latin letters are made of, whatever the language around them; declared in name_words.toml."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from claims.declarations import load_table

_FILE = Path(__file__).parent / "name_words.toml"


@cache
def firm_words() -> frozenset[str]:
    """The words, lower-case; `PackError` names file and key of what is wrong."""
    table = load_table(_FILE)
    words = frozenset(table.words("organisation", required=True))
    table.done()
    return words
