"""Vectors kept on disk, so that a text is encoded once by each encoder.

One file per batch of new texts: a header, the text hashes (16 bytes each), the vectors as float16, a checksum. Files are
written under another name and then renamed, so a reader meets whole files only; a damaged one is ignored and removed.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from checker.encoders.folders import cache_folder

if TYPE_CHECKING:
    from checker.encoders.encoder import Encoder, Vectors

_MAGIC = b"rashomon-vectors/1\n"
_HASH, _CHECK = 16, 32
_MERGED_AT = 64  # files


class CachedEncoder:
    """An encoder that remembers. Vectors have gone through float16, new ones too, so that a warm run equals a cold one."""

    def __init__(self, encoder: Encoder, folder: Path | None = None) -> None:
        self._encoder = encoder
        self.name, self.dim, self.identity = encoder.name, encoder.dim, encoder.identity
        self.join, self.candidate = encoder.join, encoder.candidate
        digest = hashlib.blake2b(encoder.identity.encode(), digest_size=12).hexdigest()
        self._folder = (folder or cache_folder() / "vectors") / digest
        self._known: dict[bytes, bytes] = {}
        for path in sorted(self._folder.glob("*.vec")):
            self._known.update(_read(path, self.dim))

    def encode(self, texts: Sequence[str]) -> Vectors:
        """As the encoder's own, to the precision of float16."""
        keys = [hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_HASH).digest() for text in texts]
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        if missing:
            vectors = self._encoder.encode(list(missing.values())).astype("<f2")
            new = dict(zip(missing, map(bytes, vectors), strict=True))
            self._known.update(new)
            _write(self._folder, new)
            self._merge()
        packed = b"".join(self._known[key] for key in keys)
        return np.frombuffer(packed, dtype="<f2").reshape(len(texts), self.dim).astype(np.float32)

    def _merge(self) -> None:
        """Many small files become one; a second run doing the same loses nothing, since each writes all it knows."""
        paths = sorted(self._folder.glob("*.vec"))
        if len(paths) < _MERGED_AT:
            return
        for path in paths:
            self._known.update(_read(path, self.dim))
        if _write(self._folder, self._known):
            for path in paths:
                path.unlink(missing_ok=True)


def _write(folder: Path, vectors: dict[bytes, bytes]) -> bool:
    """Whether the vectors are on disk now: a cache that cannot be written slows a run down and never stops it."""
    body = _MAGIC + len(vectors).to_bytes(8, "little") + b"".join(vectors) + b"".join(vectors.values())
    body += hashlib.blake2b(body, digest_size=_CHECK).digest()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, suffix=".part", delete=False) as out:
            out.write(body)
        Path(out.name).replace(Path(out.name).with_suffix(".vec"))
    except OSError:
        return False
    return True


def _read(path: Path, dim: int) -> dict[bytes, bytes]:
    """The vectors of one file by text hash; none when it is damaged, and then it is removed."""
    try:
        data = path.read_bytes()
    except OSError:
        return {}
    body, check = data[:-_CHECK], data[-_CHECK:]
    start = len(_MAGIC) + 8
    count = int.from_bytes(body[len(_MAGIC) : start], "little")
    whole = len(body) == start + count * (_HASH + 2 * dim) and body.startswith(_MAGIC)
    if not whole or hashlib.blake2b(body, digest_size=_CHECK).digest() != check:
        path.unlink(missing_ok=True)
        return {}
    hashes = _slices(body, start, _HASH, count)
    return dict(zip(hashes, _slices(body, start + count * _HASH, 2 * dim, count), strict=True))


def _slices(data: bytes, start: int, size: int, count: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(start, start + size * count, size))
