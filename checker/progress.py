"""How a run tells what it is doing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")


class Progress(Protocol):
    """Follows an iterable of `total` items, under a label that a person reads."""

    def __call__(self, items: Iterable[T], label: str, total: int | None) -> Iterable[T]:
        """The same items, counted as they pass."""


def no_progress(items: Iterable[T], label: str, total: int | None) -> Iterator[T]:
    """The items as they are."""
    yield from items

