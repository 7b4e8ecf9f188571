"""The ontology is the source of the words of the graph: terms.py, schemes and shapes are compared with it, and every shape is seen to bite."""

from __future__ import annotations

from functools import cache

import pytest

from clustergraph import lexicon, resources
from clustergraph.graph import shacl, vocabulary
from clustergraph.graph.stores.oxigraph import parse
from clustergraph.graph.terms import (
    CG,
    CG_NAMESPACE,
    CLASSES,
    CONCEPTS,
    DCT,
    ELI_DL,
    FOAF,
    OA,
    ORG,
    OWL,
    PROPERTIES,
    PROV,
    RDFS,
    SCHEMA,
    SKOS,
    A,
    Iri,
    Literal,
    Minter,
    Quad,
    Term,
    boolean,
    concept,
    day,
    decimal,
    integer,
    moment,
    text,
)  # fmt: skip
from small_world import small_world

SHACL = "http://www.w3.org/ns/shacl#"
MINT = Minter()


@cache
def vocab() -> tuple[Quad, ...]:
    return tuple(vocabulary.quads(MINT))


@cache
def shape_quads() -> tuple[Quad, ...]:
    return tuple(parse(resources.text("ontology", "shapes.ttl"), MINT.graph("shapes"), "shapes.ttl"))


def _own(*classes: Iri) -> set[str]:
    return {
        q.subject.value.removeprefix(CG_NAMESPACE)
        for q in vocab()
        if q.predicate == A and q.object in classes and q.subject.value.startswith(CG_NAMESPACE)
    }


def test_the_program_knows_exactly_the_classes_of_the_ontology() -> None:
    assert _own(OWL["Class"]) == CLASSES


def test_the_program_knows_exactly_the_properties_of_the_ontology() -> None:
    assert _own(OWL["ObjectProperty"], OWL["DatatypeProperty"]) == PROPERTIES


def test_the_program_knows_exactly_the_concepts_of_the_schemes() -> None:
    assert _own(SKOS["Concept"]) == {f"{scheme}-{word}" for scheme, words in CONCEPTS.items() for word in words}
    assert _own(SKOS["ConceptScheme"]) == {f"scheme-{scheme}" for scheme in CONCEPTS}


def test_a_concept_has_its_word_as_notation_and_its_scheme() -> None:
    triples = {(q.subject, q.predicate, q.object) for q in vocab()}
    for scheme, words in CONCEPTS.items():
        for word in words:
            assert (concept(scheme, word), SKOS["notation"], text(word)) in triples
            assert (concept(scheme, word), SKOS["inScheme"], Iri(f"{CG_NAMESPACE}scheme-{scheme}")) in triples


@pytest.mark.parametrize(
    ("table", "key", "scheme"),
    [("money", "status", "amount"), ("initiatives", "status", "initiative"), ("capacities", "words", "capacity"), ("maturity", "levels", "maturity")],
)
def test_words_that_the_lexicon_gives_are_words_of_the_schemes(table: str, key: str, scheme: str) -> None:
    assert set(lexicon.table(table)[key]) <= set(CONCEPTS[scheme])


def _languages(subject: Iri, *props: Iri) -> set[str | None]:
    return {q.object.language for q in vocab() if q.subject == subject and q.predicate in props and isinstance(q.object, Literal)}


def _used() -> list[Iri]:
    """All terms that a built graph uses, ours and those of others, and all that we define."""
    defined = {q.subject for q in vocab() if q.predicate == A and q.subject.value.startswith(CG_NAMESPACE)}
    built = small_world().quads()
    used = {q.predicate for q in built} | {q.object for q in built if q.predicate == A}
    outside = {q.predicate for q in vocab()} | {q.object for q in vocab() if q.predicate == A} | {A}
    return sorted((defined | used) - (outside - defined) | {SKOS["prefLabel"]}, key=lambda iri: iri.value)


@pytest.mark.parametrize("term", _used(), ids=lambda iri: iri.value.rpartition("/")[2])
def test_every_term_has_label_and_definition_in_both_languages(term: Iri) -> None:
    assert _languages(term, RDFS["label"], SKOS["prefLabel"]) >= {"da", "en"}
    assert _languages(term, SKOS["definition"]) >= {"da", "en"}


def test_labels_of_a_scheme_tell_its_concepts_apart() -> None:
    for scheme, words in CONCEPTS.items():
        for language in ("da", "en"):
            nodes = {concept(scheme, word) for word in words}
            labels = [q.object.value for q in vocab() if q.subject in nodes and q.predicate == SKOS["prefLabel"] and q.object.language == language]
            assert len(labels) == len(set(labels)) == len(words), (scheme, language)


def test_the_vocabulary_has_no_blank_nodes() -> None:
    assert all(isinstance(q.subject, Iri) and isinstance(q.object, Iri | Literal) for q in vocab())


# -- the shapes ------------------------------------------------------------------------------------------------------------------


def _rules() -> set[str]:
    """The names of all rules: property shapes and SPARQL constraints."""
    props = {Iri(f"{SHACL}property"), Iri(f"{SHACL}sparql")}
    return {q.object.value.rpartition("#")[2] for q in shape_quads() if q.predicate in props and isinstance(q.object, Iri)}


def test_every_rule_speaks_both_languages() -> None:
    for rule in _rules():
        spoken = {q.object.language for q in shape_quads() if q.subject.value.endswith(f"#{rule}") and q.predicate == Iri(f"{SHACL}message")}
        assert spoken == {"da", "en"}, rule


PERSON, FORUM = MINT.entity("person/asta-krogh"), MINT.entity("forum/netvaerket")
WRONG_DAY = text("i går")
# rule → class of a node that keeps it, properties to take away, properties to add
BREAKS: dict[str, tuple[Iri, tuple[Iri, ...], tuple[tuple[Iri, Term], ...]]] = {
    "Fact-claims": (CG["Employment"], (PROV["wasDerivedFrom"],), ()),
    "Fact-first": (CG["Employment"], (CG["attestedFirst"],), ((CG["attestedFirst"], day("2099-01-01")),)),
    "Fact-last": (CG["Employment"], (), ((CG["attestedLast"], WRONG_DAY),)),
    "Fact-known": (CG["Employment"], (), ((CG["recordedFrom"], moment("2031-01-01")),)),
    "Period-from": (CG["Reference"], (), ((CG["validFrom"], text("sidste år")),)),
    "Period-until": (CG["Forum"], (), ((CG["validUntil"], text("snart")),)),
    "Period-fromDay": (CG["Reference"], (CG["validUntilDay"],), ((CG["validFromDay"], day("2020-01-01")), (CG["validUntilDay"], day("2019-01-01")))),
    "Period-untilDay": (CG["Cluster"], (), ((CG["validUntilDay"], WRONG_DAY),)),
    "Person-name": (FOAF["Person"], (FOAF["name"],), ()),
    "Person-label": (FOAF["Person"], (), ((SKOS["prefLabel"], text("En anden")),)),
    "Organisation-label": (ORG["FormalOrganization"], (SKOS["prefLabel"],), ()),
    "Organisation-type": (ORG["FormalOrganization"], (ORG["classification"],), ((ORG["classification"], concept("status", "lapsed")),)),
    "Organisation-whole": (ORG["FormalOrganization"], (), ((ORG["subOrganizationOf"], text("regionen")),)),
    "Forum-label": (CG["Forum"], (SKOS["prefLabel"],), ()),
    "Forum-type": (CG["Forum"], (ORG["classification"],), ()),
    "Forum-status": (CG["Forum"], (), ((CG["forumStatus"], concept("status", "lapsed")),)),
    "Forum-cluster": (CG["Forum"], (), ((CG["inCluster"], PERSON),)),
    "Initiative-label": (SCHEMA["Project"], (SKOS["prefLabel"],), ()),
    "Employment-person": (CG["Employment"], (), ((ORG["member"], MINT.entity("person/bo-lund")),)),
    "Employment-employer": (CG["Employment"], (), ((ORG["organization"], PERSON),)),
    "Employment-title": (CG["Employment"], (), ((CG["title"], text("direktør")),)),
    "Employment-content": (CG["Employment"], (CG["title"], ORG["organization"]), ()),
    "ForumMembership-person": (CG["ForumMembership"], (ORG["member"],), ()),
    "ForumMembership-forum": (CG["ForumMembership"], (ORG["organization"],), ()),
    "ForumMembership-capacity": (CG["ForumMembership"], (ORG["role"],), ()),
    "BodyMembership-body": (CG["BodyMembership"], (ORG["member"],), ()),
    "BodyMembership-forum": (CG["BodyMembership"], (ORG["member"],), ((ORG["member"], MINT.entity("forum/styregruppen-elme")),)),
    "Vacancy-nobody": (CG["Vacancy"], (), ((ORG["member"], PERSON),)),
    "Vacancy-seat": (CG["Vacancy"], (CG["seat"],), ()),
    "Vacancy-forum": (CG["Vacancy"], (), ((ORG["postIn"], FORUM),)),
    "Vacancy-kind": (CG["Vacancy"], (CG["vacancyKind"],), ()),
    "SeatAllocation-seat": (CG["SeatAllocation"], (CG["seat"],), ()),
    "SeatAllocation-forum": (CG["SeatAllocation"], (), ((ORG["postIn"], FORUM),)),
    "SeatAllocation-seats": (CG["SeatAllocation"], (CG["seats"],), ((CG["seats"], integer(-1)),)),
    "Reference-from": (CG["Reference"], (CG["from"], CG["to"]), ((CG["from"], FORUM), (CG["to"], FORUM))),
    "Reference-to": (CG["Reference"], (CG["to"],), ()),
    "Reference-kind": (CG["Reference"], (CG["referenceKind"],), ()),
    "Reference-status": (CG["Reference"], (), ((CG["referenceStatus"], concept("status", "denied")),)),
    "Meeting-date": (ELI_DL["Activity"], (DCT["date"],), ((DCT["date"], WRONG_DAY),)),
    "Meeting-title": (ELI_DL["ForeseenActivity"], (DCT["title"],), ()),
    "Meeting-forum": (ELI_DL["Activity"], (), ((CG["meetingOf"], FORUM),)),
    "Meeting-document": (ELI_DL["Activity"], (CG["document"],), ()),
    "Participation-meeting": (ELI_DL["Participation"], (CG["inMeeting"],), ()),
    "Participation-person": (ELI_DL["Participation"], (ELI_DL["had_participant_person"],), ()),
    "Participation-attendance": (
        ELI_DL["Participation"], (), ((CG["attendance"], concept("attendance", "present")), (CG["attendance"], concept("attendance", "apologies"))),
    ),
    "AgendaItem-meeting": (CG["AgendaItem"], (CG["inMeeting"],), ()),
    "AgendaItem-title": (CG["AgendaItem"], (DCT["title"],), ()),
    "AgendaItem-order": (CG["AgendaItem"], (SCHEMA["position"],), ((SCHEMA["position"], integer(0)),)),
    "AgendaItem-decision": (
        CG["AgendaItem"], (), ((CG["decisionType"], concept("decision", "none")), (CG["decisionType"], concept("decision", "noted"))),
    ),
    "ItemText-item": (ELI_DL["Decision"], (CG["ofItem"],), ()),
    "ItemText-text": (CG["Recommendation"], (CG["text"],), ()),
    "ReportedDecision-forum": (CG["ReportedDecision"], (CG["decidedBy"],), ()),
    "ReportedDecision-day": (CG["ReportedDecision"], (CG["dateDay"],), ((CG["dateDay"], WRONG_DAY),)),
    "InitiativeStatement-initiative": (CG["InitiativeStatement"], (CG["initiative"],), ()),
    "InitiativeStatement-status": (CG["InitiativeStatement"], (), ((CG["initiativeStatus"], concept("initiative", "paused")),)),
    "InitiativeStatement-start": (CG["InitiativeStatement"], (CG["startDay"],), ((CG["startDay"], day("2090-01-01")),)),
    "InitiativeStatement-anchor": (CG["InitiativeStatement"], (), ((CG["anchoredIn"], PERSON),)),
    "Involvement-initiative": (CG["Involvement"], (CG["initiative"],), ()),
    "Involvement-body": (CG["Involvement"], (CG["body"],), ()),
    "Grant-what": (SCHEMA["MonetaryGrant"], (CG["what"],), ()),
    "Grant-amount": (SCHEMA["MonetaryGrant"], (), ((SCHEMA["amount"], PERSON),)),
    "Grant-status": (SCHEMA["MonetaryGrant"], (), ((CG["amountStatus"], concept("status", "denied")),)),
    "Grant-period": (SCHEMA["MonetaryGrant"], (CG["periodFromDay"],), ((CG["periodFromDay"], WRONG_DAY),)),
    "Amount-value": (SCHEMA["MonetaryAmount"], (SCHEMA["value"],), ((SCHEMA["value"], integer(-5)),)),
    "Amount-currency": (SCHEMA["MonetaryAmount"], (SCHEMA["currency"],), ((SCHEMA["currency"], text("EUR")),)),
    "Event-what": (CG["Deadline"], (CG["what"],), ()),
    "Event-day": (SCHEMA["Event"], (CG["dateDay"],), ((CG["dateDay"], WRONG_DAY),)),
    "Claim-about": (CG["Claim"], (CG["about"],), ()),
    "Claim-evidence": (CG["Claim"], (CG["evidence"],), ()),
    "Claim-confidence": (CG["Claim"], (CG["confidence"],), ((CG["confidence"], decimal(1.5)),)),
    "Claim-document": (CG["Claim"], (CG["recordedIn"],), ()),
    "Claim-known": (CG["Claim"], (), ((CG["recordedUntil"], moment("1999-01-01")),)),
    "Claim-run": (CG["Claim"], (PROV["wasGeneratedBy"],), ()),
    "Annotation-target": (OA["Annotation"], (OA["hasTarget"],), ()),
    "Annotation-line": (OA["Annotation"], (CG["line"],), ((CG["line"], integer(0)),)),
    "Place-source": (OA["SpecificResource"], (OA["hasSource"],), ()),
    "Place-position": (OA["SpecificResource"], (OA["hasSelector"],), ()),
    "Place-quote": (OA["SpecificResource"], (OA["hasSelector"],), ()),
    "Position-start": (OA["TextPositionSelector"], (OA["start"],), ((OA["start"], integer(99_999)),)),
    "Position-end": (OA["TextPositionSelector"], (OA["end"],), ()),
    "Quote-exact": (OA["TextQuoteSelector"], (OA["exact"],), ((OA["exact"], text("")),)),
    "Document-quotes": (FOAF["Document"], (), ()),
    "Document-title": (FOAF["Document"], (DCT["title"],), ()),
    "Document-digest": (FOAF["Document"], (CG["sha256"],), ((CG["sha256"], text("æ" * 64)),)),
    "Document-kind": (FOAF["Document"], (CG["documentKind"],), ((CG["documentKind"], boolean(True)),)),
}  # fmt: skip


@cache
def _broken() -> dict[str, set[str]]:
    """Rule → the rules that its broken copy of a good node violates; all copies are checked in one go."""
    built = [q for q in small_world().quads() if "/graph/current" in q.graph_name.value or "/graph/document/" in q.graph_name.value]
    here = MINT.graph("current")
    made = [
        Quad(Iri("x:place"), A, OA["TextPositionSelector"], here),
        Quad(Iri("x:place"), OA["start"], integer(0), here),
        Quad(Iri("x:place"), OA["end"], integer(9), here),
        Quad(Iri("x:quote"), A, OA["TextQuoteSelector"], here),
        Quad(Iri("x:quote"), OA["exact"], text("kort"), here),
        Quad(Iri("x:target"), A, OA["SpecificResource"], here),
        Quad(Iri("x:target"), OA["hasSource"], Iri("x:Document-quotes"), here),
        Quad(Iri("x:target"), OA["hasSelector"], Iri("x:place"), here),
        Quad(Iri("x:target"), OA["hasSelector"], Iri("x:quote"), here),
    ]
    for rule, (kind, without, added) in BREAKS.items():
        good = min((q.subject for q in built if q.predicate == A and q.object == kind), key=lambda iri: iri.value)
        node = Iri(f"x:{rule}")
        made += [Quad(node, q.predicate, q.object, here) for q in built if q.subject == good and q.predicate not in without]
        made += [Quad(node, prop, value, here) for prop, value in added]
    found: dict[str, set[str]] = {rule: set() for rule in BREAKS}
    for violation in shacl.check([*built, *made]):
        found[violation.focus.removeprefix("x:")].add(violation.shape)
    return found


def test_every_rule_has_a_failing_example() -> None:
    assert set(BREAKS) == _rules()


def test_the_good_graph_holds_every_kind_of_node_and_keeps_every_rule() -> None:
    built = small_world().quads()
    assert {kind for kind, _, _ in BREAKS.values()} <= {q.object for q in built if q.predicate == A}
    targets = {q.object for q in shape_quads() if q.predicate == Iri(f"{SHACL}targetClass")}
    assert targets <= {q.object for q in built if q.predicate == A}
    assert shacl.check(q for q in built if "/graph/current" in q.graph_name.value or "/graph/document/" in q.graph_name.value) == ()


@pytest.mark.parametrize("rule", sorted(BREAKS))
def test_a_broken_node_is_found_by_its_rule(rule: str) -> None:
    assert rule in _broken()[rule]
