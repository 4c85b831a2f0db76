"""What the terminal shows of a run."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.results import Relation, Run
from claims.rendering import render_claim
from reports.report import Row, report_dict

if TYPE_CHECKING:
    from rich.console import Console

_SHOWN = 20
_STYLE = {"contradiction": "bold red", "tension": "yellow"}


def _console() -> Console:
    from rich.console import Console  # noqa: PLC0415 - only when something is printed

    return Console(highlight=False, emoji=False, markup=False)


def print_summary(run: Run, written: Sequence[Path]) -> None:
    """Counts, the disagreements by severity, what was skipped, and where the report lies."""
    console = _console()
    languages = ", ".join(sorted({article.lang for article in run.articles})) or "none"
    console.print(f"{len(run.articles)} articles ({languages}), {len(run.claims)} claims in {len(run.clusters)} clusters")
    console.print(f"encoder {run.info.encoder}\n")
    report = report_dict(run)
    claims = {row["id"]: row for row in report["claims"]}
    for finding in report["findings"][:_SHOWN]:
        _print_finding_lines(console, finding, claims)
    if len(report["findings"]) > _SHOWN:
        console.print(f"... and {len(report['findings']) - _SHOWN} more in the report\n")
    contradictions = sum(found.verdict is Relation.CONTRADICTION for found in run.disagreements)
    console.print(f"{contradictions} contradictions, {len(run.disagreements) - contradictions} tensions")
    for skipped in run.skipped:
        console.print(f"skipped {skipped.path}: {skipped.reason}", style="dim")
    for path in written:
        console.print(f"wrote {path}")


def _print_finding_lines(console: Console, finding: Row, claims: Mapping[str, Row]) -> None:
    about = " / ".join(name for name in (finding["subject"], finding["object"]) if name)
    facts = f"({finding['kind']}, severity {finding['severity']:.2f}, {finding['id']})"
    console.print(f"{finding['verdict'].upper()}  {about}  {facts}", style=_STYLE[finding["verdict"]])
    for position in finding["positions"]:
        outlets = ", ".join(position["outlets"])
        console.print(f"  {position['says']}  [{', '.join(position['languages'])}: {outlets}]")
        lead = max((claims[name] for name in position["claims"]), key=lambda row: (row["confidence"], row["id"]))
        console.print(f"      {lead['sentence']}", style="dim", soft_wrap=False)
    console.print()


def print_finding(finding: Row, report: Mapping[str, Any]) -> None:
    """One finding with every claim, value, quote and place, the rule, and the parts of its severity."""
    console = _console()
    claims = {row["id"]: row for row in report["claims"]}
    console.print(f"{finding['id']}  {finding['verdict']} on {finding['dimension']}", style=_STYLE[finding["verdict"]])
    console.print(finding["why"])
    console.print(f"rule      {finding['rule']}")
    parts = ", ".join(f"{name} {value:.3f}" for name, value in finding["severity_parts"].items())
    console.print(f"severity  {finding['severity']:.3f} = {parts}\n")
    for number, position in enumerate(finding["positions"], start=1):
        console.print(f"position {number}: {position['says']}", style="bold")
        for name in position["claims"]:
            _print_claim(console, claims[name])


def _print_claim(console: Console, row: Row) -> None:
    console.print(f"  {row['id']}  {row['article']} [{row['lang']}] characters {row['start']}-{row['end']}")
    console.print(f"    quote     {row['quote']}")
    console.print(f"    sentence  {row['sentence']}", style="dim")
    slots = ("subject", "object", "state", "manner", "as_of", "status", "attribution", "confidence")
    said = ", ".join(f"{slot} {row[slot]}" for slot in slots if row[slot] not in (None, ""))
    console.print(f"    {said}")
    if row["value"]:
        value = row["value"]
        about = " (about)" if value["approximate"] else ""
        console.print(f"    value     {value['low']} to {value['high']} {value['unit']}{about}")


def claim_lines(run: Run) -> Iterator[str]:
    """One JSON object a claim."""
    for row in report_dict(run)["claims"]:
        yield json.dumps(row, ensure_ascii=False)


def print_claims(run: Run) -> None:
    """The claims as a table, article by article."""
    from rich.table import Table  # noqa: PLC0415

    console = _console()
    for article in run.articles:
        table = Table(title=f"{article.id} [{article.lang}]", title_justify="left", expand=True)
        for column in ("kind", "claim", "quote"):
            table.add_column(column, overflow="fold")
        for claim in run.claims:
            if claim.article_id == article.id:
                table.add_row(claim.kind, render_claim(claim, run.entities), claim.quote)
        console.print(table)


def print_comparison(run: Run) -> None:
    """What two articles say, cluster by cluster, side by side."""
    from rich.table import Table  # noqa: PLC0415

    console = _console()
    first, second = run.articles
    table = Table(expand=True)
    table.add_column("relation")
    for article in (first, second):
        table.add_column(f"{article.outlet or article.id} [{article.lang}]", overflow="fold")
    by_id = {claim.id: claim for claim in run.claims}
    verdicts = {found.cluster_id: found.verdict.value for found in run.disagreements}
    for cluster in run.clusters:
        claims = [by_id[name] for name in cluster.claim_ids]
        sides = [
            "\n".join(render_claim(claim, run.entities) for claim in claims if claim.article_id == article.id)
            for article in (first, second)
        ]
        verdict = verdicts.get(cluster.id, cluster.relation.value if all(sides) else "")
        table.add_row(verdict, *sides, style=_STYLE.get(verdict))
    console.print(table)
