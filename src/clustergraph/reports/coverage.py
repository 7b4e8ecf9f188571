"""How well the forums are covered: seats given against seats filled, who sits without a seat, when minutes were last read, what was reviewed."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence

from clustergraph.queries import run
from clustergraph.reports.context import Context, Fact, proof
from clustergraph.reports.people import OWN, memberships, seats, titles
from clustergraph.reports.result import Row

_YEAR = 365  # days after which a forum without minutes is listed
_PROPOSED = frozenset({"proposed", "requested"})


def coverage(context: Context) -> list[Row]:
    """One row a forum that has seats, members or meetings.

    ``seats`` is a list of ``seat represents given filled``; ``seats_given`` and ``seats_open`` are null where no text gives a number.
    ``without_seat`` are the people whose body has no seat, told only where every seat says whom it represents. ``reviewed`` is the share of the
    claims behind members and seats on which a person has given a verdict, null where there are none.
    """
    sitting, given, vacant = _by_forum(context)
    minutes = _last_minutes(context)
    judged = {str(row["claim"]) for row in run(context.store, "verdicts").dicts()}
    rows = []
    for forum in sorted({*sitting, *given, *vacant, *minutes}):
        if context.in_scope(forum):
            rows.append(_row(context, forum, sitting[forum], given[forum], vacant[forum], minutes.get(forum), judged))
    wanted = context.options.status
    return sorted((row for row in rows if not wanted or row["status"] in wanted), key=lambda row: (row["forum"], row["forum_id"]))


def _by_forum(context: Context) -> tuple[dict[str, list[Fact]], dict[str, list[Fact]], dict[str, list[Fact]]]:
    sitting: dict[str, list[Fact]] = defaultdict(list)
    given: dict[str, list[Fact]] = defaultdict(list)
    vacant: dict[str, list[Fact]] = defaultdict(list)
    for fact in memberships(context):
        if (fact.word("capacity") or "") in OWN:
            sitting[str(fact.text("forum"))].append(fact)
    for fact in seats(context):
        if "vacancy" in fact.values:
            vacant[str(fact.text("forum"))].append(fact)
        elif fact.word("status") not in _PROPOSED:
            given[str(fact.text("forum"))].append(fact)
    return sitting, given, vacant


def _last_minutes(context: Context) -> dict[str, Fact]:
    """Forum → its last meeting of which there are minutes; None of those that only an agenda tells of."""
    found: dict[str, Fact] = {}
    for meeting in context.meetings:
        forum = meeting.text("forum")
        if forum and meeting.flag("held") and meeting.text("date"):
            found[forum] = max(found.get(forum, meeting), meeting, key=lambda one: str(one.text("date")))
    return found


def _row(context: Context, forum: str, sitting: list[Fact], given: list[Fact], vacant: list[Fact], last: Fact | None, judged: set[str]) -> Row:
    people = {person: _bodies(context, person, facts) for person, facts in _grouped(sitting).items()}
    kinds = [_kind(context, fact, people) for fact in given]
    number = sum(kind["given"] for kind in kinds) if kinds and all(kind["given"] is not None for kind in kinds) else None
    missing = None if number is None else max(0, number - len(people) - len(vacant))
    outside = _outside(context, given, people)
    day, minutes = context.as_of or context.latest[0], last.text("date") if last else None
    facts = [*sitting, *given, *vacant]
    return {
        "forum": context.name(forum), "cluster": context.name(context.actors.cluster_of(forum)),
        "region": context.name(context.actors.region_of(forum)), "status": _status(number, len(people), missing, outside),
        "seats_given": number, "seats_filled": len(people), "seats_vacant": len(vacant), "seats_open": missing, "seats": kinds,
        "without_seat": outside, "last_minutes": minutes, "no_minutes": _long_ago(minutes, day), "reviewed": _reviewed(facts, judged),
        "forum_id": forum, "cluster_id": context.actors.cluster_of(forum),
        **proof(*given, *vacant, *sitting, *([last] if last else [])), "fact_id": forum,
    }  # fmt: skip


def _grouped(sitting: Iterable[Fact]) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in sitting:
        found[str(fact.text("person"))].append(fact)
    return found


def _bodies(context: Context, person: str, facts: Sequence[Fact]) -> set[str]:
    """Whom somebody sits for: as said, else the employers that the same documents name."""
    said = {body for fact in facts for body in fact.texts("represents")}
    documents = {document for fact in facts for document in fact.documents}
    return said or {body for title in titles(context).of(person, documents) if (body := title.text("organisation"))}


def _kind(context: Context, fact: Fact, people: dict[str, set[str]]) -> Row:
    body = fact.text("represents")
    filled = sum(body in bodies for bodies in people.values()) if body else None
    return {"seat": fact.text("seat"), "represents": context.name(body), "given": fact.number("number"), "filled": filled, "represents_id": body}


def _outside(context: Context, given: Sequence[Fact], people: dict[str, set[str]]) -> list[str]:
    allotted = {body for fact in given if (body := fact.text("represents"))}
    if not given or not all(fact.text("represents") for fact in given):
        return []
    return sorted(context.name(person) or person for person, bodies in people.items() if bodies and not bodies & allotted)


def _status(number: int | None, filled: int, missing: int | None, outside: Sequence[str]) -> str:
    if number is None:
        return "no_seats_known"
    if missing:
        return "open_seats"
    return "too_many" if outside or filled > number else "coverage_full"


def _long_ago(minutes: str | None, day: str | None) -> bool:
    if minutes is None or day is None:
        return True
    return (datetime.date.fromisoformat(day) - datetime.date.fromisoformat(minutes)).days > _YEAR


def _reviewed(facts: Iterable[Fact], judged: set[str]) -> float | None:
    claims = {one.claim for fact in facts for one in fact.said}
    return round(len(claims & judged) / len(claims), 3) if claims else None
