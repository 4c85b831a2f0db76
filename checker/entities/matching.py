"""Which names of a run are one entity: compared in blocks, joined from the surest pair down, never against a veto."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.entities.name_types import NameType
from claims.entities.aliases import AliasTable
from claims.entities.forms.name_forms import read_forms
from claims.entities.forms.skeleton import class_string
from claims.entities.gazetteer import find_place
from claims.entities.mention import EntityKind
from claims.entities.names import NameComparison, compare_names

_SHORT_SKELETON = 3
_SHARED_CONTEXT = 2
_LIKELY = 0.55
_LARGEST_BLOCK = 400
"""A block with more names than this tells nothing; its names still meet in their other blocks."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two forms and what comparing them said."""

    first: str
    second: str
    score: float
    verdict: str
    reason: str


class Groups:
    """Names that were joined; two that were found to be different stay apart, and so does what is joined to them."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._parent = {form: form for form in forms}
        self._members = {form: [form] for form in self._parent}
        self._apart: dict[str, set[str]] = defaultdict(set)

    def find(self, form: str) -> str:
        """The form that stands for the group."""
        while self._parent[form] != form:
            self._parent[form] = self._parent[self._parent[form]]
            form = self._parent[form]
        return form

    def keep_apart(self, a: str, b: str) -> None:
        """Forbid that the two are ever joined."""
        one, two = self.find(a), self.find(b)
        if one != two:
            self._apart[one].add(two)
            self._apart[two].add(one)

    def may_join(self, a: str, b: str) -> bool:
        """Whether nothing forbids it."""
        return self.find(b) not in self._apart[self.find(a)]

    def join(self, a: str, b: str) -> bool:
        """Make one group of two; False where that is forbidden."""
        one, two = sorted((self.find(a), self.find(b)))
        if one == two:
            return True
        if not self.may_join(one, two):
            return False
        self._parent[two] = one
        self._members[one] += self._members.pop(two)
        for other in self._apart.pop(two, set()):
            self._apart[other].discard(two)
            self._apart[other].add(one)
            self._apart[one].add(other)
        return True

    def groups(self) -> dict[str, tuple[str, ...]]:
        """Members by the form that stands for them, all sorted."""
        return {form: tuple(sorted(self._members[form])) for form in sorted(self._members)}


Judged = dict[tuple[str, str, EntityKind], NameComparison]
"""What comparing two ways of writing said, so that the same two are compared once in a run."""


def compare_types(types: Mapping[str, NameType], aliases: AliasTable, judged: Judged) -> list[Pair]:
    """Every pair of names that share a block and are or may be one, the surest first; `judged` is read and added to."""
    pairs = []
    for first, second in sorted(_candidate_pairs(types)):
        one, two = types[first], types[second]
        kind = _common_kind(one, two)
        if kind is None:
            continue
        key = (one.shape, two.shape, kind)
        found = judged.get(key) or compare_names(one.shape, two.shape, kind=kind.value, aliases=aliases)
        judged[key] = found
        if found.verdict != "different":
            pairs.append(Pair(first, second, found.score, found.verdict, found.reason))
    return sorted(pairs, key=lambda pair: (-pair.score, pair.first, pair.second))


def _common_kind(one: NameType, two: NameType) -> EntityKind | None:
    """The kind under which two names are compared: their own, or the surer one's; None for a person and no person."""
    if one.kind is two.kind:
        return one.kind
    if one.script != two.script:
        return max((one, two), key=lambda each: (max(each.kinds.values()), each.form)).kind
    surer = max((one, two), key=lambda each: (max(each.kinds.values()), each.form))
    weaker = two if surer is one else one
    share = weaker.kinds[surer.kind] / max(1, sum(weaker.kinds.values()))
    if EntityKind.PERSON in (one.kind, two.kind) and share < 0.2:
        return None
    return surer.kind


def _candidate_pairs(types: Mapping[str, NameType]) -> set[tuple[str, str]]:
    blocks: dict[str, list[str]] = defaultdict(list)
    for form, each in types.items():
        for key in set(_keys(each)):
            blocks[key].append(form)
    return {pair for block in blocks.values() if len(block) <= _LARGEST_BLOCK for pair in _pairs_in(block)}


def _pairs_in(block: Sequence[str]) -> Iterator[tuple[str, str]]:
    ordered = sorted(block)
    for index, first in enumerate(ordered):
        for second in ordered[index + 1 :]:
            yield first, second


def _keys(each: NameType) -> Iterator[str]:
    """The consonants of the name, and the same with one left out, so that two that differ in one or two meet."""
    forms = read_forms(each.shape, each.kind.value)
    skeletons = {forms.classes}
    if forms.spelled:
        skeletons.add(class_string(forms.spelled.replace(" ", "")))
    if each.kind is EntityKind.PERSON and len(forms.roman) > 1:
        skeletons.add(class_string(forms.roman[0]) + class_string(forms.roman[-1]))
    for skeleton in skeletons:
        if len(skeleton) < _SHORT_SKELETON:
            yield f"{skeleton}:{len(forms.words)}:{''.join(forms.roman)[:1]}"
        yield skeleton if len(skeleton) >= _SHORT_SKELETON else f"{skeleton}:{len(forms.words)}"
        if len(skeleton) >= _SHORT_SKELETON:
            yield from {skeleton[:i] + skeleton[i + 1 :] for i in range(len(skeleton))}


def forbid(types: Mapping[str, NameType], groups: Groups, together: Iterable[Sequence[NameType]], aliases: AliasTable) -> None:
    """Keep apart what the alias table knows for two, and what one article writes as two different names in one script."""
    known = {form: known_name(each, aliases) for form, each in types.items()}
    first: dict[str, str] = {}
    for form in sorted(types):
        name = known[form]
        if name is not None:
            groups.join(first.setdefault(name, form), form)
    for present in together:
        for index, one in enumerate(present):
            for two in present[index + 1 :]:
                names = known[one.form], known[two.form]
                if (None not in names and names[0] != names[1]) or _are_two_names(one, two, aliases):
                    groups.keep_apart(one.form, two.form)


def known_name(each: NameType, aliases: AliasTable) -> str | None:
    """The English name that the alias table or, for a place, CLDR has for a name; None where neither knows it."""
    entry = aliases.find(each.shape, each.kind.value)
    if entry is not None:
        return entry.name
    if each.kind is EntityKind.PERSON:
        return None
    return next((place for lang in sorted(each.langs) if (place := find_place(each.shape, lang)) is not None), None)


def _are_two_names(one: NameType, two: NameType, aliases: AliasTable) -> bool:
    """Whether two names of one article and script share a word and yet are not one, like a firm and its former daughter."""
    if one.script != two.script or set(one.words).isdisjoint(two.words):
        return False
    return compare_names(one.shape, two.shape, kind=one.kind.value, aliases=aliases).verdict != "same"


def join_pairs(pairs: Sequence[Pair], types: Mapping[str, NameType], groups: Groups) -> list[Pair]:
    """Join what is the same, then what may be and is said in the same company; what is left may be one."""
    for pair in pairs:
        if pair.verdict == "same":
            groups.join(pair.first, pair.second)
    company = company_of(types, groups)
    left = []
    for pair in pairs:
        one, two = groups.find(pair.first), groups.find(pair.second)
        if pair.verdict == "same" or one == two or not groups.may_join(one, two):
            continue
        across = types[pair.first].script != types[pair.second].script
        if across and pair.score >= _LIKELY and len(company[pair.first] & company[pair.second]) >= _SHARED_CONTEXT:
            groups.join(one, two)
        else:
            left.append(pair)
    return left


def company_of(types: Mapping[str, NameType], groups: Groups) -> dict[str, frozenset[str]]:
    """For each name, the groups that are named in its articles."""
    by_article: dict[str, set[str]] = defaultdict(set)
    for form, each in types.items():
        for article_id in each.articles:
            by_article[article_id].add(groups.find(form))
    return {
        form: frozenset(group for article_id in each.articles for group in by_article[article_id]) - {groups.find(form)}
        for form, each in types.items()
    }
