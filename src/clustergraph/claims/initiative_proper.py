"""Proper names of initiatives in running text, by what a sentence does with them: a thing that is called by its kind ("forsøget TeleSår"), defined
("X er et toårigt forsøg"), given money ("650.000 kr. til X"), changed ("at X videreføres"), or taken up again ("X. Projektet begyndte …").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import cache

from clustergraph.claims import amounts, dates, places
from clustergraph.claims.candidates import Candidate
from clustergraph.claims.reading import Line, Reading
from clustergraph.lexicon import initiatives as lexicon

_WORD = r"[A-ZÆØÅÁÄÉÍÓÖÚÜ](?:[\wæøåÆØÅ&+/-]|\.(?=\w))*"
_SMALL = r"(?:og|i|på|for|af|om|med|mod|til|uden|under|ved|fra|mellem|efter|som|der|the|of)"
NAME = rf"(?:{_WORD}|\d+)(?:\s+(?:{_SMALL}\s+){{0,2}}(?:{_WORD}|\d+(?:\.\d+)?(?!\.?\d*\s*(?:kr|mio|t\.))(?![\w/]))){{0,6}}"
_MARKED = re.compile(r"[a-zæøå][A-ZÆØÅ]|[A-ZÆØÅ]{3}|[A-Za-zæøåÆØÅ]\d|\w-[A-ZÆØÅ]")
_ASKED = r"[A-ZÆØÅ][\wæøå]+(?:\s+[\wæøåÆØÅ]+){1,8}\?(?:\s+(?:19|20)\d\d(?=\W|$)|(?=\s+[a-zæøå(]|[,;.]))"  # a question for a name, amid its sentence
_PLACED = re.compile(r"[\wæøåÆØÅ-]+(?:et|en|ne)\s+i\s")  # "Sundhedshuset i Mølby": a place
_Rule = Callable[[str], Iterator[tuple[str, int, str | None, bool]]]  # name, where it begins, head, whether it may be any capitalized word


def find(reading: Reading) -> Iterator[Candidate]:
    """The candidates of all lines of running text, in document order; never a person or a body of the document."""
    titles = {places.title_of(reading, item) for item in places.top_items(reading)}
    for line in _told_lines(reading):
        part = reading.part_at(line.start)
        if "\t" in line.text or (part is not None and part.section.kind in ("residue", "contents", "attendees")):
            continue
        if part is not None and part.section.kind == "item" and line.start < part.content:
            continue
        yield from _agreements(line)
        for rule in (_run_on, _kinds, _defined, _given, _changed, _experienced, _supported, _appositions, _labels):
            for name, start, head, single in rule(line.text):
                yield from candidates_of(reading, name, line.start + start, head, single or (rule is _defined and _is_in(name, titles)))
        yield from _taken_up(reading, line)


def _is_in(name: str, titles: Collection[str]) -> bool:
    """Whether a title names a thing: "Fremtiden for Springbrættet"."""
    return any(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", title) for title in titles)


def _told_lines(reading: Reading) -> Iterator[Line]:
    """The lines of a document, and the cells of rows that are points of the agenda."""
    rows = {item.start for item in places.top_items(reading)}
    for line in places.body_lines(reading):
        if "\t" in line.text and reading.text.rfind("\n", 0, line.start) + 1 in rows:
            for cell in re.finditer(r"[^\t]*\w[^\t]*", line.text):
                yield Line(cell.group(), line.start + cell.start(), line.start + cell.end(), line.section)
        else:
            yield line


def is_telling(name: str) -> bool:
    """Whether a name by its form is one and no plain word: two capitalized words or more, or a capital, digit or hyphen inside."""
    return bool(_MARKED.search(name)) or len(re.findall(r"(?<![\wæøå-])[A-ZÆØÅÁÄÉÍÓÖÚÜ]", name)) >= 2


def _agreements(line: Line) -> Iterator[Candidate]:
    """Standing agreements that state their period: "Sundhedsaftalen 2019-2023"."""
    for match in re.finditer(
        rf"(?<!\w)(?:{lexicon.any_of('periodic')})\s+(?P<period>(?:19|20)\d\d\s?[-–/]\s?(?:20)?\d\d)(?!\d)", line.text, re.IGNORECASE
    ):
        when = next(iter(dates.find(match["period"])), None)
        if when is not None and when.value and "/" in when.value:
            facts = {"start": dates.start_of(when.value), "end": dates.end_of(when.value)}
            at = (line.start + match.start(), line.start + match.end())
            yield Candidate(match.group(), *at, "text", None, facts=facts, evidence=(at,))


def candidates_of(reading: Reading, name: str, start: int, head: str | None, single: bool) -> Iterator[Candidate]:
    """The candidate of a name at a place, unless it is no name, or that of a person or body; ``single``: it may be one plain word."""
    kind = re.match(rf"{_first_either(_definite())}\s+(?=[A-ZÆØÅ])", name)
    if kind:  # "Forsøget TeleSår": another rule has it
        return
    bare = _bare(name)
    if not bare or (not single and not is_telling(bare)) or lexicon.pattern("not_names").match(bare) or is_body(bare):
        return
    start += name.index(bare)
    if not is_taken(reading, bare, start):
        yield Candidate(bare, start, start + len(bare), "text", head)


def is_taken(reading: Reading, name: str, start: int) -> bool:
    """Whether the name at a place is that of a person or body."""
    end = start + len(name)
    person = any(s < end and start < e for s, e, _ in reading.people.within(start, end))
    return person or any(s <= start and end <= e for s, e, _ in reading.bodies.at(start, end))


def is_body(name: str) -> bool:
    """Whether a name ends, or begins, as those of bodies do ("Lunde Kommune", "Region Øst")."""
    words = name.casefold().split()
    nouns = (*lexicon.words("lists.applicants"), *lexicon.words("lists.body_nouns"))
    return any(word.removesuffix("s") in nouns or word.endswith(lexicon.words("lists.body_ends")) for word in (words[0], words[-1]))


def _bare(name: str) -> str:
    """A name without the body or place where it is done at its end ("TeleSår i Bælt Kommune")."""
    text = re.sub(rf"\s+{_SMALL}\s+(?:[\wæøåÆØÅ-]+\s+)*?(?:(?:Region|Kommune|Sygehus\w*|Hospital\w*)(?:\s+[\wæøåÆØÅ-]+)*)$", "", name)
    text = re.sub(rf"\s+(?:i|til|for|fra)\s+(?:{_SMALL}\s+)?(?:19|20)\d\d$", "", text)
    text = re.sub(r"^[A-ZÆØÅ][a-zæøå]+(?:en|et)\s+(?:af|med)\s+(?=[A-ZÆØÅ])", "", text)  # "Pilotdriften af Sårnet"
    text = re.sub(rf"(?<=\w)\s+(?=[A-ZÆØÅ][\wæøå]+$){_first_either(_definite())}$", "", text)  # "Husk Hatten Sommerkampagnen"
    return text.strip(" ,.;:")


# --- the rules of a sentence ---------------------------------------------------------------------------------------------------


@cache
def _heads() -> str:
    return "|".join((lexicon.head_forms("heads"), lexicon.head_forms("heading_heads"), lexicon.head_forms("naming_heads")))


@cache
def _definite() -> str:
    """Heads with their article at the end: "forsøget", "uddannelsen", "samarbejdsprojektet"."""
    words = {*lexicon.words("heads"), *lexicon.words("heading_heads"), *lexicon.words("naming_heads")}
    forms = sorted((with_article(w) for w in words), key=lambda w: (-len(w), w))
    return rf"[\wæøå-]*(?:{'|'.join(forms)})"


@cache
def _tried() -> str:
    """Heads that one speaks of with what is tried: "forsøget med X"."""
    return _first_either("|".join(rf"[\wæøå]*{with_article(word)}" for word in lexicon.words("tried_heads")))


@cache
def _compounded() -> str:
    """Ends of a compound with a name of several words: "Hånd i Hånd-aftalen"."""
    words = {*lexicon.words("heads"), *lexicon.words("heading_heads"), *lexicon.words("naming_heads")}
    return "|".join(sorted((with_article(word) for word in words), key=lambda w: (-len(w), w)))


def with_article(word: str) -> str:
    """A regular expression for a head with its article at the end: "forsøg" → "forsøget"."""
    stem = re.escape(word)
    return f"{stem}n" if word.endswith("e") else f"{stem}{re.escape(word[-1])}?(?:en|et)"


def _kinds(text: str) -> Iterator[tuple[str, int, str | None, bool]]:
    """Forsøget TeleSår, uddannelsen Frontlinje24, indsatserne A Way Out og Ro på Natten."""
    for match in re.finditer(rf"(?<!\w)(?P<head>{_first_either(_definite())})\s+[*_]{{0,2}}(?!{_ASKED})(?P<name>{NAME})", text):
        weak = re.search(rf"(?:{'|'.join(with_article(w) for w in lexicon.words('naming_heads'))})$", match["head"], re.IGNORECASE)
        yield match["name"], match.start("name"), lexicon.base_form(match["head"]), not weak
    for match in re.finditer(rf"(?<!\w)(?P<head>[a-zæøå]{{7,}}e[nt])\s+(?P<name>{_WORD})", text):  # the kind misspelled: one letter for two
        if _MARKED.search(match["name"]) and _single(match["head"]) in _single_forms():
            yield match["name"], match.start("name"), None, False
    adjective = r"[Dd]e[nt]\s+(?:[\wæøå]{3,}\s+){1,2}?"
    for match in re.finditer(rf"(?<!\w){adjective}(?P<head>[\wæøå]*(?:{_heads()}))\s+(?P<name>{_ASKED})", text):
        yield match["name"], match.start("name"), lexicon.base_form(match["head"]), True
    for match in re.finditer(rf"(?<!\w){adjective}(?P<head>[\wæøå]*(?:{_heads()}))\s+(?!{_ASKED})(?=[A-ZÆØÅ])(?P<name>{NAME})", text):
        yield match["name"], match.start("name"), lexicon.base_form(match["head"]), True
    for match in re.finditer(rf"(?<!\w)(?P<head>{_first_either(_definite())})\s+(?P<name>{_ASKED})", text):
        yield match["name"], match.start("name"), lexicon.base_form(match["head"]), True
    for match in re.finditer(rf"(?<!\w)(?P<head>{_tried()})\s+(?:med|af)\s+(?P<name>{NAME})", text):
        yield match["name"], match.start("name"), lexicon.base_form(match["head"]), False
    for match in re.finditer(
        rf"(?<![\w-])(?P<name>{_WORD}\s+(?:{_SMALL}\s+){{0,2}}(?:{_WORD}\s+)*?[A-ZÆØÅ][\wæøå]*-(?P<head>{_compounded()}))(?!\w)", text
    ):
        yield match["name"], match.start("name"), lexicon.base_form(match["head"]), False
    row = rf"(?P<names>{NAME}(?:,\s+{NAME})*\s+(?:og|samt)\s+{NAME})"
    led = rf"(?:{lexicon.any_of('lists.nouns')})(?!\w)[^.:;,]{{0,60}}:"  # "Tre initiativer fortsætter: A, B og C"
    many = rf"(?<!\w)(?:(?:{lexicon.any_of('lists.many')})|{led})\s+{row}"
    for match in re.finditer(many, text):
        for one in re.finditer(r"(?:^|,\s+|\s(?:og|samt)\s+)(?P<name>(?:(?!,|\sog\s|\ssamt\s).)+)", match["names"]):
            yield one["name"], match.start("names") + one.start("name"), "projekt", True


def _run_on(text: str) -> Iterator[tuple[str, int, str | None, bool]]:
    """A heading that lost its line break: "Tidlig Samtale | Projektet, der …", "Husk Hatten | Sommerkampagnen begynder …"."""
    kind = rf"(?=[A-ZÆØÅ])(?i:[\wæøå]*(?:{'|'.join(with_article(w) for w in (*lexicon.words('heads'), *lexicon.words('heading_heads')))}))"
    name = rf"(?P<name>{_WORD}\+?(?:\s+(?:{_SMALL}\s+)?(?:{_WORD}|\d+\+?)){{0,3}}?)"
    for match in re.finditer(rf"(?<![\w-]){name}\s+(?P<kind>{kind})(?=,?\s+[a-zæøå])", text):
        if not re.fullmatch(kind, match["name"]):
            yield match["name"], match.start("name"), lexicon.base_form(match["kind"].casefold()), True


def _single(word: str) -> str:
    """A word with every doubled letter written once."""
    return re.sub(r"(.)\1", r"\1", word.casefold())


@cache
def _single_forms() -> frozenset[str]:
    words = (*lexicon.words("heads"), *lexicon.words("heading_heads"), *lexicon.words("naming_heads"))
    return frozenset(
        _single(f"{word}{end}") for word in words for end in (("n",) if word.endswith("e") else ("en", "et", f"{word[-1]}en", f"{word[-1]}et"))
    )


def _first_either(pattern: str) -> str:
    return rf"(?i:{pattern})"


def _defined(text: str) -> Iterator[tuple[str, int, str | None, bool]]:
    """X er et toårigt forsøg …; X, der er et samarbejde mellem …"""
    kind = rf"(?:[Ee]t|[Ee]n)\s+(?:[\wæøå-]+,?\s+){{0,3}}?(?P<head>[\wæøå-]*(?:{_heads()}))(?!\w)"
    for match in re.finditer(rf"(?:^|(?<=[.:!?]\s))\W*(?P<name>{NAME})(?:,\s+(?:der|som))?\s+(?:er|var|bliver)\s+(?:fortsat\s+|nu\s+)?{kind}", text):
        yield match["name"], match.start("name"), lexicon.base_form(match["head"]), False
    for match in re.finditer(rf"(?<![\w-])(?P<name>{NAME}),\s+(?:der|som)\s+(?:er|var)\s+(?:fortsat\s+|nu\s+)?{kind}", text):
        yield match["name"], match.start("name"), lexicon.base_form(match["head"]), True
    for match in re.finditer(rf"(?<!\w)(?:{lexicon.any_of('naming')})\s+(?P<name>{NAME}(?:(?:\s[a-zæøå]+){{1,3}}\s\d{{1,2}}(?!\S*\d))?)", text):
        yield match["name"], match.start("name"), None, False
    passive = rf"(?:{lexicon.any_of('sentences.own_passive')})"
    for match in re.finditer(rf"(?<![\w-])(?P<name>{NAME}),\s+(?:et|en)\s+(?:[\wæøå-]+,?\s+){{0,2}}?(?P<head>[\wæøå-]*(?:{_heads()}))(?!\w)", text):
        yield match["name"], match.start("name"), lexicon.base_form(match["head"]), False
    own = r"(?:(?:[A-ZÆØÅ][\wæøåÆØÅ-]*|region\w*|kommune\w*)\s+){1,4}"
    for match in re.finditer(rf"(?<![\w-])(?P<name>{NAME}),\s+(?:der|som)\s+(?:{own}(?:{lexicon.any_of('sentences.own')})|{passive})(?!\w)", text):
        yield match["name"], match.start("name"), None, False
    for match in re.finditer(rf"(?<![\w-])(?P<name>{NAME}),\s+(?:der|som)\s+er\s+{own}(?:eget|egen|nye?)\s+(?P<head>[\wæøå-]*(?:{_heads()}))", text):
        yield match["name"], match.start("name"), lexicon.base_form(match["head"]), True


def _given(text: str) -> Iterator[tuple[str, int, str | None, bool]]:
    """650.000 kr. til X: a sum and a name of two capitalized words or a marked one."""
    given = lexicon.any_of("sentences.given")
    for one in amounts.find(text):
        match = re.match(
            rf"\s*(?:over\s+\w+\s+år\s+)?(?:(?:{given})\s+)?(?:til|for)\s+[*_\"»“”']{{0,2}}(?P<name>{NAME})(?=\s*[\"«”“'*_]{{0,2}}\s*(?:[,.;:(]|$|(?:i|for)\s+(?:19|20)\d\d|(?:{given})(?!\w)))",
            text[one.end :],
        )
        if match and not _PLACED.match(match["name"]):
            yield match["name"], one.end + match.start("name"), None, False


def _changed(text: str) -> Iterator[tuple[str, int, str | None, bool]]:
    """… at X videreføres: what is done with projects and hardly with anything else."""
    verbs = rf"{lexicon.any_of('sentences.changes')}|{lexicon.any_of('sentences.runs')}"
    for match in re.finditer(rf"(?:(?<=\bat\s)|^\W*|(?<=[.:!?]\s))(?P<name>{NAME})(?:\s+\([^()]*\))?\s+(?:{verbs})(?!\w)", text):
        yield match["name"], match.start("name"), None, False
    who = r"(?:,\s+(?:der|som))"
    for match in re.finditer(rf"(?<![\w-])(?P<name>{NAME}){who}\s+(?:{lexicon.any_of('sentences.runs')})(?!\w)", text):
        yield match["name"], match.start("name"), None, False
    started = lexicon.any_of("sentences.started")
    for match in re.finditer(rf"(?<=[a-zæøå0-9]\s)(?:{started})\s+(?P<name>{NAME})(?P<drift>\s+til\s+drift)?", text):
        yield match["name"], match.start("name"), None, match["drift"] is not None
    working = rf"(?i:arbejdet\s+med|afprøvningen\s+af|pilotdriften\s+af|udrulningen\s+af|indsatsen\s+med)\s+(?P<name>{NAME})\s+(?:{verbs}|fortsætter)"
    for match in re.finditer(rf"(?<!\w){working}(?!\w)", text):
        yield match["name"], match.start("name"), None, False


def _experienced(text: str) -> Iterator[tuple[str, int, str | None, bool]]:
    """What one has reports and experience of: "slutrapporten fra Klar til Job 3", "erfaringerne fra Natsvalen, som sluttede i 2021"."""
    of = rf"(?i:{lexicon.any_of('sentences.experience')})\s+(?:fra|af|med|om)"
    for match in re.finditer(rf"(?<!\w){of}\s+[\"»“”']?(?P<name>{NAME})", text):
        ended = re.match(rf",\s+(?:som|der)\s+(?:{lexicon.any_of('time.start')}|{lexicon.any_of('time.end')})(?!\w)", text[match.end() :])
        yield match["name"], match.start("name"), None, ended is not None


def _supported(text: str) -> Iterator[tuple[str, int, str | None, bool]]:
    """… at X får 125.000 kr."""
    for one in amounts.find(text):
        match = re.search(
            rf"(?:(?<=\bat\s)|^\W*|(?<=[.:!?]\s))(?P<name>{NAME})\s+(?:{lexicon.any_of('sentences.gets')})\s+(?:bevilget\s+|op\s+til\s+)?$",
            text[: one.start],
        )
        if match and not _PLACED.match(match["name"]):
            yield match["name"], match.start("name"), None, False


def _appositions(text: str) -> Iterator[tuple[str, int, str | None, bool]]:
    """Et tilbud til borgere med smerter, SmerteSkolen, …"""
    for match in re.finditer(
        rf"(?<!\w)(?:[Ee]t|[Ee]n)\s+(?:[\wæøå-]+\s+){{0,2}}?(?P<head>[\wæøå-]*(?:{_heads()}))(?:\s[^.;:,()]{{3,90}})?,\s(?P<name>{NAME})(?=[,.])",
        text,
    ):
        if _MARKED.search(match["name"]) or (match.group().count(",") == 1 and is_telling(match["name"])):
            yield match["name"], match.start("name"), lexicon.base_form(match["head"]), False


def _labels(text: str) -> Iterator[tuple[str, int, str | None, bool]]:
    """Projekttitel: X"""
    match = re.match(
        rf"\W*(?:{lexicon.any_of('labels')})\s*(?:[:–-]\s*|\t)[\"»“”']?(?P<name>[A-ZÆØÅ0-9][^.;:\"«”“]{{3,80}}?)[\"«”“']?\s*$", text, re.IGNORECASE
    )
    if match and len(match["name"].split()) <= 12:
        yield match["name"], match.start("name"), "projekt", True


# --- names at the head of a paragraph ------------------------------------------------------------------------------------------


def _taken_up(reading: Reading, line: Line) -> Iterator[Candidate]:
    """The name that begins a paragraph, where a later sentence goes on with "Projektet …".

    The name stands apart ("Hjem med Ro. Projektet …"), or is the subject of the first sentence under a heading that speaks of initiatives.
    """
    text = line.text
    part = reading.part_at(line.start)
    if part is not None and part.section.kind == "header":
        return
    back = re.search(rf"[.:–]\s+(?P<head>{_first_either(_definite())})\s+[a-zæøå]", text)
    if not back:
        return
    head = lexicon.base_form(back["head"])
    apart = re.match(r"\W*(?P<name>[A-ZÆØÅ0-9][^.:;,–]{2,70}?)(?:[.:]\s|\s[–-]\s)", text)
    if (
        apart
        and len(apart["name"].split()) <= 8
        and not lexicon.pattern("sentences.goes").search(apart["name"])
        and not lexicon.pattern("stops").search(apart["name"])
        and apart.end() <= back.start("head")
    ):
        label = apart["name"].casefold() in (*lexicon.columns(), *lexicon.words("sentences.goes_on"))
        if not label and not lexicon.pattern("generic_headings").fullmatch(apart["name"]) and not _is_kind(apart["name"]):
            yield from scoped(line, candidates_of(reading, apart["name"], line.start + apart.start("name"), head, True))
        return
    over = places.heading_over(reading, line.start)
    item = places.item_of(reading, line.start)
    title = f"{over.text if over else ''} {places.title_of(reading, item) if item else reading.document.title or ''}"
    if not lexicon.pattern("lists.nouns").search(title):
        return
    subject = re.match(rf"\W*(?P<name>[A-ZÆØÅ][\wæøåÆØÅ-]+(?:\s+[\wæøåÆØÅ-]+){{1,6}}?)\s+(?:{lexicon.any_of('sentences.goes')})(?!\w)", text)
    if subject and not lexicon.pattern("stops").search(subject["name"]):
        yield from scoped(line, candidates_of(reading, subject["name"], line.start + subject.start("name"), head, True))


def _is_kind(name: str) -> bool:
    """Whether words say no more than what kind of thing it is ("Nyt initiativ")."""
    return bool(re.fullmatch(rf"(?:[\wæøå]+(?:e|t|sk|al)\s+)?(?:{_heads()}|{_definite()})", name, re.IGNORECASE))


def scoped(line: Line, found: Iterator[Candidate]) -> Iterator[Candidate]:
    """Candidates of which the whole paragraph speaks."""
    return (replace(c, scope=(line.start, line.end)) for c in found)
