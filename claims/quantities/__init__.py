"""Figures in a text as intervals with a unit."""

from __future__ import annotations

from functools import cache

from claims.quantities.finder import Anchors, find
from claims.quantities.lexicon import load_lexicon, resolve_language
from claims.quantities.quantity import Quantity

__all__ = ["Quantity", "find_quantities"]


def find_quantities(text: str, lang: str) -> list[Quantity]:
    """Every figure of `text` in order of appearance, as intervals whose spans index `text` and do not overlap.

    `lang` is a BCP 47 tag; a language without a pack is read with what CLDR knows of it, an unknown one with plain digits and
    currency signs. Never raises on any text. Takes time linear in the length of the text.
    """
    code = resolve_language(lang)
    return find(text, load_lexicon(code), _anchors(code))


@cache
def _anchors(code: str) -> Anchors:
    return Anchors(load_lexicon(code))
