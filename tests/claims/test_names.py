"""The shape of names."""

from __future__ import annotations

import pytest

from clustergraph.claims import names


@pytest.mark.parametrize(
    "text",
    [
        "Bo Kragh", "Aase Juhl", "Fatima Al-Sayed", "Xiaoling Chen", "Thea von Bylow", "Søren de Fine Holt", "Ó. Danielsen Joensen",
        "Morten Å. Lykke",
        "Niels M. K. Thorup", "Ane-Sofie Vang", "Guðrun í Dali", "Karl-Erik Østergaard-Bech", "J.P. Holm", "Nadia El-Haddad",
    ],
)  # fmt: skip
def test_names(text: str) -> None:
    assert names.is_name(text)


@pytest.mark.parametrize(
    "text",
    ["Regionshospitalet Nord", "Danske Regioner", "Netværket Lys", "Vejby Kommune", "Social Udvikling", "Anna",
     "Nære Sundhedstilbud",
     "PLO Midt", "Punkt 3", "Anna Hospice",
     "den Anna Holt", "Direktør Holm", "Bo Kragh, direktør", "IT Drift"],
)  # fmt: skip
def test_no_names(text: str) -> None:
    assert not names.is_name(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Preben Åvang Niels Højby-Kjær Birthe Klit Oldrup", ["Preben Åvang", "Niels Højby-Kjær", "Birthe Klit Oldrup"]),
        ("Karl Emil Brandt", ["Karl Emil Brandt"]),
        ("Anne Marie Bech Niels Jul", ["Anne Marie Bech", "Niels Jul"]),
        ("Michael van der Berg", ["Michael van der Berg"]),
        ("Jens Peter", ["Jens Peter"]),
    ],
)
def test_names_that_run_together(text: str, expected: list[str]) -> None:
    assert [text[s:e] for s, e in names.split_run(text, 0, len(text))] == expected


def test_the_name_at_the_end_of_something_else() -> None:
    text = "Vejby Kommune Ole Bækholt"
    found = names.given_suffix(text, 0, len(text))
    assert found is not None
    assert text[slice(*found)] == "Ole Bækholt"
    assert names.given_suffix("Vejby Kommune", 0, 13) is None


@pytest.mark.parametrize(("text", "expected"), [("Susannes", "Susanne"), ("Jens'", "Jens"), ("Bo", None)])
def test_genitive(text: str, expected: str | None) -> None:
    assert names.without_genitive(text) == expected
