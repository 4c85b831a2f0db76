"""Packs and kinds: every shipped one is valid, and what is wrong with another is named by file and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.cues import cue_elements
from claims.declarations import PackError
from claims.kinds import load_kind, load_kinds
from claims.lang import load_pack, load_pack_file, pack_codes

CORE = ("ar", "de", "en", "pt", "ru", "uk")
DESIGN_KINDS = {
    "valuation", "stake", "deal_value", "revenue", "profit_loss", "spending", "funding", "headcount", "layoffs", "founded",
    "departure", "appointment", "partnership", "fine", "date", "other_quantity",
}  # fmt: skip


def test_every_kind_of_the_design_is_declared() -> None:
    assert set(load_kinds()) == DESIGN_KINDS


@pytest.mark.parametrize("code", pack_codes())
def test_every_pack_is_valid(code: str) -> None:
    assert load_pack(code).code == code


@pytest.mark.parametrize("code", CORE)
def test_core_packs_have_cues_for_every_kind_and_signal(code: str) -> None:
    pack = load_pack(code)
    assert {kind for kind in load_kinds() if not any(pack.kinds.get(kind, {}).values())} == set()
    assert {name for name, cues in pack.cues.items() if not cues} == set()
    for name, kind in load_kinds().items():
        assert {state for state in kind.states if not pack.kinds[name].get(state)} <= {"denied"}


@pytest.mark.parametrize("code", pack_codes())
def test_every_cue_holds_a_word(code: str) -> None:
    pack = load_pack(code)
    lists = [*pack.cues.values(), *(cues for kind in pack.kinds.values() for cues in kind.values())]
    assert [cue for cues in lists for cue in cues if cue_elements(cue)[0] == "*"] == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('code = "zz"\nname = "Z"\ncolour = 1', "zz.toml: colour: unknown key"),
        ('name = "Z"', "zz.toml: code: missing"),
        ('code = "yy"\nname = "Z"', "zz.toml: code: must be the file's name"),
        ('code = "zz"\nname = "Z"\n[cues]\nplanned = ["will", "will"]', "zz.toml: cues.planned: duplicate cue 'will'"),
        ('code = "zz"\nname = "Z"\n[cues]\nplaned = ["will"]', "zz.toml: cues.planed: unknown key"),
        ('code = "zz"\nname = "Z"\n[cues]\nplanned = "will"', "zz.toml: cues.planned: must be list"),
        ('code = "zz"\nname = "Z"\n[kinds.stakes]\ncues = []', "zz.toml: kinds.stakes: unknown kind"),
        ('code = "zz"\nname = "Z"\n[kinds.stake]\nended = []', "zz.toml: kinds.stake.ended: unknown key"),
        ('code = "zz"\nname = "Z"\n[kinds.departure]\nended = ["a"]\nending = ["a"]', "duplicate cue 'a', also in ended"),
        ("code = ", "zz.toml: not TOML"),
    ],
)
def test_a_wrong_pack_is_refused_by_file_and_key(text: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "zz.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PackError) as error:
        load_pack_file(path)
    assert says in str(error.value)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("name =", "nome ="), "name: missing"),
        (('types = ["percent"]', 'types = ["share"]'), "slots.value.types: 'share' is none of"),
        (('contest = ["value"]', 'contest = ["colour"]'), "compare.contest: 'colour' is none of"),
        (("[compare]", '[compare]\ncontradiction = [["a", "b"]]'), "compare.contradiction: 'a' is no state"),
    ],
)
def test_a_wrong_kind_is_refused_by_file_and_key(change: tuple[str, str], says: str, tmp_path: Path) -> None:
    source = Path(__file__).parents[2] / "claims" / "kinds" / "stake.toml"
    path = tmp_path / "stake.toml"
    text = source.read_text(encoding="utf-8")
    assert change[0] in text
    path.write_text(text.replace(*change, 1), encoding="utf-8")
    with pytest.raises(PackError) as error:
        load_kind(path)
    assert str(error.value).startswith("stake.toml: ")
    assert says in str(error.value)
