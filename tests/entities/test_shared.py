"""The cases of same and other names on documents that are kept outside the project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from clustergraph import claims, documents, entities
from clustergraph.model import Document, Entity, Resolution

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"
pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def read() -> tuple[dict[str, Document], Resolution]:
    if not SHARED.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail("the folder of shared documents is missing")
        pytest.skip("the folder of shared documents is missing")
    found = [documents.read(path) for path in sorted(SHARED.glob("*.txt"))]
    said = {document.id: claims.recognize(document)[0] for document in found}
    return {Path(d.source).name[:3]: d for d in found}, entities.resolve(found, said)


def called(resolution: Resolution, document: Document, name: str) -> list[Entity]:
    """The bodies that a document calls so, by display name or alias."""
    ids = {i for key, i in resolution.canonical.items() if key in (f"{document.id}#forum/{name}", f"{document.id}#organisation/{name}")}
    return [resolution.entities[ident] for ident in sorted(ids)]


def test_clusters_of_two_regions_stay_two(read: tuple[dict[str, Document], Resolution]) -> None:
    _, resolution = read
    regions = {
        e.attributes["registry"]: e.attributes["region"] for e in resolution.entities.values() if e.kind == "cluster" and "registry" in e.attributes
    }
    assert regions["K-RM-MIDT"] == "organisation/region-midtjylland" and regions["K-RN-MIDT"] == "organisation/region-nordjylland"


@pytest.mark.parametrize(
    ("one", "name", "other", "other_name", "same"),
    [
        ("001", "Sundhedssamarbejdsudvalget", "003", "Sundhedssamarbejdsudvalget", False),
        ("000", "klyngestyregruppen", "002", "klyngestyregruppen", False),
        ("000", "Sundhedsstyregruppen", "001", "Sundhedsstyregruppen", True),
        ("000", "Sundhedsstyregruppen", "002", "SSG", True),
        ("000", "Randersklyngen", "002", "Randers klyngen", True),
        ("001", "Psykiatrien", "003", "Psykiatrien", False),
    ],
)
def test_names_over_documents(read: tuple[dict[str, Document], Resolution], one: str, name: str, other: str, other_name: str, same: bool) -> None:
    by_number, resolution = read
    left, right = called(resolution, by_number[one], name), called(resolution, by_number[other], other_name)
    assert left and right
    assert bool({e.id for e in left} & {e.id for e in right}) is same


def test_the_five_groups_of_one_collective(read: tuple[dict[str, Document], Resolution]) -> None:
    _, resolution = read
    (collective,) = [e for e in resolution.entities.values() if e.attributes.get("registry") == "F-RM-PSN"]
    members = [resolution.entities[ident] for ident in collective.attributes["members"]]
    assert sorted(member.label.partition(", ")[2] for member in members) == [
        "Aarhusklyngen", "Gødstrupklyngen", "Horsensklyngen", "Midtklyngen", "Randersklyngen",
    ]  # fmt: skip
    assert sorted(m.label.partition(", ")[2] for m in members if m.attributes.get("inferred")) == ["Aarhusklyngen", "Horsensklyngen"]


def test_people_over_documents_and_within_one(read: tuple[dict[str, Document], Resolution]) -> None:
    _, resolution = read
    people = [e for e in resolution.entities.values() if e.kind == "person"]
    names = [e.label for e in people]
    assert names.count("Jannie Falk Bjerregaard") == 1
    assert len([n for n in names if n.startswith("Louise")]) == 3
    assert len([n for n in names if n.startswith("Maja L")]) == 1
