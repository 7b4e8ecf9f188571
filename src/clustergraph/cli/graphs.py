"""``validate``, ``export``: the graph against its shapes, and the graph for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clustergraph.cli import words
from clustergraph.cli.shell import Command, project, put
from clustergraph.errors import UsageError

if TYPE_CHECKING:
    from clustergraph.graph.shacl import Violation
    from clustergraph.project import Project


@click.command("validate", cls=Command)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option("-o", "--output", metavar="FILE")
def validate_command(form: str, output: str | None) -> int:
    """The graph against its shapes."""
    from clustergraph import graph

    found = graph.validate(project().store)
    if form == "json":
        put(json.dumps({"rows": [asdict(violation) for violation in found]}, ensure_ascii=False, indent=1), output)
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
    opened = project()
    if form in _TEXTS:
        put(_TEXTS[form](opened), output)
    elif form in ("graphml", "gexf"):
        put(_network(opened, form, view, as_of), output)
    elif form == "csv":
        _tables(opened, Path(output or opened.folder / "out" / "csv"), as_of)
    else:
        raise UsageError(words.say("export.unknown", form=form, forms=", ".join([*_TEXTS, "graphml", "gexf", "csv"])))


def _turtle(opened: Project) -> str:
    from clustergraph.graph import rdf

    return rdf.turtle(opened.store.quads())


def _dataset(form: str) -> Callable[[Project], str]:
    return lambda opened: str(opened.as_rdflib().serialize(format=form))


_TEXTS: dict[str, Callable[[Project], str]] = {
    "nq": lambda opened: "".join(line + "\n" for line in opened.store.dump()),
    "trig": _dataset("trig"),
    "ttl": _turtle,
    "jsonld": _dataset("json-ld"),
}


def _network(opened: Project, form: str, view: str, as_of: str | None) -> str:
    from clustergraph.explorer import graphs

    return graphs.write(opened.as_networkx(view, **({"as_of": as_of} if as_of else {})), form)


def _tables(opened: Project, folder: Path, as_of: str | None) -> None:
    """Every report as a CSV file of its own."""
    from clustergraph import reports
    from clustergraph.project import write

    for name in reports.REPORTS:
        result = opened.report(name, **({"as_of": as_of} if as_of else {}), lang=words.language())
        write(folder / f"{name}.csv", reports.render(result, "csv", words.language()))
    click.echo(words.say("written", path=folder), err=True)
