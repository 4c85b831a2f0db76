"""rashomon encoders: which there are, and how good."""

from __future__ import annotations

from pathlib import Path

import click

_NAME = click.argument("name", metavar="NAME")


@click.group("encoders", invoke_without_command=True, short_help="List, measure and calibrate the encoders.")
@click.pass_context
def encoders_command(context: click.Context) -> None:
    """List the encoders that can be used here, where each comes from, and how good it is.

    Example: rashomon encoders
    """
    if context.invoked_subcommand is not None:
        return
    from checker.encoders import list_encoders

    for info in list_encoders():
        state = "ready" if info.available else "not here"
        click.echo(f"{info.name:<16} {state:<9} {info.source:<30} {info.note}")


@encoders_command.command("evaluate", short_help="Measure retrieval on aligned sentences.")
@_NAME
@click.option("--on", "path", required=True, type=click.Path(exists=True, path_type=Path), help="Aligned sentences.")
@click.option("--core", is_flag=True, help="Every pair of the core languages instead of each language into English.")
def evaluate_command(name: str, path: Path, core: bool) -> None:
    """Measure how often the nearest sentence is the translation.

    Example: rashomon encoders evaluate embedded --on flores.json.gz
    """
    from checker.encoders import load_encoder
    from checker.encoders.evaluate import core_pairs, evaluate_encoder

    rows = evaluate_encoder(load_encoder(name), path, core_pairs() if core else None)
    click.echo("pair    sentences  cosine    CSLS")
    for row in rows:
        click.echo(f"{row.source}-{row.target:<4} {row.sentences:>9} {100 * row.cosine:>7.1f} {100 * row.csls:>7.1f}")
    cosine, csls = (100 * sum(getattr(row, name) for row in rows) / len(rows) for name in ("cosine", "csls"))
    click.echo(f"average {'':>9} {cosine:>7.1f} {csls:>7.1f}")


@encoders_command.command("calibrate", short_help="Find an encoder's thresholds on annotated stories.")
@_NAME
@click.option("--on", "path", required=True, type=click.Path(exists=True, path_type=Path), help="Stories with gold.json.")
def calibrate_command(name: str, path: Path) -> None:
    """Find the cosine from which two claims are joined, and keep it for this encoder.

    Example: rashomon encoders calibrate labse --on gold/
    """
    from checker.encoders import load_encoder
    from checker.encoders.calibrate import calibrate_encoder
    from checker.encoders.thresholds import save_thresholds

    encoder = load_encoder(name)
    found = calibrate_encoder(encoder, path)
    kept = save_thresholds(encoder.name, found.thresholds)
    click.echo(f"{encoder.name}: join {found.thresholds.join:.3f}, candidate {found.thresholds.candidate:.3f}, kept in {kept}")
