"""Readers of files that hold many articles: JSON, JSON lines, CSV and TSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator

from claims.article import Skipped
from claims.readers.decoding import clean_text, decode
from claims.readers.draft import Draft, Source
from claims.readers.plain import NO_TEXT
from claims.readers.rows import draft_of_row, known_fields

__all__ = ["read_json", "read_json_lines", "read_table"]

_DELIMITERS = (",", ";", "\t", "|")
_LONGEST_FIELD = 20_000_000
_LISTS = ("articles", "items", "documents", "data", "results")


def read_json_lines(source: Source) -> Iterator[Draft | Skipped]:
    """One article in each line."""
    text = decode(source.data)
    if text is None:
        yield Skipped(source.path, NO_TEXT)
        return
    for number, line in enumerate(text.splitlines() if "\n" not in text else text.split("\n"), start=1):
        if line.strip():
            yield _of_line(source, line, number)


def _of_line(source: Source, line: str, number: int) -> Draft | Skipped:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Skipped(f"{source.path}:{number}", f"line {number} is not JSON: {error}")
    if not isinstance(row, dict):
        return Skipped(f"{source.path}:{number}", f"line {number} is not an object with fields")
    return draft_of_row(row, source.path, number, unit="line", file_id=source.id)


def read_json(source: Source) -> Iterator[Draft | Skipped]:
    """A list of articles, an object that holds such a list, or one article."""
    text = decode(source.data)
    if text is None:
        yield Skipped(source.path, NO_TEXT)
        return
    try:
        rows = _listed(json.loads(text))
    except (ValueError, RecursionError) as error:
        yield Skipped(source.path, f"not JSON: {error}")
        return
    if rows is None:
        yield Skipped(source.path, "not a list of articles")
        return
    for number, row in enumerate(rows, start=1):
        if isinstance(row, dict):
            yield draft_of_row(row, source.path, number, unit="entry", file_id=source.id)
        else:
            yield Skipped(f"{source.path}:{number}", f"entry {number} is not an object with fields")


def _listed(data: object) -> list[object] | None:
    if isinstance(data, list):
        return data
    if not isinstance(data, dict):
        return None
    for key in _LISTS:
        if isinstance(data.get(key), list):
            return list(data[key])
    return [data] if known_fields(["text"]) and isinstance(data.get("text"), str) else None


def read_table(source: Source) -> Iterator[Draft | Skipped]:
    """One article in each row under a row of field names; commas, semicolons, tabs or bars between the fields."""
    text = decode(source.data)
    if text is None:
        yield Skipped(source.path, NO_TEXT)
        return
    csv.field_size_limit(_LONGEST_FIELD)
    lines = clean_text(text).split("\n")
    names, delimiter = _header(lines[0])
    if not known_fields(names):
        yield Skipped(source.path, "the first row does not name the fields (text, title, url ...)")
        return
    reader = csv.reader((line + "\n" for line in lines[1:]), delimiter=delimiter, strict=True)
    yield from _rows(source, reader, names)


def _header(line: str) -> tuple[list[str], str]:
    """The field names in the first line and the delimiter that yields most of them."""
    found = []
    for delimiter in _DELIMITERS:
        names = next(csv.reader([line], delimiter=delimiter), [])
        found.append((known_fields(names), [name.strip() for name in names], delimiter))
    _, names, delimiter = max(found, key=lambda item: item[0])
    return names, delimiter


def _rows(source: Source, reader: Iterator[list[str]], names: list[str]) -> Iterator[Draft | Skipped]:
    number = 0
    while True:
        number += 1
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Skipped(f"{source.path}:{number}", f"row {number} is broken: {error}")
            continue
        if not any(value.strip() for value in values):
            continue
        if len(values) != len(names):
            yield Skipped(f"{source.path}:{number}", f"row {number} has {len(values)} fields, the header {len(names)}")
            continue
        row = dict(zip(names, values, strict=True))
        yield draft_of_row(row, source.path, number, unit="row", file_id=source.id)
