from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from checker.encoders.features import word_features
from checker.encoders.model_file import save_model
from checker.encoders.words import split_words


@pytest.fixture(scope="session")
def small_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model file with random rows."""
    rng = np.random.default_rng(5)
    words = split_words("Die Werft baut zwei Fähren für Bergen. Верфь строит два парома. فندق الميناء 항구 造船")
    hashes = word_features(words).hashes[::2]
    keys = np.unique((hashes >> np.uint64(32)).astype(np.uint32))
    table = rng.normal(0, 1, (len(keys), 32)).astype(np.float32)
    path = tmp_path_factory.mktemp("model") / "small.bin"
    save_model(path, "small", keys, table, [(20, 4), (len(keys) - 20, 2)])
    return path
