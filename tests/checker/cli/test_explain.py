"""rashomon explain: by id, by the beginning of one, and what it says where that fits none or several."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import main
from reports.report import report_json
from tests.reports.runs import make_run


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    run = make_run()
    (found,) = run.disagreements
    ids = ("d1aaaa", "d1bbbb", "d2cccc", "d2ccccdd")
    folder = tmp_path_factory.mktemp("report")
    several = replace(run, disagreements=tuple(replace(found, id=name) for name in ids))
    (folder / "report.json").write_bytes(report_json(several))
    (folder / "none.json").write_bytes(report_json(replace(run, disagreements=())))
    return folder


def _explain(finding: str, path: Path) -> Result:
    return CliRunner().invoke(main, ["explain", finding, "--run", str(path)])


@pytest.mark.parametrize("finding", ["d1a", "d1aaaa", "d2cccc", "d2ccccdd"])
def test_an_id_or_the_beginning_of_one_is_enough(finding: str, folder: Path) -> None:
    result = _explain(finding, folder)
    assert result.exit_code == 0, result.output
    assert result.output.startswith(finding)
    assert "value     14,300,000,000 USD" in result.output


@pytest.mark.parametrize(
    ("finding", "says", "ids"),
    [
        ("d1", "several findings begin with 'd1'", ("d1aaaa, d1bbbb",)),
        ("", "several findings begin with ''", ("d1aaaa", "d2ccccdd")),
        ("zz", "no finding begins with 'zz'", ("d1aaaa", "d2ccccdd")),
        ("\x1b[31m", r"no finding begins with '\x1b[31m'", ("d1aaaa",)),
    ],
)
def test_what_fits_none_or_several_names_those_there_are(finding: str, says: str, ids: tuple[str, ...], folder: Path) -> None:
    result = _explain(finding, folder)
    assert result.exit_code == 2
    assert len(result.output.splitlines()) == 1
    assert says in result.output
    assert all(name in result.output for name in ids)


def test_a_report_without_findings_says_so(folder: Path) -> None:
    result = _explain("d1", folder / "none.json")
    assert (result.exit_code, result.output) == (2, "Error: the report has no findings: there is nothing to explain\n")


def test_a_folder_without_a_report_says_what_to_do(tmp_path: Path) -> None:
    result = _explain("d1", tmp_path)
    assert result.exit_code == 2
    assert "run rashomon check first" in result.output
