"""Who fills the subject and the object of a claim."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claims.article import Span
from claims.cues import Cue
from claims.entities.mention import EntityKind, Mention, MentionForm
from claims.extract import weights
from claims.kinds.kind import Kind, Slot
from claims.lang import Pack, load_pack
from claims.passage import Passage
from claims.words import UNSPACED

_ENTITY_TYPES = {"organisation": EntityKind.ORGANISATION, "person": EntityKind.PERSON, "place": EntityKind.PLACE}
_MARKER_GAP = 12
"""Characters between a preposition and the name it governs (room for an article and a title)."""
_UNSPACED_MARKER_GAP = 3
_APPOSITION_GAP = 14
_SPEAKER_GAP = 30
_ATTACHED = re.compile(r"(?<!\w)(\w{1,2})ـ?[\"«„“”]?$")
"""A preposition written on to a name that follows in quotation marks: لـ"Alpha"."""
_MARKERS = ("agent", "target", "source")


@dataclass(frozen=True, slots=True)
class Filler:
    """An entity that fills a slot; `mention` is None where the sentence does not name it, `near` where the one before does."""

    entity_id: str
    mention: Mention | None
    score: float
    near: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What the slots of one claim are filled from: a sentence, the cue, the figure, and whom the article is about.

    `topics` are entities in falling order of salience, with their kind: they stand in where the sentence names nobody.
    `pair` are the subject and object of the sentence before: a price right after a purchase is that purchase's.
    """

    passage: Passage
    anchor: Span
    cue: Cue | None
    salience: Mapping[str, float]
    topics: tuple[tuple[str, EntityKind], ...]
    pair: tuple[str, str] | None = None


def entity_types(slot: Slot | None) -> tuple[EntityKind, ...]:
    """The kinds of entity that may fill a slot, best first."""
    if slot is None:
        return ()
    if "any" in slot.types:
        return (EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.PLACE)
    return tuple(_ENTITY_TYPES[name] for name in slot.types if name in _ENTITY_TYPES)


def assign_roles(kind: Kind, scene: Scene) -> tuple[Filler | None, Filler | None]:
    """The subject and the object that fit together best; None where nothing fits."""
    subjects = _candidates(kind, scene, kind.slot("subject"), subject=True)
    objects = _candidates(kind, scene, kind.slot("object"), subject=False)
    pairs = [(s, o) for s in subjects for o in objects if s.entity_id != o.entity_id]
    best_pair = max(pairs, key=lambda pair: (_pair_score(*pair), pair[0].entity_id, pair[1].entity_id), default=None)
    if best_pair is not None:
        return best_pair
    if not subjects and not objects and scene.pair is not None and _names_two(kind):
        return Filler(scene.pair[0], None, 0.0, near=True), Filler(scene.pair[1], None, 0.0, near=True)
    subject = max(subjects, key=lambda filler: (filler.score, filler.entity_id), default=None)
    slot = kind.slot("object")
    if slot is None or not slot.required:
        return subject or _topic(scene, kind.slot("subject"), ()), None
    subject = subject or _topic(scene, kind.slot("subject"), ())
    return subject, _topic(scene, slot, (subject.entity_id,) if subject else ())


def _pair_score(subject: Filler, object_: Filler) -> float:
    ordered = subject.mention is not None and object_.mention is not None and subject.mention.span < object_.mention.span
    return subject.score + object_.score + (weights.ORDER if ordered else 0.0)


def _names_two(kind: Kind) -> bool:
    slot = kind.slot("object")
    return bool(kind.value_types) and slot is not None and "organisation" in slot.types


def _topic(scene: Scene, slot: Slot | None, taken: tuple[str, ...]) -> Filler | None:
    types = entity_types(slot)
    fitting = (entity for entity, kind in scene.topics if entity not in taken and kind in types[:1])
    entity = next(fitting, None)
    return Filler(entity, None, 0.0) if entity is not None else None


def _candidates(kind: Kind, scene: Scene, slot: Slot | None, *, subject: bool) -> list[Filler]:
    types = entity_types(slot)
    floor = weights.SUBJECT_THRESHOLD if subject else weights.OBJECT_THRESHOLD
    best: dict[str, Filler] = {}
    for mention in scene.passage.mentions:
        if mention.entity_id is None or mention.kind not in types or _names_its_holder(scene.passage, mention):
            continue
        score = _fit(kind, scene, mention, subject=subject) - weights.TYPE_ORDER * min(types.index(mention.kind), 1)
        held = best.get(mention.entity_id)
        if score > floor and (held is None or score > held.score):
            best[mention.entity_id] = Filler(mention.entity_id, mention, score)
    return list(best.values())


def _names_its_holder(passage: Passage, mention: Mention) -> bool:
    """Whether a post stands right before the name of who holds it: "interim chief executive, Ines Prado" is one person."""
    if mention.form is not MentionForm.ROLE:
        return False
    after = (other for other in passage.mentions if other.kind is mention.kind and other.form is MentionForm.NAME)
    return any(0 <= other.span.start - mention.span.end <= _APPOSITION_GAP for other in after)


def _fit(kind: Kind, scene: Scene, mention: Mention, *, subject: bool) -> float:
    passage, anchor = scene.passage, scene.cue.span if scene.cue else scene.anchor
    gap = min(mention.span.gap(anchor), mention.span.gap(scene.anchor))
    away = min(passage.clauses_between(mention.span, anchor), passage.clauses_between(mention.span, scene.anchor))
    score = weights.SAME_CLAUSE - weights.CLAUSE_STEP * away - weights.DISTANCE * gap
    score += weights.SALIENCE * scene.salience.get(mention.entity_id or "", 0.0) * (1.0 if subject else 0.3)
    if mention.form not in (MentionForm.NAME, MentionForm.SHORT):
        score -= weights.ROLE_FORM
    before = mention.span.end <= anchor.start
    if subject == before:
        score += weights.BEFORE_SUBJECT if subject else weights.AFTER_OBJECT
    if _possesses(kind, scene, mention):
        return score + (weights.POSSESSOR if subject else -weights.POSSESSOR)
    score += _marker_score(kind, passage, mention, subject=subject)
    if _speaks(passage, mention, anchor):
        score -= weights.SPEAKER
    return score


def _possesses(kind: Kind, scene: Scene, mention: Mention) -> bool:
    """Whether the name stands right behind the noun that it owns; kinds whose object is an organisation put that one there."""
    if scene.cue is None or not (_is_owned(kind) or _follows_verb(scene, mention)):
        return False
    gap = mention.span.start - scene.cue.span.end
    figure_between = scene.cue.span.end <= scene.anchor.start < mention.span.start
    apart = scene.passage.clauses_between(mention.span, scene.cue.span)
    return 0 <= gap <= weights.POSSESSOR_GAP and not figure_between and not apart


def _follows_verb(scene: Scene, mention: Mention) -> bool:
    """Whether the language puts the subject behind its verb, and no preposition stands between the two."""
    passage = scene.passage
    return load_pack(passage.article.lang).verb_first and _marker_of(passage, mention.span) is None


def _is_owned(kind: Kind) -> bool:
    return bool(kind.value_types) and not _names_two(kind)


def _marker_score(kind: Kind, passage: Passage, mention: Mention, *, subject: bool) -> float:
    marker = _marker_of(passage, mention.span)
    if marker == "agent":
        return weights.AGENT if kind.agent == ("subject" if subject else "object") else -weights.AGENT
    if marker == "target":
        return -weights.TARGET if subject else weights.TARGET
    if marker == "source":
        if subject:
            return weights.SOURCE_OF_POSSESSOR if _is_owned(kind) else -weights.SOURCE_OF_OBJECT / 2
        return weights.SOURCE_OF_OBJECT
    return 0.0


def _marker_of(passage: Passage, span: Span) -> str | None:
    """Which of agent, target and source the word that governs a name tells it to be."""
    pack = load_pack(passage.article.lang)
    if pack.postpositions:
        return _marker_after(passage.article.text, span, pack)
    attached = _ATTACHED.search(passage.article.text, max(0, span.start - _MARKER_GAP), span.start)
    if attached is not None:
        return next((name for name in _MARKERS if attached[1].rstrip("ـ") in pack.cues[name]), None)
    cues: Iterable[Cue] = (c for c in passage.cues if c.kind == "" and c.list in _MARKERS)
    reach = _UNSPACED_MARKER_GAP if pack.code in UNSPACED else _MARKER_GAP
    near = [c for c in cues if c.span.end <= span.start and span.start - c.span.end <= reach]
    marker = max(near, key=lambda c: c.span.start, default=None)
    if marker is None or any(c.kind and marker.span.end <= c.span.start < c.span.end <= span.start for c in passage.cues):
        return None
    return marker.list


def _marker_after(text: str, span: Span, pack: Pack) -> str | None:
    """The marker right behind a name, be it a word of its own or a particle that is written on."""
    rest = text[span.end : span.end + _MARKER_GAP].lstrip(" '’\u200c»\"”」』)）")
    found = [(len(word), name) for name in _MARKERS for word in pack.cues[name] if rest.startswith(word)]
    return max(found)[1] if found else None


def _speaks(passage: Passage, mention: Mention, anchor: Span) -> bool:
    """Whether the mention is the source of the statement rather than its subject."""
    if passage.clauses_between(mention.span, anchor) == 0:
        return False
    clause = passage.clause_of(mention.span)
    return any(
        passage.clause_of(cue.span) == clause and cue.span.gap(mention.span) <= _SPEAKER_GAP
        for cue in passage.signals("attribution")
    )
