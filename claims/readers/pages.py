"""The reader of web pages: the body in reading order, the headline first, nothing of the page around it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from claims.article import Skipped
from claims.language import primary_subtag
from claims.readers.blocks import Block, article_lines, page_blocks
from claims.readers.decoding import clean_text, decode
from claims.readers.draft import Draft, Source, with_headline
from claims.readers.linked_data import read_linked_data
from claims.readers.plain import NO_TEXT
from claims.readers.publication import parse_publication_date

__all__ = ["read_page", "text_of_fragment"]

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_HEAD = 4096
_DATES: dict[str, Any] = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
_XML_ENCODING = re.compile(r"^\s*<\?xml[^>]*\?>")
_TABLE = re.compile(r"<(/?)(?:table|tbody|thead|tfoot|tr|td|th)\b[^>]*>", re.IGNORECASE)
_SUFFIX = re.compile(r"\s*(?:::|//|[-\u2013\u2014|·•:])\s*([^-\u2013\u2014|·•]{2,40})")
_BLOCKS = "p|div|br|li|ul|ol|h1|h2|h3|h4|h5|h6|tr|table|blockquote|article|section|figure|pre"
_ON_A_LINE = r"\n\g<0>"
_BREAK = re.compile(rf"<\s*/?\s*(?:{_BLOCKS})\b[^>]*>", re.IGNORECASE)


def read_page(source: Source) -> Iterator[Draft | Skipped]:
    """One article with what its page states in metadata, JSON-LD and Open Graph."""
    declared = _CHARSET.search(source.data[:_HEAD])
    markup = decode(source.data, declared[1].decode("ascii") if declared else None)
    if markup is None:
        yield Skipped(source.path, NO_TEXT)
        return
    try:
        yield _draft(source, markup)
    except Exception as error:
        yield Skipped(source.path, f"the page cannot be read: {type(error).__name__}: {error}")


def text_of_fragment(markup: str) -> str:
    """The text of a piece of HTML, a line for each of its blocks."""
    from lxml import etree, html  # type: ignore[import-untyped]  # noqa: PLC0415

    try:
        tree = html.document_fromstring(f"<html><body>{_BREAK.sub(_ON_A_LINE, markup)}</body></html>")
    except (etree.LxmlError, ValueError):
        return markup
    etree.strip_elements(tree, "script", "style", with_tail=False)
    lines = (" ".join(line.split()) for line in str(tree.text_content()).split("\n"))
    return "\n".join(line for line in lines if line)


def _draft(source: Source, markup: str) -> Draft | Skipped:
    import trafilatura  # noqa: PLC0415

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    markup = _XML_ENCODING.sub("", markup)
    page = _extracted(markup)
    if not getattr(page, "text", None):
        markup = _TABLE.sub(r"<\1div>", markup)
        page = _extracted(markup)
    tree = trafilatura.load_html(markup)
    if tree is None:
        return Skipped(source.path, "not a web page")
    stated, blocks = read_linked_data(tree), page_blocks(tree)
    title = _headline(_line(stated.headline or getattr(page, "title", None)), blocks)
    body = _body(blocks, clean_text(getattr(page, "text", None) or ""), title) or clean_text(stated.body or "")
    if not any(map(str.isalpha, body)):
        return Skipped(source.path, "the page holds no article text")
    return Draft(
        id=source.id,
        path=source.path,
        text=with_headline(title, body),
        title=title,
        outlet=_line(stated.outlet or getattr(page, "sitename", None) or _after_title(tree, title)),
        published=parse_publication_date(stated.published or getattr(page, "date", None)),
        url=stated.url or getattr(page, "url", None),
        lang=_language(tree, stated.lang),
    )


def _extracted(markup: str) -> Any:
    """trafilatura's document, None where it finds none; tables that lay out a page hide its article from it."""
    import trafilatura  # noqa: PLC0415

    return trafilatura.bare_extraction(
        markup,
        include_comments=False,
        include_tables=False,
        favor_precision=True,
        with_metadata=True,
        date_extraction_params=_DATES,
    )


def _headline(title: str | None, blocks: list[Block]) -> str | None:
    """`title`, or the block of the page that it begins with where the outlet's name is put after it."""
    shown = (block.text for block in blocks if title and title.startswith(block.text))
    return next((text for text in shown if title and len(text) * 2 >= len(title)), title)


def _body(blocks: list[Block], extracted: str, title: str | None) -> str:
    if not any(map(str.isalpha, extracted)):
        return ""
    return "\n".join(article_lines(blocks, extracted, title))


def _line(value: str | None) -> str | None:
    return " ".join(clean_text(value).split()) or None if value else None


def _after_title(tree: Any, title: str | None) -> str | None:
    """The outlet in "Headline - Outlet", which is how most pages are titled."""
    whole = _line(tree.findtext(".//head/title"))
    if not whole or not title or not whole.startswith(title):
        return None
    match = _SUFFIX.fullmatch(whole[len(title) :])
    return match[1] if match else None


def _language(tree: Any, linked: str | None) -> str | None:
    """What the page says its language is: on its root, in JSON-LD or in Open Graph."""
    stated = [tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang"), linked]
    stated += [meta.get("content") for meta in tree.iterfind(".//meta[@property='og:locale']")]
    return next((code for tag in stated if (code := primary_subtag(tag))), None)
