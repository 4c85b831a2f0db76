"""A row of a table or an object of a JSON file, and the article it states."""

from __future__ import annotations

import re
from collections.abc import Mapping

from claims.article import Skipped
from claims.language import primary_subtag
from claims.readers.decoding import clean_text
from claims.readers.draft import Draft, with_headline
from claims.readers.publication import parse_publication_date

__all__ = ["FIELDS", "draft_of_row", "known_fields"]

FIELDS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "articleid", "docid", "guid", "uuid"),
    "url": ("url", "link", "href", "permalink", "canonicalurl", "sourceurl"),
    "lang": ("lang", "language", "languagecode", "langcode", "locale", "inlanguage"),
    "published": ("published", "date", "publishedat", "publishdate", "datepublished", "publicationdate", "pubdate"),
    "title": ("title", "headline", "heading"),
    "text": ("text", "body", "content", "articlebody", "fulltext", "maintext", "plaintext", "article"),
    "outlet": ("outlet", "source", "publisher", "publication", "sitename", "site", "newspaper", "domain", "hostname"),
}
"""Each field of an article and the names it is read under, compared without case, spaces, hyphens and underscores."""

_NAMES = {name: field for field, names in FIELDS.items() for name in names}
_MARKUP = re.compile(r"<(?:p|br|div|h[1-6]|ul|ol|article|span|a|b|strong|em|i)\b[^>]*>", re.IGNORECASE)


def known_fields(names: list[str]) -> int:
    """How many of `names` are names of fields."""
    return sum(_plain(name) in _NAMES for name in names)


def draft_of_row(row: Mapping[str, object], path: str, number: int, *, unit: str, file_id: str) -> Draft | Skipped:
    """The article of one row; `number` and `unit` ("line 3") name it where it has no id or no text."""
    fields = _fields(row)
    where = f"{path}:{number}"
    if "text" not in fields:
        return Skipped(where, f"{unit} {number} has no text (one of {', '.join(FIELDS['text'])})")
    title = _clean(fields.get("title"))
    body = _clean(fields["text"]) or ""
    return Draft(
        id=_clean(fields.get("id")) or f"{file_id}#{number}",
        path=path,
        text=with_headline(title, body),
        title=title,
        outlet=_clean(fields.get("outlet")),
        published=parse_publication_date(_single(fields.get("published"))),
        url=_clean(fields.get("url")),
        lang=primary_subtag(_clean(fields.get("lang"))),
    )


def _plain(name: object) -> str:
    return re.sub(r"[\s_-]", "", str(name).lower())


def _fields(row: Mapping[str, object]) -> dict[str, object]:
    """The values of `row` by field; of several names for one field, the first in `FIELDS` that has a value."""
    values = {_plain(name): value for name, value in row.items()}
    return {
        field: value
        for field, names in FIELDS.items()
        if (value := next((values[name] for name in names if _has_content(values.get(name))), None)) is not None
    }


def _has_content(value: object) -> bool:
    return bool(value.strip()) if isinstance(value, str) else value not in (None, [], {})


def _single(value: object) -> object:
    """The name of an object such as {"name": ...}, the paragraphs of a list as lines, anything else as it is."""
    if isinstance(value, Mapping):
        return value.get("name")
    if isinstance(value, list):
        return "\n".join(str(part) for part in value if isinstance(part, str | int | float))
    return value


def _clean(value: object) -> str | None:
    value = _single(value)
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return None
    text = clean_text(str(value)).strip()
    if _MARKUP.search(text):
        from claims.readers.pages import text_of_fragment  # noqa: PLC0415

        text = text_of_fragment(text)
    return text or None
