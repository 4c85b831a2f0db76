"""The parallel corpus as arrays: texts as word numbers, pairs as text numbers, words as feature hashes.

Written once into a work folder outside the repository, then memory-mapped by every training run.
"""

from __future__ import annotations

import json
import lzma
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from encoder_sources import NAMES, SOURCES, WORDS, is_used

from checker.encoders.features import word_features
from checker.encoders.words import split_words

_WORDS_AT_ONCE = 1 << 16
_LONGEST = 96  # words; longer texts are documentation that was not split


@dataclass(frozen=True, slots=True)
class Corpus:
    """Memory-mapped arrays. Text t has words `tokens[text_starts[t]:text_starts[t + 1]]`."""

    tokens: Any  # uint32, word numbers
    text_starts: Any  # int64
    text_lang: Any  # uint8
    pairs: Any  # uint32 (n, 2), English first where there is one
    pair_source: Any  # uint8
    hashes: Any  # uint64, feature hashes of all words
    word_starts: Any  # int64
    is_number: Any  # uint8, by word
    languages: list[str]
    sources: list[str]


class _Texts:
    """Numbers for texts and words, in order of first appearance."""

    def __init__(self) -> None:
        self.words: dict[str, int] = {}
        self.numbers: dict[tuple[str, str], int] = {}
        self.tokens = array("I")
        self.starts = array("q", [0])
        self.lang = array("B")
        self.languages: dict[str, int] = {}

    def number(self, lang: str, text: str) -> int:
        """The number of `text`, -1 when it has no words or too many."""
        known = self.numbers.get((lang, text))
        if known is not None:
            return known
        words = split_words(text)
        if not words or len(words) > _LONGEST * (2 if lang in ("zh", "ja") else 1):
            self.numbers[lang, text] = -1
            return -1
        numbers = self.words
        self.tokens.extend(numbers.setdefault(word, len(numbers)) for word in words)
        self.starts.append(len(self.tokens))
        self.lang.append(self.languages.setdefault(lang, len(self.languages)))
        self.numbers[lang, text] = len(self.lang) - 1
        return len(self.lang) - 1


def _rows(path: Path) -> Iterator[tuple[str, str, str, str, str]]:
    """Languages, texts and source of each pair that may be used, the English side first where there is one."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            lang, other_lang, text, other, source = line.rstrip("\n").split("\t")
            if is_used(source, lang, other_lang):
                english_first = other_lang != "en"
                yield (lang, other_lang, text, other, source) if english_first else (other_lang, lang, other, text, source)


def _variants(text: str, source: str) -> list[str]:
    """The translations a dictionary cell lists; a name spelled out in letters, joined."""
    if SOURCES[source][0] == NAMES:
        return [text.replace(" ", "")] if all(len(part) == 1 for part in text.split(" ")) else [text]
    if SOURCES[source][0] == WORDS:
        return [part.strip() for part in text.replace(";", ",").split(",") if part.strip()][:3]
    return [text]


def build_corpus(pairs_file: Path, folder: Path) -> None:
    """Read the pairs and write the arrays into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = _Texts()
    pairs, pair_source = array("I"), array("B")
    sources = list(SOURCES)
    numbers = {source: at for at, source in enumerate(sources)}
    for lang, other_lang, text, other, source in _rows(pairs_file):
        first = texts.number(lang, text)
        for variant in _variants(other, source):
            second = texts.number(other_lang, variant)
            if first >= 0 and second >= 0:
                pairs.extend((first, second))
                pair_source.append(numbers[source])
    _save(
        folder, texts, np.frombuffer(pairs, dtype=np.uint32).reshape(-1, 2), np.frombuffer(pair_source, dtype=np.uint8), sources
    )


def _save(folder: Path, texts: _Texts, pairs: Any, pair_source: Any, sources: list[str]) -> None:
    tokens = np.frombuffer(texts.tokens, dtype=np.uint32)
    starts = np.frombuffer(texts.starts, dtype=np.int64)
    words = list(texts.words)
    hashes, word_starts, base = [], [np.zeros(1, dtype=np.int64)], 0
    for at in range(0, len(words), _WORDS_AT_ONCE):
        features = word_features(words[at : at + _WORDS_AT_ONCE])
        hashes.append(features.hashes)
        word_starts.append(features.starts[1:] + base)
        base += len(features.hashes)
    arrays = {
        "tokens": tokens,
        "text_starts": starts,
        "text_lang": np.frombuffer(texts.lang, dtype=np.uint8),
        "pairs": pairs,
        "pair_source": pair_source,
        "hashes": np.concatenate(hashes),
        "word_starts": np.concatenate(word_starts),
        "is_number": np.array([word[0].isdigit() for word in words], dtype=np.uint8),
    }
    for name, values in arrays.items():
        np.save(folder / f"{name}.npy", values)
    (folder / "words.txt").write_text("\n".join(words), encoding="utf-8")
    names = {"languages": list(texts.languages), "sources": sources}
    (folder / "names.json").write_text(json.dumps(names), encoding="utf-8")


def load_corpus(folder: Path) -> Corpus:
    """The arrays of `folder`, mapped into memory."""
    names = json.loads((folder / "names.json").read_text(encoding="utf-8"))
    fields = ("tokens", "text_starts", "text_lang", "pairs", "pair_source", "hashes", "word_starts", "is_number")
    arrays = {field: np.load(folder / f"{field}.npy", mmap_mode="r") for field in fields}
    return Corpus(**arrays, languages=names["languages"], sources=names["sources"])
