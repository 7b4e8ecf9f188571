"""``completion``: the lines that teach a shell our commands."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from clustergraph.cli.shell import Command


@click.command("completion", cls=Command)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion_command(ctx: click.Context, shell: str) -> None:
    """The lines that teach a shell our commands."""
    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(ctx.find_root().command, {}, "clustergraph", "_CLUSTERGRAPH_COMPLETE").source())
