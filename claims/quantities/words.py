"""Number words of one language: which word of a text is one, and what it is made of."""

from __future__ import annotations

from decimal import Decimal

from claims.lang.numbers import NumberWords
from claims.quantities.cldr import LocaleFacts, Spellout
from claims.quantities.folding import fold
from claims.quantities.phrases import PhraseTable, word_end
from claims.quantities.spelled import Atom, Sum

Atoms = tuple[Atom, ...]
_CACHE = 200_000


class NumberTable:
    """Number words, looked up with their clitics and taken apart where a language writes them together."""

    def __init__(self, pack: NumberWords, facts: LocaleFacts, spellout: Spellout, loose: bool) -> None:
        self._loose = loose
        self._suffixing = pack.suffixing
        self._compound = pack.compound or spellout.compound
        self._clitics = tuple(sorted((fold(clitic).text for clitic in pack.clitics), key=len, reverse=True))
        self.joiners = tuple(fold(joiner).text for joiner in pack.joiners)
        self.lone = frozenset(spellout.lone) | {fold(word).text for word in pack.lone}
        entries: dict[str, Atom] = {word: Atom(Decimal(value)) for word, value in spellout.words.items()}
        for words in (facts.scales, spellout.powers, pack.powers):
            entries |= {word: Atom(Decimal(0), Decimal(1).scaleb(power)) for word, power in words.items()}
        entries |= {word: Atom(Decimal(0), Decimal(count)) for word, count in pack.dozens.items()}
        entries |= {word: Atom(Decimal(value)) for word, value in pack.words.items()}
        self._exact = {fold(word).text: atom for word, atom in entries.items() if not word.endswith("*")}
        self._exact |= {word.replace("-", " "): atom for word, atom in self._exact.items() if "-" in word}
        self._stems = {fold(word[:-1]).text: atom for word, atom in entries.items() if word.endswith("*")}
        self._multiword = PhraseTable({w: a for w, a in self._exact.items() if not w.isalpha() and not loose})
        self.scale_signs = {word: atom.power for word, atom in self._exact.items() if len(word) == 1 and atom.power}
        self.digit_signs = {
            word: str(atom.value) for word, atom in self._exact.items() if len(word) == 1 and not atom.power and atom.value < 10
        }
        self._longest = max((len(word) for word in self._exact), default=0)
        self._endings = tuple(sorted((fold(ending).text for ending in pack.fraction_endings), key=len, reverse=True))
        self._memo: dict[str, Atoms | None] = {}

    @property
    def characters(self) -> str:
        """Every character of the number words, for languages that write no spaces."""
        return "".join(sorted({char for word in self._exact for char in word}))

    def atoms(self, word: str) -> Atoms | None:
        """What a whole folded word is made of; None where it is no number word."""
        try:
            return self._memo[word]
        except KeyError:
            if len(self._memo) > _CACHE:
                self._memo.clear()
            found = self._memo[word] = self._take_apart(word)
            return found

    def denominator(self, word: str) -> Decimal | None:
        """The whole number whose part a word names: "cincoavos" 5, "millonésima" 1e6."""
        for ending in self._endings:
            stem = word.removesuffix(ending)
            if stem == word or len(stem) < 3:
                continue
            for vowel in ("", *_ELIDED):
                atoms = self.atoms(stem + vowel) or self._split(stem + vowel, 0, set())
                total: Sum | None = Sum()
                for atom in atoms or ():
                    total = total.add(atom, joined=True) if total else None
                if atoms and total and total.value >= 2:
                    return total.value
        return None

    def read(self, text: str, pos: int) -> tuple[Atoms, int, bool] | None:
        """The number word at `pos`: its atoms, where it ends, and whether a clitic "and" tied it to what stands before."""
        if self._multiword.starts(text, pos):
            phrase = self._multiword.match(text, pos)
            if phrase:
                return (phrase[0],), phrase[1], False
        if self._loose:
            return self._read_loose(text, pos)
        end = word_end(text, pos)
        atoms = self.atoms(text[pos:end])
        if atoms:
            dotted = text[pos:end] + "."
            return atoms, end + (dotted in self._exact and text[end : end + 1] == "."), False
        for clitic in self._clitics:
            if text.startswith(clitic, pos) and end - pos > len(clitic) + 1:
                atoms = self.atoms(text[pos + len(clitic) : end])
                if atoms:
                    return atoms, end, True
        return None

    def _read_loose(self, text: str, pos: int) -> tuple[Atoms, int, bool] | None:
        for size in range(min(self._longest, len(text) - pos), 0, -1):
            atom = self._exact.get(text[pos : pos + size])
            if atom:
                return (atom,), pos + size, False
        return None

    def _take_apart(self, word: str) -> Atoms | None:
        atom = self._exact.get(word)
        if atom:
            return (atom,)
        for size in range(len(word), 2, -1):
            stem = self._stems.get(word[:size])
            if stem:
                return (stem,)
            if self._suffixing and size < len(word) and self._exact.get(word[:size], _NONE).power:
                return (self._exact[word[:size]],)
        return self._split(word, 0, set()) if self._compound and len(word) > 4 else None

    def _split(self, word: str, pos: int, dead: set[int]) -> Atoms | None:
        if pos in dead:
            return None
        for size in range(min(self._longest, len(word) - pos), 1, -1):
            atom = self._exact.get(word[pos : pos + size])
            if atom is None:
                continue
            if pos + size == len(word):
                return (atom,)
            for joiner in ("", *self.joiners):
                if word.startswith(joiner, pos + size):
                    rest = self._split(word, pos + size + len(joiner), dead)
                    if rest:
                        return (atom, *rest)
        dead.add(pos)
        return None


# Vowels that a number word loses before an ending: ventun(o)esimo.
_ELIDED = ("o", "e", "i", "a")
_NONE = Atom(Decimal(0))
