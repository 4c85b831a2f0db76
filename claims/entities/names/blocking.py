"""Blocking keys: two names that could be one share at least one, so that only names within a block are compared."""

from __future__ import annotations

from functools import lru_cache

from claims.entities.aliases import load_aliases
from claims.entities.forms.name_forms import read_forms
from claims.entities.forms.skeleton import class_string

# Consonant classes a key is made of; a key also leaves out one of them, for what a script does not write.
_LENGTH = 3


@lru_cache(maxsize=200_000)
def blocking_keys(name: str, kind: str) -> tuple[str, ...]:
    """Keys of `name`, sorted; of a known entity, its id; of any other, the consonants its words begin with."""
    keys = set()
    entry = load_aliases().find(name, kind)
    if entry is not None:
        keys.add(f"alias:{entry.id}")
        keys |= _sound_keys(entry.name, kind)
    return tuple(sorted(keys | _sound_keys(name, kind)))


def _sound_keys(name: str, kind: str) -> set[str]:
    forms = read_forms(name, kind)
    keys = set()
    for text in (*forms.roman, "".join(forms.roman), forms.spelled or ""):
        classes = class_string(text)[: _LENGTH + 1]
        if text:
            keys.add(f"{classes[:_LENGTH]}" or f"={text}")
            keys |= {(classes[:i] + classes[i + 1 :])[:_LENGTH] for i in range(len(classes)) if len(classes) > 1}
    return keys
