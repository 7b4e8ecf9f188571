"""``judge``, ``undo``: what a person knows better. The log only grows."""

from __future__ import annotations

import datetime
import getpass

import click

from clustergraph.cli import words
from clustergraph.cli.shell import Command, project
from clustergraph.errors import UsageError
from clustergraph.model import Judgement, Resolution


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def _who(name: str | None) -> str:
    try:
        return name or getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


@click.command("judge", cls=Command)
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@click.argument("verdict", type=click.Choice(["same", "different", "unsure"]))
@click.option("--reason", default="", metavar="WORDS")
@click.option("--as", "by", metavar="NAME")
def judge_command(left: str, right: str, verdict: str, reason: str, by: str | None) -> None:
    """Say that two are the same, are different, or that it is not known."""
    from clustergraph import locking, pipeline

    opened = project()
    _, _, resolution = opened.resolve()
    ends = [_end(resolution, name) for name in (left, right)]
    if ends[0] == ends[1]:
        raise UsageError(words.say("judge.one", name=ends[0]))
    with locking.hold(opened.folder):
        opened.judge(Judgement(ends[0], ends[1], verdict, 1.0, reason, _who(by), _now()))  # type: ignore[arg-type]
        pipeline.build(opened)
    click.echo(words.say(f"judge.{verdict}", left=ends[0], right=ends[1]), err=True)


def _end(resolution: Resolution, name: str) -> str:
    """The entity id (or mention key) that a user means: as it is, by its address, or by a name that one entity bears."""
    if name in resolution.canonical:
        return name
    ident = name.rpartition("/id/")[2] or name
    if ident in resolution.entities:
        return ident
    found = [e.id for e in resolution.entities.values() if name.casefold() in {n.casefold() for n in (e.label, *e.aliases)}]
    if len(found) != 1:
        raise UsageError(words.say("judge.many" if found else "judge.none", name=name, found=", ".join(sorted(found)[:8])))
    return found[0]


@click.command("undo", cls=Command)
@click.option("--as", "by", metavar="NAME")
def undo_command(by: str | None) -> int:
    """Take the last judgement back."""
    from clustergraph import locking, pipeline

    opened = project()
    with locking.hold(opened.folder):
        gone = opened.undo(_who(by), _now())
        if gone is None:
            click.echo(words.say("undo.none"), err=True)
            return 1
        pipeline.build(opened)
    click.echo(words.say("undo.done", left=gone.left, right=gone.right, verdict=gone.verdict), err=True)
    return 0
