"""``validate``, ``export``: the graph against its shapes, and the graph for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from clustergraph.cli import words
from clustergraph.cli.shell import Command, project, put, put_bytes
from clustergraph.errors import UsageError

if TYPE_CHECKING:
    from clustergraph.graph.shacl import Violation
    from clustergraph.project import Project


@click.command("validate", cls=Command)
@click.option("--format", "form", type=click.Choice(["table", "json", "ttl"]), default="table")
@click.option("-o", "--output", metavar="FILE")
def validate_command(form: str, output: str | None) -> int:
    """The graph against its shapes."""
    from clustergraph import graph

    found = graph.validate(project().store)
    if form == "json":
        put(json.dumps({"rows": [asdict(violation) for violation in found]}, ensure_ascii=False, indent=1), output)
    elif form == "ttl":
        from clustergraph.graph import shacl

        put(shacl.report(found), output)
    else:
        put("\n".join([*map(_said, found), words.say("validate.done", count=len(found))]), output)
    return 1 if any(violation.severity == "violation" for violation in found) else 0


def _said(violation: Violation) -> str:
    danish = words.language() == "da"
    kind, message = (violation.kind_da, violation.message_da) if danish else (violation.kind_en, violation.message_en)
    where = f"  [{', '.join(violation.documents)}]" if violation.documents else ""
    return f"{kind} {violation.label}: {message}{where}"


@click.command("export", cls=Command)
@click.argument("form", metavar="FORMAT")
@click.option("-o", "--output", metavar="FILE")
@click.option("--as-of", metavar="DATE")
@click.option("--view", default="references", metavar="references|roles|initiatives")
def export_command(form: str, output: str | None, as_of: str | None, view: str) -> None:
    """The graph in another form."""
    if form not in FORMS:
        raise UsageError(words.say("export.unknown", form=form, forms=", ".join(FORMS)))
    opened = project()
    if form in ("csv", "parquet"):
        folder = Path(output or opened.folder / "out" / form)
        if str(folder) == "-":
            raise UsageError(words.say("export.folder", form=form))
        _tables(opened, form, folder, as_of)
    elif form == "xlsx":
        from clustergraph.exports import tables

        put_bytes(
            tables.xlsx({name: result.rows for name, result in _reports(opened, as_of).items()}), output or str(opened.folder / "out" / "export.xlsx")
        )
    elif form in ("graphml", "gexf"):
        put(_network(opened, form, view, as_of), output)
    else:
        put(_TEXTS[form](opened, as_of), output)


def _whole(written: Callable[[Project], str]) -> Callable[[Project, str | None], str]:
    """A form of all that is stored, which knows no day: both times stand in it."""

    def write(opened: Project, as_of: str | None) -> str:
        if as_of:
            raise UsageError(words.say("export.day"))
        return written(opened)

    return write


def _turtle(opened: Project) -> str:
    from clustergraph.graph import rdf

    return rdf.turtle(opened.store.quads())


def _popolo(opened: Project, as_of: str | None) -> str:
    from clustergraph.exports import popolo

    return popolo.write(opened.store, as_of)


def _ftm(opened: Project, as_of: str | None) -> str:
    from clustergraph.exports import ftm

    return ftm.write(opened.store, as_of)


_TEXTS: dict[str, Callable[[Project, str | None], str]] = {
    "nq": _whole(lambda opened: "".join(line + "\n" for line in opened.store.dump())),
    "trig": _whole(lambda opened: str(opened.as_rdflib().serialize(format="trig"))),
    "ttl": _whole(_turtle),
    "jsonld": _whole(lambda opened: str(opened.as_rdflib().serialize(format="json-ld"))),
    "popolo": _popolo,
    "ftm": _ftm,
}
FORMS = ("csv", "xlsx", "parquet", *_TEXTS, "graphml", "gexf")


def _network(opened: Project, form: str, view: str, as_of: str | None) -> str:
    from clustergraph.explorer import graphs

    return graphs.write(opened.as_networkx(view, **({"as_of": as_of} if as_of else {})), form)


def _reports(opened: Project, as_of: str | None) -> dict[str, Any]:
    from clustergraph import reports

    return {name: opened.report(name, **({"as_of": as_of} if as_of else {}), lang=words.language()) for name in reports.REPORTS}


def _tables(opened: Project, form: str, folder: Path, as_of: str | None) -> None:
    """Every report as a file of its own; all are made before the first is written."""
    from clustergraph import reports
    from clustergraph.files import write

    made: dict[str, str | bytes] = {}
    for name, result in _reports(opened, as_of).items():
        if form == "csv":
            made[name] = reports.render(result, "csv", words.language())
        else:
            from clustergraph.exports import tables

            made[name] = tables.parquet(result.rows)
    for name, content in made.items():
        write(folder / f"{name}.{form}", content)
    click.echo(words.say("written", path=folder), err=True)
