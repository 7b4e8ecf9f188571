"""Titles at employers, parts in forums and vacant seats as claims."""

from __future__ import annotations

from typing import Any

import pytest

from clustergraph.claims import read, roles, titles
from clustergraph.model import Section
from factories import document

FORUM = "Samordningsudvalget"


def claims(text: str, kind: str = "minutes") -> list[Any]:
    """The claims of a text whose points begin at a line "1. …"."""
    at = text.find("\n1. ")
    sections = (Section("item", "Sagen", "1", at + 1, len(text), at + 4),) if at >= 0 else ()
    found, _ = read(document(text, kind=kind, forum=FORUM, sections=sections), {"titles": titles.recognize, "roles": roles.recognize})
    return list(found)


def posts(text: str) -> list[tuple[str, str | None, str | None]]:
    """(person, title, employer) of a text."""
    return [(c.subject.name, c.qualifiers.get("role"), c.object.name if c.object else None) for c in claims(text) if c.kind == "holds_role"]


def parts(text: str, kind: str = "minutes") -> set[tuple[str, str, str, str | None, str | None]]:
    """(person or seat, forum, capacity, whom they represent, attendance) of a text."""
    found = [c for c in claims(text, kind) if c.kind == "forum_role"]
    return {(c.subject.name, c.object.name, c.qualifiers["capacity"], c.qualifiers.get("represents"), c.qualifiers.get("attendance")) for c in found}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tove Krag, sundhed-, kultur- og omsorgsdirektør, Vejby Kommune", [("sundhed-, kultur- og omsorgsdirektør", "Vejby Kommune")]),
        ("Tove Krag, chef for Sundhed og Omsorg, Vejby Kommune", [("chef for sundhed og omsorg", "Vejby Kommune")]),
        ("Tove Krag,direktør,, Vejby Kommune", [("direktør", "Vejby Kommune")]),
        ("Borgmester Tove Krag (A), Vejby Kommune", [("borgmester", "Vejby Kommune")]),
        ("Tove Krag, konsulent, Staben, Sygehus Vejby", [("konsulent", "Staben")]),
        (
            "Tove Krag, konsulent, Sekretariater for Sundhed, Kultur og Omsorg, Vejby Kommune",
            [("konsulent", "Sekretariater for Sundhed, Kultur og Omsorg")],
        ),
        ("Tove Krag, praktiserende læge og praksiskoordinator", [("praktiserende læge", None), ("praksiskoordinator", None)]),
        ("Tove Krag, PLO-Vestkyst, praktiserende læge Vejby kommune", [("praktiserende læge", None)]),
        ("Tove Krag, Vejby Kommune", [(None, "Vejby Kommune")]),
        ("Tove Krag (sekretariat)", []),
        ("Tove Krag, PIU-repræsentant", []),
        ("Tove Krag, Sygeplejefaglig direktør Sygehus Vejby", [("sygeplejefaglig direktør", "Sygehus Vejby")]),
        ("Tove Krag, speciallæge i almen medicin", [("speciallæge i almen medicin", None)]),
        ("Tove Krag, recoverymentor, Vejby Kommune", [("recoverymentor", "Vejby Kommune")]),
    ],
)
def test_titles_of_a_line(line: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert posts(f"Deltagere\n{line}\nOle Birk\n") == [("Tove Krag", title, employer) for title, employer in expected]


def test_a_title_told_twice_is_one() -> None:
    text = "Deltagere\nTove Krag, sygeplejefaglig direktør, Psykiatrien\n1. Sagen\nSygpl. faglig direktør i Psykiatrien, Tove Krag, orienterede.\n"
    assert posts(text) == [("Tove Krag", "sygeplejefaglig direktør", "Psykiatrien")]


def test_the_office_of_those_enumerated() -> None:
    text = "1. Sagen\nDer er udpeget to projektledere; Ole Anker, Vejby Kommune, og Rikke Becker, Region Havnø.\n"
    assert sorted(posts("x\n" + text)) == [("Ole Anker", "projektleder", "Vejby Kommune"), ("Rikke Becker", "projektleder", "Region Havnø")]


def test_parts_of_a_list() -> None:
    text = (
        "Deltagere\nVejby Kommune\nTove Krag, direktør (formand)\nOle Birk, chef\n"
        "Sygehus Vejby\nLis Holt, overlæge, Kirurgisk Afdeling, Sygehus Vejby\n"
        "Sekretariat\nBo Lind, Region Havnø\nAfbud\nIda Friis, Region Havnø\nReferent: Pia Toft\n"
    )
    assert parts(text) == {
        ("Tove Krag", FORUM, "chair", "Vejby Kommune", "present"),
        ("Ole Birk", FORUM, "member", "Vejby Kommune", "present"),
        ("Lis Holt", FORUM, "member", "Sygehus Vejby", "present"),
        ("Bo Lind", FORUM, "secretary", "Region Havnø", "present"),
        ("Ida Friis", FORUM, "member", "Region Havnø", "apologies"),
        ("Pia Toft", FORUM, "secretary", None, "present"),
    }


def test_an_agenda_says_no_attendance() -> None:
    assert parts("Deltagere\nTove Krag, Vejby Kommune\n", "agenda") == {("Tove Krag", FORUM, "member", "Vejby Kommune", None)}


def test_forums_as_headings() -> None:
    text = "Deltagere\nDirektørforum:\nTove Krag, direktør i Region Havnø (medformand)\nChefforum\nOle Birk, chef i Vejby Kommune\n"
    text += "Sekretariat\nBo Lind, Vejby Kommune\n"
    assert {(who, forum, capacity) for who, forum, capacity, *_ in parts(text)} == {
        ("Tove Krag", "Direktørforum", "chair"),
        ("Ole Birk", "Chefforum", "member"),
        ("Bo Lind", FORUM, "secretary"),
    }


def test_vacant_seats() -> None:
    text = "Deltagere\nVacant, cheflæge, Psykiatrien Vejby\nRepræsentant fra Patientudvalget (Vakant)\nTove Krag, direktør\n"
    assert parts(text) == {
        ("cheflæge, Psykiatrien Vejby", FORUM, "member", "Psykiatrien Vejby", None),
        ("Repræsentant fra Patientudvalget", FORUM, "representative", "Patientudvalget", None),
        ("Tove Krag", FORUM, "member", None, "present"),
    }


def test_seats_by_kind_are_no_vacancies() -> None:
    assert parts("Medlemmer:\n2 direktører fra kommunerne\nFormand for PLO Vejby\nKoncerndirektør, Region Havnø\n", "terms") == set()


@pytest.mark.parametrize(
    ("sentence", "person", "capacity"),
    [
        ("Vicestabschef Katrine Lindtoft deltager under punktet.", "Katrine Lindtoft", "presenter"),
        ("Der er oplæg ved Sanne Birkmose, projektleder.", "Sanne Birkmose", "presenter"),
        ("Der er oplæg ved Ole Anker og ved praktiserende læge Mogens Tværtoft.", "Mogens Tværtoft", "presenter"),
        ("Søs Fugltoft fremlægger punktet.", "Søs Fugltoft", "presenter"),
        ("Runa Elkjær blev valgt som formand.", "Runa Elkjær", "chair"),
        ("Til næstformand valgtes Runa Elkjær.", "Runa Elkjær", "vice_chair"),
        ("Udvalget udpegede Runa Elkjær til næstformand.", "Runa Elkjær", "vice_chair"),
        ("Sanne Birkmose blev valgt til formand og Runa Elkjær til næstformand.", "Runa Elkjær", "vice_chair"),
        ("Mødeleder var direktør Runa Elkjær.", "Runa Elkjær", "chair"),
        ("v. Sanne Birkmose og direktør Runa Elkjær", "Runa Elkjær", "presenter"),
    ],
)
def test_parts_told_in_an_item(sentence: str, person: str, capacity: str) -> None:
    assert (person, FORUM, capacity) in {(who, forum, part) for who, forum, part, *_ in parts(f"Referat\n1. Sagen\n{sentence}\n")}


@pytest.mark.parametrize(
    ("sentence", "capacity"),
    [
        ("Direktør Runa Elkjær udpeges som medlem af Følgegruppen for Sår.", "member"),
        ("Udvalget udpegede direktør Runa Elkjær som medlem af Følgegruppen for Sår.", "member"),
        ("Direktør Runa Elkjær udpeges som politisk kontaktperson for Følgegruppen for Sår.", "contact"),
        ("Direktør Runa Elkjær bliver formand for Følgegruppen for Sår.", "chair"),
        ("Sekretær for Følgegruppen for Sår er direktør Runa Elkjær.", "secretary"),
        ("Sagen sendes til Følgegruppen for Sår, hvor direktør Runa Elkjær er udvalgets repræsentant.", "representative"),
        ("Direktør Runa Elkjær er indtrådt i Følgegruppen for Sår.", "member"),
        ("Ole Birk udpeges som medlem af Følgegruppen for Sår. Direktør Runa Elkjær er suppleant.", "deputy"),
    ],
)
def test_parts_in_another_forum(sentence: str, capacity: str) -> None:
    told = {(who, forum, part) for who, forum, part, *_ in parts(f"Referat\n1. Sagen\n{sentence}\n")}
    assert ("Runa Elkjær", "Følgegruppen for Sår", capacity) in told


@pytest.mark.parametrize(
    "text",
    [
        "Nr.\tIndsats\tTovholder\tStatus\n1\tSov Godt\tOle Birk, Vejby Kommune\tI gang\n2\tGå Mere\tRuna Elkjær, Sygehus Vejby\tNy\n",
        "Kontaktperson er: Oversygeplerske Runa Elkjær\n",
        "Deltagere: Ole Birk, Vejby Kommune\nKopi til: Direktør Runa Elkjær\n",
    ],
)
def test_who_is_named_elsewhere_sits_in_no_forum(text: str) -> None:
    assert not [part for part in parts(text) if part[0] == "Runa Elkjær"]


def test_who_leads_the_meeting() -> None:
    assert ("Tove Krag", FORUM, "chair", None, "present") in parts("Deltagere\nTove Krag\nOle Birk\nTove Krag er mødeleder.\n")


def test_a_deputy_represents_whom_the_absent_one_does() -> None:
    text = "Jan Nyborg deltager på vegne af Lis Lagtoft.\nDeltagere\nLis Lagtoft, direktør, Sygehus Vejby\n"
    assert parts(text) == {
        ("Jan Nyborg", FORUM, "deputy", "Sygehus Vejby", "present"),
        ("Lis Lagtoft", FORUM, "member", "Sygehus Vejby", "apologies"),
    }


def test_every_claim_of_a_person_shows_part_of_the_name() -> None:
    text = "Deltagere\nSøren Ottesen (SO), overlæge, Sygehus Vejby\n1. Sagen\nSO fortalte om planen.\n"
    for claim in claims(text):
        shown = " ".join(text[s.start : s.end] for s in claim.evidence)
        assert any(word in shown for word in claim.subject.name.split())


def test_the_chair_of_a_committee_by_title_and_who_wrote_the_minutes() -> None:
    text = "Medlemmer\nTove Krag (V), udvalgsformand\nOle Gade Birk (A)\nLis Holt, udvalgsformand, Vejby Kommune\nReferat: Bo Lind\n"
    told = {(who, capacity) for who, _, capacity, *_ in parts(text)}
    assert told == {("Tove Krag", "chair"), ("Ole Gade Birk", "member"), ("Lis Holt", "member"), ("Bo Lind", "secretary")}


def test_a_point_of_the_participants_holds_those_of_several_forums() -> None:
    """Cause: a list of another forum inside a point was taken for one that tells nothing of this meeting, also in the point "Deltagere"."""
    text = "Referat\n\n1. Deltagere\n\nSamordningsudvalget:\nLis Eng, direktør, Vig Kommune\n\nChefforum\nOle Bang, chef, Tved Kommune\n"
    section = (Section("item", "Deltagere", "1", text.index("1."), len(text), text.index("1.") + 3),)
    found, _ = read(document(text, kind="minutes", forum=FORUM, sections=section), {"roles": roles.recognize})
    told = {(c.subject.name, c.object.name, c.qualifiers.get("attendance")) for c in found if c.kind == "forum_role" and c.subject and c.object}
    assert told == {("Lis Eng", FORUM, "present"), ("Ole Bang", "Chefforum", "present")}
