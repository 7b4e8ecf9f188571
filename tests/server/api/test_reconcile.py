"""Names of a table matched with entities, as OpenRefine asks for it (Reconciliation Service API 0.2)."""

from __future__ import annotations

import json
import time

import pytest

from clustergraph.queries.actors import Actor, Actors
from clustergraph.server.api.matching import Wanted, candidates, likeness
from clustergraph.server.api.properties import PROPERTIES
from clustergraph.server.finding import Names
from clustergraph.server.words import say

BASE = "https://data.example.dk/klynge/id/"


@pytest.fixture
def match(pages):
    def asked(**queries):
        answer = pages.post("/reconcile", data={"queries": json.dumps(queries)})
        assert answer.status_code == 200, answer.text
        return {name: one["result"] for name, one in answer.json().items()}

    return asked


# -- the service -------------------------------------------------------------------------------------------------------------------------


def test_the_manifest_says_what_the_service_can(pages):
    told = pages.get("/reconcile").json()
    assert told["versions"] == ["0.2"] and told["identifierSpace"] == BASE
    assert [one["id"] for one in told["defaultTypes"]] == ["person", "organisation", "forum", "cluster", "initiative"]
    assert "{{id}}" in told["view"]["url"] and "{{id}}" in told["preview"]["url"]
    for service in (*told["suggest"].values(), told["extend"]["propose_properties"]):
        path = (service["service_url"] + service["service_path"]).removeprefix("http://localhost")
        assert pages.get(path, params={"prefix": "a", "type": "person"}).status_code == 200
    assert told["name"] != pages.get("/reconcile?lang=en").json()["name"]


def test_queries_come_by_get_and_by_post(pages):
    asked = {"queries": json.dumps({"q": {"query": "Randers Kommune"}})}
    assert pages.get("/reconcile", params=asked).json() == pages.post("/reconcile", data=asked).json()
    assert pages.get("/reconcile", params={"query": "Randers Kommune"}).json() == pages.post("/reconcile", data=asked).json()["q"]


def test_every_answer_has_the_fields_of_the_protocol(match, site):
    names = [actor.label for actor in site.view().actors.by_id.values()]
    for one in (one for found in match(**{f"q{n}": {"query": name} for n, name in enumerate(names[:60])}).values() for one in found):
        assert set(one) == {"id", "name", "description", "type", "score", "match", "features"}
        assert isinstance(one["score"], int | float) and isinstance(one["match"], bool)
        assert all(set(kind) == {"id", "name"} for kind in one["type"])
        assert all(isinstance(feature["value"], int | float) for feature in one["features"])


def test_what_has_a_name_is_found_by_it_and_by_its_identifier(match, site):
    actors = sorted(site.view().actors.by_id.values(), key=lambda actor: actor.id)[:100]
    by_name = match(**{actor.id: {"query": actor.label, "type": actor.kind} for actor in actors})
    by_id = match(**{actor.id: {"query": actor.id.removeprefix(BASE)} for actor in actors})
    for actor in actors:
        slug = actor.id.removeprefix(BASE)
        assert slug in [one["id"] for one in by_name[actor.id]]
        assert all(one["id"] == slug for one in by_name[actor.id] if one["match"]), actor.label
        assert [(one["id"], one["match"]) for one in by_id[actor.id]] == [(slug, True)]


def test_a_type_restricts_and_a_limit_limits(match):
    found = match(
        a={"query": "Randers"},
        b={"query": "Randers", "type": ["cluster"]},
        c={"query": "Randers", "limit": 1},
        d={"query": "Randers", "type": "ship"},
    )
    assert {one["type"][0]["id"] for one in found["b"]} == {"cluster"} != {one["type"][0]["id"] for one in found["a"]}
    assert len(found["c"]) == 1 and found["d"] == []


WRONG = [
    {"queries": "nonsense"}, {"queries": "[]"}, {"queries": '{"a": 1}'}, {"queries": '{"a": {}}'}, {"queries": '{"a": {"query": 1}}'},
    {"queries": '{"a": {"query": "x", "limit": 0}}'}, {"queries": '{"a": {"query": "x", "limit": "many"}}'},
    {"queries": '{"a": {"query": "x", "type": 7}}'},
    {"queries": '{"a": {"query": "x", "properties": {"pid": "of"}}}'}, {"queries": json.dumps({"a": {"query": "x" * 501}})},
    {"queries": "[" * 50_000},
    {"extend": "nonsense"}, {"extend": "{}"}, {"extend": '{"ids": "x", "properties": []}'}, {"extend": '{"ids": [], "properties": [{"id": "nope"}]}'},
    {"extend": '{"ids": [1], "properties": []}'}, {"extend": json.dumps({"ids": ["x"] * 101, "properties": []})},
]  # fmt: skip


@pytest.mark.parametrize("given", WRONG, ids=lambda given: str(given)[:40])
def test_what_is_no_question_is_told(pages, given):
    answer = pages.post("/reconcile", data=given)
    assert answer.status_code == 400 and answer.json()["error"]


def test_too_many_at_a_time(pages):
    asked = json.dumps({str(n): {"query": "x"} for n in range(101)})
    assert pages.post("/reconcile", data={"queries": asked}).status_code == 413


# -- suggestions, values, preview --------------------------------------------------------------------------------------------------------


def suggest(pages, what, **params):
    return pages.get(f"/reconcile/suggest/{what}", params=params).json()["result"]


def test_suggestions(pages):
    whole = suggest(pages, "entity", prefix="rand")
    assert whole and all({"id", "name", "description", "notable"} == set(one) for one in whole)
    assert suggest(pages, "entity", prefix="rand", cursor=2) == whole[2:]
    assert [one["id"] for one in suggest(pages, "entity", prefix=whole[0]["id"])] == [whole[0]["id"]]
    assert [one["id"] for one in suggest(pages, "type", prefix="pers")] == ["person"]
    assert [one["id"] for one in suggest(pages, "property", prefix="sidder")] == ["sits_in"]
    assert [one["id"] for one in suggest(pages, "property", prefix="sits", lang="en")] == ["sits_in"]
    assert len(suggest(pages, "property", prefix="")) == len(PROPERTIES)
    assert pages.get("/reconcile/suggest/entity?prefix=a&cursor=²").status_code == 400


def test_properties_of_a_type_are_proposed(pages):
    told = pages.get("/reconcile/properties?type=person&limit=2").json()
    assert (told["type"], told["limit"], len(told["properties"])) == ("person", 2, 2)
    ids = {one["id"] for one in pages.get("/reconcile/properties?type=person").json()["properties"]}
    assert {"employer", "sits_in", "title"} <= ids and "cluster" not in ids


def test_values_are_fetched(pages, site):
    roles = [row for row in site.view().report("roles").rows if row["organisation_id"] and row["role"]]
    person = roles[0]["person_id"].removeprefix(BASE)
    asked = {"ids": [person, "person/nobody"], "properties": [{"id": "employer"}, {"id": "title"}, {"id": "region"}]}
    told = pages.post("/reconcile", data={"extend": json.dumps(asked)}).json()
    assert [one["id"] for one in told["meta"]] == ["employer", "title", "region"]
    assert told["meta"][0]["type"]["id"] == "organisation"
    own = [row for row in roles if row["person_id"] == roles[0]["person_id"]]
    assert {one["id"] for one in told["rows"][person]["employer"]} >= {row["organisation_id"].removeprefix(BASE) for row in own}
    assert {"str": own[0]["role"]} in told["rows"][person]["title"]
    assert told["rows"][person]["region"] == [] and told["rows"]["person/nobody"] == {"employer": [], "title": [], "region": []}


@pytest.mark.parametrize("name", PROPERTIES)
def test_every_property_has_words_and_a_value_somewhere_or_none(pages, site, name):
    one = PROPERTIES[name]
    assert say("da", f"property.{name}") and say("en", f"property.{name}")
    ids = [actor.id.removeprefix(BASE) for actor in site.view().actors.by_id.values() if actor.kind in one.kinds][:100]
    rows = pages.post("/reconcile", data={"extend": json.dumps({"ids": ids, "properties": [{"id": name}]})}).json()["rows"]
    values = [value for row in rows.values() for value in row[name]]
    assert all(set(value) in ({"str"}, {"id", "name"}) for value in values)
    if one.to:
        assert {value["id"].partition("/")[0] for value in values} <= {one.to}
    assert values or name in ("status", "valid_from", "valid_until", "progress", "type")


def test_a_preview_may_be_framed_and_sets_names_as_text(pages, site):
    actor = next(actor for actor in site.view().actors.by_id.values() if actor.kind == "person")
    answer = pages.get("/reconcile/preview", params={"id": actor.id.removeprefix(BASE)})
    assert answer.status_code == 200 and f"<h1>{actor.label}</h1>" in answer.text
    assert "frame-ancestors *" in answer.headers["content-security-policy"] and "script" not in answer.headers["content-security-policy"]
    missing = pages.get("/reconcile/preview", params={"id": "<script>alert(1)</script>"})
    assert missing.status_code == 404 and "<script>alert" not in missing.text


# -- matching ----------------------------------------------------------------------------------------------------------------------------


class Told:
    """A visit over a few invented entities."""

    def __init__(self, *actors):
        self.as_of = None
        self.view = self
        self.actors = Actors(actors)
        self.names = Names(actors)
        self.finder = self
        self.site = self.project = self.settings = self
        self.base = "https://e/"
        self.held = {}

    def once(self, key, make):
        if key not in self.held:
            self.held[key] = make()
        return self.held[key]


def actor(slug, label, *aliases, of=None, region=None, kind=None):
    return Actor(
        f"https://e/id/{slug}",
        kind or slug.partition("/")[0],
        label,
        aliases,
        None,
        of and f"https://e/id/{of}",
        None,
        region and f"https://e/id/{region}",
    )


FEW = Told(
    actor("person/ida-holm", "Ida Holm", "I. Holm"), actor("person/ida-holm-2", "Ida Holm"), actor("person/aage-oernskov", "Åge Ørnskov"),
    actor("organisation/nord", "Region Nord"), actor("organisation/syd", "Region Syd"),
    actor("forum/styr-a", "Styregruppen", region="organisation/nord"), actor("forum/styr-b", "Styregruppen", region="organisation/syd"),
    actor("forum/raad", "Sundhedsrådet", "Rådet for Sundhed", region="organisation/syd"),
)  # fmt: skip
MATCHES = [
    (Wanted("Åge Ørnskov"), "person/aage-oernskov"), (Wanted("aage oernskov"), "person/aage-oernskov"),
    (Wanted("ÅGE-ØRNSKOV"), "person/aage-oernskov"),
    (Wanted("Åge Ørnskov", ("forum",)), None), (Wanted("Aage Ornskov"), None), (Wanted("Ørnskov, Åge"), None), (Wanted("Ida Holm"), None),
    (Wanted("I. Holm"), "person/ida-holm"), (Wanted("Styregruppen"), None), (Wanted("Styregruppen", said=(("region",
    ("Region Nord",)),)), "forum/styr-a"),
    (Wanted("Styregruppen", said=(("region", ("organisation/syd",)),)), "forum/styr-b"), (Wanted("Styregruppen", said=(("region",
    ("Region Øst",)),)), None),
    (Wanted("Sundhedsrådet", said=(("region", ("Region Nord",)),)), None), (Wanted("Sundhedsrådet", said=(("region", ()),)), "forum/raad"),
    (Wanted("Rådet for sundhed"), "forum/raad"), (Wanted("Sundhedsraadet"), "forum/raad"), (Wanted("Sundhed"), None), (Wanted("x"), None),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "slug"), MATCHES, ids=str)
def test_only_what_is_sure_is_a_match(wanted, slug):
    matches = [one.actor.id.partition("/id/")[2] for one in candidates(FEW, wanted, 10) if one.match]
    assert matches == ([slug] if slug else [])


LIKELY = [
    ("Aage Ornskov", "person/aage-oernskov"), ("Ørnskov, Åge", "person/aage-oernskov"), ("Ida Hollm", "person/ida-holm"),
    ("Styregrupen", "forum/styr-a"),
    ("Sundhedråd", "forum/raad"), ("Rådet f. sundhed", "forum/raad"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "slug"), LIKELY)
def test_what_is_written_otherwise_is_a_candidate(name, slug):
    assert candidates(FEW, Wanted(name), 10)[0].actor.id == f"https://e/id/{slug}"


def test_what_agrees_comes_first():
    found = candidates(FEW, Wanted("Styregruppen", said=(("region", ("Region Syd",)),)), 10)
    assert [one.actor.id.rpartition("-")[2] for one in found] == ["b", "a"] and found[0].score > found[1].score


def test_properties_alone_find_what_agrees_with_all():
    assert {one.actor.id.rpartition("/")[2] for one in candidates(FEW, Wanted("", said=(("region", ("Region Syd",)),)), 10)} == {"styr-b", "raad"}
    assert candidates(FEW, Wanted("", said=(("employer", ("Region Syd",)),)), 10) == []


@pytest.mark.parametrize(
    ("left", "right", "least", "most"),
    [
        ("Ida Holm", "Ida Holm", 100, 100),
        ("Holm Ida", "Ida Holm", 98, 98),
        ("", "Ida", 0, 0),
        ("Ida", "Ida Holm", 0, 75),
        ("Ida Holm", "Bo Lind", 0, 69),
    ],
)
def test_likeness(left, right, least, most):
    assert least <= likeness(left, right) <= most


def test_many_names_are_compared_at_once():
    many = Told(*(actor(f"person/p{n}", f"Person{n} Efternavn{n % 977}") for n in range(30_000)))
    candidates(many, Wanted("warm"), 10)
    begun = time.perf_counter()
    for n in range(10):
        assert candidates(many, Wanted(f"Person{n}77 Efternavm{n * 7}"), 10)
    assert (time.perf_counter() - begun) / 10 < 0.3
