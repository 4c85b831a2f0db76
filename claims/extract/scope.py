"""What narrows a figure down: the round of a funding, the part of a whole."""

from __future__ import annotations

import re

from claims.article import Span
from claims.cues import Cue
from claims.kinds.kind import Kind
from claims.passage import Passage

PART = "part"
"""The object of a figure that the text gives as a part of the one before."""

TOTAL = "total"
"""The object of a figure that adds up several times, sites or rounds."""

_ROUND = re.compile(r"[\s\-–—«\"“(]{0,3}([A-HА-ВЕС])(?![A-Za-z0-9А-я’'])")
_LATIN = str.maketrans("АВСЕ", "ABCE")
_PART_GAP = 40


def find_round(passage: Passage) -> str | None:
    """The round that the sentence names, as "Series C": a single capital letter right behind a cue of funding."""
    text = passage.article.text
    for cue in passage.kind_cues("funding"):
        match = _ROUND.match(text, cue.span.end)
        if match is not None:
            return f"Series {match[1].translate(_LATIN)}"
        inside = cue.span.of(text).split()[-1]
        if len(inside) == 1 and inside.isupper():
            return f"Series {inside.translate(_LATIN)}"
    return None


def find_scope(passage: Passage, figure: Span) -> str | None:
    """`PART` or `TOTAL` where a cue such as "of which" or "in total" stands by the figure, else None."""
    if is_part(passage, figure):
        return PART
    near = [cue for cue in passage.signals("total") if passage.clauses_between(cue.span, figure) == 0]
    others = [quantity.span for quantity in passage.quantities if quantity.span != figure]
    own = [cue for cue in near if not any(other.gap(cue.span) < figure.gap(cue.span) for other in others)]
    return TOTAL if own else None


def is_part(passage: Passage, figure: Span) -> bool:
    """Whether a cue such as "of which" stands right before the figure."""
    return any(0 <= figure.start - cue.span.end <= _PART_GAP for cue in passage.signals("part"))


def sort_of(kind: Kind, cue: Cue | None) -> str | None:
    """The sort of fact that a cue names, in English ("operating result", "opening"), where its kind has sorts."""
    return cue.list.replace("_", " ") if cue is not None and cue.list in kind.sorts else None
