"""Where the vector of a feature stands: the frequent ones of training have a row each, the others none."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_HALF = np.uint64(32)


@dataclass(frozen=True, slots=True)
class Rows:
    """Row r belongs to the features whose upper half is `keys[r]`."""

    keys: npt.NDArray[np.uint32]  # sorted

    def __len__(self) -> int:
        return len(self.keys)

    def find(self, hashes: npt.NDArray[np.uint64]) -> npt.NDArray[np.int64]:
        """The row of each feature hash, -1 where it has none."""
        keys = (hashes >> _HALF).astype(np.uint32)
        at = np.searchsorted(self.keys, keys)
        at[at == len(self.keys)] = 0
        return np.where(self.keys[at] == keys, at, -1)
