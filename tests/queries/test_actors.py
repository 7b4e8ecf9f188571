"""A free text finds whom a user means."""

from __future__ import annotations

import pytest

from clustergraph.queries.actors import Actor, Actors, local
from clustergraph.queries.folding import fold, stem

WEST = "id/organisation/region-vest"
DISTRICT = Actors(
    [
        Actor(WEST, "organisation", "Region Vest", type="region"),
        Actor("id/cluster/ask", "cluster", "Askklyngen", ("Ask-klyngen",), region=WEST),
        Actor("id/cluster/elm", "cluster", "Elmklyngen", region=WEST),
        Actor("id/forum/s-ask", "forum", "styregruppen, Askklyngen", ("styregruppen",), type="steering_group", cluster="id/cluster/ask"),
        Actor("id/forum/s-old", "forum", "styregruppen, Askklyngen (før)", ("Styregruppen i Ask",), type="steering_group", cluster="id/cluster/ask"),
        Actor("id/forum/s-elm", "forum", "styregruppen, Elmklyngen", ("styregruppen",), type="steering_group", cluster="id/cluster/elm"),
        Actor("id/forum/hk-ask", "forum", "HK-gruppen i Askklyngen", of="id/cluster/ask"),
        Actor("id/forum/hk-elm", "forum", "HK-gruppen i Elmklyngen", of="id/cluster/elm"),
        Actor("id/forum/hk", "forum", "hygiejnegrupperne", ("HK-grupperne",), members=("id/forum/hk-ask", "id/forum/hk-elm")),
        Actor("id/person/soeren", "person", "Søren Åberg"),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Askklyngen", ["id/cluster/ask"]),
        ("askklyngens", ["id/cluster/ask"]),
        ("Ask klyngen", ["id/cluster/ask"]),
        ("Styregruppen i Ask", ["id/forum/s-old", "id/forum/s-ask"]),
        ("styregruppen i Elm", ["id/forum/s-elm"]),
        ("HK", ["id/forum/hk-ask", "id/forum/hk-elm", "id/forum/hk"]),
        ("soeren aaberg", ["id/person/soeren"]),
        ("Aaberg", ["id/person/soeren"]),
        ("id/forum/hk", ["id/forum/hk"]),
        ("Bøgklyngen", []),
        ("", []),
    ],
)
def test_find(text: str, found: list[str]) -> None:
    assert [actor.id for actor in DISTRICT.find(text)] == found


def test_only_the_kinds_asked_for() -> None:
    assert DISTRICT.find("Region Vest", ("forum", "cluster")) == []


def test_cluster_and_region_come_from_above() -> None:
    assert DISTRICT.cluster_of("id/forum/hk-ask") == "id/cluster/ask"
    assert DISTRICT.region_of("id/forum/hk-ask") == WEST
    assert DISTRICT.region_of("id/forum/s-elm") == WEST
    assert DISTRICT.cluster_of(None) is None


def test_a_circle_above_ends() -> None:
    circle = Actors([Actor("a", "forum", "A", of="b"), Actor("b", "forum", "B", of="a")])
    assert circle.cluster_of("a") is None and circle.region_of("a") is None


@pytest.mark.parametrize(("text", "folded"), [("Ærø Å", "aeroe aa"), ("É-ü", "e u"), ("  A/S. ", "a s"), ("", "")])
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_stem_leaves_short_words() -> None:
    assert {stem(word) for word in ("kommuner", "kommunerne", "kommunernes")} == {"kommun"}
    assert stem("ens") == "ens"


@pytest.mark.parametrize(
    ("iri", "word"), [("https://x/ns#status-in_force", "in_force"), ("https://x/ns#Forum", "Forum"), ("https://x/id/forum/a-b", "a-b"), (None, None)]
)
def test_local(iri: str | None, word: str | None) -> None:
    assert local(iri) == word
