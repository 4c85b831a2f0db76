"""The steps from the names of a run to its entities."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from checker.entities.canonical import display_name, entity_ids, find_entry, other_names
from checker.entities.matching import Groups, Judged, Pair, company_of, compare_types, forbid, join_pairs, known_name
from checker.entities.name_types import NameType, collect_types, name_form, types_by_article
from checker.entities.projection import project_names
from checker.entities.short_forms import adopt_lonely, link_short_forms
from checker.entities.table import EntityTable, PossibleMatch
from checker.entities.translated import join_translated
from claims.article import Article
from claims.entities.aliases import AliasTable
from claims.entities.mention import Entity, EntityKind, Mention
from claims.entities.origins import Origin, find_origins, join_origins
from claims.entities.salience import resolve_references
from claims.lang import load_pack, pack_codes
from claims.lang.pack import Pack

SURE = 0.5
"""A name below this needs a second article, or a surer mention elsewhere, to count."""


@dataclass(frozen=True, slots=True)
class _Linked:
    """The names of a run, joined: `full` names the form a short one stands for, by article."""

    types: Mapping[str, NameType]
    groups: Groups
    local: Mapping[tuple[str, str], str]
    agreed: Mapping[str, str]
    left: Sequence[Pair]

    def group_of(self, article_id: str, mention: Mention) -> str | None:
        """The group a mention belongs to, None for what is no name."""
        form = name_form(mention)
        if form not in self.types:
            return None
        return self.groups.find(self.local.get((article_id, form)) or self.agreed.get(form) or form)

    def groups_of(self, article_id: str) -> Callable[[Mention], str | None]:
        """`group_of` for one article."""
        return partial(self.group_of, article_id)


def resolve_names(articles: Sequence[Article], mentions: Mapping[str, Sequence[Mention]], aliases: AliasTable) -> EntityTable:
    """The entity table of a run; `articles` come sorted by id."""
    ours = {article.id: tuple(mentions.get(article.id, ())) for article in articles}
    judged: Judged = {}
    linked = _link(articles, ours, aliases, judged)
    ours = project_names(articles, ours, linked.types)
    linked = _link(articles, ours, aliases, judged)
    members = _members(ours, linked)
    kept = {group for group, each in members.items() if _is_supported(each)}
    entities, ids = _entities(members, kept, linked, aliases)
    names = {article_id: _linked_mentions(ours[article_id], linked.groups_of(article_id), ids, entities) for article_id in ours}
    packs = {article.id: load_pack(article.lang) for article in articles if article.lang in pack_codes()}
    told = [find_origins(article, packs[article.id], names[article.id]) for article in articles if article.id in packs]
    origins = join_origins(told)
    table = {article.id: _with_references(article, packs.get(article.id), names[article.id], origins) for article in articles}
    possible = _possible(linked, ids)
    return EntityTable(entities, table, possible)


def _link(
    articles: Sequence[Article], mentions: Mapping[str, Sequence[Mention]], aliases: AliasTable, judged: Judged
) -> _Linked:
    types = collect_types(articles, mentions)
    known = {form for form, each in types.items() if known_name(each, aliases) is not None}
    local, agreed = link_short_forms(articles, types, mentions, known)
    groups = Groups(types)
    forbid(types, groups, types_by_article(types.values()).values(), aliases)
    left = join_pairs(compare_types(types, aliases, judged), types, groups)
    join_translated(types, groups, aliases, company_of(types, groups))
    adopt_lonely(types, known | {short for _, short in local}, agreed, company_of(types, groups))
    return _Linked(types, groups, local, agreed, left)


def _members(mentions: Mapping[str, Sequence[Mention]], linked: _Linked) -> dict[str, list[tuple[str, Mention]]]:
    found: dict[str, list[tuple[str, Mention]]] = defaultdict(list)
    for article_id, row in mentions.items():
        for mention in row:
            group = linked.group_of(article_id, mention)
            if group is not None:
                found[group].append((article_id, mention))
    return dict(found)


def _is_supported(row: Sequence[tuple[str, Mention]]) -> bool:
    best = max(mention.confidence for _, mention in row)
    articles = {article_id for article_id, _ in row}
    return best >= SURE or (len(articles) > 1 and best >= SURE / 2)


def _entities(
    members: Mapping[str, Sequence[tuple[str, Mention]]], kept: set[str], linked: _Linked, aliases: AliasTable
) -> tuple[dict[str, Entity], dict[str, str]]:
    rows = {}
    for group in sorted(kept):
        forms = sorted({name_form(mention) for _, mention in members[group]})
        types = [_restricted(linked.types[form], members[group]) for form in forms]
        kind = _kind(types)
        entry = find_entry(types, kind, aliases)
        kind = EntityKind(entry.kind) if entry is not None else kind
        known = next((name for each in types if (name := known_name(each, aliases)) is not None), None)
        rows[group] = (types, kind, known or display_name(types, kind))
    ids = entity_ids((group, kind, name) for group, (_, kind, name) in rows.items())
    entities = [Entity(ids[group], name, kind, other_names(types, name)) for group, (types, kind, name) in rows.items()]
    return {entity.id: entity for entity in sorted(entities, key=lambda entity: entity.id)}, ids


def _restricted(each: NameType, row: Sequence[tuple[str, Mention]]) -> NameType:
    """A type as far as it belongs to one group: a short form may mean another entity elsewhere."""
    own = [(article_id, mention) for article_id, mention in row if name_form(mention) == each.form]
    kinds: Counter[EntityKind] = Counter()
    for _, mention in own:
        kinds[mention.kind] += round(100 * mention.confidence)
    return NameType(
        form=each.form,
        script=each.script,
        places=[(article_id, mention.span.start) for article_id, mention in own],
        kinds=kinds,
        shapes=Counter(mention.text for _, mention in own),
        articles={article_id for article_id, _ in own},
        langs=set(each.langs),
        best=max(mention.confidence for _, mention in own),
    )


def _kind(types: Sequence[NameType]) -> EntityKind:
    votes: Counter[EntityKind] = Counter()
    for each in types:
        votes.update(each.kinds)
    return max(EntityKind, key=lambda kind: (votes[kind], kind is EntityKind.ORGANISATION))


def _linked_mentions(
    row: Sequence[Mention],
    group_of: Callable[[Mention], str | None],
    ids: Mapping[str, str],
    entities: Mapping[str, Entity],
) -> tuple[Mention, ...]:
    found = []
    for mention in sorted(row, key=lambda mention: mention.span):
        group = group_of(mention)
        entity_id = ids.get(group) if group is not None else None
        if entity_id is not None:
            found.append(replace(mention, entity_id=entity_id, kind=entities[entity_id].kind))
    return tuple(found)


def _with_references(
    article: Article, pack: Pack | None, names: tuple[Mention, ...], origins: Mapping[str, Origin]
) -> tuple[Mention, ...]:
    """The names of an article and what stands for them; the names alone in a language that has no pack."""
    return names if pack is None else resolve_references(article, pack, names, origins)


def _possible(linked: _Linked, ids: Mapping[str, str]) -> tuple[PossibleMatch, ...]:
    found: dict[tuple[str, str], PossibleMatch] = {}
    for pair in linked.left:
        one, two = (ids.get(linked.groups.find(linked.agreed.get(form, form))) for form in (pair.first, pair.second))
        if one is None or two is None or one == two:
            continue
        key = (min(one, two), max(one, two))
        if key not in found or found[key].score < pair.score:
            found[key] = PossibleMatch(*key, round(pair.score, 3), pair.reason)
    return tuple(found[key] for key in sorted(found))
