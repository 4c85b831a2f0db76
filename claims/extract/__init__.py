"""From an article and its linked mentions to claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claims.article import Article
from claims.claim import Claim
from claims.entities.mention import EntityKind, Mention
from claims.extract.draft import Draft, finish_claim
from claims.extract.figures import find_figures
from claims.extract.salience import entity_salience
from claims.extract.states import find_events, find_states
from claims.lang import load_pack
from claims.passage import Passage, find_passages

__all__ = ["extract_claims"]


def extract_claims(
    article: Article, mentions: Sequence[Mention], names: Mapping[str, str], spread: Mapping[str, float] | None = None
) -> list[Claim]:
    """Every claim of an article, in text order.

    `mentions` are those of the article, linked to entities of the run; `names` maps entity ids to display names; `spread` is
    the share of the run's articles that name an entity: whom all of them name, the story is about. `KeyError` where the
    article's language has no pack.
    """
    passages = find_passages(article, mentions, load_pack(article.lang))
    claims: dict[str, Claim] = {}
    for draft in _find_drafts(passages, entity_salience(passages, spread or {})):
        claim = finish_claim(draft, dict(names))
        claims.setdefault(claim.id, claim)
    return sorted(claims.values(), key=lambda claim: (claim.span.start, claim.span.end, claim.kind, claim.id))


def _find_drafts(passages: Sequence[Passage], salience: Mapping[str, float]) -> Iterator[Draft]:
    topics = _topics(passages, salience)
    carried: Draft | None = None
    pair: tuple[str, str] | None = None
    for passage in passages:
        figures = find_figures(passage, salience, topics, carried, pair)
        drafts = [*figures, *find_states(passage, salience, topics), *find_events(passage, salience, topics)]
        yield from drafts
        carried = figures[-1] if figures else None
        pair = _pair(drafts)


def _pair(drafts: Sequence[Draft]) -> tuple[str, str] | None:
    """The two entities that a sentence's claims are about, where one of them names both."""
    named = [(d.subject, d.object) for d in drafts if d.subject is not None and d.object is not None]
    return next(((one.entity_id, two.entity_id) for one, two in named if one.mention and two.mention), None)


def _topics(passages: Sequence[Passage], salience: Mapping[str, float]) -> tuple[tuple[str, EntityKind], ...]:
    """The article's entities with their kind, in falling order of salience."""
    kinds = {m.entity_id: m.kind for passage in passages for m in passage.mentions if m.entity_id is not None}
    order = sorted(salience, key=lambda entity: (-salience[entity], entity))
    return tuple((entity, kinds[entity]) for entity in order)
