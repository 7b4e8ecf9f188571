"""What notes, project sheets and minutes tell of initiatives that they name, in wording and with names of our own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from clustergraph import claims, documents, records

SHEET = """Projektstatus, 12. september 2024

Projekt: Trygt Udskrevet
Projektet er forankret i Akutafdelingen på Fjordby Sygehus og ledes af udviklingssygeplejerske Karen Bjerg.
Projektet løber fra primo 2024 til udgangen af 2025.

Projekt: Sårnet
Pilotdriften af Sårnet startede i foråret 2023 og kører frem til sommeren 2024. Sårnet ejes af Kær Kommune. Forsøget blev afsluttet i juni 2024.

Projekt: Hverdagsrobusthed
Afventer finansiering. Forventes opstartet 1. kvartal 2025. Ansvarlig: Forebyggelsesafdelingen i Strandby Kommune.
"""
MINUTES = """Referat af Fagligt Forum, onsdag d. 6. marts 2024

Punkt 3. Hjem til Tiden
Projektleder Mette Lund gav en status. Hjem til Tiden løber i 2023-2025 og drives af Kær Kommune og Fjordby Sygehus i fællesskab.
Beslutning: Taget til efterretning. Forlænges til udgangen af 2026.

Punkt 4. Tele-KOL
Udvidelsen af Tele-KOL til også at omfatte hjertepatienter begynder i august. Tele-KOL har været i drift siden 2018.

Punkt 5. Forløbskoordinator-ordningen
Ordningen blev afsluttet i december 2023 efter to år. Erfaringerne videreføres i Tryg Hjemkomst, som går i gang til efteråret.

Punkt 6. Indsatsen "Spis Igen"
Spis Igen skulle være begyndt i januar, men er udskudt på ubestemt tid.
Tovholder: Lise Aagaard, Strandby Kommune. Indsatsen ligger hos Ernæringsgruppen.
"""
PLAN = """Handleplan 2024-2026 – Sundhedsklynge Vesterå

Indsats 1: Fælles Akutteam
Formål: At forebygge indlæggelser.
Periode: 1.1.2024-31.12.2026
Ansvarlig: Akutgruppen
Økonomi: 2 mio. kr. årligt

Indsats 2: Digital Hjemmemonitorering
Formål: At flere borgere kan følges hjemme.
Periode: medio 2024 – ultimo 2025
Ansvarlig: Arbejdsgruppen for Teknologi
"""
NOTE = """Notat: Igangværende og kommende indsatser

Bevæg Dig Fri, der er finansieret af Trygfonden, når ud til 300 borgere om året. Det er besluttet at forlænge indsatsen frem til juni 2026.

Fra 1. januar 2025 overgår Natteravnen til drift i regi af Kær Kommune.

Vi planlægger desuden at søsætte Klar Besked i andet halvår af 2025.

Carina Dahl orienterede om projektet "Mere Mobil", som hun er projektleder for.

Arbejdet med Fælles Medicinkort skrider planmæssigt frem. Ældrerådet og Handicaprådet har kørt en høring.
"""
TABLE = """Referat af møde den 3. juni 2019

1. Status på projekter
Initiativ Ansvar
1. De gode overgange
Fjordklyngen
Leverancen er tre initiativer:
Lægetelefon: Praktiserende læge kan ringe til afdelingen.
Netværksmøder: Der kan indkaldes til møder.
Borgerpanel der skal give gode råd.
Afprøvning er februar – oktober 2019
"""

TOLD: tuple[tuple[str, str, dict[str, Any]], ...] = (
    (SHEET, "Trygt Udskrevet", {"anchored_in": ["Akutafdelingen"], "leads": ["Karen Bjerg"], "start": "2024", "end": "2025", "status": "active"}),
    (SHEET, "Sårnet", {"anchored_in": ["Kær Kommune"], "start": "2023", "end": "2024-06", "status": "completed"}),
    (SHEET, "Hverdagsrobusthed", {"anchored_in": ["Forebyggelsesafdelingen"], "start": "2025-01", "end": None, "status": "planned"}),
    (
        MINUTES,
        "Hjem til Tiden",
        {"anchored_in": ["Kær Kommune", "Fjordby Sygehus"], "leads": ["Mette Lund"], "start": "2023", "end": "2026", "status": "active"},
    ),
    (MINUTES, "Tele-KOL", {"start": "2018", "end": None, "status": "active"}),
    (MINUTES, "Forløbskoordinator-ordningen", {"end": "2023-12", "status": "completed"}),
    (MINUTES, "Tryg Hjemkomst", {}),
    (MINUTES, "Spis Igen", {"status": "paused", "leads": ["Lise Aagaard"], "anchored_in": ["Ernæringsgruppen"]}),
    (PLAN, "Fælles Akutteam", {"start": "2024-01-01", "end": "2026-12-31", "anchored_in": ["Akutgruppen"]}),
    (PLAN, "Digital Hjemmemonitorering", {"start": "2024", "end": "2025", "anchored_in": ["Arbejdsgruppen for Teknologi"]}),
    (NOTE, "Bevæg Dig Fri", {"end": "2026-06"}),
    (NOTE, "Natteravnen", {"anchored_in": ["Kær Kommune"]}),
    (NOTE, "Klar Besked", {"start": "2025-07", "end": None, "status": "planned"}),
    (NOTE, "Mere Mobil", {"leads": ["Carina Dahl"]}),
    (NOTE, "Fælles Medicinkort", {"status": "active"}),
    (TABLE, "Lægetelefon", {"start": "2019-02", "end": "2019-10"}),
    (TABLE, "Netværksmøder", {"start": "2019-02", "end": "2019-10"}),
    (TABLE, "Borgerpanel", {"start": "2019-02", "end": "2019-10"}),
)
ALL = {SHEET: 3, MINUTES: 5, PLAN: 2, NOTE: 5}


def _initiatives(text: str, folder: Path) -> dict[str, dict[str, Any]]:
    path = folder / "tekst.txt"
    path.write_text(text, encoding="utf-8")
    document = documents.read(path)
    found, _ = claims.recognize(document)
    return {row["name"]: row for row in records.facts(document, found)["initiatives"]}


@pytest.mark.parametrize(("text", "name", "told"), TOLD, ids=[name for _, name, _ in TOLD])
def test_what_is_told_of_an_initiative(text: str, name: str, told: dict[str, Any], tmp_path: Path) -> None:
    row = _initiatives(text, tmp_path)[name]
    assert {key: row[key] for key in told} == told


@pytest.mark.parametrize(("text", "count"), ALL.items(), ids=["sheet", "minutes", "plan", "note"])
def test_no_other_initiatives_are_told(text: str, count: int, tmp_path: Path) -> None:
    assert len(_initiatives(text, tmp_path)) == count


POINTS = """Referat af møde i bestyrelsen den 22. februar 2025

1) Regnskab 2024
Kassereren fremlagde. Projektet "Ro i Natten" var billigere end ventet.

2) Projekterne
Formanden gav en rundtur.
* Kurser på nettet: fuld gang i den. Projektleder Ea Rishøj.
* Ung med eksem: afsluttet i november.

3) Lokale smerteteams
Ib Kjeldahl orienterede. Forsøget har fået 24 mio. kr. fra ministeriet.

4) Akutsygepleje
Oda orienterede om overdragelsen. Indsatsen Akut Vest er videreført.
"""
LETTER = """Kære alle

1) Sommercamp. Aftalt, at Abdi er tovholder og finder et sted.
2) Tryghedsvandring. Vi besluttede at droppe den helt.
3) Årsplan. Jeg er tovholder.
"""
LOST = (
    "Kort nyt til opslagstavlen Medicinservice 65+ Ordningen har nu besøgt 48 klinikker. Tidlig Samtale Projektet, der blev sat i gang i 2016, er "
    "stoppet. Husk Hatten Sommerkampagnen begynder 1. juli. Vi glæder os over den nye supervisionsordning Kollegahjælp.\n"
)
ROWS = """Handlingsplan 2024-2025

Nr. | Indsats | Hvem har ansvaret | Tovholder | Økonomi (kr.)
1 | Fælles indgang. Borgeren ringer ét sted | Tang Kommune | Ea Rishøj | 1.200.000
2 | "Hånden på hjertet": oplæring i samtaler om livet | Tandplejen i Faxe Kommune og Geriatrisk Afdeling, Tang Sygehus | Ikke afklaret | 0
3 | Medicinlisten først - afstemning ved udskrivning, tidligere kaldt FMK-sporet | Medicingruppen | Hala Osman | 95.000
"""
APPLIED = """Referat

3. Ansøgninger om midler fra puljen
     Ansøger                       Titel                          Ansøgt       Indstilling
 1   Lægerne Havnegade, Hals       Åben dør for unge              112.000      Imødekommes
 2   NordKAP                       Klyngepakke om demens          85.500       Imødekommes
"""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (POINTS, {"Ro i Natten", "Kurser på nettet", "Ung med eksem", "Lokale smerteteams", "Indsatsen Akut Vest"}),
        (LETTER, {"Sommercamp", "Tryghedsvandring"}),
        (LOST, {"Medicinservice 65+", "Tidlig Samtale", "Husk Hatten", "Kollegahjælp"}),
        (ROWS, {"Fælles indgang", "Hånden på hjertet", "Medicinlisten først"}),
        (APPLIED, {"Åben dør for unge", "Klyngepakke om demens"}),
    ],
    ids=["points", "letter", "lost line breaks", "rows", "applications"],
)
def test_names_that_only_their_place_shows(text: str, names: set[str], tmp_path: Path) -> None:
    assert set(_initiatives(text, tmp_path)) == names


def test_a_cell_of_units_and_their_employers_holds_the_units(tmp_path: Path) -> None:
    assert _initiatives(ROWS, tmp_path)["Hånden på hjertet"]["anchored_in"] == ["Tandplejen", "Geriatrisk Afdeling"]


def test_what_a_thing_was_called_is_another_name_of_it(tmp_path: Path) -> None:
    assert "FMK-sporet" in _initiatives(ROWS, tmp_path)["Medicinlisten først"]["aliases"]
