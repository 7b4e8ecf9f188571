"""Things and their data: where an identifier leads, what is told there, and that all forms say the same."""

from __future__ import annotations

import json

import pytest
import rdflib
from click.testing import CliRunner

from clustergraph.cli import main
from clustergraph.project import Project
from clustergraph.server import linked
from clustergraph.server.site import Site
from serving import client, in_folder

FORMS = {"ttl": "turtle", "nt": "nt", "rdf": "xml", "jsonld": "json-ld"}
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.fixture(scope="module")
def some(site):
    """One thing of each kind: kind → ``kind/slug``."""
    table = site.view().store.select("SELECT DISTINCT ?s { ?s ?p ?o FILTER(CONTAINS(STR(?s), '/id/')) } ORDER BY ?s")
    found = {}
    for (iri,) in table:
        slug = iri.value.partition("/id/")[2]
        found.setdefault(slug.partition("/")[0], slug)
    return found


def read(pages, slug, form):
    text = pages.get(f"/data/{slug}.{form}").text
    if form == "jsonld":
        told = json.loads(text)
        assert told["@context"] == "http://localhost/data/context.jsonld"
        text = json.dumps({**told, **pages.get("/data/context.jsonld").json()})
    return set(rdflib.Graph().parse(data=text, format=FORMS[form]))


@pytest.mark.parametrize(
    "kind", ["person", "organisation", "forum", "cluster", "initiative", "meeting", "reference", "claim", "document", "membership"]
)
def test_all_forms_say_the_same_and_the_thing_is_among_it(pages, site, some, kind):
    said = {form: read(pages, some[kind], form) for form in FORMS}
    assert all(triples == said["nt"] for triples in said.values())
    thing = rdflib.URIRef(f"{site.project.settings.base}id/{some[kind]}")
    own = {(row[0].value, getattr(row[1], "value", "")) for row in site.view().store.select(f"SELECT ?p ?o {{ <{thing}> ?p ?o }}")}
    assert {(str(p), str(o).replace("+00:00", "Z")) for s, p, o in said["nt"] if s == thing} == own


def test_a_fact_comes_with_its_sentence(pages, site):
    (row,) = site.view().store.select("SELECT ?f { ?f a cg:Reference ; prov:wasDerivedFrom ?c . ?c cg:evidence ?e } ORDER BY ?f LIMIT 1")
    said = read(pages, row[0].value.partition("/id/")[2], "nt")
    assert [o for _, p, o in said if str(p).endswith("oa#exact")]
    assert [o for _, p, o in said if str(p).endswith("oa#start")]


def test_a_forum_comes_with_the_facts_that_it_stands_in(pages, site):
    (row,) = site.view().store.select("SELECT ?to { ?f a cg:Reference ; cg:to ?to } ORDER BY ?to LIMIT 1")
    said = read(pages, row[0].value.partition("/id/")[2], "nt")
    facts = {s for s, p, o in said if str(p).endswith("ns#to") and str(o) == row[0].value}
    assert facts and all((fact, rdflib.RDF.type, None) in to_graph(said) for fact in facts)


def to_graph(triples):
    found = rdflib.Graph()
    for triple in triples:
        found.add(triple)
    return found


WAYS = [
    (None, "/page/{}"), ("*/*", "/page/{}"), (BROWSER, "/page/{}"), ("text/turtle", "/data/{}.ttl"), ("application/ld+json", "/data/{}.jsonld"),
    ("application/json", "/data/{}.jsonld"), ("application/n-triples", "/data/{}.nt"), ("application/rdf+xml", "/data/{}.rdf"),
    ("text/html;q=0.1, text/turtle", "/data/{}.ttl"), ("application/rdf+xml, text/turtle;q=0.9", "/data/{}.rdf"),
]  # fmt: skip


@pytest.mark.parametrize(("accept", "way"), WAYS)
def test_an_identifier_leads_to_page_or_data(pages, some, accept, way):
    found = pages.get(f"/id/{some['forum']}", headers={"Accept": accept} if accept else {})
    assert (found.status_code, found.headers["location"]) == (303, way.format(some["forum"]))
    assert "Accept" in found.headers["vary"]


def test_what_is_no_entity_has_a_page_too(pages, some):
    assert pages.get(f"/id/{some['claim']}", headers={"Accept": BROWSER}).headers["location"] == f"/page/{some['claim']}"
    assert pages.get(f"/data/{some['claim']}", headers={"Accept": "text/html"}).headers["content-type"] == "text/turtle; charset=utf-8"


def test_an_identifier_may_be_written_as_one_part(pages, some):
    assert pages.get(f"/id/{some['forum'].replace('/', '%2F')}").headers["location"] == f"/page/{some['forum']}"


def test_both_times_and_the_language_are_kept(pages, some):
    way = pages.get(f"/id/{some['forum']}?as_of=2024-01-01&known_at=2024-12-31&lang=en", headers={"Accept": "text/turtle"}).headers["location"]
    assert way == f"/data/{some['forum']}.ttl?as_of=2024-01-01&known_at=2024-12-31&lang=en"


def test_the_data_of_an_earlier_moment(pages, some, site):
    assert pages.get(f"/data/{some['forum']}.nt?known_at=2010-01-01").status_code in (200, 404)
    gone = [kind for kind in ("reference", "claim", "meeting") if pages.get(f"/data/{some[kind]}.nt?known_at=2010-01-01").status_code == 404]
    assert gone == ["reference", "claim", "meeting"]


NOTHING = [
    "/id/forum/none", "/data/forum/none", "/id/none/none", "/data/forum/none.ttl", "/id/forum/a%3E%20%7B", "/data/forum/%22", "/data/forum/..",
    "/id/forum/%00", "/data/forum/a%20b.ttl", "/id/forum/..%2f..%2fsite",
]  # fmt: skip


@pytest.mark.parametrize("path", NOTHING)
def test_nothing_of_that_name(pages, path):
    assert pages.get(path).status_code == 404


def test_a_form_that_there_is_not(pages, some):
    assert pages.get(f"/data/{some['forum']}.exe").status_code == 404
    for path in ("id", "data"):
        assert pages.get(f"/{path}/{some['forum']}", headers={"Accept": "image/png"}).status_code == 406


def test_the_forms_are_linked_with_each_other(pages, some):
    links = pages.get(f"/data/{some['forum']}.ttl").headers["link"]
    assert 'rel="describes"' in links and f'/data/{some["forum"]}.jsonld>; rel="alternate"; type="application/ld+json"' in links


def test_what_one_has_is_not_sent_again(pages, some):
    path = f"/data/{some['forum']}.jsonld"
    again = pages.get(path, headers={"If-None-Match": pages.get(path).headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_many_facts_come_in_pages(pages, site, monkeypatch):
    site.views._now = None  # what was made before was made with other pages
    monkeypatch.setattr(linked, "FACTS", 3)
    slug = "organisation/region-midtjylland"
    seen, path, pages_of = set(), f"/data/{slug}.nt", 0
    while path:
        answer = pages.get(path)
        seen |= set(rdflib.Graph().parse(data=answer.text, format="nt"))
        path = next((link.strip(" <").partition(">")[0] for link in answer.headers["link"].split(",") if 'rel="next"' in link), None)
        pages_of += 1
    monkeypatch.undo()
    site.views._now = None
    assert pages_of > 3
    assert seen == set(rdflib.Graph().parse(data=pages.get(f"/data/{slug}.nt").text, format="nt"))
    assert pages.get(f"/data/{slug}.nt?page=0").status_code == 400
    assert pages.get(f"/data/{slug}.nt?page=x").status_code == 400


@pytest.fixture(scope="module")
def joined(served_project, tmp_path_factory):
    """A site on which two people have been judged to be one: the client, the identifier that is kept, and the other one."""
    project = in_folder(served_project, tmp_path_factory.mktemp("joined") / "copy")
    slugs = sorted(iri.partition("/id/")[2] for iri, actor in Site(project).view().actors.by_id.items() if actor.kind == "person")[:2]
    done = CliRunner().invoke(main, ["--project", str(project.folder), "judge", *slugs, "same", "--force"])
    assert done.exit_code == 0, done.output
    ((old, new),) = Project(project.folder).redirects.items()
    with client(Site(project)) as opened:
        yield opened, new.partition("/id/")[2], old.partition("/id/")[2]


@pytest.mark.parametrize("path", ["/id/{}", "/data/{}", "/data/{}.jsonld", "/api/entity/{}", "/api/evidence/{}"])
def test_an_identifier_that_went_into_another_one_leads_there(joined, path):
    pages, kept, gone = joined
    found = pages.get(f"{path.format(gone)}?lang=en")
    assert (found.status_code, found.headers["location"]) == (302, f"{path.format(kept)}?lang=en")
    assert pages.get(path.format(kept)).status_code in (200, 303)


def test_a_list_of_names_finds_who_was_joined(joined):
    pages, kept, gone = joined
    asked = {"ids": [gone, kept], "properties": [{"id": "alias"}]}
    rows = pages.post("/reconcile", data={"extend": json.dumps(asked)}).json()["rows"]
    assert rows[gone] == rows[kept] != {"alias": []}


@pytest.mark.parametrize(("path", "media"), [("/.well-known/void", "text/turtle"), ("/catalog", "text/turtle")])
def test_the_catalogue_tells_what_there_is(pages, site, path, media):
    answer = pages.get(path)
    assert answer.headers["content-type"].startswith(media)
    found = rdflib.Graph().parse(data=answer.text, format="turtle")
    void, dcat = rdflib.Namespace("http://rdfs.org/ns/void#"), rdflib.Namespace("http://www.w3.org/ns/dcat#")
    (dataset,) = found.subjects(rdflib.RDF.type, void.Dataset)
    assert (None, dcat.dataset, dataset) in found
    assert (dataset, void.sparqlEndpoint, rdflib.URIRef("http://localhost/sparql")) in found
    assert int(found.value(dataset, void.triples)) == len({quad.triple for quad in site.view().store.quads()})
    assert len(list(found.objects(dataset, dcat.distribution))) == 6
    for place in found.objects(None, dcat.downloadURL | dcat.accessURL):
        assert pages.get(str(place).removeprefix("http://localhost")).status_code == 200


@pytest.mark.parametrize("accept", [None, BROWSER, "application/rdf+xml", "application/ld+json", "application/n-triples"])
def test_the_catalogue_in_all_forms(pages, accept):
    assert pages.get("/catalog", headers={"Accept": accept} if accept else {}).status_code == 200
    assert pages.get("/catalog", headers={"Accept": "text/csv"}).status_code == 406


def test_search_engines_read_only_where_they_may(pages, served_project):
    assert "Disallow: /\n" in pages.get("/robots.txt").text
    with client(Site(served_project, robots=True, prefix="/klynge")) as opened:
        told = opened.get("/klynge/robots.txt").text
    assert "Disallow: /klynge/sparql\n" in told and "Disallow: /klynge/\n" not in told
