"""The forum that a document is of: the one for which the head gives most evidence.

Every name of a forum in the head is a candidate. What stands round it gives it points (``[meeting]`` of ``bodies.toml``):

* a label ("Udvalg: X"), terms of reference ("Kommissorium for X") and the words of a meeting ("møde i X", "X's møde") say most,
* then a list of its people ("medlemmer af X"), minutes or an agenda right before or behind it ("X – Referat"), a line of nothing but the name,
* then the title that begins with it, whom the document was written for, and the forum as the header of the document has it,
* little does who adopted it, a recommendation that tells it to act, and how often it is named.

Evidence of one sort counts once a forum. A name behind "nedsat af", "under" or "orientering fra", inside another forum's name, or only in running
text is no candidate. A cluster counts for less than a forum inside of it. Too few points: the document does not tell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clustergraph.claims import dates
from clustergraph.claims.body_identity import Group, topic_of
from clustergraph.claims.body_names import namings
from clustergraph.claims.body_naming import Naming
from clustergraph.lexicon import bodies as words
from clustergraph.lexicon import people
from clustergraph.lexicon.bodies import Noun, fold

if TYPE_CHECKING:
    from clustergraph.claims.reading import Line, Reading

_LINES = 25  # a head that goes on longer is a text
_TEXT = 6  # paragraphs further down are text
_PROSE = 160  # letters of a line from which on it is a paragraph
_WEIGHTS = {"cluster": 0.6, "secretariat": 0.3}  # what evidence weighs: the cluster of a forum and who writes stand in heads too
_ENOUGH = {"agenda": 2.5, "minutes": 2.5, "terms": 2.5, "members": 2.5, "plan": 2.5}
_BRACKET = re.compile(r"\s*\([^()]{1,40}\)")
_REST = re.compile(r"[\W\d_]*(?:\b(?:den|d|kl|mandag|tirsdag|onsdag|torsdag|fredag|møde|nr)\b[\W\d_]*)*")
_STEPS = re.compile(r"\s+[>»›/|]\s+")
_LISTED = 3  # so many forums on lines of their own make a list of forums
_OF_LISTS = ("line", "opening", "behind", "header", "title")
_TITLE = 1.5  # what evidence in the title weighs
_MUCH = 3.4  # points that a document of no kind needs
_AT = re.compile(r"(?:^|\bat\b)[\s|:\-–•]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Sign:
    """One piece of evidence that the document is of a forum."""

    group: Group
    sort: str
    points: float


def of_document(reading: Reading, groups: Sequence[Group], cluster: Group | None) -> Group | None:
    """The forum with most evidence, of equals the one named first; None where no forum has enough.

    A page that lists several forums line by line is of the ``cluster`` they belong to, where nothing else tells.
    """
    forums = {id(g): g for g in groups if g.first.kind == "forum" and not g.first.plural}
    signs = list(_signs(reading, list(forums.values())))
    alone = {id(s.group) for s in signs if s.sort == "line" and s.group.first.type != "cluster"}
    listed = alone if len(alone) >= _LISTED else set()
    best: dict[tuple[int, str], float] = {}
    for sign in signs:
        key = (id(sign.group), sign.sort)
        weight = sign.points * _WEIGHTS.get(sign.group.first.type, 1.0)
        if id(sign.group) not in listed or sign.sort not in _OF_LISTS:
            best[key] = max(best.get(key, 0.0), weight)
    points: dict[int, float] = {}
    for (ident, _), weight in sorted(best.items(), key=lambda entry: entry[0][1]):
        points[ident] = points.get(ident, 0.0) + weight
    ranked = sorted(points, key=lambda ident: (-points[ident], forums[ident].namings[0][0].start))
    if ranked and points[ranked[0]] >= _ENOUGH.get(reading.document.kind, _MUCH):
        return forums[ranked[0]]
    return cluster if listed else None


def _signs(reading: Reading, forums: Sequence[Group]) -> Iterator[_Sign]:
    by_start = {n.start: g for g in forums for n, _ in g.namings}
    by_name = {fold(n.text): g for g in reversed(forums) for n, _ in g.namings if n.rank == "name"}
    yield from _in_head(reading, by_start, by_name)
    yield from _in_header(reading, forums)
    yield from _kind_of_meeting(reading, forums)
    yield from _in_recommendations(reading, by_start)
    for group in forums:
        yield _Sign(group, "often", min(len(group.namings), 9) * 0.1)


def _in_head(reading: Reading, by_start: dict[int, Group], by_name: dict[str, Group]) -> Iterator[_Sign]:
    """What the lines of the head say; the line that opens the first list is the last of them."""
    first = min((p.start for p in reading.parts_of("item")), default=len(reading.text))
    title = fold(reading.document.title or "")
    before = ""
    for number, line in enumerate(reading.lines[:_LINES]):
        if line.start >= first:
            return
        if len(line.text) > _PROSE and number >= _TEXT:
            continue
        weight = _TITLE if title and title == fold(line.text) else 1.0 - number / 100
        yield from (_Sign(s.group, s.sort, s.points * weight) for s in _in_line(line, before, by_start, by_name))
        if people.list_heading(line.text.partition(":")[0]):
            return
        before = line.text if len(line.text) <= _PROSE else ""


def _in_line(line: Line, before: str, by_start: dict[int, Group], by_name: dict[str, Group]) -> Iterator[_Sign]:
    steps = [step.strip() for step in _STEPS.split(line.text)] if len(line.text) <= _PROSE else []
    for step in steps if len(steps) > 2 else ():  # "Forside > Udvalg > Ældrerådet": the path to the page
        if group := by_name.get(fold(step)):
            yield _Sign(group, "path", 3.0)
    here = [n for n in namings(line.text) if n.kind == "forum"]
    for naming in here:
        group = by_start.get(line.start + naming.start) or by_name.get(fold(naming.text))
        if group is not None and not any(_holds(other, naming) for other in here):
            yield from (_Sign(group, sort, points) for sort, points in _round(line, before, naming) if points)


def _holds(outer: Naming, naming: Naming) -> bool:
    """Whether a name stands inside that of another forum: as its topic."""
    return outer is not naming and outer.type != "cluster" and outer.start <= naming.start and naming.name_end <= outer.name_end


def _round(line: Line, above: str, naming: Naming) -> Iterator[tuple[str, float]]:
    """What stands before and behind a name on its line and above it, and whether the name is all of the line."""
    start, end = naming.full_start, naming.end
    led = line.text[:start].strip(" \t\"»“”'")
    if words.sign("against", led):
        return
    if led:
        yield "before", words.sign("before", led)
    else:
        yield "above", words.sign("above", above.strip(" \t:."))
    if bracket := _BRACKET.match(line.text, end):
        end = bracket.end()
    behind = line.text[end:]
    yield "behind", words.sign("genitive" if naming.genitive else "behind", behind)
    if len(line.text) <= _PROSE and _is_rest(line.text[:start]):
        yield ("line", 4.0) if _is_rest(behind) else ("opening", 2.5)


def _is_rest(text: str) -> bool:
    """Whether nothing is left of a line but days, times, signs and the cluster or house of the forum."""
    for day in reversed(dates.find(text)):
        text = text[: day.start] + text[day.end :]
    for naming in reversed(namings(text)):
        if naming.kind == "organisation" or naming.type == "cluster":
            text = text[: naming.full_start] + text[naming.end :]
    return bool(_REST.fullmatch(text.casefold()))


def _in_header(reading: Reading, forums: Sequence[Group]) -> Iterator[_Sign]:
    """The forum as the header of the document has it, and the title."""
    forum, title = reading.document.forum or "", reading.document.title or ""
    for group in forums:
        ways = {fold(n.text) for n, _ in group.namings if n.rank != "bare"}
        if forum and fold(forum) in ways:
            yield _Sign(group, "header", 3.0)
        elif (
            forum and _topic_told(group, forum + title) and any(_is_among(n, group) for n in namings(forum) if n.kind == "forum" and n.rank != "bare")
        ):
            yield _Sign(group, "header", 2.5)
        if title and any(_is_among(n, group) for n in namings(title) if n.full_start == 0 and n.rank != "bare"):
            yield _Sign(group, "title", 0.5)


def _topic_told(group: Group, head: str) -> bool:
    """Whether a forum has no topic, or one that the head speaks of: "Styregruppemøde" is no meeting of "Styregruppen for Søvn"."""
    topic = topic_of(group.first)
    return not topic or topic in fold(head)


def _is_among(naming: Naming, group: Group) -> bool:
    if group.first.kind != naming.kind or group.first.plural != naming.plural:
        return False
    lemma = fold(naming.noun.lemma) if naming.noun and naming.noun.beginning and not (naming.topic or naming.proper) else None
    return any(fold(n.text) == fold(naming.text) or (n.noun and fold(n.noun.lemma) == lemma) for n, _ in group.namings)


_MEETING = re.compile(r"\b([^\W\d_]+(?:-[^\W\d_]+)?)møde(?:t|ts)?\b", re.IGNORECASE)


def _meeting_nouns(reading: Reading) -> Iterator[Noun]:
    """The forums in the words for a meeting that the head uses: "styregruppe|møde", "ældreråd|s|møde"."""
    for word in _MEETING.findall("\n".join(filter(None, (reading.document.forum, reading.document.title)))):
        noun = words.noun(word)
        if noun is not None and noun.head.kind == "forum" and noun.beginning and not noun.definite:
            yield noun


def kind_of_meeting(reading: Reading) -> str | None:
    """The kind of forum whose meeting the head tells, folded: "Styregruppemøde – Projekt …" is a meeting of the steering group."""
    return next((fold(noun.lemma) for noun in _meeting_nouns(reading) if noun.names_a_kind), None)


def _kind_of_meeting(reading: Reading, forums: Sequence[Group]) -> Iterator[_Sign]:
    """The only forum of the noun of a meeting; one with a topic of its own only where the head speaks of the topic too."""
    head = "".join(filter(None, (reading.document.forum, reading.document.title)))
    for noun in _meeting_nouns(reading):
        called = [g for g in forums if g.first.noun and fold(g.first.noun.lemma) == fold(noun.lemma)]
        if len(called) == 1:
            yield _Sign(called[0], "kind", 4.0 if _topic_told(called[0], head) else 1.0)


def _in_recommendations(reading: Reading, by_start: dict[int, Group]) -> Iterator[_Sign]:
    """The forum that most recommendations tell to do something: "at | styregruppen drøfter"."""
    votes: Counter[int] = Counter()
    held: dict[int, Group] = {}
    for part in reading.parts_of("recommendation"):
        for line in reading.lines_in(part.start, part.end):
            for start in _told_to_act(line.text, line.start):
                if group := by_start.get(start):
                    votes[id(group)] += 1
                    held[id(group)] = group
    for ident, _ in votes.most_common(1):
        yield _Sign(held[ident], "recommended", 2.5)


def _told_to_act(line: str, offset: int) -> Iterator[int]:
    for naming in namings(line, offset):
        before = line[: naming.full_start - offset]
        if not before.strip() or _AT.fullmatch(before[-12:].strip() + " ") or re.search(r"\bat[\s|:]*$", before, re.IGNORECASE):
            yield naming.start
