"""Write claims/quantities/cldr/spellout/<lang>.json: the number words of every language that CLDR can spell out.

usage: python -m tools.cldr.spellout FOLDER    (FOLDER is the unpacked npm package cldr-rbnf, see tools/cldr/README.md)
"""

from __future__ import annotations

import json
import re
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError

from claims.quantities.folding import fold
from claims.quantities.spelled import Atom, Sum
from tools.cldr.rbnf import NotSpelled, Speller

TARGET = Path(__file__).parents[2] / "claims" / "quantities" / "cldr" / "spellout"
_SMALL = (*range(100), *range(100, 1000, 100), *(10**power for power in (3, 4, 5, 6, 9)))
_POWERS = (2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 15, 16)
_RENAMED = {"no": "nb"}
_SPACELESS = frozenset({"zh", "ja", "ko", "th", "lo", "km", "my", "yue"})


def _spell(speller: Speller, number: int) -> list[str]:
    found: dict[str, None] = {}
    for name in speller.cardinals:
        if "days" in name:
            continue
        try:
            text = fold(speller.spell(number, name)).text.strip()
        except NotSpelled:
            continue
        if text and not any(char.isdigit() for char in text) and "error" not in text:
            found[text] = None
    return list(found)


def _combines(words: dict[str, int], powers: dict[str, int], tokens: list[str], number: int) -> bool:
    total: Sum | None = Sum()
    for token in tokens:
        if total is None:
            return False
        if token in words:
            total = total.add(Atom(Decimal(words[token])))
        elif token in powers:
            total = total.add(Atom(Decimal(0), Decimal(1).scaleb(powers[token])))
    return total is not None and total.value == number


def _find_powers(speller: Speller, compound: bool) -> tuple[dict[str, int], list[str]]:
    powers: dict[str, int] = {}
    lone: list[str] = []
    for power in _POWERS:
        for text in _spell(speller, 10**power):
            if " " not in text and "-" not in text and not _is_product(speller, text, power, compound):
                powers[text] = power
                lone.append(text)
        for count in (1, 2, 3, 5, 8, 11):
            for text in _spell(speller, count * 10**power):
                rest = _without(text, _spell(speller, count), compound)
                if rest and " " not in rest and powers.get(rest, power) == power:
                    powers[rest] = power
    longer = {word for word in powers for other in powers if compound and word != other and word.endswith(other)}
    endings = (_endings(speller, count, power, compound) for count in (1, 2, 3, 5, 11) for power in set(powers.values()))
    counted = {word for found in endings for word in found}
    powers = {word: power for word, power in powers.items() if word not in longer and word in counted}
    return powers, sorted(set(lone) & set(powers))


def _endings(speller: Speller, count: int, power: int, compound: bool) -> set[str]:
    return {_without(text, _spell(speller, count), compound) for text in _spell(speller, count * 10**power)}


def _is_product(speller: Speller, text: str, power: int, compound: bool) -> bool:
    """Whether a single word is made of a smaller count and a smaller power (zehntausend)."""
    counts = [word for count in (1, 10, 100) for word in _spell(speller, count)]
    return compound and any(text.startswith(word) and len(text) > len(word) for word in counts)


def _without(text: str, counts: list[str], compound: bool) -> str:
    for count in sorted(counts, key=len, reverse=True):
        for gap in (" ", "-", *(("",) if compound else ())):
            if text.startswith(count + gap) and len(text) > len(count + gap):
                return text[len(count + gap) :].strip()
    return ""


def build(lang: str, speller: Speller) -> dict[str, Any]:
    """The tables of one language: words with their values, powers of ten, powers that stand alone for one."""
    compound = lang in _SPACELESS or any(" " not in text and "-" not in text for text in _spell(speller, 5000))
    powers, lone = _find_powers(speller, compound)
    words: dict[str, int] = {}
    phrases: dict[str, int] = {}
    for number in _SMALL:
        for text in _spell(speller, number):
            tokens = re.split(r"[ -]", text)
            if len(tokens) == 1 and text not in powers:
                words.setdefault(text, number)
            elif len(tokens) > 1 and number < 100 and not _combines(words, powers, tokens, number):
                phrases.setdefault(text, number)
    if compound:
        words = {word: number for word, number in words.items() if number < 100 or _is_new(word, words, powers)}
    if lang in _SPACELESS:
        single = {word for word in words | powers if len(word) == 1}
        words = {word: number for word, number in words.items() if len(word) == 1 or not set(word) <= single}
    return {"words": words | phrases, "powers": powers, "lone": lone, "compound": compound}


def _is_new(word: str, words: dict[str, int], powers: dict[str, int]) -> bool:
    return not any(word.endswith(power) and (word[: -len(power)] in words | powers or word == power) for power in powers)


def main() -> None:
    """Write one file for each language."""
    folder = Path(sys.argv[1]) / "rbnf"
    TARGET.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.glob("*.json")):
        sets = json.loads(path.read_text(encoding="utf-8"))["rbnf"]["rbnf"].get("SpelloutRules")
        if not sets or "-" in path.stem:
            continue
        try:
            plural = Locale.parse(path.stem).plural_form
        except UnknownLocaleError:
            continue
        table = build(path.stem, Speller(sets, plural))
        if table["words"]:
            text = json.dumps(table, ensure_ascii=False, indent=0, sort_keys=True)
            (TARGET / f"{_RENAMED.get(path.stem, path.stem)}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
