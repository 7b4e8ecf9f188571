"""How long reports take in a large graph, beside the plain SPARQL of the same question in the same run.

The graph of a project is copied ``--copies`` times, each copy with addresses of its own: a narrow question has a small answer in a large graph.
Printed are the rows, the seconds of processor time of the report and of its query alone, and the ratio.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from clustergraph import queries, reports
from clustergraph.graph.stores import open_store
from clustergraph.graph.terms import Iri, Quad, Term
from clustergraph.project import Project

QUERIES = {
    "references": "references", "gaps": "references", "roster": "memberships", "roles": "memberships", "vacancies": "seats",
    "attendance": "attendance", "initiatives": "initiatives", "decisions": "items", "money": "money", "coverage": "memberships",
    "tenures": "memberships", "forums": "entities",
}  # fmt: skip
_SHARED = re.compile(r"/graph/(vocab|registry)$")


def copies(quads: list[Quad], base: str, count: int) -> Iterator[Quad]:
    """The quads, and again with other addresses for all but what every copy shares."""

    def renamed(term: Term, mark: str) -> Term:
        return Iri(term.value + mark) if isinstance(term, Iri) and term.value.startswith((f"{base}id/", f"{base}graph/")) else term

    for number in range(count):
        mark = f"-c{number}" if number else ""
        for quad in quads:
            if not mark:
                yield quad
            elif not _SHARED.search(quad.graph_name.value):
                yield Quad(renamed(quad.subject, mark), quad.predicate, renamed(quad.object, mark), renamed(quad.graph_name, mark))


def seconds(call: Callable[[], object]) -> tuple[float, object]:
    """The least processor time of three runs, and the answer."""
    times, found = [], None
    for _ in range(3):
        begun = time.process_time()
        found = call()
        times.append(time.process_time() - begun)
    return min(times), found


def main() -> None:
    """Measure and print a line a report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=Path)
    parser.add_argument("forum", help="the address of a forum, or its end after id/")
    parser.add_argument("--copies", type=int, default=26)
    given = parser.parse_args()
    project = Project(given.project)
    with TemporaryDirectory() as place:
        store = open_store(Path(place) / "store")
        store.load(copies(list(project.store.quads()), project.settings.base, given.copies))
        print(f"{len(store.dump()):,} quads")
        for name, query in QUERIES.items():
            took, result = seconds(lambda name=name: reports.run(store, name, {"forum": given.forum}))  # type: ignore[misc]
            plain, _ = seconds(lambda query=query: queries.run(store, query))  # type: ignore[misc]
            assert isinstance(result, reports.ReportResult)
            print(f"{name:12} {len(result.rows):5} rows {took:7.2f} s   query {plain:6.2f} s   ratio {took / plain:6.1f}")


if __name__ == "__main__":
    main()
