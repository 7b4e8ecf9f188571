"""What a page tells of one entity: what it is on the day, what holds now, held before and is asked for, and what goes with it.

All rows are those of reports, asked of the entity's surroundings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from clustergraph.queries.actors import Actor
from clustergraph.reports.context import proof
from clustergraph.reports.fact import FOREVER, Fact
from clustergraph.reports.periods import ENDED, PENDING
from clustergraph.reports.result import Row
from clustergraph.reports.words import column, word
from clustergraph.server.visit import Visit

NOW, BEFORE, ASKED = "now", "before", "asked"
_FACTS = ("anchored_in", "leads", "contacts", "status", "maturity", "start", "end", "amounts", "target_group", "purpose", "condition", "priority")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: the key of its heading, the columns of its table, its rows, and the report that holds all of them."""

    key: str
    columns: tuple[str, ...]
    rows: Sequence[Row]
    report: str | None = None
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Portrait:
    """All that the page tells: sections in order, references for the drawing, the titles of a person, the sentences that name the entity."""

    sections: tuple[Section, ...]
    references: tuple[Row, ...] = ()
    titles: tuple[Row, ...] = ()
    own: Row | None = None


def portrait(visit: Visit, actor: Actor) -> Portrait:
    """The portrait of a person, organisation, forum, cluster or initiative on the day that is asked for."""
    sections, references = _PARTS[actor.kind](visit, actor)
    own = proof(Fact(actor.id, {}, visit.view.evidence(actor.id)))
    titles = [row for section in sections if section.key == NOW for row in section.rows if row.get("titled")]
    return Portrait(tuple(section for section in sections if section.rows), tuple(references), tuple(titles), own)


def _near(visit: Visit, name: str, iri: str, **options: Any) -> list[Row]:
    return list(visit.view.near(name, iri, as_of=visit.as_of, lang=visit.lang, **options).rows)


# ── references ────────────────────────────────────────────────────────────────────────────────────


def _references(visit: Visit, actor: Actor) -> list[Row]:
    """The references from and to the entity, each with who stands at the other end, and in which direction."""
    rows = []
    for row in _near(visit, "references", actor.id, forum=actor.id):
        if actor.id in (row["from_id"], row["to_id"]):
            out = row["from_id"] == actor.id
            rows.append(
                {**row, "direction": "up" if out else "down", "other": row["to" if out else "from"], "other_id": row["to_id" if out else "from_id"]}
            )
    return rows


def _by_time(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {NOW: [], BEFORE: [], ASKED: []}
    for row in rows:
        found[BEFORE if row["status"] in ENDED else ASKED if row["status"] in PENDING else NOW].append(row)
    return found


_ATTENDED = ("date", "forum", "attendance", "capacity", "on_behalf_of", "from_item", "item")
_REFERENCE = ("from", "kind", "to", "status", "period", "asked_on")


# ── one kind each ─────────────────────────────────────────────────────────────────────────────────


def _person(visit: Visit, actor: Actor) -> tuple[list[Section], list[Row]]:
    held = [_held(row) for row in _near(visit, "roles", actor.id, person=actor.id) if row["person_id"] == actor.id]
    now = {row["fact_id"] for row in held}
    attended = [row for row in _near(visit, "attendance", actor.id, person=actor.id) if row["person_id"] == actor.id]
    led = [row for row in _near(visit, "initiatives", actor.id, person=actor.id) if actor.id in row["leads_id"]]
    shown = ("capacity", "forum", "represents", "area", "period", "attested")
    return [
        Section(NOW, shown, held, "roles", {"person": actor.id}),
        Section(BEFORE, shown, [row for row in _tenures(visit, actor.id) if row["fact_id"] not in now], "tenures", {"person": actor.id}),
        Section("meetings", _ATTENDED, attended[::-1], "attendance", {"person": actor.id}),
        Section("initiatives", ("initiative", "status", "maturity", "anchored_in", "start", "end"), led, "initiatives", {"person": actor.id}),
    ], []  # fmt: skip


def _held(row: Row) -> Row:
    """A title or a part in one form: what somebody is, and where."""
    return {
        **row, "capacity": row["capacity"] or row["role"], "forum": row["forum"] or row["organisation"],
        "forum_id": row["forum_id"] or row["organisation_id"], "titled": row["forum_id"] is None,
    }  # fmt: skip


def _tenures(visit: Visit, iri: str) -> list[Row]:
    """Titles and parts that began by the day, those that have ended too."""
    view, day = visit.view, visit.as_of or FOREVER
    rows = []
    for query, body, what in (("memberships", "forum", "capacity"), ("employments", "organisation", "title")):
        for fact in view.around(iri).facts(query, view.moment):
            begun = fact.text("from_day") or fact.text("attested_first") or ""
            if fact.text("person") == iri and fact.said and begun <= day:
                rows.append(_tenure(visit, fact, body, what))
    return sorted(rows, key=lambda row: row["valid_until"] or row["attested_last"] or "", reverse=True)


def _tenure(visit: Visit, fact: Fact, body: str, what: str) -> Row:
    return {
        "capacity": fact.word("capacity") if what == "capacity" else fact.text(what), "forum": visit.view.actors.label(fact.text(body)),
        "forum_id": fact.text(body), "represents": visit.view.actors.label(fact.text("represents")), "represents_id": fact.text("represents"),
        "area": fact.text("area"), "valid_from": fact.text("valid_from"), "valid_until": fact.text("valid_until"), **proof(fact),
    }  # fmt: skip


def _forum(visit: Visit, actor: Actor) -> tuple[list[Section], list[Row]]:
    references = _references(visit, actor)
    by_time = _by_time(references)
    seats = [row for row in _near(visit, "roster", actor.id, forum=actor.id) if row["forum_id"] == actor.id]
    people = [row for row in seats if row["person_id"]]
    places = [row for row in seats if not row["person_id"]]
    now = {row["person_id"] for row in people}
    former = [row for row in _former(visit, actor.id) if row["person_id"] not in now]
    met = [row for row in _near(visit, "meetings", actor.id, forum=actor.id) if row["forum_id"] == actor.id]
    items = [row for row in _near(visit, "decisions", actor.id, forum=actor.id) if row["forum_id"] == actor.id]
    decided = [row for row in items if row["decision_type"] or row["outcome"]]
    within = _within(visit, actor)
    name = {"forum": actor.id}
    return [
        Section(NOW, _REFERENCE, by_time[NOW], "references", name),
        Section(BEFORE, _REFERENCE, by_time[BEFORE]),
        Section(ASKED, _REFERENCE, by_time[ASKED]),
        Section("meetings", ("date", "meeting", "time", "place"), met[::-1], "meetings", name),
        Section("people", ("person", "role", "organisation", "capacity", "represents", "attested"), people, "roster", name),
        Section("seats", ("seat", "represents", "capacity", "seats", "attested"), places, "vacancies", name),
        Section("former", ("person", "capacity", "period", "attested"), former, "tenures", name),
        Section("initiatives", ("initiative", "status", "maturity", "anchored_in", "start", "end"), _anchored(visit, actor), "initiatives", name),
        Section("decisions", ("date", "item", "title", "decision_type", "outcome"), decided[::-1], "decisions", name),
        Section("within", ("forum", "type", "status"), within, "forums", {"cluster" if actor.kind == "cluster" else "forum": actor.id}),
    ], references  # fmt: skip


def _former(visit: Visit, iri: str) -> list[Row]:
    """People whose part in a forum was told by the day; who sits now is taken out by the caller."""
    view, day = visit.view, visit.as_of or FOREVER
    rows: dict[str, Row] = {}
    for fact in view.around(iri).facts("memberships", view.moment):
        begun = fact.text("from_day") or fact.text("attested_first") or ""
        if fact.text("forum") == iri and fact.said and begun <= day and (fact.word("capacity") or "") not in ("invited", "presenter"):
            person = fact.text("person")
            rows.setdefault(str(person), {
                "person": view.actors.label(person), "person_id": person, "capacity": fact.word("capacity"), "valid_from": fact.text("valid_from"),
                "valid_until": fact.text("valid_until"), **proof(fact),
            })  # fmt: skip
    return sorted(rows.values(), key=lambda row: row["attested_last"] or "", reverse=True)


def _anchored(visit: Visit, actor: Actor) -> list[Row]:
    """The initiatives that are anchored in a body or in which it takes part."""
    rows = _near(visit, "initiatives", actor.id)
    return [row for row in rows if actor.id in (*row["anchored_in_id"], *(part["body_id"] for part in row["involved"]))]


def _within(visit: Visit, actor: Actor) -> list[Row]:
    """The forums of a cluster, and those that are of a body."""
    found = [
        {"forum": one.label, "forum_id": one.id, "type": one.type, "status": one.status}
        for one in visit.view.belonging(actor.id)
        if one.kind in ("forum", "cluster") and one.id != actor.id
    ]
    return sorted(found, key=lambda row: str(row["forum"]))


def _organisation(visit: Visit, actor: Actor) -> tuple[list[Section], list[Row]]:
    references = _references(visit, actor)
    by_time = _by_time(references)
    people = [row for row in _near(visit, "roles", actor.id, organisation=actor.id) if actor.id in (row["organisation_id"], row["represents_id"])]
    held = [{**row, "capacity": row["role"] or row["capacity"]} for row in people]
    name = {"organisation": actor.id}
    return [
        Section(NOW, _REFERENCE, by_time[NOW], "references", {"forum": actor.id}),
        Section(BEFORE, _REFERENCE, by_time[BEFORE]),
        Section(ASKED, _REFERENCE, by_time[ASKED]),
        Section("people", ("person", "capacity", "forum", "period", "attested"), held, "roles", name),
        Section("initiatives", ("initiative", "status", "maturity", "anchored_in", "start", "end"), _anchored(visit, actor), "initiatives", name),
        Section("within", ("forum", "type", "status"), _within(visit, actor)),
    ], references  # fmt: skip


def _initiative(visit: Visit, actor: Actor) -> tuple[list[Section], list[Row]]:
    rows = [row for row in _near(visit, "initiatives", actor.id) if row["initiative_id"] == actor.id]
    money = [row for row in _near(visit, "money", actor.id) if row["initiative_id"] == actor.id]
    told = [
        {"aspect": column(name, visit.lang), "value": _plain(visit, name, row[name]), "value_id": row.get(f"{name}_id"), **_proof(row)}
        for row in rows
        for name in _FACTS
        if row.get(name)
    ]
    name = {"case": actor.label}
    return [
        Section(NOW, ("aspect", "value"), told, "initiatives", name),
        Section("decisions", ("date", "forum", "item", "title", "decision_type", "outcome"), _decided(visit, actor)),
        Section("money", ("what", "amount_dkk", "period", "status", "for"), money, "money", name),
        Section("involved", ("organisation", "part", "count", "attested"), _involved(visit, actor)),
    ], []  # fmt: skip


def _decided(visit: Visit, actor: Actor) -> list[Row]:
    """The items of agendas under which the initiative is spoken of, with what was decided there, the newest first."""
    facts = [fact for query in ("initiatives", "money") for fact in visit.view.around(actor.id).facts(query, visit.view.moment)]
    places = {(fact.text("told_in"), fact.text("number")) for fact in facts if actor.id in (fact.text("initiative"),) and fact.text("number")}
    rows = _near(visit, "decisions", actor.id)
    names = [name.casefold() for name in actor.names]
    return [
        row
        for row in reversed(rows)
        if (row["meeting_id"] or row.get("told_in_id"), row["item"]) in places
        or any(name in str(text).casefold() for name in names for text in (row["title"], *row["outcome"]))
    ]


def _involved(visit: Visit, actor: Actor) -> list[Row]:
    """Who takes part in what way, each with its own sentences, the newest first."""
    view, rows = visit.view, []
    for fact in view.around(actor.id).facts("involvements", view.moment):
        if fact.text("initiative") == actor.id and fact.said and (visit.as_of is None or fact.attested[0] <= visit.as_of):
            body, part = fact.text("body"), fact.text("part")
            rows.append({
                "organisation": view.actors.label(body), "organisation_id": body, "part": visit.say("part.joined") if part == "joined" else part,
                "count": fact.number("count"), **proof(fact),
            })  # fmt: skip
    return sorted(rows, key=lambda row: row["attested_last"] or "", reverse=True)


def _plain(visit: Visit, name: str, value: Any) -> Any:
    """A value of an initiative in words."""
    if name == "amounts":
        return [f"{one['amount_dkk']:,} kr. {one['period'] or ''}".replace(",", ".").strip() for one in value if one["amount_dkk"]]
    return word(value, visit.lang) if isinstance(value, str) and name in ("status", "maturity") else value


def _proof(row: Row) -> Row:
    return {name: row.get(name) for name in ("quotes", "documents", "fact_id", "attested_first", "attested_last")}


_PARTS: dict[str, Callable[[Visit, Actor], tuple[list[Section], list[Row]]]] = {
    "person": _person, "forum": _forum, "cluster": _forum, "organisation": _organisation, "initiative": _initiative,
}  # fmt: skip


# ── meetings ──────────────────────────────────────────────────────────────────────────────────────


def meeting(visit: Visit, iri: str) -> tuple[Row, Portrait] | None:
    """A meeting and its portrait; None where there is none of that address."""
    head = next((row for row in _near(visit, "meetings", iri) if row["meeting_id"] == iri), None)
    if head is None:
        return None
    there = [row for row in _near(visit, "attendance", iri) if row["meeting_id"] == iri]
    items = [row for row in _near(visit, "decisions", iri) if row["meeting_id"] == iri]
    told = [row for row in _near(visit, "decisions", iri) if row.get("told_in_id") == iri]
    sections = [
        Section("decisions", ("item", "title", "decision_type", "outcome"), items),
        Section("people", ("person", "role", "organisation", "attendance", "capacity", "on_behalf_of", "from_item"), there),
        Section("told", ("date", "forum", "title", "decision_type", "outcome"), told),
    ]
    own = {name: head.get(name) for name in ("quotes", "documents", "fact_id")}
    return head, Portrait(tuple(section for section in sections if section.rows), own=own)
