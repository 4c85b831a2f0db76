"""Reading a report back: ours whole, anything else refused in one line."""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reports.report import report_dict
from reports.stored import ReportError, load_report
from tests.reports.runs import make_run

OURS = json.loads(json.dumps(report_dict(make_run())))
OTHERS = ["", "null", "[]", "{}", '"x"', '{"findings": 3}', '{"schema": "rashomon-report/2", "findings": []}', "[" * 100_000]


def _write(path: Path, report: Any) -> Path:
    path.write_text(json.dumps(report), encoding="utf-8")
    return path


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    assert load_report(_write(tmp_path / "report.json", OURS)) == OURS


@pytest.mark.parametrize("text", OTHERS, ids=range(len(OTHERS)))
def test_what_is_not_ours_is_refused_by_name(text: str, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text(text)
    with pytest.raises(ReportError, match=r"other\.json"):
        load_report(tmp_path / "other.json")


def test_a_missing_file_a_folder_and_a_pipe_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, reason in (("none", "run rashomon check first"), ("pipe", "not an ordinary file"), (".", "not an ordinary file")):
        with pytest.raises(ReportError, match=reason):
            load_report(tmp_path / name)


def _without(*path: str | int) -> Callable[[Any], None]:
    def damage(report: Any) -> None:
        for step in path[:-1]:
            report = report[step]
        del report[path[-1]]

    return damage


def _with(value: object, *path: str | int) -> Callable[[Any], None]:
    def damage(report: Any) -> None:
        for step in path[:-1]:
            report = report[step]
        report[path[-1]] = value

    return damage


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        (_without("claims"), "no 'claims'"),
        (_with(3, "findings"), "'findings' is int"),
        (_with([3], "findings"), "entry 1 is int"),
        (_without("findings", 0, "why"), "no 'why'"),
        (_with("maybe", "findings", 0, "verdict"), "'verdict' is 'maybe'"),
        (_with("much", "findings", 0, "severity_parts", "gap"), "'gap' is str"),
        (_with("much", "claims", 0, "value", "low"), "'low' is str"),
        (_with([], "claims", 0, "value"), "'value' is list"),
        (_with([], "claims"), "names a claim that is not there"),
    ],
)
def test_a_damaged_report_is_refused_with_the_place(damage: Callable[[Any], None], fault: str, tmp_path: Path) -> None:
    report = copy.deepcopy(OURS)
    damage(report)
    with pytest.raises(ReportError, match=fault):
        load_report(_write(tmp_path / "report.json", report))
