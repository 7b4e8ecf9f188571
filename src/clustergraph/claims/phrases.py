"""The phrases of one list line: which words are a name, a title, an organisation, a capacity, a party, a mark or nobody.

A line is cut at commas, semicolons, tabs, bars, dashes and brackets; each stretch between is then read by its own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from clustergraph import lexicon
from clustergraph.claims import names, title_phrases
from clustergraph.claims.title_phrases import trim
from clustergraph.lexicon import people

PieceKind = Literal[
    "name", "call", "title", "body", "capacity", "party", "mark", "vacant", "note", "membership", "statement", "instead", "initials", "unknown",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """One phrase with its kind. ``value`` is the key of a capacity or mark, the capacity of a membership, or a name as it is spoken."""

    kind: PieceKind
    start: int
    end: int
    value: str | None = None
    bracket: bool = False  # stood in brackets
    leads: bool = False  # a title, organisation or capacity before the name it belongs to
    joined: bool = False  # a name joined to the one before by "og" or a stroke


_BRACKET = re.compile(r"\(([^()]*)\)?|\[([^\[\]]*)\]?")
_CUT = re.compile(
    r"\s*[,;|·\t]+\s*|\s+[-–—]+\s*(?!(?:og|eller|samt|til)\b)|(?<=[\w)])[-–—]\s+(?!(?:og|eller|samt|til)\b)|\s*:\s+|\s{3,}"
    r"|\s*\.{3,}\s*|(?<=\d)\s+(?=[A-ZÆØÅ][a-zæøå]+ [A-ZÆØÅ])|(?<=\w{4})\.\s+(?=[A-ZÆØÅ])|(?<=\s\d\d)\.\s+(?=[A-ZÆØÅ])|\s+/\s+"
)
_NOISE = re.compile(
    r"[\W\d_]*|ph\.?\s?d\.?|dr\.\s?\w+\.?|cand\.[\w.]+|MD|MPH|MPA|MBA|.*@.*|https?:.*|(?:tlf|telefon|mobil|lokalnr)\b.*|[\d\s+.]{6,}|<[^>]*>",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+(?:og|samt|&|/)\s+|(?<=\w)/(?=[A-ZÆØÅ])|\s+/|/\s+")
# Small words with which a stretch begins and that say nothing.
_OPENING = re.compile(
    r"(?:og|samt|(?:[Ee]n|[Ee]t|1)(?=\s+(?:repræsentant|medlem)\s)|(?:som|der) er|kontakt(?:person)?(?: er)?|begge"
    r"|alle(?=\s+(?:fra|ved)\s))\s+"
)
_NUMBERS = re.compile(r"(?:\d{1,3}[a-z]?|og|samt|til|-|\s|\.)+")


def read(text: str, start: int, end: int) -> list[Piece]:
    """The pieces of a stretch of one line, in order."""
    for first, last, name in names.inverted(text, start, end):
        return [*read(text, start, first), Piece("name", first, last, name), *read(text, last, end)]
    pieces: list[Piece] = []
    at = start
    for bracket in _BRACKET.finditer(text, start, end):
        pieces += _open(text, at, bracket.start())
        group = 1 if bracket.group(1) is not None else 2
        pieces += _bracketed(text, bracket.start(group), bracket.end(group))
        at = bracket.end()
    pieces += _open(text, at, end)
    return pieces


def _stretches(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts between the cuts, with those put together again that are one title or one unit."""
    found: list[tuple[int, int]] = []
    at = start
    for cut in _CUT.finditer(text, start, end):
        if _is_no_cut(text, at, cut, end):
            continue
        found.append((at, cut.start()))
        at = cut.end()
    found.append((at, end))
    found = [trimmed for s, e in found if (trimmed := trim(text, s, e))[0] < trimmed[1]]
    whole: list[tuple[int, int]] = []
    i = 0
    while i < len(found):
        last = _goes_on(text, found, i)
        whole.append((found[i][0], found[last][1]))
        i = last + 1
    return whole


def _is_no_cut(text: str, at: int, cut: re.Match[str], end: int) -> bool:
    """Whether a full stop belongs to an abbreviation, or a stroke stands between two people or two titles (they share what follows)."""
    mark = cut.group().strip()
    if mark == ".":
        before = re.search(r"[\w.]+$", text[at : cut.start()])
        return before is not None and lexicon.is_abbreviation(before.group().casefold())
    if mark != "/":
        return False
    following = _CUT.search(text, cut.end(), end)
    right = trim(text, cut.end(), following.start() if following else end)
    return _plain(text[slice(*right)]) is None and _can_stand_alone(text, *right)


def _goes_on(text: str, parts: list[tuple[int, int]], i: int) -> int:
    """The index of the last part that is one phrase with part ``i``: commas inside titles, units and lists of numbers."""
    first = text[slice(*parts[i])]
    if people.starts_with(first, (p for p, _ in people.statement_phrases("not_items", "until_item", "from_item"))):
        last = i
        while last + 1 < len(parts) and _NUMBERS.fullmatch(text[slice(*parts[last + 1])]):
            last += 1
        return last
    for last in range(i + 1, min(i + 5, len(parts))):
        words = text[slice(*parts[last])]
        if first.endswith("-") and re.search(r"\b(?:og|samt|eller)\b", words):
            return last
        if _is_enumeration_end(words) and _is_field(first):
            return last
        if not (words.endswith("-") or _is_common_word(words)):
            break
    return i


def _is_common_word(words: str) -> bool:
    if not re.fullmatch(r"\w[\w-]*", words) or people.is_title_word(words) or people.capacity(words) or people.mark(words):
        return False
    return people.is_no_name(words)


def _is_enumeration_end(words: str) -> bool:
    """Whether a part reads "Kultur og Omsorg": the end of an enumeration of fields, not two people or two titles."""
    match = re.fullmatch(r"(\w[\w-]*) (?:og|samt) (\w[\w-]*(?: \w+)?)", words)
    return match is not None and not any(_is_given_or_office(match[i]) for i in (1, 2))


def _is_given_or_office(words: str) -> bool:
    return people.is_given_name(words.split()[0]) or people.is_title_word(words.split()[-1]) or people.capacity(words) is not None


def _is_field(words: str) -> bool:
    return bool(re.search(r"\b(?:for|i|af|til|ved|om)\s+\w[\w-]*$", words)) or people.is_title_word(words.split()[0])


def _bracketed(text: str, start: int, end: int) -> Iterator[Piece]:
    for s, e in _stretches(text, start, end):
        words = text[s:e]
        place = names.leading(text, s, e)
        if place and place[1] < e and people.starts_with(text[place[1] : e], ("deltog", "deltager", "mødte", "i stedet")):
            yield Piece("instead", place[0], place[1], bracket=True)
        elif place and place[0] == s and names.is_name(text[slice(*place)]) and any(people.is_verb(w) for w in text[place[1] : e].split()):
            yield Piece("note", s, e, bracket=True)  # "(A orienterer ham)": tells of somebody, who is not in the list by that
        elif deputy := _named_deputy(text, s, end):
            yield Piece("instead", *deputy, bracket=True)
            return
        elif re.fullmatch(r"[A-ZÆØÅ]{2,5}", words) and not people.party(words) and not people.is_vacant(words):
            yield Piece("initials", s, e, bracket=True)
        else:
            for piece in _stretch(text, s, e):
                kind: PieceKind = "note" if piece.kind in ("unknown", "call") else piece.kind
                yield Piece(kind, piece.start, piece.end, piece.value, True, False, piece.joined)


def _named_deputy(text: str, start: int, end: int) -> tuple[int, int] | None:
    """As in "(stedfortræder: Birgit Løg)": the name behind the word for a deputy."""
    phrase = people.starts_with(text[start:end], people.instead_phrases())
    after = re.match(r"[\s:]*", text[start + len(phrase) : end]) if phrase else None
    at = start + len(phrase or "") + (after.end() if after else 0)
    place = names.leading(text, at, end) if phrase else None
    return place if place and place[0] == at and names.is_name(text[slice(*place)]) else None


def _open(text: str, start: int, end: int) -> list[Piece]:
    return [piece for s, e in _stretches(text, start, end) for piece in _stretch(text, s, e)]


def _stretch(text: str, start: int, end: int) -> list[Piece]:
    start, end = trim(text, start, end)
    opening = _OPENING.match(text[start:end])
    start += opening.end() if opening else 0
    origin = re.match(r"(?:fra|for)\s+", text[start:end], re.IGNORECASE)
    if (
        origin
        and not _sits_in(text, start, end)
        and people.looks_like_body(text[start + origin.end() : end])
        and names.given_suffix(text, start, end) is None
    ):
        start += origin.end()
    while degree := names.DEGREE.match(text, start, end):
        start = degree.end()
    words = text[start:end]
    if not words or _NOISE.fullmatch(words):
        return []
    said = _said(text, start, end)
    if said:
        return [said]
    led = _body_by_name(text, start, end) or _came_instead(text, start, end)
    if led:
        return led
    membership = _membership(text, start, end)
    if membership:
        return membership
    halves = _halves(text, start, end)
    if halves:
        return halves
    before = _capacity_before_name(text, start, end)
    if before:
        return before
    head = title_phrases.title_head(text, start, end)
    if head is not None:
        body = title_phrases.body_before_title(text, start, *head)
        if body is not None:
            return [*_without_title(text, start, body[0]), *_stretch(text, body[1], end)]
        return _around_title(text, start, end, *head)
    return _without_title(text, start, end)


_BY = re.compile(r"\s+(?:v\s?/|v\.|ved)\s*(?=\S)")


def _body_by_name(text: str, start: int, end: int) -> list[Piece] | None:
    """As in "Regionshospitalet v/ kvalitetschef A": the body, then who speaks for it."""
    by = _BY.search(text, start, end)
    if by is None or not people.looks_like_body(text[start : by.start()]) or names.given_suffix(text, by.end(), end) is None:
        return None
    return [Piece("body", start, by.start()), *_stretch(text, by.end(), end)]


def _came_instead(text: str, start: int, end: int) -> list[Piece] | None:
    """As in "Fra Vejby Kommune mødte i stedet A": the body and its deputy."""
    for phrase in lexicon.table("attendance")["statements"]["came_instead"]:
        at = text.find(f" {phrase} ", start, end)
        stop = at + len(phrase) + 2
        if at >= 0 and people.looks_like_body(text[start:at]) and names.given_suffix(text, stop, end) is not None:
            origin = re.match(r"(?:fra|for)\s+", text[start:at], re.IGNORECASE)
            begin = start + (origin.end() if origin else 0)
            return [Piece("body", begin, at, leads=True), Piece("capacity", at + 1, stop - 1, "deputy", leads=True), *_stretch(text, stop, end)]
    return None


def _said(text: str, start: int, end: int) -> Piece | None:
    """A stretch that is one phrase as a whole: who came instead, for whom somebody sits, a mark, a capacity, a party."""
    words = text[start:end]
    if (deputy := _named_deputy(text, start, end)) and " " in text[start : deputy[0]].strip(" :"):  # "i stedet mødte B"
        return Piece("instead", *deputy)
    if people.vacancies(words) and not people.is_vacant(words):
        return Piece("note", start, end)
    if _sits_in(text, start, end):
        return Piece("statement", start, end)
    if re.fullmatch(r"[A-ZÆØÅ]\w+-?repræsentant(?:en)?", words):
        return Piece("capacity", start, end, "representative")
    plain = _plain(words)
    return Piece(plain[0], start, end, plain[1]) if plain else None


def _sits_in(text: str, start: int, end: int) -> bool:
    """As in "(for sygeplejerske A B)", "for LKE": a full name behind "for", over a title, or initials."""
    match = re.match(r"for\s+", text[start:end])
    if match is None:
        return False
    letters = text[start + match.end() : end]
    if re.fullmatch(r"[A-ZÆØÅ]{2,4}", letters) and not people.is_known_body(letters):
        return True
    name = names.given_suffix(text, start + match.end(), end)
    return (
        name is not None
        and name[1] == end
        and (name[0] == start + match.end() or title_phrases.title_head(text, start + match.end(), name[0]) is not None)
    )


def _plain(words: str) -> tuple[PieceKind, str | None] | None:
    """A stretch that is one known phrase as a whole."""
    if people.is_vacant(words):
        return "vacant", None
    if people.starts_with(
        words, (p for p, _ in people.statement_phrases("not_items", "until_item", "from_item", "behalf", "deputises") if p != "for")
    ):
        return "statement", None
    if found := people.mark(words):
        return "mark", found
    if found := people.capacity(re.sub(r"^(?:sidstnævnte|heraf)\s+(?:som\s+)?", "", words)):
        return "capacity", found
    if people.party(words):
        return "party", words
    return None


def _membership(text: str, start: int, end: int) -> list[Piece] | None:
    """As in "formand for Følgegruppen …": a capacity in another forum; of a body that is none it is an office."""
    for phrase, key in people.capacity_phrases():
        if people.starts_with(text[start:end], (phrase,)):
            at = trim(text, start + len(phrase), end)
            if at[0] >= at[1]:
                return None
            after = text[slice(*at)]
            name = names.given_suffix(text, *at)
            if name and name[0] > at[0]:
                at, tail = trim(text, at[0], name[0]), [Piece("name", *name)]
            else:
                tail = []
            forum = people.looks_like_forum(after)
            if key in ("representative", "sent"):
                lead = [Piece("capacity", start, at[0], key)] if key == "representative" else []
                return [*lead, Piece("body", *at), *tail]
            if forum:
                return [Piece("membership", *at, key, leads=bool(tail)), *tail]
            office = start + len(phrase.split()[0])  # "formand for PLO …": chair is the office, the association the employer
            return [Piece("title", start, office, leads=bool(tail)), Piece("body", *at, leads=bool(tail)), *tail]
    return None


def _capacity_before_name(text: str, start: int, end: int) -> list[Piece] | None:
    """As in "Formand Grete Bæk": a capacity that leads to a name."""
    sent = re.match(r"([A-ZÆØÅ]{2,6}|\w+foreningen)-?(?:repræsentant|medlem)\s+", text[start:end])
    if sent and names.is_name(text[start + sent.end() : end].split(",")[0], given=True):  # "PLO-repræsentant A"
        lead = [Piece("body", start, start + sent.end(1), leads=True)]
        if "repræsentant" in sent.group():
            lead.insert(0, Piece("capacity", start, start + sent.end(), "representative", leads=True))
        return [*lead, *_stretch(text, start + sent.end(), end)]
    for match in re.finditer(r"\s+", text[start:end]):
        at = start + match.end()
        capacity = people.capacity(text[start : start + match.start()])
        run = names.leading(text, at, end)
        if capacity and not people.is_title_word(text[start : start + match.start()]) and run and run[0] == at and names.is_name(text[slice(*run)]):
            return [Piece("capacity", start, start + match.start(), capacity, leads=True), *_stretch(text, at, end)]
    return None


def _halves(text: str, start: int, end: int) -> list[Piece] | None:
    """Both sides of an "og" or a stroke, where it joins two people, two titles or two bodies and not two fields of one."""
    for joint in _AND.finditer(text, start, end):
        left, right = (start, joint.start()), (joint.end(), end)
        if text[: joint.start()].endswith("-"):
            continue
        if (_can_stand_alone(text, *left) and _can_stand_alone(text, *right)) or _name_after_body(text, left, right):
            second = _stretch(text, *right)
            lead = [Piece(p.kind, p.start, p.end, p.value, p.bracket, p.leads, p.kind in ("name", "call") or p.joined) for p in second]
            return [*_stretch(text, *left), *lead]
    return None


def _name_after_body(text: str, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """As in "… Kommune og Rikke Bech", "… Kommune Gry Lind og Tim Ask": an enumeration of people and their bodies goes on."""
    run = names.leading(text, *trim(text, *right))
    if run is None or not names.is_name(text[slice(*run)], given=True):
        return False
    words = text[slice(*left)]
    return people.looks_like_body(words) or names.given_suffix(text, *left) is not None


def _can_stand_alone(text: str, start: int, end: int) -> bool:
    start, end = trim(text, start, end)
    words = text[start:end]
    if not words:
        return False
    if _plain(words) or people.starts_with(words, (p for p, _ in people.capacity_phrases())):
        return True
    if title_phrases.title_head(text, start, end) is not None:
        return True
    place = names.leading(text, start, end)
    if place is None or place[0] != start:
        return False
    first = text[slice(*place)]
    return names.is_name(first) or (people.is_given_name(first) and (place[1] == end or _leads_to_employer(text, place[1], end)))


def _leads_to_employer(text: str, start: int, end: int) -> bool:
    """Whether words go on with an employer: " fra Vejby Kommune"."""
    employer = people.starts_with(text[start:end], people.employer_words())
    return employer is not None and people.looks_like_body(text[start:end].lstrip()[len(employer) :])


def _around_title(text: str, start: int, end: int, begin: int, head: int) -> list[Piece]:
    """A stretch with a title in it: [name] title [field] [employer] [name]."""
    pieces = []
    if begin > start:
        pieces += [Piece("name", s, e) for s, e in names.split_run(text, *trim(text, start, begin))]
    title_end, employer = title_phrases.title_end(text, head, end)
    name, body = title_phrases.after_title(text, employer, end, bool(pieces))
    leads = name is not None
    pieces.append(Piece("title", *trim(text, begin, title_end), leads=leads))
    led = re.match(r"\s+af\s+", text[head:title_end])
    if led and people.looks_like_body(text[head + led.end() : title_end]):
        pieces.append(Piece("body", *trim(text, head + led.end(), title_end), leads=leads))
    if body:
        pieces += [Piece("body", *body, leads=leads)]
    if name:
        pieces += [Piece("name", s, e) for s, e in names.split_run(text, *name)]
        pieces += _open(text, name[1], end)
    return pieces


_OCCUPATION = re.compile(r"[a-zæøå][\w-]{4,}(?: [a-zæøå][\w-]*){0,2} (?=[A-ZÆØÅ])")


def _unknown_title(text: str, start: int, end: int) -> list[Piece] | None:
    """As in "lokalbetjent Karsten Juhl": what somebody is, in words that no list knows, and the name."""
    before = _OCCUPATION.match(text, start, end)
    name = names.given_suffix(text, start, end) if before else None
    if before is None or name is None or name[0] != before.end() or any(_says_more(word) for word in before.group().split()):
        return None
    return [Piece("title", start, before.end() - 1, leads=True), *(Piece("name", s, e) for s, e in names.split_run(text, *name))]


def _says_more(word: str) -> bool:
    return people.is_verb(word) or word in people.function_words() or people.capacity(word) is not None or people.mark(word) is not None


def _without_title(text: str, start: int, end: int) -> list[Piece]:
    words = text[start:end]
    if told := _unknown_title(text, start, end):
        return told
    run = names.leading(text, start, end)
    if run and run[0] == start:
        if title_phrases.is_place_of_body(text, run, end):
            return [Piece("body", start, end)]
        run = title_phrases.back_from_body(text, run, end)
        solid = [t.text for t in names.tokens(text, *run)]
        certain = names.begins_with_given(solid) or not people.looks_like_body(text[slice(*run)])
        if len(solid) >= 2 and certain and (run[1] == end or names.begins_with_given(solid) or text[run[1] : end].strip()[:1].islower()):
            found = [Piece("name", s, e) for s, e in names.split_run(text, *run)]
            return found + _open(text, run[1], end)
        if len(solid) == 1 and people.is_given_name(solid[0]):
            if run[1] == end:
                return [Piece("call", start, end)]
            if _leads_to_employer(text, run[1], end):  # "Per fra Vejby Kommune"
                return [Piece("call", *run), *_stretch(text, run[1], end)]
    employer = people.starts_with(words, people.employer_words())
    if employer and words[len(employer) :].strip()[:1].isupper():
        return _stretch(text, start + len(employer), end)
    if people.looks_like_body(words) or people.looks_like_forum(words):
        tail = names.given_suffix(text, start, end)
        if tail and tail[0] > start and not people.looks_like_body(text[slice(*tail)]):
            return [Piece("body", *trim(text, start, tail[0])), *(Piece("name", s, e) for s, e in names.split_run(text, *tail))]
        return [Piece("body", start, end)]
    return [Piece("unknown", start, end)]
