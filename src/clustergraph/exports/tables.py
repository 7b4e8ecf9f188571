"""The door to spreadsheet and column formats: an Excel workbook with a sheet a table, a Parquet file a table. Both need the extra ``data``."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from clustergraph.errors import UsageError

Table = Sequence[Mapping[str, Any]]
"""Rows of plain values; a list in a cell is joined by ``; ``, nested objects are left out."""

_WIDEST = 60  # characters of a column in a sheet
_LONGEST = 32_767  # characters that Excel holds in a cell


def xlsx(tables: Mapping[str, Table]) -> bytes:
    """A workbook with one sheet a table, its heads frozen and filterable; text stays text, so that no cell is run as a formula."""
    try:
        from openpyxl import Workbook
        from openpyxl.styles import Font
        from openpyxl.utils import get_column_letter
    except ImportError as error:
        raise _missing("xlsx", "openpyxl") from error
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in tables.items():
        columns, cells = _plain(rows)
        sheet = book.create_sheet(name[:31])
        for y, values in enumerate([columns, *cells], 1):
            for x, value in enumerate(values, 1):
                cell = sheet.cell(y, x, _cell(value))
                if isinstance(value, str):
                    cell.data_type = "s"
        for x in range(1, len(columns) + 1):
            widest = max((len(str(values[x - 1] or "")) for values in [columns, *cells]), default=0)
            sheet.column_dimensions[get_column_letter(x)].width = min(_WIDEST, widest + 2)
            sheet.cell(1, x).font = Font(bold=True)
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return _timeless(out.getvalue())


def _timeless(workbook: bytes) -> bytes:
    """The same workbook without the moment at which it was written, so that the same tables give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as written, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in written.namelist():
            content = written.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", content)
            kept.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def parquet(rows: Table) -> bytes:
    """One table as Parquet."""
    try:
        import pyarrow as pa
        from pyarrow import parquet as writer
    except ImportError as error:
        raise _missing("parquet", "pyarrow") from error
    columns, cells = _plain(rows)
    arrays = {name: _column([values[i] for values in cells]) for i, name in enumerate(columns)}
    out = io.BytesIO()
    writer.write_table(pa.table(arrays), out)
    return out.getvalue()


def _plain(rows: Table) -> tuple[list[str], list[list[Any]]]:
    names = dict.fromkeys(name for row in rows for name in row)
    columns = [name for name in names if not any(_is_nested(row.get(name)) for row in rows)]
    return columns, [["; ".join(map(str, v)) if isinstance(v := row.get(name), (list, tuple)) else v for name in columns] for row in rows]


def _is_nested(value: Any) -> bool:
    return isinstance(value, Mapping) or (isinstance(value, (list, tuple)) and any(isinstance(one, (Mapping, list, tuple)) for one in value))


def _cell(value: Any) -> Any:
    return value[:_LONGEST] if isinstance(value, str) else value


def _column(values: list[Any]) -> list[Any]:
    """The values of one column, all of one type: what is mixed becomes text."""
    types = {type(value) for value in values if value is not None}
    return values if len(types) <= 1 else [None if value is None else str(value) for value in values]


def _missing(form: str, library: str) -> UsageError:
    return UsageError(f"{form}: needs {library}; install it with: pip install 'clustergraph[data]'")
