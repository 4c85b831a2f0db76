"""How commands end: in their output, or in one line."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from checker.cli import main
from checker.cli.conduct import Commands, Failure, one_line_errors
from checker.encoders import EncoderError
from claims.declarations import PackError
from reports.stored import ReportError


def _run(error: BaseException) -> Result:
    @click.group(cls=Commands)
    def group() -> None:
        """One command, which fails."""

    @group.command()
    def fail() -> None:
        raise error

    return CliRunner().invoke(group, ["fail"])


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (EncoderError("no such\nmodel"), "no such model"),
        (PackError("de.toml: cues: duplicate"), "de.toml: cues: duplicate"),
        (ReportError("x is damaged"), "x is damaged"),
        (OSError(28, "No space left on device", "report.html"), "report.html: No space left on device"),
        (OSError(28, "No space left on device"), "No space left on device"),
        (Failure("\x1b[31mred"), r"\x1b[31mred"),
    ],
)
def test_what_a_user_can_put_right_is_one_line(error: BaseException, line: str) -> None:
    result = _run(error)
    assert (result.exit_code, result.output) == (2, f"Error: {line}\n")


def test_an_interrupt_is_one_line() -> None:
    result = _run(KeyboardInterrupt())
    assert (result.exit_code, result.output) == (130, "Interrupted.\n")


def test_a_closed_pipe_is_no_error_to_speak_of() -> None:
    result = _run(BrokenPipeError())
    assert (result.exit_code, result.output) == (141, "")


@pytest.mark.parametrize("error", [ValueError("a fault of ours"), RuntimeError("a fault of ours"), KeyError("ours")])
def test_a_fault_of_ours_is_not_dressed_up(error: Exception) -> None:
    with pytest.raises(type(error)), one_line_errors():
        raise error


@pytest.mark.parametrize("name", ["", " "])
def test_a_folder_without_a_name_is_refused(name: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["check", str(tmp_path), "--out", name])
    assert result.exit_code == 2
    assert "names no folder" in result.output


def test_a_file_is_no_folder_to_write_in(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    result = CliRunner().invoke(main, ["check", str(tmp_path), "--out", str(tmp_path / "file")])
    assert result.exit_code == 2
    assert "is a file" in result.output
