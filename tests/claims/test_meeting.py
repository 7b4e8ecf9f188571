"""The meeting as a claim: its day, time, place and forum with the lines of the head that show them."""

from tests.claims.texts import HEAD, document, found, reading

from clustergraph.claims import meeting

TEXT = f"{HEAD}1. Velkomst\n\nBeslutning\n\nGodkendt.\n"


def test_the_meeting() -> None:
    (claim,) = found(TEXT, "meeting")
    assert (claim.qualifiers["kind"], claim.qualifiers["date"], claim.qualifiers["time"]) == ("minutes", "2023-03-14", "09:00")
    assert "Sundhedsklynge Bælt" in claim.qualifiers["forum"]
    words = [document(TEXT).quote(span) for span in claim.evidence]
    assert any("14. marts 2023" in w for w in words)


def test_a_document_without_a_day_has_none() -> None:
    assert meeting.day_of(reading("Om netværket\n\nNetværket drøfter fælles sager.\n")) is None
