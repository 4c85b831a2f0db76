"""rashomon claims, rashomon compare: what was pulled from articles."""

from __future__ import annotations

from pathlib import Path

import click

from checker.cli.conduct import Failure, standard_input
from checker.cli.options import ALIASES, JOBS, LANG, PATHS, TAGGER, check_lang, check_paths, show_progress
from checker.settings import DEFAULT_ENCODER, Settings


@click.command("claims", short_help="Show what was pulled from each article.")
@PATHS
@LANG
@click.option("--format", "shape", type=click.Choice(["table", "csv", "jsonl"]), default="table", show_default=True)
@ALIASES
@JOBS
@TAGGER
def claims_command(paths: tuple[str, ...], lang: str | None, shape: str, aliases: Path | None, jobs: int, tagger: str) -> None:
    """Show the claims of articles, without comparing them.

    Example: rashomon claims article.html --format csv > claims.csv
    """
    check_lang(lang)
    check_paths(paths)
    from checker.pipeline import as_run, extract
    from reports.console import claim_lines, print_claims
    from reports.tables import claim_table
    from reports.terminal import one_line

    settings = Settings(lang=lang, jobs=jobs, aliases=aliases, tagger=tagger)
    run = as_run(extract(paths, settings, stdin=standard_input(), progress=show_progress), settings)
    if shape == "csv":
        click.echo(claim_table(run), nl=False)
    elif shape == "jsonl":
        for line in claim_lines(run):
            click.echo(line)
    else:
        print_claims(run)
    for skipped in run.skipped:
        click.echo(one_line(f"skipped {skipped.path}: {skipped.reason}"), err=True)
    if not run.articles:
        raise Failure("no article could be read")


@click.command("compare", short_help="Show two articles side by side.")
@click.argument("first", metavar="A", type=click.Path(exists=True))
@click.argument("second", metavar="B", type=click.Path(exists=True))
@click.option("--encoder", default=DEFAULT_ENCODER, show_default=True, metavar="NAME")
@ALIASES
def compare_command(first: str, second: str, encoder: str, aliases: Path | None) -> None:
    """Show what two articles say about the same facts, side by side.

    Example: rashomon compare seeds/en-*.txt seeds/de-*.txt
    """
    from checker.pipeline import check
    from reports.console import print_comparison

    settings = Settings(encoder=encoder, aliases=aliases)
    run = check((first, second), settings, progress=show_progress)
    if len(run.articles) != 2:
        reasons = "; ".join(f"{skipped.path}: {skipped.reason}" for skipped in run.skipped) or "they hold the same text"
        raise Failure(f"two different articles are needed, {len(run.articles)} could be read ({reasons})")
    articles = sorted(run.articles, key=lambda article: article.path != first)
    print_comparison(run, articles)
