"""The report of who hands what to whom: its steps in the order in which one follows from the other."""

from __future__ import annotations

from clustergraph.reports import handovers


def test_a_step_counts_what_leads_to_it() -> None:
    pairs = [("rådet", "regionen"), ("grupperne", "rådet"), ("udvalget", "rådet")]
    assert dict(handovers._steps(pairs)) == {"rådet": 2, "grupperne": 1, "udvalget": 1}


def test_a_ring_ends() -> None:
    assert set(handovers._steps([("a", "b"), ("b", "a")]).values()) <= {1, 2}
