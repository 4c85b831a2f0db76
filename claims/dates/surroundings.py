"""What the words around a figure or a month say about it: a year or a count, past or still to come."""

from __future__ import annotations

import re

from claims.dates.lexicon import Lexicon
from claims.dates.tokens import Token

_STOP = re.compile(r"[.!?…؟]\s+[^\w\s]*(\w)|[。！？\n।]")
_LAST_WORD = re.compile(r"([^\W\d_]+)[^\w.,;:!?]*$")
_NEXT_WORD = re.compile(r"\s([^\W\d_]\w*)")
_SENTENCE = re.compile(r"[.!?;](?=\s|$)|[\n。؛؟।]")
_CLAUSE = re.compile(r"[.!?;,](?=\s|$)|[\n。؛؟।،、，]")
_BEFORE, _AFTER, _NEAR = 60, 30, 24
"""Characters before and after a date in which a word may put it ahead, and before a weekday, which is always near."""


def sentence_ends(text: str, start: int, end: int) -> int:
    """How many sentences end between two places; a full stop before a small letter only shortens a word."""
    return sum(not (match[1] and match[1].islower()) for match in _STOP.finditer(text, start, end + 1))


def stands_alone(token: Token, folded: str, lexicon: Lexicon) -> bool:
    """Whether a token without company, which may mean something else (a figure, "may"), is a date."""
    if token.sure:
        return True
    if token.kind == "Y":
        return _is_year(token, folded, lexicon)
    if token.kind == "M" and token.unit == "short":
        return False
    return token.kind not in "MWG" or follows(folded, token.start, lexicon, lexicon.at | lexicon.until)


def _is_year(token: Token, folded: str, lexicon: Lexicon) -> bool:
    cued = follows(folded, token.start, lexicon, lexicon.at | lexicon.until)
    following = _NEXT_WORD.match(folded, token.end)
    if following is not None and lexicon.counted is not None and lexicon.counted.match(folded, following.start(1)):
        return False
    if token.unit == "short":
        return cued or following is None
    if not 1900 <= token.value < 2070:
        return cued and token.value < 2070
    # A round figure that nothing marks as a year is more often a count.
    return cued or (lexicon.words.bare_years and token.value % 50 != 0)


def follows(folded: str, start: int, lexicon: Lexicon, words: frozenset[str]) -> bool:
    """Whether one of `words` stands before `start`; joiners and prepositions may stand between."""
    for _ in range(3):
        found = _LAST_WORD.search(folded, max(start - 24, 0), start)
        if found is None:
            return False
        if found[1] in words:
            return True
        if found[1] not in lexicon.joiners and found[1] not in lexicon.at:
            return False
        start = found.start()
    return False


def is_ahead(tokens: list[Token], folded: str, lexicon: Lexicon) -> bool:
    """Whether the words around a date that has no year of its own say that it is still to come."""
    start, end = min(t.start for t in tokens), max(t.end for t in tokens)
    if follows(folded, start, lexicon, lexicon.until):
        return True
    if lexicon.ahead is None:
        return False
    # A weekday is near: "will cut jobs, it said on Monday" is about the Monday before.
    near = any(token.kind == "W" for token in tokens)
    before = (_CLAUSE if near else _SENTENCE).split(folded[max(start - (_NEAR if near else _BEFORE), 0) : start])[-1]
    after = "" if near else _SENTENCE.split(folded[end : end + _AFTER])[0]
    return lexicon.ahead.search(before) is not None or lexicon.ahead.search(after) is not None
