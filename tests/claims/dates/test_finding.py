"""Dates as newsrooms write them, by language: tests/cases/dates/<lang>.toml."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from claims.dates import find_dates
from claims.lang import pack_codes

FOLDER = Path(__file__).parents[2] / "cases" / "dates"
CORE = ("ru", "uk", "ar", "pt", "de", "en")
FURTHER = ("es", "fr", "it", "pl", "nl", "tr", "zh", "ja", "ko", "id", "cs", "sv", "fa", "hi", "el", "ro", "he", "vi")


def _cases() -> list[tuple[str, str, date | None, list[tuple[str, str]]]]:
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for case in data["cases"]:
            said = case.get("published", str(data["published"]))
            published = None if said == "unknown" else date.fromisoformat(said)
            found.append((path.stem, case["text"], published, [(f["raw"], f["label"]) for f in case["finds"]]))
    return found


@pytest.mark.parametrize(("lang", "text", "published", "expected"), _cases())
def test_finds_what_a_reader_would(lang: str, text: str, published: date | None, expected: list[tuple[str, str]]) -> None:
    found = find_dates(text, lang, published)
    assert [(d.raw, d.label or "?") for d in found] == expected


@pytest.mark.parametrize(("lang", "least"), [*((code, 60) for code in CORE), *((code, 25) for code in FURTHER)])
def test_enough_cases(lang: str, least: int) -> None:
    assert len([case for case in _cases() if case[0] == lang]) >= least


def test_every_pack_has_cases() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(pack_codes())
