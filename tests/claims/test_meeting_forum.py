"""The forum that a document is of."""

from __future__ import annotations

import pytest

from clustergraph import documents
from clustergraph.claims.reading import Reading

LIST = "\n\nDeltagere:\nKaj Lind, sundhedschef, Sundvest Kommune\nIda Borre, kontorchef, Region Sundvest\n"
POINTS = (
    "\n1. Godkendelse af dagsorden\nIndstilling\nat dagsordenen godkendes\nBeslutning\nGodkendt.\n\n2. Orientering fra Havneudvalget\nBeslutning\n"
    "Taget til efterretning. Styregruppen for Fodpleje får besked.\n"
)
TERMS = "\n\nFormål\nGruppen refererer til Havnestyregruppen.\n\nSammensætning\n2 repræsentanter fra kommunerne\n"

MEETINGS = [  # head, forum
    ("UDVALG\n\nFodudvalget\n\nMØDE\n\nReferat\n\nSTED\n\nSalen\n\nSTARTTIDSPUNKT\n\n06-03-2018 10:00:00", "Fodudvalget"),
    ("Møde i Sundhedsstrategisk Råd\n\nUDVALG\n\nSundhedsstrategisk Forum\n\nMØDE\n\nMøde i Sundhedsstrategisk Forum", "Sundhedsstrategisk Forum"),
    ("Søg\n\nReferat\n\nMøde i Udvalget for den gode søvn\n\nonsdag den 15. januar 2020 kl. 13:00", "Udvalget for den gode søvn"),
    ("Referat\ntil\nmødet i Fodplejeudvalget\nden 9. december 2020 kl. 13:00", "Fodplejeudvalget"),
    ("Region Sundvest Referat fra møde i Fodstyregruppen 27. marts 2019 kl. 09:00 i Rådhuset", "Fodstyregruppen"),
    ("Søvn- og Seniorudvalget (2018-2021) – Referat – 12. januar 2021", "Søvn- og Seniorudvalget"),
    ("Tværsektoriel ledelsesgruppe, Sundhedsklynge Sundvest\n\nReferat, torsdag den 2. marts 2023 kl. 8.30", "Tværsektoriel ledelsesgruppe"),
    ("Samråd for Klinik Fod Syd - voksne, Brønsted Sygehus\nReferat den 3. maj 2013", "Samråd for Klinik Fod Syd"),
    ("Vestby Kommune\nSundhed\n\nReferat\n\nMøde i: Koordinationsgruppen for Demens\nTid: 12. marts 2024", "Koordinationsgruppen for Demens"),
    ("Beslutningsreferat – Den Fælles Styregruppe for Udvikling af Nattilsyn på Tværs\n12. marts 2024",
     "Den Fælles Styregruppe for Udvikling af Nattilsyn på Tværs"),
    ("Referat\nArbejdsgruppe vedr. søvn på tværs af sektorer\n12. marts 2024", "Arbejdsgruppe vedr. søvn på tværs af sektorer"),
    ("Til medlemmerne af Fodplanudvalget\n\nDagsorden til møde den 12. marts 2024 kl. 15.00", "Fodplanudvalget"),
    ("Kære medlemmer af Fodrådet i Vestby\n\nHermed referat fra mødet den 12. marts 2024", "Fodrådet"),
    ("Sundhedsklynge Vestby\nAdministrativt Klyngeforum\nReferat 12. marts 2024", "Administrativt Klyngeforum"),
    ("Referat fra møde i Sundhedsklynge Vestby den 12. marts 2024", "Sundhedsklynge Vestby"),
    ("Referat fra Embedsmandsudvalget for Søvns møde den 12. marts 2024", "Embedsmandsudvalget for Søvn"),
    ("Referat fra styregruppemøde i projekt Hvil i Fred\n12. marts 2024", None),  # not the Styregruppen for Fodpleje of the second point
    ("Forside > Om rådet > Fodrådet > Referat\n\nReferat\n12. marts 2024. Fodrådet mødtes.", "Fodrådet"),
    ("Fodrådets møde den 12. marts 2024 kl. 10.00", "Fodrådet"),
    ("Dato: 12. marts 2024\nReferent: IB\n\nREFERAT FRA MØDE I DET LOKALE SAMORDNINGSFORUM FOR VESTBY SYGEHUS",
     "DET LOKALE SAMORDNINGSFORUM FOR VESTBY SYGEHUS"),
]  # fmt: skip
OTHERS = [
    ("Kommissorium for Følgegruppen for søvn og hvile", "Følgegruppen for søvn og hvile"),
    ("KOMMISSORIUM\n\nKvalitetsrådet for Nære Tilbud\n\nGodkendt i Havnestyregruppen den 18. januar 2022", "Kvalitetsrådet for Nære Tilbud"),
    ("Kommissorium\n\nGruppe for Fælles Fodkort på de små bosteder\n\nNedsat af Havnerådet", "Gruppe for Fælles Fodkort på de små bosteder"),
    ("Forretningsorden for Fodudvalget i Region Sundvest", "Fodudvalget"),
    ("Medlemmer af Udvalget for Nær Søvn 2022-2025", "Udvalget for Nær Søvn"),
    ("Region Sundvest\nAtt.: Sekretariatet for Fodpleje\n\nUdpegning til Følgegruppen for søvn\n\nKære Kaj", "Følgegruppen for søvn"),
    ("Forretningsorden for Fodudvalget for almen praksis", "Fodudvalget for almen praksis"),
    ("Bilag 2: Kommissorium for projektgruppen Digital Hvile", "projektgruppen Digital Hvile"),
]
WHOLE = [
    (
        "Sundhedsråd Sundvest · Møde 4 · 3. marts 2026 kl. 14.00\n\nRådets medlemmer\nFormand: Kaj Lind\n\nPunkt 1 – Økonomi\nIntet.\n",
        "Sundhedsråd Sundvest",
    ),
    (
        "Sundhedsklynge Sundvest\nOverblik over indsatser – opdateret 15. september 2025 til Klyngestyregruppens møde den 25. september 2025\n\n"
        "Nr.\tIndsats\tForankring\n1\tGå\tSøvngruppen\n2\tLøb\tSøvngruppen\n",
        "Klyngestyregruppen",
    ),
    (
        "Sådan arbejder vi\n\nKommunerne samarbejder i Sundhedsklynge Sundvest.\n\nPolitisk Forum\nPolitisk Forum mødes tit.\n\n"
        "Chefforum\nChefforum mødes ofte.\n\nFodrådet\nFodrådet mødes sjældent.\n",
        "Sundhedsklynge Sundvest",
    ),
    (
        "Til Voksen- og Sundhedsudvalget i Vestby Kommune\nFra Sundhed\n3. maj 2018\n\nOrientering\n\nVoksen- og Sundhedsudvalget får svar.\n",
        "Voksen- og Sundhedsudvalget",
    ),
    ("NOTAT\n12. november 2020\n\nTil: Den Administrative Styregruppe\nFra: Fodkontoret\n\nFora på området\n\nFodrådet mødes.\n", None),
    ("Notat om samarbejdet\n\nKaj Lind fra Sundvest Kommune fortalte om Styregruppen for Nære Tilbud.\n", None),
]
CASES = [*((head + LIST + POINTS, forum) for head, forum in MEETINGS), *((head + TERMS, forum) for head, forum in OTHERS), *WHOLE]


@pytest.mark.parametrize(("text", "forum"), CASES, ids=[text[:40] for text, _ in CASES])
def test_forum_of_the_document(text, forum, tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text(text, encoding="utf-8")
    found = Reading(documents.read(path)).bodies.meeting_forum
    assert (found and found.name) == forum
