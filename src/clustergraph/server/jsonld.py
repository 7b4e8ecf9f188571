"""Triples as JSON-LD with short names: what a name means stands in a context with an address of its own, taken from the ontology in the graph."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from clustergraph.graph.stores import Table
from clustergraph.graph.terms import CG, OWL, PREFIXES, RDF, RDFS, XSD, Iri, Literal, Triple

if TYPE_CHECKING:
    from clustergraph.graph.stores import Store

_TYPE = RDF["type"].value
_STRING, _INTEGER, _BOOLEAN = XSD["string"].value, XSD["integer"].value, XSD["boolean"].value
_LINKS = (
    "org:member", "org:organization", "org:role", "org:classification", "org:subOrganizationOf", "org:memberOf", "org:reportsTo", "org:holds",
    "org:postIn", "org:originalOrganization", "org:resultingOrganization", "prov:wasDerivedFrom", "prov:wasGeneratedBy", "prov:wasAssociatedWith",
    "oa:hasTarget", "oa:hasSource", "oa:hasSelector", "oa:motivatedBy", "schema:amount", "eli-dl:had_participant_person", "dct:isReplacedBy",
)  # fmt: skip
"""Properties of others' vocabularies that lead to things: our ontology does not say so of them."""


def terms(store: Store) -> Mapping[str, str | None]:
    """Property → what its values are: ``@id`` for things, a datatype, None for plain words."""
    found: dict[str, str | None] = {}
    table = store.query(f"SELECT ?p ?kind ?range WHERE {{ ?p a ?kind . OPTIONAL {{ ?p {RDFS['range']} ?range }} }}")
    assert isinstance(table, Table)
    for prop, kind, reach in table:
        if isinstance(prop, Iri) and isinstance(kind, Iri) and prop.value.startswith(CG.iri):
            if kind == OWL["ObjectProperty"]:
                found[prop.value] = "@id"
            elif kind == OWL["DatatypeProperty"]:
                typed = isinstance(reach, Iri) and reach.value.startswith(XSD.iri) and reach.value not in (_STRING, _INTEGER, _BOOLEAN)
                found[prop.value] = reach.value if typed and isinstance(reach, Iri) else None
    for short in _LINKS:
        prefix, _, name = short.partition(":")
        found[PREFIXES[prefix] + name] = "@id"
    return dict(sorted(found.items()))


def context(known: Mapping[str, str | None]) -> str:
    """The context: our prefixes, each of our properties by its own name, and what values are things or dates."""
    told: dict[str, Any] = {"@version": 1.1, **PREFIXES}
    for prop, kind in known.items():
        told[_short(prop)] = {"@id": _compact(prop), "@type": _compact(kind) if kind != "@id" else kind} if kind else _compact(prop)
    return json.dumps({"@context": told}, ensure_ascii=False, indent=1) + "\n"


def write(triples: Iterable[Triple], address: str, known: Mapping[str, str | None]) -> str:
    """Triples as one document whose context stands at an address: a thing each, by address, its properties by name."""
    things: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        assert isinstance(triple.subject, Iri), "the graph has no blank nodes"
        name, prop = triple.subject.value, triple.predicate.value
        if prop == _TYPE and isinstance(triple.object, Iri):
            things[name]["@type"].append(_compact(triple.object.value))
        else:
            things[name][_short(prop) if prop in known else _compact(prop)].append(_value(triple.object, known.get(prop)))
    graph = [{"@id": name, **{key: _alone(values) for key, values in sorted(told.items())}} for name, told in sorted(things.items())]
    return json.dumps({"@context": address, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _value(term: Any, kind: str | None) -> Any:
    if isinstance(term, Iri):
        return term.value if kind == "@id" else {"@id": term.value}
    assert isinstance(term, Literal), "the graph has no blank nodes"
    if term.language:
        return {"@value": term.value, "@language": term.language}
    datatype = term.datatype.value
    if datatype == kind:
        return term.value
    if datatype == _STRING:
        return {"@value": term.value} if kind else term.value
    if datatype == _INTEGER and not kind:
        return int(term.value)
    if datatype == _BOOLEAN and not kind:
        return term.value in ("true", "1")
    return {"@value": term.value, "@type": _compact(datatype)}


def _alone(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _short(iri: str) -> str:
    """The name of a property in JSON: of ours its own, of others' with their prefix."""
    return iri.removeprefix(CG.iri) if iri.startswith(CG.iri) else _compact(iri)


def _compact(iri: str) -> str:
    """An address with its prefix; whole where it has none."""
    fitting = [(space, name) for name, space in PREFIXES.items() if iri.startswith(space)]
    if not fitting:
        return iri
    space, name = max(fitting, key=lambda one: len(one[0]))
    return f"{name}:{iri.removeprefix(space)}"
