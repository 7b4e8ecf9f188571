"""The scorer: every sort of right, wrong and missing, worked out by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from clustergraph import evaluation
from clustergraph.errors import InputError, UnreadableDocument

GOLD: dict[str, Any] = {
    "people": [{"id": "holt", "name": "Karla Holt"}, {"name": "Bent Solmark"}, {"name": "En Tilfældig", "optional": True}],
    "forums": [{"id": "df", "name": "Direktørforum", "aliases": ["DF"]}, {"id": "cf", "name": "Chefforum"}],
    "organisations": [],
    "holds_role": [{"person": "holt", "role": "direktør"}, {"person": "Bent Solmark", "role": "chef", "role_alt": "sundhedschef"}],
    "reporting_lines": [{"from": "cf", "to": "df", "kind": "reports_to"}],
    "agenda_items": [{"number": "1", "title": "Vel-\nkomst"}],
    "deadlines": [{"date": "2024-10-31"}],
    "money": [{"amount_dkk": 4000}],
}


def score(told: dict[str, Any]) -> dict[str, tuple[int, int, int]]:
    found = evaluation.compare(told, GOLD)
    return {kind: (right, len(missing), len(wrong)) for kind, (right, missing, wrong) in found.items()}


@pytest.mark.parametrize(
    ("kind", "rows", "wanted"),
    [
        ("people", ["Karla Holt", "Bent Solmark"], (2, 0, 0)),
        ("people", ["karla  holt."], (1, 1, 0)),
        ("people", ["Karla Holt", "Bent Solmark", "En Tilfældig"], (2, 0, 0)),
        ("people", ["Karla Holt", "Ukendt"], (1, 1, 1)),
        ("forums", [{"name": "DF"}, {"name": "Chefforum"}], (2, 0, 0)),
        ("forums", [{"name": "Direktørforum", "aliases": ["Chefforum"]}], (1, 1, 0)),
        ("agenda_items", [{"number": "1", "title": "Velkomst"}], (1, 0, 0)),
        ("agenda_items", [{"number": "2", "title": "Velkomst"}], (0, 1, 1)),
        ("deadlines", [{"date": "2024-10"}], (1, 0, 0)),
        ("deadlines", [{"date": "2024"}], (0, 1, 1)),
        ("money", [{"amount_dkk": 4000}, {"amount_dkk": 4000}], (1, 0, 0)),
    ],
)
def test_one_kind(kind: str, rows: list[Any], wanted: tuple[int, int, int]) -> None:
    assert score({kind: rows})[kind] == wanted


def test_relations_are_compared_through_the_entities() -> None:
    told = {
        "people": ["Karla Holt", "Bent Solmark"],
        "forums": [{"name": "DF"}, {"name": "Chefforum"}],
        "holds_role": [{"person": "Karla Holt", "role": "direktør"}, {"person": "Bent Solmark", "role": "sundhedschef"}],
        "reporting_lines": [{"from": "Chefforum", "to": "DF", "kind": "reports_to"}, {"from": "DF", "to": "DF", "kind": "reports_to"}],
    }
    found = score(told)
    assert found["holds_role"] == (2, 0, 0)
    assert found["reporting_lines"] == (1, 0, 1)  # nobody answers to himself


def test_further_fields_are_asked_only_of_facts_that_are_right() -> None:
    gold = {
        "organisations": [{"id": "ko", "name": "Egby Kommune", "type": "municipality"}],
        "forums": [],
        "initiatives": [{"name": "Ro", "start": "2024-05", "budget": [{"amount_dkk": 5}], "anchored_in": ["ko"], "leads": [], "status": "active"}],
        "agenda_items": [{"number": "1", "title": "Ro", "decision_type": "none"}, {"number": "2", "title": "Mål", "decision_type": "noted"}],
    }
    told = {
        "organisations": [{"name": "Egby Kommune", "type": "municipality"}],
        "initiatives": [{"name": "Ro", "start": "2024-05-01", "budget": [{"amount_dkk": 6}], "anchored_in": ["Egby Kommune"], "status": "planned"}],
        "agenda_items": [{"number": "1", "title": "Ro", "decision_type": "none"}, {"number": "3", "title": "Mål", "decision_type": "noted"}],
    }
    assert evaluation.further(told, gold) == {
        "organisations.type": (1, 1),
        "initiatives.start": (1, 1),
        "initiatives.budget": (0, 1),
        "initiatives.anchored_in": (1, 1),
        "initiatives.status": (0, 1),
        "agenda_items.decision_type": (1, 1),
    }


def test_figures_are_pooled() -> None:
    tally = evaluation.Tally()
    for _ in range(2):
        tally.add(evaluation.compare({"people": ["Karla Holt", "Ukendt"]}, GOLD), "a.gold.json")
    people = next(figure for figure in tally.figures() if figure.kind == "people")
    assert (people.right, people.asked, people.told) == (2, 4, 4)
    assert people.precision == people.recall == people.f1 == 0.5
    assert any(line.startswith("- people") and "Bent Solmark" in line for line in tally.differences)


def test_nothing_asked_and_nothing_told_is_right() -> None:
    assert evaluation.Figure("money", 0, 0, 0).f1 == 1.0
    assert evaluation.Figure("money", 0, 0, 1).precision == 0.0


def test_annotations_find_their_documents(tmp_path: Path) -> None:
    gold = tmp_path / "a.gold.json"
    gold.write_text(json.dumps(GOLD), encoding="utf-8")
    with pytest.raises(UnreadableDocument):
        evaluation.document_of(gold)
    (tmp_path / "a_17.txt").write_text("x", encoding="utf-8")
    assert evaluation.document_of(gold).name == "a_17.txt"
    assert evaluation.gold_files([tmp_path]) == [gold] and evaluation.load(gold) == GOLD


@pytest.mark.parametrize("text", ["[]", "{", None])
def test_what_is_no_annotation_is_named(tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "b.gold.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"b\.gold\.json"):
        evaluation.load(path)
