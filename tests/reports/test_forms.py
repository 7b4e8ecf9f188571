"""The forms of an answer: what a terminal, a page and a program get."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from clustergraph import lexicon, reports
from clustergraph.errors import UsageError
from clustergraph.graph.stores import Store
from clustergraph.reports import REPORTS, ReportResult, render
from clustergraph.reports.machine import safe
from clustergraph.reports.table import fit, wrap

NASTY = ["<script>alert(1)</script>", "=1+1", "a|b", "`x`", "*x*", "javascript:alert(1)", '"><img src=x onerror=alert(1)>']


def made(**values: Any) -> ReportResult:
    quote = {
        "quote": "Sætning <b>fed</b> | rør.", "document": "sen", "document_id": "g:sen", "title": "T", "date": "2031-03-05", "item": "1",
        "line": 11, "start": 0, "end": 9, "claim": "g:c",
    }  # fmt: skip
    row = {"from": "A", "to": "B", "kind": "reports_to", "status": "lapsed", **values, "documents": ["sen"], "quotes": [quote]}
    return ReportResult("references", "Hvem?", "2031-12-31", None, ("from", "to", "kind", "status", "period"), [row], (), (("forum", "A B"),))


@pytest.mark.parametrize("name", REPORTS)
def test_each_column_has_a_heading_in_both_languages(name: str) -> None:
    """Cause: a new column stood as its key, "act" and "no minutes", over a Danish table."""
    headed = lexicon.table("reports")["columns"]
    assert [key for key in REPORTS[name].columns if len(headed.get(key, ())) != 2] == []


def test_the_table_as_it_looks(store: Store) -> None:
    result = reports.run(store, "references", {"as_of": "2031-12-31", "known_at": "2031-12-31", "forum": "Hygiejnegruppen"})
    assert render(result) == (
        "Hvem har reference til hvem? · Hygiejnegruppen · virkning 31.12.2031 · kendt 31.12.2031\n"
        "  fra              til           art            status      ønsket den  kilde\n"
        "◌ Hygiejnegruppen  Lederkredsen  reference til  bortfaldet  –           [1]\n"
        "○ Hygiejnegruppen  Elmklyngen    reference til  ønsket      5.3.2031    [2]\n"
        "[1] «Hygiejnegruppens plads hos Lederkredsen faldt væk.» sen, pkt. 1, linje 11\n"
        "[2] «Gruppen ønsker en ny reference til Elmklyngen.» sen, pkt. 1, linje 12\n"
        "2 rækker · 1 dokument · clustergraph report references --as-of 2031-12-31 --known-at 2031-12-31\n"
        "--forum Hygiejnegruppen --format csv\n"
    )


@pytest.mark.parametrize("name", list(REPORTS))
@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_too_long_and_no_status_is_cut(store: Store, name: str, lang: str, width: int) -> None:
    text = render(reports.run(store, name, {"lang": lang}), "table", lang, width)
    assert max(len(line) for line in text.splitlines()) <= width
    if name == "references":
        for word in ("bortfaldet", "tidligere", "ønsket") if lang == "da" else ("lapsed", "former", "requested"):
            assert word in text


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"forum": "Ingen Her"}, "Intet i grafen hedder «Ingen Her»"),
        ({"as_of": "2001-01-01"}, "1.1.2001"),
        ({"known_at": "2001-01-01"}, "uden --known-at"),
        ({"status": "denied"}, "for snæver (denied)"),
    ],
)
def test_an_empty_answer_says_why(store: Store, options: dict[str, str], said: str) -> None:
    for form in ("table", "md", "html"):
        assert said in render(reports.run(store, "gaps" if "status" not in options else "references", options), form, "da", 300)


def test_json_has_the_keys_of_the_contract(store: Store) -> None:
    found = json.loads(render(reports.run(store, "references", {"as_of": "2031-12-31"}), "json"))
    assert list(found) == ["question", "as_of", "known_at", "rows"]
    assert found["as_of"] == "2031-12-31" and found["known_at"] is None
    wanted = (
        "from",
        "to",
        "kind",
        "status",
        "valid_from",
        "valid_until",
        "attested_first",
        "attested_last",
        "documents",
        "quotes",
        "from_id",
        "to_id",
    )
    assert all(key in row for row in found["rows"] for key in wanted)


def test_csv_is_a_table_with_its_sentence_and_without_formulas(store: Store) -> None:
    read = list(csv.DictReader(io.StringIO(render(reports.run(store, "roster", {"forum": "Lederkredsen"}), "csv"))))
    assert [row["person"] for row in read] == ["Ane Holt", "Dan Skov", "Eva Krog", ""]
    assert read[1]["role"] == "'=chef" and read[0]["vacant"] == "false"
    assert read[3]["quote"] == "Ubesat: plads til borgerrådet" and read[3]["document"] == "sen"


@pytest.mark.parametrize("value", ["=1", "+1", "-1", "@x", "\tx", "\rx"])
def test_formulas_are_prefixed(value: str) -> None:
    assert safe(value) == "'" + value


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.values: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.values += [str(value) for name, value in attrs if name in ("href", "src") or name.startswith("on")]


@pytest.mark.parametrize("nasty", NASTY)
def test_a_page_runs_and_loads_nothing(nasty: str) -> None:
    tags = _Tags()
    page = render(made(**{"from": nasty, "to": nasty}), "html")
    tags.feed(page)
    assert not tags.seen & {"script", "img", "iframe", "link", "object", "b"}
    assert all(re.fullmatch(r"#n\d+", value) for value in tags.values)
    assert "default-src 'none'" in page


@pytest.mark.parametrize("nasty", NASTY)
def test_a_markdown_cell_stays_one_cell(nasty: str) -> None:
    line = next(line for line in render(made(**{"from": nasty}), "md").splitlines() if "◌" in line)
    assert len(re.findall(r"(?<!\\)\|", line)) == 8 and "<script" not in line


def test_an_unknown_form_is_named() -> None:
    with pytest.raises(UsageError, match="pdf"):
        render(made(), "pdf")


@pytest.mark.parametrize(
    ("text", "size", "lines"),
    [
        ("Patientsikkerhedsnetværket", 12, ["Patientsikk-", "erhedsnetvæ-", "rket"]),
        ("en to tre", 6, ["en to", "tre"]),
        ("", 5, [""]),
        ("a-b c", 3, ["a-b", "c"]),
    ],
)
def test_wrap(text: str, size: int, lines: list[str]) -> None:
    assert wrap(text, size) == lines


def test_the_widest_column_gives_way_and_a_whole_one_does_not() -> None:
    assert fit([["kort"], ["et meget langt felt med mange ord"], ["bortfaldet"]], [False, False, True], 30) == [4, 12, 10]
