"""The meeting that a document is of: kind, day, time, place, forum, cluster and region."""

from __future__ import annotations

from collections.abc import Iterator

from clustergraph.claims import dates
from clustergraph.claims.bodies import Body
from clustergraph.claims.reading import Reading
from clustergraph.model import Claim, Mention

RECOGNIZER = "meeting"


def day_of(reading: Reading) -> str | None:
    """The day of the meeting, ISO, as full as the document gives it: what dates without a year are counted from."""
    found = dates.find(reading.document.date or "")
    return found[0].value if found else None


def recognize(reading: Reading) -> Iterator[Claim]:
    """One claim a document; its evidence are the lines of the head that hold the title, the day, the time and the place."""
    document = reading.document
    evidence = _evidence(reading)
    if not evidence:
        return
    title = document.title or document.source
    forum = reading.bodies.meeting_forum
    cluster, region = reading.bodies.cluster, reading.bodies.region
    yield reading.claim(
        "meeting",
        reading.mention("document", title, *evidence[0]),
        _forum(reading, forum, evidence[0]),
        evidence,
        RECOGNIZER,
        0.95,
        kind=document.kind,
        date=day_of(reading),
        time=document.time,
        place=document.place,
        forum=forum.name if forum else document.forum,
        cluster=cluster.name if cluster else None,
        region=region.name if region else None,
    )


def _forum(reading: Reading, forum: Body | None, fallback: tuple[int, int]) -> Mention | None:
    if forum is None:
        return None
    return reading.mention("forum", forum.name, *(forum.mentions[0] if forum.mentions else fallback))


def _evidence(reading: Reading) -> list[tuple[int, int]]:
    document = reading.document
    head = next(iter(reading.parts_of("header")), None)
    lines = reading.lines_in(head.start, head.end) if head else list(reading.lines[:1])
    asked = [" ".join(v.split()).casefold() for v in (document.title, document.time, document.place) if v]
    kept = [
        (line.start, line.end)
        for line in lines
        if dates.find(line.text)
        or any(value in " ".join(line.text.split()).casefold() or " ".join(line.text.split()).casefold() in value for value in asked)
    ]
    return kept or [(line.start, line.end) for line in lines[:1]] or [(line.start, line.end) for line in reading.lines[:1]]
