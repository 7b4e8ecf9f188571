"""The door to pySHACL: does a graph keep ``ontology/shapes.ttl``, and if not, what is wrong in words of the field?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import pyshacl
import rdflib
from rdflib.namespace import RDF, RDFS, SH, SKOS

from clustergraph import resources
from clustergraph.errors import DataError
from clustergraph.graph import rdf
from clustergraph.graph.stores import Store
from clustergraph.graph.terms import CG, FOAF, Quad

_NAMES = (rdflib.URIRef(FOAF["name"].value), SKOS.prefLabel, rdflib.DCTERMS.title, rdflib.URIRef(CG["what"].value), rdflib.URIRef(CG["seat"].value))
# What leads from a node of the graph to the document that it rests on.
_TO_DOCUMENT = tuple(
    rdflib.URIRef(iri)
    for iri in (
        "http://www.w3.org/ns/prov#wasDerivedFrom",
        CG["recordedIn"].value,
        "http://www.w3.org/ns/oa#hasTarget",
        "http://www.w3.org/ns/oa#hasSource",
    )
)


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that is wrong. ``kind`` and ``label`` are what a reader calls the thing, ``focus`` is its IRI, ``shape`` the rule's name,
    ``documents`` the names of the files that it rests on.
    """

    message_da: str
    message_en: str
    kind_da: str
    kind_en: str
    label: str
    focus: str
    path: str | None
    value: str | None
    severity: str  # violation warning info
    shape: str
    documents: tuple[str, ...]


@cache
def shapes() -> rdflib.Graph:
    """The shipped shapes."""
    return rdf.parse(resources.text("ontology", "shapes.ttl"), "shapes.ttl")


def validate(store: Store) -> tuple[Violation, ...]:
    """What the consolidated graph and the graphs of the documents break, sorted; empty where all is well."""
    return check(quad for name in store.graphs() if "/graph/current" in name.value or "/graph/document/" in name.value for quad in store.quads(name))


def check(quads: Iterable[Quad]) -> tuple[Violation, ...]:
    """The same for quads as they are."""
    data = rdf.graph(quads)
    with rdf.unchanged():
        # Parsed before: pySHACL changes rdflib for everyone while it loads a text itself.
        _, report, text = pyshacl.validate(data, shacl_graph=shapes(), inference="none", advanced=False, meta_shacl=False)
    if not isinstance(report, rdflib.Graph):
        raise DataError(f"shapes.ttl: {text}")
    found = {_violation(report, result, data) for result in report.subjects(RDF.type, SH.ValidationResult)}
    return tuple(sorted(found, key=lambda one: (one.kind_da, one.label, one.focus, one.shape, one.value or "")))


def report(found: Iterable[Violation]) -> str:
    """What :func:`validate` found as a SHACL validation report in Turtle."""
    made = rdflib.Graph()
    made.bind("sh", SH)
    whole = rdflib.URIRef("urn:clustergraph:report")
    rows = tuple(found)
    made.add((whole, RDF.type, SH.ValidationReport))
    made.add((whole, SH.conforms, rdflib.Literal(not any(one.severity == "violation" for one in rows))))
    for number, one in enumerate(rows, 1):
        result = rdflib.URIRef(f"urn:clustergraph:report:{number}")
        made.add((whole, SH.result, result))
        made.add((result, RDF.type, SH.ValidationResult))
        made.add((result, SH.focusNode, rdflib.URIRef(one.focus)))
        made.add((result, SH.resultSeverity, SH[one.severity.capitalize()]))
        for language, message in (("da", one.message_da), ("en", one.message_en)):
            made.add((result, SH.resultMessage, rdflib.Literal(message, lang=language)))
        if one.value is not None:
            made.add((result, SH.value, rdflib.Literal(one.value)))
    return made.serialize(format="turtle")


def _violation(report: rdflib.Graph, result: rdflib.term.Node, data: rdflib.Graph) -> Violation:
    focus, path, value = (report.value(result, name) for name in (SH.focusNode, SH.resultPath, SH.value))
    messages = {one.language: str(one) for one in report.objects(result, SH.resultMessage) if isinstance(one, rdflib.Literal)}
    shape = report.value(result, SH.sourceConstraint) or report.value(result, SH.sourceShape)
    return Violation(
        message_da=messages.get("da", ""),
        message_en=messages.get("en", ""),
        kind_da=_kind(data, focus, "da"),
        kind_en=_kind(data, focus, "en"),
        label=_label(data, focus),
        focus=str(focus),
        path=_short(path) if isinstance(path, rdflib.URIRef) else None,
        value=None if value is None else str(value),
        severity=_short(report.value(result, SH.resultSeverity)).lower(),
        shape=_short(shape),
        documents=tuple(sorted(_documents(data, focus))),
    )


def _short(iri: rdflib.term.Node | None) -> str:
    return str(iri).rpartition("#")[2].rpartition("/")[2]


def _label(data: rdflib.Graph, node: rdflib.term.Node | None) -> str:
    """What a reader calls a node: its own name, or the names of what it ties together."""
    own = next((name for prop in _NAMES for name in sorted(map(str, data.objects(node, prop)))), None)
    if own:
        return own
    near = sorted((str(prop), str(other), other) for prop, other in data.predicate_objects(node) if isinstance(other, rdflib.URIRef))
    return " · ".join(dict.fromkeys(str(name) for _, _, other in near for prop in _NAMES for name in data.objects(other, prop)))


def _kind(data: rdflib.Graph, node: rdflib.term.Node | None, language: str) -> str:
    kind = data.value(node, RDF.type)
    called = [str(name) for name in shapes().objects(_shape_of(kind), RDFS.label) if getattr(name, "language", None) == language]
    return called[0] if called else _short(kind)


def _shape_of(kind: rdflib.term.Node | None) -> rdflib.term.Node | None:
    """The most particular shape of a class: the one that fewest classes share."""
    candidates = sorted(shapes().subjects(SH.targetClass, kind), key=lambda one: (len(list(shapes().objects(one, SH.targetClass))), str(one)))
    return candidates[0] if candidates else None


def _documents(data: rdflib.Graph, node: rdflib.term.Node | None, depth: int = 4) -> set[str]:
    source = data.value(node, rdflib.DCTERMS.source)
    if source is not None:
        return {str(source)}
    if depth == 0:
        return set()
    return {name for prop in _TO_DOCUMENT for near in data.objects(node, prop) for name in _documents(data, near, depth - 1)}
