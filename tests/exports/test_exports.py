"""The graph for other programs: what a form must hold, and that the same graph gives the same bytes."""

from __future__ import annotations

import builtins
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

import askable
from clustergraph.errors import UsageError
from clustergraph.exports import ftm, popolo, tables
from clustergraph.graph.stores import Store

ROWS = [
    {"name": "=1+1", "n": 3, "list": ["a", "b"], "quotes": [{"quote": "…"}], "empty": None},
    {"name": "Øst", "n": None, "list": [], "quotes": [], "empty": None},
]


def test_a_workbook_holds_text_as_text() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(tables.xlsx({"one": ROWS, "none": []})))
    sheet = book["one"]
    assert book.sheetnames == ["one", "none"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()][:2] == [["name", "n", "list", "empty"], ["=1+1", 3, "a; b", None]]
    assert sheet["A2"].data_type == "s"
    assert sheet.freeze_panes == "A2"


def test_parquet_keeps_types() -> None:
    pyarrow = pytest.importorskip("pyarrow.parquet")
    table = pyarrow.read_table(io.BytesIO(tables.parquet(ROWS)))
    assert table.column_names == ["name", "n", "list", "empty"]
    assert table["n"].to_pylist() == [3, None]


@pytest.mark.parametrize("form", [lambda: tables.xlsx({"one": ROWS}), lambda: tables.parquet(ROWS)])
def test_the_same_rows_give_the_same_bytes(form: Callable[[], bytes]) -> None:
    assert form() == form()


@pytest.mark.parametrize(("form", "library"), [(lambda: tables.xlsx({}), "openpyxl"), (lambda: tables.parquet([]), "pyarrow")])
def test_a_missing_library_names_the_extra(form: Callable[[], bytes], library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.split(".")[0] == library:
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UsageError, match=rf"{library}.*clustergraph\[data\]"):
        form()


@pytest.fixture(scope="module")
def store() -> Store:
    return askable.store()


def test_popolo_leads_everywhere(store: Store) -> None:
    found = json.loads(popolo.write(store))
    people, bodies = ({one["id"] for one in found[name]} for name in ("persons", "organizations"))
    assert people and bodies and found["memberships"] and found["relations"]
    assert {one["person_id"] for one in found["memberships"]} <= people
    assert {one["organization_id"] for one in found["memberships"] if "organization_id" in one} <= bodies
    assert {one[end] for one in found["relations"] for end in ("from_id", "to_id")} <= bodies
    assert {one["parent_id"] for one in found["organizations"] if "parent_id" in one} <= bodies


def test_follow_the_money_leads_everywhere(store: Store) -> None:
    entities = [json.loads(line) for line in ftm.write(store).splitlines()]
    ids = {one["id"] for one in entities}
    ends = ("member", "organization", "employee", "employer", "subject", "object", "parent")
    assert len(ids) == len(entities)
    assert {"Person", "Membership", "UnknownLink"} <= {one["schema"] for one in entities}
    assert {end for one in entities for name in ends for end in one["properties"].get(name, [])} <= ids
    assert all(isinstance(value, str) for one in entities for values in one["properties"].values() for value in values)
