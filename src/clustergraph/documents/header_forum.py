"""The forum whose document it is, in the words of the head; whom they mean is settled by the claims, which know its whole text.

Each way in which a head tells its forum is worth points; the best candidate is taken, of equals the one that stands first:
a label ("Udvalg: X"), then the title and the other lines that say "møde i X", "referat fra X", "kommissorium for X", "X – Referat",
then a line of nothing but a name, the word for a meeting ("styregruppemøde"), the path to the page, last who adopted the document.
Only a label and the words of a meeting may name a forum that has no word of forums in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from clustergraph.documents import dates, vocabulary
from clustergraph.documents.sheet import Line
from clustergraph.lexicon import bodies

_NAME = r"[A-ZÆØÅ0-9](?:vedr\.|[^\n.:;|]){1,90}?"
_STOP = (
    r"(?=\s*(?:$|\n|[,;:|]|\s[-–]\s|\.\s|\bden\b|\bd\.|\bAfholdt\b|\b(?:man|tirs|ons|tors|fre|lør|søn)dag\b|\d{1,2}[.\-/ ]\s?(?:\d|\w{3,9} \d{4})))"
)
_WHICH = r"(?:\d{1,2}\. )?(?:ordinære |ekstraordinære )?"
_STEPS = re.compile(r"\s+[>»›/]\s+")
_ADOPTED = re.compile(r"(?:endeligt )?(?:godkendt|vedtaget|tiltrådt|behandlet|besluttet|nedsat)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\s+[·•|–-]\s+|,\s+")
_HEAD = 25  # lines of a head that may name its forum
_TOP = 4  # lines that may be nothing but a name

Candidate = tuple[float, str]  # points, name


def of_head(head: Sequence[Line], title: str | None, labelled: Sequence[str], feet: Sequence[str], paths: Iterable[str]) -> str | None:
    """The forum as the head writes it; a bare cluster is none. ``labelled``: values of header fields; ``feet``: page feet; ``paths``: breadcrumbs."""
    lines = [title or "", *(line.text for line in head[:_HEAD] if not (line.is_prose or line.is_row) and line.text != title)]
    lines = [re.sub(r"\s*\([A-ZÆØÅ][\w\-]{1,11}\)$", "", line) for line in lines]
    found = [(9.0, name) for name in labelled[:1] if _is_forum(name, sure=True)]
    found += _said(lines)
    found += _alone(head, lines)
    found += [(2.0, m["f"]) for line in lines if (m := adopted_by().match(line)) and _is_forum(m["f"])]
    found += [(4.0, m.group(1)) for foot in feet if (m := re.match(rf"({_NAME})møde\b", foot)) and _is_forum(m.group(1))]
    found += [(3.0, step) for path in paths for step in reversed(_STEPS.split(path)) if _is_forum(step) and _names_forum(step)]
    return _tidy(max(found, key=lambda candidate: candidate[0])[1]) if found else None


def _said(lines: Sequence[str]) -> Iterator[Candidate]:
    """What patterns find: the title before the other lines, the surer pattern before the others."""
    for rank, (pattern, sure) in enumerate(_patterns()):
        for number, line in enumerate(lines):
            match = None if _ADOPTED.match(line) else pattern.search(line)
            if match is not None and _is_forum(name := match["f"].strip(), sure):
                amid = 3.0 if match.start() and match.start("f") else 0.0  # "Læs også om møde i Fodrådet"
                yield 7.0 - 0.2 * rank - 0.01 * number + (1.0 if number == 0 else 0.0) - amid, name


_LEVEL = r"[A-ZÆØÅ][\w-]+(?: [\w-]+){0,7}, (?P<behind>[\w-]+ niveau|[A-ZÆØÅ][\w]+(?:[–-][A-ZÆØÅ]\w+)?)"


def _behind_comma(text: str) -> str | None:
    """A line that is a forum and behind a comma its level or its places: "Klyngeforum Nordby, fagligt niveau"."""
    match = re.fullmatch(_LEVEL, text, re.IGNORECASE if text.isupper() else 0)
    whole = match is not None and _names_forum(text.partition(",")[0]) and _is_forum(text) and not _names_house(match["behind"])
    return text if whole else None


def _alone(head: Sequence[Line], lines: Sequence[str]) -> Iterator[Candidate]:
    """A line that is nothing but a name or begins a definition with it, and the word for a meeting."""
    for number, line in enumerate(head[:3]):
        match = re.match(rf"({_NAME}) er (?:et|en)(?: \w+){{0,3}}? (\w*(?:{_forum_words()}))\b", line.text)
        if match and _names_forum(match.group(2)):
            yield 4.5 - 0.1 * number, match.group(1)
    below = [after.text for line, after in pairwise(head[:_HEAD]) if len(line.text) <= 25 and vocabulary.kind_of_title(line.text)]
    yield from ((4.1 - 0.1 * number, text) for number, text in enumerate(lines[:_TOP]) if not _is_no_name(text) and _behind_comma(text))
    for number, text in enumerate([*lines[:_TOP], *below]):  # below "REFERAT" alone in a line
        match = None if _is_no_name(text) else _forum_line().fullmatch(text)
        if match and _is_forum(match["f"]) and _names_forum(match["f"]):
            yield 4.0 - 0.1 * number, match["f"]
    for number, text in enumerate(lines[:_TOP]):
        name = _BETWEEN.split(text)[0]  # "Fodrådet · Møde 2 · 3. maj"
        if name != text and not _is_no_name(name) and _is_forum(name) and _names_forum(name) and not re.search(r"\d", name):
            yield 3.8 - 0.1 * number, name
    for number, text in enumerate(lines):
        match = re.search(rf"(?:^|\b(?:fra|af|til|for) )(\w*(?:{_forum_words()}))s?møde\b", text, re.IGNORECASE)
        if match and _is_forum(match.group(1)):
            yield 3.5 - 0.01 * number, match.group(1)


def _is_no_name(text: str) -> bool:
    """Whether a line says what the document is, to whom it goes or who adopted it."""
    both = any(phrase in text.casefold() for phrase in vocabulary.word_set("kinds", "unsaid"))
    return both or vocabulary.kind_of_title(text) is not None or _ADOPTED.match(text) is not None or re.match(r"(?:Til|Fra)\b", text) is not None


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Patterns of lines that name their forum, and whether they may name one without a word of forums."""
    before = "|".join(vocabulary.words("header", "before_forum"))
    unsaid = vocabulary.alternatives("kinds", "unsaid")
    kinds = "|".join(vocabulary.alternatives("kinds", kind) for kind in ("minutes", "agenda"))
    about = vocabulary.alternatives("header", "about")
    clusters = "|".join(vocabulary.words("header", "cluster_only"))
    members = vocabulary.alternatives("kinds", "members")
    plans = "|".join(vocabulary.alternatives("kinds", kind) for kind in ("plan", "terms"))
    sources = (
        (rf"(?i:{unsaid})\s+(?:for |fra |i )?(?P<f>{_NAME}){_STOP}", True),
        (
            rf"(?i:(?:{kinds})\s+(?:af|fra|til|for) {_WHICH}møde(?:t)? (?:i|for|med))\s+(?P<f>{_NAME}){_STOP}",
            True,
        ),
        (rf"(?i:\b(?:{before}))\s+(?P<f>{_NAME}){_STOP}", True),
        (rf"^(?P<f>{_NAME})s {_WHICH}møde\b", False),
        (rf"^(?P<f>{_NAME})(?:\s+[-–]\s+|,\s+|:\s+)(?i:{kinds})\b", False),
        (rf"^(?i:\w*møde)\s*[-–:]\s+(?=[^\n]*(?i:{_forum_words()}))(?P<f>{_NAME}){_STOP}", False),
        (rf"^(?i:{clusters})\s+[-–]\s+(?P<f>{_NAME}){_STOP}", False),
        (rf"^(?P<f>{_NAME})\s+[-–]\s+(?i:{members})\b", False),
        (
            rf"(?i:\bmøde(?:t)?),?\s+(?i:(?:den|d\.)\s+)?[^\n]{{0,12}}?\d{{1,2}}[.\-/ ][^\n]{{3,30}}?\d{{2,4}}\s+i\s+(?P<f>{_NAME}){_STOP}",
            False,
        ),
        (rf"^(?i:{kinds})\s*[-–:,]?\s+(?P<f>{_NAME}){_STOP}", False),
        (
            rf"^(?i:(?:udkast til |bilag \d+:? )*(?:{about}|(?:{plans})(?: (?:19|20)\d\d(?:\s?[-–/]\s?\d{{2,4}})?)?(?: for)?))\s+(?P<f>{_NAME})$",
            False,
        ),
    )
    return tuple((re.compile(source, re.MULTILINE), sure) for source, sure in sources)


@cache
def adopted_by() -> re.Pattern[str]:
    """What begins a line that says who has adopted the document: "Godkendt af Styregruppen den …"."""
    return re.compile(rf"(?i:{'|'.join(vocabulary.words('header', 'adopted'))})\s+(?P<f>{_NAME}){_STOP}")


@cache
def _forum_line() -> re.Pattern[str]:
    """A line that is nothing but the name of a forum: few words, one of which ends as forums do."""
    words = vocabulary.alternatives("header", "forum_words")
    day = r"(?<!\d)\d{1,2}(?:\. ?|[-/])\d*\w*[-/. ]"
    definite = rf"[\w\-]*(?:{words})(?:et|en|n) (?:for|om|i|vedr\.|vedrørende) (?:(?!{day})[^\n.:;]){{3,110}}"
    plain = rf"(?=[^\n]*(?:{words})(?:et|en|n|rne)?\b)[A-ZÆØÅ][\w\-]*(?: (?:vedr\.|[\w\-]+)){{0,9}}?"
    return re.compile(rf"(?P<f>{plain}|{definite})(?:,? \(?(?:den |d\. )?{day}.*|\s[-–]\s.*{day}.*)?", re.IGNORECASE)


@cache
def _forum_words() -> str:
    return "|".join(re.escape(word) for word in vocabulary.words("header", "forum_words"))


def names_forum_of_meeting(line: str) -> bool:
    """Whether a line names a meeting with its forum, in any of the ways above."""
    return any(pattern.search(line) for pattern, _ in _patterns())


def speaks_of_meeting(line: str) -> bool:
    """Whether a line speaks of one meeting: "Notat fra møde …", "Opsamling på styregruppemøde"."""
    return re.search(r"\b(?:fra|af|på|til|om) (?:[\w.]+ ){0,2}\w*møde(?:t)?\b", line, re.IGNORECASE) is not None


def _names_forum(name: str) -> bool:
    """Whether a word of a name is a noun of forums, or a name known to be a forum's: "Fodrådet", "KKR Vest"; not "Fodområdet"."""
    for word in re.findall(r"[^\W\d_]+(?:[-–][^\W\d_]+)*", name):
        noun = bodies.noun(word)
        if (noun is not None and noun.head.kind == "forum") or (bodies.stem(word) or {}).get("kind") == "forum":
            return True
    return False


def _is_forum(name: str, sure: bool = False) -> bool:
    """A name that is no cluster alone, no date, no house and no sentence; unless it is ``sure`` it holds a word of forums."""
    if vocabulary.pattern("header", "cluster_only").fullmatch(name) or vocabulary.bare(name) in vocabulary.word_set("items", "known"):
        return False
    if not _names_forum(name) and (not sure or re.search(r"\d", name) or vocabulary.bare(name) in vocabulary.word_set("header", "no_forums")):
        return False
    words = name.split()
    if words[-1].casefold() in vocabulary.word_set("flow", "joining") or len(words) > (14 if _forum_line().fullmatch(name) else 9):
        return False
    return not dates.first(name) and vocabulary.label(name) is None


def _names_house(words: str) -> bool:
    """Whether words name an organisation or a building, and no place alone."""
    nouns = [bodies.noun(word) for word in re.findall(r"[^\W\d_]+", words)]
    return len(words.split()) > 3 or any(noun is not None and noun.head.kind == "organisation" for noun in nouns)


def _tidy(name: str) -> str:
    """A forum without its abbreviation in brackets, the word for a page, its years, and the house behind a comma: "Lokalråd, Hospitalet i Vestby"."""
    name = re.sub(r"\s*\([A-ZÆØÅ][\w\-]{1,11}\)$", "", name.strip())
    name = re.sub(rf"s {_WHICH}møde(?:t)?$", "", name)
    name = re.sub(rf"(?<=[\w-])((?:{_forum_words()}))s?møde(?:t)?\b.*$", r"\1", name, flags=re.IGNORECASE)
    name = re.sub(r"\s*\(?(?:19|20)\d\d\s?[-–/]\s?(?:19|20)?\d\d\)?$", "", name)
    name = re.sub(rf"\s+(?:{'|'.join(vocabulary.words('header', 'page'))})$", "", name, flags=re.IGNORECASE)
    whole, comma, rest = name.partition(", ")
    ends = (
        comma
        and rest[:1].isupper()
        and _names_house(rest)
        and not re.search(r"\b(?:og|samt)\b", name, re.IGNORECASE)
        and _forum_line().fullmatch(whole)
    )
    return whole if ends else name
