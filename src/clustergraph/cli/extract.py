"""``clustergraph extract``: read one document and store nothing."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clustergraph.cli.shell import Command
from clustergraph.cli.unread import listed, said, share

if TYPE_CHECKING:
    from clustergraph.model import Claim, Document, Unread


@click.command("extract", cls=Command)
@click.argument("file", metavar="FILE")
@click.option("--format", "form", type=click.Choice(["text", "json", "jsonl", "table"]), default="table")
def extract_command(file: str, form: str) -> None:
    """Read one document."""
    from clustergraph import claims, documents, records

    document = documents.read_bytes(sys.stdin.buffer.read(), file) if file == "-" else documents.read(Path(file))
    if form == "text":
        click.echo(document.text, nl=False)
        return
    found, unread = claims.recognize(document)
    if form == "json":
        click.echo(json.dumps(records.facts(document, found), ensure_ascii=False, indent=1))
    elif form == "jsonl":
        for claim in found:
            click.echo(records.dumps(records.claim_to_json(claim)))
    else:
        click.echo(_overview(document, found, unread), nl=False)


def _overview(document: Document, claims: tuple[Claim, ...], unread: tuple[Unread, ...]) -> str:
    lines = [f"{document.title or document.source} · {document.kind} · {document.date or '–'} · {document.layout}", ""]
    for claim in claims:
        start = claim.evidence[0].start
        end = " → " + claim.object.name if claim.object else ""
        more = " ".join(f"{k}={v}" for k, v in claim.qualifiers.items() if k != "aliases")
        lines.append(f"{document.line_of(start):5}  {claim.kind:18} {claim.subject.name}{end}  {more}".rstrip())
    places = [(place.span.start, place.span.end, place.reason) for place in unread]
    lines += ["", said(*share(document, places)), *listed(document, places)]
    return "\n".join(lines) + "\n"
