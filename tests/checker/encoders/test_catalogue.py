from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from checker.encoders import Encoder, EncoderError, list_encoders, load_encoder

TEXTS = ["Die Werft baut zwei Fähren.", "Верфь строит два парома.", "", "...", "حوض السفن يبني عبّارتين"]


def test_hashed_encoder_keeps_the_protocol() -> None:
    encoder = load_encoder("hashed")
    assert isinstance(encoder, Encoder)
    assert encoder.name == "hashed-ngrams"
    assert -1 <= encoder.candidate <= encoder.join < 1


def test_hashed_vectors_are_unit_length_and_do_not_depend_on_the_batch() -> None:
    encoder = load_encoder("hashed")
    vectors = encoder.encode(TEXTS)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(TEXTS), encoder.dim)
    assert np.allclose(np.linalg.norm(vectors, axis=1), [1, 1, 0, 0, 1], atol=1e-6)
    for text, vector in zip(TEXTS, vectors, strict=True):
        assert np.array_equal(encoder.encode([text])[0], vector)
    assert encoder.encode([]).shape == (0, encoder.dim)


def test_one_name_meets_itself_across_scripts() -> None:
    vectors = load_encoder("hashed").encode(["Telekom", "Телеком", "Ministerium"])
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.1


def test_a_folder_without_a_model_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=r"modules\.json") as caught:
        load_encoder(str(tmp_path))
    assert "\n" not in str(caught.value)


def test_an_unknown_backend_names_the_choices() -> None:
    with pytest.raises(EncoderError, match="torch, onnx, openvino"):
        load_encoder("labse", backend="tpu")


def test_the_list_says_what_can_be_loaded() -> None:
    rows = {row.name: row for row in list_encoders()}
    assert rows["hashed"].available
    assert "LaBSE" in rows["labse"].source
