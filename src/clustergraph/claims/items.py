"""The points of the agenda: number, title, what is recommended, and what was decided."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clustergraph.claims.decisions import decision_blocks, outcome
from clustergraph.claims.decisions_elsewhere import told_sentences
from clustergraph.claims.places import clipped, title_of, top_items
from clustergraph.claims.reading import Line, Part, Reading
from clustergraph.lexicon import decisions as lexicon
from clustergraph.model import Claim

RECOGNIZER = "items"
_BULLET = re.compile(r"^\s*(?:[-–•*·▪]|(?:\d{1,2}|[a-zæøå])[.)])\s*")
_AT = re.compile(r"^at\b[\s|:,]*", re.IGNORECASE)


def recognize(reading: Reading) -> Iterator[Claim]:
    """One claim a point; the points inside a point are part of it."""
    taken: set[str] = set()
    elsewhere = told_sentences(reading)
    for item in top_items(reading):
        title = title_of(reading, item)
        if not title:
            continue
        name = title if title not in taken else f"{title} ({item.section.number})"
        taken.add(name)
        wishes = recommendations(reading, item)
        blocks = decision_blocks(reading, item)
        found = outcome(reading, blocks, wishes or _marks(item), elsewhere)
        heading = (item.start, max(item.content, item.start + 1))
        evidence = [heading, *([(found.start, found.end)] if found.start is not None and found.end is not None else [])]
        yield reading.claim(
            "agenda_item",
            reading.mention("item", name, *heading),
            None,
            evidence,
            RECOGNIZER,
            0.97,
            number=item.section.number,
            title=title,
            recommendations=wishes,
            decision_type=found.kind,
            decisions=_texts(reading, blocks[-1:]),
        )


def recommendations(reading: Reading, item: Part) -> list[str]:
    """What a point asks the forum to do: one text a wish, with the subject that the lead of the list names."""
    found: list[str] = []
    for part in reading.parts_of("recommendation", within=item):
        found.extend(_wishes(reading, part.content, part.end))
    if not found:
        found = [_tidy(_AT.sub("", line.text)) for line in _opening_wishes(reading, item)]
    return found


def _marks(item: Part) -> list[str]:
    """What stands in brackets behind the title of a point: "(drøftelse)"."""
    mark = re.search(r"\(([^()]{4,40})\)\s*(?:v\.?/?\s.*|v/.*)?$", item.section.heading or "")
    return [mark.group(1)] if mark else []


def _opening_wishes(reading: Reading, item: Part) -> list[Line]:
    """Lines that begin with "at" at the head of a case text that has no recommendation of its own."""
    case = next(iter(reading.parts_of("case", within=item)), None)
    lines = reading.lines_in(case.content, case.end) if case else []
    count = next((i for i, line in enumerate(lines) if not _AT.match(line.text.strip())), len(lines))
    return list(lines[:count])


def _wishes(reading: Reading, start: int, end: int) -> list[str]:
    found: list[str] = []
    subject = ""
    each_says_at = False
    for line in clipped(reading, start, end):
        bullet = _BULLET.match(line.text)
        raw = line.text[bullet.end() :] if bullet else line.text.strip()
        words = _lead_off(raw) if not bullet else raw
        says_at = bool(_AT.match(words))
        each_says_at = each_says_at or (says_at and bool(bullet))
        text = _tidy(_AT.sub("", words))
        if not text:
            continue
        if not bullet and not says_at and found and not raw.rstrip().endswith(":"):
            found[-1] = f"{found[-1]} {text}"
        elif not bullet and _is_subject(text):
            subject = text.rstrip(" :,")
        elif bullet and each_says_at and not says_at and found:
            found[-1] = f"{found[-1]} {text}"
        else:
            found.append(f"{subject} {text[:1].lower()}{text[1:]}" if subject and bullet else text)
    return found


def _lead_off(text: str) -> str:
    """A line without "Det indstilles" and the like at its head."""
    match = re.match(rf"\s*{lexicon.pattern('recommendation_leads').pattern}[\s:,]*", text, re.IGNORECASE)
    return text[match.end() :] if match else text


def _is_subject(text: str) -> bool:
    """Whether a line only names who is asked ("Direktørforum:"), so that the points below complete it."""
    return len(text.rstrip(" :,").split()) <= 6 and not text.rstrip().endswith(".") and not re.search(r"\w+(?:er|es)\b\s*\S", text)


def _tidy(text: str) -> str:
    return " ".join(text.replace("|", " ").split()).strip(" ,;")


def _texts(reading: Reading, blocks: list[tuple[int, int]]) -> list[str]:
    return [" ".join(line.text.split()) for start, end in blocks for line in clipped(reading, start, end)]
