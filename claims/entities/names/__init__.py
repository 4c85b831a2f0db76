"""Names across scripts: when two are one, in what blocks to look, how to show them in Latin letters."""

from claims.entities.forms.name_forms import canonical_form
from claims.entities.names.blocking import blocking_keys
from claims.entities.names.compare import compare_names
from claims.entities.names.romanise import romanise
from claims.entities.names.verdict import NameComparison

__all__ = ["NameComparison", "blocking_keys", "canonical_form", "compare_names", "romanise", "same_name"]


def same_name(a: str, b: str, *, kind: str) -> bool:
    """Whether two names certainly mean one entity; `kind` is "organisation", "person" or "place"."""
    return compare_names(a, b, kind=kind).verdict == "same"
