"""OpenDocument text with the standard library: headings, paragraphs, lists and tables in order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from clustergraph.documents.formats import grid, plain, zipped
from clustergraph.documents.formats.extract import Extract, RefusedError

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_SKIPPED = frozenset([f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note", f"{_TEXT}sequence-decls"])
_BREAKS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n", f"{_TEXT}s": " ", f"{_TEXT}soft-page-break": ""}
_DEEPEST = 60


def extract(data: bytes) -> Extract:
    """The text of the document without notes, comments and what changes have taken out."""
    zipped.check(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            root = ElementTree.fromstring(archive.read("content.xml"))
    except (KeyError, ElementTree.ParseError) as error:
        raise RefusedError("the OpenDocument file is broken") from error
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise RefusedError("the OpenDocument file holds no text document")
    return Extract(plain.canonical("\n".join(_blocks(body, 0)).strip("\n") + "\n"), lines="paragraphs")


def _blocks(parent: ElementTree.Element, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        raise RefusedError("the OpenDocument file is nested too deep")
    for element in parent:
        if element.tag in _SKIPPED:
            continue
        if element.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            yield from "".join(_words(element)).split("\n")
        elif element.tag == f"{_TEXT}list-item":
            yield from _point(element, depth)
        elif element.tag == f"{_TABLE}table":
            yield from grid.lines(
                [[list(_blocks(cell, depth + 1)) for cell in row if cell.tag.endswith("cell")] for row in element.iter(f"{_TABLE}table-row")]
            )
        else:
            yield from _blocks(element, depth + 1)


def _point(item: ElementTree.Element, depth: int) -> Iterator[str]:
    lines = list(_blocks(item, depth + 1))
    yield from (line if i or line.startswith("- ") else f"- {line}" for i, line in enumerate(lines))


def _words(element: ElementTree.Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag not in _SKIPPED:
            yield from _words(child)
        yield child.tail or ""
