"""docs/input.md names every format, field and reason that the readers know."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claims.readers import FORMATS
from claims.readers.rows import FIELDS

PAGE = (Path(__file__).parents[3] / "docs" / "input.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", FORMATS)
def test_names_every_format(suffix: str) -> None:
    assert f"`{suffix}`" in PAGE


@pytest.mark.parametrize("field", FIELDS)
def test_names_every_field_and_its_other_names(field: str) -> None:
    (row,) = re.findall(rf"^\| `{field}` \|.*$", PAGE, re.MULTILINE)
    written = [name.replace("_", "") for name in re.findall(r"`([\w_]+)`", row)]
    missing = set(FIELDS[field]) - set(written)
    assert not missing
