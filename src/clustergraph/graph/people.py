"""Claims about who sits where, as facts: titles, parts in forums, attendance, vacant seats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clustergraph.graph.facts import Fact, Facts
from clustergraph.graph.scene import Scene
from clustergraph.graph.terms import CG, ELI_DL, ORG, Iri, Term, concept, integer, text
from clustergraph.model import Claim

_ITEMS = (("fromItem", "from_item"), ("untilItem", "until_item"), ("notItem", "not_items"), ("atItem", "item"))


def employment(scene: Scene, claim: Claim, facts: Facts) -> Iterable[Fact]:
    """``holds_role``: a title, at an employer or none that is told."""
    employer = scene.entity(claim.object.kind, claim.object.name) if claim.object else None
    title = claim.qualifiers.get("role")
    meaning = [
        (ORG["member"], scene.entity("person", claim.subject.name)),
        (ORG["organization"], employer),
        (CG["title"], text(title) if title else None),
    ]
    yield facts.state("employment", CG["Employment"], meaning, scene.source(claim))


def part(scene: Scene, claim: Claim, facts: Facts) -> Iterable[Fact]:
    """``forum_role``: a part in a forum, or a vacant seat; and, where told, attendance at a meeting."""
    forum = scene.entity("forum", claim.object.name) if claim.object else None
    if claim.qualifiers.get("vacant"):
        yield _vacancy(scene, claim, forum, facts)
        return
    told = claim.qualifiers
    person = scene.entity("person", claim.subject.name)
    capacity = concept("capacity", told.get("capacity") or "member")
    meaning = [
        (ORG["member"], person),
        (ORG["organization"], forum),
        (ORG["role"], capacity),
        *_standing_for(scene, claim),
        *((CG[name], text(told[key])) for name, key in (("area", "area"), ("seat", "seat")) if told.get(key)),
    ]
    yield facts.state("membership", CG["ForumMembership"], meaning, scene.source(claim))
    if scene.meeting and _took_part(scene, claim, forum):
        yield _attendance(scene, claim, person, forum, facts)


def _standing_for(scene: Scene, claim: Claim) -> Iterator[tuple[Iri, Term]]:
    """Whom somebody represents or sits in for: the entity where there is one, else the words."""
    for prop, key in (("represents", "represents"), ("onBehalfOf", "on_behalf_of"), ("substituteFor", "substitute_for")):
        for name in _names(claim.qualifiers.get(key)):
            found = scene.person(name) or scene.body(name) if key != "represents" else scene.body(name)
            yield (CG[prop], found) if found else (CG[f"{prop}Text"], text(name))


def _names(value: object) -> list[str]:
    if not value:
        return []
    return [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)]


def _took_part(scene: Scene, claim: Claim, forum: Iri | None) -> bool:
    """Whether a claim tells of a part in this document's meeting: attendance, or an item of a meeting of the same forum."""
    told = claim.qualifiers
    if told.get("meeting_date") and told["meeting_date"] != scene.date:
        return False
    told_of_items = any(told.get(key) for _, key in _ITEMS)
    return bool(told.get("attendance")) or (told_of_items and forum == scene.forum)


def _attendance(scene: Scene, claim: Claim, person: Iri, forum: Iri | None, facts: Facts) -> Fact:
    told = claim.qualifiers
    meaning = [
        (CG["inMeeting"], scene.meeting),
        (ELI_DL["had_participant_person"], person),
        (ORG["role"], concept("capacity", told.get("capacity") or "member")),
        (CG["attendance"], concept("attendance", told["attendance"]) if told.get("attendance") else None),
        (CG["forum"], forum),
        *_standing_for(scene, claim),
        *((CG[name], text(str(number))) for name, key in _ITEMS for number in _numbers(told.get(key))),
    ]
    return facts.state("participation", ELI_DL["Participation"], meaning, scene.source(claim))


def _numbers(value: object) -> list[object]:
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def _vacancy(scene: Scene, claim: Claim, forum: Iri | None, facts: Facts) -> Fact:
    told = claim.qualifiers
    meaning = [
        (CG["seat"], text(told.get("seat") or claim.subject.name)),
        (ORG["postIn"], forum),
        (ORG["role"], concept("capacity", told.get("capacity") or "member")),
        *_standing_for(scene, claim),
    ]
    details = [(CG["vacancyKind"], concept("vacancy", "vacant")), (CG["title"], text(told["seat_role"]) if told.get("seat_role") else None)]
    return facts.state("vacancy", CG["Vacancy"], meaning, scene.source(claim), details)


def seats(scene: Scene, claim: Claim, facts: Facts) -> Iterable[Fact]:
    """``seats``: so many seats of a kind in a forum, without names."""
    told = claim.qualifiers
    number = told.get("number")
    status = told.get("status")
    meaning = [
        (CG["seat"], text(told.get("seat") or claim.subject.name)),
        (ORG["postIn"], scene.entity("forum", claim.object.name) if claim.object else None),
        (CG["seats"], integer(int(number)) if number is not None else None),
        (CG["seatStatus"], concept("status", status) if status else None),
        *_standing_for(scene, claim),
    ]
    yield facts.state("seats", CG["SeatAllocation"], meaning, scene.source(claim))


def body_membership(scene: Scene, claim: Claim, facts: Facts) -> Iterable[Fact]:
    """``body_membership``: an organisation that takes part in a forum."""
    forum = scene.entity("forum", claim.object.name) if claim.object else None
    meaning = [(ORG["member"], scene.entity(claim.subject.kind, claim.subject.name)), (ORG["organization"], forum)]
    yield facts.state("bodymembership", CG["BodyMembership"], meaning, scene.source(claim))
