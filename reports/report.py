"""report.json: the public contract, as plain values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from checker.results import Cluster, Disagreement, Position, Run
from claims.article import Article
from claims.claim import Claim
from claims.quantities.quantity import Quantity

SCHEMA = "rashomon-report/1"

Row = dict[str, Any]


def report_dict(run: Run) -> Row:
    """The whole report; its shape is reports/schema/report.schema.json."""
    cluster_of = {name: cluster.id for cluster in run.clusters for name in cluster.claim_ids}
    articles = {article.id: article for article in run.articles}
    return {
        "schema": SCHEMA,
        "run": _run_row(run),
        "articles": [article_row(article) for article in run.articles],
        "claims": [claim_row(claim, run, cluster_of, articles[claim.article_id]) for claim in run.claims],
        "clusters": [cluster_row(cluster, run) for cluster in run.clusters],
        "findings": [finding_row(found, run) for found in run.disagreements],
        "skipped": [{"path": skipped.path, "reason": skipped.reason} for skipped in run.skipped],
    }


def report_json(run: Run) -> bytes:
    """report.json as UTF-8."""
    return (json.dumps(report_dict(run), ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def _run_row(run: Run) -> Row:
    info = run.info
    return {
        "version": info.version,
        "settings": dict(info.settings),
        "encoder": info.encoder,
        "started": info.started.isoformat(timespec="seconds"),
        "finished": info.finished.isoformat(timespec="seconds"),
        "notes": list(info.notes),
    }


def article_row(article: Article) -> Row:
    """One entry of `articles`."""
    return {
        "id": article.id,
        "path": article.path,
        "lang": article.lang,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "title": article.title,
        "url": article.url,
        "copies": [{"path": copy.path, "outlet": copy.outlet} for copy in article.copies],
    }


def claim_row(claim: Claim, run: Run, cluster_of: Mapping[str, str], article: Article) -> Row:
    """One entry of `claims`."""
    return {
        "id": claim.id,
        "article": claim.article_id,
        "lang": claim.lang,
        "kind": claim.kind,
        "subject": run.name_of(claim.subject),
        "object": run.object_of(claim),
        "value": _value(claim.value),
        "state": claim.state,
        "manner": claim.manner,
        "as_of": claim.as_of,
        "status": claim.status.value,
        "negated": claim.negated,
        "superseded": claim.superseded,
        "attribution": claim.attribution,
        "quote": claim.quote,
        "start": claim.span.start,
        "end": claim.span.end,
        "sentence": claim.sentence.of(article.text),
        "confidence": claim.confidence,
        "cluster": cluster_of.get(claim.id),
    }


def _value(value: Quantity | None) -> Row | None:
    if value is None:
        return None
    return {
        "low": plain_number(value.low),
        "high": plain_number(value.high),
        "unit": value.unit,
        "approximate": value.approximate,
    }


def plain_number(value: Decimal | None) -> int | float | None:
    """A whole number where it is one, so that 14300000000 is not written as 1.43e10."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def cluster_row(cluster: Cluster, run: Run) -> Row:
    """One entry of `clusters`."""
    return {
        "id": cluster.id,
        "kind": cluster.kind,
        "subject": run.name_of(cluster.subject),
        "object": run.name_of(cluster.object),
        "claims": list(cluster.claim_ids),
        "languages": list(cluster.languages),
        "relation": cluster.relation.value,
    }


def finding_row(found: Disagreement, run: Run) -> Row:
    """One entry of `findings`."""
    return {
        "id": found.id,
        "cluster": found.cluster_id,
        "verdict": found.verdict.value,
        "dimension": found.dimension.value,
        "kind": found.kind,
        "subject": run.name_of(found.subject),
        "object": run.name_of(found.object),
        "severity": found.severity,
        "severity_parts": dict(found.severity_parts),
        "why": found.why,
        "rule": found.rule,
        "positions": [_position_row(position) for position in found.positions],
    }


def _position_row(position: Position) -> Row:
    return {
        "says": position.says,
        "claims": list(position.claim_ids),
        "languages": list(position.languages),
        "outlets": list(position.outlets),
    }
