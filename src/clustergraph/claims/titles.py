"""Which title somebody holds, and at which employer: from lists and from running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from clustergraph import lexicon
from clustergraph.claims.entries import Words
from clustergraph.claims.people import Person
from clustergraph.lexicon import people as words
from clustergraph.model import Claim, Mention

if TYPE_CHECKING:
    from clustergraph.claims.reading import Reading

_SAME_TITLE = 88  # rapidfuzz ratio without blanks and stops: "sygpl. faglig direktør" is "sygeplejefaglig direktør"


@dataclass(frozen=True, slots=True)
class Post:
    """A title at an employer. One of the two may be None, never both."""

    title: str | None
    employer: Words | None
    start: int  # the stretch that shows it, the name included
    end: int


def posts(reading: Reading, person: Person) -> list[Post]:
    """The posts of a person, each title once, with the employer where any place of the document gives it."""
    found: list[Post] = []
    for row in person.rows:
        heading = row.heading_organisation or opening_body(reading, row.intro)
        if heading is not None and words.looks_like_forum(heading.text) and not words.looks_like_body(heading.text):
            heading = None  # a council that sends somebody is no employer
        found += _posts(row.titles, row.organisations, heading, row.start, row.line)
    for told in person.told:
        titles = [t for t in told.titles if t.text.lower() not in words.office_words()]  # "sekretær A": a part in a forum
        found += _posts(titles, told.organisations, None, told.name.start, (told.start, told.end))
        lead = _lead_title(reading, told.start)
        if lead and not told.titles:
            sentence = reading.sentence_at(told.start)
            found += [Post(lead, told.organisations[0] if told.organisations else None, *sentence)]
    return _once(found)


def opening_body(reading: Reading, intro: tuple[int, int] | None) -> Words | None:
    """The organisation in whose name a sentence opens a list: "Hospitalets deltagere i … er:"."""
    match = re.match(r"([A-ZÆØÅ][^,.;:]{2,50}?)s\s+(?:deltagere|repræsentanter|medlemmer)\b", reading.text[slice(*intro)]) if intro else None
    if match is None or intro is None:
        return None
    body = reading.bodies.named(match.group(1)) or reading.bodies.meant(match.group(1), intro[0])
    return Words(body.name, intro[0], intro[0] + match.end(1)) if body is not None and body.kind == "organisation" else None


def _posts(titles: Sequence[Words], bodies: Sequence[Words], heading: Words | None, name: int, place: tuple[int, int]) -> Iterator[Post]:
    for n, title in enumerate(titles):
        following = titles[n + 1].start if n + 1 < len(titles) else None
        yield Post(words.singular(title.text.lower()), _employer(title, following, bodies, heading, name), *place)
    if not titles and (bodies or heading):
        yield Post(None, bodies[0] if bodies else heading, *place)


def _employer(title: Words, following: int | None, bodies: Sequence[Words], heading: Words | None, name: int) -> Words | None:
    """The body next behind a title, else behind the titles after it, else before it, else the heading. A place of practice is no employer."""
    if words.is_own_practice(title.text):
        suitable = [b for b in bodies if not re.search(r"\bkommune\b", b.text, re.IGNORECASE)]
        placed = len(suitable) < len(bodies)
        bodies = suitable
        if placed or (bodies and following is not None):
            return heading
    behind = [b for b in bodies if b.start >= title.end and (following is None or b.start < following)]
    later = [b for b in bodies if b.start >= title.end and b not in behind]
    ahead = [b for b in bodies if b.start < title.start]
    inside = [b for b in bodies if title.start <= b.start < title.end]
    proper = [b for b in inside if b.text[:1].isupper()]  # "leder af hjemmeplejen": a field, where the line or its heading has a body
    return next(iter([*proper, *behind, *later, *ahead]), heading or next(iter(inside), None))


def _lead_title(reading: Reading, start: int) -> str | None:
    """As in "… udpeget tre projektledere: A, B og C": the office that a sentence gives to those it enumerates."""
    sentence = reading.sentence_at(start)
    before = reading.text[sentence[0] : start]
    table = lexicon.table("attendance")["groups"]["lead_titles"]
    match = re.search(r"\b(" + "|".join(table) + r")\b[^.;:]{0,40}[;:]", before)
    return table[match.group(1)] if match else None


def _once(found: Iterable[Post]) -> list[Post]:
    """Each title once; a place where only an organisation stands says nothing new of who has a title."""
    kept: list[Post] = []
    for post in found:
        if post.title is None:
            if not any(p.title is None for p in kept):
                kept.append(post)
            continue
        same = next((i for i, p in enumerate(kept) if p.title and _same_title(p.title, post.title)), None)
        if same is None:
            kept.append(post)
        elif kept[same].employer is None or _is_slip(kept[same].title or ""):
            better = kept[same].title if not _is_slip(kept[same].title or "") else post.title
            kept[same] = Post(better, kept[same].employer or post.employer, post.start, post.end)
    titled = [p for p in kept if p.title]
    return titled or kept


def _same_title(left: str, right: str) -> bool:
    a, b = (re.sub(r"[\s.\-]", "", t) for t in (left, right))
    return a == b or fuzz.ratio(a, b) >= _SAME_TITLE


def _is_slip(title: str) -> bool:
    """Whether the head of a title is no known title: a slip of the pen, where another place writes it right."""
    return not any(words.is_title_word(w) and not w.endswith("i") for w in title.split())


def employer_name(reading: Reading, employer: Words | None) -> str | None:
    """The display name of an employer: the document's name of the body that the words mean, else the words."""
    if employer is None:
        return None
    body = reading.bodies.named(employer.text)
    return body.name if body is not None else employer.text


def recognize(reading: Reading) -> Iterable[Claim]:
    """A claim for each post of each person."""
    for person in reading.people.all:
        for post in posts(reading, person):
            name = employer_name(reading, post.employer)
            body = reading.bodies.named(post.employer.text) if post.employer else None
            employer = None
            if name and post.employer:
                kind = body.kind if body is not None else "organisation"
                employer = Mention(kind, name, reading.span(post.employer.start, post.employer.end))
            evidence = [(post.start, post.end)]
            if post.employer is not None and not post.start <= post.employer.start < post.end:
                evidence.append((post.employer.start, post.employer.end))
            subject = reading.mention("person", person.name, *_name_in(person, post))
            yield reading.claim("holds_role", subject, employer, evidence, "titles", 0.95 if person.rows else 0.88, role=post.title)


def _name_in(person: Person, post: Post) -> tuple[int, int]:
    return next(((s, e) for s, e in person.mentions if post.start <= s < post.end), person.mentions[0])
