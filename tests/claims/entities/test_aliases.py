"""The alias table: found in any form a text writes, extended by a user's file, refused where it contradicts itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.declarations import PackError
from claims.entities.aliases import load_aliases
from claims.entities.forms.scripts import script_of


@pytest.mark.parametrize(
    ("name", "kind", "entity"),
    [
        ("GOOGLE", "organisation", "google"),
        ("«Гугла»", "organisation", "google"),
        ("Гуглу", "organisation", "google"),
        ("بجوجل", "organisation", "google"),
        ("בגוגל", "organisation", "google"),
        ("구글은", "organisation", "google"),
        ("Google's", "organisation", "google"),
        ("GOOGL", "organisation", "google"),
        ("$TSLA", "organisation", "tesla"),
        ("Metas", "organisation", "meta"),
        ("Meta'nın", "organisation", "meta"),
        ("Мети", "organisation", "meta"),
        ("Tesly", "organisation", "tesla"),
        ("Ford Motor Co.", "organisation", "ford"),
        ("Європейським центральним банком", "organisation", "ecb"),
        ("Міністерства оборони України", "organisation", "ukraine-mod"),
        ("للأمم المتحدة", "organisation", "un"),
        ("Europäischen Zentralbank", "organisation", "ecb"),
        ("ОПЕК+", "organisation", "opec-plus"),
        ("ОПЕК", "organisation", "opec"),
        ("Elona Muska", "person", "elon-musk"),
        ("Володимиром Зеленським", "person", "volodymyr-zelensky"),
        ("Польщі", "place", "poland"),
        ("Германией", "place", "germany"),
        ("Ukraine", "organisation", "ukraine"),
        ("EU", "organisation", "eu"),
        ("Eu", "organisation", None),
        ("un", "organisation", None),
        ("us", "place", None),
        ("Merck", "organisation", None),
        ("Google", "person", None),
        ("Гуголь", "organisation", None),
        ("", "organisation", None),
    ],
)
def test_find(name: str, kind: str, entity: str | None) -> None:
    found = load_aliases(None).find(name, kind)
    assert (found.id if found else None) == entity


def test_every_name_finds_its_own_entity() -> None:
    table = load_aliases(None)
    names = [(name, entry) for entry in table.entries.values() for name in entry.names]
    assert [(name, entry.id) for name, entry in names if table.find(name, entry.kind) != entry] == []


def test_the_canonical_name_is_readable_in_english() -> None:
    entries = load_aliases(None).entries.values()
    assert len(entries) >= 400
    assert [entry.name for entry in entries if script_of(entry.name) != "latin"] == []


def test_a_users_file_adds_names_and_entities(tmp_path: Path) -> None:
    extra = tmp_path / "mine.toml"
    rows = ['google = ["Google", "Mountain View giant"]', 'kaltwerk = ["Kaltwerk", "Das Werk"]']
    extra.write_text("\n".join(["[organisation]", *rows]), encoding="utf-8")
    table = load_aliases(extra)
    for name, entity in (("Mountain View giant", "google"), ("谷歌", "google"), ("Das Werk", "kaltwerk")):
        found = table.find(name, "organisation")
        assert found is not None
        assert found.id == entity


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[organisation]\nother = ["Other", "谷歌"]\n', "谷歌.*google and other"),
        ("[organisation]\nother = []\n", "organisation.other: has no name"),
        ('[person]\ngoogle = ["Google"]\n', "already declared as organisation"),
        ('[tickers]\nOTHR = "nobody"\n', "tickers.OTHR: no entity 'nobody'"),
        ('[companies]\nother = ["Other"]\n', "companies: unknown key"),
        ("[organisation\n", "not TOML"),
    ],
)
def test_a_wrong_file_is_refused_by_name(tmp_path: Path, text: str, problem: str) -> None:
    extra = tmp_path / "mine.toml"
    extra.write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=problem):
        load_aliases(extra)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30))
def test_any_text_may_be_asked_for(name: str) -> None:
    found = load_aliases(None).find(name, None)
    assert found is None or found.names
