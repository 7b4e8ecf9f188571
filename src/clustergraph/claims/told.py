"""People in running text, on strong evidence only: a title before or behind the name, a verb that people do, a word that leads to people.

A name here has two words or more. What stands around it (title, employer) is read with the grammar of list lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clustergraph.claims import entries, list_columns, names
from clustergraph.claims.entries import Entry, Words
from clustergraph.lexicon import people

if TYPE_CHECKING:
    from clustergraph.claims.participants import Row
    from clustergraph.claims.reading import Reading


@dataclass(frozen=True, slots=True)
class Told:
    """A person named in running text. ``start`` and ``end`` hold title, name and what follows; ``name`` only the name."""

    name: Words
    start: int
    end: int
    titles: tuple[Words, ...] = ()
    organisations: tuple[Words, ...] = ()
    party: str | None = None
    capacities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    begin: int  # where the title before the name begins; start where there is none
    limit: int  # the end of what can belong to the name


def find(reading: Reading, rows: Sequence[Row]) -> tuple[Told, ...]:
    """All people told of outside lists, in document order; a person told of twice is there twice."""
    taken = [row.line for row in rows if row.name]
    known = {row.name.casefold() for row in rows if row.name}
    cells = list_columns.cells_of_people(reading.lines)
    found: list[Told] = []
    for line in reading.lines:
        listed = [place for place in taken if place[0] < line.end and place[1] > line.start]
        if (line.start, line.end) in listed or _is_residue(reading, line.section):
            continue
        for start, end in reading.sentences_in(line) if "\t" in line.text else reading.sentences_from(line.start, line.end):
            if not any(first < end and last > start for first, last in listed):
                found += _in_sentence(reading, start, end, known, cells)
    return tuple(found)


def _is_residue(reading: Reading, section: int | None) -> bool:
    return section is not None and reading.document.sections[section].kind in ("residue", "contents")


def _in_sentence(reading: Reading, start: int, end: int, known: set[str], cells: Sequence[tuple[int, int]]) -> list[Told]:
    text = reading.text
    runs = list(_runs(text, start, end))
    read: list[Told] = []
    for i, (s, e) in enumerate(runs):
        floor = max(runs[i - 1][1], read[-1].end if read else 0) if i else start
        begin = _title_begin(text, floor, s)
        limit = _title_begin(text, e, runs[i + 1][0]) if i + 1 < len(runs) else end
        if told := _read(text, _Candidate(s, e, begin, limit)):
            read.append(told)
    certain = [_is_person(text, told, (start, end), known) or _opens_cell(text, told, cells) for told in read]
    _join(text, read, certain)
    return _shared(text, [told for told, sure in zip(read, certain, strict=True) if sure])


def _opens_cell(text: str, told: Told, cells: Sequence[tuple[int, int]]) -> bool:
    """Whether somebody stands at the beginning of a cell that its column gives to people, or in it behind "kontakt" or the like."""
    cell = next((c for c in cells if c[0] <= told.start < c[1]), None)
    before = text[cell[0] : told.start] if cell is not None else ""
    if cell is None or (before.strip() and people.list_heading(re.split(r"[,;(/]", before)[-1]) not in ("leads", "contacts")):
        return False
    rest = text[told.name.end : cell[1]].strip()
    return (not rest or rest[0] in ",(/") and not people.looks_like_body(told.name.text) and not people.looks_like_forum(told.name.text)


def _join(text: str, read: Sequence[Told], certain: list[bool]) -> None:
    """Who is joined by "og" to a person is one too, where the name begins with a given name."""
    for order in (range(1, len(read)), range(len(read) - 2, -1, -1)):
        for i in order:
            other = i - 1 if order.step == 1 else i + 1
            left, right = read[min(i, other)], read[max(i, other)]
            if not certain[i] and certain[other] and re.fullmatch(r"\s*(?:,|og|samt|,\s*og)\s*", text[left.end : right.start]):
                certain[i] = names.begins_with_given(read[i].name.text.split()) and not _is_place(text, read[i])


def _runs(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """Stretches that have the shape of names of two words or more."""
    at = start
    for token in names.tokens(text, start, end):
        if token.start < at or not token.text[0].isupper():
            continue
        run = names.leading(text, token.start, end)
        if run is None or run[0] != token.start:
            continue
        at = run[1]
        run = _behind_body_noun(text, start, run)
        parts = names.split_run(text, *_without_body(text, run, end))
        for s, e in parts:
            if (s, e) != parts[-1] and _is_of_body(text, start, s, e):
                continue
            if names.is_name(text[s:e]):
                yield s, e


def _behind_body_noun(text: str, start: int, run: tuple[int, int]) -> tuple[int, int]:
    """A run without its first word, where that is the rest of a body's name: "Foreningen Ungeliv Ida Holm"."""
    words = list(names.tokens(text, *run))
    before = re.search(r"([A-ZÆØÅ]\w+) $", text[start : run[0]])
    if before is None or len(words) < 3 or people.is_given_name(words[0].text) or not people.is_given_name(words[1].text):
        return run
    return (words[1].start, run[1]) if people.looks_like_body(before.group(1)) and not people.is_title_word(before.group(1)) else run


def _is_of_body(text: str, start: int, s: int, e: int) -> bool:
    """Whether name words before another name are the end of a body: "leder af Center for Socialt Udsatte Tine Horn"."""
    leads = re.search(r"\b(?:for|af|i|på|hos|ved)\s+$", text[start:s])
    return leads is not None and not names.begins_with_given([w.text for w in names.tokens(text, s, e)])


def _without_body(text: str, run: tuple[int, int], end: int) -> tuple[int, int]:
    """A run without the words that are the place in the name of the body right behind it: "Hans Thun Ulsby Kommune", "Sund Viden ApS"."""
    after = re.match(r" ([A-ZÆØÅ][\w/]+)", text[run[1] : end])
    if after is None or not people.is_kind_of_body(after.group(1)):
        return run
    words = list(names.tokens(text, *run))
    if len(words) < 3 or not names.begins_with_given([w.text for w in words]):
        return run[0], run[0]
    return run[0], words[-2].end


_WORD_BACK = re.compile(r"(\S+)\s*$")


def _title_begin(text: str, floor: int, start: int) -> int:
    """Where the title that leads to a name begins: right before it, or before its field or employer ("direktør for … i …, ")."""
    before = text[floor:start]
    heads = [m for m in re.finditer(r"[\w.'/-]+", before) if people.is_title_word(m.group()) and not m.group().endswith("-")]
    for head in reversed(heads):
        between = before[head.end() :]
        if between.strip() and not _is_complement(between):
            continue
        begin = _back_over_modifiers(before, head.start())
        return floor + _over_first_title(before, begin, heads)
    return start


def _over_first_title(before: str, begin: int, heads: Sequence[re.Match[str]]) -> int:
    """The begin of the first of two titles: "PLO-formand i Fjordby og praktiserende læge"."""
    for head in reversed([h for h in heads if h.end() < begin]):
        between = before[head.end() : begin]
        if re.fullmatch(r",\s+|\s+(?:for|af|i|ved|hos|på|fra)\s+[^.,;:()]{2,50}\s+og\s+", between) and not any(
            people.is_verb(w) for w in between.split()
        ):
            return _back_over_modifiers(before, head.start())
    return begin


def _is_complement(between: str) -> bool:
    """Whether the words between a title and a name are its field and employer, and tell nothing."""
    if names.DEGREE.fullmatch(between.lstrip(" ,")):
        return True
    match = re.fullmatch(r"\s+(?:for|af|i|ved|hos|på|fra)\s+([^.;:()]+?),?\s+|\s+([A-ZÆØÅ][^.;:(),]*?),\s+|\s*,\s*", between)
    if match is None:
        return False
    inner = match.group(1) or match.group(2) or ""
    return len(inner.split()) <= 9 and not any(people.is_verb(w) for w in inner.split()) and inner.count(",") <= 1


def _back_over_modifiers(before: str, at: int) -> int:
    """The begin of a title given where its head begins: "konstitueret lægefaglig", "social- og", "praktiserende læge og"."""
    while word := _WORD_BACK.search(before[:at]):
        bare = word.group(1).casefold()
        compound = bare.endswith("-") or (bare == "og" and (before[: word.start()].rstrip().endswith("-") or _ends_in_title(before[: word.start()])))
        joined = _ends_in_title(before[: word.end()]) and _follows_og(before, at)
        if not (compound or joined or bare in people.title_modifiers() or re.fullmatch(r"\w+faglig|\w*ansvarlig|ledende|\d\.", bare)):
            break
        at = word.start()
    return at


def _ends_in_title(words: str) -> bool:
    last = _WORD_BACK.search(words)
    return bool(last) and people.is_title_word(last.group(1)) if last else False


def _follows_og(before: str, at: int) -> bool:
    return bool(re.match(r"\s*og\b", before[at - 1 :])) if at else False


_REACH = 90  # how far before a name its organisation may begin
_PLACED = re.compile(r"(?:^|[.:\n]\s?)(?:I|Hos|Ved|Fra)\s+([A-ZÆØÅ][^,.;:]{2,60}?)\s+(?:er|deltager|deltog)\s+$")


def _read(text: str, candidate: _Candidate) -> Told | None:
    end = _attributes_end(text, candidate)
    found = [e for e in entries.read(text, candidate.begin, end) if e.name]
    entry = next((e for e in found if e.name and e.name.start <= candidate.start < e.name.end), None)
    if entry is None or entry.name is None:
        return None
    far = max(0, candidate.begin - _REACH)
    place = _PLACED.search(text[far : candidate.begin])
    if place and not entry.bodies and people.looks_like_body(place.group(1)):
        entry.bodies.append(entries.words(text, far + place.start(1), far + place.end(1)))
    return Told(entry.name, candidate.begin, end, tuple(entry.titles), tuple(_bodies(entry)), entry.party, tuple(entry.capacities))


def _bodies(entry: Entry) -> list[Words]:
    """The employers: what has the words of one, or stands with a title before the name."""
    titled = entry.titles and entry.name  # "PLO-formand i Vejby, A": the place before the name is told by the title
    return [b for b in entry.bodies if (titled and b.start < titled.start) or people.looks_like_body(b.text) or people.looks_like_forum(b.text)]


def _attributes_end(text: str, candidate: _Candidate) -> int:
    """The end of the comma parts, brackets and "fra …" behind a name that are its title or employer."""
    at = candidate.end
    while at < candidate.limit:
        part = re.match(
            r"\s*\([^()]*\)|\s*,\s*(?:(?:som|der) er )?[^,;:()]+|\s+(?:fra|hos|ved|i)\s+(?=[A-ZÆØÅ])[^,;:()]+", text[at : candidate.limit]
        )
        if not part:
            break
        relative = re.match(r"\s*,\s*(?:som|der) er ", part.group())
        skip = relative.end() if relative else 0
        stop = at + skip + _until_verb(part.group()[skip:])
        piece = text[at + skip : stop].strip(" ,.")
        if not piece or not _is_attribute(piece, text[at : at + part.end()].startswith((",", " ,"))):
            break
        cut = stop < at + part.end()
        at = at + len(text[at:stop].rstrip(" ."))
        if cut:
            break
    return at


def _until_verb(words: str) -> int:
    for word in re.finditer(r"\w[\w-]*", words):
        if people.is_verb(word.group()) or word.group() in ("der", "som", "med", "om", "til", "at", "under", "hvor", "hvem", "men"):
            return word.start()
    joint = re.search(r"\s+(?:og|samt)\s*$", words)
    return joint.start() if joint else len(words)


def _is_attribute(piece: str, comma: bool) -> bool:
    first = piece.strip("( ")
    if not first:
        return False
    if people.party(first) or people.capacity(first):
        return True
    words = first.split()
    if any(people.is_title_word(w) for w in words):
        return len(words) <= 12
    if len(words) > 9 or re.match(r"(?:og|samt|afbud)\b", first):
        return False
    return people.looks_like_body(first) or (people.looks_like_forum(first) and (not comma or first[:1].isupper()))


def _is_person(text: str, told: Told, sentence: tuple[int, int], known: set[str]) -> bool:
    """Whether the evidence for a person is strong enough."""
    given = names.begins_with_given(told.name.text.split())
    if told.name.text.casefold() in known or any(
        given or people.singular(t.text) == t.text for t in told.titles
    ):  # "Akutlægen Kører Ud" is a project
        return not _is_place(text, told)
    if re.search(r"\b(?:afbud fra|ledet af|på vegne af)\s+$", text[sentence[0] : told.start], re.IGNORECASE):
        return True
    if not given or _is_place(text, told):
        return False
    if told.organisations or told.party:
        return True
    before = text[sentence[0] : told.start].casefold().rstrip()
    after = text[told.end : sentence[1]].lstrip(" ,)")
    if after and people.is_verb(re.split(r"\W+", after)[0]):
        return True
    if any(re.search(rf"(?<!\w){re.escape(verb)}$", before) for verb in people.verbs_before_name()):
        return True
    return bool(_LEADS_TO_PERSON.search(before)) and (not after[:1].isupper() or bool(re.match(r"\S+@", after)))


_LEADS_TO_PERSON = re.compile(
    r"(?:\b(?:kære|hej|att\.?|ved|v\.|af|fra|undtagen|på nær|for|til|med|efter|hos|kontaktperson(?:er)?(?: er)?|afbud|og|samt)|v/|[:;(])\s*$"
)
_PLACES = ("hotel", "projekt", "kursuscenter", "sankt", "skt", "st")


def _is_place(text: str, told: Told) -> bool:
    """Whether the words around a name make it the name of a house, a project or an institution."""
    before = re.search(r"(\w+)\.?\s+$", text[max(0, told.name.start - 30) : told.name.start])
    after = re.match(r"\s+(\w+)", text[told.name.end : told.name.end + 40])
    if before and before.group(1).casefold() in _PLACES:
        return True
    return bool(after and after.group(1)[0].isupper() and people.looks_like_body(after.group(1)) and not told.titles)


def _shared(text: str, found: list[Told]) -> list[Told]:
    """As in "overlæge A og sygeplejerske B fra Medicinsk afdeling": the employer behind the last of joined people is that of all."""
    result = list(found)
    for i in range(len(result) - 2, -1, -1):
        left, right = result[i], result[i + 1]
        between = text[left.end : right.start]
        if re.fullmatch(r"\s*(?:og|samt|,)\s*", between) and not left.organisations and right.organisations:
            tail = text[right.name.end : right.end]
            if re.match(r"\s+(?:fra|hos|ved|i)\b", tail) or (re.search(r"og|samt", between) and left.titles):
                result[i] = replace(left, organisations=right.organisations)
    return result
