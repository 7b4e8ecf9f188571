"""People and seats: titles, parts in forums, members of a forum with its vacant seats, and who sits in several forums."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from clustergraph.reports.context import FOREVER, Context, Fact, proof
from clustergraph.reports.periods import last_attested
from clustergraph.reports.references import lines
from clustergraph.reports.result import Row

_SITTING = frozenset({"member", "chair", "vice_chair", "secretary", "deputy", "representative", "observer", ""})
OWN = frozenset({"member", "chair", "vice_chair", "representative", ""})  # who is of the forum and not beside it
_FOREMOST = ("chair", "vice_chair", "member", "representative", "deputy", "observer", "secretary")
_LIST = 3  # so many people of one document make a list of members


def foremost(capacity: str | None) -> int:
    """The rank of a part in a forum: chairs first, who only looks in last."""
    return _FOREMOST.index(capacity) if capacity in _FOREMOST else len(_FOREMOST)


class Titles:
    """The titles of people, and which of them belong to what one document says."""

    def __init__(self, facts: Iterable[Fact], as_of: str | None = None) -> None:
        self.facts = list(facts)
        self._as_of = as_of
        self._of: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            self._of[str(fact.text("person"))].append(fact)

    def of(self, person: str | None, documents: Iterable[str] = ()) -> list[Fact]:
        """The titles of a person, in the order of the text; with documents those that the last of them to tell any tells, all where none does."""
        found = sorted(self._of.get(str(person), []), key=lambda fact: fact.place)
        wanted = set(documents)
        upto = self._as_of or FOREVER
        there = [fact for one in found if (fact := one.within(wanted, upto)).said]
        seen = [last_attested(self._as_of, fact.attested) for fact in there]
        return [fact for fact, day in zip(there, seen, strict=True) if day == max(seen)] or found


def titles(context: Context) -> Titles:
    """All titles as of the day."""
    return context.shared("titles", lambda: Titles(context.facts("employments"), context.as_of))


def memberships(context: Context) -> list[Fact]:
    """The parts in forums as of the day; a later list of a forum's members replaces an earlier one."""
    return context.shared("memberships", lambda: _memberships(context))


def _memberships(context: Context) -> list[Fact]:
    facts = context.facts("memberships")
    lists: dict[tuple[str, str], set[str]] = defaultdict(set)
    for fact in facts:
        if (fact.word("capacity") or "") in _SITTING:
            for day in fact.attested:
                lists[str(fact.text("forum")), day].add(str(fact.text("person")))
    newest: dict[str, str] = {}
    for (forum, day), people in lists.items():
        if len(people) >= _LIST and (context.as_of is None or day <= context.as_of):
            newest[forum] = max(newest.get(forum, ""), day)
    return [fact for fact in facts if last_attested(context.as_of, fact.attested) >= newest.get(str(fact.text("forum")), "")]


def seats(context: Context) -> list[Fact]:
    """Vacant seats and seats by kind as of the day; a seat that a later document gives to somebody is vacant no more."""
    return context.shared("seats", lambda: _seats(context))


def _seats(context: Context) -> list[Fact]:
    taken: dict[tuple[str | None, str], str] = {}
    for fact in context.facts("memberships"):
        for seat in fact.texts("seat"):
            place = fact.text("forum"), seat.casefold()
            taken[place] = max(taken.get(place, ""), last_attested(context.as_of, fact.attested))
    found = context.facts("seats")
    return [
        fact
        for fact in found
        if "vacancy" not in fact.values
        or last_attested(context.as_of, fact.attested) >= taken.get((fact.text("forum"), (fact.text("seat") or "").casefold()), "")
    ]


def _wanted(context: Context, fact: Fact) -> bool:
    options = context.options
    return (
        (context.people is None or fact.text("person") in context.people)
        and (context.organisations is None or bool({fact.text("organisation"), fact.text("represents")} & context.organisations))
        and (not options.capacity or (fact.word("capacity") or "") in options.capacity)
    )


def _title(context: Context, fact: Fact | None) -> Row:
    organisation = fact.text("organisation") if fact else None
    return {
        "role": fact.text("title") if fact else None,
        "organisation": context.name(organisation),
        "organisation_id": organisation,
    }


def _part(context: Context, fact: Fact | None) -> Row:
    forum, represents = (fact.text("forum"), fact.text("represents")) if fact else (None, None)
    cluster = context.actors.cluster_of(forum)
    return {
        "forum": context.name(forum),
        "capacity": fact.word("capacity") if fact else None,
        "represents": context.name(represents),
        "area": fact.text("area") if fact else None,
        "on_behalf_of": context.name(fact.text("on_behalf_of")) if fact else None,
        "cluster": context.name(cluster),
        "forum_id": forum,
        "represents_id": represents,
        "cluster_id": cluster,
    }


def _bounds(fact: Fact) -> Row:
    return {"valid_from": fact.text("valid_from"), "valid_until": fact.text("valid_until")}


def roles(context: Context) -> list[Row]:
    """One row a title at an employer, one a part in a forum; where a forum is asked for, its people with each of their titles."""
    known = titles(context)
    narrow = context.forums is not None or context.clusters is not None or bool(context.options.capacity)
    rows: list[Row] = []
    for fact in known.facts if not narrow else ():
        organisation = fact.text("organisation")
        # Where an organisation has no region of its own it is in that of the meeting.
        region = context.actors.region_of(organisation) or context.said_at(fact).region
        if _wanted(context, fact) and (context.regions is None or context.in_scope(organisation, region)):
            rows.append({
                "person": context.name(fact.text("person")), **_title(context, fact), **_part(context, None), "region": context.name(region),
                **_bounds(fact), "person_id": fact.text("person"), **proof(fact),
            })  # fmt: skip
    sitting = [fact for fact in memberships(context) if context.in_scope(fact.text("forum")) and _wanted(context, fact)]
    for fact in sorted(sitting, key=lambda fact: fact.place):
        told: Sequence[Fact | None] = known.of(fact.text("person"), fact.documents) if narrow else ()
        for title in told or (None,):
            rows.append({
                "person": context.name(fact.text("person")), **_title(context, title), **_part(context, fact),
                "region": context.name(context.actors.region_of(fact.text("forum"))), **_bounds(fact), "person_id": fact.text("person"),
                **proof(*(one for one in (fact, title) if one)),
            })  # fmt: skip
    return rows


def roster(context: Context) -> list[Row]:
    """The seats of the forums asked for: people in the order of the list, then vacant seats, seats by kind and bodies without a name."""
    known = titles(context)
    sitting: dict[tuple[str | None, str | None], list[Fact]] = defaultdict(list)
    for fact in memberships(context):
        if context.in_scope(fact.text("forum")) and (fact.word("capacity") or "") in _SITTING and _wanted(context, fact):
            sitting[fact.text("forum"), fact.text("person")].append(fact)
    rows = [_sitter(context, known, facts) for facts in sitting.values()]
    rows += [row for fact in seats(context) if (row := _seat(context, fact))]
    named = {(row["forum_id"], body) for row in rows for body in row["organisation_ids"]}
    rows += _unnamed(context, named)
    rows.sort(key=lambda row: (row["forum"] or "", row["forum_id"], row["status"] is not None, row["place"]))
    return [{key: value for key, value in row.items() if key != "place"} for row in rows]


def _sitter(context: Context, known: Titles, facts: list[Fact]) -> Row:
    """One person in one forum, with all parts that they have there; the foremost one is the capacity."""
    facts = sorted(facts, key=lambda fact: foremost(fact.word("capacity")))
    first = facts[0]
    mine = known.of(first.text("person"), {document for fact in facts for document in fact.documents})
    bodies = [body for title in mine if (body := title.text("organisation"))]
    represented = list(dict.fromkeys(body for fact in facts for body in fact.texts("represents")))
    organisation = next(iter([*bodies, *represented]), None)
    return {
        **_part(context, first), "seat": None, "person": context.name(first.text("person")), "person_id": first.text("person"),
        "capacities": list(dict.fromkeys(fact.word("capacity") for fact in facts)),
        "represents": next((context.name(body) for body in represented), None), "all_represented": [context.name(body) for body in represented],
        "area": next((area for fact in facts if (area := fact.text("area"))), None),
        "organisation": context.name(organisation), "organisation_id": organisation, "organisation_ids": [*bodies, *represented],
        "role": next((title.text("title") for title in mine if title.text("title")), None),
        "roles": [title.text("title") for title in mine if title.text("title")], "vacant": False, "seats": 1, "status": None,
        "place": min(fact.place for fact in facts), **proof(*facts, *mine),
    }  # fmt: skip


def _seat(context: Context, fact: Fact) -> Row | None:
    forum, body = fact.text("forum"), fact.text("represents")
    wanted = context.options.capacity
    if not context.in_scope(forum) or context.people is not None or (wanted and (fact.word("capacity") or "") not in wanted):
        return None
    vacant = "vacancy" in fact.values
    return {
        **_empty(context, fact, forum, body), "capacity": fact.word("capacity"), "seat": fact.text("seat"), "role": fact.text("title"),
        "roles": fact.texts("title"), "vacant": vacant, "seats": 1 if vacant else fact.number("number"),
        "status": None if vacant else fact.word("status"),
    }  # fmt: skip


def _empty(context: Context, fact: Fact, forum: str | None, body: str | None) -> Row:
    """The keys of a seat on which nobody is named."""
    return {
        **_part(context, None), "forum": context.name(forum), "forum_id": forum, "cluster": context.name(context.actors.cluster_of(forum)),
        "cluster_id": context.actors.cluster_of(forum), "represents": context.name(body), "represents_id": body, "seat": None, "person": None,
        "person_id": None, "capacities": [], "organisation": context.name(body), "organisation_id": body, "organisation_ids": [body] if body else [],
        "role": None, "roles": [], "vacant": False, "seats": None, "status": None, "place": fact.place, **proof(fact),
    }  # fmt: skip


def _unnamed(context: Context, named: set[tuple[str | None, str | None]]) -> list[Row]:
    """Bodies that sit in a forum by general words, where no person and no vacant seat is named for them."""
    if context.people is not None or context.options.capacity:
        return []
    found = [(fact, fact.text("forum"), fact.text("organisation")) for fact in context.facts("bodies")]
    found += [(line.fact, line.to, line.origin) for line in lines(context) if line.kind == "represented_in" and line.status == "in_force"]
    told = set(named)
    rows = []
    for fact, forum, body in found:
        if context.in_scope(forum) and (forum, body) not in told:
            told.add((forum, body))
            rows.append(_empty(context, fact, forum, body))
    return rows


def vacancies(context: Context) -> list[Row]:
    """The vacant seats: said to be vacant, and not merely unnamed or proposed."""
    rows = []
    for fact in seats(context):
        forum = fact.text("forum")
        if "vacancy" in fact.values and context.in_scope(forum):
            rows.append({
                "forum": context.name(forum), "seat": fact.text("seat"), "kind": fact.word("vacancy"),
                "cluster": context.name(context.actors.cluster_of(forum)), "represents": context.name(fact.text("represents")), "forum_id": forum,
                **proof(fact),
            })  # fmt: skip
    return rows


def interlocks(context: Context) -> list[Row]:
    """People who sit in forums of two or more clusters, or in two or more forums; those over clusters first."""
    parts: dict[str, list[Fact]] = defaultdict(list)
    for fact in memberships(context):
        if (fact.word("capacity") or "") in OWN:
            parts[str(fact.text("person"))].append(fact)
    rows = []
    for person, facts in parts.items():
        if len({fact.text("forum") for fact in facts}) < 2:
            continue
        found: dict[str, Fact] = {}
        for fact in sorted(facts, key=lambda one: one.place):
            found.setdefault(str(fact.text("forum")), fact)
        if not context.in_scope(*found) or (context.people is not None and person not in context.people):
            continue
        clusters = sorted({name for forum in found if (name := context.name(context.actors.cluster_of(forum)))})
        rows.append({
            "person": context.name(person), "forums": [context.name(forum) for forum in found], "clusters": clusters,
            "count": len(found), "person_id": person, "forum_ids": list(found),
            "seats": [{"forum": context.name(forum), "cluster": context.name(context.actors.cluster_of(forum))} for forum in found],
            **proof(*(_newest(fact) for fact in found.values())),
        })  # fmt: skip
    return sorted(rows, key=lambda row: (-len(row["clusters"]), -row["count"], row["person"]))


def _newest(fact: Fact) -> Fact:
    """The fact with the sentences of its last document: one for each forum is enough."""
    return fact.within([fact.said[-1].document_id]) if fact.said else fact


def clusters(context: Context) -> list[Row]:
    """Which bodies make up which cluster, by whom its forums hold: employers of members and bodies represented."""
    found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    known = titles(context)
    for fact in memberships(context):
        cluster = context.actors.cluster_of(fact.text("forum"))
        if cluster and (fact.word("capacity") or "") in _SITTING:
            for body in {fact.text("represents"), *(title.text("organisation") for title in known.of(fact.text("person"), fact.documents))}:
                if body:
                    found[cluster, body].append(fact)
    for fact in context.facts("bodies"):
        cluster, body = context.actors.cluster_of(fact.text("forum")), fact.text("organisation")
        if cluster and body:
            found[cluster, body].append(fact)
    rows = []
    for (cluster, body), facts in found.items():
        actor = context.actor(body)
        kinds = context.options.kind
        if context.in_scope(cluster) and actor and not actor.members and (not kinds or actor.type in kinds):
            rows.append({
                "cluster": context.name(cluster), "organisation": actor.label, "type": actor.type,
                "region": context.name(context.actors.region_of(cluster)), "cluster_id": cluster, "organisation_id": body, **proof(*facts),
            })  # fmt: skip
    return sorted(rows, key=lambda row: (row["cluster"] or "", row["type"] or "", row["organisation"]))


def names(context: Context) -> list[Row]:
    """People who are written in more than one way: the forms beside the display name, with where each stands."""
    rows = []
    known = [actor for actor in context.actors.by_id.values() if actor.kind == "person" and actor.aliases]
    wanted = [actor for actor in known if context.people is None or actor.id in context.people]
    evidence = context.evidence(*(actor.id for actor in wanted))
    for actor in sorted(wanted, key=lambda one: (one.label, one.id)):
        quotes = evidence.get(actor.id, [])
        for form in actor.aliases:
            said = [quote for quote in quotes if form in quote.quote]
            rows.append({"person": actor.label, "other_form": form, "person_id": actor.id, **proof(Fact(actor.id, {}, said or quotes))})
    return [row for row in rows if row["quotes"] and (context.as_of is None or (row["attested_first"] or "") <= context.as_of)]
