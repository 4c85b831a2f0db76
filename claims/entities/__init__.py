"""Entities: who and what an article names, and when two names are one, across scripts and languages."""

from __future__ import annotations

__all__ = ["same_name"]


def same_name(a: str, b: str, *, kind: str) -> bool:
    """Whether two names certainly mean one entity; `kind` is "organisation" or "person"."""
    from claims.entities.names import compare_names  # noqa: PLC0415  (rapidfuzz and the model load on first use)

    return compare_names(a, b, kind=kind).verdict == "same"
