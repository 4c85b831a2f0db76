"""Hiding values in a text before it is encoded, so that two figures for one fact lie together."""

from __future__ import annotations

from collections.abc import Iterable

VALUE = "#"


def mask_values(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """`text` with each span [start, end) replaced by one neutral token that belongs to no language.

    Spans may overlap or touch: they are joined first. A span outside the text is a `ValueError`.
    """
    parts: list[str] = []
    at = 0
    for start, end in _joined(spans, len(text)):
        parts += [text[at:start], VALUE]
        at = end
    return "".join([*parts, text[at:]])


def _joined(spans: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not 0 <= start <= end <= length:
            raise ValueError(f"span [{start}, {end}) is outside a text of {length} characters")
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
