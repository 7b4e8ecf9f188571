"""From public meeting documents to a knowledge graph in which every fact leads to the sentence that says it.

::

    import clustergraph as cg

    project = cg.open("minklynge")
    project.query("SELECT ?forum WHERE { ?forum a cg:Forum }").to_dataframe()
    project.report("references", forum="PS")
    project.as_networkx(view="references")
"""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clustergraph.project import Project

__all__ = ["open"]


def open(path: str | PathLike[str] = ".") -> Project:  # the name that users of other libraries expect
    """The project in a folder; raises :class:`~clustergraph.errors.SettingsError` where there is none."""
    from pathlib import Path

    from clustergraph.project import Project

    return Project(Path(path))
