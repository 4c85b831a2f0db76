"""What the tagger sees of a token: its form, its neighbours, and whether words like it are parts of names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from anyascii import anyascii

from claims.entities.folding import bare_forms, fold_word
from claims.entities.lexicon import lexicon_of
from claims.entities.person_tokens import name_level, person_level
from claims.entities.tokens import Token, word_script
from claims.lang import load_pack, pack_codes

CHARACTER_GROUPS = frozenset({"zh", "ja", "ko"})
"""The groups whose tokens are characters."""

_OPEN = frozenset("«„“‘‹「『《〈")
_CLOSE = frozenset("»”’›」』》〉")
_EDGE = "^"


_CLASSES = {
    "person": ("roles", "titles", "occupations"),
    "organisation": ("organisations", "institutions", "facilities"),
    "place": ("places", "locatives"),
    "demonym": ("demonyms",),
    "small": ("common", "definite", "particles"),
}
"""What a word of the language's pack announces, so that what is learned in one language serves in the next."""


def token_features(tokens: Sequence[Token], group: str, lang: str) -> list[list[str]]:
    """One list of features for each token of a text, as the tagger of a script group reads them."""
    quoted = _inside_quotes(tokens)
    if group in CHARACTER_GROUPS:
        return _character_features(tokens, quoted)
    return _word_features(tokens, quoted, lang)


@lru_cache(maxsize=65536)
def word_class(word: str, lang: str) -> str:
    """What the pack of a language says a word announces, "" for nothing or where there is no pack."""
    if lang not in pack_codes():
        return ""
    words = load_pack(lang).entities
    return "".join(
        name[0] for name, lists in _CLASSES.items() if any(lexicon_of(getattr(words, each)).has(word) for each in lists)
    )


def _inside_quotes(tokens: Sequence[Token]) -> list[str]:
    """"b" right behind an opening mark, "i" further in (at most eight tokens), "" outside."""
    marks = [""] * len(tokens)
    start: int | None = None
    for index, token in enumerate(tokens):
        if token.text in _OPEN or (token.text == '"' and start is None):
            start = index
        elif token.text in _CLOSE or token.text == '"':
            if start is not None and index - start <= 8:
                marks[start + 1 : index] = ["b", *["i"] * (index - start - 2)][: index - start - 1]
            start = None
    return marks


@lru_cache(maxsize=65536)
def _shape(word: str) -> str:
    shape = ""
    for character in word[:12]:
        if character.isdigit():
            kind = "9"
        elif character.isupper():
            kind = "X"
        elif character.isalpha():
            kind = "x"
        else:
            kind = character
        if not shape.endswith(kind * 2):
            shape += kind
    return shape


@lru_cache(maxsize=65536)
def _own_features(word: str) -> tuple[str, ...]:
    """What the form of one word tells wherever it stands."""
    folded, found = fold_word(word), [f"w={fold_word(word)}", f"sh={_shape(word)}"]
    found += [f"p{n}={folded[:n]}" for n in range(1, 5) if len(folded) > n]
    found += [f"s{n}={folded[-n:]}" for n in range(1, 5) if len(folded) > n]
    script = word_script(word)
    if script != "latin" and script:
        roman = anyascii(folded).lower()
        found += [f"r={roman[:6]}", f"rs={roman[-3:]}"]
    if "-" in word:
        found += ["hyphen", f"hs={_shape(word.rsplit('-', 1)[-1])}", f"hl={folded.rsplit('-', 1)[-1][-4:]}"]
    if script == "arabic":
        found += [f"c={bare}" for bare in bare_forms(folded)[1:]]
    found.append(f"sc={script}")
    found.append(f"n={name_level(word)}")
    return tuple(found)


@lru_cache(maxsize=65536)
def _near_features(word: str) -> tuple[str, ...]:
    """What a word tells about the one next to it."""
    folded = fold_word(word)
    return (f"w={folded}", f"sh={_shape(word)}", f"s={folded[-3:]}", f"p={folded[:4]}", f"n={name_level(word)}")


def _word_features(tokens: Sequence[Token], quoted: Sequence[str], lang: str) -> list[list[str]]:
    rows = []
    classes = [word_class(token.text, lang) for token in tokens]
    last = len(tokens) - 1
    for index, token in enumerate(tokens):
        row = ["bias", *_own_features(token.text), f"q={quoted[index]}", f"k={classes[index]}"]
        if token.first:
            row += ["first", f"first+sh={_shape(token.text)}"]
        for offset in (-2, -1, 1, 2):
            place = index + offset
            if not 0 <= place <= last:
                row.append(f"{offset}{_EDGE}")
            elif abs(offset) == 1:
                row.append(f"{offset}k={classes[place]}|{_shape(token.text)}")
                row += [f"{offset}{feature}" for feature in _near_features(tokens[place].text)]
            else:
                row += [f"{offset}{feature}" for feature in _near_features(tokens[place].text)[:2]]
        if 0 < index < last:
            row.append(f"around={_shape(tokens[index - 1].text)}|{_shape(token.text)}|{_shape(tokens[index + 1].text)}")
        rows.append(row)
    return rows


def _character_kind(token: Token) -> str:
    script = word_script(token.text)
    return script if len(token.text) == 1 else f"{script}:{_shape(token.text)}"


def _character_features(tokens: Sequence[Token], quoted: Sequence[str]) -> list[list[str]]:
    texts = [token.text.lower() for token in tokens]
    kinds = [_character_kind(token) for token in tokens]
    levels = _name_levels(texts)
    padded = [_EDGE] * 3 + texts + [_EDGE] * 3
    rows = []
    for index, token in enumerate(tokens):
        near = padded[index : index + 7]
        row = ["bias", f"q={quoted[index]}", f"k={kinds[index]}", f"n={levels[index]}"]
        row += [f"c{offset}={near[3 + offset]}" for offset in (-2, -1, 0, 1, 2)]
        row += [f"b{offset}={near[3 + offset]}{near[4 + offset]}" for offset in (-2, -1, 0, 1)]
        row += [f"t{offset}={''.join(near[3 + offset : 6 + offset])}" for offset in (-2, -1, 0)]
        row += [f"k{offset}={kinds[index + offset]}" for offset in (-1, 1) if 0 <= index + offset < len(tokens)]
        row += ["first"] if token.first else []
        row += ["spaced"] if token.spaced else []
        row += ["next_spaced"] if index + 1 < len(tokens) and tokens[index + 1].spaced else []
        rows.append(row)
    return rows


def _name_levels(texts: Sequence[str]) -> list[str]:
    """Where the longest known parts of persons' names stand: "b2" begins one of level 2, "i2" goes on with it."""
    levels = ["0"] * len(texts)
    index = 0
    while index < len(texts):
        for length in range(min(7, len(texts) - index), 1, -1):
            level = person_level("".join(texts[index : index + length]))
            if level:
                levels[index : index + length] = [f"b{level}", *[f"i{level}"] * (length - 1)]
                index += length - 1
                break
        index += 1
    return levels
