"""The graph as it was known at an earlier moment, stepped to from the nearest graph that is there.

Each graph that is kept in ``store/known/`` has its index beside it. So the graph of another moment is a copy of the nearest of them, or of the
graph in use, with the difference of what they hold applied, forwards or backwards: what a step costs follows what lies between.
It is, byte for byte, what a build from nothing gives. A moment is known by what was held then alone: what comes later leaves it as it is.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clustergraph import files
from clustergraph.errors import StoreError
from clustergraph.holding import Holding, made_by

if TYPE_CHECKING:
    from clustergraph.project import Project

KEPT = 16  # graphs of earlier moments
_ROOM = 4  # times the graph in use: how much the disk may hold of them
_LEAST = 2**30  # bytes that they may have in any case
_GRAPH, _INDEX = "graph", "index.sqlite"


@dataclass(frozen=True, slots=True)
class _Start:
    """A graph to step from: its index, and the folder in which the graph lies under the name that the index gives."""

    index: Path
    stores: Path

    def distance(self, made: str, wanted: Mapping[str, str]) -> int | None:
        """How many documents come or go from here on; None where nothing can be stepped from here."""
        from clustergraph.increment.index import held

        there = held(self.index, made) if self.index.exists() else None
        if there is None:
            return None
        return sum(wanted.get(doc) != given for doc, given in there.items()) + sum(there.get(doc) != given for doc, given in wanted.items())

    def copy(self, to: Path) -> None:
        """Put the graph and its index into a folder. Raises :class:`StoreError` or OSError where it has just been taken away."""
        from clustergraph.increment.index import Index, copied

        copied(self.index, to / _INDEX)
        index = Index(to / _INDEX)
        name = index.get("generation") or ""
        index.close()
        files.linked(self.stores / name, to / _GRAPH)


def graph_known(project: Project, day: str) -> Path:
    """Where the graph lies as it was known at the end of a day; it is made where it is not kept."""
    holding, made = Holding(project, day), made_by(project)
    folder = project.folder / "store" / "known"
    place = folder / _name(made, holding)
    if not place.is_dir():
        with files.drafted(place) as draft:
            draft.mkdir()
            if holding.is_stepwise:
                _step(project, holding, made, draft)
            else:
                _build(project, day, draft)
        files.keep_newest(folder, KEPT, max(_LEAST, _ROOM * files.size(folder.parent / (project.built or ""))))
    with suppress(OSError):
        os.utime(place)  # what was asked for last is kept longest
    return place / _GRAPH


def place_of(project: Project, day: str) -> Path:
    """Where the graph of a day lies once it is made."""
    return project.folder / "store" / "known" / _name(made_by(project), Holding(project, day)) / _GRAPH


def _name(made: str, holding: Holding) -> str:
    return hashlib.sha256(f"{made} {holding.name}".encode()).hexdigest()[:16]


def forget(project: Project) -> None:
    """Take away all that is kept of earlier moments."""
    shutil.rmtree(project.folder / "store" / "known", ignore_errors=True)


def _build(project: Project, day: str, draft: Path) -> None:
    from clustergraph.graph.stores import open_store

    store = open_store(draft / _GRAPH)
    store.load(project.quads(day))
    store.close()


def _step(project: Project, holding: Holding, made: str, draft: Path) -> None:
    from clustergraph.graph.stores import open_store
    from clustergraph.increment.index import Index

    for start in _nearest(project, holding, made):
        try:
            start.copy(draft)
            break
        except (OSError, StoreError):  # another program has just taken it away
            shutil.rmtree(draft)
            draft.mkdir()
    index, store = Index(draft / _INDEX), open_store(draft / _GRAPH)
    with index.change():
        index.put("made", made)
        holding.turn(index, store)
        index.put("generation", _GRAPH)
    index.seal()
    store.close()


def _nearest(project: Project, holding: Holding, made: str) -> list[_Start]:
    """The graphs to step from that are nearer than an empty one, the nearest first."""
    stores = project.folder / "store"
    kept = (_Start(path / _INDEX, path) for path in sorted((stores / "known").iterdir()) if not files.is_draft(path))
    found = [(start.distance(made, holding.wanted), start) for start in (_Start(stores / _INDEX, stores), *kept)]
    near = [(distance, start) for distance, start in found if distance is not None and distance < len(holding.wanted)]
    return [start for _, start in sorted(near, key=lambda pair: pair[0])]
