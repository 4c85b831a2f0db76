"""Train the embedded encoder: python tools/train_encoder.py --work /tmp/encoder --steps 12000.

Prepares the corpus on the first run, resumes where it was interrupted, and logs retrieval on the aligned file it is given.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from encoder_batches import Recipe, Sampler, boosted, pair_shares
from encoder_corpus import Corpus, build_corpus, load_corpus
from encoder_flores import Flores
from encoder_rows import choose_rows
from encoder_step import Settings, Step

from checker.encoders.model_file import save_model
from checker.encoders.rows import Rows


def main() -> None:
    """The command."""
    options = _options()
    folder, corpus_folder = options.work / options.run, options.work / "corpus"
    folder.mkdir(parents=True, exist_ok=True)
    if not (corpus_folder / "names.json").is_file():
        build_corpus(options.pairs, corpus_folder)
    corpus = load_corpus(corpus_folder)
    shares = pair_shares(corpus, options.balance)
    rows = choose_rows(corpus, shares, sum(options.tiers))
    settings = Settings(scale=options.scale, margin=options.margin, spread=options.spread, seed=options.seed)
    step = _step(options, corpus, rows, settings)
    recipe = Recipe(size=options.batch, swap=options.swap, join=options.join, mask=options.mask)
    drawn = boosted(corpus, shares, {language: float(factor) for language, factor in options.boost})
    run = Run(step, Sampler(corpus, drawn, recipe, options.seed), Flores(options.aligned, rows), rows, folder)
    _train(options, run)


@dataclass(frozen=True, slots=True)
class Run:
    """What a run works with, and where it keeps it."""

    step: Any
    sampler: Sampler
    flores: Flores
    rows: Rows
    folder: Path


def _step(options: argparse.Namespace, corpus: Corpus, rows: Rows, settings: Settings) -> Any:
    """Our own kernel where a C compiler is and no GPU, else torch."""
    import torch  # noqa: PLC0415

    device = options.device or ("cuda" if torch.cuda.is_available() else "kernel" if shutil.which("cc") else "cpu")
    if device == "kernel":
        return Step(corpus, rows, options.dim, settings, options.work)
    from encoder_torch import TorchStep  # noqa: PLC0415

    return TorchStep(corpus, rows, options.dim, settings, device)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=Path, default=Path("../shared/data/encoder/train_pairs.tsv.xz"))
    parser.add_argument("--aligned", type=Path, default=Path("../shared/eval/encoder/flores.json.gz"))
    parser.add_argument("--work", type=Path, required=True, help="a folder for the corpus, checkpoints and the result")
    parser.add_argument("--run", default="run", help="name of this run inside the work folder")
    parser.add_argument("--steps", type=int, default=12000)
    parser.add_argument("--minutes", type=float, help="end within this time, however many steps that is")
    parser.add_argument("--stop", type=int, help="stop after this step, as if interrupted")
    parser.add_argument("--batch", type=int, default=1024)
    parser.add_argument("--rate", type=float, default=0.015)
    parser.add_argument("--scale", type=float, default=20.0)
    parser.add_argument("--margin", type=float, default=0.1)
    parser.add_argument("--swap", type=float, default=0.35)
    parser.add_argument("--join", type=float, default=0.5)
    parser.add_argument("--mask", type=float, default=0.15)
    parser.add_argument("--balance", type=float, default=0.5)
    parser.add_argument("--boost", nargs=2, action="append", default=[], metavar=("LANG", "TIMES"), help="draw it more often")
    parser.add_argument("--spread", type=float, default=0.05)
    parser.add_argument("--device", help="kernel (C, on the CPU), or a device of torch: cpu, cuda; chosen by what there is")
    parser.add_argument("--dim", type=int, default=256)
    parser.add_argument("--tiers", type=int, nargs=2, default=[60_000, 526_000], help="rows of 4 bits an entry, rows of 2")
    parser.add_argument("--name", default="embedded-1", help="the name that reports show")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--every", type=int, default=1000, help="steps between checkpoints and figures")
    return parser.parse_args()


def _train(options: argparse.Namespace, run: Run) -> None:
    at, spent = _resume(run)
    began, losses = time.monotonic() - spent, []
    while (done := _progress(options, at, time.monotonic() - began)) < 1 and at != options.stop:
        losses.append(run.step.run(run.sampler.batch(at), at, options.rate * (1 - done)))
        at += 1
        if at % 100 == 0:
            spent = time.monotonic() - began
            print(f"step {at}, loss {np.mean(losses[-100:]):.3f}, {spent:.0f} s, {done:.1%} done", flush=True)
        if at % options.every == 0:
            _keep(options, run, at, time.monotonic() - began)
    _keep(options, run, at, time.monotonic() - began)


def _progress(options: argparse.Namespace, at: int, spent: float) -> float:
    """How far the run is: by steps, or by time where that is limited and further on. The learning rate falls with it."""
    by_time = spent / (60 * options.minutes) if options.minutes else 0.0
    return max(at / options.steps, by_time)


def _resume(run: Run) -> tuple[int, float]:
    """The step and the seconds spent at the last checkpoint."""
    if not (run.folder / "step.txt").is_file():
        return 0, 0.0
    for name in ("table", "first", "second"):
        run.step.restore(name, np.load(run.folder / f"state-{name}.npy", mmap_mode="r"))
    at, spent = (run.folder / "step.txt").read_text().split()
    return int(at), float(spent)


def _keep(options: argparse.Namespace, run: Run, at: int, spent: float) -> None:
    """Log the figures; write a checkpoint, whose step comes last, so that half a one is not taken for whole, and the model."""
    print(f"step {at}: {run.flores.measure(run.step).line()}", flush=True)
    (run.folder / "step.txt").unlink(missing_ok=True)
    for name in ("table", "first", "second"):
        np.save(run.folder / f"state-{name}.npy", run.step.state(name))
    (run.folder / "step.txt").write_text(f"{at} {spent}")
    shape = list(zip(options.tiers, (4, 2), strict=True))
    save_model(run.folder / "embedded.bin", options.name, run.rows.keys, run.step.state("table"), shape)


if __name__ == "__main__":
    main()
