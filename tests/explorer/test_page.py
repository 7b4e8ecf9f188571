import json
import re

import pytest

from clustergraph.explorer import Edge, Node, Quote, draw
from clustergraph.explorer.drawing import drawing
from clustergraph.explorer.words import words

EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&{{slot.library}}"


def evil():
    nodes = [Node("a", EVIL, "forum", "operative", EVIL, EVIL, aliases=(EVIL,)), Node("b", "B", "forum", "cluster")]
    return drawing("references", nodes, [Edge("e", "a", "b", EVIL, "requested", "reports_to", quotes=(Quote(EVIL, EVIL, EVIL, EVIL, EVIL),))])


def test_the_page_loads_nothing_and_holds_no_foreign_markup():
    page = draw(evil(), title=EVIL)
    assert "default-src 'none'" in page
    assert page.count("</script>") == 3
    outside = re.sub(r"<script>.*?</script>", "", page, flags=re.S)
    assert "<img" not in outside
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", outside)
    assert "cdn" not in outside.lower()
    assert "sourceMappingURL" not in page


def test_the_data_come_back_as_they_went_in():
    raw = re.search(r'<script type="application/json" id="data">(.*?)</script>', draw(evil(), title="T"), re.S)
    assert raw is not None
    data = json.loads(raw[1])
    assert {n["label"] for n in data["nodes"]} == {EVIL, "B"}
    assert data["quotes"][data["edges"][0]["quotes"][0]]["sentence"] == EVIL


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
