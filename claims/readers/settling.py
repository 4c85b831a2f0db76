"""From a draft to an article: whether it holds words, and which language it is in."""

from __future__ import annotations

from claims.article import Article, Skipped
from claims.lang import pack_codes
from claims.language import LanguageGuess, identify_language
from claims.readers.draft import Draft
from claims.readers.outlets import parse_file_name

__all__ = ["settle_draft"]

_CLEAR = 0.9
_LETTERS = 40
_ALIKE = (frozenset({"hr", "sr", "bs"}), frozenset({"nb", "nn", "da"}), frozenset({"id", "ms"}), frozenset({"pt", "gl"}))
"""Languages so alike that a declaration counts for more than the text's statistics."""


def settle_draft(draft: Draft, asked: str | None, *, whole_file: bool) -> tuple[Article | Skipped, str | None]:
    """The article of a draft, or why there is none; and a note where the text contradicts the language that was declared.

    `asked` is the user's choice, which goes before what the file declares, which goes before its name. `whole_file`: the file
    holds this one article, so that its name may tell language and outlet.
    """
    if not any(map(str.isalpha, draft.text)):
        return Skipped(draft.path, "holds no words"), None
    named, outlet = parse_file_name(draft.id) if whole_file else (None, None)
    guess = identify_language(draft.text)
    declared = asked or draft.lang or named
    lang = _decide(draft.text, declared, guess)
    if lang is None:
        return Skipped(draft.path, f"{guess.reason}; --lang names it"), None
    if lang not in pack_codes():
        return Skipped(draft.path, f"no pack for its language: {_name(lang)}"), None
    article = Article(
        id=draft.id,
        path=draft.path,
        lang=lang,
        text=draft.text,
        title=draft.title,
        outlet=draft.outlet or (outlet if named == lang else None),
        published=draft.published,
        url=draft.url,
    )
    overruled = declared not in (None, lang, named)
    return article, f"declared as {declared}, but {guess.reason}" if overruled else None


def _decide(text: str, declared: str | None, guess: LanguageGuess) -> str | None:
    if declared is None or guess.lang is None:
        return declared if guess.lang is None else guess.lang
    if declared == guess.lang or any({declared, guess.lang} <= group for group in _ALIKE):
        return declared
    clear = guess.confidence >= _CLEAR and sum(map(str.isalpha, text)) >= _LETTERS
    return guess.lang if clear else declared


def _name(lang: str) -> str:
    """The English name of a language with its code, the code alone where CLDR has no name."""
    from babel import Locale  # noqa: PLC0415

    name = Locale("en").languages.get(lang)
    return f"{name} ({lang})" if name else lang
