"""A readable Latin form of a name in any script."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from claims.entities.forms.scripts import script_of


@lru_cache(maxsize=50_000)
def romanise(name: str) -> str:
    """`name` in Latin letters for a reader; a Latin name is returned as it is."""
    text = unicodedata.normalize("NFKC", name).strip()
    script = script_of(text)
    if script in ("latin", ""):
        return text
    read = re.sub(r"\s+", " ", anyascii(text)).strip()
    return " ".join(word[:1].upper() + word[1:] for word in read.split(" "))
