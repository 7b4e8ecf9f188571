"""The pages in a real browser, in both languages: nothing from outside, nothing on the console, no fault of access, no sideways scrolling."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from clustergraph.server.site import Site
from serving import address, live, poisoned, served_project, site  # noqa: F401  fixtures

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SIZES = {"desk": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}
PAGES = {
    "start": "/",
    "search": "/search?q=styregruppen",
    "search-none": "/search?q=xyzzy",
    "reports": "/report",
    "references": "/report/references",
    "roster": "/report/roster?as_of=2024-10-31",
    "gaps": "/report/gaps?sort=-forum",
    "initiatives": "/report/initiatives",
    "decisions": "/report/decisions",
    "queries": "/query",
    "query": "/query/memberships",
    "answer": "/editor/answer?query=SELECT+%3Ff+%3Fn+%7B+%3Ff+a+cg%3AForum+%3B+skos%3AprefLabel+%3Fn+%7D+LIMIT+20",
    "changes": "/changes",
    "help": "/help",
    "fault": "/report/references?as_of=never",
}
KINDS = ("person", "organisation", "forum", "cluster", "initiative", "meeting")


def address_of(site, kind):  # noqa: F811
    """The page of the entity of a kind about which most is said."""
    view = site.view()
    if kind == "fact":
        return f"/page/{view.facts('references')[0].id.partition('/id/')[2]}"
    if kind == "meeting":
        return f"/page/{view.facts('meetings')[0].id.partition('/id/')[2]}"
    most = max((actor for actor in view.actors.by_id.values() if actor.kind == kind), key=lambda actor: (len(view.evidence(actor.id)), actor.id))
    return f"/page/{most.id.partition('/id/')[2]}"


class Visitor:
    """A browser page with what it asked of others and what it complained of."""

    def __init__(self, page, base):
        self.page, self.base, self.outside, self.errors = page, base, [], []
        page.on("request", lambda request: self.outside.append(request.url) if not request.url.startswith((base, "data:")) else None)
        page.on("console", lambda message: self.errors.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("dialog", lambda dialog: (self.errors.append(f"dialog {dialog.message}"), dialog.dismiss()))

    def goto(self, path):
        self.page.goto(self.base + path)
        return self.page


@pytest.fixture
def visitor(browser, address):  # noqa: F811
    """A visitor of the site: ``visitor(size, **context)``."""
    contexts = []

    def opened(size="desk", **options):
        context = browser.new_context(viewport=SIZES[size], **options)
        contexts.append(context)
        return Visitor(context.new_page(), address)

    yield opened
    for context in contexts:
        context.close()


def faults(page):
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    return [(one["id"], one["impact"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found]


# Each page in both languages and both sizes, each language in both sizes: in pairs, not all with all.
PAIRS = [
    (name, size, ("da", "en")[(row + column) % 2]) for row, name in enumerate([*PAGES, *KINDS, "fact"]) for column, size in enumerate(SIZES)
]  # fmt: skip


@pytest.mark.parametrize(("name", "size", "lang"), PAIRS)
def test_a_page_is_calm_and_open_to_all(visitor, site, artefacts, name, size, lang):  # noqa: F811
    path = PAGES.get(name) or address_of(site, name)
    guest = visitor(size)
    page = guest.goto(f"{path}{'&' if '?' in path else '?'}lang={lang}")
    assert guest.outside == []
    assert [one for one in guest.errors if name != "fault"] == []
    assert page.get_attribute("html", "lang") == lang
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert faults(page) == []
    page.screenshot(path=artefacts / f"page-{name}-{lang}-{size}.png")


@pytest.mark.parametrize("name", ["start", "references", "forum", "changes"])
def test_a_page_in_the_dark_and_on_paper(visitor, site, artefacts, name):  # noqa: F811
    path = PAGES.get(name) or address_of(site, name)
    dark = visitor("desk", color_scheme="dark")
    page = dark.goto(path)
    assert faults(page) == []
    page.screenshot(path=artefacts / f"page-{name}-dark.png", full_page=True)
    page.emulate_media(media="print", color_scheme="light")
    assert page.locator("h1").is_visible() and not page.locator(".top nav").is_visible()
    assert page.evaluate("[...document.querySelectorAll('main .said figure')].every((one) => one.getBoundingClientRect().height > 0)")
    page.screenshot(path=artefacts / f"page-{name}-print.png", full_page=True)


def test_the_keyboard_reaches_the_content_first(visitor):
    page = visitor().goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "q"


def test_two_hundred_percent_does_not_scroll_sideways(visitor):
    guest = visitor()
    guest.page.set_viewport_size({"width": 640, "height": 400})
    for path in ("/", "/report/references", "/changes"):
        page = guest.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, path


def test_without_a_script_all_is_there(visitor):
    page = visitor(java_script_enabled=False).goto("/")
    page.fill("#q", "styregruppe")
    page.click(".find button")
    page.click(".lines a >> nth=0")
    assert page.locator("h1").inner_text() and page.locator(".over .mark").count() == 1
    page.click(".home")
    page.click(".said summary >> nth=0")
    assert page.locator(".said mark >> nth=0").is_visible()


PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'onfocus=alert(1) autofocus='",
    "</title><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "{{7*7}}",
    "<a href='javascript:alert(1)'>x</a>",
    "%3Cscript%3Ealert(1)%3C/script%3E",
)


def test_a_question_without_a_script_has_a_page_for_an_answer(visitor):
    page = visitor(java_script_enabled=False).goto("/editor")
    page.fill("#query", "ASK { ?s ?p ?o }")
    page.click("#ask button")
    assert "/editor/answer" in page.url and page.locator("main p >> text=Ja.").count() == 1
    assert page.input_value("#query") == "ASK { ?s ?p ?o }"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_is_asked_for_never_runs(visitor, payload):
    from urllib.parse import quote

    guest = visitor()
    word = quote(payload)
    for path in (
        f"/search?q={word}",
        f"/report/references?forum={word}&sort={word}",
        f"/query/quotes?pattern={word}",
        f"/changes?from={word}",
        f"/page/person/{word}",
        f"/?as_of={word}",
        f"/?known_at={word}&lang={word}",
        f"/{word}",
        f"/report/roster?person={word}&page={word}",
    ):
        page = guest.goto(path)
        assert page.locator("script").count() == 0 or "49" not in page.content(), path
        assert not page.locator("[onerror],[onfocus],[onload],a[href^='javascript']").count(), path
    assert not [one for one in guest.errors if "dialog" in one or "Content Security Policy" in one]
    assert guest.outside == []


def test_what_is_stored_never_runs(browser, poisoned):  # noqa: F811
    poisoned_site = Site(poisoned)
    with live(poisoned_site) as base:
        context = browser.new_context(viewport=SIZES["desk"])
        guest = Visitor(context.new_page(), base)
        for path in (
            "/",
            "/search?q=klyngen",
            "/report/references",
            "/report/decisions",
            "/changes",
            *(address_of(poisoned_site, kind) for kind in KINDS),
        ):
            page = guest.goto(path)
            for summary in page.locator("summary").all()[:5]:
                summary.click()
            assert page.locator("script:not([src])").count() == 0 and page.locator("iframe, main img").count() == 0, path
            page.screenshot()
        assert guest.errors == [] and guest.outside == []
        context.close()
