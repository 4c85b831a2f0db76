"""The training tools, on a handful of sentences: the corpus, the two ways to take a step, and the command itself."""

from __future__ import annotations

import gzip
import json
import lzma
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

TOOLS = Path(__file__).resolve().parents[3] / "tools"
PAIRS = [
    ("en", "de", "The port opens at 6.", "Der Hafen öffnet um 6.", "tatoeba_test"),
    ("ru", "en", "Порт закрыт.", "The port is closed.", "tatoeba_test"),
    ("en", "de", "The port is closed.", "Der Hafen ist zu.", "tatoeba_test"),
    ("en", "he", "The ship is late.", "הספינה מאחרת", "tico19"),
    ("en", "ja", "Two ships left.", "船が二隻出た", "tico19"),
    ("en", "de", "harbour", "Hafen, Port", "wiktionary"),
    ("en", "ru", "maersk", "м е р с к", "netransliteration"),
    ("en", "ja", "not clear", "不明", "python_docs"),
    ("en", "pt", "a man rides", "um homem anda", "stsb_multi_mt"),
]


@pytest.fixture(scope="module")
def tools() -> Any:
    sys.path.insert(0, str(TOOLS))
    yield
    sys.path.remove(str(TOOLS))


@pytest.fixture(scope="module")
def pairs_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pairs") / "pairs.tsv.xz"
    path.write_bytes(lzma.compress("".join("\t".join(pair) + "\n" for pair in PAIRS).encode()))
    return path


@pytest.fixture(scope="module")
def corpus(tools: None, pairs_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    from encoder_corpus import build_corpus, load_corpus

    folder = tmp_path_factory.mktemp("corpus")
    build_corpus(pairs_file, folder)
    return load_corpus(folder)


def test_the_corpus_keeps_what_may_be_used(corpus: Any) -> None:
    assert len(corpus.pairs) == 8
    english = corpus.languages.index("en")
    assert all(corpus.text_lang[left] == english for left, _ in corpus.pairs)
    assert "pt" not in corpus.languages


def test_the_same_step_draws_the_same_batch(corpus: Any) -> None:
    from encoder_batches import Recipe, Sampler, pair_shares

    shares = pair_shares(corpus, 0.5)
    sampler = Sampler(corpus, shares, Recipe(size=16), 3)
    for step in range(30):
        batch, again = sampler.batch(step), sampler.batch(step)
        assert np.array_equal(batch.texts, again.texts)
        assert len(batch.group_starts) == 2 * 16 + 1
        assert batch.group_starts[-1] == len(batch.texts)


def test_a_boosted_language_is_drawn_more_often(corpus: Any) -> None:
    from encoder_batches import boosted, pair_shares

    shares = pair_shares(corpus, 0.5)
    hebrew = [corpus.text_lang[right] == corpus.languages.index("he") for _, right in corpus.pairs]
    assert np.allclose(boosted(corpus, shares, {"he": 3.0}) / shares, np.where(hebrew, 3.0, 1.0))


@pytest.mark.skipif(shutil.which("cc") is None, reason="no C compiler")
def test_both_ways_to_take_a_step_agree(corpus: Any, tmp_path: Path) -> None:
    from encoder_batches import Recipe, Sampler, pair_shares
    from encoder_rows import choose_rows
    from encoder_step import Settings, Step
    from encoder_torch import TorchStep

    shares = pair_shares(corpus, 0.5)
    rows = choose_rows(corpus, shares, 150)
    settings = Settings(margin=0.1)
    kernel = Step(corpus, rows, 32, settings, tmp_path)
    torch = TorchStep(corpus, rows, 32, settings, "cpu")
    sampler = Sampler(corpus, shares, Recipe(size=8, mask=0.5), 3)
    losses = [(kernel.run(sampler.batch(at), at, 0.01), torch.run(sampler.batch(at), at, 0.01)) for at in range(12)]
    assert np.allclose(*zip(*losses, strict=True), atol=1e-3)
    assert np.abs(kernel.state("table") - torch.state("table")).mean() < 1e-4
    assert losses[-1][0] < losses[0][0]


@pytest.mark.skipif(shutil.which("cc") is None, reason="no C compiler")
def test_the_command_trains_resumes_and_writes_a_model(tools: None, pairs_file: Path, tmp_path: Path) -> None:
    from checker.encoders.embedded import load_embedded

    aligned = tmp_path / "aligned.json.gz"
    sentences = {language: ["a b", "c d"] for language in ("en", "ar", "de", "pt", "ru", "uk")}
    aligned.write_bytes(gzip.compress(json.dumps(sentences).encode()))
    command = [
        *(
            sys.executable,
            str(TOOLS / "train_encoder.py"),
            "--device",
            "kernel",
            "--work",
            str(tmp_path),
            "--pairs",
            str(pairs_file),
        ),
        *("--aligned", str(aligned), "--steps", "8", "--batch", "8", "--dim", "32", "--tiers", "30", "60", "--every", "4"),
    ]
    for extra in (["--stop", "4"], []):
        told = subprocess.run([*command, *extra], capture_output=True, text=True, check=True, cwd=TOOLS.parent).stdout
    assert "step 8" in told
    assert "step 4:" not in told
    assert load_embedded(tmp_path / "run" / "embedded.bin").encode(["Der Hafen"]).any()
