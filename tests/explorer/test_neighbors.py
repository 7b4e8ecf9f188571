"""The sentences around a piece of evidence."""

from __future__ import annotations

import pytest

from clustergraph.explorer.neighbors import around, widened

TEXT = "Punkt 4\n\nFør var det sådan. Gruppen svarer til rådet. Det gælder\nendnu i dag. Siden kom mere.\n\nPunkt 5"


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        ("Gruppen svarer til rådet.", "Før var det sådan.", " Det gælder\nendnu i dag."),
        ("svarer til", " Gruppen ", " rådet."),
        ("Før var det sådan.", "\n\n", " Gruppen svarer til rådet."),
        ("Punkt 5", "\n\n", ""),
        ("Siden kom mere.", "Det gælder\nendnu i dag.", ""),
    ],
)
def test_whole_sentences_of_the_paragraph(words: str, before: str, after: str) -> None:
    start = TEXT.index(words)
    found = around(TEXT, start, start + len(words))
    assert (found["before"].strip(), found["after"].strip()) == (before.strip(), after.strip())


def test_a_long_sentence_is_cut_between_words() -> None:
    text = "ord " * 300 + "HER " + "ord " * 300
    start = text.index("HER")
    found = around(text, start, start + 3)
    assert found["before"].startswith("…ord") and found["after"].endswith("ord …")


def test_quotes_of_unknown_documents_stay() -> None:
    quote = {"document_id": "gone", "start": 0, "end": 3, "before": "b", "after": "a"}
    assert widened([{"quotes": [quote]}], lambda _: None)[0]["quotes"] == [quote]
