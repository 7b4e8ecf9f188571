import json
import re

import pytest

from clustergraph.explorer import Edge, Fact, Node, Quote, draw
from clustergraph.explorer.drawing import drawing
from clustergraph.explorer.words import words

EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&{{slot.library}}"


def evil():
    said = (Quote(EVIL, EVIL, EVIL, EVIL, EVIL),)
    facts = (Fact("area", EVIL, quotes=said),)
    nodes = [Node("a", EVIL, "forum", "operative", EVIL, EVIL, aliases=(EVIL,), facts=facts), Node("b", "B", "forum", "cluster")]
    return drawing("references", nodes, [Edge("e", "a", "b", EVIL, "requested", "reports_to", quotes=said)])


def test_the_page_loads_nothing_and_holds_no_foreign_markup():
    page = draw(evil(), title=EVIL)
    assert "default-src 'none'" in page
    assert page.count("</script>") == 4
    outside = re.sub(r"<script.*?</script>", "", page, flags=re.S)
    assert "<img" not in outside
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", outside)
    assert "cdn" not in outside.lower()
    assert "sourceMappingURL" not in page


def block(page, ident):
    found = re.search(rf'<script type="application/json" id="{ident}">(.*?)</script>', page, re.S)
    assert found is not None
    return json.loads(found[1])


def test_the_data_come_back_as_they_went_in():
    page = draw(evil(), title="T")
    said = block(page, "said")
    assert {n["label"] for n in block(page, "data")["nodes"]} == {EVIL, "B"}
    assert [said["quotes"][number]["sentence"] for number in said["edges"]["e"]["quotes"]] == [EVIL]
    assert said["nodes"]["a"] == [{"name": "area", "value": EVIL, "valid_from": None, "valid_until": None, "quotes": [0]}]


def test_what_is_drawn_first_stands_first_and_without_sentences():
    page = draw(evil())
    places = [page.index(mark) for mark in ('id="data">', "<script>", 'id="said">', '<script type="text/plain" id="library">')]
    assert places == sorted(places)
    assert not {"quotes", "facts"} & {key for thing in [*block(page, "data")["nodes"], *block(page, "data")["edges"]] for key in thing}


def test_the_same_drawing_gives_the_same_bytes():
    assert draw(evil()) == draw(evil())


@pytest.mark.parametrize(
    ("lang", "shown", "tagged"), [("da", "Signaturforklaring", "da"), ("en", "Legend", "en"), ("xx", "Signaturforklaring", "da")]
)
def test_languages(lang, shown, tagged):
    page = draw(evil(), lang=lang)
    assert shown in page and f'<html lang="{tagged}">' in page


def test_the_legend_states_the_day():
    assert "<span data-day>31.10.2024</span>" in draw(evil(), as_of="2024-10-31")


def test_an_empty_drawing_is_a_page_too():
    assert "<title>Hvem refererer til hvem</title>" in draw(drawing("references", [], []))


def test_every_word_is_there_in_both_languages_and_every_word_of_the_page_is_known():
    assert words("da").keys() == words("en").keys()
    assert all(all(words(lang).values()) for lang in ("da", "en"))
    from importlib.resources import files

    folder = files("clustergraph.explorer") / "page"
    asked = set(re.findall(r"\{\{(?!slot\.)([\w.]+)\}\}", (folder / "page.html").read_text(encoding="utf-8")))
    for file in folder.iterdir():
        if file.name.endswith(".js"):
            asked |= set(re.findall(r'say\("([\w.]+)"\)', file.read_text(encoding="utf-8")))
    assert asked <= words("da").keys()
