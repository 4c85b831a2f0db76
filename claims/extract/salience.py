"""Whom an article is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from claims.entities.mention import EntityKind, Mention, MentionForm
from claims.passage import Passage

_HEADLINE_WEIGHT = 3.0
_LEDE_WEIGHT = 2.0
_LEDE_SENTENCES = 3


def entity_salience(passages: Sequence[Passage]) -> Mapping[str, float]:
    """Weight in 0..1 of each entity the article names: how often, and whether in headline or lede."""
    weights: dict[str, float] = defaultdict(float)
    for passage in passages:
        for mention in passage.mentions:
            if mention.entity_id is not None and mention.kind is not EntityKind.PLACE:
                weights[mention.entity_id] += _weight(passage, mention)
    top = max(weights.values(), default=1.0)
    return {entity: weight / top for entity, weight in weights.items()}


def _weight(passage: Passage, mention: Mention) -> float:
    named = 1.0 if mention.form in (MentionForm.NAME, MentionForm.SHORT) else 0.5
    if passage.headline:
        return _HEADLINE_WEIGHT * named
    return (_LEDE_WEIGHT if passage.index < _LEDE_SENTENCES else 1.0) * named
