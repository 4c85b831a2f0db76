"""JSON lines, JSON, CSV and TSV: fields and their other names, broken rows, repeated ids."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from claims.readers import Reading, load_articles
from claims.readers.rows import FIELDS
from tests.claims.readers.texts import ENGLISH, GERMAN, RUSSIAN

ROW = {
    "id": "a-1",
    "url": "https://example.com/1",
    "lang": "de",
    "published": "2025-03-04T10:00:00+01:00",
    "title": "Anteile verkauft",
    "text": "Der Käufer zahlt 210 Millionen Euro für die Anteile.",
    "outlet": "Alster-Echo",
}


def _read(path: Path, content: str) -> Reading:
    path.write_bytes(content.encode())
    return load_articles([str(path)])


def _reasons(reading: Reading) -> list[str]:
    return [skip.reason for skip in reading.skipped]


def _csv(rows: list[list[str]], delimiter: str = ",") -> str:
    return "".join(delimiter.join('"' + value.replace('"', '""') + '"' for value in row) + "\r\n" for row in rows)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_row_becomes_an_article(tmp_path: Path, delimiter: str) -> None:
    reading = _read(tmp_path / "x.csv", "\ufeff" + _csv([list(ROW), list(ROW.values())], delimiter))
    (article,) = reading.articles
    assert (article.id, article.lang, article.outlet, article.url) == ("a-1", "de", "Alster-Echo", "https://example.com/1")
    assert article.published == date(2025, 3, 4)
    assert article.text == "Anteile verkauft\n\nDer Käufer zahlt 210 Millionen Euro für die Anteile."


@pytest.mark.parametrize(("field", "name"), [(field, name) for field, names in FIELDS.items() for name in names])
def test_each_other_name_of_a_field_is_read(tmp_path: Path, field: str, name: str) -> None:
    row = {(name if key == field else key): value for key, value in ROW.items()}
    path = tmp_path / "x.jsonl"
    assert _read(path, json.dumps(row)) == _read(path, json.dumps(ROW))


def test_names_of_fields_may_be_written_in_any_case_and_with_hyphens(tmp_path: Path) -> None:
    row = {"Article Body": ROW["text"], "Site-Name": "Alster-Echo", "DATE_PUBLISHED": "2025-03-04"}
    (article,) = _read(tmp_path / "x.jsonl", json.dumps(row)).articles
    assert (article.outlet, article.published, article.id) == ("Alster-Echo", date(2025, 3, 4), "x.jsonl#1")


def test_nested_values_paragraph_lists_and_markup_become_text(tmp_path: Path) -> None:
    row = {
        "content": ["<p>Der Käufer zahlt <b>210</b> Millionen Euro.</p>", "Die Stellen bleiben."],
        "source": {"name": "Echo"},
    }
    (article,) = _read(tmp_path / "x.jsonl", json.dumps(row)).articles
    assert article.text == "Der Käufer zahlt 210 Millionen Euro.\nDie Stellen bleiben."
    assert article.outlet == "Echo"


def test_broken_lines_are_named_by_number(tmp_path: Path) -> None:
    lines = [json.dumps({"id": "1", "text": GERMAN}), "{broken", "", "[1, 2]", json.dumps({"title": "no text"}), "null"]
    reading = _read(tmp_path / "x.jsonl", "\n".join(lines))
    assert [article.id for article in reading.articles] == ["1"]
    assert [reason.split(":")[0].split(" (")[0] for reason in _reasons(reading)] == [
        "line 2 is not JSON",
        "line 4 is not an object with fields",
        "line 5 has no text",
        "line 6 is not an object with fields",
    ]
    assert reading.skipped[0].path.endswith("x.jsonl:2")


def test_repeated_ids_are_told_apart(tmp_path: Path) -> None:
    rows = [{"id": 7, "text": text} for text in (GERMAN, RUSSIAN, ENGLISH)]
    reading = _read(tmp_path / "x.jsonl", "\n".join(map(json.dumps, rows)))
    assert [(article.id, article.lang) for article in reading.articles] == [("7", "de"), ("7#2", "ru"), ("7#3", "en")]


@pytest.mark.parametrize(
    "data", [[{"text": GERMAN}], {"articles": [{"text": GERMAN}]}, {"items": [{"body": GERMAN}]}, {"text": GERMAN}]
)
def test_json_holds_a_list_or_one_article(tmp_path: Path, data: object) -> None:
    assert [article.lang for article in _read(tmp_path / "x.json", json.dumps(data)).articles] == ["de"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "not JSON"),
        ('{"claims": {}}', "not a list of articles"),
        ("3", "not a list of articles"),
        ("[3]", "entry 1 is not"),
    ],
)
def test_json_that_holds_no_articles_is_left_out(tmp_path: Path, content: str, reason: str) -> None:
    (found,) = _reasons(_read(tmp_path / "x.json", content))
    assert found.startswith(reason)


def test_deep_nesting_does_not_break_the_run(tmp_path: Path) -> None:
    assert _reasons(_read(tmp_path / "x.jsonl", "[" * 200_000))[0].startswith("line 1 is not JSON")


def test_broken_rows_are_named_by_number(tmp_path: Path) -> None:
    text = 'id,text\n1,"' + GERMAN.replace("\n", "\n") + '"\n2,a,b,c\n3,\n\n4,"unclosed\n'
    reading = _read(tmp_path / "x.csv", text)
    assert [article.id for article in reading.articles] == ["1"]
    assert [reason.split(":")[0].split(" (")[0] for reason in _reasons(reading)] == [
        "row 2 has 4 fields, the header 2",
        "row 3 has no text",
        "row 5 is broken",
    ]


def test_a_table_without_field_names_is_left_out(tmp_path: Path) -> None:
    assert _reasons(_read(tmp_path / "x.tsv", "a\tb\n1\t2\n"))[0].startswith("the first row does not name the fields")


def test_a_row_in_a_language_without_a_pack_is_named(tmp_path: Path) -> None:
    row = {"text": "Valitsus teatas teisipäeval, et uus tehas annab tööd kahesajale inimesele."}
    reading = _read(tmp_path / "x.jsonl", json.dumps(row))
    assert _reasons(reading) == ["no pack for its language: Estonian (et)"]
