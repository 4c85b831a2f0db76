"""What a file's name says about its article: `<lang>-<outlet>.txt`."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

__all__ = ["parse_file_name"]

_NAME = re.compile(r"([a-z]{2})(?:[-_. ](.+))?")
_GENERIC = frozenset({"article", "artikel", "copy", "doc", "draft", "index", "news", "page", "sample", "story", "test", "text"})


def parse_file_name(name: str) -> tuple[str | None, str | None]:
    """The language code and the outlet in a file name, in title case: "de-freie-woche.txt" is ("de", "Freie Woche")."""
    match = _NAME.fullmatch(PurePosixPath(name).stem.lower())
    if match is None:
        return None, None
    words = re.split(r"[-_. ]+", match[2] or "")
    while words and not any(map(str.isalpha, words[-1])):
        words.pop()
    if not words or set(words) <= _GENERIC:
        return match[1], None
    return match[1], " ".join(word[:1].upper() + word[1:] for word in words)
