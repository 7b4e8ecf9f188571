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


BARS = (
    "Handlingsplan 2024-2025\n\nSAMARBEJDET SKOV OG STRAND\n\n"
    "Nr. | Indsats | Hvem har ansvaret | Tovholder | Hvor langt er vi | Økonomi (kr.)\n"
    "1 | Ét nummer. Borgeren ringer ét sted, og vagten visiterer | Lunde Kommune | Aoife Brenholt, Lunde | "
    "I drift siden 1. maj 2023. Modenhed: høj | 800.000 pr. år\n"
    "2 | LUNA – lungetræning i naturen | Medicinsk Afdeling, Højby Sygehus | Ylva Tornmark | "
    "Modenhed: mellem. Opstart 2. halvår 2024, slutter ved udgangen af 2025 | 90.000 (2024), 95.000 (2025)\n"
    '3 | "Ord til sidst": kurser i samtaler | Palliativt Team | Overlæge Bo Krag | Idé. Modenhed: lav | Ansøges om 2,1 mio. (2025-2026)\n'
    "4 | Pillerne først, tidligere kaldt FMK-forsøget | Medicingruppen | "
    "Farmaceut Hanne Lund og Bente Kragelund | Afsluttet dec. 2023; bæres videre | 0\n"
    "5 | Ung & Udsat | Ungegruppen | Jonas Hvid, Lunde | Godkendt, går i gang 1. oktober 2024 | Afventer\n"
)


def test_a_table_with_bars_and_telling_cells() -> None:
    rows = {c.subject.name: c.qualifiers for c in found(BARS, "initiative")}
    assert list(rows) == ["Ét nummer", "LUNA", "Ord til sidst", "Pillerne først", "Ung & Udsat"]
    ret, luna, ord_, piller, ung = rows.values()
    assert (ret["status"], ret["start"], ret["maturity"], ret["leads"]) == ("active", "2023-05-01", "høj", ["Aoife Brenholt"])
    assert ret["budget"] == [{"amount_dkk": 800_000, "period": None}]
    assert (luna["status"], luna["start"], luna["end"], luna["anchored_in"]) == ("planned", "2024-07", "2025", ["Medicinsk Afdeling"])
    assert luna["budget"] == [{"amount_dkk": 90_000, "period": "2024"}, {"amount_dkk": 95_000, "period": "2025"}]
    assert "LUNA – lungetræning i naturen" in luna["aliases"]
    assert (ord_["status"], ord_["maturity"], ord_.get("start")) == ("proposed", "lav", None)
    assert (piller["status"], piller["end"], piller["leads"]) == ("completed", "2023-12", ["Hanne Lund", "Bente Kragelund"])
    assert "FMK-forsøget" in piller["aliases"]
    assert (ung["status"], ung["start"]) == ("planned", "2024-10-01")


def test_who_leads_an_initiative_is_no_member() -> None:
    assert found(BARS, "forum_role") == []
    assert {c.subject.name for c in found(BARS, "person")} >= {"Aoife Brenholt", "Ylva Tornmark", "Bo Krag"}


@pytest.mark.parametrize(
    "table",
    [
        "Nr;Indsats;Ansvarlig;Status;Økonomi\n1;Rolig nat;Højby Kommune;Kører;250.000 kr.\n2;Ny dag;Lavby Kommune;Sat i bero;\n",
        "Nr. ; Indsats ; Ansvarlig ; Status ; Økonomi\n"
        "1 ; Rolig nat ; Højby Kommune ; Kører ; 250.000 kr.\n2 ; Ny dag ; Lavby Kommune ; Sat i bero ; -\n",
        "| Nr. | Indsats | Ansvarlig | Status | Økonomi |\n"
        "| 1 | Rolig nat | Højby Kommune | Kører | 250.000 kr. |\n| 2 | Ny dag | Lavby Kommune | Sat i bero | |\n",
        "      Indsats      Ansvarlig         Status        Økonomi (kr.)\n"
        "1     Rolig nat    Højby Kommune     Kører         250.000\n2     Ny dag       Lavby Kommune     Sat i bero    -\n",
    ],
)
def test_tables_drawn_in_other_ways(table: str) -> None:
    rows = found(f"Oversigt over projekter i Sundhedsklynge Højland\n\n{table}", "initiative")
    told = [(c.subject.name, c.qualifiers["anchored_in"], c.qualifiers["status"], c.qualifiers.get("budget")) for c in rows]
    assert told == [
        ("Rolig nat", ["Højby Kommune"], "active", [{"amount_dkk": 250_000, "period": None}]),
        ("Ny dag", ["Lavby Kommune"], "paused", None),
    ]


def test_applications_below_heads_without_a_number() -> None:
    text = (
        "Uddeling af kvalitetspuljen\n\nAnsøger\tTitel\tAnsøgt\tIndstilling\n"
        "1\tLægerne Torvet, Mølby\tÅben port for unge\t112.000\tImødekommes\n2\tPraksis Syd\tUltralyd i dag\t260.000\tAfslag\n"
    )
    rows = found(text, "initiative")
    assert [(c.subject.name, c.qualifiers["budget"][0]["amount_dkk"], c.qualifiers["status"]) for c in rows] == [
        ("Åben port for unge", 112_000, "proposed"),
        ("Ultralyd i dag", 260_000, "stopped"),
    ]
    assert sorted(c.qualifiers["amount_dkk"] for c in found(text, "money")) == [112_000, 260_000]


def test_a_contact_in_the_cell_of_who_is_responsible() -> None:
    text = (
        "Oversigt over indsatser\n\nNr.\tIndsats\tAnsvarlig\tStatus\n1\tFredagshjem\tOperativ gruppe Somatik, kontakt Ahmat Dirri\tKører\n"
        "2\tTrappetid\tBørnegruppen; projektleder Tina Falk\tKører\n"
    )
    first, second = found(text, "initiative")
    assert (first.qualifiers["contacts"], first.qualifiers.get("leads")) == (["Ahmat Dirri"], None)
    assert second.qualifiers["leads"] == ["Tina Falk"]
