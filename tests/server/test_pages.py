"""What the pages say, against the reports that say it."""

import csv
import io
import re
import xml.etree.ElementTree as Xml
from html import unescape

import pytest

from clustergraph import queries, reports


def slug(iri):
    return iri.partition("/id/")[2]


@pytest.fixture(scope="module")
def view(site):
    return site.view()


@pytest.mark.parametrize("name", [name for name in reports.REPORTS if name != "changes"])
def test_a_report_shows_its_rows_and_gives_them_to_programs(pages, view, name):
    result = view.report(name, lang="da")
    page = unescape(pages.get(f"/report/{name}").text)
    assert result.question in page
    told = pages.get(f"/report/{name}.json").json()
    assert len(told["rows"]) == len(result.rows)
    assert pages.get(f"/report/{name}.csv").headers["content-disposition"] == f'attachment; filename="{name}.csv"'
    rows = list(csv.reader(io.StringIO(pages.get(f"/report/{name}.csv").text)))
    assert len(rows) - 1 >= len(result.rows)


def test_order_and_pages(pages):
    up = pages.get("/report/references.json?sort=to").json()["rows"]
    down = pages.get("/report/references.json?sort=-to").json()["rows"]
    assert [row["to"] for row in up] == [row["to"] for row in reversed(down)] or len({row["to"] for row in up}) < len(up)
    assert 'aria-sort="descending"' in pages.get("/report/references?sort=-to").text
    assert pages.get("/report/references?page=99").status_code == 200
    assert pages.get("/report/references?sort=nonsense&page=x").status_code == 200


@pytest.mark.parametrize("page", ["²", "-1", "9" * 5000, "1.5", "%00", ""])
@pytest.mark.parametrize("path", ["/report/references", "/query/meetings", "/changes"])
def test_a_page_that_is_no_number_is_the_first(pages, path, page):
    """Signs such as ² pass for digits and are no number."""
    assert pages.get(path, params={"page": page}).status_code == 200


def test_filters_narrow_and_stay_in_the_form(pages, view):
    cluster = next(actor for actor in view.actors.by_id.values() if actor.kind == "cluster" and view.report("forums", cluster=actor.id).rows)
    narrowed = pages.get(f"/report/forums.json?cluster={slug(cluster.id)}").json()["rows"]
    assert 0 < len(narrowed) < len(pages.get("/report/forums.json").json()["rows"])
    assert f'value="{slug(cluster.id)}" selected' in pages.get(f"/report/forums?cluster={slug(cluster.id)}").text
    assert "Intet i grafen hedder" in pages.get("/report/references?forum=zzzz").text


def test_every_entity_has_a_page(pages, view):
    for actor in view.actors.by_id.values():
        answer = pages.get(f"/page/{slug(actor.id)}")
        assert answer.status_code == 200, actor.id
        assert answer.text.count("<h1>") == 1


def test_an_entity_page_holds_what_the_reports_say(pages, view):
    row = next(row for row in view.report("references", lang="da").rows if row["quotes"])
    page = pages.get(f"/page/{slug(row['from_id'])}").text
    assert f'href="/page/{slug(row["to_id"])}"' in page
    quote = row["quotes"][0]
    assert f"/document/{quote['document_id'].rpartition('/')[2]}#at-{quote['start']}" in page
    assert "<svg" in page and "marker-end" in page
    assert pages.get(f"/page/{slug(row['from_id'])}.json").json()["rows"]
    assert pages.get(f"/page/{slug(row['from_id'])}.csv").text.startswith("section,")


def test_a_day_before_all_documents_knows_nothing(pages, view):
    row = next(row for row in view.report("roster").rows if row["person_id"])
    then = pages.get(f"/page/{slug(row['forum_id'])}?as_of=1990-01-01").text
    assert f'href="/page/{slug(row["person_id"])}' not in then


def test_meetings_have_pages(pages, view):
    for fact in view.facts("meetings"):
        assert pages.get(f"/page/{slug(fact.id)}").status_code == 200
        assert pages.get(f"/page/{slug(fact.id)}.json").json()["meeting"]["meeting_id"] == fact.id


@pytest.mark.parametrize("query", [one.name for one in queries.names()])
def test_a_saved_query_is_a_form(pages, query):
    saved = queries.get(query)
    answer = pages.get(f"/query/{query}")
    assert answer.status_code == 200 and unescape(saved.da) in unescape(answer.text)
    for one in saved.parameters:
        if one.name != "as_of":
            assert f'name="{one.name}"' in answer.text


def test_a_parameter_is_a_value_and_never_a_query(pages):
    for word in ('") } SELECT * {', "' || true", '\\" . ?s ?p ?o', "<http://x>", "a\nb", '"""'):
        answer = pages.get("/query/quotes.json", params={"pattern": word})
        assert answer.status_code in (200, 400)
        if answer.status_code == 200:
            assert len(answer.json()["rows"]) < 1000


def test_what_a_spreadsheet_would_run_is_quoted(pages):
    rows = csv.reader(io.StringIO(pages.get("/query/quotes.csv?pattern=.").text))
    assert not [value for row in rows for value in row if value.startswith(("=", "+", "-", "@"))]


def test_changes_and_their_feed(pages):
    assert pages.get("/changes").status_code == 200
    feed = pages.get("/changes.atom?from=2019-01-01")
    assert feed.headers["content-type"].startswith("application/atom+xml")
    root = Xml.fromstring(feed.text)
    entries = root.findall("{http://www.w3.org/2005/Atom}entry")
    assert len(entries) == len(pages.get("/changes.json?from=2019-01-01").json()["rows"]) > 0


def test_the_start_page_counts_what_there_is(pages, view):
    text = unescape(pages.get("/").text)
    for document in view.pool.settings:
        assert f"/document/{document.rpartition('/')[2]}" in text
    assert re.search(r"\d+ dokumenter · \d+ personer", text)


def test_what_was_known_then_is_another_graph(pages, view):
    known = pages.get("/report/meetings.json?known_at=2020-01-01").json()["rows"]
    assert 0 < len(known) < len(view.report("meetings").rows)


@pytest.mark.parametrize("query", [one.name for one in queries.names()])
def test_a_saved_query_is_described_in_both_languages(query):
    from clustergraph.server import words

    saved = queries.get(query)
    told = {lang: words.say(lang, f"query.about.{query}") for lang in words.LANGUAGES}
    assert told["en"].casefold() == saved.description.casefold() and told["da"] != told["en"]
    for parameter in saved.parameters:
        assert words.say("en", f"query.of.{query}.{parameter.name}") == parameter.description
        assert words.say("da", f"query.of.{query}.{parameter.name}") != parameter.description
