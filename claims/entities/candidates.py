"""Spans that may be names, found by what each script shows: capitals, foreign letters, quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.entities.firm_words import firm_words
from claims.entities.lexicon import Lexicon, lexicon_of
from claims.entities.mention import EntityKind
from claims.entities.person_tokens import name_level
from claims.entities.tokens import Token, word_script
from claims.lang.entities import EntityWords

CASED = frozenset({"latin", "cyrillic", "greek"})
"""Scripts that write names with capitals."""

_OPEN_TO_CLOSE = {
    "«": "»", "»": "«", "„": "“”", "“": "”“", "”": "”", '"': '"', "″": "″", "‘": "’", "「": "」", "『": "』", "《": "》",
}  # fmt: skip
_JOINERS = frozenset({"&", "-", "+"})
_LONGEST_QUOTE = 5
_ANNOUNCING = ("common", "demonyms", "titles", "roles", "occupations", "definite")
_GENERIC = (*_ANNOUNCING, "institutions", "facilities", "organisations", "places", "particles")
_NUMERAL = re.compile("[IVXLC]{1,4}")
_CURRENCY = re.compile(r"[A-Za-z]{1,3}\d+[a-z]{0,2}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens [start, end) that may name an entity; `kind` is None where nothing tells."""

    start: int
    end: int
    kind: EntityKind | None
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class View:
    """The tokens of an article with the word lists of its language."""

    text: str
    tokens: Sequence[Token]
    words: EntityWords
    titled_lines: frozenset[int]
    """Indices of tokens in lines where nearly every word has a capital, so that capitals tell nothing."""

    def lexicon(self, name: str) -> Lexicon:
        """One list of the pack, ready to look up."""
        entries: tuple[str, ...] = getattr(self.words, name)
        return lexicon_of(entries)

    def is_cased(self, index: int) -> bool:
        """Whether the token is written in a script that has capitals."""
        return word_script(self.tokens[index].text) in CASED


def is_generic(view: View, start: int, end: int) -> bool:
    """Whether every token is a common noun, a post, a demonym: such words are parts of names, and no names by themselves."""
    while start < end:
        size = max(view.lexicon(name).match(view.tokens, start, by_ending=False) for name in _GENERIC)
        if not 0 < size <= end - start:
            return False
        start += size
    return True


def find_shown(view: View) -> list[Candidate]:
    """Every span that its letters or marks show as a possible name, in no order; one span may come for several reasons."""
    return [*find_capitalised(view), *find_foreign(view), *find_quoted(view)]


def find_capitalised(view: View) -> Iterator[Candidate]:
    """Runs of capitalised words, with the small words inside them; weak where a sentence begins."""
    index, size = 0, len(view.tokens)
    while index < size:
        if not opens_name(view, index):
            index += 1
            continue
        end = run_end(view, index)
        start = _trimmed_start(view, index, end)
        if start < end and not (end - start == 1 and is_no_name(view, start)):
            yield _capitalised(view, start, end)
        index = end


def opens_name(view: View, index: int) -> bool:
    """Whether a token may begin a name: a capitalised word of a script that has capitals."""
    token = view.tokens[index]
    return token.is_word and view.is_cased(index) and (token.is_capitalised or _has_particle(token.text))


def _has_particle(word: str) -> bool:
    """Whether a small particle stands before a hyphen and a capital: al-Ketbi, аш-Шенави."""
    particle, hyphen, rest = word.partition("-")
    return bool(hyphen) and len(particle) <= 3 and particle.islower() and rest[:1].isupper()


def run_end(view: View, start: int) -> int:
    """Behind the last capitalised word that follows without a break."""
    tokens, particles = view.tokens, view.lexicon("particles")
    end = start + 1
    while end < len(tokens):
        if tokens[end].first:
            break
        if opens_name(view, end) or (tokens[end].is_word and tokens[end].text[0].isdigit() and tokens[end].text.isalnum()
                                      and not tokens[end].text.isdigit()):
            end += 1
        elif end + 1 < len(tokens) and opens_name(view, end + 1) and not tokens[end + 1].first and (
            tokens[end].text in _JOINERS or particles.match(tokens, end)
        ):
            if tokens[end].text in _JOINERS and tokens[end].text != "&" and tokens[end].spaced:
                break
            end += 2
        else:
            break
    return end


def _trimmed_start(view: View, start: int, end: int) -> int:
    """Behind the words of a run that only announce the name: posts, titles, demonyms, common words."""
    lists: tuple[str, ...] = (*_ANNOUNCING, "organisations", "facilities", "particles")
    if not view.words.noun_capitals and not view.tokens[start].first and end - start > 1:
        lists = _ANNOUNCING
    moved = True
    while moved and start < end:
        moved = False
        for name in lists:
            length = view.lexicon(name).match(view.tokens, start)
            if length and start + length <= end:
                start, moved = start + length, True
                break
    while start < end and view.tokens[start].text in _JOINERS:
        start += 1
    return start


def is_no_name(view: View, index: int) -> bool:
    """Whether a capitalised word is a letter, a numeral, or a currency sign with its figure: C, IV, Rp412, US$."""
    word = view.tokens[index].text
    sign = index + 1 < len(view.tokens) and view.tokens[index + 1].text in "$€£¥₽₴"
    if len(word) == 1 or sign or not word_script(word):
        return True
    return _NUMERAL.fullmatch(word) is not None or _CURRENCY.fullmatch(word) is not None


def _capitalised(view: View, start: int, end: int) -> Candidate:
    token = view.tokens[start]
    if start in view.titled_lines:
        return Candidate(start, end, None, 0.2, "capitals in a headline that is all capitals")
    if view.words.noun_capitals and not _unlike_noun(view, start, end):
        return Candidate(start, end, None, 0.2, "a noun or a name")
    quote_opens = start > 0 and view.tokens[start - 1].text in _OPEN_TO_CLOSE and goes_on(view, end)
    if not token.first and not quote_opens:
        return Candidate(start, end, None, 0.75, "capitals inside a sentence")
    if end - start > 1:
        return Candidate(start, end, None, 0.55, "capitals in a row")
    return Candidate(start, end, None, 0.6 if _odd_shape(token.text) else 0.25, "a capital where a sentence begins")


def goes_on(view: View, index: int) -> bool:
    """Whether there is a word at `index`."""
    return index < len(view.tokens) and view.tokens[index].is_word


def _unlike_noun(view: View, start: int, end: int) -> bool:
    words = [token.text for token in view.tokens[start:end] if token.is_word]
    if len(words) > 1 and words[-1].lower() in firm_words():
        return True
    return any(_odd_shape(word) for word in words) or (len(words) > 1 and all(name_level(word) for word in words))


def _odd_shape(word: str) -> bool:
    """Whether capitals stand inside the word or digits are mixed in, as in xAI, IKEA, LG4."""
    letters = word.split("-", maxsplit=1)[0]
    return len(letters) > 1 and (any(c.isupper() for c in letters[1:]) or any(c.isdigit() for c in letters))


def find_foreign(view: View) -> Iterator[Candidate]:
    """Words in Latin letters inside a text in another script."""
    scripts = [word_script(token.text) for token in view.tokens]
    letters = [script for script in scripts if script]
    if not letters or letters.count("latin") * 2 > len(letters):
        return
    index = 0
    while index < len(scripts):
        end = index
        while end < len(scripts) and (
            scripts[end] == "latin" or (end > index and end + 1 < len(scripts) and scripts[end + 1] == "latin"
                                        and (view.tokens[end].text in _JOINERS or view.tokens[end].text.isdigit()))
        ):
            end += 1
        if end > index and not (end - index == 1 and (is_no_name(view, index) or is_generic(view, index, end))):
            yield Candidate(index, end, None, 0.8, "Latin letters inside another script")
        index = max(end, index + 1)


def find_quoted(view: View) -> Iterator[Candidate]:
    """Short names between quotation marks."""
    for index, token in enumerate(view.tokens):
        closing = _OPEN_TO_CLOSE.get(token.text)
        if closing is None:
            continue
        last = min(index + 2 + _LONGEST_QUOTE, len(view.tokens))
        end = next((place for place in range(index + 2, last) if view.tokens[place].text in closing), 0)
        if end:
            candidate = _quoted(view, index + 1, end)
            if candidate is not None:
                yield candidate


def _quoted(view: View, start: int, end: int) -> Candidate | None:
    inside = view.tokens[start:end]
    if any(not token.is_word and token.text not in _JOINERS for token in inside) or inside[0].text[0].isdigit():
        return None
    if any(view.lexicon("common").match(view.tokens, i) for i in range(start, end)):
        return None
    if word_script(inside[0].text) in CASED:
        if not inside[0].is_capitalised or len(inside) > 4:
            return None
        sure = all(token.is_capitalised for token in inside)
        return Candidate(start, end, None, 0.75 if sure else 0.45, "a capitalised name in quotation marks")
    if word_script(inside[0].text) in ("arabic", "hebrew") and len(inside) <= 4:
        return Candidate(start, end, None, 0.7 if len(inside) < 3 else 0.55, "a name in quotation marks")
    return None
