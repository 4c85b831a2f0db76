"""What every encoder promises."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vectors = npt.NDArray[np.float32]


class EncoderError(RuntimeError):
    """An encoder that cannot be loaded or used; the message is one line that says what to do."""


@runtime_checkable
class Encoder(Protocol):
    """Turns texts of any language into unit vectors: texts that say the same lie close together.

    `name` is what reports show. `identity` changes whenever the same text would get another vector.
    Two claims whose cosine reaches `join` may be joined on it; below `candidate` they need not be looked at.
    """

    @property
    def name(self) -> str:
        """The honest name, such as "embedded-1" or "hashed-ngrams"."""

    @property
    def dim(self) -> int:
        """The length of a vector."""

    @property
    def identity(self) -> str:
        """A hash of everything the vectors depend on."""

    @property
    def join(self) -> float:
        """The cosine at which two claims of one kind and entity are taken to be about one fact."""

    @property
    def candidate(self) -> float:
        """The cosine below which two claims are never compared."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """A float32 array (len(texts), dim) of unit rows; a text without a word gets a row of zeros."""
