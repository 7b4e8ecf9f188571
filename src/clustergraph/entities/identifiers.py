"""Identifiers: what a row of the registry is called, and what a thing that only documents know may be called, the first choice first.

The identifier of a row depends on the registry alone and is kept free for it, whether or not a document names it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

from clustergraph import lexicon
from clustergraph.entities.bodies import Identity
from clustergraph.entities.sightings import Sighting
from clustergraph.names import fold, slug
from clustergraph.registry import Registry, Row

IdentityOf: TypeAlias = Callable[[str], Identity | None]


@cache
def of_rows(registry: Registry) -> MappingProxyType[str, str]:
    """Registry id → identifier. Two rows that would bear one identifier are numbered in the order of the registry."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for row in registry.rows.values():
        found[row.id] = first_free([_of_row(row, registry)], taken)
        taken.add(found[row.id])
    return MappingProxyType(found)


def _of_row(row: Row, registry: Registry) -> str:
    name = re.sub(r"\s*\(.*\)", "", row.name)
    place = ""
    if row.cluster and fold(name_of(row.cluster, registry)) not in fold(name):
        place = name_of(row.cluster, registry)
    elif row.region and not row.cluster and _needs_region(row, registry) and fold(name_of(row.region, registry)) not in fold(name):
        place = name_of(row.region, registry)
    return f"{row.kind}/{slug(name, place)}"


def _needs_region(row: Row, registry: Registry) -> bool:
    return row.kind == "forum" or len({other.region for other in registry.named(row.name, row.kind)}) > 1


def name_of(row_id: str, registry: Registry) -> str:
    """The name of a row; what is no row's id as it is."""
    return registry.rows[row_id].name if row_id in registry.rows else row_id


def choices(first: Sighting, identity: Identity | None, identity_of: IdentityOf, registry: Registry) -> list[str]:
    """What a thing without a row may be called, by its first sighting: its name, then with more words one by one."""
    kind = identity.kind if identity else first.kind
    if identity is None or kind == "organisation":
        return _longer(f"{kind}/{slug(first.name)}", _place(first, registry), first.context.day or "")
    scope = scope_name(first, identity, identity_of, registry)
    period = f"-{slug(str(lexicon.table('names')['earlier']))}-{identity.before}" if identity.before else ""
    return _longer(f"{kind}/{slug(first.name, '' if fold(scope) in fold(first.name) else scope)}{period}", first.context.day or "")


def _longer(ident: str, *more: str) -> list[str]:
    tries = [ident]
    for word in more:
        if word:
            tries.append(f"{tries[-1]}-{slug(word)}")
    return tries


def _place(sighting: Sighting, registry: Registry) -> str:
    return min(sighting.employers, default="") or (name_of(sighting.context.region, registry) if sighting.context.region else "")


def scope_name(sighting: Sighting, identity: Identity, identity_of: IdentityOf, registry: Registry) -> str:
    """The name of what a forum belongs to: its owner, its cluster, its region."""
    if identity.row is not None:
        return name_of(identity.row.cluster or identity.row.region or "", registry)
    owner = identity_of(f"{sighting.context.document_id}#forum/{identity.owner}")
    if identity.owner and not (owner and owner.row):
        return identity.owner
    for ident in (owner.row.id if owner and owner.row else None, identity.cluster, sighting.context.cluster, sighting.context.region):
        if ident:
            return name_of(ident, registry)
    return ""


def candidates(tries: Sequence[str]) -> Iterator[str]:
    """All that a thing may be called, without end: the choices, then the last one numbered."""
    yield from (one for one in tries if not one.endswith("/"))
    number = 2
    while True:
        yield f"{tries[-1]}-{number}"
        number += 1


def first_free(tries: Sequence[str], taken: Container[str]) -> str:
    """The first candidate that nothing else bears."""
    return next(one for one in candidates(tries) if one not in taken)
