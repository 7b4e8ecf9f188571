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
        {"kind": "members", "date": "2023-03-01", "forum": "Koordinationsgruppen for Børn"},
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
    Case(
        "list of the agenda with brackets, people below their bodies",
        """Referat
Sundhedsklyngen Vestø - Politisk niveau
Dato: 12. december 2022
Tidspunkt: kl. 16.00 – 18.00
Sted: Vestø Hospital, Auditoriet

Deltagere
Vestø Kommune
Borgmester Ane Krog
Formand for Sundhedsudvalget Bo Falk
Region Nordø
Regionsrådsmedlem Liv Dam (formand)
Almen praksis
Formand for PLO Hans Lim

Sekretariatet
Udviklingskonsulent Kim Bo
Afbud
Pia Holt

Dagsorden
1) Velkomst og præsentation
2) Drøftelse af kommissorium
3) Eventuelt

Ad 1) Velkomst og præsentation
Liv Dam bød velkommen. Deltagerne præsenterede sig.

Ad 2) Drøftelse af kommissorium
Kommissoriet blev godkendt med følgende ændringer:
1. Mødefrekvensen ændres
2. Sekretariatet placeres i regionen

Ad 3) Eventuelt
Intet
""",
        {"kind": "minutes", "date": "2022-12-12", "time": "16:00", "place": "Vestø Hospital, Auditoriet"},
        [("1", "Velkomst og præsentation"), ("2", "Drøftelse af kommissorium"), ("3", "Eventuelt")],
        {"2": ["decision"]},
        kinds={"attendees", "contents"},
        in_attendees=("Ane Krog", "Pia Holt", "Kim Bo"),
    ),
    Case(
        "tabs and wide blanks between label and value",
        """REFERAT\u2003Kvalitetsrådet\u00a0Syd

Mødedato:\t\t4. maj 2021
Mødetidspunkt:\t\t10.00 – 12.00
Deltagere:\tIda Berg, Ole Ask
Afbud:\tKim Lund

1.\tGodkendelse af dagsorden
\tBeslutning
\tGodkendt.
2.\tUtilsigtede hændelser
\tSagsfremstilling
\tDer var 14 hændelser.
\tBeslutning
\tTaget til efterretning.
""",
        {"kind": "minutes", "date": "2021-05-04", "time": "10:00", "forum": "Kvalitetsrådet Syd"},
        [("1", "Godkendelse af dagsorden"), ("2", "Utilsigtede hændelser")],
        {"1": ["decision"], "2": ["case", "decision"]},
        kinds={"attendees"},
        in_attendees=("Kim Lund",),
    ),
    Case(
        "a table drawn with bars",
        """Referat: Forum for Palliation
Dato: 1. juni 2023

| Nr. | Punkt | Beslutning |
|---|---|---|
| 1 | Velkomst | Intet |
| 2 | Plan | Godkendt |
""",
        {"kind": "minutes", "date": "2023-06-01", "forum": "Forum for Palliation"},
        [("1", "Velkomst"), ("2", "Plan")],
        {"2": ["decision"]},
        kinds={"table"},
    ),
    Case(
        "titles without numbers and labels",
        """Referat fra styregruppemøde d. 3. februar 2021 kl. 9-11 på Teams
Til stede: Ida Holm (formand, Egby Kommune), Ole Ask (Hospital Syd), Kim Lund (referent)

Velkomst og godkendelse af dagsorden
Formanden bød velkommen.

Status på projekt Trygt Hjem
Projektet kører efter planen. Der er ansat en projektleder.

Eventuelt
Intet.
""",
        {"kind": "minutes", "date": "2021-02-03", "time": "09:00"},
        [(None, "Velkomst og godkendelse af dagsorden"), (None, "Status på projekt Trygt Hjem"), (None, "Eventuelt")],
        kinds={"attendees"},
        in_attendees=("Kim Lund",),
    ),
    Case(
        "the agenda in one line, points by number only",
        """Referat Side 1
Bestyrelsesmøde i Foreningen for Fælles Sundhed
Tirsdag den 5. marts 2024 kl. 17.00 i Medborgerhuset

Tilstede: Ane, Bo, Carl
Afbud fra: Dorte

Dagsorden
1. Valg af dirigent og referent 2. Godkendelse af referat 3. Økonomi 4. Eventuelt

Ad 1
Bo blev valgt til dirigent, og Carl tager referat.
Ad 2
Godkendt.
Ad 3
Kassereren gennemgik regnskabet, som viser et overskud på 12.000 kr.
Ad 4
Intet.
""",
        {"kind": "minutes", "date": "2024-03-05", "time": "17:00", "place": "Medborgerhuset", "forum": "Foreningen for Fælles Sundhed"},
        [("1", "Valg af dirigent og referent"), ("2", "Godkendelse af referat"), ("3", "Økonomi"), ("4", "Eventuelt")],
        {"3": ["decision"]},
        kinds={"attendees", "contents"},
        in_attendees=("Dorte",),
    ),
    Case(
        "lists of numbers inside of points that have no labels",
        """Referat fra møde i Arbejdsgruppen for sårpleje
Dato: torsdag d. 2. november 2023
Deltagere: Ida Holm, Egby Kommune, Bo Dam, Mosby Kommune
Afbud: Kim Ask

1. Velkomst
Ida bød velkommen.
2. Runde
Alle præsenterede sig. Følgende emner blev nævnt:
1. Materialer
2. Uddannelse
3. Dokumentation
3. Plan for 2024
Gruppen aftalte:
1. at holde fire møder
2. at invitere en sårsygeplejerske
4. Eventuelt
Ingen bemærkninger.
""",
        {"kind": "minutes", "date": "2023-11-02", "forum": "Arbejdsgruppen for sårpleje"},
        [("1", "Velkomst"), ("2", "Runde"), ("3", "Plan for 2024"), ("4", "Eventuelt")],
        {"2": ["decision"]},
        kinds={"attendees"},
        in_attendees=("Kim Ask",),
    ),
    Case(
        "words of headings that are only headings inside of a case",
        """Referat af møde i Klyngeforum den 1. februar 2024

1. Ny retningslinje for hofter
Sagsfremstilling
Behandling
Behandlingen af hofter er ændret.
Anbefalinger
Arbejdsgruppen anbefaler tidlig genoptræning.
Status
Gruppen er i gang.
Formål
At forbedre forløbene.
Beslutning
Forummet støttede anbefalingerne.
Økonomi
Udgiften deles.
""",
        {"kind": "minutes", "date": "2024-02-01", "forum": "Klyngeforum"},
        [("1", "Ny retningslinje for hofter")],
        {"1": ["case", "decision"]},
    ),
    Case(
        "open and closed points",
        """Udvalg: Social- og Sundhedsudvalget
Mødedato: 14-03-2023 16:00
Mødested: Mødelokale D

1. (Åben) Godkendelse af dagsorden
Beslutning:
Godkendt

2. (Lukket) Køb
3. (Åben) Orientering
Beslutning:
Taget til efterretning
""",
        {"kind": "minutes", "date": "2023-03-14", "time": "16:00", "place": "Mødelokale D", "forum": "Social- og Sundhedsudvalget"},
        [("1", "Godkendelse af dagsorden"), ("2", "Køb"), ("3", "Orientering")],
        {"1": ["decision"], "2": []},
    ),
    Case(
        "an agenda with headings for decisions that are not taken yet",
        """Dagsorden og referat
Forretningsudvalget - dagsorden
Mødet d. 6. marts 2024 kl. 10:00
Sted: Regionsgården

1. Godkendelse af dagsorden
RESUME
Dagsordenen skal godkendes.
INDSTILLING
Administrationen indstiller til udvalget,
at dagsordenen godkendes.
BESLUTNING
2. Status på sengepladser
INDSTILLING
Administrationen indstiller til udvalget,
at orienteringen tages til efterretning.
POLITISK BEHANDLING
Udvalgets beslutning den 6. marts 2024:
BESLUTNING
""",
        {"kind": "agenda", "date": "2024-03-06", "time": "10:00", "place": "Regionsgården", "forum": "Forretningsudvalget"},
        [("1", "Godkendelse af dagsorden"), ("2", "Status på sengepladser")],
        {"1": ["case", "recommendation", "decision"]},
    ),
    Case(
        "bodies before their people, inline conclusion",
        """Møde i Styregruppen for Nær Psykiatri – referat
Mandag den 8. januar 2024 kl. 14.00 - 15.30, Teams

Mødedeltagere:
Region Nordø: Hans Birk (formand), Lis Vang
Kommunerne: Ole Falk (Egby), Ida Kjær (Mosby)
PLO: Jens Lund
Sekretariat: Mia Rønne (ref.)

Punkt 1: Velkomst v. formanden
Punkt 2: Økonomi
Beslutningstema: Styregruppen skal tage stilling til budgettet.
Budgettet er på 2 mio. kr.
Konklusion: Budgettet blev godkendt.
Punkt 3: Næste møde
Aftales pr. mail.
""",
        {"kind": "minutes", "date": "2024-01-08", "time": "14:00", "place": "Teams", "forum": "Styregruppen for Nær Psykiatri"},
        [("1", "Velkomst"), ("2", "Økonomi"), ("3", "Næste møde")],
        {"2": ["recommendation", "decision"]},
        kinds={"attendees"},
        in_attendees=("Mia Rønne", "Lis Vang"),
    ),
    Case(
        "members in a table",
        """Sundhedsklyngen Søhøjlandet
Medlemmer af den politiske klynge

Navn\tTitel\tOrganisation
Ida Fisk\tborgmester\tEgby Kommune
Hans Ole Dam\tregionsrådsmedlem\tRegion Nordø
Jens Ask Lund\tpraktiserende læge\tPLO
""",
        {"kind": "members", "date": None, "forum": None},
        [],
        kinds={"attendees"},
        in_attendees=("Ida Fisk", "Jens Ask Lund"),
    ),
    Case(
        "members with dashes",
        """Strategisk forum

Formænd
Ida Fisk – direktør – Egby Kommune
Hans Dam – hospitalsdirektør – Hospital Syd

Medlemmer fra kommunerne
Lis Vang – chef – Mosby Kommune
Vakant – Bakkeby Kommune
""",
        {"kind": "members", "date": None, "forum": "Strategisk forum"},
        [],
        kinds={"attendees", "header"},
        in_attendees=("Formænd", "Vakant"),
    ),
    Case(
        "years and counts at the beginning of lines",
        """Referat fra møde i Aktivitetsrådet den 3. februar 2021
1. Godkendelse af referat
Godkendt.
2. Aktivitet i 2020
2020 var et særligt år.
10 kommuner har svaret:
1. Egby
2. Mosby
3. Bakkeby
3. Plan
Planen følges.
""",
        {"kind": "minutes", "date": "2021-02-03", "forum": "Aktivitetsrådet"},
        [("1", "Godkendelse af referat"), ("2", "Aktivitet i 2020"), ("3", "Plan")],
    ),
    Case(
        "numbers without a mark",
        """Sundhedsforum Vest, referat, 24.10.24
Til stede: A. Berg, B. Carlsen

1 Godkendelse af dagsorden
Godkendt.
2 Kapacitet på fødeområdet
Drøftet. Der følges op.
3 Eventuelt
Intet.
""",
        {"kind": "minutes", "date": "2024-10-24", "forum": "Sundhedsforum Vest"},
        [("1", "Godkendelse af dagsorden"), ("2", "Kapacitet på fødeområdet"), ("3", "Eventuelt")],
        {"2": ["decision"]},
        kinds={"attendees"},
        in_attendees=("B. Carlsen",),
    ),
    Case(
        "points from the middle of a meeting",
        """Punkt 5 - Sundhedsaftalens implementering
Resumé: Status på aftalen.
Sagsnr.: 2021-0045
Sagsfremstilling:
Aftalen blev vedtaget i 2019. Punkt 4 blev udsat.
Punkt 3 i aftalen er afsluttet.
Indstilling:
Forvaltningen indstiller, at status godkendes
Beslutning:
Godkendt som indstillet.
Fraværende: Ole Falk
Punkt 6 - Eventuelt
Beslutning:
Intet.
""",
        {"kind": "minutes", "date": None, "forum": None},
        [("5", "Sundhedsaftalens implementering"), ("6", "Eventuelt")],
        {"5": ["case", "case", "recommendation", "decision", "attendees"]},
        in_attendees=("Ole Falk",),
    ),
]
