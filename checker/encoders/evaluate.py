"""How well an encoder finds translations: retrieval on aligned sentences, by cosine and by CSLS."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from checker.encoders.encoder import EncoderError

if TYPE_CHECKING:
    from checker.encoders.encoder import Encoder

CORE = ("ar", "de", "pt", "ru", "uk")
_NEIGHBOURS = 10
Scores = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Retrieval:
    """How often the nearest sentence of `target` is the translation of one of `source`, in 0..1, over `sentences` sentences."""

    source: str
    target: str
    sentences: int
    cosine: float
    csls: float


def evaluate_encoder(encoder: Encoder, path: Path, pairs: Iterable[tuple[str, str]] | None = None) -> list[Retrieval]:
    """One row per pair of languages; every language into English when no pairs are given.

    `path` is a JSON file {language: [sentence]} (also gzipped), or a folder with one text file per language, named by it, a
    sentence a line, all aligned. Raises `EncoderError` when it cannot be read or lacks a language.
    """
    aligned = load_aligned(path)
    wanted = list(pairs) if pairs is not None else [(language, "en") for language in aligned if language != "en"]
    missing = sorted({language for pair in wanted for language in pair} - aligned.keys())
    if missing:
        raise EncoderError(f"{path} has no sentences in {', '.join(missing)}: it has {', '.join(sorted(aligned))}")
    languages = dict.fromkeys(language for pair in wanted for language in pair)
    vectors = {language: encoder.encode(aligned[language]) for language in languages}
    return [_retrieval(source, target, vectors[source] @ vectors[target].T) for source, target in wanted]


def core_pairs(languages: Sequence[str] = CORE) -> Iterator[tuple[str, str]]:
    """Every ordered pair of different languages."""
    return ((source, target) for source in languages for target in languages if source != target)


def load_aligned(path: Path) -> dict[str, list[str]]:
    """Aligned sentences by language; `EncoderError` when they are not there or not equally many."""
    try:
        if path.is_dir():
            aligned = {
                file.name.split(".")[0]: file.read_text("utf-8").splitlines()
                for file in sorted(path.iterdir())
                if file.is_file()
            }
        else:
            data = path.read_bytes()
            aligned = json.loads(gzip.decompress(data) if path.suffix == ".gz" else data)
    except (OSError, ValueError) as error:
        raise EncoderError(
            f"{path} holds no aligned sentences: give a JSON file or a folder of text files ({error})"
        ) from error
    if not isinstance(aligned, dict) or len({len(sentences) for sentences in aligned.values()}) != 1:
        raise EncoderError(f"{path}: every language needs the same number of sentences")
    return aligned


def _retrieval(source: str, target: str, scores: Scores) -> Retrieval:
    own = np.arange(len(scores))
    nearest = scores.argmax(axis=1)
    corrected = 2 * scores - _closeness(scores, 1)[:, None] - _closeness(scores, 0)[None, :]
    return Retrieval(
        source, target, len(scores), float((nearest == own).mean()), float((corrected.argmax(axis=1) == own).mean())
    )


def _closeness(scores: Scores, axis: int) -> Scores:
    """The mean cosine of each sentence to its nearest neighbours of the other language: CSLS discounts it."""
    count = min(_NEIGHBOURS, scores.shape[axis])
    nearest = np.partition(scores, -count, axis=axis).take(range(-count, 0), axis=axis, mode="wrap")
    means: Scores = nearest.mean(axis=axis, dtype=np.float32)
    return means
