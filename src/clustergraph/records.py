"""Model ↔ JSON Lines, and the exchange form of one document's facts (``docs/facts.md``). Checks what comes in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from clustergraph.errors import RecordError
from clustergraph.model import FACT_KINDS, Claim, Document, Judgement, Mention, Section, Span, Unread, View


def dumps(value: object) -> str:
    """One line of JSON, keys sorted, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def claim_id(kind: str, subject: Mention, obj: Mention | None, qualifiers: Mapping[str, Any], evidence: tuple[Span, ...]) -> str:
    """The content hash of a claim: what is said, of whom, and where. 20 hex digits."""
    parts = [
        kind,
        [subject.kind, subject.name],
        [obj.kind, obj.name] if obj else None,
        dict(qualifiers),
        [[s.document_id, s.start, s.end] for s in evidence],
    ]
    return hashlib.sha256(dumps(parts).encode()).hexdigest()[:20]


def claim_to_json(claim: Claim) -> dict[str, Any]:
    """The stored form of a claim."""
    return asdict(claim)


def claim_from_json(row: Mapping[str, Any], path: str = "-", line: int = 0) -> Claim:
    """A claim from its stored form; raises :class:`RecordError` where a field is missing or wrong."""
    try:
        subject = Mention(row["subject"]["kind"], row["subject"]["name"], Span(**row["subject"]["span"]))
        obj = row["object"] and Mention(row["object"]["kind"], row["object"]["name"], Span(**row["object"]["span"]))
        evidence = tuple(Span(**s) for s in row["evidence"])
        claim = Claim(row["id"], row["kind"], subject, obj or None, dict(row["qualifiers"]), evidence, row["recognizer"], float(row["confidence"]))
    except (KeyError, TypeError, ValueError) as error:
        raise RecordError(path, line, f"no claim: {error}") from error
    if claim.kind not in FACT_KINDS:
        raise RecordError(path, line, f"unknown kind of claim {claim.kind!r}")
    if not evidence:
        raise RecordError(path, line, "a claim without evidence")
    return claim


def document_to_json(document: Document, unread: Iterable[Unread] = ()) -> dict[str, Any]:
    """What is stored of a document beside its text: all but the text and the repaired view, and the places that no recognizer understood."""
    row = {k: v for k, v in asdict(document).items() if k not in ("text", "view")}
    return {**row, "unread": [[u.span.start, u.span.end, u.reason] for u in unread]}


def document_from_json(row: Mapping[str, Any], text: str, path: str = "-") -> Document:
    """A stored document. Its claims have been read, so its view is the text itself. Raises :class:`RecordError` where the text is another."""
    try:
        sections = tuple(Section(**section) for section in row["sections"])
        kept = {k: v for k, v in row.items() if k not in ("sections", "pages", "unread")}
        document = Document(**kept, text=text, view=View(text, (0,), (0,)), sections=sections, pages=tuple(row["pages"]))
    except (KeyError, TypeError) as error:
        raise RecordError(path, 1, f"no document: {error}") from error
    if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != document.id:
        raise RecordError(path, 1, "the text beside it is not the text that was read; read the document again")
    return document


def judgement_from_json(row: Mapping[str, Any], path: str = "-", line: int = 0) -> Judgement:
    """A judgement of a person from its stored form (``asdict``)."""
    try:
        judgement = Judgement(**row)
    except TypeError as error:
        raise RecordError(path, line, f"no judgement: {error}") from error
    if judgement.verdict not in ("same", "different", "unsure", "withdrawn"):
        raise RecordError(path, line, f"unknown verdict {judgement.verdict!r}")
    return judgement


def lines(text: str, path: str) -> list[dict[str, Any]]:
    """The objects of a JSON Lines text; raises :class:`RecordError` with the line that is none."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError as error:
                raise RecordError(path, number, "this line is no JSON") from error
            if not isinstance(row, dict):
                raise RecordError(path, number, "this line is no JSON object")
            found.append(row)
    return found


_EXCHANGE_STATUS = {"in_force": "current", "approved": "current", "requested": "proposed", "unclear": "current", "denied": "former"}
LISTS = {
    "person": "people",
    "organisation": "organisations",
    "forum": "forums",
    "holds_role": "holds_role",
    "forum_role": "forum_roles",
    "body_membership": "forum_memberships_of_organisations",
    "reporting_line": "reporting_lines",
    "initiative": "initiatives",
    "agenda_item": "agenda_items",
    "decision_elsewhere": "decisions_elsewhere",
    "approval": "approvals",
    "handover": "handovers",
    "event": "events",
    "deadline": "deadlines",
    "money": "money",
}
_FIELDS: dict[str, tuple[str, ...]] = {
    "person": ("aliases",),
    "organisation": ("aliases", "type", "part_of"),
    "forum": ("aliases", "type", "of", "status", "valid_from", "valid_until"),
    "holds_role": ("role",),
    "forum_role": (
        "vacant", "seat", "capacity", "represents", "attendance", "from_item", "until_item", "not_items", "on_behalf_of", "substitute_for",
        "item", "area",
    ),
    "body_membership": (),
    "reporting_line": ("kind", "status", "valid_from", "valid_until"),
    "initiative": ("aliases", "anchored_in", "leads", "contacts", "status", "maturity", "start", "end", "budget"),
    "agenda_item": ("number", "title", "recommendations", "decision_type"),
    "decision_elsewhere": ("date", "about", "outcome"),
    "approval": ("about", "item"),
    "handover": ("act", "what", "item"),
    "event": ("what", "date"),
    "deadline": ("what", "date"),
    "money": ("what", "amount_dkk", "period"),
}  # fmt: skip
_ENDS: dict[str, tuple[str | None, str | None]] = {
    "person": ("name", None),
    "organisation": ("name", None),
    "forum": ("name", None),
    "initiative": ("name", None),
    "holds_role": ("person", "organisation"),
    "forum_role": ("person", "forum"),
    "body_membership": ("organisation", "forum"),
    "reporting_line": ("from", "to"),
    "decision_elsewhere": ("forum", None),
    "approval": ("forum", None),
    "handover": ("from", "to"),
}
_ALWAYS_LISTS = {"aliases", "anchored_in", "leads", "contacts", "budget", "recommendations"}


def facts(document: Document, claims: Iterable[Claim]) -> dict[str, Any]:
    """The facts of one document in the exchange form: one object, a list a kind of fact, evidence with every row, unknown is null."""
    lists: dict[str, list[dict[str, Any]]] = {name: [] for name in LISTS.values()}
    meeting: dict[str, Any] = {}
    for claim in claims:
        if claim.kind == "meeting":
            meeting = {**claim.qualifiers, "title": claim.subject.name, "forum": claim.object.name if claim.object else None}
        elif claim.kind in LISTS and not _is_bare(claim):
            lists[LISTS[claim.kind]].append(_row(claim))
    head = {key: meeting.get(key) for key in ("title", "kind", "date", "time", "place", "forum", "cluster", "region")}
    head["title"] = head["title"] or document.title
    head["kind"] = head["kind"] or document.kind
    for key in ("date", "time", "place", "forum"):
        head[key] = head[key] or getattr(document, key)
    return {"document": {**head, "sha256": document.id}, **lists}


def _is_bare(claim: Claim) -> bool:
    """Whether a claim lacks what makes it a row of the exchange form: a sum without kroner, another meeting of which nothing is told, several
    groups that only a step of a process speaks of.
    """
    if claim.kind == "forum" and claim.recognizer == "handovers":
        return True
    needed = {"money": "amount_dkk", "decision_elsewhere": "decision_type"}.get(claim.kind)
    return needed is not None and claim.qualifiers.get(needed) is None


def _row(claim: Claim) -> dict[str, Any]:
    subject, obj = _ENDS.get(claim.kind, (None, None))
    row: dict[str, Any] = {}
    if subject:
        row[subject] = None if claim.qualifiers.get("vacant") else claim.subject.name
    if obj:
        row[obj] = claim.object.name if claim.object else None
    for name in _FIELDS[claim.kind]:
        value = claim.qualifiers.get(name)
        row[name] = list(value or ()) if name in _ALWAYS_LISTS else value
    if claim.kind == "forum_role":
        row["vacant"] = bool(row["vacant"])
    if claim.kind == "reporting_line":
        row["status"] = _EXCHANGE_STATUS.get(row["status"], row["status"])
    row["confidence"] = claim.confidence
    row["evidence"] = [{"start": s.start, "end": s.end} for s in claim.evidence]
    return row
