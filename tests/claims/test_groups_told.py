"""Who makes up a forum as sentences tell it, and sentences that look like that and tell of nobody."""

from __future__ import annotations

from typing import Any

import pytest

from claims import texts
from clustergraph.claims import read, roles
from factories import document

OWN = "Sorgudvalget"


def parts(text: str, kind: str = "other") -> set[tuple[str, str, str]]:
    """(person or seat, forum, capacity) of what a text tells."""
    found: list[Any] = list(read(document(f"{OWN}\n\n{text}", kind=kind, forum=OWN), {"roles": roles.recognize})[0])
    return {(c.subject.name, c.object.name, c.qualifiers["capacity"]) for c in found if c.kind == "forum_role"}


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "Fodpanelet er nyt. Fra PLO sidder Tove Krag og Ole Birk, fra regionen kontorchef Ida Holt.",
            "other",
            {("Tove Krag", "member"), ("Ole Birk", "member"), ("Ida Holt", "member")},
        ),
        ("Fodpanelet er nyt. Desuden deltager konsulent Tove Krag, Vejby Kommune.", "terms", {("Tove Krag", "member")}),
        ("Vi udpeger konsulent Tove Krag til Fodpanelet.", "other", {("Tove Krag", "member")}),
        (
            "Udvalget udpegede Tove Krag (V), Lund, og Ole Birk (A), Holm, til Fodpanelet.",
            "minutes",
            {("Tove Krag", "member"), ("Ole Birk", "member")},
        ),
        (
            "Udvalget har to pladser i Fodpanelet. De beklædes af konsulent Tove Krag og Ole Birk, PLO.",
            "other",
            {("Tove Krag", "member"), ("Ole Birk", "member")},
        ),
        ("Fodpanelet får konsulent Tove Krag, Vejby Kommune, som formand.", "other", {("Tove Krag", "chair")}),
        ("Fodpanelet er nyt. Formandskabet går på tur og ligger i 2024 hos konsulent Tove Krag.", "other", {("Tove Krag", "chair")}),
        ("Fodpanelet er nyt. Den tredje regionale plads er ubesat.", "other", {("Den tredje regionale plads", "member")}),
        ("Fodpanelet er nyt. Den anden formandspost er ikke besat endnu.", "other", {("Den anden formandspost", "chair")}),
        ("Fodpanelet er nyt. Kommunens anden plads kan vi ikke besætte endnu.", "other", {("Kommunens anden plads", "member")}),
    ],
)
def test_who_makes_up_a_forum(text: str, kind: str, expected: set[tuple[str, str]]) -> None:
    assert {(who, what) for who, forum, what in parts(text, kind) if forum == "Fodpanelet"} == expected


def test_the_heading_of_a_case_says_to_what_somebody_is_appointed() -> None:
    told = (
        "Styregruppen udpegede konsulent Tove Krag (V), Lund, og Ole Birk (A), Holm. Som suppleant for Ole Birk udpegedes Ida Holt (A), Lund. "
        "Direktør Bo Lind, Holm, deltager som observatør. Den tredje plads er ubesat."
    )
    found = texts.found(texts.minutes(("Udpegning til Fodpanelet", told)), "forum_role")
    assert {(c.subject.name, c.qualifiers["capacity"]) for c in found if c.object and c.object.name == "Fodpanelet"} == {
        ("Tove Krag", "member"),
        ("Ole Birk", "member"),
        ("Ida Holt", "deputy"),
        ("Bo Lind", "observer"),
        ("Den tredje plads", "member"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Fodpanelet mødes. I pilotprojektet deltager ikke konsulent Tove Krag.",
        "Fodpanelet udpegede konsulent Tove Krag til formand for Havnerådet.",
        "Fodpanelet er nyt. Pladsen er besat.",
    ],
)
def test_who_is_not_told_to_be_a_member(text: str) -> None:
    assert not {p for p in parts(text) if p[1] == "Fodpanelet"}
