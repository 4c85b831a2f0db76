"""Spans that may be names, found by what each script shows: capitals, foreign letters, quotation marks, announcing words."""

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

INSTITUTION = "an institution with its name"
"""Why a common noun and what follows is a name."""

CASED = frozenset({"latin", "cyrillic", "greek"})
"""Scripts that write names with capitals."""

_OPEN_TO_CLOSE = {
    "«": "»", "»": "«", "„": "“”", "“": "”“", "”": "”", '"': '"', "″": "″", "‘": "’", "「": "」", "『": "』", "《": "》",
}  # fmt: skip
_JOINERS = frozenset({"&", "-", "+"})
_LONGEST_QUOTE = 5
_ADJECTIVES = ("ий", "ій", "ый", "ой", "ая", "а", "ое", "е", "ого", "ої", "ой", "ому", "ым", "им", "ом", "ую", "у")
_GENITIVES = ("а", "я", "у", "ю", "и", "ы", "і", "ї", "ого", "ої", "ой", "их", "ых", "ів", "ов")
_GENITIVE_ADJECTIVES = ("ого", "ої", "ой", "их", "ых")
_PAST = ("ла", "ло", "ли", "лись", "лася")
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


def find_candidates(view: View) -> list[Candidate]:
    """Every span that may be a name, in no order; the same span may come more than once, for different reasons."""
    found = [*find_capitalised(view), *find_foreign(view), *find_quoted(view)]
    found += [*find_institutions(view), *find_titled(view), *find_announced(view)]
    return found


def find_capitalised(view: View) -> Iterator[Candidate]:
    """Runs of capitalised words, with the small words inside them; weak where a sentence begins."""
    index, size = 0, len(view.tokens)
    while index < size:
        if not _opens_name(view, index):
            index += 1
            continue
        end = _run_end(view, index)
        start = _trimmed_start(view, index, end)
        if start < end and not (end - start == 1 and is_no_name(view, start)):
            yield _capitalised(view, start, end)
        index = end


def _opens_name(view: View, index: int) -> bool:
    token = view.tokens[index]
    return token.is_word and view.is_cased(index) and (token.is_capitalised or _has_particle(token.text))


def _has_particle(word: str) -> bool:
    """Whether a small particle stands before a hyphen and a capital: al-Ketbi, аш-Шенави."""
    particle, hyphen, rest = word.partition("-")
    return bool(hyphen) and len(particle) <= 3 and particle.islower() and rest[:1].isupper()


def _run_end(view: View, start: int) -> int:
    """Behind the last capitalised word that follows without a break."""
    tokens, particles = view.tokens, view.lexicon("particles")
    end = start + 1
    while end < len(tokens):
        if tokens[end].first:
            break
        if _opens_name(view, end) or (tokens[end].is_word and tokens[end].text[0].isdigit() and tokens[end].text.isalnum()
                                      and not tokens[end].text.isdigit()):
            end += 1
        elif end + 1 < len(tokens) and _opens_name(view, end + 1) and not tokens[end + 1].first and (
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
    quote_opens = start > 0 and view.tokens[start - 1].text in _OPEN_TO_CLOSE and _goes_on(view, end)
    if not token.first and not quote_opens:
        return Candidate(start, end, None, 0.75, "capitals inside a sentence")
    if end - start > 1:
        return Candidate(start, end, None, 0.55, "capitals in a row")
    return Candidate(start, end, None, 0.6 if _odd_shape(token.text) else 0.25, "a capital where a sentence begins")


def _goes_on(view: View, index: int) -> bool:
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


def find_institutions(view: View) -> Iterator[Candidate]:
    """Institutions named by a common noun and what follows: a ministry, a bank, an authority."""
    nouns = view.lexicon("institutions")
    for index in range(len(view.tokens)):
        length = nouns.match(view.tokens, index)
        if not length:
            continue
        if word_script(view.tokens[index].text) == "arabic":
            end = _arabic_name_end(view, index + length)
            if end > index + length and view.tokens[index].text.startswith("ال"):
                yield Candidate(index, end, EntityKind.ORGANISATION, 0.45, "an institution and what may be its name")
            elif end > index + length:
                yield Candidate(index, end, EntityKind.ORGANISATION, 0.75, INSTITUTION)
        elif word_script(view.tokens[index].text) == "cyrillic" and not view.tokens[index].is_capitalised:
            yield from _cyrillic_institution(view, index, length)
        elif not view.words.noun_capitals:
            yield from _cased_institution(view, index, length)


def _cyrillic_institution(view: View, index: int, length: int) -> Iterator[Candidate]:
    """A capitalised adjective, a small noun, and the genitives behind it: Южный завод железных труб."""
    if index == 0 or not _opens_name(view, index - 1) or not view.tokens[index - 1].text.endswith(_ADJECTIVES):
        return
    if is_generic(view, index - 1, index):
        return
    start, end = index - 1, index + length
    while start > 0 and _opens_name(view, start - 1) and not view.tokens[start].first:
        start -= 1
    while end < min(index + length + 2, len(view.tokens)) and _is_genitive(view, end):
        end += 1
        if view.tokens[end - 1].text.endswith(_GENITIVE_ADJECTIVES) and _goes_on(view, end) and view.tokens[end].text.islower():
            end += 1
            break
    yield Candidate(start, end, EntityKind.ORGANISATION, 0.75, INSTITUTION)


def _is_genitive(view: View, index: int) -> bool:
    word = view.tokens[index].text
    if not word.islower() or len(word) < 4 or view.lexicon("common").match(view.tokens, index):
        return False
    return word.endswith(_GENITIVES) and not word.endswith(_PAST)


def _cased_institution(view: View, index: int, length: int) -> Iterator[Candidate]:
    """A capitalised noun with the capitals around it; a small one with those that a small word joins to it."""
    behind = index + length
    if behind >= len(view.tokens) or view.lexicon("facilities").match(view.tokens, index):
        return
    joined = view.lexicon("particles").match(view.tokens, behind)
    next_name = behind + joined
    if next_name >= len(view.tokens) or not _opens_name(view, next_name) or view.tokens[next_name].first:
        return
    if view.tokens[index].is_capitalised:
        start = index
        while start > 0 and _opens_name(view, start - 1) and not view.tokens[start].first:
            start -= 1
        sure = 0.6 if view.tokens[index].first else 0.75
        yield Candidate(start, _run_end(view, next_name), EntityKind.ORGANISATION, sure, INSTITUTION)
    elif joined:
        yield Candidate(index, _run_end(view, next_name), EntityKind.ORGANISATION, 0.5, "a noun and the name joined to it")


def _arabic_name_end(view: View, index: int) -> int:
    """Behind the definite words that go on naming an institution, one bare word among them at most."""
    end, bare, definite = index, 0, 0
    while end < len(view.tokens) and end - index < 3 and word_script(view.tokens[end].text) == "arabic":
        word = view.tokens[end].text
        if view.lexicon("demonyms").match(view.tokens, end) and end > index and not word.startswith("ال"):
            break
        if word.startswith(("ال", "لل", "وال")) and len(word) > 4:
            definite += 1
        elif bare or definite or view.lexicon("common").match(view.tokens, end):
            break
        else:
            bare += 1
        end += 1
    return end if definite else index


def find_titled(view: View) -> Iterator[Candidate]:
    """Persons behind a title or a post, where no capitals mark them."""
    for name in ("titles", "roles", "occupations"):
        lexicon = view.lexicon(name)
        for index, token in enumerate(view.tokens):
            if view.is_cased(index) or not token.is_word:
                continue
            length = lexicon.match(view.tokens, index)
            end = _person_end(view, index + length) if length else 0
            if length and end > index + length:
                yield Candidate(index + length, end, EntityKind.PERSON, 0.7, "a person behind a title or a post")


def _person_end(view: View, index: int) -> int:
    """Behind up to three words in a row that are parts of persons' names."""
    end = index
    while end < len(view.tokens) and end - index < 4 and _is_person_word(view, end):
        end += 1
    return end if end - index > 1 else index


def _is_person_word(view: View, index: int) -> bool:
    word = view.tokens[index].text
    return view.tokens[index].is_word and not view.lexicon("common").match(view.tokens, index) and name_level(word) > 0


def find_announced(view: View) -> Iterator[Candidate]:
    """Names behind a noun for a firm, where no capitals mark them: شركة أرامكو."""
    lexicon = view.lexicon("organisations")
    for index in range(len(view.tokens) - 1):
        if word_script(view.tokens[index].text) != "arabic" or view.tokens[index].text.startswith("ال"):
            continue
        length = lexicon.match(view.tokens, index)
        end = index + length
        if not length or end >= len(view.tokens) or word_script(view.tokens[end].text) != "arabic":
            continue
        word = view.tokens[end].text
        plain = any(view.lexicon(name).match(view.tokens, end) for name in ("common", "demonyms", "organisations", "places"))
        if not word.startswith(("ال", "لل")) and not plain and len(word) > 2:
            yield Candidate(end, end + 1, EntityKind.ORGANISATION, 0.45, "the word behind a noun for a firm")
