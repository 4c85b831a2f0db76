"""One entity over all articles of a run: names pooled, matched across scripts, projected, and references resolved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.entities.resolution import resolve_names
from checker.entities.table import EntityTable, PossibleMatch
from claims.article import Article
from claims.entities.aliases import AliasTable
from claims.entities.mention import Mention

__all__ = ["EntityTable", "PossibleMatch", "resolve_entities"]


def resolve_entities(
    articles: Sequence[Article], mentions: Mapping[str, Sequence[Mention]], aliases: AliasTable
) -> EntityTable:
    """Link the names of a run to entities; the order of the articles makes no difference.

    `mentions` holds what `find_mentions` found, by article id. Names nobody is sure of stay out unless other articles know
    them; names other articles are sure of are found where they were missed.
    """
    return resolve_names(sorted(articles, key=lambda article: article.id), mentions, aliases)
