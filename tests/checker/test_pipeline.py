"""One run as a whole: what a fault in one article does, and what dates are read against."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from checker import pipeline
from checker.chronology import reference_dates
from checker.settings import Settings
from claims.article import Article
from tests.factories import make_article

FIRST = "Alpha Corp grows\n\nAlpha Corp had revenue of 870 million dollars in 2024, the company said on Friday."
SECOND = "Beta Ltd shrinks\n\nBeta Ltd had revenue of 120 million euros in 2024, the company said on Monday."
SETTINGS = Settings(encoder="hashed")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "en-one.txt").write_text(FIRST)
    (tmp_path / "en-two.txt").write_text(SECOND)
    return tmp_path


@pytest.mark.parametrize("stage", ["find_mentions", "extract_claims"])
def test_a_fault_in_one_article_leaves_the_others(stage: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = getattr(pipeline, stage)

    def faulty(article: Article, *rest: object) -> object:
        if article.id == "en-two.txt":
            raise ZeroDivisionError("by nought")
        return plain(article, *rest)

    monkeypatch.setattr(pipeline, stage, faulty)
    run = pipeline.check([str(folder)], SETTINGS)
    assert [article.id for article in run.articles] == ["en-one.txt"]
    assert {claim.article_id for claim in run.claims} == {"en-one.txt"}
    (skipped,) = run.skipped
    assert skipped.path.endswith("en-two.txt")
    assert skipped.reason == "a fault in Rashomon: ZeroDivisionError: by nought"


def test_a_contradicted_language_is_noted(folder: Path) -> None:
    text = "The company said that its sales had grown faster than those of its rivals. " * 3
    (folder / "three.txt").write_text(f"Language: de\n\n{FIRST.replace('870', '880')} {text}")
    run = pipeline.check([str(folder)], SETTINGS)
    assert any(note.startswith("three.txt: ") for note in run.info.notes)


def test_undated_articles_take_the_time_of_their_story() -> None:
    dated = make_article("a", published=date(2025, 6, 1))
    later = make_article("b", published=date(2025, 6, 9))
    undated = make_article("c")
    assert reference_dates([dated, undated, later])["c"] == date(2025, 6, 9)
    far = make_article("d", published=date(2023, 6, 1))
    assert reference_dates([dated, undated, far])["c"] is None
