"""The answer for programs: CSV with stable English headers, JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from clustergraph.reports.cells import flat
from clustergraph.reports.result import ReportResult, Row

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_NESTED = frozenset({"quotes", "steps", "seats_by_forum"})
_PROOF = ("quote", "document", "item_of_quote", "line")


def as_json(result: ReportResult) -> str:
    """One object: question, both dates, rows."""
    found = {"question": result.question, "as_of": result.as_of, "known_at": result.known_at, "rows": list(result.rows)}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def as_csv(result: ReportResult) -> str:
    """One line a row (a step of a case); lists joined by ``; ``; the first sentence with its document, item and line at the end.

    Cells that a spreadsheet would take for a formula begin with an apostrophe.
    """
    rows = flat(result.rows)
    columns = list(dict.fromkeys(name for row in rows for name in row if name not in _NESTED)) or list(result.columns)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*columns, *_PROOF])
    for row in rows:
        writer.writerow([safe(_plain(row.get(name))) for name in columns] + [safe(value) for value in _proof(row)])
    return out.getvalue()


def table(columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    """Plain rows as CSV, with cells that no spreadsheet runs."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([safe("" if value is None else str(value)) for value in row] for row in rows)
    return out.getvalue()


def safe(value: str) -> str:
    """A cell that no spreadsheet runs."""
    return f"'{value}" if value.startswith(_DANGEROUS) else value


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "; ".join(_plain(one) for one in value)
    if isinstance(value, dict):
        return " ".join(_plain(one) for name, one in value.items() if one is not None and not name.endswith("_id"))
    return str(value)


def _proof(row: Row) -> list[str]:
    quote = next(iter(row.get("quotes", ())), None)
    if quote is None:
        return [""] * len(_PROOF)
    return [_plain(quote[name]) for name in ("quote", "document", "item", "line")]
