"""The program as a user runs it, and a small project."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clustergraph.cli import main

AGENDA = """REFERAT Direktørforum Sundhedsklynge Midt d. 14-03-2024

Dato: 14. marts 2024
Sted: Rådhuset, lokale 2

Deltagere
Aalborg Kommune
Karla Vinge Holt, direktør
Bent Solmark, sundhedschef
Afbud
Ida Lundsgaard, ældrechef

1. Velkomst
Indstilling
at Direktørforum tager orienteringen til efterretning
Beslutning
Direktørforum tog orienteringen til efterretning.

2. Økonomi for 2024
Der er afsat 250.000 kr. til fælles kompetenceudvikling.
Beslutning
Godkendt.
"""


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run the program with some words; standard output and error are kept apart."""

    def call(*words: str, **options: object) -> Result:
        return CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False, **options)  # type: ignore[arg-type]

    return call


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CLUSTERGRAPH_PROJECT", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    path = tmp_path / "inbox" / "referat.txt"
    path.parent.mkdir()
    path.write_text(AGENDA, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    source = folder / "inbox" / "referat.txt"
    source.parent.mkdir()
    source.write_text(AGENDA, encoding="utf-8")
    for words in (["init", str(folder / "project")], ["ingest", str(source), "--project", str(folder / "project")]):
        result = CliRunner().invoke(main, words, catch_exceptions=False)
        assert result.exit_code == 0, result.output
    return folder / "project"


@pytest.fixture
def project(_built: Path, tmp_path: Path) -> Path:
    """A built project of one document, of one's own."""
    return Path(shutil.copytree(_built, tmp_path / "project"))
