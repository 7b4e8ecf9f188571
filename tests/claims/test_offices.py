"""Offices and empty seats as sentences tell of them, and sentences that look like that and tell of none."""

from __future__ import annotations

from typing import Any

import pytest

from clustergraph.claims import read, roles
from factories import document

MEETING = "Samordningsudvalget"
HEAD = "Referat fra Samordningsudvalget\n"


def parts(text: str, kind: str = "minutes") -> set[tuple[str, str, str]]:
    """(person or seat, forum, capacity) of what a text tells."""
    found: list[Any] = list(read(document(HEAD + text, kind=kind, forum=MEETING), {"roles": roles.recognize})[0])
    return {(c.subject.name, c.object.name, c.qualifiers["capacity"]) for c in found if c.kind == "forum_role"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sorgnetværket har to formænd: overlæge Tove Krag og ældrechef Ole Birk.", {("Tove Krag", "chair"), ("Ole Birk", "chair")}),
        ("Sorgnetværket er nyt. Formandskabet varetages af konsulent Tove Krag.", {("Tove Krag", "chair")}),
        ("Sorgnetværket er nyt. Formandskabet går på skift; i år varetages det af konsulent Tove Krag.", {("Tove Krag", "chair")}),
        ("Sorgnetværket er nyt. Næstformand er konsulent Tove Krag.", {("Tove Krag", "vice_chair")}),
        ("Sorgnetværket ledes af konsulent Tove Krag.", {("Tove Krag", "chair")}),
        ("Sorgnetværket har konsulent Tove Krag fra Vejby Kommune som tovholder.", {("Tove Krag", "project_lead")}),
        ("Sorgnetværket sekretariatsbetjenes af konsulent Tove Krag fra Vejby Kommune.", {("Tove Krag", "secretary")}),
        ("Indtil videre er konsulent Tove Krag formand for Sorgnetværket.", {("Tove Krag", "chair")}),
        ("Formanden for Sorgnetværket, konsulent Tove Krag, og sekretær Ole Birk deltager.", {("Tove Krag", "chair"), ("Ole Birk", "secretary")}),
        ("Skriv til Tove Krag, Vejby Kommune, som er sekretær for Sorgnetværket.", {("Tove Krag", "secretary")}),
        ("Sorgnetværket er nyt. Konsulent Tove Krag har sagt ja til at være formand.", {("Tove Krag", "chair")}),
        ("Sorgnetværket fortsætter. Formandsposten har været ubesat siden maj.", {("Formandsposten", "chair")}),
    ],
)
def test_offices_in_the_forum_spoken_of(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(who, what) for who, forum, what in parts(text) if forum == "Sorgnetværket"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Konsulent Tove Krag tog referat.", ("Tove Krag", "secretary")),
        ("Referatet er skrevet af konsulent Tove Krag.", ("Tove Krag", "secretary")),
        ("Konsulent Tove Krag ledede mødet.", ("Tove Krag", "chair")),
        ("Formand Tove Krag bød velkommen.", ("Tove Krag", "chair")),
        ("Vores formand, Tove Krag fra Vejby Kommune, takkede for året.", ("Tove Krag", "chair")),
        ("Som gæst deltog direktør Tove Krag fra Sygehus Vejby.", ("Tove Krag", "invited")),
        ("Der er endnu ikke udpeget en repræsentant for Psykiatrien.", ("repræsentant for Psykiatrien", "member")),
        ("Der mangler fortsat. Ny formand er endnu ikke fundet.", ("Ny formand", "chair")),
    ],
)
def test_offices_of_the_meeting(text: str, expected: tuple[str, str]) -> None:
    assert (expected[0], MEETING, expected[1]) in parts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Projekt Genvej ledes af konsulent Tove Krag.",
        "Konsulent Tove Krag oplyste, at formanden er forhindret.",
        "Tidligere formand Tove Krag blev takket.",
        "Konsulent Tove Krag roste formanden for Sorgnetværket.",
    ],
)
def test_what_gives_nobody_an_office(text: str) -> None:
    assert not {what for who, _, what in parts(text) if who == "Tove Krag"} & {"chair", "vice_chair", "secretary"}


def test_a_paragraph_names_the_forum_of_its_chair() -> None:
    text = "Bilag 1\n\nSorgnetværket\n- nedsat af Region Havland\n- formand: konsulent Tove Krag, Vejby Kommune\n\nNæste møde i maj\n"
    assert ("Tove Krag", "Sorgnetværket", "chair") in parts(text)


MAIL = """Fra: Henning Bak
Emne: Referat af møde i Samordningsudvalget

Til stede: Lise Toft, Karl Emil Husum og undertegnede.

Med venlig hilsen
Henning Bak
Udviklingskonsulent
Vejby Kommune
Tlf. 00 00 00 00
"""


def test_who_signs_wrote_the_minutes_he_says_to_have_been_at() -> None:
    assert ("Henning Bak", MEETING, "secretary") in parts(MAIL)


def test_a_greeting_of_somebody_who_was_not_there_gives_no_part() -> None:
    assert not [p for p in parts(MAIL.replace(" og undertegnede", "")) if p[0] == "Henning Bak"]
