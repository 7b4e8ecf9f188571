"""The list grammar over invented lists in many layouts, and over the annotated documents."""

from __future__ import annotations

import pytest

from claims.lists_of_many_forums import LISTS_OF_MANY_FORUMS
from claims.lists_of_other_forms import LISTS_OF_OTHER_FORMS
from claims.more_participant_lists import MORE_LISTS
from claims.participant_lists import LISTS
from clustergraph.claims.participants import Row
from clustergraph.claims.reading import Reading
from factories import document

EVERY_LIST = LISTS | MORE_LISTS | LISTS_OF_OTHER_FORMS | LISTS_OF_MANY_FORUMS


def shown(row: Row) -> str:
    """A row in the form of :mod:`claims.participant_lists`."""
    who = row.name or ("(vacant) " if row.vacant else "(seat) ") + str(row.seat)
    heading = f" < {row.heading_organisation.text}" if row.heading_organisation else ""
    bodies = "; ".join(w.text for w in row.organisations) + heading
    said = [row.party, row.attendance, f"in {row.forum_heading.text}" if row.forum_heading else None]
    marks = [row.kind, *row.capacities, *(s for s in said if s), *(w.text for w in row.statements), *row.aliases]
    return " | ".join([who, "; ".join(w.text for w in row.titles), bodies, ", ".join(marks)])


@pytest.mark.parametrize("layout", EVERY_LIST)
def test_rows_of_a_list(layout: str) -> None:
    text, expected = EVERY_LIST[layout]
    assert tuple(shown(row) for row in Reading(document(text)).rows) == expected


@pytest.mark.parametrize("layout", EVERY_LIST)
def test_a_row_stands_where_it_says(layout: str) -> None:
    text, _ = EVERY_LIST[layout]
    for row in Reading(document(text)).rows:
        assert row.line[0] <= row.start < row.end <= row.line[1]
        if row.name:
            assert row.name.split()[0].casefold() in text[row.start : row.end].casefold()
        for words in (*row.titles, *row.organisations):
            assert words.text.split()[0] in text[words.start : words.end]


@pytest.mark.parametrize(
    "text",
    [
        "Projektet er forankret i Regionshuset.\nØkonomi\nNære Sundhedstilbud\nSocial og Sundhed",
        "Deltagere\nIngen",
        "Sammensætning:\n2 kommunale direktører\n1 repræsentant fra almen praksis\nFormand for PLO Vesteregnen",
        "Dagsorden\n1. Velkomst\n2. Status på Ældreplanen\n3. Eventuelt",
        "Medlemmer\nDanske Patienter\nÆldre Sagen\nDansk Sygeplejeråd",
    ],
)
def test_no_people_where_there_are_none(text: str) -> None:
    reading = Reading(document(text))
    assert [row.name for row in reading.rows if row.name] == []
    assert reading.people.all == ()


def test_a_list_that_a_sentence_opens_knows_the_sentence() -> None:
    text = "Der er dannet et lokalt team.\nHospitalets deltagere i teamet er:\n"
    text += "- Lise Brovang, overlæge, Kirurgisk Afdeling.\n- Per Toftum, sygeplejerske.\n"
    rows = Reading(document(text)).rows
    assert [(row.name, text[slice(*row.intro)] if row.intro else None) for row in rows] == [
        ("Lise Brovang", "Hospitalets deltagere i teamet er:"),
        ("Per Toftum", "Hospitalets deltagere i teamet er:"),
    ]


def test_membership_of_another_forum() -> None:
    (row,) = Reading(document("Deltagere\nBirte Kjeldal, praktiserende læge og medlem af bestyrelsen for PLO Sundkysten\n")).rows
    assert [t.text for t in row.titles] == ["praktiserende læge"]
    assert [(capacity, words.text) for capacity, words in row.memberships] == [("member", "bestyrelsen for PLO Sundkysten")]
