"""The real and the practice documents: what the head says, which points there are, and that sections fit to the text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from clustergraph import claims, records
from clustergraph.claims.reading import Reading
from clustergraph.documents import read
from documents.checks import check_sections, check_view

pytestmark = pytest.mark.shared
Annotated = list[tuple[Path, dict[str, Any]]]


def test_kind_and_date(annotated: Annotated) -> None:
    for path, gold in annotated:
        document = read(path)
        assert (path.name, document.kind, document.date) == (path.name, gold["document"]["kind"], gold["document"]["date"])


def test_time_place_and_title(annotated: Annotated) -> None:
    for path, gold in annotated:
        document = read(path)
        for key in ("title", "time", "place"):
            if key in gold["document"]:
                assert (path.name, getattr(document, key)) == (path.name, gold["document"][key])


def test_the_forum_of_the_practice_documents(annotated: Annotated) -> None:
    """The head says it, or else the whole text shows it."""
    for path, gold in annotated:
        if path.parent.name == "practice":
            document, wanted = read(path), gold["document"]["forum"]
            told = document.forum or records.facts(document, claims.recognize(document)[0])["document"]["forum"]
            assert (path.name, told) == (path.name, wanted)


def test_the_points_in_order(annotated: Annotated) -> None:
    for path, gold in annotated:
        rows = [row for row in gold["agenda_items"] if not row.get("optional")]
        found = [(s.number, s.heading) for s in read(path).sections if s.kind == "item"]
        wanted = [(row["number"], row.get("title_as_written", row["title"])) for row in rows]
        assert (path.name, sorted(found, key=str)) == (path.name, sorted(wanted, key=str))


def test_sections_and_views(shared_folder: Path) -> None:
    paths = sorted([*shared_folder.glob("seeds/*.txt"), *shared_folder.glob("practice/*.txt")])
    assert len(paths) >= 15
    for path in paths:
        document = read(path)
        assert document.text == path.read_text(encoding="utf-8")
        check_sections(document)
        check_view(document.view, document.text)


def test_the_heading_of_a_point_is_its_title(shared_folder: Path) -> None:
    """In the view, as the recognizers see it: from the number to where the content begins stands the title and nothing else."""
    for path in sorted(shared_folder.glob("seeds/*.txt")):
        reading = Reading(read(path))
        for part in reading.parts_of("item"):
            heading = reading.text[part.start : part.content].strip()
            assert heading.endswith(part.section.heading or "-"), (path.name, heading)
            assert len(heading) <= len(part.section.heading or "") + 12
