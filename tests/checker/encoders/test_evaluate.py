from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from checker.encoders import EncoderError, load_encoder
from checker.encoders.evaluate import core_pairs, evaluate_encoder

ALIGNED = {
    "en": ["Telekom Bonn", "Siemens Minsk", "Gazprom Samara", "Toronto Kanada"],
    "ru": ["Телеком Бонн", "Сименс Минск", "Газпром Самара", "Торонто Канада"],
    "de": ["Telekom Bonn", "Siemens Minsk", "Gasprom Samara", "Toronto Kanada"],
}


@pytest.fixture(params=["json", "json.gz", "folder"])
def aligned(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "folder":
        for language, sentences in ALIGNED.items():
            (tmp_path / f"{language}.txt").write_text("\n".join(sentences), encoding="utf-8")
        return tmp_path
    data = json.dumps(ALIGNED).encode()
    path = tmp_path / f"aligned.{request.param}"
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def test_every_language_is_looked_up_in_english(aligned: Path) -> None:
    rows = evaluate_encoder(load_encoder("hashed"), aligned)
    assert sorted((row.source, row.target) for row in rows) == [("de", "en"), ("ru", "en")]
    assert all(row.sentences == 4 and row.cosine == row.csls == 1 for row in rows)


def test_given_pairs_are_looked_up_alone(aligned: Path) -> None:
    (row,) = evaluate_encoder(load_encoder("hashed"), aligned, [("ru", "de")])
    assert (row.source, row.target) == ("ru", "de")
    assert len(list(core_pairs())) == 20


def test_a_missing_language_is_named(aligned: Path) -> None:
    with pytest.raises(EncoderError, match="no sentences in fi"):
        evaluate_encoder(load_encoder("hashed"), aligned, [("fi", "en")])


def test_unaligned_or_absent_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text('{"en": ["a"], "de": []}')
    for name in ("bad.json", "absent.json"):
        with pytest.raises(EncoderError, match=name):
            evaluate_encoder(load_encoder("hashed"), tmp_path / name)
