"""Plan tables of several makes: columns by their headings, rows that go on, several initiatives in a row, flattened tables."""

import pytest
from tests.claims.texts import HEAD, found

from clustergraph.claims import plan_tables

TABLE = (
    "Handleplan 2024 for Sundhedsklynge Højland\n\n"
    "Indsats\tFormål\tModenhed\tØkonomi\tTidsplan\tAnsvarlig\tStatus\n"
    "Rolig nat\tBedre søvn på afdelingerne\tHøj\t250.000 kr. i 2024 og 125.000 kr. i 2025\t2. kvartal 2024 – 3. kvartal 2025\tHøjby Kommune\tI gang\n"
    "\t\t\t\t\t\tRegion Østersø følger indsatsen tæt.\n"
    "Fælles vægttavle\t\tLav Emnet modnes\tEndnu ukendt\t\tLavby Kommune\tAfventer\n"
)


def test_the_columns_are_found_by_their_headings() -> None:
    rolig, tavle = found(TABLE, "initiative")
    assert rolig.subject.name == "Rolig nat"
    told = rolig.qualifiers
    assert (told["purpose"], told["maturity"], told["start"], told["end"], told["status"]) == (
        "Bedre søvn på afdelingerne",
        "Høj",
        "2024-04",
        "2025-09",
        "active",
    )
    assert told["budget"] == [{"amount_dkk": 250_000, "period": "2024"}, {"amount_dkk": 125_000, "period": "2025"}]
    assert told["anchored_in"] == ["Højby Kommune"]
    assert {"body": "Region Østersø", "part": "follows"} in told["involved"]
    assert (tavle.qualifiers["maturity"], tavle.qualifiers["status"]) == ("Lav", "paused")
    assert "budget" not in tavle.qualifiers


def test_other_headings_and_bars() -> None:
    text = (
        "Handleplan for Sundhedsklynge Højland\n\n| Projekt | Tovholder | Beløb | Start |\n| --- | --- | --- | --- |\n"
        "| Hjælp hjem | Højby Kommune | 90 t.kr. | primo 2025 |\n| Ny kørsel | Lavby Kommune | - | 2026 |\n"
    )
    rows = found(text, "initiative")
    assert [(r.subject.name, r.qualifiers.get("start")) for r in rows] == [("Hjælp hjem", "2025"), ("Ny kørsel", "2026")]
    assert rows[0].qualifiers["budget"] == [{"amount_dkk": 90_000, "period": None}]


def test_a_row_of_several_initiatives() -> None:
    text = (
        "Handleplan for Sundhedsklynge Højland\n\nIndsats\tModenhed\tBesluttet\n"
        "Ungdom – Samtalehus og BUS\tMiddel / Vedr. Samtalehuset: Højby Kommune er ansvarlig for arbejdet.\tGodkendt\n"
        "\tLav / Vedr. Bredt Ungeteam i Skolen (BUS): Lavby Kommune er tovholder på det videre arbejde.\tGodkendt\n"
    )
    rows = found(text, "initiative")
    assert [(r.subject.name, r.qualifiers["maturity"], r.qualifiers["anchored_in"]) for r in rows] == [
        ("Samtalehuset", "Middel", ["Højby Kommune"]),
        ("Bredt Ungeteam i Skolen (BUS)", "Lav", ["Lavby Kommune"]),
    ]


def test_a_table_flattened_over_lines() -> None:
    text = (
        f"{HEAD}1. Alliancen om søvn\n\nSagsfremstilling\n\nInitiativerne er forankret sådan:\n\nInitiativ Forankring\n"
        "1. Mørke rum (opstart forår 2022)\n\nLunde Kommune\n\n3. Skærmfri aften\n\nNørby Kommune og Lunde Kommune\n\n"
        "Det blev i denne sag nævnt, at alle kommuner kan være med i det videre forløb, når de har svaret på det spørgeskema, som er sendt ud.\n\n"
        "Beslutning\n\nDrøftet.\n"
    )
    rows = found(text, "initiative")
    assert [(r.subject.name, r.qualifiers["anchored_in"], r.qualifiers.get("start")) for r in rows] == [
        ("Mørke rum", ["Lunde Kommune"], "2022"),
        ("Skærmfri aften", ["Nørby Kommune", "Lunde Kommune"], None),
    ]


@pytest.mark.parametrize("text", ["Aktivitet | Deltagere |", "Navn\tTitel\tOrganisation", "Projektet\ter\tgodt", "Status", "Kommune\tAntal\tAndel"])
def test_no_plan_table(text: str) -> None:
    assert plan_tables.header_of(text) == ()


def test_rows_that_go_on_where_rows_are_numbered() -> None:
    text = (
        "Handlingsplan 2024 for Sundhedsklynge Højland\n\n"
        "Nr.\tIndsats\tForankring\tTovholder\tPeriode\tBevilling (kr.)\tStatus\n"
        "1\tRolig nat\tHøjby Kommune og\tChefkonsulent Bente Skovby Dahl, Højby Kommune\t2024\t2024: 200.000\tI gang\n"
        "\t- forsøg\tLavby Kommune\t\t\t2025: 250.000\t\n"
        "2\tFælles vægttavle\tLavby Kommune\tVakant\t1. kv. 2025 – 2. kv. 2026\t-\tUnder forberedelse\n"
    )
    rolig, tavle = found(text, "initiative")
    assert (rolig.subject.name, rolig.qualifiers["aliases"]) == ("Rolig nat", ["Rolig nat - forsøg"])
    assert rolig.qualifiers["anchored_in"] == ["Højby Kommune", "Lavby Kommune"]
    assert rolig.qualifiers["budget"] == [{"amount_dkk": 200_000, "period": "2024"}, {"amount_dkk": 250_000, "period": "2025"}]
    assert (rolig.qualifiers["start"], rolig.qualifiers["end"]) == ("2024", "2024")
    assert (tavle.qualifiers["start"], tavle.qualifiers["end"], "leads" in tavle.qualifiers) == ("2025-01", "2026-06", False)


def test_a_name_that_goes_on_in_the_next_row() -> None:
    text = (
        "Handlingsplan 2024 for Sundhedsklynge Højland\n\nProjekt\tAnsvarlig organisation\tØkonomi\n"
        "Tryg hjem efter\tHøjby Kommune\t90.000 kr.\nindlæggelse\t\t\nRolig nat\tLavby Kommune\t-\n"
    )
    assert [c.subject.name for c in found(text, "initiative")] == ["Tryg hjem efter indlæggelse", "Rolig nat"]
