"""Lists whose forum a line above tells, several in a document; in the form of :mod:`claims.participant_lists`."""

from __future__ import annotations

LISTS_OF_MANY_FORUMS: dict[str, tuple[str, tuple[str, ...]]] = {
    "sentences that lead to lists": (
        "Bilag 3: Medlemmer af grupperne under Klyngestyregruppen Mols\n"
        "Følgende er udpeget til Arbejdsgruppen for korte indlæggelser:\n"
        "- Karen Krag, visitator, Vejby Kommune\n"
        "- Vakant, PLO\n"
        "Arbejdsgruppen om medicin består af:\n"
        "- Anja Birk, klinisk farmaceut, Sygehusapoteket\n"
        "Til styregruppen for projekt Hjemad er valgt:\n"
        "- Direktør Else Marie Holm, Vejby Kommune (formand)\n",
        (
            "Karen Krag | visitator | Vejby Kommune | members, in Arbejdsgruppen for korte indlæggelser",
            "(vacant) PLO |  | PLO | members, in Arbejdsgruppen for korte indlæggelser",
            "Anja Birk | klinisk farmaceut | Sygehusapoteket | members, in Arbejdsgruppen om medicin",
            "Else Marie Holm | Direktør | Vejby Kommune | members, chair, in styregruppen for projekt Hjemad",
        ),
    ),
    "captions of tables, and the office of a chair elsewhere": (
        "Tabel 1. Sammensætning af Følgegruppen for Digital Sundhed\n"
        "Navn | Titel | Organisation\n"
        "Brian Krag | it-chef | Vejby Kommune\n"
        "Tabel 2. Sammensætning af Brugerpanelet\n"
        "Navn | Titel | Organisation\n"
        "Jytte Holm | formand | Ældre Sagen\n"
        "Ole Birk | formand | Vejby Kommune\n",
        (
            "Brian Krag | it-chef | Vejby Kommune | members, in Følgegruppen for Digital Sundhed",
            "Jytte Holm | formand | Ældre Sagen | members, in Brugerpanelet",
            "Ole Birk |  | Vejby Kommune | members, chair, in Brugerpanelet",
        ),
    ),
    "a label before the name of each": (
        "Oversigt over repræsentanter\n"
        "Forum: Lokalt Samordningsforum Mols\n"
        "- Direktør Trine Krag, Vejby Kommune\n"
        "Forum: Temagruppen for Svangre\n"
        "- Jordemoder Helle Birk, Sygehus Nord\n",
        (
            "Trine Krag | Direktør | Vejby Kommune | members, in Lokalt Samordningsforum Mols",
            "Helle Birk | Jordemoder | Sygehus Nord | members, in Temagruppen for Svangre",
        ),
    ),
    "numbered headings of one word, with an office inside": (
        "Kommissorium for Udskrivningsforum Mols\n"
        "2.1 Styregruppe\n"
        "Formand: Direktør Lone Krag, Sygehus Nord\n"
        "Medlemmer:\n"
        "Områdechef Per Birk, Vejby Kommune\n"
        "2.2 Arbejdsgruppe\n"
        "Visitator Hanne Holm, Vejby Kommune\n",
        (
            "Lone Krag | Direktør | Sygehus Nord | chair, in Styregruppe",
            "Per Birk | Områdechef | Vejby Kommune | members, in Styregruppe",
            "Hanne Holm | Visitator | Vejby Kommune | members, in Arbejdsgruppe",
        ),
    ),
    "groups without a name of their own": (
        "Projektbeskrivelse: Fælles vagt\n"
        "Projektet ledes af en styregruppe bestående af:\n"
        "Lars Krag, sundhedsdirektør, Vejby Kommune\n"
        "I projektgruppen sidder:\n"
        "Maja Holm, projektleder, Sygehus Nord\n",
        (
            "Lars Krag | sundhedsdirektør | Vejby Kommune | members, in styregruppe",
            "Maja Holm | projektleder | Sygehus Nord | members, in projektgruppen",
        ),
    ),
    "a column of forums": (
        "Oversigt over medlemmer i grupper\n"
        "Gruppe | Medlem | Titel | Arbejdssted\n"
        "Styregruppen | Lene Krag | direktør | Vejby Kommune\n"
        "Temagruppen for Diabetes | Monika Birk | diabetessygeplejerske | Vejby Kommune\n"
        "Temagruppen for Diabetes | vakant | | PLO\n",
        (
            "Lene Krag | direktør | Vejby Kommune | participants, in Styregruppen",
            "Monika Birk | diabetessygeplejerske | Vejby Kommune | participants, in Temagruppen for Diabetes",
            "(vacant) PLO |  | PLO | participants, in Temagruppen for Diabetes",
        ),
    ),
    "who appoints them is not where they sit": (
        "Medlemmer af Kystrådet\nKKR har udpeget:\n- Byrådsmedlem Ole Birk, Lunde Kommune\nFra Sundhedsrådet:\n- Inga Holt, regionsrådsmedlem\n",
        (
            "Ole Birk | Byrådsmedlem | Lunde Kommune < KKR | members, in Kystrådet",
            "Inga Holt | regionsrådsmedlem |  < Sundhedsrådet | members, in Kystrådet",
        ),
    ),
    "who led which forum when": (
        "Formænd gennem tiden\nKontaktudvalget 1998-2011: overlæge Poul Erik Krag\nLungesamrådet 2011-2018: Vibeke Holt\n",
        (
            "Poul Erik Krag | overlæge |  | chair, in Kontaktudvalget",
            "Vibeke Holt |  |  | chair, in Lungesamrådet",
        ),
    ),
}
