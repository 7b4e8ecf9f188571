"""What users ask, asked of the five real documents through reports, and compared with the right answers."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

import questions
from clustergraph import entities, graph, pipeline, reports
from clustergraph.graph.registry import tables
from clustergraph.graph.stores import Store, open_store
from clustergraph.graph.terms import Minter
from clustergraph.reports import Row, words

SHARED = Path(__file__).parents[2] / "shared"
LEAST = 40  # of forty
CONTEXT = 300  # characters around a sentence

Ask = Callable[..., Sequence[Row]]
Projected = Iterable[tuple[Any, ...]]


@dataclass(frozen=True)
class Asked:
    """How a user gets an answer: one or more reports with options, and which keys of their rows are the columns of the answer."""

    rows: Callable[[Ask], Projected]
    accepted: Mapping[str, Sequence[str]] = field(default_factory=dict)
    may: Callable[[tuple[Any, ...]], bool] = lambda row: False
    absent: Callable[[questions.Cells], bool] = lambda row: False  # right rows that say that something is not there


def keys(row: Row, *names: str) -> tuple[Any, ...]:
    return tuple(row.get(name) for name in names)


def held(value: object, words: str) -> bool:
    return value is not None and questions.folding.fold(words) in questions.folding.fold(str(value))


STEERING = "Klyngestyregruppen i Randers"
STRATEGIC = "Faglig strategisk gruppe Gødstrup-klyngen"
BEFORE, AFTER = "2024-10-31", "2024-11-27"


def _q01(ask: Ask) -> Projected:
    for row in ask("references", as_of=BEFORE, region="Region Midtjylland", forum="PS", kind="reports_to", status=("in_force", "lapsed", "former")):
        if row["cluster"] and not row["collective"]:
            yield row["cluster"], row["status"]


def _q02(ask: Ask) -> Projected:
    return [keys(row, "cluster", "last_to", "last_valid_until", "requested_to") for row in ask("gaps", as_of=BEFORE, forum="PS")]


def _q03(ask: Ask) -> Projected:
    for row in ask("references", as_of=BEFORE, forum=STEERING, status=("requested", "proposed"), kind=("reports_to", "subgroup_of", "anchored_in")):
        if held(row["to"], "klyngestyregruppen"):
            yield (*keys(row, "from", "to", "kind", "status", "asked_on"), None)


def _q05(ask: Ask) -> Projected:
    rows = [row for row in ask("references", kind="set_up_by") if held(row["to"], "sundhedsstyregruppen")]
    return [([row["from"], *row["from_aliases"]], row["to"], row["documents"]) for row in rows]


def _q06(ask: Ask) -> Projected:
    for row in ask("references", forum="Direktørforum", as_of="2024-10-24", kind="set_up_by"):
        yield row["from"], row["kind"], row["to"], row["valid_from"] or row["asked_on"]
    for row in ask("initiatives", case="Pilotprojekt for eSundhed", as_of="2024-10-24"):
        yield row["initiative"], "anchored_in", row["anchored_in"], None


def _q07(ask: Ask) -> Projected:
    for row in ask("handovers", cluster="Sundhedsklynge Midt", region="Region Nordjylland", as_of="2024-10-24", case="klyngemidler"):
        yield [str(row["step"])], row["from"], row["to"]


def _q08(ask: Ask) -> Projected:
    for row in ask("forums", as_of=BEFORE):
        if any(document.startswith("000") for document in row["documents"]) and (row["status"] == "abolished" or row["successor"]):
            happened = "became_subgroups" if row["successor"] else row["status"]
            yield row["forum"], happened, row["successor"] or None, row["valid_until"]


def _q09(ask: Ask) -> Projected:
    return [keys(row, "seat", "seats", "status", "person") for row in ask("roster", forum="Følgegruppen", as_of=BEFORE) if row["seats"]]


def _q11(ask: Ask) -> Projected:
    for row in ask("roles", as_of=AFTER):
        if held(row["role"], "sygeplejefaglig direktør"):
            yield (*keys(row, "person", "organisation", "region"), "; ".join(row["attested"]))


def _q12(ask: Ask) -> Projected:
    for row in ask("roster", forum=STEERING, as_of=BEFORE):
        if row.get("area"):
            yield keys(row, "person", "role", "organisation", "all_represented", "area")


def _q13(ask: Ask) -> Projected:
    for row in ask("roster", forum=STEERING, as_of=BEFORE, organisation="Almen Praksis"):
        if row["person"] is None:
            continue
        yield from ((row["person"], role) for role in row["roles"])
        for other in ask("roles", as_of=BEFORE, person=row["person"]):
            if other["forum"] and not held(other["forum"], "klyngestyregruppen"):
                yield row["person"], f"{words.word(other['capacity'], 'da')} af {other['forum']}"


def _q15(ask: Ask) -> Projected:
    for case in ("LKT Sammenhængende Hoftebrud", "Pilotprojekt for eSundhed"):
        for row in ask("initiatives", as_of=BEFORE, case=case):
            yield from ((row["initiative"], lead["person"], [lead["organisation"], lead["part_of"]]) for lead in row["led_by"])


def _q17(ask: Ask) -> Projected:
    return [keys(row, "item", "person") for row in ask("attendance", forum=STEERING, as_of="2019-06-20", capacity="presenter")]


def _q18(ask: Ask) -> Projected:
    for row in ask("roster", forum=STEERING, as_of=BEFORE):
        if row["capacity"] != "secretary" and (row["person"] or row["vacant"]):
            yield row["person"], row["roles"] or row["seat"], [row["organisation"], row["seat"]], row["vacant"]


def _q20(ask: Ask) -> Projected:
    return [(*keys(row, "person", "roles"), True) for row in ask("roster", forum="det lokale forbedringsteam", as_of=BEFORE) if row["person"]]


def _q21(ask: Ask) -> Projected:
    for row in ask("roster", cluster="Sundhedsklynge Midt", as_of="2024-10-24"):
        if row["person"] and any(quote["item"] == "1" for quote in row["quotes"]) and row["capacity"] != "deputy":
            forum = "Sekretariat" if row["capacity"] == "secretary" or held(row["forum"], "sekretariat") else row["forum"]
            yield forum, row["person"], row["role"], row["organisation"]


def _q22(ask: Ask) -> Projected:
    return [keys(row, "cluster", "person", "organisation") for row in ask("roster", as_of=AFTER, capacity="secretary")]


def _q23(ask: Ask) -> Projected:
    for row in ask("roster", forum="arbejdsgruppen for patientsikkerhed", cluster="Randersklyngen", as_of=BEFORE):
        if row["cluster"]:
            yield row["organisation"] or row["seat"], row["person"]


def _q24(ask: Ask) -> Projected:
    for row in ask("references", as_of=BEFORE, kind="set_up_by"):
        if row["valid_from"] == "2024-09-12":
            for seat in ask("roster", forum=row["from_id"], as_of=BEFORE):
                yield row["to"], [seat["person"] or seat["seat"] or seat["organisation"]]


def _q25(ask: Ask) -> Projected:
    return [keys(row, "forum", "seat", "attested") for row in ask("vacancies")]


def _q27(ask: Ask) -> Projected:
    for row in ask("attendance", forum=STRATEGIC, as_of=AFTER, status="apologies"):
        yield row["person"], row["role"] or f"{words.word(row['capacity'], 'da')} {row['represents']}", row["organisation"]


def _q28(ask: Ask) -> Projected:
    for row in ask("attendance", forum=STRATEGIC, as_of=AFTER):
        if row["role"] == "direktør" and row["organisation_type"] == "municipality":
            yield keys(row, "organisation", "person", "attendance", "from_item")


def _q30(ask: Ask) -> Projected:
    for row in ask("interlocks", as_of=AFTER):
        if len(row["clusters"]) > 1:
            yield from ((row["person"], *keys(seat, "forum", "cluster")) for seat in row["seats"])


def _q32(ask: Ask) -> Projected:
    return [keys(row, "written", "documents", "name", "region") for row in ask("search", words="Midt") if row["type"] == "cluster"]


def _q34(ask: Ask) -> Projected:
    return [keys(row, "person", "other_form", "documents") for row in ask("names")]


def _q35(ask: Ask) -> Projected:
    for row in ask("initiatives", case="Sundhedsaftalen"):
        if row["start"] and row["end"]:
            yield row["initiative"], f"{row['start'][:4]}-{row['end'][:4]}", row["region"], row["documents"]


def _q60(ask: Ask) -> Projected:
    return [keys(row, "cluster", "organisation") for row in ask("clusters", as_of=AFTER, kind="municipality")]


def _q37(ask: Ask) -> Projected:
    for row in ask("initiatives", forum="Direktørforum", as_of="2024-10-24"):
        if row["needs_cluster_money"] is not None:
            yield keys(row, "priority", "initiative", "needs_cluster_money")


def _q39(ask: Ask) -> Projected:
    for row in ask("initiatives", region="Region Midtjylland", as_of=AFTER):
        if held(row["initiative"], "prøvehandling") and row["focus"]:
            yield keys(row, "anchored_in", "focus", "start", "end")


def _q40(ask: Ask) -> Projected:
    for row in ask("initiatives", forum="Politisk Sundhedsklynge Syd", as_of="2023-03-06"):
        yield from ((row["initiative"], *keys(part, "body", "part")) for part in row["involved"])


def _q42(ask: Ask) -> Projected:
    for row in ask("decisions", forum=STRATEGIC, as_of=AFTER):
        if row["date"] == AFTER and (row["decision_type"] == "noted" or any("til efterretning" in words for words in row["outcome"])):
            yield keys(row, "item", "title")


def _q43(ask: Ask) -> Projected:
    for row in ask("decisions", forum=STEERING, as_of=BEFORE):
        if row["told_in"] and held(row["told_in"], BEFORE) and row["date"]:
            yield row["date"], [row["title"], row["told_title"], *row["outcome"]], row["decision_type"]


def _q44(ask: Ask) -> Projected:
    for row in ask("cases", case="Udlevering af kompressionsstrømper"):
        for step in row["steps"]:
            told = [quote["quote"] for quote in step["quotes"]]
            yield step["date"], [step["forum"], *told], [step["kind"], *step["what"], *told]


def _q47(ask: Ask) -> Projected:
    for row in ask("money", status=("allocated", "granted", "expected", "surplus")):
        if row["for_kind"] == "organisation":
            continue
        years = [row["period"]]
        said = [quote["quote"] for quote in row["quotes"]]
        if any("pr. år" in quote for quote in said) and row["amount_dkk"] != 80_000_000:  # a sum a year: one row a year
            first, _, last = str(row["period"]).partition("/")
            years = [str(year) for year in range(int(first), int(last or first) + 1)]
        yield from (([row["for"], row["cluster"]], [row["what"], *said], row["amount_dkk"], year, row["status"]) for year in years)


def _q48(ask: Ask) -> Projected:
    return [
        keys(row, "cluster", "what", "amount_dkk") for row in ask("money", cluster="Randersklyngen", case="bloktilskud") if row["amount_dkk"] is None
    ]


def _q51(ask: Ask) -> Projected:
    group = "Den fælles implementeringsgruppe"
    for known in ("2024-11-01", "2024-11-28"):
        asked = {"as_of": "2024-11-21", "known_at": known}
        met = [row["date"] for row in ask("events", **asked) if held(row["what"], "implementeringsgruppe") and held(row["what"], "møde")]
        chairs = ask("roles", forum=group, capacity="chair", known_at=known)
        yield from ((known, met, *keys(row, "person", "capacity")) for row in chairs)
        if not chairs:
            yield known, met or None, None, None


def _q58(ask: Ask) -> Projected:
    for row in ask("deadlines", forum=STEERING, as_of=BEFORE):
        if str(row["date"]).startswith("2025"):
            # The sentence with what stands before it, as ``why`` shows it.
            told = [reason["before"] + reason["quote"] for reason in ask("why", ident=row["fact_id"])]
            yield [row["what"], *told], row["date"], row["date_text"]


def _q53(ask: Ask) -> Projected:
    for row in ask("approvals", as_of="2024-10-24", forum="Direktørforum", case="projektbeskrivelse"):
        yield row["approver"], [words.word(one, "da") for one in row["said_in"]], "yes" if row["prevails"] else "no"


def _q54(ask: Ask) -> Projected:
    for row in ask("initiatives", organisation="Sundhedsstyregruppen"):
        for quote in row["quotes"]:
            if held(quote["quote"], "forankret"):
                yield quote["quote"], row["anchored_in"], quote["document"], quote["item"]


def _q57(ask: Ask) -> Projected:
    for row in ask("changes", **{"from": BEFORE, "to": AFTER}, axis="registrering"):
        if row["section"] == "joined_by":
            yield row["what"], BEFORE, row["before"]
            yield from ((row["what"], row["day"], count) for count in row["after"])


def _unanswered(ask: Ask) -> Projected:
    return []


ASKED: dict[str, Asked] = {
    "Q01": Asked(_q01),
    "Q02": Asked(_q02, accepted={"den respektive sundhedsklynge": ("Aarhusklyngen", "Horsensklyngen"), "klyngestyregruppen": ("Randersklyngen",)}),
    "Q03": Asked(
        _q03,
        accepted={
            "reports_to": ("subgroup_of", "anchored_in"),
            "Randersklyngens patientsikkerhedsnetværk": ("arbejdsgruppe for patientsikkerhed", "PS-klyngen Randersklyngen"),
        },
    ),
    "Q05": Asked(_q05),
    "Q06": Asked(_q06),
    "Q07": Asked(_q07),
    "Q08": Asked(_q08),
    "Q09": Asked(_q09),
    "Q11": Asked(_q11, accepted={"Psykiatrien Region Midtjylland": ("Regionspsykiatrien", "Psykiatrien")}),
    "Q12": Asked(_q12),
    "Q13": Asked(_q13),
    "Q15": Asked(_q15, accepted={"Aalborg UH": ("Aalborg Universitetshospital",)}),
    "Q17": Asked(_q17),
    "Q18": Asked(_q18, accepted={"Regionspsykiatrien Randers": ("Psykiatrien Region Midtjylland",)}),
    "Q20": Asked(_q20, absent=lambda row: row[-1] == "no"),
    "Q21": Asked(_q21),
    "Q22": Asked(_q22, accepted={"psykiatristaben": ("Regionspsykiatrien",)}),
    "Q23": Asked(
        _q23,
        accepted={"klyngens kommuner": ("klyngekommunerne", "kommunerne i Randersklyngen")},
        may=lambda row: held(row[0], "kommune"),
    ),
    "Q24": Asked(_q24, accepted={"farmakonomer fra de fire kommuner": ("klyngekommunerne", "de fire kommuner")}),
    "Q25": Asked(_q25),
    "Q27": Asked(_q27, accepted={"–": ("Patientinddragelsesudvalget",)}),
    "Q28": Asked(_q28),
    "Q30": Asked(_q30, may=lambda row: held(row[1], "implementeringsgruppe") and row[2] is None),
    "Q32": Asked(_q32),
    "Q34": Asked(_q34, accepted={"Maja Lynderup Behrmann": ("Maja Lunderup Behrmann",), "Maja Lunderup Behrmann": ("Maja Lynderup Behrmann",)}),
    "Q35": Asked(_q35),
    "Q60": Asked(_q60),
    "Q37": Asked(_q37),
    "Q39": Asked(_q39),
    "Q40": Asked(
        _q40,
        accepted={
            "starts": ("igangsættes", "starter"),
            "joins later": ("indgår", "indgår senere"),
            "follows": ("følger", "følge"),
            "responsible": ("ansvarlig", "tovholder"),
            "supports": ("understøtter", "understøtte"),
        },
    ),
    "Q42": Asked(_q42),
    "Q43": Asked(_q43),
    "Q44": Asked(
        _q44,
        accepted={
            "treated": ("behandlet", "discussed"),
            "answer sent to Sundhedssamarbejdsudvalget": ("svar sendt til Sundhedssamarbejdsudvalget", "event"),
        },
        may=lambda row: row[0] is None,
    ),
    "Q47": Asked(
        _q47,
        accepted={"expected": ("surplus",), "allocated": ("granted",), "Stomimidler": ("midler fra aftalen om stomi-hjælpemidler",)},
        may=lambda row: row[2] == 80_000_000,
    ),
    "Q48": Asked(_q48),
    "Q51": Asked(_q51),
    "Q57": Asked(_q57, accepted={"implementeringsgruppe": ("implementeringsgruppen",)}),
    "Q58": Asked(_q58, accepted={"2025-Q1": ("2025-01/2025-03",)}, may=lambda row: row[1] == "2025-02"),
    "Q53": Asked(_q53),
    "Q54": Asked(_q54),
}


@pytest.fixture(scope="module")
def readings() -> list[pipeline.Reading]:
    if not SHARED.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{SHARED} is missing")
        pytest.skip("the five real documents are kept outside the project")
    return [pipeline.read(path) for path in sorted((SHARED / "seeds").glob("*.txt"))]


@pytest.fixture(scope="module")
def store(readings: list[pipeline.Reading]) -> Store:
    documents = [reading.document for reading in readings if reading.document]
    claims = {reading.document.id: reading.claims for reading in readings if reading.document}
    opened = open_store()
    opened.load(graph.build(documents, claims, entities.resolve(documents, claims), registry=tables()))
    return opened


@pytest.mark.shared
def test_enough_questions_are_answered_right(store: Store, readings: list[pipeline.Reading], capsys: pytest.CaptureFixture[str]) -> None:
    texts = {Minter().document(one.document.id).value: one.document.text for one in readings if one.document}
    asked = questions.read(SHARED / "design" / "QUESTIONS.md")
    assert len(asked) == len(ASKED) == 40

    def ask(name: str, **options: Any) -> Sequence[Row]:
        if name == "search":
            return reports.search(store, options["words"]).rows
        if name == "why":
            return reports.why(store, options["ident"], around=CONTEXT, text_of=texts.get).rows
        return reports.run(store, name, options).rows

    right = []
    with capsys.disabled():
        print()
        for number, how in ASKED.items():
            question = asked[number]
            wanted = questions.Question(
                number, question.text, question.columns, tuple(row for row in question.rows if not how.absent(row)), question.ordered
            )
            outcome = questions.compare(wanted, how.rows(ask), how.accepted, how.may)
            right += [number] if outcome.right else []
            print(f"{number} {'right' if outcome.right else 'WRONG'}  {question.text[:100]}")
            if not outcome.right:
                print(*(f"     missing {row}" for row in outcome.missing), *(f"     extra   {row}" for row in outcome.extra), sep="\n")
                print(*(["     wrong order"] if not outcome.order else []), sep="\n")
        print(f"{len(right)} of {len(ASKED)} questions answered right")
    assert len(right) >= LEAST
