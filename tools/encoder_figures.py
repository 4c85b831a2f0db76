"""The figures of the model card, as Markdown: python tools/encoder_figures.py ALIGNED GOLD [ENCODER].

ALIGNED is a file of aligned sentences (see `checker.encoders.evaluate`), GOLD a folder of annotated stories.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from statistics import mean

from checker.encoders import load_encoder
from checker.encoders.calibrate import calibrate_encoder
from checker.encoders.evaluate import Retrieval, core_pairs, evaluate_encoder


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("aligned", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("encoder", nargs="?", default="embedded")
    options = parser.parse_args()
    encoder = load_encoder(options.encoder)
    english = evaluate_encoder(encoder, options.aligned)
    core = evaluate_encoder(encoder, options.aligned, core_pairs())
    print(f"| {encoder.name} | cosine | CSLS |\n|---|---|---|")
    _row(f"xx -> en, {len(english)} languages", english)
    _row("pairs among ar, de, pt, ru, uk", core)
    _row("from or into Arabic among them", [row for row in core if "ar" in (row.source, row.target)])
    for row in sorted(english, key=lambda row: row.cosine):
        _row(f"{row.source} -> {row.target}", [row])
    print("\n| claims | nearest is of the same fact | by chance | join | precision | recall |\n|---|---|---|---|---|---|")
    for names, label in ((False, "masked quotes"), (True, "masked quotes and resolved names")):
        found = calibrate_encoder(encoder, options.gold, names=names)
        print(
            f"| {label} | {found.nearest:.1%} | {found.chance:.1%} | {found.thresholds.join:.3f} "
            f"| {found.precision:.1%} | {found.recall:.1%} |"
        )


def _row(label: str, rows: Sequence[Retrieval]) -> None:
    print(f"| {label} | {mean(row.cosine for row in rows):.2%} | {mean(row.csls for row in rows):.2%} |")


if __name__ == "__main__":
    main()
