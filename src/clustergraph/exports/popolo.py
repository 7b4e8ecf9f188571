"""Popolo (https://www.popoloproject.com/specs/): people, organisations, memberships and posts as one JSON object."""

from __future__ import annotations

import json
from typing import Any

from clustergraph.exports.network import Network, Values, word
from clustergraph.queries import Queryable
from clustergraph.queries.actors import Actor


def write(store: Queryable, as_of: str | None = None) -> str:
    """The whole graph. Forums and clusters are organisations too; a parent is the body that one is part of."""
    network = Network(store, as_of)
    found = {
        "persons": [_named(actor) for actor in network.actors("person")],
        "organizations": [_organization(network, actor) for actor in network.actors("organisation", "forum", "cluster")],
        "memberships": sorted([*_memberships(network), *_employments(network)], key=lambda one: str(one["id"])),
        "relations": [_relation(row) for row in network.rows("references")],
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _named(actor: Actor) -> dict[str, Any]:
    others = [{"name": name} for name in actor.aliases]
    return {"id": actor.id, "name": actor.label, **({"other_names": others} if others else {})}


def _organization(network: Network, actor: Actor) -> dict[str, Any]:
    parent = network.get(actor.of) or network.get(actor.cluster) or network.get(actor.region)
    more = {
        "classification": actor.type or actor.kind,
        "parent_id": parent.id if parent and parent.id != actor.id else None,
        "founding_date": actor.valid_from,
        "dissolution_date": actor.valid_until,
    }
    return {**_named(actor), **_stated(more)}


def _memberships(network: Network) -> list[dict[str, Any]]:
    return [
        _stated(
            {
                "id": row["fact"], "person_id": row["person"], "organization_id": row["forum"], "role": word(row["capacity"]),
                "on_behalf_of_id": row["represents"] if network.get(row["represents"]) else None, **_days(row),
            }
        )
        for row in network.rows("memberships")
    ]  # fmt: skip


def _employments(network: Network) -> list[dict[str, Any]]:
    return [
        _stated({"id": row["fact"], "person_id": row["person"], "organization_id": row["organisation"], "label": row["title"], **_days(row)})
        for row in network.rows("employments")
    ]


def _relation(row: Values) -> dict[str, Any]:
    """A reference between two bodies: Popolo has no word for it, so it stands in a list of its own."""
    status = word(row["status"])
    kept = {"id": row["fact"], "from_id": row["from"], "to_id": row["to"], "classification": word(row["kind"]), "status": status, **_days(row)}
    return _stated(kept)


def _days(row: Values) -> dict[str, Any]:
    return {"start_date": row["valid_from"], "end_date": row["valid_until"]}


def _stated(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
