"""The forum that a document is of, where its header leaves it open."""

from __future__ import annotations

import pytest

from clustergraph import documents
from clustergraph.claims.reading import Reading

CASES = [
    (
        "Sundhedsråd Sundvest · Møde 4 · 3. marts 2026 kl. 14.00\n\nRådets medlemmer\nFormand: Kaj Lind\n\nPunkt 1 – Økonomi\nIntet.\n",
        "Sundhedsråd Sundvest",
    ),
    (
        "Region Sundvest\nDato: 4-2-2013\n\nREFERAT\nSamarbejdsudvalget for Nære Tilbud\nmandag den 28. januar 2013 kl. 10\n\n"
        "Til stede:\nKaj Lind (formand)\n\n1. Økonomi\nIntet.\n",
        "Samarbejdsudvalget for Nære Tilbud",
    ),
    ("Notat om samarbejdet\n\nKaj Lind fra Sundvest Kommune fortalte om Styregruppen for Nære Tilbud.\n", None),
]


@pytest.mark.parametrize(("text", "forum"), CASES)
def test_forum_of_the_document(text, forum, tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text(text, encoding="utf-8")
    found = Reading(documents.read(path)).bodies.meeting_forum
    assert (found and found.name) == forum
