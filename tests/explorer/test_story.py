"""A story about a drawing: what its file may hold, and the place of what it may not."""

from __future__ import annotations

import pytest

from clustergraph.errors import InputError
from clustergraph.explorer import Edge, Node, story
from clustergraph.explorer.drawing import drawing

DRAWN = drawing(
    "references",
    [
        Node("a", "Åmosegruppen", "forum", "operative", "Region Vest", "Moseklyngen", aliases=("ÅG", "gruppen")),
        Node("b", "Bakkegruppen", "forum", "operative", "Region Vest", None, aliases=("gruppen",)),
        Node("s", "Styret", "forum", "cluster", "Region Vest"),
    ],
    [Edge("as", "a", "s", "", "requested", "reports_to"), Edge("bs", "b", "s", "", "in_force", "reports_to")],
)


def test_a_whole_story() -> None:
    told = story.read(
        """
        title = "Hvem svarer til hvem?"
        [[step]]
        text = "Først."
        day = 2018-05-01
        focus = "aamosegruppen"
        [[step]]
        title = "Ønsket"
        text = "Så."
        line = ["ÅG", "Styret"]
        only = { status = ["requested"], cluster = ["Moseklyngen", ""] }
        """,
        "s.toml",
        DRAWN,
    )
    first, second = told.steps
    assert (told.title, first.text, first.day, first.focus, first.only) == ("Hvem svarer til hvem?", "Først.", "2018-05-01", "a", {})
    assert (second.title, second.line, second.only) == ("Ønsket", "as", {"status": ("requested",), "cluster": ("Moseklyngen", "")})


WRONG = {
    "no = toml = at all": "s.toml: ",
    "title = 'x'": "at least one [[step]]",
    "[[step]]\ntext = ' '": "step 1: the text is missing",
    "[[step]]\ntext = 'x'\n[[step]]\ntext = 'y'\nfocus = 'Ingen'": "step 2: 'Ingen' is nobody",
    "[[step]]\ntext = 'x'\nfocus = 'gruppen'": "step 1: 'gruppen' is 2 nodes",
    "[[step]]\ntext = 'x'\nline = ['Styret']": 'a line is written ["from", "to"]',
    "[[step]]\ntext = 'x'\nline = ['Styret', 'Åmosegruppen']": "no line from 'Styret' to 'Åmosegruppen'",
    "[[step]]\ntext = 'x'\nday = 'i går'": "'i går' is no date",
    "[[step]]\ntext = 'x'\ncolor = 'red'": "color is none of",
    "[[step]]\ntext = 'x'\nonly = { status = ['lapsed'] }": "'lapsed' is not in this drawing",
    "[[step]]\ntext = 'x'\nonly = { colour = ['red'] }": "only.colour",
    "[[step]]\ntext = 'x'\nonly = 3": "only is written",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_told_with_its_place(text: str) -> None:
    with pytest.raises(InputError) as told:
        story.read(text, "s.toml", DRAWN)
    assert WRONG[text] in str(told.value) and str(told.value).startswith("s.toml")
