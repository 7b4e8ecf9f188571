"""From the log to the documents of today: which name and which claim each verdict speaks of now, and which verdicts have lost their ground."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from clustergraph.model import Claim, Document, Judgement, Mention, Span, View, mention_key
from clustergraph.records import claim_from_json, claim_id
from clustergraph.review import keys
from clustergraph.review.keys import ClaimKey, MentionKey
from clustergraph.review.log import AddedFact, ClaimVerdict, Entry, Log, PairVerdict

BY_HAND = "review"
LAYOUT = "added"  # of the documents that stand for facts added by hand


@dataclass(frozen=True, slots=True)
class Bound:
    """The verdicts as they apply to the documents of today.

    ``pairs`` hold each verdict on two names with its ends as mention keys of today, ``ends`` whom facts added by hand speak of;
    ``claims`` is claim id → verdict; ``lost`` are verdicts whose name or sentence is no longer there, each with a reason. ``documents`` and ``said``
    are those given, with the facts that people added and the confirmed claims that the reading of today misses;
    ``recorded`` tells when these facts were added.
    """

    documents: tuple[Document, ...]
    said: Mapping[str, list[Claim]]
    pairs: tuple[tuple[PairVerdict, Judgement], ...]
    ends: tuple[Judgement, ...]
    claims: Mapping[str, ClaimVerdict]
    lost: tuple[tuple[Entry, str], ...]
    recorded: Mapping[str, str]

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """What :func:`clustergraph.entities.resolve` takes: the verdicts on pairs, and whom facts added by hand speak of."""
        return (*(judgement for _, judgement in self.pairs), *self.ends)

    @property
    def rejected(self) -> frozenset[str]:
        """The ids of the claims that somebody rejected."""
        return frozenset(ident for ident, verdict in self.claims.items() if verdict.verdict == "rejected")


def bind(log: Log, documents: Sequence[Document], said: Mapping[str, Sequence[Claim]], now: Mapping[str, str]) -> Bound:
    """The log on the documents of today. ``now`` is the id of an earlier version → the id of the version in force of the same document."""
    return _Binding(documents, said, now).of(log)


class _Binding:
    def __init__(self, documents: Sequence[Document], said: Mapping[str, Sequence[Claim]], now: Mapping[str, str]) -> None:
        self._documents = {document.id: document for document in documents}
        self._by_source: dict[str, list[Document]] = {}
        for document in documents:
            self._by_source.setdefault(document.source, []).append(document)
        self._said = {ident: list(claims) for ident, claims in said.items()}
        self._now = now
        self._lost: list[tuple[Entry, str]] = []
        self._recorded: dict[str, str] = {}

    def of(self, log: Log) -> Bound:
        pairs = [(verdict, bound) for verdict in log.pairs if (bound := self._pair(verdict))]
        claims: dict[str, ClaimVerdict] = {}
        for verdict in log.claims:
            bound_claim = self._claim(verdict)
            if bound_claim is not None:
                claims[bound_claim.id] = verdict
        ends = [end for fact in log.added for end in self._add(fact)]
        return Bound(tuple(self._documents.values()), self._said, tuple(pairs), tuple(ends), claims, tuple(self._lost), self._recorded)

    def _document(self, key: MentionKey | ClaimKey) -> Document | None:
        """The document in force that a key speaks of: itself, what replaced it, else the one document of this file name."""
        found = self._documents.get(key.document) or self._documents.get(self._now.get(key.document, ""))
        named = self._by_source.get(key.source, [])
        return found or (named[0] if len(named) == 1 else None)

    def _mention(self, key: MentionKey) -> str | None:
        document = self._document(key)
        return keys.find_mention(key, document, self._said.get(document.id, ())) if document else None

    def _pair(self, verdict: PairVerdict) -> Judgement | None:
        if verdict.keys is None:
            return verdict.judgement
        left, right = (self._mention(key) for key in verdict.keys)
        if left is None or right is None:
            gone = verdict.keys[0] if left is None else verdict.keys[1]
            self._lost.append((verdict, f"{gone.in_words()}: no longer named"))
            return None
        return replace(verdict.judgement, left=left, right=right)

    def _claim(self, verdict: ClaimVerdict) -> Claim | None:
        key = verdict.claim
        document = self._document(key)
        if document is None or not keys.stands(key, document):
            self._lost.append((verdict, "the document is gone" if document is None else "the sentence stands there no more"))
            return None
        found = keys.find_claim(key, document, self._said.get(document.id, ()))
        if found is None and verdict.verdict == "confirmed":
            found = _revived(key, document)
            self._said.setdefault(document.id, []).append(found)
        return found

    def _add(self, fact: AddedFact) -> list[Judgement]:
        document, claim = as_document(fact)
        self._documents[document.id] = document
        self._said[document.id] = [claim]
        if fact.at:
            self._recorded[document.id] = fact.at
        found = []
        for name, key in sorted(fact.ends.items()):
            known = self._mention(key)
            kind = next(end[0] for end in (fact.subject, fact.object) if end and end[1] == name)
            if known is None:
                self._lost.append((fact, f"{key.in_words()}: no longer named"))
            else:
                found.append(Judgement(known, mention_key(document.id, kind, name), "same", 1.0, "named so by hand", fact.by, fact.at))
        return found


def _revived(key: ClaimKey, document: Document) -> Claim:
    """A confirmed claim that today's reading misses, at the place where its sentence stands now."""
    claim = claim_from_json(json.loads(key.said))
    place = _place(key.sentence, document)
    if claim.evidence[0].document_id != document.id:
        subject = replace(claim.subject, span=place)
        obj = replace(claim.object, span=place) if claim.object else None
        claim = replace(claim, subject=subject, object=obj, evidence=(place,))
    ident = claim_id(claim.kind, claim.subject, claim.object, claim.qualifiers, claim.evidence)
    return replace(claim, id=ident, recognizer=f"{BY_HAND}.confirmed", confidence=1.0)


def _place(sentence: str, document: Document) -> Span:
    """Where words stand in a text, however its lines are broken."""
    starts: list[int] = []
    squeezed: list[str] = []
    for i, letter in enumerate(document.text):
        if letter == "\u00ad" or (letter.isspace() and (not squeezed or squeezed[-1] == " ")):
            continue
        squeezed.append(" " if letter.isspace() else letter)
        starts.append(i)
    at = "".join(squeezed).index(sentence)
    return Span(document.id, starts[at], starts[at + len(sentence) - 1] + 1)


def as_document(fact: AddedFact) -> tuple[Document, Claim]:
    """A fact added by hand as a document of its own: its text is what the source says, its title whose addition it is."""
    text = f"{fact.text}\n"
    ident = hashlib.sha256(f"{fact.id}\n{text}".encode()).hexdigest()
    title = f"{fact.source} ({fact.by})"
    view = View(text, (0,), (0,))
    document = Document(ident, fact.source, "text/plain", LAYOUT, "other", title, fact.date, None, None, None, text, view)
    span = document.span(0, len(fact.text))
    subject, obj = Mention(fact.subject[0], fact.subject[1], span), None  # type: ignore[arg-type]
    if fact.object:
        obj = Mention(fact.object[0], fact.object[1], span)  # type: ignore[arg-type]
    ident = claim_id(fact.kind, subject, obj, fact.qualifiers, (span,))
    return document, Claim(ident, fact.kind, subject, obj, dict(fact.qualifiers), (span,), f"{BY_HAND}.added", 1.0)


def kept(log: Log, bound: Bound) -> tuple[int, int]:
    """How many verdicts still apply, and how many there are."""
    every: Iterable[Entry] = [*log.pairs, *log.claims, *log.added]
    return len(list(every)) - len(bound.lost), len(list(every))
