"""Words and phrases looked up at a place in a folded text."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Generic, TypeVar

from claims.quantities.folding import fold

Value = TypeVar("Value")


def _marks() -> str:
    codes = {code for code in range(0x300, 0x10000) if unicodedata.category(chr(code)) in ("Mn", "Mc")}
    starts = sorted(code for code in codes if code - 1 not in codes)
    ends = sorted(code for code in codes if code + 1 not in codes)
    return "".join(f"{chr(a)}-{chr(b)}" for a, b in zip(starts, ends, strict=True))


MARKS = _marks()
"""Combining marks as ranges for a character class: parts of a word that \\w leaves out."""

_BLANKS = frozenset(" \u00a0")
_GAP = 4
_KEY = 3
_WORD = re.compile(rf"[\w{MARKS}]{{0,60}}")


def in_word(char: str) -> bool:
    """Whether a character belongs to a word: a letter, a digit, or a mark that sits on one."""
    return char.isalnum() or (char > "\u02ff" and unicodedata.category(char)[0] == "M")


def word_end(text: str, pos: int) -> int:
    """Where the word that `pos` stands in ends; a word of more than 60 characters is cut there."""
    return _WORD.match(text, pos).end()  # type: ignore[union-attr]


def word_start(text: str, pos: int) -> int:
    """Where the word that ends at `pos` starts; at most 60 characters back."""
    stop = max(pos - 60, 0)
    while pos > stop and in_word(text[pos - 1]):
        pos -= 1
    return pos


def skip_gap(text: str, pos: int) -> int:
    """The place behind at most four spaces."""
    if text[pos : pos + 1] not in _BLANKS:
        return pos
    stop = pos + _GAP
    pos += 1
    while pos < stop and text[pos : pos + 1] in _BLANKS:
        pos += 1
    return pos


def skip_gap_back(text: str, pos: int) -> int:
    """The place before at most four spaces."""
    stop = pos - _GAP
    while pos > 0 and pos > stop and text[pos - 1] in _BLANKS:
        pos -= 1
    return pos


def _by_size(sizes: Mapping[str, set[int]], first: bool) -> dict[str, tuple[int, ...]]:
    """The lengths to try for each three first (or last) characters, longest first; shorter keys are whole phrases."""
    found = {}
    for key, own in sizes.items():
        shorter = {size for size in range(1, len(key)) if (key[:size] if first else key[-size:]) in sizes}
        short = {size for size in shorter if size in sizes[key[:size] if first else key[-size:]]}
        found[key] = tuple(sorted(own | short, reverse=True))
    return found


class PhraseTable(Generic[Value]):
    """Values by phrase; `stem*` matches every word that starts so.

    With `loose`, a phrase may end in the middle of a word, as in scripts that write no spaces; with `suffixing`, words of three
    letters and more take any ending. `clitics` are letters that may be written onto the front of a phrase.
    """

    def __init__(
        self, entries: Mapping[str, Value], *, loose: bool = False, suffixing: bool = False, clitics: Collection[str] = ()
    ) -> None:
        self._loose = loose
        self._clitics = frozenset(clitics)
        self._entries: dict[str, tuple[Value, bool]] = {}
        after: dict[str, set[int]] = defaultdict(set)
        before: dict[str, set[int]] = defaultdict(set)
        for key, value in entries.items():
            phrase = fold(key.removesuffix("*")).text
            if not phrase:
                continue
            open_end = key.endswith("*") or (suffixing and len(phrase) >= 3 and phrase.isalpha())
            if open_end or not self._entries.get(phrase, (value, False))[1]:
                self._entries[phrase] = (value, open_end)
            after[phrase[:_KEY]].add(len(phrase))
            before[phrase[-_KEY:]].add(len(phrase))
        self._first = {phrase.split()[0] for phrase in self._entries if phrase.split()}
        self._later = {word for phrase in self._entries for word in phrase.replace("-", " ").split()[1:]}
        self._stems = tuple(phrase for phrase, (_, open_end) in self._entries.items() if open_end)
        self._after = _by_size(after, True)
        self._before = _by_size(before, False)
        self._tails = frozenset(phrase[-1] for phrase in self._entries)
        self.heads = frozenset(phrase[0] for phrase in self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, phrase: str) -> bool:
        return phrase in self._entries

    def starts(self, text: str, pos: int) -> bool:
        """Whether any phrase starts with the character at `pos`; cheap."""
        return text[pos : pos + 1] in self.heads

    def opens(self, word: str) -> bool:
        """Whether any phrase starts with `word`."""
        return word in self._first or any(word.startswith(stem) for stem in self._stems)

    def holds(self, word: str) -> bool:
        """Whether `word` stands inside any phrase, behind its first word."""
        return word in self._later

    def match(self, text: str, pos: int) -> tuple[Value, int] | None:
        """The longest phrase that starts at `pos`, as its value and where it ends."""
        if text[pos : pos + 1] not in self.heads:
            return None
        head = text[pos : pos + _KEY]
        sizes = self._after.get(head) or self._after.get(head[:2]) or self._after.get(head[:1])
        if sizes is None:
            return None
        for size in sizes:
            end = pos + size
            found = self._entries.get(text[pos:end])
            if found is None or end > len(text):
                continue
            value, open_end = found
            if open_end and not self._loose:
                return value, word_end(text, end)
            if self._loose or end >= len(text) or not in_word(text[end]) or not in_word(text[end - 1]):
                return value, end
        return None

    def match_before(self, text: str, pos: int) -> tuple[Value, int] | None:
        """The longest phrase that ends at `pos`, as its value and where it starts."""
        if pos <= 0 or text[pos - 1] not in self._tails:
            return None
        tail = text[pos - _KEY : pos] if pos >= _KEY else text[:pos]
        for size in self._before.get(tail) or self._before.get(tail[-2:]) or self._before.get(tail[-1:], ()):
            start = pos - size
            found = self._entries.get(text[start:pos]) if start >= 0 else None
            if found is None:
                continue
            if self._loose or start == 0 or not in_word(text[start]) or not in_word(text[start - 1]):
                return found[0], start
            if text[start - 1] in self._clitics and (start == 1 or not in_word(text[start - 2])):
                return found[0], start
        return None
