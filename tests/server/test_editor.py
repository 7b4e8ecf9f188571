"""The page for questions in SPARQL: what it begins with, what it completes, and that it works where the editor was not bundled."""

import html
import re

import pytest

from clustergraph import queries
from clustergraph.server import places
from clustergraph.server.pages import editor


def begun(text):
    return html.unescape(re.search(r"<textarea[^>]*>(.*?)</textarea>", text, re.DOTALL)[1])


@pytest.mark.parametrize("lang", ["da", "en"])
def test_it_begins_with_a_question_that_can_be_asked(pages, lang):
    text = begun(pages.get("/editor", params={"lang": lang}).text)
    assert pages.get("/sparql", params={"query": text}, headers={"Accept": "application/sparql-results+json"}).status_code == 200


@pytest.mark.parametrize("name", [one.name for one in queries.names()])
def test_each_saved_question_can_be_taken_and_asked(pages, name):
    text = begun(pages.get("/editor", params={"name": name}).text)
    assert "$" not in re.sub(r'"[^"]*"|#.*', "", text)
    assert pages.get("/sparql", params={"query": text}, headers={"Accept": "application/sparql-results+json"}).status_code == 200


def test_the_day_asked_for_is_in_the_text(pages):
    with_day = next(one.name for one in queries.names() if any(parameter.name == "as_of" for parameter in one.parameters))
    assert "2031-05-06" in begun(pages.get("/editor", params={"name": with_day, "as_of": "2031-05-06"}).text)


def test_what_is_no_saved_question(pages):
    assert pages.get("/editor", params={"name": "no-such-question"}).status_code == 404


@pytest.mark.parametrize("payload", ["</textarea><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{7*7}}", "<!--"])
def test_a_text_in_the_address_stays_text(pages, payload):
    answer = pages.get("/editor", params={"query": payload})
    assert begun(answer.text) == payload
    assert "<script>alert" not in answer.text and "<img" not in answer.text


def test_terms_are_those_of_the_vocabularies_and_of_the_graph(pages):
    found = pages.get("/editor/terms", params={"lang": "en"}).json()
    by_name = {one["name"]: one for one in found["terms"]}
    assert found["prefixes"]["org"].startswith("http")
    assert by_name["cg:Forum"]["kind"] == "class" and by_name["cg:Forum"]["label"] == "forum" and by_name["cg:Forum"]["used"]
    assert by_name["cg:referenceStatus"]["kind"] == "property" and by_name["cg:status-in_force"]["kind"] == "constant"
    assert by_name["foaf:name"]["used"]


def test_names_become_addresses(pages, site):
    actor = next(iter(site.view().actors.by_id.values()))
    rows = pages.get("/editor/names", params={"q": actor.label}).json()["rows"]
    assert actor.id in {row["id"] for row in rows} and all(row["label"] and row["kind"] for row in rows)
    assert pages.get("/editor/names", params={"q": ""}).json() == {"rows": []}


def test_without_a_bundle_it_is_a_plain_box_and_says_so(pages, tmp_path, monkeypatch):
    monkeypatch.setattr(editor.places, "STATIC", tmp_path)
    monkeypatch.setattr(editor, "asset", lambda visit, name: f"/static/{name}")
    text = pages.get("/editor", params={"query": "ASK { ?without ?a ?bundle }"}).text
    assert 'data-bundle=""' in text and begun(text)


def test_the_bundle_is_found_where_the_hook_puts_it(pages):
    if not (places.STATIC / "bundle" / "editor.js").is_file():
        pytest.skip("left out: the editor is not bundled here (make bundle)")
    address = re.search(r'data-bundle="([^"]+)"', pages.get("/editor").text)[1]
    assert pages.get(html.unescape(address)).headers["content-type"].startswith("text/javascript")
    assert "MIT" in pages.get("/static/bundle/licenses.txt").text
