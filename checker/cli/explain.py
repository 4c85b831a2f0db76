"""rashomon explain: why something was flagged."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command("explain", short_help="Show why a finding was flagged.")
@click.argument("finding", metavar="FINDING")
@click.option("--run", "folder", required=True, type=click.Path(exists=True, path_type=Path), help="The folder of the report.")
def explain_command(finding: str, folder: Path) -> None:
    """Show the claims, quotes, values and the rule behind a finding, by its id (or the beginning of it).

    Example: rashomon explain d4f2 --run report
    """
    from reports.console import print_finding

    path = folder / "report.json" if folder.is_dir() else folder
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise click.UsageError(f"no report.json in {folder}; run rashomon check first") from error
    except (OSError, ValueError) as error:
        raise click.UsageError(f"{path} cannot be read: {error}") from error
    rows = report.get("findings", []) if isinstance(report, dict) else []
    found = [row for row in rows if row["id"].startswith(finding)]
    if len(found) != 1:
        ids = ", ".join(row["id"] for row in (found or rows)[:20]) or "the report has none"
        raise click.UsageError(f"{'no' if not found else 'more than one'} finding {finding!r}; there are: {ids}")
    print_finding(found[0], report)
