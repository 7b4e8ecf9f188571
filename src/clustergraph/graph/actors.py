"""The entities of a resolution as nodes: people, organisations, forums, clusters, initiatives."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from clustergraph.graph.references import validity
from clustergraph.graph.registry import entry
from clustergraph.graph.scene import Scene
from clustergraph.graph.terms import CG, CONCEPTS, CPOV, FOAF, ORG, SCHEMA, SKOS, A, Iri, Minter, Quad, Term, boolean, concept, day, text
from clustergraph.model import Entity

CLASSES: Mapping[str, Iri] = {
    "person": FOAF["Person"],
    "organisation": ORG["FormalOrganization"],
    "forum": CG["Forum"],
    "cluster": CG["Cluster"],
    "initiative": SCHEMA["Project"],
}
# Bodies of the public sector, which the Core Public Organisation Vocabulary knows by a class of its own.
_PUBLIC = frozenset({"region", "municipality", "hospital", "hospital_department", "psychiatry", "ministry", "national_body"})
_LINKS = (("inCluster", "cluster"), ("inRegion", "region"))


def quads(mint: Minter, entities: Iterable[Entity], attested: Mapping[Iri, set[str]], graph: Iri) -> Iterator[Quad]:
    """The entities in one graph; ``attested`` holds the days of the documents that name each."""
    for entity in entities:
        node = mint.entity(entity.id)
        for prop, term in (*_names(entity), *_relations(mint, entity), *_seen(attested.get(node))):
            yield Quad(node, prop, term, graph)


def planned(entity: Entity, days: Collection[str], planned: Mapping[str, str]) -> Entity:
    """The entity, as planned where the registry says so (``planned``: id → the day from which it is to be) and no document says otherwise.

    What documents of that day or later name is planned no more.
    """
    begin = planned.get(str(entity.attributes.get("registry")))
    if begin is None or entity.attributes.get("status") or (begin and max(days, default="") >= begin):
        return entity
    return replace(entity, attributes={**entity.attributes, "status": "planned", **({"valid_from": begin} if begin else {})})


def attestations(scenes: Iterable[Scene]) -> dict[Iri, set[str]]:
    """Entity → the days of the documents in which a claim names it; an entity that is named in undated documents has an empty set."""
    found: dict[Iri, set[str]] = {}
    for scene in scenes:
        for claim in scene.claims:
            for mention in (claim.subject, claim.object):
                node = scene.find(mention.kind, mention.name) if mention else None
                if node:
                    found.setdefault(node, set()).update({scene.day} if scene.day else ())
    return found


def unresolved(scenes: Iterable[Scene]) -> Iterator[Entity]:
    """Names that claims speak of and resolution leaves out: each stands for itself."""
    for scene in scenes:
        for claim in scene.claims:
            for mention in (claim.subject, claim.object):
                if mention and mention.kind in CLASSES and scene.find(mention.kind, mention.name) is None:
                    ident = scene.entity(mention.kind, mention.name).value.removeprefix(f"{scene.mint.base}id/")
                    yield Entity(ident, mention.kind, mention.name)


def _names(entity: Entity) -> Iterator[tuple[Iri, Term]]:
    yield A, CLASSES[entity.kind]
    yield SKOS["prefLabel"], text(entity.label)
    if entity.kind == "person":
        yield FOAF["name"], text(entity.label)
    yield from ((SKOS["altLabel"], text(alias)) for alias in entity.aliases if alias != entity.label)


def _relations(mint: Minter, entity: Entity) -> Iterator[tuple[Iri, Term]]:
    told = entity.attributes
    if entity.kind == "organisation":
        if told.get("type") in _PUBLIC:
            yield A, CPOV["PublicOrganisation"]
        yield ORG["classification"], _type("orgtype", told.get("type"))
    elif entity.kind in ("forum", "cluster"):
        yield ORG["classification"], _type("forumtype", "cluster" if entity.kind == "cluster" else told.get("type"))
        if told.get("status"):
            yield CG["forumStatus"], concept("forumstatus", told["status"])
        yield from validity(told.get("valid_from"), told.get("valid_until"))
    if told.get("part_of"):
        yield ORG["subOrganizationOf"], mint.entity(told["part_of"])
    if told.get("of"):
        yield CG["ofBody"], mint.entity(told["of"])
    for name, key in _LINKS:
        if told.get(key):
            yield CG[name], mint.entity(told[key])
    yield from ((CG["memberBody"], mint.entity(member)) for member in told.get("members") or ())
    if told.get("registry"):
        yield CG["registryEntry"], entry(mint, told["registry"])


def _type(scheme: str, word: object) -> Iri:
    """A type that the scheme does not list is "other": that is what the concept says."""
    return concept(scheme, str(word) if word in CONCEPTS[scheme] else "other")


def _seen(days: set[str] | None) -> Iterator[tuple[Iri, Term]]:
    if days is None:  # no document names it: it follows from something else, such as a collective's members
        yield CG["inferred"], boolean(True)
    elif days:
        yield CG["attestedFirst"], day(min(days))
        yield CG["attestedLast"], day(max(days))
