"""What a page states about its article in JSON-LD (schema.org)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

__all__ = ["LinkedData", "read_linked_data"]

_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The article's properties as strings, each None where the page does not state it."""

    headline: str | None = None
    body: str | None = None
    outlet: str | None = None
    published: str | None = None
    lang: str | None = None
    url: str | None = None


def read_linked_data(tree: Any) -> LinkedData:
    """The first object of an article type, or of none where there is no such object."""
    objects = [found for script in tree.iterfind(".//script[@type='application/ld+json']") for found in _parsed(script.text)]
    article = next((found for found in objects if _is_article(found)), None)
    if article is None:
        return LinkedData()
    return LinkedData(
        headline=_text(article.get("headline")),
        body=_text(article.get("articleBody")),
        outlet=_name(article.get("publisher"), objects),
        published=_text(article.get("datePublished")),
        lang=_name(article.get("inLanguage"), objects),
        url=_text(article.get("url")),
    )


def _parsed(text: str | None) -> Iterator[dict[str, Any]]:
    try:
        yield from _objects(json.loads(text or ""), _DEEPEST)
    except (ValueError, RecursionError):
        return


def _objects(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """`data` and the objects in it, outer ones first."""
    if isinstance(data, dict):
        yield data
    if isinstance(data, dict | list) and depth:
        for value in data.values() if isinstance(data, dict) else data:
            yield from _objects(value, depth - 1)


def _is_article(found: dict[str, Any]) -> bool:
    stated = found.get("@type")
    types = stated if isinstance(stated, list) else [stated]
    return any(isinstance(name, str) and name.endswith(("Article", "BlogPosting", "Report")) for name in types)


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _name(value: Any, objects: list[dict[str, Any]]) -> str | None:
    """A string, the name of an object, or the name of the object that an @id points to."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, dict):
        return _text(value)
    if "name" in value or "@id" not in value:
        return _text(value.get("name"))
    named = (_text(other.get("name")) for other in objects if other.get("@id") == value["@id"])
    return next((name for name in named if name), None)
