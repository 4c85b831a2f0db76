"""What a run yields: plain data that reports read and the store keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from claims.article import Article, Skipped
from claims.claim import Claim
from claims.entities.mention import Entity


class Relation(StrEnum):
    """How two claims or positions of one cluster stand to each other, from harmless to opposed."""

    AGREE = "agree"
    WITHIN_PRECISION = "within_precision"
    COMPLEMENTARY = "complementary"
    SUPERSEDED = "superseded"
    DIFFERENT_SCOPE = "different_scope"
    TENSION = "tension"
    CONTRADICTION = "contradiction"


class Dimension(StrEnum):
    """On what two positions disagree."""

    QUANTITY = "quantity"
    STATUS = "status"
    WHO = "who"
    WHEN = "when"
    MANNER = "manner"
    MODALITY = "modality"


OPPOSED = (Relation.TENSION, Relation.CONTRADICTION)
"""The relations that make a disagreement."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two claims stand to each other, on what, how far apart (0..1), and why in plain English."""

    relation: Relation
    dimension: Dimension | None
    gap: float
    why: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """The claims about one fact; `relation` is the strongest between any two of its positions."""

    id: str
    kind: str
    subject: str | None
    object: str | None
    claim_ids: tuple[str, ...]
    languages: tuple[str, ...]
    relation: Relation


@dataclass(frozen=True, slots=True)
class Position:
    """The claims of a cluster that say the same thing; `says` renders it in English."""

    says: str
    claim_ids: tuple[str, ...]
    languages: tuple[str, ...]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Positions of one cluster that cannot all be true, or pull apart; `severity` in 0..1, its parts by name."""

    id: str
    cluster_id: str
    kind: str
    subject: str | None
    object: str | None
    verdict: Relation
    dimension: Dimension
    severity: float
    severity_parts: Mapping[str, float]
    why: str
    rule: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class RunInfo:
    """Under which settings a run was made, and when; `notes` are what an editor should know about single articles."""

    version: str
    settings: Mapping[str, object]
    encoder: str
    started: datetime
    finished: datetime
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """One execution, with everything it found; `entities` by id."""

    info: RunInfo
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    entities: Mapping[str, Entity]
    clusters: tuple[Cluster, ...]
    disagreements: tuple[Disagreement, ...]
    skipped: tuple[Skipped, ...]

    def name_of(self, entity_id: str | None) -> str | None:
        """The display name of an entity of the run."""
        if entity_id is None:
            return None
        entity = self.entities.get(entity_id)
        return entity.name if entity else entity_id

    def object_of(self, claim: Claim) -> str | None:
        """What a claim's object slot shows: the entity's name, else its own words."""
        return self.name_of(claim.object) or claim.object_text
