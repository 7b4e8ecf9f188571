"""Agenda items: number, title, recommendations in their shapes, decisions."""

import pytest
from tests.claims.texts import HEAD, found, minutes


def test_numbers_and_titles_in_order() -> None:
    items = found(minutes(("Godkendelse af dagsorden", "Godkendt."), ("Fælles instruks", "Drøftet."), ("Eventuelt", "Intet.")), "agenda_item")
    assert [(i.qualifiers["number"], i.qualifiers["title"]) for i in items] == [
        ("1", "Godkendelse af dagsorden"), ("2", "Fælles instruks"), ("3", "Eventuelt"),
    ]  # fmt: skip


WISHES = [
    ("Det indstilles,\nat | styregruppen godkender planen. |", ["styregruppen godkender planen."]),
    (
        "Det indstilles,\nat | styregruppen |\n- drøfter planen\n- godkender budgettet",
        ["styregruppen drøfter planen", "styregruppen godkender budgettet"],
    ),
    (
        "Det indstilles, at Kredsrådet:\n\n1. Drøfter status\n2. Beslutter det videre forløb",
        ["Kredsrådet drøfter status", "Kredsrådet beslutter det videre forløb"],
    ),
    ("Det indstilles,\n- At kommunerne giver en status\n- At rådet drøfter den", ["kommunerne giver en status", "rådet drøfter den"]),
    ("Det indstilles, at planen tages til efterretning.", ["planen tages til efterretning."]),
]


@pytest.mark.parametrize(("text", "wishes"), WISHES)
def test_recommendations(text: str, wishes: list[str]) -> None:
    (item,) = found(f"{HEAD}Punkt 1: Ny plan\n\n{text}\n\nSagsfremstilling\n\nPlanen er klar.\n\nBeslutning\n\nGodkendt.\n", "agenda_item")
    assert item.qualifiers["recommendations"] == wishes


def test_an_agenda_has_no_decisions() -> None:
    head = "Dagsorden\nStyregruppen for Sundhedsklynge Bælt\nden 14. marts 2023 kl. 09:00\n\n"
    text = f"{head}1. Ny plan\n\nSagsfremstilling\n\nDet blev i maj besluttet at lave en plan.\n"
    (item,) = found(text, "agenda_item")
    assert item.qualifiers["decision_type"] == "none"
    assert "decisions" not in item.qualifiers


def test_the_mark_of_a_portal_is_no_part_of_the_title() -> None:
    text = "Sundhedsudvalget\n23. august 2022 kl. 15.30\n\n1 Åben - Ny aftale\nBeslutning for Punkt 1\nGodkendt\n"
    assert [i.qualifiers["title"] for i in found(text, "agenda_item")] == ["Ny aftale"]
