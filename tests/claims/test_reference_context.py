"""References whose bodies stand round the sentence: on a card, before it, counted and then told one by one, broken over lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from clustergraph import claims, documents, records

Row = tuple[str, str, str, str]

SAID: list[tuple[str, set[Row]]] = [
    (
        (
            "Oversigt\n\n"
            "Gruppe: Kostgruppen\nNedsat af: Klyngeforum Vest\nSvarer til: Klyngeforum Vest\nSekretariat: Bakkeby Kommune\n\n"
            "Gruppe: Faldgruppen\nSvarer til: Ikke længere nogen. Indtil 2021 var det Klyngeforum Vest.\n\n"
            "Gruppe: Sårgruppen\nReference: Ingen (tidligere Klyngeforum Vest)\n"
        ),
        {
            ("Kostgruppen", "set_up_by", "Klyngeforum Vest", "current"),
            ("Kostgruppen", "reports_to", "Klyngeforum Vest", "current"),
            ("Kostgruppen", "secretariat_by", "Bakkeby Kommune", "current"),
            ("Faldgruppen", "reports_to", "Klyngeforum Vest", "lapsed"),
            ("Sårgruppen", "reports_to", "Klyngeforum Vest", "lapsed"),
        },
    ),
    (
        "Notat\n\nKostgruppen\n- nedsat af Klyngeforum Vest i 2019\n- afløser Måltidsforum\n- formand: Bo Krag\n",
        {("Kostgruppen", "set_up_by", "Klyngeforum Vest", "current"), ("Kostgruppen", "successor_of", "Måltidsforum", "current")},
    ),
    (
        "Notat\n\nKlyngeforum Vest har to faste undergrupper. Den ene, Kostgruppen, ledes af Bo Krag. Den anden, Faldgruppen, mødes sjældent.\n",
        {("Kostgruppen", "subgroup_of", "Klyngeforum Vest", "current"), ("Faldgruppen", "subgroup_of", "Klyngeforum Vest", "current")},
    ),
    (
        "Notat\n\nKlyngeforum Vest kan nedsætte underarbejdsgrupper. Der er p.t. én: Kostgruppen.\n",
        {("Kostgruppen", "subgroup_of", "Klyngeforum Vest", "current"), ("Kostgruppen", "set_up_by", "Klyngeforum Vest", "current")},
    ),
    (
        "Notat\n\nKostgruppen er nedsat af Styregruppen for Ernæring. Gruppen sekretariatsbetjenes af Bakkeby Kommune.\n",
        {
            ("Kostgruppen", "set_up_by", "Styregruppen for Ernæring", "current"),
            ("Kostgruppen", "secretariat_by", "Bakkeby Kommune", "current"),
        },
    ),
    (
        "Notat\n\nKostgruppen er etableret af Bakkeby Kommune for at styrke maden. Den hører\nunder Klyngeforum Vest, men mødes sjældent.\n",
        {("Kostgruppen", "set_up_by", "Bakkeby Kommune", "current"), ("Kostgruppen", "reports_to", "Klyngeforum Vest", "current")},
    ),
    (
        "Notat\n\nI Kostgruppen er Bakkeby Kommune repræsenteret. Danske Patienter har udtrykt ønske om også at få en plads.\n",
        {("Bakkeby Kommune", "represented_in", "Kostgruppen", "current"), ("Danske Patienter", "represented_in", "Kostgruppen", "proposed")},
    ),
    (
        "Notat\n\nDe daværende kontaktudvalg (nu undergrupper til samordningsudvalgene) havde reference til Klyngeforum Vest.\n",
        {
            ("kontaktudvalg", "reports_to", "Klyngeforum Vest", "former"),
            ("undergrupper til samordningsudvalgene", "subgroup_of", "samordningsudvalgene", "current"),
            ("undergrupper til samordningsudvalgene", "successor_of", "kontaktudvalg", "current"),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID, ids=range(len(SAID)))
def test_what_stands_round_a_sentence_says_who_is_meant(text: str, expected: set[Row], tmp_path: Path) -> None:
    path = tmp_path / "notat.txt"
    path.write_text(text, encoding="utf-8")
    document = documents.read(path)
    found, _ = claims.recognize(document)
    rows = records.facts(document, found)["reporting_lines"]
    assert {(r["from"], r["kind"], r["to"], r["status"]) for r in rows} == expected
