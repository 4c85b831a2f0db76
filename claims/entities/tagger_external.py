"""A user's own spaCy or GLiNER model as the tagger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from claims.article import Span
from claims.entities.mention import EntityKind
from claims.entities.tagger import TaggedSpan, Tagger, TaggerError

_SPACY_KINDS = {
    "PER": EntityKind.PERSON,
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "LOC": EntityKind.PLACE,
    "GPE": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
}
_GLINER_CHARACTERS = 1200
"""GLiNER reads a few hundred words at a time; longer texts go in by lines of at most so many characters."""


class SpacyTagger:
    """Names as a spaCy pipeline marks them."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline

    def find(self, text: str, lang: str) -> Sequence[TaggedSpan]:
        """The pipeline's entities that are organisations, persons or places."""
        marked = self._pipeline(text).ents
        return tuple(
            TaggedSpan(Span(entity.start_char, entity.end_char), _SPACY_KINDS[entity.label_], 0.85)
            for entity in marked
            if entity.label_ in _SPACY_KINDS
        )


class GlinerTagger:
    """Names as a GLiNER model marks them."""

    def __init__(self, model: Any) -> None:
        self._model = model

    def find(self, text: str, lang: str) -> Sequence[TaggedSpan]:
        """The model's entities that are organisations, persons or places."""
        kinds = [kind.value for kind in EntityKind]
        found = []
        for offset, piece in _pieces(text):
            for entity in sorted(self._model.predict_entities(piece, kinds), key=lambda entity: int(entity["start"])):
                span = Span(offset + int(entity["start"]), offset + int(entity["end"]))
                found.append(TaggedSpan(span, EntityKind(entity["label"]), float(entity["score"])))
        return tuple(found)


def _pieces(text: str) -> Iterable[tuple[int, str]]:
    offset = 0
    for line in text.splitlines(keepends=True):
        for start in range(0, len(line), _GLINER_CHARACTERS):
            piece = line[start : start + _GLINER_CHARACTERS]
            if piece.strip():
                yield offset + start, piece
        offset += len(line)


def load_spacy(model: str) -> Tagger:
    """A spaCy pipeline by name or folder; `TaggerError` where spaCy or the pipeline is missing."""
    try:
        import spacy  # type: ignore[import-not-found, unused-ignore]  # noqa: PLC0415
    except ImportError as error:
        raise TaggerError(f"tagger spacy:{model} needs the package spacy: pip install spacy") from error
    try:
        return SpacyTagger(spacy.load(model))
    except OSError as error:
        raise TaggerError(f"spaCy has no pipeline {model!r}: {error}") from error


def load_gliner(model: str) -> Tagger:
    """A GLiNER model by name or folder; `TaggerError` where GLiNER or the model is missing."""
    try:
        from gliner import GLiNER  # type: ignore[import-not-found, unused-ignore]  # noqa: PLC0415
    except ImportError as error:
        raise TaggerError(f"tagger gliner:{model} needs the package gliner: pip install gliner") from error
    try:
        return GlinerTagger(GLiNER.from_pretrained(model))
    except (OSError, ValueError) as error:
        raise TaggerError(f"GLiNER has no model {model!r}: {error}") from error
