"""What was asked for is asked for until it has come about, whatever became of it then."""

from __future__ import annotations

import pytest

import factories as make
from clustergraph import reports
from clustergraph.graph import builder
from clustergraph.graph.stores import open_store

ENDS = ("forum", "Kostrådet"), ("forum", "Madrådet")


@pytest.mark.parametrize(("told", "expected"), [
    (["requested"], {"requested"}),
    (["requested", "in_force"], {"in_force"}),
    (["requested", "in_force", "lapsed"], {"lapsed"}),
    (["requested", "in_force", "lapsed", "requested"], {"lapsed", "requested"}),
    (["in_force", "lapsed", "requested"], {"lapsed", "requested"}),
])  # fmt: skip
def test_a_wish_ends_when_it_has_come_about(told: list[str], expected: set[str]) -> None:
    papers = [make.document(f"{number}: Kostrådet, Madrådet", date=f"203{number}-01-01") for number in range(len(told))]
    said = {one.id: [make.claim(one, "reporting_line", *ENDS, kind="reports_to", status=status)] for one, status in zip(papers, told, strict=True)}
    entities = [make.entity(f"forum/{number}", name, type="council") for number, (_, name) in enumerate(ENDS)]
    names = {(one, "forum", entity.label): entity.id for one in papers for entity in entities}
    held = open_store()
    held.load(builder.build(papers, said, make.resolution(entities, names)))
    assert {row["status"] for row in reports.run(held, "references", {"as_of": "2039-01-01"}).rows} == expected
