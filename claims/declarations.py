"""The one validator for what is declared in TOML: kinds, language packs, alias tables.

Reading is validating: a `Table` hands out each key once, in the type asked for, and `done` refuses what is left over.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any


class DeclarationError(ValueError):
    """A declaration that cannot be used; the message names file and key."""


class PackError(DeclarationError):
    """A language pack, a kind or another declared file that does not have the declared shape."""


class Table:
    """A TOML table that is checked as it is read."""

    def __init__(self, data: Mapping[str, Any], file: str, path: str = "") -> None:
        self._left = dict(data)
        self._file = file
        self._path = path

    def error(self, key: str, problem: str) -> PackError:
        """A `PackError` that names this file and `key`."""
        return PackError(f"{self._file}: {self._path + key}: {problem}")

    def has(self, key: str) -> bool:
        """Whether `key` is there and not yet read."""
        return key in self._left

    def __iter__(self) -> Iterator[str]:
        """The keys not yet read, in file order."""
        return iter(tuple(self._left))

    def _take(self, key: str, kind: type, default: Any) -> Any:
        if key not in self._left:
            if default is None:
                raise self.error(key, "missing")
            return default
        value = self._left.pop(key)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.error(key, f"must be {kind.__name__}, not {type(value).__name__}")
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """A string; `default` where the key may be absent."""
        return str(self._take(key, str, default))

    def flag(self, key: str, default: bool | None = None) -> bool:
        """A boolean."""
        return bool(self._take(key, bool, default))

    def words(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of distinct, non-empty strings."""
        return self._distinct(key, self._take(key, list, None if required else []))

    def _distinct(self, key: str, values: list[Any]) -> tuple[str, ...]:
        seen: set[str] = set()
        for value in values:
            if not isinstance(value, str) or not value.strip():
                raise self.error(key, f"every entry must be a word, not {value!r}")
            if value in seen:
                raise self.error(key, f"duplicate cue {value!r}")
            seen.add(value)
        return tuple(values)

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """A list of two-string lists."""
        found = []
        for value in self._take(key, list, []):
            if not (isinstance(value, list) and len(value) == 2 and all(isinstance(v, str) for v in value)):
                raise self.error(key, f"every entry must be two strings, not {value!r}")
            found.append((value[0], value[1]))
        return tuple(found)

    def mapping(self, key: str, kind: type = str) -> dict[str, Any]:
        """A table whose values all have one type."""
        data: dict[str, Any] = self._take(key, dict, {})
        for name, value in data.items():
            if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
                raise self.error(f"{key}.{name}", f"must be {kind.__name__}, not {type(value).__name__}")
        return data

    def table(self, key: str, *, required: bool = False) -> Table:
        """A table inside this one; empty where it may be absent."""
        data = self._take(key, dict, None if required else {})
        return Table(data, self._file, f"{self._path}{key}.")

    def done(self) -> None:
        """Refuse keys that nobody asked for."""
        for key in self._left:
            raise self.error(key, "unknown key")


def load_table(path: Path) -> Table:
    """Read a TOML file; `PackError` names the file where it is not TOML."""
    try:
        return Table(tomllib.loads(path.read_text(encoding="utf-8")), path.name)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"{path.name}: not TOML: {error}") from error
