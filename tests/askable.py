"""An invented district to ask questions of: three documents of two clusters, in which things begin, end, are asked for and are told late."""

from __future__ import annotations

from typing import Any

import factories as make
from clustergraph import graph
from clustergraph.graph.stores import Answer, Store, Table, open_store
from clustergraph.graph.terms import Iri, Literal
from clustergraph.model import Claim, Document, Resolution, Section

EARLY_TEXT = """Referat fra Lederkredsen, Asklyngen
Dag: 3. februar 2030
Til stede: Ane Holt, direktør, Ask Kommune
Til stede: Bo Lund, chef, Ask Kommune
Til stede: Cia Dahl, læge
Hygiejnegruppen svarer til Lederkredsen.
"""
LATE_TEXT = """Referat fra Lederkredsen, Asklyngen
Dag: 5. marts 2031
Til stede: Ane Holt, direktør, Ask Kommune
Til stede: Dan Skov, =chef, Elm Kommune
Afbud: Eva Krog, læge
Oplæg: Fie Lund om punkt 2
Ubesat: plads til borgerrådet
Dan Skov skriver for Lederkredsen.

1. Hygiejne
Hygiejnegruppens plads hos Lederkredsen faldt væk.
Gruppen ønsker en ny reference til Elmklyngen.
Den gamle ring bestod indtil 2029 under Landsnævnet.
Lederkredsen siger ja.

2. Varm Hverdag
Varm Hverdag ledes af Ane Holt og hører til Lederkredsen.
Der er givet 250.000 kr. i 2031.
Landsnævnet godkendte sagen den 10. januar 2031.
Regnskab i maj 2031.
"""
OTHER_TEXT = """Dagsorden for Kernegruppen, Elmklyngen
Dag: 9. april 2031
Ane Holt, direktør, Ask Kommune
Gro Berg, chef, Elm Kommune
Anne Holdt mødes også.
"""


def _late_sections() -> tuple[Section, ...]:
    first, second = LATE_TEXT.index("1. Hygiejne"), LATE_TEXT.index("2. Varm")
    return (
        Section("item", "Hygiejne", "1", first, second, first + 11),
        Section("item", "Varm Hverdag", "2", second, len(LATE_TEXT), second + 15),
    )


EARLY = make.document(EARLY_TEXT, date="2030-02-03", source="tidlig.txt", title="Referat fra Lederkredsen")
LATE = make.document(LATE_TEXT, date="2031-03-05", source="sen.txt", title="Referat fra Lederkredsen", sections=_late_sections())
OTHER = make.document(OTHER_TEXT, date="2031-04-09", source="anden.txt", title="Dagsorden for Kernegruppen", kind="agenda")

_FORUM, _CORE = ("forum", "Lederkredsen"), ("forum", "Kernegruppen")


def _sits(document: Document, person: str, forum: tuple[str, str], title: str | None = None, employer: str | None = None, **told: Any) -> list[Claim]:
    line = next(one for one in document.text.splitlines() if person in one)
    found = [make.claim(document, "person", ("person", person))]
    found.append(make.claim(document, "forum_role", ("person", person), forum, quotes=[line], **{"capacity": "member", **told}))
    if title:
        body = ("organisation", employer) if employer else None
        found.append(make.claim(document, "holds_role", ("person", person), body, quotes=[line], role=title))
    return found


def _line(document: Document, source: str, target: str, quote: str, status: str, kind: str = "reports_to", **told: str) -> Claim:
    return make.claim(document, "reporting_line", ("forum", source), ("forum", target), quotes=[quote], kind=kind, status=status, **told)


def _early() -> tuple[Claim, ...]:
    return (
        make.claim(EARLY, "meeting", ("document", "Referat"), _FORUM, kind="minutes", date="2030-02-03", cluster="Asklyngen", region="Region Vest"),
        *_sits(EARLY, "Ane Holt", _FORUM, "direktør", "Ask Kommune", attendance="present", represents="Ask Kommune"),
        *_sits(EARLY, "Bo Lund", _FORUM, "chef", "Ask Kommune", attendance="present", represents="Ask Kommune"),
        *_sits(EARLY, "Cia Dahl", _FORUM, "læge", attendance="present"),
        _line(EARLY, "Hygiejnegruppen", "Lederkredsen", "Hygiejnegruppen svarer til Lederkredsen.", "in_force"),
    )


def _late() -> tuple[Claim, ...]:
    seat = ("seat", "plads til borgerrådet")
    return (
        make.claim(LATE, "meeting", ("document", "Referat"), _FORUM, kind="minutes", date="2031-03-05", cluster="Asklyngen", region="Region Vest"),
        *_sits(LATE, "Ane Holt", _FORUM, "direktør", "Ask Kommune", attendance="present", represents="Ask Kommune"),
        make.claim(LATE, "forum_role", ("person", "Ane Holt"), _FORUM, capacity="chair", attendance="present"),
        *_sits(LATE, "Dan Skov", _FORUM, "=chef", "Elm Kommune", attendance="present"),
        *_sits(LATE, "Eva Krog", _FORUM, "læge", attendance="apologies"),
        *_sits(LATE, "Fie Lund", _FORUM, capacity="presenter", item="2"),
        make.claim(LATE, "forum_role", seat, _FORUM, vacant=True, seat="plads til borgerrådet", quotes=["Ubesat: plads til borgerrådet"]),
        _line(LATE, "Hygiejnegruppen", "Lederkredsen", "Hygiejnegruppens plads hos Lederkredsen faldt væk.", "lapsed"),
        _line(LATE, "Hygiejnegruppen", "Elmklyngen", "Gruppen ønsker en ny reference til Elmklyngen.", "requested", asked_on="2031-03-05"),
        _line(LATE, "Ringen", "Landsnævnet", "Den gamle ring bestod indtil 2029 under Landsnævnet.", "former", "subgroup_of", valid_until="2029"),
        make.claim(LATE, "agenda_item", ("item", "Hygiejne"), number="1", decisions=["Lederkredsen siger ja."], decision_type="approved"),
        make.claim(LATE, "agenda_item", ("item", "Varm Hverdag"), number="2", title="Varm Hverdag", decision_type="none"),
        make.claim(
            LATE, "initiative", ("initiative", "Varm Hverdag"), quotes=["Varm Hverdag ledes af Ane Holt og hører til Lederkredsen."],
            leads=["Ane Holt"], anchored_in=["Lederkredsen"], status="active", start="2031", priority="1", needs_cluster_money=True,
            involved=[{"body": "Ask Kommune", "part": "starter"}],
        ),
        make.claim(
            LATE, "money", ("money", "Varm Hverdag"), quotes=["Der er givet 250.000 kr. i 2031."], what="Varm Hverdag", amount_dkk=250000,
            period="2031", status="granted", of="Varm Hverdag",
        ),
        make.claim(
            LATE, "decision_elsewhere", ("forum", "Landsnævnet"), quotes=["Landsnævnet godkendte sagen den 10. januar 2031."],
            date="2031-01-10", about="Varm Hverdag", outcome="godkendt", decision_type="approved", item="2",
        ),
        make.claim(LATE, "approval", ("forum", "Landsnævnet"), quotes=["Regnskab i maj 2031."], about="regnskab", item="2"),
        make.claim(
            LATE, "handover", ("forum", "Lederkredsen"), ("forum", "Landsnævnet"), quotes=["Lederkredsen siger ja."], act="recommends", what="ja",
            item="1",
        ),
        make.claim(LATE, "deadline", ("event", "regnskab"), quotes=["Regnskab i maj 2031."], what="regnskab", date="2031-05", date_text="maj 2031"),
    )  # fmt: skip


def _other() -> tuple[Claim, ...]:
    return (
        make.claim(OTHER, "meeting", ("document", "Dagsorden"), _CORE, kind="agenda", date="2031-04-09", cluster="Elmklyngen", region="Region Vest"),
        *_sits(OTHER, "Ane Holt", _CORE, "direktør", "Ask Kommune"),
        *_sits(OTHER, "Gro Berg", _CORE, "chef", "Elm Kommune", represents="Elm Kommune"),
        make.claim(OTHER, "person", ("person", "Anne Holdt")),
        make.claim(OTHER, "body_membership", ("organisation", "Apotekerne"), _CORE, quotes=["Dagsorden for Kernegruppen, Elmklyngen"]),
    )


def _resolution(claims: dict[Document, tuple[Claim, ...]]) -> Resolution:
    west = {"region": "organisation/region-vest"}
    ask, elm = {"cluster": "cluster/asklyngen", **west}, {"cluster": "cluster/elmklyngen", **west}
    known = {
        "organisation/region-vest": ("Region Vest", {"type": "region"}),
        "organisation/ask-kommune": ("Ask Kommune", {"type": "municipality"}),
        "organisation/elm-kommune": ("Elm Kommune", {"type": "municipality"}),
        "organisation/apotekerne": ("Apotekerne", {"type": "other"}),
        "cluster/asklyngen": ("Asklyngen", west),
        "cluster/elmklyngen": ("Elmklyngen", west),
        "forum/lederkredsen": ("Lederkredsen", {"type": "steering_group", **ask}),
        "forum/kernegruppen": ("Kernegruppen", {"type": "strategic_group", **elm}),
        "forum/hygiejnegruppen": ("Hygiejnegruppen", {"type": "working_group", **ask}),
        "forum/ringen": ("Ringen", {"type": "network", "status": "abolished", **west}),
        "forum/landsnaevnet": ("Landsnævnet", {"type": "committee"}),
        "initiative/varm-hverdag": ("Varm Hverdag", {}),
        **{f"person/{name.lower().replace(' ', '-')}": (name, {}) for name in PEOPLE},
    }
    entities = [make.entity(ident, label, **told) for ident, (label, told) in known.items()]
    entities = [make.spelled(one, "Anne Holdt") if one.label == "Ane Holt" else one for one in entities]
    by_name = {(one.kind, one.label): one.id for one in entities} | {("person", "Anne Holdt"): "person/ane-holt"}
    names = {}
    for document in claims:
        for (kind, label), ident in by_name.items():
            names[document, "forum" if kind == "cluster" else kind, label] = ident
    return make.resolution(entities, names)


PEOPLE = ("Ane Holt", "Bo Lund", "Cia Dahl", "Dan Skov", "Eva Krog", "Fie Lund", "Gro Berg")


def store() -> Store:
    """The district as a graph in memory."""
    claims = {EARLY: _early(), LATE: _late(), OTHER: _other()}
    opened = open_store()
    opened.load(graph.build(claims, {document.id: said for document, said in claims.items()}, _resolution(claims)))
    return opened


class RdflibStore:
    """The same graph under another engine, for comparing answers."""

    def __init__(self, opened: Store) -> None:
        from clustergraph.graph import rdf
        from clustergraph.graph.terms import PREFIXES

        self._dataset = rdf.dataset(opened)
        self._prefixes = PREFIXES

    def query(self, sparql: str) -> Answer:
        """A SELECT, its terms as those of the embedded store."""
        found = self._dataset.query(sparql, initNs=self._prefixes)
        return Table(tuple(str(name) for name in found.vars or ()), tuple(tuple(_term(one) for one in row) for row in found))


def _term(one: Any) -> Iri | Literal | None:
    import rdflib

    if one is None:
        return None
    if isinstance(one, rdflib.URIRef):
        return Iri(str(one))
    # rdflib writes UTC in its own way.
    return Literal(str(one).replace("+00:00", "Z"), datatype=Iri(str(one.datatype))) if one.datatype else Literal(str(one))
