"""The embedded encoder as a sentence-transformers module, so that it loads wherever such models do.

`export_module` writes a folder that `SentenceTransformer(folder, trust_remote_code=True)` loads where rashomon is installed;
the vectors are those of `EmbeddedEncoder`, to the byte. Imports torch, so nothing else here imports this file.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules.input_module import InputModule

from checker.encoders.embedded import MODEL_FILE, load_embedded

_FILE = "embedded.bin"


class EmbeddedModule(InputModule):
    """Turns texts straight into sentence embeddings; there is nothing to fine-tune."""

    modalities: ClassVar[Any] = ["text"]

    def __init__(self, file: Path = MODEL_FILE) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._file = file
        self._encoder = load_embedded(file)

    def preprocess(self, inputs: Any, prompt: str | None = None, **_: Any) -> dict[str, Any]:
        """The vectors, under the name the next module reads."""
        texts = [f"{prompt}{text}" for text in inputs] if prompt else inputs
        return {"sentence_embedding": torch.from_numpy(np.array(self._encoder.encode(texts)))}

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Nothing is left to do."""
        return features

    def get_embedding_dimension(self) -> int:
        """The length of a vector."""
        return self._encoder.dim

    @property
    def max_seq_length(self) -> None:
        """Texts of any length are read whole."""

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """Write the model file into the folder of this module."""
        shutil.copyfile(self._file, Path(output_path) / _FILE)

    @classmethod
    def load(  # type: ignore[override]  # what only downloads need is swallowed
        cls, model_name_or_path: str, subfolder: str = "", **_: Any
    ) -> EmbeddedModule:
        """The module that `save` wrote."""
        return cls(Path(model_name_or_path) / subfolder / _FILE)


def export_module(folder: Path) -> None:
    """Write the embedded encoder as a sentence-transformers folder."""
    SentenceTransformer(modules=[EmbeddedModule()], device="cpu").save(str(folder), create_model_card=False)
