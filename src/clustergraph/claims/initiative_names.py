"""Names of initiatives in headings and running text, by grammar: a head with its topic, a head with a proper or quoted name, an acronym with
its expansion, a proper name of which somebody says that it is being carried out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from clustergraph.claims import places
from clustergraph.claims.candidates import Candidate
from clustergraph.claims.reading import Line, Reading
from clustergraph.lexicon import initiatives as lexicon

_QUOTE = r"[\"'’‘“”„«»`´]"
_CAPITAL = r"[A-ZÆØÅ](?:[\w&+/-]|\.(?=\w))*"
_PROPER = rf"{_CAPITAL}(?:[^\S\t]+(?:(?:og|i|på|for|af|om|med|mod|til|uden|under|ved)\s+)?{_CAPITAL}|\s+\d+(?:\.\d+)?(?!\S))*"
_Rule = Callable[[str], Iterator[Candidate]]
_CONTENT = ("item", "case", "decision", "recommendation", "body", "annex", "table", "header")


def find(reading: Reading) -> Iterator[Candidate]:
    """All candidates of headings and running text, in document order a kind of line."""
    for item in places.top_items(reading):
        title = places.title_of(reading, item)
        start = reading.text.find(title.split()[0], item.start, item.content) if title else -1
        if start >= 0:
            yield from _of_heading(title, start)
    lines = list(places.body_lines(reading))
    for line, below in zip(lines, (*lines[1:], None), strict=True):
        part = reading.part_at(line.start)
        if part is None or part.section.kind not in _CONTENT or (part.section.kind == "item" and line.start < part.content):
            if part is not None and part.section.kind in ("residue", "contents", "attendees", "item"):
                continue
        if "\t" in line.text:
            yield from _of_words(line.text, line.start, (_acronyms, _named))
            continue
        if places.is_heading(line):
            text = places.heading_text(line)
            start = line.start + line.text.find(text.split()[0])
            named = list(_of_heading(text, start))
            yield from named
            if (
                not named
                and places.is_numbered(line)
                and below is not None
                and not lexicon.pattern("generic_headings").search(text)
                and _is_about_a_project(below.text)
            ):
                yield Candidate(text, start, start + len(text), "heading", "projekt")
        else:
            yield from _of_text(line)


def _is_about_a_project(text: str) -> bool:
    """Whether a paragraph speaks of "projektet" without naming one: then the heading over it is the name."""
    return bool(re.search(r"(?<!\w)projektet(?!\w)", text, re.IGNORECASE)) and not any(c.sure for c in _of_words(text, 0))


# --- headings ------------------------------------------------------------------------------------------------------------------


def _of_heading(title: str, start: int) -> Iterator[Candidate]:
    """The name in a heading: what is left without "Status på" and "er færdig", where it begins with a head or is a compound of one."""
    text, offset = _bare(title)
    if (told := _labelled(text)) is not None:
        name, at = told
        yield Candidate(name, start + offset + at, start + offset + at + len(name), "heading", "projekt", aliases=(text,))
        return
    match = _heading_head().match(text)
    programs = _program().search(text)
    if programs:
        yield Candidate(programs.group().strip(), start + offset + programs.start(), start + offset + programs.end(), "heading", "program")
    elif match and lexicon.base_form(match["head"]) in lexicon.words("no_heads"):
        return
    elif match and not (text.casefold() == match["head"].casefold() and lexicon.base_form(text) in _bare_heads()):
        if not lexicon.pattern("stops").search(text) and "://" not in text:
            yield Candidate(text, start + offset, start + offset + len(text), "heading", lexicon.base_form(match["head"]), aliases=_bracketed(text))
    else:
        yield from _of_words(title, start)


def _labelled(text: str) -> tuple[str, int] | None:
    """The name behind its kind in a heading, and where it begins: "Projekt: Sårnet", "Indsats 2 – Sårnet", 'Indsatsen "Sårnet"'."""
    label = rf"(?:{lexicon.any_of('lists.labels')})(?:en|et)?"
    match = re.match(rf"{label}(?:\s+\d+\s?[a-z]?)?(?::|\s[–-])\s+{_QUOTE}?(?P<name>[A-ZÆØÅ0-9].{{2,80}}?){_QUOTE}?$", text, re.IGNORECASE)
    match = match or re.match(rf"{label}\s+{_QUOTE}(?P<name>[^\"'’‘“”«»]{{3,80}}){_QUOTE}$", text, re.IGNORECASE)
    if match is None or match["name"][:1].islower() or lexicon.pattern("generic_headings").fullmatch(match["name"]):
        return None
    return (match["name"], match.start("name")) if not lexicon.pattern("stops").search(match["name"]) else None


@cache
def _bare_heads() -> frozenset[str]:
    return frozenset((*lexicon.words("heads"), *lexicon.words("heading_heads"), *lexicon.words("repeated_heads")))


def _bare(title: str) -> tuple[str, int]:
    """A heading without its leads and tails, and how far in it begins."""
    text = title
    while True:
        match = re.match(rf"(?:{lexicon.any_of('heading_leads')})(?:\s*:\s*|\s+)", text, re.IGNORECASE)
        if not match or match.end() >= len(text):
            break
        text = text[match.end() :]
    return _strip_tail(text), len(title) - len(text)


def _strip_tail(text: str) -> str:
    return re.sub(rf"\s*(?:{lexicon.any_of('heading_tails')})\s*\.?$", "", text, flags=re.IGNORECASE).rstrip(" .:–-")


@cache
def _heading_head() -> re.Pattern[str]:
    heads = "|".join((lexicon.head_forms("heads"), lexicon.head_forms("heading_heads")))
    return re.compile(
        rf"(?:(?:[Dd]en|[Dd]et|[Ee]n|[Ee]t)\s+)?(?:[\wæøå,]+(?:e|sk|t|al)\s+){{0,2}}(?P<head>[\wæøå-]*(?:{heads}))(?=\s+(?:{lexicon.any_of('topic_words')}|af|mellem|med|i|på|\d|[A-ZÆØÅ\"'’‘“”])|:|$)",
        re.IGNORECASE,
    )


@cache
def _program() -> re.Pattern[str]:
    nouns = "|".join(re.escape(p) for p in lexicon.words("programs"))
    return re.compile(rf"(?:[Nn]ationalt\s+)?(?:{nouns})(?:\s*\(\w+\))?\s+(?:[Hh]old\s+\d+|(?!Hold|hold|og\b){_PROPER})")


def _bracketed(name: str) -> tuple[str, ...]:
    """Aliases that a bracket in a name gives: the name without it, and a capitalised word inside of it."""
    match = re.search(r"\s*\(([^()]+)\)", name)
    if not match:
        return ()
    without = " ".join((name[: match.start()] + name[match.end() :]).split())
    inside = match.group(1).strip()
    return tuple(a for a in (without, inside if re.match(r"[A-ZÆØÅ]", inside) and len(inside.split()) <= 9 else "") if a and a != name)


# --- running text --------------------------------------------------------------------------------------------------------------


def _of_text(line: Line) -> Iterator[Candidate]:
    yield from _of_words(line.text, line.start)


def _of_words(text: str, start: int, rules: tuple[_Rule, ...] = ()) -> Iterator[Candidate]:
    """Every pattern in one line; an earlier pattern takes the stretch."""
    taken: list[tuple[int, int]] = []
    for rule in rules or (_acronyms, _named, _programs, _topics, _placed, _models, _carried_out, _is_called):
        for found in rule(text):
            if any(found.start < e and s < found.end for s, e in taken):
                continue
            taken.append((found.start, found.end))
            yield Candidate(found.name, start + found.start, start + found.end, found.source, found.head, found.sure, found.aliases)


def _acronyms(text: str) -> Iterator[Candidate]:
    """STIME (Styrket … indsats …), FUT-samarbejdet (Fælles …), brugerundersøgelse (BU)."""
    for match in re.finditer(
        rf"(?<!\w)(?P<short>[A-ZÆØÅ][A-ZÆØÅ\d]{{1,9}})(?:-(?P<ending>{lexicon.any_of('acronym_endings')}))?\s*\((?P<long>[A-ZÆØÅ][^()]{{6,120}})\)",
        text,
    ):
        expansion = re.search(rf"\w*(?:{lexicon.any_of('expansion_words')})\w*", match["long"], re.IGNORECASE)
        if not _spells(match["short"], match["long"]) or not (match["ending"] or expansion):
            continue
        short = match["short"] + (f"-{match['ending']}" if match["ending"] else "")
        aliases = tuple(dict.fromkeys((short, match["long"].strip(), match["short"])))
        yield Candidate(match.group(), match.start(), match.end(), "text", match["ending"], aliases=aliases)


def _spells(short: str, long: str) -> bool:
    """Whether the letters of an acronym come in this order in its expansion."""
    letters = iter(long.casefold())
    return all(letter in letters for letter in short.casefold()) and len(long.split()) >= 2


def _named(text: str) -> Iterator[Candidate]:
    """A head with a quoted or proper name: tilbuddet 'X', projekt BROVEJ, projektet "X", et projekt ved navn X."""
    heads = "|".join((lexicon.head_forms("heads"), lexicon.head_forms("heading_heads")))
    quoted = rf"(?<!\w)(?P<head>[\wæøå-]*(?:{heads}))\s+(?:(?:{lexicon.any_of('naming')})\s+)?{_QUOTE}(?P<name>[^\"'’‘“”«»]{{3,80}}?){_QUOTE}(?!\w)"
    for match in re.finditer(quoted, text, re.IGNORECASE):
        yield Candidate(match["name"].strip(), match.start("name"), match.end("name"), "text", lexicon.base_form(match["head"]))
    stop = rf"(?=[.,;:]|$|\s+(?:{lexicon.any_of('stops')})\b)"
    called = rf"(?P<name>{_PROPER}(?:\s+[a-zæøå]+){{0,5}}?(?:\s*\([A-ZÆØÅ]{{2,}}\))?){stop}"
    naming = rf"(?<!\w)(?P<head>[\wæøå-]*(?:{heads}))\s+(?:{lexicon.any_of('naming')})\s+{called}"
    for match in re.finditer(naming, text):
        name = match["name"].strip()
        yield Candidate(name, match.start("name"), match.end("name"), "text", lexicon.base_form(match["head"]), aliases=_bracketed(name))
    compound = "(?:[Pp]ilot|[Ss]amarbejds|[Ff]orbedrings|[Uu]dviklings|[Ff]orsknings)?"
    proper = rf"(?<![\w-])(?P<head>{compound}[Pp]rojekt(?:et)?|[Kk]ampagnen?|[Pp]rogrammet|[Ii]ndsatsen|[Pp]uljen)[^\S\t]+(?P<name>{_PROPER})"
    for match in re.finditer(proper, text):
        name = match["name"].strip(" .-")
        if name.split()[0].casefold() in lexicon.words("topic_words") or re.match(r"(?:I|Der|Det|På|Den|En|Et)\b", name):
            continue
        whole = f"{match['head']} {name}"
        yield Candidate(whole, match.start(), match.start() + len(whole), "text", lexicon.base_form(match["head"]), aliases=(name,))


def _programs(text: str) -> Iterator[Candidate]:
    for match in _program().finditer(text):
        yield Candidate(match.group().strip(), match.start(), match.end(), "text", "program")


def _topics(text: str) -> Iterator[Candidate]:
    """A head with its topic: et projekt vedr. X, samarbejdsaftalen om X, pilotprojekt for X."""
    for path, sure in (("heads", True), ("repeated_heads", False)):
        compound = r"[\wæøå-]*" if sure else ""
        lead = r"(?P<lead>(?:[Nn]ational\w*|[Ll]okal\w*|[Rr]egional\w*|[Ff]ælles)\s+)?"
        head = rf"(?P<head>{compound}(?:{lexicon.head_forms(path)}))"
        pattern = rf"(?<![\w-]){lead}{head}\s+(?P<prep>{lexicon.any_of('topic_words')})\s+(?P<topic>.+)"
        for match in _overlapping(pattern, text):
            topic = topic_of(match["topic"], whole_line=match.start() <= 8 and text.lstrip().startswith(("-", "•", "–")))
            if topic is None:
                continue
            start = match.start()
            end = match.start("topic") + len(topic)
            named = sure and match["head"].casefold() != "projektet"  # "projektet vedr. …" mostly speaks of one that has its name elsewhere
            yield Candidate(" ".join(text[start:end].split()), start, end, "text", lexicon.base_form(match["head"]), named)


def _placed(text: str) -> Iterator[Candidate]:
    """A trial with the place where it runs, or with an article alone: en prøvehandling i Østklyngen, en prøvehandling."""
    heads = lexicon.any_of("sentences.bare_heads")
    for match in re.finditer(
        rf"(?<!\w)(?P<name>(?P<head>{heads})(?:\s+i\s+[A-ZÆØÅ]\w+(?:\s+[Kk]ommune|\s+[Kk]lyngen)?)?)(?!\w|\s+(?:{lexicon.any_of('topic_words')}))",
        text,
    ):
        placed = " i " in match["name"]
        yield Candidate(match["name"], match.start(), match.end(), "text", match["head"].casefold(), placed)


def _overlapping(pattern: str, text: str) -> Iterator[re.Match[str]]:
    compiled = re.compile(pattern, re.IGNORECASE)
    position = 0
    while match := compiled.search(text, position):
        yield match
        position = match.end("head")


def topic_of(words: str, whole_line: bool = False) -> str | None:
    """The topic of a head: the words up to a stop, a clause or a bracket; None where it names nothing.

    ``whole_line`` keeps a relative clause ("unge, der bor alene") where the name is a whole point of a list.
    """
    end = len(words)
    for match in re.finditer(r"[.;:!?()\"”“|]|\s[–-]\s|,|’(?!\w)", words):
        if match.group() == "." and not re.match(r"\s|$", words[match.end() :]):
            continue
        if match.group() == "," and _goes_on(words[match.end() :], whole_line):
            continue
        end = match.start()
        break
    text = words[:end]
    stop = re.search(rf"(?:^|\s)(?:{lexicon.any_of('stops')})(?!\w)", text if not whole_line else text.replace(", der ", ", dxx "), re.IGNORECASE)
    if stop:
        text = text[: stop.start()]
    text = re.sub(r"\s+(?:og|eller|samt|i|på|med|af|til|for|fra|ved)$", "", text.strip(" ,-–'’\""))
    content = [w for w in text.split() if len(w) > 3]
    return text if content and len(text.split()) <= 18 and text[0].isalnum() else None


def _goes_on(after: str, whole_line: bool) -> bool:
    """Whether a comma is inside a name: in a row of words, or before a relative clause that ends the line."""
    if whole_line and re.match(r"\s(?:der|som)\s[^,.;]{3,60}$", after.rstrip(" .,")):
        return True
    return bool(re.match(r"\s(?:[\wæøå-]+,\s)*[\wæøå-]+\sog\s[\wæøå-]+", after)) and not re.match(rf"\s(?:{lexicon.any_of('stops')})\b", after)


def _models(text: str) -> Iterator[Candidate]:
    """A model or offer with its adjectives: den midtjyske samarbejdsmodel, det integrerede, regionale lungetilbud."""
    adjective = r"[\wæøåÆØÅ]{3,}(?:e|sk|t)"
    described = rf"(?P<adj>(?:{adjective},?\s+){{0,2}}[\wæøåÆØÅ]+sk[e]?)"
    model = rf"(?<!\w)(?:(?:[Dd]en|[Dd]et|[Ee]n|[Ee]t)\s+)?{described}\s+(?P<head>[Ss]amarbejdsmodel(?:len)?|[Mm]odel(?:len)?)(?!\w)"
    for match in re.finditer(model, text):
        start = match.start("adj")
        name = re.sub(r"^(?:nyligt?|netop|godkendte?|nye?)\s+(?:godkendte?\s+)?", "", text[start : match.end()])
        yield Candidate(name, match.end() - len(name), match.end(), "text", "samarbejdsmodel", "amarbejds" in match["head"])
    offer = rf"(?<!\w)(?P<article>[Dd]et\s+)?(?P<adj>(?:{adjective}(?:,\s+|\s+)){{1,3}})(?P<head>[\wæøå]{{5,}}tilbud(?:det)?)(?!\w)"
    for match in re.finditer(offer, text):
        yield Candidate(" ".join(match.group().split()), match.start(), match.end(), "text", match["head"].casefold().removesuffix("det"), False)


def _carried_out(text: str) -> Iterator[Candidate]:
    """A proper name that is being carried out: udrulning af Axon-indblik, implementering af TeleKOL."""
    marked = r"(?=[\wæøåÆØÅ-]*(?:[a-zæøå][A-ZÆØÅ]|[A-ZÆØÅ]{2}|[A-ZÆØÅ]\w+-\w))[A-ZÆØÅ][\wæøåÆØÅ-]+"
    name = rf"(?P<name>{marked}|[A-ZÆØÅ][\wæøå]+\s+[A-ZÆØÅ]{{2,}}\s+[a-zæøå]+(?=[,.]))"
    for match in re.finditer(rf"(?<!\w)(?P<doing>(?i:{lexicon.any_of('doing')}))\s+{name}", text):
        bare = re.sub(rf"-(?:{lexicon.any_of('acronym_endings')}|delen|partnerskabet)$", "", match["name"])
        sure = match["doing"].casefold() in lexicon.words("trying") or bool(re.search(r"[a-zæøå][A-ZÆØÅ]", bare))
        yield Candidate(bare, match.start("name"), match.start("name") + len(bare), "text", None, sure)


def _is_called(text: str) -> Iterator[Candidate]:
    """What a sentence calls the project: projektet hedder X; det seneste forbedringsinitiativ var X."""
    heads = "[\\wæøå]+initiativ(?:et)?|projektet|indsatsen|kampagnen|initiativet"
    verbs = rf"(?:{lexicon.any_of('named_is')})|(?<=initiativ\s)(?:var|er)"
    pattern = rf"(?<!\w)(?P<head>{heads})\s+(?:{verbs})\s+(?P<name>[^.,;:()]{{6,90}})"
    for match in re.finditer(pattern, text, re.IGNORECASE):
        name = topic_of(match["name"])
        if name and not re.match(r"[\wæøå]+(?:et|t)\s+(?:i|af|på|under|at)\b", name):
            yield Candidate(name, match.start("name"), match.start("name") + len(name), "text", lexicon.base_form(match["head"]))
