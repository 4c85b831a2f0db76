"""Plain text and Markdown: headline, metadata, encodings, wrapped lines."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claims.article import Article
from claims.readers import load_articles
from claims.readers.decoding import clean_text, decode
from claims.readers.outlets import parse_file_name
from tests.claims.readers.texts import ENGLISH, GERMAN, RUSSIAN

ENCODINGS = [
    (GERMAN, "utf-8-sig"),
    (GERMAN, "utf-16"),
    (GERMAN, "utf-16-le"),
    (GERMAN, "utf-32"),
    (GERMAN, "cp1252"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN.replace("«", "").replace("»", ""), "koi8_r"),
    (RUSSIAN, "utf-16-be"),
    ("Der Käufer zahlt 210 Millionen Euro, die Übernahme läuft. " * 3, "cp1252"),
    ("Spółka sprzeda trzydzieści procent akcji, zapłatę ustalono na żądanie kupującego. " * 3, "cp1250"),
    ("Spółka sprzeda trzydzieści procent akcji, zapłatę ustalono na żądanie kupującego. " * 3, "iso8859_2"),
    ("الشركة تبيع ثلاثين في المئة من أسهمها وسيدفع المشتري الثمن على دفعتين. " * 3, "cp1256"),
    ("港湾運営会社は株式の三割を売却すると発表した。買い手は二回に分けて支払う。" * 3, "shift_jis"),
    ("公司周一同意出售其港口业务，买方将分两期付款。" * 3, "gb18030"),
]


def _read(path: Path, text: str | bytes) -> Article:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    reading = load_articles([str(path)])
    assert reading.articles, reading.skipped
    return reading.articles[0]


@pytest.mark.parametrize(("text", "encoding"), ENCODINGS)
def test_decodes(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_declared_encoding_goes_before_statistics() -> None:
    assert decode("Düne".encode("cp850"), "cp850") == "Düne"
    assert decode("Düne".encode(), "no-such-encoding") == "Düne"


def test_a_few_broken_bytes_do_not_lose_a_text() -> None:
    data = (GERMAN * 20).encode()
    text = decode(data[:500] + b"\xff" + data[500:])
    assert text is not None
    assert text.count("\ufffd") == 1
    assert "Beschäftigten" in text


def test_cleaning_keeps_bidi_marks_and_composed_letters() -> None:
    assert clean_text("a\r\nb\rc\u2028d\x00\x07\ufeff") == "a\nb\nc\nd"
    assert clean_text("\u200fقال\u200e e\u0301") == "\u200fقال\u200e e\u0301"


def test_the_first_line_is_the_headline(tmp_path: Path) -> None:
    article = _read(tmp_path / "de-alster-echo.txt", GERMAN)
    assert article.title == "Nordkai verkauft 30 Prozent an Lindgren"
    assert article.text == GERMAN


def test_a_first_paragraph_is_no_headline(tmp_path: Path) -> None:
    body = "Der Hafenbetreiber gibt Anteile ab, wie er am Dienstag mitteilte.\nDer Käufer zahlt 210 Millionen Euro."
    assert _read(tmp_path / "de.txt", body).title is None


def test_reads_a_header_and_keeps_it_out_of_the_text(tmp_path: Path) -> None:
    head = "Outlet: Alster-Echo\nPublished: 17.09.2025\nURL: https://example.com/a\nLanguage: de-AT\n\n"
    article = _read(tmp_path / "x.txt", head + GERMAN)
    assert (article.outlet, article.published, article.url) == ("Alster-Echo", date(2025, 9, 17), "https://example.com/a")
    assert article.text == GERMAN


def test_a_title_in_the_header_becomes_the_first_line(tmp_path: Path) -> None:
    body = GERMAN.split("\n\n", 1)[1]
    article = _read(tmp_path / "x.txt", f"Title: Anteile verkauft\nOutlet: Alster-Echo\n\n{body}")
    assert article.text == f"Anteile verkauft\n\n{body}"
    assert article.title == "Anteile verkauft"


@pytest.mark.parametrize("line", ["Source: Northquay to sell a third", "Date: unclear, says the board", "Update: no"])
def test_a_headline_with_a_colon_is_no_header(tmp_path: Path, line: str) -> None:
    assert _read(tmp_path / "x.txt", f"{line}\n\n{ENGLISH}").title == line


def test_lines_broken_at_a_fixed_width_are_joined(tmp_path: Path) -> None:
    wrapped = (
        "Northquay sells a third\n\n"
        "The port operator Northquay is selling thirty per cent of its shares\n"
        "to the Lindgren group. The buyer will pay 210 million euros, half of\n"
        "it in May and the rest a year later, the board said on Tuesday.\n\n"
        "All employees keep their jobs."
    )
    assert _read(tmp_path / "x.txt", wrapped).text.split("\n\n") == [
        "Northquay sells a third",
        "The port operator Northquay is selling thirty per cent of its shares to the Lindgren group. The buyer will pay "
        "210 million euros, half of it in May and the rest a year later, the board said on Tuesday.",
        "All employees keep their jobs.",
    ]


def test_markdown_becomes_plain_text(tmp_path: Path) -> None:
    text = (
        '---\ntitle: Northquay sells\noutlet: "The Quay"\ndate: 2025-03-04\n---\n'
        "# Northquay sells\n\nThe **port operator** is selling to\n[Lindgren](https://example.com).\n\n"
        "* All jobs stay.\n* The price is 210 million.\n\n![a photo](x.png)\n\n> “We are glad,” the chair said.\n"
    )
    article = _read(tmp_path / "x.md", text)
    assert article.text == (
        "Northquay sells\n\nThe port operator is selling to Lindgren.\n\nAll jobs stay.\n\nThe price is 210 million.\n\n"
        "“We are glad,” the chair said."
    )
    assert (article.title, article.outlet, article.published) == ("Northquay sells", "The Quay", date(2025, 3, 4))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("de-freie-woche.txt", ("de", "Freie Woche")),
        ("a/b/pt-diario-do-cais.html", ("pt", "Diario Do Cais")),
        ("ru.txt", ("ru", None)),
        ("de-article-3.txt", ("de", None)),
        ("de-2025-09-17.txt", ("de", None)),
        ("freie-woche.txt", (None, None)),
    ],
)
def test_file_names(name: str, expected: tuple[str | None, str | None]) -> None:
    assert parse_file_name(name) == expected


def test_a_file_name_whose_code_the_text_contradicts_says_nothing(tmp_path: Path) -> None:
    article = _read(tmp_path / "it-weekly.txt", ENGLISH)
    assert (article.lang, article.outlet) == ("en", None)
