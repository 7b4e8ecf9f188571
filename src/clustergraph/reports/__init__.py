"""The questions that users ask by name, answered in rows of plain values, each with its documents and sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from clustergraph.errors import UsageError
from clustergraph.reports.context import Context
from clustergraph.reports.pool import Pool
from clustergraph.reports.registered import REPORTS
from clustergraph.reports.result import SPELLED, Options, Report, ReportResult, Row
from clustergraph.reports.words import column, date, dates_within, word

if TYPE_CHECKING:
    from clustergraph.queries import Queryable

__all__ = [
    "REPORTS",
    "Options",
    "Pool",
    "Report",
    "ReportResult",
    "Row",
    "column",
    "date",
    "dates_within",
    "mail",
    "path",
    "render",
    "run",
    "search",
    "show",
    "timeline",
    "watching",
    "why",
    "word",
]  # fmt: skip


def run(
    store: Queryable,
    name: str,
    options: Options | Mapping[str, Any] | None = None,
    *,
    known: Callable[[str | None], Queryable] | None = None,
    pool: Pool | None = None,
) -> ReportResult:
    """The answer to a report; ``known`` gives the graph as it was known at a moment, for a report that compares two; ``pool`` is what has been
    read of the store already, where one asks often.

    Raises :class:`~clustergraph.errors.UsageError` for an unknown report, option or a date that is none.
    """
    report = REPORTS.get(name)
    if report is None:
        raise UsageError(f"{name}: no such report (there are: {', '.join(REPORTS)})")
    asked = options if isinstance(options, Options) else _options(options or {})
    context = Context(store, asked, known=known, pool=pool or Pool(store))
    rows = report.build(context)
    question = report.question(asked.lang)
    return ReportResult(
        name, question, context.as_of, context.known_at, report.columns, rows, tuple(context.notes), asked.given(), latest=context.latest
    )


def search(store: Queryable, words: str, options: Options | Mapping[str, Any] | None = None, *, pool: Pool | None = None) -> ReportResult:
    """Names (in any spelling) and sentences that hold the words, nearest first."""
    from clustergraph.reports import finding

    return _asked(store, words, options, "search", finding.COLUMNS, lambda context: finding.search(context, words), pool)


def show(store: Queryable, name: str, options: Options | Mapping[str, Any] | None = None, *, pool: Pool | None = None) -> ReportResult:
    """One actor, forum or initiative: what it is and what it has to do with others. Raises :class:`UsageError` where nobody is meant."""
    from clustergraph.reports import showing

    return _asked(store, name, options, "show", showing.COLUMNS, lambda context: showing.show(context, name), pool)


def timeline(store: Queryable, name: str, options: Options | Mapping[str, Any] | None = None, *, pool: Pool | None = None) -> ReportResult:
    """The history of one actor, forum or initiative: what began, was said or ended when. Raises :class:`UsageError` where nobody is meant."""
    from clustergraph.reports import showing

    return _asked(store, name, options, "timeline", showing.HISTORY, lambda context: showing.timeline(context, name), pool)


def path(store: Queryable, left: str, right: str, options: Options | Mapping[str, Any] | None = None, *, pool: Pool | None = None) -> ReportResult:
    """How two are linked: who sits in both, and the shortest way from one to the other. Raises :class:`UsageError` where nobody is meant."""
    from clustergraph.reports import linking

    return _asked(store, f"{left} – {right}", options, "path", linking.COLUMNS, lambda context: linking.path(context, left, right), pool)


def why(
    store: Queryable,
    ident: str,
    options: Options | Mapping[str, Any] | None = None,
    *,
    around: int = 0,
    text_of: Callable[[str], str | None] | None = None,
    pool: Pool | None = None,
) -> ReportResult:
    """The sentences behind a fact, a claim or an entity, with ``around`` characters before and after where ``text_of`` gives the text."""
    from clustergraph.reports import reasons

    return _asked(store, ident, options, "why", reasons.COLUMNS, lambda context: reasons.why(context, ident, around, text_of), pool)


def watching(
    store: Queryable,
    idents: Sequence[str],
    options: Options | Mapping[str, Any] | None = None,
    *,
    known: Callable[[str | None], Queryable] | None = None,
) -> ReportResult:
    """What has happened to entities (IRIs) since a day: changes, and sentences that name them."""
    from clustergraph.reports import watched, words

    asked = options if isinstance(options, Options) else _options(options or {})
    context = Context(store, asked, known=known)
    rows = watched.hits(context, idents)
    return ReportResult(
        "watch", words.phrase("watched", asked.lang), context.as_of, context.known_at, watched.COLUMNS, rows, tuple(context.notes), asked.given(),
        "report", context.latest,
    )  # fmt: skip


def mail(result: ReportResult, lang: str = "da") -> str:
    """What :func:`watching` found as a mail without addresses."""
    from clustergraph.reports import watched

    return watched.mail(result, lang)


def _asked(
    store: Queryable,
    words: str,
    options: Options | Mapping[str, Any] | None,
    name: str,
    columns: tuple[str, ...],
    build: Callable[[Context], list[Row]],
    pool: Pool | None = None,
) -> ReportResult:
    asked = options if isinstance(options, Options) else _options(options or {})
    context = Context(store, asked, pool=pool or Pool(store))
    return ReportResult(
        name, words, context.as_of, context.known_at, columns, build(context), tuple(context.notes), asked.given(), words, context.latest
    )


def _options(given: Mapping[str, Any]) -> Options:
    given = {_UNSPELLED.get(name, name): value for name, value in given.items()}
    known = {one.name for one in fields(Options)}
    for name in given:
        if name not in known:
            raise UsageError(f"{name}: no option of a report (there are: {', '.join(sorted(known))})")
    several = {name: (value,) if isinstance(value, str) else tuple(value or ()) for name, value in given.items() if name in _SEVERAL}
    return Options(**{**given, **several})


_UNSPELLED = {word: name for name, word in SPELLED.items()}
_SEVERAL = ("status", "kind", "capacity")


def render(result: ReportResult, form: str = "table", lang: str = "da", width: int = 100) -> str:
    """The answer as text: ``table`` (at most ``width`` columns), ``md``, ``csv``, ``json`` or ``html``."""
    from clustergraph.reports import forms

    return forms.write(result, form, lang, width)
