"""After any sequence of changes the graph is, byte for byte, what a build from nothing gives."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clustergraph import entities, graph
from clustergraph.graph.evidence import Earlier
from clustergraph.graph.stores import open_store
from clustergraph.graph.stores.oxigraph import lines
from clustergraph.increment.index import Index
from clustergraph.increment.update import Unit, Update
from clustergraph.model import Judgement, Ruling
from clustergraph.registry import load
from increment.worlds import document

RECORDED = "2025-01-01"


class Living:
    """A graph that lives through changes, and the same from nothing."""

    def __init__(self) -> None:
        self.index, self.store = Index(Path(":memory:")), open_store()
        self.units: dict[str, Unit] = {}
        self.judgements: list[Judgement] = []

    def turn(self) -> list[str]:
        given = {ident: f"{unit.earlier} {dict(unit.rulings)}" for ident, unit in self.units.items()}
        rulings = {ident: ruling for unit in self.units.values() for ident, ruling in unit.rulings.items()}
        with self.index.change():
            Update(self.index, self.store, self.units.__getitem__, known=load(), tables={}).run(given, rulings, self.judgements)
            self.index.put("generation", "one")
        return self.store.dump()

    def from_nothing(self) -> list[str]:
        now = [unit for unit in self.units.values() if not unit.earlier]
        said = {unit.document.id: list(unit.claims) for unit in now}
        documents = [unit.document for unit in now]
        return lines(
            graph.build(
                documents,
                said,
                entities.resolve(documents, said, judgements=self.judgements),
                recorded={unit.document.id: unit.recorded for unit in now},
                earlier=[unit.earlier for unit in self.units.values() if unit.earlier],
                rulings={ident: ruling for unit in now for ident, ruling in unit.rulings.items()},
            )
        )

    def bring(self, slot: int, variant: int, rejected: int | None = None) -> None:
        """Take in a document; another variant of its slot becomes an earlier version."""
        made, told = document(slot, variant)
        for ident, unit in self.units.items():
            if unit.document.source == made.source and ident != made.id and not unit.earlier:
                gone = Earlier(unit.document, unit.claims, RECORDED, "2025-02-02", made.id)
                self.units[ident] = Unit(unit.document, unit.claims, RECORDED, {}, gone, 1)
        verdict = "confirmed" if rejected is not None and rejected % 2 else "rejected"
        rulings: Mapping[str, Ruling] = {} if rejected is None else {told[rejected % len(told)].id: Ruling(verdict, "", "ida", None)}
        self.units[made.id] = Unit(made, told, RECORDED, rulings, None, int(made.id, 16))

    def judge(self, number: int, verdict: str) -> None:
        """Judge two of the people whom the documents name, or take the last judgement back."""
        people = sorted({f"{d}#person/{c.subject.name}" for d, unit in self.units.items() for c in unit.claims if c.kind == "person"})
        if verdict == "undo":
            self.judgements = self.judgements[:-1]
        elif len(people) > 1:
            left, right = people[number % len(people)], people[number // 7 % len(people)]
            self.judgements = [*self.judgements, Judgement(left, right, verdict, 1.0, "", "ida")]  # type: ignore[arg-type]

    def drop(self, slot: int) -> None:
        """Forget whatever a slot holds."""
        self.units = {ident: unit for ident, unit in self.units.items() if unit.document.source != f"d{slot}.txt"}


SLOTS = st.integers(0, 5)
CHANGES = st.one_of(
    st.tuples(SLOTS, st.integers(0, 7), st.none()),
    st.tuples(SLOTS, st.integers(0, 7), st.integers(0, 30)),
    st.tuples(SLOTS, st.just(-1), st.none()),
    st.tuples(st.sampled_from(("same", "same", "different", "withdrawn", "undo")), st.integers(0, 999), st.none()),
)


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(CHANGES, min_size=1, max_size=3), min_size=1, max_size=6))
def test_a_changed_graph_is_the_graph_from_nothing(turns: list[list[tuple[int | str, int, int | None]]]) -> None:
    living = Living()
    for turn in turns:
        for slot, variant, rejected in turn:
            if isinstance(slot, str):
                living.judge(variant, slot)
            elif variant < 0:
                living.drop(slot)
            else:
                living.bring(slot, variant, rejected)
        assert living.turn() == living.from_nothing()
