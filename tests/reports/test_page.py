"""report.html: self-contained, in the right direction, and harmless whatever the articles hold."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from claims.article import Skipped
from reports.page import report_page, safe_link
from tests.reports.runs import HOSTILE, make_run


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def page() -> str:
    return report_page(make_run()).decode()


@pytest.fixture(scope="module")
def elements(page: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = _Elements()
    parser.feed(page)
    return parser.found


def test_nothing_is_loaded_from_anywhere(page: str, elements: list[tuple[str, dict[str, str | None]]]) -> None:
    assert not any("src" in attributes for _, attributes in elements)
    assert not any(tag in ("link", "iframe", "img", "object") for tag, _ in elements)
    assert "default-src 'none'" in page
    assert "@import" not in page and "url(" not in page


def test_markup_in_an_article_stays_text(page: str, elements: list[tuple[str, dict[str, str | None]]]) -> None:
    assert HOSTILE not in page
    assert "&lt;script&gt;alert(1)" in page
    assert sum(tag == "script" for tag, _ in elements) == 1
    assert not any(name.startswith("on") for _, attributes in elements for name in attributes)
    assert not any(str(attributes.get("href", "")).startswith("javascript:") for _, attributes in elements)


def test_quotes_stand_in_their_own_language_and_direction(elements: list[tuple[str, dict[str, str | None]]]) -> None:
    quotes = {attributes["lang"]: attributes["dir"] for tag, attributes in elements if tag == "blockquote"}
    assert quotes == {"ar": "rtl", "en": "ltr"}


def test_the_decisive_words_are_marked(page: str) -> None:
    assert re.search(r"<mark>[^<]*14\.3 مليار", page)


@pytest.mark.parametrize(
    ("url", "link"),
    [("https://a.org/x", "https://a.org/x"), ("JavaScript:alert(1)", None), ("data:text/html,x", None), (None, None)],
)
def test_only_web_addresses_become_links(url: str | None, link: str | None) -> None:
    assert safe_link(url) == link


def test_no_name_turns_the_page_around(page: str) -> None:
    assert set(page) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") == set()


def test_a_report_on_nothing_says_so() -> None:
    empty = report_page(replace(make_run(), articles=(), claims=(), clusters=(), disagreements=())).decode()
    assert "No article could be read" in empty
    assert "No two sources" not in empty


def test_letters_that_no_encoding_can_write_do_not_stop_the_page() -> None:
    run = make_run()
    broken = replace(run, skipped=(Skipped("inv\udcff.txt", "empty"),))
    assert r"inv\udcff.txt" in report_page(broken).decode()
