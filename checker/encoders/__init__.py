"""Encoders: texts of any language as vectors. Public: `load_encoder`, `list_encoders`, `Encoder`, `EncoderError`."""

from checker.encoders.catalogue import EncoderInfo, list_encoders, load_encoder
from checker.encoders.encoder import Encoder, EncoderError

__all__ = ["Encoder", "EncoderError", "EncoderInfo", "list_encoders", "load_encoder"]
