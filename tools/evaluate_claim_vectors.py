"""How well claims of one fact lie together: python tools/evaluate_claim_vectors.py GOLD_FOLDER [ENCODER ...].

Prints, for each encoder and each way of writing a claim, how often the nearest claim of another language within kind and story
is about the same fact, what chance gives, and how well one threshold tells pairs apart.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from checker.encoders import load_encoder
from checker.encoders.calibrate import calibrate_encoder


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("encoders", nargs="*", default=["embedded", "hashed"])
    options = parser.parse_args()
    print("encoder          text           nearest  chance  join   candidate  precision  recall")
    for name in options.encoders:
        encoder = load_encoder(name)
        for names, text in ((False, "masked quote"), (True, "and names")):
            found = calibrate_encoder(encoder, options.gold, names=names)
            print(
                f"{encoder.name:16} {text:14} {found.nearest:7.1%} {found.chance:7.1%} {found.thresholds.join:6.3f} "
                f"{found.thresholds.candidate:9.3f} {found.precision:10.1%} {found.recall:7.1%}"
            )


if __name__ == "__main__":
    main()
