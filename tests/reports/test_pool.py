"""Facts read once for all days say on each day what the saved query says of that day; and the surroundings of an entity what the whole says."""

import pytest

from clustergraph import queries, reports, resources
from clustergraph.cli.workspace import take_in
from clustergraph.project import Project
from clustergraph.reports import Pool
from clustergraph.reports.around import Around, Index
from clustergraph.reports.pool import WINDOWS

DAYS = (
    "1999-01-01",
    "2019-06-20",
    "2019-12-31",
    "2022-06-30",
    "2022-07-01",
    "2023-03-06",
    "2024-10-30",
    "2024-10-31",
    "2024-12-31",
    "2031-01-01",
    "9999-12-31",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    project = Project.create(tmp_path_factory.mktemp("pool") / "klynge", "Klyngen")
    take_in(project, (str(resources.folder("documents")),), recursive=True, jobs=1, quiet=True)
    return project.store


@pytest.fixture(scope="module")
def pool(store):
    return Pool(store)


@pytest.mark.parametrize("query", sorted(WINDOWS))
@pytest.mark.parametrize("day", DAYS)
def test_a_day_holds_what_the_query_says(store, pool, query, day):
    asked = {str(row["fact"]) for row in queries.run(store, query, {"as_of": day}).dicts()}
    held = {fact.id for fact in pool.facts(query, None) if WINDOWS[query].holds(fact, day)}
    assert held == asked


def test_every_query_with_a_day_has_its_window():
    dated = {one.name for one in queries.names() if {"as_of", "every"} <= {parameter.name for parameter in one.parameters}}
    assert dated == set(WINDOWS)


@pytest.mark.parametrize("day", [None, "2024-10-30", "2022-07-01"])
def test_the_surroundings_say_what_the_whole_says(store, pool, day):
    index, options = Index(pool, None), {"as_of": day} if day else {}
    for actor in pool.actors.by_id.values():
        whole = reports.show(store, actor.id, options, pool=pool).rows
        near = reports.show(store, actor.id, options, pool=Around(pool, index, actor.id)).rows
        assert near == whole, actor.id


def test_a_pool_changes_no_answer(store, pool):
    for name in ("references", "roster", "attendance", "initiatives", "decisions", "coverage"):
        assert reports.run(store, name, {}, pool=pool).rows == reports.run(store, name, {}).rows
