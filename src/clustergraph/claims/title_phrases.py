"""Where a title begins and ends in a phrase, and what stands around it: a name before it, its field, an employer, a name behind it."""

from __future__ import annotations

import re

from clustergraph.claims import names
from clustergraph.lexicon import people


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without blanks and stray punctuation at its ends; a hyphen at the end stays."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(" \t\u00a0.,;:•·|/*†+"))
    return start, max(start, start + len(text[start:end].rstrip(" \t\u00a0,;:•·|/*†+")))


def title_head(text: str, start: int, end: int) -> tuple[int, int] | None:
    """(begin of the title, end of its head) of the first title in a stretch."""
    words = list(re.finditer(r"[\wæøåÆØÅ.'’/-]+", text[start:end]))
    for n, word in enumerate(words):
        if people.is_title_word(word.group()) and not word.group().endswith("-"):
            if n + 1 < len(words) and people.is_title_word(words[n + 1].group()) and not words[n + 1].group()[0].isupper():
                continue  # "specialeansvarlig fysioterapeut": the last word is the head
            name = names.leading(text, start, start + word.start())
            begin = start
            if name and name[0] == start and _is_name_before_title(text, name, start + word.start()):
                begin = name[1]
            return trim(text, begin, end)[0], start + word.end()
        if word.group().casefold() in (*people.employer_words(), *people.field_words()):
            return None
    return None


def body_before_title(text: str, start: int, begin: int, head: int) -> tuple[int, int] | None:
    """(end of the body, begin of the title) as in "Ulsby Kommune Sundhedschef …": run-on text in which a person's body ends and a title begins."""
    if begin > start:
        return None
    words = list(re.finditer(r"\S+", text[start:head]))
    at = len(words) - 1
    while at > 0 and not (words[at].group()[0].isupper() and not _belongs_to_title(words[at - 1].group(), words[at].group())):
        at -= 1
    title = [w.group() for w in words[at:]]
    plain = all(w.casefold() in people.title_modifiers() or w in ("og", "samt") or people.is_no_name(w) for w in title[:-1])
    ahead = text[start : start + words[at].start()].strip() if words else ""
    if at == 0 or not plain or not people.looks_like_body(ahead) or re.search(r"(?:^|\s)[a-zæøå]{1,4}$", ahead):
        return None
    if " " not in ahead and not re.search(r"[A-ZÆØÅ]{3}", ahead) and not (people.is_definite_body(ahead) and words[at].group()[0].isupper()):
        return None
    return start + words[at - 1].end(), start + words[at].start()


def _belongs_to_title(before: str, word: str) -> bool:
    """Whether a word goes before another inside one title: "Social og Sundhedsdirektør", "Konstitueret Centerchef"."""
    return before in ("og", "samt") or before.endswith("-") or before.casefold() in people.title_modifiers() or word.casefold() == "og"


def _is_name_before_title(text: str, name: tuple[int, int], head: int) -> bool:
    words = [t.text for t in names.tokens(text, *name)]
    if words[0].casefold() in people.title_modifiers() or len(words) < 2:
        return False
    between = text[name[1] : head].strip()
    return names.begins_with_given(words) or between[:1].islower() or not between


def title_end(text: str, head: int, end: int) -> tuple[int, int]:
    """(end of the title, begin of what follows it): a field stays with the title, an employer does not."""
    rest = text[head:end]
    follow = re.match(r"\s+(\S+)\s+", rest)
    if not follow:
        return head, head
    word = follow.group(1).casefold()
    if word in people.field_words():
        name = names.given_suffix(text, head + follow.end(), end)
        limit = name[0] if name and name[0] > head + follow.end() else end
        employer = re.search(r"\s+(?:i|ved|hos|på|fra)\s+(?=[A-ZÆØÅ])", text[head + follow.end() : limit])
        if employer and word == "af" and not people.looks_like_body(text[head + follow.end() + employer.end() : limit]):
            employer = None  # "leder af Sundhedshuset i Vråby": the place belongs to the house
        stop = head + follow.end() + employer.start() if employer else limit
        return stop, (head + follow.end() + employer.end() if employer else stop)
    if word in people.employer_words():
        after = text[head + follow.end() : end]
        if after[:1].isupper() or people.looks_like_body(re.split(r"\s(?=[A-ZÆØÅ])", after)[0]):
            return head, head + follow.end()
        return _lowercase_end(text, head, end)
    return _lowercase_end(text, head, end)


def _lowercase_end(text: str, head: int, end: int) -> tuple[int, int]:
    """The end of a title that goes on in small letters: "speciallæge i almen medicin"."""
    stop = head
    for word in re.finditer(r"\s+(\S+)", text[head:end]):
        bare = word.group(1)
        if not bare[0].islower() or (people.looks_like_body(bare) and not people.is_title_word(bare)):
            break
        stop = head + word.end()
    return stop, stop


def after_title(text: str, start: int, end: int, has_name: bool) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """(name, body) in what follows a title in the same stretch."""
    at = trim(text, start, end)
    if at[0] >= at[1]:
        return None, None
    run = names.leading(text, *at)
    if run and not has_name and run[0] == at[0]:
        words = [t.text for t in names.tokens(text, *run)]
        if len(words) >= 2 and (names.begins_with_given(words) or not _is_body_word_behind(text, run, at[1])):
            return back_from_body(text, run, at[1]), None
    tail = None if has_name else names.given_suffix(text, *at)
    if tail and tail[0] > at[0]:
        return tail, trim(text, at[0], tail[0])
    return None, at


def _is_body_word_behind(text: str, run: tuple[int, int], end: int) -> bool:
    """Whether name words and what follows them are one body: "Nordre Fasan Klinik"; letters alone are the body of a person: "… PLO"."""
    after = text[run[1] : end].strip()
    if re.fullmatch(r"[A-ZÆØÅ]{2,6}", after):
        return False
    return people.looks_like_body(text[run[0] : end])


_BODY_AFTER_PLACE = ("kommune", "sygehus", "hospital", "universitetshospital", "klynge")


def is_place_of_body(text: str, run: tuple[int, int], end: int) -> bool:
    """Whether two name words are the place in the name of a body and nothing else: "Bogø Strand kommune"."""
    after = text[run[1] : end].split()
    return len(after) == 1 and after[0].casefold().startswith(_BODY_AFTER_PLACE) and len(list(names.tokens(text, *run))) == 2


def back_from_body(text: str, run: tuple[int, int], end: int) -> tuple[int, int]:
    """A run of name words without the one that belongs to the body behind it: "Henrik Ravn Jammerbugt Kommune"."""
    words = list(names.tokens(text, *run))
    after = text[run[1] : end].split()
    if len(words) >= 3 and after and after[0].casefold().startswith(_BODY_AFTER_PLACE):
        return run[0], words[-2].end
    return run
