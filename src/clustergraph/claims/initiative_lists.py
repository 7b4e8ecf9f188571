"""Initiatives in lists: prioritised ones ("Indsats 5: …" in order), the points under "følgende projekter:", the focus of each cluster."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from clustergraph.claims import amounts, places
from clustergraph.claims.candidates import Candidate
from clustergraph.claims.initiative_proper import is_taken, is_telling
from clustergraph.claims.plan_cells import status_of
from clustergraph.claims.reading import Line, Reading
from clustergraph.lexicon import initiatives as lexicon

_FOCUS = re.compile(r"\s*[-–•*·▪]\s*(?P<who>[A-ZÆØÅ][^:]{1,60}):\s*(?P<focus>\S.+)$")
_AND = re.compile(r"\s*(?:,|\sog\s)\s*")
_POINT = re.compile(r"^\s*(?:[-–•*·▪]\s*|\d{1,2}[.)]\s+|[a-zæøå]\)\s*)?")


def find(reading: Reading) -> Iterator[Candidate]:
    """All initiatives that stand in lists, in order."""
    lines = reading.lines
    i = 0
    while i < len(lines):
        lead = lines[i].text.strip()
        points = _points(lines, i + 1)
        if points and _is_bundle(reading, lines[i]):
            named = {c.start: c for c in (*_chosen(reading, points), *_bundled(reading, points))}
            yield from (named[start] for start in sorted(named))
        elif points and _is_focus(lead):
            yield from _foci(reading, lead, points)
        elif points and _introduces(lead):
            yield from _named_points(lead, points)
        elif points and _is_choice(reading, lines[i]):
            yield from _chosen(reading, points)
            points = []
        elif _labelled(lines[i].text) and places.item_of(reading, lines[i].start + 1) is not None:
            yield from _one(lines[i], None, None)
            points = []
        i += 1 + (len(points) if points and (_introduces(lead) or _is_focus(lead)) else 0)


def _introduces(lead: str) -> bool:
    """Whether a line leads a list of initiatives."""
    if not re.search(r"[:.]$", lead):
        return False
    last = re.split(r"(?<=[.!?])\s+", lead.rstrip(":."))[-1]
    if re.search(rf"(?:{lexicon.any_of('lists.priority')})[\s:.]*$", lead, re.IGNORECASE):
        return True
    if lead.endswith(":") and lexicon.pattern("lists.priority").search(lead):  # "følgende prioritering, såfremt rammen holder:"
        return True
    return lead.endswith(":") and bool(re.search(rf"følgende\s+(?:[\wæøå]+\s+){{0,2}}(?:{lexicon.any_of('lists.nouns')})(?!\w)", last, re.IGNORECASE))


def _is_bundle(reading: Reading, line: Line) -> bool:
    """Whether a line, or the title of the point that it opens, says no more than that initiatives follow: "3 Delprojekter", "Projekterne"."""
    item = places.item_of(reading, line.start)
    opens = item is not None and not reading.text[item.content : line.start].strip()
    titles = [line.text, *([places.title_of(reading, item)] if item and opens else [])]
    return any(_bundle().fullmatch(title.strip()) for title in titles)


@cache
def _bundle() -> re.Pattern[str]:
    nouns = "|".join(sorted({f"{re.escape(noun)}(?:ne)?" for noun in lexicon.words("lists.nouns")}))
    many = lexicon.any_of("lists.many")
    adjective = r"(?:[\wæøå]+(?:nde|e)\s+(?:og\s+[\wæøå]+(?:nde|e)\s+)?)?"
    return re.compile(
        rf"(?:\d{{1,2}}(?:\.\d)*[.)]?\s+)?(?:status\s+(?:på|for)\s+)?(?:de\s+)?{adjective}[\wæøå]*(?:{nouns}|{many})\s*:?", re.IGNORECASE
    )


def _bundled(reading: Reading, points: Sequence[Line]) -> Iterator[Candidate]:
    """The points "Navn: hvordan det går", "A. Navn – hvad" of a list that holds nothing but initiatives."""
    for line in points:
        match = re.match(
            rf"{_POINT.pattern}(?:[A-ZÆØÅ][.)]\s+)?[*_\"»“”']*(?P<name>[A-ZÆØÅ0-9][^:*_\"«”“()–]{{2,60}}?)[*_\"«”“']*(?::|\s[–-])\s+\S", line.text
        )
        if match and not lexicon.pattern("stops").search(match["name"]) and match["name"].casefold() not in lexicon.columns():
            start = line.start + match.start("name")
            if not is_taken(reading, match["name"], start):
                yield Candidate(
                    match["name"], start, start + len(match["name"]), "list", None, evidence=((line.start, line.end),), scope=(line.start, line.end)
                )


def _is_focus(lead: str) -> bool:
    """Whether a line leads a list of what each cluster does: it speaks of clusters, of a focus and of an initiative."""
    words = lead.casefold()
    heads = re.search(rf"(?<!\w)(?:{lexicon.any_of('lists.nouns')}|prøvehandlingerne|projekterne|indsatserne)(?!\w)", words)
    return "klynge" in words and bool(heads) and bool(lexicon.pattern("lists.focus").search(lead)) and len(lead.split()) <= 15


def _is_choice(reading: Reading, line: Line) -> bool:
    """Whether a line leads a list of what was applied for or chosen: it or the title of its point speaks of applications, grants or projects."""
    item = places.item_of(reading, line.start)
    lead = f"{line.text} {places.title_of(reading, item) if item else ''}"
    return lexicon.pattern("lists.choices").search(lead) is not None and not places.is_point(line) and not places.is_numbered(line)


def _chosen(reading: Reading, points: Sequence[Line]) -> Iterator[Candidate]:
    """The points "Navn (ansøger): bevilget 90.000 kr." of a list of projects: a name, and behind it what became of it or how it goes."""
    for line in points:
        match = _stated_point().match(line.text)
        if not match or lexicon.pattern("stops").search(match["name"]) or len(match["name"].split()) > 10:
            continue
        name = match["name"].strip()
        start = line.start + match.start("name")
        apart = bool(match["mark"]) or is_telling(name)
        applied = reading.text[start + len(name) :].lstrip(' *_"»“”').startswith("(")  # by the body in brackets, so it is none itself
        if apart and _tells_state(match["rest"]) and (applied or not is_taken(reading, name, start)):
            yield Candidate(name, start, start + len(name), "list", None, evidence=((line.start, line.end),), scope=(line.start, line.end))


@cache
def _stated_point() -> re.Pattern[str]:
    """A point with its name, the mark behind it where there is one, and what is said of it ("a) Navn: …", "b) Navn er …")."""
    return re.compile(
        rf"{_POINT.pattern}[*_\"»“”']{{0,3}}(?P<name>[A-ZÆØÅ0-9][^:*_\"«”“()–]{{2,80}}?)[*_\"«”“']{{0,3}}\s*(?:\([^()]*\)\s*)?"
        rf"(?:(?P<mark>:|\s[–-]\s)\s*|\s(?=(?:{lexicon.any_of('sentences.goes')})\s))(?P<rest>\S.*)$"
    )


def _tells_state(rest: str) -> bool:
    return bool(amounts.find(rest)) or lexicon.pattern("lists.fates").search(rest) is not None or status_of(rest) is not None


def _points(lines: Sequence[Line], i: int) -> list[Line]:
    """The points below a lead: bulleted or labelled lines, or short lines one after the other."""
    found: list[Line] = []
    while i < len(lines):
        line = lines[i]
        bullet = (
            places.is_point(line)
            or places.is_numbered(line)
            or bool(_labelled(line.text))
            or bool(re.match(r"\s*[A-ZÆØÅ][.)]\s+[A-ZÆØÅ]", line.text))
        )
        if not bullet and not (found and _short(line.text) and _is_name_line(line.text)):
            break
        found.append(line)
        i += 1
    return found


def _short(text: str) -> bool:
    return len(text.split()) <= 14


def _is_name_line(text: str) -> bool:
    """Whether a line is a name and a condition ("Solsikken 2.0: under forudsætning af …") rather than a sentence."""
    name = text.split(":")[0]
    return (
        ":" in text
        and len(name.split()) <= 6
        and not lexicon.pattern("generic_headings").fullmatch(name.strip())
        and not lexicon.pattern("stops").search(name)
    )


def _labelled(text: str) -> re.Match[str] | None:
    return re.match(rf"\s*(?P<label>(?:{lexicon.any_of('lists.labels')})\s+\d+\s?[a-z]?)\s*[:.–-]\s*(?P<name>\S.*)$", text, re.IGNORECASE)


def _named_points(lead: str, points: Sequence[Line]) -> Iterator[Candidate]:
    priority = bool(lexicon.pattern("lists.priority").search(lead))
    needs: bool | None = None
    if lexicon.pattern("lists.no_money").search(lead):
        needs = False
    elif priority and lexicon.pattern("lists.money").search(lead):
        needs = True
    for order, line in enumerate(points, 1):
        yield from _one(line, order if priority else None, needs)


def _one(line: Line, priority: int | None, needs: bool | None) -> Iterator[Candidate]:
    text = line.text[_POINT.match(line.text).end() :] if _POINT.match(line.text) else line.text  # type: ignore[union-attr]
    offset = line.text.find(text)
    name, condition = _without_condition(text)
    if emphasized := re.match(r"[*_]{1,3}([^*_]{3,80})[*_]{1,3}|[\"»“”]([^\"«”“]{3,80})[\"«”“]", name):
        name = emphasized.group(1) or emphasized.group(2)
        offset += line.text[offset:].find(name)
    labelled = _labelled(text)
    aliases: list[str] = []
    if labelled:
        own = labelled["name"].strip()[: max(0, len(name) - labelled.start("name"))].strip()
        aliases = [own, *_bracket(own)]
    elif ":" in name or " – " in name or " - " in name:
        name = re.split(r":|\s[–-]\s", name)[0].strip()
        name = re.sub(rf"\s*\((?:[^()]*(?:{lexicon.any_of('lists.applicants')})[^()]*)\)$", "", name, flags=re.IGNORECASE)
    if not name or len(name.split()) > 14 or (not labelled and lexicon.pattern("stops").search(name)):
        return
    facts = {k: v for k, v in (("priority", priority), ("needs_cluster_money", needs), ("condition", condition)) if v is not None}
    start = line.start + offset
    yield Candidate(
        name, start, start + len(name), "list", "indsats", True, tuple(dict.fromkeys(a for a in aliases if a and a != name)), facts,
        ((line.start, line.end),), (line.start, line.end),
    )  # fmt: skip


def _without_condition(text: str) -> tuple[str, str | None]:
    match = re.search(rf"\s*[:,–-]?\s*(?:{lexicon.any_of('lists.conditions')})\s+(?:at\s+)?(?P<what>.+)$", text, re.IGNORECASE)
    if not match:
        return text.strip().rstrip(".;,"), None
    return text[: match.start()].strip().rstrip(" :,"), match["what"].strip().rstrip(".")


def _bracket(name: str) -> list[str]:
    match = re.search(r"\s*\(([^()]+)\)", name)
    return [name[: match.start()].strip(), match.group(1).strip()] if match else []


def _foci(reading: Reading, lead: str, points: Sequence[Line]) -> Iterator[Candidate]:
    """One initiative a cluster: "prøvehandling i Østklyngen" with its focus."""
    noun = re.search(rf"(?<!\w)(?P<noun>[\wæøå]*(?:{lexicon.head_forms('heads')}))(?:er|erne)?(?!\w)", lead, re.IGNORECASE)
    head = lexicon.base_form(noun["noun"]) if noun else "indsats"
    for line in points:
        match = _FOCUS.match(line.text)
        if not match:
            continue
        focus = match["focus"].strip()
        short = re.split(r",|;|\.\s", focus)[0].strip(" .")
        names = _AND.split(match["who"].strip())
        for who in names:
            cluster = _cluster(reading, who, line.start)
            start = line.start + match.start("focus")
            yield Candidate(
                f"{head} i {cluster}",
                line.start + line.text.find(who),
                line.start + match.end("who"),
                "list",
                head,
                aliases=(short,) if who == names[-1] else (),
                facts={"focus": focus, "anchored_in": [cluster]},
                evidence=((line.start, line.end),),
                scope=(line.start, start + len(focus)),
            )


def clusters(reading: Reading) -> Iterator[tuple[str, int, int, Line]]:
    """The clusters that only a list of foci names, by their place alone ("- Øst: …"): display name, the place's words, and the line."""
    told: set[str] = set()
    for lead, below in pairwise(reading.lines):
        if not _is_focus(lead.text.strip()):
            continue
        for line in _points(reading.lines, reading.lines.index(below)):
            match = _FOCUS.match(line.text)
            for who in _AND.split(match["who"].strip()) if match else ():
                name = _cluster(reading, who, line.start)
                if reading.bodies.named(name) is None and name not in told:
                    told.add(name)
                    start = line.start + line.text.find(who)
                    yield name, start, start + len(who), line


def _cluster(reading: Reading, who: str, offset: int) -> str:
    found = reading.bodies.meant(who, offset)
    if found and found.type == "cluster":
        return found.name
    form = next((f for f in (f"{who}klyngen", f"{who} klyngen", f"{who}-klyngen", f"Sundhedsklynge {who}") if reading.bodies.named(f)), None)
    body = reading.bodies.named(form) if form else None
    return body.name if body else who if "klynge" in who.casefold() else f"{who}klyngen"
