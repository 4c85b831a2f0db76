"""Which language a text is written in.

The model is py3langid's (139 languages, numpy only, ships its data): it knows many more languages than there are packs, so
that a text in a language without a pack comes out as that language and not as the nearest one that has a pack.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

__all__ = ["LanguageGuess", "identify_language", "primary_subtag"]

_SAMPLE = 3000
"""Characters looked at: more of an article changes no answer."""

_FEWEST_LETTERS = 12
_MANY_LETTERS = 200
_SURE = 0.5

_SAME = {
    "no": "nb",
    "iw": "he",
    "in": "id",
    "fil": "tl",
    "uzs": "uz",
    "wuu": "zh",
    "yue": "zh",
    "cmn": "zh",
    "arz": "ar",
    "ary": "ar",
}
"""Labels and old codes that are one written language to a newsroom."""

_NOISE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|[\d\s!-@\[-`{-~]+")
_LETTERS = re.compile(r"[^\W\d_]")
_SUBTAG = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*\s*")


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """`lang` is a BCP 47 primary subtag, or None where the text does not tell; `confidence` lies in 0..1."""

    lang: str | None
    confidence: float
    reason: str


def identify_language(text: str) -> LanguageGuess:
    """The language that most of `text` is written in, whether there is a pack for it or not."""
    sample = _sample(text)
    letters = len(_LETTERS.findall(sample))
    if letters == 0:
        return LanguageGuess(None, 0.0, "the text holds no words")
    (lang, confidence), (_, second) = _ranked(sample)[:2]
    stands_out = confidence >= _SURE or (letters >= _MANY_LETTERS and confidence >= 2 * second)
    if lang == "zxx" or not stands_out:
        return LanguageGuess(None, confidence, "the language cannot be told")
    if letters < _FEWEST_LETTERS and not _is_dense(sample):
        return LanguageGuess(None, confidence, "too few words to tell the language")
    return LanguageGuess(lang, confidence, f"the text reads as {lang} ({confidence:.0%})")


def primary_subtag(tag: str | None) -> str | None:
    """The primary subtag of a BCP 47 tag or locale name ("pt-BR", "de_DE"), None where it is neither."""
    match = _SUBTAG.fullmatch(tag) if tag else None
    if match is None:
        return None
    code = match[1].lower()
    return _SAME.get(code, code)


def _sample(text: str) -> str:
    """The words of the beginning of `text`; figures, marks and addresses say nothing about the language."""
    return _NOISE.sub(" ", text[:_SAMPLE]).strip()


def _is_dense(sample: str) -> bool:
    """Whether the letters are of a script that says much in few of them (Chinese, Japanese, Korean)."""
    return sum("\u2e80" <= char <= "\ud7ff" for char in sample) >= 4


def _ranked(sample: str) -> list[tuple[str, float]]:
    """Languages with their probabilities, the likeliest first; those that are one to us are added up."""
    total: dict[str, float] = {}
    for label, probability in _identifier().rank(sample):
        code = _SAME.get(label, label)
        total[code] = total.get(code, 0.0) + float(probability)
    return sorted(total.items(), key=lambda item: (-item[1], item[0]))


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
