"""Names in scripts that write no spaces, or glue particles on: Japanese, Chinese, Korean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.entities.candidates import Candidate, View
from claims.entities.forms.inflection import find_bases
from claims.entities.mention import EntityKind
from claims.entities.tokens import word_script

_MIDDLE = frozenset("・=＝ー")
_IDEOGRAPHS = frozenset({"han", "kana"})
_LONGEST = 9


def find_unspaced(view: View) -> list[Candidate]:
    """Runs of katakana, and words that end as firms' names do."""
    return [*_katakana_runs(view), *_ideograph_endings(view), *_hangul_endings(view)]


def _is_katakana(view: View, index: int) -> bool:
    text = view.tokens[index].text
    return "\u30a1" <= text[0] <= "\u30ff" and text != "・"


def _katakana_run(view: View, index: int) -> tuple[int, int]:
    """The run of katakana around a token, with the dots that join the parts of a name."""
    start, end = index, index + 1
    while start > 0 and (_is_katakana(view, start - 1) or _joins(view, start - 1)):
        start -= 1
    while end < len(view.tokens) and (_is_katakana(view, end) or _joins(view, end)):
        end += 1
    return start, end


def _joins(view: View, index: int) -> bool:
    """Whether a dot stands between two katakana characters."""
    if view.tokens[index].text not in _MIDDLE or not 0 < index < len(view.tokens) - 1:
        return False
    return _is_katakana(view, index - 1) and _is_katakana(view, index + 1)


def _katakana_runs(view: View) -> Iterator[Candidate]:
    index = 0
    while index < len(view.tokens):
        if not _is_katakana(view, index):
            index += 1
            continue
        start, end = _katakana_run(view, index)
        dotted = any(view.tokens[place].text in "・=＝" for place in range(start, end))
        if end - start > 2:
            yield Candidate(start, end, None, 0.55 if dotted else 0.3, "a word in katakana")
        index = end


def _ideograph_endings(view: View) -> Iterator[Candidate]:
    """Japanese words of Chinese characters and katakana that end like firms; hiragana bounds them."""
    if not any("\u3040" <= token.text[0] <= "\u309f" for token in view.tokens):
        return
    index = 0
    while index < len(view.tokens):
        end = index
        while end < len(view.tokens) and _is_ideograph(view, end):
            end += 1
        word = view.text[view.tokens[index].start : view.tokens[end - 1].end] if end > index else ""
        endings = [ending for ending in view.words.name_endings if word.endswith(ending) and word != ending]
        if endings and len(word) <= _LONGEST:
            yield Candidate(index, end, EntityKind.ORGANISATION, 0.6, "a word that ends as firms' names do")
        index = max(end, index + 1)


def _is_ideograph(view: View, index: int) -> bool:
    text = view.tokens[index].text
    return word_script(text) in _IDEOGRAPHS and not "\u3040" <= text[0] <= "\u309f"


def _hangul_endings(view: View) -> Iterator[Candidate]:
    """Korean words that end like firms once the particles behind them are taken off."""
    index = 0
    while index < len(view.tokens):
        end = index + 1
        while end < len(view.tokens) and not view.tokens[end].spaced and _is_korean(view, end):
            end += 1
        size = _firm_length(view.text[view.tokens[index].start : view.tokens[end - 1].end], view.words.name_endings)
        if size and _is_korean(view, index):
            last = next(place for place in range(index, end) if view.tokens[place].end >= view.tokens[index].start + size)
            yield Candidate(index, last + 1, EntityKind.ORGANISATION, 0.6, "a word that ends as firms' names do")
        index = end


def _is_korean(view: View, index: int) -> bool:
    return word_script(view.tokens[index].text) in ("hangul", "latin")


def _firm_length(word: str, endings: Iterable[str]) -> int:
    """The length of a firm's name that a word begins with, 0 where it is none."""
    bases = [base for base in find_bases(word.lower(), "hangul") if word.lower().startswith(base)]
    fits = [len(base) for base in bases for ending in endings if base.endswith(ending) and len(base) > len(ending)]
    return max(fits, default=0)


def widened(view: View, candidate: Candidate) -> Candidate:
    """A span of the tagger with the rest of the katakana, or the ending, that belongs to it."""
    start, end = candidate.start, candidate.end
    if _is_katakana(view, start):
        start = min(start, _katakana_run(view, start)[0])
    if _is_katakana(view, end - 1):
        end = max(end, _katakana_run(view, end - 1)[1])
    behind = view.tokens[end - 1].end
    ending = next((each for each in view.words.name_endings if view.text.startswith(each, behind)), "")
    while ending and end < len(view.tokens) and view.tokens[end].end <= behind + len(ending):
        end += 1
    return Candidate(start, end, candidate.kind, candidate.confidence, candidate.reason)


def short_name(view: View, name: str) -> str | None:
    """What is left of a firm's name without the ending all such firms share, or its first part before a dot; else None."""
    first, dot, _ = name.partition("・")
    if dot and len(first) > 2:
        return first
    if word_script(name) != "hangul":
        return None
    bare = next((name.removesuffix(ending) for ending in view.words.name_endings if name.endswith(ending)), "")
    return bare if len(bare) > 1 else None


def find_again(view: View, short: str) -> Iterator[tuple[int, int]]:
    """Where a short name stands, as character ranges: at the start of a word where words are spaced."""
    spaced = word_script(short) == "hangul"
    for token in view.tokens:
        opens = not spaced or token.spaced or not view.text[token.start - 1].isalpha()
        if opens and view.text.startswith(short, token.start):
            yield token.start, token.start + len(short)
