"""Claims about meetings, as facts: the meeting, its items with recommendations and decisions, decisions of other meetings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clustergraph.graph import asof
from clustergraph.graph.facts import Fact, Facts
from clustergraph.graph.scene import Scene
from clustergraph.graph.terms import CG, DCT, ELI_DL, SCHEMA, Iri, Term, concept, day, integer, text
from clustergraph.model import Claim


def meeting(scene: Scene, claim: Claim, facts: Facts) -> Iterable[Fact]:
    """``meeting``: held where there are minutes, foreseen where there is only an agenda."""
    if scene.meeting is None:
        return
    told = claim.qualifiers
    details = [
        (CG["meetingOf"], scene.forum),
        (DCT["title"], text(claim.subject.name)),
        (DCT["date"], day(scene.day) if scene.day else None),
        (CG["date"], text(scene.date) if scene.date else None),
        (CG["place"], _text(told.get("place"))),
        (CG["time"], _text(told.get("time"))),
        (CG["inCluster"], scene.find("forum", told.get("cluster"))),
        (CG["inRegion"], scene.find("organisation", told.get("region"))),
    ]
    documents = [(CG["document"], scene.mint.document(scene.document.id))]
    cls = ELI_DL["ForeseenActivity" if scene.kind == "agenda" else "Activity"]
    yield facts.state("meeting", cls, (), scene.source(claim), details, besides=documents, node=scene.meeting)


def item(scene: Scene, claim: Claim, facts: Facts) -> Iterable[Fact]:
    """``agenda_item``: the item, and each of its recommendations and decisions in order."""
    told = claim.qualifiers
    key = str(told.get("number") or claim.subject.name)
    node = scene.items.get(key)
    if node is None:
        return
    source = scene.source(claim)
    meaning = [(CG["inMeeting"], scene.meeting), (CG["number"], _text(told.get("number")))]
    kind = told.get("decision_type")
    details = [
        (DCT["title"], text(told.get("title") or claim.subject.name)),
        (SCHEMA["position"], integer(list(scene.items).index(key) + 1)),
        (CG["decisionType"], concept("decision", kind) if kind else None),
    ]
    yield facts.state("item", CG["AgendaItem"], meaning, source, details, node=node)
    for name, cls, words in (
        ("recommendation", CG["Recommendation"], told.get("recommendations")),
        ("decision", ELI_DL["Decision"], told.get("decisions")),
    ):
        for position, one in enumerate(words or (), 1):
            parts: list[tuple[Iri, Term | None]] = [(CG["ofItem"], node), (CG["position"], integer(position)), (CG["text"], text(str(one)))]
            yield facts.state(name, cls, parts, source)


def reported_decision(scene: Scene, claim: Claim, facts: Facts) -> Iterable[Fact]:
    """``decision_elsewhere``: what another meeting has decided, as told at this one."""
    told = claim.qualifiers
    kind = told.get("decision_type")
    meaning = [
        (CG["decidedBy"], scene.entity(claim.subject.kind, claim.subject.name)),
        *dated(told.get("date")),
        (CG["matter"], _text(told.get("about"))),
        (CG["outcome"], _text(told.get("outcome"))),
        (CG["decisionType"], concept("decision", kind) if kind else None),
        *told_at(scene, claim),
    ]
    yield facts.state("reporteddecision", CG["ReportedDecision"], meaning, scene.source(claim))


def approval(scene: Scene, claim: Claim, facts: Facts) -> Iterable[Fact]:
    """``approval``: a forum that is still to approve a matter."""
    meaning = [
        (CG["decidedBy"], scene.entity(claim.subject.kind, claim.subject.name)),
        (CG["matter"], _text(claim.qualifiers.get("about"))),
        *told_at(scene, claim),
    ]
    yield facts.state("approval", CG["Approval"], meaning, scene.source(claim))


def handover(scene: Scene, claim: Claim, facts: Facts) -> Iterable[Fact]:
    """``handover``: a step of a process, in which one body sends or recommends something to another."""
    if claim.object is None:
        return
    meaning = [
        (CG["from"], scene.entity(claim.subject.kind, claim.subject.name)),
        (CG["to"], scene.entity(claim.object.kind, claim.object.name)),
        (CG["handoverAct"], concept("act", claim.qualifiers.get("act") or "sends")),
        (CG["what"], _text(claim.qualifiers.get("what"))),
        *told_at(scene, claim),
    ]
    yield facts.state("handover", CG["Handover"], meaning, scene.source(claim))


def dated(date: str | None, name: str = "date") -> Iterator[tuple[Iri, Term]]:
    """A printed date and beside it its first day."""
    if date:
        yield CG[name], text(date)
        first, _ = asof.period(date)
        if first:
            yield CG[f"{name}Day"], day(first)


def told_at(scene: Scene, claim: Claim) -> Iterator[tuple[Iri, Term]]:
    """The meeting and the item at which something was told."""
    if scene.meeting:
        yield CG["toldIn"], scene.meeting
    found = scene.items.get(str(claim.qualifiers["item"])) if claim.qualifiers.get("item") else None
    found = found or scene.item_at(claim.evidence[0].start)
    if found:
        yield CG["toldAtItem"], found


def _text(value: object) -> Term | None:
    return text(str(value)) if value not in (None, "") else None
