"""How long resolving the names of a large run takes: `python benchmarks/bench_entities.py [ARTICLES]`, 10,000 by default.

Made-up articles in English, German, Russian and Arabic, twelve about each of many stories; every story has its own firms and
persons, and all share some countries and cities. Prints seconds and peak memory; the limit for 10,000 articles is 5 minutes
and 2 GB in one process.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence

from anyascii import anyascii

from checker.entities import resolve_entities
from claims.article import Article, Span
from claims.entities.aliases import load_aliases
from claims.entities.mention import EntityKind, Mention, MentionForm

PER_STORY = 12
SENTENCES = 12
_ONSETS = ["b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kr", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v", "z"]
_VOWELS = ["a", "e", "i", "o", "u"]
_CODAS = ["", "", "l", "n", "r", "s", "k", "m"]
_SECOND = ["Energy", "Data", "Robotics", "Cells", "Capital", "Systems", "Foods", "Motors", "Logistics", "Steel"]
_PLACES = {
    "en": ["Germany", "Poland", "London", "Cairo"],
    "de": ["Deutschland", "Polen", "London", "Kairo"],
    "ru": ["Германия", "Польша", "Лондон", "Каир"],
    "ar": ["ألمانيا", "بولندا", "لندن", "القاهرة"],
}
_FILL = {
    "en": "said on Monday that the company would work with",
    "de": "erklärte am Montag, das Unternehmen werde zusammenarbeiten mit",
    "ru": "сообщила в понедельник, что компания будет работать с",
    "ar": "أعلنت أن الشركة ستعمل مع",
}
_CYRILLIC = str.maketrans("abdefghijklmnoprstuvz", "абдефгхийклмнопрстувз")
_ARABIC = str.maketrans("abdfghijklmnoprstuvz", "ابدفغهيجكلمنوبرستوفز", "e")


def made_word(chance: random.Random) -> str:
    """A pronounceable word of two or three syllables."""
    syllables = (chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS) for _ in range(chance.randint(2, 3)))
    return "".join(syllables).capitalize()


def written(name: str, lang: str) -> str:
    """A made-up Latin name as a language writes it."""
    if lang == "ru":
        return " ".join(word.translate(_CYRILLIC).capitalize() for word in name.lower().split())
    return name.lower().translate(_ARABIC) if lang == "ar" else name


def story(number: int) -> Iterator[tuple[Article, list[Mention]]]:
    """The articles of one story with their mentions, every place known exactly."""
    chance = random.Random(number)
    firms = [f"{made_word(chance)} {chance.choice(_SECOND)}" for _ in range(6)]
    persons = [f"{made_word(chance)} {made_word(chance)}" for _ in range(4)]
    for index in range(PER_STORY):
        lang = ("en", "de", "ru", "ar")[index % 4]
        names = [(name, EntityKind.ORGANISATION) for name in firms] + [(name, EntityKind.PERSON) for name in persons]
        places = [(place, EntityKind.PLACE) for place in _PLACES[lang]]
        picked = chance.choices([*((written(name, lang), kind) for name, kind in names), *places], k=2 * SENTENCES)
        yield write_article(f"{number:05d}-{index:02d}", lang, picked)


def write_article(identifier: str, lang: str, names: Sequence[tuple[str, EntityKind]]) -> tuple[Article, list[Mention]]:
    """An article that says each pair of names in a sentence."""
    text, mentions = "", []
    for position, (name, kind) in enumerate(names):
        span = Span(len(text), len(text) + len(name))
        mentions.append(Mention(span, name, kind, MentionForm.NAME, None, 0.9, "made up"))
        text += name + (f" {_FILL[lang]} " if position % 2 == 0 else ".\n")
    return Article(identifier, identifier, lang, text), mentions


def main() -> None:
    """Resolve and report."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    anyascii("a")
    rows = [row for number in range(-(-wanted // PER_STORY)) for row in story(number)][:wanted]
    articles = [article for article, _ in rows]
    mentions = {article.id: row for article, row in rows}
    started, cpu = time.perf_counter(), time.process_time()
    table = resolve_entities(articles, mentions, load_aliases())
    seconds, worked = time.perf_counter() - started, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    total = sum(map(len, mentions.values()))
    print(f"{len(articles)} articles, {total} mentions, {len(table.entities)} entities, {len(table.possible)} possible matches")
    print(f"{seconds:.1f} s ({worked:.1f} s of processor time), {peak:.0f} MB at the peak")


if __name__ == "__main__":
    main()
