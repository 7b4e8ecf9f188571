"""Who was there: lists, marks and sentences."""

from __future__ import annotations

import pytest

from clustergraph.claims.attendance import Presence, presences
from clustergraph.claims.reading import Reading
from clustergraph.model import Section
from factories import document


def presence(text: str, name: str, kind: str = "minutes") -> Presence:
    """What a document says of one person's attendance."""
    return presences(Reading(document(text, kind=kind))).get(name, Presence())


MEMBERS = "Medlemmer\nAksel Broby, Ruth Elgaard, Palle Grøn\n"


@pytest.mark.parametrize(
    "text",
    [
        "Deltagere\nAksel Broby, direktør - afbud\n",
        "Deltagere\nAksel Broby, direktør (afbud)\n",
        "Deltagere\nRuth Elgaard\nAfbud\nAksel Broby\n",
        "• Ruth Elgaard, V\nDeltagere\n• Ruth Elgaard, V\n• Aksel Broby, A\n• Afbud\n• Aksel Broby, A\n",
        MEMBERS + "Alle var mødt undtagen Ruth Elgaard og Aksel Broby, der havde meldt afbud.\n",
        MEMBERS + "Afbud fra Aksel Broby og Ruth Elgaard.\n",
        MEMBERS + "Aksel Broby havde meldt afbud.\n",
        "Deltagere\tAfbud\nRuth Elgaard, PLO\tAksel Broby, PLO\n",
        "Deltagere\nRuth Elgaard\nAfbud/fraværende\nAksel Broby\n",
        "Deltagere\nRuth Elgaard\nMedlemmer med afbud:\nAksel Broby\n",
        "Deltagere\nRuth Elgaard\nAksel Broby (ferie)\n",
        "Deltagere\nInga Holt (i stedet for Aksel Broby)\n",
        MEMBERS + "Inga Holt deltager på vegne af Aksel Broby.\n",
        MEMBERS + "I stedet for Aksel Broby deltog Inga Holt.\n",
        "Navn\tTil stede\tAfbud\nRuth Elgaard\tx\t\nAksel Broby\t\tx\n",
    ],
)
def test_apologies(text: str) -> None:
    assert presence(text, "Aksel Broby").attendance == "apologies"


@pytest.mark.parametrize("name", ["Palle Grøn", "Ruth Elgaard"])
def test_the_others_of_the_minutes_were_there(name: str) -> None:
    assert presence(MEMBERS + "Aksel Broby havde meldt afbud.\n", name).attendance == "present"


def test_an_agenda_says_nothing_of_those_who_come() -> None:
    assert presence(MEMBERS, "Aksel Broby", "agenda").attendance is None
    assert presence("Deltagere\nAksel Broby (afbud)\n", "Aksel Broby", "agenda").attendance == "apologies"


@pytest.mark.parametrize(
    ("line", "not_items", "from_item", "until_item"),
    [
        ("Aksel Broby (A)- deltog ikke i behandlingen af punkt: 2, 3", ["2", "3"], None, None),
        ("Aksel Broby, direktør (deltog fra punkt 4)", [], "4", None),
        ("Aksel Broby, direktør, forlod mødet efter punkt 5", [], None, "5"),
        ("Aksel Broby (deltog ikke i pkt. 4-6)", ["4", "5", "6"], None, None),
    ],
)
def test_items(line: str, not_items: list[str], from_item: str | None, until_item: str | None) -> None:
    found = presence(f"Deltagere\n{line}\nRuth Elgaard\n", "Aksel Broby")
    assert (found.attendance, found.not_items, found.from_item, found.until_item) == ("present", not_items, from_item, until_item)


def test_items_told_in_a_sentence() -> None:
    found = presence(MEMBERS + "Palle Grøn forlod mødet efter behandlingen af punkt 1.\n", "Palle Grøn")
    assert (found.attendance, found.until_item) == ("present", "1")


def test_not_in_this_item() -> None:
    text = MEMBERS + "2. Sagen\nPalle Grøn deltog ikke i punktet.\n"
    at = text.index("2. Sagen")
    found = presences(Reading(document(text, sections=(Section("item", "Sagen", "2", at, len(text), at + 8),))))
    assert (found["Palle Grøn"].attendance, found["Palle Grøn"].not_items) == ("present", ["2"])


@pytest.mark.parametrize(
    "text",
    [
        MEMBERS + "Inga Holt deltager på vegne af Aksel Broby.\n",
        MEMBERS + "På vegne af Aksel Broby deltog Inga Holt.\n",
        "Deltagere\nRuth Elgaard\nAfbud\nAksel Broby (Inga Holt deltog)\n",
    ],
)
def test_who_sits_in_for_whom(text: str) -> None:
    found = presence(text, "Inga Holt")
    assert (found.attendance, found.on_behalf_of) == ("present", "Aksel Broby")


def test_who_came_in_somebodys_place() -> None:
    text = MEMBERS + "I Aksels sted kom Inga Holt. Ruth Elgaard var desværre syg.\n"
    assert presence(text, "Inga Holt").on_behalf_of == "Aksel Broby"
    assert presence(text, "Inga Holt").attendance == "present"
    assert presence(text, "Aksel Broby").attendance == presence(text, "Ruth Elgaard").attendance == "apologies"
    assert presence(text, "Palle Grøn").attendance == "present"
