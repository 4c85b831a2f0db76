"""How fast the encoders are on one core: python benchmarks/bench_encoders.py [--labse].

Sentences come from the aligned development file where it is there (news in 25 languages), else from seeds/. "Cold" is a new
encoder that has met no word yet; "warm" is 5,000 of them again. `--labse` adds the full LaBSE architecture with random
weights (needs 4 GB of memory): its speed is that of LaBSE, its vectors mean nothing.
"""

from __future__ import annotations

import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

import argparse
import random
import re
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from checker.encoders import load_encoder
from checker.encoders.evaluate import load_aligned

ROOT = Path(__file__).resolve().parent.parent
_WARM = 5000
ALIGNED = ROOT.parent / "shared" / "eval" / "encoder" / "flores.json.gz"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labse", action="store_true", help="measure the full LaBSE architecture too")
    options = parser.parse_args()
    sentences = _sentences()
    print(f"{len(sentences)} sentences, {sum(map(len, sentences)) / len(sentences):.0f} characters each, one core")
    load, encoder = _seconds(lambda: load_encoder("embedded"))
    print(f"embedded: loaded in {load:.3f} s")
    _report("embedded, cold", encoder.encode, sentences)
    encoder.encode(sentences[:_WARM])
    _report("embedded, warm", encoder.encode, sentences[:_WARM])
    _report("hashed", load_encoder("hashed").encode, sentences)
    if options.labse:
        with tempfile.TemporaryDirectory() as folder:
            _random_labse(Path(folder), sentences)
            _report("LaBSE layout", load_encoder(folder, device="cpu").encode, sentences[:64])


def _sentences() -> list[str]:
    if ALIGNED.is_file():
        sentences = [sentence for texts in load_aligned(ALIGNED).values() for sentence in texts]
    else:
        articles = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
        sentences = [sentence for text in articles for sentence in re.split(r"(?<=[.!?؟])\s+", text) if sentence.strip()]
    random.Random(1).shuffle(sentences)
    return sentences


def _seconds(call: Callable[[], Any]) -> tuple[float, Any]:
    began = time.process_time()
    result = call()
    return time.process_time() - began, result


def _report(name: str, encode: Callable[[Sequence[str]], Any], texts: Sequence[str]) -> None:
    seconds, _ = _seconds(lambda: encode(texts))
    print(f"{name}: {len(texts) / seconds:,.0f} sentences a second, {1000 * seconds / len(texts):.3f} ms each")


def _random_labse(folder: Path, sentences: Sequence[str]) -> None:
    """LaBSE's layers at their full size: 12 of 768, a vocabulary of 501,153 pieces, CLS pooling, dense tanh, normalise."""
    import torch  # noqa: PLC0415
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415
    from sentence_transformers.base.modules import Dense, Transformer  # noqa: PLC0415
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling  # noqa: PLC0415
    from transformers import BertConfig, BertModel, BertTokenizerFast  # noqa: PLC0415

    bert = folder / "bert"
    characters = sorted({char for sentence in sentences for char in sentence})
    pieces = [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        "[MASK]",
        *characters,
        *(f"##{char}{other}" for char in characters for other in "aeio"),
    ]
    BertTokenizerFast(vocab={piece: at for at, piece in enumerate(dict.fromkeys(pieces))}).save_pretrained(bert)
    BertModel(BertConfig(vocab_size=501_153)).save_pretrained(bert)
    dense = Dense(768, 768, activation_function=torch.nn.Tanh())
    layers = [Transformer(str(bert)), Pooling(768, pooling_mode="cls"), dense, Normalize()]
    SentenceTransformer(modules=layers, device="cpu").save(str(folder), create_model_card=False)


if __name__ == "__main__":
    main()
