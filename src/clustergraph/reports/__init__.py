"""The questions that users ask by name, answered in rows of plain values, each with its documents and sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from clustergraph.errors import UsageError
from clustergraph.reports.context import Context
from clustergraph.reports.registered import REPORTS
from clustergraph.reports.result import Options, Report, ReportResult, Row

if TYPE_CHECKING:
    from clustergraph.queries import Queryable

__all__ = ["REPORTS", "Options", "Report", "ReportResult", "Row", "render", "run"]


def run(store: Queryable, name: str, options: Options | Mapping[str, Any] | None = None) -> ReportResult:
    """The answer to a report. Raises :class:`~clustergraph.errors.UsageError` for an unknown report, option or a date that is none."""
    report = REPORTS.get(name)
    if report is None:
        raise UsageError(f"{name}: no such report (there are: {', '.join(REPORTS)})")
    asked = options if isinstance(options, Options) else _options(options or {})
    context = Context(store, asked)
    rows = report.build(context)
    given = {one.name: str(value) for one in fields(asked) if one.name != "lang" and (value := getattr(asked, one.name))}
    return ReportResult(name, report.question(asked.lang), context.as_of, context.known_at, report.columns, rows, tuple(context.notes), given)


def _options(given: Mapping[str, Any]) -> Options:
    known = {one.name for one in fields(Options)}
    for name in given:
        if name not in known:
            raise UsageError(f"{name}: no option of a report (there are: {', '.join(sorted(known))})")
    several = {name: (value,) if isinstance(value, str) else tuple(value or ()) for name, value in given.items() if name in _SEVERAL}
    return Options(**{**given, **several})


_SEVERAL = ("status", "kind", "capacity")


def render(result: ReportResult, form: str = "table", lang: str = "da", width: int = 100) -> str:
    """The answer as text: ``table`` (at most ``width`` columns), ``md``, ``csv``, ``json`` or ``html``."""
    from clustergraph.reports import forms

    return forms.write(result, form, lang, width)
