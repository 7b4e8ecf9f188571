"""The page of a document: every fact where it stands, nothing of the text runs, nothing of how to reach people is shown."""

import html
import re
from dataclasses import replace

import pytest

import factories as make
from clustergraph.claims import recognize
from clustergraph.model import Section
from clustergraph.server.annotated import Mark, blocks, contents
from clustergraph.server.contacts import contacts
from clustergraph.server.site import Site
from serving import client


def pieces(text, *marks, sections=()):
    document = make.document(text, sections=sections)
    return [piece for block in blocks(document, [Mark(*mark) for mark in marks]) for piece in block.pieces]


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [("abcdefgh", "")]),
        ([(2, 4, 1, "x")], [("ab", ""), ("cd", "1"), ("efgh", "")]),
        ([(0, 8, 1, "x"), (2, 4, 2, "y")], [("ab", "1"), ("cd", "2 1"), ("efgh", "1")]),
        ([(0, 5, 1, "x"), (3, 8, 2, "y")], [("abc", "1"), ("de", "1 2"), ("fgh", "2")]),
        ([(0, 4, 1, "x"), (4, 8, 2, "y")], [("abcd", "1"), ("efgh", "2")]),
        ([(1, 3, 1, "x"), (1, 3, 2, "y")], [("a", ""), ("bc", "1 2"), ("defgh", "")]),
        ([(0, 8, 1, "x"), (1, 7, 2, "y"), (2, 6, 3, "z")], [("a", "1"), ("b", "2 1"), ("cdef", "3 2 1"), ("g", "2 1"), ("h", "1")]),
    ],
)
def test_marks_within_and_across_each_other(marks, expected):
    assert [(piece.text, piece.numbers) for piece in pieces("abcdefgh", *marks)] == expected


def test_a_mark_over_several_paragraphs_is_in_each_of_them():
    assert [(p.text, p.numbers, p.begins) for p in pieces("ab\n\ncd", (1, 5, 7, "x"))] == [
        ("a", "", False),
        ("b", "7", True),
        ("c", "7", False),
        ("d", "", False),
    ]


def test_headings_stand_at_their_depth_and_in_the_contents():
    text = "Hoved\n1. Økonomi\nTal\nBeslutning\nJa\n"
    first, inner = text.index("1."), text.index("Beslutning")
    sections = (
        Section("item", "Økonomi", "1", first, len(text), first + 10),
        Section("decision", "Beslutning", None, inner, len(text), inner + 10, parent=0),
    )
    document = make.document(text, sections=sections)
    assert [(block.level, "".join(p.text for p in block.pieces).strip()) for block in blocks(document, [])] == [
        (0, "Hoved"), (2, "1. Økonomi"), (0, "Tal"), (3, "Beslutning"), (0, "Ja"),
    ]  # fmt: skip
    assert [(chapter.number, chapter.heading, chapter.level) for chapter in contents(document)] == [("1", "Økonomi", 2), (None, "Beslutning", 3)]


@pytest.mark.parametrize("length", [10, 5_000, 200_000])
def test_no_word_is_lost_and_none_is_told_twice(length):
    words = [f"ord{n}" for n in range(length // 5)]
    text = " ".join(words).replace("ord7 ", "ord7\n\n").replace("ord900 ", "ord900\n")
    marks = [Mark(n, min(len(text), n + 60), i, "x") for i, n in enumerate(range(0, len(text), 37), 1)]
    shown = "".join(piece.text + " " * (piece is block.pieces[-1]) for block in blocks(make.document(text), marks) for piece in block.pieces)
    assert shown.split() == text.split()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ring tlf. 12 34 56 78", ["12 34 56 78"]),
        ("Mobil: 12345678", ["12345678"]),
        ("Tlf.nr.: 8765 4321", ["8765 4321"]),
        ("Skriv på +45 12345678 i dag", ["+45 12345678"]),
        ("12 34 56 78", ["12 34 56 78"]),
        ("asta.krogh@elme.example og asta(at)elme.example", ["asta.krogh@elme.example", "asta(at)elme.example"]),
        ("født 010203-1234", ["010203-1234"]),
        ("beløb på 12 34 56 78 kr.", []),
        ("sag nr. 12 34 56 78", []),
        ("i 2023-2024 og 2024 2025", []),
        ("1.234.567 kr. af 12345678", []),
        ("punkt 1 2 3 4 og kl. 10 00 12 00", []),
    ],
)
def test_how_to_reach_somebody(text, found):
    assert [text[one.start : one.end] for one in contacts(text)] == found


def shown(pages, project, place=0, **params):
    ident = project.manifest.current[place].document
    answer = pages.get(f"/document/{ident[:16]}", params=params)
    assert answer.status_code == 200
    return answer.text, ident


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_fact_and_every_place_leads_to_the_other(pages, served_project, lang):
    for place in range(len(served_project.manifest.current)):
        page, ident = shown(pages, served_project, place, lang=lang)
        claims = served_project.claims(ident)
        anchors = set(re.findall(r'id="(at-\d+|fact-\d+|s-\d+|facts)"', page))
        assert len(re.findall(r' id="', page)) == len(set(re.findall(r' id="([^"]+)"', page)))
        assert {f"fact-{n}" for n in range(1, len(claims) + 1)} <= anchors
        assert {f"at-{span.start}" for claim in claims for span in claim.evidence} <= anchors
        assert set(re.findall(r'href="#([^"]+)"', page)) <= anchors | {"content"}


def test_the_whole_text_is_there(pages, served_project):
    page, ident = shown(pages, served_project)
    body = page[page.index('<section class="text"') : page.index('<aside class="margin"')]
    told = html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"</(p|h\d)>", "\n", body)))
    for line in served_project.text_of(ident).splitlines():
        assert " ".join(line.split()) in " ".join(told.split())


def test_facts_lead_to_the_pages_of_whom_they_are_about(pages, served_project):
    page, _ = shown(pages, served_project, as_of="2030-01-01")
    links = set(re.findall(r'href="(/page/[^"]+)"', page))
    assert {link.split("/")[2] for link in links} >= {"person", "forum", "organisation"}
    assert all("as_of=2030-01-01" in link for link in links)
    for link in sorted(links)[:5]:
        assert pages.get(html.unescape(link)).status_code == 200


@pytest.mark.parametrize("ident", ["0123456789abcdef", "nothing", "..%2f..%2fclustergraph.toml", "manifest.jsonl", "ABCDEF0123456789"])
def test_what_is_no_document_is_not_here(pages, ident):
    assert pages.get(f"/document/{ident}").status_code == 404


def test_a_whole_id_leads_to_the_short_one(pages, served_project):
    ident = served_project.manifest.current[0].document
    answer = pages.get(f"/document/{ident}")
    assert (answer.status_code, answer.headers["location"]) == (308, f"/document/{ident[:16]}")


PAYLOADS = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>', "javascript:alert(1)", "{{7*7}}", "{% raw %}",
    "' onmouseover='alert(1)", "</a></p></section><script>alert(1)</script>", "&lt;script&gt;", "<!--", "]]>", "\u2028alert(1)",
]  # fmt: skip


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_of_a_document_runs(tmp_path, payload):
    from clustergraph.project import Project

    project = Project.create(tmp_path / "p", payload)
    text = f"Referat af møde i {payload} Styregruppen\n\n1. {payload}\nTil stede: Asta {payload} Krogh, kvalitetschef\n{payload}\n"
    document = replace(
        make.document(text, title=payload, forum=payload, place=payload, sections=(Section("item", payload, payload, 0, 30, 20),)),
        source=f"{payload}.txt",
    )
    claims, unread = recognize(document)
    evil = make.claim(document, "forum_role", ("person", payload), ("forum", payload), quotes=[payload], area=payload, capacity="chair")
    project.save_document(document, [*claims, evil], unread, b"", "x.txt")
    from clustergraph.manifest import Manifest, Version

    version = Version(document.id, document.source, "x.txt", "x.txt", "0" * 64, "2024-10-31", payload, "2024-10-31")
    project.save_manifest(Manifest((version,)))
    with project.new_store(project.digest()) as store:
        store.load(project.quads())
    with client(Site(project)) as pages:
        answer = pages.get(f"/document/{document.id[:16]}")
    assert answer.status_code == 200
    assert payload in html.unescape(answer.text)
    tags = set(re.findall(r"<([a-z]\w*)[\s>]", answer.text.partition("<body>")[2]))
    assert not tags & {"script", "img", "svg", "iframe"}
    assert not re.search(r"<[^>]*\son\w+=", answer.text.replace(html.escape(payload), ""))
    assert "49" not in answer.text.replace(document.id[:16], "") or payload != "{{7*7}}"
