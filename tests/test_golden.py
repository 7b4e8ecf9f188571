"""Every stage on the shipped documents, against files that were looked at: ``make golden`` writes them anew, and Git shows the difference."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from clustergraph import claims, documents, pipeline, records, reports, resources
from clustergraph.model import Claim, Document
from clustergraph.project import Project

GOLDEN = Path(__file__).parent / "golden"
DOCUMENTS = sorted(resources.folder("documents").iterdir())
TODAY = "2025-01-02"  # the day on which they are taken in


@cache
def read(name: str) -> tuple[Document, tuple[Claim, ...], list[tuple[int, int, str]]]:
    document = documents.read(resources.folder("documents") / name)
    found, unread = claims.recognize(document)
    return document, found, [(place.span.start, place.span.end, place.reason) for place in unread]


def sections(name: str) -> str:
    document, _, unread = read(name)
    lines = [
        f"{part.kind} {part.number or '-'} {part.start}-{part.heading_end}-{part.end} {part.heading or ''}".rstrip() for part in document.sections
    ]
    head = {key: getattr(document, key) for key in ("media_type", "layout", "kind", "title", "date", "time", "place", "forum")}
    missed = [f"unread {reason} {document.text[start:end]}" for start, end, reason in unread]
    return "\n".join([f"text {document.id[:16]} {len(document.text)}", json.dumps(head, ensure_ascii=False), *lines, *missed]) + "\n"


def told(name: str) -> str:
    """The claims, a line each, with the words of their evidence in the place of offsets."""
    document, found, _ = read(name)
    rows = []
    for claim in found:
        words = [" ".join(document.quote(span).split())[:120] for span in claim.evidence]
        ends = [claim.subject.name, claim.object.name if claim.object else None]
        rows.append(records.dumps([claim.kind, *ends, dict(claim.qualifiers), words, claim.recognizer, claim.confidence]))
    return "\n".join(rows) + "\n"


@cache
def project() -> Project:
    made = Project.create(Path(mkdtemp()) / "golden", "golden")
    pipeline.ingest(made, DOCUMENTS, today=TODAY)
    pipeline.build(made)
    return made


def resolution() -> str:
    _, _, found = project().resolve()
    entities = [records.dumps({k: v for k, v in asdict(entity).items() if v}) for _, entity in sorted(found.entities.items())]
    return (
        "\n".join([*entities, *(f"{key.partition('#')[0][:8]} {key.partition('#')[2]} = {value}" for key, value in sorted(found.canonical.items()))])
        + "\n"
    )


def graph() -> str:
    """How many quads each graph has, and a digest of them all."""
    lines = project().store.dump()
    names = [line.rsplit(" ", 2)[1] for line in lines]
    counts = [f"{name} {names.count(name)}" for name in sorted(set(names))]
    return "\n".join([*counts, hashlib.sha256("\n".join(lines).encode()).hexdigest()]) + "\n"


def drawing() -> str:
    def plain(value: Any) -> Any:
        return {k: v for k, v in asdict(value).items() if v and k not in ("quotes", "facts")}

    drawn = project().drawing("references")
    return "\n".join(records.dumps(plain(one)) for one in (*drawn.nodes, *drawn.edges)) + "\n"


def report(name: str, form: str) -> str:
    return reports.render(project().report(name), form)


CASES: dict[str, Callable[[], str]] = {
    **{f"{path.stem}.sections.txt": lambda name=path.name: sections(name) for path in DOCUMENTS},  # type: ignore[misc]
    **{f"{path.stem}.claims.jsonl": lambda name=path.name: told(name) for path in DOCUMENTS},  # type: ignore[misc]
    "resolution.txt": resolution,
    "graph.txt": graph,
    "drawing.jsonl": drawing,
    "references.txt": lambda: report("references", "table"),
    "roster.csv": lambda: report("roster", "csv"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_stage_gives_what_it_gave(name: str, request: pytest.FixtureRequest) -> None:
    path, found = GOLDEN / name, CASES[name]().replace("\r\n", "\n")
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8"), "make golden writes it anew; look at the difference before committing it"


def test_the_number_of_cases() -> None:
    assert len(DOCUMENTS) == 5 and len(CASES) == 15
    assert {path.name for path in GOLDEN.iterdir()} == set(CASES)
