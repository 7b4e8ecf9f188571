"""What every page keeps: host, headers, languages, what goes wrong, and that reading writes nothing."""

import hashlib
import logging
import re

import pytest

from clustergraph.server import words
from clustergraph.server.access_log import without_names
from clustergraph.server.site import Site
from serving import client

PAGES = ["/", "/search", "/search?q=styregruppe", "/report", "/report/references", "/query", "/query/meetings", "/changes", "/help", "/?lang=en"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_served(pages, path):
    answer = pages.get(path)
    assert answer.status_code == 200
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert not re.search(r"<script(?! type=\"module\" src=| src=)|\sstyle=|\son\w+=", answer.text)


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "evil.example:8000", "localhost@evil.example"]
)
def test_a_foreign_host_is_refused(pages, host):
    assert pages.get("/", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:9", "[::1]:8000", "LOCALHOST"])
def test_an_own_host_is_served(pages, host):
    assert pages.get("/help", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nope", 404),
        ("/page/person/nobody", 404),
        ("/page/ghost/x", 404),
        ("/report/nope", 404),
        ("/report/references.exe", 404),
        ("/query/nope", 404),
        ("/page/meeting/never", 404),
        ("/?as_of=never", 400),
        ("/?known_at=never", 400),
        ("/report/changes", 404),
    ],
)
def test_what_is_not_there_is_said_in_words(pages, path, status):
    answer = pages.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == status and "<h1>" in answer.text
    english = pages.get(f"{path}{'&' if '?' in path else '?'}lang=en", headers={"Accept": "text/html"})
    assert '<html lang="en">' in english.text
    told = pages.get(path, headers={"Accept": "application/json"})
    assert told.status_code == status and told.json()["status"] == status


def test_our_own_mistake_tells_nothing(served_project, monkeypatch):
    from clustergraph.server.pages import help as module

    site = Site(served_project)
    monkeypatch.setattr(module, "page", lambda *_: 1 / 0)
    with client(site, raise_server_exceptions=False) as opened:
        answer = opened.get("/help")
    assert answer.status_code == 500 and "ZeroDivision" not in answer.text and "Traceback" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/static/../site.py",
        "/static/..%2fsite.py",
        "/static/%2e%2e/site.py",
        "/static/....//site.py",
        "/page/../../etc/passwd",
        "/page/forum/..%2f..%2fetc",
        "/report/..%2f..%2fpyproject",
        "/query/..%2fguard",
        "/static//etc/passwd",
        "/query/%00",
        "/static/%5c..%5csite.py",
    ],
)
def test_no_path_leads_out(pages, path):
    answer = pages.get(path)
    assert answer.status_code in (400, 404)
    assert "dataclass" not in answer.text and "root:" not in answer.text


@pytest.mark.parametrize("path", [*PAGES, "/health", "/report/references.csv", "/changes.atom"])
def test_reading_writes_nothing(pages, served_project, path):
    def state():
        files = sorted(p for p in served_project.folder.rglob("*") if p.is_file() and "store" not in p.parts)
        return [(p, hashlib.sha256(p.read_bytes()).hexdigest()) for p in files]

    before = state()
    assert pages.get(path).status_code == 200
    assert pages.head(path).status_code == 200
    assert state() == before


@pytest.mark.parametrize("path", ["/", "/report/references", "/query/meetings", "/login", "/logout", "/review", "/upload", "/search"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written_by_default(pages, path, method):
    assert pages.request(method, path).status_code in (403, 404, 405)


def test_an_answer_is_not_sent_twice(pages):
    first = pages.get("/report/references")
    again = pages.get("/report/references", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304 and not again.content
    assert pages.get("/report/references?lang=en").headers["etag"] != first.headers["etag"]
    assert pages.get("/report/references?known_at=2024-11-01").headers["etag"] != first.headers["etag"]


def test_health(pages):
    told = pages.get("/health").json()
    assert told["status"] == "ok" and told["writable"] is False


def test_the_log_holds_no_names(pages, caplog):
    with caplog.at_level(logging.INFO, logger="clustergraph.access"):
        pages.get("/search?q=Ida+Hemmelig", headers={"Cookie": "a=token"})
        pages.get("/page/person/ida-hemmelig?as_of=2024-01-01")
        pages.get("/document/0123456789abcdef")
    assert len(caplog.messages) == 3
    assert not re.search("(?i)hemmelig|token|0123456789|2024|testclient", " ".join(caplog.messages))


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/report/references", "/report/references"),
        ("/page/person/ida", "/page/…"),
        ("/id/person/ida", "/id/…"),
        ("/klynge/page/person/ida", "/page/…"),
        ("/a\nGET /b", "/a?GET /b"),
    ],
)
def test_names_leave_a_path(path, shown):
    assert without_names(path).endswith(shown)


# ── the prefix behind a proxy ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", ["/klynge/", "/klynge/report/references?lang=en", "/report/references?lang=en", "/klynge/help"])
def test_every_link_has_the_prefix(served_project, path):
    with client(Site(served_project, prefix="klynge/")) as opened:
        answer = opened.get(path)
    assert answer.status_code == 200
    links = re.findall(r'(?:href|action|src)="([^"#][^"]*)"', answer.text)
    assert links and all(link.startswith("/klynge/") for link in links)


def test_links_keep_both_times_and_the_language(pages):
    text = pages.get("/report/references?as_of=2024-10-31&known_at=2024-11-30&lang=en").text
    page_links = re.findall(r'href="(/page/[^"]+)"', text)
    assert page_links
    assert all("as_of=2024-10-31&amp;known_at=2024-11-30&amp;lang=en" in link for link in page_links)


def test_a_path_can_not_become_another_site(pages):
    text = pages.get("//evil.example/x").text
    assert 'href="//evil' not in text


# ── words ─────────────────────────────────────────────────────────────────────────────────────────


def test_every_word_is_there_in_both_languages():
    danish, english = words.catalogue("da"), words.catalogue("en")
    assert danish.keys() == english.keys()
    assert not [key for key in danish if not danish[key].strip() or not english[key].strip()]
    holes = re.compile(r"\{(\w+)\}")
    assert not [key for key in danish if sorted(holes.findall(danish[key])) != sorted(holes.findall(english[key]))]


def test_every_word_that_a_template_or_a_module_says_is_there():
    from clustergraph.server import places

    known = set(words.catalogue("da"))
    said = set()
    for file in [*places.TEMPLATES.glob("*.html"), *places.TEMPLATES.parent.rglob("*.py")]:
        said |= set(re.findall(r"\bsay\(\s*[\"']([a-z]\w*\.[\w.]+)[\"']\s*[,)]", file.read_text(encoding="utf-8")))
    assert said - known == set()
    assert len(said) > 50
