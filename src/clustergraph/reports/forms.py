"""The forms in which an answer can be had."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from clustergraph.errors import UsageError
from clustergraph.reports import machine, markup, table
from clustergraph.reports.result import ReportResult

FORMS: Mapping[str, Callable[[ReportResult, str, int], str]] = {
    "table": table.table,
    "md": lambda result, lang, width: markup.markdown(result, lang),
    "csv": lambda result, lang, width: machine.as_csv(result),
    "json": lambda result, lang, width: machine.as_json(result),
    "html": lambda result, lang, width: markup.page(result, lang),
}


def write(result: ReportResult, form: str, lang: str, width: int) -> str:
    """The answer in one form. Raises :class:`UsageError` for a form that is none."""
    if form not in FORMS:
        raise UsageError(f"{form}: no such format (there are: {', '.join(FORMS)})")
    return FORMS[form](result, lang, width)
