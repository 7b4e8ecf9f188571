"""What a verdict hangs on: keys that are found again after a new reading, in the same text or in the one that replaced it.

A mention is known by document, kind and name; a claim by document, kind, ends, main qualifiers and the words of its sentence. Neither by an
offset or a claim's id alone: another recognizer, or another version of the document, has others.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from clustergraph.model import Claim, Document, Span, mention_key
from clustergraph.names import fold
from clustergraph.records import claim_to_json, dumps

# What of a claim's qualifiers makes it this claim and not another one of the same two ends.
MAIN: Mapping[str, tuple[str, ...]] = {
    "meeting": ("date",),
    "holds_role": ("role",),
    "forum_role": ("capacity", "attendance", "vacant", "seat", "item", "meeting_date"),
    "reporting_line": ("kind", "status"),
    "agenda_item": ("number",),
    "decision_elsewhere": ("date", "about"),
    "approval": ("about", "item"),
    "handover": ("act", "item"),
    "event": ("what", "date"),
    "deadline": ("what", "date"),
    "money": ("what", "amount_dkk", "period"),
    "seats": ("seat", "number"),
}


_STOP = re.compile(r"[.!?]\s+(?=[A-ZÆØÅ])")


@dataclass(frozen=True, slots=True)
class MentionKey:
    """One name in one document; ``source`` is the file's name, ``forum`` one in which the document shows the person."""

    document: str
    source: str
    kind: str
    name: str
    forum: str | None = None

    def in_words(self) -> str:
        """For people to read."""
        return f"{self.name} ({self.source})"


@dataclass(frozen=True, slots=True)
class ClaimKey:
    """One claim of one document. ``said`` is the whole claim as it was judged, so that a confirmed one outlives a recognizer that misses it."""

    document: str
    source: str
    kind: str
    subject: tuple[str, str]
    object: tuple[str, str] | None
    qualifiers: tuple[tuple[str, str], ...]
    sentence: str
    said: str  # one line of JSON

    def in_words(self) -> str:
        """For people to read."""
        ends = " → ".join(end[1] for end in (self.subject, self.object) if end)
        told = ", ".join(f"{name} {value}" for name, value in self.qualifiers)
        return f"{self.kind}: {ends}{f' ({told})' if told else ''} ({self.source})"

    @property
    def id(self) -> str:
        """A short name of the key: 12 hex digits."""
        return digest("claim", self.kind, *self.subject, *(self.object or ("", "")), dumps(self.qualifiers), self.sentence, self.source)


def digest(*parts: str) -> str:
    """12 hex digits of a content hash; parts are kept apart."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def to_json(key: MentionKey | ClaimKey) -> dict[str, Any]:
    """The stored form."""
    return asdict(key)


def mention_from_json(row: Mapping[str, Any]) -> MentionKey:
    """A mention's key from its stored form; raises TypeError or KeyError where it is none."""
    return MentionKey(**row)


def claim_from_json(row: Mapping[str, Any]) -> ClaimKey:
    """A claim's key from its stored form; raises TypeError or KeyError where it is none."""
    pairs = tuple((str(name), str(value)) for name, value in row["qualifiers"])
    subject, obj = tuple(row["subject"]), row["object"] and tuple(row["object"])
    return ClaimKey(**{**row, "subject": subject, "object": obj or None, "qualifiers": pairs})


def plain(words: str) -> str:
    """Words with single blanks, for comparing texts that are broken over lines in other places."""
    return " ".join(words.replace("\u00ad", "").split())


def sentence(document: Document, span: Span) -> str:
    """The line or lines of the text that hold a span, and of a long line only the sentence."""
    text = document.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", max(span.end - 1, span.start))
    end = len(text) if end < 0 else end
    stops = [start + stop.end() for stop in _STOP.finditer(text[start:end])]
    start = max((stop for stop in stops if stop <= span.start), default=start)
    end = min((stop for stop in stops if stop >= span.end), default=end)
    return plain(text[start:end])


def key_of_claim(document: Document, claim: Claim) -> ClaimKey:
    """The key of a claim of a document."""
    obj = (claim.object.kind, claim.object.name) if claim.object else None
    words, said = sentence(document, claim.evidence[0]), dumps(claim_to_json(claim))
    return ClaimKey(document.id, document.source, claim.kind, (claim.subject.kind, claim.subject.name), obj, _main(claim), words, said)


def _main(claim: Claim) -> tuple[tuple[str, str], ...]:
    told = ((name, claim.qualifiers.get(name)) for name in MAIN.get(claim.kind, ()))
    return tuple((name, value if isinstance(value, str) else dumps(value)) for name, value in told if value not in (None, False, "", []))


def key_of_mention(document: Document, claims: Iterable[Claim], kind: str, name: str) -> MentionKey:
    """The key of a name in a document."""
    forums = (c.object.name for c in claims if c.kind == "forum_role" and c.object and (c.subject.kind, c.subject.name) == (kind, name))
    return MentionKey(document.id, document.source, kind, name, next(iter(sorted(forums)), None))


def find_mention(key: MentionKey, document: Document, claims: Sequence[Claim]) -> str | None:
    """The key of :attr:`Resolution.canonical` under which a document names what was judged; None where it names it no more.

    The name as it was, else the one name of the document that is spelt like it, has it as another spelling, or has its words.
    """
    names: dict[str, set[str]] = {}
    for claim in claims:
        for mention in (claim.subject, claim.object):
            if mention is not None and mention.kind == key.kind:
                names.setdefault(mention.name, set()).add(fold(mention.name))
        if claim.subject.kind == key.kind and claim.kind == key.kind:
            names[claim.subject.name].update(fold(alias) for alias in claim.qualifiers.get("aliases") or ())
    wanted = fold(key.name)
    for fits in (
        [name for name in names if name == key.name],
        [name for name, spelt in names.items() if wanted in spelt],
        [name for name, spelt in names.items() if any(_within(wanted, one) for one in spelt)],
    ):
        if len(fits) == 1:
            return mention_key(document.id, key.kind, fits[0])
    return None


def _within(one: str, other: str) -> bool:
    """Whether all words of the shorter of two names are words of the longer one; names of one word are not enough."""
    short, long = sorted((one.split(), other.split()), key=len)
    return len(short) > 1 and set(short) <= set(long)


def stands(key: ClaimKey, document: Document) -> bool:
    """Whether the sentence of a claim still stands in a text."""
    return key.sentence in _squeezed(document.id, document.text)


@lru_cache(maxsize=1024)
def _squeezed(_ident: str, text: str) -> str:
    return plain(text)


def find_claim(key: ClaimKey, document: Document, claims: Iterable[Claim]) -> Claim | None:
    """The claim of a document that says what was judged, that of the same sentence first."""
    alike = [claim for claim in claims if _says(key, claim)]
    alike.sort(key=lambda claim: (all(sentence(document, span) != key.sentence for span in claim.evidence), claim.evidence[0], claim.id))
    return alike[0] if alike else None


def _says(key: ClaimKey, claim: Claim) -> bool:
    obj = (claim.object.kind, claim.object.name) if claim.object else None
    ends = _same_end(key.subject, (claim.subject.kind, claim.subject.name)) and (key.object is None) == (obj is None)
    return key.kind == claim.kind and key.qualifiers == _main(claim) and ends and (obj is None or _same_end(key.object or ("", ""), obj))


def _same_end(one: tuple[str, str], other: tuple[str, str]) -> bool:
    left, right = fold(one[1]), fold(other[1])
    return one[0] == other[0] and (left == right or (one[0] == "person" and _within(left, right)))
