"""What has happened to those that somebody keeps an eye on: the changes that touch them, and the sentences that name them anew."""

from __future__ import annotations

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from clustergraph.queries.actors import Actor
from clustergraph.reports import words
from clustergraph.reports.changes import Span, changes
from clustergraph.reports.context import Context, Fact, proof, widest
from clustergraph.reports.feed import line, sentences
from clustergraph.reports.result import ReportResult, Row

COLUMNS = ("day", "watched", "section", "happened", "what", "who", "before", "after")


def hits(context: Context, idents: Sequence[str]) -> list[Row]:
    """One row a change of one of them, and one a sentence that names one in a document of the time and stands behind no change."""
    span, watched = Span.of(context), [actor for ident in idents if (actor := context.actor(ident))]
    rows = []
    told = changes(context)
    for actor in watched:
        mine = [row for row in told if actor.id in row["about_ids"] or row["fact_id"] == actor.id]
        rows += [{**row, "watched": actor.label, "watched_id": actor.id} for row in mine]
        rows += _mentions(context, span, actor, mine)
    return sorted(rows, key=lambda row: (row["day"] or "9999", row["watched"], row["section"], row["what"], row["change_id"]))


def _mentions(context: Context, span: Span, actor: Actor, told: Sequence[Row]) -> list[Row]:
    shown = [quote for row in told for quote in row["quotes"]]
    quotes = [quote for quote in widest(context.evidence(actor.id).get(actor.id, [])) if span.within(quote.date)]
    rows = []
    for quote in quotes:
        if any(one["document_id"] == quote.document_id and one["start"] <= quote.start and quote.end <= one["end"] for one in shown):
            continue
        rows.append({
            "day": quote.date, "section": "people" if actor.kind == "person" else f"{actor.kind}s", "happened": "mentioned", "what": actor.label,
            "who": None, "before": [], "after": [], "watched": actor.label, "watched_id": actor.id, "about_ids": [actor.id],
            "change_id": "/".join(("mentioned", actor.id, quote.document_id, str(quote.start))), **proof(Fact(actor.id, {}, [quote])),
        })  # fmt: skip
    return rows


def mail(result: ReportResult, lang: str) -> str:
    """The hits as a mail that is not sent yet (RFC 5322): no address, and dated by the last document that it tells of."""
    import datetime

    message = EmailMessage(policy=SMTP.clone(max_line_length=0))
    last = max((row["day"] or "" for row in result.rows), default="") or result.latest[0] or "1970-01-01"
    message["Subject"] = f"{result.question} · {words.date(last, lang)} · {words.phrase('rows', lang, n=len(result.rows))}"
    message["Date"] = format_datetime(datetime.datetime.fromisoformat(f"{last[:10]}T00:00:00+00:00"))
    message["X-Unsent"] = "1"  # mail programs open it as a draft
    parts = [result.question, ""]
    for row in result.rows:
        parts += [
            f"{words.date(row['day'] or '–', lang)}  {row['watched']}: {line(row, lang)}",
            *(f"    {said}" for said in sentences(row, lang)),
            "",
        ]
    message.set_content("\n".join(parts), cte="8bit")
    return message.as_bytes().decode("utf-8").replace("\r\n", "\n")
