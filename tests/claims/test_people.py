"""One person behind all spellings; people in running text on strong evidence only."""

from __future__ import annotations

import pytest

from clustergraph.claims import people, read
from clustergraph.claims.reading import Reading
from factories import document


def named(text: str) -> dict[str, tuple[str, ...]]:
    """The people of a text with their aliases."""
    return {person.name: person.aliases for person in Reading(document(text)).people.all}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ole B. Anker", "Ole Anker"),
        ("Karl E. Højbro", "Karl Emil Højbro"),
        ("Maja Lunderup Bering", "Maja Lynderup Bering"),
        ("Tove Bech-Holm", "Tove Bech Holm"),
        ("Karl Emil", "Karl Emil Højbro"),
        ("Jeau Sørup", "Jean Sørup"),
        ("Kaj Ove Lisberg", "Kaj Ove Lsberg"),
        ("Kaj Ove Lisebrg", "Kaj Ove Lsberg"),
        ("Ka Ove Lisberg", "Kaj Ove Lisberg"),
        ("Villy Ranbdrup", "Villy Randburp"),
    ],
)
def test_variants(left: str, right: str) -> None:
    assert people.is_variant(left, right)
    assert people.is_variant(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Lene Holm", "Lone Holm"),
        ("Lene Holm", "Lene Holst"),
        ("Ole Anker", "Maria Hove Anker"),
        ("Rikke Holm", "Rikke Holm Dahl"),
        ("Bo", "Bo Lind"),
        ("Jens Peter Nielsen", "Jens Peter Nissen"),
        ("Lise Holm", "Lisa Holm"),
        ("Grete Holmgaard", "Grete Holmegård"),
    ],
)
def test_other_people(left: str, right: str) -> None:
    assert not people.is_variant(left, right)


def test_two_of_one_list_are_two_people() -> None:
    assert list(named("Deltagere\nOle Anker, direktør\nOle B. Anker, konsulent\n")) == ["Ole Anker", "Ole B. Anker"]


def test_spellings_of_one_person_become_aliases() -> None:
    text = "Deltagere\nMaja Lynderup Bering, konsulent, Region Havnø\nReferat\nDer var afbud fra Maja Lunderup Bering.\n"
    assert named(text) == {"Maja Lynderup Bering": ("Maja Lunderup Bering",)}


def test_a_first_name_is_an_alias_where_one_person_has_it() -> None:
    text = "Deltagere\nYrsa Klint, direktør\nLouise Berg, direktør\nLouise Ravn, chef\nReferat\nYrsa viste tallene. Louise spurgte. Anna kom.\n"
    assert named(text) == {"Yrsa Klint": ("Yrsa",), "Louise Berg": (), "Louise Ravn": ()}


@pytest.mark.parametrize("address", ["Bente.Klint", "klint.Bente", "Bente@", "@Bente", "www.havnen/Bente"])
def test_part_of_an_address_is_no_way_of_writing_a_name(address: str) -> None:
    """The first half of a mail address was once shown as a second spelling."""
    assert named(f"Deltagere\nBente Klint, direktør\nReferat\nSkriv til {address}\n") == {"Bente Klint": ()}


def test_initials_in_brackets_are_an_alias() -> None:
    assert named("Deltagere\nVibeke Tranholm (VTR), konsulent\nReferent: VTR\n") == {"Vibeke Tranholm": ("VTR",)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vicestabschef Katrine Lindtoft deltager under punktet.", ["Katrine Lindtoft"]),
        ("Overlæge Kaj Roed og udviklingssygeplejerske Pia Dybro fra Medicinsk afdeling holdt oplæg.", ["Kaj Roed", "Pia Dybro"]),
        ("Formand er direktør for Børn og Unge i Vejby Kommune, Søren Holdt Bak.", ["Søren Holdt Bak"]),
        ("Sanne Birkmose, projektleder, viste planen.", ["Sanne Birkmose"]),
        ("Overlæge, dr.med. Kirsten Bro Mikkel fra Lungemedicinsk Afdeling talte.", ["Kirsten Bro Mikkel"]),
        ("Der er udpeget to projektledere; Ole Anker, Vejby Kommune, og Rikke Becker, Region Havnø.", ["Ole Anker", "Rikke Becker"]),
        ("Til formand valgtes Carsten Ebtoft.", ["Carsten Ebtoft"]),
        ("Susanne Bjerre bad om, at punktet blev udsat.", ["Susanne Bjerre"]),
        ("Sankt Hans Hospital og Anna Hospice er med i Projekt Emma Netværk. Hotel Hans Egede er booket.", []),
        ("Niels Bohr Instituttet og Peter Bangs Vej er nævnt, og Erik Ejegods Mindefond gav penge.", []),
        ("Direktør for Sundhed orienterede. Sundhedschefen præsenterede planen for Ældre Sagen.", []),
        ("Sundhedsaftalen, Nære Sundhed, Det Nationale Ledelsesprogram og Region Syd blev nævnt.", []),
    ],
)
def test_people_in_running_text(text: str, expected: list[str]) -> None:
    assert list(named(text)) == expected


def test_a_person_claim_shows_the_name() -> None:
    text = "Deltagere\nBirte Kjeldal, ældrechef, Vejby Kommune\n"
    claims, _ = read(document(text), {"people": people.recognize})
    assert [(c.subject.name, text[c.evidence[0].start : c.evidence[0].end]) for c in claims] == [("Birte Kjeldal", "Birte Kjeldal")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deltagere\nChefkonsulnet Bent Nygaard, Region Havland\nLise Toft, KL\n", {"Bent Nygaard", "Lise Toft"}),
        ("Deltagere\nVicedirektø Sabine Holm, Sygehus Vejby\nLise Toft, KL\n", {"Sabine Holm", "Lise Toft"}),
        ("Deltagere\nChefronsulent Sabine Holm, Sygehus Vejby\nIt-cehf Lise Toft, KL\n", {"Sabine Holm", "Lise Toft"}),
        ("Deltagere\nCheføkonmo Sabine Holm, Sygehus Vejby\nDask Hjerteråd\nDausk Nyresamfund\n", {"Sabine Holm"}),
        ("Deltagere\nSabine Holm, Børnehospitrlet Tved\nTeknisk Højsolen Tved\n", {"Sabine Holm"}),
        ("Deltagere\nOverlæge Niels B0rk, Sygehus Vejby\nLise Toft, KL\n", {"Niels Bork", "Lise Toft"}),
        ("Deltagere\nLise Toft, visitator, Vejby Kommnue\nOle Birk, Sandved Kmmune\n", {"Lise Toft", "Ole Birk"}),
        ("Notat\nKære Åse Bredgaard\nTak for brevet.\n", {"Åse Bredgaard"}),
        ("Notat\nNr.\tIndsats\tTovholder\tFase\n1\tSansehuset\tRigmor Elkjær\tDrift\n", {"Rigmor Elkjær"}),
        ("Notat\nEnhed: Nært Sundhedsvæsen\nAkutlægen Kører Ud: Er i drift.\n", set()),
    ],
)
def test_people_of_damaged_texts_tables_and_letters(text: str, expected: set[str]) -> None:
    assert set(named(text)) == expected
