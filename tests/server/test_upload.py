"""Taking documents in by a form: the same outcome as on the command line, a line a file, and nothing left behind."""

import re

import pytest

from clustergraph import resources
from clustergraph.project import Project
from clustergraph.server.limits import Limits
from clustergraph.server.pages.upload import tidy
from serving import TOKEN, client, writable


@pytest.fixture
def own(tmp_path):
    return Project.create(tmp_path / "own", "Egen")


@pytest.fixture
def signed_in(own):
    with client(writable(own, limits=Limits(upload_mb=1))) as pages:
        pages.post("/login", data={"token": TOKEN})
        yield pages


@pytest.fixture
def shipped():
    return sorted(resources.folder("documents").rglob("*.txt"))[0]


def send(pages, *files, **headers):
    mark = re.search(r'name="csrf" value="([0-9a-f]+)"', pages.get("/upload").text)[1]
    given = [("file", (name, content)) for name, content in files]
    return pages.post("/upload", data={"csrf": mark}, files=given, headers=headers)


def rows(pages, *files):
    answer = send(pages, *files, Accept="application/json")
    assert answer.status_code == 200
    return answer.json()["rows"]


def test_a_document_is_read_and_leads_to_its_page(signed_in, own, shipped):
    (row,) = rows(signed_in, (shipped.name, shipped.read_bytes()))
    assert (row["outcome"], row["file"]) == ("new", shipped.name)
    assert signed_in.get(row["href"]).status_code == 200
    assert [version.source for version in own.manifest.current] == [shipped.name]
    assert own.built == own.digest()
    assert not list((own.folder / "out").rglob("*.txt"))


def test_once_more_changes_nothing(signed_in, own, shipped):
    rows(signed_in, (shipped.name, shipped.read_bytes()))
    before = own.manifest
    assert rows(signed_in, (shipped.name, shipped.read_bytes()))[0]["outcome"] == "same"
    assert own.manifest == before


def test_a_changed_text_takes_the_place_of_the_earlier_one(signed_in, own, shipped):
    rows(signed_in, (shipped.name, shipped.read_bytes()))
    (row,) = rows(signed_in, (shipped.name, shipped.read_bytes() + "\nTilføjet: intet\n".encode()))
    assert row["outcome"] == "changed"
    assert len(own.manifest.current) == 1 and len(own.manifest.versions) == 2
    old = next(version for version in own.manifest.versions if not version.is_current)
    assert signed_in.get(f"/document/{old.document[:16]}").text.count(own.manifest.current[0].document[:16])


def test_several_files_each_with_its_own_fate(signed_in, own, shipped):
    broken, empty = ("broken.pdf", b"%PDF-1.4 nothing"), ("empty.txt", b"")
    found = rows(signed_in, ("a.xyz", b"\x00\x01\xff\xfe\x00"), (shipped.name, shipped.read_bytes()), broken, empty)
    assert [row["outcome"] for row in found] == ["failed", "new", "failed", "failed"]
    assert all(row["said"] and str(own.folder) not in row["said"] for row in found)
    assert [version.source for version in own.manifest.current] == [shipped.name]


def test_a_form_without_a_script_gets_a_page(signed_in, shipped):
    page = send(signed_in, (shipped.name, shipped.read_bytes()), Accept="text/html").text
    assert shipped.name in page and "/document/" in page
    assert 'role="alert"' in signed_in.post("/upload", data={"csrf": re.search(r'name="csrf" value="(\w+)"', page)[1]}).text


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("../../etc/passwd.txt", "passwd.txt"), ("..\\..\\x.pdf", "x.pdf"), ("/abs/olut.docx", "olut.docx"), ("a\u202eb\n.txt", "ab.txt"),
        ("..", ""), ("", ""), ("referat", ""), (".htaccess", ""), ("æ" * 400 + ".txt", "æ" * 168 + ".txt"), ("møde.txt", "møde.txt"),
    ],
)  # fmt: skip
def test_a_name_is_a_name_and_no_path(name, expected):
    assert tidy(name) == expected


@pytest.mark.parametrize("name", ["<img src=x onerror=alert(1)>.txt", "'\"><script>alert(1)</script>.txt", "{{7*7}}.txt", "javascript:alert(1).txt"])
def test_nothing_in_a_name_runs(signed_in, own, shipped, name):
    page = send(signed_in, (name, shipped.read_bytes()), Accept="text/html").text
    assert not re.search(r"<(img|script)[^>]*(onerror|>alert)", page)
    ident = own.manifest.current[0].document[:16]
    assert not re.search(r"<(img|script)[^>]*(onerror|>alert)", signed_in.get(f"/document/{ident}").text)


def test_too_much_is_refused_before_it_is_read(signed_in, own):
    assert send(signed_in, ("big.txt", b"x" * (1024 * 1024 + 1))).status_code == 413
    assert own.manifest.versions == ()


@pytest.mark.parametrize("data", [{}, {"csrf": "0" * 64}])
def test_no_mark_no_document(signed_in, own, shipped, data):
    assert signed_in.post("/upload", data=data, files={"file": (shipped.name, shipped.read_bytes())}).status_code == 403
    assert own.manifest.versions == ()


def test_where_writing_is_off(pages, served_project):
    before = served_project.manifest
    assert "--token-file" in pages.get("/upload").text and 'type="file"' not in pages.get("/upload").text
    assert pages.post("/upload", files={"file": ("a.txt", b"Referat")}).status_code == 403
    assert served_project.manifest == before
