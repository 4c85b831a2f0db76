"""The alias table: names that sound alike in no language (谷歌, "Big Blue", ВТБ), for what the world's news is about.

`aliases.toml` has a table per kind with one line per entity: its id and its names, the English one first. `[tickers]` maps a
stock symbol to an id. A user's own file has the same shape; an id that is already there gets further names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from claims.declarations import PackError, Table, load_table
from claims.entities.forms.inflection import agree_as_person, rough_stem, same_words
from claims.entities.forms.name_forms import canonical_form, plain_letters
from claims.entities.forms.scripts import script_of
from claims.entities.forms.words import clean_name, split_words

KINDS = ("organisation", "person", "place")

_FILE = Path(__file__).parent / "aliases.toml"
# A name in capitals up to this long is found in capitals only: "UN" is no French article, "WHO" no pronoun.
_CAPITALS = 4
_CACHED = 200_000


@dataclass(frozen=True, slots=True)
class AliasEntry:
    """One entity of the table; `name` is its English name and the first of `names`."""

    id: str
    name: str
    kind: str
    names: tuple[str, ...]


class AliasTable:
    """Entries by every name they have; a lookup is remembered, so asking again costs nothing."""

    def __init__(self, entries: Iterable[AliasEntry], tickers: Mapping[str, str]) -> None:
        self.entries: dict[str, AliasEntry] = {entry.id: entry for entry in entries}
        self._index: dict[tuple[str, str], AliasEntry] = {}
        self._capitals: set[str] = set()
        self._any_case: set[str] = set()
        self._found: dict[tuple[str, str | None], AliasEntry | None] = {}
        self._bare: dict[tuple[str, str], AliasEntry | None] = {}
        self._stems: dict[tuple[str, str], list[tuple[AliasEntry, tuple[str, ...]]]] = {}
        for entry in self.entries.values():
            for name in entry.names:
                self._add(entry, name)
        self._tickers = {symbol: self.entries[identifier] for symbol, identifier in tickers.items()}

    def _add(self, entry: AliasEntry, name: str) -> None:
        (self._capitals if _is_abbreviation(name) else self._any_case).add(_key(split_words(name)))
        whole, bare = _keys(name, entry.kind)
        other = self._index.setdefault((entry.kind, whole), entry)
        if other.id != entry.id:
            raise PackError(f"aliases: {name!r} is a name of both {other.id} and {entry.id}")
        # Without its legal form a name may be another's too (Merck & Co, Merck KGaA): then it is nobody's.
        shared = self._bare.setdefault((entry.kind, bare), entry)
        if shared is not None and shared.id != entry.id:
            self._bare[entry.kind, bare] = None
        words = tuple(canonical_form(name, entry.kind).split())
        self._stems.setdefault((entry.kind, _stem_key(words, script_of("".join(words)))), []).append((entry, words))

    def find(self, name: str, kind: str | None) -> AliasEntry | None:
        """The entity of this kind (None: of any) that has `name`, in any case, quotation marks or inflected form.

        An organisation is looked for among places too, and the other way round: a country acts through its government.
        """
        asked = (name, kind)
        if asked not in self._found:
            if len(self._found) >= _CACHED:
                self._found.clear()
            self._found[asked] = self._find(name, kind)
        return self._found[asked]

    def _find(self, name: str, kind: str | None) -> AliasEntry | None:
        kinds = _kinds_to_ask(kind)
        symbol = name.strip().lstrip("$")
        if symbol in self._tickers and self._tickers[symbol].kind in kinds:
            return self._tickers[symbol]
        for asked in kinds:
            for key in _keys(name, asked):
                entry = self._entry(asked, key)
                if entry is not None and self._case_fits(key, name):
                    return entry
        return self._find_inflected(name, kinds) or self._find_bilingual(name, kind)

    def _find_inflected(self, name: str, kinds: tuple[str, ...]) -> AliasEntry | None:
        for asked in kinds:
            words = tuple(canonical_form(name, asked).split())
            script = script_of("".join(words))
            for entry, known in self._stems.get((asked, _stem_key(words, script)), ()):
                key = _key(known)
                fits = self._entry(asked, key) is entry and self._case_fits(key, name)
                if fits and same_words(words, known, script) and (asked != "person" or agree_as_person(words, known, script)):
                    return entry
        return None

    def _find_bilingual(self, name: str, kind: str | None) -> AliasEntry | None:
        """A name given in two scripts at once, "小米 Xiaomi": both must mean the same entity."""
        scripts: dict[str, list[str]] = {}
        for word in name.split():
            scripts.setdefault(script_of(word), []).append(word)
        if len(scripts) != 2 or "latin" not in scripts:
            return None
        first, second = (self.find(" ".join(words), kind) for words in scripts.values())
        return first if first is not None and second is not None and first.id == second.id else None

    def _entry(self, kind: str, key: str) -> AliasEntry | None:
        return self._index.get((kind, key)) or self._bare.get((kind, key))

    def _case_fits(self, key: str, name: str) -> bool:
        """Whether `name` is written in capitals where its key asks for it; an ending may be small: "ВТБ-а", "EU's"."""
        if key not in self._capitals or key in self._any_case:
            return True
        letters = [char for char in name if char.isalpha()][: len(key)]
        return all(char.isupper() or char.lower() == char.upper() for char in letters)


def _is_abbreviation(name: str) -> bool:
    letters = name.replace(".", "")
    return len(letters) <= _CAPITALS and letters.isupper()


def _kinds_to_ask(kind: str | None) -> tuple[str, ...]:
    if kind is None:
        return KINDS
    if kind == "person":
        return ("person",)
    return ("place", "organisation") if kind == "place" else ("organisation", "place")


def _key(words: Iterable[str]) -> str:
    return "".join(plain_letters(word) for word in words)


def _stem_key(words: tuple[str, ...], script: str) -> str:
    return " ".join(rough_stem(word, script) for word in words)


def _keys(name: str, kind: str) -> tuple[str, str]:
    """The name whole and without legal form or title, each as one run of plain letters."""
    whole = _key(split_words(name)) or clean_name(name)
    return whole, _key(canonical_form(name, kind).split()) or whole


def load_aliases(extra: Path | None = None) -> AliasTable:
    """The shipped table, with a user's own file added; `PackError` names file and key of what is wrong."""
    return _table(extra)


@cache
def _table(extra: Path | None) -> AliasTable:
    """One table a file: a cache on the public function would hold the shipped one twice, under no argument and under None."""
    entries, tickers = _read_file(_FILE, {})
    if extra is not None:
        entries, more = _read_file(extra, entries)
        tickers = {**tickers, **more}
    return AliasTable(entries.values(), tickers)


def _read_file(path: Path, known: Mapping[str, AliasEntry]) -> tuple[dict[str, AliasEntry], dict[str, str]]:
    table = load_table(path)
    entries = dict(known)
    for kind in KINDS:
        rows = table.table(kind)
        for identifier in rows:
            names = rows.words(identifier, required=True)
            if not names:
                raise rows.error(identifier, "has no name")
            entries[identifier] = _merge(entries.get(identifier), AliasEntry(identifier, names[0], kind, names), rows)
    tickers = {symbol: str(identifier) for symbol, identifier in table.mapping("tickers").items()}
    for symbol, identifier in tickers.items():
        if identifier not in entries:
            raise table.error(f"tickers.{symbol}", f"no entity {identifier!r}")
    table.done()
    return entries, tickers


def _merge(old: AliasEntry | None, new: AliasEntry, rows: Table) -> AliasEntry:
    if old is None:
        return new
    if old.kind != new.kind:
        raise rows.error(new.id, f"is already declared as {old.kind}")
    return replace(old, names=tuple(dict.fromkeys(old.names + new.names)))
