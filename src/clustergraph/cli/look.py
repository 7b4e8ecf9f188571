"""``search``, ``show``, ``path``, ``why``: one actor, how two are linked, and the sentences behind a fact."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import click

from clustergraph.cli import words
from clustergraph.cli.ask import given
from clustergraph.cli.shell import Command, project
from clustergraph.errors import UsageError

if TYPE_CHECKING:
    from clustergraph.explorer import Edge
    from clustergraph.project import Project
    from clustergraph.queries.actors import Actor, Actors
    from clustergraph.queries.evidence import Quote

_SHOWN = ("references", "roles", "initiatives", "attendance", "decisions", "money")
_CLAIM = re.compile(r"[0-9a-f]{20}")


def _actors(opened: Project) -> Actors:
    from clustergraph.queries.actors import Actors

    return Actors.load(opened.store)


def _answer(question: str, rows: list[dict[str, Any]], options: dict[str, Any]) -> str:
    found = {"question": question, "as_of": options.get("as_of"), "known_at": options.get("known_at"), "rows": rows}
    return json.dumps(found, ensure_ascii=False, indent=1)


@click.command("search", cls=Command)
@click.argument("wanted", metavar="WORDS", nargs=-1, required=True)
@click.option("--kind", multiple=True, type=click.Choice(["person", "organisation", "forum", "cluster", "initiative"]))
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
def search_command(wanted: tuple[str, ...], kind: tuple[str, ...], form: str) -> None:
    """Find people, forums, organisations and initiatives."""
    text = " ".join(wanted)
    actors = _actors(project())
    rows = [
        {
            "name": actor.label,
            "kind": actor.kind,
            "cluster": actors.label(actors.cluster_of(actor.id)),
            "region": actors.label(actors.region_of(actor.id)),
            "aliases": list(actor.aliases),
            "id": actor.id,
        }
        for actor in actors.find(text, kind)
    ]
    if form == "json":
        click.echo(_answer(words.say("search.question", words=text), rows, {}))
        return
    for row in rows:
        place = ", ".join(dict.fromkeys(str(v) for v in (row["cluster"], row["region"]) if v and v != row["name"]))
        click.echo(f"{row['kind']:13} {row['name']}" + (f"  ({place})" if place else ""))
    if not rows:
        click.echo(words.say("search.none", words=text), err=True)


@click.command("show", cls=Command)
@click.argument("name", metavar="NAME|IRI")
@click.option("--as-of", metavar="DATE")
@click.option("--known-at", metavar="DATETIME")
@click.option("--format", "form", type=click.Choice(["table", "md", "json"]), default="table")
def show_command(name: str, form: str, **options: Any) -> None:
    """All that is known of one actor, forum or initiative."""
    from clustergraph import reports

    opened = project()
    actor = _one(_actors(opened), name)
    results = []
    for report in _SHOWN:
        result = opened.report(report, **given(**options))
        mine = [row for row in result.rows if actor.id in _ids(row)]
        if mine:
            results.append(replace(result, rows=mine))
    if form == "json":
        rows = [{"report": result.name, **row} for result in results for row in result.rows]
        click.echo(_answer(actor.label, rows, options))
        return
    click.echo(f"{actor.label} · {actor.kind}" + (f" · {', '.join(actor.aliases)}" if actor.aliases else ""))
    for result in results:
        click.echo("\n" + reports.render(result, form, words.language()).rstrip("\n"))
    if not results:
        click.echo(words.say("show.none"), err=True)


def _ids(row: dict[str, Any]) -> set[str]:
    values = [value for key, value in row.items() if key.endswith(("_id", "_ids"))]
    return {str(one) for value in values for one in (value if isinstance(value, list) else [value])}


def _one(actors: Actors, name: str) -> Actor:
    found = actors.find(name)
    if not found:
        raise UsageError(words.say("search.none", words=name))
    if len(found) > 1 and found[0].label.casefold() != name.casefold() and found[0].id != name:
        raise UsageError(words.say("show.many", words=name, found="; ".join(actor.label for actor in found[:6])))
    return found[0]


@click.command("path", cls=Command)
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@click.option("--as-of", metavar="DATE")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
def path_command(left: str, right: str, form: str, **options: Any) -> None:
    """How two are linked, by the fewest steps."""
    from clustergraph.explorer import VIEWS

    opened = project()
    actors = _actors(opened)
    ends = [_one(actors, name) for name in (left, right)]
    edges = [edge for view in VIEWS if view != "ego" for edge in opened.drawing(view, **given(**options)).edges]
    steps = _shortest(edges, ends[0].id, ends[1].id)
    rows = [{"from": actors.label(s.source), "to": actors.label(s.target), "kind": s.kind, "status": s.status} for s in steps]
    if form == "json":
        click.echo(_answer(words.say("path.question", left=ends[0].label, right=ends[1].label), rows, options))
        return
    for row in rows:
        click.echo(f"{row['from']} → {row['to']}  ({row['kind']}, {row['status']})")
    if not rows:
        click.echo(words.say("path.none", left=ends[0].label, right=ends[1].label), err=True)


def _shortest(edges: Iterable[Edge], start: str, end: str) -> list[Edge]:
    """The fewest lines from one node to another, whichever way they point; none where there is no way."""
    near: dict[str, list[tuple[str, Edge]]] = {}
    for edge in edges:
        near.setdefault(edge.source, []).append((edge.target, edge))
        near.setdefault(edge.target, []).append((edge.source, edge))
    ways: dict[str, list[Edge]] = {start: []}
    queue = [start]
    for here in queue:
        for other, edge in near.get(here, ()):
            if other not in ways:
                ways[other] = [*ways[here], edge]
                queue.append(other)
    return ways.get(end, [])


@click.command("why", cls=Command)
@click.argument("ident", metavar="ID")
@click.option("--context", "around", type=click.IntRange(0, 50), default=1, metavar="N")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
def why_command(ident: str, around: int, form: str) -> None:
    """The sentences behind a fact."""
    opened = project()
    quotes = _behind(opened, ident)
    if not quotes:
        raise UsageError(words.say("why.none", id=ident))
    texts = {document.id[:16]: document.text for document in opened.documents()}
    rows = []
    for quote in quotes:
        text = texts.get(quote.document_id.rpartition("/")[2][:16], "")
        rows.append({**asdict(quote), "context": _around(text, quote.start, quote.end, around)})
    if form == "json":
        click.echo(_answer(ident, rows, {}))
        return
    for row in rows:
        item = words.say("why.item", item=row["item"]) if row["item"] else ""
        click.echo(f"{row['document']} · {row['date']}{item} · {words.say('why.line', line=row['line'])}")
        click.echo(f"  {row['context']}")
        click.echo(f"  {words.say('why.rule', kind=row['kind'], rule=row['recognizer'], confidence=row['confidence'])}")


def _behind(opened: Project, ident: str) -> list[Quote]:
    """The evidence of what an argument means: a fact, a claim, an entity by name, or words of a sentence."""
    from clustergraph.queries.evidence import quotes

    facts = [ident] if ident.startswith(("http://", "https://")) else []
    if _CLAIM.fullmatch(ident):
        rows = opened.query(f'SELECT ?fact WHERE {{ ?claim cg:about ?fact FILTER(STRENDS(STR(?claim), "{ident}")) }}')
        facts = [str(fact) for (fact,) in rows]
    elif not facts:
        facts = [actor.id for actor in _actors(opened).find(ident)[:1]]
    found = [quote for evidence in quotes(opened.store, facts).values() for quote in evidence]
    if _CLAIM.fullmatch(ident):
        found = [quote for quote in found if ident in quote.claim]
    return found or _by_words(opened, ident)


def _by_words(opened: Project, wanted: str) -> list[Quote]:
    from clustergraph.queries.evidence import quotes

    rows = opened.query(
        "SELECT DISTINCT ?fact WHERE { ?claim cg:about ?fact ; cg:evidence/oa:hasTarget/oa:hasSelector/oa:exact ?exact"
        " FILTER(CONTAINS(LCASE(?exact), LCASE($words))) } ORDER BY ?fact LIMIT 50",
        words=wanted,
    )
    found = quotes(opened.store, [str(fact) for (fact,) in rows])
    return sorted({q for evidence in found.values() for q in evidence if wanted.casefold() in q.quote.casefold()})


def _around(text: str, start: int, end: int, lines: int) -> str:
    """The evidence in «», with so many lines before and after."""
    before = "\n".join(text[:start].split("\n")[-lines - 1 :])
    after = "\n".join(text[end:].split("\n")[: lines + 1])
    return " ".join(f"{before}«{text[start:end]}»{after}".split())
