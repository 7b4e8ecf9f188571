"""Word through python-docx: paragraphs, tables and text boxes in order, with the numbers of lists. The only module that loads ``docx``."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from clustergraph.documents.formats import grid, plain, zipped
from clustergraph.documents.formats.extract import Extract, RefusedError
from clustergraph.documents.formats.word_lists import Numbering

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = frozenset([f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}rPr", f"{W}pPr", f"{_CHOICE}Fallback", f"{W}footnoteReference"])
_MAX_PARAGRAPHS = 100_000


def extract(data: bytes) -> Extract:
    """The text of the document as it stands after all changes are accepted; comments are left out."""
    zipped.check(data)
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(io.BytesIO(data))
    except (KeyError, ValueError, PackageNotFoundError, SyntaxError, AttributeError, TypeError) as error:
        raise RefusedError("the Word file is broken") from error
    reader = _Reader(Numbering(document))
    lines = list(dict.fromkeys(line for section in document.sections[:1] for line in _header(section, reader)))
    for line in reader.blocks(document.element.body):
        lines.append(line)
        if len(lines) > _MAX_PARAGRAPHS:
            raise RefusedError(f"more than {_MAX_PARAGRAPHS} paragraphs")
    return Extract(plain.canonical("\n".join(lines).strip("\n") + "\n"), lines="paragraphs")


def _header(section: Any, reader: _Reader) -> Iterator[str]:
    """The head of the first page, where some minutes name the forum and the day."""
    try:
        heads = [section.first_page_header if section.different_first_page_header_footer else section.header]
    except (KeyError, AttributeError, ValueError):
        return
    for head in heads:
        yield from (line for line in reader.blocks(head._element) if line.strip())


class _Reader:
    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering

    def blocks(self, parent: Any) -> Iterator[str]:
        """The lines of everything that stands in an element."""
        for element in parent:
            if element.tag == f"{W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{W}tbl":
                yield from grid.lines([self._row(row) for row in element.iter(f"{W}tr") if _owner(row) is element])
            elif element.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}smartTag"):
                yield from self.blocks(element)

    def _paragraph(self, paragraph: Any) -> Iterator[str]:
        boxes: list[Any] = []
        text = "".join(self._runs(paragraph, boxes))
        lead = self._numbering.lead(paragraph) if text.strip() else ""
        for i, line in enumerate(text.split("\n")):
            yield (lead if i == 0 else "") + line.strip()
        for box in boxes:
            yield from self.blocks(box)

    def _runs(self, element: Any, boxes: list[Any]) -> Iterator[str]:
        for child in element:
            if child.tag in _SKIPPED:
                continue
            if child.tag == f"{W}txbxContent":
                boxes.append(child)
            elif child.tag == f"{W}t":
                yield child.text or ""
            elif child.tag == f"{W}tab":
                yield "\t"
            elif child.tag in (f"{W}br", f"{W}cr"):
                yield "\n"
            elif child.tag == f"{W}noBreakHyphen":
                yield "-"
            else:
                yield from self._runs(child, boxes)

    def _row(self, row: Any) -> list[grid.Cell]:
        cells: list[grid.Cell] = []
        for cell in row.iter(f"{W}tc"):
            if _owner(cell) is not row:
                continue
            properties = cell.find(f"{W}tcPr")
            merged = properties is not None and _continues(properties.find(f"{W}vMerge"))
            cells.append([] if merged else [line for line in self.blocks(cell) if line.strip()])
            span = properties.find(f"{W}gridSpan") if properties is not None else None
            width = span.get(f"{W}val", "1") if span is not None else "1"
            cells.extend([] for _ in range(min(int(width), 50) - 1 if width.isdigit() else 0))
        return cells


def _continues(merge: Any) -> bool:
    return merge is not None and merge.get(f"{W}val") != "restart"


def _owner(element: Any) -> Any:
    """The table of a row, or the row of a cell."""
    wanted = f"{W}tbl" if element.tag == f"{W}tr" else f"{W}tr"
    parent = element.getparent()
    while parent is not None and parent.tag != wanted:
        parent = parent.getparent()
    return parent
