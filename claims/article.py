"""Articles and the character spans that index them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range [start, end) of characters in an article's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end

    def gap(self, other: Span) -> int:
        """Characters between the two ranges, 0 where they touch or overlap."""
        return max(self.start - other.end, other.start - self.end, 0)

    def shifted(self, offset: int) -> Span:
        """The same range, `offset` characters further on."""
        return Span(self.start + offset, self.end + offset)


@dataclass(frozen=True, slots=True)
class Article:
    """One text by one outlet in one language.

    `id` is the path relative to the input folder, or the row's own id; `text` is exactly what spans index and starts with
    the headline where there is one; `lang` is a BCP 47 primary subtag. `copies` names the other inputs that hold the same
    text (syndicated copies): they count as one source.
    """

    id: str
    path: str
    lang: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    copies: tuple[Article, ...] = field(default=())

    @property
    def outlets(self) -> tuple[str, ...]:
        """Every outlet that carries this text, its own first."""
        names = [self.outlet, *(copy.outlet for copy in self.copies)]
        return tuple(dict.fromkeys(name for name in names if name))


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was left out, and why."""

    path: str
    reason: str
