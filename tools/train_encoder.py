"""Train the embedded encoder: python tools/train_encoder.py --work /tmp/encoder --steps 12000.

Prepares the corpus on the first run, resumes where it was interrupted, and logs retrieval on the aligned file it is given.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from encoder_batches import Recipe, Sampler, pair_shares
from encoder_corpus import build_corpus, load_corpus
from encoder_flores import Flores
from encoder_rows import choose_rows
from encoder_step import Settings, Step

from checker.encoders.model_file import save_model


def main() -> None:
    """The command."""
    options = _options()
    folder, corpus_folder = options.work / options.run, options.work / "corpus"
    folder.mkdir(parents=True, exist_ok=True)
    if not (corpus_folder / "names.json").is_file():
        build_corpus(options.pairs, corpus_folder)
    corpus = load_corpus(corpus_folder)
    shares = pair_shares(corpus, options.balance)
    rows = choose_rows(corpus, shares, options.rows)
    settings = Settings(
        scale=options.scale,
        margin=options.margin,
        drop=options.drop,
        beta2=options.beta2,
        spread=options.spread,
        seed=options.seed,
    )
    step = Step(corpus, rows, options.dim, settings, options.work)
    recipe = Recipe(size=options.batch, swap=options.swap, join=options.join, mask=options.mask)
    _train(options, step, Sampler(corpus, shares, recipe, options.seed), Flores(options.aligned, rows), folder)
    save_model(folder / "embedded.bin", options.name, rows.keys, step.table)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=Path, default=Path("../shared/data/encoder/train_pairs.tsv.xz"))
    parser.add_argument("--aligned", type=Path, default=Path("../shared/eval/encoder/flores.json.gz"))
    parser.add_argument("--work", type=Path, required=True, help="a folder for the corpus, checkpoints and the result")
    parser.add_argument("--run", default="run", help="name of this run inside the work folder")
    parser.add_argument("--steps", type=int, default=12000)
    parser.add_argument("--stop", type=int, help="stop after this step, as if interrupted")
    parser.add_argument("--batch", type=int, default=1024)
    parser.add_argument("--rate", type=float, default=0.015)
    parser.add_argument("--scale", type=float, default=20.0)
    parser.add_argument("--margin", type=float, default=0.0)
    parser.add_argument("--drop", type=float, default=0.0)
    parser.add_argument("--beta2", type=float, default=0.999)
    parser.add_argument("--swap", type=float, default=0.35)
    parser.add_argument("--join", type=float, default=0.5)
    parser.add_argument("--mask", type=float, default=0.15)
    parser.add_argument("--balance", type=float, default=0.5)
    parser.add_argument("--spread", type=float, default=0.05)
    parser.add_argument("--dim", type=int, default=256)
    parser.add_argument("--rows", type=int, default=335_000)
    parser.add_argument("--name", default="embedded-1", help="the name that reports show")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--every", type=int, default=1000, help="steps between checkpoints and figures")
    return parser.parse_args()


def _train(options: argparse.Namespace, step: Step, sampler: Sampler, flores: Flores, folder: Path) -> None:
    at = _resume(step, folder)
    began, losses = time.monotonic(), []
    while at < min(options.steps, options.stop or options.steps):
        losses.append(step.run(sampler.batch(at), at, options.rate * (1 - at / options.steps)))
        at += 1
        if at % 100 == 0:
            print(
                f"step {at}, loss {np.mean(losses[-100:]):.3f}, {(time.monotonic() - began) / len(losses):.3f} s a step",
                flush=True,
            )
        if at % options.every == 0 or at == options.steps:
            print(f"step {at}: {flores.measure(step.table, step.kernel).line()}", flush=True)
            _keep(step, folder, at)


def _resume(step: Step, folder: Path) -> int:
    if not (folder / "step.txt").is_file():
        return 0
    for name in ("table", "first", "second"):
        getattr(step, name)[:] = np.load(folder / f"state-{name}.npy", mmap_mode="r")
    return int((folder / "step.txt").read_text())


def _keep(step: Step, folder: Path, at: int) -> None:
    """A checkpoint; one that was cut short is not taken for a whole one, since its step is written last."""
    (folder / "step.txt").unlink(missing_ok=True)
    for name in ("table", "first", "second"):
        np.save(folder / f"state-{name}.npy", getattr(step, name))
    (folder / "step.txt").write_text(str(at))


if __name__ == "__main__":
    main()
