"""The pages one works on, in a real browser: by keyboard, in both languages, on a phone, in the dark."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from clustergraph import resources
from clustergraph.project import Project
from clustergraph.server import places
from serving import TOKEN, in_folder, live, served_project, writable  # noqa: F401  fixtures

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SIGHTS: dict[str, dict[str, Any]] = {
    "desk": {"viewport": {"width": 1280, "height": 800}},
    "dark": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}},
    "phone-dark": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
}
ENDED = re.compile(r"status of 4\d\d")  # what a browser itself says of an answer that is no 200


@pytest.fixture(scope="module")
def own(served_project, tmp_path_factory):  # noqa: F811
    """A project to write in, for all tests of this module."""
    return in_folder(served_project, tmp_path_factory.mktemp("work") / "own")


@pytest.fixture(scope="module")
def address(own):
    with live(writable(own)) as found:
        yield found


class Guest:
    """A page, what it asked of others and what it complained of."""

    def __init__(self, page, base):
        self.page, self.base, self.outside, self.errors = page, base, [], []
        page.on("request", lambda request: self.outside.append(request.url) if not request.url.startswith((base, "data:", "blob:")) else None)
        page.on("console", lambda message: self.errors.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("dialog", lambda dialog: (self.errors.append(f"dialog {dialog.message}"), dialog.dismiss()))

    def goto(self, path):
        self.page.goto(self.base + path)
        return self.page

    @property
    def trouble(self):
        return self.outside + self.errors


@pytest.fixture(scope="module")
def session(browser, address):
    """Who has signed in, once for all tests of this module."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "/login")
    page.fill("#token", TOKEN)
    page.click("main button")
    held = context.storage_state()
    context.close()
    return held


@pytest.fixture
def guest(browser, address, session):
    contexts = []

    def opened(sight="desk", signed_in=True, **options):
        context = browser.new_context(**SIGHTS[sight], **({"storage_state": session} if signed_in else {}), **options)
        contexts.append(context)
        return Guest(context.new_page(), address)

    yield opened
    for context in contexts:
        context.close()


def faults(page):
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    return [(one["id"], one["impact"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found]


def longest(project: Project) -> str:
    """The page of the document with the longest text."""
    held = [version.document for version in project.manifest.current]
    return f"/document/{max(held, key=lambda ident: len(project.text_of(ident) or ''))[:16]}"


PATHS = {
    "review": "/review", "upload": "/upload", "explore": "/explore", "explore-around": "/explore?view=all&focus={forum}", "editor": "/editor",
    "editor-saved": "/editor?name=references", "document": "{document}",
}  # fmt: skip


def path_of(name, project):
    forum = project.query("SELECT ?f WHERE { ?f a cg:Forum } ORDER BY ?f LIMIT 1").rows[0][0]
    return PATHS[name].format(forum=forum, document=longest(project))


# Each page in each sight and in both languages, each sight in both languages: in pairs, not all with all.
PAIRS = [(name, sight, ("da", "en")[(row + column) % 2]) for row, name in enumerate(PATHS) for column, sight in enumerate(SIGHTS)]


@pytest.mark.parametrize(("name", "sight", "lang"), PAIRS)
def test_a_page_is_calm_and_open_to_all(guest, own, artefacts, name, sight, lang):
    visitor, path = guest(sight), path_of(name, own)
    page = visitor.goto(f"{path}{'&' if '?' in path else '?'}lang={lang}")
    page.screenshot(path=artefacts / f"work-{name}-{sight}-{lang}.png")
    assert visitor.trouble == []
    assert page.get_attribute("html", "lang") == lang and page.locator("h1").count() == 1
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("name", ["review", "upload"])
def test_who_has_not_signed_in_reads(guest, own, name):
    visitor = guest(signed_in=False)
    page = visitor.goto(path_of(name, own))
    assert visitor.trouble == [] and faults(page) == []
    assert page.locator("main form").count() == 0


# ── the document ──────────────────────────────────────────────────────────────────────────────────


def test_from_words_to_facts_and_back(guest, own):
    visitor = guest()
    page = visitor.goto(longest(own))
    piece = page.locator(".text .said").nth(3)
    numbers = piece.get_attribute("data-f").split()
    piece.click()
    assert page.url.endswith(f"#fact-{numbers[0]}")
    assert {f"fact-{number}" for number in numbers} <= {one.get_attribute("id") for one in page.locator(".margin li.on").all()}
    assert page.evaluate("document.activeElement.id") == f"fact-{numbers[0]}"
    page.locator(f"#fact-{numbers[0]} .where a").first.click()
    assert "#at-" in page.url and page.locator(".text .said.on").count() >= 1
    assert page.evaluate("document.activeElement.classList.contains('said')")
    page.wait_for_timeout(600)
    box = page.locator(".text .said.on").first.bounding_box()
    assert 0 <= box["y"] <= 800
    assert visitor.trouble == []


def test_the_same_by_keyboard_and_without_a_script(guest, own):
    page = guest().goto(longest(own))
    page.locator(".text a.said").nth(2).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".margin li.on")
    plain = guest(signed_in=False, java_script_enabled=False).goto(longest(own))
    plain.locator(".text a.said").nth(2).click()
    assert "#fact-" in plain.url and plain.locator(".margin li:target").count() == 1
    plain.locator(".margin li:target .where a").first.click()
    assert "#at-" in plain.url


def test_an_address_with_a_place_shows_it(guest, own):
    start = own.claims(own.manifest.current[0].document)[-1].evidence[0].start
    page = guest().goto(f"/document/{own.manifest.current[0].document[:16]}#at-{start}")
    page.wait_for_timeout(400)
    assert page.locator(f"#at-{start}.on").count() == 1
    assert 0 <= page.locator(f"#at-{start}").bounding_box()["y"] <= 800


# ── the review ────────────────────────────────────────────────────────────────────────────────────


def test_one_key_a_verdict_and_one_to_take_it_back(guest, own):
    visitor = guest()
    page = visitor.goto("/review?only=person")
    before = len(own.log().acts)
    first = page.get_attribute(".question", "data-id")
    with page.expect_navigation():
        page.keyboard.press("j")
    assert page.get_attribute(".question", "data-id") != first and len(own.log().acts) == before + 1
    with page.expect_navigation():
        page.keyboard.press("s")
    with page.expect_navigation():
        page.keyboard.press("z")
    assert page.get_attribute(".question", "data-id") == first and len(own.log().acts) == before
    assert visitor.trouble == []


def test_keys_can_be_switched_off_and_do_not_answer_while_one_writes(guest, own):
    page = guest().goto("/review")
    before = len(own.log().acts)
    page.fill("#by", "")
    page.locator("#by").press_sequentially("jens nu")
    page.locator("#keys").uncheck()
    page.locator("body").press("n")
    page.wait_for_timeout(200)
    assert len(own.log().acts) == before and page.input_value("#by") == "jens nu"


# ── new documents ─────────────────────────────────────────────────────────────────────────────────


def shipped() -> Path:
    return sorted(resources.folder("documents").rglob("*.txt"))[0]


def test_files_are_chosen_or_dropped(guest, own, tmp_path):
    visitor = guest()
    page = visitor.goto("/upload")
    new = tmp_path / "<img src=x onerror=alert(1)> 'nyt'.txt"
    new.write_text(shipped().read_text(encoding="utf-8") + "\nSidste ord\n", encoding="utf-8")
    page.set_input_files("#file", [str(new), str(shipped())])
    page.click("main form button")
    page.wait_for_selector("#lines li a >> nth=1", timeout=60_000)
    assert [line.split(":")[0] for line in page.locator("#lines li").all_inner_texts()] == [shipped().name, new.name]
    assert page.locator("#lines img").count() == 0
    page.evaluate(
        """() => {
            const moved = new DataTransfer();
            moved.items.add(new File([new Uint8Array([0, 1, 255, 254])], 'intet.xyz'));
            window.dispatchEvent(new DragEvent('drop', { dataTransfer: moved, bubbles: true, cancelable: true }));
        }"""
    )
    page.wait_for_selector("#lines li.failed", timeout=20_000)
    assert page.locator("#lines li.failed").count() == 1
    page.click("#lines li a >> nth=0")
    assert page.locator("h1").count() == 1 and visitor.trouble == []


# ── the graph ─────────────────────────────────────────────────────────────────────────────────────


def test_a_node_leads_to_its_page_and_opens_further(guest, own):
    visitor = guest()
    page = visitor.goto(path_of("explore-around", own))
    page.wait_for_selector("html[data-ready]")
    page.locator("#nodes tbody .link").first.click()
    assert page.locator(".live a").count() >= 3
    page.locator(".live a").first.click()
    assert "/page/" in page.url and page.locator("h1").count() == 1
    page.go_back()
    assert visitor.trouble == []


def test_a_way_is_found_by_names(guest, own):
    visitor = guest()
    page = visitor.goto("/explore?view=all")
    page.wait_for_selector("html[data-ready]")
    row = page.locator("#lines tbody tr").first
    names = [row.locator(".link").nth(place).inner_text() for place in (0, 1)]
    page.fill("#x-from", names[0])
    page.fill("#x-to", names[1])
    page.keyboard.press("Enter")
    page.wait_for_selector("html[data-ready]")
    assert page.locator("#lines tbody tr").count() >= 1 and names[0] in page.inner_text("#nodes")
    page.locator("#lines tbody tr .link").first.click()
    assert visitor.trouble == []


# ── SPARQL ────────────────────────────────────────────────────────────────────────────────────────


def ask(page, text):
    page.wait_for_selector("html[data-ready]")
    page.evaluate("(text) => { const box = document.getElementById('query'); box.value = text; }", text)
    page.click("#ask button")
    page.wait_for_selector("#answer:not([hidden]), #wrong:not([hidden])")


@pytest.fixture
def plain(guest, monkeypatch):
    """The page with a plain box, as it is where the editor was not bundled."""
    visitor = guest()
    visitor.page.route("**/bundle/editor.js*", lambda route: route.fulfill(status=404, body=""))
    return visitor


def test_rows_a_chart_and_what_to_take_along(plain):
    page = plain.goto("/editor")
    ask(page, "SELECT ?kind (COUNT(?c) AS ?n) WHERE { ?c cg:claimKind ?kind } GROUP BY ?kind")
    assert page.locator(".shown tbody tr").count() > 3
    page.locator(".forms [aria-pressed]").nth(1).click()
    assert page.locator(".shown svg rect").count() > 3 and faults(page) == []
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    assert Path(download.value.path()).read_text(encoding="utf-8").startswith("kind,n")


def test_triples_as_a_graph_and_as_a_table(plain):
    page = plain.goto("/editor")
    ask(page, "CONSTRUCT { ?f skos:prefLabel ?n ; a cg:Forum } WHERE { ?f a cg:Forum ; skos:prefLabel ?n } LIMIT 5")
    page.wait_for_selector(".net canvas")
    page.locator(".forms [aria-pressed]").nth(1).click()
    assert page.locator(".shown tbody tr").count() >= 5


def test_a_mistake_is_shown_where_it_is(plain):
    page = plain.goto("/editor")
    ask(page, "SELECT ?f\nWHERE  ?f a cg:Forum }")
    assert "2" in page.inner_text("#wrong")
    page.click("#wrong button")
    assert page.evaluate("document.getElementById('query').selectionStart") == len("SELECT ?f\nWHERE  ")
    assert [one for one in plain.errors if not ENDED.search(one)] == []


def test_own_questions_are_kept_in_the_browser(plain):
    page = plain.goto("/editor")
    page.wait_for_selector("html[data-ready]")
    page.fill("#query", "ASK { ?s ?p ?o }")
    page.click("#keep")
    page.keyboard.type("<i>min</i>")
    page.keyboard.press("Enter")
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert page.inner_text("#mine li button >> nth=0") == "<i>min</i>"
    page.click("#mine li button >> nth=0")
    assert page.input_value("#query") == "ASK { ?s ?p ?o }"


def test_the_editor_completes_and_marks(guest):
    if not (places.STATIC / "bundle" / "editor.js").is_file():
        pytest.skip("left out: the editor is not bundled here (make bundle)")
    visitor = guest()
    page = visitor.goto("/editor")
    page.wait_for_selector("html[data-ready]")
    page.locator(".editor-host .cm-content").click()
    page.keyboard.press("Control+A")
    page.keyboard.type("SELECT ?f WHERE { ?f a cg:For")
    page.wait_for_selector(".cm-tooltip-autocomplete")
    assert "cg:Forum" in page.inner_text(".cm-tooltip-autocomplete")
    page.keyboard.press("Escape")
    assert visitor.trouble == [] and faults(page) == []
    page.keyboard.press("Control+A")
    page.keyboard.type("SELECT ?f\nWHERE  ?f a cg:Forum }")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".cm-lintRange-error")
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.classList.contains('editor-host')")
    assert [one for one in visitor.errors if not ENDED.search(one)] == []
