"""The encoders there are, by the names a user gives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from checker.encoders.encoder import Encoder

_EMBEDDED = Path(__file__).with_name("embedded.bin")


@dataclass(frozen=True, slots=True)
class EncoderInfo:
    """One row of `rashomon encoders`."""

    name: str
    source: str
    available: bool
    note: str


def load_encoder(name: str = "embedded", *, device: str | None = None, backend: str = "torch") -> Encoder:
    """The encoder called `name`: "embedded", "hashed", "labse", a sentence-transformers model name, or a folder.

    `device` and `backend` ("torch", "onnx" or "openvino") are for sentence-transformers models.
    Raises `EncoderError` with one line that says what to do.
    """
    if name == "embedded":
        from checker.encoders.embedded import load_embedded  # noqa: PLC0415

        return load_embedded()
    if name == "hashed":
        from checker.encoders.hashed import HashedEncoder  # noqa: PLC0415

        return HashedEncoder()
    from checker.encoders.transformer import load_transformer  # noqa: PLC0415

    return load_transformer(name, device=device, backend=backend)


def list_encoders() -> list[EncoderInfo]:
    """What can be loaded on this machine, the default first. Loads nothing and asks no network."""
    from importlib.util import find_spec  # noqa: PLC0415

    transformers = find_spec("sentence_transformers") is not None
    return [
        EncoderInfo("embedded", "shipped in the package", _EMBEDDED.is_file(), "the default: FLORES into English 99.1 %"),
        EncoderInfo("hashed", "computed", True, "n-grams over romanised text, no training: a stand-in"),
        EncoderInfo("labse", "sentence-transformers/LaBSE", transformers and _in_hub_cache("sentence-transformers/LaBSE"),
                    "1.9 GB, downloaded once; the reference for quality"),
        EncoderInfo("MODEL or FOLDER", "Hugging Face Hub or disk", transformers, "any sentence-transformers model"),
    ]  # fmt: skip


def _in_hub_cache(model: str) -> bool:
    import os  # noqa: PLC0415

    home = Path(os.environ.get("HF_HOME", Path.home() / ".cache" / "huggingface"))
    hub = Path(os.environ.get("HF_HUB_CACHE", home / "hub"))
    return any(hub.glob(f"models--{model.replace('/', '--')}/snapshots/*/modules.json"))
