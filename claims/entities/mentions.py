"""The names in one article: what the tagger, the script, the alias table and the rest of the article say, weighed together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from claims.article import Article, Span
from claims.entities.announced import INSTITUTION, find_announced
from claims.entities.candidates import Candidate, View, find_shown, is_generic, is_no_name
from claims.entities.echoes import find_echoes
from claims.entities.folding import is_legal_form
from claims.entities.forms.inflection import rough_stem
from claims.entities.forms.name_forms import canonical_form
from claims.entities.kind_evidence import is_located, judge_kind, may_be_place
from claims.entities.mention import EntityKind, Mention, MentionForm
from claims.entities.spelled_names import KNOWN, find_known
from claims.entities.tagger import TaggedSpan, Tagger, load_tagger
from claims.entities.tokens import Token, find_tokens, word_script
from claims.entities.unspaced import find_unspaced, widened
from claims.lang.pack import Pack

LEAST_CONFIDENCE = 0.3
"""Below this a span is no mention; what lies between this and certainty is for the run to confirm."""

_APOSTROPHES = frozenset("'’ʼ")
_TITLE_SHARE = 0.75
_KIND_WEIGHT = 1.2


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A span with everything that speaks for it."""

    start: int
    end: int
    kind: EntityKind
    confidence: float
    reason: str


@cache
def _default_tagger() -> Tagger:
    return load_tagger()


def find_mentions(article: Article, pack: Pack, tagger: Tagger | None = None) -> tuple[Mention, ...]:
    """The names in an article's text, in order and without overlaps; no entity is told yet (`entity_id` is None).

    `tagger` is the shipped one where it is None. Descriptions, roles and pronouns come later, from the whole run.
    """
    view = view_of(article.text, pack)
    tagged = (tagger or _default_tagger()).find(article.text, article.lang)
    shown = [*find_shown(view), *find_announced(view), *find_unspaced(view)]
    candidates = [*shown, *find_known(view, shown), *_tagged_candidates(view, tagged)]
    weighed = _settle_places(view, _choose(_weigh(view, article.lang, candidates)))
    mentions = [_mention(view, each) for each in weighed]
    mentions = find_echoes(view, mentions)
    return tuple(mention for mention in mentions if mention.confidence >= LEAST_CONFIDENCE and not _is_outlet(mention, article))


def view_of(text: str, pack: Pack) -> View:
    """The tokens of a text beside the words of its language."""
    tokens = find_tokens(text)
    return View(text, tokens, pack.entities, _titled_lines(text, tokens, pack.entities.noun_capitals))


def _titled_lines(text: str, tokens: Sequence[Token], noun_capitals: bool) -> frozenset[int]:
    """Tokens of the lines in which nearly every long word has a capital."""
    lines: dict[int, list[int]] = defaultdict(list)
    line, before = 0, 0
    for index, token in enumerate(tokens):
        line += text.count("\n", before, token.start)
        before = token.start
        lines[line].append(index)
    titled: set[int] = set()
    for indices in lines.values():
        words = [tokens[i] for i in indices if len(tokens[i].text) > 3 and tokens[i].text.lower() != tokens[i].text.upper()]
        closed = tokens[indices[-1]].text in ".:;"
        capitals = sum(word.is_capitalised for word in words)
        if len(words) >= 4 and not closed and not noun_capitals and capitals > _TITLE_SHARE * len(words):
            titled.update(indices)
    return frozenset(titled)


def _tagged_candidates(view: View, tagged: Iterable[TaggedSpan]) -> Iterable[Candidate]:
    starts = {token.start: index for index, token in enumerate(view.tokens)}
    ends = {token.end: index + 1 for index, token in enumerate(view.tokens)}
    for each in tagged:
        start, end = starts.get(each.span.start), ends.get(each.span.end)
        if start is not None and end is not None:
            end = _without_suffix(view, start, end)
            yield widened(view, Candidate(start, end, each.kind, 0.95 * each.confidence, "the tagger"))


def _without_suffix(view: View, start: int, end: int) -> int:
    """Before the apostrophe that joins an ending to a name: Vestel'den, Google's."""
    if end - start > 2 and view.tokens[end - 2].text in _APOSTROPHES and view.tokens[end - 1].text[0].islower():
        return end - 2
    return end


def _weigh(view: View, lang: str, candidates: Iterable[Candidate]) -> list[_Weighed]:
    """One row for each span, its confidence the chance that not all its reasons are wrong."""
    by_span: dict[tuple[int, int], list[Candidate]] = defaultdict(list)
    for each in candidates:
        start, end = _bounds(view, each.start, each.end)
        if start < end and not is_generic(view, start, end) and not (end - start == 1 and is_no_name(view, start)):
            by_span[start, end].append(each)
    rows = []
    for (start, end), reasons in by_span.items():
        wrong = 1.0
        for each in {each.reason: each for each in sorted(reasons, key=lambda each: each.confidence)}.values():
            wrong *= 1 - each.confidence
        said = [(each.kind, _KIND_WEIGHT * each.confidence) for each in reasons if each.kind is not None]
        told = dict.fromkeys(each.reason for each in sorted(reasons, key=lambda each: (-each.confidence, each.reason)))
        kind = judge_kind(view, start, end, lang, said)
        rows.append(_Weighed(start, end, kind, round(1 - wrong, 3), "; ".join(list(told)[:2])))
    return rows


def _bounds(view: View, start: int, end: int) -> tuple[int, int]:
    """A span without the article that opens a sentence before it, with the legal form behind it."""
    while end - start > 1 and view.tokens[start].first and _opens_only(view, start):
        start += 1
    if view.is_cased(start) and not any(_has_capital(view.tokens[index].text) for index in range(start, end)):
        return start, start
    if end < len(view.tokens) and len(view.tokens[end].text) > 2 and is_legal_form(view.tokens[end].text):
        end += not is_generic(view, end, end + 1)
    return start, end


def _opens_only(view: View, index: int) -> bool:
    """Whether a capitalised word that begins a sentence is an article, or a common noun before words that are small."""
    if view.lexicon("definite").match(view.tokens, index) == 1:
        return True
    return is_generic(view, index, index + 1) and not _has_capital(view.tokens[index + 1].text)


def _has_capital(word: str) -> bool:
    return any(map(str.isupper, word))


def _choose(rows: Sequence[_Weighed]) -> list[_Weighed]:
    """The rows that do not overlap, the surest and then the longest first; in text order."""
    taken: list[_Weighed] = []
    for row in sorted(rows, key=lambda row: (-_weight(row), row.start, -row.end)):
        if row.confidence >= LEAST_CONFIDENCE / 2 and all(row.end <= other.start or other.end <= row.start for other in taken):
            taken.append(row)
    return sorted(taken, key=lambda row: row.start)


def _settle_places(view: View, rows: Sequence[_Weighed]) -> list[_Weighed]:
    """The rows, with every name a place's that stands behind "in" wherever the article has it, more than once."""
    told: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        told[_first_stem(view, row)].append(is_located(view, row.start))
    return [
        replace(row, kind=EntityKind.PLACE)
        if len(places := told[_first_stem(view, row)]) > 1
        and all(places)
        and row.kind is EntityKind.ORGANISATION
        and KNOWN not in row.reason
        and may_be_place(view, row.start, row.end)
        else row
        for row in rows
    ]


def _first_stem(view: View, row: _Weighed) -> str:
    word = view.tokens[row.start].text.lower()
    return rough_stem(word, word_script(word))


def _weight(row: _Weighed) -> float:
    """Longer spans and institutions come before the surer ones inside them."""
    bonus = 0.3 if KNOWN in row.reason and row.end - row.start > 1 else 0.25 if INSTITUTION in row.reason else 0.0
    return row.confidence + 0.02 * (row.end - row.start) + bonus


def _mention(view: View, row: _Weighed) -> Mention:
    span = Span(view.tokens[row.start].start, view.tokens[row.end - 1].end)
    return Mention(span, span.of(view.text), row.kind, MentionForm.NAME, None, row.confidence, row.reason)


def _is_outlet(mention: Mention, article: Article) -> bool:
    """Whether the name is that of the paper itself."""
    outlet = canonical_form(article.outlet or "", "organisation")
    name = canonical_form(mention.text, "organisation")
    return bool(outlet) and (outlet == name or outlet.startswith(f"{name} ") or outlet.endswith(f" {name}"))
