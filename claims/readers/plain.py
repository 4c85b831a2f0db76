"""Readers of plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.article import Skipped
from claims.readers.decoding import clean_text, decode
from claims.readers.draft import Draft, Source, with_headline
from claims.readers.headers import split_header

__all__ = ["draft_of_text", "read_markdown", "read_text"]

NO_TEXT = "not text in any encoding known here"

_LONGEST_HEADLINE = 250
_SENTENCE_END = (".", "。", "।", "۔", ":", ";", ",", "،")
_WRAP = range(50, 100)
_ENDS = re.compile(r"[.!?…:;。؟۔।\"»”]$")


def read_text(source: Source) -> Iterator[Draft | Skipped]:
    """One article: metadata lines, then the headline as the first line, then the body."""
    text = decode(source.data)
    yield Skipped(source.path, NO_TEXT) if text is None else draft_of_text(source, clean_text(text))


def read_markdown(source: Source) -> Iterator[Draft | Skipped]:
    """One article in Markdown; marks of emphasis, links and images are no part of its text."""
    text = decode(source.data)
    if text is None:
        yield Skipped(source.path, NO_TEXT)
        return
    header, body = split_header(clean_text(text))
    plain = _plain_lines(body)
    title = header.title or _headline(plain)
    yield Draft(
        source.id, source.path, with_headline(title, plain), title, header.outlet, header.published, header.url, header.lang
    )


def draft_of_text(source: Source, text: str) -> Draft:
    """The article that `text`, header and all, states."""
    header, body = split_header(text)
    body = _unwrapped(body.strip())
    title = header.title or _headline(body)
    whole = with_headline(title, body) if header.title else body
    return Draft(source.id, source.path, whole, title, header.outlet, header.published, header.url, header.lang)


def _headline(body: str) -> str | None:
    """The first line, unless it is a paragraph of its own or all there is."""
    first, _, rest = body.partition("\n")
    first = first.strip()
    if not rest.strip() or len(first) > _LONGEST_HEADLINE or first.endswith(_SENTENCE_END):
        return None
    return first or None


def _unwrapped(body: str) -> str:
    """`body` with the line breaks inside paragraphs turned into spaces where lines were broken at a fixed width."""
    blocks = re.split(r"\n[ \t]*\n", body)
    return re.sub(r"\n\s*\n", "\n\n", "\n\n".join(_joined(block) if _is_wrapped(block) else block for block in blocks))


def _is_wrapped(block: str) -> bool:
    lines = block.split("\n")
    inner = lines[:-1]
    if len(inner) < 2 or not all(len(line.rstrip()) in _WRAP for line in inner):
        return False
    return sum(bool(_ENDS.search(line.rstrip())) for line in inner) * 2 < len(inner)


def _joined(block: str) -> str:
    return " ".join(line.strip() for line in block.split("\n"))


def _plain_lines(body: str) -> str:
    """The text of a Markdown document, a blank line between its blocks."""
    from markdown_it import MarkdownIt  # noqa: PLC0415

    blocks = [token.children or [] for token in MarkdownIt("commonmark").parse(body) if token.type == "inline"]
    return "\n\n".join(text for block in blocks if (text := "".join(_inline(child) for child in block).strip()))


def _inline(token: object) -> str:
    kind = getattr(token, "type", "")
    if kind in ("text", "code_inline", "text_special"):
        return str(getattr(token, "content", ""))
    return {"softbreak": " ", "hardbreak": "\n"}.get(kind, "")
