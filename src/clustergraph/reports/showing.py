"""One actor on one page: what it is, and what it has to do with others, as of the day, each line with its sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from clustergraph.queries.actors import Actor
from clustergraph.reports import initiatives, meetings, people, references
from clustergraph.reports.context import Context, Fact, proof
from clustergraph.reports.result import Row

COLUMNS = ("section", "what", "who", "status", "period")
HISTORY = ("day", "happened", "section", "what", "who", "status")
_BY_DAY = frozenset({"meetings", "decisions", "attendance"})  # sections whose rows say in ``what`` on which day it was


def show(context: Context, name: str) -> list[Row]:
    """One row a fact about the actor that a name or an IRI means. Raises :class:`UsageError` where nobody or more than one is meant."""
    actor = context.actors.the(name)
    parts: dict[str, tuple[Callable[[Context, Actor], Iterable[Row]], ...]] = {
        "person": (_roles, _attendance, _led),
        "forum": (_references, _roster, _meetings, _decisions),
        "cluster": (_references, _roster, _meetings),
        "organisation": (_references, _people),
        "initiative": (_initiative,),
    }
    rows = [_head(context, actor)]
    for part in parts[actor.kind]:
        rows += part(context, actor)
    return [{**row, "actor": actor.label, "actor_id": actor.id, "kind_of_actor": actor.kind} for row in rows]


def timeline(context: Context, name: str) -> list[Row]:
    """One row a day on which something of an actor began, was said or ended, in the order of the days; what has no day comes last."""
    rows = []
    for row in show(context, name):
        if row["section"] == "names":
            continue
        dated = row["what"] if row["section"] in _BY_DAY else None
        begin = dated or row["valid_from"] or row["attested_first"]
        happened = "held" if dated else "began" if row["valid_from"] else "said"
        rows.append({**row, "day": begin, "happened": happened, "what": None if dated else row["what"]})
        if row["valid_until"]:
            rows.append({**row, "day": row["valid_until"], "happened": "ended"})
    return sorted(rows, key=lambda row: (row["day"] or "9999", row["section"], str(row["who"]), row["happened"]))


def _within(
    context: Context, *, forum: str | None = None, person: str | None = None, organisation: str | None = None, case: str | None = None
) -> Context:
    """The same store and times, narrowed to one actor by its IRI."""
    return context.narrowed(cluster=None, region=None, forum=forum, person=person, organisation=organisation, case=case)


def _line(section: str, row: Row, what: str | None, who: object, status: str | None = None) -> Row:
    kept = {key: row.get(key) for key in ("valid_from", "valid_until", "attested_first", "attested_last", "fact_id", "documents", "quotes")}
    return {"section": section, "what": what, "who": who, "status": status, **kept}


def _head(context: Context, actor: Actor) -> Row:
    row = proof(Fact(actor.id, {}, context.evidence(actor.id).get(actor.id, [])))
    about = [context.name(actor.of), context.name(context.actors.cluster_of(actor.id)), context.name(context.actors.region_of(actor.id))]
    return {
        **_line("names", row, actor.type or actor.kind, list(dict.fromkeys(actor.names)), actor.status),
        "belongs_to": list(dict.fromkeys(one for one in about if one and one != actor.label)),
        "valid_from": actor.valid_from, "valid_until": actor.valid_until,
    }  # fmt: skip


def _references(context: Context, actor: Actor) -> Iterable[Row]:
    for row in references.references(_within(context, forum=actor.id)):
        if row["from_id"] == actor.id:
            yield _line("references", row, row["kind"], row["to"], row["status"])
        elif row["to_id"] == actor.id:
            yield _line("referred", row, row["kind"], row["from"], row["status"])


def _roster(context: Context, actor: Actor) -> Iterable[Row]:
    for row in people.roster(_within(context, forum=actor.id)):
        if row["forum_id"] == actor.id:
            titled = ", ".join(one for one in (row["person"] or row["seat"], row["role"], row["organisation"]) if one)
            yield _line("members", row, row["capacity"], titled, "vacant" if row["vacant"] else row["status"])


def _meetings(context: Context, actor: Actor) -> Iterable[Row]:
    for row in meetings.meetings(_within(context, forum=actor.id)):
        yield _line("meetings", row, row["date"], row["forum"])


def _decisions(context: Context, actor: Actor) -> Iterable[Row]:
    for row in meetings.decisions(_within(context, forum=actor.id)):
        yield _line("decisions", row, row["date"], row["title"], row["decision_type"])


def _roles(context: Context, actor: Actor) -> Iterable[Row]:
    for row in people.roles(_within(context, person=actor.id)):
        yield _line("roles", row, row["role"] or row["capacity"], row["organisation"] or row["forum"])


def _attendance(context: Context, actor: Actor) -> Iterable[Row]:
    for row in meetings.attendance(_within(context, person=actor.id)):
        yield _line("attendance", row, row["date"], row["forum"], row["attendance"])


def _led(context: Context, actor: Actor) -> Iterable[Row]:
    for row in initiatives.initiatives(_within(context, person=actor.id)):
        yield _line("initiatives", row, row["status"], row["initiative"])


def _people(context: Context, actor: Actor) -> Iterable[Row]:
    for row in people.roles(_within(context, organisation=actor.id)):
        yield _line("people", row, row["role"] or row["capacity"], ", ".join(one for one in (row["person"], row["forum"]) if one))


def _initiative(context: Context, actor: Actor) -> Iterable[Row]:
    for row in initiatives.initiatives(_within(context, case=actor.label)):
        if row["initiative_id"] == actor.id:
            for name in ("anchored_in", "leads", "contacts", "status", "maturity", "start", "end", "target_group", "purpose", "condition"):
                if row[name]:
                    yield _line(name, row, None, row[name])
            for part in row["involved"]:
                yield _line("involved", row, part["part"], part["body"])
