"""The built graph of real documents, which are kept outside the project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from clustergraph import claims, documents, entities, graph
from clustergraph.graph.stores import Store, open_store
from clustergraph.graph.stores.oxigraph import lines
from small_world import World

pytestmark = pytest.mark.shared
SHARED = Path(__file__).resolve().parents[2].parent / "shared"


def _read(folder: Path) -> World:
    read = [documents.read(path) for path in sorted(folder.glob("*.txt"))]
    said = {document.id: claims.recognize(document)[0] for document in read}
    return World(tuple(read), said, entities.resolve(read, said))


@pytest.fixture(scope="module", params=["seeds", "practice"])
def real(request: pytest.FixtureRequest) -> World:
    folder = SHARED / str(request.param)
    if not folder.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail("the folder of shared documents is missing")
        pytest.skip("the folder of shared documents is missing")
    return _read(folder)


@pytest.fixture(scope="module")
def real_store(real: World) -> Store:
    store = open_store()
    store.load(real.quads())
    return store


def test_the_graph_of_real_documents_breaks_no_rule(real_store: Store) -> None:
    assert graph.validate(real_store) == ()


def test_every_claim_reaches_its_quote(real: World, real_store: Store) -> None:
    texts = {document.id[:16]: document.text for document in real.documents}
    found = real_store.select("""SELECT ?claim ?source ?exact ?start ?end WHERE {
      ?claim a cg:Claim ; cg:evidence/oa:hasTarget ?target . ?target oa:hasSource ?source ; oa:hasSelector ?place , ?quote .
      ?place oa:start ?start ; oa:end ?end . ?quote oa:exact ?exact }""")
    rows = [[term.value for term in row if term] for row in found]
    assert {row[0].rpartition("/")[2] for row in rows} == {claim.id for said in real.claims.values() for claim in said}
    assert all(texts[source.rpartition("/")[2]][int(start) : int(end)] == exact for _, source, exact, start, end in rows)


def test_resolution_leaves_no_name_out(real: World, real_store: Store) -> None:
    known = {ident.partition("/")[2] for ident in real.resolution.entities}
    nodes = real_store.select(
        "SELECT DISTINCT ?e WHERE { VALUES ?c { foaf:Person org:FormalOrganization cg:Forum cg:Cluster schema:Project } ?e a ?c ; skos:prefLabel ?l }"
    )
    assert {row[0].value.rpartition("/")[2] for row in nodes if row[0]} <= known


def test_the_order_of_the_files_changes_nothing(real: World) -> None:
    turned = World(tuple(reversed(real.documents)), dict(reversed(real.claims.items())), real.resolution)
    assert lines(turned.quads()) == lines(real.quads())
