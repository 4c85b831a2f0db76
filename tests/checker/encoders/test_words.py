from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.encoders.features import word_features
from checker.encoders.romanised import romanise, sounds
from checker.encoders.words import normal_form, split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Der Umsatz stieg um 1.250 Euro.", ["der", "umsatz", "stieg", "um", "1250", "euro"]),
        ("وأعلنَتِ الشركةُ عن ٣٥ مليون", ["واعلنت", "الشركه", "عن", "35", "مليون"]),
        ("ёлка", ["елка"]),
        ("売上高が伸びた", ["売", "上", "高", "伸", "売上", "上高", "高が", "が伸", "伸び", "びた"]),
        ("トヨタの車", ["トヨタ", "車", "の車"]),
        ("삼성전자가 발표", ["삼성전자가", "발표"]),
        ("\u200f12\u202f500 Kč", ["12500", "kč"]),
        ("  ", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert split_words(text) == words


NAMES = [("google", "جوجل"), ("google", "гугл"), ("renault", "ルノルト"), ("musk", "маск")]


@pytest.mark.parametrize(("left", "right"), NAMES)
def test_a_name_sounds_alike_in_every_script(left: str, right: str) -> None:
    assert sounds(romanise(normal_form(left))) == sounds(romanise(normal_form(right)))


@given(st.lists(st.text(max_size=40), max_size=8))
def test_features_of_a_word_do_not_depend_on_its_neighbours(texts: list[str]) -> None:
    words = sorted({word for text in texts for word in split_words(text)})
    together = word_features(words)
    assert len(together.starts) == len(words) + 1
    for index, word in enumerate(words):
        alone = word_features([word])
        own = together.hashes[together.starts[index] : together.starts[index + 1]]
        assert len(own) > 0
        assert np.array_equal(np.sort(alone.hashes), np.sort(own))


@given(st.text(max_size=80))
def test_words_are_stable_under_normalisation(text: str) -> None:
    assert all(word and not word.isspace() for word in split_words(text))
    assert split_words(text) == split_words(text + "\n")
