"""PDF through pypdfium2, which keeps the reading order of columns and marks words broken over lines. The only module that loads it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from clustergraph.documents.formats import plain, printed
from clustergraph.documents.formats.extract import Extract, RefusedError, ScannedError

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
    ends: list[int] = []
    length = count = 0
    for page in document:
        lines, ended = _page(page)
        text = plain.canonical("\n".join(lines)).replace("\x00", "").rstrip("\n") + "\n"
        starts.append(length)
        ends.extend(count + i for i in ended)
        texts.append(text)
        length += len(text)
        count += text.count("\n")
        if length > MAX_CHARACTERS:
            raise RefusedError(f"more than {MAX_CHARACTERS // 1_000_000} million characters")
    if sum(1 for text in texts for char in text if char.isalnum()) < 10 * min(len(texts), 3):
        raise ScannedError
    return Extract("".join(texts), tuple(starts), "printed", tuple(ends))


def _page(page: Any) -> tuple[list[str], list[int]]:
    """The lines of a page, and the indexes of those that end a paragraph beyond doubt.

    The hyphen of a word broken over lines is U+0002, as pdfium gives it or as U+FFFE.
    """
    words = page.get_textpage()
    text = str(words.get_text_range()).replace("\ufffe", "\u0002")
    if len(text) != words.count_chars():
        return text.split("\r\n"), []
    found = list(printed.lines(list(_segments(text, words))))
    lines: list[str] = []
    ends: list[int] = []
    steps = [above.bottom - below.top for above, below in pairwise(found)]
    ordinary = sorted(step for step in steps if 0 < step < 60)
    usual = ordinary[len(ordinary) // 2] if ordinary else 0.0
    for i, line in enumerate(found):
        if i and usual and not -0.5 * usual < steps[i - 1] < 1.45 * usual:  # a larger step, or upwards into the next column
            lines.append("")
        if line.ends:
            ends.append(len(lines))
        lines.append(line.text)
    return lines, ends


def _segments(text: str, words: Any) -> Iterator[printed.Segment]:
    """The lines as pdfium gives them, cut where a gap is wider than blanks are."""
    offset = 0
    for line in text.split("\r\n"):
        boxes = [(i, *words.get_charbox(offset + i, loose=True)) for i, char in enumerate(line) if not char.isspace()]
        begin = 0
        for k in range(1, len(boxes) + 1):
            if k == len(boxes) or boxes[k][1] - boxes[k - 1][3] > 0.85 * (boxes[k][4] - boxes[k][2]) > 0:
                yield _segment(line, boxes[begin:k])
                begin = k
        offset += len(line) + 2


def _segment(line: str, boxes: list[tuple[int, float, float, float, float]]) -> printed.Segment:
    """The segment of some letters: (place in the line, left, bottom, right, top)."""
    first = next((k for k in range(1, len(boxes)) if boxes[k][0] > boxes[k - 1][0] + 1), len(boxes)) - 1
    _, left, bottom, _, top = boxes[0]
    return printed.Segment(line[boxes[0][0] : boxes[-1][0] + 1], left, boxes[-1][3], bottom, top - bottom, boxes[first][3] - left)
