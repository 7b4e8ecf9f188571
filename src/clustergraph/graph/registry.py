"""The graph ``registry``: what public registers say, as entries of their own that entities point to.

An entry is no forum and no organisation of the documents, and its references are none either, so that no answer counts what only the
registry says. Both sides meet through ``cg:registryEntry``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from clustergraph import registry
from clustergraph.graph import succession
from clustergraph.graph.references import validity
from clustergraph.graph.terms import CG, ORG, SKOS, A, Iri, Minter, Quad, Term, boolean, concept, text

Row: TypeAlias = Mapping[str, str]
Tables: TypeAlias = Mapping[str, Sequence[Row]]

_TABLES = ("regions", "municipalities", "hospitals", "national_bodies", "clusters", "forums", "reporting", "cluster_municipalities")
_LITERALS = (("registryType", "type"), ("registryStatus", "status"), ("registrySource", "source"), ("registryConfidence", "confidence"))
# What a register says of a line, in the words of the scheme of statuses.
_STATUS = {"active": "in_force", "ended": "former", "planned": "proposed", "proposed": "proposed", "uncertain": "unclear"}


def tables() -> Tables:
    """The shipped registry, table by table."""
    return {name: registry.table(name) for name in _TABLES}


def entry(mint: Minter, ident: str) -> Iri:
    """The entry of a registry id."""
    return mint.node("registry", ident)


def quads(mint: Minter, rows: Tables) -> Iterator[Quad]:
    """The whole graph ``registry``."""
    graph = mint.graph("registry")
    for name in _TABLES:
        for row in rows.get(name, ()):
            make = {"reporting": _reference, "cluster_municipalities": _membership}.get(name)
            node, pairs = make(mint, row) if make else _entry(mint, name, row)
            for prop, term in (*pairs, *_origin(row)):
                yield Quad(node, prop, term, graph)
    yield from _events(mint, rows, graph)


def _events(mint: Minter, rows: Tables, graph: Iri) -> Iterator[Quad]:
    for kind, before, after, date, row in succession.registered(rows.get("forums", ())):
        pairs = list(succession.event(kind, [entry(mint, one) for one in before], [entry(mint, one) for one in after], date))
        node = mint.fact("registrychange", *(f"{p} {t}" for p, t in pairs))
        yield from (Quad(node, prop, term, graph) for prop, term in ((A, ORG["ChangeEvent"]), *pairs, *_origin(row)))


def planned(rows: Tables) -> dict[str, str]:
    """The bodies that the registry knows as planned: id → the day from which they are to be, empty where it says none."""
    return {row["id"]: row.get("valid_from") or "" for row in rows.get("forums", ()) if row.get("status") == "planned"}


def _entry(mint: Minter, table: str, row: Row) -> tuple[Iri, list[tuple[Iri, Term]]]:
    ident = _ident(table, row)
    name = row.get("name") or row["name_da"]
    pairs: list[tuple[Iri, Term]] = [
        (A, CG["RegistryEntry"]),
        (CG["registryId"], text(ident)),
        (CG["registryTable"], text(table)),
        (SKOS["prefLabel"], text(name)),
        *validity(row.get("valid_from"), row.get("valid_until")),
    ]
    others = {part.strip() for column in ("abbreviations", "aliases") for part in (row.get(column) or "").split(";")} - {"", name}
    pairs += [(SKOS["altLabel"], text(other)) for other in others]
    if row.get("region_code"):
        pairs.append((CG["inRegion"], entry(mint, row["region_code"])))
    if row.get("cluster_id"):
        pairs.append((CG["inCluster"], entry(mint, row["cluster_id"])))
    if row.get("parent_id"):
        pairs.append((ORG["subOrganizationOf"], entry(mint, row["parent_id"])))
    return entry(mint, ident), pairs


def _ident(table: str, row: Row) -> str:
    """The id as :class:`clustergraph.registry.Registry` has it: municipalities are numbered like regions and need a letter."""
    if table == "municipalities":
        return f"M-{row['code']}"
    return row.get("id") or row["code"]


def _reference(mint: Minter, row: Row) -> tuple[Iri, list[tuple[Iri, Term]]]:
    pairs: list[tuple[Iri, Term]] = [
        (CG["from"], entry(mint, row["from_forum_id"])),
        (CG["to"], entry(mint, row["to_forum_id"])),
        (CG["referenceKind"], concept("kind", row["kind"])),
        (CG["referenceStatus"], concept("status", _STATUS[row["status"]])),
        *validity(row["valid_from"], row["valid_until"]),
    ]
    return mint.fact("registryreference", *(f"{p} {t}" for p, t in pairs)), [(A, CG["RegistryReference"]), *pairs]


def _membership(mint: Minter, row: Row) -> tuple[Iri, list[tuple[Iri, Term]]]:
    pairs: list[tuple[Iri, Term]] = [
        (ORG["member"], entry(mint, f"M-{row['municipality_code']}")),
        (ORG["organization"], entry(mint, row["cluster_id"])),
        *validity(row["valid_from"], row["valid_until"]),
    ]
    return mint.fact("registrymembership", *(f"{p} {t}" for p, t in pairs)), [(A, CG["RegistryMembership"]), *pairs]


def _origin(row: Row) -> Iterator[tuple[Iri, Term]]:
    yield CG["inferred"], boolean(True)
    yield from ((CG[name], text(row[key])) for name, key in _LITERALS if row.get(key))
