"""What changed between two days: the difference of two pictures, each made of the reports that there are anyway.

A picture is what the reports say on a day. On the axis of *virkning* both pictures are of what is known now, as of two days; on that of
*registrering* they are of what was known at two moments. There is no second logic: what a report shows is what is compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from clustergraph.errors import UsageError
from clustergraph.queries import folding
from clustergraph.queries.parameters import day
from clustergraph.reports.context import Context
from clustergraph.reports.registered import REPORTS
from clustergraph.reports.result import Row

AXES = ("virkning", "registrering")
CAME, WENT, TURNED = "new", "withdrawn", "changed"
_NAMES = ("person_id", "from_id", "to_id", "forum_id", "organisation_id", "initiative_id", "for_id", "cluster_id", "anchored_in_id", "leads_id")


@dataclass(frozen=True, slots=True)
class Part:
    """One report as it is compared: which rows count, what makes two rows the same thing, and which of its values may change.

    ``came``, ``went`` and ``turned`` say in a word what has happened; a word in ``by_status`` counts before them.
    """

    section: str
    report: str
    key: tuple[str, ...]
    values: tuple[str, ...]
    what: tuple[str, ...]
    came: str = CAME
    went: str = WENT
    turned: str = TURNED
    counts: Callable[[Row], bool] = lambda row: True
    by_status: bool = False
    grows: bool = False  # what was once there stays there: a meeting, a decision


PARTS = (
    Part("people", "roster", ("forum_id", "person_id"), ("capacity", "role", "organisation"), ("person", "forum"), "joined", "left",
         counts=lambda row: row["person_id"] is not None),
    Part("roles", "roles", ("person_id", "organisation_id"), ("role",), ("person", "organisation"), "appointed", "resigned",
         counts=lambda row: row["forum_id"] is None and row["role"] is not None),
    Part("vacancies", "vacancies", ("forum_id", "seat"), (), ("seat", "forum"), "vacated", "filled"),
    Part("references", "references", ("from_id", "to_id", "kind"), ("status", "valid_until"), ("from", "to"), by_status=True),
    Part("forums", "forums", ("forum_id",), ("status", "successor"), ("forum",), grows=True),
    Part("initiatives", "initiatives", ("initiative_id",), ("status", "maturity", "start", "end", "anchored_in", "leads", "amounts"),
         ("initiative",), grows=True),
    Part("joined_by", "joined", ("what", "organisation"), ("count",), ("what", "organisation"), "joined_by", grows=True),
    Part("decisions", "decisions", ("fact_id",), ("decision_type", "outcome"), ("title", "forum"), "decided", grows=True,
         counts=lambda row: bool(row["decision_type"] or row["outcome"])),
    Part("money", "money", ("what", "cluster_id", "for_id", "period"), ("amount_dkk", "status"), ("what", "period", "cluster"), grows=True),
    Part("meetings", "meetings", ("meeting_id",), ("held",), ("forum", "date"), "told", grows=True),
)  # fmt: skip
_HAPPENED = {
    "in_force": "came_in_force", "approved": "decided", "requested": "asked_for", "proposed": "asked_for", "denied": "denied",
    "lapsed": "has_lapsed", "former": "has_lapsed", "unclear": "unclear",
}  # fmt: skip

Rows = dict[tuple[str, ...], list[Row]]
Known = Callable[[str | None], Any]


def changes(context: Context) -> list[Row]:
    """One row a change, by day: what happened to whom, the value before and after, and the sentences that say so.

    Raises :class:`UsageError` for an axis that is none and for days in the wrong order.
    """
    span = Span.of(context)
    context.notes.append(f"between:{span.first or ''}/{span.last or ''}")
    rows = [row for part in PARTS for row in _part(part, *span.pictures(part), span)]
    return sorted(rows, key=lambda row: (row["day"] or "9999", SECTIONS.index(row["section"]), row["what"], row["happened"], row["change_id"]))


SECTIONS = tuple(part.section for part in PARTS)


@dataclass(frozen=True, slots=True)
class Span:
    """Two days on one axis; ``first`` is None where the picture before is empty."""

    context: Context
    first: str | None
    last: str | None
    axis: str

    @classmethod
    def of(cls, context: Context) -> Span:
        """What the options ask for; the last meeting of a forum before the later day where no earlier day is given."""
        options = context.options
        axis = options.axis or AXES[0]
        if axis not in AXES:
            raise UsageError(f"{axis}: no such axis (there are: {', '.join(AXES)})")
        last = day(options.until, "--to") if options.until else context.as_of if axis == AXES[0] else (context.known_at or "")[:10] or None
        first = day(options.since, "--from") if options.since else None
        if options.since_last_meeting:
            last = last or context.latest[0]
            first = _last_meeting(context, options.since_last_meeting, last)
            context = context.narrowed(forum=options.forum or options.since_last_meeting, since_last_meeting=None, since=first)
        if first and last and first > last:
            raise UsageError(f"--from {first} is later than --to {last}")
        return cls(context, first, last, axis)

    def pictures(self, part: Part) -> tuple[Rows, Rows]:
        """The rows of a report on both days."""
        return (self._picture(part, self.first) if self.first else {}), self._picture(part, self.last)

    def _picture(self, part: Part, on: str | None) -> Rows:
        context = self.context.at(as_of=on) if self.axis == AXES[0] else self.context.at(known_at=on)
        found: Rows = defaultdict(list)
        for row in REPORTS[part.report].build(context):
            if part.counts(row):
                found[tuple(_folded(row.get(name)) for name in part.key)].append(row)
        return found

    def within(self, on: str | None) -> bool:
        """Whether a day lies after the first and not after the last one."""
        return on is not None and (self.first is None or on > self.first) and (self.last is None or on <= self.last)


def _last_meeting(context: Context, forum: str, before: str | None) -> str:
    rows = REPORTS["meetings"].build(context.narrowed(forum=forum, since_last_meeting=None))
    days = [row["date"] for row in rows if row["date"] and (before is None or row["date"] < before)]
    if not days:
        raise UsageError(f"{forum}: no meeting of it before {before or 'today'} is known; write --from 2024-12-31")
    return str(max(days))


def _folded(value: object) -> str:
    return "" if value is None else folding.fold(value) if isinstance(value, str) and "://" not in value else str(value)


def _part(part: Part, before: Rows, after: Rows, span: Span) -> Iterable[Row]:
    for key in sorted({*before, *after}):
        old, new = before.get(key, []), after.get(key, [])
        if not old:
            yield _row(part, key, [], new, span, _happened(part, part.came, new))
        elif not new:
            yield _row(part, key, old, [], span, part.went, _listed(after, key) if not part.grows else [])
        else:
            for name in part.values:
                if _said(old, name) != _said(new, name):
                    yield _row(part, key, old, new, span, _happened(part, part.turned, new), named=name)
                    if part.by_status:
                        break


def _happened(part: Part, word: str, rows: Sequence[Row]) -> str:
    return _HAPPENED.get(str(rows[0].get("status")), word) if part.by_status else word


def _listed(after: Rows, key: tuple[str, ...]) -> list[Row]:
    """The rows of the same forum that stand later: by them somebody is no longer there."""
    return [row for other, rows in after.items() if other[0] == key[0] for row in rows]


def _said(rows: Sequence[Row], name: str) -> list[str]:
    values = {one for row in rows for one in _texts(row.get(name))}
    return sorted(values)


def _texts(value: object) -> list[str]:
    if value is None or value == []:
        return []
    if isinstance(value, dict):
        return [" ".join(str(one) for key, one in value.items() if one is not None and not key.endswith("_id"))]
    if isinstance(value, bool):
        return [str(value).lower()]
    if isinstance(value, list):
        return [text for one in value for text in _texts(one)]
    return [str(value)]


def _row(
    part: Part, key: tuple[str, ...], old: list[Row], new: list[Row], span: Span, happened: str, later: Sequence[Row] = (), named: str = ""
) -> Row:
    rows = new or old
    row = rows[0]
    # As of two days the same sentences are known; at two moments what is fresh is what was not.
    known = {_place(quote) for one in old for quote in one["quotes"]} if new and span.axis != AXES[0] else set()
    quotes = _unique(quote for one in rows for quote in one["quotes"])
    fresh = [quote for quote in quotes if _place(quote) not in known and span.within(quote["date"])] if new else []
    on = _day(row, fresh, later, span)
    shown = fresh or quotes
    subject = [str(row[name]) for name in part.what if row.get(name)]
    compared = [named] if named else [name for name in part.values if _said(rows, name)]
    return {
        "day": on,
        "section": part.section,
        "happened": happened,
        "what": subject[0] if subject else "",
        "who": " · ".join(subject[1:]) or None,
        "value": named or None,
        "before": _shown(old, compared),
        "after": _shown(new, compared),
        "change_id": "/".join((part.section, happened, named, *key, on or "")),
        "about_ids": sorted({ident for one in rows for name in _NAMES for ident in _texts(one.get(name))}),
        "forum": row.get("forum"),
        "cluster": row.get("cluster"),
        "attested_first": row.get("attested_first"),
        "attested_last": row.get("attested_last"),
        "fact_id": row.get("fact_id"),
        "documents": sorted({quote["document"] for quote in shown}),
        "later_documents": sorted({quote["document"] for one in later for quote in one["quotes"] if quote["date"] == on}),
        "quotes": shown,
    }


def _day(row: Row, fresh: Sequence[Row], later: Sequence[Row], span: Span) -> str | None:
    """When it happened: as stated; else the day of the first document in the time that says so, or of the list that says it no more."""
    for stated in (row.get("valid_until"), row.get("valid_from")):
        if isinstance(stated, str) and len(stated) == 10 and span.within(stated) and span.axis == AXES[0]:
            return stated
    if fresh:
        return min(str(quote["date"]) for quote in fresh)
    days = [one["attested_last"] for one in later if span.within(one["attested_last"])]
    return max(days) if days else span.last or row.get("attested_last")


def _shown(rows: Sequence[Row], names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(text for name in names for text in _said(rows, name)))


def _place(quote: Row) -> tuple[str, int, int]:
    return quote["document_id"], quote["start"], quote["end"]


def _unique(quotes: Iterable[Row]) -> list[Row]:
    found = {_place(quote): quote for quote in quotes}
    return sorted(found.values(), key=lambda quote: (quote["date"] or "", *_place(quote)))
