"""Words in Latin letters and down to their consonants, so that one name meets itself in every script."""

from __future__ import annotations

from pathlib import Path

_TABLE = Path(__file__).with_name("roman.tsv")


class _Roman(dict[int, str]):
    """Latin letters for each character, from `roman.tsv`: a line is a code point and what it and the next ones give."""

    def __missing__(self, code: int) -> str:
        if not self:
            for line in _TABLE.read_text(encoding="ascii").splitlines():
                first, *romans = line.split("\t")
                self.update(enumerate(romans, start=int(first, 16)))
            return self[code]
        out = self[code] = chr(code) if code < 0x80 and chr(code).isalnum() else ""
        return out


_ROMAN = _Roman()
_VOWELS = str.maketrans("", "", "aeiouyw")
_DIGRAPHS = (
    ("sch", "s"), ("sh", "s"), ("ch", "s"), ("zh", "s"), ("kh", "k"), ("gh", "k"), ("qh", "k"),
    ("ph", "p"), ("th", "t"), ("dh", "t"),
)  # fmt: skip
_SOUNDS = str.maketrans("bpfvkgqcjszdtlrmn", "ppppkkkkkssttrrmn", "aeiouywh'")


def romanise(word: str) -> str:
    """`word` in lower-case ASCII letters and digits; empty when nothing of it has a Latin form."""
    return word if word.isascii() else word.translate(_ROMAN)


def consonants(roman: str) -> str:
    """The first letter and every later consonant of a romanised word."""
    return roman[:1] + roman[1:].translate(_VOWELS)


def sounds(roman: str) -> str:
    """The classes of consonants a romanised word is heard as, in order: "google" and "jwjl" both give k, k, r."""
    plain = roman.replace("ts", "s").replace("tz", "s")
    if "h" in plain:
        for letters, sound in _DIGRAPHS:
            plain = plain.replace(letters, sound)
    return plain.replace("x", "ks").translate(_SOUNDS)
