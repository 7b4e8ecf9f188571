import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from clustergraph.explorer import Edge, Fact, Node, Quote, draw, story
from clustergraph.explorer.drawing import drawing

pytestmark = pytest.mark.browser


def quote(words: str, line: int) -> Quote:
    return Quote(
        "Referat fra Fjordklyngen", words, "Gruppen drøftede sin plads.", "Punktet tages op igen.", "4", line, "2024-05-02", "Styregruppen", None
    )


SENTENCES = {
    "solid": "Fjordgruppen svarer i dag til styregruppen",
    "dotted": "Netværket havde indtil 2019 reference til koordineringsudvalget",
    "dashed": "Åmosegruppen ønsker en formel reference til styregruppen",
}


def flagship():
    """Three forms of a line, people in two clusters, a name with å, and a long one."""
    nodes = [
        Node("udvalg", "Koordineringsudvalget", "forum", "regional", "Region Vest", None, "committee"),
        Node("styre", "Styregruppen for Fjordklyngen", "forum", "cluster", "Region Vest", "Fjordklyngen", "steering_group"),
        Node("fjord", "Fjordgruppen", "forum", "operative", "Region Vest", "Fjordklyngen", "working_group", ("FG",)),
        Node("aamose", "Åmosegruppen", "forum", "operative", "Region Vest", "Moseklyngen", "working_group"),
        Node("net", "Det tværsektorielle patientsikkerhedsnetværk", "forum", "operative", "Region Vest", "Fjordklyngen", "network"),
        Node("org", "Bakkeby Kommune", "organisation", "cluster", "Region Vest", "Moseklyngen", "municipality"),
        Node("tove", "Tove Lind", "person", "people", facts=(Fact("title", "chefkonsulent", quotes=(quote("Tove Lind, chefkonsulent", 3),)),)),
        Node("falk", "Fælles faldindsats", "initiative", "temporary", "Region Vest", "Fjordklyngen"),
    ]
    seen = {"attested_first": "2024-05-02", "attested_last": "2024-05-02"}
    long = {"attested_first": "2023-01-10", "attested_last": "2024-05-02"}
    said = {name: (quote(words, line),) for line, (name, words) in enumerate(SENTENCES.items(), 11)}
    edges = [
        Edge("solid", "fjord", "styre", "", "in_force", "reports_to", "2022-07", **seen, quotes=said["solid"]),
        Edge("dotted", "net", "udvalg", "", "former", "reports_to", None, "2019", **seen, quotes=said["dotted"]),
        Edge("dashed", "aamose", "styre", "", "requested", "reports_to", **seen, quotes=said["dashed"]),
        Edge("seat", "tove", "fjord", "", "in_force", "chair", **long, quotes=(quote("formand Tove Lind", 3),)),
        Edge("part", "org", "styre", "", "in_force", "represented_in", inferred=True, **long),
        Edge("idea", "falk", "fjord", "", "in_force", "anchored_in", **long),
    ]
    return drawing("references", nodes, edges)


def big(people: int):
    nodes = [Node(f"f{i}", f"Arbejdsgruppe {i}", "forum", "operative", f"Region {i % 3}", f"Klynge {i % 6}", "working_group") for i in range(12)]
    nodes += [Node(f"p{i}", f"Person {i}", "person", "people") for i in range(people)]
    edges = [Edge(f"e{i}", f"p{i}", f"f{i % 12}", "", "in_force", "member", attested_first="2024-01-01") for i in range(people)]
    return drawing("roles", nodes, edges)


@pytest.fixture
def opened(open_page):
    return open_page(draw(flagship(), as_of="2024-10-31"))


def visible_text(opened):
    return opened.page.inner_text("#panel-body")


def test_it_opens_without_a_network_and_without_complaint(opened):
    opened.page.wait_for_timeout(300)
    assert opened.requests == []
    assert opened.errors == []
    assert opened.page.inner_text("h1") == "Hvem refererer til hvem"
    assert "31.10.2024" in opened.page.inner_text(".legend")


@pytest.mark.parametrize("ident", ["dashed", "dotted", "solid"])
def test_a_click_on_a_line_shows_its_sentence(opened, ident):
    x, y = opened.middle_of_line(ident)
    opened.page.mouse.click(x, y)
    text = visible_text(opened)
    assert SENTENCES[ident] in text
    assert "Gruppen drøftede sin plads." in text and "Punktet tages op igen." in text
    assert "Referat fra Fjordklyngen" in text and "pkt. 4" in text and "02.05.2024" in text
    assert opened.page.inner_text("#panel-body mark") == SENTENCES[ident]
    assert opened.errors == []


def test_the_word_of_the_status_stands_in_the_panel(opened):
    for ident, word in (("dashed", "ønsket"), ("dotted", "tidligere"), ("solid", "gældende")):
        opened.page.mouse.click(*opened.middle_of_line(ident))
        assert word in opened.page.inner_text("#panel-body .over")


@pytest.mark.parametrize(
    ("typed", "name"), [("aamose", "Åmosegruppen"), ("ÅMO", "Åmosegruppen"), ("fg", "Fjordgruppen"), ("faelles", "Fælles faldindsats")]
)
def test_search_with_the_keyboard_alone(opened, typed, name):
    opened.page.keyboard.press("/")
    opened.page.keyboard.type(typed)
    assert opened.page.get_attribute("#search", "aria-expanded") == "true"
    opened.page.keyboard.press("Enter")
    assert opened.page.inner_text("#panel-body h2") == name


def test_arrows_choose_in_the_list_and_escape_closes(opened):
    opened.page.focus("#search")
    opened.page.keyboard.type("gruppen")
    options = opened.page.locator("#results [role=option]").all_inner_texts()
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("Enter")
    assert opened.page.inner_text("#panel-body h2") in options[1]
    opened.page.focus("#close")
    opened.page.keyboard.press("Escape")
    assert opened.page.is_hidden("#panel")


def test_the_drawing_is_walked_with_arrows(opened):
    opened.page.focus("#board")
    opened.page.keyboard.press("ArrowDown")
    first = opened.page.inner_text("#panel-body h2")
    opened.page.keyboard.press("ArrowDown")
    assert first == "Koordineringsudvalget" != opened.page.inner_text("#panel-body h2")
    assert opened.page.inner_text("#spoken") == opened.page.inner_text("#panel-body h2")
    opened.page.keyboard.press("Escape")
    assert opened.page.is_hidden("#panel")


def test_the_table_has_the_same_lines_with_their_sentences(opened):
    rows = opened.page.locator("#lines tbody tr")
    assert {rows.nth(i).get_attribute("data-id") for i in range(rows.count())} == {e.id for e in flagship().edges}
    dashed = opened.page.inner_text('#lines tr[data-id="dashed"]')
    assert SENTENCES["dashed"] in dashed and "ønsket" in dashed and "linje 13" in dashed
    assert opened.page.locator("#nodes tbody tr").count() == len(flagship().nodes)


def test_what_is_derived_says_so(opened):
    opened.page.mouse.click(*opened.middle_of_line("part"))
    assert "afledt af en regel" in visible_text(opened)
    assert "Ingen sætning" in visible_text(opened)


def test_the_day_changes_lines_table_and_legend(opened):
    days = {"2019-12-31": {"dotted": "gældende"}, "2023-06-01": {"dotted": "tidligere", "solid": "gældende", "seat": "gældende"}}
    for day, expected in days.items():
        opened.page.evaluate(
            "(d) => { const s = document.getElementById('day'); s.value = Date.parse(d) / 86400000; s.dispatchEvent(new Event('input')); }", day
        )
        rows = opened.page.locator("#lines tbody tr")
        seen = {rows.nth(i).get_attribute("data-id"): rows.nth(i).inner_text() for i in range(rows.count())}
        assert "dashed" not in seen
        assert all(word in seen[ident] for ident, word in expected.items())
        assert ".".join(reversed(day.split("-"))) in opened.page.inner_text(".legend")
        assert f"day={day}" in opened.page.url


def test_filters_leave_out_lines_in_drawing_and_table(opened):
    opened.page.get_by_label("ønsket").uncheck()
    rows = opened.page.locator("#lines tbody tr")
    assert "dashed" not in {rows.nth(i).get_attribute("data-id") for i in range(rows.count())}
    assert opened.page.get_attribute("html", "data-lines") == "5"


def test_a_deep_link_opens_at_its_place(open_page):
    html = draw(flagship(), as_of="2024-10-31")
    assert open_page(html, fragment="#focus=aamose").page.inner_text("#panel-body h2") == "Åmosegruppen"
    assert SENTENCES["dashed"] in open_page(html, fragment="#line=dashed").page.inner_text("#panel-body")
    assert "01.06.2018" in open_page(html, fragment="#day=2018-06-01").page.inner_text(".legend")


def test_counted_nodes_open_and_close(open_page):
    opened = open_page(draw(big(120)))
    before = int(opened.page.get_attribute("html", "data-lines"))
    opened.page.focus("#search")
    opened.page.keyboard.type("Person 77")
    opened.page.keyboard.press("Enter")
    assert opened.page.inner_text("#panel-body h2") == "Person 77"
    assert int(opened.page.get_attribute("html", "data-lines")) > before
    assert opened.errors == []


def test_thousands_of_nodes_start_small(open_page):
    opened = open_page(draw(big(5000)))
    assert int(opened.page.get_attribute("html", "data-lines")) < 100
    assert opened.page.locator("#lines tbody tr").count() == 200
    opened.page.click("#more-lines")
    assert opened.page.locator("#lines tbody tr").count() == 5000
    assert opened.errors == []


@pytest.mark.parametrize(
    "payload",
    [
        "<img src=x onerror=alert(1)>",
        "</script><script>alert(1)</script>",
        "</ScRiPt ><svg/onload=alert(1)>",
        "<!--<script>",
        '"><iframe srcdoc="<script>parent.alert(1)</script>">',
        "javascript:alert(1)",
        "{{slot.library}}${alert(1)}`",
        "\u2028alert(1)\u2029",
    ],
)
def test_nothing_from_the_data_runs(open_page, payload):
    evil = (Quote(payload, payload, payload, payload, payload, 1, payload, payload, payload),)
    nodes = [
        Node("a", payload, "forum", "operative", payload, payload, payload, (payload,), (Fact("title", payload, quotes=evil),)),
        Node("b", "Styregruppen", "forum", "cluster", payload, payload),
    ]
    drawn = drawing("references", nodes, [Edge("line", "a", "b", payload, "requested", "reports_to", attested_first="2024-01-01", quotes=evil)])
    opened = open_page(draw(drawn, title=payload, as_of="2024-10-31"))
    opened.page.fill("#search", payload[:12])
    opened.page.click("#nodes tbody tr:first-child .link")
    opened.page.evaluate("document.querySelector('#lines tbody .link').click()")
    opened.page.mouse.click(*opened.middle_of_line("line"))
    assert opened.page.inner_text("#panel-body mark").strip() == payload.replace("\u2028", "\n").replace("\u2029", "\n").strip() or payload in (
        opened.page.text_content("#panel-body mark")
    )
    opened.page.wait_for_timeout(100)
    assert opened.requests == []
    assert opened.errors == []
    assert opened.page.locator("#panel-body img, #panel-body script, #panel-body iframe, #panel-body svg, #panel-body a").count() == 0


def test_the_picture_is_saved_as_svg_and_png(opened):
    for button, begins in (("#svg", b"<svg"), ("#png", b"\x89PNG")):
        with opened.page.expect_download() as download:
            opened.page.click(button)
        file = download.value.path()
        assert file.read_bytes().startswith(begins)
    assert opened.errors == []


def test_print_shows_drawing_legend_day_and_every_row(opened):
    opened.page.emulate_media(media="print")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    svg = opened.page.inner_html("#print")
    assert "stroke-dasharray" in svg and "ønsket" in svg
    assert opened.page.is_visible(".legend") and opened.page.is_hidden("#side")
    assert "31.10.2024" in opened.page.inner_text(".legend")


@pytest.mark.parametrize("lang", ["da", "en"])
def test_no_word_of_the_page_is_a_bare_key(open_page, lang):
    opened = open_page(draw(flagship(), lang=lang, as_of="2024-10-31"))
    opened.page.mouse.click(*opened.middle_of_line("dashed"))
    shown = opened.page.inner_text("body")
    data = json.loads(opened.page.text_content("#data"))
    assert not [key for key in data["words"] if ("." in key or "_" in key) and re.search(rf"(?<!\w){re.escape(key)}(?!\w)", shown)]


SIGHTS = {
    "desk": {"width": 1280, "height": 800},
    "dark": {"width": 1280, "height": 800, "color_scheme": "dark"},
    "phone": {"width": 390, "height": 844},
    "zoomed": {"width": 640, "height": 400, "device_scale_factor": 2},
}


@pytest.mark.parametrize("sight", SIGHTS)
def test_first_sight_fits_its_screen(open_page, artefacts, sight):
    opened = open_page(draw(flagship(), as_of="2024-10-31"), **SIGHTS[sight])
    opened.page.screenshot(path=artefacts / f"drawing-{sight}.png")
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    heights = opened.page.evaluate("[...document.querySelectorAll('button')].filter((e) => e.offsetParent).map((e) => e.offsetHeight)")
    assert min(heights) >= 24
    assert opened.errors == []


STORY = """
title = "Hvem svarer til hvem?"
[[step]]
text = "Først netværket."
day = 2018-05-01
focus = "Det tværsektorielle patientsikkerhedsnetværk"
[[step]]
title = "Ønsket"
text = "Så det, der ønskes."
day = 2024-10-31
line = ["Åmosegruppen", "Styregruppen for Fjordklyngen"]
only = { status = ["requested"] }
"""


def test_a_story_goes_from_view_to_view(open_page):
    opened = open_page(draw(flagship(), as_of="2024-10-31", story=story.read(STORY, "s.toml", flagship())))
    page = opened.page
    assert page.inner_text("h1") == "Hvem svarer til hvem?" and "Først netværket." in page.inner_text("#story")
    assert "01.05.2018" in page.inner_text(".legend") and page.inner_text("#panel-body h2").startswith("Det tværsektorielle")
    page.keyboard.press("Tab")
    page.focus("#step-on")
    page.keyboard.press("Enter")
    assert "Så det, der ønskes." in page.inner_text("#story") and page.inner_text("#step-count") == "2 / 2"
    assert SENTENCES["dashed"] in page.inner_text("#panel-body")
    assert page.locator("#lines tbody tr").count() == 1 and page.is_disabled("#step-on")
    assert "step=2" in page.evaluate("location.hash")
    page.focus("#step-back")
    page.keyboard.press("ArrowLeft")
    assert page.inner_text("#step-count") == "1 / 2" and SENTENCES["dotted"] in page.inner_text("#lines tbody")
    assert opened.requests == [] and opened.errors == []


def test_a_link_opens_a_story_at_its_step(open_page):
    html = draw(flagship(), as_of="2024-10-31", story=story.read(STORY, "s.toml", flagship()))
    assert open_page(html, fragment="#step=2").page.inner_text("#step-title") == "Ønsket"
    assert open_page(draw(flagship())).page.is_hidden("#story")


ASIDE = "(() => { const m = new DOMMatrix(getComputedStyle(document.getElementById('scene')).transform); return [m.e, m.f]; })()"
PAINTED = "document.getElementById('scene').getContext('2d').getTransform().e"


def test_a_click_answers_before_anything_else_has_come(open_page):
    """The first picture, held still: no sentences read, no library, no tables."""
    html, rest = draw(flagship(), as_of="2024-10-31").split('<script type="application/json" id="said">')
    halted = html.replace("<script>", '<script>addEventListener("DOMContentLoaded", (e) => e.stopImmediatePropagation());', 1)
    opened = open_page(halted + "<script>document.documentElement.dataset.ready = 'no'</script></body></html>")
    opened.page.wait_for_function("() => performance.getEntriesByName('drawn').length")
    assert rest and opened.page.evaluate("typeof vis") == "undefined"
    opened.page.mouse.click(*opened.middle_of_line("dashed"))
    assert "Åmosegruppen" in opened.page.inner_text("#panel-body h2")
    assert opened.errors == []


def drag(opened, across, down):
    x, y = opened.middle_of_line("solid")
    opened.page.mouse.move(x, y)
    opened.page.mouse.down()
    opened.page.mouse.move(x + across, y + down, steps=5)
    return x + across, y + down


def test_the_drawing_is_dragged_and_a_drag_is_no_click(opened):
    painted = opened.page.evaluate(PAINTED)
    there = drag(opened, 40, 30)
    opened.page.wait_for_function(f"() => String({ASIDE}) === '40,30'")
    opened.page.mouse.up()
    assert opened.page.is_hidden("#panel") and opened.page.evaluate(PAINTED) == painted  # the same picture, moved
    assert opened.middle_of_line("solid") == pytest.approx(there, abs=1)
    opened.page.mouse.click(*there)
    assert SENTENCES["solid"] in visible_text(opened)


def test_dragged_far_away_it_is_painted_anew(opened):
    painted = opened.page.evaluate(PAINTED)
    drag(opened, -420, 0)
    opened.page.wait_for_function(f"() => {PAINTED} !== {painted} && Math.abs({ASIDE}[0]) < 300")
    opened.page.mouse.up()
    assert opened.page.is_hidden("#panel") and opened.errors == []


def test_the_wheel_makes_it_larger(opened):
    scale = "document.getElementById('scene').getContext('2d').getTransform().a"
    before = opened.page.evaluate(scale)
    opened.page.mouse.move(700, 400)
    opened.page.mouse.wheel(0, -600)
    opened.page.wait_for_function(f"() => {scale} > 1.05 * {before}")


def test_a_finger_opens_a_line(open_page):
    opened = open_page(draw(flagship(), as_of="2024-10-31"), width=390, height=844, has_touch=True)
    opened.page.evaluate("document.getElementById('board').scrollIntoView()")
    opened.page.touchscreen.tap(*opened.middle_of_line("dashed"))
    opened.page.wait_for_selector("#panel:not([hidden])")
    assert SENTENCES["dashed"] in visible_text(opened)


FAULTS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("lang", ["da", "en"])
def test_nothing_keeps_anybody_out(open_page, sight, lang):
    """No fault of a WCAG 2.2 AA rule and none that axe calls serious, at rest and with the panel open."""
    html = draw(flagship(), lang=lang, as_of="2024-10-31", story=story.read(STORY, "s.toml", flagship()))
    for fragment in ("", "#line=solid"):
        found = Axe().run(open_page(html, fragment=fragment, **SIGHTS[sight]).page).response["violations"]
        faults = [
            (one["id"], node["html"][:120])
            for one in found
            for node in one["nodes"]
            if one["impact"] in ("serious", "critical") or {*FAULTS} & {*one["tags"]}
        ]
        assert faults == []
