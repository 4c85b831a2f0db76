"""Whom an article is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from claims.entities.mention import EntityKind, Mention, MentionForm
from claims.passage import Passage

_HEADLINE_WEIGHT = 3.0
_LEDE_WEIGHT = 2.0
_LEDE_SENTENCES = 3
_SPREAD = 0.6
"""What an entity that only one of many articles names loses of its weight."""


def entity_salience(passages: Sequence[Passage], spread: Mapping[str, float]) -> Mapping[str, float]:
    """Weight in 0..1 of each entity the article names: how often, whether in headline or lede, and how many articles do.

    `spread` is the share of the run's articles that name an entity.
    """
    weights: dict[str, float] = defaultdict(float)
    for passage in passages:
        for mention in passage.mentions:
            if mention.entity_id is not None and mention.kind is not EntityKind.PLACE:
                weights[mention.entity_id] += _weight(passage, mention)
    widest = max((spread.get(entity, 0.0) for entity in weights), default=0.0)
    if widest:
        weights = defaultdict(float, {e: w * (1 - _SPREAD + _SPREAD * spread.get(e, 0.0) / widest) for e, w in weights.items()})
    top = max(weights.values(), default=1.0)
    return {entity: weight / top for entity, weight in weights.items()}


def _weight(passage: Passage, mention: Mention) -> float:
    named = 1.0 if mention.form in (MentionForm.NAME, MentionForm.SHORT) else 0.5
    if passage.headline:
        return _HEADLINE_WEIGHT * named
    return (_LEDE_WEIGHT if passage.index < _LEDE_SENTENCES else 1.0) * named
