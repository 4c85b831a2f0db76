"""A run reads no report that Rashomon wrote."""

from __future__ import annotations

from pathlib import Path

from claims.readers import load_articles

ARTICLE = "A headline of our own\n\nThe company said on Friday that its revenue had grown to 20 million euros in the past year."


def test_a_report_inside_the_folder_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "en-one.txt").write_text(ARTICLE)
    report = tmp_path / "report"
    report.mkdir()
    (report / "report.json").write_text('{\n "schema": "rashomon-report/1"}')
    for name in ("report.html", "claims.csv", "clusters.csv", "disagreements.csv"):
        (report / name).write_text("id,text\n1,The company said on Friday that its revenue had grown.\n")
    (report / "en-two.txt").write_text(ARTICLE.replace("20", "30"))
    reading = load_articles([str(tmp_path)])
    assert [article.id for article in reading.articles] == ["en-one.txt", "report/en-two.txt"]
    assert {row.reason for row in reading.skipped} == {"a report that Rashomon wrote"}
    assert len(reading.skipped) == 5


def test_a_report_of_somebody_else_is_read(tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text('[{"id": "1", "lang": "en", "text": "' + ARTICLE.replace("\n", " ") + '"}]')
    assert [article.id for article in load_articles([str(tmp_path)]).articles] == ["1"]
