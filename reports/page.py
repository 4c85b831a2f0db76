"""report.html: one self-contained page that shows each disagreement with its evidence."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.results import Run
from claims.kinds import load_kinds
from reports.report import Row, report_dict
from reports.terminal import in_order

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = Path(__file__).parent
_SAFE_LINKS = ("http://", "https://")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415

    return Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _shown(value: object) -> object:
    """What of a value stands on the page. Our own markup passes as it is."""
    return in_order(value) if type(value) is str else value


def report_page(run: Run) -> bytes:
    """The page as UTF-8. Everything that comes from articles is escaped; nothing is loaded from anywhere."""
    style = (_FOLDER / "static" / "report.css").read_text(encoding="utf-8")
    script = (_FOLDER / "static" / "report.js").read_text(encoding="utf-8")
    page = _environment().get_template("report.html").render(
        **_context(run), style=style, script=script, style_hash=_hash(style), script_hash=_hash(script)
    )
    return page.encode("utf-8", "backslashreplace")


def _hash(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _context(run: Run) -> dict[str, Any]:
    report = report_dict(run)
    claims = {row["id"]: row for row in report["claims"]}
    articles = {row["id"]: row for row in report["articles"]}
    findings = [_finding(row, claims, articles) for row in report["findings"]]
    return {
        "report": report,
        "findings": findings,
        "contradictions": sum(row["verdict"] == "contradiction" for row in findings),
        "kinds": sorted({(row["label"], row["kind"]) for row in findings}),
        "languages": sorted({row["lang"] for row in report["articles"]}),
        "articles": [_article(row, report["claims"]) for row in report["articles"]],
    }


def _article(row: Row, claims: list[Row]) -> Row:
    return {**row, "link": safe_link(row["url"]), "claims": sum(claim["article"] == row["id"] for claim in claims)}


def safe_link(url: str | None) -> str | None:
    """The address where it is one a browser may follow, else None."""
    return url if url is not None and url.lower().startswith(_SAFE_LINKS) else None


def _finding(row: Row, claims: dict[str, Row], articles: dict[str, Row]) -> Row:
    positions = []
    for position in row["positions"]:
        held = sorted((claims[name] for name in position["claims"]), key=lambda claim: (-claim["confidence"], claim["id"]))
        positions.append({**position, "evidence": [_evidence(claim, articles[claim["article"]]) for claim in held]})
    languages = sorted({language for position in row["positions"] for language in position["languages"]})
    return {**row, "label": load_kinds()[row["kind"]].label, "positions": positions, "languages": languages}


def _evidence(claim: Row, article: Row) -> Row:
    """A claim with its sentence cut in three, so that the decisive words can be marked."""
    sentence: str = claim["sentence"]
    at = sentence.find(claim["quote"])
    cut = (sentence[:at], claim["quote"], sentence[at + len(claim["quote"]) :]) if at >= 0 else (sentence, "", "")
    return {
        **claim,
        "before": cut[0],
        "marked": cut[1],
        "after": cut[2],
        "outlet": article["outlet"] or article["id"],
        "published": article["published"],
        "link": safe_link(article["url"]),
        "direction": "rtl" if _is_rtl(claim["lang"]) else "ltr",
    }


@cache
def _is_rtl(lang: str) -> bool:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        return str(Locale.parse(lang).text_direction) == "rtl"
    except (UnknownLocaleError, ValueError):
        return False
