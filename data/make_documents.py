"""Writes the demo documents of ``data/documents/`` from ``data/sources/`` in the formats that minutes come in: text, HTML, DOCX, PDF.

``python data/make_documents.py``. Needs ``python-docx`` and ``reportlab`` (the ``dev`` extra). The same sources give the same bytes.
"""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).parent
SOURCES, TARGET = HERE / "sources", HERE / "documents"
STAMP = (2024, 1, 1, 0, 0, 0)  # the archive members carry a fixed time, so that nothing changes by running this again
STYLES = {"# ": "h1", "## ": "h2", "### ": "h3", "- ": "li", "|": "tr"}


def blocks(path: Path) -> Iterator[tuple[str, str]]:
    """(kind, words) a line: h1 h2 h3 li tr (cells parted by tabs) or p."""
    for line in path.read_text(encoding="utf-8").splitlines():
        mark = next((m for m in sorted(STYLES, key=len, reverse=True) if line.startswith(m)), "")
        if line.strip():
            yield STYLES.get(mark, "p"), line[len(mark) :].strip("\n")


def write_html(path: Path, target: Path) -> None:
    """A portal page: menu, content, foot."""
    rows, title = [], ""
    previous = ""
    for kind, words in [*blocks(path), ("end", "")]:
        if previous in ("li", "tr") and kind != previous:
            rows.append("</ul>" if previous == "li" else "</table>")
        if kind in ("li", "tr") and kind != previous:
            rows.append("<ul>" if kind == "li" else "<table>")
        if kind == "tr":
            cell = "th" if previous != "tr" else "td"
            rows.append("<tr>" + "".join(f"<{cell}>{html.escape(w)}</{cell}>" for w in words.split("\t")) + "</tr>")
        elif kind != "end":
            rows.append(f"<{kind}>{html.escape(words)}</{kind}>")
        title = title or words
        previous = kind
    page = (
        f'<!doctype html>\n<html lang="da">\n<head><meta charset="utf-8"><title>{html.escape(title)}</title></head>\n<body>\n'
        '<nav><a href="#">Forside</a> <a href="#">Dagsordner og referater</a></nav>\n<main>\n' + "\n".join(rows) + "\n</main>\n"
        "<footer>Denne side bruger ikke cookies</footer>\n</body>\n</html>\n"
    )
    target.write_text(page, encoding="utf-8")


def write_docx(path: Path, target: Path) -> None:
    """A Word file with headings, lists and tables."""
    import docx

    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = datetime(*STAMP)
    table = None
    for kind, words in blocks(path):
        if kind == "tr":
            cells = words.split("\t")
            table = table or document.add_table(0, len(cells))
            for cell, text in zip(table.add_row().cells, cells, strict=True):
                cell.text = text
        elif kind == "li":
            document.add_paragraph(words, style="List Bullet")
        elif kind.startswith("h"):
            document.add_heading(words, level=int(kind[1]))
        else:
            document.add_paragraph(words)
    raw = io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            new.writestr(zipfile.ZipInfo(name, STAMP), old.read(name), zipfile.ZIP_DEFLATED)


def write_pdf(path: Path, target: Path) -> None:
    """A4 pages with a page foot, lines broken as a printer breaks them."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

    styles = getSampleStyleSheet()
    names = {"h1": "Heading1", "h2": "Heading2", "h3": "Heading3", "li": "Normal", "p": "Normal", "tr": "Normal"}
    title = next(words for _, words in blocks(path))

    def foot(canvas: object, page: object) -> None:
        canvas.setFont("Helvetica", 8)  # type: ignore[attr-defined]
        canvas.drawString(72, 40, title)  # type: ignore[attr-defined]
        canvas.drawRightString(523, 40, f"Side {page.page}")  # type: ignore[attr-defined]

    story = []
    for kind, words in blocks(path):
        story.append(Paragraph(html.escape(("• " if kind == "li" else "") + words), styles[names[kind]]))
        story.append(Spacer(1, 4))
    SimpleDocTemplate(str(target), pagesize=A4, invariant=1, title=title).build(story, onFirstPage=foot, onLaterPages=foot)


def main() -> None:
    """Write all five."""
    TARGET.mkdir(exist_ok=True)
    write_docx(SOURCES / "randersklyngen-2024-10-31.txt", TARGET / "randersklyngen-2024-10-31.docx")
    write_html(SOURCES / "goedstrupklyngen-2024-11-27.txt", TARGET / "goedstrupklyngen-2024-11-27.html")
    write_pdf(SOURCES / "randersklyngen-2019-06-20.txt", TARGET / "randersklyngen-2019-06-20.pdf")
    write_html(SOURCES / "sundhedsklynge-syd-2023-03-06.txt", TARGET / "sundhedsklynge-syd-2023-03-06.html")
    plain = (SOURCES / "sundhedsklynge-midt-2024-10-24.txt").read_text(encoding="utf-8")
    (TARGET / "sundhedsklynge-midt-2024-10-24.txt").write_text(plain, encoding="utf-8")


if __name__ == "__main__":
    main()
