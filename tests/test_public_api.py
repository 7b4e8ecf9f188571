"""``import clustergraph as cg``: what a notebook or another program uses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import clustergraph as cg
from clustergraph import pipeline
from clustergraph.errors import SettingsError, StoreError, UsageError
from clustergraph.project import Project

TEXT = """REFERAT Direktørforum Sundhedsklynge Midt d. 14-03-2024

Deltagere
Aalborg Kommune
Karla Vinge Holt, direktør

1. Organisering
Chefforum refererer til Direktørforum.
Der er afsat 250.000 kr. til fælles kompetenceudvikling.
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("api")
    (folder / "referat.txt").write_text(TEXT, encoding="utf-8")
    made = Project.create(folder / "p")
    pipeline.ingest(made, [folder / "referat.txt"], today="2024-06-01")
    pipeline.build(made)
    return cg.open(made.folder)


def test_a_query_gives_rows_and_a_table(project: Project) -> None:
    rows = project.query("SELECT ?name WHERE { ?o a org:FormalOrganization ; skos:prefLabel ?name } ORDER BY ?name")
    assert "Aalborg Kommune" in [row["name"] for row in rows.dicts()]
    frame = rows.to_dataframe()
    assert list(frame.columns) == ["name"] and len(frame) == len(rows)


def test_a_saved_query_takes_its_parameters(project: Project) -> None:
    assert project.query("documents").dicts()
    with pytest.raises(UsageError, match="nonsense"):
        project.query("documents", nonsense="1")


def test_a_report_gives_rows_with_their_sentences(project: Project) -> None:
    rows = project.report("money").rows
    assert [row["amount_dkk"] for row in rows] == [250000] and all(row["quotes"] for row in rows)


def test_as_rdflib_holds_the_same_graph(project: Project) -> None:
    assert len(project.as_rdflib()) > 0
    assert sum(1 for _ in project.as_rdflib().quads()) == len(project.store.dump())


@pytest.mark.parametrize("view", ["references", "roles", "initiatives"])
def test_as_networkx_is_a_directed_graph(project: Project, view: str) -> None:
    assert project.as_networkx(view=view).is_directed()


def test_an_unknown_view_is_named(project: Project) -> None:
    with pytest.raises(UsageError, match="upside-down"):
        project.as_networkx(view="upside-down")
    with pytest.raises(UsageError, match="Nobody"):
        project.as_networkx(view="ego", around="Nobody")


def test_what_is_no_project_and_what_is_not_built(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=tmp_path.name):
        cg.open(tmp_path)
    with pytest.raises(StoreError, match="build"):
        Project.create(tmp_path / "p").report("money")


def test_importing_the_library_is_cheap() -> None:
    code = "import sys, clustergraph; print(len([m for m in sys.modules if m.startswith('clustergraph')]))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "1"
