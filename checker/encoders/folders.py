"""Where a user's caches and settings are kept on each platform."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """The folder for what can be computed again; `RASHOMON_CACHE` overrides it."""
    if "RASHOMON_CACHE" in os.environ:
        return Path(os.environ["RASHOMON_CACHE"])
    if sys.platform == "win32":
        return _windows() / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "rashomon"
    return _xdg("XDG_CACHE_HOME", ".cache")


def config_folder() -> Path:
    """The folder for a user's own settings; `RASHOMON_CONFIG` overrides it."""
    if "RASHOMON_CONFIG" in os.environ:
        return Path(os.environ["RASHOMON_CONFIG"])
    if sys.platform == "win32":
        return _windows()
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "rashomon"
    return _xdg("XDG_CONFIG_HOME", ".config")


def _windows() -> Path:
    return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "rashomon"


def _xdg(variable: str, default: str) -> Path:
    folder = os.environ.get(variable, "")
    return (Path(folder) if Path(folder).is_absolute() else Path.home() / default) / "rashomon"
