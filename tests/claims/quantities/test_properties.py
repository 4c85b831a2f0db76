"""What holds for every text: no crash, spans that index it, linear time, and amounts that read back as they were formatted."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_compact_decimal, format_currency, format_decimal, format_percent
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claims.lang import pack_codes
from claims.quantities import find_quantities
from claims.quantities.quantity import Quantity
from tests.steps import grows_linearly

LANGUAGES = (*pack_codes(), "ka", "th", "mn", "bn", "xx", "", "und", "pt-BR", "zh_Hant", "no such language")
PIECES = (
    "0123456789٠٢५５.,- '’$€%٪¥kмбmn½/:+–~()\u200f\u00a0\n",
    ["two", "hundred", "million", "and", "a", "half", "of", "more", "than", "between", "percent", "people"],
    ["тысяч", "миллиона", "полтора", "почти", "между", "половину", "рублей"],
    ["zwei", "Drittel", "Millionen", "hundertzwanzig", "Prozent"],
    ["三十万億分之", "مليارا", "ألفين", "نصف", "दो", "लाख", "साढ़े", "백만원"],
)
TEXTS = st.lists(st.sampled_from([piece for group in PIECES for piece in group]), max_size=30).map("".join)
CURRENCIES = ("USD", "EUR", "GBP", "JPY", "UAH", "SEK")
LOCALES = (
    "ar",
    "bg",
    "cs",
    "da",
    "de",
    "el",
    "en",
    "es",
    "fa",
    "fi",
    "fr",
    "he",
    "hi",
    "hr",
    "hu",
    "id",
    "it",
    "ja",
    "ko",
    "nb",
    "nl",
    "pl",
    "pt",
    "ro",
    "ru",
    "sk",
    "sv",
    "tr",
    "uk",
    "vi",
    "zh",
)
COMPACT = (
    "ar",
    "cs",
    "de",
    "el",
    "en",
    "es",
    "fa",
    "fr",
    "he",
    "hi",
    "id",
    "it",
    "nl",
    "pl",
    "pt",
    "ro",
    "ru",
    "sv",
    "tr",
    "uk",
    "vi",
)


@given(text=st.one_of(st.text(max_size=80), TEXTS), lang=st.sampled_from(LANGUAGES))
@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(text="9" * 5000, lang="en")
@example(text="İ 5 ﬁ ŉ", lang="tr")
@example(text="½" * 50, lang="ja")
def test_spans_index_the_text_and_never_overlap(text: str, lang: str) -> None:
    end = 0
    for quantity in find_quantities(text, lang):
        assert quantity.raw == quantity.span.of(text)
        assert quantity.span.start >= end
        end = quantity.span.end
        assert _is_ordered(quantity)


def _is_ordered(quantity: Quantity) -> bool:
    both = quantity.low is not None and quantity.high is not None
    return (quantity.low is not None or quantity.high is not None) and (not both or quantity.low <= quantity.high)


@given(cents=st.integers(100, 10**11), code=st.sampled_from(CURRENCIES), locale=st.sampled_from(LOCALES))
@settings(max_examples=400, deadline=None)
def test_money_reads_back_as_it_is_formatted(cents: int, code: str, locale: str) -> None:
    amount = Decimal(cents) / 100
    text = format_currency(amount, code, "#,##0.00 ¤¤", locale=locale, currency_digits=False)
    found = find_quantities(text, locale)
    assert [(quantity.point, quantity.unit) for quantity in found] == [(amount, code)], text


@given(value=st.integers(0, 10**12), locale=st.sampled_from(LOCALES))
@settings(max_examples=300, deadline=None)
def test_whole_numbers_read_back(value: int, locale: str) -> None:
    text = format_decimal(value, locale=locale)
    found = find_quantities(text, locale)
    assert [quantity.point for quantity in found] == [Decimal(value)], text


@given(tenths=st.integers(1, 9999), locale=st.sampled_from(LOCALES))
@settings(max_examples=300, deadline=None)
def test_percent_reads_back(tenths: int, locale: str) -> None:
    text = format_percent(Decimal(tenths) / 1000, "#,##0.0%", locale=locale)
    found = find_quantities(text, locale)
    assert [(quantity.point, quantity.unit) for quantity in found] == [(Decimal(tenths) / 10, "percent")], text


@given(value=st.integers(2, 999), power=st.sampled_from((3, 6, 9)), locale=st.sampled_from(COMPACT))
@settings(max_examples=300, deadline=None)
def test_compact_numbers_read_back(value: int, power: int, locale: str) -> None:
    amount = value * 10**power
    text = format_compact_decimal(amount, format_type="long", locale=locale, fraction_digits=3)
    assert [quantity.point for quantity in find_quantities(text, locale)] == [Decimal(amount)], text


REPEATED = (
    *("1,", "1 000 ", "1-", "1/", ".", "$", "- ", "1a", "9", "+1", "1 to ", "https://", "a", "ein", "三", "полтора "),
    *("half ", "two hundred ", "million ", "1 million and ", "between 1 and "),
)


@pytest.mark.parametrize("lang", ["en", "de", "zh"])
@pytest.mark.parametrize("piece", REPEATED)
def test_work_grows_with_the_length_of_the_text(piece: str, lang: str) -> None:
    assert grows_linearly(lambda size: find_quantities((piece * size)[:size], lang))


UNPACKED = (
    ("bn", "পঁচিশ", 25),
    ("ca", "vint i dos", 22),
    ("ka", "ორას ორმოცდაათი", 250),
    ("kn", "ಒಂಬತ್ತು", 9),
    ("ml", "മുപ്പത്തിഒന്ന്", 31),
    ("mn", "хорин зургаа", 26),
    ("ne", "तीन लाख", 300_000),
    ("te", "పదిహేను", 15),
)


@pytest.mark.parametrize(("lang", "text", "value"), UNPACKED)
def test_languages_without_a_pack_have_number_words(lang: str, text: str, value: int) -> None:
    found = find_quantities(text, lang)
    assert [(quantity.low, quantity.high) for quantity in found] == [(Decimal(value), Decimal(value))]


@pytest.mark.parametrize(
    "text", ["Убыток составил 5 млн.", "Прибуток 5 тис.", "Es sind 5 Mio.", "Custou 5 mi.", "It cost about 5 bn."]
)
def test_spans_stay_inside_a_text_that_is_cut_anywhere(text: str) -> None:
    for end in range(len(text) + 1):
        for lang in ("ru", "uk", "de", "pt", "en"):
            for quantity in find_quantities(text[:end], lang):
                assert text[:end][quantity.span.start : quantity.span.end] == quantity.raw != ""
