"""Language packs, one TOML file each, and the loader that validates them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from claims.declarations import Table, load_table
from claims.kinds import load_kinds
from claims.lang.dates import read_date_words
from claims.lang.entities import read_entity_words
from claims.lang.numbers import read_number_words
from claims.lang.pack import Pack, SentenceWords

__all__ = ["CUES", "Pack", "load_pack", "load_pack_file", "pack_codes"]

CUES = (
    "negation",
    "no_negation",
    "planned",
    "rumoured",
    "forecast",
    "denied",
    "attribution",
    "unnamed",
    "superseded",
    "comparison",
    "before_deal",
    "after_deal",
    "agent",
    "target",
    "source",
    "part",
    "total",
    "change",
    "loss",
    "market",
    "boilerplate",
)
"""Every list of cues that a pack may hold under [cues]; docs/packs.md says what each is for."""

_FOLDER = Path(__file__).parent


@cache
def pack_codes() -> tuple[str, ...]:
    """The codes of every shipped pack, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@cache
def load_pack(code: str) -> Pack:
    """The pack of a language; `KeyError` where there is none, `PackError` where it is not valid."""
    if code not in pack_codes():
        raise KeyError(f"no language pack: {code} (there are {', '.join(pack_codes())})")
    return load_pack_file(_FOLDER / f"{code}.toml")


def load_pack_file(path: Path) -> Pack:
    """Read and validate one pack file."""
    table = load_table(path)
    code = table.text("code")
    if code != path.stem:
        raise table.error("code", f"must be the file's name, {path.stem!r}")
    pack = Pack(
        code=code,
        name=table.text("name"),
        postpositions=table.flag("postpositions", default=False),
        verb_first=table.flag("verb_first", default=False),
        negation_follows=table.flag("negation_follows", default=False),
        numbers=read_number_words(table.table("numbers")),
        dates=read_date_words(table.table("dates")),
        entities=read_entity_words(table.table("entities")),
        sentences=_read_sentences(table.table("sentences")),
        cues=_read_cues(table.table("cues")),
        kinds=_read_kinds(table.table("kinds")),
    )
    table.done()
    return pack


def _read_sentences(table: Table) -> SentenceWords:
    words = SentenceWords(
        abbreviations=table.words("abbreviations"),
        final=table.words("final"),
        starters=table.words("starters"),
        terminators=table.words("terminators"),
        quotes=table.pairs("quotes"),
    )
    table.done()
    return words


def _read_cues(table: Table) -> Mapping[str, tuple[str, ...]]:
    cues = {name: table.words(name) for name in CUES}
    table.done()
    return MappingProxyType(cues)


def _read_kinds(table: Table) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    kinds: dict[str, Mapping[str, tuple[str, ...]]] = {}
    for name in table:
        kind = load_kinds().get(name)
        if kind is None:
            raise table.error(name, "unknown kind")
        lists = table.table(name)
        kinds[name] = _read_kind_cues(lists, ("cues", *kind.states, *kind.manners, *kind.sorts))
        lists.done()
    return MappingProxyType(kinds)


def _read_kind_cues(table: Table, allowed: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    owner: dict[str, str] = {}
    for name in table:
        if name not in allowed:
            raise table.error(name, f"unknown key; one of {', '.join(allowed)}")
        found[name] = table.words(name)
        for cue in found[name]:
            if cue in owner:
                raise table.error(name, f"duplicate cue {cue!r}, also in {owner[cue]}")
            owner[cue] = name
    return MappingProxyType(found)
