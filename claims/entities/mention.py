"""What names an entity in a text, and what an entity is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.article import Span


class EntityKind(StrEnum):
    """What sort of thing a name stands for; agencies, funds, banks, ministries and projects are organisations."""

    ORGANISATION = "organisation"
    PERSON = "person"
    PLACE = "place"


class MentionForm(StrEnum):
    """How a span names its entity."""

    NAME = "name"
    SHORT = "short"
    ROLE = "role"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of an article that names an entity.

    `text` is what the span covers; `entity_id` is None as long as nobody has said which entity it is, and stays None where
    two would do equally well. `confidence` lies in 0..1; `reason` says in one short sentence what speaks for the mention.
    """

    span: Span
    text: str
    kind: EntityKind
    form: MentionForm
    entity_id: str | None
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """An organisation, person or place, one per real-world thing over all languages of a run.

    `id` is the kind and a readable slug of the name ("organisation/kaltwerk"); `name` is readable in English; `aliases` are
    the other forms seen in the run, sorted.
    """

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
