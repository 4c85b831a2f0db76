"""Consonant classes of a name: what different scripts and languages write for one another falls into one class.

`class_string` is one quick reading, for telling far-apart names from near ones; `class_readings` gives every reading of the
first consonants, for blocking, because a letter may stand for several sounds (c, g, j) or for none (h, w, a final r).
"""

from __future__ import annotations

import re
from functools import lru_cache

_CLASSES = {
    **dict.fromkeys("bpfv", "P"),
    **dict.fromkeys("kgqcxh", "K"),
    **dict.fromkeys("td", "T"),
    **dict.fromkeys("szj", "S"),
    "m": "M",
    "n": "N",
    **dict.fromkeys("lr", "R"),
    **{digit: digit for digit in "0123456789"},
}
_PAIRS = (
    ("sch", "s"), ("tch", "s"), ("ch", "s"), ("sh", "s"), ("zh", "s"), ("ts", "s"), ("tz", "s"), ("dj", "s"), ("dz", "s"),
    ("ph", "f"), ("th", "t"), ("kh", "k"), ("gh", "k"), ("ck", "k"), ("x", "ks"),
)  # fmt: skip


@lru_cache(maxsize=200_000)
def class_string(roman: str) -> str:
    """The consonant classes of plain Latin letters, doubled ones once: "zuckerberg" is "SKRPRK"."""
    for written, sound in _PAIRS:
        roman = roman.replace(written, sound)
    classes: list[str] = []
    for char in roman:
        found = _CLASSES.get(char)
        if found and (not classes or classes[-1] != found):
            classes.append(found)
    return "".join(classes)


# What may stand in plain Latin letters of any language or romanisation, and the classes it may be; the first that fits holds.
_READINGS = (
    (r"s?h?ch|sch|tch|[szc]h|c[sz]|sz|d[jz]|t[sz]", ("S", "K")),
    (r"kh|gh", ("K", "")),
    (r"ck|k+", ("K",)),
    (r"q", ("K", "S")),
    (r"ph", ("P",)),
    (r"th", ("T", "S")),
    (r"ng(?![aeiou])", ("N",)),
    (r"n[gj]", ("N", "NK", "NS")),
    (r"m(?=[bp])|n+", ("N",)),
    (r"x", ("KS", "S")),
    (r"c(?=[eiy])", ("S",)),
    (r"c+", ("K",)),
    (r"g+(?=[eiy])", ("K", "S")),
    (r"g+", ("K", "")),
    (r"j", ("S", "")),
    (r"w|v", ("P", "")),
    (r"[bpf]+", ("P",)),
    (r"[td]+", ("T",)),
    (r"s$", ("S", "T")),
    (r"[sz]+", ("S",)),
    (r"m+", ("M",)),
    (r"l+", ("R",)),
    (r"r+(?=[^aeiouy]|$)", ("R", "")),
    (r"r+", ("R",)),
)
_READING = re.compile("|".join(f"({pattern})" for pattern, _ in _READINGS) + "|([0-9])")
_MOST_READINGS = 6


@lru_cache(maxsize=200_000)
def class_readings(roman: str, length: int) -> tuple[str, ...]:
    """The first `length` consonant classes of plain Latin letters, in every reading, six at most."""
    readings = [""]
    for match in _READING.finditer(roman):
        group = match.lastindex or 0
        choices = _READINGS[group - 1][1] if group <= len(_READINGS) else (match[0],)
        longer = dict.fromkeys(_extend(reading, choice) for reading in readings for choice in choices)
        if len(longer) > _MOST_READINGS:
            longer = dict.fromkeys(_extend(reading, choices[0]) for reading in readings)
        readings = list(longer)
        if all(len(reading) >= length for reading in readings):
            break
    return tuple(dict.fromkeys(reading[:length] for reading in readings))


def _extend(reading: str, classes: str) -> str:
    return reading if classes and reading.endswith(classes) else reading + classes
