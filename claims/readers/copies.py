"""The same text at several outlets: one article, with the others as its copies.

Syndicated copies differ in a byline, a dateline or a cut paragraph. Two texts in which a sentence was changed are not copies,
however much they share: the change may be what the sources disagree about.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from hashlib import blake2b

from claims.article import Article

__all__ = ["merge_copies"]

_LEAST_SHARED = 0.9
_SKETCH = 6
_COMMON = 50
"""A sentence that this many different articles hold says nothing about copies."""

_SHORT = 8
_CHANGED = 0.5
_UNIT = re.compile(r"[^\n.!?…。！？؟۔।]+(?:[.](?=\d)[^\n.!?…。！？؟۔।]*)*")
_WORD = re.compile(r"\w+")
_LOOSE = re.compile(r"\W+")


@dataclass(frozen=True)
class _Text:
    """An article's text as the set of its sentences, without case, marks and spaces."""

    article: Article

    @cached_property
    def whole(self) -> str:
        return _LOOSE.sub("", self.article.text.casefold())

    @cached_property
    def units(self) -> dict[str, tuple[str, ...]]:
        """Each sentence's letters and digits, and its words."""
        words = (tuple(_WORD.findall(unit)) for unit in _UNIT.findall(self.article.text.casefold()))
        return {"".join(unit): unit for unit in words if unit}

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The whole, and a few sentences that copies very likely share: the smallest by hash, so that all choose alike."""
        hashes = sorted(_digest(unit) for unit in self.units)
        return (_digest(self.whole), *hashes[:_SKETCH])


def merge_copies(articles: Iterable[Article]) -> tuple[Article, ...]:
    """One article for each text, the earliest (then the smallest id) kept and the others in its `copies`; sorted by id."""
    kept: list[_Text] = []
    copies: dict[int, list[Article]] = defaultdict(list)
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    for text in map(_Text, sorted(articles, key=_seniority)):
        keys = [(text.article.lang, key) for key in text.keys]
        rivals = sorted({number for key in keys if len(by_key[key]) <= _COMMON for number in by_key[key]})
        original = next((number for number in rivals if _is_copy(kept[number], text)), None)
        if original is not None:
            copies[original].append(text.article)
            continue
        for key in keys:
            by_key[key].append(len(kept))
        kept.append(text)
    merged = (replace(text.article, copies=tuple(copies[number])) for number, text in enumerate(kept))
    return tuple(sorted(merged, key=lambda article: article.id))


def _seniority(article: Article) -> tuple[date, str]:
    return article.published or date.max, article.id


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _is_copy(one: _Text, other: _Text) -> bool:
    if one.whole == other.whole:
        return True
    mine = [unit for key, unit in one.units.items() if key not in other.units]
    theirs = [unit for key, unit in other.units.items() if key not in one.units]
    shared = sum(map(len, one.units.keys() & other.units.keys()))
    datelined = [(a, b) for a in mine for b in theirs if _is_tail(a, b)]
    shared += sum(len("".join(unit)) for unit, _ in datelined)
    if shared < _LEAST_SHARED * max(len(one.whole), len(other.whole)):
        return False
    settled = {unit for pair in datelined for unit in pair}
    return not any(_is_change(a, b) for a in mine for b in theirs if not {a, b} & settled)


def _is_tail(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one sentence is the other behind a dateline of a few words."""
    short, long = sorted((one, other), key=len)
    return len(short) > _SHORT and len(long) - len(short) <= _SHORT and long[-len(short) :] == short


def _is_change(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one sentence is the other with something altered: most words are shared, or each has a figure of its own."""
    shared = set(one) & set(other)
    figures = _figures(one), _figures(other)
    return len(shared) >= _CHANGED * min(len(set(one)), len(set(other))) or (all(figures) and figures[0] != figures[1])


def _figures(words: tuple[str, ...]) -> set[str]:
    return {word for word in words if any(map(str.isdigit, word))}
