"""rashomon explain: why something was flagged."""

from __future__ import annotations

from pathlib import Path

import click

_NAMED = 20
"""So many ids are listed where the one given fits none or several."""


@click.command("explain", short_help="Show why a finding was flagged.")
@click.argument("finding", metavar="FINDING")
@click.option("--run", "folder", required=True, type=click.Path(exists=True, path_type=Path), help="The folder of the report.")
def explain_command(finding: str, folder: Path) -> None:
    """Show the claims, quotes, values and the rule behind a finding, by its id (or the beginning of it).

    Example: rashomon explain d4f2 --run report
    """
    from checker.cli.conduct import Failure
    from reports.console import print_finding
    from reports.stored import load_report

    report = load_report(folder / "report.json" if folder.is_dir() else folder)
    rows = report["findings"]
    if not rows:
        raise Failure("the report has no findings: there is nothing to explain")
    exact = [row for row in rows if row["id"] == finding]
    found = exact or [row for row in rows if row["id"].startswith(finding)]
    if len(found) != 1:
        ids = [row["id"] for row in found or rows]
        listed = ", ".join(ids[:_NAMED]) + (f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else "")
        raise Failure(f"{'no finding begins' if not found else 'several findings begin'} with {finding!r}; there are: {listed}")
    print_finding(found[0], report)
