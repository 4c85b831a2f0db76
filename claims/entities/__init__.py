"""Entities: who and what an article names, and when two names are one, across scripts and languages."""

from __future__ import annotations

__all__ = ["same_name"]


def same_name(a: str, b: str, *, kind: str) -> bool:
    """Whether two names certainly mean one entity; `kind` is "organisation", "person" or "place"."""
    from claims.entities import names  # noqa: PLC0415  (rapidfuzz and the model load on first use)

    return names.same_name(a, b, kind=kind)
