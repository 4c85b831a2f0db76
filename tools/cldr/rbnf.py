"""CLDR's rule-based number formats: spell a whole number out in a language.

Only what the cardinal rule sets use is read: substitutions (→→, ←←, =%set=), optional parts in brackets, plural choices and
divisors written as 80/20 or 1000>.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_SUBSTITUTION = re.compile(r"→→→|→([^→]*)→|←([^←]*)←|=([^=]+)=|\$\(cardinal,(.*?)\)\$|\[|\]")
_BASE = re.compile(r"(\d+)(?:/(\d+))?(>*)$")
_LIMIT = 40


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a rule set: the smallest number it holds for, what it divides by, and its text."""

    base: int
    divisor: int
    text: str


class NotSpelled(ValueError):
    """The rules write this number in digits."""


def _divisor(base: int, radix: int, shifts: int) -> int:
    divisor = 1
    while divisor * radix <= base:
        divisor *= radix
    for _ in range(shifts):
        divisor = max(1, divisor // radix)
    return divisor


def _read_rules(lines: list[list[str]]) -> list[Rule]:
    rules = []
    for key, text in lines:
        found = _BASE.match(key)
        if found:
            base = int(found[1])
            rules.append(Rule(base, _divisor(base, int(found[2] or 10), len(found[3])), text.rstrip(";").removeprefix("'")))
    return rules


class Speller:
    """The spell-out rules of one language."""

    def __init__(self, sets: dict[str, list[list[str]]], plural: Callable[[int], str]) -> None:
        self._sets = {name: _read_rules(lines) for name, lines in sets.items() if not name.startswith("_")}
        self._plural = plural

    @property
    def cardinals(self) -> list[str]:
        """The public rule sets for cardinal numbers."""
        return [name for name in self._sets if re.match(r"%spellout-(cardinal|numbering(?!-year))", name)]

    def spell(self, number: int, name: str, depth: int = 0) -> str:
        """`number` in words; `NotSpelled` where the rules leave digits."""
        if depth > _LIMIT or name not in self._sets:
            raise NotSpelled(name)
        rules = self._sets[name]
        at = max((i for i, rule in enumerate(rules) if rule.base <= number), default=None)
        if at is None:
            raise NotSpelled(name)
        rule = rules[at]
        if "←" in rule.text and "→" in rule.text and number % rule.divisor == 0 and rule.base % rule.divisor and at > 0:
            rule = rules[at - 1]
        return self._fill(rule, number, name, depth)

    def _fill(self, rule: Rule, number: int, name: str, depth: int) -> str:
        quotient, rest = divmod(number, rule.divisor)
        parts: list[str] = []
        last, skipping = 0, False
        for found in _SUBSTITUTION.finditer(rule.text):
            if not skipping:
                parts.append(rule.text[last : found.start()])
            last = found.end()
            mark = found.group()
            if mark == "[":
                skipping = rest == 0
            elif mark == "]":
                skipping = False
            elif not skipping:
                parts.append(self._substitute(found, (number, quotient, rest), name, depth))
        parts.append(rule.text[last:])
        return "".join(parts)

    def _substitute(self, found: re.Match[str], numbers: tuple[int, int, int], name: str, depth: int) -> str:
        number, quotient, rest = numbers
        mark = found.group()
        if mark.startswith("$"):
            choices = dict(re.findall(r"(\w+)\{(.*?)\}", found[4]))
            return choices.get(self._plural(quotient), choices.get("other", ""))
        target, value = (found[1], rest) if mark[0] == "→" else (found[2], quotient) if mark[0] == "←" else (found[3], number)
        if target and not target.startswith("%"):
            raise NotSpelled(name)
        return self.spell(value, target or name, depth + 1)
