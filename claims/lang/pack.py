"""A language pack: everything Rashomon knows about one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claims.lang.dates import DateWords
from claims.lang.entities import EntityWords
from claims.lang.numbers import NumberWords


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """What keeps a full stop from ending a sentence, and which marks open and close a quotation.

    After one of `abbreviations` a stop ends a sentence only where one of `starters` follows; after one of `final`, wherever a
    capital follows. `terminators` are further marks that end a sentence.
    """

    abbreviations: tuple[str, ...]
    final: tuple[str, ...]
    starters: tuple[str, ...]
    terminators: tuple[str, ...]
    quotes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """One language: `cues` by modality or signal (see `CUES`), `kinds` by kind and then "cues" or a state or manner.

    `postpositions` tells that the words for by, to and of follow their name instead of standing before it, `verb_first` that
    the subject follows its verb, `negation_follows` that a word of negation may stand behind what it negates.
    """

    code: str
    name: str
    postpositions: bool
    verb_first: bool
    negation_follows: bool
    numbers: NumberWords
    dates: DateWords
    entities: EntityWords
    sentences: SentenceWords
    cues: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, Mapping[str, tuple[str, ...]]]
