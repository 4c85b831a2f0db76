"""LaBSE and any other sentence-transformers model, by name or folder."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from checker.encoders.encoder import EncoderError
from checker.encoders.thresholds import load_thresholds

if TYPE_CHECKING:
    from checker.encoders.encoder import Vectors

Backend = Literal["torch", "onnx", "openvino"]
LABSE = "sentence-transformers/LaBSE"
_BATCH = 64
_PATIENCE = 10.0  # seconds
_BACKENDS = ("torch", "onnx", "openvino")


class TransformerEncoder:
    """A sentence-transformers model behind the encoder protocol."""

    def __init__(self, model: Any, name: str) -> None:
        self._model = model
        self.name = name
        thresholds = load_thresholds(name)
        self.join, self.candidate = thresholds.join, thresholds.candidate
        self.identity = f"{self.name}-{_content_hash(self._model)}"
        self.dim = int(self._model.get_embedding_dimension() or 0)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors (len(texts), dim); texts longer than the model reads are cut by its tokenizer."""
        import numpy as np  # noqa: PLC0415

        if not texts:
            return np.zeros((0, self.dim), dtype=np.float32)
        vectors = self._model.encode(
            list(texts), batch_size=_BATCH, convert_to_numpy=True, normalize_embeddings=True, show_progress_bar=False
        )
        vectors = np.asarray(vectors, dtype=np.float32)
        vectors[[not text.strip() for text in texts]] = 0.0
        return vectors


def load_transformer(name: str, *, device: str | None = None, backend: str = "torch") -> TransformerEncoder:
    """The model called `name` ("labse", a name on the Hugging Face Hub, or a folder); `EncoderError` when it is not there."""
    if backend not in _BACKENDS:
        raise EncoderError(f"unknown backend {backend!r}: choose one of {', '.join(_BACKENDS)}")
    source = LABSE if name == "labse" else name
    shown = Path(source).resolve().name if Path(source).is_dir() else source
    return TransformerEncoder(_load(source, device, backend), shown)


def _load(source: str, device: str | None, backend: str) -> Any:
    try:
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415
    except ImportError as error:
        raise EncoderError(f"encoder {source!r} needs sentence-transformers: pip install sentence-transformers") from error
    if Path(source).exists() and not (Path(source) / "modules.json").is_file():
        raise EncoderError(f"encoder folder {source!r} has no modules.json: save the model with SentenceTransformer.save")
    local = Path(source).exists() or _is_fetched(source)
    try:
        return SentenceTransformer(source, device=device, backend=cast(Backend, backend), local_files_only=local)
    except ImportError as error:
        raise EncoderError(f"backend {backend!r} is not installed: pip install 'sentence-transformers[{backend}]'") from error
    except (OSError, ValueError, RuntimeError) as error:
        raise _unavailable(source, error) from error


def _is_fetched(source: str) -> bool:
    """Whether a model is on this machine; when not, ask once, and not for minutes, whether it can be fetched."""
    from huggingface_hub import HfApi, try_to_load_from_cache  # noqa: PLC0415
    from huggingface_hub.errors import HFValidationError  # noqa: PLC0415

    try:
        if isinstance(try_to_load_from_cache(source, "modules.json"), str):
            return True
        HfApi().model_info(source, timeout=_PATIENCE)
    except HFValidationError as error:
        raise EncoderError(f"there is no encoder {source!r}: see rashomon encoders for those there are") from error
    except Exception as error:  # whatever the HTTP client of the day raises, the user's way out is the same
        raise _unavailable(source, error) from error
    return False


def _unavailable(source: str, error: Exception) -> EncoderError:
    return EncoderError(
        f"encoder {source!r} could not be loaded: give the folder of a saved model, or its name on the Hugging Face Hub "
        f"with the network up ({_first_line(error)})"
    )


def _first_line(error: Exception) -> str:
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)


def _content_hash(model: Any) -> str:
    """A hash of every weight, so that the vectors of a retrained model never meet those of the old one in a cache."""
    digest = hashlib.blake2b(digest_size=12)
    for key, tensor in sorted(model.state_dict().items()):
        digest.update(key.encode())
        digest.update(tensor.detach().cpu().contiguous().view(-1).numpy().tobytes())
    return digest.hexdigest()
