"""``judge``, ``undo``: what a person knows better. The log only grows."""

from __future__ import annotations

import datetime
import getpass
from typing import TYPE_CHECKING

import click

from clustergraph.cli import words
from clustergraph.cli.shell import Command, project
from clustergraph.errors import UsageError

if TYPE_CHECKING:
    from clustergraph.model import Judgement, Resolution
    from clustergraph.project import Project
    from clustergraph.review.bind import Bound
    from clustergraph.review.log import Entry, PairVerdict

WITHDRAWN = "withdrawn"


def now() -> str:
    """The moment of a verdict."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def who(name: str | None) -> str:
    """Who judges: as said, else who is logged in."""
    try:
        return name or getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


@click.command("judge", cls=Command)
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@click.argument("verdict", type=click.Choice(["same", "different", "unsure", WITHDRAWN]))
@click.option("--reason", default="", metavar="WORDS")
@click.option("--as", "by", metavar="NAME")
@click.option("--force", is_flag=True)
def judge_command(left: str, right: str, verdict: str, reason: str, by: str | None, force: bool) -> int:
    """Say that two are the same, are different, or that it is not known."""
    from clustergraph import locking, pipeline
    from clustergraph.model import Judgement
    from clustergraph.project import who_is_who, without_verdicts
    from clustergraph.review.answers import opposed, pair

    opened = project()
    with locking.hold(opened.folder):
        bound = opened.review()
        resolution = who_is_who(bound)
        ends = [end(opened, bound, resolution, name) for name in (left, right)]
        names = [resolution.canonical.get(key, key) for key in ends]
        if ends[0] == ends[1] or (names[0] == names[1] and verdict == "same" and not _by_name(left, right)):
            raise UsageError(words.say("judge.one", name=names[0]))
        if names[0] == names[1] and verdict == "different" and not _by_name(left, right):
            raise UsageError(words.say("judge.split", name=names[0]))
        told = Judgement(ends[0], ends[1], verdict, 1.0, reason, who(by), now())  # type: ignore[arg-type]
        against = opposed(bound, resolution, told, without_verdicts)
        for other in against:
            click.echo(words.say("judge.against", verdict=other.in_words()), err=True)
        if against and not force:
            raise UsageError(words.say("judge.force"))
        opened.record([*given_up(against, told), pair(bound, told)])
        pipeline.build(opened)
    click.echo(words.say(f"judge.{verdict}", left=names[0], right=names[1]), err=True)
    return 0


def _by_name(left: str, right: str) -> bool:
    return "@" in left + right or "#" in left + right


def given_up(against: list[PairVerdict], told: Judgement) -> list[PairVerdict]:
    """What withdraws the verdicts that a new one goes against."""
    from clustergraph.review.log import withdrawing

    return withdrawing(against, told.by, told.at or "", words.say("judge.given_up"))


def end(opened: Project, bound: Bound, resolution: Resolution, name: str) -> str:
    """The mention key that a user means: one as it is, ``NAME@FILE``, or a mention of an entity named by id, address or name."""
    if name in resolution.canonical:
        return name
    if "@" in name:
        return _in_file(bound, resolution, name)
    ident = opened.current(name) if opened.built else name
    ident = ident.rpartition("/id/")[2] or ident
    found = [ident] if ident in resolution.entities else _called(resolution, name)
    if len(found) != 1:
        raise UsageError(words.say("judge.many" if found else "judge.none", name=name, found=", ".join(sorted(found)[:8])))
    keys = sorted(key for key, one in resolution.canonical.items() if one == found[0])
    label = resolution.entities[found[0]].label
    # What no document names (a region that only a forum's place tells of) is known by its id.
    return next((key for key in keys if key.partition("/")[2] == label), keys[0] if keys else found[0])


def _called(resolution: Resolution, name: str) -> list[str]:
    return [e.id for e in resolution.entities.values() if name.casefold() in {n.casefold() for n in (e.label, *e.aliases)}]


def _in_file(bound: Bound, resolution: Resolution, name: str) -> str:
    """A name in one document: ``Ida Lund@referat-2024.txt``; the file's name without its ending, or the beginning of the document's id, will do."""
    called, _, source = name.rpartition("@")
    held = [d for d in bound.documents if source in (d.source, d.source.rpartition(".")[0]) or (len(source) >= 8 and d.id.startswith(source))]
    found = sorted({key for d in held for key in resolution.canonical if key.startswith(f"{d.id}#") and key.partition("/")[2] == called})
    if len(found) != 1:
        raise UsageError(words.say("judge.many" if found else "judge.none", name=name, found=", ".join(found[:8])))
    return found[0]


@click.command("undo", cls=Command)
@click.option("--as", "by", metavar="NAME")
def undo_command(by: str | None) -> int:
    """Take the last judgement back."""
    from clustergraph import locking, pipeline

    opened = project()
    with locking.hold(opened.folder):
        gone = opened.undo(who(by), now())
        if not gone:
            click.echo(words.say("undo.none"), err=True)
            return 1
        pipeline.build(opened)
    for entry in gone:
        click.echo(taken_back(entry), err=True)
    return 0


def taken_back(entry: Entry) -> str:
    """What was taken back, in words."""
    return words.say("undo.done", what=entry.in_words())
