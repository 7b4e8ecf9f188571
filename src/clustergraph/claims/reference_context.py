"""What stands round a sentence that tells of references: the forum that meets, the body that a list is about, parts that are told one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clustergraph.claims.pointers import Pointers, is_bare
from clustergraph.claims.reference_sentences import SIGN
from clustergraph.claims.reference_tokens import Mention
from clustergraph.lexicon import references as words

if TYPE_CHECKING:
    from clustergraph.claims.reading import Line, Reading

_LABEL = re.compile(r"\s*(?:[#*]+\s*)?([^\W\d_][^:|\t]{1,30}):\s+")
_KEYED = re.compile(r"\s*(?:[-•*]\s*)?\**[^\W\d_][^:|\t]{1,40}?\**\s*:\s*\S")


def cards(reading: Reading) -> dict[int, Mention | None]:
    """Line begin → the forum that the line is about: list points and lines with a label below a line that is its name, or "Gruppe: …"; None below a
    label whose value is no known forum.
    """
    found: dict[int, Mention | None] = {}
    head: Mention | None = None
    inside = False
    for i, line in enumerate(reading.lines):
        below = reading.lines[i + 1] if i + 1 < len(reading.lines) else None
        label = _LABEL.match(line.text)
        labeled = bool(label and words.is_joint("subject_columns", label.group(1)))
        new = _head(reading, line, label.end() if label and labeled else 0) if below is not None and _is_detail(below) else None
        if new is not None or labeled:
            head, inside = new, True
        elif _is_detail(line):
            if inside:
                found[line.start] = head
        else:
            head, inside = None, False
    return found


def _is_detail(line: Line) -> bool:
    return bool(SIGN.match(line.text) or _KEYED.match(line.text))


def _head(reading: Reading, line: Line, begin: int) -> Mention | None:
    """The forum whose name is all of a line behind its label, the marks of a heading left aside."""
    begin += len(line.text[begin:]) - len(line.text[begin:].lstrip(" *#"))
    bodies = reading.bodies.pointed_at(line.start + begin, line.end)
    if len(bodies) != 1 or bodies[0][2].kind != "forum" or bodies[0][2].type == "cluster":
        return None
    start, end, body = bodies[0]
    exact = start - line.start <= begin and not line.text[end - line.start :].strip(" *:#")
    return (start, end, body) if exact else None


def heading_of(reading: Reading, heads: Mapping[int, Mention | None], start: int) -> Mention | None:
    """The forum that a list point without a subject goes on with: "- nedsat af Regionsrådet"; None for other sentences."""
    line = reading.line_at(start)
    if line is None or heads.get(line.start) is None:
        return None
    bullet = SIGN.match(line.text)
    begin = line.start + (bullet.end() if bullet else 0)
    return heads[line.start] if bullet and start <= begin and reading.text[begin : begin + 1].islower() else None


def centered(reading: Reading, pointers: Pointers, place: tuple[int, int], heads: Mapping[int, Mention | None]) -> list[Mention]:
    """The bodies of a sentence; on a card a bare noun ("gruppen") means the forum of the card."""
    mentions = pointers.in_sentence(*place)
    line = reading.line_at(place[0])
    card = heads.get(line.start) if line is not None else None
    return [(m[0], m[1], card[2]) if is_bare(reading.text[m[0] : m[1]], card[2]) else m for m in mentions] if card else mentions


def us(reading: Reading, start: int, end: int) -> Mention | None:
    """The forum that meets, for a sentence that tells what was decided without saying by whom."""
    forum = reading.bodies.meeting_forum
    part = reading.part_at(start)
    if forum is None or not forum.mentions or reading.document.kind != "minutes":
        return None
    if (part and part.section.kind == "recommendation") or not words.pattern("status", "decided").search(reading.text[start:end].casefold()):
        return None
    return (*forum.mentions[0], forum)


# Parts told one by one ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Counted:
    """A sentence that counts the parts of a forum without naming them."""

    owner: Mention
    kinds: tuple[str, ...]
    sentence: tuple[int, int]


def counted(reading: Reading, pointers: Pointers, start: int, end: int) -> Counted | None:
    """The forum that has parts, where a sentence says only how many: "Forummet har to faste undergrupper."."""
    low = reading.text[start:end].casefold()
    match = words.pattern("enumerated", "opens").search(low)
    owner = next((m for m in pointers.in_sentence(start, end) if m[0] <= start + match.start() and m[2].kind == "forum"), None) if match else None
    if match is None or owner is None or owner[2].collective:
        return None
    kinds = ("subgroup_of", "set_up_by") if words.pattern("enumerated", "sets_up").search(match.group()) else ("subgroup_of",)
    return Counted(owner, kinds, (start, end))


def parts(reading: Reading, pointers: Pointers, told: Counted, start: int, end: int) -> Iterator[Mention]:
    """The parts that a sentence behind names: "Den ene, Kostgruppen, …", "Der er p.t. én: Kostgruppen."."""
    low = reading.text[start:end].casefold()
    here = [m for m in pointers.in_sentence(start, end) if m[2].kind == "forum" and m[2] is not told.owner[2]]
    if not here:
        return
    if words.pattern("enumerated", "one").fullmatch(low, 0, here[0][0] - start):
        yield here[0]
    elif words.pattern("enumerated", "these").fullmatch(low, 0, here[0][0] - start):
        yield here[0]
        yield from _run_behind(reading, here, here[0])


def _run_behind(reading: Reading, here: list[Mention], first: Mention) -> Iterator[Mention]:
    last = first
    for mention in here:
        if mention[0] >= last[1]:
            if reading.text[last[1] : mention[0]].strip() not in (",", "og", "samt"):
                return
            yield mention
            last = mention
