"""From clusters to positions, and from positions to disagreements."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations

from checker.compare import compare_claims
from checker.results import OPPOSED, Cluster, Comparison, Disagreement, Position, Relation
from checker.severity import severity_parts
from claims.article import Article
from claims.claim import Claim
from claims.entities.mention import Entity
from claims.kinds import load_kinds
from claims.rendering import render_claim, render_position

_ORDER = list(Relation)
_SAME = {Relation.AGREE, Relation.WITHIN_PRECISION}
_SUM_SLACK = Decimal("0.005")
"""How far from the sum a whole may lie, as a share of it."""
MIN_CONFIDENCE = 0.3
"""A position that rests only on claims less sure than this raises no disagreement."""


@dataclass(frozen=True, slots=True)
class World:
    """What the comparison of claims needs to know beside them: articles and entities of the run, and dates of publication."""

    articles: Mapping[str, Article]
    entities: Mapping[str, Entity]
    published: Mapping[str, date | None]
    update_days: int

    def compare(self, first: Claim, second: Claim) -> Comparison:
        """How two claims stand to each other."""
        return compare_claims(first, second, self.published, self.update_days)


def build_cluster(claims: Sequence[Claim], world: World) -> Cluster:
    """The cluster that these claims make, with the strongest relation between any two of them."""
    claims = sorted(claims, key=lambda claim: claim.id)
    relations = [world.compare(one, two).relation for one, two in combinations(claims, 2)]
    lead = _lead(claims)
    return Cluster(
        id="c" + _digest(claim.id for claim in claims),
        kind=lead.kind,
        subject=lead.subject,
        object=lead.object,
        claim_ids=tuple(claim.id for claim in claims),
        languages=tuple(sorted({claim.lang for claim in claims})),
        relation=max(relations, key=_ORDER.index, default=Relation.AGREE),
    )


def find_disagreement(cluster: Cluster, claims: Sequence[Claim], world: World) -> Disagreement | None:
    """The disagreement of a cluster, or None where its positions can all be true."""
    if cluster.relation not in OPPOSED:
        return None
    sides = find_positions(claims, world)
    pairs = [(_representative(one, two, world), (i, j)) for (i, one), (j, two) in combinations(enumerate(sides), 2)]
    summed = _summed_pairs(sides)
    opposed = [(comparison, pair) for comparison, pair in pairs if comparison.relation in OPPOSED and pair not in summed]
    opposed = [each for each in opposed if not _is_nuance(each[0], (sides[each[1][0]], sides[each[1][1]]))]
    if not opposed:
        return None
    strongest, pair = max(opposed, key=lambda item: (_ORDER.index(item[0].relation), item[0].gap, item[1]))
    taken = sorted({index for _, pair in opposed for index in pair})
    return _disagreement(cluster, [sides[index] for index in taken], (sides[pair[0]], sides[pair[1]]), strongest, world)


def _is_nuance(comparison: Comparison, sides: tuple[Sequence[Claim], Sequence[Claim]]) -> bool:
    """Whether only one article, in two of its sentences, pulls apart: that is its own nuance and nobody's disagreement."""
    return comparison.relation is Relation.TENSION and len({claim.article_id for side in sides for claim in side}) == 1


def _summed_pairs(sides: Sequence[Sequence[Claim]]) -> set[tuple[int, int]]:
    """Pairs of positions that are part and whole, or two parts, because a third makes the sum: 340 and 150 and 490."""
    amounts = [_amount(side) for side in sides]
    found: set[tuple[int, int]] = set()
    for trio in combinations(range(len(sides)), 3):
        low, middle, high = sorted((amounts[index] or Decimal(0) for index in trio), key=abs)
        if low and abs(low + middle - high) <= _SUM_SLACK * abs(high):
            found |= set(combinations(trio, 2))
    return found


def _amount(side: Sequence[Claim]) -> Decimal | None:
    value = _lead(side).value
    return value.point if value is not None and value.unit not in ("year", "percent") else None


def find_positions(claims: Sequence[Claim], world: World) -> list[list[Claim]]:
    """Claims grouped by what they say; one that fits two opposed groups is vague and takes no side.

    The most exact claims found the groups, so that "more than 14" joins 14.3 and does not stand between 14.3 and 14.8.
    """
    order = sorted(claims, key=lambda claim: (_vagueness(claim), -claim.confidence, claim.id))
    groups: list[list[Claim]] = []
    for claim in order:
        if claim.superseded:
            continue
        relations = [{world.compare(claim, other).relation for other in group} for group in groups]
        fitting = [group for group, found in zip(groups, relations, strict=True) if found & _SAME and not found & set(OPPOSED)]
        if len(fitting) == 1:
            fitting[0].append(claim)
        elif not fitting:
            groups.append([claim])
    return groups


def _vagueness(claim: Claim) -> tuple[bool, float]:
    """Whether a bound is open or the figure approximate, then how wide the interval is."""
    value = claim.value
    if value is None:
        return (claim.manner is None, -float(len(claim.as_of or "")))
    if value.low is None or value.high is None:
        return (True, 1.0)
    return (value.approximate, float(value.high - value.low))


def _representative(one: Sequence[Claim], two: Sequence[Claim], world: World) -> Comparison:
    """The comparison of two positions: the strongest between sure claims of both.

    Who states both figures does not hold that they exclude each other: they are of another scope, though nobody says which.
    """
    if all(claim.value is not None for claim in (*one, *two)) and {c.article_id for c in one} & {c.article_id for c in two}:
        return Comparison(Relation.DIFFERENT_SCOPE, None, 0.0, "one article states both")
    sure = [[claim for claim in side if claim.confidence >= MIN_CONFIDENCE] for side in (one, two)]
    found = [world.compare(a, b) for a in sure[0] for b in sure[1]]
    if sure[0] and sure[1]:
        leads = world.compare(_lead(sure[0]), _lead(sure[1]))
        if leads.relation in OPPOSED and leads.relation == max((c.relation for c in found), key=_ORDER.index):
            return leads
    harmless = Comparison(Relation.COMPLEMENTARY, None, 0.0, "one side is too unsure to compare")
    return max(found, key=lambda comparison: (_ORDER.index(comparison.relation), comparison.gap), default=harmless)


def _disagreement(
    cluster: Cluster,
    sides: Sequence[Sequence[Claim]],
    opposed: tuple[Sequence[Claim], Sequence[Claim]],
    comparison: Comparison,
    world: World,
) -> Disagreement:
    positions = tuple(sorted((_position(side, world) for side in sides), key=lambda p: (-len(p.outlets), p.says, p.claim_ids)))
    confidence = min(max(claim.confidence for claim in side) for side in opposed)
    parts = severity_parts(comparison, positions, confidence)
    assert comparison.dimension is not None
    return Disagreement(
        id="d" + _digest(_identity(cluster, comparison, opposed)),
        cluster_id=cluster.id,
        kind=cluster.kind,
        subject=cluster.subject,
        object=cluster.object,
        verdict=comparison.relation,
        dimension=comparison.dimension,
        severity=round(sum(parts.values()), 3),
        severity_parts=parts,
        why=_why(cluster, opposed, comparison, world),
        rule=comparison.why,
        positions=positions,
    )


def _identity(cluster: Cluster, comparison: Comparison, opposed: tuple[Sequence[Claim], Sequence[Claim]]) -> Iterable[str]:
    """What makes it this disagreement and survives a re-run with more evidence: the fact and its scope, no claim ids."""
    scopes = sorted({claim.as_of or "" for side in opposed for claim in side})
    things = sorted({claim.object_text or "" for side in opposed for claim in side})
    return (cluster.kind, cluster.subject or "", cluster.object or "", comparison.dimension or "", *scopes, *things)


def _position(claims: Sequence[Claim], world: World) -> Position:
    lead = _lead(claims)
    articles = [world.articles[claim.article_id] for claim in claims]
    outlets = [outlet for article in articles for outlet in (article.outlets or (article.id,))]
    return Position(
        says=render_position(lead),
        claim_ids=tuple(sorted(claim.id for claim in claims)),
        languages=tuple(sorted({claim.lang for claim in claims})),
        outlets=tuple(sorted(set(outlets))),
    )


def _why(cluster: Cluster, opposed: tuple[Sequence[Claim], Sequence[Claim]], comparison: Comparison, world: World) -> str:
    """One plain sentence: who says what against whom, and by which rule that counts."""
    sides = []
    for claims in opposed:
        lead = _lead(claims)
        article = world.articles[lead.article_id]
        sides.append(f"{article.outlet or article.id} ({lead.lang}) says: {render_claim(lead, world.entities)}")
    label = load_kinds()[cluster.kind].label
    first, second = sorted(sides)
    return f"{label}: {first}, while {second}; {comparison.why}."


def _lead(claims: Sequence[Claim]) -> Claim:
    """The claim that speaks for a group: the surest, then the most exact."""
    return min(claims, key=lambda claim: (-claim.confidence, _vagueness(claim), claim.id))


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:10]
