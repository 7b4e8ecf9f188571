"""Invented documents in the layouts of many systems, each with what a reader finds in it. Every name is made up."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Case:
    """``items`` are (number, title); ``parts`` the kinds of the parts of some items by their number."""

    name: str
    text: str
    head: dict[str, str | None]
    items: list[tuple[str | None, str]] = field(default_factory=list)
    parts: dict[str, list[str]] = field(default_factory=dict)
    kinds: set[str] = field(default_factory=set)  # kinds of sections that must be there
    not_in_attendees: tuple[str, ...] = ()
    in_attendees: tuple[str, ...] = ()


CASES = [
    Case(
        "municipal portal",
        """Spring til hovedindhold
Forside > Politik > Udvalg > Referater
Referat for Sundhedsudvalget i Mosby Kommune
Mødedato: Tirsdag den 14. marts 2023
Mødetidspunkt: 16:00
Mødelokale: Udvalgsværelse 4
Til stede: Karla Birk (A), Jens Rønholt (V), Mette Slot (F)
Fraværende: Ole Kaj (B)
Indholdsfortegnelse
Punkt 11 Godkendelse af dagsorden
Punkt 12 Orientering om akutpladser
Punkt 13 Lukket punkt: Køb af grund
Punkt 11 Godkendelse af dagsorden
Åbent punkt
Sagsnr.: 00.22.00-P35-1-23
Beslutning for Punkt 11:
Godkendt.
Punkt 12 Orientering om akutpladser
Åbent punkt
Sagsnr.: 29.00.00-G01-7-22
Resume
Udvalget får en status på pladserne.
Indstilling
Ældrechefen indstiller, at
1. orienteringen tages til efterretning
2. der gives en ny status i juni
Sagsfremstilling
Pladserne blev åbnet i 2021.
Økonomi
Der er afsat 1,2 mio. kr.
Beslutning for Punkt 12:
Indstillingen blev fulgt.
Mette Slot kunne ikke tiltræde.
""",
        {"kind": "minutes", "date": "2023-03-14", "time": "16:00", "place": "Udvalgsværelse 4", "forum": "Sundhedsudvalget i Mosby Kommune"},
        [("13", "Lukket punkt: Køb af grund"), ("11", "Godkendelse af dagsorden"), ("12", "Orientering om akutpladser")],
        {"11": ["decision"], "12": ["case", "recommendation", "case", "decision"]},
        {"contents", "attendees", "residue"},
    ),
    Case(
        "Word minutes, list of the agenda first, points with Ad",
        """Referat
Møde i Netværk for Velfærdsteknologi
Onsdag d. 8. juni 2022 kl. 9.30-11.30
Sted: Hotel Lyngen, Bakkeby

Deltagere: Bodil Ravn, Egby Kommune; Svend Aage Lund, Bakkeby Kommune
Afbud: Tine Holst, Region Nordø

Dagsorden:
1. Godkendelse af dagsorden
2. Nyt fra arbejdsgrupperne
3. Temadag til efteråret
4. Eventuelt

Ad 1. Godkendelse af dagsorden
Dagsordenen blev godkendt.

Ad 2. Nyt fra arbejdsgrupperne
Bodil orienterede om tre forhold:
1. Indkøb
2. Uddannelse
3. Drift

Ad 3.
Det blev aftalt at holde dagen i oktober.

Ad 4. Eventuelt
Intet.
""",
        {"kind": "minutes", "date": "2022-06-08", "time": "09:30", "place": "Hotel Lyngen, Bakkeby", "forum": "Netværk for Velfærdsteknologi"},
        [("1", "Godkendelse af dagsorden"), ("2", "Nyt fra arbejdsgrupperne"), ("3", "Temadag til efteråret"), ("4", "Eventuelt")],
        {"1": ["decision"], "3": ["decision"]},
        {"contents", "attendees"},
        in_attendees=("Tine Holst",),
    ),
    Case(
        "brackets behind the number, inline minutes",
        """BESLUTNINGSREFERAT

Mødeforum: Styregruppen for Digital Omsorg
Mødedato: 2023-11-02
Tid: 13.00-15.00
Sted: Teams

Til stede: Aksel Dam (formand), Rie Koch
Referent: Nils Poulsen

1) Velkomst
Referat: Formanden bød velkommen.

2) Status på fælles sprog v/ Rie Koch
Baggrund: Projektet har kørt siden 2021.
Indstilling: At status tages til efterretning.
Referat: Status blev taget til efterretning.

3) Eventuelt
Referat: Næste møde er den 4. januar 2024.
""",
        {"kind": "minutes", "date": "2023-11-02", "time": "13:00", "place": "Teams", "forum": "Styregruppen for Digital Omsorg"},
        [("1", "Velkomst"), ("2", "Status på fælles sprog"), ("3", "Eventuelt")],
        {"1": ["decision"], "2": ["recommendation", "decision"], "3": ["decision"]},
        {"attendees"},
        in_attendees=("Nils Poulsen",),
    ),
    Case(
        "titles without numbers",
        """Møde i Klyngeforum Syd
den 5. september 2023 kl. 14:00
i Rådhuset, lokale 7

Godkendelse af dagsorden

Indstilling
at dagsordenen godkendes

Beslutning
Godkendt.

Fælles plan for palliation

Indstilling
at planen drøftes

Sagsfremstilling
Planen bygger på en analyse fra 2022. Den har tre spor.

Beslutning
Forummet bakkede op om planen.
""",
        {"kind": "minutes", "date": "2023-09-05", "time": "14:00", "place": "Rådhuset, lokale 7", "forum": "Klyngeforum Syd"},
        [(None, "Godkendelse af dagsorden"), (None, "Fælles plan for palliation")],
    ),
    Case(
        "capitals",
        """DAGSORDEN
MØDE I DET FAGLIGE RÅD FOR KRONISK SYGDOM
DEN 12. JANUAR 2024 KL. 10.00

1. GODKENDELSE AF DAGSORDEN

2. OPFØLGNING PÅ FORLØBSPROGRAM FOR HJERTESYGDOM
INDSTILLING:
Det indstilles, at rådet drøfter opfølgningen.
SAGSFREMSTILLING:
Programmet blev revideret i 2022.

3. EVENTUELT
""",
        {"kind": "agenda", "date": "2024-01-12", "time": "10:00", "forum": "DET FAGLIGE RÅD FOR KRONISK SYGDOM"},
        [("1", "GODKENDELSE AF DAGSORDEN"), ("2", "OPFØLGNING PÅ FORLØBSPROGRAM FOR HJERTESYGDOM"), ("3", "EVENTUELT")],
        {"2": ["recommendation", "case"]},
    ),
    Case(
        "number on its own line, recommendations as a list of numbers",
        """Referat fra møde i Tværsektorielt Udvalg
Torsdag den 2. februar 2023 kl. 12:00
Regionsgården

1.
Godkendelse af dagsorden
Beslutning
Godkendt.
2.
Ny aftale om hjælpemidler
Det indstilles, at udvalget
1. Godkender aftalen
2. Drøfter det videre forløb
3. Sender aftalen i høring
Sagsfremstilling
Aftalen består af følgende dele:
1. Udlevering
2. Returnering
Beslutning
1. Godkendt
2. Drøftet
3.
Eventuelt
Beslutning
Intet at bemærke.
""",
        {"kind": "minutes", "date": "2023-02-02", "time": "12:00", "forum": "Tværsektorielt Udvalg"},
        [("1", "Godkendelse af dagsorden"), ("2", "Ny aftale om hjælpemidler"), ("3", "Eventuelt")],
        {"2": ["recommendation", "case", "decision"]},
    ),
    Case(
        "agenda without any text below its points",
        """Dagsorden til møde i Lokalt Samarbejdsforum Ø
Mandag den 3. april 2023 kl. 8.30 - 10.00
Sted: Skolevej 3, mødelokale B

1. Velkomst og godkendelse af dagsorden
2. Godkendelse af referat
3. Demensvenlige afdelinger v. Lotte Ager
4. Orientering fra kommunerne
5. Eventuelt
""",
        {"kind": "agenda", "date": "2023-04-03", "time": "08:30", "place": "Skolevej 3, mødelokale B", "forum": "Lokalt Samarbejdsforum Ø"},
        [
            ("1", "Velkomst og godkendelse af dagsorden"),
            ("2", "Godkendelse af referat"),
            ("3", "Demensvenlige afdelinger"),
            ("4", "Orientering fra kommunerne"),
            ("5", "Eventuelt"),
        ],
    ),
    Case(
        "terms of reference with numbered headings",
        """Kommissorium for Styregruppe for Tryg Hjemkomst

1. Formål
Styregruppen har til formål at følge projektet.

2. Opgaver
Gruppen skal godkende planer og budget.

3. Sammensætning
- 2 repræsentanter fra kommunerne
- 1 repræsentant fra hospitalet
- 1 praktiserende læge

4. Mødefrekvens
Gruppen mødes fire gange om året og refererer til Sundhedsforum Nord.

5. Sekretariat
Sekretariatsbetjenes af Projektkontoret.
""",
        {"kind": "terms", "date": None, "time": None, "forum": "Styregruppe for Tryg Hjemkomst"},
        [],
    ),
    Case(
        "list of members",
        """Medlemmer af Koordinationsgruppen for Børn

Formandskab
Hanne Lykke, direktør, Egby Kommune (formand)
Bo Vest, cheflæge, Hospital Nord (næstformand)

Kommuner
Ida Fisk, børnechef, Bakkeby Kommune
Vakant, Mosby Kommune

Region
Lars Ebbe, kontorchef, Region Nordø

Opdateret den 1. marts 2023
""",
        {"kind": "members", "date": None, "forum": "Koordinationsgruppen for Børn"},
        [],
        in_attendees=("Hanne Lykke", "Vakant", "Lars Ebbe", "Formandskab"),
    ),
    Case(
        "printed pages with heads and feet",
        """Fælles Ledelsesforum, referat
Side 1 af 2

Referat fra mødet i Fælles Ledelsesforum den 9. maj 2019

Punkt nr. 1 - Velkommen
Formanden bød velkommen til det første møde i det nye forum og redegjorde for den
proces, der er gået forud for mødet, herunder de drøftelser, som har været holdt med
kommunerne i foråret.

Punkt nr. 2 - Fælles vision
Indstilling
Det indstilles, at forummet godkender visionen for det fælles sundheds- og ældre-
område, som er blevet til i et samarbejde mellem de otte kommuner og de to hospi-
taler.
Fælles Ledelsesforum, referat
Side 2 af 2
Beslutning
Visionen blev godkendt med den bemærkning, at der skal følges op på den i efteråret,
når budgettet er på plads.
""",
        {"kind": "minutes", "date": "2019-05-09", "forum": "Fælles Ledelsesforum"},
        [("1", "Velkommen"), ("2", "Fælles vision")],
        {"1": ["decision"], "2": ["recommendation", "decision"]},
    ),
    Case(
        "points in a table",
        """Referat af møde i Implementeringsgruppen for Telemedicin
Dato: 21.8.2023 kl. 10-12
Deltagere: Ulla Kam, Per Toft
Nr.\tEmne\tReferat\tAnsvarlig
1\tGodkendelse af dagsorden\tGodkendt\t
2\tUdrulning i kommunerne\tUlla orienterede. Udrulningen følger planen.\tUlla Kam
3\tEventuelt\tIntet\t
""",
        {"kind": "minutes", "date": "2023-08-21", "forum": "Implementeringsgruppen for Telemedicin"},
        [("1", "Godkendelse af dagsorden"), ("2", "Udrulning i kommunerne"), ("3", "Eventuelt")],
        {"2": ["decision"]},
        {"attendees", "table"},
    ),
    Case(
        "Markdown",
        """# Referat: Rådet for Sundhedsdata

**Dato:** 6. december 2023
**Sted:** Kongensbro

## Deltagere

- Erik Holm, sekretariatschef, Datakontoret
- Jytte Ask, Egby Kommune

## 1. Godkendelse af dagsorden

**Beslutning:** Godkendt.

## 2. Nyt datasæt

**Sagsfremstilling**

Datasættet er klar.

**Beslutning:** Taget til efterretning.
""",
        {"kind": "minutes", "date": "2023-12-06", "place": "Kongensbro", "forum": "Rådet for Sundhedsdata"},
        [("1", "Godkendelse af dagsorden"), ("2", "Nyt datasæt")],
        {"1": ["decision"], "2": ["case", "decision"]},
        {"attendees"},
    ),
    Case(
        "several decisions and the state of a case before the title",
        """Sundhedsrådet Vestbæk - Referat - 17. januar 2024

Mødested
Rådssalen

(Åben) 4. Budgetopfølgning
Sagsid: 24/118
Beskrivelse
Tallene for november foreligger.
Administrationen indstiller til rådet, at opfølgningen godkendes.
Behandling i Økonomigruppen den 10. januar 2024
Anbefales.
Beslutning i Sundhedsrådet Vestbæk den 17. januar 2024
Godkendt.
Bilag
- Budgetopfølgning november.pdf
(Lukket) 5. Personalesag
(Åben) 6. Næste møde
Beslutning i Sundhedsrådet Vestbæk den 17. januar 2024
Den 7. februar.
""",
        {"kind": "minutes", "date": "2024-01-17", "place": "Rådssalen", "forum": "Sundhedsrådet Vestbæk"},
        [("4", "Budgetopfølgning"), ("5", "Personalesag"), ("6", "Næste møde")],
        {"4": ["case", "recommendation", "decision", "decision", "annex"], "6": ["decision"]},
    ),
]
