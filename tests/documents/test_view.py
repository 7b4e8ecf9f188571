from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clustergraph.documents import read_bytes
from clustergraph.documents.repair import repair
from clustergraph.documents.view import Edit, build_view
from clustergraph.errors import UnreadableDocument
from documents.checks import check_sections, check_view
from documents.invented import CASES

WRAPPED = """Gruppen har i foråret drøftet, hvordan der kan skabes en bedre sammenhæng mellem de to
sektorer, og hvordan der kan følges op på de aftaler, som blev indgået i det tidligere sam-
arbejde. Der peges på sundheds- og ældreområdet, og på at en AC-
fuldmægtig skal følge arbejdet i de kommende måneder, når økonomien bag projektet er på
plads.
"""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("sund\u00adhed og plan\u0002lægning", "sundhed og planlægning"),
        ("\uf0b7 et punkt\n\u2022 et andet\n• \uf020et tredje", "- et punkt\n- et andet\n- et tredje"),
        ("o    Runde 1\no    Runde 2", "- Runde 1\n- Runde 2"),
        ("a\u00a0b  c", "a b c"),
        ("<p>Høj</p> <p>Fase <u>to</u></p>\t<i>1 kr.</i>\t\tx", "Høj / Fase to\t1 kr.\t\tx"),
        ("1.\tVelkomst", "1. Velkomst"),
        ("Sted:\tRådhuset", "Sted: Rådhuset"),
        ("Navn\tTitel", "Navn\tTitel"),
        ("fold dette punkt ind Resume", "Resume"),
        ("## Deltagere\n**Dato:** i dag", "Deltagere\nDato: i dag"),
        ("\n\n  første  \n\n\n anden \n", "første\nanden"),
        ("5 < 6 og 7 > 3", "5 < 6 og 7 > 3"),
    ],
)
def test_repairs(text: str, shown: str) -> None:
    view = repair(text)
    assert view.text == shown
    check_view(view, text)


def test_wrapped_lines_become_paragraphs_and_broken_words_whole() -> None:
    view = repair(WRAPPED)
    assert view.text.count("\n") == 0
    assert "samarbejde" in view.text and "sundheds- og" in view.text and "AC-fuldmægtig" in view.text
    start = view.text.index("samarbejde.")
    low, high = view.canonical(start, start + len("samarbejde."))
    assert WRAPPED[low:high] == "sam-\narbejde."


def test_a_text_whose_lines_are_paragraphs_keeps_them() -> None:
    text = "Deltagere\nIda Birk, chef, Mosby Kommune\nOle Dal, leder, Egby Kommune\nEt langt afsnit. " + "Her er mere tekst. " * 20
    assert repair(text).text.count("\n") == 3


def test_lines_with_empty_lines_between_all_of_them() -> None:
    """As some converters write: every printed line is followed by an empty one, a paragraph by three."""
    text = "\n\n".join(WRAPPED.strip().split("\n")) + "\n\n \n\n" + "\n\n".join(WRAPPED.strip().split("\n")) + "\n"
    assert repair(text).text.count("\n") == 1


def test_a_foot_with_the_day_and_a_page_number_is_gone() -> None:
    text = "Et afsnit om noget.\n\nStyregruppemøde NORD 4. maj 2020\n\n3\n\nEt nyt afsnit."
    assert repair(text).text == "Et afsnit om noget.\nEt nyt afsnit."


def test_heads_and_feet_that_come_again_are_gone_but_for_the_first_head() -> None:
    words = ("et", "to", "tre", "fire")
    pages = [f"Fælles Forum\nBeslutning\n{word} om noget\nArkiv 2019\nSide {n} af 4\n" for n, word in enumerate(words, 1)]
    starts = tuple(sum(map(len, pages[:i])) for i in range(4))
    assert repair("".join(pages), starts).text == "Fælles Forum\n" + "\n".join(f"Beslutning\n{word} om noget" for word in words)


def test_a_head_with_a_label_and_a_page_number_is_gone() -> None:
    """ "Referat: …   Side 2" once made the word for the page part of a forum's name."""
    pages = [f"Referat: Kystforum i Lund   Side {n}\n\n{word} om noget\n" for n, word in enumerate(("Et", "To", "Tre"), 1)]
    starts = tuple(sum(map(len, pages[:i])) for i in range(3))
    assert "Side" not in repair("".join(pages), starts).text


PIECES = st.sampled_from(
    [
        "\n",
        " ",
        "\t",
        "- ",
        "\uf0b7 ",
        "1. ",
        "Punkt 2: ",
        "Beslutning",
        "Deltagere:",
        "den 3. maj 2023",
        "\u00ad",
        "\u0002",
        "<p>",
        "</p>",
        "|",
        "æble-",
        "Ø",
        "\u0301",
        "\f",
        "....",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=60))
def test_any_text_gives_a_true_view(pieces: list[str]) -> None:
    text = unicodedata.normalize("NFC", "".join(pieces).replace("\r", "\n"))
    check_view(repair(text), text)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from([c.text for c in CASES]), st.integers(0, 10_000), st.integers(0, 300), st.text(max_size=20))
def test_documents_with_damage_are_read_with_true_sections(text: str, at: int, gone: int, put: str) -> None:
    at %= len(text)
    damaged = text[:at] + put + text[at + gone :]
    try:
        document = read_bytes(damaged.encode("utf-8", "surrogatepass"), "damaged.txt")
    except UnreadableDocument:
        return
    check_sections(document)
    check_view(document.view, document.text)


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6), st.sampled_from(["", " ", "\n", "- ", " / "])), max_size=6))
def test_edits(text: str, edits: list[tuple[int, int, str]]) -> None:
    kept = [Edit(min(a, len(text)), min(a + n, len(text)), put) for a, n, put in edits]
    view = build_view(text, kept)
    if text:
        check_view(view, text)
