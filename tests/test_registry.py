"""The registry agrees with itself, and a name finds a row only where its context allows."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from clustergraph import registry
from clustergraph.registry import table

DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
KEYS = {
    "regions": ("code",),
    "municipalities": ("code",),
    "clusters": ("id",),
    "cluster_municipalities": ("cluster_id", "municipality_code"),
    "hospitals": ("id",),
    "forums": ("id",),
    "reporting": ("from_forum_id", "to_forum_id", "kind", "valid_from"),
    "national_bodies": ("id",),
    "titles": ("title",),
    "forum_roles": ("id",),
    "abbreviations": ("abbreviation", "expansion"),
}
POINTERS = [
    ("municipalities", "region_code", "regions"),
    ("clusters", "region_code", "regions"),
    ("clusters", "hospital_ids", "hospitals"),
    ("cluster_municipalities", "cluster_id", "clusters"),
    ("cluster_municipalities", "municipality_code", "municipalities"),
    ("hospitals", "region_code", "regions"),
    ("hospitals", "parent_id", "hospitals"),
    ("hospitals", "predecessor_ids", "hospitals"),
    ("forums", "region_code", "regions"),
    ("forums", "cluster_id", "clusters"),
    ("forums", "predecessor_ids", "forums"),
    ("forums", "successor_ids", "forums"),
    ("forums", "area_codes", "municipalities"),
    ("reporting", "from_forum_id", "forums"),
    ("reporting", "to_forum_id", "forums"),
    ("national_bodies", "region_code", "regions"),
    ("national_bodies", "municipality_code", "municipalities"),
    ("titles", "broader_title", "titles"),
]


@pytest.mark.parametrize("name", KEYS)
def test_rows_are_whole(name: str) -> None:
    rows = table(name)
    assert rows
    for row in rows:
        assert None not in row and None not in row.values(), f"{name}: fields and heading differ in {row}"
        assert all(value == value.strip() for value in row.values()), row
        assert row.get("source", "-"), f"{name}: no source in {row}"
        assert row.get("confidence", "high") in ("high", "medium", "low"), row


@pytest.mark.parametrize("name", KEYS)
def test_keys_are_there_once(name: str) -> None:
    seen = Counter(tuple(row[part] for part in KEYS[name]) for row in table(name))
    assert [key for key, count in seen.items() if count > 1] == []


@pytest.mark.parametrize(("name", "column", "target"), POINTERS)
def test_pointers_lead_somewhere(name: str, column: str, target: str) -> None:
    there = {row[KEYS[target][0]] for row in table(target)}
    pointers = {part.strip() for row in table(name) for part in row[column].split(";")} - {""}
    assert pointers <= there


@pytest.mark.parametrize("name", KEYS)
def test_dates_are_dates_and_periods_run_forward(name: str) -> None:
    for row in table(name):
        dates = [row[column] for column in ("valid_from", "valid_until", "status_as_of", "operating_since") if row.get(column)]
        assert all(DATE.fullmatch(date) for date in dates), row
        begin, end = row.get("valid_from", ""), row.get("valid_until", "")
        if begin and end:
            assert begin[: len(end)] <= end[: len(begin)], row


def test_what_has_ended_is_not_active() -> None:
    for name in ("forums", "reporting"):
        for row in table(name):
            if row["status"] == "active" and row["valid_until"]:
                assert row["valid_until"] >= row["status_as_of"][: len(row["valid_until"])], row
            if row["status"] in ("closed", "ended") and row["valid_until"]:
                assert row["valid_until"][:4] <= row["status_as_of"][:4], row


def test_clusters_municipalities_and_hospitals_lie_in_one_region() -> None:
    cluster_region = {row["id"]: row["region_code"] for row in table("clusters")}
    municipality_region = {row["code"]: row["region_code"] for row in table("municipalities")}
    hospital_region = {row["id"]: row["region_code"] for row in table("hospitals")}
    for row in table("cluster_municipalities"):
        assert cluster_region[row["cluster_id"]] == municipality_region[row["municipality_code"]], row
    for row in table("clusters"):
        assert {hospital_region[one] for one in row["hospital_ids"].split(";")} == {row["region_code"]}, row
    for row in table("forums"):
        assert not row["cluster_id"] or cluster_region[row["cluster_id"]] == row["region_code"], row


def test_every_municipality_is_in_a_cluster() -> None:
    assert {row["code"] for row in table("municipalities")} == {row["municipality_code"] for row in table("cluster_municipalities")}
    assert len(table("municipalities")) == 98 and len(table("clusters")) == 22


def test_predecessors_and_successors_agree() -> None:
    before = {(row["id"], one) for row in table("forums") for one in row["predecessor_ids"].split(";") if one}
    after = {(one, row["id"]) for row in table("forums") for one in row["successor_ids"].split(";") if one}
    assert before == after


def test_nobody_answers_to_himself_by_any_way() -> None:
    up: dict[str, set[str]] = {}
    for row in table("reporting"):
        assert row["from_forum_id"] != row["to_forum_id"], row
        if row["kind"] in ("reports_to", "subgroup_of"):
            up.setdefault(row["from_forum_id"], set()).add(row["to_forum_id"])
    for start in up:
        seen, queue = set(), list(up[start])
        while queue:
            here = queue.pop()
            assert here != start, f"{start} answers to itself"
            if here not in seen:
                seen.add(here)
                queue += up.get(here, ())


@pytest.mark.parametrize(
    ("name", "region", "cluster", "day", "wanted"),
    [
        ("Sundhedssamarbejdsudvalget", "1081", None, "2024-10-31", "F-RN-SSU"),
        ("Sundhedssamarbejdsudvalget", "1082", None, "2024-10-31", "F-RM-SSU"),
        ("Sundhedssamarbejdsudvalget", "1082", None, "2019-10-31", None),  # not set up yet
        ("Sundhedssamarbejdsudvalget", None, None, "2024-10-31", None),
        ("PS-klyngen", "1082", "K-RM-GODSTRUP", "2024-10-31", "F-RM-GODSTRUP-PS"),
        ("PS-klyngen", "1082", None, "2024-10-31", None),
        ("Midtklyngen", "1081", None, "2024-10-31", None),
        ("Sundhedsklynge Midt", "1081", None, None, "K-RN-MIDT"),
        ("Region H", "1082", None, None, "1084"),
        ("en gruppe, som ingen kender", "1082", None, None, None),
    ],
)
def test_a_name_needs_its_context(name: str, region: str | None, cluster: str | None, day: str | None, wanted: str | None) -> None:
    found = registry.load().find(name, region=region, cluster=cluster, day=day)
    assert (found.id if found else None) == wanted


def test_a_collective_knows_its_members() -> None:
    assert len(registry.load().collectives["F-RM-PSN"]) == 5
