from __future__ import annotations

import pytest

from clustergraph.names import fold, is_generic, slug


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Randers klyngen", "Randersklyngen", True),
        ("Randers-klyngen", "Randersklyngen", True),
        ("Århus Kommune", "aarhus  kommune", True),
        ("Den fælles gruppe", "fælles gruppe", True),
        ("pati\u00adentforum", "patientforum", True),
        ("Faglig strategisk gruppe", "Faglig strategiskgruppe", False),
        ("Sundhedsklynge Midt", "Midtklyngen", False),
        ("de", "de", True),
    ],
)
def test_one_name_however_it_is_written(one: str, other: str, same: bool) -> None:
    assert (fold(one) == fold(other)) is same


@pytest.mark.parametrize(
    ("name", "generic"),
    [
        ("arbejdsgruppen", True),
        ("Den tværsektorielle arbejdsgruppe", True),
        ("en midlertidig gruppe", True),
        ("Arbejdsgruppen om demens", False),
        ("Sundhedsstyregruppen", False),
        ("klyngestyregruppen", False),
    ],
)
def test_what_says_only_what_sort_of_group_it_is(name: str, generic: bool) -> None:
    assert is_generic(name) is generic


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        (("Gødstrupklyngen",), "goedstrupklyngen"),
        (("Ældre- og Åreforkalkning", "Midt"), "aeldre-og-aareforkalkning-midt"),
        (("Zoë Müller",), "zoe-mueller"),
        (("ord " * 40,), "-".join(["ord"] * 20)),
    ],
)
def test_slugs_are_plain(parts: tuple[str, ...], wanted: str) -> None:
    assert slug(*parts) == wanted
