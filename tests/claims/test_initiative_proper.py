"""Proper names of initiatives by what sentences and lists do with them, and capitalized words that are none."""

import pytest
from tests.claims.texts import HEAD, found, minutes


def names(text: str) -> list[str]:
    return [c.subject.name for c in found(text, "initiative")]


PROPER = [
    ("Forsøget TeleKnæ har fået midler.", ["TeleKnæ"]),
    ("Lunde Kommune deltager i frikommuneforsøget Én Dør.", ["Én Dør"]),
    ("Der blev fortalt om uddannelsen Akutplus24, der begyndte i maj.", ["Akutplus24"]),
    ("Der blev fortalt om uddanelsen Akutplus24, der begyndte i maj.", ["Akutplus24"]),
    ("Projekt Mad med Mening er i gang.", ["Projekt Mad med Mening"]),
    ("Projekt Ro om Natten er i gang.", ["Projekt Ro om Natten"]),
    ("Kredsen følger indsatserne Ro på Natten og Trygt Hjem.", ["Ro på Natten", "Trygt Hjem"]),
    ("Røgfri Havn er et 2-årigt forsøg på kommunens skoler.", ["Røgfri Havn"]),
    ("MineTal er en ny ordning for borgere.", ["MineTal"]),
    ("Gruppen prioriterer 650.000 kr. til Leg i Børnehøjde.", ["Leg i Børnehøjde"]),
    ("Gruppen foreslår, at Tjek Benet udvides til hele regionen.", ["Tjek Benet"]),
    ("Et tilbud til borgere med langvarige smerter, SmerteHuset, blev nævnt.", ["SmerteHuset"]),
    ("Evaluering af TeleKnæ blev drøftet.", ["TeleKnæ"]),
    ("Hjem med Glæde. Projektet startede i maj 2022 og er forankret i Lunde Kommune.", ["Hjem med Glæde"]),
    ("Ministeriet støtter Broloftet, der er et forsøg i seks kommuner.", ["Broloftet"]),
    ("Tre initiativer fortsætter: Sammen om Ro, Ungedøren og Bedre Hvile.", ["Sammen om Ro", "Ungedøren", "Bedre Hvile"]),
    ("Hjemmebesøg afprøves i dag under navnet Trygt Hjem Nu.", ["Trygt Hjem Nu"]),
    ("Arbejdet følger Sundhedsaftalen 2019-2023.", ["Sundhedsaftalen 2019-2023"]),
    ("Projekttitel: Sunde måltider hele dagen", ["Sunde måltider hele dagen"]),
]


@pytest.mark.parametrize(("text", "expected"), PROPER)
def test_proper_names(text: str, expected: list[str]) -> None:
    assert names(minutes(("Status fra kommunerne", "Drøftet."), case=text)) == expected


NONE = [
    "Der gives 200.000 kr. til Lunde Kommune.",
    "Der gives 200.000 kr. til Danske Patienter.",
    "Der gives 750.000 kr. til Sundhedshuset i Mølby.",
    "Netværket af Sygeplejersker videreføres.",
    "Status. Projektet er forsinket.",
    "Økonomi: Projektet koster 2 mio. kr.",
    "Gruppen foreslår, at Vera Holm Lund udpeges.",
    "Formålet er et bedre forløb for borgerne.",
    "Lunde Kommune er et godt samarbejde rigere.",
    "Kommunen har god erfaring. Projektet fortsætter.",
    "Modellen Lunde Kommune bruger, er god.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_names(text: str) -> None:
    assert names(minutes(("Status fra kommunerne", "Drøftet."), case=text)) == []


def test_a_paragraph_that_a_name_begins_speaks_of_it() -> None:
    text = "Hjem med Glæde. Projektet startede i marts 2022. Projektleder er Vera Holm Lund, Lunde Kommune. Bevillingen var på 900.000 kr. for 2022."
    (claim,) = found(minutes(("Initiativer", "Drøftet."), case=text), "initiative")
    assert claim.qualifiers["start"] == "2022-03"
    assert claim.qualifiers["leads"] == ["Vera Holm Lund"]
    assert [b["amount_dkk"] for b in claim.qualifiers["budget"]] == [900_000]


def test_the_subject_of_a_paragraph_under_a_heading_of_initiatives() -> None:
    text = "Status på initiativer\n\nVideosamtaler på bosteder kører i drift. Initiativet betales af egne midler."
    assert names(minutes(("Nyt fra klyngen", "Drøftet."), case=text)) == ["Videosamtaler på bosteder"]


LISTS = [
    ("Rådet prioriterede således:\n\n1. *Rolig Afdeling* (Lunde Kommune): bevilget 1.150.000 kr. i 2024\n2. *Gå-med-mig* (Nørby Kommune): Afslag.\n"),
    ("Der er følgende ansøgninger:\n\n- Rolig Afdeling (Lunde Kommune) – bevilget 1.150.000 kr.\n- Gå-med-mig – afvist\n"),
    ("Sekretariatet foreslår følgende prioritering, såfremt rammen holder:\n\n1. Rolig Afdeling\n2. Gå-med-mig – der er søgt 90.000 kr.\n"),
]


@pytest.mark.parametrize("case", LISTS)
def test_lists_of_what_was_chosen(case: str) -> None:
    text = f"{HEAD}1. Ansøgninger til puljen\n\nSagsfremstilling\n\n{case}\nBeslutning\n\nGodkendt.\n"
    assert names(text) == ["Rolig Afdeling", "Gå-med-mig"]


def test_the_heading_below_a_list_is_no_point_of_it() -> None:
    text = f"{HEAD}3. Prioritering\nGruppen prioriterede følgende projekter:\n1. Mobilt laboratorium\n2. Fælles sårjournal\n\nBeslutning: Godkendt.\n"
    assert names(text) == ["Mobilt laboratorium", "Fælles sårjournal"]


MORE_PROPER = [
    ("Den årlige undersøgelse Hvad spiser du? er sendt til alle skoler.", ["Hvad spiser du?"]),
    ("Forsøget med Aftenterapi på Hjul er indstillet pr. 1. maj 2022.", ["Aftenterapi på Hjul"]),
    ("Skridt for Skridt-aftalen med Lunde Frivilligcenter gælder til og med 2027.", ["Skridt for Skridt-aftalen"]),
    ("Rolige Nætter blev afsluttet i juni 2021.", ["Rolige Nætter"]),
    ("Nyt initiativ. Initiativet begynder til maj.", []),
    ("Hvad spiser du? Det spurgte mange om.", []),
    ("Forsøget med lange åbningstider er slut.", []),
    ("Den årlige undersøgelse Hvad spiser du? 2025 er sendt ud.", ["Hvad spiser du? 2025"]),
    ("Tal fra undersøgelsen Hvad spiser du? 2025.", ["Hvad spiser du? 2025"]),
    ("Trygt om Hjertet kører i Lunde og Egby til udgangen af 2024.", ["Trygt om Hjertet"]),
    ("Vera Holm Lund fortalte om Hjertets Vej, som Lunde Kommune gennemfører til maj.", ["Hjertets Vej"]),
    ("Ofte nævnes Havens Ro, som er Egby Kommunes eget tilbud.", ["Havens Ro"]),
    ("Ansøgningen fra Lunde Kommune om 1,3 mio. kr. til Sundhedsbil Vest afslås.", ["Sundhedsbil Vest"]),
    ("Kommunerne overvejer et fælles tilbud, Hospice Ude, til foråret.", ["Hospice Ude"]),
    ("Vera Holm Lund, som Lunde Kommune tilbyder et kursus, kom forbi.", []),
    ("Ingen klyngemidler. Indsatsen betales af kommunen.", []),
    ("Det indstilles, at Tænder i Tide får 125.000 kr.", ["Tænder i Tide"]),
    ("Det indstilles, at Natteravnene i Egby får 20.000 kr.", []),
    ("Det indstilles, at Lunde Kommune får 20.000 kr.", []),
    ("Kommunen søger 2,1 mio. kr. over to år til Rolig Havn, et tilbud til unge.", ["Rolig Havn"]),
    ("Sagsfremstilling: Fald med Fart er afprøvet fra 1. maj 2022 i to kommuner.", ["Fald med Fart"]),
]


@pytest.mark.parametrize(("text", "expected"), MORE_PROPER)
def test_more_proper_names(text: str, expected: list[str]) -> None:
    assert names(minutes(("Status fra kommunerne", "Drøftet."), case=text)) == expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Nærklinik i Solby", "Udvalget orienteres om etableringen.", ["Nærklinik i Solby"]),
        ("Nærklinik i Solby", "Udvalget orienteres.", []),
        ("Aabent Hus", "Projektet får 220.000 kr. af den fælles kasse.", ["Aabent Hus"]),
        ("Fælles temadag", "Projektet får 220.000 kr. af den fælles kasse.", []),
        ("Bevilling til Rolig Havn", "Godkendt.", ["Rolig Havn"]),
        ("Besøg i Solby", "Udvalget hørte om etableringen af et hus.", []),
        ("Centrets midtvejsevaluering af Trygt om Hjertet", "Drøftet.", ["Trygt om Hjertet"]),
        ("Godkendelse af samarbejdsaftale med Birk Misbrugscenter", "Godkendt.", ["samarbejdsaftale med Birk Misbrugscenter"]),
    ],
)
def test_names_in_titles(title: str, text: str, expected: list[str]) -> None:
    assert names(minutes((title, text))) == expected


def test_points_that_name_a_project_and_say_how_it_goes() -> None:
    case = (
        "Vera Holm Lund gennemgik de tre projekter.\n\na) Nattens Læge: Er i drift siden maj 2022.\nb) Trappe Op blev opgivet i juni.\n"
        "c) Lunde Kommune: Er i drift.\nd) Økonomien er i gang."
    )
    assert names(f"{HEAD}1. Status på arbejdet\n\nSagsfremstilling\n\n{case}\n\nBeslutning\n\nDrøftet.\n") == ["Nattens Læge", "Trappe Op"]


def test_the_proper_name_of_what_a_title_names_by_kind() -> None:
    text = minutes(("Samarbejdsaftale med vagtlægerne", "Godkendt."), case="Sekretariatet lagde et udkast til samarbejdsaftalen Rolig Nat frem.")
    (claim,) = found(text, "initiative")
    assert "Rolig Nat" in claim.qualifiers["aliases"]
