"""Readers: files, folders and streams to articles. docs/input.md documents each format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from claims.article import Article, Skipped
from claims.language import primary_subtag
from claims.readers.copies import merge_copies
from claims.readers.draft import Draft, Reader, Source
from claims.readers.inputs import STDIN, Input, find_inputs
from claims.readers.pages import read_page
from claims.readers.plain import read_markdown, read_text
from claims.readers.records import read_json, read_json_lines, read_table
from claims.readers.settling import settle_draft

__all__ = ["FORMATS", "Note", "Reading", "load_articles"]

_SINGLE: Mapping[str, Reader] = {
    **dict.fromkeys((".txt", ".text"), read_text),
    **dict.fromkeys((".md", ".markdown"), read_markdown),
    **dict.fromkeys((".html", ".htm", ".xhtml"), read_page),
}
_MANY: Mapping[str, Reader] = {
    **dict.fromkeys((".jsonl", ".ndjson"), read_json_lines),
    **dict.fromkeys((".csv", ".tsv"), read_table),
    ".json": read_json,
}
FORMATS: tuple[str, ...] = (*_SINGLE, *_MANY)
"""The file name endings that are read."""

_LARGEST_ARTICLE = 20 * 2**20
_LARGEST_TABLE = 2**30


@dataclass(frozen=True, slots=True)
class Note:
    """Something an editor should know about an article that was read."""

    article: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, sorted by id, what was left out, and what is worth knowing about the rest."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    notes: tuple[Note, ...] = ()


def load_articles(
    paths: Sequence[str],
    *,
    lang: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Reading:
    """Read every article under `paths`; "-" is `stdin`. Nothing raises for what the inputs hold: it lands in `skipped`.

    `lang` declares the language of all of them, which holds unless a text clearly contradicts it. `progress` is called with
    the number of files read and of all files.
    """
    inputs, skipped = find_inputs(paths)
    articles: list[Article] = []
    notes: list[Note] = []
    asked = primary_subtag(lang)
    for number, found in enumerate(inputs, start=1):
        for result, note in _read(found, asked, stdin):
            if isinstance(result, Skipped):
                skipped.append(result)
                continue
            articles.append(result)
            notes += [Note(result.id, note)] if note else []
        if progress is not None:
            progress(number, len(inputs))
    return Reading(merge_copies(_told_apart(articles)), tuple(sorted(skipped, key=_place)), tuple(notes))


def _place(skipped: Skipped) -> tuple[str, str]:
    return skipped.path, skipped.reason


def _read(found: Input, asked: str | None, stdin: BinaryIO | None) -> Iterator[tuple[Article | Skipped, str | None]]:
    source = _source(found, stdin)
    if isinstance(source, Skipped):
        yield source, None
        return
    suffix = _stream_suffix(source.data) if found.path == STDIN else Path(found.path).suffix.lower()
    reader = _SINGLE.get(suffix) or _MANY[suffix]
    drafts = list(reader(source)) or [Skipped(found.path, "holds no articles")]
    for draft in drafts:
        if isinstance(draft, Draft):
            yield settle_draft(draft, asked, whole_file=suffix in _SINGLE)
        else:
            yield draft, None


def _source(found: Input, stdin: BinaryIO | None) -> Source | Skipped:
    """The bytes of an input, or why they are not read."""
    try:
        data = _stream(stdin) if found.path == STDIN else _bytes(Path(found.path))
    except OSError as error:
        return Skipped(found.path, f"cannot be read: {error.strerror or error}")
    if isinstance(data, str):
        return Skipped(found.path, data)
    return Source(found.id, found.path, data) if data.strip() else Skipped(found.path, "empty")


def _stream(stdin: BinaryIO | None) -> bytes | str:
    return "no standard input" if stdin is None else stdin.read()


def _bytes(path: Path) -> bytes | str:
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        return f"not a format that is read ({', '.join(FORMATS)})"
    largest = _LARGEST_ARTICLE if suffix in _SINGLE else _LARGEST_TABLE
    size = path.stat().st_size
    if size > largest:
        return f"too large: {size / 2**20:.0f} MB, at most {largest / 2**20:.0f} MB are read"
    return path.read_bytes()


def _stream_suffix(data: bytes) -> str:
    """What standard input holds, by how it begins."""
    start = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"{"):
        return ".jsonl"
    if start.startswith((b"[{", b"[\n", b"[ ")):
        return ".json"
    return ".html" if start.startswith((b"<!doctype", b"<html", b"<?xml")) else ".txt"


def _told_apart(articles: list[Article]) -> list[Article]:
    """Ids that rows repeat get "#2", "#3" ... in the order of reading."""
    taken: set[str] = set()
    result = []
    for article in articles:
        name, count = article.id, 1
        while name in taken:
            count += 1
            name = f"{article.id}#{count}"
        taken.add(name)
        result.append(article if name == article.id else replace(article, id=name))
    return result
