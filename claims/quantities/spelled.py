"""How number words combine into one number: the same arithmetic in every language."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Atom(NamedTuple):
    """One number word: a number to add, or (`power` > 0) a factor to multiply by: a thousand, a dozen."""

    value: Decimal
    power: Decimal = Decimal(0)


class Sum(NamedTuple):
    """A number under construction: finished groups in falling order, and the group that is being read."""

    groups: tuple[Decimal, ...] = ()
    current: Decimal | None = None

    @property
    def value(self) -> Decimal:
        """What has been read so far."""
        return sum(self.groups, self.current or Decimal(0))

    def add(self, atom: Atom, joined: bool = False) -> Sum | None:
        """The number with one more word; None where the word does not continue it.

        `joined` tells that the word was tied on with "and", which lets the unit come before the ten (five-and-twenty).
        """
        return self._multiply(atom.power) if atom.power else self._plus(atom.value, joined)

    def _plus(self, value: Decimal, joined: bool) -> Sum | None:
        if not value and self.current is None and self.groups:
            return self
        if self.current is None:
            if self.groups and value >= _room(self.groups[-1]):
                return None
            return Sum(self.groups, value)
        current = self.current
        if current > 0 and 0 < value < _room(current):
            return Sum(self.groups, current + value)
        if joined and 0 < current < 10 and value in _TENS:
            return Sum(self.groups, current + value)
        return None

    def _multiply(self, factor: Decimal) -> Sum | None:
        groups = list(self.groups)
        taken = self.current or Decimal(0)
        while groups and (groups[-1] < factor or (factor in _COUNTS and not self.current)):
            taken += groups.pop()
        if self.current is not None and not taken:
            return None
        grown = (taken or Decimal(1)) * factor
        if groups and grown >= _room(groups[-1]):
            return None
        return Sum((*groups, grown))


# Factors that are no power of ten multiply all that was read: two hundred dozens.
_COUNTS = frozenset((Decimal(12), Decimal(20)))
_TENS = frozenset(Decimal(ten) for ten in range(20, 100, 10))


def _room(value: Decimal) -> Decimal:
    """The power of ten below which another number may be added: 100 leaves room for 1 to 99."""
    if value != value.to_integral_value():
        return Decimal(0)
    digits = value.as_tuple()
    zeros = len(digits.digits) - len(str(int("".join(map(str, digits.digits)))).rstrip("0")) + int(digits.exponent)
    return Decimal(1).scaleb(max(zeros, 0))
