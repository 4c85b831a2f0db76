"""The trained edit model and its judge, read once from model.json."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from claims.entities.names.edits import EditTable, measure

_FILE = Path(__file__).parent / "model.json"


@dataclass(frozen=True, slots=True)
class EditModel:
    """A table per script, and the regression (bias, then weights) that turns an alignment's figures into log odds."""

    tables: dict[str, EditTable]
    judges: dict[str, tuple[float, ...]]


@cache
def load_model() -> EditModel:
    """The shipped model; `OSError` or `ValueError` where the package is damaged."""
    data = json.loads(_FILE.read_text(encoding="utf-8"))
    tables = {script: EditTable(rows) for script, rows in data["tables"].items()}
    return EditModel(tables, {script: tuple(judge) for script, judge in data["judges"].items()})


@lru_cache(maxsize=50_000)
def sound_odds(script: str, sounds: str, roman: str) -> float:
    """Log odds that `sounds` of `script` and the Latin letters `roman` are one name."""
    model = load_model()
    known = script if script in model.tables else "latin"
    bias, *weights = model.judges[known]
    figures = measure(model.tables[known], sounds, roman)
    return bias + sum(weight * figure for weight, figure in zip(weights, figures, strict=True))


def probability(odds: float) -> float:
    """The probability of log odds."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))
