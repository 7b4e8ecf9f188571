"""What somebody should look at, the most urgent first: pairs that may be one, new people, seats, references that changed, unsure readings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from clustergraph.model import Claim, Document, Judgement, Resolution, mention_key
from clustergraph.review import keys
from clustergraph.review.bind import BY_HAND, Bound
from clustergraph.review.keys import ClaimKey, MentionKey

KINDS = ("same", "seat", "reference", "low", "person")
VACANT = "vacant"
_LOW = 0.75  # confidence below which a reading is shown


@dataclass(frozen=True, slots=True)
class Item:
    """One question. ``id`` stays over readings; ``key`` is what the verdict hangs on; ``score`` is how likely the answer is yes."""

    id: str
    kind: str
    left: str
    right: str
    score: float
    reason: str
    sentence: str
    key: tuple[MentionKey, MentionKey] | ClaimKey
    ends: tuple[str, str] | None = None  # mention keys, of a pair


def items(bound: Bound, resolution: Resolution) -> list[Item]:
    """All questions that are open: pairs by how unsure they are, then seats, references, unsure readings, new people, latest documents first."""
    asking = _Asking(bound, resolution)
    return [*asking.pairs(), *asking.claims()]


class _Asking:
    def __init__(self, bound: Bound, resolution: Resolution) -> None:
        self._bound = bound
        self._resolution = resolution
        self._documents = {document.id: document for document in bound.documents}
        self._taken: set[str] = set()

    # ── same as …? ───────────────────────────────────────────────────────────────────────────────────

    def pairs(self) -> list[Item]:
        judged = {frozenset(self._entity(end) for end in (j.left, j.right)) for _, j in self._bound.pairs}
        judged |= {frozenset((j.left, j.right)) for _, j in self._bound.pairs}
        best: dict[frozenset[str], Judgement] = {}
        for j in sorted(self._resolution.judgements, key=lambda j: (-j.score, j.left, j.right)):
            two = frozenset(self._entity(end) for end in (j.left, j.right))
            if j.verdict == "unsure" and j.by.startswith("entities.") and len(two) == 2 and two not in judged:
                best.setdefault(two, j)
        return sorted((self._pair(j) for j in best.values()), key=lambda item: (abs(item.score - 0.6), item.id))

    def _entity(self, key: str) -> str:
        return self._resolution.canonical.get(key, key)

    def _pair(self, judgement: Judgement) -> Item:
        left, right = (self._mention(end) for end in (judgement.left, judgement.right))
        sentence = " ¶ ".join(filter(None, (self._line(end) for end in (judgement.left, judgement.right))))
        ident = keys.digest("same", *sorted(f"{key.source}\x1f{key.kind}\x1f{key.name}" for key in (left, right)))
        ends = (judgement.left, judgement.right)
        return Item(ident, "same", left.in_words(), right.in_words(), judgement.score, judgement.reason, sentence, (left, right), ends)

    def _mention(self, key: str) -> MentionKey:
        document, kind, name = parts(key)
        return keys.key_of_mention(self._documents[document], self._bound.said.get(document, ()), kind, name)

    def _line(self, key: str) -> str:
        document, kind, name = parts(key)
        for claim in self._bound.said.get(document, ()):
            if (claim.subject.kind, claim.subject.name) == (kind, name):
                return keys.sentence(self._documents[document], claim.evidence[0])
        return ""

    # ── claims ───────────────────────────────────────────────────────────────────────────────────────

    def claims(self) -> Iterator[Item]:
        documents = sorted(self._bound.documents, key=lambda d: (d.date or "", d.id), reverse=True)
        every = [(document, claim) for document in documents for claim in self._bound.said.get(document.id, ())]
        asked: Mapping[str, Iterable[tuple[Document, Claim, str]]] = {
            "seat": self._seats(every),
            "reference": self._references(every),
            "low": ((d, c, f"{c.recognizer}: {c.confidence:g}") for d, c in sorted(every, key=lambda x: x[1].confidence) if c.confidence < _LOW),
            "person": self._new(every),
        }
        for kind in KINDS[1:]:
            for document, claim, reason in asked[kind]:
                if claim.id in self._bound.claims or claim.recognizer.startswith(f"{BY_HAND}.") or claim.id in self._taken:
                    continue
                self._taken.add(claim.id)
                yield self._claim(kind, document, claim, reason)

    def _claim(self, kind: str, document: Document, claim: Claim, reason: str) -> Item:
        key = keys.key_of_claim(document, claim)
        told = ", ".join(dict.fromkeys(value for _, value in key.qualifiers if value not in ("true", "member", claim.subject.name)))
        left = f"{claim.subject.name}{f' ({told})' if told else ''}"
        return Item(key.id, kind, left, claim.object.name if claim.object else "", claim.confidence, reason, key.sentence, key)

    def _ident(self, document: Document, kind: str, name: str) -> str:
        return self._resolution.canonical.get(mention_key(document.id, kind, name), f"{document.id} {name}")

    def _seats(self, every: Iterable[tuple[Document, Claim]]) -> Iterator[tuple[Document, Claim, str]]:
        """Vacant seats, and who sits in the last document of a forum but not in the one before it."""
        lists: dict[str, dict[tuple[str, str], dict[str, tuple[Document, Claim]]]] = defaultdict(lambda: defaultdict(dict))
        for document, claim in every:
            if claim.kind != "forum_role" or claim.object is None:
                continue
            if claim.qualifiers.get("vacant"):
                yield document, claim, VACANT
            elif not claim.qualifiers.get("item") and document.date:
                forum, person = self._ident(document, "forum", claim.object.name), self._ident(document, "person", claim.subject.name)
                lists[forum][document.date, document.id].setdefault(person, (document, claim))
        for _, meetings in sorted(lists.items()):
            days = sorted(meetings, reverse=True)
            for last, before in [tuple(days[:2])] if len(days) > 1 else []:
                for person in sorted(meetings[last].keys() - meetings[before].keys()):
                    yield *meetings[last][person], f"new since {before[0]}"

    def _references(self, every: Iterable[tuple[Document, Claim]]) -> Iterator[tuple[Document, Claim, str]]:
        """References whose status differs from what another document says, and those that are asked for or no longer in force."""
        told: dict[tuple[str, str, str], list[tuple[Document, Claim]]] = defaultdict(list)
        for document, claim in every:
            if claim.kind == "reporting_line" and claim.object is not None:
                ends = [self._ident(document, end.kind, end.name) for end in (claim.subject, claim.object)]
                told[ends[0], ends[1], str(claim.qualifiers.get("kind"))].append((document, claim))
        for _, lines in sorted(told.items()):
            statuses = sorted({str(claim.qualifiers.get("status")) for _, claim in lines})
            for document, claim in lines:
                if len(statuses) > 1 or claim.qualifiers.get("status") != "in_force":
                    yield document, claim, " / ".join(statuses)

    def _new(self, every: Iterable[tuple[Document, Claim]]) -> Iterator[tuple[Document, Claim, str]]:
        """People whom one document names only."""
        where: dict[str, set[str]] = defaultdict(set)
        for document, claim in every:
            if claim.subject.kind == "person":
                where[self._ident(document, "person", claim.subject.name)].add(document.id)
        for document, claim in every:
            if claim.kind == "person" and len(where[self._ident(document, "person", claim.subject.name)]) == 1:
                yield document, claim, f"only in {document.source}"


def parts(key: str) -> tuple[str, str, str]:
    """Document id, kind and name of a mention key."""
    document, _, rest = key.partition("#")
    kind, _, name = rest.partition("/")
    return document, kind, name
