"""Titles of points, and of numbered paragraphs, that are names of initiatives by what the text below does with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from clustergraph.claims import places
from clustergraph.claims.candidates import Candidate
from clustergraph.claims.initiative_proper import NAME, candidates_of, is_body, is_telling, scoped, with_article
from clustergraph.claims.reading import Reading, split_sentences
from clustergraph.lexicon import initiatives as lexicon

_HEAD = 12  # lines of the head of a document
_NUMBERED_TITLE = re.compile(r"\s*\d{1,2}[.)]\s+(?P<title>[A-ZÆØÅ][^.:;\t|]{3,50})\.\s+(?P<rest>[A-ZÆØÅ].+)$")  # "1) Sommercamp. Abdi er tovholder."


def find(reading: Reading) -> Iterator[Candidate]:
    """The candidates of all titles, in document order a kind of title."""
    for item in places.top_items(reading):
        title = places.title_of(reading, item)
        at = reading.text.find(title, item.start, item.content) if title else -1
        if at < 0:
            continue
        for name, start, head, single in _titled(title):
            yield from candidates_of(reading, name, at + start, head, single)
        quoted = re.fullmatch(r"[\"»“”'](?P<name>[^\"«”“»]{3,60})[\"«”“']", title)
        title, at = (quoted["name"], at + 1) if quoted else (title, at)
        if _is_told(reading, title, at, reading.text[item.content : item.end]):
            yield from candidates_of(reading, title, at, None, True)
    yield from _of_document(reading)
    yield from _of_points(reading)
    for line in reading.lines:
        if told := _NUMBERED_TITLE.match(line.text):
            title, at = told["title"], line.start + told.start("title")
            if _may_be_told(reading, title, at) and _tells_of_title(told["rest"]):
                yield from scoped(line, candidates_of(reading, title, at, None, True))


def _of_document(reading: Reading) -> Iterator[Candidate]:
    """What a label in the head names, where the text goes on with "Projektet …": "Titel: Fælles Vagtplan (FV)"."""
    for line, below in pairwise(reading.lines[:_HEAD]):
        if lexicon.pattern("labels").fullmatch(places.heading_text(line).rstrip(" :")):  # a form: the name on the line below
            yield from _named_fully(reading, below.text.strip(" -"), below.start)
        titled = re.match(rf"\W*(?:{lexicon.any_of('lists.title_labels')})\s*:\s*(?P<name>[A-ZÆØÅ0-9][^:;]{{2,80}}?)\s*$", line.text, re.IGNORECASE)
        if titled is None or not _goes_on_with_kind(reading.text[line.end :].replace(". ", ".\n")):
            continue
        yield from _named_fully(reading, titled["name"], line.start + titled.start("name"))


def _named_fully(reading: Reading, words: str, start: int) -> Iterator[Candidate]:
    """The initiative of a label's words, with its short name in brackets."""
    name = re.sub(r"\s*\([^()]*\)$", "", words)
    short = re.search(r"\(([^()]{2,30})\)$", words)
    at = reading.text.find(name, start)
    for one in candidates_of(reading, name, at, "projekt", True) if 0 < len(name.split()) <= 12 else ():
        yield replace(one, source="heading", aliases=((short[1], words) if short else ()))


def _of_points(reading: Reading) -> Iterator[Candidate]:
    """A point that is a few words, where the point below goes on with "Projektet …"; and what a point asks after: "Hvordan går det med X?"."""
    for line, below in pairwise(reading.lines):
        bare = re.match(r"\W*(?P<title>[A-ZÆØÅ][^.:;,?!\t|]{2,50}?)\s*$", line.text)
        asked = re.match(rf"\W*(?:{lexicon.any_of('sentences.asks')})\s+(?P<title>{NAME})\s*\?\s*$", line.text, re.IGNORECASE)
        if not places.is_point(line):
            continue
        if asked and is_telling(asked["title"]):
            yield from candidates_of(reading, asked["title"], line.start + asked.start("title"), None, False)
        elif bare and places.is_point(below) and _goes_on_with_kind(below.text.replace(". ", ".\n")):
            at = line.start + bare.start("title")
            if _may_be_told(reading, bare["title"], at):
                found = candidates_of(reading, bare["title"], at, "projekt", True)
                yield from (replace(one, scope=(line.start, below.end)) for one in found)


def _is_told(reading: Reading, title: str, at: int, body: str) -> bool:
    """Whether the text of a point speaks of what its title names as of an initiative."""
    return (
        (_is_placed(title) and _speaks_of_doing(body))
        or (_is_name(title) and _goes_on_with_kind(body))
        or (bool(re.fullmatch(NAME, title)) and _runs(title, body))
        or (_may_be_told(reading, title, at) and _tells_of_title(body))
    )


def _is_placed(title: str) -> bool:
    """Whether a title is no more than a thing and where it is: "Nærklinik i Fjordby"."""
    return bool(re.fullmatch(r"[A-ZÆØÅ][\wæøå-]{4,}(?:\s+[a-zæøå-]+)?\s+(?:i|på)\s+[A-ZÆØÅ][\wæøåÆØÅ-]+(?:\s+[A-ZÆØÅ][\wæøåÆØÅ-]+)?", title))


def _is_name(title: str) -> bool:
    """Whether a title is a name and nothing more."""
    led = re.match(rf"(?:{lexicon.any_of('sentences.titles_of')})\s", title, re.IGNORECASE)
    return is_telling(title) and led is None and bool(re.fullmatch(NAME, title))


def _goes_on_with_kind(text: str) -> bool:
    """Whether a paragraph of a text begins with the thing that its title names: "Projektet får …"."""
    kinds = "|".join(with_article(word) for word in (*lexicon.words("heads"), *lexicon.words("heading_heads")))
    return bool(re.search(rf"(?:^|:)\W*(?:{kinds})\s+[a-zæøå]", text, re.IGNORECASE | re.MULTILINE))


def _speaks_of_doing(text: str) -> bool:
    """Whether a text says what is done with a thing that it doesn't name: "etableringen" without "af"."""
    return bool(re.search(rf"(?<!\w)(?:{lexicon.any_of('sentences.done')})(?!\w|\s+af\s)", text, re.IGNORECASE))


def _may_be_told(reading: Reading, title: str, at: int) -> bool:
    """Whether a title of a few words may be the name of what its point speaks of: nothing that one does, no body, no person."""
    words = title.split()
    first = words[0].casefold().strip(":,.")
    leads = re.match(rf"(?:{lexicon.any_of('heading_leads')}|{lexicon.any_of('sentences.titles_of')})(?!\w)", title, re.IGNORECASE)
    if len(words) > 5 or leads or first in lexicon.words("sentences.no_titles") or re.search(r"[:;?!/–]|\d{2}\.", title) or not title[:1].isupper():
        return False
    if lexicon.pattern("generic_headings").search(title) or lexicon.pattern("stops").search(title) or lexicon.pattern("lists.nouns").search(title):
        return False
    return not is_body(title) and not reading.bodies.at(at, at + len(title)) and not reading.people.within(at, at + len(title))


def _tells_of_title(text: str) -> bool:
    """Whether the first sentences speak of a thing that only the title names: "Forsøget har fået …", "X er tovholder", "at droppe den"."""
    kinds = "|".join(with_article(word) for word in (*lexicon.words("heads"), *lexicon.words("heading_heads")))
    first = " ".join(text[start:end] for start, end in list(split_sentences(text))[:3])
    if re.search(rf"(?<!\w)(?i:{kinds})\s+(?:[\"»“”']|[A-ZÆØÅ])", first):  # another thing is named
        return False
    told = re.search(rf"(?:^|[.:]\s)\W*(?:{kinds})(?:,?\s+[a-zæøå])", first, re.IGNORECASE)
    led = re.search(rf"\s(?:er|bliver)\s+(?:{lexicon.any_of('people.roles')})(?!\w|\s+(?:for|på)\s)", first)
    done = re.search(rf"\bat\s+(?:{lexicon.any_of('sentences.done_with_it')})\s+(?:den|det)(?!\s+[a-zæøå]+(?:e|t)\s)", first)
    return bool(told or led or done)


def _runs(title: str, text: str) -> bool:
    """Whether a text says of what its title names that it runs: "Hjem til Tiden løber i 2023-2025"."""
    return bool(re.search(rf"(?<![\w-]){re.escape(title)}\s+(?:{lexicon.any_of('sentences.runs')})(?!\w)", text))


def _titled(text: str) -> Iterator[tuple[str, int, str | None, bool]]:
    """Status på X: a title that capitalizes more than its first word names a thing."""
    match = re.fullmatch(rf"(?:\S+s['’]?s?\s+)?(?:{lexicon.any_of('sentences.titles_of')})\s+(?P<name>{NAME})", text, re.IGNORECASE)
    if match and re.fullmatch(NAME, match["name"]):
        yield match["name"], match.start("name"), None, False
