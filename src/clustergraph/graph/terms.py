"""The terms of the graph: namespaces, our classes and properties, the concepts, and how IRIs are minted.

``ontology/`` defines the same terms with labels and definitions; a test compares the two in both directions. Term types come from
pyoxigraph and are to be had from here: ``Iri``, ``Literal``, ``Quad``, ``Term``, ``Triple``.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import Literal, Quad, Triple
from pyoxigraph import NamedNode as Iri

from clustergraph.errors import DataError

Term: TypeAlias = Iri | Literal

BASE = "https://data.example.dk/klynge/"
CG_NAMESPACE = "https://data.example.dk/klynge/ns#"

CLASSES = frozenset({
    "AgendaItem", "Approval", "BodyMembership", "Claim", "Cluster", "Contradiction", "Deadline", "Employment", "Forum", "ForumMembership",
    "ForumVersion",
    "Handover", "InitiativeStatement", "Involvement", "Recommendation", "Reference", "RegistryEntry", "RegistryMembership", "RegistryReference",
    "ReportedDecision", "SeatAllocation", "Vacancy", "Verdict",
})  # fmt: skip
PROPERTIES = frozenset({
    "about", "amountStatus", "anchoredIn", "anchoredInText", "area", "askedOn", "atItem", "attendance", "attestedFirst", "attestedLast", "body",
    "bodyText", "changeKind", "claimKind", "condition", "confidence", "contact", "contactText", "contradictionKind", "contradictionOf", "count",
    "date", "dateDay", "dateText", "decidedBy", "decisionType", "document", "documentKind", "end", "endDay", "evidence", "focus", "forBody",
    "forBodyText", "forum", "forumStatus", "from", "fromItem", "funds", "handoverAct",
    "inCluster", "inMeeting", "inRegion", "inferred", "inferredFrom",
    "initiative", "initiativeStatus", "itemNumber", "joined", "judgedAt", "judgedBy", "judges", "lead", "leadText", "line", "matter", "maturity",
    "maturityLevel", "meetingOf", "memberBody", "needsClusterMoney", "notItem", "number", "ofBody", "ofItem", "onBehalfOf", "onBehalfOfText",
    "outcome", "part", "period", "periodFromDay", "periodUntilDay", "place", "position", "prevailingClaim", "prevailingText", "prevailingValue",
    "prevailsBy", "priority", "purpose", "reason", "recognizer", "recordedFrom", "recordedIn", "recordedUntil", "referenceKind",
    "referenceStatus", "registryConfidence", "registryEntry", "registryId", "registrySource", "registryStatus", "registryTable", "registryType",
    "represents", "representsText", "seat", "seatStatus", "sectionKind", "seats", "sha256", "start", "startDay", "substituteFor", "substituteForText",
    "targetGroup", "text", "time", "title", "to", "toldAtItem", "toldIn", "untilItem", "vacancyKind", "validFrom", "validFromDay", "validUntil",
    "validUntilDay", "verdict", "versionOf", "what", "yieldingClaim", "yieldingText", "yieldingValue",
})  # fmt: skip

# A concept is cg:{prefix}-{word}, the word as claims and reports write it; schemes/*.ttl give labels and definitions.
CONCEPTS: dict[str, tuple[str, ...]] = {
    "act": ("sends", "recommends"),
    "amount": ("allocated", "granted", "requested", "expected", "spent", "conditional", "announced", "saving", "surplus", "unclear"),
    "attendance": ("present", "apologies"),
    "capacity": (
        "member", "chair", "vice_chair", "secretary", "deputy", "presenter", "project_lead", "contact", "representative", "invited", "observer",
    ),
    "change": ("founded", "merged", "split", "renamed", "replaced", "closed", "reopened"),
    "contradiction": ("chair", "status", "end", "phase", "approver", "amount", "place", "time", "decision"),
    "decision": ("decided", "approved", "noted", "discussed", "none"),
    "documentkind": ("agenda", "minutes", "plan", "members", "terms", "other"),
    "forumstatus": ("active", "temporary", "planned", "abolished"),
    "forumtype": (
        "cluster", "political", "steering_group", "strategic_group", "operative_group", "working_group", "network", "committee", "temporary_group",
        "project_group", "improvement_team", "secretariat", "council", "other",
    ),
    "initiative": ("proposed", "planned", "active", "paused", "completed", "stopped"),
    "kind": (
        "reports_to", "subgroup_of", "set_up_by", "anchored_in", "secretariat_by", "represented_in", "may_refer_matters_to", "successor_of",
    ),
    "maturity": ("low", "medium", "high"),
    "orgtype": (
        "region", "municipality", "hospital", "hospital_department", "psychiatry", "general_practice", "ministry", "national_body",
        "interest_organisation", "centre", "company", "education", "other",
    ),
    "reason": ("verdict", "later", "minutes", "decision_text", "list", "confidence", "none"),
    "status": ("in_force", "lapsed", "former", "requested", "proposed", "approved", "denied", "unclear"),
    "vacancy": ("vacant", "undisclosed", "abolished", "unknown"),
    "verdict": ("same", "different", "unsure", "confirmed", "rejected"),
}  # fmt: skip


class Namespace:
    """IRIs that begin alike; with ``known`` only these local names exist, so that a slip is an error and not a new term."""

    def __init__(self, iri: str, known: frozenset[str] | None = None) -> None:
        self.iri = iri
        self.known = known

    def __getitem__(self, name: str) -> Iri:
        if self.known is not None and name not in self.known:
            raise DataError(f"{name}: no term of {self.iri}")
        return Iri(self.iri + name)


CG = Namespace(CG_NAMESPACE, CLASSES | PROPERTIES)
CPOV = Namespace("http://data.europa.eu/m8g/")
DCT = Namespace("http://purl.org/dc/terms/")
ELI_DL = Namespace("http://data.europa.eu/eli/eli-draft-legislation-ontology#")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
OA = Namespace("http://www.w3.org/ns/oa#")
ORG = Namespace("http://www.w3.org/ns/org#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
PROV = Namespace("http://www.w3.org/ns/prov#")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
SCHEMA = Namespace("https://schema.org/")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")

PREFIXES: dict[str, str] = {
    "cg": CG.iri,
    "cpov": CPOV.iri,
    "dct": DCT.iri,
    "eli-dl": ELI_DL.iri,
    "foaf": FOAF.iri,
    "oa": OA.iri,
    "org": ORG.iri,
    "owl": OWL.iri,
    "prov": PROV.iri,
    "rdf": RDF.iri,
    "rdfs": RDFS.iri,
    "schema": SCHEMA.iri,
    "skos": SKOS.iri,
    "xsd": XSD.iri,
}

A = RDF["type"]


def concept(scheme: str, word: str) -> Iri:
    """The concept of a word of a scheme; raises :class:`DataError` for a word that the scheme does not hold."""
    if word not in CONCEPTS[scheme]:
        raise DataError(f"{word!r} is no word of the scheme {scheme}: {', '.join(CONCEPTS[scheme])}")
    return Iri(f"{CG_NAMESPACE}{scheme}-{word}")


def word(iri: str) -> str:
    """The word of a concept's IRI: ``in_force`` of ``cg:status-in_force``."""
    return iri.rpartition("#")[2].partition("-")[2]


_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ð": "d", "þ": "th", "ß": "ss", "ł": "l", "œ": "oe"})


def slug(words: str) -> str:
    """An ASCII slug: ``Ane-Sofie Sølvtofte`` becomes ``ane-sofie-soelvtofte``; never empty."""
    # The Danish å must go before decomposing, or it would end as a plain a.
    lowered = unicodedata.normalize("NFC", words).casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", lowered).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "x" + digest(words)


def digest(*parts: str) -> str:
    """16 hex digits of a content hash; parts are kept apart."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Minter:
    """Mints the IRIs of one installation: ``{base}id/{type}/{slug}`` and ``{base}graph/{name}``."""

    base: str = BASE

    def entity(self, entity_id: str) -> Iri:
        """The IRI of an entity id such as ``person/jannie-falk-bjerregaard``."""
        kind, _, name = entity_id.partition("/")
        return self.node(kind, name)

    def node(self, kind: str, name: str) -> Iri:
        """The IRI of a thing with a slug or a hash of its own."""
        return Iri(f"{self.base}id/{slug(kind)}/{slug(name)}")

    def fact(self, kind: str, *meaning: str) -> Iri:
        """The IRI of a fact, from what it means: equal facts of several documents are one node."""
        return Iri(f"{self.base}id/{kind}/{digest(kind, *meaning)}")

    def graph(self, name: str) -> Iri:
        """The IRI of a named graph, such as ``current``."""
        return Iri(f"{self.base}graph/{name}")

    def document_graph(self, document_id: str) -> Iri:
        """The graph of one document version: its claims and their evidence."""
        return self.graph(f"document/{document_id[:16]}")

    def document(self, document_id: str) -> Iri:
        """The IRI of a document version."""
        return Iri(f"{self.base}id/document/{document_id[:16]}")

    def claim(self, claim_id: str) -> Iri:
        """The IRI of a claim."""
        return Iri(f"{self.base}id/claim/{claim_id}")


def text(value: str) -> Literal:
    """A plain string: quotes, names and printed forms."""
    return Literal(value)


def integer(value: int) -> Literal:
    """A whole number."""
    return Literal(str(value), datatype=XSD["integer"])


def decimal(value: float) -> Literal:
    """A decimal number in its shortest form."""
    return Literal(format(value, "f").rstrip("0").rstrip(".") or "0", datatype=XSD["decimal"])


def boolean(value: bool) -> Literal:
    """True or false."""
    return Literal("true" if value else "false", datatype=XSD["boolean"])


def day(value: str) -> Literal:
    """A whole day, ``2025-02-14``."""
    return Literal(value, datatype=XSD["date"])


def moment(value: str) -> Literal:
    """A moment of registration as ``xsd:dateTime``; a bare day is its midnight, UTC."""
    stamp = value if "T" in value else f"{value}T00:00:00Z"
    return Literal(stamp, datatype=XSD["dateTime"])


__all__ = [
    "BASE",
    "CG",
    "CG_NAMESPACE",
    "CLASSES",
    "CONCEPTS", "CPOV",
    "DCT",
    "ELI_DL",
    "FOAF",
    "OA",
    "ORG",
    "OWL",
    "PREFIXES",
    "PROPERTIES",
    "PROV",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SKOS",
    "XSD",
    "A",
    "Iri",
    "Literal",
    "Minter",
    "Namespace",
    "Quad",
    "Term",
    "Triple",
    "boolean",
    "concept",
    "day",
    "decimal",
    "digest",
    "integer",
    "moment",
    "slug",
    "text",
    "word",
]  # fmt: skip
