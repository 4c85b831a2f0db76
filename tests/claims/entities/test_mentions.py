from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.article import Article
from claims.entities.mention import EntityKind, Mention
from claims.entities.mentions import find_mentions
from claims.lang import load_pack, pack_codes
from tests.claims.entities.mention_cases import NAME_CASES, NameCase


def mentions_of(text: str, lang: str, outlet: str | None = None) -> tuple[Mention, ...]:
    return find_mentions(Article("a", "a", lang, text, outlet=outlet), load_pack(lang))


@pytest.mark.parametrize("case", NAME_CASES, ids=lambda case: f"{case.lang}-{case.text[:30]}")
def test_finds_the_names_of_a_sentence(case: NameCase) -> None:
    found = {mention.text: mention for mention in mentions_of(case.text, case.lang)}
    for kind, names in ((EntityKind.ORGANISATION, case.organisations), (EntityKind.PERSON, case.persons)):
        for name in names:
            assert name in found, (name, sorted(found))
            assert found[name].kind is kind, (name, found[name])
    for name in case.places:
        assert name in found, (name, sorted(found))
    assert not set(case.none) & set(found)


@settings(max_examples=120, deadline=None)
@given(text=st.text(max_size=200), lang=st.sampled_from(pack_codes()))
def test_any_text_gives_ordered_spans_that_index_it(text: str, lang: str) -> None:
    before = 0
    for mention in mentions_of(text, lang):
        assert mention.span.of(text) == mention.text
        assert mention.span.start >= before
        assert 0 < mention.confidence <= 1
        assert mention.reason
        assert mention.entity_id is None
        before = mention.span.end


@settings(max_examples=40, deadline=None)
@given(parts=st.lists(st.sampled_from([case.text for case in NAME_CASES]), max_size=4), lang=st.sampled_from(pack_codes()))
def test_text_in_another_language_than_told_does_not_raise(parts: list[str], lang: str) -> None:
    text = "\n".join(parts)
    assert all(mention.span.of(text) == mention.text for mention in mentions_of(text, lang))


def test_the_outlet_is_no_mention_in_its_own_article() -> None:
    text = "Harbour Ledger has learned that Telvora Group will sell its docks."
    assert "Harbour Ledger" in {mention.text for mention in mentions_of(text, "en")}
    assert "Harbour Ledger" not in {mention.text for mention in mentions_of(text, "en", outlet="Harbour Ledger")}


def test_a_name_said_again_in_short_is_found_where_a_sentence_begins() -> None:
    text = "Docks are for sale at Orvane Shipping. Orvane expects bids by May."
    assert [mention.text for mention in mentions_of(text, "en")] == ["Orvane Shipping", "Orvane"]
