"""Given names that newsrooms turn into their own language's form: Володимир, Владимир, Volodymyr (given_names.toml)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from claims.declarations import load_table
from claims.entities.forms.inflection import find_bases
from claims.entities.forms.name_forms import plain_letters
from claims.entities.forms.scripts import script_of

_FILE = Path(__file__).parent / "given_names.toml"


@cache
def load_given_names() -> Mapping[str, str]:
    """The group of each form; `PackError` names the group that has a form of another."""
    table = load_table(_FILE)
    groups = table.table("groups", required=True)
    found: dict[str, str] = {}
    for group in groups:
        for form in groups.words(group, required=True):
            key = plain_letters(form)
            if found.setdefault(key, group) != group:
                raise groups.error(group, f"{form!r} is in {found[key]} too")
    table.done()
    return found


@lru_cache(maxsize=100_000)
def find_given_name(word: str) -> tuple[str, bool] | None:
    """The group of a lower-case given name and whether `word` is an inflected form; None for a name of no group."""
    known = load_given_names()
    group = known.get(plain_letters(word))
    if group is not None:
        return group, False
    groups = {known[key] for base in find_bases(word, script_of(word)) if (key := plain_letters(base)) in known}
    return (groups.pop(), True) if len(groups) == 1 else None
