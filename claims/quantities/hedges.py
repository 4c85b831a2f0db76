"""Words beside a figure that open one of its bounds or make it approximate."""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.quantities.lexicon import Lexicon
from claims.quantities.phrases import skip_gap, skip_gap_back

_ROUNDS = 3
_CLAUSE = 60


class Hedge(NamedTuple):
    """What the words around [start, end) say: which bound they open, and whether the figure is approximate."""

    start: int
    end: int
    bound: str | None
    approximate: bool


_APPROXIMATE = frozenset({"about", "just_over", "just_under"})


def read_hedge(text: str, start: int, end: int, floor: int, lex: Lexicon) -> Hedge:
    """The hedge around a figure at [start, end); what stands before `floor` belongs to another figure."""
    bounds: list[str] = []
    first = start
    pos = skip_gap_back(text, start)
    for _ in range(_ROUNDS):
        found = lex.before.match_before(text, pos)
        if found and (found[1] < floor or (text[found[1] : pos] in lex.ranges and is_change(text, found[1], lex))):
            break
        if found:
            bounds.append(found[0])
            first = found[1]
        else:
            found_filler = lex.fillers.match_before(text, pos)
            if not found_filler:
                break
            found = ("", found_filler[1])
        pos = skip_gap_back(text, found[1])
    at = skip_gap(text, end)
    behind = lex.after.match(text, at)
    if behind:
        bounds.append(behind[0])
        end = behind[1]
    if not bounds:
        return Hedge(first, end, None, False)
    opening = next((bound for bound in bounds if bound != "about"), None)
    return Hedge(first, end, opening, any(bound in _APPROXIMATE for bound in bounds))


def is_change(text: str, pos: int, lex: Lexicon) -> bool:
    """Whether a word of change ("rose") stands in the clause before `pos`: then "to" names where it ended, and no bound."""
    if not len(lex.changes):
        return False
    clause = re.split(r"[.;:!?\n]", text[max(pos - _CLAUSE, 0) : pos])[-1]
    return any(lex.changes.match(clause, found.start()) for found in re.finditer(r"\b\w", clause))
