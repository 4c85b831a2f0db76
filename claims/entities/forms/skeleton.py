"""Consonant classes of a name, and the blocking keys made of them: names that could be one share a key."""

from __future__ import annotations

from functools import lru_cache

# What different scripts and languages write for one another falls into one class; vowels and half-vowels have none.
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
_PAIRS = (("sch", "s"), ("tch", "s"), ("ch", "s"), ("sh", "s"), ("zh", "s"), ("ts", "s"), ("tz", "s"), ("dj", "s"), ("dz", "s"), ("ph", "f"), ("th", "t"), ("kh", "k"), ("gh", "k"), ("ck", "k"), ("x", "ks"))


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
