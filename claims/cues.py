"""Finding a pack's cues in a text: words, `stem*`, and `*` gaps."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from claims.article import Span
from claims.lang import Pack, load_pack
from claims.words import UNSPACED, find_words, fold, word_forms

MAX_GAP = 7
"""Words that may stand in the gap of a cue such as `wird * verlassen`."""
_STOP = re.compile(r"(?<!\b\w)[,،、;:.!?](?=\s|$)|[()\"«»„“”]|\s[-–—]\s|—")
_MAX_GAP_CHARACTERS = 8
_GAP = "*"
_PLAIN = "cues"
"""The list of a kind whose cues say nothing more: one that names a state or a sort says more."""

Label = tuple[str, str]
"""A kind and one of its lists, or "" and one of the lists under [cues]."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue where it stands in a text; `kind` is "" for the lists under [cues]."""

    span: Span
    kind: str
    list: str
    words: int


@dataclass(slots=True)
class _Lexicon:
    """The cues of one pack, indexed by their first element."""

    lang: str
    exact: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    stems: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    inner: list[tuple[str, str, int]] = field(default_factory=list)
    elements: dict[str, int] = field(default_factory=dict)
    sequences: dict[int, list[tuple[tuple[int, ...], Label]]] = field(default_factory=lambda: defaultdict(list))
    seen: dict[str, frozenset[int]] = field(default_factory=dict)

    def element(self, pattern: str) -> int:
        """The number of a word pattern, or -1 for a gap."""
        if pattern == _GAP:
            return -1
        number = self.elements.setdefault(pattern, len(self.elements))
        if number == len(self.elements) - 1:
            self._index(pattern, number)
        return number

    def _index(self, pattern: str, number: int) -> None:
        core = pattern.strip(_GAP)
        if pattern.startswith(_GAP):
            self.inner.append((core, "in" if pattern.endswith(_GAP) else "end", number))
        elif pattern.endswith(_GAP):
            self.stems[core].append(number)
        else:
            self.exact[core].append(number)

    def elements_of(self, word: str) -> frozenset[int]:
        """The numbers of the patterns that a word matches."""
        found = self.seen.get(word)
        if found is None:
            found = self.seen[word] = frozenset(self._match(word))
        return found

    def _match(self, word: str) -> Iterator[int]:
        for form in word_forms(word, self.lang):
            yield from self.exact.get(form, ())
            for length in range(1, len(form) + 1):
                yield from self.stems.get(form[:length], ())
            for core, where, number in self.inner:
                if (core in form) if where == "in" else form.endswith(core):
                    yield number


def cue_elements(cue: str) -> list[str]:
    """A cue as written in a pack, as word patterns: "*" for a gap, stars kept on the outer words."""
    elements: list[str] = []
    for piece in cue.split():
        core = piece.strip(_GAP)
        words = [fold(span.of(core)) for span in find_words(core)]
        if not words:
            elements.append(_GAP)
            continue
        words[0] = (_GAP if piece.startswith(_GAP) else "") + words[0]
        words[-1] += _GAP if piece.endswith(_GAP) else ""
        elements.extend(words)
    return elements


def _labelled(pack: Pack) -> Iterator[tuple[Label, str]]:
    for name, cues in pack.cues.items():
        yield from ((("", name), cue) for cue in cues)
    for kind, lists in pack.kinds.items():
        for name, cues in lists.items():
            yield from (((kind, name), cue) for cue in cues)


@cache
def _lexicon(code: str) -> _Lexicon:
    lexicon = _Lexicon(code)
    for label, cue in _labelled(load_pack(code)):
        numbers = tuple(lexicon.element(element) for element in cue_elements(cue))
        lexicon.sequences[numbers[0]].append((numbers[1:], label))
    return lexicon


@cache
def _runs(code: str) -> tuple[tuple[re.Pattern[str], Label], ...]:
    by_label: dict[Label, list[str]] = defaultdict(list)
    for label, cue in _labelled(load_pack(code)):
        parts = [re.escape(fold(part)) for part in re.split(r"[\s*]+", cue) if part]
        by_label[label].append(f".{{0,{_MAX_GAP_CHARACTERS}}}".join(parts))
    return tuple(
        (re.compile("|".join(sorted(runs, key=len, reverse=True))), label) for label, runs in by_label.items() if any(runs)
    )


def find_cues(text: str, code: str, within: Span | None = None) -> list[Cue]:
    """The cues of the pack `code` in `text` (or in a part of it), in order; spans index `text`.

    A cue that lies inside a longer one of the same kind, or has fewer words on the same stretch, is left out.
    """
    part = within or Span(0, len(text))
    found = _find_runs(text, code, part) if code in UNSPACED else _find_sequences(text, code, part)
    return _longest(found)


def _find_runs(text: str, code: str, part: Span) -> list[Cue]:
    piece = part.of(text)
    folded = "".join(character if len(fold(character)) != 1 else fold(character) for character in piece)
    return [
        Cue(Span(*match.span()).shifted(part.start), kind, name, 1)
        for pattern, (kind, name) in _runs(code)
        for match in pattern.finditer(folded)
        if match.end() > match.start()
    ]


def _find_sequences(text: str, code: str, part: Span) -> list[Cue]:
    lexicon = _lexicon(code)
    words = [span.shifted(part.start) for span in find_words(part.of(text))]
    matches = [lexicon.elements_of(span.of(text)) for span in words]
    cuts = [_STOP.search(text, one.end, two.start) is not None for one, two in pairwise(words)]
    found = []
    for first, numbers in enumerate(matches):
        for number in numbers:
            for rest, (kind, name) in lexicon.sequences.get(number, ()):
                last = _last_word(rest, matches, cuts, first)
                if last is not None:
                    span = Span(words[first].start, words[last].end)
                    found.append(Cue(span, kind, name, 1 + sum(element >= 0 for element in rest)))
    return found


def _last_word(rest: tuple[int, ...], matches: list[frozenset[int]], cuts: list[bool], first: int) -> int | None:
    """The index of the word that ends the sequence, or None where it does not follow `first`.

    Words that must follow each other do not do so across punctuation (`cuts`); a gap may hold some.
    """
    at, slack = first, 0
    for element in rest:
        if element < 0:
            slack = MAX_GAP
            continue
        reach = range(at + 1, min(at + 2 + slack, len(matches)))
        hit = next((index for index in reach if element in matches[index]), None)
        if hit is None or (slack == 0 and cuts[at]):
            return None
        at, slack = hit, 0
    return at


def _longest(found: list[Cue]) -> list[Cue]:
    kept: list[Cue] = []
    for cue in sorted(set(found), key=lambda c: (c.span.start, -len(c.span), -c.words, c.kind, c.list == _PLAIN, c.list)):
        inside = any(_outdone(cue, other) for other in kept)
        if not inside:
            kept.append(cue)
    return kept


def _outdone(cue: Cue, other: Cue) -> bool:
    """Whether another cue of the kind says more: a longer one around it, or more words on the same stretch."""
    if cue.kind != other.kind or not other.span.contains(cue.span):
        return False
    if other.span != cue.span or other.words > cue.words:
        return True
    return cue.list == _PLAIN != other.list and cue.kind != ""
