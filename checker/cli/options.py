"""Options and conduct that commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import click

T = TypeVar("T")

PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
LANG = click.option("--lang", metavar="CODE", help="The language of all articles (else each is identified).")
ALIASES = click.option(
    "--aliases", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Your own names (TOML), see docs/names.md."
)
TAGGER = click.option(
    "--tagger", default="embedded", show_default=True, metavar="NAME", help="embedded, spacy:MODEL or gliner:MODEL."
)
JOBS = click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes to read articles with.")
QUIET = click.option("--quiet", "-q", is_flag=True, help="Print nothing but errors.")


def folder_to_write(_: click.Context, option: click.Parameter, name: str) -> Path:
    """The folder that `name` names; it need not be there yet. An unset variable in a script is no name."""
    if not name.strip():
        raise click.BadParameter("names no folder", param=option)
    folder = Path(name)
    if folder.exists() and not folder.is_dir():
        raise click.BadParameter(f"{name!r} is a file", param=option)
    return folder


def check_lang(lang: str | None) -> None:
    """Refuse a language that no pack is for, by naming those that are."""
    if lang is None:
        return
    from claims.lang import pack_codes

    if lang.split("-")[0].lower() not in pack_codes():
        raise click.BadParameter(f"no language pack for {lang!r}; there are {', '.join(pack_codes())}", param_hint="--lang")


def check_paths(paths: Iterable[str]) -> None:
    """Refuse paths that are not there: a typing error is no bad input."""
    for path in paths:
        if path != "-" and not os.path.lexists(path):
            raise click.BadParameter(f"no such file or folder: {path}", param_hint="PATH")


def show_progress(items: Iterable[T], label: str, total: int | None) -> Iterator[T]:
    """A progress bar on standard error, when that is a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description=label, total=total, console=Console(stderr=True), transient=True)
