"""The blocks of a web page in reading order, and which of them are the article.

trafilatura says which texts belong to the article; where they stand, what stands between them and what introduces them is
read off the page itself, because an extractor may return paragraphs out of order or without their standfirst.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from claims.declarations import load_table

__all__ = ["Block", "article_lines", "page_blocks"]

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_MOST_JUNK = 0.3
_LONG = 60
_STANDFIRST = 40
_NOTICE = 150


@dataclass(frozen=True, slots=True)
class _Parts:
    """page_parts.toml, as it is looked up."""

    inline: frozenset[str]
    left_out: frozenset[str]
    furniture: tuple[str, ...]
    furniture_words: frozenset[str]


@cache
def _parts() -> _Parts:
    table = load_table(Path(__file__).with_name("page_parts.toml"))
    parts = _Parts(
        inline=frozenset(table.words("inline", required=True)),
        left_out=frozenset(table.words("left_out", required=True)),
        furniture=table.words("furniture", required=True),
        furniture_words=frozenset(table.words("furniture_words", required=True)),
    )
    table.done()
    return parts


@dataclass(frozen=True, slots=True)
class Block:
    """The text of one block of a page; `linked` is the share of it that is link text, `parent` names its parent element."""

    text: str
    key: str
    linked: float
    parent: int
    junk: bool


@dataclass(slots=True)
class _Pending:
    """What was read of a block so far."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0

    def add(self, text: str | None, in_link: bool) -> None:
        if text:
            self.parts.append(text)
            self.linked += in_link * len(text.strip())

    def closed(self, parent: int, junk: bool) -> Block | None:
        text = " ".join("".join(self.parts).split())
        share = self.linked / max(len(text), 1)
        self.parts.clear()
        self.linked = 0
        return Block(text, _key(text), share, parent, junk) if text else None


def page_blocks(tree: Any) -> list[Block]:
    """Every block of an lxml tree that shows text, in document order, tables, captions, forms and navigation left out."""
    body = tree.find(".//body")
    return [block for block in _blocks(tree if body is None else body) if block is not None]


def _blocks(root: Any) -> Iterator[Block | None]:
    from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415

    parts, whole = _parts(), len("".join(root.itertext()))
    pending, links, junk, parents = _Pending(), 0, 0, [0]
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start" and (not tag or tag in parts.left_out or _is_hidden(element)):
            walk.skip_subtree()
            continue
        if event == "end" and (not tag or tag in parts.left_out or _is_hidden(element)):
            pending.add(element.tail, links > 0)
            continue
        if tag not in parts.inline:
            yield pending.closed(parents[-1], junk > 0)
        if event == "start":
            links += tag == "a"
            if tag not in parts.inline:
                junk += junk > 0 or _is_junk(element, whole)
                parents.append(id(element.getparent()))
            pending.add(element.text, links > 0)
        else:
            links -= tag == "a"
            if tag not in parts.inline:
                junk -= junk > 0
                parents.pop()
            pending.add(element.tail, links > 0)


def _is_hidden(element: Any) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def _is_junk(element: Any, whole: int) -> bool:
    """Whether class, id or role name an element as furniture of the page; one that holds much of the page's text is not."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    words = [word.lower() for word in _WORD.findall(names)]
    named = element.get("role") == "dialog" or any(_is_furniture(word) for word in words)
    return named and len("".join(element.itertext())) < _MOST_JUNK * whole


def _is_furniture(word: str) -> bool:
    return word in _parts().furniture_words or word.startswith(_parts().furniture)


def article_lines(blocks: list[Block], extracted: str, title: str | None) -> list[str]:
    """The lines of the article: the blocks that `extracted` holds in the order of the page, with their standfirst."""
    lines = {_key(line) for line in extracted.split("\n")}
    chosen = {number for number, block in enumerate(blocks) if _is_article(block) and block.key in lines}
    found = sum(len(blocks[number].key) for number in chosen)
    if found * 2 < sum(map(len, lines)):
        return [line for line in extracted.split("\n") if line.strip()]
    chosen |= _between(blocks, chosen)
    chosen |= _standfirst(blocks, min(chosen), _key(title or ""))
    seen: dict[str, str] = {}
    for number in sorted(chosen):
        seen.setdefault(blocks[number].key, blocks[number].text)
    return list(seen.values())


def _is_article(block: Block) -> bool:
    notice = "©" in block.text and len(block.text) <= _NOTICE
    return not (block.junk or notice) and block.linked <= 0.5 and block.key != ""


def _between(blocks: list[Block], chosen: set[int]) -> set[int]:
    """Long paragraphs among those chosen and under the same element, which the extractor left out."""
    parents = {blocks[number].parent for number in chosen if len(blocks[number].key) >= _LONG}
    inside = range(min(chosen), max(chosen) + 1)
    return {n for n in inside if _is_prose(blocks[n], _LONG) and blocks[n].parent in parents}


def _standfirst(blocks: list[Block], first: int, title: str) -> set[int]:
    """What stands between the headline and the first paragraph and reads as prose."""
    heads = [number for number in range(first) if title and blocks[number].key == title]
    return {n for n in range(heads[-1] + 1, first) if _is_prose(blocks[n], _STANDFIRST)} if heads else set()


def _is_prose(block: Block, least: int) -> bool:
    words = sum(map(len, _LETTERS.findall(block.text)))
    return _is_article(block) and block.linked < 0.3 and len(block.text) >= least and words >= 0.6 * len(block.text)


def _key(text: str) -> str:
    """The letters and digits of `text`, by which two renderings of one block are told to be the same."""
    return "".join(filter(str.isalnum, text.casefold()))
