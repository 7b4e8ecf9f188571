"""References of whole paragraphs, lists, tables and terms of reference, in wording and with names of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from clustergraph import claims, documents, records

Row = tuple[str, ...]  # from, kind, to, status, and since when and until when where the text says it


def lines(text: str, folder: Path) -> set[Row]:
    """The reporting lines of a text, read as a document of its own."""
    path = folder / "notat.txt"
    path.write_text(text + "\n", encoding="utf-8")
    document = documents.read(path)
    found, _ = claims.recognize(document)
    rows = records.facts(document, found)["reporting_lines"]
    return {
        (r["from"], r["kind"], r["to"], r["status"])
        + ((f"{r['valid_from'] or ''}..{r['valid_until'] or ''}",) if r["valid_from"] or r["valid_until"] else ())
        for r in rows
    }


SAID: list[tuple[str, set[Row]]] = [
    (
        (
            "Kommissorium for Taskforce for Korttidspladser\n"
            "\n"
            "Mandat: Taskforcen er nedsat af Klyngeledelsen i Sundhedsklynge Nordmark.\n"
            "Sekretariat: Sundhedsstaben, Nordmark Kommune, i samarbejde med Ledelsessekretariatet på Nordmark Sygehus\n"
            "Deltagere: Plejecenter Lunden, Visitationen i Ege Kommune og PLO.\n"
            "- 1 repræsentant fra hver af kommunerne Brandby, Søholm og Vig\n"
        ),
        {
            ("Taskforce for Korttidspladser", "set_up_by", "Klyngeledelsen", "current"),
            ("Taskforce for Korttidspladser", "secretariat_by", "Sundhedsstaben", "current"),
            ("Taskforce for Korttidspladser", "secretariat_by", "Ledelsessekretariatet", "current"),
            ("Plejecenter Lunden", "represented_in", "Taskforce for Korttidspladser", "current"),
            ("Visitationen", "represented_in", "Taskforce for Korttidspladser", "current"),
            ("PLO", "represented_in", "Taskforce for Korttidspladser", "current"),
            ("Brandby Kommune", "represented_in", "Taskforce for Korttidspladser", "current"),
            ("Søholm Kommune", "represented_in", "Taskforce for Korttidspladser", "current"),
            ("Vig Kommune", "represented_in", "Taskforce for Korttidspladser", "current"),
        },
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Embedsmandsudvalget for Sundhed sekretariatsbetjener Den Politiske Styregruppe. Kræftstyregruppen er nedsat af "
            "Regionsrådet og skal rapportere til Forretningsudvalget en gang årligt."
        ),
        {
            ("Den Politiske Styregruppe", "secretariat_by", "Embedsmandsudvalget for Sundhed", "current"),
            ("Kræftstyregruppen", "set_up_by", "Regionsrådet", "current"),
            ("Kræftstyregruppen", "reports_to", "Forretningsudvalget", "current"),
        },
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Temagruppen for Børn og Unge, som blev etableret af Den Administrative Styregruppe i 2016, refererer fortsat "
            "hertil. Temagruppen for Psykiatri er nedlagt pr. 1. juli 2022; den refererede til Den Administrative Styregruppe."
        ),
        {
            ("Temagruppen for Børn og Unge", "set_up_by", "Den Administrative Styregruppe", "current", "2016.."),
            ("Temagruppen for Børn og Unge", "reports_to", "Den Administrative Styregruppe", "current"),
            ("Temagruppen for Psykiatri", "reports_to", "Den Administrative Styregruppe", "former", "..2022-07-01"),
        },
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Kommunerne er repræsenteret i Praksisplanudvalget af fem politikere. Fra PLO Lynge deltager to praktiserende læger "
            "i Praksisplanudvalget."
        ),
        {("PLO Lynge", "represented_in", "Praksisplanudvalget", "current")},
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Det er ikke afklaret, om Akutforum fremover skal referere til Sundhedsrådet Østjylland. Drøft gerne, om Akutforum "
            "kan indgå i Netværk for Akutområdet."
        ),
        set(),
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Demensforum ønskes forankret under Udvalget for Nære Sundhedstilbud. KKR Nordlyng har anbefalet, at Demensforum "
            "får reference til Sundhedsklynge Nordlyng."
        ),
        {
            ("Demensforum", "anchored_in", "Udvalget for Nære Sundhedstilbud", "proposed"),
            ("Demensforum", "reports_to", "Sundhedsklynge Nordlyng", "proposed"),
        },
    ),
    (
        ("NOTAT\n\nHvis Sundhedsstrategisk Forum nedlægges, vil Kvalitetsgruppen for Medicin referere til Direktionsforum i stedet."),
        {("Kvalitetsgruppen for Medicin", "reports_to", "Direktionsforum", "proposed")},
    ),
    (
        ("NOTAT\n\nUdvalget er bredt sammensat: Region Lynge, PLO Lynge og Tarm Kommune har hver to pladser i Kronikerudvalget."),
        {
            ("Region Lynge", "represented_in", "Kronikerudvalget", "current"),
            ("PLO Lynge", "represented_in", "Kronikerudvalget", "current"),
            ("Tarm Kommune", "represented_in", "Kronikerudvalget", "current"),
        },
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Samarbejdsudvalget for Fysioterapi forbereder sager til Praksisudvalget og leverer input til Sundhedsaftalen. "
            "Referencelisten findes i bilag 2 til Praksisudvalget. Kvalitetsgruppen rejser løbende bekymringer over for "
            "Samarbejdsudvalget for Fysioterapi."
        ),
        set(),
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Sundhedsråd Limfjorden træder pr. 1. januar 2027 i stedet for Sundhedsklynge Limfjorden. Indtil da varetager Det "
            "Forberedende Sundhedsråd for Limfjorden opgaven."
        ),
        {("Sundhedsråd Limfjorden", "successor_of", "Sundhedsklynge Limfjorden", "current", "2027-01-01..")},
    ),
    (
        ("NOTAT\n\nDen daværende Lokalgruppe Syd, som hørte under Koordinationsforum Syd, er i dag erstattet af Samarbejdsgruppe Syd."),
        {
            ("Lokalgruppe Syd", "reports_to", "Koordinationsforum Syd", "former"),
            ("Samarbejdsgruppe Syd", "successor_of", "Lokalgruppe Syd", "current"),
        },
    ),
    (
        ("Organisering\n\nFølgende grupper refererer til Psykiatriudvalget:\n1. Gruppen for Selvmordsforebyggelse\n2. Gruppen for Dobbeltdiagnoser"),
        {
            ("Gruppen for Selvmordsforebyggelse", "reports_to", "Psykiatriudvalget", "current"),
            ("Gruppen for Dobbeltdiagnoser", "reports_to", "Psykiatriudvalget", "current"),
        },
    ),
    (
        (
            "Oversigt over fora\n"
            "\n"
            "Forum | Refererer til | Sekretariat | Formand\n"
            "Tværsektoriel Styregruppe Aa | Sundhedskoordinationsudvalget | Region Lynge | Bo Krag\n"
            "Kronikerforum | Tværsektoriel Styregruppe Aa | Tarm Kommune | Ida Holst\n"
            "Digitaliseringsforum | Tværsektoriel Styregruppe Aa | Region Lynge | -"
        ),
        {
            ("Tværsektoriel Styregruppe Aa", "reports_to", "Sundhedskoordinationsudvalget", "current"),
            ("Tværsektoriel Styregruppe Aa", "secretariat_by", "Region Lynge", "current"),
            ("Kronikerforum", "reports_to", "Tværsektoriel Styregruppe Aa", "current"),
            ("Kronikerforum", "secretariat_by", "Tarm Kommune", "current"),
            ("Digitaliseringsforum", "reports_to", "Tværsektoriel Styregruppe Aa", "current"),
            ("Digitaliseringsforum", "secretariat_by", "Region Lynge", "current"),
        },
    ),
    (
        (
            "Oversigt over grupper\n"
            "\n"
            "Gruppe\tNedsat af\tReference til\tStatus\n"
            "Kostgruppen\tSundhedsforum Tarm\tSundhedsforum Tarm\tAktiv\n"
            "Rygestopnetværket\tRegion Lynge\tKostgruppen\tAktiv"
        ),
        {
            ("Kostgruppen", "set_up_by", "Sundhedsforum Tarm", "current"),
            ("Kostgruppen", "reports_to", "Sundhedsforum Tarm", "current"),
            ("Rygestopnetværket", "set_up_by", "Region Lynge", "current"),
            ("Rygestopnetværket", "reports_to", "Kostgruppen", "current"),
        },
    ),
    (
        (
            "Kommissorium\n"
            "\n"
            "Netværk for Velfærdsteknologi\n"
            "\n"
            "Nedsat af: Kommunaldirektørkredsen\n"
            "Refererer til: Kommunaldirektørkredsen\n"
            "Forankring: Tarm Kommune\n"
            "Sekretariat: Velfærdsteknologisk Center\n"
            "\n"
            "Netværket består af:\n"
            "• 1 leder fra hver kommune\n"
            "• 1 repræsentant fra Tarm Sygehus\n"
            "• to repræsentanter for Ældre Sagen"
        ),
        {
            ("Netværk for Velfærdsteknologi", "set_up_by", "Kommunaldirektørkredsen", "current"),
            ("Netværk for Velfærdsteknologi", "reports_to", "Kommunaldirektørkredsen", "current"),
            ("Netværk for Velfærdsteknologi", "anchored_in", "Tarm Kommune", "current"),
            ("Netværk for Velfærdsteknologi", "secretariat_by", "Velfærdsteknologisk Center", "current"),
            ("Tarm Sygehus", "represented_in", "Netværk for Velfærdsteknologi", "current"),
            ("Ældre Sagen", "represented_in", "Netværk for Velfærdsteknologi", "current"),
        },
    ),
    (
        (
            "Kommissorium for Det Lægefaglige Råd\n"
            "\n"
            "Formål\n"
            "Rådet rådgiver Koncernledelsen.\n"
            "\n"
            "Organisatorisk ophæng\n"
            "Rådet er nedsat af Koncernforum og refererer til dette. Sekretariatet varetages af Kvalitetsafdelingen.\n"
            "\n"
            "Sammensætning\n"
            "Rådet sammensættes af repræsentanter fra Tarm Sygehus, Psykiatrien Lynge, PLO Lynge og Skive Kommune."
        ),
        {
            ("Det Lægefaglige Råd", "set_up_by", "Koncernforum", "current"),
            ("Det Lægefaglige Råd", "reports_to", "Koncernforum", "current"),
            ("Det Lægefaglige Råd", "secretariat_by", "Kvalitetsafdelingen", "current"),
            ("Tarm Sygehus", "represented_in", "Det Lægefaglige Råd", "current"),
            ("Psykiatrien Lynge", "represented_in", "Det Lægefaglige Råd", "current"),
            ("PLO Lynge", "represented_in", "Det Lægefaglige Råd", "current"),
            ("Skive Kommune", "represented_in", "Det Lægefaglige Råd", "current"),
        },
    ),
    (
        "NOTAT\n\nDer foreslås nedsat en styregruppe for telemedicin, der refererer til Digitaliseringsudvalget.",
        {("styregruppe for telemedicin", "reports_to", "Digitaliseringsudvalget", "proposed")},
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Ergoterapigruppen var indtil 2019 en del af Træningsforum, men er i dag selvstændig. Træningsforum er ikke længere "
            "forankret i Tarm Kommune."
        ),
        {("Ergoterapigruppen", "subgroup_of", "Træningsforum", "lapsed", "..2019"), ("Træningsforum", "anchored_in", "Tarm Kommune", "lapsed")},
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Hjerneskadesamrådet, Tandlægeforum og Diabetesudvalget er alle nedsat under Sundhedsstyregruppen. De tre fora "
            "afrapporterer til Sundhedsstyregruppen hvert forår."
        ),
        {
            ("Hjerneskadesamrådet", "set_up_by", "Sundhedsstyregruppen", "current"),
            ("Tandlægeforum", "set_up_by", "Sundhedsstyregruppen", "current"),
            ("Diabetesudvalget", "set_up_by", "Sundhedsstyregruppen", "current"),
            ("Hjerneskadesamrådet", "reports_to", "Sundhedsstyregruppen", "current"),
            ("Tandlægeforum", "reports_to", "Sundhedsstyregruppen", "current"),
            ("Diabetesudvalget", "reports_to", "Sundhedsstyregruppen", "current"),
        },
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "PLO Lynge er ikke repræsenteret i Hjemtransportgruppen. Danske Patienter har observatørstatus i "
            "Hjemtransportgruppen. Ældre Sagen har fået plads i Hjemtransportgruppen, mens Alzheimerforeningen har bedt om at "
            "blive repræsenteret i Hjemtransportgruppen."
        ),
        {
            ("Ældre Sagen", "represented_in", "Hjemtransportgruppen", "current"),
            ("Alzheimerforeningen", "represented_in", "Hjemtransportgruppen", "proposed"),
        },
    ),
    (
        (
            "Referat\n"
            "\n"
            "Punkt 1. Organisering\n"
            "Det blev besluttet, at Arbejdsgruppen for Overgange lægges ind under Kvalitetsforum Lynge og fremover rapporterer "
            "dertil. Arbejdsgruppen for Overgange afløser dermed Overgangsudvalget og Netværk for Udskrivelse."
        ),
        {
            ("Arbejdsgruppen for Overgange", "reports_to", "Kvalitetsforum Lynge", "current"),
            ("Arbejdsgruppen for Overgange", "successor_of", "Overgangsudvalget", "current"),
            ("Arbejdsgruppen for Overgange", "successor_of", "Netværk for Udskrivelse", "current"),
        },
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Til Sundhedsforum Skive er knyttet to arbejdsgrupper: Arbejdsgruppe om Ernæring og Arbejdsgruppe om Fald. Begge "
            "refererer til forummet."
        ),
        {
            ("Arbejdsgruppe om Ernæring", "reports_to", "Sundhedsforum Skive", "current"),
            ("Arbejdsgruppe om Fald", "reports_to", "Sundhedsforum Skive", "current"),
        },
    ),
    (
        ("NOTAT\n\nKommunaldirektørforum, KDF, har nedsat Sundhedsdirektørkredsen, der igen har nedsat Netværk for Rehabilitering."),
        {
            ("Sundhedsdirektørkredsen", "set_up_by", "Kommunaldirektørforum", "current"),
            ("Netværk for Rehabilitering", "set_up_by", "Sundhedsdirektørkredsen", "current"),
        },
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Den Tværsektorielle Kvalitetsgruppe (TKG) referer til Klyngestyregruppen. TKG sekretariatsbetjenes af "
            "Kvalitetskontoret i Nordby Kommune."
        ),
        {
            ("Den Tværsektorielle Kvalitetsgruppe", "reports_to", "Klyngestyregruppen", "current"),
            ("Den Tværsektorielle Kvalitetsgruppe", "secretariat_by", "Kvalitetskontoret", "current"),
        },
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Den nuværende struktur\n"
            "- Politisk Klynge Øst (øverste niveau)\n"
            "- Administrativ Klyngeledelse Øst, som refererer til Politisk Klynge Øst\n"
            "- Fagligt Forum Øst, nedsat af Administrativ Klyngeledelse Øst i 2022"
        ),
        {
            ("Administrativ Klyngeledelse Øst", "reports_to", "Politisk Klynge Øst", "current"),
            ("Fagligt Forum Øst", "set_up_by", "Administrativ Klyngeledelse Øst", "current", "2022.."),
        },
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Region Øster har sammen med KKR Øster etableret Fælles Forum for Sundhedsdata. Forummet er forankret i "
            "Sundhedskoordinationsudvalget og betjenes af et fælles sekretariat."
        ),
        {
            ("Fælles Forum for Sundhedsdata", "set_up_by", "Region Øster", "current"),
            ("Fælles Forum for Sundhedsdata", "anchored_in", "Sundhedskoordinationsudvalget", "current"),
        },
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Palliationsgruppen har været underlagt Kræftudvalget siden 2018. I dag er der ingen reference mellem Lungegruppen "
            "og Kræftudvalget."
        ),
        {("Palliationsgruppen", "reports_to", "Kræftudvalget", "current", "2018..")},
    ),
    (
        "NOTAT\n\nDet foreslås, at Rehabiliteringsforum og Hjælpemiddelforum lægges sammen til Forum for Hverdagsliv.",
        {
            ("Forum for Hverdagsliv", "successor_of", "Rehabiliteringsforum", "proposed"),
            ("Forum for Hverdagsliv", "successor_of", "Hjælpemiddelforum", "proposed"),
        },
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Forum for Hverdagsliv orienterer løbende Socialudvalget. Forum for Hverdagsliv samarbejder med "
            "Rehabiliteringsforum og koordinerer med Tilgængelighedsrådet. Forum for Hverdagsliv bidrager til Sundhedsklynge "
            "Nordby."
        ),
        set(),
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Sundhedskoordinationsudvalget er et lovpligtigt udvalg nedsat i henhold til sundhedsloven. Udvalget består af "
            "repræsentanter for Region Øster, kommunerne og PLO-Øster."
        ),
        {
            ("Region Øster", "represented_in", "Sundhedskoordinationsudvalget", "current"),
            ("PLO-Øster", "represented_in", "Sundhedskoordinationsudvalget", "current"),
        },
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Formandskabet for Samarbejdsforum Nordby går på skift mellem Nordby Kommune og Sejrup Kommune. Sekretariatet for "
            "Samarbejdsforum Nordby ligger hos Nordby Kommune."
        ),
        {("Samarbejdsforum Nordby", "secretariat_by", "Nordby Kommune", "current")},
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Brugerrådet, som Handicapudvalget nedsatte i 2014, holder fire årlige møder. Brugerrådet, hvis medlemmer udpeges "
            "af Handicapudvalget, har ingen beslutningskompetence."
        ),
        {("Brugerrådet", "set_up_by", "Handicapudvalget", "current", "2014..")},
    ),
    (
        ("NOTAT\n\nVi anbefaler, at der etableres et Videnscenterforum under Sundhedsklynge Nordby, og at dette får sekretariat i Region Øster."),
        {
            ("Videnscenterforum", "set_up_by", "Sundhedsklynge Nordby", "proposed"),
            ("Videnscenterforum", "secretariat_by", "Region Øster", "proposed"),
        },
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Både Styregruppen for Hjemmebehandling og Styregruppen for Telesår refererer nu til Digitaliseringsforum Øster i "
            "stedet for til Direktørkredsen."
        ),
        {
            ("Styregruppen for Hjemmebehandling", "reports_to", "Digitaliseringsforum Øster", "current"),
            ("Styregruppen for Telesår", "reports_to", "Digitaliseringsforum Øster", "current"),
        },
    ),
    (
        ("NOTAT\n\nArbejdsgruppen om patienttransport (nedsat af Præhospitalt Forum) afleverer sin rapport til Præhospitalt Forum i maj."),
        {("Arbejdsgruppen om patienttransport", "set_up_by", "Præhospitalt Forum", "current")},
    ),
    (
        (
            "Beslutningsprotokol\n"
            "\n"
            "Punkt 4. Ny organisering\n"
            "\n"
            "Indstilling\n"
            "Administrationen indstiller, at Udvalget for Nærhed nedsætter Følgegruppen for Hjemmehospital med reference til "
            "Udvalget for Nærhed.\n"
            "\n"
            "Beslutning\n"
            "Tiltrådt."
        ),
        {
            ("Følgegruppen for Hjemmehospital", "set_up_by", "Udvalget for Nærhed", "proposed"),
            ("Følgegruppen for Hjemmehospital", "reports_to", "Udvalget for Nærhed", "proposed"),
        },
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Kan Netværk for Sygeplejefaglig Ledelse referere til Chefforum? Såfremt Chefforum siger nej, fortsætter netværket "
            "under Direktionsforum."
        ),
        set(),
    ),
    (
        (
            "Sammensætning af Tandplejeudvalget\n"
            "Regionsrådet: 3 medlemmer\n"
            "KKR Øster: 4 medlemmer\n"
            "Tandlægeforeningen: 2 medlemmer\n"
            "\n"
            "Tandplejeudvalget hører under Samarbejdsudvalget for Praksissektoren."
        ),
        {
            ("Tandplejeudvalget", "reports_to", "Samarbejdsudvalget for Praksissektoren", "current"),
            ("Regionsrådet", "represented_in", "Tandplejeudvalget", "current"),
            ("KKR Øster", "represented_in", "Tandplejeudvalget", "current"),
            ("Tandlægeforeningen", "represented_in", "Tandplejeudvalget", "current"),
        },
    ),
    (
        "NOTAT\n\nPsykiatrisk Dialogforum erstatter fra 1. januar 2024 både Brugerforum Psykiatri og Pårørenderådet.",
        {
            ("Psykiatrisk Dialogforum", "successor_of", "Brugerforum Psykiatri", "current", "2024-01-01.."),
            ("Psykiatrisk Dialogforum", "successor_of", "Pårørenderådet", "current", "2024-01-01.."),
        },
    ),
    (
        ("NOTAT\n\nSkolesundhedsnetværket er en del af Børnealliancen, der er etableret under Sundhedsklynge Nordby af de fire kommuner."),
        {("Skolesundhedsnetværket", "subgroup_of", "Børnealliancen", "current"), ("Børnealliancen", "set_up_by", "Sundhedsklynge Nordby", "current")},
    ),
    ("Organisationsdiagram\n\nRegionsrådet\n  Udvalget for Nærhed\n    Sundhedsforum Nord\n    Sundhedsforum Syd", set()),
    (
        (
            "NOTAT\n"
            "\n"
            "Hjertenetværket hører organisatorisk hjemme i Kardiologisk Forum og har Nordby Sygehus som vært. Hjertenetværket "
            "er fritstillet fra Kvalitetsrådet."
        ),
        {("Hjertenetværket", "reports_to", "Kardiologisk Forum", "current")},
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Det er ikke besluttet, at Kostgruppen refererer til Ernæringsforum. Kostgruppen deltager ikke i Ernæringsforum. "
            "Det blev afvist, at Kostgruppen skulle indgå i Ernæringsforum."
        ),
        set(),
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Styregruppen for Sår drøftede, hvorvidt den skal forankres under Plejeforum. Plejeforum har ikke taget stilling. "
            "De har begge møde i maj."
        ),
        set(),
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Hun har tidligere været formand for Plejeforum og er nu medlem af Sårudvalget. Tarm Kommune stiller lokaler til "
            "rådighed for Plejeforum."
        ),
        set(),
    ),
    (
        (
            "NOTAT\n"
            "\n"
            "Sårudvalget modtog en henvendelse fra Plejeforum, som det besvarede. Det er aftalt, at Plejeforum hører nærmere "
            "fra Sårudvalget. Hørte I under Plejeforum om det nye?"
        ),
        set(),
    ),
    (("NOTAT\n\nPlejeforum og Sårudvalget holdt fællesmøde. De drøftede organiseringen under den nye struktur. Den er fortsat uklar."), set()),
    (
        (
            "Kommissorium for Styregruppen for Palliation\n"
            "\n"
            "Styregruppen er nedsat under Sundhedsaftalen.\n"
            "Refererer til: Det Administrative Forum (DAF)\n"
            "Sekretariatsbetjening: Varetages af Region Øster.\n"
            "Ophæng: Sundhedskoordinationsudvalget\n"
            "Formand: Direktør Bo Krag, Region Øster\n"
            "Mødefrekvens: Fire gange årligt\n"
            "\n"
            "Styregruppen kan nedsætte ad hoc-grupper. Styregruppen kan forelægge uenighed for DAF."
        ),
        {
            ("Styregruppen for Palliation", "reports_to", "Det Administrative Forum", "current"),
            ("Styregruppen for Palliation", "secretariat_by", "Region Øster", "current"),
            ("Styregruppen for Palliation", "reports_to", "Sundhedskoordinationsudvalget", "current"),
            ("Styregruppen for Palliation", "may_refer_matters_to", "Det Administrative Forum", "current"),
        },
    ),
    (
        (
            "Referat af møde i Kronikerudvalget\n"
            "\n"
            "1. Status\n"
            "Udvalget er nedsat af Sundhedsforum Øster. Gruppen for Diabetes refererer til udvalget. Den har fået nye medlemmer "
            "fra Tarm Sygehus.\n"
            "\n"
            "Beslutning: Udvalget nedsætter en arbejdsgruppe om KOL. Arbejdsgruppen rapporterer til udvalget i december."
        ),
        {
            ("Kronikerudvalget", "set_up_by", "Sundhedsforum Øster", "current"),
            ("Gruppen for Diabetes", "reports_to", "Kronikerudvalget", "current"),
            ("arbejdsgruppe om KOL", "set_up_by", "Kronikerudvalget", "current"),
            ("arbejdsgruppe om KOL", "reports_to", "Kronikerudvalget", "current"),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID, ids=range(len(SAID)))
def test_a_paragraph_says_these_references_and_no_others(text: str, expected: set[Row], tmp_path: Path) -> None:
    assert lines(text, tmp_path) == expected
