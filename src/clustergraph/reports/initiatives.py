"""Initiatives and money."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from clustergraph.queries import folding
from clustergraph.queries.actors import local
from clustergraph.reports.context import Context, Fact, proof
from clustergraph.reports.people import Titles, titles
from clustergraph.reports.periods import last_attested
from clustergraph.reports.result import Row

_ENTITIES = ("anchoredIn", "lead", "contact")


def _said(fact: Fact) -> dict[str, list[str]]:
    """The properties of a statement: name → values. The saved query gives a property and a value a row."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, value in fact.pairs:
        found[(local(name) or "").removesuffix("Text")].append(value)
    return found


@dataclass(frozen=True, slots=True)
class _Initiative:
    """All that is said of an initiative: its statements, the last first, with their properties, the sums, and who takes part."""

    ident: str
    statements: list[Fact]
    said: list[dict[str, list[str]]]
    grants: list[Fact]
    parts: list[Fact]
    related: frozenset[str | None]  # bodies by which one asks for it: who tells of it, where it is anchored, who takes part, what it is of

    def one(self, name: str) -> str | None:
        """A property, by the last document that states it."""
        return next((values[name][0] for values in self.said if values.get(name)), None)

    def every(self, name: str) -> list[str]:
        """All values of a property: what a later document lists replaces what an earlier one listed."""
        return next((list(dict.fromkeys(values[name])) for values in self.said if values.get(name)), [])


def initiatives(context: Context) -> list[Row]:
    """One row an initiative and document that speaks of it: what that document says; a later document replaces an earlier one."""
    rows, known = [], titles(context)
    for one in context.shared("initiatives", lambda: _initiatives(context)):
        if context.in_scope(*one.related) and _wanted(context, row := _row(context, one)):
            row["led_by"] = [_leader(context, known, person, one.statements) for person in row["leads_id"]]
            row |= {"place": one.statements[0].place, **proof(*one.statements, *one.grants, *one.parts)}
            rows.append(row)
    rows.sort(key=lambda row: (_number(row["priority"]), row["place"], row["initiative"]))
    return [{key: value for key, value in row.items() if key != "place"} for row in rows]


def _initiatives(context: Context) -> list[_Initiative]:
    grants, parts = _by_initiative(context.facts("money")), _by_initiative(context.facts("involvements"))
    found = []
    for ident, facts in _by_initiative(context.facts("initiatives")).items():
        statements = sorted(facts, key=lambda fact: last_attested(context.as_of, fact.attested), reverse=True)
        one = _Initiative(
            ident, statements, [_said(fact) for fact in statements], grants.get(ident, []), parts.get(ident, []), frozenset(_belongs(context, ident))
        )
        told = {body for fact in statements for body in context.said_at(fact).bodies}
        found.append(replace(one, related=one.related | told | {*one.every("anchoredIn"), *(part.text("body") for part in one.parts)}))
    return found


def _by_initiative(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.text("initiative"):
            found[str(fact.text("initiative"))].append(fact)
    return dict(found)


def _belongs(context: Context, ident: str) -> list[str | None]:
    """The cluster and the body that an initiative itself is of."""
    actor = context.actor(ident)
    return [actor.cluster, actor.of] if actor else []


def _leader(context: Context, known: Titles, person: str, statements: list[Fact]) -> Row:
    """Who leads, with title and employer as the documents of the initiative give them."""
    mine = known.of(person, {document for fact in statements for document in fact.documents})
    employer = next((body for title in mine if (body := title.text("organisation"))), None)
    actor = context.actor(employer)
    return {
        "person": context.name(person),
        "role": next((title.text("title") for title in mine), None),
        "organisation": context.name(employer),
        "part_of": context.name(actor.of) if actor else None,
    }


def _involved(context: Context, part: Fact) -> Row:
    body = context.actor(part.text("body"))
    return {
        "body": context.name(part.text("body")), "kind": body.kind if body else None, "part": part.text("part"), "count": part.number("count"),
        "to": part.text("to"), "said": part.attested, "body_id": part.text("body"),
    }  # fmt: skip


def _number(priority: str | None) -> int:
    return int(priority) if priority and priority.isdigit() else 10**6


def _row(context: Context, told: _Initiative) -> Row:
    ident, one, every = told.ident, told.one, told.every
    actor = context.actor(ident)
    setting = context.said_at(told.statements[0])
    leads = every("lead")
    needs = one("needsClusterMoney")
    return {
        "initiative": actor.label if actor else ident,
        "anchored_in": [context.name(body) for body in every("anchoredIn")],
        "leads": [context.name(person) for person in leads],
        "contacts": [context.name(person) for person in every("contact")],
        "status": local(one("initiativeStatus")),
        "maturity": one("maturity"),
        "start": one("start"),
        "end": one("end"),
        "amounts": [{"amount_dkk": g.number("amount_dkk"), "period": g.text("period"), "status": g.word("status")} for g in told.grants],
        "priority": one("priority"),
        "needs_cluster_money": None if needs is None else needs == "True",
        "condition": one("condition"),
        "focus": every("focus"),
        "target_group": one("targetGroup"),
        "purpose": one("purpose"),
        "involved": [_involved(context, part) for part in told.parts],
        "cluster": context.name(setting.cluster),
        "region": context.name(setting.region),
        "told_by": context.name(setting.forum),
        "aliases": list(actor.aliases) if actor else [],
        "initiative_id": ident,
        "anchored_in_id": every("anchoredIn"),
        "leads_id": leads,
    }


def _wanted(context: Context, row: Row) -> bool:
    related = [*row["anchored_in_id"], *(part["body_id"] for part in row["involved"]), *_belongs(context, row["initiative_id"])]
    status, case = context.options.status, context.options.case
    return (
        (context.people is None or bool(context.people & set(row["leads_id"])))
        and (context.organisations is None or bool(context.organisations & set(related)))
        and (not status or row["status"] in status)
        and (not case or any(_about(case, name) for name in (row["initiative"], *row["aliases"])))
    )


def _about(wanted: str, name: str) -> bool:
    have = folding.words(name)
    return all(any(word.startswith(folding.stem(one)) for word in have) for one in folding.words(wanted))


def _on(context: Context, fact: Fact, initiative: str | None) -> bool:
    case = context.options.case
    return not case or any(_about(case, words) for words in (fact.text("what"), context.name(initiative)) if words)


def joined(context: Context) -> list[Row]:
    """One row a number of members of a group that have joined something: an initiative, or what the text names as a part of it."""
    rows = []
    for fact in context.facts("involvements"):
        initiative, body, setting = fact.text("initiative"), fact.text("body"), context.said_at(fact)
        if fact.number("count") is not None and context.in_scope(body, *setting.bodies) and _on(context, fact, initiative):
            rows.append({
                "what": fact.text("to") or context.name(initiative), "organisation": context.name(body), "count": fact.number("count"),
                "initiative": context.name(initiative), "forum": context.name(setting.forum), "initiative_id": initiative,
                "organisation_id": body, "forum_id": setting.forum, **proof(fact),
            })  # fmt: skip
    return sorted(rows, key=lambda row: (row["what"] or "", row["attested_first"] or "", row["count"], row["fact_id"]))


def money(context: Context) -> list[Row]:
    """One row a sum: for what, for whom, when, and whether given, asked for or left over. A sum that is announced and stands nowhere is null."""
    rows = []
    for fact in context.facts("money"):
        setting, body, initiative = context.said_at(fact), fact.text("body"), fact.text("initiative")
        cluster = context.actors.cluster_of(body) or setting.cluster
        if not context.in_scope(body, cluster, *setting.bodies) or not _on(context, fact, initiative):
            continue
        rows.append({
            "what": fact.text("what"), "amount_dkk": fact.number("amount_dkk"), "period": fact.text("period"),
            "source": context.name(setting.forum), "status": fact.word("status"), "for": context.name(body),
            "for_kind": getattr(context.actor(body), "kind", None),
            "initiative": context.name(initiative), "cluster": context.name(cluster), "item": fact.text("number"),
            "for_id": body, "initiative_id": initiative, "cluster_id": cluster, **proof(fact),
        })  # fmt: skip
    wanted = context.options.status
    chosen = [row for row in rows if not wanted or row["status"] in wanted]
    return sorted(chosen, key=lambda row: (row["cluster"] or "", row["period"] or "9999", row["what"] or ""))
