"""Writing a run's report into a folder."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from checker.results import Run
from reports.files import write_together
from reports.report import report_json


def write_report(run: Run, folder: Path, formats: Collection[str]) -> list[Path]:
    """Write report.json, and with "csv" and "html" in `formats` the tables and the page; returns what was written.

    `OSError` where one of them cannot be written; then none is.
    """
    contents = {"report.json": report_json(run)}
    if "csv" in formats:
        from reports.tables import tables  # noqa: PLC0415

        contents |= tables(run)
    if "html" in formats:
        from reports.page import report_page  # noqa: PLC0415

        contents["report.html"] = report_page(run)
    return write_together(folder, contents)
