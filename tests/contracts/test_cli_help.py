"""Every command explains itself with an example, and says in one line what is wrong."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from checker.cli import main

COMMANDS = sorted(main.commands)


def test_the_public_commands_are_there() -> None:
    assert {"check", "claims", "compare", "explain", "languages", "kinds", "encoders"} <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_shows_an_example(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert f"Example: rashomon {name}" in result.output


def test_check_has_the_promised_options() -> None:
    options = {option for parameter in main.commands["check"].params for option in parameter.opts}
    promised = {"--out", "--encoder", "--lang", "--format", "--jobs", "--min-severity", "--fail-on", "--quiet"}
    assert promised <= options


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check", "nowhere", "--out", "OUT"], "no such file or folder: nowhere"),
        (["check", ".", "--out", "OUT", "--lang", "xx"], "no language pack for 'xx'"),
        (["check", ".", "--out", "OUT", "--format", "doc"], "is not one of"),
        (["check", ".", "--out", "OUT", "--min-severity", "2"], "0<=x<=1"),
        (["check", ".", "--out", "OUT", "--encoder", "/no/such/model"], "/no/such/model"),
        (["check", ".", "--out", "OUT", "--tagger", "nobody"], "no tagger named 'nobody'"),
        (["check", ".", "--out", "OUT", "--tagger", "spacy:xx"], "spacy"),
        (["explain", "d1", "--run", "."], "no report.json"),
        (["claims", "nowhere"], "no such file or folder: nowhere"),
    ],
)
def test_a_wrong_option_is_one_clear_line(
    arguments: list[str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["out" if argument == "OUT" else argument for argument in arguments])
    assert result.exit_code == 2
    assert says in result.output
    assert "Traceback" not in result.output
    assert isinstance(result.exception, SystemExit | click.ClickException)
