"""Facts, claims and answers in SPARQL as pages; what is never shown of a text, wherever words of it stand."""

import json
import re

import pytest

from clustergraph.queries.evidence import Quote
from clustergraph.server.contacts import masked, unsaid
from clustergraph.server.site import Site
from serving import client

SECRETS = ("ida.holm@example.org", "tlf. 51 23 45 67", "+45 51234567", "010203-1234")


@pytest.mark.parametrize("query", ["memberships", "references", "items", "meetings", "money", "attendance"])
def test_a_fact_has_a_page_with_its_sentences(pages, site, query):
    fact = site.view().facts(query)[0]
    slug = fact.id.partition("/id/")[2]
    led = pages.get(f"/id/{slug}", headers={"Accept": "text/html"})
    assert (led.status_code, led.headers["location"]) == (303, f"/page/{slug}")
    for lang in ("da", "en"):
        shown = pages.get(f"/page/{slug}", params={"lang": lang})
        assert shown.status_code == 200 and "<blockquote>" in shown.text and "/document/" in shown.text
    assert pages.get(f"/id/{slug}", headers={"Accept": "text/turtle"}).headers["location"] == f"/data/{slug}.ttl"


def test_a_claim_has_a_page_and_what_is_not_there_has_none(pages, site):
    claim = site.view().facts("references")[0].said[0].claim.partition("/id/")[2]
    assert "<blockquote>" in pages.get(f"/page/{claim}").text
    for path in ("/page/reference/none", "/page/ghost/x", "/page/reference/a%3E%20b"):
        assert pages.get(path).status_code == 404


@pytest.mark.parametrize(
    ("text", "status", "found"),
    [
        ("SELECT ?n { ?f a cg:Forum ; skos:prefLabel ?n }", 200, "<tbody><tr>"), ("ASK { ?s ?p ?o }", 200, "<p>Ja.</p>"),
        ("CONSTRUCT WHERE { ?f a cg:Forum }", 200, "cg:Forum ."), ("SELECT ?f { ?f a cg:Nothing }", 200, "Ingen rækker"),
        ("SELECT ?f\n{ ?f a cg:Forum", 400, "Linje 2"), ("DELETE WHERE { ?s ?p ?o }", 403, 'role="alert"'),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 403, 'role="alert"'), ("SELECT * { ?a ?b ?c . ?d ?e ?f }", 422, 'role="alert"'),
    ],
)  # fmt: skip
def test_a_question_is_answered_as_a_page(pages, text, status, found):
    answer = pages.get("/editor/answer", params={"query": text})
    assert answer.status_code == status and found in answer.text
    assert "<textarea" in answer.text


def test_the_form_without_a_script_leads_to_that_page(pages):
    form = re.search(r'<form method="get" action="([^"]+)" id="ask"', pages.get("/editor").text)
    assert form and form[1] == "/editor/answer"
    assert pages.get("/editor/answer").headers["location"] == "/editor"
    table = pages.get("/editor/answer.csv", params={"query": "SELECT ?n { ?f a cg:Forum ; skos:prefLabel ?n }"})
    assert table.headers["content-type"].startswith("text/csv") and len(table.text.splitlines()) > 2


@pytest.mark.parametrize("robots", [True, False])
def test_search_engines_are_told_with_each_answer(served_project, robots):
    with client(Site(served_project, robots=robots)) as opened:
        for path in ("/help", "/sparql?query=ASK{}", "/static/site.css"):
            assert ("x-robots-tag" in opened.get(path).headers) is not robots


def test_health_says_that_the_graph_is_being_read(served_project):
    site = Site(served_project)
    with client(site) as opened:
        assert opened.get("/health").json()["status"] == "ok"
        site.ready.clear()
        assert (opened.get("/health").status_code, opened.get("/health").json()["status"]) == (503, "reading")


@pytest.mark.parametrize("secret", SECRETS)
def test_what_is_masked_keeps_its_places(secret):
    text = f"Kontakt {secret} den 12.03.2024 om bevillingen på 1 250 000 kr."
    shown = masked(text)
    assert len(shown) == len(text) and shown.endswith("den 12.03.2024 om bevillingen på 1 250 000 kr.")
    assert not re.search(r"holm|51|1234|0102", shown)


@pytest.fixture(scope="module")
def told(served_project, tmp_path_factory):
    """A site with a document that holds how to reach people: in its title, in items and beside names."""
    from clustergraph.cli.workspace import take_in
    from serving import in_folder

    project = in_folder(served_project, tmp_path_factory.mktemp("told") / "own")
    path = tmp_path_factory.mktemp("text") / "moede.txt"
    path.write_text(
        "Referat fra styregruppen, ring tlf. 51 23 45 67\n\nDato: 12. marts 2024\n\n"
        "Deltagere: Ida Holmbo, formand, ida.holm@example.org, tlf. 51 23 45 67\n\n"
        "1. Orientering\nStyregruppen besluttede at godkende planen. Spørgsmål til ida.holm@example.org.\n\n"
        "2. Bevilling\nDer bevilges 100.000 kr. til indsatsen Fald, kontakt +45 51234567.\n",
        encoding="utf-8",
    )
    take_in(project, (str(path),), recursive=False, jobs=1, quiet=True)
    with client(Site(project)) as opened:
        yield opened, project


def test_no_page_shows_how_to_reach_a_person(told):
    opened, project = told
    ident = next(one.document for one in project.manifest.current if one.file.endswith("moede.txt") or "moede" in one.place)[:16]
    paths = [
        "/", "/search?q=styregruppen", f"/document/{ident}", "/changes", "/explore", "/query/documents", "/query/items", "/query/quotes?pattern=ida",
        "/api/search?q=styregruppen", *(f"/report/{name}{form}" for name in ("decisions", "roster", "roles", "attendance", "money", "meetings")
        for form in ("", ".csv", ".json")),
    ]  # fmt: skip
    for path in paths:
        answer = opened.get(path)
        assert answer.status_code == 200, path
        assert not re.search(r"ida\.holm|51 ?23 ?45 ?67", answer.text), path


def test_the_evidence_of_the_api_is_masked_with_its_context(told):
    opened, _ = told
    rows = opened.get("/api/report/decisions", params={"as_of": "2024-03-12"}).json()["rows"]
    facts = [row["fact_id"].partition("/id/")[2] for row in rows if any("moede" in document for document in row["documents"])]
    assert facts
    for slug in facts:
        answer = opened.get(f"/api/evidence/{slug}", params={"context": 200})
        assert answer.status_code == 200 and json.loads(answer.text)["rows"] and not re.search(r"ida\.holm|51 ?23", answer.text)


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("xample.org er", "skriv til ida.holm", (" er", "skriv til ")), ("45 67 er", "ring 51 23", (" er", "ring ")),
        ("@example.org er", "skriv til ida.holm@exam", (" er", "skriv til ")), ("ord er", "ord er", ("ord er", "ord er")),
    ],
)  # fmt: skip
def test_half_an_address_beside_a_sentence_is_not_shown(before, after, shown):
    quote = Quote("", "d", 0, 1, "x", 1, None, "c", "d", "t", prefix=before, suffix=after)
    assert (unsaid(quote).prefix, unsaid(quote).suffix) == shown
