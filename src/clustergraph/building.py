"""From what a project holds to its graph: from nothing, or from the graph that is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from clustergraph import moments
from clustergraph.holding import Holding, made_by
from clustergraph.project import Project

if TYPE_CHECKING:
    from clustergraph.increment.index import Index


def build(project: Project, *, anew: bool = False) -> bool:
    """Bring the graph up to date with documents and judgements; False where it is so already (unless ``anew``).

    From the graph that is there and its index where there is one, else from nothing. With ``anew`` always from nothing, and every file is read.
    """
    holding = Holding(project)
    if anew or not holding.is_stepwise:
        return _from_nothing(project, anew)
    from clustergraph.increment.index import BrokenIndexError

    path = project.folder / "store" / "index.sqlite"
    try:
        return _from_before(project, path, holding)
    except BrokenIndexError:
        _drop(path)
        return _from_before(project, path, holding)


def _from_before(project: Project, path: Path, holding: Holding) -> bool:
    """Bring the graph up to date from the one that the index belongs to, or begin a new index.

    The index is written before the graph is put to use. What was stopped between the two is ended here, and what was stopped earlier is done again.
    """
    from clustergraph.increment.index import Index

    index = Index(path)
    made = made_by(project)
    base = index.get("generation")
    if base is None or index.get("made") != made or not (project.folder / "store" / base).is_dir():
        index.close()
        _drop(path)
        index, base = Index(path), None
    try:
        if base is None or index.get("records") != project.records_digest():
            base = _change(project, index, base, holding, made)
        elif project.built == base:
            return False
        project.use(base)
    finally:
        index.close()
    return True


def _from_nothing(project: Project, anew: bool) -> bool:
    name = project.digest()
    if project.built == name and not anew:
        return False
    if anew:
        moments.forget(project)
    with project.new_store(name) as store:
        store.load(project.quads())
    return True


def _drop(path: Path) -> None:
    for end in ("", "-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)


def _change(project: Project, index: Index, base: str | None, holding: Holding, made: str) -> str:
    """Change the graph ``base`` into that of what the project holds; the name of the new one."""
    with index.change(), project.changed_store(base, index) as store:
        index.put("made", made)
        holding.turn(index, store)
    return index.get("generation") or ""
