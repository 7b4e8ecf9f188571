"""Meetings: who was there, what was on the agenda and decided, and the way of one matter through forums."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from clustergraph.queries import folding
from clustergraph.queries.actors import local
from clustergraph.reports.context import Context, Fact, proof
from clustergraph.reports.people import Titles, foremost, titles
from clustergraph.reports.result import Row

_NO_DECISION = "none"


def attendance(context: Context) -> list[Row]:
    """One row a person at a meeting, and one an item that somebody presents; with a forum asked for, that of its meetings up to the day."""
    known = titles(context)
    parts: dict[tuple[str | None, str | None, str | None], list[Fact]] = defaultdict(list)
    for fact in context.facts("attendance", begin=("date",)):
        if context.in_scope(fact.text("meeting_forum"), fact.text("forum"), *context.said_at(fact).bodies) and _of_person(context, fact):
            parts[fact.text("meeting"), fact.text("person"), fact.text("item")].append(fact)
    rows = [_attended(context, known, facts) for facts in parts.values()]
    rows.sort(key=lambda row: (row["date"] or "", row["meeting_id"], row["place"]))
    return [{key: value for key, value in row.items() if key != "place"} for row in _chosen(context, rows)]


def _attended(context: Context, known: Titles, facts: list[Fact]) -> Row:
    """One person at one meeting, with all that is said of it; the foremost part is the capacity."""
    facts = sorted(facts, key=lambda fact: foremost(fact.word("capacity")))
    first = facts[0]

    def told(name: str) -> str | None:
        return next((text for fact in facts if (text := fact.text(name))), None)

    meeting, forum = context.meeting(first.text("meeting")), first.text("forum") or first.text("meeting_forum")
    mine = known.of(first.text("person"), {document for fact in facts for document in fact.documents})
    employer = next((body for title in mine if (body := title.text("organisation"))), None)
    capacities = [fact.word("capacity") for fact in facts]
    return {
        "meeting": meeting.text("title") if meeting else None, "date": first.text("date"), "forum": context.name(forum),
        "person": context.name(first.text("person")), "role": next((title.text("title") for title in mine if title.text("title")), None),
        "organisation": context.name(employer), "organisation_type": _type(context, employer), "attendance": local(told("attendance")),
        "capacity": capacities[0], "capacities": list(dict.fromkeys(capacities)), "represents": context.name(told("represents")),
        "on_behalf_of": context.name(told("on_behalf_of")),
        "from_item": told("from_item"), "until_item": told("until_item"), "not_items": first.texts("not_item"), "item": first.text("item"),
        "deputy": "deputy" in capacities or bool(told("substitute_for") or told("on_behalf_of")), "meeting_id": first.text("meeting"),
        "person_id": first.text("person"), "forum_id": forum, "organisation_id": employer, "place": min(fact.place for fact in facts),
        **proof(*facts, *mine),
    }  # fmt: skip


def _type(context: Context, body: str | None) -> str | None:
    actor = context.actor(body)
    return actor.type if actor else None


def _of_person(context: Context, fact: Fact) -> bool:
    return context.people is None or fact.text("person") in context.people


def _chosen(context: Context, rows: list[Row]) -> list[Row]:
    status, capacity = context.options.status, context.options.capacity
    return [row for row in rows if (not status or row["attendance"] in status) and (not capacity or set(row["capacities"]) & set(capacity))]


def decisions(context: Context) -> list[Row]:
    """The items of meetings with what was recommended and decided, and the decisions of other meetings that they tell of; by date."""
    rows = [_item_row(context, fact) for fact in context.facts("items", begin=("date",)) if _item_wanted(context, fact)]
    rows += [_told_row(context, fact) for fact in context.facts("reported", begin=("day",)) if _told_wanted(context, fact)]
    wanted = context.options.status
    chosen = [row for row in rows if not wanted or row["decision_type"] in wanted]
    return sorted(chosen, key=lambda row: (row["date"] or "9999", row["forum"] or "", row["order"], row["title"] or "", row["fact_id"] or ""))


def _item_wanted(context: Context, fact: Fact) -> bool:
    return context.in_scope(fact.text("forum"), *context.said_at(fact).bodies)


def _told_wanted(context: Context, fact: Fact) -> bool:
    # Who asks for a forum asks what it decided, not what it was told of others.
    return context.in_scope(fact.text("forum"), *(context.said_at(fact).bodies if context.forums is None else ()))


def _item_row(context: Context, fact: Fact) -> Row:
    return {
        "forum": context.name(fact.text("forum")), "date": fact.text("date"), "item": fact.text("number"), "title": fact.text("title"),
        "recommendation": fact.texts("recommendation"), "outcome": fact.texts("decision"), "decision_type": _decision(fact),
        "told_in": None, "order": fact.number("order") or 0, "forum_id": fact.text("forum"), "meeting_id": fact.text("meeting"), **proof(fact),
    }  # fmt: skip


def _decision(fact: Fact) -> str | None:
    kind = fact.word("decision_type")
    return kind if kind != _NO_DECISION else None


def _told_row(context: Context, fact: Fact) -> Row:
    told_by, told_on = context.name(context.said_at(fact).forum), max(fact.attested, default=None)
    outcome = fact.text("outcome")
    return {
        "forum": context.name(fact.text("forum")), "date": fact.text("date"), "item": fact.text("told_number"), "title": fact.text("matter"),
        "recommendation": [], "outcome": [outcome] if outcome else [], "decision_type": fact.word("decision_type"),
        "told_in": " ".join(part for part in (told_by, told_on) if part) or None, "order": 0, "forum_id": fact.text("forum"),
        "meeting_id": None, "told_in_id": fact.text("told_in"), "told_title": fact.text("told_title"), **proof(fact),
    }  # fmt: skip


def cases(context: Context) -> list[Row]:
    """One row a matter that has been in more than one place: its steps by date, dated and undated ones, each with its sentence."""
    matters: dict[str, dict[str, Any]] = defaultdict(lambda: {"title": None, "bodies": [], "steps": []})
    for fact in context.facts("items", begin=("date",)):
        matter = matters[fact.id]
        matter["title"], matter["bodies"] = fact.text("title"), context.said_at(fact).bodies
        kind = _decision(fact)
        matter["steps"].append(_step(context, fact, fact.text("date"), fact.text("forum"), kind, fact.texts("decision")))
    for fact in context.facts("reported", begin=("day",)):
        if at := fact.text("told_at_item"):
            words = fact.texts("outcome") or fact.texts("matter")
            matters[at]["steps"].append(_step(context, fact, fact.text("date"), fact.text("forum"), fact.word("decision_type"), words))
    for fact in context.facts("calendar", begin=("day",)):
        if at := fact.text("told_at_item"):
            matters[at]["steps"].append(_step(context, fact, fact.text("date"), None, fact.text("kind"), fact.texts("what")))
    rows = [row for ident, matter in matters.items() if (row := _case(context, ident, matter))]
    return sorted(rows, key=lambda row: (row["case"], row["case_id"]))


def _step(context: Context, fact: Fact, date: str | None, forum: str | None, kind: str | None, what: list[str]) -> Row:
    return {
        "date": date, "forum": context.name(forum), "kind": kind, "what": what, "forum_id": forum, **proof(fact),
    }  # fmt: skip


def _case(context: Context, ident: str, matter: dict[str, Any]) -> Row | None:
    wanted, title = context.options.case, matter["title"]
    if title is None or (wanted and not _about(wanted, title)):
        return None
    if not wanted and len(matter["steps"]) < 2:
        return None
    if not context.in_scope(*matter["bodies"], *(step["forum_id"] for step in matter["steps"])):
        return None
    decided = {step["date"] for step in matter["steps"] if step["kind"] not in ("event", "deadline")}
    # A happening that tells of a decision's day once more is no step of its own.
    told = [step for step in matter["steps"] if step["kind"] not in ("event", "deadline") or step["date"] not in decided]
    steps = sorted(told, key=lambda step: (step["date"] or "9999", step["forum"] or ""))
    quotes = [quote for step in steps for quote in step["quotes"]]
    documents = sorted({document for step in steps for document in step["documents"]})
    return {"case": title, "case_id": ident, "steps": steps, "documents": documents, "quotes": quotes}


def _about(wanted: str, title: str) -> bool:
    have = folding.words(title)
    return all(any(word.startswith(folding.stem(one)) for word in have) for one in folding.words(wanted))


def calendar(context: Context) -> list[Row]:
    """Deadlines and dated happenings, by date; undated ones last."""
    rows = []
    for fact in context.facts("calendar", begin=("day",)):
        setting, kinds, forum = context.said_at(fact), context.options.kind, context.said_at(fact).forum
        if context.in_scope(*setting.bodies) and (not kinds or fact.text("kind") in kinds):
            rows.append({
                "what": fact.text("what"), "date": fact.text("date"), "date_text": fact.text("date_text"), "kind": fact.text("kind"),
                "forum": context.name(forum), "item": fact.text("number"), "forum_id": forum, **proof(fact),
            })  # fmt: skip
    return sorted(rows, key=lambda row: (row["date"] or "9999", row["kind"], row["what"] or ""))


def deadlines(context: Context) -> list[Row]:
    """What is due, and when."""
    return [row for row in calendar(context) if row["kind"] == "deadline"]


def events(context: Context) -> list[Row]:
    """What happens or has happened, and when."""
    return [row for row in calendar(context) if row["kind"] == "event"]


def meetings(context: Context) -> list[Row]:
    """Which meetings were held or called, by date."""
    rows = []
    for fact in context.meetings:
        setting = context.said_at(fact)
        if context.in_scope(fact.text("forum"), *setting.bodies):
            rows.append({
                "date": fact.text("date"), "forum": context.name(fact.text("forum")), "meeting": fact.text("title"), "place": fact.text("place"),
                "time": fact.text("time"), "held": fact.flag("held"), "cluster": context.name(setting.cluster),
                "region": context.name(setting.region), "forum_id": fact.text("forum"), "meeting_id": fact.id, **proof(fact),
            })  # fmt: skip
    return rows
