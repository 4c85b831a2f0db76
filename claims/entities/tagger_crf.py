"""The tagger that ships with the package: a conditional random field for each script group."""

from __future__ import annotations

import lzma
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claims.article import Span
from claims.entities.mention import EntityKind
from claims.entities.tagger import TaggedSpan
from claims.entities.tagger_features import token_features
from claims.entities.tokens import Token, find_tokens

if TYPE_CHECKING:
    import pycrfsuite

FAINT = 0.25
"""A stretch that is a name with at least this probability is told of, though the likeliest labelling leaves it out."""

MODELS = Path(__file__).parent / "models"

_GROUPS = {"ja": "ja", "zh": "zh", "ko": "ko"}
_BY_SCRIPT = {
    "ar": "arabic", "fa": "arabic", "ur": "arabic",
    **dict.fromkeys(("ru", "uk", "bg", "be", "mk", "sr", "kk"), "cyrillic"),
    "el": "", "he": "", "hi": "", "th": "", "ka": "", "hy": "", "bn": "", "ta": "",
}  # fmt: skip
"""The group of the languages that Latin letters do not write; "" where no group has learned the script."""


def group_of(lang: str) -> str:
    """The script group that tags a language, "" where there is none."""
    return _GROUPS.get(lang, _BY_SCRIPT.get(lang, "latin"))


class EmbeddedTagger:
    """Opens each group's model when a text first needs it."""

    def __init__(self, folder: Path = MODELS) -> None:
        self._folder = folder
        self._data: dict[str, bytes] = {}
        self._models: dict[str, pycrfsuite.Tagger] = {}

    def find(self, text: str, lang: str) -> Sequence[TaggedSpan]:
        """The names in `text`; none in a language whose script no group has learned."""
        group = group_of(lang)
        if not group:
            return ()
        found: list[TaggedSpan] = []
        for line in _lines(find_tokens(text)):
            found += _tag(self._model(group), token_features(line, group, lang), line)
        return tuple(sorted(found, key=lambda each: each.span))

    def _model(self, group: str) -> pycrfsuite.Tagger:
        if group not in self._models:
            import pycrfsuite  # noqa: PLC0415  (heavy)

            # crfsuite reads the bytes where they lie, so they must live as long as the model.
            self._data[group] = lzma.decompress((self._folder / f"{group}.bin").read_bytes())
            self._models[group] = pycrfsuite.Tagger()
            self._models[group].open_inmemory(self._data[group])
        return self._models[group]


def _lines(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The sentences, as far as the marks between them tell."""
    start = 0
    for index in range(1, len(tokens)):
        if tokens[index].first and not tokens[index - 1].first:
            yield tokens[start:index]
            start = index
    if tokens:
        yield tokens[start:]


def _tag(model: pycrfsuite.Tagger, features: list[list[str]], tokens: Sequence[Token]) -> Iterator[TaggedSpan]:
    """The names of the likeliest labelling, and what is no name in it but may be one."""
    model.set(features)
    labels = model.tag()
    faint = [_faint_label(model, place) if label == "O" else "O" for place, label in enumerate(labels)]
    for start, end, kind in [*_stretches(labels), *_stretches(faint)]:
        sure = min(1 - model.marginal("O", place) for place in range(start, end))
        yield TaggedSpan(Span(tokens[start].start, tokens[end - 1].end), EntityKind(kind), round(sure, 3))


def _faint_label(model: pycrfsuite.Tagger, place: int) -> str:
    """The likeliest label but "O", where that is likely enough to tell others of."""
    if 1 - model.marginal("O", place) < FAINT:
        return "O"
    chances = {str(label): float(model.marginal(label, place)) for label in model.labels() if label != "O"}
    return max(sorted(chances), key=lambda label: chances[label])


def _stretches(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """(first token, token behind, kind) of every run of labels that belong together."""
    start: int | None = None
    for index, label in enumerate([*labels, "O"]):
        if start is not None and not (label.startswith("I-") and label[2:] == labels[start][2:]):
            yield start, index, labels[start][2:]
            start = None
        if start is None and label != "O":
            start = index
