"""Initiatives that a log, a form, a point of a list or a report names, and rows of a log that are ordinary matters."""

from __future__ import annotations

from typing import Any

import pytest
from tests.claims.texts import HEAD, found, minutes

LOG = (
    "Beslutningslog\nForum: Klyngeledelsen, Sundhedsklynge Højland\nMøde: 02-02-2024\n\nPkt;Emne;Beslutning;Frist\n"
    "1;Mad efter udskrivning;Godkendt som indsats under Klyngeledelsen. 225.000 kr. af klyngemidlerne i 2024;\n"
    "2;Akutpladser i Mølby;Drøftet, ingen konklusion;\n"
    "3;Roligt Hjem II;Stoppes. Restmidler på 61.000 kr. føres tilbage til klyngen;01-04-2024\n"
    "4;Kommissorium for Demensgruppen;Taget til efterretning;\n5;Årshjul;Udsat;\n"
)


def told(text: str) -> dict[str, dict[str, Any]]:
    return {c.subject.name: dict(c.qualifiers) for c in found(text, "initiative")}


def test_a_log_tells_initiatives_only_where_it_says_so() -> None:
    rows = told(LOG)
    assert list(rows) == ["Mad efter udskrivning", "Roligt Hjem II"]
    assert rows["Mad efter udskrivning"]["budget"] == [{"amount_dkk": 225_000, "period": "2024"}]
    assert (rows["Roligt Hjem II"]["status"], "budget" in rows["Roligt Hjem II"]) == ("stopped", False)
    assert sorted(c.qualifiers["amount_dkk"] for c in found(LOG, "money")) == [61_000, 225_000]


def test_the_title_in_the_head_is_what_the_project_means() -> None:
    text = (
        "KOMMISSORIUM\n\nTitel: Fælles Bagvagt Syd (FBS)\nUdarbejdet af: Programkontoret\n\n1 Baggrund\n"
        "Systemerne skal kunne tale sammen. Projektet løber fra 1. september 2020 til 31. december 2022.\n"
    )
    rows = told(text)
    assert list(rows) == ["Fælles Bagvagt Syd"]
    one = rows["Fælles Bagvagt Syd"]
    assert (one["start"], one["end"], "FBS" in one["aliases"]) == ("2020-09-01", "2022-12-31", True)


POINTS = "   -  Cykler for alle\n   -  nul kroner fra puljen. Projektet er droppet\n   -  Julehygge\n   -  en god snak\n"
FORM = "ANSØGNINGSSKEMA for Klyngepuljen 2024\n1. Projektets titel\n   Trygt hjem fra modtagelsen (TRYM)\n2. Ansøger\n   Lunde Kommune\n"

NAMES = [
    (f"{HEAD}{POINTS}", "Cykler for alle", "stopped"),
    (FORM, "Trygt hjem fra modtagelsen", None),
    (minutes(("Meddelelser", "Udvalget tager slutrapporten fra Klar til Job 4 til efterretning.")), "Klar til Job 4", None),
    (minutes(("Siden sidst", "Vi bygger på erfaringerne fra Natuglen, som sluttede i 2021.")), "Natuglen", None),
    (minutes(("Fremtiden for Vippen", "Drøftet."), case="Vippen er et tilbud til unge med angst."), "Vippen", None),
    (minutes(('"Ring hjem"', "Drøftet."), case='Mads fortalte om "Ring hjem". Forsøget har kørt siden maj.'), "Ring hjem", "active"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "status"), NAMES)
def test_names_of_other_makes(text: str, name: str, status: str | None) -> None:
    rows = told(text)
    assert list(rows) == [name]
    assert status is None or rows[name]["status"] == status


def test_a_card_goes_on_behind_lines_without_a_label() -> None:
    text = (
        "PROJEKTBESKRIVELSE\nProjektnavn: PilRo – medicinro på bosteder\nProjektleder: Katja Lumbye\nBaggrund: Udspringer af tilsyn.\n"
        "Fase 1 Foranalyse\nFase 2 Afprøvning\nØkonomi: 835.000 kr.\n"
    )
    rows = told(text)
    assert rows["PilRo – medicinro på bosteder"]["leads"] == ["Katja Lumbye"]


NONE = [
    "Erfaringerne fra Lunde Kommune blev drøftet.",
    "Resultaterne af valget er kendt.",
    "Der er gode erfaringer med Teams.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_names(text: str) -> None:
    assert told(minutes(("Status fra kommunerne", "Drøftet."), case=text)) == {}
