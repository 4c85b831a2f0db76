"""What is pulled from a sentence, language by language and kind by kind."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from checker.pipeline import extract
from checker.settings import Settings

CASES = Path(__file__).parents[1] / "cases" / "claims"


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.toml")):
        for index, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"]):
            found.append(pytest.param(path.stem, case, id=f"{path.stem}-{case['kind']}-{index}"))
    return found


@pytest.mark.parametrize(("lang", "case"), _cases())
def test_a_sentence_yields_its_claim(lang: str, case: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(f"Language: {lang}\n\n{case['text']}", encoding="utf-8")
    extraction = extract([str(tmp_path)], Settings(lang=lang))
    names = {entity.id: entity.name for entity in extraction.table.entities.values()}
    rows = [
        {
            "kind": claim.kind,
            "subject": names.get(claim.subject or ""),
            "object": names.get(claim.object or "") or claim.object_text,
            "low": claim.value.low if claim.value else None,
            "unit": claim.value.unit if claim.value else None,
            "state": claim.state,
            "manner": claim.manner,
            "as_of": claim.as_of,
            "status": claim.status.value,
        }
        for claim in extraction.claims
    ]
    wanted = {key: value for key, value in case.items() if key != "text"}
    assert any(all(row[key] == value for key, value in wanted.items()) for row in rows), rows
    article = extraction.articles[0]
    assert all(claim.span.of(article.text) == claim.quote for claim in extraction.claims)


def test_every_core_language_has_cases() -> None:
    assert {path.stem for path in CASES.glob("*.toml")} >= {"ar", "de", "en", "pt", "ru", "uk"}
