"""The answers of the reconciliation service against the JSON schemas of the Reconciliation Service API 0.2.

    python benchmarks/reconciliation.py SCHEMAS [PROJECT]

SCHEMAS is `0.2/schemas` of github.com/reconciliation-api/specs, which is not part of this project; PROJECT a project folder, else one with the
shipped documents. Names are those of the graph, as they are and misspelled. Exit code 1 where an answer is not valid.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7
from starlette.testclient import TestClient

from clustergraph import resources
from clustergraph.cli.workspace import take_in
from clustergraph.project import Project
from clustergraph.server import application
from clustergraph.server.api.properties import PROPERTIES
from clustergraph.server.site import Site


def main(schemas: Path, project: Project) -> int:
    valid: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    validators = load(schemas)
    site = Site(project)
    with TestClient(application(site), base_url="http://localhost") as client:

        def check(schema: str, found: Any) -> Any:
            errors = list(validators[schema].iter_errors(found))
            valid[schema] += not errors
            wrong[schema] += bool(errors)
            for error in errors[:3]:
                print(f"{schema}: {'/'.join(map(str, error.path))}: {error.message[:200]}")
            return found

        actors = sorted(site.view().actors.by_id.values(), key=lambda actor: actor.id)
        names = [(actor, name) for actor in actors for name in actor.names]
        for lang in ("da", "en"):
            check("manifest", client.get("/reconcile", params={"lang": lang}).json())
        matched, took = batches(client, names, check)
        for prefix in sorted({name[:4] for _, name in names}):
            check("suggest-entities-response", client.get("/reconcile/suggest/entity", params={"prefix": prefix}).json())
            check("suggest-types-response", client.get("/reconcile/suggest/type", params={"prefix": prefix[:1]}).json())
            check("suggest-properties-response", client.get("/reconcile/suggest/property", params={"prefix": prefix[:1]}).json())
        for kind in ("person", "organisation", "forum", "cluster", "initiative"):
            check("data-extension-property-proposal", client.get("/reconcile/properties", params={"type": kind, "limit": 5}).json())
            ids = [actor.id.partition("/id/")[2] for actor in actors if actor.kind == kind][:100]
            asked = {"ids": ids, "properties": [{"id": name} for name in PROPERTIES]}
            check("data-extension-query", asked)
            check("data-extension-response", client.post("/reconcile", data={"extend": json.dumps(asked)}).json())
    for schema in sorted(validators):
        if valid[schema] or wrong[schema]:
            print(f"{schema}: {valid[schema]} valid, {wrong[schema]} not")
    print(f"{matched[0]} of {len(names)} spellings matched without a doubt, {matched[1]} of them with another entity; {took * 1000:.1f} ms a query")
    return 1 if wrong.total() or matched[1] else 0


def batches(client: TestClient, names: list[Any], check: Any) -> tuple[tuple[int, int], float]:
    """Every spelling, and every spelling with a letter less, fifty at a time: how many whole ones matched, and how many of these wrongly."""
    right = wrong = 0
    begun, asked = time.perf_counter(), 0
    for begin in range(0, len(names), 50):
        some = names[begin : begin + 50]
        queries = {f"w{n}": {"query": name, "type": actor.kind} for n, (actor, name) in enumerate(some)}
        queries |= {f"m{n}": {"query": name[:-2] + name[-1:], "limit": 3} for n, (_, name) in enumerate(some) if len(name) > 3}
        asked += len(queries)
        check("reconciliation-query-batch", queries)
        found = check("reconciliation-result-batch", client.post("/reconcile", data={"queries": json.dumps(queries)}).json())
        for n, (actor, _) in enumerate(some):
            match = next((one for one in found[f"w{n}"]["result"] if one["match"]), None)
            right += match is not None
            wrong += match is not None and not actor.id.endswith(f"/id/{match['id']}")
    return (right, wrong), (time.perf_counter() - begun) / max(asked, 1)


def load(folder: Path) -> dict[str, Draft7Validator]:
    """The schemas by name. They say of themselves that they are of any draft; they are read as draft 7."""
    found = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}
    for schema in found.values():
        schema["$schema"] = "http://json-schema.org/draft-07/schema#"
    kept = [(schema["$id"], Resource.from_contents(schema, default_specification=DRAFT7)) for schema in found.values()]
    kept += [(f"https://reconciliation-api.github.io/specs/0.2/schemas/{name}.json", one) for name, (_, one) in zip(found, kept, strict=True)]
    registry: Registry[Any] = Registry().with_resources(kept)
    return {name: Draft7Validator(schema, registry=registry) for name, schema in found.items()}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        if len(sys.argv) > 2:
            opened = Project(Path(sys.argv[2]))
        else:
            opened = Project.create(Path(place) / "project", "tests")
            take_in(opened, (str(resources.folder("documents")),), recursive=True, jobs=1, quiet=True)
        code = main(Path(sys.argv[1]), opened)
    sys.exit(code)
