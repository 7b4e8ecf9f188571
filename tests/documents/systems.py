"""More invented documents, as portals, case systems, Word, mail and converters write them. Every name is made up."""

from __future__ import annotations

from documents.invented import Case

SYSTEMS = [
    Case(
        "portal, title and day in one line, points with a colon",
        """Hop til indhold
Dagsordener og referater
Sundheds- og Forebyggelsesudvalget - 07-03-2024
Mødedato
7. marts 2024 kl. 15:00
Mødested
Lokale 12, Egby Rådhus
Mødedeltagere
Rie Holm Bak (A) - Formand
Bo Ask Lund (V)
Afbud
Bo Ask Lund (V)
31: Godkendelse af dagsorden
Åben sag
Beslutning
Godkendt.
32: Ny sundhedspolitik
Åben sag
Indstilling
Direktøren indstiller, at politikken sendes i høring.
Beslutning
Tiltrådt.
33: Salg af areal
Lukket sag
""",
        {
            "kind": "minutes",
            "date": "2024-03-07",
            "time": "15:00",
            "place": "Lokale 12, Egby Rådhus",
            "forum": "Sundheds- og Forebyggelsesudvalget",
        },
        [("31", "Godkendelse af dagsorden"), ("32", "Ny sundhedspolitik"), ("33", "Salg af areal")],
        {"31": ["decision"], "32": ["recommendation", "decision"]},
        in_attendees=("Bo Ask Lund",),
    ),
    Case(
        "extract of a protocol",
        """Udskrift af beslutningsprotokol for Ældrerådet i Nymose Kommune
Møde den 3. december 2012

Til stede: Agda Friis, Villy Boe
Fraværende: Ingen

Sag nr. 101
Godkendelse af referat
Resume:
Referatet er sendt ud.
Beslutning i Ældrerådet den 3. december 2012:
Godkendt.

Sag nr. 102
Værdighedspolitik
Resume:
Politikken er revideret.
Beslutning i Ældrerådet den 3. december 2012:
Rådet støtter politikken.
""",
        {"kind": "minutes", "date": "2012-12-03", "forum": "Ældrerådet i Nymose Kommune"},
        [("101", "Godkendelse af referat"), ("102", "Værdighedspolitik")],
        {"101": ["case", "decision"], "102": ["case", "decision"]},
    ),
    Case(
        "numbered list of those present, prose below points",
        """Kontaktudvalget for Hede Sygehus
Referat fra møde d. 14. maj 2009

Deltagere:
1. Overlæge Ulf Rask, Hede Sygehus
2. Praktiserende læge Kaja Munk
3. Ældrechef Bente Friis Kold, Hede Kommune

Dagsorden:
1. Siden sidst
2. Indlæggelser i ferien
3. Eventuelt

1. Siden sidst
Ulf Rask orienterede om ny bemanding.

2. Indlæggelser i ferien
Udvalget drøftede tallene.

3. Eventuelt
Intet.
""",
        {"kind": "minutes", "date": "2009-05-14", "forum": "Kontaktudvalget for Hede Sygehus"},
        [("1", "Siden sidst"), ("2", "Indlæggelser i ferien"), ("3", "Eventuelt")],
        {"1": ["decision"], "2": ["decision"]},
        {"contents", "attendees"},
        in_attendees=("Bente Friis Kold",),
    ),
    Case(
        "agenda with a column of times",
        """Dagsorden til møde i Netværk for Sygeplejeledere
Dato: 5. april 2022
Sted: Teams

Tid\tEmne\tAnsvarlig
09.00-09.10\tVelkomst\tKit Holm
09.10-09.40\tFælles kompetencer\tJan Abel
09.40-10.00\tEventuelt\tAlle
""",
        {"kind": "agenda", "date": "2022-04-05", "place": "Teams", "forum": "Netværk for Sygeplejeledere"},
        [(None, "Velkomst"), (None, "Fælles kompetencer"), (None, "Eventuelt")],
    ),
    Case(
        "times before the titles",
        """DAGSORDEN
Møde i Koordinationsforum Bakken
Tirsdag den 9. juni 2020 kl. 12.00-14.00

1. 12.00-12.05: Velkomst v/ Ida Holt
2. 12.05-12.45: Nyt tilbud til unge (40 min.)
3. 12.45-14.00: Drøftelse af budget 2021 v. Kaj Lind (ca. 75 min.)
""",
        {"kind": "agenda", "date": "2020-06-09", "time": "12:00", "forum": "Koordinationsforum Bakken"},
        [("1", "Velkomst"), ("2", "Nyt tilbud til unge"), ("3", "Drøftelse af budget 2021")],
    ),
    Case(
        "Ad punkt with a colon, the list of the agenda above",
        """Referat af møde i Følgegruppen for Genoptræning
Onsdag den 2. oktober 2013

Til stede: Lone Rask Bie, Ole Krag
Afbud: Mia Lyng

Dagsorden
1. Godkendelse af referat
2. Evaluering af forløb
3. Næste møde

Ad punkt 1: Godkendelse af referat
Referatet blev godkendt.
Ad punkt 2: Evaluering af forløb
Følgegruppen tog evalueringen til efterretning. Der var tre spørgsmål:
1. Hvem følger op?
2. Hvem betaler?
Ad punkt 3: Næste møde
4. december 2013.
""",
        {"kind": "minutes", "date": "2013-10-02", "forum": "Følgegruppen for Genoptræning"},
        [("1", "Godkendelse af referat"), ("2", "Evaluering af forløb"), ("3", "Næste møde")],
        {"1": ["decision"]},
        {"contents", "attendees"},
    ),
    Case(
        "points of the agenda spoken out",
        """Referat fra møde i Patientinddragelsesudvalget
24. august 2021, kl. 16-18

Deltagere:
Mogens Birk, Sclerosegruppen
Ulla Dam Frost, Handicapforum (formand)

Dagsordenens punkt 1: Velkomst
Ulla Dam Frost bød velkommen.

Dagsordenens punkt 2: Høring om akutplan
Udvalget besluttede at sende et svar.
""",
        {"kind": "minutes", "date": "2021-08-24", "forum": "Patientinddragelsesudvalget"},
        [("1", "Velkomst"), ("2", "Høring om akutplan")],
        {"2": ["decision"]},
    ),
    Case(
        "table of minutes with what is to be done",
        """Lokalt ledernetværk Bølge
Referat 11.11.2019

Nr.\tPunkt\tKonklusion\tAnsvarlig\tFrist
1.\tGodkendelse af referat\tGodkendt\t\t
2.\tFælles vagtplan\tNetværket aftalte en prøveperiode\tTine Holm\t1. februar 2020
\t\tPlanen evalueres efter et år\t\t
3.\tEvt.\tIntet\t\t
""",
        {"kind": "minutes", "date": "2019-11-11", "forum": "Lokalt ledernetværk Bølge"},
        [("1", "Godkendelse af referat"), ("2", "Fælles vagtplan"), ("3", "Evt.")],
        {"1": ["decision"], "2": ["decision", "decision"]},
    ),
    Case(
        "numbers and titles in one cell",
        """Beslutningsreferat: Projektgruppen for Digital Hjemmepleje
Dato: 4. september 2018

Dagsordenspunkt\tReferat/beslutning
1. Status\tProjektet er på plan.
2. Økonomi\tRegnskabet blev godkendt.
""",
        {"kind": "minutes", "date": "2018-09-04", "forum": "Projektgruppen for Digital Hjemmepleje"},
        [("1", "Status"), ("2", "Økonomi")],
        {"1": ["decision"], "2": ["decision"]},
    ),
    Case(
        "two lists side by side and pages with feet",
        """Samarbejdsudvalget for Psykiatri
Mødereferat 8. maj 2015                                   Side 1 af 2

Mødt:                             Afbud:
Tora Bruun, Åkommune              Jens Vig, Fjordpsykiatrien
Keld Mark Lund, Fjordpsykiatrien  Eva Skov, Åkommune

1. Opfølgning på referat
Ingen bemærkninger.

Samarbejdsudvalget for Psykiatri
Mødereferat 8. maj 2015                                   Side 2 af 2

2. Ny aftale
Udvalget godkendte aftalen.
""",
        {"kind": "minutes", "date": "2015-05-08", "forum": "Samarbejdsudvalget for Psykiatri"},
        [("1", "Opfølgning på referat"), ("2", "Ny aftale")],
        {"1": ["decision"], "2": ["decision"]},
        in_attendees=("Eva Skov",),
    ),
    Case(
        "a cluster and its group in the first line",
        """Sundhedsklynge Birkedal – Styregruppen
Referat af møde den 17. januar 2024 kl. 8.30

Deltagere: Ask Lind (formand), Bea Rosen Krog
Punkt 1 – Velkomst
Ask Lind bød velkommen.
Punkt 2 – Fælles indkøb
Styregruppen godkendte planen.
""",
        {"kind": "minutes", "date": "2024-01-17", "time": "08:30", "forum": "Styregruppen"},
        [("1", "Velkomst"), ("2", "Fælles indkøb")],
        {"2": ["decision"]},
    ),
    Case(
        "a mail with the minutes",
        """Fra: Kirsten Falk
Sendt: 4. marts 2019 09:12
Til: Bo Lund; Mia Frost
Emne: SV: Referat fra møde i Arbejdsgruppen for Kost den 1. marts 2019

Kære alle
Hermed referatet.

Deltagere: Bo Lund Mark, Mia Frost
Afbud: Ole Ty

1. Nye måltider
Gruppen aftalte at prøve ordningen af.
2. Næste møde
Vi mødes i april.

Venlig hilsen
Kirsten Falk
""",
        {"kind": "minutes", "date": "2019-03-01", "forum": "Arbejdsgruppen for Kost"},
        [("1", "Nye måltider"), ("2", "Næste møde")],
    ),
    Case(
        "the state of the case before the title",
        """Udvalget for sundhed
17. september 2019 kl. 13.00

Deltagere
 Carl Rosen
Afbud
 Ida Munk

1 Åben - Godkendelse af dagsorden
Beslutning for Punkt 1
Godkendt

2 Åben - Budget 2020
Beslutning for Punkt 2
Drøftet.

3 Lukket - Personsag
""",
        {"kind": "minutes", "date": "2019-09-17", "time": "13:00", "forum": "Udvalget for sundhed"},
        [("1", "Åben - Godkendelse af dagsorden"), ("2", "Åben - Budget 2020"), ("3", "Lukket - Personsag")],
        {"1": ["decision"], "2": ["decision"]},
    ),
    Case(
        "subject before number",
        """REFERAT
Forum: Tværsektorielt Kvalitetsråd, Sygehus Mark
Dato: 20. april 2017
Tilstede: Lis Bro Ager, Tom Vest

Emne: 1. Utilsigtede hændelser
Drøftelse: Rådet talte om to forløb.
Beslutning: Taget til efterretning.

Emne: 2. Audit
Drøftelse: Ingen.
Beslutning: Audit gentages.
""",
        {"kind": "minutes", "date": "2017-04-20", "forum": "Tværsektorielt Kvalitetsråd"},
        [("1", "Utilsigtede hændelser"), ("2", "Audit")],
        {"1": ["decision"], "2": ["decision"]},
    ),
    Case(
        "words broken over lines, a title too",
        """Udvalget for Nær Sundhed, referat af møde den 5. marts 2014

1. Ny samarbejdsaf-
tale med praksis
Indstilling
Det indstilles, at udvalget godkender den nye sam-
arbejdsaftale.
Beslutning
Udvalget godkendte aftalen og takkede arbejds-
gruppen.

2. Eventuelt
Intet.
""",
        {"kind": "minutes", "date": "2014-03-05", "forum": "Udvalget for Nær Sundhed"},
        [("1", "Ny samarbejdsaftale med praksis"), ("2", "Eventuelt")],
        {"1": ["recommendation", "decision"]},
    ),
    Case(
        "fields first, their values below",
        """Mødereferat
Styregruppen for Tryg Overgang
Dato:
Tid:
Sted:
12. maj 2022
14.00-15.30
Havnegade 2, Vigby

Deltagere:
Pia Lund Toft, Per Skov

1. Status
Projektet er forsinket. Styregruppen tog status til efterretning.
2. Økonomi
Budgettet blev godkendt.
""",
        {"kind": "minutes", "date": "2022-05-12", "time": "14:00", "place": "Havnegade 2, Vigby", "forum": "Styregruppen for Tryg Overgang"},
        [("1", "Status"), ("2", "Økonomi")],
    ),
    Case(
        "a plan that somebody adopted",
        """Handlingsplan 2025-2027 for Sundhedsklynge Enø
Vedtaget af Politisk Styregruppe Enø den 4. februar 2025

Indsats\tAnsvarlig\tØkonomi\tStatus
Faldforebyggelse\tEnø Kommune\t300.000 kr.\tI gang
Rygestop\tEnø Sygehus\tIkke afklaret\tPlanlagt
""",
        {"kind": "plan", "date": "2025-02-04", "forum": "Politisk Styregruppe Enø"},
        [],
        {},
        {"table"},
    ),
    Case(
        "a list of members with its day",
        """Klyngeforum Strandby – medlemsliste pr. 1. juni 2023

Borgmester Yrsa Falk (A), Strandby Kommune, formand
Regionsrådsmedlem Kim Bo Hauge (V), næstformand
Praktiserende læge Anna Sø, PLO Kyst
""",
        {"kind": "members", "forum": "Klyngeforum Strandby", "date": "2023-06-01"},
        [],
        {},
        {"attendees"},
        in_attendees=("Anna Sø",),
    ),
    Case(
        "a note is no agenda and no terms",
        """Notat om fælles fora på ældreområdet

Ældreforum er nedsat af Styregruppen og har reference til den. Gruppen mødes efter behov, og dens opgaver er beskrevet i aftalen.

1. Baggrund
Forummet blev til i 2014 efter en proces med mange parter.
2. Videre forløb
Der er ikke taget stilling til formen.
""",
        {"kind": "other", "date": None},
        [],
    ),
    Case(
        "capitals throughout",
        """KONTAKTFORUM FOR BØRN OG UNGE
REFERAT AF MØDE DEN 6. FEBRUAR 2018

TIL STEDE: MAJ HOLM, PER BECH LUND
AFBUD: INGEN

PKT. 1 GODKENDELSE AF DAGSORDEN
GODKENDT.
PKT. 2 SKOLEFRAVÆR
REFERAT: FORUMMET DRØFTEDE SAGEN.
""",
        {"kind": "minutes", "date": "2018-02-06", "forum": "KONTAKTFORUM FOR BØRN OG UNGE"},
        [("1", "GODKENDELSE AF DAGSORDEN"), ("2", "SKOLEFRAVÆR")],
        {"2": ["decision"]},
    ),
    Case(
        "decisions of several bodies",
        """Region Fjord
Referat fra møde i Regionsrådet den 24. juni 2019

3. Aftale om lægehuse
Brevid: 3302211
Behandling i Forretningsudvalget den 11. juni 2019, pkt. 7
Anbefales.
Behandling i Regionsrådet den 24. juni 2019, pkt. 3
Resume
Tre lægehuse foreslås.
Indstilling
Administrationen indstiller, at aftalen godkendes.
Beslutning
Godkendt.

4. Orienteringer
Behandling i Regionsrådet den 24. juni 2019, pkt. 4
Taget til efterretning.
""",
        {"kind": "minutes", "date": "2019-06-24", "forum": "Regionsrådet"},
        [("3", "Aftale om lægehuse"), ("4", "Orienteringer")],
        {"3": ["decision", "decision", "case", "recommendation", "decision"], "4": ["decision"]},
    ),
    Case(
        "the page of a viewer, text in one line",
        """Referat af møde i Praksisrådet for Bugt
Størrelse: px
Starte visningen fra side:
Transkript
1 Referat af møde i Praksisrådet for Bugt, onsdag den 3. april 2013 \
Deltagere: Rådmand Poul Holm Sø Overlæge Ane Frost, Bugt Sygehus Afbud: Ib Lund Vest \
Dagsorden: 1. Velkomst 2. Ny aftale om lægevagt 3. Eventuelt 1. Velkomst Poul Holm Sø bød velkommen. \
2. Ny aftale om lægevagt Ane Frost fremlagde udkastet. Beslutning: Rådet godkendte aftalen. 3. Eventuelt Intet.
""",
        {"kind": "minutes", "date": "2013-04-03", "forum": "Praksisrådet for Bugt"},
        [("1", "Velkomst"), ("2", "Ny aftale om lægevagt"), ("3", "Eventuelt")],
    ),
    Case(
        "points with letters of their number",
        """Referat af møde i Kommunekontaktrådets sundhedsgruppe
Mandag den 22. november 2021

Deltagere: Finn Bø, Ida Dal Rask
1. Siden sidst
Intet.
2a. Ny økonomiaftale
Gruppen drøftede aftalen.
2b. Fordeling af midler
Gruppen besluttede en fordeling.
3. Eventuelt
Intet.
""",
        {"kind": "minutes", "date": "2021-11-22", "forum": "Kommunekontaktrådets sundhedsgruppe"},
        [("1", "Siden sidst"), ("2a", "Ny økonomiaftale"), ("2b", "Fordeling af midler"), ("3", "Eventuelt")],
    ),
    Case(
        "minutes without the word",
        """SAMRÅDSMØDE – Koordinationsgruppen Vest
08.09.2020

Punkt 1 – Siden sidst
Intet nyt.
Punkt 2 – Ny tavle
Det blev aftalt at prøve tavlen i et år.
Punkt 3 – Næste møde
1. december 2020.
""",
        {"kind": "minutes", "date": "2020-09-08", "forum": "Koordinationsgruppen Vest"},
        [("1", "Siden sidst"), ("2", "Ny tavle"), ("3", "Næste møde")],
    ),
    Case(
        "who came as people below labels, a forum without the word for a meeting",
        """Det Rådgivende Praksisforum (DRAP)
Referat af møde den 3. juni 2014

Til stede:
Kommunerne:
Ældrechef Tine Sol, Nørby Kommune
Referent: Bo Dahl

Ad 1. Godkendelse af dagsorden
Godkendt.
Ad 2. Ventetider
Forummet tog status til efterretning.
""",
        {"kind": "minutes", "date": "2014-06-03", "forum": "Det Rådgivende Praksisforum"},
        [("1", "Godkendelse af dagsorden"), ("2", "Ventetider")],
        {"1": ["decision"]},
    ),
    Case(
        "one point whose number is written in another way",
        """Referat, Lederforum Kyst, 7. maj 2024

1. Godkendelse af dagsorden
Godkendt.
2 Nyt fra kommunerne
Kommunerne orienterede om budgettet.
3. Uddannelse
Beslutning: Forummet er positivt.
4 . Eventuelt
Intet.
""",
        {"kind": "minutes", "date": "2024-05-07", "forum": "Lederforum Kyst"},
        [("1", "Godkendelse af dagsorden"), ("2", "Nyt fra kommunerne"), ("3", "Uddannelse"), ("4", "Eventuelt")],
        {"3": ["decision"]},
    ),
    Case(
        "headings in Markdown-like numbers with decimals inside of points",
        """Referat fra møde i Strategisk Sundhedsråd Ås den 30. januar 2023

1 Godkendelse af dagsorden
Beslutning
Godkendt.
2 Fælles indsatser
Sagsfremstilling
2.1 Indsats for unge
Den kører videre.
2.2 Indsats for ældre
Den er afsluttet.
Beslutning
Drøftet.
3 Eventuelt
Beslutning
Intet.
""",
        {"kind": "minutes", "date": "2023-01-30", "forum": "Strategisk Sundhedsråd Ås"},
        [("1", "Godkendelse af dagsorden"), ("2", "Fælles indsatser"), ("3", "Eventuelt")],
        {"2": ["case", "decision"]},
    ),
]
