"""How many subjects and objects of gold claims are found and linked: `python tools/evaluate_mentions.py GOLD_DIR [-v]`.

GOLD_DIR holds one folder for each story, with its articles and gold.json. Counted are the gold's subjects and objects that are
names (every long word has a capital). Each gold entity stands for the one entity of ours that most of its claims' articles name
in its words; `linked` is the share of claims whose article has a mention of that entity, `sentence` those that have one in the
sentence of the quote (or the one before). `merged` counts gold entities that share an entity of ours with another.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checker.entities import EntityTable, resolve_entities
from claims.article import Article
from claims.entities.aliases import load_aliases
from claims.entities.forms.words import split_words
from claims.entities.mention import Mention
from claims.entities.mentions import find_mentions
from claims.entities.names import compare_names
from claims.lang import load_pack
from claims.readers import load_articles

_NEAR = 220
"""Characters before a quote in which the sentence that holds it, and the one before, are looked for."""


@dataclass
class Score:
    """Counts over claims' subjects and objects."""

    roles: int = 0
    linked: int = 0
    sentence: int = 0
    entities: int = 0
    found: int = 0
    merged: list[str] = field(default_factory=list)
    languages: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))


def is_name(text: str | None) -> bool:
    """Whether a gold subject or object names an entity and is no description."""
    if not text or "(" in text:
        return False
    words = re.findall(r"[\w’'.]+", text)
    return all(len(word) > 1 and (word[0].isupper() or word[0].isdigit() or len(word) < 3) for word in words)


def same_entity(gold: Iterable[str], ours: Iterable[str]) -> float:
    """How surely one of the gold's names is one of ours, 0 to 1."""
    best = 0.0
    for one in gold:
        for two in ours:
            if split_words(one) == split_words(two):
                return 1.0
            for kind in ("organisation", "person"):
                found = compare_names(one, two, kind=kind)
                best = max(best, found.score if found.verdict != "different" else 0.0)
    return best


def assign(gold: Mapping[str, set[str]], table: EntityTable, articles: Mapping[str, set[str]]) -> dict[str, str | None]:
    """Our entity for each gold entity: the likest by name, then the one in most of its claims' articles."""
    where: dict[str, set[str]] = defaultdict(set)
    for article_id, row in table.mentions.items():
        for mention in row:
            if mention.entity_id:
                where[mention.entity_id].add(article_id)
    found: dict[str, str | None] = {}
    for name, names in gold.items():
        ranked = []
        for entity in table.entities.values():
            likeness = same_entity(names, (entity.name, *entity.aliases))
            overlap = len(where[entity.id] & articles[name])
            if likeness >= 0.5 and overlap:
                ranked.append((round(likeness, 1), overlap, entity.id))
        found[name] = max(ranked)[2] if ranked else None
    return found


def merged(gold: Mapping[str, set[str]], table: EntityTable) -> list[str]:
    """Entities of ours that carry the very names of two gold entities."""
    found = []
    for entity in table.entities.values():
        ours = [split_words(name) for name in (entity.name, *entity.aliases)]
        inside = sorted(name for name, names in gold.items() if any(split_words(each) in ours for each in names))
        if len(inside) > 1:
            found.append(f"{entity.id} holds {', '.join(inside)}")
    return found


def score_story(folder: Path, total: Score, verbose: bool) -> None:
    """Add one story's counts to the total."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    articles = [each for each in load_articles([str(folder)]).articles if not each.id.endswith("gold.json")]
    mentions = {article.id: find_mentions(article, load_pack(article.lang)) for article in articles}
    table = resolve_entities(articles, mentions, load_aliases())
    by_name = {Path(article.id).name: article for article in articles}
    names: dict[str, set[str]] = {}
    places: dict[str, set[str]] = defaultdict(set)
    for claim in gold["claims"]:
        for role in ("subject", "object"):
            if is_name(claim[role]):
                names.setdefault(claim[role], {claim[role], *gold.get("aliases", {}).get(claim[role], [])})
                places[claim[role]].add(by_name[claim["article"]].id)
    ours = assign(names, table, places)
    missed: Counter[str] = Counter()
    for claim in gold["claims"]:
        for role in ("subject", "object"):
            name = claim[role]
            if name in names:
                article = by_name[claim["article"]]
                row = [each for each in table.mentions[article.id] if each.entity_id and each.entity_id == ours[name]]
                missed[_count(claim, name, article, row, total) or ""] += 1
    total.merged += [f"{folder.name}: {pair}" for pair in merged(names, table)]
    total.entities += len(names)
    total.found += sum(entity is not None for entity in ours.values())
    del missed[""]
    if verbose:
        print(f"{folder.name}: {len(table.entities)} entities; missed {dict(missed)}")


def _count(claim: Mapping[str, Any], name: str, article: Article, row: Sequence[Mention], total: Score) -> str | None:
    """Count one role of a claim, `row` being its entity's mentions in the article; what was missed, or None."""
    start = article.text.find(claim["quote"])
    end = start + len(claim["quote"])
    near = [mention for mention in row if start < 0 or start - _NEAR <= mention.span.start <= end + 60]
    total.roles += 1
    total.linked += bool(row)
    total.sentence += bool(near)
    counts = total.languages[article.lang]
    counts[0] += 1
    counts[1] += bool(row)
    counts[2] += bool(near)
    if not row:
        return f"{name} [{article.lang}]"
    return None if near else f"{name} [{article.lang}] near {claim['quote'][:50]!r}"


def stories(root: Path) -> Sequence[Path]:
    """The story folders under `root`, or `root` itself."""
    return [root] if (root / "gold.json").exists() else sorted(path.parent for path in root.glob("*/gold.json"))


def main() -> None:
    """Score every story and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    total = Score()
    for folder in stories(options.gold):
        score_story(folder, total, options.verbose)
    print(f"entities {total.found}/{total.entities}  merged {len(total.merged)} {total.merged}")
    print(f"roles {total.roles}  linked {total.linked / total.roles:.3f}  sentence {total.sentence / total.roles:.3f}")
    for lang, (roles, linked, near) in sorted(total.languages.items()):
        print(f"  {lang}  {roles:4d}  linked {linked / roles:.2f}  sentence {near / roles:.2f}")


if __name__ == "__main__":
    main()
