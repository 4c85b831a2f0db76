"""Where organisations come from, as the words around their names say it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.article import Article
from claims.entities.mention import EntityKind, Mention
from claims.entities.mentions import view_of
from claims.entities.references import describing_demonyms, describing_places, scene_of
from claims.lang.pack import Pack


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an entity comes from: the beginnings of adjectives that say so, and the entities of places."""

    demonyms: frozenset[str]
    places: frozenset[str]

    def joined(self, other: Origin) -> Origin:
        """What either says."""
        return Origin(self.demonyms | other.demonyms, self.places | other.places)


NOWHERE = Origin(frozenset(), frozenset())


def find_origins(article: Article, pack: Pack, names: Sequence[Mention]) -> dict[str, Origin]:
    """The origins of the organisations that an article describes so, by entity; `names` are linked."""
    scene = scene_of(view_of(article.text, pack), names)
    found: dict[str, Origin] = defaultdict(lambda: NOWHERE)
    for mention in names:
        if mention.kind is EntityKind.ORGANISATION and mention.entity_id is not None:
            said = Origin(frozenset(describing_demonyms(scene, mention)), frozenset(describing_places(scene, mention)))
            found[mention.entity_id] = found[mention.entity_id].joined(said)
    return dict(found)


def join_origins(rows: Iterable[Mapping[str, Origin]]) -> dict[str, Origin]:
    """What several articles say, together."""
    found: dict[str, Origin] = defaultdict(lambda: NOWHERE)
    for row in rows:
        for entity, origin in row.items():
            found[entity] = found[entity].joined(origin)
    return dict(found)
