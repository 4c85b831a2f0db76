"""The CSV tables: claims, clusters, disagreements. UTF-8 with a byte order mark, so that Excel opens them right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from checker.results import Run
from reports.report import Row, report_dict
from reports.terminal import without_commands

CLAIM_COLUMNS = (
    "id", "article", "outlet", "published", "lang", "kind", "subject", "object", "low", "high", "unit", "approximate",
    "state", "manner", "as_of", "status", "negated", "superseded", "attribution", "quote", "start", "end", "sentence",
    "confidence", "cluster", "url",
)  # fmt: skip
CLUSTER_COLUMNS = ("id", "kind", "subject", "object", "claims", "languages", "relation")
DISAGREEMENT_COLUMNS = (
    "id", "cluster", "verdict", "dimension", "kind", "subject", "object", "severity", "why",
    "says_a", "quote_a", "outlets_a", "languages_a", "article_a", "url_a",
    "says_b", "quote_b", "outlets_b", "languages_b", "article_b", "url_b",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a cell may not begin with: signs that start a formula, their wide forms, and blanks that are dropped before one."""
_SEPARATOR = "; "


def tables(run: Run) -> Mapping[str, bytes]:
    """File name -> content of every table."""
    report = report_dict(run)
    articles = {row["id"]: row for row in report["articles"]}
    return {
        "claims.csv": _claims(report, articles),
        "clusters.csv": _csv(CLUSTER_COLUMNS, (_cluster(row) for row in report["clusters"])),
        "disagreements.csv": _csv(DISAGREEMENT_COLUMNS, _disagreements(report, articles)),
    }


def claim_table(run: Run) -> bytes:
    """claims.csv alone."""
    report = report_dict(run)
    return _claims(report, {row["id"]: row for row in report["articles"]})


def _claims(report: Row, articles: Mapping[str, Row]) -> bytes:
    return _csv(CLAIM_COLUMNS, (_claim(row, articles) for row in report["claims"]))


def _csv(columns: tuple[str, ...], rows: Iterator[Row]) -> bytes:
    import pandas as pd  # noqa: PLC0415 - half a second that other formats need not pay

    cells = [{name: neutralised(row[name]) for name in columns} for row in rows]
    frame = pd.DataFrame(cells, columns=list(columns), dtype=object)
    text: str = frame.to_csv(index=False, lineterminator="\r\n")
    return text.encode("utf-8-sig")


def neutralised(value: Any) -> Any:
    """A text that a spreadsheet would run as a formula, with an apostrophe in front; everything else as it is.

    Control characters, which only a file's name can hold, stand as their codes.
    """
    if not isinstance(value, str):
        return value
    text = without_commands(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _claim(row: Row, articles: Mapping[str, Row]) -> Row:
    value = row["value"] or {"low": None, "high": None, "unit": None, "approximate": None}
    article = articles[row["article"]]
    return {**row, **value, "outlet": article["outlet"], "published": article["published"], "url": article["url"]}


def _cluster(row: Row) -> Row:
    return {**row, "claims": _SEPARATOR.join(row["claims"]), "languages": _SEPARATOR.join(row["languages"])}


def _disagreements(report: Row, articles: Mapping[str, Row]) -> Iterator[Row]:
    """One row for each pair of positions of a finding."""
    claims = {row["id"]: row for row in report["claims"]}
    for finding in report["findings"]:
        for first, second in combinations(finding["positions"], 2):
            sides: Row = {}
            for letter, position in (("a", first), ("b", second)):
                sides |= _side(letter, position, claims, articles)
            yield {**finding, **sides}


def _side(letter: str, position: Row, claims: Mapping[str, Row], articles: Mapping[str, Row]) -> Row:
    lead = max((claims[name] for name in position["claims"]), key=lambda row: (row["confidence"], row["id"]))
    article = articles[lead["article"]]
    return {
        f"says_{letter}": position["says"],
        f"quote_{letter}": lead["quote"],
        f"outlets_{letter}": _SEPARATOR.join(position["outlets"]),
        f"languages_{letter}": _SEPARATOR.join(position["languages"]),
        f"article_{letter}": article["id"],
        f"url_{letter}": article["url"],
    }
