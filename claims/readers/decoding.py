"""Bytes to text: which encoding, and which characters stay."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from claims.declarations import load_table
from claims.language import identify_language

__all__ = ["clean_text", "decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks, the longer ones of a shared beginning first."""

_HALVES = re.compile("[\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029\v\f]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff]")
_SAMPLE = 60_000
_DAMAGE = 0.2
_CHAOS = 0.3
_BROKEN = re.compile(r"(?<=[^\W\d_])[^\w\s'\u2019./,;:!?()\"-]|[^\w\s'\u2018\u201c\u201e\u00ab\u00bf\u00a1./(\"$-](?=[^\W\d_])")


def decode(data: bytes, declared: str | None = None) -> str | None:
    """The text of `data`: by its byte order mark, as UTF-8, as `declared`, else by its statistics; None where it is no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if b"\0" in data[:_SAMPLE]:
        return _wide(data)
    return _strict(data, "utf-8") or _as_declared(data, declared) or _damaged_utf8(data) or _guessed(data)


def clean_text(text: str) -> str:
    """`text` with one kind of line end and without control characters and byte order marks; bidi marks stay.

    Half of a surrogate pair is no character and cannot be written anywhere: U+FFFD stands in for it.
    """
    return _HALVES.sub("\ufffd", _CONTROLS.sub("", _LINE_ENDS.sub("\n", text)))


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _as_declared(data: bytes, declared: str | None) -> str | None:
    if declared is None:
        return None
    try:
        return _strict(data, codecs.lookup(declared.strip()).name)
    except (LookupError, ValueError):
        return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of plain text is zero; anything else that holds zeros is no text."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) / 16 or min(even, odd) * 8 > max(even, odd):
        return None
    return _strict(data, "utf-16-be" if even > odd else "utf-16-le")


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes, each of which becomes U+FFFD."""
    text = data.decode("utf-8", errors="replace")
    beyond = sum(char > "\x7f" for char in text)
    return text if text.count("\ufffd") <= _DAMAGE * beyond else None


@cache
def _legacy() -> Mapping[str, tuple[str, ...]]:
    table = load_table(Path(__file__).with_name("legacy_encodings.toml"))
    return {encoding: table.words(encoding) for encoding in table}


def _guessed(data: bytes) -> str | None:
    """By statistics; among the encodings of one language, which differ in few letters, the one that breaks fewest words."""
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(data[:_SAMPLE], cp_isolation=list(_legacy()), threshold=_CHAOS).best()
    text = None if best is None else _strict(data, best.encoding)
    if text is None:
        return None
    lang = identify_language(text).lang
    readings = [_strict(data, encoding) for encoding, langs in _legacy().items() if lang in langs]
    return min((reading for reading in readings if reading is not None), key=_broken_words, default=text)


def _broken_words(text: str) -> int:
    """How many signs that no word holds stand inside one."""
    return len(_BROKEN.findall(text[:_SAMPLE]))
