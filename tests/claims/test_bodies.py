"""Organisations and forums: their names, spellings and types, in wording and with names of our own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clustergraph.claims import bodies
from clustergraph.claims.body_names import namings
from clustergraph.claims.reading import Reading
from clustergraph.model import Document, View


def reading(text: str, kind: str = "minutes", forum: str | None = None, title: str | None = None) -> Reading:
    view = View(text, (0,), (0,))
    return Reading(Document("0" * 64, "x.txt", "text/plain", "plain", kind, title or forum, None, None, None, forum, text, view))


def found(text: str, **more: str) -> dict[str, str]:
    return {b.name: b.type for b in reading(text, **more).bodies.all if not b.collective}


NAMES: list[tuple[str, dict[str, str]]] = [
    ("Mødet blev holdt i Vejle Kommune.", {"Vejle Kommune": "municipality"}),
    ("Ulla Lind fra Brabrand Boligforening og Dalby Idrætsforening deltog.", {
        "Brabrand Boligforening": "interest_organisation", "Dalby Idrætsforening": "interest_organisation",
    }),
    ("Rådet er nedsat af Fonden Havlys.", {"Fonden Havlys": "other"}),
    ("Hospice Fjordblik samarbejder med Boligselskabet Klithjem.", {"Hospice Fjordblik": "other", "Boligselskabet Klithjem": "company"}),
    ("Lis Eng fra Familieambulatoriet gik, og Konsulenthuset Norden fremlagde.", {
        "Familieambulatoriet": "hospital_department", "Konsulenthuset Norden": "company",
    }),
    ("Kvalitetsudvalget for almen praksis mødes.", {"Kvalitetsudvalget for almen praksis": "committee"}),
    ("Oplæg fra Tom Birk, Konsulenthuset Norden.", {"Konsulenthuset Norden": "company"}),
    ("Repræsentanter fra Odense, Assens og Nyborg Kommune deltog.", {
        "Odense Kommune": "municipality", "Assens Kommune": "municipality", "Nyborg Kommune": "municipality",
    }),
    ("Brandby, Søholm og Vig kommuner har trukket deres tilbud.", {
        "Brandby Kommune": "municipality", "Søholm Kommune": "municipality", "Vig Kommune": "municipality",
    }),
    ("Aftalen gælder for kommunerne Mølleå, Strandby og Kær.", {
        "Mølleå Kommune": "municipality", "Strandby Kommune": "municipality", "Kær Kommune": "municipality",
    }),
    ("Hjemmeplejen i Tang Kommune er med.", {"Hjemmeplejen": "municipality", "Tang Kommune": "municipality"}),
    ("Sekretariatet for Fagligt Strategisk Forum er flyttet.", {
        "Sekretariatet for Fagligt Strategisk Forum": "secretariat", "Fagligt Strategisk Forum": "strategic_group",
    }),
    ("Panelet taler med Netværk for Genoptræning og orienterer Udvalget for Ældre.", {
        "Netværk for Genoptræning": "network", "Udvalget for Ældre": "committee",
    }),
    ("Det politiske niveau i Sundhedsklynge Åmose er øverste instans.", {"politiske niveau": "political", "Sundhedsklynge Åmose": "cluster"}),
    ("Region Sjællands udspil blev drøftet.", {"Region Sjælland": "region"}),
    ("Indenrigs- og Sundhedsministeriet, KL og Danske Regioner har aftalt det.", {
        "Indenrigs- og Sundhedsministeriet": "ministry", "KL": "interest_organisation", "Danske Regioner": "interest_organisation",
    }),
    ("Social-, Unge- og Familieområdet i regionen var med.", {"Social-, Unge- og Familieområdet": "other"}),
    ("PLO-Sjælland og almen praksis er enige.", {"PLO-Sjælland": "interest_organisation", "almen praksis": "general_practice"}),
    ("Hospitalet Kystby og Brønsted Universitetshospital samarbejder.", {
        "Hospitalet Kystby": "hospital", "Brønsted Universitetshospital": "hospital",
    }),
    ("Center for Hørelse flytter.", {"Center for Hørelse": "centre"}),
    ("Søren Dal, direktør for Børn og Unge i Lund Kommune, deltog.", {"Lund Kommune": "municipality"}),
    ("Oplæg ved chefkonsulent Søren Dal fra Beredskab og Akut i Lund Kommune.", {"Beredskab og Akut": "other", "Lund Kommune": "municipality"}),
    ("Styrelsen for Patientsikkerhed holder informationsmøde.", {"Styrelsen for Patientsikkerhed": "national_body"}),
    ("Sundhedssamarbejdsudvalget godkendte planen.", {"Sundhedssamarbejdsudvalget": "political"}),
    ("Følgegruppen for sansetab er klar.", {"Følgegruppen for sansetab": "project_group"}),
    ("Faglig operativ gruppe Voksenområdet er klar.", {"Faglig operativ gruppe Voksenområdet": "operative_group"}),
    ("Udvalget for børn og unge i svær mistrivsel mødes tirsdag.", {"Udvalget for børn og unge i svær mistrivsel": "committee"}),
    ("Det Rådgivende Demensforum holdt møde.", {"Det Rådgivende Demensforum": "other"}),
    ("ABKU tog orienteringen til efterretning.", {"ABKU": "other"}),
    ("Sundhedsklynge Strandby Nord mødes.", {"Sundhedsklynge Strandby Nord": "cluster"}),
    ("Opgaven gik til Klyngens Sårforum.", {"Klyngens Sårforum": "other"}),
    ("Regionen nedlagde Ad hoc-gruppen om Kost.", {"Ad hoc-gruppen om Kost": "temporary_group"}),
    ("Gruppen for Kost ved Genoptræning er ny.", {"Gruppen for Kost ved Genoptræning": "working_group"}),
    ("Strandklyngen og Skovklyngen mødes.", {"Strandklyngen": "cluster", "Skovklyngen": "cluster"}),
    ("Sundhedsklynge Fyn Fagligt Strategisk Niveau drøftede det.", {
        "Sundhedsklynge Fyn": "cluster", "Sundhedsklynge Fyn Fagligt Strategisk Niveau": "strategic_group",
    }),
    ("Politisk Sundhedsklynge Lillebælt godkendte det.", {"Politisk Sundhedsklynge Lillebælt": "political"}),
    ("Arbejdsgruppen om samarbejde på tværs af sektorer mødes.", {"Arbejdsgruppen om samarbejde på tværs af sektorer": "working_group"}),
    ("Følgegruppen for udrulning af fodpleje har talt.", {"Følgegruppen for udrulning af fodpleje": "project_group"}),
    ("Netværket for borgere med tinnitus med deltagelse af almen praksis mødes.", {
        "Netværket for borgere med tinnitus": "network", "almen praksis": "general_practice",
    }),
    ("Følgegruppen for genoptræning af formanden bedt om svar.", {"Følgegruppen for genoptræning": "project_group"}),
    ("Temagruppen om unges søvn mødes.", {"Temagruppen om unges søvn": "working_group"}),
    ("Styregruppen for projekt Vej til Hvile mødes tirsdag.", {"Styregruppen for projekt Vej til Hvile": "steering_group"}),
    ("Temagruppen »Sammen om Søvn« mødes.", {"Temagruppen »Sammen om Søvn«": "working_group"}),
    ("Task Force for Tandpleje arbejdede i 2018.", {"Task Force for Tandpleje": "working_group"}),
    ("Følgegruppen for Bedre Søvn til Unge mødes.", {"Følgegruppen for Bedre Søvn til Unge": "project_group"}),
    ("Følgegruppen for Søvn til Kaj Lind.", {"Følgegruppen for Søvn": "project_group"}),
    ("Referat fra Udvalget for Kosts møde.", {"Udvalget for Kost": "committee"}),
    ("Her mødes Tandmedicinsk Råd og Fynsk Sårnetværk.", {"Tandmedicinsk Råd": "council", "Fynsk Sårnetværk": "network"}),
    ("Sagen gik til Lægemiddelgruppen og til lægemiddelgruppen hjerte.", {"Lægemiddelgruppen": "working_group"}),
    ("Samordningsudvalget ved Brønsted Sygehus mødes.", {"Samordningsudvalget": "political", "Brønsted Sygehus": "hospital"}),
    ("Da Samordningsforum SOF ophørte, mødtes ingen.", {"Samordningsforum SOF": "other"}),
    ("Tandpanelet og Ekspertpanel om Søvn mødes.", {"Tandpanelet": "council", "Ekspertpanel om Søvn": "council"}),
    ("Forum for Nattevagter for Brønsted Sygehus mødes.", {"Forum for Nattevagter": "other", "Brønsted Sygehus": "hospital"}),
    ("Samrådet for Brønsted Sygehus mødes.", {"Samrådet for Brønsted Sygehus": "council", "Brønsted Sygehus": "hospital"}),
    ("Kontoret Kvalitet og Data sender et notat, og SOSU Kystby svarer.", {"Kvalitet og Data": "other", "SOSU Kystby": "education"}),
    ("Oplæg ved Pleje og Akut i Brønsted Kommune.", {"Pleje og Akut": "other", "Brønsted Kommune": "municipality"}),
    ("Fuldmægtig, Region Sjælland, Nattevagt og Økonomi", {"Region Sjælland": "region", "Nattevagt og Økonomi": "other"}),
    ("Region Sjælland, Brønsted Kommune og Økonomi i alt", {"Region Sjælland": "region", "Brønsted Kommune": "municipality"}),
    ("Styregruppen for Odense og Assens mødes.", {"Styregruppen for Odense og Assens": "steering_group"}),
    ("Fodråd Nord- og Midtland Syd mødes.", {"Fodråd Nord- og Midtland Syd": "council"}),
    ("Sundhedsklynge Havnby – Assens – Vejle har en plan.", {"Sundhedsklynge Havnby – Assens – Vejle": "cluster"}),
    ("Undergruppen Dobbelt Hvil blev opløst.", {"Undergruppen Dobbelt Hvil": "operative_group"}),
    ("Formand for Foreningen Ungeliv Kaj Lind er med.", {"Foreningen Ungeliv": "interest_organisation"}),
    ("Svar til Patienternes Landsforening og Klinik for Nattesøvn.", {
        "Patienternes Landsforening": "interest_organisation", "Klinik for Nattesøvn": "hospital_department",
    }),
    ("Den nye Sårklinik hører under kommunens Søvnboard.", {"Søvnboard": "other"}),
    ("Søvnaftalens styregruppe mødes, og den gamle styregruppe er væk.", {"Søvnaftalens styregruppe": "steering_group"}),
    ("Løsningen er fra Nordlys Film ApS.", {"Nordlys Film ApS": "company"}),
    ("Evalueringen er udført af NORDA.", {"NORDA": "other"}),
    ("Patientforeningen Lytte deltager.", {"Patientforeningen Lytte": "interest_organisation"}),
    ("Skærgårdens forbedringsteam, det lokale forbedringsteam, mødes.", {"lokale forbedringsteam": "improvement_team"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMES, ids=[text[:50] for text, _ in NAMES])
def test_names_and_types(text: str, expected: dict[str, str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Målgruppen er borgere med kroniske sygdomme, og gruppen vokser.",
        "Der er gode råd om kost i hvert et netværk af pårørende.",
        "Kommunen og regionen skal tale sammen om patientgrupperne.",
        "Medicinen findes i Fælles Medicinkort, og databasen hedder Rygestopbasen.",
        "Den nye lov og den nye aftale gælder fra januar.",
        "Det er den eneste gruppe i forløbet.",
        "- underudvalg til rådet",
        "Rådet er et tværsektorielt forum.",
        "Arbejdet ledes af en administrativ styregruppe.",
    ],
)
def test_what_only_looks_like_a_body_is_none(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    ("text", "name", "spellings"),
    [
        ("Strand-klyngen. Strandklyngen. Strand klyngen.", "Strand-klyngen", ["Strandklyngen", "strandklyngens", "STRAND KLYNGEN"]),
        ("Sundhedsstyregruppen mødes. Sundhedstyregruppen er enig.", "Sundhedsstyregruppen", ["Sundhedstyregruppen", "Sundhedsstyregruppens"]),
        ("Det Tværgående Netværk (DTN) mødes. DTN er enig.", "Det Tværgående Netværk", ["DTN", "Tværgående Netværk"]),
        (
            "De lokale hjælpegrupper for sansetab (herefter kaldet HG-grupper) mødes. HG-grupperne er enige.",
            "lokale hjælpegrupper for sansetab",
            ["HG-grupper"],
        ),
        ("Møde i TANDSAM (Tandfagligt Samråd). Dagsorden i TANDSAM.", "Tandfagligt Samråd", ["TANDSAM"]),
        ("Det Fælles Samråd for Børn, i det følgende benævnt Børnesamråd, er nyt. Børnesamråd mødes.", "Det Fælles Samråd for Børn", ["Børnesamråd"]),
        ("Det Tandfaglige Forum (herefter DTF) mødes.", "Det Tandfaglige Forum", ["DTF"]),
        ("Vejle kommune og Vejle Kommune.", "Vejle kommune", ["VEJLE KOMMUNE", "Vejle Kommunes"]),
    ],
)
def test_all_ways_of_writing_lead_to_one_body(text: str, name: str, spellings: list[str]) -> None:
    known = reading(text).bodies
    assert len(known.all) == 1
    assert all((body := known.named(spelling)) is not None and body.name == known.all[0].name for spelling in [name, *spellings])


def test_two_committees_of_one_kind_stay_two() -> None:
    assert set(found("Udvalget for Sundhed og Udvalget for Kultur mødes. Udvalget for Sundhed er enigt.")) == {
        "Udvalget for Sundhed",
        "Udvalget for Kultur",
    }


def test_a_group_that_ended_is_abolished() -> None:
    status = {b.name: b.status for b in reading("Fodrådet blev nedlagt i fjor. Tandrådet består. Det nu nedlagte Øreforum var større.").bodies.all}
    assert status == {"Fodrådet": "abolished", "Tandrådet": "active", "Øreforum": "abolished"}


def test_what_ends_later_or_in_part_goes_on_and_what_is_replaced_has_ended() -> None:
    text = (
        "Netværket svarede til Fodforum Vest, som blev nedlagt i 2022. Søvnrådet er trådt i stedet for Hvilerådet. "
        "Øreforum ophørte med at drikke kaffe. "
        "Referencen til Tandrådet er ophørt. Benrådet blev opløst. Halsrådet ophører 31. december 2099."
    )
    view = View(text, (0,), (0,))
    known = Reading(Document("0" * 64, "x.txt", "text/plain", "plain", "minutes", "M", "2024-01-01", None, None, None, text, view)).bodies
    assert {b.name for b in known.all if b.status == "abolished"} == {"Fodforum Vest", "Hvilerådet", "Benrådet"}


def test_the_forum_of_the_meeting_and_the_cluster_come_from_the_head() -> None:
    known = reading("Møde i styregruppen.", forum="Klyngestyregruppen i Strandklyngen").bodies
    assert known.meeting_forum is not None and known.meeting_forum.name == "styregruppen"  # the text itself never says more
    text = "Klyngestyregruppen i Strandklyngen\nMøde den 3. maj. Klyngen er enig."
    known = reading(text, forum="Klyngestyregruppen i Strandklyngen").bodies
    assert known.meeting_forum is not None and known.meeting_forum.of == "Strandklyngen"
    assert known.cluster is not None and known.cluster.name == "Strandklyngen"


def test_mentions_lead_back_to_the_words() -> None:
    text = "Tandrådet drøftede sagen. Vejle Kommunes svar forelå for Tandrådet."
    known = reading(text).bodies
    assert [(text[s:e], b.name) for s, e, b in known.at(0, len(text))] == [
        ("Tandrådet", "Tandrådet"), ("Vejle Kommune", "Vejle Kommune"), ("Tandrådet", "Tandrådet"),
    ]  # fmt: skip


def test_collectives_are_only_told_where_something_is_said_of_them() -> None:
    claims = list(bodies.recognize(reading("Udviklingsgrupperne og Tandrådet mødes.")))
    assert [c.subject.name for c in claims] == ["Tandrådet"]


_PIECES = [*"abeørsg -,.()|\nGRKÅ", "gruppen ", "Kommune ", " for ", " og ", "udvalg", "klyngen", "de ", "(TSK)"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
def test_any_text_can_be_read(text: str) -> None:
    known = reading(text).bodies
    assert all(0 <= s < e <= len(text) for s, e, _ in known.at(0, len(text)))
    assert all(0 <= n.full_start <= n.start < n.name_end <= n.end <= len(line) for line in text.split("\n") for n in namings(line))
