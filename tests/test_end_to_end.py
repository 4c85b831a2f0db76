"""The installed command over seeds/: what README promises."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
COMMAND = Path(sys.executable).with_name("rashomon")
SCHEMA = json.loads((ROOT / "reports" / "schema" / "report.schema.json").read_text())


def _run(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(COMMAND), *arguments], capture_output=True, text=True, check=False, timeout=300, **options)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("report")
    result = _run("check", str(SEEDS), "--out", str(out))
    assert result.returncode == 0, result.stderr
    assert "contradiction" in result.stdout
    assert "Traceback" not in result.stderr
    return out


@pytest.fixture(scope="module")
def report(folder: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return loaded


def _findings(report: dict[str, Any], kind: str) -> list[dict[str, set[str]]]:
    """For each finding of a kind: what each position says, and in which languages."""
    return [
        {position["says"]: set(position["languages"]) for position in finding["positions"]}
        for finding in report["findings"]
        if finding["kind"] == kind
    ]


def test_the_report_keeps_its_contract(report: dict[str, Any]) -> None:
    jsonschema.validate(report, SCHEMA, format_checker=jsonschema.FormatChecker())
    assert len(report["articles"]) == 6
    assert {article["lang"] for article in report["articles"]} == {"ar", "de", "en", "pt", "ru", "uk"}


def test_every_quote_stands_where_the_report_says(report: dict[str, Any]) -> None:
    from claims.readers import load_articles

    texts = {article.id: article.text for article in load_articles([str(SEEDS)]).articles}
    assert report["claims"]
    for claim in report["claims"]:
        assert texts[claim["article"]][claim["start"] : claim["end"]] == claim["quote"]
        assert claim["quote"] in claim["sentence"] or claim["sentence"] in claim["quote"]


def test_the_price_of_the_stake_is_a_contradiction(report: dict[str, Any]) -> None:
    found = [sides for sides in _findings(report, "deal_value") if any("14.3" in says for says in sides)]
    assert len(found) == 1
    (sides,) = found
    low = next(languages for says, languages in sides.items() if "14.3" in says)
    high = next(languages for says, languages in sides.items() if "14.8" in says)
    assert {"en", "pt", "ar"} >= low >= {"en"}
    assert {"de", "ru"} >= high >= {"de"}


def test_openai_and_scale_is_a_contradiction(report: dict[str, Any]) -> None:
    found = [f for f in report["findings"] if f["kind"] == "partnership" and "OpenAI" in (f["subject"], f["object"])]
    assert [f["verdict"] for f in found] == ["contradiction"]
    sides = {position["says"]: set(position["languages"]) for position in found[0]["positions"]}
    assert sides.get("is active", set()) >= {"ar"}
    assert set().union(*(languages for says, languages in sides.items() if says != "is active")) >= {"de"}


@pytest.mark.parametrize("kind", ["stake", "valuation", "founded", "revenue", "spending"])
def test_what_only_looks_like_a_disagreement_is_not_flagged(report: dict[str, Any], kind: str) -> None:
    assert {claim["kind"] for claim in report["claims"]} >= {kind}
    assert _findings(report, kind) == []


def test_the_tables_open_in_a_spreadsheet(folder: Path, report: dict[str, Any]) -> None:
    for name, key in (("claims.csv", "claims"), ("clusters.csv", "clusters")):
        data = (folder / name).read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
        assert [row["id"] for row in rows] == [row["id"] for row in report[key]]


def test_explain_shows_claims_quotes_and_rule(folder: Path, report: dict[str, Any]) -> None:
    finding = report["findings"][0]
    result = _run("explain", finding["id"], "--run", str(folder), env={"COLUMNS": "400", "PATH": ""})
    assert result.returncode == 0, result.stderr
    claims = {claim["id"]: claim for claim in report["claims"]}
    for position in finding["positions"]:
        for name in position["claims"]:
            assert claims[name]["quote"] in result.stdout
    assert finding["rule"] in result.stdout


def test_the_same_input_gives_the_same_report_in_any_order(report: dict[str, Any], tmp_path: Path) -> None:
    files = sorted(SEEDS.glob("*.txt"), reverse=True)
    result = _run("check", *map(str, files), "--out", str(tmp_path), "--quiet", "--jobs", "2")
    assert (result.returncode, result.stdout) == (0, "")
    again = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    for key in ("claims", "clusters", "findings"):
        assert again[key] == report[key]


def test_fail_on_sets_the_exit_code(tmp_path: Path) -> None:
    assert _run("check", str(SEEDS), "--out", str(tmp_path), "--fail-on", "contradiction", "-q").returncode == 1
    one = next(SEEDS.glob("en-*.txt"))
    assert _run("check", str(one), "--out", str(tmp_path), "--fail-on", "tension", "-q").returncode == 0


def test_a_syndicated_copy_is_one_source_and_no_disagreement(tmp_path: Path) -> None:
    source = next(SEEDS.glob("de-*.txt"))
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(source, folder / source.name)
    copy = source.read_text(encoding="utf-8").replace("Elbkurier", "Zweitblatt")
    (folder / "de-zweitblatt.txt").write_text(copy, encoding="utf-8")
    assert _run("check", str(folder), "--out", str(tmp_path / "out"), "-q").returncode == 0
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    (article,) = report["articles"]
    assert [copy["outlet"] for copy in article["copies"]] == ["Zweitblatt"]
    assert report["findings"] == []


def test_bad_input_is_skipped_by_name_and_the_run_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(next(SEEDS.glob("en-*.txt")), folder / "good.txt")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "page.html").write_text("<html><body><script>var a = 1;</script></body></html>")
    (folder / "rows.jsonl").write_text('{"id": "one"}\n{"id": \nnot json\n')
    georgian = "კომპანიამ განაცხადა, რომ შემოსავალი გაიზარდა და თანამშრომლების რაოდენობაც მოიმატა. "
    (folder / "georgian.txt").write_text(georgian * 5, encoding="utf-8")
    (folder / "pages.zip").write_bytes(b"PK\x03\x04")
    result = _run("check", str(folder), str(folder / "good.txt"), "--out", str(tmp_path / "out"), "-q")
    assert result.returncode == 0, result.stderr
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    jsonschema.validate(report, SCHEMA)
    assert len(report["articles"]) == 1
    skipped = " ".join(f"{row['path']}: {row['reason']}" for row in report["skipped"])
    for name in ("empty.txt", "binary.txt", "page.html", "rows.jsonl", "georgian.txt", "pages.zip"):
        assert name in skipped


def test_an_output_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    result = _run("check", str(SEEDS), "--out", str(tmp_path / "file" / "out"))
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
    assert "file" in result.stderr
