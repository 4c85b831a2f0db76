"""Sentence-transformers models go through the real loading code, on a small model with LaBSE's layout."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from checker.encoders import EncoderError, load_encoder

pytestmark = pytest.mark.filterwarnings("ignore")
TEXTS = ["the port opens", "der hafen öffnet wieder", "port"]


@pytest.fixture(scope="module")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import Dense, Transformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling
    from transformers import BertConfig, BertModel, BertTokenizerFast

    torch.manual_seed(7)
    bert = tmp_path_factory.mktemp("bert")
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "port", "opens", "der", "hafen", "wieder"]
    (bert / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
    BertTokenizerFast(vocab={word: at for at, word in enumerate(words)}).save_pretrained(bert)
    shape = BertConfig(vocab_size=len(words), hidden_size=24, num_hidden_layers=2, num_attention_heads=4, intermediate_size=48)
    BertModel(shape).save_pretrained(bert)
    dense = Dense(24, 24, activation_function=torch.nn.Tanh())
    layers = [Transformer(str(bert)), Pooling(24, pooling_mode="cls"), dense, Normalize()]
    folder = tmp_path_factory.mktemp("labse-layout") / "little-labse"
    SentenceTransformer(modules=layers, device="cpu").save(str(folder))
    return folder


def test_a_folder_loads_and_encodes(model_folder: Path) -> None:
    encoder = load_encoder(str(model_folder), device="cpu")
    vectors = encoder.encode([*TEXTS, " "])
    assert encoder.name == "little-labse"
    assert vectors.shape == (4, encoder.dim) == (4, 24)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), [1, 1, 1, 0], atol=1e-5)
    assert not np.allclose(vectors[0], vectors[1], atol=1e-4)
    assert encoder.encode([]).shape == (0, 24)


def test_vectors_are_those_of_the_layers_written_out(model_folder: Path) -> None:
    import torch
    from transformers import AutoModel, AutoTokenizer

    tokens = AutoTokenizer.from_pretrained(model_folder)(TEXTS[0], return_tensors="pt")
    with torch.no_grad():
        first = AutoModel.from_pretrained(model_folder)(**tokens).last_hidden_state[:, 0]
    weights = load_encoder(str(model_folder), device="cpu")._model[2].linear  # type: ignore[attr-defined]
    expected = torch.tanh(weights(first))[0].detach().numpy()
    expected /= np.linalg.norm(expected)
    assert np.allclose(load_encoder(str(model_folder), device="cpu").encode(TEXTS[:1])[0], expected, atol=1e-5)


def test_identity_follows_the_weights(model_folder: Path, tmp_path: Path) -> None:
    import torch
    from sentence_transformers import SentenceTransformer

    same = load_encoder(str(model_folder), device="cpu").identity
    assert load_encoder(str(model_folder), device="cpu").identity == same
    changed = SentenceTransformer(str(model_folder), device="cpu")
    with torch.no_grad():
        changed[2].linear.bias[0] += 1
    changed.save(str(tmp_path / "little-labse"))
    assert load_encoder(str(tmp_path / "little-labse"), device="cpu").identity != same


def test_a_missing_model_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    import huggingface_hub.constants

    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(EncoderError, match="give the folder of a saved model") as caught:
        load_encoder("nobody/no-such-model", device="cpu")
    assert "\n" not in str(caught.value)
