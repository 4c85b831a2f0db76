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


def extract_claims(article: Article, mentions: Sequence[Mention], names: Mapping[str, str]) -> list[Claim]:
    """Every claim of an article, in text order.

    `mentions` are those of the article, linked to entities of the run; `names` maps entity ids to display names.
    `KeyError` where the article's language has no pack.
    """
    passages = find_passages(article, mentions, load_pack(article.lang))
    claims: dict[str, Claim] = {}
    for draft in _find_drafts(passages):
        claim = finish_claim(draft, dict(names))
        claims.setdefault(claim.id, claim)
    return sorted(claims.values(), key=lambda claim: (claim.span.start, claim.span.end, claim.kind, claim.id))


def _find_drafts(passages: Sequence[Passage]) -> Iterator[Draft]:
    salience = entity_salience(passages)
    topics = _topics(passages, salience)
    last_subject: str | None = None
    carried: Draft | None = None
    for passage in passages:
        figures = find_figures(passage, salience, topics, last_subject, carried)
        carried = figures[-1] if figures else None
        drafts = [
            *figures,
            *find_states(passage, salience, topics, last_subject),
            *find_events(passage, salience, topics, last_subject),
        ]
        yield from drafts
        last_subject = _subject_after(passage, drafts) or last_subject


def _subject_after(passage: Passage, drafts: Sequence[Draft]) -> str | None:
    """Whom the next sentence goes on about: this one's first organisation."""
    for mention in passage.mentions:
        if mention.kind is EntityKind.ORGANISATION and mention.entity_id is not None:
            return mention.entity_id
    return next((draft.subject.entity_id for draft in drafts if draft.subject is not None), None)


def _topics(passages: Sequence[Passage], salience: Mapping[str, float]) -> tuple[tuple[str, EntityKind], ...]:
    kinds = {m.entity_id: m.kind for passage in passages for m in passage.mentions if m.entity_id is not None}
    order = sorted(salience, key=lambda entity: (-salience[entity], entity))
    return tuple((entity, kinds[entity]) for entity in order)
