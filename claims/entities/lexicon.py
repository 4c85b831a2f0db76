"""Lists of words and phrases of a pack, found in a row of tokens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from claims.entities.folding import bare_forms, fold_word
from claims.entities.tokens import Token, find_tokens

_Pattern = tuple[str, ...]
_REMEMBERED = 20_000


class Lexicon:
    """Words (`bank`), word parts (`compan*`, `*konzern`) and phrases (`chief executive`), looked up at one token."""

    def __init__(self, entries: Iterable[str]) -> None:
        self._exact: dict[str, list[_Pattern]] = defaultdict(list)
        self._starts: dict[str, list[_Pattern]] = defaultdict(list)
        self._ends: dict[str, list[_Pattern]] = defaultdict(list)
        self._seen: dict[str, tuple[_Pattern, ...]] = {}
        for entry in entries:
            pattern = _split(entry)
            word = pattern[0]
            if word.startswith("*"):
                self._ends[word.strip("*")].append(pattern)
            elif word.endswith("*"):
                self._starts[word[:-1]].append(pattern)
            else:
                self._exact[word].append(pattern)
        self._start_lengths = sorted({len(key) for key in self._starts})
        self._end_lengths = sorted({len(key) for key in self._ends})

    def match(self, tokens: Sequence[Token], index: int, *, by_ending: bool = True) -> int:
        """How many tokens the longest entry that begins at `index` covers; 0 where none does.

        `by_ending` tells whether entries that give only the end of a word count.
        """
        best = 0
        for pattern in self._patterns(tokens[index].text):
            if len(pattern) > best and (by_ending or pattern[0][0] != "*") and _fits(pattern, tokens, index):
                best = len(pattern)
        return best

    def has(self, word: str) -> bool:
        """Whether one word is an entry by itself, or begins like one; how it ends says too little ("Commerzbank")."""
        return any(len(pattern) == 1 and pattern[0][0] != "*" for pattern in self._patterns(word))

    def _patterns(self, word: str) -> tuple[_Pattern, ...]:
        """The entries whose first word is this one; remembered, because texts repeat themselves."""
        found = self._seen.get(word)
        if found is None:
            if len(self._seen) >= _REMEMBERED:
                self._seen.clear()
            found = tuple(pattern for form in bare_forms(fold_word(word)) for pattern in self._candidates(form))
            self._seen[word] = found
        return found

    def _candidates(self, form: str) -> Iterable[_Pattern]:
        yield from self._exact.get(form, ())
        for length in self._start_lengths:
            if length > len(form):
                break
            yield from self._starts.get(form[:length], ())
        for length in self._end_lengths:
            if length > len(form):
                break
            yield from self._ends.get(form[-length:], ())


def _split(entry: str) -> _Pattern:
    words: list[str] = []
    for part in entry.split():
        if "*" in part:
            words.append(fold_word(part))
            continue
        pieces = [fold_word(token.text) for token in find_tokens(part)]
        words += pieces
    return tuple(words)


def _fits(pattern: _Pattern, tokens: Sequence[Token], index: int) -> bool:
    if index + len(pattern) > len(tokens):
        return False
    return all(_word_fits(word, tokens[index + 1 + place].text) for place, word in enumerate(pattern[1:]))


def _word_fits(pattern: str, word: str) -> bool:
    for form in bare_forms(fold_word(word)):
        if pattern.endswith("*"):
            if form.startswith(pattern[:-1]):
                return True
        elif pattern.startswith("*"):
            if form.endswith(pattern[1:]):
                return True
        elif form == pattern:
            return True
    return False


@lru_cache(maxsize=512)
def lexicon_of(entries: tuple[str, ...]) -> Lexicon:
    """The lexicon of one list of a pack, made once."""
    return Lexicon(entries)
