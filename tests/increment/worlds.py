"""Made documents that share names, bodies and facts as much as they can, so that every one may change what others mean."""

from __future__ import annotations

import random
from typing import Any

import factories
from clustergraph.model import Claim, Document

REGIONS = ("Region Midtjylland", "Region Nordjylland", None)
CLUSTERS = (None, None, "Horsensklyngen", "Randersklyngen", "Skovklyngen")
DAYS = ("2015-03-02", "2021-05-04", "2022-09-01", "2023-01-10", "2023-06", "2024-02-02", None)
PEOPLE = (
    "Ida Lund",
    "Ida Marie Lund",
    "I. Lund",
    "Ida Lunde",
    "Bo Kvist",
    "Bo Qvist",
    "Bo Kvist Holt",
    "Karla",
    "Direktør Bo Kvist",
    "Ida Holt Lund",
)
EMPLOYERS = ("Randers Kommune", "Horsens Kommune", "Regionshospitalet Horsens", "Elmeby Hospital", "Elmebyhospital", "Region Midtjylland")
FORUMS = (
    "klyngestyregruppen", "arbejdsgruppen", "Elmerådet", "Elmeraadet", "Sundhedssamarbejdsudvalget", "SSU", "PS-klyngerne", "Direktørforum",
    "PS-klyngen i Horsensklyngen", "Horsensklyngen", "Skovklyngen", "Elmerådets styregruppe", "Elmerådets styregrupper",
)  # fmt: skip
INITIATIVES = ("Tidlig indsats", "STIME", "Hjem igen uden genindlæggelser", "Hjem igen uden genindlæggelse", "indsats")
TITLES = ("direktør", "sundhedschef", "overlæge")


def document(slot: int, variant: int) -> tuple[Document, list[Claim]]:
    """The document of a slot in one of its variants, with its claims."""
    rng = random.Random(slot * 1000 + variant)
    region, cluster, day, forum = (rng.choice(kind) for kind in (REGIONS, CLUSTERS, DAYS, FORUMS))
    made = factories.document(f"d{slot} v{variant} tekst", kind=rng.choice(("minutes", "agenda", "members")), date=day, source=f"d{slot}.txt")
    told: list[Claim] = []

    def add(kind: str, subject: tuple[str, str], obj: tuple[str, str] | None = None, /, **more: Any) -> None:
        quote = rng.choice(("d", "v", "tekst", "t"))
        one = factories.claim(made, kind, subject, obj, quotes=[quote], confidence=rng.choice((0.7, 0.9)), **{k: v for k, v in more.items() if v})
        told[:] = [claim for claim in told if claim.id != one.id] + [one]

    add("meeting", ("document", "Mødet"), ("forum", forum), region=region, cluster=cluster, date=day, place=rng.choice(("Sal A", "Sal B", None)))
    for name in {forum, *rng.sample(FORUMS, 3)}:
        plural = name in ("PS-klyngerne", "Elmerådets styregrupper")
        owner = rng.choice((None, None, *FORUMS[:6]))
        kind = "cluster" if name in ("Horsensklyngen", "Skovklyngen") else rng.choice(("council", "steering_group", None))
        aliases = [rng.choice(FORUMS)] if rng.random() < 0.2 else []
        status, until = rng.choice((None, None, "active", "abolished")), rng.choice((None, "2023"))
        begun = rng.choice((None, "2022-07-01"))
        add("forum", ("forum", name), type=kind, of=owner, collective=plural, aliases=aliases, status=status, valid_from=begun, valid_until=until)
    for name in rng.sample(EMPLOYERS, 2):
        owner = rng.choice((None, *EMPLOYERS))
        add("organisation", ("organisation", name), type=rng.choice(("hospital", None, "ministry")), part_of=owner)
    for name in rng.sample(PEOPLE, 3):
        sits = rng.choice((forum, *FORUMS))
        add("person", ("person", name), aliases=[rng.choice(PEOPLE)] if rng.random() < 0.15 else [])
        add("holds_role", ("person", name), rng.choice((None, ("organisation", rng.choice(EMPLOYERS)))), role=rng.choice(TITLES))
        capacity = rng.choice(("member", "chair", "chair", "presenter"))
        add(
            "forum_role",
            ("person", name),
            ("forum", sits),
            capacity=capacity,
            attendance=rng.choice(("present", None)),
            represents=rng.choice(EMPLOYERS),
        )
    for _ in range(3):
        kind, status = rng.choice(("reports_to", "reports_to", "successor_of", "set_up_by")), rng.choice(("in_force", "lapsed", "requested"))
        ends = ("forum", rng.choice(("PS-klyngerne", *FORUMS))), ("forum", rng.choice(FORUMS))
        begun, until = rng.choice((None, "2023-01-01")), rng.choice((None, "2024"))
        change = "renamed" if kind == "successor_of" and until else None
        add("reporting_line", *ends, kind=kind, status=status, valid_from=begun, valid_until=until, change=change)
    for name in rng.sample(INITIATIVES, 2):
        budget = [{"amount_dkk": rng.choice((100, 200)), "period": "2024"}] if rng.random() < 0.4 else None
        more = {"anchored_in": [forum], "leads": [rng.choice(PEOPLE)], "involved": [{"body": rng.choice(EMPLOYERS), "part": "partner"}]}
        add(
            "initiative",
            ("initiative", name),
            status=rng.choice(("active", "planned", None)),
            end=rng.choice((None, "2024", "2025")),
            budget=budget,
            **more,
        )
    for number in ("1", "2"):
        add("agenda_item", ("item", f"Punkt {number}"), number=number, decision_type=rng.choice(("noted", "approved")), decisions=["Godkendt."])
    add("money", ("money", "Puljen"), what="Puljen", amount_dkk=rng.choice((100, 200, 300)), period="2024", of=rng.choice((None, *INITIATIVES)))
    add("decision_elsewhere", ("forum", rng.choice(FORUMS)), about="Planen", date="2023-01-01", outcome="godkendt")
    return made, told
