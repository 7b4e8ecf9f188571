"""What a block of text decides, the strongest that stands there."""

import pytest
from tests.claims.texts import found, minutes

KINDS = [
    ("Dagsordenen blev godkendt.", "approved"),
    ("Godkendt med to rettelser.", "approved"),
    ("Styregruppen tiltrådte indstillingen.", "approved"),
    ("Anbefales.", "approved"),
    ("Orienteringen blev taget til efterretning.", "noted"),
    ("Til orientering.", "noted"),
    ("Sundhedschefen fortalte om det nye center.", "none"),
    ("Udvalget hørte om det nye center.", "noted"),
    ("Kredsrådet fik fortalt om planen og blev orienteret.", "noted"),
    ("Det blev besluttet, at der laves en ny plan.", "decided"),
    ("Det blev aftalt at mødes igen.", "decided"),
    ("Sekretariatet udarbejder et oplæg til næste gang.", "decided"),
    ("Kommunen skal indhente tal fra hospitalet.", "decided"),
    ("Notatet blev godkendt. Det blev besluttet at sende det i høring.", "decided"),
    ("Orienteringen blev taget til efterretning og planen godkendt.", "approved"),
    ("Kim Dal blev valgt som formand.", "decided"),
    ("Udvalget afsætter midler til en kampagne.", "decided"),
    ("Punktet blev udsat til næste møde.", "decided"),
    ("Udvalget udsatte sagen.", "decided"),
    ("Gruppen drøftede tilbud til udsatte borgere.", "discussed"),  # people, and nothing that was put off
    ("Gruppen gav input om de mest udsatte og om de afsatte midler.", "discussed"),
    ("Styregruppen drøftede oplægget.", "discussed"),
    ("Gruppen havde følgende input:\n- Der skal ses på transport.\n- Skærmbilleder udarbejdes i dag i hvert sit system.", "discussed"),
    ("Det blev drøftet under punkt 4.", "discussed"),
    ("Ingen bemærkninger.", "none"),
    ("Intet.", "none"),
    ("Ingen punkter til eventuelt.", "none"),
    ("Der var intet at bemærke.", "none"),
    ("Jan Lund deltog på vegne af Bo Riis.", "none"),
    ("Sendes i høring frem til den 6. maj.", "decided"),
    ("Indstillingen fulgt.", "approved"),
    ("Udvalget tilsluttede sig forslaget.", "approved"),
    ("Rådet kunne anbefale flytningen.", "approved"),
    ("Der bevilges 90.000 kr. i 2023.", "decided"),
    ("Vera Holm ønskede, at foreningen bliver repræsenteret i gruppen. Det blev drøftet.", "discussed"),
    ("Udvalget anmoder om en handleplan til mødet i juni.", "decided"),
    ("Eva og Bo laver en fælles opgørelse.", "decided"),
    ("Undergruppen får i opdrag at komme med et forslag.", "decided"),
    ("Rådet ønsker, at Kim afklarer spørgsmålet med fonden.", "decided"),
    ("→ Egby Kommune melder kontaktpersoner ind senest 1.10.2023.", "decided"),
    ("OK", "approved"),
    ("I orden.", "approved"),
    ("Vedtaget som planen lå.", "approved"),
    ("Det blev vedtaget, at planen laves om.", "decided"),
    ("Ingen kommentarer, vi tog tallene til efterretning.", "noted"),
    ("Vi snakkede frem og tilbage om temadagen.", "discussed"),
    ("Droppet.", "decided"),
    ("Det blev besluttet, at:\n- Der holdes en temadag.\n- Planen revideres.", "decided"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind(text: str, kind: str) -> None:
    (item,) = found(minutes(("Fælles punkt", text)), "agenda_item")
    assert item.qualifiers["decision_type"] == kind


@pytest.mark.parametrize(("mark", "kind"), [("drøftelse", "discussed"), ("orientering", "noted"), ("20 min.", "none")])
def test_a_mark_behind_the_title_says_what_was_done_where_the_text_tells_only(mark: str, kind: str) -> None:
    (item,) = found(minutes((f"Fælles punkt ({mark})", "Sundhedschefen fortalte om det nye center.")), "agenda_item")
    assert item.qualifiers["decision_type"] == kind


def test_of_two_blocks_the_last_is_the_decision() -> None:
    text = minutes(("Status på planen", "Det blev i gruppen besluttet at vente.\n\nBeslutning\n\nOrienteringen blev taget til efterretning."))
    (item,) = found(text, "agenda_item")
    assert item.qualifiers["decision_type"] == "noted"
    assert item.qualifiers["decisions"] == ["Orienteringen blev taget til efterretning."]


def test_the_evidence_is_the_heading_and_the_sentence_that_decides() -> None:
    (item,) = found(minutes(("Ny vejledning", "Punktet blev gennemgået. Vejledningen blev godkendt.")), "agenda_item")
    assert len(item.evidence) == 2
