"""The cases of tests/cases/mentions, one file for each language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CASES = Path(__file__).parents[2] / "cases" / "mentions"


@dataclass(frozen=True)
class NameCase:
    lang: str
    text: str
    organisations: list[str] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    none: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class ReferenceCase:
    lang: str
    text: str
    who: dict[str, str]


def _rows(kind: str) -> list[tuple[str, dict[str, Any]]]:
    return [
        (path.stem, row)
        for path in sorted(CASES.glob("*.toml"))
        for row in tomllib.loads(path.read_text(encoding="utf-8")).get(kind, [])
    ]


NAME_CASES = [NameCase(lang, **row) for lang, row in _rows("names")]
REFERENCE_CASES = [ReferenceCase(lang, **row) for lang, row in _rows("references")]
