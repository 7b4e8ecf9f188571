from __future__ import annotations

import pytest

from clustergraph.documents import read_bytes
from documents.agendas import AGENDAS, Agenda
from documents.agendas_of_other_makes import OTHER_MAKES


@pytest.mark.parametrize("agenda", [*AGENDAS, *OTHER_MAKES], ids=lambda agenda: agenda.name)
def test_the_points_of_an_agenda_and_no_others(agenda: Agenda) -> None:
    sections = read_bytes(agenda.text.encode(), "agenda.txt").sections
    assert tuple((s.number, s.heading) for s in sections if s.kind == "item") == agenda.points


def test_enough_ways_of_counting_are_there() -> None:
    assert len(AGENDAS) >= 45
    assert len(OTHER_MAKES) >= 50
    assert sum(not agenda.points for agenda in AGENDAS) >= 6
