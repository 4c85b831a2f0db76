from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.encoders import EncoderError, load_encoder
from checker.encoders.calibrate import calibrate_encoder
from checker.encoders.gold import load_gold_claims
from checker.encoders.thresholds import SHIPPED, Thresholds, load_thresholds, read_thresholds, save_thresholds
from claims.declarations import PackError


def _claim(name: str, article: str, kind: str, subject: str, quote: str) -> dict[str, str | None]:
    return {"id": name, "article": article, "kind": kind, "subject": subject, "object": None, "as_of": None, "quote": quote}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    claims = [
        _claim("a", "de-kurier.txt", "founded", "Telekom Nord", "Telekom Nord wurde 1994 gegründet."),
        _claim("b", "ru-vestnik.txt", "founded", "Telekom Nord", "Телеком Норд основан в 1995 году."),
        _claim("c", "ru-vestnik.txt", "founded", "Renault Sud", "Рено Суд основан в 1971 году."),
        _claim("d", "7", "founded", "Renault Sud", "Renault Sud nació en 1972."),
    ]
    disagreements = [{"claims": [["a"], ["b"]]}]
    story = tmp_path / "gold" / "story"
    story.mkdir(parents=True)
    (story / "gold.json").write_text(json.dumps({"claims": claims, "disagreements": disagreements}), encoding="utf-8")
    (story / "rows.jsonl").write_text(json.dumps({"id": "7", "lang": "es"}) + "\n", encoding="utf-8")
    return tmp_path / "gold"


def test_claims_come_masked_with_language_and_cluster(gold: Path) -> None:
    claims = load_gold_claims(gold)
    assert [claim.lang for claim in claims] == ["de", "ru", "ru", "es"]
    assert "1994" not in claims[0].text.words
    assert claims[0].cluster == claims[1].cluster != claims[2].cluster == claims[3].cluster
    assert load_gold_claims(gold, names=True)[1].text.names == ("Telekom Nord",)


def test_thresholds_tell_the_facts_apart(gold: Path) -> None:
    found = calibrate_encoder(load_encoder("hashed"), gold)
    assert (found.pairs, found.same) == (2, 2)
    assert found.nearest == found.precision == found.recall == 1.0
    assert 0 < found.chance < 1
    assert -1 <= found.thresholds.candidate <= found.thresholds.join <= 1


def test_a_folder_without_stories_says_what_is_needed(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=r"STORY/gold\.json"):
        calibrate_encoder(load_encoder("hashed"), tmp_path)


def test_a_broken_story_is_named(tmp_path: Path) -> None:
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "gold.json").write_text('{"claims": [{}]}')
    with pytest.raises(EncoderError, match=r"story/gold\.json"):
        load_gold_claims(tmp_path)


def test_calibrated_thresholds_are_kept_for_the_next_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHOMON_CONFIG", str(tmp_path / "config"))
    save_thresholds('odd "name"', Thresholds(0.625, 0.25))
    save_thresholds("hashed-ngrams", Thresholds(0.5, -0.1))
    assert load_thresholds('odd "name"') == Thresholds(0.625, 0.25)
    assert load_encoder("hashed").join == 0.5
    assert load_thresholds("never seen") == load_thresholds("sentence-transformers/LaBSE")


def test_shipped_thresholds_are_whole() -> None:
    assert {"embedded-1", "hashed-ngrams", "sentence-transformers/LaBSE"} <= read_thresholds(SHIPPED).keys()


def test_thresholds_in_the_wrong_order_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "thresholds.toml"
    path.write_text("[x]\njoin = 0.1\ncandidate = 0.5\n")
    with pytest.raises(PackError, match=r"thresholds\.toml: x"):
        read_thresholds(path)
