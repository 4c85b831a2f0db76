"""Names of which one part is spelled and the other translated: "Kestrel Energy", «Кестрел Енерго»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from checker.entities.matching import Groups
from checker.entities.name_types import NameType
from claims.entities.aliases import AliasTable
from claims.entities.concepts import read_parts
from claims.entities.mention import EntityKind
from claims.entities.names import compare_names

_LARGEST = 300
"""Names with the same translated words beyond which they are not compared pair by pair."""

_LIKELY = 0.55


def join_translated(
    types: Mapping[str, NameType], groups: Groups, aliases: AliasTable, company: Mapping[str, frozenset[str]]
) -> None:
    """Join names whose translated words mean the same and whose other words are one name, said in the same company."""
    for one, two in _pairs(types):
        if one.script == two.script and one.langs & two.langs:
            continue
        if groups.find(one.form) == groups.find(two.form) or not company[one.form] & company[two.form]:
            continue
        found = compare_names(read_parts(one.form).proper, read_parts(two.form).proper, kind="organisation", aliases=aliases)
        if found.verdict == "same" or (found.verdict == "possible" and found.score >= _LIKELY and one.script != two.script):
            groups.join(one.form, two.form)


def _pairs(types: Mapping[str, NameType]) -> Iterator[tuple[NameType, NameType]]:
    """Organisations with the same translated words and one or more words besides."""
    blocks: dict[tuple[str, ...], list[NameType]] = defaultdict(list)
    for each in types.values():
        parts = read_parts(each.form)
        if each.kind is not EntityKind.PERSON and parts.concepts and parts.proper:
            blocks[parts.concepts].append(each)
    for block in blocks.values():
        if len(block) <= _LARGEST:
            for index, one in enumerate(block):
                for two in block[index + 1 :]:
                    yield one, two
