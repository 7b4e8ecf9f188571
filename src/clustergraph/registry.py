"""The registry: which regions, municipalities, hospitals, clusters and forums there are, by name and in which context.

Read from ``data/registry/*.csv``. A name alone never finds a row where several rows bear it: the region, the cluster and the day decide.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from clustergraph import resources
from clustergraph.names import fold

COLLECTIVE_NOTE = "member of the collective"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: ``region`` is a region's code, ``cluster`` a cluster's id; dates as partial as known, empty where unknown."""

    id: str
    table: str
    kind: str  # organisation forum cluster
    name: str
    others: tuple[str, ...]
    type: str
    region: str | None
    cluster: str | None
    valid_from: str
    valid_until: str
    parent: str | None = None

    def holds_on(self, day: str | None) -> bool:
        """Whether the row is valid on a day; unknown ends hold, and so does an unknown day."""
        if not day:
            return True
        started = not self.valid_from or self.valid_from <= day
        return started and (not self.valid_until or self.valid_until[: len(day)] >= day[: len(self.valid_until)])


class Registry:
    """All rows, by id and by name."""

    def __init__(self, rows: Iterable[Row], collectives: Mapping[str, tuple[str, ...]], municipalities: Mapping[str, tuple[str, ...]]) -> None:
        self.rows: dict[str, Row] = {row.id: row for row in rows}
        self.collectives = dict(collectives)
        self.clusters_of_municipality = dict(municipalities)

    @cached_property
    def _by_name(self) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows.values():
            for key in sorted({fold(name) for name in (row.name, *row.others)} - {""}):
                found[key].append(row)
        return dict(found)

    def named(self, name: str, *kinds: str) -> list[Row]:
        """All rows that bear a name, whatever their context."""
        return [row for row in self._by_name.get(fold(name), []) if not kinds or row.kind in kinds]

    def find(self, name: str, *kinds: str, region: str | None, cluster: str | None = None, day: str | None = None) -> Row | None:
        """The one row that a name means in a context, or None where there is none or more than one.

        A row of another region or another cluster is never meant; the row of the nearest context is: cluster, region, country.
        """
        fitting = [
            row
            for row in self.named(name, *kinds)
            if row.holds_on(day) and (row.region in (None, region)) and (row.cluster in (None, cluster) or row.kind == "cluster")
        ]
        for level in (
            [row for row in fitting if row.cluster and row.cluster == cluster],
            [row for row in fitting if row.region and row.region == region],
            [row for row in fitting if not row.region],
        ):
            exact = [row for row in level if fold(row.name) == fold(name)] or level
            if len(exact) == 1:
                return exact[0]
            if exact:
                return None
        return self._abroad(name, kinds, region, day)

    def _abroad(self, name: str, kinds: tuple[str, ...], region: str | None, day: str | None) -> Row | None:
        """An authority of another region by a name that no other row bears; a forum only where nothing is known of the region."""
        alone = self.named(name, *kinds)
        if len(alone) != 1 or not alone[0].holds_on(day) or alone[0].cluster is not None:
            return None
        return alone[0] if region is None or alone[0].table in ("regions", "municipalities", "hospitals") else None

    def is_shared(self, name: str) -> bool:
        """Whether several rows of different regions or clusters bear a name, so that it says nothing without its owner."""
        return len({(row.region, row.cluster) for row in self.named(name)}) > 1

    def ancestors(self, row_id: str) -> list[str]:
        """The rows that a row is part of, nearest first."""
        chain: list[str] = []
        parent = self.rows[row_id].parent if row_id in self.rows else None
        while parent and parent not in chain:
            chain.append(parent)
            parent = self.rows[parent].parent if parent in self.rows else None
        return chain


@cache
def load() -> Registry:
    """The shipped registry."""
    rows = [_row(spec, raw) for spec in _TABLES for raw in table(spec.table)]
    collectives: dict[str, list[str]] = defaultdict(list)
    for raw in table("reporting"):
        if raw["note"].startswith(COLLECTIVE_NOTE):
            collectives[raw["to_forum_id"]].append(raw["from_forum_id"])
    clusters: dict[str, list[str]] = defaultdict(list)
    for raw in table("cluster_municipalities"):
        clusters[f"M-{raw['municipality_code']}"].append(raw["cluster_id"])
    return Registry(rows, {k: tuple(sorted(v)) for k, v in collectives.items()}, {k: tuple(sorted(v)) for k, v in clusters.items()})


@dataclass(frozen=True, slots=True)
class _Table:
    """Where the columns of a row stand in one file; ``type`` names a column, or is the type itself where there is none of that name."""

    table: str
    kind: str
    names: tuple[str, ...]
    type: str
    id: str = "id"
    prefix: str = ""
    name: str = "name"
    region: str = "region_code"


_TABLES = (
    _Table("regions", "organisation", ("abbreviations", "aliases"), "region", id="code", name="name_da", region="code"),
    _Table("municipalities", "organisation", ("short_name", "genitive", "aliases"), "municipality", id="code", prefix="M-"),
    _Table("hospitals", "organisation", ("abbreviations", "aliases"), "type"),
    _Table("national_bodies", "organisation", ("abbreviations", "aliases"), "type"),
    _Table("clusters", "cluster", ("aliases",), "cluster"),
    _Table("forums", "forum", ("abbreviations", "aliases"), "type"),
)


def _row(spec: _Table, raw: Mapping[str, str]) -> Row:
    name = raw[spec.name]
    return Row(
        id=spec.prefix + raw[spec.id],
        table=spec.table,
        kind=spec.kind,
        name=name,
        others=tuple(sorted({part.strip() for column in spec.names for part in raw[column].split(";")} - {"", name})),
        type=raw.get(spec.type, spec.type),
        region=raw[spec.region] or None,
        cluster=raw.get("cluster_id") or None,
        valid_from=raw.get("valid_from", ""),
        valid_until=raw.get("valid_until", ""),
        parent=raw.get("parent_id") or None,
    )


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of one registry file, as they stand in it."""
    return tuple(csv.DictReader(resources.text("registry", f"{name}.csv").splitlines()))
