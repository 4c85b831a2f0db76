"""The tagger that ships with the package: a conditional random field for each script group."""

from __future__ import annotations

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
        self._models: dict[str, pycrfsuite.Tagger] = {}

    def find(self, text: str, lang: str) -> Sequence[TaggedSpan]:
        """The names in `text`; none in a language whose script no group has learned."""
        group = group_of(lang)
        if not group:
            return ()
        found: list[TaggedSpan] = []
        for line in _lines(find_tokens(text)):
            found += _tag(self._model(group), line, group)
        return tuple(found)

    def _model(self, group: str) -> pycrfsuite.Tagger:
        if group not in self._models:
            import pycrfsuite  # noqa: PLC0415  (heavy)

            model = pycrfsuite.Tagger()
            model.open(str(self._folder / f"{group}.crfsuite"))
            self._models[group] = model
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


def _tag(model: pycrfsuite.Tagger, tokens: Sequence[Token], group: str) -> Iterator[TaggedSpan]:
    model.set(token_features(tokens, group))
    labels = [*model.tag(), "O"]
    start: int | None = None
    for index, label in enumerate(labels):
        if start is not None and not (label.startswith("I-") and label[2:] == labels[start][2:]):
            sure = min(model.marginal(labels[place], place) for place in range(start, index))
            yield TaggedSpan(Span(tokens[start].start, tokens[index - 1].end), EntityKind(labels[start][2:]), round(sure, 3))
            start = None
        if start is None and label != "O":
            start = index
