"""Sentence and paragraph spans.

A line break always ends a sentence. Within a line, a mark ends one unless what stands before it (an abbreviation, an initial,
an ordinal) or after it (a small letter, a digit, the rest of a quotation) says otherwise. Words come from the pack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claims.article import Span
from claims.lang.pack import Pack, SentenceWords

__all__ = ["find_paragraphs", "find_sentences"]

_CLOSERS = "\u2019\u201d›)\\]}」』）】》〉〕］"
_EITHER = "\"'\u201c»«"
"""Marks that close a quotation in one language and open it in another: before a letter they open."""

_OPENERS = "\"'\u2018\u201c\u201d„‚«»‹([{「『（【《〈〔［¿¡"
_FULL = "。！？｡．।॥؟۔"
_TIES = "とっ、，"
_DASHES = "\u2013\u2014\u2015-"

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W_][^\s.,;:!?\u2026\"»”)\]]*")
_JOINTS = re.compile(r"['\u2019\u2013\u2014-]")
_AHEAD = 40
_BEHIND = 32
_SPACELESS = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class _Rules:
    """The words of a pack in the form in which they are looked up."""

    every: frozenset[str]
    final: frozenset[str]
    starters: frozenset[str]
    ordinal_dot: bool
    stop: re.Pattern[str]


def find_paragraphs(text: str) -> list[Span]:
    """The lines of `text` that are not blank, trimmed of white space."""
    spans = (_trimmed(text, line.start(), line.end()) for line in _LINE.finditer(text))
    return [span for span in spans if len(span)]


def find_sentences(text: str, pack: Pack) -> list[Span]:
    """The sentences of `text` in order, trimmed of white space; together they hold every character that is not."""
    rules = _rules(pack.sentences, pack.numbers.ordinal_dot)
    return [span for paragraph in find_paragraphs(text) for span in _split(text, paragraph, rules)]


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    bare = piece.strip()
    offset = start + len(piece) - len(piece.lstrip()) if bare else start
    return Span(offset, offset + len(bare))


def _split(text: str, paragraph: Span, rules: _Rules) -> Iterator[Span]:
    start = paragraph.start
    for match in rules.stop.finditer(text, paragraph.start, paragraph.end):
        end = match.end()
        if end < paragraph.end and _ends(text, start, match, paragraph.end, rules):
            span = _trimmed(text, start, end)
            if len(span):
                yield span
            start = end
    span = _trimmed(text, start, paragraph.end)
    if len(span):
        yield span


def _ends(text: str, start: int, match: re.Match[str], limit: int, rules: _Rules) -> bool:
    """Whether the mark that `match` found ends the sentence that began at `start`."""
    mark, closers, end = match["marks"][-1], match["closers"], match.end()
    ahead = text[end : min(limit, end + _AHEAD)]
    if mark in _FULL:
        return not _is_decimal(text, match, ahead) and not _goes_on(closers, ahead)
    if not ahead[0].isspace() and not _SPACELESS.match(ahead) and not _is_glued(text, match, ahead):
        return False
    if closers and ahead.lstrip()[:1] in _DASHES:
        return False
    found = _WORD.search(ahead)
    if found is None or _is_small(found[0]):
        return False
    if match["marks"] != "." or closers:
        return True
    behind = max(start, match.start() - _BEHIND)
    stopped = ahead.startswith(".", found.end())
    return _stop_ends(text[behind : match.start()], behind == start, found[0], stopped, rules)


def _is_decimal(text: str, match: re.Match[str], ahead: str) -> bool:
    return match["marks"] == "．" and text[match.start() - 1 : match.start()].isdigit() and ahead[:1].isdigit()


def _goes_on(closers: str, ahead: str) -> bool:
    """Whether a quotation that just closed is followed by the particle or comma that ties it to its sentence."""
    following = ahead.lstrip()[:1]
    return bool(closers) and following != "" and following in _TIES + _DASHES


def _is_glued(text: str, match: re.Match[str], ahead: str) -> bool:
    """Whether the space after the stop was left out: a small letter before, a capital after, neither of them Latin."""
    before = text[match.start() - 1 : match.start()]
    return before.islower() and before > "\u0370" and ahead[0].isupper() and ahead[0] > "\u0370"


def _is_small(word: str) -> bool:
    """Whether a word begins with a small letter and is no name such as eBay or xAI."""
    return word[0].islower() and word == word.lower()


def _stop_ends(before: str, sentence_began: bool, word: str, stopped: bool, rules: _Rules) -> bool:
    """Whether a single full stop after `before` and ahead of `word` ends a sentence.

    `sentence_began`: the sentence begins within `before`. `stopped`: a full stop follows `word`, too.
    """
    tokens = before.split()
    if not tokens:
        return False
    last = tokens[-1].lstrip(_OPENERS)
    spelled = stopped and len(word) == 1
    starts = word in rules.starters and not spelled
    if stopped and f"{last}.{word}." in rules.every:
        return False
    if _listed(tokens, rules.final) and (len(last) > 1 or _is_figure(tokens[-2:-1])):
        bare = sentence_began and len(tokens) <= 3
        return starts or not (bare or word[0].isdigit() or (word.isupper() and len(word) > 1))
    unit = len(last) == 1 and last.islower() and _is_figure(tokens[-2:-1]) and not spelled
    if _listed(tokens, rules.every) or (_is_initial(last) and not unit):
        return starts
    if last.isdigit():
        return starts or not _is_ordinal(tokens, last, word, stopped, rules)
    return True


def _listed(tokens: list[str], words: frozenset[str]) -> bool:
    """Whether the last one to four tokens, with the full stop that follows them, are one of `words`."""
    joined = ""
    for token in reversed(tokens[-4:]):
        joined = token + joined
        if joined.lstrip(_OPENERS) + "." in words:
            return True
    return _JOINTS.split(tokens[-1])[-1] + "." in words


def _is_figure(tokens: list[str]) -> bool:
    return bool(tokens) and (tokens[0][-1:].isdigit() or bool(re.fullmatch(r"[IVX]+", tokens[0])))


def _is_initial(token: str) -> bool:
    """A single letter, or letters with stops between them (J, U.S, И.И); a Chinese or Korean syllable is a word."""
    if any("\u2e80" <= char <= "\ud7a3" for char in token):
        return False
    return all(len(part) == 1 and part.isalpha() for part in re.split(r"\.-?|-", token))


def _is_ordinal(tokens: list[str], last: str, word: str, stopped: bool, rules: _Rules) -> bool:
    """Whether the figure `last` counts off a list, is part of a date (31. 12. 2026), or takes a stop as an ordinal."""
    if len(tokens) == 1 or (word.isdigit() and len(last) + len(word) <= 6 and (stopped or len(last) <= 2)):
        return True
    return rules.ordinal_dot and len(last) <= 2


@lru_cache(maxsize=64)
def _rules(words: SentenceWords, ordinal_dot: bool) -> _Rules:
    final = frozenset(_forms(words.final))
    marks = f"[.!?\u2026{_FULL}{re.escape(''.join(words.terminators))}]+"
    closers = rf"(?:[{_CLOSERS}]|[{_EITHER}](?!\w))*(?:[ \u00a0\u202f]»(?=\s|$))?"
    return _Rules(
        every=final | frozenset(_forms(words.abbreviations)),
        final=final,
        starters=frozenset(word[:1].upper() + word[1:] for word in words.starters),
        ordinal_dot=ordinal_dot,
        stop=re.compile(f"(?P<marks>{marks})(?P<closers>{closers})"),
    )


def _forms(words: tuple[str, ...]) -> Iterator[str]:
    """Each word without its inner spaces, as written and, unless it is one letter, with a capital."""
    for word in words:
        bare = "".join(word.split())
        yield bare
        if len(bare) > 2:
            yield bare[:1].upper() + bare[1:]
