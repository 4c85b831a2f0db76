"""Who a description, a post or a pronoun stands for: the most salient entity of the article that fits."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from claims.article import Article, Span
from claims.entities.concepts import read_parts
from claims.entities.mention import EntityKind, Mention, MentionForm
from claims.entities.mentions import view_of
from claims.entities.origins import NOWHERE, Origin, find_origins
from claims.entities.references import (
    Reference,
    Scene,
    describing_words,
    find_references,
    is_dependent,
    is_oblique,
    scene_of,
    stem_of,
)
from claims.lang.pack import Pack
from claims.sentences import find_sentences

_MARGIN = 0.15
"""How much more salient than the next one an entity must be; less is a guess, and nobody is named."""

_SUBJECT, _TOPIC, _IN_LEAD, _COUNTED = 1.4, 0.7, 0.3, 0.15
_MATCH, _ORIGIN, _FOREIGN = 1.6, 2.5, -1.5
_INSTITUTION, _SAME_CLAUSE, _SETTING = -0.8, -2.6, 0.9
"""What speaks for and against an entity, on the scale on which being named in the sentence before is 1."""

_FINANCE = frozenset({"bank", "capital", "fund", "investment"})
"""Concepts in the names of those who hold and lend, and make nothing."""

_LEAD = 2
"""Sentences that tell what the article is about, the headline counted."""

_FAR = 6
"""Sentences after which an entity is no longer in mind."""

_QUOTES = frozenset("'\"‘’“”„«»")

_UNSURE, _MATCHED = 0.3, 0.15
_BASE = {MentionForm.DESCRIPTION: 0.55, MentionForm.ROLE: 0.6, MentionForm.PRONOUN: 0.45}


@dataclass(slots=True)
class _Known:
    """What the article has said of one entity so far."""

    kind: EntityKind
    stems: set[str] = field(default_factory=set)
    origin: Origin = NOWHERE
    sentence: int = -1
    end: int = 0
    count: int = 0
    subject: bool = False
    in_lead: bool = False
    is_topic: bool = False
    is_institution: bool = False


@dataclass(frozen=True, slots=True)
class _Stage:
    """An article with what it says of each entity: `described` holds the beginnings of the words joined to it."""

    scene: Scene
    sentences: Sequence[Span]
    names: Sequence[Mention]
    described: Mapping[str, set[str]]
    origins: Mapping[str, Origin]
    topic: str | None

    def setting(self, number: int) -> frozenset[str]:
        """The places named in a sentence and in the one before."""
        places = (mention for mention in self.names if mention.kind is EntityKind.PLACE and mention.entity_id is not None)
        return frozenset(each.entity_id or "" for each in places if 0 <= number - self.number_of(each.span) <= 1)

    def number_of(self, span: Span) -> int:
        """The sentence in which a span begins."""
        return bisect_right(self.sentences, span.start, key=lambda sentence: sentence.start) - 1


def resolve_references(
    article: Article, pack: Pack, names: Sequence[Mention], origins: Mapping[str, Origin] | None = None
) -> tuple[Mention, ...]:
    """`names`, which are linked, with everything that stands for them, in order and without overlaps.

    `origins` tells where each entity comes from, as other articles say it; None: what this one says is all there is.
    A reference that fits two entities equally well is a mention with `entity_id` None; one that fits nobody is left out.
    """
    scene = scene_of(view_of(article.text, pack), names)
    sentences = find_sentences(article.text, pack)
    known_origins = find_origins(article, pack, names) if origins is None else origins
    stage = _Stage(scene, sentences, names, _descriptions(scene, names), known_origins, _topic(scene, names))
    found: list[Mention] = []
    known: dict[str, _Known] = {}
    queue: list[Mention | Reference] = sorted([*names, *find_references(scene)], key=lambda each: each.span)
    for each in queue:
        mention = each if isinstance(each, Mention) else _resolve(stage, each, known)
        if mention is None:
            continue
        found.append(mention)
        if mention.entity_id is not None:
            _remember(stage, known, mention)
            if isinstance(each, Reference) and each.form is MentionForm.DESCRIPTION:
                known[mention.entity_id].stems |= each.stems
                known[mention.entity_id].origin = known[mention.entity_id].origin.joined(Origin(each.demonyms, each.places))
    return tuple(found)


def _topic(scene: Scene, names: Sequence[Mention]) -> str | None:
    """The first organisation that the article names again; the first of all where it names none twice.

    Whoever opens the article only as somebody's customer or owner is not what it is about.
    """
    firms = [mention for mention in names if mention.kind is EntityKind.ORGANISATION and mention.entity_id is not None]
    aside = firms[0].entity_id if firms and is_dependent(scene, firms[0]) else None
    counts = Counter(mention.entity_id for mention in firms if mention.entity_id != aside)
    if aside is not None:
        return next(iter(counts), aside)
    return next((entity for entity, count in counts.items() if count > 1), next(iter(counts), None))


def _descriptions(scene: Scene, names: Sequence[Mention]) -> dict[str, set[str]]:
    stems: dict[str, set[str]] = defaultdict(set)
    for mention in names:
        if mention.entity_id is not None:
            stems[mention.entity_id].update(stem_of(scene.view.tokens[i].text) for i in describing_words(scene, mention))
            stems[mention.entity_id].update(stem_of(word) for word in mention.text.split())
    return stems


def _remember(stage: _Stage, known: dict[str, _Known], mention: Mention) -> None:
    if mention.entity_id is None:
        return
    if mention.entity_id not in known:
        topic = mention.entity_id == stage.topic
        origin = stage.origins.get(mention.entity_id, NOWHERE)
        known[mention.entity_id] = _Known(mention.kind, stage.described[mention.entity_id], origin, is_topic=topic)
    each = known[mention.entity_id]
    number = stage.number_of(mention.span)
    if mention.form in (MentionForm.NAME, MentionForm.SHORT):
        each.is_institution = each.is_institution or _is_institution(stage.scene, mention)
        each.in_lead = each.in_lead or number < _LEAD
    rivals = (other for other in known.values() if other is not each and other.kind is each.kind)
    first = not any(other.sentence == number and other.subject for other in rivals)
    quoted = number >= 0 and stage.scene.view.text[stage.sentences[number].start] in _QUOTES
    opens = first and not quoted and not is_oblique(stage.scene, mention) and not is_dependent(stage.scene, mention)
    each.subject = opens or (each.subject and each.sentence == number)
    each.sentence, each.end = number, mention.span.end
    each.count += 1


def _is_institution(scene: Scene, mention: Mention) -> bool:
    """Whether a name, or a word before it, says bank, fund, authority: "the company" is hardly said of such."""
    institutions = scene.view.lexicon("institutions")
    concepts = read_parts(mention.text.lower()).concepts
    if any(institutions.has(word) for word in mention.text.split()) or not _FINANCE.isdisjoint(concepts):
        return True
    before = (index for index in describing_words(scene, mention) if scene.view.tokens[index].start < mention.span.start)
    return any(institutions.match(scene.view.tokens, index) for index in before)


def _resolve(stage: _Stage, reference: Reference, known: Mapping[str, _Known]) -> Mention | None:
    if reference.form is MentionForm.ROLE:
        return _resolve_role(stage, reference)
    number, text = stage.number_of(reference.span), stage.scene.view.text
    setting = stage.setting(number) if reference.form is MentionForm.DESCRIPTION and not reference.places else frozenset()
    scores = {entity: _salience(text, reference, each, number) for entity, each in known.items()}
    fits = {entity: score + _SETTING * bool(setting & known[entity].origin.places) for entity, score in scores.items() if score}
    ranked = sorted(((score, entity) for entity, score in fits.items()), key=lambda row: (-row[0], row[1]))
    if not ranked:
        return None
    best = known[ranked[0][1]]
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
        unsure = _mention(stage, reference, None, "two are equally salient")
        return replace(unsure, kind=best.kind, confidence=_UNSURE)
    if reference.stems & best.stems:
        found = _mention(stage, reference, ranked[0][1], "described so in the article")
        return replace(found, kind=best.kind, confidence=round(found.confidence + _MATCHED, 3))
    return replace(_mention(stage, reference, ranked[0][1], "the most salient that fits"), kind=best.kind)


def _resolve_role(stage: _Stage, reference: Reference) -> Mention | None:
    """The one person of the article who is said to hold this post, before or after this place."""
    persons = {mention.entity_id for mention in stage.names if mention.kind is EntityKind.PERSON}
    fits = sorted(entity for entity in persons if entity is not None and reference.stems & stage.described[entity])
    return _mention(stage, reference, fits[0], "the one person named with this post") if len(fits) == 1 else None


def _mention(stage: _Stage, reference: Reference, entity: str | None, reason: str) -> Mention:
    text = reference.span.of(stage.scene.view.text)
    return Mention(reference.span, text, reference.kind, reference.form, entity, _BASE[reference.form], reason)


def _salience(text: str, reference: Reference, each: _Known, number: int) -> float | None:
    """How present an entity is where the reference stands; None where it cannot be meant."""
    either = reference.form is MentionForm.PRONOUN and bool(reference.stems)
    if each.kind is not reference.kind and not (either and each.kind is not EntityKind.PLACE):
        return None
    distance = number - each.sentence
    matches = len(reference.stems & each.stems) if reference.form is MentionForm.DESCRIPTION else 0
    if reference.needs_match and not matches:
        return None
    if reference.form is MentionForm.PRONOUN and distance > 1:
        return None
    if distance > _FAR and not (matches or each.in_lead or each.is_topic):
        return None
    score = 2 / (1 + max(0, distance)) + _COUNTED * min(each.count, 5) + _MATCH * min(matches, 2)
    score += _SUBJECT * each.subject / max(1, distance) + _IN_LEAD * each.in_lead + _TOPIC * each.is_topic
    if reference.form is MentionForm.DESCRIPTION:
        score += _origin_score(reference, each.origin) + _INSTITUTION * (each.is_institution and not matches)
        score += _SAME_CLAUSE * (distance == 0 and _same_clause(text, each.end, reference.span.start))
    return score


def _origin_score(reference: Reference, origin: Origin) -> float:
    """What the adjectives and places of a description say; whoever comes from elsewhere is hardly meant."""
    if reference.demonyms & origin.demonyms or reference.places & origin.places:
        return _ORIGIN
    elsewhere = (reference.demonyms and origin.demonyms) or (reference.places and origin.places)
    return _FOREIGN if elsewhere else 0.0


def _same_clause(text: str, start: int, end: int) -> bool:
    return start <= end and not any(mark in text[start:end] for mark in ",;:.!?،؛–—\n")
