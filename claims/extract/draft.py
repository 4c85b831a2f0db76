"""A claim in the making: what was chosen for each slot, before it gets its context."""

from __future__ import annotations

from dataclasses import dataclass

from claims.article import Span
from claims.claim import Claim, Status, claim_id
from claims.context import read_context
from claims.entities.mention import Mention
from claims.extract import weights
from claims.extract.roles import Filler
from claims.kinds.kind import Kind
from claims.passage import Passage
from claims.quantities.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Draft:
    """What a claim will be made of; `cue` and `anchor` are where it stands, `timed` the words that its time and modality
    are about (another figure where this one only restates it), `strength` how sure the kind is (0..1)."""

    kind: Kind
    passage: Passage
    cue: Span
    anchor: Span
    timed: Span
    subject: Filler | None
    object: Filler | None
    object_text: str | None
    value: Quantity | None
    state: str | None
    manner: str | None
    as_of: str | None
    strength: float


def finish_claim(draft: Draft, names: dict[str, str]) -> Claim:
    """The claim of a draft, with modality, polarity, time and speaker read from its sentence."""
    passage, kind = draft.passage, draft.kind
    context = read_context(kind, passage, draft.timed, draft.cue, names)
    span = _quote(draft)
    article = passage.article
    return Claim(
        id=claim_id(article.id, kind.name, span, draft.value, draft.state),
        article_id=article.id,
        lang=article.lang,
        kind=kind.name,
        subject=draft.subject.entity_id if draft.subject else None,
        object=draft.object.entity_id if draft.object else None,
        object_text=draft.object_text,
        value=draft.value,
        state=_state(draft, context.status),
        manner=draft.manner,
        as_of=draft.as_of or (context.as_of if kind.slot("as_of") else None),
        status=context.status,
        negated=context.negated,
        superseded=context.superseded,
        attribution=context.attribution,
        quote=span.of(article.text),
        span=span,
        sentence=passage.span,
        confidence=_confidence(draft),
    )


def _state(draft: Draft, status: Status) -> str | None:
    """What is still ahead has not ended: "resigns ... will leave in September" is ending."""
    ahead = draft.state == "ended" and "ending" in draft.kind.states and status is Status.PLANNED
    return "ending" if ahead else draft.state


def _quote(draft: Draft) -> Span:
    """The decisive words: from the first to the last of cue, figure and fillers named in the same clause."""
    passage = draft.passage
    spans = [draft.anchor]
    if passage.clauses_between(draft.cue, draft.anchor) <= 1:
        spans.append(draft.cue)
    for filler in (draft.subject, draft.object):
        mention: Mention | None = filler.mention if filler else None
        if mention is not None and passage.clauses_between(mention.span, draft.anchor) == 0:
            spans.append(mention.span)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _confidence(draft: Draft) -> float:
    confidence = 0.4 + 0.6 * draft.strength
    if draft.subject is None or draft.subject.mention is None:
        confidence *= _far(draft.subject, weights.FAR_SUBJECT_CONFIDENCE)
    elif draft.subject.mention.confidence < 1:
        confidence *= 0.5 + 0.5 * draft.subject.mention.confidence
    if draft.object is not None and draft.object.mention is None:
        confidence *= _far(draft.object, weights.FAR_OBJECT_CONFIDENCE)
    return round(confidence, 3)


def _far(filler: Filler | None, topic: float) -> float:
    """What is left of the confidence in a filler that the sentence does not name: more where the sentence before does."""
    return weights.NEAR_CONFIDENCE if filler is not None and filler.near else topic
