"""rashomon encoders: which there are, and how good."""

from __future__ import annotations

import click


@click.group("encoders", invoke_without_command=True, short_help="List the encoders.")
@click.pass_context
def encoders_command(context: click.Context) -> None:
    """List the encoders that can be used here.

    Example: rashomon encoders
    """
    if context.invoked_subcommand is not None:
        return
    from checker.encoders import list_encoders

    for info in list_encoders():
        click.echo(str(info))
