"""Write the Latin letters of every character, by anyascii (ISC licence): python tools/encoder_roman.py.

The table, checker/encoders/roman.tsv, is kept in the package, so that another version of anyascii cannot change a vector.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from anyascii import anyascii

OUT = Path(__file__).resolve().parent.parent / "checker" / "encoders" / "roman.tsv"


def main() -> None:
    """The command."""
    lines = []
    for _, block in groupby(enumerate(_letters()), key=lambda item: item[1][0] - item[0]):
        entries = [entry for _, entry in block]
        lines.append("\t".join([f"{entries[0][0]:x}", *(roman for _, roman in entries)]))
    OUT.write_text("\n".join(lines) + "\n", encoding="ascii")


def _letters() -> Iterator[tuple[int, str]]:
    """Code points of letters and marks beyond ASCII, up to the end of the basic plane, with their Latin letters."""
    for code in range(0x80, 0x10000):
        roman = "".join(char for char in anyascii(chr(code)).lower() if char.isalnum())
        if roman and unicodedata.category(chr(code))[0] in "LM":
            yield code, roman


if __name__ == "__main__":
    main()
