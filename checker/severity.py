"""How much a disagreement matters to an editor, 0..1, in parts that can be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.results import Comparison, Position, Relation

_WEIGHTS = {"verdict": 0.4, "gap": 0.25, "sources": 0.2, "confidence": 0.15}
"""What each part contributes at most; together 1."""
_TENSION = 0.4
"""What a tension counts for, where a contradiction counts 1."""
_MANY_SOURCES = 3
"""Independent outlets on the smaller side from which on more do not raise the severity."""


def severity_parts(comparison: Comparison, positions: Sequence[Position], confidence: float) -> Mapping[str, float]:
    """Each part's contribution, rounded; docs/severity.md states the formula."""
    smaller = sorted(len(position.outlets) for position in positions)[-2]
    shares = {
        "verdict": 1.0 if comparison.relation is Relation.CONTRADICTION else _TENSION,
        "gap": comparison.gap**0.5,
        "sources": min(smaller, _MANY_SOURCES) / _MANY_SOURCES,
        "confidence": confidence,
    }
    return {name: round(_WEIGHTS[name] * share, 3) for name, share in shares.items()}
