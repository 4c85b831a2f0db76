"""One run, from paths to disagreements: every stage in order, each a function over the one before."""

from __future__ import annotations

import importlib.metadata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import BinaryIO

from checker.chronology import reference_dates, stated_dates
from checker.cluster import Vectors, cluster_claims
from checker.disagreements import World, build_cluster, find_disagreement
from checker.encoders import Encoder, load_encoder
from checker.encoders.masking import mask_values
from checker.engine.processes import map_items
from checker.entities import EntityTable, resolve_entities
from checker.progress import Progress, no_progress
from checker.results import Disagreement, Run, RunInfo
from checker.settings import Settings
from claims.article import Article, Skipped
from claims.claim import Claim
from claims.entities.aliases import load_aliases
from claims.entities.mention import Mention
from claims.entities.mentions import find_mentions
from claims.extract import extract_claims
from claims.lang import load_pack
from claims.quantities import find_quantities
from claims.quantities.quantity import Quantity
from claims.readers import load_articles


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read and pulled out of a run's articles, before anything is compared."""

    articles: tuple[Article, ...]
    table: EntityTable
    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]


def check(
    paths: Sequence[str], settings: Settings, *, stdin: BinaryIO | None = None, progress: Progress = no_progress
) -> Run:
    """Read the articles under `paths` and find where they disagree.

    `EncoderError` or `PackError` where the settings name something that cannot be used; articles that cannot be read are
    in `skipped`.
    """
    started = datetime.now(UTC)
    encoder = load_encoder(settings.encoder)
    extraction = extract(paths, settings, stdin=stdin, progress=progress)
    articles = {article.id: article for article in extraction.articles}
    world = World(articles, extraction.table.entities, stated_dates(extraction.articles), settings.update_days)
    by_id = {claim.id: claim for claim in extraction.claims}
    vectors = embed_claims(extraction.claims, articles, encoder)
    groups = cluster_claims(extraction.claims, vectors, encoder.join)
    clusters = [build_cluster(group, world) for group in progress(groups, "Comparing", len(groups))]
    found = [find_disagreement(c, [by_id[name] for name in c.claim_ids], world) for c in clusters]
    info = RunInfo(_version(), settings.as_dict(), encoder.name, started, datetime.now(UTC))
    return Run(
        info=info,
        articles=extraction.articles,
        claims=extraction.claims,
        entities=extraction.table.entities,
        clusters=tuple(clusters),
        disagreements=_ranked([d for d in found if d is not None and d.severity >= settings.min_severity]),
        skipped=extraction.skipped,
    )


def extract(
    paths: Sequence[str], settings: Settings, *, stdin: BinaryIO | None = None, progress: Progress = no_progress
) -> Extraction:
    """Read the articles, link their mentions over the run, and pull the claims out of each."""
    reading = load_articles(list(paths), lang=settings.lang, stdin=stdin)
    articles = reading.articles
    found = map_items(_mentions_of, articles, settings.jobs)
    mentions = {article.id: held for article, held in zip(articles, progress(found, "Names", len(articles)), strict=True)}
    table = resolve_entities(articles, mentions, load_aliases(settings.aliases))
    names = {entity.id: entity.name for entity in table.entities.values()}
    dates = reference_dates(articles)
    work = [(replace(article, published=dates[article.id]), table.mentions[article.id]) for article in articles]
    pulled = map_items(partial(_claims_of, names=names, spread=_spread(table)), work, settings.jobs)
    claims = [claim for held in progress(pulled, "Claims", len(work)) for claim in held]
    return Extraction(articles, table, tuple(claims), reading.skipped)


def _mentions_of(article: Article) -> tuple[Mention, ...]:
    return find_mentions(article, load_pack(article.lang))


def _claims_of(
    work: tuple[Article, tuple[Mention, ...]], names: Mapping[str, str], spread: Mapping[str, float]
) -> list[Claim]:
    article, mentions = work
    return extract_claims(article, mentions, names, spread)


def _spread(table: EntityTable) -> Mapping[str, float]:
    """The share of the run's articles that name each entity."""
    named = Counter(entity for held in table.mentions.values() for entity in {mention.entity_id for mention in held})
    return {entity: count / len(table.mentions) for entity, count in named.items() if entity is not None}


def embed_claims(claims: Sequence[Claim], articles: Mapping[str, Article], encoder: Encoder) -> Vectors:
    """A vector for each claim, of its sentence with the figures masked: what it is about, not how much it says."""
    figures = {name: find_quantities(articles[name].text, articles[name].lang) for name in {c.article_id for c in claims}}
    texts = [_masked(claim, articles[claim.article_id], figures[claim.article_id]) for claim in claims]
    vectors = encoder.encode(texts)
    return {claim.id: vector for claim, vector in zip(claims, vectors, strict=True)}


def _masked(claim: Claim, article: Article, figures: Sequence[Quantity]) -> str:
    sentence = claim.sentence
    inside = [figure.span.shifted(-sentence.start) for figure in figures if sentence.contains(figure.span)]
    return mask_values(sentence.of(article.text), [(span.start, span.end) for span in inside])


def _ranked(found: Sequence[Disagreement]) -> tuple[Disagreement, ...]:
    return tuple(sorted(found, key=lambda d: (-d.severity, d.kind, d.id)))


def _version() -> str:
    return importlib.metadata.version("rashomon")


def as_run(extraction: Extraction, settings: Settings) -> Run:
    """An extraction in the form that reports read: claims that nobody has compared."""
    now = datetime.now(UTC)
    info = RunInfo(_version(), settings.as_dict(), "none", now, now)
    return Run(info, extraction.articles, extraction.claims, extraction.table.entities, (), (), extraction.skipped)
