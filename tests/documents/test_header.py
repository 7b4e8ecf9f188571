from __future__ import annotations

import pytest

from clustergraph.documents import dates, read_bytes

MAIL = "Fra: Ida Borre\nSendt: 20. marts 2019 15:47\nTil: Per Nordby\n"
POINT = "\n\n1. Velkomst\nBeslutning\nGodkendt.\n"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("den 31. oktober 2024 kl. 14:00", "2024-10-31"),
        ("24-10-2024", "2024-10-24"),
        ("7/11 2017", "2017-11-07"),
        ("Tirsdag d. 9. maj 2017", "2017-05-09"),
        ("torsdag den 6. februar 2020", "2020-02-06"),
        ("2023-11-02", "2023-11-02"),
        ("24.10.24", "2024-10-24"),
        ("3. sept. 2021", "2021-09-03"),
        ("DEN 12. JANUAR 2024", "2024-01-12"),
        ("den 20. november", None),
        ("31. februar 2024", None),
        ("sag 9-01-22-18", None),
        ("1-52-100-22-09", None),
        ("version 2.0", None),
        ("perioden 2019-2023", None),
    ],
)
def test_dates(text: str, iso: str | None) -> None:
    found = dates.first(text)
    assert (found.iso if found else None) == iso


@pytest.mark.parametrize(
    ("text", "labelled", "time"),
    [
        ("kl. 14:00", False, "14:00"),
        ("Kl 9", False, "09:00"),
        ("kl. 9.30-11", False, "09:30"),
        ("klokken 8.15", False, "08:15"),
        ("13.00-15.00", True, "13:00"),
        ("13-15", True, "13:00"),
        ("14-03-2023 16:00", True, "16:00"),
        ("13.00-15.00", False, None),
        ("kl", True, None),
        ("den 24.10.2024", True, None),
    ],
)
def test_times(text: str, labelled: bool, time: str | None) -> None:
    assert dates.time_of_day(text, labelled) == time


@pytest.mark.parametrize(
    ("head", "forum"),
    [
        ("Dagsordner og referater Faglig Gruppe Ådal\nden 3. maj 2023", "Faglig Gruppe Ådal"),
        ("Dagsordner og referater Ådalklyngen\nden 3. maj 2023", None),
        ("REFERAT Lederforum Sundhedsklynge Øst d. 24-10-2023", "Lederforum Sundhedsklynge Øst"),
        ("Referat fra møde i Dialogforum for Syn den 3. maj 2023", "Dialogforum for Syn"),
        ("Referat af mødet den 3. marts 2024 i Sundhedsforum Vest", "Sundhedsforum Vest"),
        ("Referat af 4. møde i Rådet for Børn", "Rådet for Børn"),
        ("Sundhedsforum Vest, referat, 24.10.24", "Sundhedsforum Vest"),
        ("Samordningsgruppen - Referat - 7. november 2017", "Samordningsgruppen"),
        ("Styregruppen for Nær Pleje\nReferat\nMandag den 8. januar 2024", "Styregruppen for Nær Pleje"),
        ("Forum: Netværk for Hjemmepleje\nDato: 3. maj 2023", "Netværk for Hjemmepleje"),
        ("Referat\nRådhuset\nden 3. maj 2023", None),
        ("Forside > Politik > Udvalg > Fodudvalget > Referat\n\nReferat\nden 3. maj 2023", "Fodudvalget"),
        ("Fodrådets møde den 3. maj 2023", "Fodrådet"),
        ("Fodrådsmøde den 3. maj 2023", "Fodråd"),
        ("Referat fra Udvalget for Kosts møde den 3. maj 2023", "Udvalget for Kost"),
        ("Gruppe vedr. kronisk hoste\n4. møde, mandag 22. april 2024", "Gruppe vedr. kronisk hoste"),
        ("Fodråd Sydfjord · Møde 2 · 16. marts 2026 kl. 15.30", "Fodråd Sydfjord"),
        ("Fodrådet\nReferat fra møde den 3. maj 2023\nLæs også om møde i Tandrådet", "Fodrådet"),
        ("Fodrådet\nGodkendt på møde i Tandrådet den 3. maj 2023", "Fodrådet"),
        ("Til medlemmerne af Fodrådet\nDagsorden til mødet den 3. maj 2023", "Fodrådet"),
        ("Referat af MED-udvalgsmøde i Center for Kost\nden 3. maj 2023", "MED-udvalg"),
        ("Organisering af arbejdet på fodområdet\nden 3. maj 2023", None),
        ("Referat: Per Nordby\nden 3. maj 2023", None),
        ("Møde i Skype\nden 3. maj 2023", None),
        ("Referat\nden 3. maj 2023", None),
        ("Mødegruppe: Gruppen for Fald\nMødedato: 3. maj 2023", "Gruppen for Fald"),
        ("Møde: Klyngens faglige niveau\nDato: 3. maj 2023", "Klyngens faglige niveau"),
        ("Fodforum Nordby, fagligt niveau\nDagsorden 3. maj 2023", "Fodforum Nordby, fagligt niveau"),
        ("Gruppen for Fødder, Vestby-Lunde\nReferat 3. maj 2023", "Gruppen for Fødder, Vestby-Lunde"),
        ("Fodrådet, Hospitalet i Vestby\nReferat 3. maj 2023", "Fodrådet"),
        ("FODUDVALGET                         Side 1\n\nReferat af mødet den 3. maj 2023", "FODUDVALGET"),
        (
            "Midlertidig arbejdsgruppe om overgange mellem hænder for\nmennesker med fødder\nReferat",
            "Midlertidig arbejdsgruppe om overgange mellem hænder for mennesker med fødder",
        ),
        ("1 Referat af møde i Fodrådet for Mols den 3. maj 2023", "Fodrådet for Mols"),
    ],
)
def test_the_forum_as_the_head_writes_it(head: str, forum: str | None) -> None:
    assert read_bytes((head + POINT).encode(), "a.txt").forum == forum


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Møde i Havneforum den 3. maj 2023\n1. Velkomst\nIndstilling\nat punktet drøftes\nBeslutning\n\n2. Eventuelt\nBeslutning\n", "agenda"),
        ("Møde i Havneforum den 3. maj 2023\n1. Velkomst\nIndstilling\nat punktet drøftes\nBeslutning\nDrøftet.\n", "minutes"),
        ("Referat fra møde i Havneforum\n1. Velkomst\nFormanden bød velkommen.\n2. Eventuelt\nIntet.\n", "minutes"),
        ("Handleplan for Havneklyngen\nIndsats\tFormål\tStatus\nMotion\tMere motion\tI gang\nKost\tBedre kost\tSlut\n", "plan"),
        ("Notat fra møde i Havneforum den 3. maj 2023\n1. Velkomst\nFormanden bød velkommen.\n2. Eventuelt\nDer var intet.\n", "minutes"),
        ("Kære alle\n\nHermed et brev om noget, som I har spurgt om i de seneste mange uger og måneder.\n", "other"),
    ],
)
def test_the_kind(text: str, kind: str) -> None:
    assert read_bytes(text.encode(), "a.txt").kind == kind


def test_a_page_foot_gives_day_and_title_where_the_head_says_nothing() -> None:
    text = "1. Velkomst\n\nBeslutning\n\nGodkendt.\n\nStyregruppemøde NORD 4. maj 2020\n\n3\n\n2. Eventuelt\n\nBeslutning\n\nIntet.\n"
    document = read_bytes(text.encode(), "a.txt")
    assert (document.date, document.title, document.forum) == ("2020-05-04", "Styregruppemøde NORD 4. maj 2020", "Styregruppe")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"Dato: 20-03-2019\n\nReferat\n\nMøderådet for Havnen\nOnsdag den 13. marts 2019 kl. 9.00\n{POINT}", "2019-03-13"),
        (f"Dato: 20-03-2019\nTid: kl. 9.00\n\nReferat\n\nMøderådet for Havnen\n{POINT}", "2019-03-20"),
        (f"Dato: 20-03-2019\n\nReferat\n\nMøderådet for Havnen\nNæste møde er den 3. maj 2019 kl. 9.00\n{POINT}", "2019-03-20"),
        (f"Dato: 20-03-2019\n\nReferat af 2. møde i Havnerådet, 13. marts 2019\n{POINT}", "2019-03-13"),
        (f"{MAIL}Emne: Ref. fra netværksmøde 12/3\n{POINT}", "2019-03-12"),
        (f"Dato: 20-03-2019\n\nReferat af møde i Havnerådet\nTid og sted: 13. marts 2019, kl. 9.00, Kajen\n{POINT}", "2019-03-13"),
        (f"{MAIL}Emne: Referat af møde i Havnerådet den 8. marts 2019\n{POINT}", "2019-03-08"),
        (f"{MAIL}Emne: Opsamling fra mødet i Havnerådet 18/3\n{POINT}", "2019-03-18"),
        (f"{MAIL}Emne: Beslutninger på mødet 13. december\n{POINT}", "2018-12-13"),
        (f"{MAIL}Emne: Referat\n\nKære alle\n\nTak for et godt møde på Kajen i går.\n{POINT}", "2019-03-19"),
        (f"{MAIL}Emne: Referat\n\nKære alle\n\nHer er referatet af mødet i mandags.\n{POINT}", "2019-03-18"),
        (f"{MAIL}Emne: Referat\n\nKære alle\n\nHer er referatet.\n{POINT}", None),
        ("Status for Havnerådets projekter\n\nNedenfor er status pr. 31. december 2018.\n", "2018-12-31"),
        ("Medlemmer i perioden 1. januar 2018 - 31. december 2019\n\nIda Borre, havnechef\n\n(Listen er rettet 9. april 2018)\n", "2018-04-09"),
        ("Overblik over moler – opdateret 15. september 2018 til Havnerådets møde den 25. september 2018\n", "2018-09-15"),
        ("Medlemsliste for Havnerådet\nPr. 1. juni 2019\n\nIda Borre, havnechef\n", "2019-06-01"),
        ("Plan for Havnerådet\n\nIndsats\tStatus\nMoler\tI gang\n\nBehandles i Havnerådet i maj 2019. Status: Godkendt 3. maj 2019\n", "2019-05-03"),
    ],
)
def test_the_day(text: str, day: str | None) -> None:
    assert read_bytes(text.encode(), "a.txt").date == day
