"""Where the vector of a feature stands: the frequent features of training have a row each, the others none."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

_HALF = np.uint64(32)


class Rows:
    """Row r belongs to the features whose upper half is `keys[r]`; the keys are distinct, in any order."""

    def __init__(self, keys: npt.NDArray[np.uint32]) -> None:
        self.keys = keys
        self._order = np.argsort(keys, kind="stable")
        self._sorted = keys[self._order]

    def __len__(self) -> int:
        return len(self.keys)

    def find(self, hashes: npt.NDArray[np.uint64]) -> npt.NDArray[np.int64]:
        """The row of each feature hash, -1 where it has none."""
        keys = (hashes >> _HALF).astype(np.uint32)
        at = np.searchsorted(self._sorted, keys)
        at[at == len(self._sorted)] = 0
        return np.where(self._sorted[at] == keys, self._order[at], -1)
