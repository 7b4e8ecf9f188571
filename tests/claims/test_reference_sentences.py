"""The grammar of references by sentences of everyday prose (:mod:`reference_sentences`), each read as a document of its own."""

from __future__ import annotations

import pytest
from tests.claims.reference_sentences import NOTHING, SAID

from clustergraph.claims import references
from clustergraph.claims.reading import Reading
from clustergraph.model import Document, View


def _said(text: str) -> set[tuple[str, str, str, str]]:
    document = Document("0" * 64, "x.txt", "text/plain", "plain", "minutes", None, None, None, None, None, text, View(text, (0,), (0,)))
    lines = [c for c in references.recognize(Reading(document)) if c.kind == "reporting_line" and c.object]
    return {(c.subject.name, c.qualifiers["kind"], c.qualifiers["status"], c.object.name) for c in lines if c.object}


def _rows(told: str) -> set[tuple[str, str, str, str]]:
    found = set()
    for row in filter(str.strip, told.split(";")):
        names, _, status = row.partition("~")
        source, kind, target = (part.strip() for part in names.split(">"))
        found.add((source, kind, status.strip() or "in_force", target))
    return found


@pytest.mark.parametrize(("text", "told"), SAID, ids=[text[:70] for text, _ in SAID])
def test_a_sentence_of_prose_says_these_references(text: str, told: str) -> None:
    assert _said(text) == _rows(told)


@pytest.mark.parametrize("text", NOTHING, ids=[text[:70] for text in NOTHING])
def test_a_sentence_that_only_looks_like_a_reference_says_none(text: str) -> None:
    assert _said(text) == set()


def test_the_table_is_as_wide_as_it_should_be() -> None:
    assert len(SAID) >= 140
    assert len(NOTHING) >= 45
