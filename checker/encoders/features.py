"""The features of words: hashes of their parts, computed for many words at once.

A feature is 64 bits that say which part it is (whole, beginning, end, romanised ...) and the letters of that part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from checker.encoders.romanised import consonants, romanise, sounds

Hashes = npt.NDArray[np.uint64]
Integers = npt.NDArray[np.int64]

_BASE = 0x9E3779B97F4A7C15
_BASE_INVERSE = pow(_BASE, -1, 1 << 64)
_MIX = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)

_WHOLE, _BEGIN, _END, _MIDDLE, _ROMAN_BEGIN, _ROMAN_END, _CONSONANTS, _SOUNDS, _PIECE = range(1, 10)
_PREFIXES = (("وال", "بال", "فال", "كال", "لل", "ال"), tuple("وفبلكسهובלמשכ"), ("וה", "שה", "וב", "ול", "ומ", "מה", "ה"))
_PREFIXED = frozenset("وفبلكساהובלמשכ")
_HANGUL = ("가", "힣")
_HAN = ("㐀", "鿿")
_HIRAGANA = ("ぁ", "ゟ")


@dataclass(frozen=True, slots=True)
class Features:
    """Feature hashes of words: those of word i are `hashes[starts[i]:starts[i + 1]]`, at least one."""

    hashes: Hashes
    starts: Integers


class _Forms:
    """Strings, each belonging to a word, with the hash of any of their parts in constant time."""

    def __init__(self, forms: Sequence[str], owners: Sequence[int]) -> None:
        self.owners = np.asarray(owners, dtype=np.int64)
        self.lengths = np.fromiter(map(len, forms), dtype=np.int64, count=len(forms))
        self._starts = np.cumsum(self.lengths) - self.lengths
        codes = np.frombuffer("".join(forms).encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
        codes = codes * _MIX
        codes ^= codes >> _HALF
        self._inverse = _powers(_BASE_INVERSE, len(codes) + 1)
        self._sums = np.zeros(len(codes) + 1, dtype=np.uint64)
        np.cumsum(codes * _powers(_BASE, len(codes)), out=self._sums[1:])

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


def word_features(words: Sequence[str]) -> Features:
    """The features of each word, for words in normal form (see `words.split_words`)."""
    plain: tuple[list[str], list[int]] = ([], [])
    hangul: tuple[list[str], list[int]] = ([], [])
    whole: tuple[list[str], list[int]] = ([], [])
    roman: tuple[list[str], list[int]] = ([], [])
    for index, word in enumerate(words):
        first = word[0]
        if first.isdigit() or _HAN[0] <= first <= _HAN[1] or _HIRAGANA[0] <= first <= _HIRAGANA[1]:
            kept = whole
        else:
            kept = hangul if _HANGUL[0] <= first <= _HANGUL[1] else plain
            roman[0].append(romanise(word) or word)
            roman[1].append(index)
            if first in _PREFIXED:
                for stem in _stems(word):
                    whole[0].append(stem)
                    whole[1].append(index)
        kept[0].append(word)
        kept[1].append(index)
    found = [_full(_Forms(*whole), _WHOLE), *_plain_parts(_Forms(*plain))]
    found += [*_hangul_parts(_Forms(*hangul)), *_roman_parts(*roman)]
    return _gathered(found, len(words))


def _stems(word: str) -> list[str]:
    """An Arabic or Hebrew word without the article, conjunctions and prepositions written onto it."""
    stems = []
    for prefixes in _PREFIXES:
        prefix = next((prefix for prefix in prefixes if word.startswith(prefix)), None)
        if prefix is not None and len(word) >= len(prefix) + 3:
            stems.append(word[len(prefix) :])
    return stems


def _begin(forms: _Forms, kind: int, length: int) -> tuple[Hashes, Integers]:
    none = np.zeros_like(forms.lengths)
    return forms.parts(kind, forms.lengths > length, none, none + length)


def _end(forms: _Forms, kind: int, length: int) -> tuple[Hashes, Integers]:
    return forms.parts(kind, forms.lengths > length, forms.lengths - length, forms.lengths)


def _full(forms: _Forms, kind: int) -> tuple[Hashes, Integers]:
    return forms.parts(kind, forms.lengths > 0, np.zeros_like(forms.lengths), forms.lengths)


def _plain_parts(forms: _Forms) -> list[tuple[Hashes, Integers]]:
    middle = np.full_like(forms.lengths, 2)
    return [
        _full(forms, _WHOLE),
        *(_begin(forms, _BEGIN, length) for length in (4, 6, 8)),
        *(_end(forms, _END, length) for length in (6, 8)),
        forms.parts(_MIDDLE, forms.lengths >= 8, middle, middle + 5),
    ]


def _hangul_parts(forms: _Forms) -> list[tuple[Hashes, Integers]]:
    pairs = [forms.parts(_PIECE, forms.lengths > at + 1, np.full_like(forms.lengths, at), np.full_like(forms.lengths, at + 2))
             for at in range(5)]  # fmt: skip
    return [_full(forms, _WHOLE), _begin(forms, _BEGIN, 1), _begin(forms, _BEGIN, 3), *pairs]


def _roman_parts(romans: list[str], owners: list[int]) -> list[tuple[Hashes, Integers]]:
    forms = _Forms(romans, owners)
    short = np.minimum(forms.lengths, 5)
    return [
        forms.parts(_ROMAN_BEGIN, forms.lengths > 0, np.zeros_like(short), short),
        _end(forms, _ROMAN_END, 5),
        _full(_Forms([consonants(roman) for roman in romans], owners), _CONSONANTS),
        _full(_Forms([sounds(roman) for roman in romans], owners), _SOUNDS),
    ]


def _gathered(found: list[tuple[Hashes, Integers]], count: int) -> Features:
    hashes = np.concatenate([hashes for hashes, _ in found])
    owners = np.concatenate([owners for _, owners in found])
    order = np.argsort(owners.astype(np.uint16) if count <= 1 << 16 else owners, kind="stable")
    starts = np.zeros(count + 1, dtype=np.int64)
    np.cumsum(np.bincount(owners, minlength=count), out=starts[1:])
    return Features(hashes[order], starts)
