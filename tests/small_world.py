"""An invented district with five quality groups, two of which kept their reference: the shape of the hardest question in small."""

from __future__ import annotations

from dataclasses import dataclass

import factories as make
from clustergraph import graph
from clustergraph.graph.terms import Quad
from clustergraph.model import Claim, Document, Resolution, Section

TEXT = """Referat af møde i Styregruppen, Elmeklyngen
Dato: 14. marts 2031
Til stede: Asta Krogh, kvalitetschef, Elme Kommune
Afbud: Bo Lund (deltog fra punkt 2)
Vakant: praktiserende læge

1. Kvalitetsgrupperne
De fem kvalitetsgrupper svarede før til styregrupperne. I dag gør kun Ask og Birk det.
Indtil 2024 indgik de i Netværket, der er nedlagt.
Grupperne beder om en reference til hver sin klynge.
Beslutning: Styregruppen tiltræder.

2. Økonomi
Klyngen har fået 1,5 mio. kr. til Trygt hjem i 2030-2031.
Frist for regnskab: maj 2031.
"""
TREES = ("ask", "birk", "elme", "fyr", "gran")


@dataclass(frozen=True)
class World:
    """Documents with their claims and the resolution of all names."""

    documents: tuple[Document, ...]
    claims: dict[str, tuple[Claim, ...]]
    resolution: Resolution

    def quads(self) -> tuple[Quad, ...]:
        return graph.build(self.documents, self.claims, self.resolution)


def _sections() -> tuple[Section, ...]:
    second = TEXT.index("2. Økonomi")
    first = TEXT.index("1. Kvalitet")
    return (
        Section("item", "Kvalitetsgrupperne", "1", first, second, first + 21),
        Section("item", "Økonomi", "2", second, len(TEXT), second + 10),
    )


def small_world() -> World:
    doc = make.document(TEXT, date="2031-03-14", sections=_sections(), title="Referat af møde i Styregruppen")

    def line(source: str, target: str, quote: str, **told: str) -> Claim:
        return make.claim(doc, "reporting_line", ("forum", source), ("forum", target), quotes=[quote], **{"kind": "reports_to", **told})

    def item(number: str, title: str, **told: object) -> Claim:
        return make.claim(doc, "agenda_item", ("item", title), quotes=[f"{number}. {title}"], number=number, **told)

    then, now, network, wish = (
        "De fem kvalitetsgrupper svarede før til styregrupperne.",
        "I dag gør kun Ask og Birk det.",
        "Indtil 2024 indgik de i Netværket, der er nedlagt.",
        "Grupperne beder om en reference til hver sin klynge.",
    )
    role = {"organisation": ("organisation", "Elme Kommune"), "forum": ("forum", "Styregruppen")}
    claims = (
        make.claim(doc, "meeting", ("document", "Referat af møde i Styregruppen"), role["forum"], kind="minutes", date="2031-03-14"),
        make.claim(doc, "person", ("person", "Asta Krogh")),
        make.claim(doc, "holds_role", ("person", "Asta Krogh"), role["organisation"], quotes=["Asta Krogh, kvalitetschef"], role="kvalitetschef"),
        make.claim(doc, "forum_role", ("person", "Asta Krogh"), role["forum"], capacity="chair", attendance="present", represents="Elme Kommune"),
        make.claim(doc, "forum_role", ("person", "Bo Lund"), role["forum"], capacity="member", attendance="apologies", from_item="2"),
        make.claim(
            doc, "forum_role", ("seat", "praktiserende læge"), role["forum"], vacant=True, seat="praktiserende læge", capacity="member"
        ),
        make.claim(doc, "body_membership", role["organisation"], role["forum"]),
        make.claim(doc, "forum", ("forum", "Netværket"), quotes=["Netværket"], status="abolished", valid_until="2024"),
        item("1", "Kvalitetsgrupperne", decisions=["Styregruppen tiltræder."], decision_type="approved"),
        item("2", "Økonomi", recommendations=["orienteringen tages til efterretning"]),
        line("kvalitetsgrupper", "styregrupperne", then, status="lapsed"),
        line("kvalitetsgruppen, Ask", "styregruppen, Ask", now, status="in_force"),
        line("kvalitetsgruppen, Birk", "Birkeklyngen", now, status="in_force"),
        line("kvalitetsgrupper", "Netværket", network, status="former", kind="subgroup_of", valid_until="2024"),
        line("kvalitetsgrupper", "klyngerne", wish, status="requested", asked_on="2031-03-14"),
        make.claim(
            doc, "decision_elsewhere", role["forum"], quotes=["Styregruppen tiltræder"], date="2031-02", about="grupperne", outcome="tiltrådt"
        ),
        make.claim(
            doc, "initiative", ("initiative", "Trygt hjem"), status="active", anchored_in=["Styregruppen"], leads=["Asta Krogh"], start="2030",
            end="2031", maturity="høj", involved=[{"body": "Elme Kommune", "part": "drift"}],
            budget=[{"amount_dkk": 1_500_000, "period": "2030/2031"}],
        ),
        make.claim(
            doc, "money", ("money", "tilskud"), quotes=["1,5 mio. kr."], what="tilskud", amount_dkk=1_500_000, period="2030/2031", of="Trygt hjem"
        ),
        make.claim(doc, "money", ("money", "rest"), quotes=["Klyngen har fået"], what="rest", status="surplus"),
        make.claim(doc, "approval", role["forum"], quotes=["Styregruppen tiltræder"], about="regnskab"),
        make.claim(doc, "handover", ("forum", "Netværket"), role["forum"], quotes=["Styregruppen tiltræder"], act="sends", what="regnskab"),
        make.claim(doc, "deadline", ("event", "regnskab"), quotes=["Frist for regnskab: maj 2031"], what="regnskab", date="2031-05"),
        make.claim(doc, "seats", ("seat", "to læger"), role["forum"], quotes=["praktiserende læge"], seat="to læger", number=2),
    )  # fmt: skip
    coming = make.document(
        "Dagsorden til Styregruppen 2. maj 2031\nDeltagere: Asta Krogh, kvalitetschef, Elme Kommune", kind="agenda", date="2031-05-02"
    )
    called = (
        make.claim(coming, "meeting", ("document", "Dagsorden"), role["forum"], kind="agenda", date="2031-05-02"),
        make.claim(coming, "holds_role", ("person", "Asta Krogh"), role["organisation"], role="kvalitetschef"),
        make.claim(coming, "event", ("event", "temadag"), quotes=["2. maj 2031"], what="temadag", date="2031-05-02"),
    )
    return World((doc, coming), {doc.id: claims, coming.id: called}, _resolution(doc, coming))


def _resolution(*documents: Document) -> Resolution:
    entities = [
        make.entity("person/asta-krogh", "Asta Krogh"),
        make.entity("person/bo-lund", "Bo Lund"),
        make.entity("organisation/elme-kommune", "Elme Kommune", type="municipality", registry="1082"),
        make.entity("initiative/trygt-hjem", "Trygt hjem"),
        make.entity("forum/netvaerket", "Netværket", type="network", status="abolished"),
        make.entity("forum/styregruppen-elme", "Styregruppen, Elmeklyngen", type="steering_group", cluster="cluster/elme", of="cluster/elme"),
        make.entity("forum/styregruppen-ask", "Styregruppen, Askeklyngen", type="steering_group", cluster="cluster/ask"),
        make.entity("forum/styregrupperne", "styregrupperne", type="steering_group", collective=True),
        make.entity("forum/klyngerne", "klyngerne", type="cluster", collective=True, members=[f"cluster/{tree}" for tree in TREES]),
        make.entity("forum/kg", "kvalitetsgrupperne", type="working_group", collective=True, members=[f"forum/kg-{tree}" for tree in TREES]),
    ]
    for tree in TREES:
        entities.append(make.entity(f"cluster/{tree}", f"{tree.title()}klyngen", type="cluster"))
        entities.append(make.entity(f"forum/kg-{tree}", f"kvalitetsgruppen, {tree.title()}", type="working_group", cluster=f"cluster/{tree}"))
    names = {
        ("person", "Asta Krogh"): "person/asta-krogh", ("person", "Bo Lund"): "person/bo-lund",
        ("organisation", "Elme Kommune"): "organisation/elme-kommune", ("initiative", "Trygt hjem"): "initiative/trygt-hjem",
        ("forum", "Netværket"): "forum/netvaerket", ("forum", "Styregruppen"): "forum/styregruppen-elme",
        ("forum", "styregruppen, Ask"): "forum/styregruppen-ask", ("forum", "styregrupperne"): "forum/styregrupperne",
        ("forum", "klyngerne"): "forum/klyngerne", ("forum", "kvalitetsgrupper"): "forum/kg", ("forum", "Birkeklyngen"): "cluster/birk",
        ("forum", "kvalitetsgruppen, Ask"): "forum/kg-ask", ("forum", "kvalitetsgruppen, Birk"): "forum/kg-birk",
    }  # fmt: skip
    return make.resolution(entities, {(doc, kind, name): ident for doc in documents for (kind, name), ident in names.items()})
