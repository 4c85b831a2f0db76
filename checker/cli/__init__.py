"""The command line. Nothing heavy is imported until a command runs."""

from __future__ import annotations

import click

from checker.cli.check import check_command
from checker.cli.conduct import Commands
from checker.cli.encoders import encoders_command
from checker.cli.explain import explain_command
from checker.cli.knowledge import kinds_command, languages_command
from checker.cli.reading import claims_command, compare_command

__all__ = ["main"]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="rashomon", prog_name="rashomon")
def main() -> None:
    """Find where articles in many languages disagree about the same facts.

    Start with a folder of articles:

      rashomon check seeds --out report
    """


for command in (
    check_command,
    claims_command,
    compare_command,
    explain_command,
    languages_command,
    kinds_command,
    encoders_command,
):
    main.add_command(command)
