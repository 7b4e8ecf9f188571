"""Same name, other body; other name, same body."""

from __future__ import annotations

import pytest

from entities.example import Minutes, entity, resolved

MIDT, NORD = "Region Midtjylland", "Region Nordjylland"


def same_forum(a: Minutes, left: str, b: Minutes, right: str) -> bool:
    found = resolved(a, b)
    return entity(found, a, "forum", left) == entity(found, b, "forum", right)


@pytest.mark.parametrize(
    ("left", "left_at", "right", "right_at", "same"),
    [
        ("Sundhedsstyregruppen", MIDT, "Sundhedstyregruppen", MIDT, True),
        ("Sundhedsstyregruppen", MIDT, "SSG", MIDT, True),
        ("Sundhedssamarbejdsudvalget", MIDT, "Sundhedssamarbejdsudvalget", NORD, False),
        ("Sundhedssamarbejdsudvalget", MIDT, "SSU", MIDT, True),
        ("Ældrerådet for Nordfjord", MIDT, "Ældrerådet for Nordfjord", NORD, False),
        ("Ældrerådet for Nordfjord", MIDT, "Ældrerådet for Nordfjord", MIDT, True),
        ("Ældrerådet for Nordfjord", MIDT, "Ældrerådet for Nordfjrod", MIDT, False),  # two letters in another order: a person decides
        ("Netværket om palliativ indsats", MIDT, "Netværket om palliativ  Indsats", MIDT, True),
        ("Netværket om palliation 1", MIDT, "Netværket om palliation 2", MIDT, False),
    ],
)
def test_a_forum_without_an_owner_belongs_to_its_region(left: str, left_at: str, right: str, right_at: str, same: bool) -> None:
    a = Minutes("a", region=left_at, date="2024-02-01").forum(left)
    b = Minutes("b", region=right_at, date="2024-03-01").forum(right)
    assert same_forum(a, left, b, right) is same


@pytest.mark.parametrize(
    ("left", "left_at", "right", "right_at", "same"),
    [
        ("Randers klyngen", MIDT, "Randersklyngen", MIDT, True),
        ("Gødstrup-klyngen", MIDT, "Gødstrupklyngen", MIDT, True),
        ("Midtklyngen", MIDT, "Sundhedsklynge Midt", NORD, False),
        ("Sundhedsklynge Syd", NORD, "Sundhedsklynge Syd", "Region Hovedstaden", False),
        ("Midt", NORD, "Sundhedsklynge Midt", NORD, True),
        ("Midt", MIDT, "Midtklyngen", MIDT, True),
    ],
)
def test_a_cluster_is_one_of_its_region(left: str, left_at: str, right: str, right_at: str, same: bool) -> None:
    a = Minutes("a", region=left_at, date="2024-02-01").forum(left, type="cluster")
    b = Minutes("b", region=right_at, date="2019-03-01").forum(right, type="cluster")
    assert same_forum(a, left, b, right) is same
    assert entity(resolved(a), a, "forum", left).startswith("cluster/")


def of_cluster(name: str, cluster: str, date: str, forum: str = "klyngestyregruppen") -> Minutes:
    written = Minutes(name, region=MIDT, cluster=cluster, forum=forum, date=date)
    return written.forum(cluster, type="cluster").forum(forum, of=cluster)


def test_each_cluster_has_its_own_steering_group() -> None:
    a, b = of_cluster("a", "Randersklyngen", "2024-02-01"), of_cluster("b", "Horsensklyngen", "2024-02-01")
    assert not same_forum(a, "klyngestyregruppen", b, "klyngestyregruppen")


def test_a_steering_group_before_the_reform_is_another_one() -> None:
    a, b, c = (of_cluster(name, "Randersklyngen", day) for name, day in (("a", "2019-02-01"), ("b", "2024-02-01"), ("c", "2018-09-01")))
    assert not same_forum(a, "klyngestyregruppen", b, "klyngestyregruppen")
    assert same_forum(a, "klyngestyregruppen", c, "klyngestyregruppen")
    found = resolved(a, b)
    earlier = found.entities[entity(found, a, "forum", "klyngestyregruppen")]
    assert earlier.label == "klyngestyregruppen, Randersklyngen (før 2022-07-01)"
    assert earlier.attributes["valid_until"] == "2022-07-01"
    assert found.entities[entity(found, b, "forum", "klyngestyregruppen")].label == "klyngestyregruppen, Randersklyngen"


def test_a_general_name_means_something_in_its_document_only() -> None:
    a = of_cluster("a", "Randersklyngen", "2024-02-01").forum("arbejdsgruppen", of="Randersklyngen")
    b = of_cluster("b", "Randersklyngen", "2024-03-01").forum("arbejdsgruppen", of="Randersklyngen")
    assert not same_forum(a, "arbejdsgruppen", b, "arbejdsgruppen")


def test_three_groups_of_one_general_name_stay_three() -> None:
    names = ["arbejdsgruppen", "Arbejdsgruppen", "den tværsektorielle arbejdsgruppe"]
    a = of_cluster("a", "Randersklyngen", "2024-02-01")
    for name in names:
        a.forum(name)
    found = resolved(a)
    assert len({entity(found, a, "forum", name) for name in names}) == 3


def test_a_forum_in_a_clusters_minutes_need_not_be_the_clusters() -> None:
    a = of_cluster("a", "Randersklyngen", "2024-02-01").forum("Psykiatrialliancen i vest")
    b = of_cluster("b", "Horsensklyngen", "2024-02-01").forum("Psykiatrialliancen i vest")
    assert same_forum(a, "Psykiatrialliancen i vest", b, "Psykiatrialliancen i vest")


def test_the_label_says_whose_forum_it_is() -> None:
    a = of_cluster("a", "Gødstrupklyngen", "2024-02-01", "PS-klyngen")
    found = resolved(a)
    assert found.entities[entity(found, a, "forum", "PS-klyngen")].label == "PS-klyngen, Gødstrupklyngen"


def test_a_collective_has_the_members_that_the_registry_gives() -> None:
    a = of_cluster("a", "Gødstrupklyngen", "2024-02-01", "PS-klyngen").forum("de fem PS-klynger", collective=True)
    found = resolved(a)
    members = found.entities[entity(found, a, "forum", "de fem PS-klynger")].attributes["members"]
    assert len(members) == 5
    named = entity(found, a, "forum", "PS-klyngen")
    assert named in members and "inferred" not in found.entities[named].attributes
    others = [found.entities[member] for member in members if member != named]
    assert all(other.attributes["inferred"] and other.attributes["cluster"] in found.entities for other in others)
    assert {other.label for other in others} >= {"PS-klyngen, Horsensklyngen", "PS-klyngen, Aarhusklyngen"}


def test_an_organisation_of_another_region_keeps_its_own_region() -> None:
    a = Minutes("a", region=MIDT, date="2024-02-01").organisation("Region Hovedstaden", type="region").organisation("Aalborg Kommune")
    found = resolved(a)
    assert found.entities[entity(found, a, "organisation", "Region Hovedstaden")].attributes["registry"] == "1084"
    aalborg = found.entities[entity(found, a, "organisation", "Aalborg Kommune")]
    assert found.entities[aalborg.attributes["region"]].label == NORD


def test_psychiatry_is_each_regions_own() -> None:
    a = Minutes("a", region=MIDT, date="2024-02-01").organisation("Psykiatrien")
    b = Minutes("b", region=NORD, date="2024-02-01").organisation("Psykiatrien")
    c = Minutes("c", region=MIDT, date="2024-02-01").organisation("Psykiatrien Region Midtjylland")
    found = resolved(a, b, c)
    ids = [entity(found, m, "organisation", n) for m, n in ((a, "Psykiatrien"), (b, "Psykiatrien"), (c, "Psykiatrien Region Midtjylland"))]
    assert ids[0] == ids[2] != ids[1]


def test_the_region_follows_from_the_municipalities_that_are_named() -> None:
    a = Minutes("a", date="2024-02-01").organisation("Hjørring Kommune").organisation("Læsø Kommune").forum("Sundhedssamarbejdsudvalget")
    found = resolved(a)
    assert found.entities[entity(found, a, "forum", "Sundhedssamarbejdsudvalget")].attributes["region"] == "organisation/region-nordjylland"


def test_without_a_region_a_shared_name_means_no_registry_row() -> None:
    a = Minutes("a", date="2024-02-01").forum("Sundhedssamarbejdsudvalget")
    found = resolved(a)
    assert "registry" not in found.entities[entity(found, a, "forum", "Sundhedssamarbejdsudvalget")].attributes


def test_every_entity_that_an_attribute_names_is_there() -> None:
    found = resolved(of_cluster("a", "Gødstrupklyngen", "2024-02-01", "PS-klyngen").forum("de fem PS-klynger", collective=True))
    for one in found.entities.values():
        for name in ("of", "part_of", "region", "cluster"):
            assert one.attributes.get(name, one.id) in found.entities, f"{one.id}: {name}"
