"""What a kind of claim is: its slots, and what makes two claims of it disagree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SLOTS = ("subject", "object", "value", "state", "as_of")
SLOT_TYPES = (
    "organisation",
    "person",
    "place",
    "any",
    "text",
    "money",
    "percent",
    "people",
    "year",
    "quantity",
    "state",
    "date",
)
RELATIONS = ("contradiction", "tension", "agree")


@dataclass(frozen=True, slots=True)
class Slot:
    """A role in a kind, filled by an entity or value of one of `types`."""

    name: str
    types: tuple[str, ...]
    required: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact; `reads` renders a claim in English, `relations` says how two states stand to each other.

    `same` are the slots that must agree before two claims are about one fact, `contest` those in which a difference is a
    disagreement. `symmetric` kinds may name subject and object in either order. `ahead` is the status of a statement that is
    still ahead: planned, or forecast for what nobody can plan. `agent` says who stands behind "by": the subject, the object,
    or somebody outside the claim. `sorts` name in English what a fact of this kind can be (an opening, an operating result).
    `bare` says what a claim without an object is about: the "whole", or the only "thing" that others name.
    """

    name: str
    label: str
    reads: str
    slots: Mapping[str, Slot]
    states: tuple[str, ...]
    manners: tuple[str, ...]
    sorts: tuple[str, ...]
    same: tuple[str, ...]
    contest: tuple[str, ...]
    symmetric: bool
    ahead: str
    agent: str
    bare: str
    relations: Mapping[frozenset[str], str] = field(default_factory=dict)
    state_reads: Mapping[str, str] = field(default_factory=dict)

    def slot(self, name: str) -> Slot | None:
        """The slot called `name`, where this kind has it."""
        return self.slots.get(name)

    @property
    def value_types(self) -> tuple[str, ...]:
        """The types of value this kind states; empty for kinds of states and dates."""
        slot = self.slots.get("value")
        return slot.types if slot else ()
