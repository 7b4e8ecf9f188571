"""The words of the pages."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from clustergraph import documents, entities
from clustergraph.server.words import catalogue, reason


@pytest.mark.parametrize(
    ("told", "danish"),
    [
        ("same name (+3)", "samme navn (+3)"),
        ("names differ by spelling only (+2); two regions (-4)", "navnene er kun stavet forskelligt (+2); to regioner (-4)"),
        ("same title overlæge (+2); 12 years between (-4)", "samme titel overlæge (+2); 12 år imellem (-4)"),
        ("other title: direktør; chef (-1.5)", "anden titel: direktør; chef (-1.5)"),
        ("forum/a and forum/b are two in the registry", "forum/a og forum/b er to i registret"),
        ("larger than 50 MB", "større end 50 MB"),
        ("the text is not valid UTF-8 (byte 7)", "teksten er ikke gyldig UTF-8 (byte 7)"),
        ("what nobody has put into words", "what nobody has put into words"),
    ],
)
def test_why_two_names_are_one(told: str, danish: str) -> None:
    assert reason("da", told) == danish
    assert reason("en", told) == told


@pytest.mark.parametrize(
    ("package", "told", "least"),
    [
        (documents, r'RefusedError\("([^"{}]+)"(?:\)| if)', 15),
        (entities, r'(?:Finding|Likeness)\([^"()]*?, "([^"{}]+)"\)', 15),
    ],
)
def test_every_reason_has_its_words(package: ModuleType, told: str, least: int) -> None:
    said = {found for file in Path(str(package.__file__)).parent.rglob("*.py") for found in re.findall(told, file.read_text(encoding="utf-8"))}
    assert len(said) >= least
    assert said <= {text for key, text in catalogue("en").items() if key.startswith("reason.")}
