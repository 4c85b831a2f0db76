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
        """A few sentences that any copy is very likely to share: the smallest by hash, so that copies choose alike."""
        hashes = sorted(blake2b(unit.encode(), digest_size=8).hexdigest() for unit in self.units)
        return tuple(hashes[:_SKETCH])


def merge_copies(articles: Iterable[Article]) -> tuple[Article, ...]:
    """One article for each text, the earliest (then the smallest id) kept and the others in its `copies`; sorted by id."""
    kept: list[_Text] = []
    copies: dict[int, list[Article]] = defaultdict(list)
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    for text in map(_Text, sorted(articles, key=_seniority)):
        keys = [(text.article.lang, key) for key in text.keys]
        rivals = sorted({number for key in keys for number in by_key[key]})
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


def _is_copy(one: _Text, other: _Text) -> bool:
    if one.whole == other.whole:
        return True
    shared = sum(len(unit) for unit in one.units.keys() & other.units.keys())
    if shared < _LEAST_SHARED * max(len(one.whole), len(other.whole)):
        return False
    mine = [one.units[unit] for unit in one.units.keys() - other.units.keys()]
    theirs = [other.units[unit] for unit in other.units.keys() - one.units.keys()]
    return not any(_is_change(a, b) for a in mine for b in theirs)


def _is_change(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one sentence is the other with something altered; a dateline in front, or bylines in few words, is no change."""
    short, long = sorted((one, other), key=len)
    if long[len(long) - len(short) :] == short:
        return False
    if len(long) <= _SHORT and not _figures(one) ^ _figures(other) and not set(one) & set(other):
        return False
    return len(set(one) & set(other)) >= _CHANGED * len(set(short)) or bool(_figures(one) ^ _figures(other))


def _figures(words: tuple[str, ...]) -> set[str]:
    return {word for word in words if any(map(str.isdigit, word))}
