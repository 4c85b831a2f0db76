"""How a claim is put forward: modality, polarity, speaker, time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.article import Span
from claims.claim import Status
from claims.cues import Cue
from claims.dates.interval import DateInterval
from claims.entities.mention import EntityKind, Mention
from claims.kinds.kind import Kind
from claims.lang import load_pack
from claims.passage import Passage

UNNAMED = "unnamed sources"
"""The attribution of a claim whose speaker the text does not name."""

_NEGATION_REACH = 25
"""Characters between a negation and the cue it negates."""
_SPEAKER_REACH = 30
"""Characters between a cue of speech and the name of who speaks, in one clause."""
_APPOSED = 3
_HEDGES = {"planned": Status.PLANNED, "rumoured": Status.RUMOURED, "forecast": Status.FORECAST}


@dataclass(frozen=True, slots=True)
class Context:
    """Modality, polarity, time and speaker of one statement."""

    status: Status
    negated: bool
    superseded: bool
    as_of: str | None
    attribution: str | None


def read_context(kind: Kind, passage: Passage, anchor: Span, cue: Span, names: dict[str, str]) -> Context:
    """The context of the statement that `anchor` (its figure or state) and `cue` make; `names` maps entity ids to names."""
    date = find_period(passage, anchor, cue, day=not kind.value_types)
    negated = is_negated(passage, cue)
    return Context(
        status=_status(kind, passage, anchor, date),
        negated=negated,
        superseded=bool(passage.signals("superseded") if kind.states else _near(passage, "superseded", anchor)),
        as_of=_deal_time(passage, anchor) or (date.label if date else None),
        attribution=find_speaker(passage, names),
    )


def _near(passage: Passage, name: str, anchor: Span) -> list[Cue]:
    clause = passage.clause_of(anchor)
    return [cue for cue in passage.signals(name) if passage.clause_of(cue.span) == clause]


def _status(kind: Kind, passage: Passage, anchor: Span, date: DateInterval | None) -> Status:
    if _near(passage, "denied", anchor) or _governs(passage, "denied", anchor):
        return Status.DENIED
    if kind.slot("as_of") is None:
        return Status.ACTUAL
    hedges = [cue for name in _HEDGES for cue in _near(passage, name, anchor) if _reaches(passage, cue.span, anchor)]
    hedges += _governs(passage, "rumoured", anchor)
    if hedges:
        nearest = min(hedges, key=lambda cue: (cue.span.gap(anchor), cue.span.start))
        status = _HEDGES[nearest.list]
        return Status(kind.ahead) if status is Status.PLANNED else status
    published = passage.article.published
    if date is not None and date.start is not None and published is not None and date.start > published:
        return Status(kind.ahead)
    return Status.ACTUAL


def _reaches(passage: Passage, hedge: Span, anchor: Span) -> bool:
    """Whether a hedge is about this figure: no other stands between them, nor behind a hedge that follows this one."""
    others = [quantity.span for quantity in passage.quantities if not quantity.span.overlaps(anchor)]
    first, last = sorted((hedge, anchor))
    if any(first.end <= other.start and other.end <= last.start for other in others):
        return False
    follows = hedge.start >= anchor.end
    return not (follows and any(other.start >= hedge.end and passage.clauses_between(other, hedge) == 0 for other in others))


def _governs(passage: Passage, name: str, anchor: Span) -> list[Cue]:
    """Cues of the clause before the anchor's: "X denied that ..." governs what follows."""
    clause = passage.clause_of(anchor)
    return [cue for cue in passage.signals(name) if passage.clause_of(cue.span) == clause - 1]


def is_negated(passage: Passage, cue: Span) -> bool:
    """Whether a negation stands in the cue's clause, close to it, on the side where the language puts it."""
    follows = load_pack(passage.article.lang).negation_follows
    return any(
        not signal.span.overlaps(cue)
        and signal.span.gap(cue) <= _NEGATION_REACH
        and (follows or signal.span.end <= cue.start)
        for signal in _near(passage, "negation", cue)
    )


def find_period(passage: Passage, anchor: Span, cue: Span, *, day: bool) -> DateInterval | None:
    """The date that dates the statement: in its own clause first, else the sentence's only one.

    Figures are dated by periods (a year, a quarter, a month), not by the weekday on which they were told, unless `day`.
    """
    dates = [date for date in passage.dates if not date.span.overlaps(anchor) and (day or not _is_day(date))]
    dates = [date for date in dates if not _dates_another(passage, date.span, anchor) and not _dates_founding(passage, date)]
    for spans in ((anchor,), (anchor, cue)):
        own = [date for date in dates if any(passage.clauses_between(date.span, span) == 0 for span in spans)]
        if own:
            return _resolved(min(own, key=lambda date: (date.span.gap(anchor), date.span.start)))
    return _resolved(dates[0]) if len(dates) == 1 else None


def _dates_founding(passage: Passage, date: DateInterval) -> bool:
    return any(passage.clauses_between(cue.span, date.span) == 0 for cue in passage.kind_cues("founded"))


def _dates_another(passage: Passage, date: Span, anchor: Span) -> bool:
    """Whether a date belongs to the figure before it: "870 m in 2024, 620 m a year earlier", "190 m, up from 140 m in 2024"."""
    figures = [quantity.span for quantity in passage.quantities if quantity.span != anchor and not quantity.span.overlaps(date)]
    before = [span for span in figures if span.end <= date.start and passage.clauses_between(span, date) == 0]
    if not before:
        return False
    nearest = max(before, key=lambda span: span.end)
    if anchor.start >= date.end:
        return 2 * nearest.gap(date) < anchor.gap(date)
    compared = any(anchor.end <= cue.span.start <= nearest.start for cue in passage.signals("comparison"))
    return compared and anchor.end <= nearest.start


def _is_day(date: DateInterval) -> bool:
    """Whether a date is the weekday or the moment of telling ("on Monday", "now") rather than a period."""
    return date.relative and len(date.label or "YYYY-MM-DD") == len("YYYY-MM-DD")


def _resolved(date: DateInterval) -> DateInterval | None:
    """The date where its days are known; "this year" in an undated article keeps others from taking its place."""
    return date if date.label is not None else None


def _deal_time(passage: Passage, anchor: Span) -> str | None:
    for name in ("before_deal", "after_deal"):
        if _near(passage, name, anchor):
            return name
    return None


def find_speaker(passage: Passage, names: dict[str, str]) -> str | None:
    """Who says it: the person or organisation next to a cue of speech, `UNNAMED`, or None for the outlet's own voice."""
    if passage.signals("unnamed"):
        return UNNAMED
    said = passage.signals("attribution")
    speakers: Sequence[Mention] = [m for m in passage.mentions if m.kind is not EntityKind.PLACE and m.entity_id]
    if not said or not speakers:
        return None
    pairs = [(m, cue) for m in speakers for cue in said if _speaks_with(passage, m.span, cue.span)]
    near = min(pairs, key=lambda pair: (pair[0].span.gap(pair[1].span), pair[0].span.start), default=None)
    if near is None or near[0].span.gap(near[1].span) > _SPEAKER_REACH:
        return None
    return names.get(near[0].entity_id or "", near[0].text)


def _speaks_with(passage: Passage, name: Span, cue: Span) -> bool:
    """In the cue's clause, or right before it: "Its finance chief, Ines Prado, said"."""
    if passage.clauses_between(name, cue) == 0:
        return True
    clause = passage.clauses[passage.clause_of(name)]
    opens = not passage.article.text[clause.start : name.start].strip()
    return opens and 0 <= cue.start - name.end <= _APPOSED
