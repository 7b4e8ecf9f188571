"""Who wrote a letter or mail: the sender and the name below its greeting, with the title and employer written under that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from clustergraph import lexicon
from clustergraph.claims import entries, list_headings, names
from clustergraph.claims.entries import Words
from clustergraph.claims.told import Told
from clustergraph.lexicon import people

if TYPE_CHECKING:
    from clustergraph.claims.reading import Line, Reading

_REACH = 3  # lines from a greeting to the name, with a first name or initials between
_BELOW = 4  # lines of title and employer under the name


def signed(reading: Reading) -> Iterator[Told]:
    """Who signed, with what stands below the name."""
    for i, line in enumerate(reading.lines):
        greeting = _greeting().match(line.text)
        if greeting is None:
            continue
        tail = line.text[greeting.end() :].strip(" ,.")
        if names.is_name(tail, given=True):
            yield _read(reading, i, line.start + line.text.index(tail), line.start + line.text.index(tail) + len(tail))
        elif not tail:
            yield from _below(reading, i)


def _below(reading: Reading, greeting: int) -> Iterator[Told]:
    for k, line in enumerate(reading.lines[greeting + 1 : greeting + 1 + _REACH], greeting + 1):
        bare = line.text.strip(" ,.")
        name = bare.split(",")[0]
        if names.is_name(name, given=True) and (name == bare or people.is_title_word(bare[len(name) :].strip(" ,").split()[0])):
            start = line.start + line.text.index(name)
            yield _read(reading, k, start, start + len(name))
        elif " " not in bare and (people.is_given_name(bare) or names.is_initial(bare)):
            continue
        return


def _read(reading: Reading, index: int, start: int, end: int) -> Told:
    """The person of a signature: behind the name on its line and on the lines below, up to the first that is neither title nor body."""
    titles: list[Words] = []
    bodies: list[Words] = []
    last = end
    stretches = [(end, reading.lines[index].end), *((below.start, below.end) for below in reading.lines[index + 1 : index + 1 + _BELOW])]
    for s, e in stretches:
        words = reading.text[s:e].strip(" ,")
        if not words and s == end:
            continue
        if not words or list_headings.is_contact(words) or words.endswith((".", ":")) or len(words.split()) > 9:
            break
        found = entries.read(reading.text, s, e)
        if any(f.name for f in found):
            break
        heading = list_headings.body(reading.text, s, e)
        if found and found[0].titles and not bodies:
            titles, bodies, last = titles + found[0].titles, bodies + found[0].bodies, e
        elif heading is not None:
            bodies, last = [*bodies, heading], e
        elif not titles or bodies:  # between title and employer a unit may stand that no list knows: "Sundhed og Omsorg"
            break
    return Told(entries.words(reading.text, start, end), start, last, tuple(titles), tuple(bodies))


def name(reading: Reading) -> Words | None:
    """The name of who wrote the document: below the greeting, else in the field for the sender; None where neither stands there."""
    for told in signed(reading):
        return told.name
    for line in reading.lines[:6]:
        label, colon, value = line.text.partition(":")
        if colon and people.fold(label) in lexicon.table("attendance")["letters"]["senders"]:
            run = names.leading(value.lstrip())
            if run and run[0] == 0 and names.is_name(value.lstrip()[: run[1]], given=True):
                start = line.start + line.text.index(value.lstrip())
                return entries.words(reading.text, start, start + run[1])
    return None


def among_those_present(reading: Reading) -> Line | None:
    """The line in which the writer counts among those who were there: "… og undertegnede", "jeg selv som referent"."""
    first = next((line for line in reading.lines if _self().search(line.text)), None)
    if first is None:
        return None
    listed = any(row.line[0] < first.end and row.line[1] > first.start for row in reading.rows if row.name)
    return first if listed or people.tells_presence(first.text) else None


@cache
def _greeting() -> re.Pattern[str]:
    phrases = sorted(lexicon.table("attendance")["letters"]["greetings"], key=lambda p: (-len(p), p))
    return re.compile(r"\s*(?:" + "|".join(re.escape(p) for p in phrases) + r")(?!\w)[\s,.!]*", re.IGNORECASE)


@cache
def _self() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(lexicon.table("attendance")["letters"]["self"]) + r")(?!\w)", re.IGNORECASE)
