"""A small run with a hostile article, for the tests of what people see."""

from __future__ import annotations

from datetime import UTC, datetime

from checker.disagreements import World, build_cluster, find_disagreement
from checker.results import Run, RunInfo
from claims.article import Article, Skipped, Span
from claims.claim import Claim
from tests.factories import make_article, make_claim, make_entity, make_quantity

HOSTILE = "<script>alert(1)</script>"
FORMULA = "=HYPERLINK(\"https://example.org\";\"14.8 billion\") dollars"
RTL = "استحوذت الشركة على الحصة مقابل 14.3 مليار دولار."


def _claim(name: str, article: Article, low: int, quote: str) -> Claim:
    start = article.text.index(quote)
    sentence = Span(start, article.text.find("\n", start) if "\n" in article.text[start:] else len(article.text))
    return make_claim(
        name, article_id=article.id, lang=article.lang, kind="deal_value", value=make_quantity(low, low), quote=quote,
        span=Span(start, start + len(quote)), sentence=sentence,
    )  # fmt: skip


def make_run() -> Run:
    """Two articles that disagree: one in Arabic, one full of markup and formulas."""
    plain = make_article("ar.txt", lang="ar", text=RTL, outlet="المرفأ", title=None)
    evil = make_article(
        "evil.txt", text=f"{HOSTILE}\n{FORMULA} {HOSTILE}", outlet=f"{HOSTILE}\u202e", title=HOSTILE, url="javascript:alert(1)"
    )
    claims = (_claim("a1", plain, 14_300_000_000, RTL[:-1]), _claim("b1", evil, 14_800_000_000, FORMULA))
    articles = {article.id: article for article in (plain, evil)}
    entities = {entity.id: entity for entity in (make_entity("Alpha"),)}
    world = World(articles, entities, {}, 7)
    cluster = build_cluster(claims, world)
    found = find_disagreement(cluster, claims, world)
    assert found is not None
    now = datetime(2025, 6, 1, tzinfo=UTC)
    info = RunInfo("0", {"encoder": "hashed"}, "hashed", now, now)
    skipped = (Skipped(f"{HOSTILE}.txt", "empty"),)
    return Run(info, (plain, evil), claims, entities, (cluster,), (found,), skipped)
