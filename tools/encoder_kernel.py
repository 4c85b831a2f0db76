"""The C half of a training step, compiled on first use into the work folder."""

from __future__ import annotations

import ctypes
import hashlib
import subprocess
from pathlib import Path
from typing import Any

import numpy as np

SOURCE = Path(__file__).with_name("encoder_kernel.c")
_FLAGS = (
    "-O3", "-march=native", "-fno-math-errno", "-fno-trapping-math", "-fassociative-math", "-fno-signed-zeros", "-fopenmp",
    "-shared", "-fPIC",
)  # fmt: skip
"""All of -ffast-math but its start-up code, which takes subnormal numbers from the whole process."""


def load_kernel(folder: Path, dim: int) -> Any:
    """The compiled functions; needs a C compiler called `cc`."""
    digest = hashlib.blake2b(SOURCE.read_bytes() + repr((dim, _FLAGS)).encode(), digest_size=6).hexdigest()
    library = folder / f"kernel-{digest}.so"
    if not library.exists():
        subprocess.run(["cc", *_FLAGS, f"-DDIM={dim}", str(SOURCE), "-o", str(library), "-lm"], check=True)
    kernel = ctypes.CDLL(str(library))
    kernel.list_words.restype = ctypes.c_int64
    kernel.list_features.restype = ctypes.c_int64
    return kernel


def pointer(values: Any) -> ctypes.c_void_p:
    """The address of a contiguous array, to hand to the kernel."""
    if not values.flags["C_CONTIGUOUS"]:
        raise ValueError("the kernel needs contiguous arrays")
    return ctypes.c_void_p(values.ctypes.data)


def whole(value: int) -> ctypes.c_int64:
    """A 64-bit integer argument."""
    return ctypes.c_int64(value)


def real(value: float) -> ctypes.c_float:
    """A 32-bit float argument."""
    return ctypes.c_float(value)


def buffer(kind: Any, size: int) -> Any:
    """An uninitialised array that the kernel fills."""
    return np.empty(size, dtype=kind)
