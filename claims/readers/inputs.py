"""Which files the given paths stand for, and the ids their articles will have."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from claims.article import Skipped
from claims.readers.decoding import clean_text

__all__ = ["STDIN", "Input", "find_inputs"]

STDIN = "-"

_REPORT_FILES = frozenset({"report.json", "report.html", "claims.csv", "clusters.csv", "disagreements.csv"})
_REPORT_MARK = b'"rashomon-report/'
_REPORT_HEAD = 200
_ABOUT = re.compile(r"(?:readme|license|licence|changelog|contributing|notes)(?:\.\w+)?", re.IGNORECASE)
"""Files that folders of articles often hold beside them."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read: `id` is its path relative to the folder it was found in, or its own name; `path` is where it lies."""

    id: str
    path: str


def find_inputs(paths: Sequence[str]) -> tuple[list[Input], list[Skipped]]:
    """Every file under `paths`, in an order that does not depend on theirs, and what is not there or cannot be listed.

    Folders are read with their subfolders; hidden files and folders (their name begins with a dot) are passed over. Each file
    is read once, however often it is given or linked to.
    """
    inputs: list[Input] = []
    skipped: list[Skipped] = []
    folders: set[str] = set()
    owners: dict[str, str] = {}
    for path in sorted(paths):
        for found in _expand(path, folders):
            if isinstance(found, Skipped):
                skipped.append(found)
            elif (real := _real(found.path)) in owners:
                skipped.append(Skipped(found.path, f"the same file as {owners[real]}, which is read already"))
            else:
                owners[real] = found.path
                inputs.append(found)
    return _told_apart(inputs), skipped


def _real(path: str) -> str:
    return path if path == STDIN else os.path.realpath(path)


def _expand(path: str, folders: set[str]) -> Iterator[Input | Skipped]:
    if path == STDIN:
        yield Input("stdin", STDIN)
    elif "\0" in path or not os.path.lexists(path):
        yield Skipped(path, "no such file or folder")
    elif Path(path).is_dir():
        yield from _walk(Path(path), Path(path), folders)
    else:
        yield _file(Path(path), Path(path).name)


def _walk(folder: Path, root: Path, folders: set[str]) -> Iterator[Input | Skipped]:
    real = os.path.realpath(folder)
    if real in folders:
        yield Skipped(str(folder), "a folder that is read already")
        return
    folders.add(real)
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield Skipped(str(folder), f"cannot be listed: {error.strerror}")
        return
    own = _is_report(folder)
    for entry in entries:
        if entry.is_dir():
            yield from _walk(entry, root, folders)
        elif own and entry.name in _REPORT_FILES:
            yield Skipped(str(entry), "a report that Rashomon wrote")
        elif _ABOUT.fullmatch(entry.name):
            yield Skipped(str(entry), "about the folder by its name, no article; give its own path to have it read")
        else:
            yield _file(entry, entry.relative_to(root).as_posix())


def _is_report(folder: Path) -> bool:
    """Whether a folder holds the report of an earlier run: "check . --out report" must not read itself."""
    try:
        with (folder / "report.json").open("rb") as file:
            return _REPORT_MARK in file.read(_REPORT_HEAD)
    except OSError:
        return False


def _file(path: Path, name: str) -> Input | Skipped:
    """An ordinary file; reading a pipe or a device could wait for ever."""
    if path.is_file():
        return Input(clean_text(name), str(path))
    return Skipped(str(path), "a link that leads nowhere" if path.is_symlink() else "not an ordinary file")


def _told_apart(inputs: list[Input]) -> list[Input]:
    """Ids that several inputs share get as many folders in front as it takes to tell them apart."""
    owners: dict[str, list[Input]] = {}
    for found in inputs:
        owners.setdefault(found.id, []).append(found)
    return [replace(found, id=_tail(found, owners[found.id])) if len(owners[found.id]) > 1 else found for found in inputs]


def _tail(found: Input, rivals: list[Input]) -> str:
    parts = PurePath(os.path.realpath(found.path)).parts
    others = [PurePath(os.path.realpath(rival.path)).parts for rival in rivals if rival is not found]
    for count in range(len(PurePath(found.id).parts), len(parts) + 1):
        if all(other[-count:] != parts[-count:] for other in others):
            return "/".join(parts[-count:])
    return found.path
