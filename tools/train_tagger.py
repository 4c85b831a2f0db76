"""Train the shipped tagger, one CRF for each script group, and score it: `python tools/train_tagger.py [GROUP ...]`.

Reads the sets named in docs/tagger.md from ../shared/data/entities (or --data DIR), writes claims/entities/models. The same
data give the same models.
"""

from __future__ import annotations

import argparse
import gzip
import json
import lzma
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pycrfsuite

from claims.entities.person_tokens import token_hash
from claims.entities.tagger_features import token_features
from claims.entities.tokens import Token, find_tokens

MODELS = Path(__file__).parents[1] / "claims" / "entities" / "models"
DATA = Path(__file__).parents[2] / "shared" / "data" / "entities"
LABELS = {"PER": "person", "ORG": "organisation", "LOC": "place"}

TRAIN: Mapping[str, Mapping[str, int]] = {
    "latin": {
        "de.germeval14.test": 5100,
        "de.germeval14.dev": 2200,
        "en.crossner.train": 2600,
        "en.wikigold.train": 1700,
        "en.uner_english-ewt.dev": 2001,
        "en.uner_english-ewt.test": 2077,
        "pt.uner_portuguese-bosque.train": 5000,
        "tr.turkishwiki.train": 3500,
        "hr.uner_croatian-set.train": 2000,
        "sk.uner_slovak-snk.train": 1500,
        "sv.uner_swedish-talbanken.train": 1500,
        "da.uner_danish-ddt.train": 2500,
    },
    "cyrillic": {"ru.factrueval.testset": 3138, "ru.factrueval.devset": 1200},
    "arabic": {"ar.anercorp.train": 4257, "ar.wojoodsample.train": 1114, "ar.wojoodsample.val": 158},
    "zh": {"zh.uner_chinese-gsdsimp.train": 3997, "zht.uner_chinese-gsd.train": 3997},
    "ja": {"ja.stockmark.train": 4808, "ja.gsd_ne.train": 5000},
    "ko": {"ko.klue.train": 4000},
}
"""The sets each group learns from, with how many sentences of each at most."""

TEST: Mapping[str, Sequence[str]] = {
    "latin": (
        "en.uner_english-pud.test",
        "de.uner_german-pud.test",
        "pt.uner_portuguese-pud.test",
        "pt.uner_portuguese-bosque.test",
        "tr.turkishwiki.test",
        "sv.uner_swedish-talbanken.test",
        "da.uner_danish-ddt.test",
    ),
    "cyrillic": ("ru.factrueval.devset+1200", "ru.uner_russian-pud.test"),
    "arabic": ("ar.anercorp.test", "ar.wojoodsample.test"),
    "zh": ("zh.uner_chinese-gsdsimp.test", "zh.uner_chinese-pud.test"),
    "ja": ("ja.stockmark.test", "ja.gsd_ne.test"),
    "ko": ("ko.klue.test",),
}
"""The sets each group is scored on; `+N` leaves out the first N sentences, which it learned from."""

NAME_SCRIPTS = {"latin": 10, "russian": 5, "arabic": 3, "chinese": 3, "japanese": 3, "korean": 2, "hebrew": 3}
"""How often a word must be part of a person's name to be kept, by script."""


def read_sentences(data: Path, name: str, limit: int | None = None, skip: int = 0) -> Iterator[tuple[list[Token], list[str]]]:
    """Sentences of one set, split anew into our own tokens, with a BIO label for each."""
    with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if limit is not None and number >= limit:
                return
            if number >= skip:
                words, tags = json.loads(line)
                tokens, labels = relabel(words, tags)
                if tokens:
                    yield tokens, labels


def relabel(words: Sequence[str], tags: Sequence[str]) -> tuple[list[Token], list[str]]:
    """Write the words of a sentence as running text and carry their labels over to our tokens."""
    glue = "" if sum(map(len, words)) < 1.7 * len(words) else " "
    owner: list[int] = []
    for index, word in enumerate(words):
        owner += [index] * len(word) + [-1] * len(glue)
    tokens = find_tokens(glue.join(words))
    labels, before = [], -1
    for token in tokens:
        index = owner[token.start]
        tag = tags[index] if index >= 0 else "O"
        opens = tag.startswith("B-") and index != before
        if tag == "O" or tag[2:] not in LABELS:
            labels.append("O")
        else:
            labels.append(("B-" if opens or not labels or labels[-1] == "O" else "I-") + LABELS[tag[2:]])
        before = index
    return tokens, labels


def write_person_tokens(data: Path) -> None:
    """Keep how common each word is in persons' names as hashes in models/person_tokens.npz."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    with gzip.open(data / "nametokens.wikidata.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            script, latin, native, count = line.rstrip("\n").split("\t")
            counts["latin"][latin.lower()] += int(count)
            if script in NAME_SCRIPTS:
                counts[script][native.lower()] += int(count)
    levels: dict[int, int] = {}
    for script, least in NAME_SCRIPTS.items():
        for word, count in counts[script].items():
            if count >= least and len(word) > 1:
                level = 1 + sum(count >= least * factor for factor in (4, 16, 64))
                levels[token_hash(word)] = max(level, levels.get(token_hash(word), 0))
    hashes = np.array(sorted(levels), dtype=np.uint32)
    MODELS.mkdir(exist_ok=True)
    kept = np.array([levels[int(value)] for value in hashes], dtype=np.uint8)
    np.savez_compressed(MODELS / "person_tokens.npz", hashes=hashes, levels=kept)


def train(data: Path, group: str, iterations: int) -> None:
    """Learn one group's model and write it."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for name, limit in TRAIN[group].items():
        for tokens, labels in read_sentences(data, name, limit):
            trainer.append(token_features(tokens, group, language(name)), labels)
    trainer.select("lbfgs")
    trainer.set_params({"c1": 0.2, "c2": 0.02, "max_iterations": iterations, "feature.minfreq": 2})
    with TemporaryDirectory() as folder:
        plain = Path(folder) / group
        trainer.train(str(plain))
        (MODELS / f"{group}.bin").write_bytes(lzma.compress(plain.read_bytes(), preset=9))


def language(name: str) -> str:
    """The language of a set, from its name."""
    return {"zht": "zh"}.get(name.split(".", maxsplit=1)[0], name.split(".", maxsplit=1)[0])


def spans(labels: Sequence[str]) -> set[tuple[int, int, str]]:
    """The labelled stretches as (first token, token behind, kind)."""
    found, start = set(), None
    for index, label in enumerate([*labels, "O"]):
        if start is not None and not (label.startswith("I-") and label[2:] == labels[start][2:]):
            found.add((start, index, labels[start][2:]))
            start = None
        if start is None and label != "O":
            start = index
    return found


def score(data: Path, group: str, name: str) -> str:
    """One line with the F1 of exact spans for each kind on one test set, and tokens tagged per second."""
    tagger = pycrfsuite.Tagger()
    model = lzma.decompress((MODELS / f"{group}.bin").read_bytes())
    tagger.open_inmemory(model)
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    there: Counter[str] = Counter()
    size, started = 0, time.perf_counter()
    base, _, skip = name.partition("+")
    for tokens, labels in read_sentences(data, base, skip=int(skip or 0)):
        ours, gold = spans(tagger.tag(token_features(tokens, group, language(base)))), spans(labels)
        said.update(kind for *_, kind in ours)
        there.update(kind for *_, kind in gold)
        right.update(kind for *_, kind in ours & gold)
        size += len(tokens)
    speed = size / (time.perf_counter() - started)
    f1 = {kind: 2 * right[kind] / max(1, said[kind] + there[kind]) for kind in LABELS.values()}
    return f"| {name} | {f1['person']:.2f} | {f1['organisation']:.2f} | {f1['place']:.2f} | {speed / 1000:.0f} |"


def main() -> None:
    """Train and score the groups named on the command line, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("groups", nargs="*", default=list(TRAIN), metavar="GROUP")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--iterations", type=int, default=70)
    parser.add_argument("--score-only", action="store_true")
    options = parser.parse_args()
    if not options.score_only:
        write_person_tokens(options.data)
    for group in options.groups:
        started = time.perf_counter()
        if not options.score_only:
            train(options.data, group, options.iterations)
        print(f"{group}: {time.perf_counter() - started:.0f} s, {(MODELS / f'{group}.bin').stat().st_size / 1e6:.1f} MB")
        for name in TEST[group]:
            print(score(options.data, group, name), flush=True)


if __name__ == "__main__":
    main()
