"""Claims and entities become an RDF graph: building, storing, validating.

``build`` and ``validate`` are the two ways in; ``clustergraph.graph.stores.open_store`` opens a store.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clustergraph.graph.evidence import Earlier
    from clustergraph.graph.registry import Tables
    from clustergraph.graph.shacl import Violation
    from clustergraph.graph.stores import Store
    from clustergraph.graph.terms import Quad
    from clustergraph.model import Claim, Document, Resolution, Ruling


def build(
    documents: Iterable[Document],
    claims: Mapping[str, Sequence[Claim]],
    resolution: Resolution,
    *,
    registry: Tables | None = None,
    recorded: Mapping[str, str] | None = None,
    earlier: Iterable[Earlier] = (),
    rulings: Mapping[str, Ruling] | None = None,
    base: str | None = None,
) -> tuple[Quad, ...]:
    """The whole graph, sorted and without a quad twice.

    ``claims`` holds the claims of each document id; ``registry`` is what :func:`clustergraph.graph.registry.tables` gives, or nothing;
    ``recorded`` the day or moment from which a document counts as known (its own date
    where it is not given); ``earlier`` are versions that are no longer in force: their claims and
    sentences stay in the graph, closed; ``rulings`` is claim id → what a person said of it: a rejected claim
    states nothing any more and is kept, closed, and a confirmed one outweighs what was only read; ``base`` what all minted IRIs begin with.
    """
    from clustergraph.graph import builder, terms  # the term types come with a compiled library: the command line starts without it

    return builder.build(
        documents, claims, resolution, registry_rows=registry, recorded=recorded, earlier=earlier, rulings=rulings, base=base or terms.BASE
    )


def validate(store: Store) -> tuple[Violation, ...]:
    """What in a graph breaks ``ontology/shapes.ttl``, in words that a case officer understands; empty where all is well."""
    from clustergraph.graph import shacl  # rdflib and pySHACL take longer to load than most commands to run

    return shacl.validate(store)
