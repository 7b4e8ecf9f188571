"""Organisational references: a sentence and the lines that it says, in wording and with names of our own."""

from __future__ import annotations

import pytest

from clustergraph.claims import references
from clustergraph.claims.reading import Reading
from clustergraph.model import Document, View

Row = tuple[str, str, str, str]


def reading(text: str, kind: str = "minutes", forum: str | None = None, date: str | None = None) -> Reading:
    view = View(text, (0,), (0,))
    return Reading(Document("0" * 64, "x.txt", "text/plain", "plain", kind, forum, date, None, None, forum, text, view))


def lines(text: str, **more: str) -> set[Row]:
    return {
        (c.subject.name, c.qualifiers["kind"], c.qualifiers["status"], c.object.name)
        for c in references.recognize(reading(text, **more))
        if c.kind == "reporting_line" and c.object
    }


SAID: list[tuple[str, set[Row]]] = [
    # answers to
    ("Søvngruppen har reference til Styregruppen for Nattehvile.", {("Søvngruppen", "reports_to", "in_force", "Styregruppen for Nattehvile")}),
    ("Tandrådet refererer direkte til Sundhedsforum Sydkyst.", {("Tandrådet", "reports_to", "in_force", "Sundhedsforum Sydkyst")}),
    (
        "En arbejdsgruppe om fodpleje, der har reference til Udvalget for Velfærd, har afleveret sit forslag.",
        {("arbejdsgruppe om fodpleje", "reports_to", "in_force", "Udvalget for Velfærd")},
    ),
    ("Netværket for Høreapparater med reference til Hørerådet mødes to gange om året.", {
        ("Netværket for Høreapparater", "reports_to", "in_force", "Hørerådet"),
    }),
    ("Faldgruppen og Kostgruppen hører under Styregruppen Enghaven.", {
        ("Faldgruppen", "reports_to", "in_force", "Styregruppen Enghaven"),
        ("Kostgruppen", "reports_to", "in_force", "Styregruppen Enghaven"),
    }),
    ("Kostgruppen rapporterer løbende til Ernæringsudvalget og til Styregruppen Enghaven.", {
        ("Kostgruppen", "reports_to", "in_force", "Ernæringsudvalget"),
        ("Kostgruppen", "reports_to", "in_force", "Styregruppen Enghaven"),
    }),
    ("Medicinforum er underlagt Direktionsforum.", {("Medicinforum", "reports_to", "in_force", "Direktionsforum")}),
    ("Digitaliseringsrådet står til ansvar over for Kontaktudvalget.", {("Digitaliseringsrådet", "reports_to", "in_force", "Kontaktudvalget")}),
    ("Til Ældreforum Øst refererer Sansegruppen.", {("Sansegruppen", "reports_to", "in_force", "Ældreforum Øst")}),
    ("Sansegruppen svarer over for Ældreforum Øst.", {("Sansegruppen", "reports_to", "in_force", "Ældreforum Øst")}),
    # whose minutes it keeps
    ("Ældreforum Øst har Velfærdskontoret i Bakkeby Kommune som sekretariat.", {
        ("Ældreforum Øst", "secretariat_by", "in_force", "Velfærdskontoret"),
    }),
    ("Ældreforum Øst får sekretariatsbistand fra Bakkeby Kommune.", {("Ældreforum Øst", "secretariat_by", "in_force", "Bakkeby Kommune")}),
    ("Ældreforum Øst betjenes af et lille sekretariat, Forumsekretariatet.", {
        ("Ældreforum Øst", "secretariat_by", "in_force", "Forumsekretariatet"),
    }),
    ("Ældreforum Øst betjenes af chefkonsulent Bo Krag fra Bakkeby Kommune.", {("Ældreforum Øst", "secretariat_by", "in_force", "Bakkeby Kommune")}),
    # has a seat
    ("I Ældreforum Øst har Bakkeby Kommune en fast plads.", {("Bakkeby Kommune", "represented_in", "in_force", "Ældreforum Øst")}),
    ("Almen praksis ved PLO-Klit har en plads i Ældreforum Øst.", {("PLO-Klit", "represented_in", "in_force", "Ældreforum Øst")}),
    ("Ved uenighed løfter Sansegruppen sagen til Ældreforum Øst.", {("Sansegruppen", "may_refer_matters_to", "in_force", "Ældreforum Øst")}),
    ("Ved fællesmødet bragte Sansegruppen sager til Ældreforum Øst.", set()),
    ("Sansegruppen er en videreførelse af Musikgruppen.", {("Sansegruppen", "successor_of", "in_force", "Musikgruppen")}),
    ("Sager, der angår økonomi, kan Sansegruppen løfte til Ældreforum Øst.", {
        ("Sansegruppen", "may_refer_matters_to", "in_force", "Ældreforum Øst"),
    }),
    # is part of
    ("Under Ældreforum Øst findes undergruppen Sansenetværket.", {("Sansenetværket", "subgroup_of", "in_force", "Ældreforum Øst")}),
    ("Sårgruppen er en undergruppe til Plejeforum Vest.", {("Sårgruppen", "subgroup_of", "in_force", "Plejeforum Vest")}),
    ("Sårgruppen er et underudvalg under Hjemmeplejerådet.", {("Sårgruppen", "subgroup_of", "in_force", "Hjemmeplejerådet")}),
    ("Demensnetværket indgår i Ældreforum Øst.", {("Demensnetværket", "subgroup_of", "in_force", "Ældreforum Øst")}),
    ("Under Ældreforum Øst er der nedsat to undergrupper: Sansegruppen og Musikgruppen.", {
        ("Sansegruppen", "subgroup_of", "in_force", "Ældreforum Øst"),
        ("Musikgruppen", "subgroup_of", "in_force", "Ældreforum Øst"),
    }),
    # set up by
    ("Hjertegruppen er nedsat af Sundhedsrådet for Fjordbyen i 2021.", {("Hjertegruppen", "set_up_by", "in_force", "Sundhedsrådet for Fjordbyen")}),
    ("Bakkeby Kommune har nedsat et Handicapråd.", {("Handicapråd", "set_up_by", "in_force", "Bakkeby Kommune")}),
    ("Lungegruppen, nedsat i regi af Klyngestyregruppen, har holdt sit første møde.", {
        ("Lungegruppen", "set_up_by", "in_force", "Klyngestyregruppen"),
    }),
    ("Der er i regi af Klyngestyregruppen nedsat en arbejdsgruppe om hjemmeilt.", {
        ("arbejdsgruppe om hjemmeilt", "set_up_by", "in_force", "Klyngestyregruppen"),
    }),
    ("Kystrådet besluttede at nedsætte en følgegruppe for strandpleje.", {("følgegruppe for strandpleje", "set_up_by", "in_force", "Kystrådet")}),
    ("Der nedsættes en arbejdsgruppe om sommerplejen under Kystrådet.", {("arbejdsgruppe om sommerplejen", "set_up_by", "proposed", "Kystrådet")}),
    # anchored, secretariat, represented
    ("Høreforum er forankret i Region Sydkysten.", {("Høreforum", "anchored_in", "in_force", "Region Sydkysten")}),
    ("Høreforum er forankret i regi af Sygehus Sydkysten.", {("Høreforum", "anchored_in", "in_force", "Sygehus Sydkysten")}),
    ("Talerådet sekretariatsbetjenes af Bakkeby Kommune.", {("Talerådet", "secretariat_by", "in_force", "Bakkeby Kommune")}),
    ("Fællessekretariatet varetager sekretariatsbetjeningen af Talerådet.", {("Talerådet", "secretariat_by", "in_force", "Fællessekretariatet")}),
    ("Bakkeby Kommune og Danske Patienter er repræsenteret i Talerådet.", {
        ("Bakkeby Kommune", "represented_in", "in_force", "Talerådet"),
        ("Danske Patienter", "represented_in", "in_force", "Talerådet"),
    }),
    ("Bakkeby Kommune har to pladser i Kystforum.", {("Bakkeby Kommune", "represented_in", "in_force", "Kystforum")}),
    ("Kystforum består af repræsentanter fra Bakkeby Kommune, almen praksis og Region Sydkysten.", {
        ("Bakkeby Kommune", "represented_in", "in_force", "Kystforum"),
        ("almen praksis", "represented_in", "in_force", "Kystforum"),
        ("Region Sydkysten", "represented_in", "in_force", "Kystforum"),
    }),
    # may bring matters, follows
    ("Patientforum kan indbringe principielle sager for Kontaktudvalget.", {("Patientforum", "may_refer_matters_to", "in_force", "Kontaktudvalget")}),
    ("Faldnetværket har ret til at forelægge emner til drøftelse i Kontaktudvalget.", {
        ("Faldnetværket", "may_refer_matters_to", "in_force", "Kontaktudvalget"),
    }),
    ("Akutforum Sydkyst erstatter Akutudvalget.", {("Akutforum Sydkyst", "successor_of", "in_force", "Akutudvalget")}),
    ("Akutudvalget er afløst af Akutforum Sydkyst.", {("Akutforum Sydkyst", "successor_of", "in_force", "Akutudvalget")}),
    ("Plejeforum (tidligere kaldt Plejerådet) mødes hver måned.", {("Plejeforum", "successor_of", "in_force", "Plejerådet")}),
    # was
    ("Trivselsrådet havde tidligere reference til Skoleforum.", {("Trivselsrådet", "reports_to", "lapsed", "Skoleforum")}),
    ("Trivselsrådet havde reference til det nu nedlagte Skoleforum.", {("Trivselsrådet", "reports_to", "former", "Skoleforum")}),
    ("Trivselsrådet har ikke længere reference til Skoleforum.", {("Trivselsrådet", "reports_to", "lapsed", "Skoleforum")}),
    ("Indtil 2018 indgik Trivselsrådet i Skoleforum.", {("Trivselsrådet", "subgroup_of", "lapsed", "Skoleforum")}),
    # is to be
    ("Trivselsrådet ønsker, at rådet får en formel reference til Skoleforum.", {("Trivselsrådet", "reports_to", "requested", "Skoleforum")}),
    ("Det foreslås, at Vaccinegruppen fremover refererer til Smitteforum.", {("Vaccinegruppen", "reports_to", "proposed", "Smitteforum")}),
    ("Det anbefales, at Vaccinegruppen tilknyttes Smitteforum.", {("Vaccinegruppen", "reports_to", "proposed", "Smitteforum")}),
    ("Hvis Vaccinegruppen nedsættes, vil Vaccinegruppen referere til Smitteforum.", {("Vaccinegruppen", "reports_to", "proposed", "Smitteforum")}),
    ("Ventelisterådet bad Smitteforum om nedsættelse af en testgruppe og en talgruppe.", {
        ("testgruppe", "set_up_by", "proposed", "Smitteforum"),
        ("talgruppe", "set_up_by", "proposed", "Smitteforum"),
    }),
    # two in one sentence, a clause after "og"
    ("Kommunalforum har nedsat Budgetgruppen, og gruppen refererer til Kommunalforum.", {
        ("Budgetgruppen", "set_up_by", "in_force", "Kommunalforum"),
        ("Budgetgruppen", "reports_to", "in_force", "Kommunalforum"),
    }),
    ("Smerteforum er nedsat af Kontaktudvalget og hører under dette.", {
        ("Smerteforum", "set_up_by", "in_force", "Kontaktudvalget"),
        ("Smerteforum", "reports_to", "in_force", "Kontaktudvalget"),
    }),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[text[:60] for text, _ in SAID])
def test_a_sentence_says_these_references_and_no_others(text: str, expected: set[Row]) -> None:
    assert lines(text) == expected


NOTHING_SAID = [
    "Stabsgruppen forbereder sager til Kontaktudvalget.",
    "Patientforum rejser gerne sager over for Kontaktudvalget.",
    "Faldgruppen leverer input til Styregruppen Enghaven.",
    "Faldgruppen har ikke reference til Styregruppen Enghaven.",
    "Skal Faldgruppen referere til Styregruppen Enghaven?",
    "Det drøftes, om Faldgruppen skal have reference til Styregruppen Enghaven.",
    "Rapporten henviser med reference til § 12 i loven til Styregruppen Enghaven.",
    "Kontaktudvalget sendte sagen til Styregruppen Enghaven.",
    "Projektet er forankret i Styregruppen Enghaven.",
    "Implementeringen forankres i Faldgruppen.",
    "Faldgruppen og Styregruppen Enghaven holdt fælles temadag.",
    "Styregruppen Enghaven drøftede oplægget fra Faldgruppen.",
    "Faldgruppen fremlagde status for Styregruppen Enghaven.",
    "Bakkeby Kommune refererer til Region Sydkysten i sit høringssvar.",
    "Formanden for Faldgruppen deltog i mødet i Kontaktudvalget.",
]


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_what_only_looks_like_a_reference_is_none(text: str) -> None:
    assert lines(text) == set()


@pytest.mark.parametrize(
    ("text", "valid_from", "valid_until"),
    [
        ("Hjertegruppen er nedsat af Sundhedsrådet for Fjordbyen i 2021.", "2021", None),
        ("Indtil 2018 indgik Trivselsrådet i Skoleforum.", None, "2018"),
        ("Udvalget for Rehabilitering er nedsat af Byrådet for perioden 2022-2025.", "2022", "2025"),
        ("Trivselsrådet havde frem til juni 2020 reference til Skoleforum.", None, "2020-06"),
        ("Siden 2019 har Trivselsrådet haft reference til Skoleforum.", "2019", None),
        ("Skoleforum blev oprettet i 2015. Trivselsrådet har reference til Skoleforum.", None, None),
    ],
)
def test_only_the_clause_itself_dates_a_reference(text: str, valid_from: str | None, valid_until: str | None) -> None:
    found = [c for c in references.recognize(reading(text)) if c.kind == "reporting_line"]
    assert [(c.qualifiers.get("valid_from"), c.qualifiers.get("valid_until")) for c in found] == [(valid_from, valid_until)]


def test_a_date_of_one_clause_does_not_date_the_other() -> None:
    text = "Kystgrupperne indgik indtil 2017 i det nu nedlagte Strandnetværk (SNV), som havde reference til Havrådet."
    found = {c.object.name: c.qualifiers.get("valid_until") for c in references.recognize(reading(text)) if c.kind == "reporting_line" and c.object}
    assert found == {"Strandnetværk": "2017", "Havrådet": None}


def test_a_reference_that_only_some_kept() -> None:
    text = (
        "De fire SP-klynger havde tidligere reference til de daværende styregrupper. "
        "Denne reference er i dag kun bevaret i Fjordklyngen og i Skovklyngen."
    )
    assert lines(text) == {
        ("SP-klynger", "reports_to", "lapsed", "styregrupper"),
        ("SP-klyngen i Fjordklyngen", "reports_to", "in_force", "Fjordklyngen"),
        ("SP-klyngen i Skovklyngen", "reports_to", "in_force", "Skovklyngen"),
    }


def test_the_label_lines_of_terms_of_reference_speak_of_their_forum() -> None:
    text = "Kommissorium for Smerteforum\n\nReference: Kontaktudvalget\nSekretariat: Bakkeby Kommune\n"
    assert lines(text, kind="terms", forum="Smerteforum") == {
        ("Smerteforum", "reports_to", "in_force", "Kontaktudvalget"),
        ("Smerteforum", "secretariat_by", "in_force", "Bakkeby Kommune"),
    }


def test_a_group_set_up_at_a_meeting_that_was_just_told_of() -> None:
    text = "På det seneste møde i Udvalget for Kost den 3. maj 2023 deltog en diætist. På mødet blev det besluttet at nedsætte en midlertidig gruppe."
    found = [c for c in references.recognize(reading(text, date="2023-06-01")) if c.kind == "reporting_line"]
    assert [(c.subject.name, c.object and c.object.name, c.qualifiers.get("valid_from")) for c in found] == [
        ("midlertidig gruppe", "Udvalget for Kost", "2023-05-03")
    ]


def test_a_proposal_says_when_it_was_made() -> None:
    found = list(references.recognize(reading("Det foreslås, at Vaccinegruppen refererer til Smitteforum.", date="2024-02-01")))
    assert [c.qualifiers.get("asked_on") for c in found if c.kind == "reporting_line"] == ["2024-02-01"]


def test_the_sentence_is_the_evidence() -> None:
    text = "Indledning. Tandrådet refererer til Mundforum. Slut."
    claim = next(c for c in references.recognize(reading(text)) if c.kind == "reporting_line")
    assert [text[s.start : s.end] for s in claim.evidence] == ["Tandrådet refererer til Mundforum."]


@pytest.mark.parametrize(("sentence", "change"), [
    ("Blodtryksgruppen er i 2023 omdøbt til Hjertegruppen.", "renamed"),
    ("Måltidsforum hed tidligere Kostgruppen.", "renamed"),
    ("Kostgruppen hedder nu Måltidsforum.", "renamed"),
    ("Styregruppen for Kost skiftede i 2022 navn til Måltidsforum.", "renamed"),
    ("Plejeforum (tidligere kaldt Plejerådet) mødes hver måned.", "renamed"),
    ("Plejeforum (tidligere Plejerådet) mødes hver måned.", None),
    ("Akutudvalget er afløst af Akutforum Sydkyst.", None),
])  # fmt: skip
def test_another_name_of_the_same_body_is_told_apart_from_another_body(sentence: str, change: str | None) -> None:
    (line,) = (claim for claim in references.recognize(reading(sentence)) if claim.kind == "reporting_line")
    assert line.qualifiers.get("change") == change
