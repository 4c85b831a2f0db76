"""Text folded for matching, character by character, so that positions stay those of the article."""

from __future__ import annotations

_SAME = (("\u00a0", " "), ("\u202f", " "), ("\u2009", " "), ("\u2019", "'"), ("\u02bc", "'"), ("\u2011", "-"), ("\u2010", "-"))
_ALIKE = (
    ("İ", "i"),
    ("ё", "е"),
    *((alef, "ا") for alef in "أإآٱ"),
    ("ى", "ي"),
    ("ی", "ي"),
    ("ک", "ك"),
    ("ة", "ه"),
    ("ۀ", "ه"),
    ("\u200c", " "),
)


def fold(text: str) -> str:
    """Lower case, with plain spaces and apostrophes and without the marks that writers leave out; the same length."""
    if text.isascii():
        return text.lower()
    for written, plain in _SAME:
        text = text.replace(written, plain)
    if not text.isascii():
        for written, plain in _ALIKE:
            text = text.replace(written, plain)
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
