"""Words meant to do harm, asked for and stored: they are searched for and shown as words, and nothing else happens."""

from __future__ import annotations

import re
from html import unescape
from itertools import product

import pytest

from clustergraph.server.site import Site
from serving import PAYLOADS, client

ENDS = ('"', "'", '"""', "\\", ")", "}", "*/", "-->", "\n", "\x00", "\u2028", "$", "%")
MIDDLES = (
    " } DELETE WHERE { ?s ?p ?o } #",
    " ) SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } #",
    " . LOAD <file:///etc/passwd> #",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "{{ 7*7 }}{% raw %}",
    "../../../../etc/passwd",
    "(a+)+$",
)
STRINGS = [end + middle for end, middle in product(ENDS, MIDDLES)] + [
    "\ud83d",
    "a" * 5000,
    "%00",
    "%ff",
    "ﷺ" * 40,
    "\u202e evil",
    "0" * 400,
    "-1",
    "NaN",
]
ROUTES = (
    "/search?q={}",
    "/report/references?forum={}",
    "/report/roster?person={}&sort={}",
    "/query/quotes?pattern={}",
    "/changes?from={}",
    "/?as_of={}",
)


@pytest.mark.parametrize("route", ROUTES)
def test_what_is_asked_for_is_a_word_and_nothing_else(pages, route):
    from urllib.parse import quote

    for string in STRINGS:
        word = quote(string.encode("utf-8", "surrogatepass"))
        answer = pages.get(route.replace("{}", word))
        assert answer.status_code in (200, 400), string
        assert "<script>alert" not in answer.text and "root:x:" not in answer.text and ">49<" not in answer.text, string
    assert pages.get("/health").json()["status"] == "ok"


def test_what_is_stored_is_shown_as_words(poisoned):
    site, shown = Site(poisoned), 0
    view = site.view()
    paths = ["/", "/search?q=klyngen", "/changes?from=2019-01-01", "/query/quotes?pattern=.", "/changes.atom?from=2019-01-01"]
    paths += [
        f"/report/{name}" for name in ("references", "roster", "decisions", "initiatives", "money", "attendance", "meetings", "cases", "vacancies")
    ]
    paths += [f"/page/{actor.id.partition('/id/')[2]}" for actor in list(view.actors.by_id.values())[::3]]
    paths += [f"/page/{fact.id.partition('/id/')[2]}" for fact in view.facts("meetings")]
    with client(site) as opened:
        for path in paths:
            answer = opened.get(path)
            assert answer.status_code == 200, path
            assert not re.search(r"<script>alert|<img src=x|<iframe|<svg/onload|<a href=\"?(javascript:|//evil)", answer.text), path
            assert not re.search(r"<[^>]*\s(onerror|onfocus|onload|autofocus)\s*=", re.sub(r'"[^"]*"', '""', answer.text)), path
            shown += any(payload in unescape(answer.text) for payload in PAYLOADS)
    assert shown > len(paths) // 2  # the test sees what it is about
