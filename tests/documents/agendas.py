"""Agendas as they are printed: numbers, words and letters before titles, tables, notes that are none. Every name is made up."""

from __future__ import annotations

from typing import NamedTuple


class Agenda(NamedTuple):
    """A text and the points, number and title, that it has; none where it is no agenda."""

    name: str
    text: str
    points: tuple[tuple[str | None, str], ...]


AGENDAS = [
    Agenda(
        "numbers of two levels, the second in the list of contents",
        """KKR Vestø
Dagsorden
Dato: 03-05-2021 10:00
INDHOLDSFORTEGNELSE
1.1. Valg af ordstyrer
2.1. Fælles akutplan
2.2. Udpegning til uddannelsesråd
3.1. Eventuelt

1. Formalia
1.1. Valg af ordstyrer
Det indstilles, at KKR vælger en ordstyrer.

2. Sager til beslutning
2.1. Fælles akutplan
Baggrund
Planen er sendt ud.
Indstilling
Det indstilles, at planen godkendes.

2.2. Udpegning til uddannelsesråd
Indstilling
Det indstilles, at to medlemmer udpeges.

3.1. Eventuelt
""",
        (("1.1", "Valg af ordstyrer"), ("2.1", "Fælles akutplan"), ("2.2", "Udpegning til uddannelsesråd"), ("3.1", "Eventuelt")),
    ),
    Agenda(
        "numbers of two levels, the second inside of points",
        """Referat af møde i Samarbejdsudvalget 4. maj 2022
1. Godkendelse af dagsorden
Godkendt.
2. Orienteringer
2.1 Nyt fra regionen
Regionen har fået ny direktør.
2.2 Nyt fra kommunerne
Intet nyt.
3. Eventuelt
Intet.
""",
        (("1", "Godkendelse af dagsorden"), ("2", "Orienteringer"), ("3", "Eventuelt")),
    ),
    Agenda(
        "a list below the word agenda, and no more",
        """Indkaldelse til møde i Følgegruppen for Faldforebyggelse
Tirsdag den 8. marts 2022 kl. 9-11

Dagsorden
1. Velkomst og præsentation
2. Status på afprøvningen
3. Data og opfølgning
4. Udpegning til redaktionsgruppen
5. Næste møde
6. Eventuelt

Venlig hilsen
Karna Hjelm
""",
        (
            ("1", "Velkomst og præsentation"),
            ("2", "Status på afprøvningen"),
            ("3", "Data og opfølgning"),
            ("4", "Udpegning til redaktionsgruppen"),
            ("5", "Næste møde"),
            ("6", "Eventuelt"),
        ),
    ),
    Agenda(
        "points without a body between points with one",
        """Dagsorden til møde i Kronikerrådet den 2. juni 2016

1. Meddelelser
   v/ formanden

2. Ny forløbsplan
   Planen er sendt i høring. Svar modtages frem til august.
   Det indstilles, at rådet drøfter planen.

3. Valg til forretningsudvalget

4. Evaluering af temadagen

5. Eventuelt

Afbud til Sia Krabbe senest fredag.
""",
        (
            ("1", "Meddelelser"),
            ("2", "Ny forløbsplan"),
            ("3", "Valg til forretningsudvalget"),
            ("4", "Evaluering af temadagen"),
            ("5", "Eventuelt"),
        ),
    ),
    Agenda(
        "a note with numbered headings",
        """Holmby Kommune
Notat om samarbejdet på tværs
Dato 3. februar 2022

1. Indledning
Notatet beskriver, hvordan grupperne arbejder sammen. Det er skrevet til Velfærdsudvalget.

2. Grupper i drift
Akutgruppen mødes hver måned. Den er nedsat af Klyngeforum.

3. Grupper, der er lukket
Rehabiliteringsgruppen blev lukket i 2020.

4. Anbefalinger
Det foreslås, at Akutgruppen fremover mødes hvert kvartal.
""",
        (),
    ),
    Agenda(
        "terms of reference with numbered headings",
        """Kommissorium for Arbejdsgruppe om Hjemmeilt

1. Baggrund
Der har manglet en fælles aftale.

2. Formål
Gruppen udarbejder et udkast.

3. Medlemmer
Regionen udpeger to medlemmer.

4. Møder
Gruppen mødes fire gange.
""",
        (),
    ),
    Agenda(
        "a project description with numbered headings",
        """Projektbeskrivelse: Trygt hjem

1. Resumé
Projektet afprøver en ny arbejdsgang.

2. Baggrund
Mange borgere genindlægges.

3. Økonomi
Projektet koster 400.000 kr.

4. Tidsplan
Projektet begynder i maj 2021.

5. Evaluering
Projektet evalueres i 2022.
""",
        (),
    ),
    Agenda(
        "numbered questions in a hearing",
        """Høringssvar fra Ældrerådet i Tved Kommune

Rådet takker for materialet og har disse bemærkninger:
1. Adgangen til akutpladser bør beskrives nærmere.
2. Pårørende mangler i planen.
3. Der bør afsættes midler til transport.

Med venlig hilsen
Ældrerådet
""",
        (),
    ),
    Agenda(
        "times before the titles",
        """Program og dagsorden for møde i Netværk for Sygepleje
Torsdag den 5. oktober 2023

Kl. 9.00-9.15 Velkomst og siden sidst
Kl. 9.15-10.00 Oplæg om delirium
Ved overlæge Tora Vinding
Kl. 10.00-10.45 Drøftelse af fælles kompetenceplan
Kl. 10.45-11.00 Eventuelt
""",
        (
            (None, "Velkomst og siden sidst"),
            (None, "Oplæg om delirium"),
            (None, "Drøftelse af fælles kompetenceplan"),
            (None, "Eventuelt"),
        ),
    ),
    Agenda(
        "numbers and times before the titles",
        """Dagsorden
Møde i Styregruppen for Digital Kommunikation 12. april 2023

1. 13.00-13.10 Velkomst
2. 13.10-13.40 Status på afprøvning
Projektlederen gennemgår status.
3. 13.40-14.10 Økonomi
4. 14.10-14.15 Eventuelt
""",
        (("1", "Velkomst"), ("2", "Status på afprøvning"), ("3", "Økonomi"), ("4", "Eventuelt")),
    ),
    Agenda(
        "times behind the titles",
        """Dagsorden for Fagråd Østby 1. marts 2024

1. Godkendelse af dagsorden (kl. 13.00-13.05)
2. Ny akutfunktion (kl. 13.05-13.45)
Bilag 1: Notat
3. Eventuelt (kl. 13.45-14.00)
""",
        (("1", "Godkendelse af dagsorden"), ("2", "Ny akutfunktion"), ("3", "Eventuelt")),
    ),
    Agenda(
        "the word before the number, a dash behind it",
        """Referat af møde i Lokalråd Nord 7. januar 2015

Pkt. 1 – Opfølgning på referat
Ingen bemærkninger.

Pkt. 2 – Ny vagtordning
Rådet drøftede ordningen.

Pkt. 3 – Evt.
Intet.
""",
        (("1", "Opfølgning på referat"), ("2", "Ny vagtordning"), ("3", "Evt.")),
    ),
    Agenda(
        "Ad in the minutes below the list",
        """Møde i Brugerrådet den 14. september 2011
Dagsorden:
1. Referat fra sidste møde
2. Nye takster
3. Eventuelt

Ad 1
Referatet blev godkendt.

Ad 2
Takstlisten blev gennemgået af kontorchefen. Rådet tog den til efterretning.

Ad 3
Næste møde er i december.
""",
        (("1", "Referat fra sidste møde"), ("2", "Nye takster"), ("3", "Eventuelt")),
    ),
    Agenda(
        "case numbers of a year",
        """Byrådet i Nørlev, Udvalget for Sundhed
Beslutningsprotokol 11. marts 2019

14/19 Godkendelse af dagsorden
Beslutning
Godkendt.

15/19 Kvalitetsstandard for genoptræning
Indstilling
Forvaltningen indstiller, at standarden godkendes.
Beslutning
Godkendt.

16/19 Eventuelt
Beslutning
Intet.
""",
        (("14/19", "Godkendelse af dagsorden"), ("15/19", "Kvalitetsstandard for genoptræning"), ("16/19", "Eventuelt")),
    ),
    Agenda(
        "Sag nr. and a colon",
        """Udvalget for Ældre i Bramby Kommune
Dagsorden 4. februar 2013
Sag nr. 21: Bemærkninger til dagsordenen
Sag nr. 22: Ny takst for madservice
Indstilling: at taksten godkendes.
Sag nr. 23: Orienteringssager
""",
        (("21", "Bemærkninger til dagsordenen"), ("22", "Ny takst for madservice"), ("23", "Orienteringssager")),
    ),
    Agenda(
        "letters before the titles",
        """Referat fra møde i Samordningsgruppen for Kløften
3. maj 2007

a) Godkendelse af referat
Referatet blev godkendt.

b) Ny epikrise
Gruppen drøftede forslaget.

c) Eventuelt
Intet.
""",
        (("a", "Godkendelse af referat"), ("b", "Ny epikrise"), ("c", "Eventuelt")),
    ),
    Agenda(
        "capital letters before the titles",
        """Dagsorden for møde i Kontaktudvalget 9. juni 2009

A. Meddelelser
B. Sundhedsaftalens økonomi
Udvalget får forelagt regnskabet.
C. Udpegning til brugerråd
D. Eventuelt
""",
        (("A", "Meddelelser"), ("B", "Sundhedsaftalens økonomi"), ("C", "Udpegning til brugerråd"), ("D", "Eventuelt")),
    ),
    Agenda(
        "roman numbers",
        """Referat af møde i Embedsmandsudvalget 2. oktober 2008

I. Godkendelse af dagsorden
Dagsordenen blev godkendt.

II. Budget 2009
Budgettet blev drøftet.

III. Eventuelt
Intet.
""",
        (("I", "Godkendelse af dagsorden"), ("II", "Budget 2009"), ("III", "Eventuelt")),
    ),
    Agenda(
        "bare titles above the same headings",
        """Referat
Udvalget for Forebyggelse
Den 3. marts 2021

Godkendelse af dagsorden
Beslutning
Godkendt.

Røgfri kommune
Resume
Der er lagt en plan.
Indstilling
at planen godkendes
Beslutning
Godkendt.

Fritidspas til flere
Beslutning
Udsat.

Eventuelt
Beslutning
Intet.
""",
        ((None, "Godkendelse af dagsorden"), (None, "Røgfri kommune"), (None, "Fritidspas til flere"), (None, "Eventuelt")),
    ),
    Agenda(
        "titles in capitals",
        """REFERAT AF MØDE I DIALOGFORUM
12. december 2014

VELKOMST
Formanden bød velkommen.

NYT OM SUNDHEDSAFTALEN
Kontorchefen orienterede om høringen.

KOMMENDE TEMAER
Forum ønsker et tema om telemedicin.

EVENTUELT
Intet.
""",
        ((None, "VELKOMST"), (None, "NYT OM SUNDHEDSAFTALEN"), (None, "KOMMENDE TEMAER"), (None, "EVENTUELT")),
    ),
    Agenda(
        "bare titles above paragraphs",
        """Referat fra netværksmøde for rehabilitering
20. april 2018

Velkommen
Netværket blev budt velkommen.

Ny forløbspakke
Udviklingsterapeut Ea Holk fortalte om pakken. Der var mange spørgsmål.

Udveksling af erfaringer
Kommunerne fortalte om deres forløb.

Næste møde
Mødet holdes i september.
""",
        ((None, "Velkommen"), (None, "Ny forløbspakke"), (None, "Udveksling af erfaringer"), (None, "Næste møde")),
    ),
    Agenda(
        "a table of number, point, responsible, time",
        """Dagsorden for Klyngeforum Søby 2. maj 2023
Nr.\tPunkt\tAnsvarlig\tTid
1\tVelkomst\tFormanden\t5 min.
2\tStatus på hjemmebehandling\tAda Brun\t20 min.
3\tBeslutning om ny gruppe\tSekretariatet\t15 min.
4\tEventuelt\tAlle\t5 min.
""",
        (("1", "Velkomst"), ("2", "Status på hjemmebehandling"), ("3", "Beslutning om ny gruppe"), ("4", "Eventuelt")),
    ),
    Agenda(
        "a table of time, topic, responsible",
        """Dagsorden, møde i Temagruppen 4. juni 2020
Tid\tEmne\tOplægsholder
9.00\tVelkomst\tKim Aagren
9.10\tOpfølgning på handleplan\tUlla Skov
10.00\tEventuelt\tAlle
""",
        ((None, "Velkomst"), (None, "Opfølgning på handleplan"), (None, "Eventuelt")),
    ),
    Agenda(
        "point and number in one cell, minutes below in it",
        """Referat, Driftsgruppen, 6. maj 2021
Punkt\tReferat\tAnsvarlig
1. Opfølgning\tIntet at bemærke.\t
2. Bemanding i sommeren\tGruppen aftalte en fælles plan.\tEva Lind
3. Evt.\tIntet.\t
""",
        (("1", "Opfølgning"), ("2", "Bemanding i sommeren"), ("3", "Evt.")),
    ),
    Agenda(
        "a table for each point",
        """Referat af Styregruppemøde 7. juni 2022
1. Godkendelse af dagsorden
Indhold\tDagsordenen er sendt ud.
Indstilling\tAt dagsordenen godkendes.
Referat\tGodkendt.
2. Fælles data
Indhold\tDer er brug for fælles data.
Indstilling\tAt forslaget drøftes.
Referat\tDrøftet.
""",
        (("1", "Godkendelse af dagsorden"), ("2", "Fælles data")),
    ),
    Agenda(
        "numbers that go on from the meeting before",
        """Protokol, Sundhedsudvalget, 5. maj 2020
47. Godkendelse af dagsorden
Godkendt.
48. Sommerdrift på plejecentrene
Direktionen indstiller, at planen tages til efterretning.
Taget til efterretning.
49. Meddelelser
Ingen.
""",
        (("47", "Godkendelse af dagsorden"), ("48", "Sommerdrift på plejecentrene"), ("49", "Meddelelser")),
    ),
    Agenda(
        "open and closed sections start again",
        """Dagsorden Socialudvalget 4. marts 2015
Åben dagsorden
1. Godkendelse af dagsorden
2. Budgetopfølgning
Indstilling
Det indstilles, at opfølgningen godkendes.
3. Orientering fra formanden
Lukket dagsorden
4. Køb af ejendom
5. Personalesag
""",
        (
            ("1", "Godkendelse af dagsorden"),
            ("2", "Budgetopfølgning"),
            ("3", "Orientering fra formanden"),
            ("4", "Køb af ejendom"),
            ("5", "Personalesag"),
        ),
    ),
    Agenda(
        "extra points with a letter",
        """Referat, Ældrerådet 6. juni 2017
1. Dagsorden
Godkendt.
2. Nye boliger
Drøftet.
2a. Ekstra punkt: Høring om kost
Rådet afgiver svar.
3. Eventuelt
Intet.
""",
        (("1", "Dagsorden"), ("2", "Nye boliger"), ("2a", "Ekstra punkt: Høring om kost"), ("3", "Eventuelt")),
    ),
    Agenda(
        "list in a point begins again at one",
        """Referat af møde i Praksisudvalget, 3. april 2014
1. Godkendelse af referat
Godkendt.
2. Indsatser i 2015
Udvalget valgte tre indsatser:
1. Medicinlister
2. Fælles vagtplan
3. Telefonråd
Arbejdet begynder efter sommer.
3. Eventuelt
Intet.
""",
        (("1", "Godkendelse af referat"), ("2", "Indsatser i 2015"), ("3", "Eventuelt")),
    ),
    Agenda(
        "an action list behind the points",
        """Referat, Koordinationsgruppen 9. maj 2023
1. Siden sidst
Gruppen gjorde status.
2. Fælles kursus
Kurset holdes i oktober.
3. Eventuelt
Intet.

Aktionsliste
1. Ida sender program, 1. juni
2. Bo booker lokale, 5. juni
3. Eva skriver ud, 7. juni
""",
        (("1", "Siden sidst"), ("2", "Fælles kursus"), ("3", "Eventuelt")),
    ),
    Agenda(
        "a numbered list of members before the points",
        """Referat af møde i Byggeudvalget for Sundhedshuset 3. maj 2012
Til stede:
1. Hans Krag (A)
2. Ida Lyng (V)
3. Søren Vad (C)

1. Valg af formand
Hans Krag blev valgt.
2. Tidsplan
Planen blev godkendt.
3. Eventuelt
Intet.
""",
        (("1", "Valg af formand"), ("2", "Tidsplan"), ("3", "Eventuelt")),
    ),
    Agenda(
        "title and text on one line behind a stop",
        """Referat af møde i Kontaktgruppen 4. maj 2010
1. Godkendelse af referat. Referatet blev godkendt uden bemærkninger.
2. Nye retningslinjer. Afdelingslæge Bo Trads gennemgik retningslinjerne, som træder i kraft i juni.
3. Eventuelt. Intet.
""",
        (("1", "Godkendelse af referat"), ("2", "Nye retningslinjer"), ("3", "Eventuelt")),
    ),
    Agenda(
        "title and text on one line behind a colon",
        """Referat fra teamledermøde, 3. marts 2016
1. Dagsorden: Godkendt.
2. Vagtplan: Planen for april blev drøftet. Eva retter den til.
3. Evt.: Intet.
""",
        (("1", "Dagsorden"), ("2", "Vagtplan"), ("3", "Evt.")),
    ),
    Agenda(
        "bullets for points below the word agenda",
        """Møde i Erfagruppen 4. april 2022
Dagsorden
• Velkomst
• Erfaringer med den nye arbejdsgang
• Plan for efteråret
• Eventuelt

Sekretariatet sender referat ud efter mødet.
""",
        (
            (None, "Velkomst"),
            (None, "Erfaringer med den nye arbejdsgang"),
            (None, "Plan for efteråret"),
            (None, "Eventuelt"),
        ),
    ),
    Agenda(
        "headings of a markdown file",
        """# Referat af møde i Projektgruppen
12. maj 2024

## 1. Velkomst
Alle blev budt velkommen.

## 2. Interview med borgere
Gruppen aftalte ti interview.

## 3. Eventuelt
Intet.
""",
        (("1", "Velkomst"), ("2", "Interview med borgere"), ("3", "Eventuelt")),
    ),
    Agenda(
        "the number on a line of its own",
        """Referat
Beredskabsgruppen, 4. maj 2017

1
Godkendelse af dagsorden
Beslutning:
Godkendt.

2
Øvelsesplan for 2018
Beslutning:
Godkendt.

3
Eventuelt
Beslutning:
Intet.
""",
        (("1", "Godkendelse af dagsorden"), ("2", "Øvelsesplan for 2018"), ("3", "Eventuelt")),
    ),
    Agenda(
        "Dagsordenspunkt in words",
        """Dagsorden til Det Administrative Forum 2. maj 2022
Dagsordenspunkt 1: Velkomst
Dagsordenspunkt 2: Ny organisering
Indstilling
Det indstilles, at forslaget drøftes.
Dagsordenspunkt 3: Eventuelt
""",
        (("1", "Velkomst"), ("2", "Ny organisering"), ("3", "Eventuelt")),
    ),
    Agenda(
        "bold numbers with a bracket, title below a case number",
        """Referat Sundhedsudvalget 5. juni 2018
**1)** Godkendelse af dagsorden
Beslutning: Godkendt
**2)** Frit valg af genoptræning
Sagsnr. 18/2231
Beslutning: Til efterretning
""",
        (("1", "Godkendelse af dagsorden"), ("2", "Frit valg af genoptræning")),
    ),
    Agenda(
        "a new headline in the point looks like a title",
        """Referat af møde i Udviklingsgruppen 3. maj 2023

1. Godkendelse af dagsorden
Dagsordenen blev godkendt.

2. Afprøvning i to kommuner
Status
Der er set 40 borgere.
Næste skridt
Afprøvningen går videre i juni.

3. Eventuelt
Intet.
""",
        (("1", "Godkendelse af dagsorden"), ("2", "Afprøvning i to kommuner"), ("3", "Eventuelt")),
    ),
    Agenda(
        "minutes by themes with times in brackets and who speaks",
        """Dagsorden for møde i Strategisk forum, 12. maj 2023 kl. 9.00-11.00
1. Velkomst v/ Dorte Lynge (5 min.)
2. Fælles retning v. Hans Munk (30 min)
3. Pause (10 min.)
4. Opsamling og tak for i dag (5 min.)
""",
        (("1", "Velkomst"), ("2", "Fælles retning"), ("3", "Pause"), ("4", "Opsamling og tak for i dag")),
    ),
    Agenda(
        "Emne 1",
        """Referat, Lokalt Uddannelsesforum, 12.03.2015
Emne 1: Praktikpladser
Der mangler pladser i efteråret.
Emne 2: Vejledermøder
Møderne fortsætter.
Emne 3: Eventuelt
Intet.
""",
        (("1", "Praktikpladser"), ("2", "Vejledermøder"), ("3", "Eventuelt")),
    ),
    Agenda(
        "run-on text with the points named twice",
        "Brugerudvalget Referat fra møde den 4. maj 2011 Deltagere: Ane Lind (formand), Bo Holm, Kaj Dam Afbud: Kaj Dam Dagsorden: 1. Godkendelse af "
        "referat 2. Nye åbningstider 3. Eventuelt Ad 1. Godkendelse af referat Referatet blev godkendt. Ad 2. Nye åbningstider Ane Lind fremlagde et "
        "forslag. Udvalget drøftede det. Ad 3. Eventuelt Intet. Næste møde: 3. juni 2011\n",
        (("1", "Godkendelse af referat"), ("2", "Nye åbningstider"), ("3", "Eventuelt")),
    ),
    Agenda(
        "a plan with numbered goals",
        """Handleplan for det nære samarbejde 2022-2024

Planen har fire mål.
1. Færre indlæggelser
Ansvarlig: Akutgruppen
2. Bedre overgange
Ansvarlig: Overgangsgruppen
3. Lighed i sundhed
Ansvarlig: Lighedsgruppen
""",
        (),
    ),
    Agenda(
        "bylaws in paragraphs",
        """Forretningsorden for Brugerrådet

§ 1. Formål
Rådet rådgiver ledelsen.
§ 2. Medlemmer
Rådet har ni medlemmer.
§ 3. Møder
Rådet mødes hvert kvartal.
""",
        (),
    ),
    Agenda(
        "a page of news",
        """Nyt fra klyngen
Siden er opdateret 3. maj 2023

3 gode råd til mødet
Tag bilag med. Mød til tiden. Sig til, hvis du er syg.

2 kommuner er med
Tved og Holmby deltager i forsøget.
""",
        (),
    ),
    Agenda(
        "printed lines: a paragraph right below a title without a stop",
        """Referat fra møde i Brugerrådet den 3. maj 2016

Deltagere: Agda Friis, Villy Boe, Rie Holm

1. Valg af formand
Agda Friis blev valgt til formand og Villy Boe til næst-
formand for perioden frem til udgangen af 2017.

2. Besøg på det nye sundhedscenter i Egby
Centerlederen viste rundt og fortalte om tilbuddene. Udvalget drøf-
tede adgangsforholdene og det nye parkeringsanlæg ved centeret.

3. Udpegning af repræsentanter til Temagruppen for Træ-
ning
Temagruppen er nedsat af styregruppen. Der skal udpeges to repræ-
sentanter inden sommerferien, og de skal kunne mødes om dagen.

4. Orientering fra Forebyggelsesudvalget i regionen
Forebyggelsesudvalget godkendte den 30. april 2016 en ny rap-
port om kost og motion. Taget til efterretning.
""",
        (
            ("1", "Valg af formand"),
            ("2", "Besøg på det nye sundhedscenter i Egby"),
            ("3", "Udpegning af repræsentanter til Temagruppen for Træning"),
            ("4", "Orientering fra Forebyggelsesudvalget i regionen"),
        ),
    ),
    Agenda(
        "run-on text of two pages, with the list of other documents below",
        "Lokalt Lægeudvalg Referat fra møde den 4. maj 2011\n\nTranskript\n\n"
        "1 Egby Kommune Lokalt Lægeudvalg Referat fra møde den 4. maj 2011 Deltagere: chef Ane Lind (formand), læge Bo Holm "
        "Afbud: Bo Holm Dagsorden: 1. Godkendelse af referat 2. Attester fra egen læge 3. Eventuelt "
        "Ad 1. Godkendelse af referat Referatet blev godkendt. "
        "Ad 2. Attester fra egen læge Ane Lind gjorde opmærksom på, at attester kommer for sent. Udvalget drøftede det.\n\n"
        "2 Det aftaltes, at Ane Lind undersøger sagen. Ad 3. Eventuelt Ane Lind takkede for mødet. Side 2 af 2\n\n\n"
        "Lignende dokumenter\n\n1. Referat fra et andet møde\nLæs mere\n",
        (("1", "Godkendelse af referat"), ("2", "Attester fra egen læge"), ("3", "Eventuelt")),
    ),
    Agenda(
        "year and number of the case, and a list of decisions inside of a point",
        """ÆLDRERÅD VEST    Protokol
Møde 22-03-2027

BESLUTNINGER

27/11. Dagsorden
Godkendt.

27/12. Rådets grupper
RESUMÉ
Rådet har to grupper.
BESLUTNING
1. Rådet besluttede, at Kostgruppen fortsætter.
2. Rådet udpegede Ida Lind som formand.

27/13. Meddelelser
BESLUTNING
Intet.
""",
        (("27/11", "Dagsorden"), ("27/12", "Rådets grupper"), ("27/13", "Meddelelser")),
    ),
    Agenda(
        "a comma behind the number, a colon behind the title",
        """Fra: Kaja Holm
Dato: 14. maj 2013
Emne: Beslutninger på mødet 13. maj

Hej alle

Hvad blev besluttet?

Pkt. 1, Udskrivning: Den nye skabelon bruges fra juni. Ida sender den rundt.

Pkt. 2, Temadag: Vi satser på oktober. Drøftet.

Venlig hilsen
Kaja
""",
        (("1", "Udskrivning"), ("2", "Temadag")),
    ),
    Agenda(
        "a stroke behind the number",
        "Referat fra møde i Samrådet 3. maj 2016\n1/ Velkomst\nAlle bød velkommen.\n2/ Økonomi\nDrøftet.\n3/ Eventuelt\nIntet.\n",
        (("1", "Velkomst"), ("2", "Økonomi"), ("3", "Eventuelt")),
    ),
    Agenda(
        "all points in one line behind the word agenda",
        "Møde i Netværket den 3. maj 2016 kl. 9\nDagsorden: 1. Velkomst, 2. Økonomi, 3. Ny plan og 4. Eventuelt\nMed venlig hilsen\nIda\n",
        (("1", "Velkomst"), ("2", "Økonomi"), ("3", "Ny plan"), ("4", "Eventuelt")),
    ),
    Agenda(
        "numbers behind bullets",
        "Dagsorden til møde i Netværket den 3. maj 2016\n• 1. Velkomst\n• 2. Økonomi\n• 3. Eventuelt\n",
        (("1", "Velkomst"), ("2", "Økonomi"), ("3", "Eventuelt")),
    ),
    Agenda(
        "titles before a colon",
        "Referat Fagudvalget 3. maj 2016\nVelkomst: Formanden bød velkommen.\nNy plan: Planen blev drøftet. Ida retter til.\nEventuelt: Intet.\n",
        ((None, "Velkomst"), (None, "Ny plan"), (None, "Eventuelt")),
    ),
    Agenda(
        "a year at the beginning of a title",
        "Referat Fagudvalget 3. maj 2016\n1. Budget 2017\nDrøftet.\n2. 2017-planen\nGodkendt.\n3. Eventuelt\nIntet.\n",
        (("1", "Budget 2017"), ("2", "2017-planen"), ("3", "Eventuelt")),
    ),
    Agenda(
        "pages behind the titles of the list of contents, and no numbers",
        "Dagsorden Fagudvalget 3. maj 2016\nIndhold\nVelkomst 3\nNy plan 4\nEventuelt 6\n\nVelkomst\nFormanden byder velkommen.\n\n"
        "Ny plan\nIndstilling\nat planen godkendes.\n\nEventuelt\n",
        ((None, "Velkomst"), (None, "Ny plan"), (None, "Eventuelt")),
    ),
    Agenda(
        "numbers in a sentence",
        "Referat af møde den 3. maj 2016\nUdvalget så på: 1. Tal. 2. Navne. 3. Steder.\n",
        (),
    ),
    Agenda(
        "a list of two in a point, then the next point",
        """Referat af møde i Fagudvalget, 3. april 2014
1. Godkendelse af referat
Godkendt.
2. Indsatser i 2015
Udvalget valgte:
1. Medicinlister
2. Telefonråd
3. Ny vagtordning
Ordningen blev drøftet.
4. Eventuelt
Intet.
""",
        (("1", "Godkendelse af referat"), ("2", "Indsatser i 2015"), ("3", "Ny vagtordning"), ("4", "Eventuelt")),
    ),
]
