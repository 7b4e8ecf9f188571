"""The table of reports: name, question and columns of each."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from clustergraph.reports.result import Report, Row

if TYPE_CHECKING:
    from clustergraph.reports.context import Context


def _in(module: str, name: str) -> Callable[[Context], list[Row]]:
    """What builds a report; its module is imported when the report is asked for, so that one report does not wait for all."""

    def build(context: Context) -> list[Row]:
        found: list[Row] = getattr(import_module(f"clustergraph.reports.{module}"), name)(context)
        return found

    return build


_ALL = (
    Report(
        "references", "Hvem har reference til hvem?", "Who refers to whom?",
        ("from", "to", "kind", "status", "period", "asked_on"), _in("references", "references"),
    ),
    Report(
        "gaps", "Hvilke fora mangler en gældende reference?", "Which forums lack a reference in force?",
        ("forum", "cluster", "problem", "last_to", "last_status", "last_valid_until", "requested_to", "masters"), _in("gaps", "gaps"),
    ),
    Report(
        "forums", "Hvilke fora er der, og findes de endnu?", "Which forums are there, and are they still there?",
        ("forum", "type", "status", "cluster", "of", "successor"), _in("references", "forums"),
    ),
    Report(
        "roles", "Hvem er hvad hvor?", "Who is what where?",
        ("person", "role", "organisation", "forum", "capacity", "represents", "attested"), _in("people", "roles"),
    ),
    Report(
        "roster", "Hvem sidder i forummet, og hvilke pladser er ledige?", "Who sits in the forum, and which seats are vacant?",
        ("forum", "seat", "person", "role", "organisation", "capacity"), _in("people", "roster"),
    ),
    Report("vacancies", "Hvilke pladser er ledige?", "Which seats are vacant?", ("forum", "cluster", "seat", "attested"), _in("people", "vacancies")),
    Report(
        "attendance", "Hvem var med til mødet?", "Who was at the meeting?",
        ("date", "forum", "person", "organisation", "attendance", "on_behalf_of", "from_item", "item"), _in("meetings", "attendance"),
    ),
    Report(
        "initiatives", "Hvilke indsatser er der, hvor er de forankret, og hvem leder dem?",
        "Which initiatives are there, where are they anchored, and who leads them?",
        ("priority", "initiative", "anchored_in", "leads", "status", "maturity", "start", "end"), _in("initiatives", "initiatives"),
    ),
    Report(
        "decisions", "Hvad er besluttet, hvor og hvornår?", "What was decided, where and when?",
        ("date", "forum", "item", "title", "decision_type", "outcome"), _in("meetings", "decisions"),
    ),
    Report(
        "cases", "Hvilken vej har sagen taget?", "Which way has the matter taken?",
        ("case", "date", "forum", "kind", "what"), _in("meetings", "cases"),
    ),
    Report(
        "money", "Hvilke beløb nævnes, til hvad og hvornår?", "Which sums are mentioned, for what and when?",
        ("cluster", "what", "amount_dkk", "period", "status"), _in("initiatives", "money"),
    ),
    Report(
        "interlocks", "Hvem sidder i flere fora, og på tværs af hvilke klynger?", "Who sits in several forums, across which clusters?",
        ("person", "forums", "clusters", "count"), _in("people", "interlocks"),
    ),
    Report(
        "clusters", "Hvilke parter er med i hvilken klynge?", "Which bodies belong to which cluster?",
        ("cluster", "organisation", "type"), _in("people", "clusters"),
    ),
    Report("names", "Hvem er skrevet på flere måder?", "Who is written in more than one way?", ("person", "other_form"), _in("people", "names")),
    Report(
        "meetings", "Hvilke møder er holdt eller indkaldt?", "Which meetings were held or called?",
        ("date", "time", "forum", "place"), _in("meetings", "meetings"),
    ),
    Report(
        "deadlines", "Hvad skal være færdigt hvornår?", "What is due when?",
        ("date", "date_text", "what", "forum"), _in("meetings", "deadlines"),
    ),
    Report(
        "events", "Hvad sker eller skete hvornår?", "What happens or happened when?",
        ("date", "date_text", "what", "forum"), _in("meetings", "events"),
    ),
    Report(
        "contradictions", "Hvad siger dokumenterne forskelligt om det samme?", "What do the documents say differently of the same thing?",
        ("kind", "what", "left", "right", "reason", "left_documents", "right_documents"), _in("contradictions", "contradictions"),
    ),
    Report(
        "approvals", "Hvem skal endnu godkende hvad, og siges det ens overalt?", "Who is still to approve what, and is it told alike everywhere?",
        ("approver", "matter", "said_in", "prevails", "forum", "date", "item"), _in("approvals", "approvals"),
    ),
    Report(
        "handovers", "Hvem sender eller anbefaler hvad til hvem, trin for trin?", "Who sends or recommends what to whom, step by step?",
        ("date", "item", "step", "from", "act", "to", "what"), _in("handovers", "handovers"),
    ),
    Report(
        "succession", "Hvilke fora er oprettet, lagt sammen, afløst, nedlagt eller genopstået?",
        "Which forums were founded, merged, replaced, closed or reopened?",
        ("date", "kind", "before", "after", "told_by"), _in("succession", "succession"),
    ),
    Report(
        "joined", "Hvor mange har tilsluttet sig hvad?", "How many have joined what?",
        ("what", "organisation", "count", "attested"), _in("initiatives", "joined"),
    ),
    Report(
        "coverage", "Hvor mange pladser er besat, og hvornår var der sidst referat?", "How many seats are filled, and when were there last minutes?",
        ("forum", "status", "seats_given", "seats_filled", "seats_vacant", "seats_open", "without_seat", "last_minutes", "no_minutes", "reviewed"),
        _in("coverage", "coverage"),
    ),
    Report(
        "tenures", "Hvem har haft hvilket hverv hvor længe, efter ordene og efter listerne?",
        "Who has held what for how long, as stated and as seen?",
        ("person", "forum", "capacity", "role", "organisation", "valid_from", "valid_until", "attested_first", "attested_last"),
        _in("tenures", "tenures"),
    ),
    Report(
        "changes", "Hvad er ændret?", "What has changed?",
        ("day", "section", "happened", "what", "who", "before", "after"), _in("changes", "changes"),
    ),
)  # fmt: skip

REPORTS: dict[str, Report] = {report.name: report for report in _ALL}
