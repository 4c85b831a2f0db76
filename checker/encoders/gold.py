"""The claims of annotated stories, as texts for an encoder, with the cluster that each belongs to.

A gold folder holds one folder per story: articles, and gold.json with claims ({id, article, kind, subject, object, as_of,
quote}) and disagreements ({claims: [[ids of one side], ...]}).
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from checker.encoders.claim_vectors import ClaimText
from checker.encoders.encoder import EncoderError
from checker.encoders.masking import mask_values
from claims.quantities import find_quantities

_TIMELESS = frozenset({"partnership", "departure", "appointment", "date", "founded"})


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One annotated claim, its quote standing for its words; claims of one `cluster` are about one fact."""

    story: str
    kind: str
    subject: str
    lang: str
    article: str
    text: ClaimText
    cluster: str


def load_gold_claims(folder: Path, *, names: bool = False) -> list[GoldClaim]:
    """The claims of every story in `folder`; with `names`, each text also holds the resolved subject and object.

    Raises `EncoderError` when the folder holds no annotated story or one of them cannot be read.
    """
    files = sorted(folder.glob("*/gold.json"))
    if not files:
        raise EncoderError(f"{folder} holds no annotated story: give a folder with STORY/gold.json in it")
    return [claim for file in files for claim in _story(file, names)]


def _story(file: Path, names: bool) -> Iterator[GoldClaim]:
    try:
        gold = json.loads(file.read_text(encoding="utf-8"))
        clusters = _clusters(gold)
        languages = _row_languages(file.parent)
        for claim in gold["claims"]:
            lang = languages.get(claim["article"], claim["article"].split("-")[0])
            spans = [(found.span.start, found.span.end) for found in find_quantities(claim["quote"], lang)]
            named = [claim["subject"], claim["object"]] if names else []
            text = ClaimText(mask_values(claim["quote"], spans), tuple(name for name in named if name))
            kind, subject, article = claim["kind"], claim["subject"] or "", claim["article"]
            yield GoldClaim(file.parent.name, kind, subject, lang, article, text, clusters[claim["id"]])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EncoderError(f"{file} is not an annotated story: {type(error).__name__} {error}") from error


def _row_languages(folder: Path) -> dict[str, str]:
    """The languages of articles that are rows of a JSON lines file."""
    rows = (
        json.loads(line) for file in sorted(folder.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines() if line
    )
    return {str(row["id"]): str(row["lang"]) for row in rows}


def _clusters(gold: dict[str, Any]) -> dict[str, str]:
    """The cluster of each claim: same kind, names and time, joined where an annotated disagreement opposes them."""
    keys = {claim["id"]: _key(claim) for claim in gold["claims"]}
    parent: dict[Hashable, Hashable] = {key: key for key in keys.values()}

    def root(key: Hashable) -> Hashable:
        while parent[key] != key:
            key = parent[key]
        return key

    for disagreement in gold.get("disagreements", []):
        opposed = [keys[name] for side in disagreement["claims"] for name in side if name in keys]
        for first, second in pairwise(opposed):
            parent[root(first)] = root(second)
    return {name: repr(root(key)) for name, key in keys.items()}


def _key(claim: dict[str, Any]) -> Hashable:
    names: list[str] = [(claim[slot] or "").casefold() for slot in ("subject", "object")]
    if claim["kind"] == "partnership":
        names.sort()
    return claim["kind"], *names, None if claim["kind"] in _TIMELESS else claim["as_of"]
