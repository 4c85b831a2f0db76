"""Which full name a short one stands for, article by article: "Scale" for Scale AI, a surname for a person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from checker.entities.name_types import NameType, name_form, types_by_article
from claims.article import Article
from claims.entities.firm_words import firm_words
from claims.entities.forms.inflection import find_bases, same_word
from claims.entities.forms.spelling import same_spelling
from claims.entities.mention import EntityKind, Mention

_LEAD = 0.3
"""A full name first seen in this share of the article introduces who the article is about."""

_INITIALS = 4
_ANY_FIRM = frozenset({"group", "gruppe", "groupe", "grupo", "gruppo", "holding", "holdings", "bank", "company"})
"""Words behind initials that tell no line of business."""

_UNSPACED = frozenset({"han", "kana", "hangul"})
_SHARED_COMPANY = 2
_RUN_SHARE = 0.6
"""The share of articles that must agree before a short name means the same in articles that never say the full one."""


def link_short_forms(
    articles: Sequence[Article],
    types: Mapping[str, NameType],
    mentions: Mapping[str, Sequence[Mention]],
    known: Collection[str],
) -> tuple[dict[tuple[str, str], str], dict[str, str]]:
    """(article, short form) -> full form, and short form -> full form for articles that have no link of their own.

    Forms in `known` mean an entity of the alias table wherever they stand, and are short for nothing else.
    """
    lengths = {article.id: max(1, len(article.text)) for article in articles}
    local: dict[tuple[str, str], str] = {}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for article_id, present in sorted(types_by_article(types.values()).items()):
        first = _text_places(mentions[article_id])
        for short in present:
            if short.form in known:
                continue
            full = _full_form(short, present, first, lengths.get(article_id, 1))
            if full is not None:
                local[article_id, short.form] = full.form
            votes[short.form][full.form if full is not None else ""] += 1
    return local, _agreed(votes)


def adopt_lonely(
    types: Mapping[str, NameType],
    linked: Collection[str],
    agreed: dict[str, str],
    company: Mapping[str, frozenset[str]],
) -> None:
    """Add to `agreed` the short names that only one full name of the run fits, where both are named in the same company.

    `company` holds for each name what else its articles name. A short name that an article uses beside the full one without
    meaning it, and one that is `linked` already, stays as it is.
    """
    by_word: dict[str, list[NameType]] = defaultdict(list)
    for full in types.values():
        for word in {base for each in {full.words[0], full.words[-1]} for base in find_bases(each, full.script)}:
            by_word[word].append(full)
    for form, short in types.items():
        if form in linked or form in agreed or not short.words:
            continue
        near = {full.form: full for word in find_bases(short.words[0], short.script) for full in by_word.get(word, ())}
        fits = [full for full in near.values() if full.kind is short.kind and is_short_for(short, full)]
        fits = [full for full in fits if not short.articles & full.articles]
        fits = [full for full in fits if len(company[form] & company[full.form]) >= _SHARED_COMPANY]
        if len(fits) == 1:
            agreed[form] = fits[0].form


def _agreed(votes: Mapping[str, Counter[str]]) -> dict[str, str]:
    found = {}
    for short, counts in votes.items():
        links = {full: count for full, count in counts.items() if full}
        if links:
            best = min(links, key=lambda full: (-links[full], full))
            if links[best] >= _RUN_SHARE * sum(links.values()):
                found[short] = best
    return found


def _text_places(mentions: Sequence[Mention]) -> dict[str, list[int]]:
    """Where in the text each form stands, in order."""
    places: dict[str, list[int]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda mention: mention.span):
        places[name_form(mention)].append(mention.span.start)
    return places


def _full_form(
    short: NameType, present: Sequence[NameType], places: Mapping[str, Sequence[int]], length: int
) -> NameType | None:
    """The one longer name of the article that `short` stands for; None where it stands for itself or for one of several."""
    fits = [full for full in present if is_short_for(short, full)]
    fits = [full for full in fits if _introduces(places[full.form], places[short.form], length, full)]
    if not fits:
        return None
    ranked = sorted(fits, key=lambda full: (places[full.form][0], -len(places[full.form]), full.form))
    return ranked[0]


def _introduces(full: Sequence[int], short: Sequence[int], length: int, each: NameType) -> bool:
    """Whether the full name comes early enough: in the lead, or before the short one but for a headline."""
    earlier = sum(place < full[0] for place in short)
    if each.kind is EntityKind.PERSON:
        return earlier <= 1
    return earlier == 0 or (full[0] < _LEAD * length and earlier <= 2)


def is_short_for(short: NameType, full: NameType) -> bool:
    """Whether the words of `short` begin a longer name, end a person's name, or are its initials."""
    if short.script != full.script:
        return False
    if full.script in _UNSPACED:
        return len(short.form) > 1 and len(full.form) > len(short.form) + 1 and full.form.startswith(short.form)
    if len(short.words) >= len(full.words):
        return False
    if (short.kind is EntityKind.PLACE) != (full.kind is EntityKind.PLACE):
        return False
    if full.kind is EntityKind.PERSON:
        return len(short.words) == 1 and _same(short.words[0], full.words[-1], full.script)
    begins = all(_same(a, b, full.script) for a, b in zip(short.words, full.words, strict=False))
    head = begins and not _is_line_of_group(short, full)
    tail = len(short.words) == 1 and _same(short.words[0], full.words[-1], full.script)
    return head or tail or _is_acronym(short, full)


def _is_line_of_group(short: NameType, full: NameType) -> bool:
    """Whether initials are the name of a group and the words behind them that of one of its businesses: XYZ and XYZ Trucks."""
    initials = len(short.words) == 1 and len(short.form) <= _INITIALS and short.shape.isupper()
    rest = set(full.words[1:]) - {"&"}
    return initials and short.words[0] == full.words[0] and bool(rest) and rest <= firm_words() - _ANY_FIRM


def _is_acronym(short: NameType, full: NameType) -> bool:
    if len(short.words) != 1 or len(full.words) < 3 or not short.shape.isupper():
        return False
    return short.form == "".join(word[0] for word in full.words)


def _same(a: str, b: str, script: str) -> bool:
    return same_word(a, b, script) or same_spelling(a, b, script)
