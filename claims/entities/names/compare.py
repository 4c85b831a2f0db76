"""Whether two names are one: alias table, one script's strict rule, and the learned edit model across scripts, with vetoes."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

from claims.entities.aliases import AliasEntry, AliasTable, load_aliases
from claims.entities.forms.name_forms import NameForms, read_forms
from claims.entities.forms.scripts import script_of
from claims.entities.names.model import probability
from claims.entities.names.same_script import compare_same_script
from claims.entities.names.sounding import compare_sounds
from claims.entities.names.verdict import NameComparison, Verdict, different

# Log odds from which two names are certainly, and possibly, one.
SAME = 0.5
POSSIBLE = -0.5
# Up to this many letters, capitals make a name of what is else a word.
_ABBREVIATION = 3
# A newsroom's own spelling of a known name shares at least this part of its letters with one that is listed.
_RESPELLED = 0.75
# Names whose consonants differ by more than this share are not worth the model's time.
_MOST_CLASS_DISTANCE = 0.5


def compare_names(a: str, b: str, *, kind: str, aliases: AliasTable | None = None) -> NameComparison:
    """How two names stand to each other; `kind` is "organisation", "person" or "place" (`ValueError` for another).

    `aliases` is the table to ask, the shipped one where it is None. The order of the two names makes no difference.
    """
    first, second = read_forms(a, kind), read_forms(b, kind)
    if not first.words or not second.words:
        return different("no name")
    if first.words == second.words and first.numbers == second.numbers:
        return _compare_case(a, b)
    if (a, b) > (b, a):
        a, b, first, second = b, a, second, first
    table = load_aliases() if aliases is None else aliases
    one, two = table.find(a, kind), table.find(b, kind)
    if one is not None and two is not None:
        return _compare_entries(one, two)
    if one is not None or two is not None:
        entry, name, forms = (one, b, second) if one is not None else (two, a, first)
        assert entry is not None
        return _compare_with_entry(entry, name, forms, kind)
    return compare_forms(first, second, kind)


def _compare_case(a: str, b: str) -> NameComparison:
    """The same letters; but "EU" is an organisation and "Eu" a pronoun."""
    if max(len(a), len(b)) <= _ABBREVIATION and a.isupper() != b.isupper():
        return NameComparison(0.1, "different", "an abbreviation and a word")
    return NameComparison(1.0, "same", "the same letters")


def _compare_entries(one: AliasEntry, two: AliasEntry) -> NameComparison:
    if one.id == two.id:
        return NameComparison(1.0, "same", f"both are names of {one.name}")
    return NameComparison(0.0, "different", f"{one.name} and {two.name} are known to be two")


def _compare_with_entry(entry: AliasEntry, name: str, forms: NameForms, kind: str) -> NameComparison:
    """A name against a known entity: against its names in the same script where it has any, else by sound against the rest."""
    near = [known for known in entry.names if script_of(known) == forms.script]
    if kind == "person" and len(forms.words) > 1:
        # The surname that the table lists alone says nothing against another given name.
        near = [known for known in near if len(read_forms(known, kind).words) > 1] or near
    others = near or [known for known in entry.names if script_of(known) == "latin"] or list(entry.names)
    found = max((compare_forms(forms, read_forms(known, kind), kind) for known in others), key=lambda result: result.score)
    if found.verdict == "different" and near and _respelled(forms, [read_forms(known, kind) for known in near]):
        found = compare_forms(forms, read_forms(entry.name, kind), kind)
    if found.verdict != "different":
        return NameComparison(found.score, found.verdict, f"like a name of {entry.name}: {found.reason}")
    return found


def _respelled(forms: NameForms, known: list[NameForms]) -> bool:
    """Whether a name in another script than Latin has the consonants and most letters of a known one: then sound may decide."""
    if forms.script == "latin":
        return False
    whole = "".join(forms.sounds)
    alike = (other for other in known if other.classes == forms.classes and len(other.words) == len(forms.words))
    return any(Levenshtein.normalized_similarity(whole, "".join(other.sounds)) >= _RESPELLED for other in alike)


def compare_forms(first: NameForms, second: NameForms, kind: str) -> NameComparison:
    """Two names by their letters and sounds alone."""
    if first.numbers != second.numbers:
        return different("the numbers differ, or one is the younger")
    if first.script == second.script:
        return compare_same_script(first, second, kind)
    if _far_apart(first, second):
        return different("the consonants differ")
    score, reason = compare_sounds(first, second, kind)
    return NameComparison(probability(score), _verdict(score), reason)


def _verdict(odds: float) -> Verdict:
    if odds >= SAME:
        return "same"
    return "possible" if odds >= POSSIBLE else "different"


def _far_apart(first: NameForms, second: NameForms) -> bool:
    if first.spelled or second.spelled:
        return False
    longest = max(len(first.classes), len(second.classes))
    most = int(longest * _MOST_CLASS_DISTANCE) + 1
    return Levenshtein.distance(first.classes, second.classes, score_cutoff=most) > most
