"""``remove``: documents taken out; and what a changed or removed document said that is not said any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from clustergraph.cli import words
from clustergraph.cli.shell import Command, project

if TYPE_CHECKING:
    from clustergraph.pipeline import Taken

_SHOWN = 10  # lines of a difference on either side


@click.command("remove", cls=Command)
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@click.option("--dry-run", is_flag=True)
def remove_command(names: tuple[str, ...], dry_run: bool) -> None:
    """Take documents out; what they said stays known for the time before."""
    from clustergraph import locking, pipeline
    from clustergraph.cli.workspace import today

    opened = project()
    if dry_run:
        outcome = pipeline.remove(opened, names, today=today(), dry_run=True)
    else:
        with locking.hold(opened.folder):
            outcome = pipeline.remove(opened, names, today=today())
            pipeline.build(opened)
    for taken in outcome:
        click.echo(words.say("ingest.removed", name=taken.path.name, claims=taken.claims), err=True)
        difference(taken)


def difference(taken: Taken) -> None:
    """What a document says now and did not before, and the other way round, a line each; how many more there are."""
    for sign, lines in (("+", taken.gained), ("−", taken.lost)):
        for line in lines[:_SHOWN]:
            click.echo(f"  {sign} {line}", err=True)
        if len(lines) > _SHOWN:
            click.echo(f"  {sign} {words.say('ingest.more', count=len(lines) - _SHOWN)}", err=True)
