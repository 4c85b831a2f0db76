"""What the terminal shows of a run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence, Sized
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.results import Relation, Run
from claims.article import Article
from claims.rendering import render_claim
from reports.report import Row, report_dict
from reports.terminal import one_line, open_console, print_indented

if TYPE_CHECKING:
    from rich.console import Console

_SHOWN = 20
_UNESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Control characters, line ends and halves of characters that JSON lets stand as they are."""
_STYLE = {"contradiction": "bold red", "tension": "yellow"}


def print_summary(run: Run, written: Sequence[Path]) -> None:
    """Counts, the disagreements by severity, what was skipped, and where the report lies."""
    console = open_console()
    languages = ", ".join(sorted({article.lang for article in run.articles})) or "none"
    console.print(f"{_count(run.articles, 'article')} ({languages}), {_count(run.claims, 'claim')}"
                  f" in {_count(run.clusters, 'cluster')}")  # fmt: skip
    console.print(f"encoder {run.info.encoder}")
    console.print()
    report = report_dict(run)
    claims = {row["id"]: row for row in report["claims"]}
    for finding in report["findings"][:_SHOWN]:
        _print_finding_lines(console, finding, claims)
    if len(report["findings"]) > _SHOWN:
        console.print(f"... and {len(report['findings']) - _SHOWN} more in the report")
        console.print()
    contradictions = [found for found in run.disagreements if found.verdict is Relation.CONTRADICTION]
    tensions = [found for found in run.disagreements if found.verdict is Relation.TENSION]
    console.print(f"{_count(contradictions, 'contradiction')}, {_count(tensions, 'tension')}")
    for skipped in run.skipped[:_SHOWN]:
        console.print(f"skipped {skipped.path}: {skipped.reason}", style="dim", soft_wrap=True)
    if len(run.skipped) > _SHOWN:
        console.print(f"skipped {len(run.skipped) - _SHOWN} more, listed in the report", style="dim")
    for path in written:
        console.print(f"wrote {path}", soft_wrap=True)


def _count(items: Sized, name: str) -> str:
    return f"{len(items)} {name}" if len(items) == 1 else f"{len(items)} {name}s"


def _print_finding_lines(console: Console, finding: Row, claims: Mapping[str, Row]) -> None:
    about = " / ".join(name for name in (finding["subject"], finding["object"]) if name)
    facts = f"({finding['kind']}, severity {finding['severity']:.2f}, {finding['id']})"
    console.print(f"{finding['verdict'].upper()}  {about}  {facts}", style=_STYLE[finding["verdict"]])
    for position in finding["positions"]:
        outlets = ", ".join(position["outlets"])
        print_indented(console, f"{position['says']}  [{', '.join(position['languages'])}: {outlets}]", 2)
        lead = max((claims[name] for name in position["claims"]), key=lambda row: (row["confidence"], row["id"]))
        print_indented(console, lead["sentence"], 6, "dim")
    console.print()


def print_finding(finding: Row, report: Mapping[str, Any]) -> None:
    """One finding with every claim, value, quote and place, the rule, and the parts of its severity."""
    console = open_console()
    claims = {row["id"]: row for row in report["claims"]}
    console.print(f"{finding['id']}  {finding['verdict']} on {finding['dimension']}", style=_STYLE[finding["verdict"]])
    console.print(finding["why"])
    if "rule" in finding:
        console.print(f"rule      {finding['rule']}")
    parts = ", ".join(f"{name} {value:.3f}" for name, value in finding.get("severity_parts", {}).items())
    console.print(f"severity  {finding['severity']:.3f}{parts and f' = {parts}'}")
    console.print()
    for number, position in enumerate(finding["positions"], start=1):
        console.print(f"position {number}: {position['says']}", style="bold")
        for name in position["claims"]:
            _print_claim(console, claims[name])


def _print_claim(console: Console, row: Row) -> None:
    print_indented(console, f"{row['id']}  {row['article']} [{row['lang']}] characters {row['start']}-{row['end']}", 2)
    print_indented(console, f"quote     {row['quote']}", 4)
    print_indented(console, f"sentence  {row['sentence']}", 4, "dim")
    slots = ("subject", "object", "state", "manner", "as_of", "status", "attribution", "confidence")
    print_indented(console, ", ".join(f"{slot} {row[slot]}" for slot in slots if row.get(slot) not in (None, "")), 4)
    if row["value"]:
        print_indented(console, f"value     {_figure(row['value'])}", 4)


def _figure(value: Row) -> str:
    """A value between its bounds: "14,300,000,000 USD", "from 10,000,000,000 USD", "2016 year"."""
    low, high = (bound if bound is None or value["unit"] == "year" else f"{bound:,}" for bound in (value["low"], value["high"]))
    ends = (low,) if low == high else (low and f"from {low}", high and f"up to {high}")
    about = "about" if value["approximate"] else None
    return " ".join(str(part) for part in (about, *ends, value["unit"]) if part is not None)


def claim_lines(run: Run) -> Iterator[str]:
    """One JSON object a claim, which a terminal shows and does not obey."""
    for row in report_dict(run)["claims"]:
        yield _UNESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(row, ensure_ascii=False))


def print_claims(run: Run) -> None:
    """The claims as a table, article by article."""
    from rich.table import Table  # noqa: PLC0415

    console = open_console()
    for article in run.articles:
        claims = [claim for claim in run.claims if claim.article_id == article.id]
        console.print(f"{article.id} [{article.lang}]: {_count(claims, 'claim')}", style="bold", soft_wrap=True)
        if not claims:
            continue
        table = Table(expand=True)
        for column in ("kind", "claim", "quote"):
            table.add_column(column, overflow="fold")
        for claim in claims:
            table.add_row(claim.kind, render_claim(claim, run.entities), claim.quote)
        console.print(table, soft_wrap=False)


def print_comparison(run: Run, articles: Sequence[Article]) -> None:
    """What `articles` say, cluster by cluster, side by side."""
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = open_console()
    table = Table(expand=True)
    table.add_column("relation")
    for article in articles:
        table.add_column(f"{article.outlet or article.id} [{article.lang}]", overflow="fold")
    by_id = {claim.id: claim for claim in run.claims}
    verdicts = {found.cluster_id: found.verdict.value for found in run.disagreements}
    held = [(cluster, [by_id[name] for name in cluster.claim_ids]) for cluster in run.clusters]
    held.sort(key=lambda pair: (pair[0].id not in verdicts, len({claim.article_id for claim in pair[1]}) < len(articles)))
    for cluster, claims in held:
        sides = [
            "\n".join(one_line(render_claim(claim, run.entities)) for claim in claims if claim.article_id == article.id)
            for article in articles
        ]
        verdict = verdicts.get(cluster.id, cluster.relation.value if all(sides) else "")
        table.add_row(verdict, *map(Text, sides), style=_STYLE.get(verdict))
    console.print(table, soft_wrap=False)
