"""rashomon check: the consistency report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli.conduct import Failure, standard_input
from checker.cli.options import (
    ALIASES,
    JOBS,
    LANG,
    PATHS,
    QUIET,
    TAGGER,
    check_lang,
    check_paths,
    folder_to_write,
    show_progress,
)
from checker.progress import no_progress
from checker.settings import DEFAULT_ENCODER, Settings

if TYPE_CHECKING:
    from checker.results import Run

FORMATS = ("json", "csv", "html")
_FAILS = {"contradiction": ("contradiction",), "tension": ("tension", "contradiction")}
"""What --fail-on looks for."""
_FOUND = 1
"""Exit code when --fail-on finds it."""


@click.command("check", short_help="Write a consistency report over articles.")
@PATHS
@click.option("--out", required=True, metavar="DIR", callback=folder_to_write, help="Folder for the report.")
@click.option("--encoder", default=DEFAULT_ENCODER, show_default=True, metavar="NAME", help="See rashomon encoders.")
@LANG
@click.option("--format", "formats", type=click.Choice(FORMATS), multiple=True, help="Beside report.json (default all).")
@JOBS
@click.option("--min-severity", type=click.FloatRange(0, 1), default=0.0, show_default=True, help="Leave out what is below.")
@click.option("--fail-on", type=click.Choice(tuple(_FAILS)), help="Exit with 1 when such a finding is there.")
@ALIASES
@TAGGER
@QUIET
def check_command(
    paths: tuple[str, ...],
    out: Path,
    encoder: str,
    lang: str | None,
    formats: tuple[str, ...],
    jobs: int,
    min_severity: float,
    fail_on: str | None,
    aliases: Path | None,
    tagger: str,
    quiet: bool,
) -> None:
    """Read articles (files, folders, or - for standard input) and report where they disagree.

    Example: rashomon check articles/ --out report --fail-on contradiction

    Exit codes: 0 the report is written, 1 --fail-on found something, 2 there is something to put right, 130 interrupted.
    """
    check_lang(lang)
    check_paths(paths)
    from checker.pipeline import check
    from reports.console import print_summary
    from reports.files import check_folder
    from reports.writing import write_report

    settings = Settings(encoder=encoder, lang=lang, jobs=jobs, min_severity=min_severity, aliases=aliases, tagger=tagger)
    check_folder(out)
    run = check(paths, settings, stdin=standard_input(), progress=no_progress if quiet else show_progress)
    written = write_report(run, out, formats or FORMATS)
    if not quiet:
        print_summary(run, written)
    _judge(run, fail_on)


def _judge(run: Run, fail_on: str | None) -> None:
    """Say so where nothing could be read, and end as --fail-on asks."""
    if not run.articles:
        message = f"no article could be read, {len(run.skipped)} skipped"
        if fail_on:
            raise Failure(message)
        click.echo(f"Warning: {message}", err=True)
    wanted = _FAILS[fail_on] if fail_on else ()
    if any(found.verdict.value in wanted for found in run.disagreements):
        click.get_current_context().exit(_FOUND)
