from __future__ import annotations

import pytest

from clustergraph.documents import read_bytes
from clustergraph.model import Document, Section
from documents.invented import CASES, Case
from documents.systems import SYSTEMS


def _items(document: Document) -> list[Section]:
    return [s for s in document.sections if s.kind == "item"]


@pytest.fixture(params=[*CASES, *SYSTEMS], ids=lambda case: case.name)
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    return found


@pytest.fixture
def document(case: Case) -> Document:
    suffix = "md" if case.name == "Markdown" else "txt"
    return read_bytes(case.text.encode(), f"invented.{suffix}")


def test_the_header_says_what_the_text_says(case: Case, document: Document) -> None:
    assert {key: getattr(document, key) for key in case.head} == case.head


def test_the_points_are_found_once_each(case: Case, document: Document) -> None:
    assert [(s.number, s.heading) for s in _items(document)] == case.items


def test_the_parts_of_a_point(case: Case, document: Document) -> None:
    found = {}
    for i, section in enumerate(document.sections):
        if section.kind == "item" and section.number in case.parts:
            found[section.number] = [s.kind for s in document.sections if s.parent == i]
    assert found == case.parts


def test_the_other_sections(case: Case, document: Document) -> None:
    assert case.kinds <= {s.kind for s in document.sections}


def test_who_took_part_stands_among_the_attendees(case: Case, document: Document) -> None:
    listed = "\n".join(document.text[s.start : s.end] for s in document.sections if s.kind == "attendees")
    assert [name for name in case.in_attendees if name not in listed] == []


def test_the_title_stands_at_the_head_of_its_point(case: Case, document: Document) -> None:
    for section in _items(document):
        assert (section.heading or "") in " ".join(document.text[section.start : section.heading_end].split()) or section.number
