"""Which claims can be about one fact at all: those that share a kind and an entity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from claims.claim import Claim
from claims.kinds import load_kinds

Block = tuple[str, str]
"""A kind and the entity that its claims share."""


def find_blocks(claims: Iterable[Claim]) -> Mapping[Block, list[Claim]]:
    """Claims by block, in a fixed order; claims of a symmetric kind stand in a block for each of their entities."""
    blocks: dict[Block, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        for entity in _entities(claim):
            blocks[claim.kind, entity].append(claim)
    return dict(sorted(blocks.items()))


def _entities(claim: Claim) -> tuple[str, ...]:
    sides = (claim.subject, claim.object) if load_kinds()[claim.kind].symmetric else (claim.subject,)
    return tuple(dict.fromkeys(side for side in sides if side is not None))
