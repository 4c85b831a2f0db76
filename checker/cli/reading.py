"""rashomon claims, rashomon compare: what was pulled from articles."""

from __future__ import annotations

import sys

import click

from checker.cli.options import ALIASES, JOBS, LANG, PATHS, check_lang, check_paths, one_line_errors, show_progress
from checker.settings import DEFAULT_ENCODER, Settings


@click.command("claims", short_help="Show what was pulled from each article.")
@PATHS
@LANG
@click.option("--format", "shape", type=click.Choice(["table", "csv", "jsonl"]), default="table", show_default=True)
@ALIASES
@JOBS
def claims_command(paths: tuple[str, ...], lang: str | None, shape: str, aliases: object, jobs: int) -> None:
    """Show the claims of articles, without comparing them.

    Example: rashomon claims article.html --format csv > claims.csv
    """
    check_lang(lang)
    check_paths(paths)
    from pathlib import Path

    from checker.pipeline import as_run, extract
    from reports.console import claim_lines, print_claims
    from reports.tables import claim_table

    settings = Settings(lang=lang, jobs=jobs, aliases=aliases if isinstance(aliases, Path) else None)
    with one_line_errors():
        run = as_run(extract(paths, settings, stdin=sys.stdin.buffer, progress=show_progress), settings)
    if shape == "csv":
        sys.stdout.buffer.write(claim_table(run))
    elif shape == "jsonl":
        for line in claim_lines(run):
            click.echo(line)
    else:
        print_claims(run)
    for skipped in run.skipped:
        click.echo(f"skipped {skipped.path}: {skipped.reason}", err=True)


@click.command("compare", short_help="Show two articles side by side.")
@click.argument("first", metavar="A", type=click.Path(exists=True))
@click.argument("second", metavar="B", type=click.Path(exists=True))
@click.option("--encoder", default=DEFAULT_ENCODER, show_default=True, metavar="NAME")
@ALIASES
def compare_command(first: str, second: str, encoder: str, aliases: object) -> None:
    """Show what two articles say about the same facts, side by side.

    Example: rashomon compare seeds/en-*.txt seeds/de-*.txt
    """
    from pathlib import Path

    from checker.pipeline import check
    from reports.console import print_comparison

    settings = Settings(encoder=encoder, aliases=aliases if isinstance(aliases, Path) else None)
    with one_line_errors():
        run = check((first, second), settings, progress=show_progress)
    if len(run.articles) != 2:
        reasons = "; ".join(f"{skipped.path}: {skipped.reason}" for skipped in run.skipped) or "they hold the same text"
        raise click.UsageError(f"two different articles are needed, {len(run.articles)} could be read ({reasons})")
    print_comparison(run)
