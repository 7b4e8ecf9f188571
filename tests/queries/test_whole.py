"""The evidence of a whole graph, read at once, is that of each fact."""

import pytest

from clustergraph.queries.evidence import quotes, sources
from clustergraph.queries.whole import Whole
from serving import in_folder, served_project  # noqa: F401  a fixture

MOMENTS = [None, "2024-11-01T00:00:00Z", "1999-01-01", "9999-12-31T23:59:59Z"]


@pytest.mark.parametrize("moment", MOMENTS)
def test_all_at_once_say_what_each_says(served_project, moment):  # noqa: F811
    store = served_project.store
    whole = Whole.load(store)
    assert whole.quotes(moment) == quotes(store, whole.claims_of, moment)
    assert whole.sources(moment) == sources(store, whole.claims_of, moment)
    assert (moment == "1999-01-01") == (not whole.quotes(moment))


def test_what_was_taken_back_is_known_as_it_was(served_project, tmp_path):  # noqa: F811
    from clustergraph.cli.workspace import take_in

    project = in_folder(served_project, tmp_path / "own")
    name = project.manifest.current[0].file
    changed = tmp_path / name.rpartition("/")[2]
    changed.write_text(project.text_of(project.manifest.current[0].document).replace("formand", "næstformand"), encoding="utf-8")
    take_in(project, (str(changed),), recursive=False, jobs=1, quiet=True)
    store = project.store
    whole = Whole.load(store)
    for moment in MOMENTS:
        assert whole.quotes(moment) == quotes(store, whole.claims_of, moment)
        assert whole.sources(moment) == sources(store, whole.claims_of, moment)
