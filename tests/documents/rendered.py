"""The same text as a page, a Word file and a PDF, as people make them: a paragraph a line, a table where cells are apart by tabs."""

from __future__ import annotations

import html
import io
from collections.abc import Callable, Iterator
from typing import Any

import docx

from documents import made


def _blocks(text: str) -> Iterator[list[list[str]]]:
    """Single lines, and runs of lines with tabs as tables: lists of rows of cells. An empty line is an empty list."""
    table: list[list[str]] = []
    for line in text.split("\n"):
        if "\t" in line.strip():
            table.append([cell.strip() for cell in line.split("\t")])
            continue
        if table:
            yield table
            table = []
        yield [[line.strip()]] if line.strip() else []
    if table:
        yield table


def as_html(text: str) -> bytes:
    parts = []
    for block in _blocks(text):
        if len(block) > 1 or (block and len(block[0]) > 1):
            rows = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in block)
            parts.append(f"<table>{rows}</table>")
        elif block:
            parts.append(f"<p>{html.escape(block[0][0])}</p>")
    body = "\n".join(parts)
    page = f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><nav>Menu</nav><div><main>{body}</main></div></body></html>'
    return page.encode()


def as_docx(text: str) -> bytes:
    word = docx.Document()
    for block in _blocks(text):
        if len(block) > 1 or (block and len(block[0]) > 1):
            width = max(len(row) for row in block)
            table = word.add_table(len(block), width)
            for row, cells in zip(table.rows, block, strict=True):
                for cell, words in zip(row.cells, cells, strict=False):
                    cell.text = words
        else:
            word.add_paragraph(block[0][0] if block else "")
    return made.word(word)


def as_pdf(text: str) -> bytes:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    style = getSampleStyleSheet()["Normal"]
    story: list[Any] = []
    for block in _blocks(text):
        if len(block) > 1 or (block and len(block[0]) > 1):
            width = max(len(row) for row in block)
            rows = [[Paragraph(html.escape(cell), style) for cell in (*row, *[""] * (width - len(row)))] for row in block]
            shares = [30 + max(8 * len(word) + len(row[i]) for row in block if i < len(row) for word in row[i].split() or [""]) for i in range(width)]
            story.append(Table(rows, colWidths=[480 * share / sum(shares) for share in shares], style=[("VALIGN", (0, 0), (-1, -1), "TOP")]))
        elif block:
            story.append(Paragraph(html.escape(block[0][0]), style))
        else:
            story.append(Spacer(1, 12))
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4, invariant=True).build(story)
    return buffer.getvalue()


RENDERERS: dict[str, Callable[[str], bytes]] = {"html": as_html, "docx": as_docx, "pdf": as_pdf}
