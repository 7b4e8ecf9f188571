"""More agendas as they are found: mails, protocols of one point, tables set apart by semicolons, text that lost its lines. Every name is made up."""

from __future__ import annotations

from documents.agendas import Agenda

OTHER_MAKES = [
    Agenda(
        "run-on text, a title that ends with a name before the same noun",
        "Referat Medicinudvalget Dato: 4. maj 2016 Sted: Lokale 3 Deltagere: Ane Lind (formand), Bo Holm Afbud: Kaj Dam "
        "1. Velkomst Formanden bød velkommen. 2. Nyt fra Apotekerforeningen Foreningen er flyttet til Egby. "
        "3. Besøg på Akutcentret Udvalget besøgte centret i april. 4. Eventuelt Intet.\n",
        (("1", "Velkomst"), ("2", "Nyt fra Apotekerforeningen"), ("3", "Besøg på Akutcentret"), ("4", "Eventuelt")),
    ),
    Agenda(
        "run-on text, the list of points and then Ad with a bracket and no titles",
        "1 Egby Sygehus Referat af møde i Følgegruppen for nyrer Onsdag den 7. november 2012 Lokale 2 Til stede: Overlæge Ebbe Lund, Egby Sygehus "
        "(formand) Ane Borre, Tved Kommune Fraværende: Pia Rand, Tved Kommune Dagsorden 1. Velkomst og bemærkninger til referat 2. Gruppens "
        "opgaver 3. Midler til kurser 4. Næste møde og evt. Ad 1) Ebbe Lund bød velkommen. Der var ingen bemærkninger. 1\n\n"
        "2 Ad 2) Ane Borre gennemgik opgaverne. Beslutning: Opgaverne tiltrædes. Ad 3) Der er afsat 100.000 kr. Gruppen drøftede fordelingen. "
        "Ad 4) Næste møde holdes den 6. februar 2013. Intet under evt. 2\n\nLignende dokumenter\n\nReferat af et andet møde\n",
        (("1", "Velkomst og bemærkninger til referat"), ("2", "Gruppens opgaver"), ("3", "Midler til kurser"), ("4", "Næste møde og evt.")),
    ),
    Agenda(
        "run-on text, Ad pkt. in the minutes, the list behind a colon",
        "Styregruppen for Trygt Liv Møde den 3. marts 2014 Deltagere: Ane Lind, Bo Holm Dagsorden: 1. Siden sidst 2. Forslag til ny "
        "vejledning 3. Evt. Ad pkt. 1 Siden sidst Bo Holm orienterede om det. Ad pkt. 2 Forslag til ny vejledning Gruppen godkendte forslaget. "
        "Ad pkt. 3 Evt. Intet.\n",
        (("1", "Siden sidst"), ("2", "Forslag til ny vejledning"), ("3", "Evt.")),
    ),
    Agenda(
        "a mail whose subject says minutes, titles before a stop",
        """Fra: Ida Holm
Sendt: 17. maj 2021 09:12
Til: Netværket
Emne: Ref. fra mødet 12/5

Kære alle
Tak for sidst! Her er et kort referat.

1) Lejrtur. Bo er tovholder. Vi søger de sidste 20.000 kr., frist 1. juni.
2) Lysfest. Vi besluttede at droppe den.
3) Årsplan. Aftalt at Ida sender den rundt.

Næste gang 9/6.

Hilsen Ida
""",
        (("1", "Lejrtur"), ("2", "Lysfest"), ("3", "Årsplan")),
    ),
    Agenda(
        "a mail with minutes, titles before a dash",
        """Fra: Ida Holm
Til: Lokalgruppen
Dato: 3. juni 2022
Emne: Referat fra onsdag

Hej
Her er referatet.

1. Sommerfest – vi holder den i august. Bo booker hallen.
2. Nye stole – drøftet, ingen penge.
3. Næste møde – 5. september.

Ida
""",
        (("1", "Sommerfest"), ("2", "Nye stole"), ("3", "Næste møde")),
    ),
    Agenda(
        "a mail with numbered questions",
        """Fra: Ida Holm
Til: Bo Holm
Emne: Spørgsmål til ansøgningen

Kære Bo
Vi har tre spørgsmål:
1) Hvem er tovholder. Vi tror, det er jer.
2) Hvad koster det. Budgettet mangler.
3) Hvornår begynder I. Det står der ikke.

Hilsen Ida
""",
        (),
    ),
    Agenda(
        "extract of a protocol with one point of two levels",
        """KKR
VESTØ

Protokol, KKR Vestø, 24.01.2022
3.2. Udpegning til Kontaktrådet
SAG-2021-05512

Indstilling
Det indstilles, at KKR
• udpeger to medlemmer

Beslutning
KKR udpegede Ane Lind (V) og Bo Holm (A).

Næste sag: 3.3
""",
        (("3.2", "Udpegning til Kontaktrådet"),),
    ),
    Agenda(
        "extract of a protocol with one point and its case number",
        """Protokol for Sundhedsrådet, 5. maj 2023
12/23. Udmøntning af puljen
Sagsfremstilling
Der er 2 mio. kr. i puljen.
Beslutning
Godkendt.
""",
        (("12/23", "Udmøntning af puljen"),),
    ),
    Agenda(
        "extract of minutes with one point and its word",
        """Udskrift af referat, Byrådet i Tved, 5. maj 2023
Punkt 14: Valg til Sundhedsrådet
Beslutning
Ane Lind blev valgt.
""",
        (("14", "Valg til Sundhedsrådet"),),
    ),
    Agenda(
        "a table set apart by semicolons",
        """BESLUTNINGSLOG
Forum: Ledergruppen, Klynge Åmark
Møde: 02-02-2024
Deltog: Ane Lind, Tved Kommune; Bo Holm, Egby Sygehus

Pkt;Emne;Beslutning;Ansvarlig;Frist
1;Kost på stuerne;Godkendt som indsats. 225.000 kr. i 2024;BH;
2;Akutpladser;Drøftet, ingen konklusion;;
3;Trygt Hjem;Stoppes. Resten føres tilbage;AL;01-04-2024
4;Årshjul;Udsat;;

Logget af: Ida Holm
""",
        (("1", "Kost på stuerne"), ("2", "Akutpladser"), ("3", "Trygt Hjem"), ("4", "Årshjul")),
    ),
    Agenda(
        "a table set apart by semicolons, other columns",
        """Aktionsliste og beslutninger, Driftsforum 4. marts 2023
Nr.; Sag; Konklusion; Hvem
1; Ny vagtplan; Godkendt; Ane
2; Parkering; Ingen beslutning; Bo
3; Eventuelt; Intet;
""",
        (("1", "Ny vagtplan"), ("2", "Parkering"), ("3", "Eventuelt")),
    ),
    Agenda(
        "a table of point, decision, responsible, time limit",
        """Referat Klyngeforum Nord 3. maj 2024

Punkt\tBeslutning\tAnsvarlig\tFrist
Velkomst\tDagsordenen godkendt\t\t
Udskrivningsaftalen\tAftalen revideres\tBo Holm\t1. juni 2024
Eventuelt\t\t\t
""",
        ((None, "Velkomst"), (None, "Udskrivningsaftalen"), (None, "Eventuelt")),
    ),
    Agenda(
        "a table with bars, the number in the title",
        """Beslutningsreferat fra møde i Temagruppe Psykiatri 3. maj 2024

| Dagsordenspunkt | Drøftelse og beslutning | Opfølgning |
|---|---|---|
| 1. Godkendelse af dagsorden | Godkendt | |
| 2. Ambulant tilbud | Gruppen drøftede tilbuddet. | Bo |
| 3. Evt. | Intet | |
""",
        (("1", "Godkendelse af dagsorden"), ("2", "Ambulant tilbud"), ("3", "Evt.")),
    ),
    Agenda(
        "a list of points with presenter and minutes, then the same titles in the minutes",
        """Referat – Implementeringsgruppen
Mandag den 3. juni 2024 kl. 9.00-10.30

Dagsorden
1. Velkomst v/ Ane Lind (5 min.)
2. Afprøvning af skærmbesøg v/ Bo Holm (20 min.)
3. Økonomi (10 min.)
4. Eventuelt

1. Velkomst
Ane Lind bød velkommen.

2. Afprøvning af skærmbesøg
Bo Holm fortalte om afprøvningen. Gruppen tog orienteringen til efterretning.

3. Økonomi
Regnskabet blev godkendt.

4. Eventuelt
Intet.
""",
        (("1", "Velkomst"), ("2", "Afprøvning af skærmbesøg"), ("3", "Økonomi"), ("4", "Eventuelt")),
    ),
    Agenda(
        "roman numbers in the list and in the minutes",
        """Referat af møde i Sygehusrådet, tirsdag den 3. maj 2005

Dagsorden:
I. Godkendelse af dagsorden
II. Venteliste til knæ
III. Forskningsmidler
IV. Eventuelt

I. Godkendelse af dagsorden
Dagsordenen blev godkendt.

II. Venteliste til knæ
Rådet drøftede ventelisten.

III. Forskningsmidler
Der er afsat 2 mio. kr.

IV. Eventuelt
Intet.
""",
        (("I", "Godkendelse af dagsorden"), ("II", "Venteliste til knæ"), ("III", "Forskningsmidler"), ("IV", "Eventuelt")),
    ),
    Agenda(
        "Ad 3) with a title, none in a list",
        """Referat fra møde i Kræftgruppen den 4. juni 2013

Ad 1) Siden sidst
Ane Lind orienterede om budgettet.

Ad 2) Ny pakke
Gruppen drøftede pakken.

Ad 3) Eventuelt
Intet.
""",
        (("1", "Siden sidst"), ("2", "Ny pakke"), ("3", "Eventuelt")),
    ),
    Agenda(
        "points told in prose: Under punkt 3 blev det besluttet",
        """Referat fra møde i Lokalrådet den 4. juni 2013

Dagsorden:
1. Godkendelse af referat
2. Ny cykelsti til sundhedshuset
3. Valg af næstformand
4. Eventuelt

Referatet blev godkendt under punkt 1. Under punkt 2 fortalte Bo om cykelstien. Under punkt 3 blev det besluttet at vælge Ane Lind. Intet til punkt 4.
""",
        (("1", "Godkendelse af referat"), ("2", "Ny cykelsti til sundhedshuset"), ("3", "Valg af næstformand"), ("4", "Eventuelt")),
    ),
    Agenda(
        "titles in capitals without numbers, a list of contents with pages above",
        """Sundhedsudvalget i Tved
Referat 4. april 2019

INDHOLD
Godkendelse af dagsorden ........ 2
Tandplejen ........ 3
Orientering ........ 5

GODKENDELSE AF DAGSORDEN
Beslutning
Godkendt.

TANDPLEJEN
Sagsfremstilling
Tandplejen flytter.
Beslutning
Udvalget godkendte flytningen.

ORIENTERING
Beslutning
Til efterretning.
""",
        ((None, "GODKENDELSE AF DAGSORDEN"), (None, "TANDPLEJEN"), (None, "ORIENTERING")),
    ),
    Agenda(
        "bold headings without numbers in Markdown",
        """**Referat af møde i Netværk for Ernæring, 4. april 2019**

**Velkomst**
Ane Lind bød velkommen.

**Nye anbefalinger om protein**
Netværket drøftede anbefalingerne. Bo skriver et udkast.

**Kursus i Egby**
Kurset er udsolgt.

**Eventuelt**
Intet.
""",
        ((None, "Velkomst"), (None, "Nye anbefalinger om protein"), (None, "Kursus i Egby"), (None, "Eventuelt")),
    ),
    Agenda(
        "hash headings without numbers",
        """# Møde i Brugerpanelet 4. april 2019

## Deltagere
Ane Lind, Bo Holm

## Ny hjemmeside
Panelet drøftede hjemmesiden.

## Valg af talsperson
Bo Holm blev valgt.

## Evt.
Intet.
""",
        ((None, "Ny hjemmeside"), (None, "Valg af talsperson"), (None, "Evt.")),
    ),
    Agenda(
        "a portal whose list names a closed point that is not in the minutes, and a point without any text",
        """Referat - Socialudvalget - 04-06-2020
Mødedato: 04-06-2020
Mødested: Rådhuset

Punkter på dagsordenen
1. Godkendelse af dagsorden
2. Botilbud i Egby
3. Lukket punkt: Klagesag
4. Underskriftsside

1. Godkendelse af dagsorden
Resumé
Udvalget skal godkende dagsordenen.
Beslutning
Godkendt.

2. Botilbud i Egby
Resumé
Der skal bygges.
Indstilling
Forvaltningen indstiller, at forslaget godkendes.
Beslutning
Godkendt.

4. Underskriftsside
""",
        (("3", "Lukket punkt: Klagesag"), ("1", "Godkendelse af dagsorden"), ("2", "Botilbud i Egby"), ("4", "Underskriftsside")),
    ),
    Agenda(
        "leading zeros and no list",
        """Projektmøde nr. 4, Byggeri Syd – referat
4. juni 2020, skurvognen
01 Siden sidst
Intet nyt.
02 Tidsplan
Planen holder.
03 Eventuelt
–
""",
        (("01", "Siden sidst"), ("02", "Tidsplan"), ("03", "Eventuelt")),
    ),
    Agenda(
        "who speaks and how long behind a dash",
        """Dagsorden for Klyngens Kvalitetsforum den 4. juni 2023, kl. 10-12
1. Velkomst og siden sidst – Ane Lind – 10 min.
2. Data om genindlæggelser – Bo Holm, kvalitetskonsulent – 25 min.
3. Pause – 10 min.
4. Eventuelt – 5 min.
""",
        (("1", "Velkomst og siden sidst"), ("2", "Data om genindlæggelser"), ("3", "Pause"), ("4", "Eventuelt")),
    ),
    Agenda(
        "short minutes of bullets with titles in bold before a colon",
        """Opsamling fra møde i Akutgruppen 4. juni 2023

- Velkomst: Ane Lind bød velkommen.
- Triage: Gruppen drøftede den nye skala. Bo laver et oplæg.
- Næste møde: 5. september 2023.
- Eventuelt: Intet.
""",
        ((None, "Velkomst"), (None, "Triage"), (None, "Næste møde"), (None, "Eventuelt")),
    ),
    Agenda(
        "a row of the agenda is one line with the outcome behind an arrow",
        """Referat, Tavlemøde i Klyngesekretariatet 4. juni 2023
1. Siden sidst -> Intet
2. Ansøgninger -> Bo sender dem i dag
3. Ferie -> Plan godkendt
""",
        (("1", "Siden sidst"), ("2", "Ansøgninger"), ("3", "Ferie")),
    ),
    Agenda(
        "subpoints with letters in one line of text",
        """Referat fra bestyrelsesmøde i Hjerteforeningen Tved 4. juni 2023
1. Meddelelser
a. Fra formanden: Ane Lind har været på kursus.
b. Fra kassereren: Regnskabet er klar.
2. Indsamling
a. Rute: Aftalt.
b. Hold: Bo finder flere.
3. Evt.
""",
        (("1", "Meddelelser"), ("2", "Indsamling"), ("3", "Evt.")),
    ),
    Agenda(
        "columns set by blanks, two of them, with a cell that goes on in the next line",
        """Styregruppen for Egby Akuthus
8. møde, mandag den 11.03.13, kl. 9-10

Pkt  Emne                    Konklusion                          Ansv. / frist
1    Ref. fra 7. møde        OK                                  –
2    Byggelederens plan      Taget til orientering               –
3    Merudgift til jord      Afholdes af reserven (1,2 mio. kr.) BH
4    Gårdhaven               Udgår af projektet. AL undersøger
                             muligheden for fondsmidler          AL / 15.05.13
5    Evt.                    Intet

Næste møde 22. april.
""",
        (("1", "Ref. fra 7. møde"), ("2", "Byggelederens plan"), ("3", "Merudgift til jord"), ("4", "Gårdhaven"), ("5", "Evt.")),
    ),
    Agenda(
        "columns set by blanks, no numbers",
        """Referat af møde i Temagruppen 4. juni 2023

Emne                  Beslutning                        Hvem
Velkomst              Dagsordenen blev godkendt         Ane
Ny pjece              Pjecen trykkes i august           Bo
Eventuelt             Intet
""",
        ((None, "Velkomst"), (None, "Ny pjece"), (None, "Eventuelt")),
    ),
    Agenda(
        "a case number in brackets behind the number, parts in capitals before their text",
        """Kontaktudvalget - 25-08-2020                                   Side 1 af 2

Mødedeltagere:  Ane Lind (V), formand
                Bo Holm (C)

Indholdsfortegnelse
20/22319  1  Godkendelse af dagsorden ................ 2
20/24410  2  Vagtlæge i Egby ......................... 2
20/20001  3  Kommende møder .......................... 2

Kontaktudvalget - 25-08-2020                                   Side 2 af 2

1 (20/22319) Godkendelse af dagsorden
BESLUTNING  Godkendt.

2 (20/24410) Vagtlæge i Egby
INDSTILLING  Det indstilles, at der ansættes en vagtlæge.
BESLUTNING  Tiltrådt.

3 (20/20001) Kommende møder
BESLUTNING  Drøftet.
""",
        (("1", "Godkendelse af dagsorden"), ("2", "Vagtlæge i Egby"), ("3", "Kommende møder")),
    ),
    Agenda(
        "a case number in square brackets behind the number",
        """Referat, Sundhedsudvalget 3. maj 2019
1. [19/1022] Dagsorden
Beslutning: Godkendt.
2. [19/1107] Ny aftale
Beslutning: Drøftet.
""",
        (("1", "Dagsorden"), ("2", "Ny aftale")),
    ),
    Agenda(
        "one point with its number, and a recommendation in two numbered points",
        """Punkt 146: Plads i bestyrelsen for Hospice Fjord

29.00.00-A40-3-17     Åben     Socialudvalget, Tved Kommune     04-12-2017

Beslutningshistorik
 Ældrerådet, 20. november 2017, pkt. 4
   Taget til efterretning.

Sagsfremstilling
 Kommunen har én plads i bestyrelsen.

Forvaltningen indstiller, at
 1. Bo Holm genudpeges for 2018-2021
 2. ønsket fra støttekredsen drøftes

Beslutning
 Ad 1: Besluttet. Ad 2: Drøftet.

Bilag: Vedtægter.pdf
""",
        (("146", "Plads i bestyrelsen for Hospice Fjord"),),
    ),
    Agenda(
        "one point in words with the list of decisions in it",
        """Sag nr. 12: Høringssvar om nødbehandling
Sundhedsrådet, Region Vestø, 4. december 2017

Indstilling
Administrationen indstiller,
1. at svaret godkendes,
2. at svaret sendes til ministeriet.

Beslutning
1. Godkendt.
2. Godkendt.
""",
        (("12", "Høringssvar om nødbehandling"),),
    ),
    Agenda(
        "titles behind rings with what was said behind strokes below",
        """Lokalnetværk Egby, opsamling fra møde nr. 12
Tid: torsdag 6. november 2014   Sted: Sundhedshuset

   o  Hvordan går det med cyklerne?
      -  Bo: holder pause til foråret. Det tog vi til efterretning.
   o  Lys på stien
      -  Ane spørger kommunen
   o  Hygge for frivillige
      -  en god snak

Næste gang er Ane mødeleder.
""",
        ((None, "Hvordan går det med cyklerne?"), (None, "Lys på stien"), (None, "Hygge for frivillige")),
    ),
    Agenda(
        "bullets with bullets below, a known title",
        """Referat af møde i Frivilliggruppen, tirsdag 4. marts 2014

• Siden sidst
  – Ane har været på kursus
  – Bo er flyttet
• Loppemarked
  – Vi holder det i maj
• Kaffe
  – Aftalt: Ida køber ind
""",
        ((None, "Siden sidst"), (None, "Loppemarked"), (None, "Kaffe")),
    ),
    Agenda(
        "an invitation with bullets, minutes and who speaks",
        """Emne:         Kernegruppen for data, møde 2
Hvor:         Teams
Hvornår:      on 22-10-2025 12:30-13:30
Obligatorisk: Ane Lind (Tved Kommune)

Hej alle

Vi skal omkring

- Runde (5 min)
- Skema til KOL, v. Ane (20 min)
- Nyt fra rådet (10)
- Hvem gør hvad inden jul?

KH Ida
""",
        ((None, "Runde"), (None, "Skema til KOL"), (None, "Nyt fra rådet"), (None, "Hvem gør hvad inden jul?")),
    ),
    Agenda(
        "an invitation that says what is on the program",
        """Kære medlemmer af Erfagruppen
Vi mødes torsdag den 4. maj 2023 kl. 13-15 i Lokale 3.

På programmet:
• Præsentation af Ane Lind (15 min.)
• Besøg fra Egby Sygehus (30 min.)
• Eventuelt

Vel mødt
Ida
""",
        ((None, "Præsentation af Ane Lind"), (None, "Besøg fra Egby Sygehus"), (None, "Eventuelt")),
    ),
    Agenda(
        "a mail that sums up, a title that asks",
        """Fra: Ida Holm
Sendt: 24. november 2009 13:52
Til: Netværk for fødsler
Emne: SV: VS: opsamling fra i går

Kære alle
Tak for et godt møde.

1) Pjecen. Ane sender den i trykken inden 15/12.
2) Nye tal. Ingen kommentarer.
3) Fælles temadag? Vi snakkede frem og tilbage uden at lande noget.
4) Årshjul for 2010. Vedtaget som det lå.

Mvh. Ida
""",
        (("1", "Pjecen"), ("2", "Nye tal"), ("3", "Fælles temadag?"), ("4", "Årshjul for 2010")),
    ),
    Agenda(
        "bullets in minutes that are no points",
        """Referat af møde i Følgegruppen 4. maj 2023
1. Velkomst
Ane bød velkommen.
2. Plan
Gruppen valgte:
• Kost
  – frugt på stuerne
• Søvn
  – ro efter kl. 22
3. Evt.
""",
        (("1", "Velkomst"), ("2", "Plan"), ("3", "Evt.")),
    ),
    Agenda(
        "a plan with bullets and bullets below",
        """Handleplan for Netværket 2023
• Kost
  – frugt på stuerne
• Søvn
  – ro efter kl. 22
• Motion
  – gåture
""",
        (),
    ),
    Agenda(
        "a portal with state, sort and case number below each title",
        """Dagsorden til møde i Sundhedsudvalget
Mødedato: 4. juni 2024 kl. 16:00

1. Godkendelse af dagsorden
Åben sag - Sagsnr. 24/118 - Beslutningssag
Indstilling
At dagsordenen godkendes.

2. Årsrapport fra tandplejen
Åben sag - Sagsnr. 24/402 - Orienteringssag
Sagsfremstilling
Rapporten er klar.
Indstilling
At rapporten tages til efterretning.

3. Eventuelt
Åben sag - Sagsnr. 24/118
""",
        (("1", "Godkendelse af dagsorden"), ("2", "Årsrapport fra tandplejen"), ("3", "Eventuelt")),
    ),
    Agenda(
        "Ad in the minutes and the list with bullets",
        """Referat af møde i Patientrådet den 4. juni 2014

Dagsorden:
• Siden sidst
• Ventetider
• Eventuelt

Ad siden sidst
Ane Lind har været på besøg.

Ad ventetider
Rådet drøftede ventetiderne.

Ad eventuelt
Intet.
""",
        ((None, "Siden sidst"), (None, "Ventetider"), (None, "Eventuelt")),
    ),
    Agenda(
        "sections of open and closed points with numbers that go on",
        """Protokol
Økonomiudvalget i Tved, 4. juni 2014

Åbne sager
121. Godkendelse af dagsorden
Godkendt.
122. Regnskab for hjemmeplejen
Godkendt.

Lukkede sager
123. Køb af jord
Godkendt.
124. Underskrifter
""",
        (("121", "Godkendelse af dagsorden"), ("122", "Regnskab for hjemmeplejen"), ("123", "Køb af jord"), ("124", "Underskrifter")),
    ),
    Agenda(
        "a table with time, point and who, and a break",
        """Program for møde i Klyngestyregruppen 4. juni 2024

Tid | Punkt | Ansvarlig
09.00-09.10 | 1. Velkomst | Ane Lind
09.10-09.40 | 2. Akutteam på tværs | Bo Holm
09.40-09.50 | Pause |
09.50-10.00 | 3. Eventuelt | Alle
""",
        (("1", "Velkomst"), ("2", "Akutteam på tværs"), (None, "Pause"), ("3", "Eventuelt")),
    ),
    Agenda(
        "minutes of a working group by headings with a colon at the end",
        """Referat fra arbejdsgruppemøde om faldforebyggelse den 4. juni 2019

Tilstede: Ane Lind, Bo Holm

Opfølgning fra sidste møde:
Bo har talt med fysioterapeuterne.

Indhold i pjecen:
Gruppen drøftede pjecen og blev enig om tre råd.

Næste møde:
Den 3. september kl. 10.
""",
        ((None, "Opfølgning fra sidste møde"), (None, "Indhold i pjecen"), (None, "Næste møde")),
    ),
    Agenda(
        "points with a letter and the number of the meeting",
        """Referat af 14. møde i Sundhedsstyregruppen 4. juni 2009
Punkt 14.1 Meddelelser
Ane Lind orienterede.
Punkt 14.2 Aftale om hjælpemidler
Aftalen blev godkendt.
Punkt 14.3 Eventuelt
Intet.
""",
        (("14.1", "Meddelelser"), ("14.2", "Aftale om hjælpemidler"), ("14.3", "Eventuelt")),
    ),
    Agenda(
        "an extra point between and a point that was taken out",
        """Beslutningsreferat - Praksisudvalget - 4. juni 2018

1. Godkendelse af dagsorden
Godkendt med et ekstra punkt 3a.

2. Udgår

3. Vagtplan
Drøftet.

3a. Brev fra lægerne (ekstra punkt)
Taget til efterretning.

4. Eventuelt
""",
        (
            ("1", "Godkendelse af dagsorden"),
            ("2", "Udgår"),
            ("3", "Vagtplan"),
            ("3a", "Brev fra lægerne (ekstra punkt)"),
            ("4", "Eventuelt"),
        ),
    ),
    Agenda(
        "text of a viewer in one line, the outcome behind Beslutning",
        "Referat Forum for hjerterehabilitering Møde den 4. juni 2012 Deltagere: Ane Lind Afbud: Kaj Dam 1. Godkendelse af referat Beslutning: "
        "Godkendt 2. Status på kommunernes tilbud Bo Holm gennemgik tilbuddene. Beslutning: Til efterretning 3. Fælles undervisning Forummet ønsker "
        "et materiale. Beslutning: Bo Holm laver et oplæg 4. Eventuelt Intet.\n",
        (("1", "Godkendelse af referat"), ("2", "Status på kommunernes tilbud"), ("3", "Fælles undervisning"), ("4", "Eventuelt")),
    ),
    Agenda(
        "numbers with a stop and a closing bracket, a list of tasks below",
        """Ref. fra teammøde 4/6 2021
1.) Nyt fra ledelsen
Intet nyt.
2.) Vagter i ferien
Ida tager uge 29.
3.) Evt.

Opgaver
1. Ida laver plan
2. Bo køber kaffe
""",
        (("1", "Nyt fra ledelsen"), ("2", "Vagter i ferien"), ("3", "Evt.")),
    ),
    Agenda(
        "titles in quotation marks and a subtitle",
        """Referat af dialogmøde mellem Tved Kommune og Egby Sygehus, 4. juni 2021
1. "Sammen om patienten"
Oplæg ved Ane Lind.
2. Nyt samarbejde – hvad siger borgerne?
Drøftet.
3. Tak for i dag
""",
        (("1", '"Sammen om patienten"'), ("2", "Nyt samarbejde – hvad siger borgerne?"), ("3", "Tak for i dag")),
    ),
    Agenda(
        "a newsletter with numbered advice",
        """Nyhedsbrev fra klyngen, juni 2021

Tre ting at huske:
1. Bestil tid. Det gør I på siden.
2. Tag bilag med. De skal være underskrevet.
3. Ring i god tid. Telefonen er åben til kl. 14.
""",
        (),
    ),
]
