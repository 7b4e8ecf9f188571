"""The folder list is the data flow: who may import whom, and one door for each library."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "clustergraph"
MODULES = sorted(SOURCE.rglob("*.py"))

GROUND = {"errors", "model", "resources"}
SHARED = GROUND | {"lexicon", "names", "registry", "records", "settings"}
STAGES = {"documents", "claims", "entities", "graph"}

MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "model": {"errors"},
    **dict.fromkeys(("resources", "lexicon", "names", "registry", "records", "settings"), SHARED),
    **dict.fromkeys(STAGES, SHARED),
    "queries": GROUND | {"lexicon", "names", "graph.stores", "graph.terms"},
    **{part: GROUND | {"lexicon", "names", "queries"} for part in ("reports", "explorer", "exports")},
    "server": SHARED
    | {"queries", "reports", "explorer", "exports", "review", "manifest", "locking", "project"}
    | {"graph.stores", "graph.terms", "graph.rdf"},
    "files": GROUND,
    "locking": GROUND,
    "manifest": SHARED,
    "review": SHARED,
    "evaluation": GROUND | {"records"},
    "project": SHARED | STAGES | {"files", "manifest", "review", "queries", "reports", "explorer", "moments"},
    "increment": SHARED | {"entities", "graph"},
    "holding": SHARED | {"graph", "review", "increment"},
    "moments": GROUND | {"files", "graph", "holding", "increment"},
    "building": {"holding", "moments", "project", "increment"},
    "pipeline": SHARED | STAGES | {"manifest", "project", "building"},
    "": {"project"},  # clustergraph.open
    "__main__": {"cli"},
}

DOORS: dict[str, set[str]] = {
    "rdflib": {"graph/rdf.py", "graph/shacl.py"},
    "pyshacl": {"graph/shacl.py"},
    "pyoxigraph": {"graph/stores/oxigraph.py", "graph/terms.py"},
    "pyvis": {"explorer/network.py"},
    "networkx": {"explorer/graphs.py"},
    "docx": {"documents/formats/docx.py"},
    "pypdfium2": {"documents/formats/pdf.py"},
    "openpyxl": {"exports/tables.py"},
    "pyarrow": {"exports/tables.py"},
    "uvicorn": {"server/running.py"},
    "pandas": {"queries/run.py", "reports/result.py"},
}


def place(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def part(path: Path) -> str:
    first = path.relative_to(SOURCE).parts[0]
    return "" if first == "__init__.py" else first.removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports at run time, whole names; what stands under ``if TYPE_CHECKING`` is for readers only."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent = {
        id(inside)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inside in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in silent:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{place(path)} line {node.lineno}: imports by whole names only"
            module = node.module or ""
            if module in ("clustergraph", "clustergraph.graph"):
                yield from (f"{module}.{alias.name}" for alias in node.names)
            else:
                yield module


def wrong(path: Path) -> list[str]:
    own = part(path)
    if own == "cli":
        return []
    found = []
    for name in imports(path):
        if not name.startswith("clustergraph.") or name.split(".")[1] == own:
            continue
        inner = name.removeprefix("clustergraph.")
        if not any(inner == allowed or inner.startswith(f"{allowed}.") for allowed in MAY_IMPORT[own]):
            found.append(name)
    return found


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_a_part_imports_only_what_it_may(path: Path) -> None:
    assert wrong(path) == []


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_each_library_has_one_door(path: Path) -> None:
    roots = {name.split(".")[0] for name in imports(path)}
    behind = {library for library in roots & set(DOORS) if place(path) not in DOORS[library]}
    assert behind == set(), f"only {[DOORS[library] for library in behind]} may import it"
    assert "click" not in roots or part(path) == "cli"
    assert not roots & {"starlette", "jinja2", "multipart"} or part(path) == "server"


@pytest.mark.parametrize("path", [p for p in MODULES if part(p) != "cli"], ids=place)
def test_only_the_command_line_prints(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    assert not [node.lineno for node in calls if isinstance(node.func, ast.Name) and node.func.id in ("print", "input")]


@pytest.mark.parametrize("stage", ["claims", "entities", "graph"])
def test_stages_are_pure(stage: str) -> None:
    """No clock and no chance; only doors to stores and shipped data touch files."""
    for path in (SOURCE / stage).rglob("*.py"):
        roots = {name.split(".")[0] for name in imports(path)}
        assert not roots & {"random", "time", "socket", "urllib", "requests", "subprocess"}, place(path)


def test_the_rules_see_a_breach(tmp_path: Path) -> None:
    bad = SOURCE / "claims" / "invented.py"
    tree = tmp_path / "invented.py"
    tree.write_text("from clustergraph.graph import builder\n", encoding="utf-8")
    names = list(imports(tree))
    assert names == ["clustergraph.graph.builder"]
    assert not any(names[0].removeprefix("clustergraph.").startswith(allowed) for allowed in MAY_IMPORT[part(bad)])


def test_there_are_no_drawers_for_odds_and_ends() -> None:
    assert not {"utils", "helpers", "common", "core", "misc"} & {p.stem for p in MODULES}
