"""Signing in for writing: the token once, a cookie of this site alone, and no request of another site."""

import re

import pytest
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from clustergraph.server.pages import session
from clustergraph.server.site import Site, digest
from serving import TOKEN, client, in_folder, writable


@pytest.fixture
def editor(served_project, tmp_path, monkeypatch):
    """A client of a site on which one may write, with an address ``/note`` that counts what is written."""
    written = []
    site = writable(in_folder(served_project, tmp_path / "klynge"))
    own = session.routes

    def note(visit, form):
        written.append(dict(form))
        return PlainTextResponse("noted")

    def mark(request):
        from clustergraph.server.visit import Visit

        return PlainTextResponse(session.mark(Visit(site, request)))

    monkeypatch.setattr(session, "routes", lambda s: [*own(s), Route("/note", session.writing(s, note), methods=["POST"]), Route("/mark", mark)])
    with client(site) as opened:
        opened.written = written
        yield opened


def sign_in(editor):
    answer = editor.post("/login", data={"token": TOKEN, "next": "/report"}, headers={"Origin": "http://localhost"})
    assert answer.status_code == 303 and answer.headers["location"] == "/report"
    return answer


def test_the_cookie_is_of_this_site_alone(editor):
    cookie = sign_in(editor).headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie and "path=/" in cookie
    assert TOKEN not in cookie and digest(TOKEN) not in cookie


@pytest.mark.parametrize("token", ["", "wrong", TOKEN[:-1], TOKEN + "x", digest(TOKEN)])
def test_another_word_opens_nothing(editor, token, monkeypatch):
    monkeypatch.setattr(session, "_PAUSE", 0)
    answer = editor.post("/login", data={"token": token})
    assert answer.status_code == 403 and "set-cookie" not in answer.headers


@pytest.mark.parametrize("address", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "", "\\\\evil"])
def test_signing_in_leads_nowhere_else(editor, address):
    answer = editor.post("/login", data={"token": TOKEN, "next": address})
    assert answer.headers["location"] == "/"


def test_who_signed_in_may_write_with_the_mark_of_the_form(editor):
    sign_in(editor)
    mark = editor.get("/mark").text
    assert editor.post("/note", data={"csrf": mark, "x": "1"}, headers={"Origin": "http://localhost"}).text == "noted"
    assert editor.post("/note", headers={"X-CSRF-Token": mark}).text == "noted"
    assert len(editor.written) == 2


FORGED = [
    {"Origin": "https://evil.example"}, {"Origin": "null"}, {"Origin": "http://localhost.evil.example"}, {"Origin": "http://localhost:9999"},
    {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "http://evil.example@localhost.example"}, {"Origin": ""},
    {"Origin": "http://LOCALHOST.evil"}, {"Origin": "file://"},
]  # fmt: skip


@pytest.mark.parametrize("headers", FORGED, ids=str)
@pytest.mark.parametrize("marked", [True, False])
def test_another_site_writes_nothing(editor, headers, marked):
    sign_in(editor)
    data = {"csrf": editor.get("/mark").text} if marked else {}
    assert editor.post("/note", data=data, headers=headers).status_code == 403
    assert editor.written == []


@pytest.mark.parametrize("mark", ["", "x", "0" * 64])
def test_without_the_mark_nothing_is_written(editor, mark):
    sign_in(editor)
    assert editor.post("/note", data={"csrf": mark}).status_code == 403
    assert editor.written == []


@pytest.mark.parametrize("cookie", ["", "x", "99999999999.abc.def", "1.abc.def", ".."])
def test_a_made_up_session_is_none(editor, cookie):
    answer = editor.post("/note", headers={"Cookie": f"{session.COOKIE}={cookie}", "Accept": "text/html"})
    assert answer.status_code == 303 and answer.headers["location"].startswith("/login")
    assert editor.post("/note", headers={"Cookie": f"{session.COOKIE}={cookie}", "Accept": "application/json"}).status_code == 403
    assert editor.written == []


def test_a_session_ends(editor, monkeypatch):
    sign_in(editor)
    mark = editor.get("/mark").text
    now = session.time.time()
    monkeypatch.setattr(session.time, "time", lambda: now + 9 * 3600)
    assert editor.post("/note", data={"csrf": mark}).status_code in (303, 403)
    assert editor.written == []


def test_signing_out(editor):
    sign_in(editor)
    mark = editor.get("/mark").text
    assert editor.post("/logout", data={"csrf": mark}).status_code == 303
    assert editor.get("/mark").text == ""


def test_without_a_token_there_is_no_door(served_project):
    with client(Site(served_project)) as opened:
        assert opened.get("/login").status_code == 404


def test_too_much_is_refused(editor):
    sign_in(editor)
    assert editor.post("/note", data={"csrf": editor.get("/mark").text, "x": "a" * 300_000}).status_code == 413
    assert editor.written == []


def test_the_form_has_a_label_and_no_token(editor):
    text = editor.get("/login").text
    assert re.search(r'<label for="token">', text) and TOKEN not in text
