"""Names said again in the same article: in short, inflected, or as the first part of a compound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from claims.article import Span
from claims.entities.aliases import AliasEntry, load_aliases
from claims.entities.announced import INSTITUTION
from claims.entities.candidates import CASED, View
from claims.entities.folding import is_legal_form
from claims.entities.forms.inflection import find_bases
from claims.entities.forms.words import split_words
from claims.entities.mention import EntityKind, Mention, MentionForm
from claims.entities.person_tokens import name_level
from claims.entities.tokens import Token, word_script
from claims.entities.unspaced import find_again, short_name

SURE = 0.6
"""From this confidence on a name is taken for known in the rest of the article."""

_COMPOUND = 0.75
_HYPHENS = frozenset("-‑")
_OPENING = " „“\"«"

_SHORTEST = {"latin": 3, "cyrillic": 3, "greek": 3, "arabic": 3, "hebrew": 3}


def find_echoes(view: View, mentions: Sequence[Mention]) -> list[Mention]:
    """`mentions` with those made surer that repeat a sure name, and with the repetitions nobody had seen; in order."""
    known = known_words(view, [mention for mention in mentions if mention.confidence >= SURE])
    judged = [_confirmed(part, known) for mention in mentions for part in _parted(mention, known)]
    taken = [mention.span for mention in judged if mention.confidence >= SURE]
    fresh: list[Mention] = []
    for found in _unseen(view, known):
        if not any(found.span.overlaps(span) for span in taken):
            fresh.append(found)
            taken.append(found.span)
    kept = [mention for mention in judged if not any(mention.span.overlaps(other.span) for other in fresh)]
    return _without_describing_parts(view.text, sorted([*kept, *fresh], key=lambda mention: mention.span))


def _without_describing_parts(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """`mentions` without the first part of a compound that only describes the name behind it: Kaltwerk-Tochter Norvex."""
    return [each for each, after in zip_longest(mentions, mentions[1:]) if after is None or not _describes(text, each, after)]


def _describes(text: str, part: Mention, name: Mention) -> bool:
    rest = text[part.span.end : name.span.start]
    return part.kind is name.kind and rest[:1] in _HYPHENS and rest[1:].strip(_OPENING).isalpha() and rest[-1:] in _OPENING



def _parted(mention: Mention, known: Mapping[str, Mention]) -> list[Mention]:
    """A firm and its officer written in one run ("direktur SNA Rustam Lagaligo") as two names."""
    first, _, rest = mention.text.partition(" ")
    firm = known.get(first.lower())
    if firm is None or firm.text != first or len(rest.split()) != 2 or name_level(rest.split()[0]) == 0:
        return [mention]
    span = Span(mention.span.start, mention.span.start + len(first))
    person = replace(mention, span=Span(mention.span.end - len(rest), mention.span.end), text=rest, kind=EntityKind.PERSON)
    return [replace(mention, span=span, text=first, kind=firm.kind), person]


def known_words(view: View, mentions: Sequence[Mention]) -> Mapping[str, Mention]:
    """The first mention for each base form of each word that can stand for its whole name."""
    found: dict[str, Mention] = {}
    for mention in sorted(mentions, key=lambda mention: mention.span):
        for base in name_bases(view, mention):
            found.setdefault(base, mention)
    return found


def name_bases(view: View, mention: Mention) -> Iterator[str]:
    """Base forms of the words of a name that may stand alone: the surname, the first proper word of a firm."""
    words = [word for word in split_words(mention.text) if len(word) >= _SHORTEST.get(word_script(word), 2)]
    if len(words) > 1 and (mention.kind is EntityKind.PLACE or INSTITUTION in mention.reason):
        return
    if mention.kind is EntityKind.PERSON:
        words = words[-1:]
    proper = [word for word in words if not _is_plain(view, word)]
    for word in proper[:1]:
        yield from find_bases(word, word_script(word))


def _is_plain(view: View, word: str) -> bool:
    lists = ("organisations", "institutions", "demonyms", "common", "roles", "titles", "occupations", "places", "particles")
    return is_legal_form(word) or any(view.lexicon(name).has(word) for name in lists)


def _confirmed(mention: Mention, known: Mapping[str, Mention]) -> Mention:
    words = split_words(mention.text)
    if len(words) != 1:
        return mention
    full = _match(words[0], known)
    if full is None or full.span == mention.span:
        return mention
    form = MentionForm.SHORT if len(split_words(full.text)) > 1 else MentionForm.NAME
    surer = max(mention.confidence, round(0.95 * full.confidence, 3))
    reason = f"{mention.reason}; like {full.text!r} in the article"
    return replace(mention, kind=full.kind, form=form, confidence=surer, reason=reason)


def _match(word: str, known: Mapping[str, Mention]) -> Mention | None:
    for base in sorted(find_bases(word, word_script(word)), key=lambda base: (-len(base), base)):
        if base in known:
            return known[base]
    return None


def _unseen(view: View, known: Mapping[str, Mention]) -> Iterator[Mention]:
    """Words that repeat a sure name: alone, or before the hyphen of a compound."""
    for name in {mention.text: mention for mention in known.values()}.values():
        short = short_name(view, name.text)
        for start, end in find_again(view, short) if short else ():
            yield _echo(Span(start, end), view, name)
    for token in view.tokens:
        if not token.is_word or not _is_written_as_name(token):
            continue
        first = token.text.split("-", maxsplit=1)[0]
        if first != token.text and (entry := _known_part(view, first)) is not None:
            span, reason = Span(token.start, token.start + len(first)), "a name in the alias table, in a compound"
            yield Mention(span, first, EntityKind(entry.kind), MentionForm.NAME, None, _COMPOUND, reason)
            continue
        for word in dict.fromkeys((token.text, first)):
            full = _match(word.lower(), known) if len(word) >= _SHORTEST.get(word_script(word), 2) else None
            if full is not None:
                yield _echo(Span(token.start, token.start + len(word)), view, full)
                break


def _known_part(view: View, word: str) -> AliasEntry | None:
    """The entity that the first part of a compound names: Google-Beteiligung."""
    if len(word) < 3 or not word[0].isupper() or _is_plain(view, word.lower()):
        return None
    return load_aliases().find(word, None)


def _echo(span: Span, view: View, full: Mention) -> Mention:
    reason = f"like {full.text!r} in the article"
    return Mention(span, span.of(view.text), full.kind, MentionForm.SHORT, None, round(0.9 * full.confidence, 3), reason)


def _is_written_as_name(token: Token) -> bool:
    return token.is_capitalised if word_script(token.text) in CASED else word_script(token.text) in _SHORTEST
