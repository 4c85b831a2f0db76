from __future__ import annotations

import importlib.util

import pytest

from claims.entities.mention import EntityKind
from claims.entities.tagger import TaggerError, load_tagger
from claims.entities.tagger_crf import group_of


@pytest.mark.parametrize(
    ("lang", "text", "name", "kind"),
    [
        ("en", "The contract was signed by Margaret Holloway in Birmingham.", "Margaret Holloway", EntityKind.PERSON),
        ("de", "Das teilte Oberbürgermeister Thomas Brandner am Freitag mit.", "Thomas Brandner", EntityKind.PERSON),
        ("pt", "O ministro João Carvalho falou aos jornalistas em Lisboa.", "João Carvalho", EntityKind.PERSON),
        ("ru", "Об этом сообщил губернатор Сергей Морозов.", "Сергей Морозов", EntityKind.PERSON),
        ("ja", "トヨタ自動車は東京で新しい車を発表した。", "トヨタ自動車", EntityKind.ORGANISATION),
    ],
)
def test_the_shipped_tagger_marks_names_of_every_group(lang: str, text: str, name: str, kind: EntityKind) -> None:
    found = {each.span.of(text): each for each in load_tagger().find(text, lang)}
    assert name in found
    assert found[name].kind is kind
    assert 0 < found[name].confidence <= 1


def test_the_same_text_gives_the_same_spans() -> None:
    text = "Arabische Zeitungen nennen Sami Haddad und die Firma Nordmeer."
    assert load_tagger().find(text, "de") == load_tagger().find(text, "de")


def test_a_script_no_group_has_learned_gives_no_spans() -> None:
    assert group_of("el") == ""
    assert load_tagger().find("Η Αθήνα", "el") == ()


@pytest.mark.parametrize("name", ["", "spacy", "spacy:", "gliner:", "flair:x", "Embedded"])
def test_an_unknown_tagger_is_one_clear_error(name: str) -> None:
    with pytest.raises(TaggerError, match="use embedded, spacy:MODEL or gliner:MODEL"):
        load_tagger(name)


@pytest.mark.parametrize("package", ["spacy", "gliner"])
def test_a_missing_package_is_named(package: str) -> None:
    if importlib.util.find_spec(package) is not None:
        pytest.skip(f"{package} is installed here")
    with pytest.raises(TaggerError, match=f"pip install {package}"):
        load_tagger(f"{package}:some-model")
