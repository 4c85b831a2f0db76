"""The name matcher: cases as data, and what must hold for any two names."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.entities import same_name
from claims.entities.aliases import AliasTable
from claims.entities.names import blocking_keys, canonical_form, compare_names, romanise
from claims.entities.names.display import readable_name

CASES = Path(__file__).parents[2] / "cases" / "names"
KINDS = ("organisation", "person", "place")
LETTERS = st.sampled_from("abcxyzABZéß абвгЖїґ ابتثو אבגד カナー漢字한글αβΩ0129 .-'«»&()·")
NAMES = st.one_of(st.text(max_size=20), st.text(LETTERS, max_size=20))


def read_cases() -> list[tuple[str, str, str, str]]:
    cases = []
    for path in sorted(CASES.glob("*.toml")):
        for verdict, pairs in tomllib.loads(path.read_text(encoding="utf-8")).items():
            cases += [(path.stem, verdict, a, b) for a, b in pairs]
    return cases


@pytest.mark.parametrize(("kind", "verdict", "a", "b"), read_cases())
def test_verdict(kind: str, verdict: str, a: str, b: str) -> None:
    found = compare_names(a, b, kind=kind)
    assert found.verdict == verdict, found
    assert compare_names(b, a, kind=kind) == found
    assert same_name(a, b, kind=kind) == (verdict == "same")


@pytest.mark.parametrize(("kind", "verdict", "a", "b"), [case for case in read_cases() if case[1] == "same"])
def test_names_that_are_one_share_a_block(kind: str, verdict: str, a: str, b: str) -> None:
    assert set(blocking_keys(a, kind)) & set(blocking_keys(b, kind))


def test_a_surname_shares_a_block_with_the_full_name() -> None:
    assert set(blocking_keys("Келлер", "person")) & set(blocking_keys("Markus Keller", "person"))


def test_sound_alone_finds_names_without_the_alias_table() -> None:
    empty = AliasTable((), {})
    assert compare_names("Huawei", "Хуавэй", kind="organisation", aliases=empty).verdict == "same"
    assert compare_names("Google", "谷歌", kind="organisation", aliases=empty).verdict != "same"


def test_unknown_kind_is_an_error() -> None:
    with pytest.raises(ValueError, match="kind must be one of"):
        compare_names("a", "b", kind="company")


@settings(max_examples=300, deadline=None)
@given(NAMES, NAMES, st.sampled_from(KINDS))
def test_any_two_names_compare_in_either_order(a: str, b: str, kind: str) -> None:
    found = compare_names(a, b, kind=kind)
    assert 0.0 <= found.score <= 1.0
    assert found.reason
    assert compare_names(b, a, kind=kind) == found


@settings(max_examples=200, deadline=None)
@given(NAMES, st.sampled_from(KINDS))
def test_a_name_is_itself_and_has_forms(name: str, kind: str) -> None:
    assert isinstance(romanise(name), str)
    if canonical_form(name, kind):
        assert compare_names(name, name, kind=kind).verdict == "same"
        assert canonical_form(canonical_form(name, kind), kind)


@pytest.mark.parametrize(
    ("name", "kind", "form"),
    [
        ("Kaltwerk Energie GmbH & Co. KG", "organisation", "kaltwerk energie"),
        ("ООО «Рассвет»", "organisation", "рассвет"),
        ("شركة النور", "organisation", "النور"),
        ("丰田汽车有限公司", "organisation", "丰田汽车"),
        ("株式会社ひかり", "organisation", "株式会社ひかり"),
        ("Hikari 株式会社", "organisation", "hikari"),
        ("Luz do Sul S.A.", "organisation", "luz do sul"),
        ("Dr. Jana Nováková", "person", "jana nováková"),
        ("田中社長", "person", "田中"),
        ("AG", "organisation", "ag"),
    ],
)
def test_canonical_form(name: str, kind: str, form: str) -> None:
    assert canonical_form(name, kind) == form


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("Keller", "Keller"),
        ("Маркус Келлер", "Markus Keller"),
        ("ВТБ", "VTB"),
        ("ケラー", "Kera"),
        ("ماركوس", "Markus"),
        ("بوتين", "Butin"),
        ("Χαλκίδα", "Chalkida"),
        ("马克·王", "Make Wang"),
        ("", ""),
    ],
)
def test_romanise(name: str, read: str) -> None:
    assert romanise(name) == read


@pytest.mark.parametrize(
    ("name", "lang", "read"),
    [
        ("Григорій Щербак", "uk", "Hryhorii Shcherbak"),
        ("Юлія Ковальська", "uk", "Yuliia Kovalska"),
        ("Дмитрий Щукин", "ru", "Dmitry Shchukin"),
        ("Евгения Бельская", "ru", "Yevgeniya Belskaya"),
        ("Norvex", "uk", "Norvex"),
    ],
)
def test_reads_names_by_the_standard_of_their_language(name: str, lang: str, read: str) -> None:
    assert readable_name(name, lang) == read
