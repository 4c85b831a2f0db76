"""Claims that state no figure: who leaves, who comes, whether a partnership stands, when something happens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claims.context import is_negated
from claims.cues import Cue
from claims.entities.mention import EntityKind
from claims.extract.draft import Draft
from claims.extract.roles import Filler, Scene, assign_roles, entity_types
from claims.extract.scope import sort_of
from claims.kinds import load_kinds
from claims.kinds.kind import Kind
from claims.passage import Passage

_MANNER_STATE = "ended"


def find_states(
    passage: Passage,
    salience: Mapping[str, float],
    topics: tuple[tuple[str, EntityKind], ...],
) -> Iterator[Draft]:
    """The drafts of the kinds with states, at most one for each kind and pair of fillers in a sentence."""
    for kind in load_kinds().values():
        if not kind.states:
            continue
        seen: dict[tuple[str, ...], Draft] = {}
        for cue in passage.kind_cues(kind.name):
            if cue.list == "cues":
                continue
            scene = Scene(passage, cue.span, cue, salience, topics)
            for draft in _drafts(kind, cue, scene):
                fillers = [filler.entity_id if filler else "" for filler in (draft.subject, draft.object)]
                key = tuple(sorted(fillers) if kind.symmetric else fillers)
                if key not in seen or _rank(draft) > _rank(seen[key]):
                    seen[key] = draft
        yield from seen.values()


def _rank(draft: Draft) -> tuple[bool, int, int, int]:
    """Which of two statements about one pair says more: a manner, then more words, then the state a kind lists later."""
    state = draft.kind.states.index(draft.state) if draft.state in draft.kind.states else -1
    return (draft.manner is not None, len(draft.cue), state, -draft.cue.start)


def _drafts(kind: Kind, cue: Cue, scene: Scene) -> Iterator[Draft]:
    subject, object_ = assign_roles(kind, scene)
    if subject is None or (subject.mention is None and "person" in kind.slots["subject"].types):
        return
    object_ = object_ or _employer(kind, scene, subject)
    if object_ is None and kind.slots["object"].required:
        return
    if kind.symmetric and subject.mention is None and (object_ is None or object_.mention is None):
        return
    manner = cue.list if cue.list in kind.manners else None
    state = _MANNER_STATE if manner else cue.list
    if is_negated(scene.passage, cue.span):
        state = _opposite(kind, state)
        manner = None
    yield Draft(kind, scene.passage, cue.span, cue.span, cue.span, subject, object_, None, None, state, manner, None, 0.6)


def _opposite(kind: Kind, state: str) -> str:
    """What "does not leave" comes to, where the kind has a word for it."""
    if "active" in kind.states and state in ("ended", "ending"):
        return "active"
    return state


def _employer(kind: Kind, scene: Scene, subject: Filler) -> Filler | None:
    """The organisation that the article is about, for a person whose employer the sentence does not name."""
    types = entity_types(kind.slot("object"))
    for entity, entity_kind in scene.topics:
        if entity != subject.entity_id and entity_kind in types:
            return Filler(entity, None, 0.0)
    return None


def find_events(
    passage: Passage,
    salience: Mapping[str, float],
    topics: tuple[tuple[str, EntityKind], ...],
) -> Iterator[Draft]:
    """The drafts of dated events: a date and a cue of the kind `date` in one clause."""
    kind = load_kinds()["date"]
    for date in passage.dates:
        if date.label is None:
            continue
        near = [cue for cue in passage.kind_cues("date") if passage.clauses_between(cue.span, date.span) == 0]
        cue = min(near, key=lambda c: (c.list not in kind.sorts, c.span.gap(date.span), c.span.start), default=None)
        if cue is None:
            continue
        subject, _ = assign_roles(kind, Scene(passage, date.span, cue, salience, topics))
        if subject is None:
            continue
        event = sort_of(kind, cue)
        yield Draft(kind, passage, cue.span, date.span, date.span, subject, None, event, None, None, None, date.label, 0.5)
