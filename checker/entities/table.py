"""Who and what a run is about, and where each article says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claims.entities.mention import Entity, Mention


@dataclass(frozen=True, slots=True)
class PossibleMatch:
    """Two entities of the run that may be one; `first` < `second` are their ids, `score` lies in 0..1. Never merged."""

    first: str
    second: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class EntityTable:
    """`entities` by id; `mentions` by article id, in text order and without overlaps; `possible` in order of their ids."""

    entities: Mapping[str, Entity]
    mentions: Mapping[str, tuple[Mention, ...]]
    possible: tuple[PossibleMatch, ...]
