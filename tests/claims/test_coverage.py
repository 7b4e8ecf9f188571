"""What counts as explained: cases of ``docs/facts.md``."""

from __future__ import annotations

import pytest

from clustergraph import claims, documents

HEAD = "REFERAT Styregruppe for Klynge Vestmark\n\nDato: 4. marts 2024\nSted: Lokale 2\n\n"
PEOPLE = "Deltagere\nVestmark Kommune\nKarla Vinge Holt, direktør\nBent Solmark, sundhedschef\n\n"
ITEM = "1. Orientering\nSagsfremstilling\nDer er arbejdet videre med planen siden sidste møde.\nBeslutning\nTaget til efterretning.\n"


def unread(text: str) -> list[tuple[str, str]]:
    document = documents.read_bytes(text.encode(), "referat.txt")
    return [(place.reason, document.quote(place.span)) for place in claims.recognize(document)[1]]


def test_a_plain_document_is_explained_in_full() -> None:
    assert unread(HEAD + PEOPLE + ITEM) == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Qvexal zorp 7", "participant"),
        ("(to pladser endnu)", "participant"),
    ],
)
def test_a_line_of_a_list_that_nothing_was_read_from(line: str, reason: str) -> None:
    found = unread(HEAD + PEOPLE.replace("Bent Solmark, sundhedschef\n", f"Bent Solmark, sundhedschef\n{line}\n") + ITEM)
    assert (reason, line) in found


def test_a_scrap_in_running_text() -> None:
    assert ("scrap", "xk 41 b") in unread(HEAD + PEOPLE + ITEM.replace("Beslutning\n", "xk 41 b\nBeslutning\n"))


def test_nothing_recognized_explains_nothing_of_a_list() -> None:
    document = documents.read_bytes((HEAD + PEOPLE + ITEM).encode(), "referat.txt")
    told, places = claims.read(document, recognizers={})
    lines = [document.quote(place.span) for place in places]
    assert told == ()
    assert "Bent Solmark, sundhedschef" in lines


def test_places_are_in_order_and_hold_words() -> None:
    document = documents.read_bytes((HEAD + "zz1\n" + PEOPLE + "qq2 ww\n" + ITEM).encode(), "referat.txt")
    places = claims.recognize(document)[1]
    assert [p.span.start for p in places] == sorted(p.span.start for p in places)
    assert all(document.quote(p.span).strip() for p in places)
