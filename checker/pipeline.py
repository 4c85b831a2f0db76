"""One run, from paths to disagreements: every stage in order, each a function over the one before."""

from __future__ import annotations

import importlib.metadata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, partial
from typing import BinaryIO, TypeVar

from checker.chronology import reference_dates, stated_dates
from checker.cluster import Vectors, cluster_claims
from checker.disagreements import World, build_cluster, find_disagreement
from checker.encoders import Encoder, load_encoder
from checker.encoders.cache import CachedEncoder
from checker.encoders.masking import mask_values
from checker.engine.processes import map_items
from checker.entities import EntityTable, resolve_entities
from checker.progress import Progress, no_progress
from checker.results import Disagreement, Run, RunInfo
from checker.settings import Settings
from claims.article import Article, Skipped
from claims.claim import Claim
from claims.declarations import DeclarationError
from claims.entities.aliases import load_aliases
from claims.entities.mention import Mention
from claims.entities.mentions import find_mentions
from claims.entities.tagger import Tagger, load_tagger
from claims.extract import extract_claims
from claims.lang import load_pack
from claims.quantities import find_quantities
from claims.quantities.quantity import Quantity
from claims.readers import Note, load_articles

T = TypeVar("T")
QUICK = ("embedded", "hashed")
"""Encoders that are faster than reading their vectors back from disk."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read and pulled out of a run's articles, before anything is compared."""

    articles: tuple[Article, ...]
    table: EntityTable
    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]
    notes: tuple[str, ...]


def check(
    paths: Sequence[str], settings: Settings, *, stdin: BinaryIO | None = None, progress: Progress = no_progress
) -> Run:
    """Read the articles under `paths` and find where they disagree.

    `EncoderError` or `PackError` where the settings name something that cannot be used; articles that cannot be read are
    in `skipped`.
    """
    started = datetime.now(UTC)
    encoder = _encoder(settings.encoder)
    extraction = extract(paths, settings, stdin=stdin, progress=progress)
    articles = {article.id: article for article in extraction.articles}
    world = World(articles, extraction.table.entities, stated_dates(extraction.articles), settings.update_days)
    by_id = {claim.id: claim for claim in extraction.claims}
    vectors = embed_claims(extraction.claims, articles, encoder)
    groups = cluster_claims(extraction.claims, vectors, encoder.join)
    clusters = [build_cluster(group, world) for group in progress(groups, "Comparing", len(groups))]
    found = [find_disagreement(c, [by_id[name] for name in c.claim_ids], world) for c in clusters]
    info = RunInfo(_version(), settings.as_dict(), encoder.name, started, datetime.now(UTC), extraction.notes)
    return Run(
        info=info,
        articles=extraction.articles,
        claims=extraction.claims,
        entities=extraction.table.entities,
        clusters=tuple(clusters),
        disagreements=_ranked([d for d in found if d is not None and d.severity >= settings.min_severity]),
        skipped=extraction.skipped,
    )


def _encoder(name: str) -> Encoder:
    """The encoder; the vectors of one that takes long are kept on disk."""
    encoder = load_encoder(name)
    return encoder if name in QUICK else CachedEncoder(encoder)


def extract(
    paths: Sequence[str], settings: Settings, *, stdin: BinaryIO | None = None, progress: Progress = no_progress
) -> Extraction:
    """Read the articles, link their mentions over the run, and pull the claims out of each."""
    reading = load_articles(list(paths), lang=settings.lang, stdin=stdin)
    _tagger(settings.tagger)
    found = map_items(partial(_mentions_of, tagger=settings.tagger), reading.articles, settings.jobs)
    mentions, failed = _sorted_out(reading.articles, progress(found, "Names", len(reading.articles)))
    articles = tuple(article for article in reading.articles if article.id in mentions)
    table = resolve_entities(articles, mentions, load_aliases(settings.aliases))
    names = {entity.id: entity.name for entity in table.entities.values()}
    dates = reference_dates(articles)
    work = [(replace(article, published=dates[article.id]), table.mentions[article.id]) for article in articles]
    pulled = map_items(partial(_claims_of, names=names, spread=_spread(table)), work, settings.jobs)
    held, broken = _sorted_out(articles, progress(pulled, "Claims", len(work)))
    claims = tuple(claim for group in held.values() for claim in group)
    read = tuple(article for article in articles if article.id in held)
    return Extraction(read, table, claims, (*reading.skipped, *failed, *broken), tuple(map(_note, reading.notes)))


def _sorted_out(
    articles: Sequence[Article], results: Iterable[Sequence[T] | Skipped]
) -> tuple[dict[str, Sequence[T]], list[Skipped]]:
    """Results by article id, and the articles that a fault of ours stopped: one must not take the others with it."""
    held: dict[str, Sequence[T]] = {}
    failed: list[Skipped] = []
    for article, result in zip(articles, results, strict=True):
        if isinstance(result, Skipped):
            failed.append(result)
        else:
            held[article.id] = result
    return held, failed


def _fault(article: Article, error: Exception) -> Skipped:
    return Skipped(article.path, f"a fault in Rashomon: {type(error).__name__}: {error}")


def _note(note: Note) -> str:
    return f"{note.article}: {note.text}"


@cache
def _tagger(name: str) -> Tagger:
    """The tagger, loaded once in each process."""
    return load_tagger(name)


def _mentions_of(article: Article, tagger: str) -> tuple[Mention, ...] | Skipped:
    try:
        return find_mentions(article, load_pack(article.lang), _tagger(tagger))
    except DeclarationError:
        raise
    except Exception as error:
        return _fault(article, error)


def _claims_of(
    work: tuple[Article, tuple[Mention, ...]], names: Mapping[str, str], spread: Mapping[str, float]
) -> list[Claim] | Skipped:
    article, mentions = work
    try:
        return extract_claims(article, mentions, names, spread)
    except Exception as error:
        return _fault(article, error)


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
    info = RunInfo(_version(), settings.as_dict(), "none", now, now, extraction.notes)
    return Run(info, extraction.articles, extraction.claims, extraction.table.entities, (), (), extraction.skipped)
