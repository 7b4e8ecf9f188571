"""Identifiers depend on the thing they name: not on judgements, and not on documents about other things."""

from __future__ import annotations

from clustergraph.model import Judgement
from entities.example import Minutes, entity, resolved

MIDT, NORD = "Region Midtjylland", "Region Nordjylland"


def two() -> tuple[Minutes, Minutes]:
    a = Minutes("a", region=MIDT, date="2024-02-01").person("Ida Lund", "direktør", "Randers Kommune")
    return a, Minutes("b", region=NORD, date="2024-03-01").person("Ida Lund", "overlæge", "Aalborg Universitetshospital")


def test_documents_about_others_change_no_identifier() -> None:
    a, b = two()
    alone = resolved(a, b)
    more = [Minutes(f"m{n}", region=MIDT, date=f"20{n:02}-01-01").person(f"Bo Kvist{n}", "chef", "Horsens Kommune") for n in range(10, 20)]
    among = resolved(a, b, *more)
    assert {key: among.canonical[key] for key in alone.canonical} == dict(alone.canonical)


def test_what_people_join_keeps_one_identifier_and_the_other_redirects() -> None:
    a, b = two()
    apart = resolved(a, b)
    left, right = (entity(apart, m, "person", "Ida Lund") for m in (a, b))
    joined = resolved(a, b, judgements=[Judgement(right, left, "same", 1.0, "", "ida")])
    assert joined.redirects == {left: right} and entity(joined, a, "person", "Ida Lund") == right
    assert resolved(a, b, judgements=[Judgement(right, left, "withdrawn", 1.0, "", "ida")]) == apart


def test_a_registry_row_that_people_joined_with_another_leads_to_one_body() -> None:
    a = Minutes("a", region=MIDT, date="2024-02-01").organisation("Randers Kommune").organisation("Horsens Kommune")
    left, right = (entity(resolved(a), a, "organisation", name) for name in ("Randers Kommune", "Horsens Kommune"))
    joined = resolved(a, judgements=[Judgement(left, right, "same", 1.0, "", "ida")])
    assert joined.redirects == {right: left} and right not in joined.entities and left in joined.entities


def test_a_merge_of_three_is_one_and_a_no_between_two_of_them_holds() -> None:
    a, b = two()
    c = Minutes("c", region=MIDT, date="2024-04-01").person("Ida Lund", "konsulent", "Horsens Kommune")
    one, two_, three = (entity(resolved(a, b, c), m, "person", "Ida Lund") for m in (a, b, c))
    same = [Judgement(one, two_, "same", 1.0, "", "ida"), Judgement(two_, three, "same", 1.0, "", "ida")]
    found = resolved(a, b, c, judgements=same)
    assert len({entity(found, m, "person", "Ida Lund") for m in (a, b, c)}) == 1
    held = resolved(a, b, c, judgements=[*same, Judgement(one, three, "different", 1.0, "", "bo")])
    assert entity(held, a, "person", "Ida Lund") != entity(held, c, "person", "Ida Lund")
