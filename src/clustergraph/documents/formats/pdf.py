"""PDF through pypdfium2, which keeps the reading order of columns and marks words broken over lines. The only module that loads it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from clustergraph.documents.formats import plain
from clustergraph.documents.formats.extract import Extract, RefusedError

MAX_PAGES = 2_000
MAX_CHARACTERS = 5_000_000


def extract(data: bytes) -> Extract:
    """The text of all pages; empty lines where the lines of a page stand far apart."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = str(error).lower()
        raise RefusedError("the PDF is encrypted" if "password" in reason or "security" in reason else "the PDF is broken") from error
    try:
        if len(document) > MAX_PAGES:
            raise RefusedError(f"more than {MAX_PAGES} pages")
        return _pages(document)
    except pypdfium2.PdfiumError as error:
        raise RefusedError("the PDF is broken: a page can't be read") from error
    finally:
        document.close()


def _pages(document: Any) -> Extract:
    texts: list[str] = []
    starts: list[int] = []
    length = 0
    for page in document:
        text = plain.canonical(_page(page)).replace("\x00", "").rstrip("\n") + "\n"
        starts.append(length)
        texts.append(text)
        length += len(text)
        if length > MAX_CHARACTERS:
            raise RefusedError(f"more than {MAX_CHARACTERS // 1_000_000} million characters")
    if sum(1 for text in texts for char in text if char.isalnum()) < 10 * min(len(texts), 3):
        raise RefusedError("a scanned PDF without text: recognize its text (OCR) first")
    return Extract("".join(texts), tuple(starts), "printed")


def _page(page: Any) -> str:
    """The lines of a page. The hyphen of a word broken over lines is U+0002, as pdfium gives it or as U+FFFE."""
    words = page.get_textpage()
    text = str(words.get_text_range()).replace("\ufffe", "\u0002")
    if len(text) != words.count_chars():
        return text
    lines: list[str] = []
    heights: list[tuple[float, float]] = []  # where the first and the last letter of each line stand
    offset = 0
    for line in text.split("\r\n"):
        if line.strip():
            first, last = offset + len(line) - len(line.lstrip()), offset + len(line.rstrip()) - 1
            lines.append(line)
            heights.append((words.get_charbox(first, loose=True)[1], words.get_charbox(last, loose=True)[1]))
        offset += len(line) + 2
    return "\n".join(_spaced(lines, heights))


def _spaced(lines: list[str], heights: list[tuple[float, float]]) -> Iterator[str]:
    """The lines, with an empty one where the step to the next is larger than usual, or upwards into the next column."""
    steps = [above[1] - below[0] for above, below in pairwise(heights)]
    ordinary = sorted(step for step in steps if 0 < step < 60)
    usual = ordinary[len(ordinary) // 2] if ordinary else 0.0
    for i, line in enumerate(lines):
        if i and usual and not -0.5 * usual < steps[i - 1] < 1.45 * usual:
            yield ""
        yield line
