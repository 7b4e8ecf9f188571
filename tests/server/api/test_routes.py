"""The API: answers of the form that its document gives, checked parameters, and nobody's words run as a query."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from jsonschema import Draft202012Validator

from clustergraph import reports
from clustergraph.server.api.operations import OPERATIONS
from clustergraph.server.site import Site
from serving import client


@pytest.fixture(scope="module")
def described(pages):
    return pages.get("/api/openapi.json").json()


@pytest.fixture(scope="module")
def valid(described):
    """Checks an answer against the schema that the document gives for an operation."""

    def check(name, found):
        (operation,) = [one["get"] for one in described["paths"].values() if one["get"]["operationId"] == name]
        schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
        whole = {**schema, "components": described["components"]}
        errors = [f"{error.json_path}: {error.message}" for error in Draft202012Validator(whole).iter_errors(found)]
        assert errors == []
        return found

    return check


@pytest.fixture(scope="module")
def forum(site):
    (row,) = site.view().store.select("SELECT ?to { ?f a cg:Reference ; cg:to ?to . ?to a cg:Forum } ORDER BY ?to LIMIT 1")
    return row[0].value.partition("/id/")[2]


def test_the_document_holds_schemas_that_are_some(described):
    assert described["openapi"] == "3.1.0"
    for schema in described["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    for one in described["paths"].values():
        for parameter in one["get"]["parameters"]:
            Draft202012Validator.check_schema(parameter["schema"])


def test_every_operation_is_described_and_has_a_route(described, site):
    assert set(described["paths"]) == {one.path for one in OPERATIONS} and len(OPERATIONS) == 6
    assert set(described["paths"]) <= set(site.navigation)


@pytest.mark.parametrize("name", [name for name in reports.REPORTS if name != "changes"])
def test_every_report_has_the_form_it_says(pages, valid, name):
    found = valid("report", pages.get(f"/api/report/{name}").json())
    assert found["total"] == len(found["rows"]) or len(found["rows"]) == 1000


def test_a_report_is_that_of_the_command_line(pages, site):
    found = pages.get("/api/report/references?status=in_force&as_of=2024-10-31").json()
    result = site.project.report("references", status="in_force", as_of="2024-10-31")
    assert found["rows"] == json.loads(reports.render(result, "json"))["rows"]
    assert (found["as_of"], found["total"]) == ("2024-10-31", len(result.rows))


def test_a_part_of_the_rows_says_how_many_there_are(pages):
    whole = pages.get("/api/report/roles").json()
    parts = [pages.get(f"/api/report/roles?limit=7&offset={n}").json() for n in range(0, whole["total"], 7)]
    assert [row for part in parts for row in part["rows"]] == whole["rows"]
    assert {part["total"] for part in parts} == {whole["total"]}


def test_search_finds_names_and_sentences(pages, valid):
    found = valid("search", pages.get("/api/search?q=randers").json())
    assert found["names"] and found["sentences"] and found["total"] >= len(found["names"])
    only = valid("search", pages.get("/api/search?q=randers&kind=cluster&limit=1").json())
    assert [one["kind"] for one in only["names"]] == ["cluster"] and only["sentences"] == []
    assert pages.get(only["names"][0]["address"]).json()["id"] == only["names"][0]["id"]
    assert pages.get("/api/search?q=aarhus").json()["names"] == pages.get("/api/search?q=ÅRHUS").json()["names"]
    assert valid("search", pages.get("/api/search?q=zzzz").json())["names"] == []


def test_an_entity_and_its_facts(pages, valid, forum, site):
    found = valid("entity", pages.get(f"/api/entity/{forum}").json())
    assert found["id"] == f"{site.project.settings.base}id/{forum}" and found["name"] in found["names"]
    assert {"references", "referred"} & {row["section"] for row in found["rows"]}
    assert pages.get(found["page"]).status_code == 200 and pages.get(found["data"]).status_code == 200
    assert valid("entity", pages.get(f"/api/entity/{forum}?as_of=2010-01-01").json())["as_of"] == "2010-01-01"


def test_the_sentences_behind_a_fact_a_claim_and_an_entity(pages, valid, site, forum):
    (row,) = site.view().store.select("SELECT ?f ?c { ?f a cg:Reference ; prov:wasDerivedFrom ?c . ?c cg:evidence ?e } ORDER BY ?f ?c LIMIT 1")
    fact, claim = (term.value.partition("/id/")[2] for term in row)
    found = valid("evidence", pages.get(f"/api/evidence/{fact}?context=40").json())
    assert found["rows"] and all(one["quote"] for one in found["rows"])
    one = found["rows"][0]
    text = site.project.text_of(one["document_id"])
    assert (
        text[one["start"] : one["end"]] == one["quote"]
        and text[: one["start"]].endswith(one["before"])
        and text[one["end"] :].startswith(one["after"])
    )
    own = valid("evidence", pages.get(f"/api/evidence/{claim}").json())["rows"]
    assert own and {row["claim"] for row in own} == {f"{site.project.settings.base}id/{claim}"}
    valid("evidence", pages.get(f"/api/evidence/{forum}").json())


def test_changes_and_the_list_of_reports(pages, valid):
    found = valid("changes", pages.get("/api/changes?from=2019-01-01&to=2024-12-31&limit=5").json())
    assert len(found["rows"]) == 5 < found["total"]
    for backwards in ("to=2019-01-01", "known_at=2024-12-01&axis=registrering"):
        assert valid("changes", pages.get(f"/api/changes?from=2024-12-31&{backwards}").json())["total"] == 0
    assert {one["name"] for one in valid("reports", pages.get("/api/reports?lang=en").json())["reports"]} == set(reports.REPORTS)
    assert set(pages.get("/api").json()["paths"]) == {one.path for one in OPERATIONS}


WRONG = [
    "/api/search", "/api/search?q=", "/api/search?q=a&q=b", "/api/search?q=a&limit=0", "/api/search?q=a&limit=101", "/api/search?q=a&limit=x",
    "/api/search?q=a&limit=", "/api/search?q=a&limit=1e3", "/api/search?q=a&limit=٣", "/api/search?q=a&kind=nobody", "/api/search?q=a&nope=1",
    "/api/search?q=" + "a" * 201, "/api/search?q=a&lang=de", "/api/search?q=a&offset=-1", "/api/report/nope", "/api/report/changes",
    "/api/report/roles?as_of=2024", "/api/report/roles?as_of=2024-02-30", "/api/report/roles?as_of=2024-1-1", "/api/report/roles?as_of=",
    "/api/report/roles?known_at=yesterday", "/api/report/roles?known_at=2024-10-31T00:00", "/api/changes?axis=sideways", "/api/entity/nobody/x",
    "/api/entity/forum/a%20b", "/api/evidence/forum/a%3E%20%7D", "/api/evidence/forum/x?context=-1",
    "/api/entity/forum/a%0A", "/api/evidence/forum%0A/a", "/api/report/roles?" + "&".join(["status=a"] * 21),
]  # fmt: skip


@pytest.mark.parametrize("path", WRONG)
def test_a_wrong_parameter_is_told(pages, path):
    found = pages.get(path)
    assert found.status_code == 400
    assert found.json()["status"] == 400 and found.json()["error"]


@pytest.mark.parametrize("path", ["/api/entity/forum/none", "/api/evidence/claim/none", "/api/nope", "/api/entity/forum"])
def test_what_there_is_not(pages, path):
    found = pages.get(path)
    assert (found.status_code, found.json()["status"]) == (404, 404)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_the_api_is_only_read(pages, method):
    for path in ("/api/search?q=a", "/api/reports", "/api/openapi.json"):
        found = pages.request(method, path)
        assert found.status_code == 405 and "GET" in found.headers["allow"]


def test_what_one_has_is_not_sent_again_and_other_sites_may_read(pages):
    first = pages.get("/api/report/references")
    again = pages.get("/api/report/references", headers={"If-None-Match": first.headers["etag"], "Origin": "https://elsewhere.example"})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["access-control-allow-origin"] == "*"


def test_links_know_the_prefix(served_project):
    with client(Site(served_project, prefix="/klynge")) as opened:
        found = opened.get("/klynge/api/search?q=randers").json()
        assert found["names"][0]["address"].startswith("/klynge/api/entity/")
        assert opened.get("/klynge/api/openapi.json").json()["servers"] == [{"url": "http://localhost/klynge"}]


# -- nobody's words are a query ----------------------------------------------------------------------------------------------------------

BREAKS = ['"', "'", '"""', "'''", "\\", "\\u0022", '\\\\"', "}", "{", "<", ">", "#", "\n", "\r", "\t", "\x00", "$", "?", "%", "|", "&", ";", "`"]
PAYLOADS = [
    "} SERVICE <http://127.0.0.1:9/> {", "} ; DROP ALL ; {", "?s ?p ?o } UNION { ?a ?b ?c", '") || true || ("', "<a:b> a <c:d> .",
    "') . ?s ?p ?o . ('",
    "} # ",
    "<script>alert(1)</script>", "{{7*7}}", "../../etc/passwd", "%00", "\u202e", "😀", "=cmd|' /C calc'!A0", "a" * 150,
]  # fmt: skip
STRINGS = [f"{first}{payload}" for first in BREAKS[:12] for payload in PAYLOADS] + [f"Randers{one}" for one in BREAKS]
ROUTES = [
    ("/api/search", "q"), ("/api/report/references", "forum"), ("/api/report/roles", "person"), ("/api/report/roles", "organisation"),
    ("/api/report/initiatives", "case"), ("/api/report/references", "status"), ("/api/report/gaps", "region"), ("/api/report/roster", "cluster"),
    ("/sparql/graphs", "graph"), ("/reconcile", "query"), ("/reconcile/suggest/entity", "prefix"), ("/reconcile/preview", "id"),
    ("/reconcile/properties", "type"), ("/sparql", "default-graph-uri"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "name"), ROUTES)
def test_whatever_is_asked_is_looked_for_as_it_is(pages, path, name):
    assert len(STRINGS) == 203
    fixed = {"query": "ASK { ?s ?p ?o }"} if path == "/sparql" else {}
    for text in STRINGS:
        found = pages.get(path, params={**fixed, name: text})
        assert found.status_code in (200, 400, 404), (text, found.status_code, found.text[:200])
        assert "Traceback" not in found.text and "QueryError" not in found.text


@pytest.mark.parametrize("kind", ["entity", "evidence"])
def test_whatever_stands_in_an_address_is_a_name(pages, kind):
    for text in STRINGS:
        found = pages.get(f"/api/{kind}/forum/{quote(text, safe='')}")
        assert found.status_code in (400, 404), text


def test_nothing_is_written_by_asking(served_project, pages):
    folder = Path(served_project.folder)
    before = {path: path.stat().st_mtime_ns for path in sorted(folder.rglob("*")) if "known" not in path.parts}
    for path in ("/api/reports", "/sparql?query=ASK{}", "/reconcile", "/catalog", "/sparql/graphs?default"):
        assert pages.get(path).status_code == 200
    assert {path: path.stat().st_mtime_ns for path in sorted(folder.rglob("*")) if "known" not in path.parts} == before
