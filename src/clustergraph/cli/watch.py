"""``watch``: forums, people and initiatives to keep an eye on. The list is ``review/watch.jsonl``; it only grows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from clustergraph.cli import words
from clustergraph.cli.ask import given
from clustergraph.cli.shell import Command, project, put
from clustergraph.errors import UsageError

if TYPE_CHECKING:
    from clustergraph.project import Project

_DOES = ("add", "remove", "list", "report")


@click.command("watch", cls=Command)
@click.argument("does", metavar="add|remove|list|report", type=click.Choice(_DOES))
@click.argument("name", metavar="FORUM|PERSON|INITIATIVE", required=False)
@click.option("--since", metavar="DATE")
@click.option("--as-of", metavar="DATE")
@click.option("--known-at", metavar="DATETIME")
@click.option("--format", "form", type=click.Choice(["text", "md", "csv", "json", "eml"]), default="text")
@click.option("-o", "--output", metavar="FILE")
def watch_command(does: str, name: str | None, form: str, output: str | None, **options: Any) -> None:
    """Keep an eye on somebody, and see what happens to them."""
    if (name is None) != (does in ("list", "report")):
        raise UsageError(words.say("watch.name", does=does))
    opened = project()
    if does in ("add", "remove"):
        _change(opened, does, str(name))
    elif does == "list":
        put("\n".join(f"{row['name']}  ({row['id']})" for row in watched(opened)) or words.say("watch.nobody"), output)
    else:
        put(_report(opened, form, given(**options)), output)


def watched(opened: Project) -> list[dict[str, Any]]:
    """Who is watched: ``id`` and ``name``, in the order in which they were added."""
    from clustergraph import records

    path = _path(opened)
    found: dict[str, dict[str, Any]] = {}
    for row in records.lines(path.read_text(encoding="utf-8"), str(path)) if path.exists() else []:
        if row.get("remove"):
            found.pop(str(row["id"]), None)
        else:
            found.setdefault(str(row["id"]), row)
    return list(found.values())


def _path(opened: Project) -> Path:
    return opened.folder / "review" / "watch.jsonl"


def _change(opened: Project, does: str, name: str) -> None:
    from clustergraph import locking, records
    from clustergraph.queries.actors import Actors

    row: dict[str, Any]
    if does == "add":
        actor = Actors.load(opened.store).the(opened.current(name))
        row = {"id": actor.id, "kind": actor.kind, "name": actor.label}
    else:
        held = [one for one in watched(opened) if name.casefold() in (one["name"].casefold(), one["id"].casefold())]
        if len(held) != 1:
            raise UsageError(words.say("watch.none", name=name))
        row = {**held[0], "remove": True}
    with locking.hold(opened.folder):
        path = _path(opened)
        path.parent.mkdir(exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(records.dumps(row) + "\n")
    click.echo(words.say(f"watch.{does}", name=row["name"]), err=True)


def _report(opened: Project, form: str, options: dict[str, Any]) -> str:
    from clustergraph import reports

    idents = [opened.current(str(row["id"])) for row in watched(opened)]
    result = reports.watching(opened.known(options.get("known_at")), idents, options, known=opened.known)
    if form == "eml":
        return reports.mail(result, words.language())
    return reports.render(result, "table" if form == "text" else form, words.language())
