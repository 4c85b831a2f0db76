from __future__ import annotations

import numpy as np

from checker.encoders import load_encoder
from checker.encoders.claim_vectors import ClaimText, encode_claims


def test_names_bring_a_description_to_the_name_it_stands_for() -> None:
    described = ClaimText("Die Werft hat den Auftrag verloren", ("Nordhafen",))
    named = ClaimText("Компания «Нордхафен» лишилась контракта", ("Nordhafen",))
    other = ClaimText("Компания «Зюдверк» лишилась контракта", ("Suedwerk",))
    vectors = encode_claims(load_encoder("hashed"), [described, named, other])
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)


def test_a_claim_without_names_or_words_keeps_what_it_has() -> None:
    encoder = load_encoder("hashed")
    vectors = encode_claims(encoder, [ClaimText("Die Werft"), ClaimText("", ("Nordhafen",)), ClaimText("")])
    assert np.allclose(vectors[:2], encoder.encode(["Die Werft", "Nordhafen"]), atol=1e-6)
    assert not vectors[2].any()
    assert encode_claims(encoder, []).shape == (0, encoder.dim)
