from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.encoders import Encoder, EncoderError, load_encoder
from checker.encoders.embedded import MODEL_FILE, load_embedded
from checker.encoders.model_file import Model, load_model, save_model

TEXTS = [
    "Die Werft baut zwei Fähren für Bergen.",
    "Верфь строит два парома.",
    "造船所はフェリーを二隻建造する",
    "",
    "!?",
    "조선소가 여객선을 짓는다",
]


def test_shipped_encoder_keeps_the_protocol() -> None:
    encoder = load_encoder("embedded")
    vectors = encoder.encode(TEXTS)
    assert isinstance(encoder, Encoder)
    assert encoder.name.startswith("embedded-")
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(TEXTS), encoder.dim)
    assert np.allclose(np.linalg.norm(vectors, axis=1), [1, 1, 1, 0, 0, 1], atol=1e-6)


def test_shipped_file_is_small_enough() -> None:
    assert MODEL_FILE.stat().st_size <= 45_000_000


TRANSLATIONS = [
    ("The court fined the bank.", "Суд оштрафовал банк."),
    ("The minister resigned yesterday.", "استقال الوزير أمس."),
    ("The factory will close next year.", "Die Fabrik schließt im nächsten Jahr."),
    ("Oil prices fell sharply.", "Os preços do petróleo caíram fortemente."),
    ("The president visited the hospital.", "Президент відвідав лікарню."),
    ("They bought a new house.", "Compraron una casa nueva."),
]


def test_a_sentence_lies_nearest_its_translation() -> None:
    encoder = load_encoder("embedded")
    english = encoder.encode([english for english, _ in TRANSLATIONS])
    other = encoder.encode([other for _, other in TRANSLATIONS])
    assert (other @ english.T).argmax(axis=1).tolist() == list(range(len(TRANSLATIONS)))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(max_size=60), max_size=6))
def test_vectors_do_not_depend_on_the_batch(small_model: Path, texts: list[str]) -> None:
    together = load_embedded(small_model).encode(texts)
    for text, vector in zip(texts, together, strict=True):
        assert np.array_equal(load_embedded(small_model).encode([text])[0], vector)
    assert np.isfinite(together).all()


def test_one_vector_is_the_sum_of_its_rows_at_unit_length(small_model: Path) -> None:
    from checker.encoders.features import word_features
    from checker.encoders.words import split_words

    model = load_model(small_model)
    rows = model.rows.find(word_features(split_words("Fähren für Bergen")).hashes)
    assert (rows < 0).any()
    rows = rows[rows >= 0]
    sums = sum(_row(model, int(row)) for row in rows)
    expected = (sums / np.linalg.norm(sums)).astype(np.float32)
    assert np.allclose(load_embedded(small_model).encode(["Fähren für Bergen"])[0], expected, atol=1e-6)


def test_a_very_long_text_neither_overflows_nor_fails(small_model: Path) -> None:
    word = load_embedded(small_model).encode(["Fähre"])[0]
    assert np.allclose(load_embedded(small_model).encode(["Fähre " * 50_000])[0], word, atol=1e-4)


def test_saved_rows_come_back_close(tmp_path: Path) -> None:
    table = np.random.default_rng(1).normal(0, 1, (20, 64)).astype(np.float32)
    save_model(tmp_path / "m.bin", "m", np.arange(20, dtype=np.uint32), table, [(10, 4), (10, 2)])
    model = load_model(tmp_path / "m.bin")
    back = np.array([_row(model, row) for row in range(20)])
    cosines = (back * table).sum(axis=1) / np.linalg.norm(back, axis=1) / np.linalg.norm(table, axis=1)
    assert cosines[:10].min() > 0.98
    assert cosines[10:].min() > 0.9


def _row(model: Model, row: int) -> npt.NDArray[np.float64]:
    return model.sums(np.array([row]), np.array([0, 1]))[0].astype(np.float64)


def test_a_damaged_file_says_what_to_do(tmp_path: Path, small_model: Path) -> None:
    damaged = tmp_path / "damaged.bin"
    damaged.write_bytes(small_model.read_bytes()[:-7])
    with pytest.raises(EncoderError, match="reinstall"):
        load_embedded(damaged)
    with pytest.raises(EncoderError, match="reinstall"):
        load_embedded(tmp_path / "absent.bin")


_PROGRAM = """
import hashlib, sys
from checker.encoders import load_encoder
print(hashlib.sha256(load_encoder("embedded").encode(sys.stdin.read().split("|")).tobytes()).hexdigest())
"""


@pytest.mark.parametrize("threads", ["1", "2"])
def test_another_process_gives_the_same_bytes(threads: str) -> None:
    import os

    environment = {**os.environ, "OMP_NUM_THREADS": threads, "OPENBLAS_NUM_THREADS": threads, "PYTHONHASHSEED": threads}
    told = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        input="|".join(reversed(TEXTS)),
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    own = load_encoder("embedded").encode(TEXTS)[::-1]
    assert told.stdout.strip() == hashlib.sha256(np.ascontiguousarray(own).tobytes()).hexdigest()


def test_loading_needs_no_torch() -> None:
    program = "import sys, checker.encoders as e; e.load_encoder().encode(['a b']); print('torch' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


@pytest.mark.filterwarnings("ignore")
def test_a_sentence_transformer_folder_gives_identical_vectors(tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer

    from checker.encoders.sentence_module import export_module

    export_module(tmp_path / "module")
    model = SentenceTransformer(str(tmp_path / "module"), trust_remote_code=True, device="cpu")
    assert np.array_equal(model.encode(TEXTS), load_encoder("embedded").encode(TEXTS))
    assert model.get_embedding_dimension() == load_encoder("embedded").dim
