"""What is not part of the name proper: legal forms, honorifics, openers ("the company"); declared in legal_forms.toml."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claims.declarations import load_table

_FILE = Path(__file__).parent / "legal_forms.toml"
_QUOTES = re.compile("[\"“”„«»‹›‟「」『』《》〈〉‚‘]|^['’`]|['’`]$|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_APOSTROPHES = re.compile("[’‘ʼ`´]")
# Between the words of a name; an apostrophe, an ampersand and the stop of an initial are inside a word.
_GAPS = re.compile(r"[\s\-‐‑–—·・‧•･=＝,/()（）:;!?_|\[\]]+")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


Sequences = Mapping[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class NameWords:
    """Word sequences by role, longest first, under the word they begin (`leading`, `honorifics`) or end with."""

    legal_forms: Sequences
    leading: Sequences
    honorifics: Sequences
    suffixes: Sequences
    particles: frozenset[str]
    generations: Mapping[str, str]


@cache
def load_name_words() -> NameWords:
    """Read and validate legal_forms.toml; `PackError` names file and key."""
    table = load_table(_FILE)
    organisation, person = table.table("organisation", required=True), table.table("person", required=True)
    legal = organisation.words("legal_forms", required=True)
    leading = organisation.words("leading_forms", required=True) + organisation.words("openers", required=True)
    words = NameWords(
        legal_forms=_sequences(legal, -1),
        leading=_sequences(leading, 0),
        honorifics=_sequences(person.words("honorifics", required=True), 0),
        suffixes=_sequences(person.words("suffixes", required=True), -1),
        particles=frozenset(person.words("particles", required=True)),
        generations={
            **dict.fromkeys(person.words("juniors", required=True), "junior"),
            **dict.fromkeys(person.words("seniors", required=True), "senior"),
        },
    )
    organisation.done()
    person.done()
    table.done()
    return words


def _sequences(phrases: Iterable[str], end: int) -> Sequences:
    found: dict[str, set[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(split_words(phrase))
        found.setdefault(words[end], set()).add(words)
    return {word: tuple(sorted(group, key=lambda words: (-len(words), words))) for word, group in found.items()}


def clean_name(name: str) -> str:
    """`name` in NFKC and one case, without quotation and direction marks."""
    text = _APOSTROPHES.sub("'", _QUOTES.sub("", unicodedata.normalize("NFKC", name).strip()))
    return unicodedata.normalize("NFC", text.strip(" .,;:").casefold())


def split_words(name: str) -> list[str]:
    """The words of a name, lower-case; full stops go ("S.A." is "sa")."""
    return [word for part in _GAPS.split(clean_name(name)) if (word := part.replace(".", ""))]


def strip_organisation(words: list[str]) -> list[str]:
    """Without legal forms at the end and openers in front; what would leave nothing is kept."""
    forms = load_name_words()
    return _strip_end(_strip_start(words, forms.leading), forms.legal_forms)


def strip_person(words: list[str]) -> list[str]:
    """Without titles in front and forms of address behind; what would leave nothing is kept."""
    forms = load_name_words()
    return _strip_end(_strip_start(words, forms.honorifics), forms.suffixes)


def _strip_start(words: list[str], sequences: Sequences) -> list[str]:
    for sequence in sequences.get(words[0], ()) if words else ():
        size = len(sequence)
        if len(words) > size and tuple(words[:size]) == sequence:
            return _strip_start(words[size:], sequences)
    return words


def _strip_end(words: list[str], sequences: Sequences) -> list[str]:
    for sequence in sequences.get(words[-1], ()) if words else ():
        size = len(sequence)
        if len(words) > size and tuple(words[-size:]) == sequence:
            return _strip_end(words[:-size], sequences)
    if words and _CJK.search(words[-1]):
        return _strip_unspaced(words, sequences)
    return words


def _strip_unspaced(words: list[str], sequences: Sequences) -> list[str]:
    """Chinese, Japanese and Korean write the form without a space: 丰田汽车有限公司, 田中社長; two characters must be left."""
    last = words[-1]
    for size in range(len(last) - 2, 0, -1):
        if last[-size:] in sequences and _CJK.search(last[-size:]):
            return _strip_end([*words[:-1], last[:-size]], sequences)
    return words
