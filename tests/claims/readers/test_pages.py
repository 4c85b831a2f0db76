"""Web pages of many shapes beside what a reader would take from them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.article import Skipped
from claims.readers import load_articles
from claims.readers.draft import Draft, Source
from claims.readers.pages import read_page, text_of_fragment

FOLDER = Path(__file__).parent / "pages"
PAGES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".expected")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_takes_the_article_and_nothing_of_the_page_around_it(path: Path) -> None:
    (article,) = load_articles([str(path)]).articles
    head = f"lang: {article.lang}\noutlet: {article.outlet}\npublished: {article.published}\ntitle: {article.title}"
    assert f"{head}\n\n{article.text}\n" == path.with_suffix(".expected").read_text(encoding="utf-8")


def _read(markup: str) -> Draft | Skipped:
    (found,) = read_page(Source("x.html", "x.html", markup.encode()))
    return found


BODY = "".join(
    f"<p>Paragraph {n} tells what the harbour company said about its plans for the year {2000 + n}.</p>" for n in range(6)
)


def test_a_headline_in_the_body_stands_once() -> None:
    found = _read(
        f"<html><head><title>A port is sold</title></head><body><article><h1>A port is sold</h1>{BODY}</article></body></html>"
    )
    assert isinstance(found, Draft)
    assert found.text.startswith("A port is sold\n\nParagraph 0 tells")
    assert found.text.count("A port is sold") == 1


def test_paragraphs_keep_their_order_and_none_is_lost() -> None:
    found = _read(f"<html><body><div class='layout has-sidebar'><h1>A port is sold</h1><div>{BODY}</div></div></body></html>")
    assert isinstance(found, Draft)
    assert [line.split()[1] for line in found.text.split("\n") if line.startswith("Paragraph")] == list("012345")


def test_linked_data_that_is_broken_or_odd_is_passed_over() -> None:
    for data in ("{", "[]", "3", '{"@type": 3}', '{"@type": ["NewsArticle"], "publisher": [], "headline": {}}'):
        script = f'<script type="application/ld+json">{data}</script>'
        found = _read(f"<html><head>{script}<title>A port is sold</title></head><body><article>{BODY}</article></body></html>")
        assert isinstance(found, Draft), data
        assert found.outlet is None


def test_text_of_a_fragment_has_a_line_for_each_block() -> None:
    assert (
        text_of_fragment("<h2>One</h2><p>two <b>three</b><br>four</p><script>five</script>six") == "One\ntwo three\nfour\nsix"
    )


TAGS = st.sampled_from(
    ["<p>", "</p>", "<div class=ad>", "</div>", "<br>", "<h1>", "<a href=x>", "</a>", "<table>", "<html lang=de>", "text "]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(TAGS, st.text(max_size=10)), max_size=60).map("".join))
def test_no_markup_makes_it_raise(markup: str) -> None:
    assert _read(markup).path == "x.html"
    assert isinstance(text_of_fragment(markup), str)
