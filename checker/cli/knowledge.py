"""rashomon languages, rashomon kinds: what Rashomon knows."""

from __future__ import annotations

import click


@click.command("languages", short_help="List the languages and what is known of each.")
def languages_command() -> None:
    """List the language packs: code, name, and how many kinds of claim each has cues for.

    Example: rashomon languages
    """
    from claims.kinds import load_kinds
    from claims.lang import load_pack, pack_codes

    total = len(load_kinds())
    for code in pack_codes():
        pack = load_pack(code)
        cues = sum(len(cues) for lists in pack.kinds.values() for cues in lists.values())
        click.echo(f"{code}  {pack.name:<18} {len(pack.kinds):>2} of {total} kinds, {cues} cues")


@click.command("kinds", short_help="List the kinds of claim.")
def kinds_command() -> None:
    """List the kinds of claim: what each states, and what makes two of them disagree.

    Example: rashomon kinds
    """
    from claims.kinds import load_kinds

    for kind in load_kinds().values():
        slots = ", ".join(f"{name}: {'/'.join(slot.types)}" for name, slot in kind.slots.items())
        click.echo(f"{kind.name:<15} {kind.reads}")
        click.echo(f"{'':<15} slots {slots}; disagrees on {', '.join(kind.contest)}")
