"""FollowTheMoney (https://followthemoney.tech/): one entity a line, for Aleph, yente and the like."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from clustergraph.exports.network import Network, Values, word
from clustergraph.queries import Queryable
from clustergraph.queries.actors import Actor

_SCHEMAS = {"person": "Person", "organisation": "Organization", "forum": "Organization", "cluster": "Organization", "initiative": "Project"}
_PUBLIC = frozenset({"region", "municipality", "hospital", "ministry", "national_body"})


def write(store: Queryable, as_of: str | None = None) -> str:
    """The whole graph as JSON Lines, sorted by id."""
    network = Network(store, as_of)
    entities = [*(_actor(network, actor) for actor in network.actors(*_SCHEMAS)), *_ties(network)]
    return "".join(json.dumps(one, ensure_ascii=False, sort_keys=True) + "\n" for one in sorted(entities, key=lambda one: str(one["id"])))


def _entity(ident: str, schema: str, **properties: Any) -> dict[str, Any]:
    """An entity; ids are digests of addresses, since FollowTheMoney's own tools do not take addresses for ids."""
    stated = {name: [str(v) for v in (value if isinstance(value, list) else [value])] for name, value in properties.items() if value}
    return {"id": _key(ident), "schema": schema, "properties": stated}


def _key(ident: Any) -> str:
    return f"cg-{hashlib.sha1(str(ident).encode(), usedforsecurity=False).hexdigest()}"


def _actor(network: Network, actor: Actor) -> dict[str, Any]:
    schema = "PublicBody" if actor.kind == "organisation" and actor.type in _PUBLIC else _SCHEMAS[actor.kind]
    same: dict[str, Any] = {"name": actor.label, "alias": list(actor.aliases), "sourceUrl": actor.id}
    if schema in ("Organization", "PublicBody"):
        parent = network.get(actor.of) or network.get(actor.cluster)
        same |= {"classification": actor.type or actor.kind, "incorporationDate": actor.valid_from, "dissolutionDate": actor.valid_until}
        same |= {"parent": _key(parent.id) if parent and parent.id != actor.id else None}
    return _entity(actor.id, schema, **same)


def _ties(network: Network) -> Iterator[dict[str, Any]]:
    for row in network.rows("memberships"):
        ends = {"member": _key(row["person"]), "organization": _key(row["forum"])}
        yield _entity(row["fact"], "Membership", **ends, role=word(row["capacity"]), **_days(row))
    for row in network.rows("employments"):
        if row["organisation"]:
            ends = {"employee": _key(row["person"]), "employer": _key(row["organisation"])}
            yield _entity(row["fact"], "Employment", **ends, role=row["title"], **_days(row))
    for row in network.rows("references"):
        ends = {"subject": _key(row["from"]), "object": _key(row["to"])}
        yield _entity(row["fact"], "UnknownLink", **ends, role=word(row["kind"]), status=word(row["status"]), **_days(row))


def _days(row: Values) -> dict[str, Any]:
    return {"startDate": row["valid_from"], "endDate": row["valid_until"]}
