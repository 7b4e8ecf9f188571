"""What somebody new comes for, tried with clicks alone: each in at most five, without a manual and without a script."""

from __future__ import annotations

from pathlib import Path

import pytest

from serving import address, served_project, site  # noqa: F401  fixtures

pytestmark = pytest.mark.browser

MOST = 5


class Clicker:
    """A browser page that counts its clicks."""

    def __init__(self, page):
        self.page, self.clicks = page, 0

    def click(self, where):
        self.clicks += 1
        assert self.clicks <= MOST
        self.page.click(where)


@pytest.fixture
def hand(browser, address):  # noqa: F811
    context = browser.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=False, accept_downloads=True)
    page = context.new_page()
    page.goto(address)
    yield Clicker(page)
    context.close()


def busiest(site, name):  # noqa: F811
    """The entity of which a report has most rows: its name and address."""
    rows = [row for row in site.view().report(name).rows if row["quotes"]]
    key = {"references": "to", "roster": "forum", "initiatives": "initiative"}[name]
    idents = [row[f"{key}_id"] for row in rows]
    most = max(sorted(set(idents)), key=idents.count)
    return site.view().actors.label(most), most


def test_who_refers_to_whom_and_which_sentence_says_so(hand, site):  # noqa: F811
    name, iri = busiest(site, "references")
    hand.page.fill("#q", name)
    hand.click(".find button")
    hand.click(f".lines a[href='/page/{iri.partition('/id/')[2]}']")
    hand.click("#now .said summary >> nth=0")
    assert hand.page.locator("#now .said mark >> nth=0").inner_text()
    assert hand.page.locator("#now .said figcaption a >> nth=0").get_attribute("href").startswith("/document/")


def test_who_sat_in_a_forum_on_a_day_and_which_seats_were_vacant(hand, site):  # noqa: F811
    row = next(row for row in site.view().report("vacancies").rows)
    day = row["attested_first"]
    hand.click("text=Hvem sidder i et forum")
    hand.page.fill("#f-forum", row["forum"])
    hand.page.fill("#as_of", day)
    hand.click(".fields button")
    assert "▢" in hand.page.locator("tbody").inner_text()
    assert f"as_of={day}" in hand.page.url


def test_what_was_decided_about_an_initiative_where_and_when(hand, site):  # noqa: F811
    view = site.view()
    for actor in sorted((one for one in view.actors.by_id.values() if one.kind == "initiative"), key=lambda one: one.id):
        hand.page.goto(hand.page.url.split("/page")[0].rstrip("/") + f"/page/{actor.id.partition('/id/')[2]}")
        if hand.page.locator("#decisions tbody tr").count():
            break
    hand.page.click(".home")
    hand.page.fill("#q", actor.label)
    hand.click(".find button")
    hand.click(f".lines a[href='/page/{actor.id.partition('/id/')[2]}']")
    row = hand.page.locator("#decisions tbody tr >> nth=0")
    assert row.locator("[data-name='dato']").inner_text() and row.locator("[data-name='forum'] a").count()


def test_the_initiatives_of_a_cluster_with_money_as_csv(hand, site):  # noqa: F811
    row = next(row for row in site.view().report("initiatives").rows if row["cluster"] and row["amounts"])
    hand.click("nav >> text=Rapporter")
    hand.click("a[href^='/report/initiatives']")
    labels = hand.page.locator("#f-cluster option").all_inner_texts()
    hand.page.select_option("#f-cluster", label=next(label for label in labels if label.startswith(row["cluster"])))
    hand.click(".fields button")
    with hand.page.expect_download() as download:
        hand.click(".count >> text=CSV")
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert "amounts" in text.splitlines()[0] and row["initiative"] in text and str(row["amounts"][0]["amount_dkk"]) in text


def test_only_what_was_known_by_a_day(hand):
    hand.click(".when summary")
    hand.page.fill("#known_at", "2020-01-01")
    hand.click(".when button")
    assert "known_at=2020-01-01" in hand.page.url and "1.1.2020" in hand.page.locator(".when summary").inner_text()
    assert all("known_at=2020-01-01" in link.get_attribute("href") for link in hand.page.locator("main a[href^='/page']").all())
