"""The graph to walk about in: what is asked for is drawn, what is not drawn is counted, and nothing stands in the page that the policy forbids."""

import json
import re

import pytest

from clustergraph.server import explored


def live_of(text):
    return json.loads(re.search(r'id="live">(.*?)</script>', text)[1])


def drawn(text):
    return json.loads(re.search(r'id="data">(.*?)</script>', text)[1])


def said_in(text):
    return json.loads(re.search(r'id="said">(.*?)</script>', text)[1])


@pytest.fixture(scope="module")
def linked(pages):
    """Two that one line of the drawing links, by name."""
    text = pages.get("/explore", params={"view": "all"}).text
    data, said = drawn(text), said_in(text)
    labels = {node["id"]: node["label"] for node in data["nodes"]}
    edge = next(edge for edge in data["edges"] if said["edges"].get(edge["id"], {}).get("quotes"))
    return labels[edge["source"]], labels[edge["target"]], edge


@pytest.mark.parametrize("view", explored.VIEWS)
@pytest.mark.parametrize("lang", ["da", "en"])
def test_each_view_is_drawn_within_the_policy(pages, view, lang):
    answer = pages.get("/explore", params={"view": view, "lang": lang})
    assert answer.status_code == 200 and drawn(answer.text)["nodes"]
    scripts = re.findall(r"<script([^>]*)>", answer.text)
    assert all("src=" in one or "application/json" in one for one in scripts)
    assert "<style" not in answer.text and " style=" not in answer.text and "http-equiv" not in answer.text


@pytest.mark.parametrize("name", ["drawing.css", "drawing.js", "vis-network.js"])
def test_style_and_programs_are_files_that_are_sent_once(pages, name):
    answer = pages.get(f"/explore/{name}")
    assert answer.status_code == 200 and answer.text
    assert pages.get(f"/explore/{name}", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304


def test_around_one_and_further(pages, linked):
    left, _, edge = linked
    text = pages.get("/explore", params={"focus": left, "view": "all"}).text
    near, live = drawn(text), live_of(text)
    assert near["focus"] == edge["source"] and edge["target"] in {node["id"] for node in near["nodes"]}
    assert live["name"] == "open"
    more = next(iter(live["hidden"]), None)
    if more:
        further = drawn(pages.get("/explore", params={"focus": left, "view": "all", "open": more}).text)
        assert len(further["nodes"]) > len(near["nodes"])


def test_a_way_between_two_with_its_sentences(pages, linked):
    left, right, _ = linked
    text = pages.get("/explore", params={"from": left, "to": right}).text
    data, quotes = drawn(text), said_in(text)["quotes"]
    assert {left, right} <= {node["label"] for node in data["nodes"]}
    assert data["edges"] and quotes
    assert re.fullmatch(r"/document/[0-9a-f]{16}#at-\d+", quotes[0]["href"])


def test_the_page_of_each_node_is_there(pages):
    live = live_of(pages.get("/explore", params={"known_at": "2031-01-01"}).text)
    assert live["pages"]
    for address in list(live["pages"].values())[:5]:
        assert "known_at=2031-01-01" in address and pages.get(address).status_code == 200


@pytest.mark.parametrize("params", [{"focus": "ingen hedder det"}, {"from": "ingen", "to": "heller ikke"}, {"focus": "x/y/z"}])
def test_who_is_nobody_is_told_so(pages, params):
    answer = pages.get("/explore", params=params)
    assert answer.status_code == 200 and 'role="alert"' in answer.text and drawn(answer.text)["nodes"]


@pytest.mark.parametrize("payload", ["<script>alert(1)</script>", "</script><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{7*7}}"])
@pytest.mark.parametrize("name", ["focus", "from", "to", "open", "region", "view", "depth"])
def test_nothing_asked_for_runs(pages, payload, name):
    text = pages.get("/explore", params={"focus": "klyngen", "to": "y", name: payload}).text
    assert "<script>alert" not in text and "<img" not in text


def test_a_large_graph_begins_with_its_middle(pages, site, monkeypatch):
    whole = drawn(pages.get("/explore", params={"view": "roles", "lang": "en"}).text)
    monkeypatch.setattr(explored, "MOST", 10)
    monkeypatch.setattr(explored, "_BEGIN", 8)
    site.view().__dict__["_kept"]._held.clear()
    text = pages.get("/explore", params={"view": "roles", "lang": "en"}).text
    assert len(drawn(text)["nodes"]) == 8 < len(whole["nodes"])
    assert str(len(whole["nodes"]) - 8) in text and sum(live_of(text)["hidden"].values()) > 0
    site.view().__dict__["_kept"]._held.clear()
