"""The thresholds of each encoder: those that ship, unless the user has calibrated others."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from checker.encoders.folders import config_folder
from claims.declarations import Table, load_table

SHIPPED = Path(__file__).with_name("thresholds.toml")
_UNKNOWN = "sentence-transformers/LaBSE"  # what an encoder nobody has calibrated starts from


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Cosines: at `join` two claims of a kind and entity are taken for one fact, below `candidate` never."""

    join: float
    candidate: float


def load_thresholds(name: str) -> Thresholds:
    """The thresholds of the encoder called `name`: the user's, else those that ship, else those of LaBSE.

    Raises `PackError` when a thresholds file does not have the declared shape.
    """
    for path in (user_thresholds(), SHIPPED):
        known = read_thresholds(path)
        if name in known:
            return known[name]
    return read_thresholds(SHIPPED)[_UNKNOWN]


def user_thresholds() -> Path:
    """Where calibrated thresholds are kept."""
    return config_folder() / "thresholds.toml"


def read_thresholds(path: Path) -> dict[str, Thresholds]:
    """The thresholds in `path` by encoder name; empty when there is no such file."""
    if not path.is_file():
        return {}
    table = load_table(path)
    return {name: _thresholds(table, name) for name in table}


def _thresholds(table: Table, name: str) -> Thresholds:
    values = table.mapping(name, float)
    if set(values) != {"join", "candidate"} or not -1 <= values["candidate"] <= values["join"] <= 1:
        raise table.error(name, "needs join and candidate, with -1 <= candidate <= join <= 1")
    return Thresholds(values["join"], values["candidate"])


def save_thresholds(name: str, thresholds: Thresholds, path: Path | None = None) -> Path:
    """Keep `thresholds` for the encoder called `name`, among the user's unless another file is given; returns the file."""
    path = path or user_thresholds()
    known = {**read_thresholds(path), name: thresholds}
    lines = ["# The cosines that belong to each encoder: found by checker.encoders.calibrate, never by hand."]
    for key, value in sorted(known.items()):
        quoted = key.replace("\\", "\\\\").replace('"', '\\"')
        lines += ["", f'["{quoted}"]', f"join = {value.join:.3f}", f"candidate = {value.candidate:.3f}"]
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")
    Path(out.name).chmod(0o644)
    Path(out.name).replace(path)
    return path
