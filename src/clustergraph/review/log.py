"""The log of what people have judged: ``review/judgements.jsonl``. It only grows; taking back is one more line.

Lines that belong together are one **act** and are taken back together. Three kinds of line say something: a verdict on two names
(``left``, ``right``), a verdict on a claim (``claim``), a fact added by hand (``added``); a fourth takes an act back (``undo``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal, TypeAlias

from clustergraph.errors import RecordError
from clustergraph.model import Judgement, Verdict
from clustergraph.records import judgement_from_json
from clustergraph.review import keys
from clustergraph.review.keys import ClaimKey, MentionKey

ClaimWord = Literal["confirmed", "rejected", "unsure", "withdrawn"]
CLAIM_WORDS: tuple[ClaimWord, ...] = ("confirmed", "rejected", "unsure", "withdrawn")


@dataclass(frozen=True, slots=True)
class PairVerdict:
    """A person's verdict on two names. ``keys`` find the ends again; without them the ends of ``judgement`` are taken as they are."""

    judgement: Judgement
    keys: tuple[MentionKey, MentionKey] | None = None

    @property
    def verdict(self) -> Verdict:
        """The word of the verdict."""
        return self.judgement.verdict

    def in_words(self) -> str:
        """For people to read: who, what, when."""
        left, right = (key.in_words() for key in self.keys) if self.keys else (self.judgement.left, self.judgement.right)
        return _told(f"{left} / {right}: {self.verdict}", self.judgement.by, self.judgement.at, self.judgement.reason)


@dataclass(frozen=True, slots=True)
class ClaimVerdict:
    """A person's verdict on one claim."""

    claim: ClaimKey
    verdict: ClaimWord
    reason: str
    by: str
    at: str | None

    def in_words(self) -> str:
        """For people to read: who, what, when."""
        return _told(f"{self.claim.in_words()}: {self.verdict}", self.by, self.at, self.reason)


@dataclass(frozen=True, slots=True)
class AddedFact:
    """A fact that a person stated with its source. ``ends`` are the names that are known from documents, by the name given here."""

    id: str
    kind: str
    subject: tuple[str, str]
    object: tuple[str, str] | None
    qualifiers: Mapping[str, Any]
    source: str
    text: str
    date: str | None
    ends: Mapping[str, MentionKey]
    by: str
    at: str | None

    def in_words(self) -> str:
        """For people to read: who, what, when."""
        names = " → ".join(end[1] for end in (self.subject, self.object) if end)
        return _told(f"{self.kind}: {names} ({self.source})", self.by, self.at, "")


Entry: TypeAlias = PairVerdict | ClaimVerdict | AddedFact


def _told(what: str, by: str, at: str | None, reason: str) -> str:
    return f"{what} ({', '.join(part for part in (by, at, reason) if part)})"


@dataclass(frozen=True, slots=True)
class Act:
    """One or more entries that were written together; ``number`` counts from 1."""

    number: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Log:
    """What stands: the acts that nobody took back, in the order of judging; ``last`` is the number of the last act ever written."""

    acts: tuple[Act, ...] = ()
    last: int = 0

    @property
    def pairs(self) -> list[PairVerdict]:
        """The verdicts on two names."""
        return [entry for act in self.acts for entry in act.entries if isinstance(entry, PairVerdict)]

    @property
    def claims(self) -> list[ClaimVerdict]:
        """The last verdict on each claim, without those withdrawn."""
        last: dict[str, ClaimVerdict] = {}
        for act in self.acts:
            for entry in act.entries:
                if isinstance(entry, ClaimVerdict):
                    last.pop(entry.claim.id, None)
                    last[entry.claim.id] = entry
        return [verdict for verdict in last.values() if verdict.verdict != "withdrawn"]

    @property
    def added(self) -> list[AddedFact]:
        """The facts that people stated."""
        return [entry for act in self.acts for entry in act.entries if isinstance(entry, AddedFact)]


def parse(rows: Sequence[Mapping[str, Any]], added: Sequence[Mapping[str, Any]] = (), path: str = "-", known_at: str | None = None) -> Log:
    """The log from its lines and those of ``added.jsonl``; with a day what stood at the end of it. Raises :class:`RecordError`."""
    acts: dict[int, list[Entry]] = {}
    facts = {str(row.get("id")): row for row in added}
    last = 0
    for number, row in enumerate(rows, 1):
        if known_at is not None and str(row.get("at") or "")[:10] > known_at:
            continue
        if row.get("undo"):
            standing = max(acts, default=0) if row["undo"] is True else int(row["undo"])
            acts.pop(standing, None)
            continue
        act = int(row.get("act") or last + 1)
        last = max(last, act)
        acts.setdefault(act, []).append(_entry(row, facts, path, number))
    return Log(tuple(Act(number, tuple(entries)) for number, entries in sorted(acts.items())), last)


def _entry(row: Mapping[str, Any], facts: Mapping[str, Mapping[str, Any]], path: str, number: int) -> Entry:
    try:
        if "claim" in row:
            if row["verdict"] not in CLAIM_WORDS:
                raise RecordError(path, number, f"unknown verdict {row['verdict']!r}")
            return ClaimVerdict(keys.claim_from_json(row["claim"]), row["verdict"], row.get("reason", ""), row["by"], row.get("at"))
        if "added" in row:
            return fact_from_json(facts[row["added"]])
        ends = row.get("keys")
        judgement = judgement_from_json({k: v for k, v in row.items() if k not in ("keys", "act")}, path, number)
        found = tuple(keys.mention_from_json(end) for end in ends) if ends else None
        return PairVerdict(judgement, (found[0], found[1]) if found else None)
    except (KeyError, TypeError, IndexError) as error:
        raise RecordError(path, number, f"no verdict: {error}") from error


def row_of(entry: Entry, act: int) -> dict[str, Any]:
    """The line that the log holds for an entry."""
    if isinstance(entry, PairVerdict):
        ends = {"keys": [keys.to_json(key) for key in entry.keys]} if entry.keys else {}
        return {"act": act, **asdict(entry.judgement), **ends}
    if isinstance(entry, ClaimVerdict):
        told = {"verdict": entry.verdict, "reason": entry.reason, "by": entry.by, "at": entry.at}
        return {"act": act, "claim": keys.to_json(entry.claim), **told}
    return {"act": act, "added": entry.id, "by": entry.by, "at": entry.at}


def fact_to_json(fact: AddedFact) -> dict[str, Any]:
    """The line of ``added.jsonl``."""
    return asdict(fact)


def fact_from_json(row: Mapping[str, Any]) -> AddedFact:
    """A fact from its line; raises TypeError or KeyError where it is none."""
    ends = {name: keys.mention_from_json(end) for name, end in row["ends"].items()}
    obj = row["object"] and tuple(row["object"])
    return AddedFact(**{**row, "subject": tuple(row["subject"]), "object": obj or None, "ends": ends})


def withdrawing(verdicts: Iterable[PairVerdict], by: str, at: str, reason: str) -> list[PairVerdict]:
    """What takes verdicts out of force, for a new one that goes against them."""
    return [replace(v, judgement=replace(v.judgement, verdict="withdrawn", by=by, at=at, reason=reason)) for v in verdicts]
