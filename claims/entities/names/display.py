"""A name in Latin letters as a reader of English meets it, by the standard of the language it was written in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claims.declarations import load_table
from claims.entities.forms.scripts import script_of
from claims.entities.names.romanise import romanise

_FILE = Path(__file__).parent / "letters.toml"
_SCRIPTS = {"cyrillic": ("uk", "ru", "bg"), "arabic": ("ar",)}


@dataclass(frozen=True, slots=True)
class _Letters:
    """How letters are written anywhere, at the beginning and at the end of a word; longer ones come first."""

    letters: Mapping[str, str]
    first: Mapping[str, str]
    last: Mapping[str, str]


@cache
def _standards() -> Mapping[str, _Letters]:
    """By language; `PackError` names file and key of what is wrong."""
    table = load_table(_FILE)
    found = {}
    for lang in table:
        rows = table.table(lang, required=True)
        parts = {key: {old: str(new) for old, new in rows.mapping(key).items()} for key in ("letters", "first", "last")}
        found[lang] = _Letters(**parts)
    table.done()
    return found


def readable_name(name: str, lang: str) -> str:
    """`name`, written in `lang`, in Latin letters; by sound alone where no standard is known for the language."""
    letters = _standards().get(lang)
    if letters is None or lang not in _SCRIPTS.get(script_of(name), ()):
        return romanise(name)
    return " ".join(_read_word(word, letters) for word in name.split())


def _read_word(word: str, letters: _Letters) -> str:
    if len(word) > 1 and word.isupper():
        return romanise(word)
    return "-".join(_read_part(part, letters) for part in word.split("-"))


def _read_part(word: str, letters: _Letters) -> str:
    rest, begin, end = word.lower(), "", ""
    for old, new in letters.first.items():
        if rest.startswith(old) and len(rest) > len(old):
            begin, rest = new, rest[len(old) :]
            break
    for old, new in letters.last.items():
        if rest.endswith(old):
            rest, end = rest[: -len(old)], new
            break
    for old, new in letters.letters.items():
        rest = rest.replace(old, new)
    read = romanise(rest).replace("`", "").replace("'", "")
    if begin.endswith("-"):
        return begin + read
    whole = begin + read.lower() + end
    return whole[:1].upper() + whole[1:] if word[:1].isupper() or script_of(word) == "arabic" else whole
