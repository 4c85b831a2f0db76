"""The features of words: hashes of their parts, computed for many words at once.

A feature is 64 bits that say which part it is (whole, beginning, end, romanised ...) and the letters of that part.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from checker.encoders.romanised import consonants, romanise, sounds
from checker.encoders.stems import script_of, stems

Hashes = npt.NDArray[np.uint64]
Integers = npt.NDArray[np.int64]

_BASE = 0x9E3779B97F4A7C15
_BASE_INVERSE = pow(_BASE, -1, 1 << 64)
_MIX = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)

_WHOLE, _BEGIN, _END, _MIDDLE, _ROMAN_BEGIN, _ROMAN_END, _CONSONANTS, _SOUNDS, _PIECE, _JAMO = range(1, 11)


@dataclass(frozen=True, slots=True)
class Features:
    """Feature hashes of words: those of word i are `hashes[starts[i]:starts[i + 1]]`, at least one."""

    hashes: Hashes
    starts: Integers


class _Forms:
    """Strings, each belonging to a word, with the hash of any of their parts in constant time."""

    def __init__(self, forms: Sequence[str], owners: Sequence[int], *, squeeze: bool = False) -> None:
        self.owners = np.asarray(owners, dtype=np.int64)
        self.lengths = np.fromiter(map(len, forms), dtype=np.int64, count=len(forms))
        codes = np.frombuffer("".join(forms).encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
        if squeeze:
            codes = self._squeezed(codes)
        self._starts = np.cumsum(self.lengths) - self.lengths
        codes = codes * _MIX
        codes ^= codes >> _HALF
        self._inverse = _powers(_BASE_INVERSE, len(codes) + 1)
        self._sums = np.zeros(len(codes) + 1, dtype=np.uint64)
        np.cumsum(codes * _powers(_BASE, len(codes)), out=self._sums[1:])

    def _squeezed(self, codes: Hashes) -> Hashes:
        """Letters that only repeat the one before are dropped, and lengths follow."""
        kept = np.ones(len(codes), dtype=np.bool_)
        np.not_equal(codes[1:], codes[:-1], out=kept[1:])
        ends = np.cumsum(self.lengths)
        kept[(ends - self.lengths)[self.lengths > 0]] = True
        totals = np.concatenate([[0], np.cumsum(kept)])
        self.lengths = totals[ends] - totals[ends - self.lengths]
        return codes[kept]

    def parts(self, kind: int, which: npt.NDArray[np.bool_], begin: Integers, end: Integers) -> tuple[Hashes, Integers]:
        """Hashes of letters [begin, end) of the forms where `which` holds, and their owners."""
        at = self._starts[which]
        first, last = at + begin[which], at + end[which]
        hashes = (self._sums[last] - self._sums[first]) * self._inverse[first]
        hashes = (hashes ^ np.uint64(kind)) * _MIX
        hashes ^= hashes >> _HALF
        return hashes * _MIX, self.owners[which]


def _powers(base: int, count: int) -> Hashes:
    powers = np.full(count, np.uint64(base), dtype=np.uint64)
    powers[:1] = 1
    return np.cumprod(powers, dtype=np.uint64)


class _Sorted:
    """Words by how they are taken apart, each list with the numbers of the words."""

    def __init__(self, words: Sequence[str]) -> None:
        self.pieces: tuple[list[str], list[int]] = ([], [])
        self.words: tuple[list[str], list[int]] = ([], [])
        self.semitic: tuple[list[str], list[int]] = ([], [])
        self.hangul: tuple[list[str], list[int]] = ([], [])
        self.stems: tuple[list[str], list[int]] = ([], [])
        self.romans: list[str] = []
        self.roman_owners: list[int] = []
        for index, word in enumerate(words):
            self._add(index, word)

    def _add(self, index: int, word: str) -> None:
        script = script_of(word[0])
        if script == "piece":
            kept = self.pieces
        else:
            kept = self.words if script == "word" else self.semitic if script == "semitic" else self.hangul
            self.romans.append(romanise(word) or word)
            self.roman_owners.append(index)
            for stem in stems(word, script):
                self.stems[0].append(stem)
                self.stems[1].append(index)
        kept[0].append(word)
        kept[1].append(index)


def word_features(words: Sequence[str]) -> Features:
    """The features of each word, for words in normal form (see `words.split_words`)."""
    lists = _Sorted(words)
    found = [_full(_Forms(*lists.pieces), _WHOLE), *_word_parts(_Forms(*lists.words), (4, 6, 8))]
    found += _word_parts(_Forms(*lists.semitic), (3, 4, 6))
    found += _stem_parts(_Forms(*lists.stems))
    found += _hangul_parts(*lists.hangul)
    found += _roman_parts(lists.romans, lists.roman_owners)
    return _gathered(found, len(words))


def _begin(forms: _Forms, kind: int, length: int) -> tuple[Hashes, Integers]:
    none = np.zeros_like(forms.lengths)
    return forms.parts(kind, forms.lengths > length, none, none + length)


def _end(forms: _Forms, kind: int, length: int) -> tuple[Hashes, Integers]:
    return forms.parts(kind, forms.lengths > length, forms.lengths - length, forms.lengths)


def _full(forms: _Forms, kind: int) -> tuple[Hashes, Integers]:
    return forms.parts(kind, forms.lengths > 0, np.zeros_like(forms.lengths), forms.lengths)


def _word_parts(forms: _Forms, begins: tuple[int, ...]) -> list[tuple[Hashes, Integers]]:
    middle = np.full_like(forms.lengths, 2)
    return [
        _full(forms, _WHOLE),
        *(_begin(forms, _BEGIN, length) for length in begins),
        *(_end(forms, _END, length) for length in (6, 8)),
        forms.parts(_MIDDLE, forms.lengths >= 8, middle, middle + 5),
    ]


def _stem_parts(forms: _Forms) -> list[tuple[Hashes, Integers]]:
    """A stem is one with the bare word, and with its beginnings."""
    return [_full(forms, _WHOLE), _begin(forms, _BEGIN, 3), _begin(forms, _BEGIN, 4)]


def _hangul_parts(words: list[str], owners: list[int]) -> list[tuple[Hashes, Integers]]:
    forms = _Forms(words, owners)
    letters = _Forms([unicodedata.normalize("NFD", word) for word in words], owners)
    none = np.zeros_like(forms.lengths)
    pairs = [forms.parts(_PIECE, forms.lengths > at + 1, none + at, none + at + 2) for at in range(5)]
    jamo = [_begin(letters, _JAMO, length) for length in (5, 8)]
    return [_full(forms, _WHOLE), _begin(forms, _BEGIN, 1), _begin(forms, _BEGIN, 3), *pairs, *jamo]


def _roman_parts(romans: list[str], owners: list[int]) -> list[tuple[Hashes, Integers]]:
    forms = _Forms(romans, owners)
    short = np.minimum(forms.lengths, 5)
    return [
        forms.parts(_ROMAN_BEGIN, forms.lengths > 0, np.zeros_like(short), short),
        _end(forms, _ROMAN_END, 5),
        _full(_Forms([consonants(roman) for roman in romans], owners), _CONSONANTS),
        _full(_Forms([sounds(roman) for roman in romans], owners, squeeze=True), _SOUNDS),
    ]


def _gathered(found: list[tuple[Hashes, Integers]], count: int) -> Features:
    hashes = np.concatenate([hashes for hashes, _ in found])
    owners = np.concatenate([owners for _, owners in found])
    order = np.argsort(owners.astype(np.uint16) if count <= 1 << 16 else owners, kind="stable")
    starts = np.zeros(count + 1, dtype=np.int64)
    np.cumsum(np.bincount(owners, minlength=count), out=starts[1:])
    return Features(hashes[order], starts)
