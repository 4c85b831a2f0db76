"""The kinds of claim, one TOML file each, and the loader that validates them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from claims.declarations import Table, load_table
from claims.kinds.kind import RELATIONS, SLOT_TYPES, SLOTS, Kind, Slot

__all__ = ["Kind", "Slot", "load_kind", "load_kinds"]

_FOLDER = Path(__file__).parent


@cache
def load_kinds() -> Mapping[str, Kind]:
    """Every kind by name; `PackError` names file and key of what is wrong."""
    kinds = (load_kind(path) for path in sorted(_FOLDER.glob("*.toml")))
    return MappingProxyType({kind.name: kind for kind in kinds})


def load_kind(path: Path) -> Kind:
    """Read and validate one kind."""
    table = load_table(path)
    name = table.text("name")
    if name != path.stem:
        raise table.error("name", f"must be the file's name, {path.stem!r}")
    states = table.words("states")
    slots = _read_slots(table.table("slots", required=True))
    compare = table.table("compare", required=True)
    kind = Kind(
        name=name,
        label=table.text("label"),
        reads=table.text("reads"),
        slots=slots,
        states=states,
        manners=table.words("manners"),
        sorts=table.words("sorts"),
        symmetric=table.flag("symmetric", default=False),
        ahead=_one_of(table, "ahead", ("planned", "forecast")),
        bare=_one_of(table, "bare", ("whole", "thing")),
        agent=_one_of(table, "agent", ("subject", "object", "outside")),
        same=_known(compare, "same", (*slots, "status")),
        contest=_known(compare, "contest", (*slots, "status", "manner")),
        relations=_read_relations(compare, states),
        state_reads=_read_state_reads(table, states),
    )
    compare.done()
    table.done()
    return kind


def _one_of(table: Table, key: str, allowed: tuple[str, ...]) -> str:
    value = table.text(key)
    if value not in allowed:
        raise table.error(key, f"must be {' or '.join(allowed)}")
    return value


def _read_slots(table: Table) -> Mapping[str, Slot]:
    slots = {}
    for name in table:
        if name not in SLOTS:
            raise table.error(name, f"unknown slot; one of {', '.join(SLOTS)}")
        slot = table.table(name)
        types = _known(slot, "types", SLOT_TYPES)
        if not types:
            raise slot.error("types", "names no type")
        slots[name] = Slot(name, types, slot.flag("required", default=False))
        slot.done()
    return MappingProxyType(slots)


def _known(table: Table, key: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    names = table.words(key)
    for name in names:
        if name not in allowed:
            raise table.error(key, f"{name!r} is none of {', '.join(allowed)}")
    return names


def _read_relations(compare: Table, states: tuple[str, ...]) -> Mapping[frozenset[str], str]:
    relations: dict[frozenset[str], str] = {}
    for relation in RELATIONS:
        for first, second in compare.pairs(relation):
            for state in (first, second):
                if state not in states:
                    raise compare.error(relation, f"{state!r} is no state of this kind")
            pair = frozenset((first, second))
            if pair in relations:
                raise compare.error(relation, f"{first} and {second} are related twice")
            relations[pair] = relation
    return MappingProxyType(relations)


def _read_state_reads(table: Table, states: tuple[str, ...]) -> Mapping[str, str]:
    reads = table.mapping("state_reads")
    for state in states:
        if state not in reads:
            raise table.error(f"state_reads.{state}", "missing")
    for state in reads:
        if state not in states:
            raise table.error(f"state_reads.{state}", "is no state of this kind")
    return MappingProxyType(reads)
