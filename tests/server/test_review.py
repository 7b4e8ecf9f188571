"""The review page: who may write answers, one at a time; every answer is in the log, and taking it back leaves nothing of it."""

import re

import pytest

from clustergraph.server.site import Site
from serving import TOKEN, client, in_folder, writable


@pytest.fixture
def own(served_project, tmp_path):
    return in_folder(served_project, tmp_path / "own")


@pytest.fixture
def signed_in(own):
    with client(writable(own)) as pages:
        pages.post("/login", data={"token": TOKEN})
        yield pages


def mark_of(text):
    return re.search(r'name="csrf" value="([0-9a-f]+)"', text)[1]


def asked(text):
    return re.search(r'class="question"[^>]*data-id="(\w+)"', text)[1]


def judged(project):
    return [(verdict.claim.id, verdict.verdict, verdict.by) for verdict in project.log().claims]


def answer(pages, text, word, **more):
    return pages.post("/review/answer", data={"csrf": mark_of(text), "id": asked(text), "answer": word, **more})


@pytest.mark.parametrize("lang", ["da", "en"])
def test_who_may_not_write_sees_what_is_open_and_no_form(pages, lang):
    text = pages.get("/review", params={"lang": lang}).text
    assert "--token-file" in text and "<blockquote>" in text
    assert "<form" not in text.partition("<main")[2]


@pytest.mark.parametrize("path", ["answer", "undo", "build", "name"])
def test_nothing_is_written_where_writing_is_off(pages, served_project, path):
    before = served_project.log()
    assert pages.post(f"/review/{path}", data={"id": "x", "answer": "yes", "csrf": "x"}).status_code == 403
    assert served_project.log() == before


@pytest.mark.parametrize("path", ["answer", "undo", "build", "name"])
@pytest.mark.parametrize(
    ("headers", "data"),
    [({}, {}), ({}, {"csrf": "0" * 64}), ({"Origin": "http://evil.example"}, None), ({"Sec-Fetch-Site": "cross-site"}, None)],
    ids=["no mark", "a foreign mark", "a foreign origin", "from another site"],
)
def test_a_form_that_is_not_ours_is_refused(signed_in, own, path, headers, data):
    text = signed_in.get("/review").text
    given = {"csrf": mark_of(text)} if data is None else data
    assert signed_in.post(f"/review/{path}", data={"id": asked(text), "answer": "yes", **given}, headers=headers).status_code == 403
    assert own.log().acts == ()


@pytest.mark.parametrize(("word", "verdict"), [("yes", "confirmed"), ("no", "rejected"), ("unsure", "unsure")])
def test_an_answer_is_in_the_log_and_the_next_question_follows(signed_in, own, word, verdict):
    text = signed_in.get("/review", params={"only": "person"}).text
    signed_in.post("/review/name", data={"csrf": mark_of(text), "by": "Åse Bæk"})
    found = answer(signed_in, text, word, only="person")
    assert found.status_code == 303
    assert judged(own) == [(asked(text), verdict, "Åse Bæk")]
    following = signed_in.get(found.headers["location"]).text
    assert asked(following) != asked(text)
    assert asked(signed_in.get("/review", params={"at": asked(text)}).text) != asked(text)


def test_undo_leaves_the_queue_as_it_was(signed_in, own):
    first = signed_in.get("/review").text
    answer(signed_in, first, "yes")
    back = signed_in.post("/review/undo", data={"csrf": mark_of(first)})
    assert asked(signed_in.get(back.headers["location"]).text) == asked(first)
    assert own.log().acts == ()
    assert signed_in.post("/review/undo", data={"csrf": mark_of(first)}).status_code == 409


def test_undo_never_takes_back_what_somebody_else_wrote_after(signed_in, own):
    text = signed_in.get("/review", params={"only": "person"}).text
    answer(signed_in, text, "yes")
    entry = own.log().acts[-1].entries
    own.record(entry)
    assert signed_in.post("/review/undo", data={"csrf": mark_of(text)}).status_code == 409
    assert len(own.log().acts) == 2


def test_skipping_and_coming_back(signed_in):
    first = signed_in.get("/review").text
    link = re.search(r'data-key="s" href="([^"]+)"', first)[1].replace("&amp;", "&")
    second = signed_in.get(link).text
    assert asked(second) != asked(first)
    assert asked(signed_in.get("/review").text) == asked(first)


def test_an_answered_question_is_not_answered_again(signed_in, own):
    text = signed_in.get("/review").text
    answer(signed_in, text, "yes")
    assert answer(signed_in, text, "no").status_code == 409
    assert len(own.log().acts) == 1


@pytest.mark.parametrize("word", ["", "perhaps", "confirmed"])
def test_no_other_word_is_an_answer(signed_in, own, word):
    assert answer(signed_in, signed_in.get("/review").text, word).status_code == 409
    assert own.log().acts == ()


def test_the_graph_follows(signed_in, own):
    text = signed_in.get("/review", params={"only": "person"}).text
    built = own.built
    answer(signed_in, text, "no")
    signed_in.post("/review/build", data={"csrf": mark_of(text)})
    assert own.built != built and own.built == own.digest()


def test_each_question_shows_its_sentence_and_where_it_stands(pages, served_project):
    text = pages.get("/review").text
    links = set(re.findall(r'href="/document/([0-9a-f]{16})#at-\d+"', text))
    assert links <= {version.document[:16] for version in served_project.manifest.current} and links


def test_what_is_shown_is_never_kept_by_a_browser(signed_in):
    assert signed_in.get("/review").headers["cache-control"] == "no-store"


def test_another_site_of_the_same_project_sees_what_was_written(signed_in, own):
    with client(Site(own)) as reading:
        before = reading.get("/review").text.count("<li><p><strong>")
        answer(signed_in, signed_in.get("/review").text, "yes")
        assert reading.get("/review").text.count("<li><p><strong>") <= before
