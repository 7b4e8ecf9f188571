"""Initiatives in headings, lists and running text: which names there are, what is one and the same, and what is told of each."""

from __future__ import annotations

from typing import Any

import pytest
from tests.claims.texts import HEAD, found, minutes

from clustergraph.model import Claim


def names(text: str) -> list[str]:
    return [c.subject.name for c in found(text, "initiative")]


def one(text: str, name: str) -> dict[str, Any]:
    (claim,) = [c for c in found(text, "initiative") if c.subject.name == name]
    return dict(claim.qualifiers)


NAMES = [
    ("Kommunerne deltager i projekt SOLVEJ fra maj.", ["projekt SOLVEJ"]),
    ("Projekt Tidlig Hjælp kører videre.", ["Projekt Tidlig Hjælp"]),
    ("Der er startet et projekt om fald i hjemmet, som kommunen leder.", ["projekt om fald i hjemmet"]),
    ("Parterne har indgået en samarbejdsaftale om akutpladser.", ["samarbejdsaftale om akutpladser"]),
    ("Pilotprojektet for hjemmedialyse er klar.", ["Pilotprojektet for hjemmedialyse"]),
    ("Tilbuddet ‘Åben dør’ i Lunde Kommune er populært.", ["Åben dør"]),
    ("Kampagnen \"Sluk nu\" begynder til maj.", ["Sluk nu"]),
    ("Der arbejdes på et projekt ved navn Mind Bro, som begynder i maj.", ["Mind Bro"]),
    ("SAFT (Sammenhængende Akut Forløb for Tarmpatienter) er i gang.", ["SAFT (Sammenhængende Akut Forløb for Tarmpatienter)"]),
    ("Der er startet en udrulning af KolApp i klyngen.", ["KolApp"]),
    ("Det seneste forbedringsinitiativ var hurtigere svar på blodprøver.", ["hurtigere svar på blodprøver"]),
    ("Der skal køre en prøvehandling ift. kørsel.", ["prøvehandling ift. kørsel"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names_in_running_text(text: str, expected: list[str]) -> None:
    assert names(minutes(("Status fra kommunerne", "Drøftet."), case=text)) == expected


NONE = [
    "Projektet er forsinket.",
    "Der er mange projekter i gang om forskellige emner.",
    "Kommunen har en række tilbud til borgerne.",
    "Utilsigtede hændelser (UTH) meldes til databasen.",
    "Arbejdsgruppen har drøftet sagen med Projektgruppen.",
    "Sundhedsaftalen gælder til 2027.",
    "Der er færre sundhedstilbud i yderområder, og kommunale sundhedstilbud savnes.",
    "Aftalen om parkering nævnes kun her.",
    "Region Østersø og Lunde Kommune mødes i maj.",
    "Punktet tages til efterretning.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_names(text: str) -> None:
    assert names(minutes(("Status fra kommunerne", "Drøftet."), case=text)) == []


HEADINGS = [
    ("Status på pilotprojekt for hjemmedialyse", ["pilotprojekt for hjemmedialyse"]),
    ("Forslag til kampagne om influenza", ["kampagne om influenza"]),
    ("Animationsfilm om håndhygiejne er færdig", ["Animationsfilm om håndhygiejne"]),
    ("Indsats vedr. polyfarmaci på plejehjem", ["Indsats vedr. polyfarmaci på plejehjem"]),
    ("Orientering: Projekt Lys", ["Projekt Lys"]),
    ("Projekter i klyngen", []),
    ("Orientering om budget", []),
    ("Eventuelt", []),
]


@pytest.mark.parametrize(("title", "expected"), HEADINGS)
def test_names_in_headings(title: str, expected: list[str]) -> None:
    assert names(minutes((title, "Drøftet."))) == expected


def test_one_initiative_in_many_forms() -> None:
    text = "Samarbejdsaftalen om tvang og flytning følges. Partnerne bag samarbejdsaftale vedr. tvangs- og flytning mødes. Aftalen er fra maj."
    assert len(names(minutes(("Samarbejdsaftale om tvang og flytning", "Drøftet."), case=text))) == 1


def test_two_agreements_in_one_point_are_two() -> None:
    text = "Der er en samarbejdsaftale om rygestop. Der er også en samarbejdsaftale om demens."
    assert names(minutes(("Aftaler", "Drøftet."), case=text)) == ["samarbejdsaftale om rygestop", "samarbejdsaftale om demens"]


TOLD: list[tuple[str, str, Any]] = [
    ("Projekt Lys er startet i september 2022 og slutter i august 2024.", "start", "2022-09"),
    ("Projekt Lys er startet i september 2022 og slutter i august 2024.", "end", "2024-08"),
    ("Projekt Lys begynder i april 2024. Projektet forventes at køre 2 år frem.", "end", "2026-04"),
    ("Projekt Lys løber fra 1. maj til 1. november 2023.", "start", "2023-05-01"),
    ("Projekt Lys er forankret i Lunde Kommune.", "anchored_in", ["Lunde Kommune"]),
    ("Projekt Lys er nyt. Projektet er forankret direkte under Lunde Kommune.", "anchored_in", ["Lunde Kommune"]),
    ("Projekt Lys kører. Lunde Kommune er tovholder herpå.", "anchored_in", ["Lunde Kommune"]),
    ("Projekt Lys kører fra januar 2022 til marts 2024.", "end", "2024-03"),
    ("Der er givet 2 mio. kr. til Projekt Lys i 2023-2025.", "start", "2023"),
    ("Projekt Lys kører i to kommuner til udgangen af 2024.", "end", "2024"),
    ("Projekt Lys ventes at starte 1. juni 2023 med Lunde Kommune som projektejer.", "anchored_in", ["Lunde Kommune"]),
    ("Projekt Lys ventes at starte 1. juni 2023.", "start", "2023-06-01"),
    ("Projekt Lys drives af Lunde Kommune.", "anchored_in", ["Lunde Kommune"]),
    ("Projekt Lys er klar. Den gælder fra 1. juli 2022 til 30. juni 2024.", "end", "2024-06-30"),
    ("Der er forslag om at søge midler til Projekt Lys.", "status", "proposed"),
    ("Kommunerne overvejer Projekt Lys.", "status", "proposed"),
    ("Projekt Lys er nyt. Vera Holm Lund bliver projektleder.", "leads", ["Vera Holm Lund"]),
    ("Projekt Lys er afsluttet.", "status", "completed"),
    ("Projekt Lys er sat i bero.", "status", "paused"),
    ("Projekt Lys er stoppet.", "status", "stopped"),
    ("Projekt Lys foreslås sat i værk.", "status", "proposed"),
    ("Projekt Lys igangsættes til efteråret.", "status", "planned"),
    ("Projekt Lys er i gang.", "status", "active"),
    ("Projekt Lys starter i maj 2024.", "status", "planned"),
    ("Projekt Lys har fået 2.400.000 kr. fra staten.", "budget", [{"amount_dkk": 2_400_000, "period": None}]),
    ("Projekt Lys ledes af Vera Holm Lund, Lunde Kommune.", "leads", ["Vera Holm Lund"]),
    ("Lunde Kommune skal løbende understøtte Projekt Lys.", "involved", [{"body": "Lunde Kommune", "part": "supports"}]),
    (
        "Projekt Lys er nyt. 12 kommuner har sagt ja til Projekt Lys.",
        "involved",
        [{"body": "kommuner", "count": 12, "part": "joined", "to": "Projekt"}],
    ),
    ("Projekt Lys er nyt. Målgruppen er borgere over 70 år.", "target_group", "borgere over 70 år"),
]


@pytest.mark.parametrize(("text", "field", "value"), TOLD)
def test_what_is_told(text: str, field: str, value: Any) -> None:
    assert one(minutes(("Status fra kommunerne", "Drøftet."), case=text), "Projekt Lys")[field] == value


def test_money_goes_to_the_project_that_it_is_said_to_go_to() -> None:
    text = minutes(("Økonomi", "Drøftet."), case="Fordelingen er 1,8 mio. kr. til Projekt Lys og 1,2 mio. kr. til Projekt Genvej.")
    assert [b["amount_dkk"] for b in one(text, "Projekt Lys")["budget"]] == [1_800_000]
    assert [b["amount_dkk"] for b in one(text, "Projekt Genvej")["budget"]] == [1_200_000]


def test_money_that_goes_to_something_else_is_not_the_project_s() -> None:
    text = minutes(("Økonomi", "Drøftet."), case="Der foreslås 7 mio. kr. til Hjemmeteamet i Egby og 2,1 mio. kr. til projektet Samme Uge.")
    (claim,) = [c for c in found(text, "initiative") if "Samme Uge" in c.subject.name]
    assert [b["amount_dkk"] for b in claim.qualifiers["budget"]] == [2_100_000]


def test_the_end_of_a_name_means_it() -> None:
    text = minutes(("Økonomi", "Drøftet."), case="Projekt Fælles Natteam er under planlægning. Teamet forventes at gå i gang primo 2024.")
    (claim,) = found(text, "initiative")
    assert claim.qualifiers["start"] == "2024"


def test_a_saving_is_no_budget() -> None:
    text = minutes(("Økonomi", "Drøftet."), case="Projekt Lys skal give en besparelse på 2 mio. kr.")
    assert "budget" not in one(text, "Projekt Lys")


PRIORITIES = f"""{HEAD}Punkt 1: Fordeling af klyngemidler

Beslutning

Gruppen anbefaler, at klyngemidler bruges på en eller flere indsatser efter nedenstående prioriterede rækkefølge.

Indsats 3: Sårpleje

Indsats 7b: den korte vej (Genvejen)

KOMPAS 3.0: under forudsætning af at alle kommuner kommer med.

Følgende indsatser anbefales også fortsat, men vil ikke kræve tilførsel af klyngemidler:

Indsats 1: Mad på recept
"""


def test_a_prioritised_list() -> None:
    rows = found(PRIORITIES, "initiative")
    assert [(c.subject.name, c.qualifiers.get("priority"), c.qualifiers.get("needs_cluster_money")) for c in rows] == [
        ("Indsats 3: Sårpleje", 1, True),
        ("Indsats 7b: den korte vej (Genvejen)", 2, True),
        ("KOMPAS 3.0", 3, True),
        ("Indsats 1: Mad på recept", None, False),
    ]
    assert rows[2].qualifiers["condition"] == "alle kommuner kommer med"
    assert "Genvejen" in rows[1].qualifiers["aliases"]


FOCI = f"""{HEAD}1. Nye forløb

Sagsfremstilling

Der igangsættes en prøvehandling. Prøvehandlingen vil løbe fra 1. juni til 1. december 2023.
Klyngerne har følgende fokus for prøvehandlingerne
- Lunde og Nørby: Fokus på kontaktpersoner, herunder vagter.
- Fjordby: Fælles undervisning.

Beslutning

Drøftet.
"""


def test_clusters_that_a_list_of_foci_names_by_their_place() -> None:
    clusters = {c.subject.name: c.qualifiers.get("aliases") for c in found(FOCI, "forum") if c.recognizer == "initiatives"}
    assert clusters == {"Lundeklyngen": ["Lunde"], "Nørbyklyngen": ["Nørby"], "Fjordbyklyngen": ["Fjordby"]}


def test_the_focus_of_each_cluster() -> None:
    rows: dict[str, Claim] = {c.subject.name: c for c in found(FOCI, "initiative")}
    assert set(rows) == {"prøvehandling", "prøvehandling i Lundeklyngen", "prøvehandling i Nørbyklyngen", "prøvehandling i Fjordbyklyngen"}
    fjordby = rows["prøvehandling i Fjordbyklyngen"].qualifiers
    assert (fjordby["focus"], fjordby["start"], fjordby["end"], fjordby["status"]) == ("Fælles undervisning.", "2023-06-01", "2023-12-01", "planned")
