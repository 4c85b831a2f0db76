from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from claims.article import Article
from claims.entities.mention import Mention, MentionForm
from claims.entities.mentions import find_mentions
from claims.entities.salience import resolve_references
from claims.lang import load_pack
from tests.claims.entities.mention_cases import REFERENCE_CASES, ReferenceCase


def linked(text: str, lang: str) -> tuple[Mention, ...]:
    """The mentions of a text, each name its own entity, with the references resolved."""
    article = Article("a", "a", lang, text)
    names = [replace(mention, entity_id=mention.text) for mention in find_mentions(article, load_pack(lang))]
    return resolve_references(article, load_pack(lang), names)


@pytest.mark.parametrize("case", REFERENCE_CASES, ids=lambda case: f"{case.lang}-{case.text[:30]}")
def test_resolves_what_stands_for_a_name(case: ReferenceCase) -> None:
    found = {mention.text: mention for mention in linked(case.text, case.lang)}
    for phrase, name in case.who.items():
        assert phrase in found, (phrase, sorted(found))
        assert found[phrase].entity_id == name, found[phrase]
        assert found[phrase].confidence < 0.9
        assert found[phrase].form in (MentionForm.DESCRIPTION, MentionForm.ROLE, MentionForm.PRONOUN)




def test_mentions_stay_in_order_and_apart() -> None:
    text = "\n".join(case.text for case in REFERENCE_CASES if case.lang == "en")
    found = linked(text, "en")
    assert all(one.span.end <= two.span.start for one, two in itertools.pairwise(found))
