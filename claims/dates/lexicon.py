"""The words of one language that speak of dates, compiled into one pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from claims.dates.calendar_names import month_first, month_names, numeric_order, weekday_names
from claims.dates.folding import fold
from claims.lang import load_pack, pack_codes
from claims.lang.dates import VOCABULARY, DateWords

_UNSPACED = ("zh", "ja")
_RIGHT_OPEN = ("zh", "ja", "ko")
_CLITICS = {"ar": "(?:[وف]?[بلك]?(?:ال|ل)?)??", "he": "(?:[והבלמשכ]{1,3})??"}
_GLUED = {"ar": "وفبلك", "he": "והבלמשכ"}
_MARKS = {"hi": "\u0900-\u0903\u093a-\u094f\u0951-\u0957", "ar": "\u064b-\u0652\u0640", "fa": "\u064b-\u0652"}

ALONE = frozenset("TYSMWGDF")
"""The kinds that can be a date on their own."""

_MARK = "[\u200e\u200f]?"
"""Marks of direction, which Arabic and Hebrew put between the figures of a date."""

Meaning = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Lexeme:
    """What a word means; `capital` where the text must write it so, `weak` where it means this only beside a figure
    or after a preposition, `short` where it is an abbreviation that needs its year."""

    meaning: Meaning
    capital: bool
    weak: bool = False
    short: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A language's pattern and what its matches mean; `dotted` has abbreviations that are another word without full stop."""

    lang: str
    words: DateWords
    pattern: re.Pattern[str]
    exact: Mapping[str, Lexeme]
    stems: Mapping[str, Lexeme]
    dotted: Mapping[str, Lexeme]
    joiners: frozenset[str]
    ranges: frozenset[str]
    at: frozenset[str]
    until: frozenset[str]
    since: frozenset[str]
    pairs: frozenset[str]
    between: frozenset[str]
    ahead: re.Pattern[str] | None
    counted: re.Pattern[str] | None
    month_first: bool
    numeric_order: str

    def only_beside(self, word: str) -> bool:
        """Whether the word is a date only beside another part of one."""
        found = self.exact.get(word)
        return found is not None and len(found.meaning) == 1 and found.meaning[0][0] not in ALONE

    def lexeme(self, word: str) -> Lexeme | None:
        """The meaning of a folded word that the pattern found."""
        found = self.exact.get(word)
        if found is not None:
            return found
        return next((self.stems[word[:n]] for n in range(len(word), 0, -1) if word[:n] in self.stems), None)


@cache
def load_lexicon(lang: str) -> Lexicon:
    """Compile a language; one without a pack has its CLDR names and figures only."""
    words = load_pack(lang).dates if lang in pack_codes() else DateWords()
    exact: dict[str, Lexeme] = {}
    stems: dict[str, Lexeme] = {}
    dotted: dict[str, Lexeme] = {}
    for word, lexeme in _entries(lang, words):
        target = stems if word.endswith("*") else exact
        known = target.setdefault(fold(word).rstrip("*"), lexeme)
        if lexeme.short and known is not lexeme:
            dotted[fold(word)] = lexeme
    return Lexicon(
        lang=lang,
        words=words,
        pattern=_compile(lang, words, exact, stems),
        exact=exact,
        stems=stems,
        dotted=dotted,
        joiners=frozenset(map(fold, words.joiners)),
        ranges=frozenset(map(fold, words.ranges)),
        at=frozenset(map(fold, words.at)),
        until=frozenset(map(fold, words.until)),
        since=frozenset(map(fold, words.since)),
        pairs=frozenset(map(fold, words.pairs)),
        between=frozenset(map(fold, words.between)),
        ahead=_any_of(lang, words.ahead),
        counted=_any_of(lang, words.counted),
        month_first=month_first(lang),
        numeric_order=numeric_order(lang),
    )


def _entries(lang: str, words: DateWords) -> Iterator[tuple[str, Lexeme]]:
    weak = {word.lower() for word in words.weak}
    for phrase, names in words.phrases.items():
        yield phrase, Lexeme(tuple(VOCABULARY[name] for name in names), phrase[:1].isupper(), phrase.lower() in weak)
    for name, forms in words.words.items():
        for form in forms:
            yield form, Lexeme((VOCABULARY[name],), form[:1].isupper(), form.lower() in weak)
    for era in words.eras:
        yield era, Lexeme((("E", words.eras[era]),), False)
    for region in ("", *words.regions):
        full = {name for name, _, short in month_names(lang, region) if not short}
        for name, month, short in month_names(lang, region):
            if short and name in full:
                continue
            bare = name.rstrip(".॰")
            if not bare[:1].isdigit() and bare not in words.words.get("ignore", ()):
                yield bare, Lexeme((("M", month),), bare[:1].isupper(), short or bare.lower() in weak, short)
    for name, day in weekday_names(lang):
        yield name, Lexeme((("W", day),), name[:1].isupper(), name.lower() in weak)


def _compile(lang: str, words: DateWords, exact: Mapping[str, Lexeme], stems: Mapping[str, Lexeme]) -> re.Pattern[str]:
    """One pattern that finds figures and words; in spaced scripts it looks at the starts of words only, which is fast."""
    letter = f"(?:[^\\W\\d_]|[{_MARKS[lang]}])" if lang in _MARKS else "[^\\W\\d_]"
    suffixes = "|".join(re.escape(fold(s)) for s in sorted(words.suffixes, key=len, reverse=True))
    suffix = f"(?:(?:{suffixes})(?!{letter}))?" if suffixes else ""
    decades = "|".join(re.escape(fold(s)) for s in words.decades)
    suffix = f"(?:(?P<decade>{decades})(?!{letter}))?{suffix}" if decades else suffix
    parts = [f"(?P<number>\\d+(?:{_MARK}[.,:/–-]{_MARK}\\d+)*{suffix}(?:'[^\\W\\d_]{{1,6}})?)"]
    if fiscal := words.words.get("fiscal"):
        prefix = "|".join(re.escape(fold(word)) for word in fiscal)
        parts.insert(0, f"(?:{prefix})(?P<year>\\d{{2,4}}(?:[/-]\\d{{2,4}})?)(?!\\w)")
    if words.compact:
        parts.insert(0, f"(?P<compact>{_compact(words)})")
    if words.roman:
        parts.append("(?P<roman>(?<!\\w)(?:iii|ii|iv|i)(?!\\w))")
    tree = _trie(exact, stems, "" if lang in _RIGHT_OPEN else f"{letter}*")
    if tree:
        left = f"(?<!{letter})" if lang in _MARKS or lang == "ko" else ""
        right = "" if lang in _RIGHT_OPEN else f"(?!{letter})"
        parts.append(f"{left}{_CLITICS.get(lang, '')}(?P<word>{tree}){right}")
    pattern = "|".join(parts)
    if lang in _RIGHT_OPEN:
        return re.compile(pattern)
    start = f"(?:\\b|(?<=[{_GLUED[lang]}]))" if lang in _GLUED else "\\b"
    return re.compile(f"{start}(?:{pattern})")


def _compact(words: DateWords) -> str:
    letters = "".join(sorted(fold(letter) for letter in words.compact))
    year = "(?:[ /'-]?(?:20)?\\d\\d)?"
    return f"(?<!\\w)(?:[1-4][{letters}]|[{letters}][1-4]){year}(?![\\w.,]\\d|\\w)"


def _any_of(lang: str, words: tuple[str, ...]) -> re.Pattern[str] | None:
    if not words:
        return None
    exact = {fold(w): Lexeme((), False) for w in words if not w.endswith("*")}
    stems = {fold(w).rstrip("*"): Lexeme((), False) for w in words if w.endswith("*")}
    tree = _trie(exact, stems, "\\w*")
    return re.compile(tree if lang in _UNSPACED else f"(?<!\\w){tree}(?!\\w)" if lang != "ko" else f"(?<!\\w){tree}")


def _trie(exact: Mapping[str, Lexeme], stems: Mapping[str, Lexeme], rest: str) -> str:
    """One pattern for all the words that reads each character once; longer words are tried before shorter ones."""
    root: dict[str, dict] = {}  # type: ignore[type-arg]
    for word, end in [*((w, "$") for w in exact), *((w, "*") for w in stems)]:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[end] = {}
    return _branch(root, rest) if root else ""


def _branch(node: dict[str, dict], rest: str) -> str:  # type: ignore[type-arg]
    options = [_literal(char) + _branch(child, rest) for char, child in node.items() if char not in ("$", "*")]
    if "*" in node:
        options.append(rest)
    elif "$" in node:
        options.append("")
    if len(options) == 1:
        return options[0]
    return f"(?:{'|'.join(options)})"


def _literal(char: str) -> str:
    return "[ -]" if char == " " else re.escape(char)
