"""What is not part of the name proper: legal forms, honorifics, openers ("the company"); declared in legal_forms.toml."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
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


@dataclass(frozen=True, slots=True)
class NameWords:
    """Word sequences by role, longest first; each is a tuple of lower-case words without full stops."""

    legal_forms: tuple[tuple[str, ...], ...]
    leading: tuple[tuple[str, ...], ...]
    honorifics: tuple[tuple[str, ...], ...]
    suffixes: tuple[tuple[str, ...], ...]
    particles: frozenset[str]


@cache
def load_name_words() -> NameWords:
    """Read and validate legal_forms.toml; `PackError` names file and key."""
    table = load_table(_FILE)
    organisation, person = table.table("organisation", required=True), table.table("person", required=True)
    legal = organisation.words("legal_forms", required=True)
    leading = organisation.words("leading_forms", required=True) + organisation.words("openers", required=True)
    words = NameWords(
        legal_forms=_sequences(legal),
        leading=_sequences(leading),
        honorifics=_sequences(person.words("honorifics", required=True)),
        suffixes=_sequences(person.words("suffixes", required=True)),
        particles=frozenset(person.words("particles", required=True)),
    )
    organisation.done()
    person.done()
    table.done()
    return words


def _sequences(words: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    split = {tuple(split_words(word)) for word in words}
    return tuple(sorted(split, key=lambda sequence: (-len(sequence), -sum(map(len, sequence)), sequence)))


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


def _strip_start(words: list[str], sequences: tuple[tuple[str, ...], ...]) -> list[str]:
    for sequence in sequences:
        size = len(sequence)
        if len(words) > size and tuple(words[:size]) == sequence:
            return _strip_start(words[size:], sequences)
    return words


def _strip_end(words: list[str], sequences: tuple[tuple[str, ...], ...]) -> list[str]:
    for sequence in sequences:
        size = len(sequence)
        if len(words) > size and tuple(words[-size:]) == sequence:
            return _strip_end(words[:-size], sequences)
        # Chinese, Japanese and Korean write the form without a space: 丰田汽车有限公司, 田中社長.
        if words and size == 1 and _CJK.search(sequence[0]) and words[-1].endswith(sequence[0]) and len(words[-1]) > len(sequence[0]) + 1:
            return _strip_end([*words[:-1], words[-1].removesuffix(sequence[0])], sequences)
    return words
