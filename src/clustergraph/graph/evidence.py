"""The graph of one document: the document itself, its claims, and the evidence of each as a Web Annotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from clustergraph.graph import asof
from clustergraph.graph.scene import Scene
from clustergraph.graph.terms import (
    CG,
    DCT,
    FOAF,
    OA,
    PROV,
    RDFS,
    A,
    Iri,
    Minter,
    Quad,
    Term,
    concept,
    day,
    decimal,
    digest,
    integer,
    moment,
    slug,
    text,
)
from clustergraph.model import Claim, Document, Resolution, Span

PROGRAM = "clustergraph"

CONTEXT = 32  # characters before and after a quote: enough to find it again in a text that has shifted


@dataclass(frozen=True, slots=True)
class Earlier:
    """A version of a document that was known from one day up to another, when a later text (or nothing) took its place."""

    document: Document
    claims: Sequence[Claim]
    recorded: str
    until: str
    replaced_by: str | None = None


def earlier(mint: Minter, version: Earlier) -> Iterator[Quad]:
    """The named graph of a version that is no longer in force. Its claims are about the document alone: nothing of the present rests on them."""
    scene = Scene(mint, version.document, version.claims, Resolution({}, {}))
    graph, node = mint.document_graph(version.document.id), mint.document(version.document.id)
    yield from quads(scene, {claim.id: (node,) for claim in version.claims}, version.recorded)
    for subject in (node, *(mint.claim(claim.id) for claim in version.claims)):
        yield Quad(subject, CG["recordedUntil"], moment(version.until), graph)
    if version.replaced_by:
        yield Quad(node, DCT["isReplacedBy"], mint.document(version.replaced_by), graph)


def quads(scene: Scene, abouts: Mapping[str, Iterable[Iri]], recorded: str | None) -> Iterator[Quad]:
    """The named graph of a document. ``abouts``: claim id → the facts and entities that it is about."""
    graph = scene.mint.document_graph(scene.document.id)
    seen: set[Span] = set()
    triples = list(_document(scene, recorded))
    for claim in scene.claims:
        triples += _claim(scene, claim, abouts.get(claim.id, ()), recorded)
        for span in claim.evidence:
            if span not in seen:
                seen.add(span)
                triples += _annotation(scene, span)
    for subject, prop, term in triples:
        yield Quad(subject, prop, term, graph)


def _document(scene: Scene, recorded: str | None) -> Iterator[tuple[Iri, Iri, Term]]:
    document = scene.document
    node = scene.mint.document(document.id)
    yield node, A, FOAF["Document"]
    yield node, A, PROV["Entity"]
    yield node, DCT["title"], text(document.title or document.source)
    yield node, DCT["source"], text(document.source)
    yield node, DCT["format"], text(document.media_type)
    yield node, CG["sha256"], text(document.id)
    yield node, CG["documentKind"], concept("documentkind", scene.kind)
    if scene.date:
        yield node, CG["date"], text(scene.date)
    if scene.day:
        yield node, DCT["date"], day(scene.day)
    if recorded:
        yield node, CG["recordedFrom"], moment(recorded)
    yield from ((node, prop, term) for prop, term in _setting(scene))


def _setting(scene: Scene) -> Iterator[tuple[Iri, Term]]:
    """Whose document it is: forum, cluster and region, for documents of no meeting too."""
    claim = scene.meeting_claim
    if claim is None:
        return
    told = claim.qualifiers
    for name, found in (
        ("forum", scene.find("forum", claim.object.name) if claim.object else None),
        ("inCluster", scene.find("forum", told.get("cluster"))),
        ("inRegion", scene.find("organisation", told.get("region"))),
    ):
        if found:
            yield CG[name], found


def _claim(scene: Scene, claim: Claim, abouts: Iterable[Iri], recorded: str | None) -> Iterator[tuple[Iri, Iri, Term]]:
    node = scene.mint.claim(claim.id)
    yield node, A, CG["Claim"]
    yield node, CG["claimKind"], text(claim.kind)
    yield node, CG["recognizer"], text(claim.recognizer)
    yield node, CG["confidence"], decimal(claim.confidence)
    yield node, CG["recordedIn"], scene.mint.document(scene.document.id)
    yield node, PROV["wasGeneratedBy"], run(scene.mint, claim.recognizer)
    if recorded:
        yield node, CG["recordedFrom"], moment(recorded)
    for about in abouts:
        yield node, CG["about"], about
    for span in claim.evidence:
        yield node, CG["evidence"], _node(scene.mint, "evidence", span)


def _annotation(scene: Scene, span: Span) -> Iterator[tuple[Iri, Iri, Term]]:
    mint, words = scene.mint, scene.document.text
    note, target, place, quote = (_node(mint, kind, span) for kind in ("evidence", "target", "position", "quote"))
    yield note, A, OA["Annotation"]
    yield note, OA["motivatedBy"], OA["identifying"]
    yield note, OA["hasTarget"], target
    yield note, CG["line"], integer(scene.document.line_of(span.start))
    if number := scene.item_number(span.start):
        yield note, CG["itemNumber"], text(number)
    if part := scene.section_kind(span.start):
        yield note, CG["sectionKind"], text(part)
    yield target, A, OA["SpecificResource"]
    yield target, OA["hasSource"], mint.document(span.document_id)
    yield target, OA["hasSelector"], place
    yield target, OA["hasSelector"], quote
    yield place, A, OA["TextPositionSelector"]
    yield place, OA["start"], integer(span.start)
    yield place, OA["end"], integer(span.end)
    yield quote, A, OA["TextQuoteSelector"]
    yield quote, OA["exact"], text(words[span.start : span.end])
    yield quote, OA["prefix"], text(words[max(0, span.start - CONTEXT) : span.start])
    yield quote, OA["suffix"], text(words[span.end : span.end + CONTEXT])


def _node(mint: Minter, kind: str, span: Span) -> Iri:
    return mint.node(kind, digest(span.document_id, str(span.start), str(span.end)))


@lru_cache(maxsize=256)
def run(mint: Minter, recognizer: str) -> Iri:
    """The reading activity of one recognizer."""
    return mint.node("run", slug(recognizer))


def run_quads(mint: Minter, recognizers: Iterable[str]) -> Iterator[Quad]:
    """The graph ``run``: which part of the program read the claims. It holds no clock time: the same input gives the same graph."""
    graph = mint.graph("run")
    agent = mint.node("software", PROGRAM)
    yield Quad(agent, A, PROV["SoftwareAgent"], graph)
    yield Quad(agent, RDFS["label"], text(PROGRAM), graph)
    for name in sorted(set(recognizers)):
        node = run(mint, name)
        yield Quad(node, A, PROV["Activity"], graph)
        yield Quad(node, RDFS["label"], text(name), graph)
        yield Quad(node, PROV["wasAssociatedWith"], agent, graph)


def recorded_from(scene: Scene, given: str | None) -> str | None:
    """From when a document counts as known: as given, else its own date."""
    return asof.first_day(given) or given or asof.first_day(scene.date)
