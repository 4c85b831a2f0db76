"""Claims of the kinds that state a figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from claims.article import Span
from claims.cues import Cue
from claims.entities.mention import EntityKind
from claims.extract import weights
from claims.extract.draft import Draft
from claims.extract.readings import OTHER, Reading, find_readings
from claims.extract.roles import Filler, Scene, assign_roles
from claims.extract.scope import find_round, find_scope, sort_of
from claims.passage import Passage
from claims.quantities.quantity import Quantity


def find_figures(
    passage: Passage,
    salience: Mapping[str, float],
    topics: tuple[tuple[str, EntityKind], ...],
    carried: Draft | None = None,
    pair: tuple[str, str] | None = None,
) -> list[Draft]:
    """The drafts of every figure of a sentence that some kind takes, in text order.

    `carried` is the last figure of the sentence before, whose kind a sentence without cues of its own may go on with,
    `pair` that sentence's subject and object.
    """
    drafts: list[Draft] = []
    previous: Reading | None = None
    for reading in find_readings(passage, carried):
        scene = Scene(passage, reading.quantity.span, reading.cue, salience, topics, pair)
        subject, object_ = assign_roles(reading.kind, scene)
        if subject is None:
            continue
        if reading.score == weights.CARRIED and carried is not None:
            subject, object_ = _inherit(carried, subject, object_)
        elif previous is not None and reading.cue == previous.cue and drafts:
            subject, object_ = _inherit(drafts[-1], subject, object_)
        drafts.append(_draft(passage, reading, subject, object_))
        if reading.kind.name != OTHER:
            previous = reading
    return drafts


def _inherit(last: Draft, subject: Filler, object_: Filler | None) -> tuple[Filler, Filler | None]:
    """A second figure under one cue ("870 m after 620 m") speaks of the first one's subject and object."""
    return last.subject or subject, last.object or object_


def _draft(passage: Passage, reading: Reading, subject: Filler, object_: Filler | None) -> Draft:
    cue = reading.cue.span if reading.cue else reading.quantity.span
    return Draft(
        kind=reading.kind,
        passage=passage,
        cue=cue,
        anchor=reading.quantity.span,
        timed=reading.twin or reading.quantity.span,
        subject=subject,
        object=object_,
        object_text=_scope(passage, reading),
        value=_signed(passage, reading),
        state=None,
        manner=None,
        as_of=None,
        strength=max(0.0, min(1.0, reading.score / 2)),
    )


def _scope(passage: Passage, reading: Reading) -> str | None:
    """What the figure counts, which round it belongs to, or that it is only a part."""
    if reading.kind.name == OTHER:
        return reading.quantity.unit or None
    scope = find_scope(passage, reading.quantity.span)
    if reading.kind.name == "funding" and scope is None:
        return find_round(passage)
    return scope or sort_of(reading.kind, reading.cue)


def _signed(passage: Passage, reading: Reading) -> Quantity:
    """A loss is written as a positive figure and kept as a negative one."""
    quantity = reading.quantity
    if reading.kind.name != "profit_loss" or not _is_loss(passage, reading.twin or quantity.span, reading.cue):
        return quantity
    low, high = quantity.low, quantity.high
    return replace(quantity, low=None if high is None else -abs(high), high=None if low is None else -abs(low))


def _is_loss(passage: Passage, figure: Span, cue: Cue | None) -> bool:
    """Whether the cue itself or a word next to the figure speaks of a loss."""
    losses = [signal.span for signal in passage.signals("loss")]
    if cue is not None and any(loss.overlaps(cue.span) for loss in losses):
        return True
    near = [loss for loss in losses if loss.gap(figure) <= weights.LOSS_GAP and passage.clauses_between(loss, figure) <= 1]
    others = [quantity.span for quantity in passage.quantities if quantity.is_money and not quantity.span.overlaps(figure)]
    return any(not any(other.gap(loss) < figure.gap(loss) for other in others) for loss in near)
