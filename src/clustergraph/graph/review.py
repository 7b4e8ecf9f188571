"""What people judged, in the graphs ``review`` (claims) and ``identity`` (who is who): verdicts, redirects, and claims that count no more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from clustergraph.graph import evidence
from clustergraph.graph.scene import Scene
from clustergraph.graph.terms import CG, DCT, PROV, A, Iri, Minter, Quad, Term, concept, digest, moment, text
from clustergraph.model import Claim, Judgement, Resolution, Ruling

_PROGRAM = "entities."
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d))?")


def identity_quads(mint: Minter, resolution: Resolution) -> Iterator[Quad]:
    """The graph ``identity``: what people judged of two names, and identifiers that went into another one."""
    graph = mint.graph("identity")
    for old, new in resolution.redirects.items():
        yield Quad(mint.entity(old), DCT["isReplacedBy"], mint.entity(new), graph)
    for judgement in resolution.judgements:
        if not judgement.by.startswith(_PROGRAM):
            yield from _pair(mint, judgement, resolution, graph)


def _pair(mint: Minter, judgement: Judgement, resolution: Resolution, graph: Iri) -> Iterator[Quad]:
    node = mint.node("verdict", digest(judgement.left, judgement.right, judgement.verdict, judgement.by, judgement.at or ""))
    ends = sorted({resolution.canonical.get(end, end) for end in (judgement.left, judgement.right)})
    judges = [mint.entity(end) for end in ends if end in resolution.entities]
    yield from _verdict(node, judgement.verdict, judges, judgement.by, judgement.at, judgement.reason, graph)


def claim_quads(mint: Minter, rulings: Mapping[str, Ruling]) -> Iterator[Quad]:
    """The graph ``review``: what people judged of claims."""
    graph = mint.graph("review")
    for ident, ruling in rulings.items():
        node = mint.node("verdict", digest(ident, ruling.verdict, ruling.by, ruling.at or ""))
        yield from _verdict(node, ruling.verdict, [mint.claim(ident)], ruling.by, ruling.at, ruling.reason, graph)


def _verdict(node: Iri, word: str, judges: Iterable[Iri], by: str, at: str | None, reason: str, graph: Iri) -> Iterator[Quad]:
    told: list[tuple[Iri, Term]] = [(A, CG["Verdict"]), (A, PROV["Entity"]), (CG["verdict"], concept("verdict", word)), (CG["judgedBy"], text(by))]
    told += [(CG["judges"], one) for one in judges]
    if reason:
        told.append((CG["reason"], text(reason)))
    if at and _MOMENT.fullmatch(at):
        told.append((CG["judgedAt"], moment(at)))
    yield from (Quad(node, prop, term, graph) for prop, term in told)


def rejected_quads(scene: Scene, claims: Iterable[Claim], rulings: Mapping[str, Ruling], recorded: str | None) -> Iterator[Quad]:
    """The claims of a document that people rejected: kept with their sentences, closed, and about the document alone."""
    held = tuple(claims)
    if not held:
        return
    graph, node = scene.mint.document_graph(scene.document.id), scene.mint.document(scene.document.id)
    past = Scene(scene.mint, scene.document, held, Resolution({}, {}))
    yield from (quad for quad in evidence.quads(past, {claim.id: (node,) for claim in held}, recorded) if quad.subject != node)
    for claim in held:
        at = rulings[claim.id].at
        if at and _MOMENT.fullmatch(at):
            yield Quad(scene.mint.claim(claim.id), CG["recordedUntil"], moment(at), graph)
