"""The resolution as a whole: order, judgements of people, initiatives."""

from __future__ import annotations

import itertools
import subprocess
import sys

import pytest

from clustergraph.model import Judgement
from entities.example import Minutes, entity, resolved

MIDT = "Region Midtjylland"


def three() -> list[Minutes]:
    a = Minutes("a", region=MIDT, cluster="Randersklyngen", date="2024-02-01").person("Ida Lund", "direktør", "Randers Kommune")
    b = Minutes("b", region=MIDT, cluster="Horsensklyngen", date="2024-03-01").person("Ida Lund", "direktør", "Randers Kommune")
    c = Minutes("c", region=MIDT, date="2024-01-01").person("Ida Lund", "sygeplejerske", "Regionshospitalet Gødstrup")
    return [a, b, c]


def test_the_order_of_documents_does_not_matter() -> None:
    wanted = resolved(*three())
    assert all(resolved(*order) == wanted for order in itertools.permutations(three()))


def test_the_hash_seed_does_not_matter() -> None:
    code = "from entities.test_resolve import three; from entities.example import resolved; print(resolved(*three()))"
    said = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)}, capture_output=True, text=True
        ).stdout
        for seed in ("1", "2", "77")
    }
    assert len(said) == 1 and said.pop()


def judged(left: str, right: str, verdict: str, at: str = "2025-01-01T00:00:00+00:00") -> Judgement:
    return Judgement(left, right, verdict, 1.0, "", "someone", at)  # type: ignore[arg-type]


def test_a_person_may_join_what_the_program_keeps_apart() -> None:
    a, _, c = minutes = three()
    apart = resolved(*minutes)
    ids = [entity(apart, m, "person", "Ida Lund") for m in (a, c)]
    assert ids[0] != ids[1]
    joined = resolved(*minutes, judgements=[judged(ids[0], ids[1], "same")])
    assert entity(joined, a, "person", "Ida Lund") == entity(joined, c, "person", "Ida Lund") == ids[0]
    assert ids[1] not in joined.entities


def test_a_person_may_part_what_the_program_joins() -> None:
    a, b, _ = minutes = three()
    together = resolved(*minutes)
    keys = [f"{m.document.id}#person/Ida Lund" for m in (a, b)]
    assert together.canonical[keys[0]] == together.canonical[keys[1]]
    parted = resolved(*minutes, judgements=[judged(keys[0], keys[1], "different")])
    assert parted.canonical[keys[0]] != parted.canonical[keys[1]]


def test_the_last_judgement_counts() -> None:
    a, _, c = minutes = three()
    ids = [entity(resolved(*minutes), m, "person", "Ida Lund") for m in (a, c)]
    log = [judged(*ids, "same"), judged(*ids, "unsure", "2025-01-02T00:00:00+00:00")]
    found = resolved(*minutes, judgements=log)
    assert entity(found, a, "person", "Ida Lund") != entity(found, c, "person", "Ida Lund")


@pytest.mark.parametrize(
    ("name", "clusters", "same"),
    [
        ("Læsehjælp Nu", ("Randersklyngen", "Horsensklyngen"), True),
        ("tidlig opsporing", ("Randersklyngen", "Horsensklyngen"), False),
        ("tidlig opsporing", ("Randersklyngen", "Randersklyngen"), True),
        ("projektet", ("Randersklyngen", "Randersklyngen"), False),
    ],
)
def test_initiatives_of_one_name(name: str, clusters: tuple[str, str], same: bool) -> None:
    a, b = (Minutes(n, region=MIDT, cluster=c, date="2024-02-01").initiative(name) for n, c in zip("ab", clusters, strict=True))
    found = resolved(a, b)
    assert (entity(found, a, "initiative", name) == entity(found, b, "initiative", name)) is same


def test_identifiers_are_plain_and_lead_to_one_entity() -> None:
    found = resolved(*three())
    assert all(ident == one.id and ident.isascii() and " " not in ident for ident, one in found.entities.items())
    assert set(found.canonical.values()) <= set(found.entities)
