"""What marks the names in a running text: the shipped tagger, or a model of the user's behind the same interface."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from claims.article import Span
from claims.entities.mention import EntityKind

DEFAULT_TAGGER = "embedded"


class TaggerError(ValueError):
    """A tagger that cannot be loaded; the message says which and what is missing."""


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A name as a tagger sees it; `confidence` lies in 0..1."""

    span: Span
    kind: EntityKind
    confidence: float


class Tagger(Protocol):
    """Marks names in a text; the same text gives the same spans, in order and without overlaps."""

    def find(self, text: str, lang: str) -> Sequence[TaggedSpan]:
        """The names in `text`, which is in the language `lang` (BCP 47 primary subtag)."""


def load_tagger(name: str = DEFAULT_TAGGER) -> Tagger:
    """The tagger of this name: "embedded", "spacy:MODEL" or "gliner:MODEL"; `TaggerError` where it cannot be had."""
    kind, _, model = name.partition(":")
    if name == DEFAULT_TAGGER:
        from claims.entities.tagger_crf import EmbeddedTagger  # noqa: PLC0415  (models load on first use)

        return EmbeddedTagger()
    if kind in ("spacy", "gliner") and model:
        from claims.entities.tagger_external import load_gliner, load_spacy  # noqa: PLC0415  (optional packages)

        return load_spacy(model) if kind == "spacy" else load_gliner(model)
    raise TaggerError(f"no tagger named {name!r}: use embedded, spacy:MODEL or gliner:MODEL")
