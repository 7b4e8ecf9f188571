"""Verdicts on the documents of today: after another reading of the same text, and of a text that took its place."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

import factories as make
from clustergraph import claims, documents, resources
from clustergraph.model import Claim, Document, Judgement
from clustergraph.records import claim_id
from clustergraph.review import bind, keys
from clustergraph.review.log import Act, ClaimVerdict, Entry, Log, PairVerdict

Said = dict[str, list[Claim]]


@cache
def shipped() -> tuple[tuple[Document, ...], Said]:
    """The shipped documents and what is read from them."""
    held = [documents.read(path) for path in sorted(resources.folder("documents").iterdir())]
    return tuple(held), {document.id: list(claims.recognize(document)[0]) for document in held}


def chosen(claim: Claim, share: int) -> bool:
    return int(hashlib.sha256(claim.id.encode()).hexdigest(), 16) % 100 < share


def judged() -> Log:
    """A verdict on one claim in three."""
    held, said = shipped()
    entries: list[Entry] = []
    for document in held:
        for n, claim in enumerate(said[document.id]):
            if n % 3 == 0:
                word = "confirmed" if chosen(claim, 50) else "rejected"
                entries.append(ClaimVerdict(keys.key_of_claim(document, claim), word, "", "ida", "2025-01-01"))  # type: ignore[arg-type]
    return Log((Act(1, tuple(entries)),), 1)


def renumbered(claim: Claim) -> list[Claim]:
    return [replace(claim, id=claim.id[::-1], recognizer="other", confidence=0.5)]


def widened(claim: Claim) -> list[Claim]:
    spans = tuple(replace(span, end=span.end + 1) for span in claim.evidence)
    return [replace(claim, evidence=spans, id=claim_id(claim.kind, claim.subject, claim.object, claim.qualifiers, spans))]


def missed(claim: Claim) -> list[Claim]:
    return [] if chosen(claim, 30) else [claim]


@pytest.mark.parametrize("change", [renumbered, widened, missed], ids=lambda change: change.__name__)
def test_every_verdict_stands_after_another_reading_of_the_same_texts(change: Callable[[Claim], list[Claim]]) -> None:
    held, said = shipped()
    log = judged()
    bound = bind.bind(log, held, {ident: [new for claim in found for new in change(claim)] for ident, found in said.items()}, {})
    assert len(log.claims) > 100 and bound.lost == ()
    sure = {v.claim.id for v in log.claims if v.verdict == "confirmed"}
    assert {v.claim.id for v in bound.claims.values() if v.verdict == "confirmed"} == sure
    for document in bound.documents:
        assert all(span.end <= len(document.text) + 1 for claim in bound.said[document.id] for span in claim.evidence)


TEXT = "Referat af møde i Styregruppen\nDeltagere: Asta Krogh, kvalitetschef.\nBo Lund er formand for\nStyregruppen fra januar.\n"


def world(text: str, *names: str) -> tuple[Document, list[Claim]]:
    document = make.document(text, source="referat.txt")
    found = [make.claim(document, "person", ("person", name)) for name in names]
    found += [make.claim(document, "forum_role", ("person", name), ("forum", "Styregruppen"), capacity="chair") for name in names[1:2]]
    return document, found


def log_of(*entries: Entry) -> Log:
    return Log((Act(1, entries),), 1)


def pair(document: Document, said: list[Claim], left: str, right: str, verdict: str = "same") -> PairVerdict:
    ends = [keys.key_of_mention(document, said, "person", name) for name in (left, right)]
    mentions = [f"{document.id}#person/{name}" for name in (left, right)]
    return PairVerdict(Judgement(mentions[0], mentions[1], verdict, 1.0, "", "ida", "2025"), (ends[0], ends[1]))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("now", "found"),
    [("Asta Krogh", True), ("asta krogh", True), ("Asta Bruun Krogh", True), ("Ane Krogh", False)],
)
def test_a_name_is_found_again_however_it_is_read(now: str, found: bool) -> None:
    document, said = world(TEXT, "Asta Krogh", "Bo Lund")
    log = log_of(pair(document, said, "Asta Krogh", "Bo Lund"))
    bound = bind.bind(log, [document], {document.id: world(TEXT, now, "Bo Lund")[1]}, {})
    assert len(bound.judgements) == found and len(bound.lost) == (not found)
    if found:
        assert bound.judgements[0].left == f"{document.id}#person/{now}"


def test_a_verdict_goes_over_to_the_next_version_while_its_sentence_stands() -> None:
    document, said = world(TEXT, "Asta Krogh", "Bo Lund")
    chair = next(claim for claim in said if claim.kind == "forum_role")
    log = log_of(ClaimVerdict(keys.key_of_claim(document, chair), "rejected", "", "ida", "2025"))
    wrapped, again = world("Rettet.\n" + TEXT, "Asta Krogh", "Bo Lund")
    bound = bind.bind(log, [wrapped], {wrapped.id: again}, {document.id: wrapped.id})
    assert bound.rejected == {claim.id for claim in again if claim.kind == "forum_role"} and bound.lost == ()
    other, new = world(TEXT.replace("Bo Lund er", "Bo Lund var"), "Asta Krogh", "Bo Lund")
    gone = bind.bind(log, [other], {other.id: new}, {document.id: other.id})
    assert gone.rejected == frozenset() and [reason for _, reason in gone.lost] == ["the sentence stands there no more"]
    assert [reason for _, reason in bind.bind(log, [], {}, {}).lost] == ["the document is gone"]


def test_a_confirmed_claim_that_is_read_no_more_stays_with_its_sentence_in_the_new_text() -> None:
    document, said = world(TEXT, "Asta Krogh", "Bo Lund")
    chair = next(claim for claim in said if claim.kind == "forum_role")
    log = log_of(ClaimVerdict(keys.key_of_claim(document, chair), "confirmed", "", "ida", "2025"))
    wrapped, again = world("Rettet.\n" + TEXT.replace("er formand", "er\u00ad  formand"), "Asta Krogh", "Bo Lund")
    bound = bind.bind(log, [wrapped], {wrapped.id: again[:2]}, {document.id: wrapped.id})
    kept = [claim for claim in bound.said[wrapped.id] if claim.recognizer == "review.confirmed"]
    assert len(kept) == 1 and "Bo Lund" in wrapped.quote(kept[0].evidence[0]) and kept[0].qualifiers == {"capacity": "chair"}


@pytest.mark.parametrize(
    ("text", "quote", "wanted"),
    [
        ("A b. C d er e. F g.", "C d", "C d er e."),
        ("En linje\nto linjer her\ntre", "linjer", "to linjer her"),
        ("Ole B. Andersen mødte", "Ole B. Andersen", "Ole B. Andersen mødte"),
        ("x\u00ady  z", "z", "xy z"),
    ],
)
def test_the_sentence_of_a_quote(text: str, quote: str, wanted: str) -> None:
    document = make.document(text)
    assert keys.sentence(document, make.span(document, quote)) == wanted
