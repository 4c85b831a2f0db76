"""Writing files whole or not at all, and all of them or none."""

from __future__ import annotations

import errno
import os
import secrets
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_PART = ".part"
_LEFT_BEHIND = 3600.0
"""Seconds after which a part of a file belongs to no run any more: one that was killed left it."""


def check_folder(folder: Path) -> None:
    """Make `folder` if it is not there and prove that files can be written in it; `OSError` naming it where they cannot."""
    folder.mkdir(parents=True, exist_ok=True)
    with _named(folder):
        _discard([_staged(folder / "probe", b"")])


def write_together(folder: Path, contents: Mapping[str, bytes]) -> list[Path]:
    """Put each file of `contents` into `folder` in one step, none before all lie on the disk; returns their paths.

    An interrupted run leaves the old files or none. `OSError` names the file that could not be written; then nothing changed.
    """
    parts: list[tuple[Path, Path]] = []
    try:
        for name, data in contents.items():
            if (folder / name).is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(folder / name))
            _sweep(folder / name)
            with _named(folder / name):
                parts.append((_staged(folder / name, data), folder / name))
        for part, path in parts:
            part.replace(path)
    except BaseException:
        _discard(part for part, _ in parts)
        raise
    return [path for _, path in parts]


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """What goes wrong in writing names `path`, not a part of it that nobody asked for."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _staged(path: Path, data: bytes) -> Path:
    """A new file beside `path` that holds `data`, on the disk and with the rights that a new file gets here."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}{_PART}")
    file = part.open("xb", buffering=0)
    try:
        with file:
            written = 0
            while written < len(data):
                written += file.write(memoryview(data)[written:])
            os.fsync(file.fileno())
    except BaseException:
        _discard([part])
        raise
    return part


def _sweep(path: Path) -> None:
    """Remove the parts of `path` that killed runs left behind."""
    _discard(part for part in path.parent.glob(f".{path.name}.*{_PART}") if _age(part) > _LEFT_BEHIND)


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def _discard(parts: Iterable[Path]) -> None:
    for part in parts:
        part.unlink(missing_ok=True)
