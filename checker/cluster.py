"""Claims of a block into clusters: joined on slots, scope in time, and the likeness of their value-masked texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from checker.blocking import find_blocks
from checker.compare.dates import same_scope
from checker.compare.quantities import compare_quantities
from checker.results import Relation
from claims.claim import Claim
from claims.extract.scope import PART, TOTAL
from claims.kinds import load_kinds
from claims.kinds.kind import Kind

Vectors = Mapping[str, npt.NDArray[np.float32]]
"""Claim id -> unit vector of the claim's value-masked text."""

_BY_LIKENESS = ("date", "other_quantity")
"""Kinds whose object is the text's own words: only their vectors tell what they are about."""
_NOW = (None, "after_deal")
"""Times of what is so today: what holds after the deal is what an undated statement says."""
_CLOSE = (Relation.AGREE, Relation.WITHIN_PRECISION)


class _Groups:
    """Disjoint groups of claims that grow by joining."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._root = {name: name for name in ids}

    def find(self, name: str) -> str:
        while self._root[name] != name:
            self._root[name] = name = self._root[self._root[name]]
        return name

    def join(self, first: str, second: str) -> None:
        one, two = sorted((self.find(first), self.find(second)))
        self._root[two] = one

    def sort_out(self, claims: Iterable[Claim]) -> list[list[Claim]]:
        """The claims by group, in their own order inside each."""
        members: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            members[self.find(claim.id)].append(claim)
        return [group for _, group in sorted(members.items())]


def cluster_claims(claims: Sequence[Claim], vectors: Vectors, join: float) -> list[tuple[Claim, ...]]:
    """The clusters, each in claim-id order, ordered by their first claim; the order of `claims` does not matter.

    `join` is the encoder's cosine from which two texts are about one thing. Every claim is in exactly one cluster.
    """
    groups = _Groups(claim.id for claim in claims)
    for (kind, _), block in find_blocks(claims).items():
        for bucket in _buckets(load_kinds()[kind], block):
            for group in _facts(load_kinds()[kind], bucket, vectors, join):
                for claim in group[1:]:
                    groups.join(group[0].id, claim.id)
    return [tuple(group) for group in groups.sort_out(sorted(claims, key=lambda claim: claim.id))]


def _buckets(kind: Kind, block: Sequence[Claim]) -> list[list[Claim]]:
    """Claims of one block by what fills their slots; one that names no object goes where only one can be meant."""
    named: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    open_ended: dict[str, list[Claim]] = defaultdict(list)
    for claim in block:
        if _thing(kind, claim) is None and claim.subject is not None:
            open_ended[claim.subject].append(claim)
        else:
            named[_sides(kind, claim)].append(claim)
    for subject, claims in sorted(open_ended.items()):
        homes = [key for key, held in named.items() if key[0] == subject and _may_mean(kind, held)]
        placed = [(claim, _own_home(claim, {key: named[key] for key in homes})) for claim in claims]
        for claim, own in placed:
            named[own or (homes[0] if len(homes) == 1 else (subject,))].append(claim)
    return [bucket for _, bucket in sorted(named.items())]


def _own_home(claim: Claim, homes: Mapping[tuple[str, ...], list[Claim]]) -> tuple[str, ...] | None:
    """The object that the claim's own article names for the same figure: a headline leaves out what its text says."""
    own = [k for k, held in homes.items() if any(o.article_id == claim.article_id and _close(claim, o) for o in held)]
    return own[0] if len(own) == 1 else None


def _thing(kind: Kind, claim: Claim) -> str | None:
    """The object of a claim as far as it tells facts apart; free words only do where they are one of few (a round, a part)."""
    if "object" not in kind.same:
        return None
    return claim.object or (None if kind.name in _BY_LIKENESS else claim.object_text)


def _may_mean(kind: Kind, held: Sequence[Claim]) -> bool:
    """Whether a claim that names no object may mean these claims' object: never a part or a total of it."""
    return kind.bare == "thing" and not any(claim.object_text in (PART, TOTAL) for claim in held)


def _sides(kind: Kind, claim: Claim) -> tuple[str, ...]:
    sides = (claim.subject or "", _thing(kind, claim) or "")
    return tuple(sorted(sides)) if kind.symmetric else sides


def _facts(kind: Kind, bucket: Sequence[Claim], vectors: Vectors, join: float) -> list[list[Claim]]:
    """The bucket by scope; where nobody names what a figure is for, unlike sentences do not speak of one fact."""
    scopes = _scopes(kind, bucket, vectors, join)
    slot = kind.slot("object")
    if slot is None or slot.required or "organisation" not in slot.types or not kind.value_types:
        return scopes
    return [part for group in scopes for part in _linked(group, lambda one, two: _same_matter(kind, one, two, vectors, join))]


def _same_matter(kind: Kind, one: Claim, two: Claim, vectors: Vectors, join: float) -> bool:
    named = _thing(kind, one) is not None and _thing(kind, two) is not None
    return named or _close(one, two) or float(vectors[one.id] @ vectors[two.id]) >= join


def _scopes(kind: Kind, bucket: Sequence[Claim], vectors: Vectors, join: float) -> list[list[Claim]]:
    if kind.name in _BY_LIKENESS:
        return _linked(bucket, lambda one, two: _alike(kind, one, two, vectors, join))
    if "as_of" not in kind.same:
        return [list(bucket)]
    dated = [claim for claim in bucket if claim.as_of not in _NOW]
    undated = [claim for claim in bucket if claim.as_of in _NOW]
    groups = _linked(dated, lambda one, two: same_scope(one.as_of, two.as_of))
    rest: list[Claim] = []
    for claim in undated:
        home = _home(claim, groups)
        (home if home is not None else rest).append(claim)
    return [*groups, rest] if rest else groups


def _home(claim: Claim, groups: Sequence[list[Claim]]) -> list[Claim] | None:
    """The dated group that an undated claim belongs to: the only one whose figures fit, else none."""
    fitting = [group for group in groups if any(_close(claim, other) for other in group if other.as_of not in _NOW)]
    return fitting[0] if len(fitting) == 1 else None


def _close(one: Claim, two: Claim) -> bool:
    return one.value is not None and two.value is not None and compare_quantities(one.value, two.value).relation in _CLOSE


def _alike(kind: Kind, one: Claim, two: Claim, vectors: Vectors, join: float) -> bool:
    if one.value is not None and two.value is not None and one.value.unit != two.value.unit and one.lang == two.lang:
        return False
    if one.sentence == two.sentence and one.article_id == two.article_id:
        return False
    if kind.sorts and (one.object_text or two.object_text):
        return one.object_text == two.object_text
    if "as_of" in kind.same and not same_scope(one.as_of, two.as_of):
        return False
    return float(vectors[one.id] @ vectors[two.id]) >= join


def _linked(claims: Sequence[Claim], linked: Callable[[Claim, Claim], bool]) -> list[list[Claim]]:
    """Groups in which any two claims are linked through a chain of links."""
    groups = _Groups(claim.id for claim in claims)
    for index, one in enumerate(claims):
        for two in claims[index + 1 :]:
            if groups.find(one.id) != groups.find(two.id) and linked(one, two):
                groups.join(one.id, two.id)
    return groups.sort_out(claims)
