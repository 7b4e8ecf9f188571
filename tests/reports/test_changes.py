"""What changed between two days, on both axes; the feed; and the list of those that are watched."""

from __future__ import annotations

import datetime
import email
from typing import Any
from xml.etree import ElementTree

import pytest

from clustergraph import reports
from clustergraph.errors import UsageError
from clustergraph.graph.stores import Store

FROM, TO = "2030-12-31", "2031-12-31"
ATOM = "{http://www.w3.org/2005/Atom}"


def changes(store: Store, **options: Any) -> list[dict[str, Any]]:
    return list(reports.run(store, "changes", {"from": FROM, "to": TO, **options}).rows)


def told(rows: list[dict[str, Any]]) -> list[tuple[str, str, str, str | None]]:
    return [(row["day"], row["section"], row["happened"], row["what"]) for row in rows]


@pytest.mark.parametrize("axis", ["virkning", "registrering"])
@pytest.mark.parametrize(
    "wanted",
    [
        ("2031-03-05", "people", "left", "Bo Lund"),
        ("2031-03-05", "people", "joined", "Dan Skov"),
        ("2031-03-05", "people", "changed", "Ane Holt"),
        ("2031-03-05", "vacancies", "vacated", "plads til borgerrådet"),
        ("2031-03-05", "references", "has_lapsed", "Hygiejnegruppen"),
        ("2031-03-05", "references", "asked_for", "Hygiejnegruppen"),
        ("2031-03-05", "initiatives", "new", "Varm Hverdag"),
        ("2031-03-05", "decisions", "decided", "Hygiejne"),
        ("2031-03-05", "money", "new", "Varm Hverdag"),
        ("2031-04-09", "meetings", "told", "Kernegruppen"),
    ],
    ids=lambda wanted: f"{wanted[1]} {wanted[2]}",
)
def test_what_changed(store: Store, axis: str, wanted: tuple[str, str, str, str]) -> None:
    assert wanted in told(changes(store, axis=axis))


@pytest.mark.parametrize("axis", ["virkning", "registrering"])
def test_every_change_has_its_sentence_and_its_document(store: Store, axis: str) -> None:
    for row in changes(store, axis=axis):
        assert row["quotes"] and row["documents"] and FROM < row["day"] <= TO, row


def test_a_change_says_before_and_after(store: Store) -> None:
    (row,) = [row for row in changes(store) if row["section"] == "people" and row["happened"] == "changed"]
    assert (row["value"], row["before"], row["after"]) == ("capacity", ["member"], ["chair"])
    (row,) = [row for row in changes(store) if row["what"] == "Bo Lund"]
    assert row["quotes"][0]["document"] == "tidlig" and row["later_documents"] == ["sen"]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"from": "2031-04-09"}, []),
        ({"from": "2031-03-05", "forum": "Kernegruppen"}, [("2031-04-09", "joined", "Ane Holt"), ("2031-04-09", "joined", "Gro Berg")]),
        ({"until": "2031-04-08", "forum": "Kernegruppen"}, []),
    ],
)
def test_only_what_lies_between_and_concerns_the_forum(store: Store, options: dict[str, str], found: list[tuple[str, str, str]]) -> None:
    rows = reports.run(store, "changes", {"from": FROM, **options}).rows
    assert [(row["day"], row["happened"], row["what"]) for row in rows if row["section"] == "people"] == found


def test_since_the_last_meeting_of_a_forum(store: Store) -> None:
    rows = reports.run(store, "changes", {"since_last_meeting": "Lederkredsen", "to": "2031-03-05"}).rows
    assert {row["what"] for row in rows if row["section"] == "people"} == {"Ane Holt", "Bo Lund", "Cia Dahl", "Dan Skov", "Eva Krog"}
    with pytest.raises(UsageError, match="Ringen"):
        reports.run(store, "changes", {"since_last_meeting": "Ringen"})


@pytest.mark.parametrize("options", [{"axis": "diagonal"}, {"from": "2031-01-01", "to": "2030-01-01"}, {"from": "i går"}])
def test_days_that_can_not_be(store: Store, options: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        reports.run(store, "changes", options)


def test_the_feed_is_valid_and_the_same_each_time(store: Store) -> None:
    result = reports.run(store, "changes", {"from": FROM, "to": TO})
    text = reports.render(result, "atom")
    assert text == reports.render(reports.run(store, "changes", {"from": FROM, "to": TO}), "atom")
    feed = ElementTree.fromstring(text)
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == len(result.rows) and feed.find(f"{ATOM}author/{ATOM}name") is not None
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids) and all(str(one).startswith("urn:uuid:") for one in ids)
    for one in [feed, *entries]:
        assert one.findtext(f"{ATOM}title")
        datetime.datetime.fromisoformat(str(one.findtext(f"{ATOM}updated")))
    assert feed.findtext(f"{ATOM}updated") == max(str(entry.findtext(f"{ATOM}updated")) for entry in entries) == "2031-04-09T00:00:00Z"
    # An entry keeps its id when the question grows.
    wider = ElementTree.fromstring(reports.render(reports.run(store, "changes", {"from": "2031-03-05", "to": TO}), "atom"))
    assert {entry.findtext(f"{ATOM}id") for entry in wider.findall(f"{ATOM}entry")} <= set(ids)


def test_only_changes_are_a_feed(store: Store) -> None:
    with pytest.raises(UsageError, match="forums"):
        reports.render(reports.run(store, "forums", {}), "atom")


def _id(store: Store, name: str) -> str:
    return str(next(row["name_id"] for row in reports.search(store, name).rows))


def test_hits_of_who_is_watched(store: Store) -> None:
    result = reports.watching(store, [_id(store, "Gro Berg"), _id(store, "Ane Holt")], {"from": "2031-03-05"})
    found = [(row["watched"], row["happened"], row["quotes"][0]["quote"]) for row in result.rows]
    assert ("Gro Berg", "joined", "Gro Berg, chef, Elm Kommune") in found
    assert ("Ane Holt", "mentioned", "Anne Holdt") in found
    assert {row["watched"] for row in result.rows} == {"Gro Berg", "Ane Holt"}


def test_hits_as_a_mail_without_addresses(store: Store) -> None:
    result = reports.watching(store, [_id(store, "Gro Berg")], {"from": "2031-03-05"})
    text = reports.mail(result)
    assert text == reports.mail(reports.watching(store, [_id(store, "Gro Berg")], {"from": "2031-03-05"}))
    mail = email.message_from_string(text)
    assert mail["Date"] == "Wed, 09 Apr 2031 00:00:00 +0000" and mail["To"] is None and mail["X-Unsent"] == "1"
    assert "«Gro Berg, chef, Elm Kommune» anden, linje 4" in text
