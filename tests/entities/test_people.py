"""One person or two: the name is never enough."""

from __future__ import annotations

import pytest

from clustergraph.entities import person_names
from entities.example import Minutes, entity, resolved

MIDT, NORD = "Region Midtjylland", "Region Nordjylland"


def doc(name: str, region: str = MIDT) -> Minutes:
    return Minutes(name, region=region, date="2024-02-01")


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (("Karla Vinge Holt", "direktør", "Randers Kommune", MIDT), ("Karla Vinge Holt", "direktør", "Randers Kommune", MIDT), True),
        (
            ("Karla Vinge Holt", "direktør", "Psykiatrien Region Midtjylland", MIDT),
            ("Karla Vinge Holt", "direktør", "Regionspsykiatrien", MIDT),
            True,
        ),
        (("Karla Vinge Holt", "direktør", "Regionspsykiatrien Randers", MIDT), ("Karla Vinge Holt", "afdelingschef", "Psykiatrien", MIDT), True),
        (("Ida Lund", "direktør", "Randers Kommune", MIDT), ("Ida Lund", "sygeplejerske", "Regionshospitalet Gødstrup", MIDT), False),
        (("Ida Lund", "direktør", None, MIDT), ("Ida Lund", "direktør", None, NORD), False),
        (("Ida Lund", None, None, MIDT), ("Ida Lund", None, None, MIDT), False),
        (("Ida B. Lund", "direktør", "Randers Kommune", MIDT), ("Ida Lund", "direktør", "Randers Kommune", MIDT), True),
        (("Ida B. Lund", "direktør", "Randers Kommune", MIDT), ("Ida C. Lund", "direktør", "Randers Kommune", MIDT), False),
        (("Ida Lynderup Bo", "direktør", "Randers Kommune", MIDT), ("Ida Lunderup", "direktør", "Randers Kommune", MIDT), True),
        (("Ida Lund", "direktør", "Randers Kommune", MIDT), ("Ida Holt", "direktør", "Randers Kommune", MIDT), False),
        (("Ida", "direktør", "Randers Kommune", MIDT), ("Ida Holt", "direktør", "Randers Kommune", MIDT), False),
    ],
)
def test_over_two_documents(left: tuple[str, str | None, str | None, str], right: tuple[str, str | None, str | None, str], same: bool) -> None:
    a, b = doc("a", left[3]).person(*left[:3]), doc("b", right[3]).person(*right[:3])
    found = resolved(a, b)
    assert (entity(found, a, "person", left[0]) == entity(found, b, "person", right[0])) is same


def test_one_forum_speaks_for_one_person() -> None:
    a = doc("a").forum("Sundhedsstyregruppen").person("Ida Lund", forum="Sundhedsstyregruppen")
    b = doc("b").forum("SSG").person("Ida Lund", "direktør", forum="SSG")
    found = resolved(a, b)
    assert entity(found, a, "person", "Ida Lund") == entity(found, b, "person", "Ida Lund")


def test_one_document_may_write_a_name_in_two_ways() -> None:
    a = doc("a").person("Maja Kjeldrup", employer="Randers Kommune").person("Maja Kjældrup Bech", "chef", "Randers Kommune")
    found = resolved(a)
    assert entity(found, a, "person", "Maja Kjeldrup") == entity(found, a, "person", "Maja Kjældrup Bech")


def test_people_of_one_given_name_stay_apart() -> None:
    names = ["Louise Berg", "Louise Bergh Holm", "Louise"]
    a = doc("a")
    for name in names:
        a.person(name, "konsulent")
    found = resolved(a)
    assert len({entity(found, a, "person", name) for name in names}) == 3


def test_doubt_is_noted_for_a_person_to_settle() -> None:
    a, b = doc("a").person("Ida Lund", "direktør"), doc("b").person("Ida Lund", "sygeplejerske")
    unsure = [j for j in resolved(a, b).judgements if j.verdict == "unsure"]
    assert len(unsure) == 1 and unsure[0].by == "entities.people" and unsure[0].reason


@pytest.mark.parametrize(("one", "other", "may_be_one"), [
    ("bo holm", "bo holm lind", True),
    ("bo holm lind", "bo lind holm", True),
    ("bo holm holm", "bo holm lind", False),
    ("bo holm lind", "bo holm storm", False),
])  # fmt: skip
def test_a_name_that_is_left_out_stands_for_no_other_word(one: str, other: str, may_be_one: bool) -> None:
    assert (person_names.alike(*sorted((tuple(one.split()), tuple(other.split())))) is not None) == may_be_one
