"""The forms in which an answer can be had."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from clustergraph.errors import UsageError
from clustergraph.reports.result import ReportResult


def _table(result: ReportResult, lang: str, width: int) -> str:
    from clustergraph.reports import table

    return table.table(result, lang, width)


def _markdown(result: ReportResult, lang: str, width: int) -> str:
    from clustergraph.reports import markup

    return markup.markdown(result, lang)


def _csv(result: ReportResult, lang: str, width: int) -> str:
    from clustergraph.reports import machine

    return machine.as_csv(result)


def _json(result: ReportResult, lang: str, width: int) -> str:
    from clustergraph.reports import machine

    return machine.as_json(result)


def _html(result: ReportResult, lang: str, width: int) -> str:
    from clustergraph.reports import markup

    return markup.page(result, lang)


def _atom(result: ReportResult, lang: str, width: int) -> str:
    from clustergraph.reports import feed

    return feed.atom(result, lang)


# One form is asked for at a time: the others are not imported for it.
FORMS: Mapping[str, Callable[[ReportResult, str, int], str]] = {
    "table": _table, "md": _markdown, "csv": _csv, "json": _json, "html": _html, "atom": _atom,
}  # fmt: skip


def write(result: ReportResult, form: str, lang: str, width: int) -> str:
    """The answer in one form. Raises :class:`UsageError` for a form that is none."""
    if form not in FORMS:
        raise UsageError(f"{form}: no such format (there are: {', '.join(FORMS)})")
    return FORMS[form](result, lang, width)
