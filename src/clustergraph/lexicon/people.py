"""The words of people in lists and minutes: names, titles, capacities, attendance. All questions take words as written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from clustergraph import lexicon


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Lower case, single blanks, no punctuation at the ends: the form in which phrases are looked up."""
    return re.sub(r"\s+", " ", text).strip(" .,:;–-()[]").casefold()


# Names


@cache
def _given() -> frozenset[str]:
    return frozenset(name.casefold() for name in lexicon.table("given_names")["given"].split())


def is_given_name(word: str) -> bool:
    """Whether a word is a given name in use in Denmark; a double name counts by its first part."""
    folded = word.casefold().strip(".,")
    return folded in _given() or ("-" in folded and folded.split("-")[0] in _given())


def is_shortened_name(word: str) -> bool:
    """Whether a word is a given name cut short by a full stop: "Chr."."""
    return word.endswith(".") and word[:-1].casefold() in lexicon.table("given_names")["shortened"]


@cache
def particles() -> frozenset[str]:
    """Small words inside a name: von, de, al."""
    return frozenset(lexicon.table("given_names")["particles"])


@cache
def _never() -> tuple[frozenset[str], tuple[str, ...]]:
    table = lexicon.table("given_names")
    return frozenset(table["never"]), tuple(table["never_endings"])


@lru_cache(maxsize=8192)
def is_no_name(word: str) -> bool:
    """Whether a capitalized word is certainly no part of a person's name: a common noun, an institution, a title."""
    words, endings = _never()
    folded = word.casefold().strip(".,:;()")
    if folded in words:
        return True
    if is_given_name(folded) or folded in lexicon.table("given_names")["surnames"]:
        return False
    if is_misread_body(folded):
        return True
    return folded.endswith(endings) or any(folded.endswith(e + "s") for e in endings if len(e) > 5) or is_title_word(folded)


def is_compass_point(word: str) -> bool:
    """Whether a word is a point of the compass or the like, which is a surname only where a given name begins the name and it ends it."""
    return word.casefold() in lexicon.table("given_names")["last_only"]


def opens_place(word: str) -> bool:
    """Whether a word begins the name of a place and of no person: "Nørre Dalum"."""
    return word.casefold() in lexicon.table("given_names")["place_openers"]


def has_surname_ending(word: str) -> bool:
    """Whether a word ends as surnames do."""
    return word.casefold().rstrip("s").endswith(tuple(lexicon.table("given_names")["surname_endings"])) or word.casefold().endswith("sen")


# Titles


@cache
def _heads() -> tuple[frozenset[str], tuple[str, ...]]:
    table = lexicon.table("titles")
    whole = frozenset(table["whole"])
    open_heads = tuple(sorted({h for h in table["heads"] if h not in whole} | set(table["compounds"])))
    return whole | frozenset(table["heads"]) | frozenset(table["compounds"]), open_heads


# How the plural and the definite forms of titles end, and what the singular has in their place.
_FORMS = (("strene", "ster"), ("erne", ""), ("erne", "er"), ("rne", ""), ("ne", ""), ("er", ""), ("en", ""), ("e", ""), ("r", ""), ("n", ""))


def singular(title: str) -> str:
    """A title in the indefinite singular: "direktørerne" is "direktør"; the same text where it is so already."""
    first, *rest = title.split(" ") if title else [""]
    if _is_singular_title(first) or not is_title_word(first):
        return title
    return " ".join([next((form for form in _singulars(first) if _is_singular_title(form)), first), *rest])  # a slip has no other form


def is_plural_title(title: str) -> bool:
    """Whether a title names several: "praktiserende læger", "kommunale chefer"."""
    last = title.split()[-1] if title else ""
    return is_title_word(last) and not _is_singular_title(last)


def _singulars(word: str) -> list[str]:
    return [word.removesuffix(ending) + instead for ending, instead in _FORMS if word.endswith(ending) and len(word) > len(ending) + 3]


@cache
def is_title_word(word: str) -> bool:
    """Whether a word is the head of a title, in any form: "direktør", "udviklingskonsulenter", "sundhedschefen"."""
    folded = word.casefold().strip(".,:;()")
    if _is_singular_title(folded) or any(_is_singular_title(form) for form in _singulars(folded)):
        return True
    return word[:1].isupper() and len(folded) >= 7 and folded.replace("-", "").isalpha() and _is_slip_of_title(folded)


def _is_slip_of_title(word: str) -> bool:
    """Whether a long word ends as a title but for a slip of the pen or of a scan: "Oversygeplerske", "Vicedirektø", "Sundhedschfe"."""
    table = lexicon.table("titles")
    if is_given_name(word) or word.endswith((*_body_endings(), *table["field_endings"])):
        return False
    for head in (*table["heads"], *table["compounds"]):
        before = len(word) - len(head)
        if len(head) < 8 and not (len(head) >= 6 and before >= 3):
            continue
        allowed = max(1, len(head) // 6)
        for length in range(len(head) - allowed, len(head) + allowed + 1):
            tail = word[-length:]
            if len(word) < length or tail.startswith(head):  # with an ending it is another word: "farmakologi"
                continue
            if tail[0] != head[0] and not (length == len(head) >= 9 and before >= 3):
                continue
            if OSA.distance(tail, head, score_cutoff=allowed) <= (allowed if tail[-3:] == head[-3:] or len(head) >= 12 else 1):
                return True
    return any(word.startswith(first) and word != first and OSA.distance(word[len(first) :].lstrip("-"), "chef") == 1 for first in table["prefixes"])


def _is_singular_title(word: str) -> bool:
    whole, endings = _heads()
    folded = word.casefold().strip(".,:;()")
    if folded.endswith("formand") and len(folded) > 10 and folded not in _capacities():  # "PLO-formand", "kredsformand": an office in another body
        return True
    return (
        folded in whole
        or (folded.endswith(endings) and not folded.endswith("repræsentant"))
        or (folded.startswith("chef") and folded.endswith("logi"))
        or folded.startswith(("stud.", "stud-"))
    )


@cache
def title_modifiers() -> frozenset[str]:
    """Words before the head of a title that belong to it."""
    return frozenset(lexicon.table("titles")["modifiers"])


@cache
def function_words() -> frozenset[str]:
    """Small words with which a phrase begins that is no title."""
    return frozenset(lexicon.table("titles")["no_title"])


def may_be_title(text: str) -> bool:
    """Whether one long word that no list knows ends as words do for who does something: "Forløbsguide", "Flowmester"."""
    folded = text.casefold()
    return re.fullmatch(r"[^\W\d_]{7,}", folded) is not None and folded.endswith(tuple(lexicon.table("titles")["agent_endings"]))


def is_own_practice(title: str) -> bool:
    """Whether who has this title works for himself, so that a place after it is no employer."""
    return any(word in lexicon.table("titles")["own_practice"] for word in title.casefold().split())


@cache
def field_words() -> tuple[str, ...]:
    """Words by which a title goes on with its field: "direktør for …"."""
    return tuple(lexicon.table("titles")["field_words"])


@cache
def employer_words() -> tuple[str, ...]:
    """Words after a title that lead to the employer: "direktør i …"."""
    return tuple(lexicon.table("titles")["employer_words"])


# Bodies, as far as lists need them


@cache
def _body_endings() -> tuple[str, ...]:
    return tuple(lexicon.table("titles")["body_endings"])


@cache
def _forum_endings() -> tuple[str, ...]:
    return tuple(lexicon.table("titles")["forum_endings"])


def _words(text: str) -> list[str]:
    return re.findall(r"[\w/]+", text.casefold())


@lru_cache(maxsize=8192)
def is_misread_body(word: str) -> bool:
    """Whether a word is the noun in the name of a body, or ends as it, but for one slip of a scan: "Kommunc", "Psykiatrihospitrlet"."""
    folded = word.casefold()
    nouns = lexicon.table("titles")["misread_bodies"]
    if len(folded) < 5 or folded in nouns or is_given_name(folded):
        return False
    if any(abs(len(noun) - len(folded)) <= 1 and OSA.distance(folded, noun, score_cutoff=1) <= 1 for noun in nouns):
        return True
    ends = [noun for noun in nouns if 7 <= len(noun) <= len(folded) - 3 and not folded.endswith(noun)]
    return any(OSA.distance(folded[-length:], noun, score_cutoff=1) <= 1 for noun in ends for length in range(len(noun) - 1, len(noun) + 2))


def is_known_body(text: str) -> bool:
    """Whether a word is by itself the short name of a body: "KL"."""
    return fold(text) in lexicon.table("titles")["bodies"]


def is_definite_body(word: str) -> bool:
    """Whether one word is the name of a body by a noun in the definite form: "Hjerteforeningen"."""
    return word[:1].isupper() and word.casefold().endswith(tuple(e for e in _body_endings() if len(e) > 6 and e.endswith(("en", "et"))))


def looks_like_body(text: str) -> bool:
    """Whether a phrase names an organisation or a unit, by its words alone."""
    folded = fold(text)
    words = _words(text)
    if folded in lexicon.table("titles")["bodies"] or (words and words[0] in ("plo", "kl", "region")):
        return words[0] != "kl" or text.lstrip().startswith("KL")  # "kl. 10" is a time
    if any(is_misread_body(w) for w in words):
        return True
    if any(w.endswith(_body_endings()) and not is_title_word(w) and not w.endswith(("bestyrelse", "bestyrelsen")) for w in words):
        return True
    fields = tuple(lexicon.table("titles")["field_endings"])
    if any(w[0].isupper() and w.casefold().endswith(fields) for w in re.findall(r"\w+", text)):
        return True
    return any(re.search(r"[A-ZÆØÅ]{2}", w) and w.casefold() != "nn" and (len(w) <= 6 or not w.isupper()) for w in re.findall(r"[\w&/-]+", text))


@cache
def _around_bodies() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = lexicon.table("attendance")["over_people"]
    before, behind = ("|".join(table[key]) for key in ("before", "behind"))
    return re.compile(rf"(?:{before})\s+(?=\S)", re.IGNORECASE), re.compile(rf"\s+(?:{behind})\s*:?$", re.IGNORECASE)


def leads_to_body(text: str) -> int:
    """Where the body begins in a heading over people: "Repræsentanter for regionen"; 0 where nothing leads to one."""
    match = _around_bodies()[0].match(text)
    return match.end() if match else 0


def ends_of_body(text: str) -> int:
    """Where the body ends in a heading over people: "KKR har udpeget"; the whole length where nothing follows it."""
    match = _around_bodies()[1].search(text)
    return match.start() if match else len(text)


@cache
def _forum_leads() -> dict[str, re.Pattern[str]]:
    table = lexicon.table("attendance")["forum_leads"]
    return {key: re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE) for key, patterns in table.items()}


def caption_ends(line: str) -> int:
    """Where the words end by which a line is the caption or label of a list: "Tabel 2. ", "Gruppe: "; 0 where none stand there."""
    match = _forum_leads()["caption"].match(line)
    return match.end() if match else 0


def tells_membership(line: str, *, closed: bool) -> bool:
    """Whether the words of a line above people say that they sit in a forum; one that no colon or caption shows to lead needs the surer words."""
    return bool(_forum_leads()["membership" if closed else "headed"].search(line))


def leads_from(words: str) -> bool:
    """Whether words right before a forum's name say that people come from it, are appointed by it, or that others are under it."""
    return bool(_forum_leads()["origin"].search(words))


def is_nobody(text: str) -> bool:
    """Whether a phrase says that a body sends nobody: "ingen deltagelse"."""
    return fold(text) in lexicon.table("attendance")["over_people"]["nobody"]


@cache
def years_behind() -> re.Pattern[str]:
    """The years behind a body at the end of a phrase: " 2011-2018", " (siden 2018)"."""
    leads = "|".join(lexicon.table("attendance")["over_people"]["years"])
    return re.compile(rf"[\s(]+(?:(?:{leads})\s+)*\(?(?:19|20)\d\d(?:\s*[-–/]\s*(?:(?:19|20)\d\d)?)?\)?$", re.IGNORECASE)


def leads_on(text: str) -> bool:
    """Whether a phrase ends with a small word that something has to follow: "Skrevet af"."""
    return text.split()[-1:] != [] and text.split()[-1] in (*field_words(), *employer_words())


def is_same_place(text: str) -> bool:
    """Whether words point to the body of the one before: "samme sted"."""
    return fold(text) in lexicon.table("attendance")["over_people"]["same"]


def is_kind_of_body(word: str) -> bool:
    """Whether a capitalized word behind a place or a name makes both the name of a body: "Kommune", "Sygehus", "ApS"."""
    return fold(word).endswith((*lexicon.table("titles")["rests"], "aps", "a/s", "i/s", "fonden", "skole", "forening"))


def is_collective(text: str) -> bool:
    """Whether words name many bodies of one kind: "Kommunerne"."""
    return fold(text) in lexicon.table("titles")["collectives"]


def is_rest_of_body(text: str) -> bool:
    """Whether a line holds only the last word of a body's name, which a narrow column has put there: "Kommune"."""
    return fold(text) in lexicon.table("titles")["rests"]


def looks_like_forum(text: str) -> bool:
    """Whether a phrase names a group that meets, by its words alone."""
    words = _words(text)
    return any(w.endswith(_forum_endings()) or w.removesuffix("s").endswith(_forum_endings()) for w in words)


# Capacities


@cache
def _capacities() -> dict[str, str]:
    return {word: key for key, words in lexicon.table("capacities")["words"].items() for word in words}


def capacity(text: str) -> str | None:
    """The capacity that a phrase of a list stands for; None where it is none."""
    folded = fold(text)
    table = _capacities()
    return table.get(folded) or table.get(folded + ".")


@cache
def capacity_phrases() -> tuple[tuple[str, str], ...]:
    """(phrase, capacity) of what joins a person to another forum, longest first: "næstformand for"."""
    pairs = [(phrase, key) for key, phrases in lexicon.table("capacities")["of"].items() for phrase in phrases]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


@cache
def office_words() -> dict[str, str]:
    """The words for an office in a forum that sentences give to people, each with its capacity."""
    kinds = ("chair", "vice_chair", "secretary", "project_lead", "contact", "observer")
    return {word: key for word, key in _capacities().items() if key in kinds and re.fullmatch(r"[a-zæøå. ]+[a-zæøå]", word)}


def negates(text: str) -> bool:
    """Whether words say that something is not, or no longer, so."""
    return any(word in lexicon.table("capacities")["told"]["not"] for word in _words(text))


def is_vacant(text: str) -> bool:
    """Whether a phrase says that nobody sits there."""
    words, pattern = _vacant()
    folded = fold(text)
    return folded in words or pattern.fullmatch(folded) is not None


@cache
def _vacant() -> tuple[frozenset[str], re.Pattern[str]]:
    table = lexicon.table("capacities")["vacant"]
    return frozenset(fold(w) for w in table["words"]), re.compile("|".join(f"(?:{p})" for p in table["patterns"]))


@cache
def _vacancies() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b(?:{pattern})", re.IGNORECASE) for pattern in lexicon.table("capacities")["vacant_told"]["sentences"])


def vacancies(text: str) -> list[re.Match[str]]:
    """Where a sentence tells of an empty seat, in order; the group ``seat`` holds its words."""
    found = [match for pattern in _vacancies() for match in pattern.finditer(text)]
    return sorted(found, key=lambda m: m.start("seat"))[:1] if found else []


def capacity_in(seat: str) -> str:
    """The capacity that the words of a seat speak of: "Formandsposten" is that of the chair; else that of a member."""
    posts = lexicon.table("capacities")["told"]["posts"]
    named = [w for w in seat.casefold().split() if w in posts or capacity(w) in ("chair", "vice_chair", "secretary", "observer", "deputy")]
    return str(posts.get(named[0]) or capacity(named[0])) if named else "member"


def party(text: str) -> str | None:
    """The party that a phrase of a list names, as written; None where it is none."""
    table = lexicon.table("capacities")["parties"]
    bare = text.strip(" .,:;()")
    return bare if bare in table["letters"] or bare.casefold() in table["words"] else None


def seat_number(text: str) -> int | None:
    """The number at the beginning of a seat by kind: "2 direktører", "en repræsentant"; None where none stands there."""
    match = re.match(r"\s*(\d{1,2}|\w+)\s+(?=\w)", text)
    if not match:
        return None
    word = match.group(1).casefold()
    return int(word) if word.isdigit() else lexicon.table("capacities")["seats"]["numbers"].get(word)


def is_numbered_title(word: str) -> bool:
    """Whether a number before a word is part of an office: "1. viceborgmester"."""
    return word.casefold().strip(".,") in lexicon.table("capacities")["numbered"]


def is_seat_word(word: str) -> bool:
    """Whether a word is the plural or singular of an office that seats are given by."""
    folded = word.casefold().strip(".,:;()")
    return folded in lexicon.table("capacities")["seats"]["plural"] or folded.endswith("repræsentant") or is_title_word(folded)


# Attendance


@cache
def _headings() -> dict[str, str]:
    return {fold(word.replace("\u00ad", "")): key for key, words in lexicon.table("attendance")["headings"].items() for word in words}


@cache
def _heading_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = lexicon.table("attendance")["heading_patterns"]
    return tuple((key, re.compile(pattern)) for key, patterns in table.items() for pattern in patterns)


def list_heading(text: str) -> str | None:
    """The kind of list that a heading opens ("participants", "apologies" …); None where it opens none."""
    folded = fold(re.sub(r"\s*\([^()]*\)\s*:?$", "", text)).rstrip("?")  # "Deltagere (12)"
    if folded in _headings():
        return _headings()[folded]
    if "(" in text and fold(text) in _headings():
        return _headings()[fold(text)]
    found = next((key for key, pattern in _heading_patterns() if pattern.fullmatch(folded)), None)
    if found is None and len(halves := re.split(r"\s*/\s*|\s+(?:og|eller)\s+", folded)) == 2:  # "Afbud/fraværende": two words for one list
        kinds = {_headings().get(half) for half in halves}
        found = kinds.pop() if len(kinds) == 1 else None
    return found


def list_label(text: str) -> str | None:
    """The kind of list that a small word opens where a colon follows it ("Med:", "Vi var:"); None where it opens none."""
    return next((kind for kind, labels in lexicon.table("attendance")["labels"].items() if fold(text) in labels), None)


@cache
def running_headings() -> re.Pattern[str]:
    """Headings of lists and other labels as they stand inside a line of running text, capitalized; group 1 is the label."""
    table = lexicon.table("attendance")
    words = [w for ws in table["headings"].values() for w in ws] + table["other_labels"]
    alternatives = "|".join(re.escape(w[0].upper() + w[1:]).replace(r"\ ", r"\s+") for w in sorted(set(words), key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<![\w-])({alternatives})(?![\w-])\s*(:)?")


def is_other_label(text: str) -> bool:
    """Whether a label ends a list of people and opens something else."""
    return fold(text) in lexicon.table("attendance")["other_labels"]


def is_minutes_label(text: str) -> bool:
    """Whether a label is a word for minutes, behind which the name of who wrote them may stand."""
    return fold(text) in lexicon.table("attendance")["minutes_words"]


def is_office_label(text: str) -> bool:
    """Whether a label names a person by office: "Sagsbehandler: …"."""
    return fold(text) in lexicon.table("attendance")["office_labels"]


def is_column(text: str) -> bool:
    """Whether a cell is the head of a column of a table of people."""
    words = [w for w in re.split(r"\s*(?:/|,|&)\s*|\s+og\s+", fold(text)) if w]
    return bool(words) and all(w in lexicon.table("attendance")["columns"] for w in words)


def is_person_column(text: str) -> bool:
    """Whether a cell heads the column in which the names of people stand."""
    words = re.split(r"\s*(?:/|,|&)\s*|\s+og\s+", fold(text))
    return any(w in lexicon.table("attendance")["person_columns"] for w in words)


def is_title_column(text: str) -> bool:
    """Whether a label or the head of a column is that of titles."""
    return any(w in lexicon.table("attendance")["title_columns"] for w in re.split(r"\W+", fold(text)))


def is_forum_column(text: str) -> bool:
    """Whether a cell heads the column of the forum in which those of each row sit."""
    return fold(text) in lexicon.table("attendance")["forum_columns"]


def is_matter_column(text: str) -> bool:
    """Whether a cell heads a column of a table of matters: initiatives, tasks, money."""
    return any(w in lexicon.table("attendance")["matter_columns"] for w in re.split(r"\W+", fold(text)))


@cache
def _signed() -> re.Pattern[str]:
    signs = "".join(re.escape(sign) for sign in lexicon.table("attendance")["signs"])
    return re.compile(rf"\s*([{signs}])[\s:.)]+(?=[A-ZÆØÅ][\w.-]+)")


def sign_before(text: str) -> tuple[str, int] | None:
    """(what it says of attendance, its length) of a sign with which the line of a person begins: "x  A, direktør"; None where none does."""
    match = _signed().match(text)
    return (lexicon.table("attendance")["signs"][match.group(1)], match.end()) if match else None


def is_tick(text: str) -> bool:
    """Whether a cell is a cross or another yes."""
    return fold(text) in lexicon.table("attendance")["marks"]["ticks"] or text.strip() in lexicon.table("attendance")["marks"]["ticks"]


@cache
def _marks() -> dict[str, str]:
    return {fold(word): key for key, words in lexicon.table("attendance")["marks"].items() if key != "ticks" for word in words}


def mark(text: str) -> str | None:
    """What a mark on a person's line says of attendance: "present" or "apologies"; None where it says nothing."""
    return _marks().get(fold(text))


@cache
def statement_phrases(*kinds: str) -> tuple[tuple[str, str], ...]:
    """(phrase, kind) of statements on attendance, longest first."""
    table = lexicon.table("attendance")["statements"]
    pairs = [(phrase, kind) for kind in kinds for phrase in table[kind]]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def is_standing_deputy(text: str) -> bool:
    """Whether words call somebody the deputy of another, at all meetings: "suppleant for …"."""
    return starts_with(text, lexicon.table("attendance")["statements"]["standing_deputy"]) is not None


@cache
def instead_phrases() -> tuple[str, ...]:
    """Words that lead to the name of who came instead, longest first."""
    return tuple(sorted(lexicon.table("attendance")["statements"]["instead"], key=lambda p: (-len(p), p)))


@cache
def presence_verbs() -> re.Pattern[str]:
    """The verbs by which a sentence tells who was at the meeting, as one expression."""
    return re.compile(rf"\b(?:{'|'.join(lexicon.table('attendance')['present_told']['verbs'])})\b", re.IGNORECASE)


def tells_presence(text: str) -> bool:
    """Whether words tell who was at the meeting."""
    return presence_verbs().search(text) is not None


def starts_with(text: str, phrases: Iterable[str]) -> str | None:
    """The first of some phrases that a text begins with, as a whole word; case does not matter."""
    folded = text.casefold().lstrip()
    return next((p for p in phrases if folded.startswith(p) and not folded[len(p) : len(p) + 1].isalnum()), None)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(lexicon.table("attendance")["sentences"]["verbs"])


@cache
def verbs_before_name() -> tuple[str, ...]:
    """Verbs behind which the person stands who does it, longest first: "deltog", "valgtes"."""
    return tuple(sorted(lexicon.table("attendance")["sentences"]["before_name"], key=lambda v: (-len(v), v)))


def is_verb(word: str) -> bool:
    """Whether a word is a finite verb by which minutes tell something."""
    return word.strip(" .,;:") in _verbs()


def names_project(word: str) -> bool:
    """Whether the first word of a sentence says that it speaks of a project: "Projekt …", "Kampagnen"."""
    return word.casefold().startswith(tuple(lexicon.table("capacities")["told"]["projects"]))


def names_project_lead(sentence: str) -> bool:
    """Whether a sentence that opens a list says that those below lead a project."""
    first = re.match(r"\W*(\w+)", sentence)
    return bool(first) and first.group(1).casefold() in lexicon.table("attendance")["groups"]["lead_words"] if first else False
