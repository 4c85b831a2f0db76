from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.entities import EntityTable, resolve_entities
from claims.article import Article
from claims.entities.aliases import load_aliases
from claims.entities.mentions import find_mentions
from claims.lang import load_pack

TEXTS = {
    "de": (
        "Orvane Shipping verkauft Hafen\n"
        "Orvane Shipping verkauft seinen Hafen in Rostock an Telvora. Das Unternehmen schweigt."
    ),
    "en": (
        "Orvane Shipping sells a port\n"
        "The port goes to Telvora, said Ingrid Malloy, Orvane's chief executive."
    ),
    "ru": (
        "«Орване» продаёт порт\n"
        "Компания Orvane Shipping продаёт порт фирме «Телвора», сообщила Ингрид Маллой."
    ),
    "uk": (
        "Порт купує Telvora\n"
        "Порт у Ростоку купує Telvora, заявила гендиректорка Інгрід Маллой."
    ),
}
STORY = tuple(Article(lang, lang, lang, text) for lang, text in TEXTS.items())


def resolved(articles: Sequence[Article]) -> EntityTable:
    mentions = {article.id: find_mentions(article, load_pack(article.lang)) for article in articles}
    return resolve_entities(articles, mentions, load_aliases())


def named(table: EntityTable, article: str, text: str) -> str | None:
    return next((mention.entity_id for mention in table.mentions[article] if mention.text == text), None)


def test_names_in_every_script_are_one_entity() -> None:
    table = resolved(STORY)
    assert named(table, "de", "Telvora") == "organisation/telvora"
    assert named(table, "ru", "Телвора") == "organisation/telvora"
    assert named(table, "ru", "Ингрид Маллой") == named(table, "uk", "Інгрід Маллой") == "person/ingrid-malloy"
    assert table.entities["person/ingrid-malloy"].name == "Ingrid Malloy"


def test_a_short_name_and_a_description_mean_the_full_name() -> None:
    table = resolved(STORY)
    assert named(table, "en", "Orvane") == "organisation/orvane-shipping"
    assert named(table, "de", "Das Unternehmen") == "organisation/orvane-shipping"


@settings(max_examples=8, deadline=None)
@given(order=st.permutations(STORY))
def test_the_order_of_the_articles_makes_no_difference(order: list[Article]) -> None:
    one, two = resolved(STORY), resolved(order)
    assert one.entities == two.entities
    assert dict(one.mentions) == dict(two.mentions)
    assert one.possible == two.possible


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Brennholt warns\nBrennholt has no ties to Brennholt Energie GmbH.", "Brennholt", "Brennholt Energie GmbH"),
        ("Lakmé Cars grew\nLakmé Cars outsold Lakmé Trucks, a separate firm.", "Lakmé Cars", "Lakmé Trucks"),
        ("QVK struggles\nQVK Trucks grew. QVK itself, the owner, lost money.", "QVK", "QVK Trucks"),
        ("Anna Sorel and Peter Sorel met\nAnna Sorel spoke first, then Peter Sorel.", "Anna Sorel", "Peter Sorel"),
    ],
)  # fmt: skip
def test_what_one_article_tells_apart_stays_apart(text: str, first: str, second: str) -> None:
    table = resolved([Article("en", "en", "en", text)])
    one, two = named(table, "en", first), named(table, "en", second)
    assert one is not None
    assert two is not None
    assert one != two


def test_names_known_elsewhere_are_found_where_they_were_missed() -> None:
    table = resolved(STORY)
    title = [mention for mention in table.mentions["de"] if mention.span.start == 0]
    assert [mention.entity_id for mention in title] == ["organisation/orvane-shipping"]


def test_the_alias_table_names_what_it_knows() -> None:
    articles = [
        Article("ar", "ar", "ar", "قالت «جوجل» إنها ستستثمر 20 مليون دولار."),
        Article("ru", "ru", "ru", "Выручка «Гугла» выросла, сообщает компания."),
    ]
    table = resolved(articles)
    assert named(table, "ar", "جوجل") == named(table, "ru", "Гугла") == "organisation/google"
    assert table.entities["organisation/google"].name == "Google"


def test_every_mention_indexes_its_text_and_none_overlap() -> None:
    table = resolved(STORY)
    for article in STORY:
        row = table.mentions[article.id]
        assert all(mention.span.of(article.text) == mention.text for mention in row)
        assert all(one.span.end <= two.span.start for one, two in itertools.pairwise(row))
        assert all(mention.entity_id is None or mention.entity_id in table.entities for mention in row)


def test_a_run_without_articles_is_an_empty_table() -> None:
    assert resolved([]) == EntityTable({}, {}, ())


def test_a_name_that_is_half_translated_is_one_entity_in_the_same_company() -> None:
    articles = [
        Article("en", "en", "en", "Telvora owes 40 million to Kestrel Infrastructure Fund, said Ingrid Malloy."),
        Article("ru", "ru", "ru", "Telvora должна «Кестрел Инфраструктурный фонд» 40 млн, сообщила Ингрид Маллой."),
    ]
    table = resolved(articles)
    assert named(table, "ru", "Кестрел Инфраструктурный фонд") == "organisation/kestrel-infrastructure-fund"
