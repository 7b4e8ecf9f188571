"""Whom back-references mean: inside an item, in the whole document, or nobody."""

from __future__ import annotations

import pytest

from clustergraph.claims.reading import Reading
from clustergraph.model import Document, Section, View


def reading(text: str, kind: str = "minutes", forum: str | None = None) -> Reading:
    """A document in which every line that begins with a number and a full stop opens an item."""
    starts = [i for i in range(len(text)) if (i == 0 or text[i - 1] == "\n") and text[i : i + 1].isdigit()]
    ends = [*starts[1:], len(text)][: len(starts)]
    sections = tuple(
        Section("item", text[s:].split("\n")[0][3:], text[s], s, e, s + len(text[s:].split("\n")[0])) for s, e in zip(starts, ends, strict=True)
    )
    return Reading(Document("0" * 64, "x.txt", "text/plain", "plain", kind, forum, None, None, None, forum, text, View(text, (0,), (0,)), sections))


def meant(text: str, words: str, **more: str) -> str | None:
    here = reading(text, **more)
    body = here.bodies.meant(words, text.rindex(words))
    return body.name if body else None


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Søvngruppen mødtes. Her besluttede gruppen at fortsætte.", "gruppen", "Søvngruppen"),
        ("Tandrådet og Fodforum mødtes. Så gik rådet videre.", "rådet", "Tandrådet"),
        ("Tandrådet og Fodforum mødtes. Så gik udvalget videre.", "udvalget", None),
        ("Strandklyngen er ny. Klyngens møde var godt, siger klyngen.", "klyngen", "Strandklyngen"),
        ("Sygehus Kystby er nyt. Derfor flytter sygehuset.", "sygehuset", "Sygehus Kystby"),
        ("Sygehus Kystby og Sygehus Skovby er nye. Derfor flytter sygehuset.", "sygehuset", None),
        ("Region Fyrtårn har talt. Nu venter regionen.", "regionen", "Region Fyrtårn"),
        ("Klyngesekretariatet skriver. Senere sender sekretariatet brevet.", "sekretariatet", "Klyngesekretariatet"),
        ("Vejle Kommune og Fredericia Kommune er med. Snart svarer kommunen.", "kommunen", None),
    ],
)
def test_back_references(text: str, words: str, expected: str | None) -> None:
    assert meant(text, words) == expected


def test_the_same_kind_is_another_group_in_every_item() -> None:
    text = "1. Søvn\nArbejdsgruppen for søvn er i gang. I dag spurgte arbejdsgruppen om tid.\n"
    text += "2. Kost\nArbejdsgruppen om kost er færdig. Så takkede arbejdsgruppen af."
    here = reading(text)
    first, last = (here.bodies.meant("arbejdsgruppen", i) for i in (text.index("spurgte arb") + 8, text.rindex("arbejdsgruppen")))
    assert first is not None and first.name == "Arbejdsgruppen for søvn"
    assert last is not None and last.name == "Arbejdsgruppen om kost"


def test_groups_without_a_name_get_the_title_of_their_item() -> None:
    text = "1. Søvn\nDer nedsættes en arbejdsgruppe.\n2. Kost\nDer nedsættes en arbejdsgruppe."
    assert [b.name for b in reading(text).bodies.all] == ["arbejdsgruppe", "arbejdsgruppe (Kost)"]


def test_terms_of_reference_speak_of_their_own_forum() -> None:
    text = "Kommissorium for Strategisk Gruppe for Kost\nDet sker med Fodgruppen.\nUnder dette arbejder gruppen."
    assert meant(text, "gruppen", kind="terms", forum="Strategisk Gruppe for Kost") == "Strategisk Gruppe for Kost"


def test_each_of_many_is_the_many() -> None:
    text = "Sundhedsklyngerne er enige. Gruppen sender svar til den respektive klynge."
    here = reading(text)
    assert [b.name for _, _, b in here.bodies.pointed_at(text.index("til den"), len(text))] == ["Sundhedsklyngerne"]
