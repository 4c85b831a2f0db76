from __future__ import annotations

import pytest

from claims.entities.concepts import NameParts, read_parts


@pytest.mark.parametrize(
    ("form", "concepts", "proper"),
    [
        ("kestrel energy", ("energy",), "kestrel"),
        ("кестрел энерго", ("energy",), "кестрел"),
        ("صندوق النخيل للبنية التحتية", ("fund", "infrastructure"), "نخيل"),
        ("banco de kestrel", ("bank",), "kestrel"),
        ("telvora", (), "telvora"),
        ("", (), ""),
    ],
)
def test_reads_what_is_translated_and_what_is_spelled(form: str, concepts: tuple[str, ...], proper: str) -> None:
    assert read_parts(form) == NameParts(concepts, proper)
