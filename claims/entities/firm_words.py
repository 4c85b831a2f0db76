"""Words that names of firms and of places are made of, whatever the language around them; declared in name_words.toml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from claims.declarations import load_table

_FILE = Path(__file__).parent / "name_words.toml"


def firm_words() -> frozenset[str]:
    """The words, lower-case; `PackError` names file and key of what is wrong."""
    return _words()["organisation"]


def place_words() -> frozenset[str]:
    """Words that begin places' names of several words, lower-case: port, san."""
    return _words()["place"]


@cache
def _words() -> Mapping[str, frozenset[str]]:
    table = load_table(_FILE)
    words = {key: frozenset(table.words(key, required=True)) for key in ("organisation", "place")}
    table.done()
    return words
