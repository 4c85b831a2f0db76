"""The distinct names of a run, with where each was seen: resolution works on these, not on single mentions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from claims.article import Article
from claims.entities.forms.name_forms import canonical_form
from claims.entities.forms.scripts import script_of
from claims.entities.mention import EntityKind, Mention

Place = tuple[str, int]
"""A mention's address: article id and position among that article's mentions."""


@dataclass(slots=True)
class NameType:
    """All mentions of a run that are written alike but for case, legal forms and titles.

    `kinds` holds the summed confidence for each kind, `shapes` how often each way of writing it was seen, `langs` in which
    languages.
    """

    form: str
    script: str
    places: list[Place] = field(default_factory=list)
    kinds: Counter[EntityKind] = field(default_factory=Counter)
    shapes: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)
    langs: set[str] = field(default_factory=set)
    best: float = 0.0

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name."""
        return tuple(self.form.split())

    @property
    def kind(self) -> EntityKind:
        """The kind with the most confidence behind it."""
        return max(EntityKind, key=lambda kind: (self.kinds[kind], kind is EntityKind.ORGANISATION))

    @property
    def shape(self) -> str:
        """The commonest way of writing it, the shortest of equals."""
        return min(self.shapes, key=lambda shape: (-self.shapes[shape], len(shape), shape))


def name_form(mention: Mention) -> str:
    """What names must share to be one type; "" for what is no name."""
    kind = "person" if mention.kind is EntityKind.PERSON else "organisation"
    return canonical_form(mention.text, kind)


def collect_types(articles: Sequence[Article], mentions: Mapping[str, Sequence[Mention]]) -> dict[str, NameType]:
    """The types of a run by their form, in the order of their forms."""
    langs = {article.id: article.lang for article in articles}
    found: dict[str, NameType] = {}
    for article_id in sorted(mentions):
        for index, mention in enumerate(mentions[article_id]):
            form = name_form(mention)
            if not form:
                continue
            each = found.setdefault(form, NameType(form, script_of(form)))
            each.places.append((article_id, index))
            each.kinds[mention.kind] += round(100 * mention.confidence)
            each.shapes[mention.text] += 1
            each.articles.add(article_id)
            each.langs.add(langs.get(article_id, ""))
            each.best = max(each.best, mention.confidence)
    return {form: found[form] for form in sorted(found)}


def types_by_article(types: Iterable[NameType]) -> dict[str, list[NameType]]:
    """The types seen in each article, by their first place there."""
    rows: dict[str, dict[str, tuple[int, NameType]]] = defaultdict(dict)
    for each in types:
        for article_id, index in each.places:
            rows[article_id].setdefault(each.form, (index, each))
    ordered = {key: sorted(row.values(), key=lambda item: (item[0], item[1].form)) for key, row in rows.items()}
    return {key: [each for _, each in row] for key, row in ordered.items()}
