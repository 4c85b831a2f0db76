"""rashomon check: the consistency report."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from checker.cli.options import ALIASES, JOBS, LANG, PATHS, QUIET, check_lang, check_paths, one_line_errors, show_progress
from checker.progress import no_progress
from checker.settings import DEFAULT_ENCODER, Settings

FORMATS = ("json", "csv", "html")
_FOUND = 1
"""Exit code when --fail-on finds what it looks for."""


@click.command("check", short_help="Write a consistency report over articles.")
@PATHS
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder for the report.")
@click.option("--encoder", default=DEFAULT_ENCODER, show_default=True, metavar="NAME", help="See rashomon encoders.")
@LANG
@click.option("--format", "formats", type=click.Choice(FORMATS), multiple=True, help="Beside report.json (default all).")
@JOBS
@click.option("--min-severity", type=click.FloatRange(0, 1), default=0.0, show_default=True, help="Leave out what is below.")
@click.option("--fail-on", type=click.Choice(["contradiction", "tension"]), help="Exit with 1 when such a finding is there.")
@ALIASES
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
    quiet: bool,
) -> None:
    """Read articles (files, folders, or - for standard input) and report where they disagree.

    Example: rashomon check articles/ --out report --fail-on contradiction
    """
    check_lang(lang)
    check_paths(paths)
    from checker.pipeline import check
    from reports.console import print_summary
    from reports.writing import write_report

    settings = Settings(encoder=encoder, lang=lang, jobs=jobs, min_severity=min_severity, aliases=aliases)
    with one_line_errors():
        out.mkdir(parents=True, exist_ok=True)
        run = check(paths, settings, stdin=sys.stdin.buffer, progress=no_progress if quiet else show_progress)
        written = write_report(run, out, formats or FORMATS)
    if not quiet:
        print_summary(run, written)
    verdicts = {found.verdict.value for found in run.disagreements}
    wanted = {"contradiction"} if fail_on == "contradiction" else {"contradiction", "tension"}
    if fail_on and verdicts & wanted:
        sys.exit(_FOUND)
