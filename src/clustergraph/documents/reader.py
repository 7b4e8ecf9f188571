"""File → Document."""

from __future__ import annotations

import hashlib
from pathlib import Path

from clustergraph.documents import header, outline
from clustergraph.documents.formats import FORMATS, Format, ocr, sandbox
from clustergraph.documents.formats.extract import Extract, RefusedError, ScannedError
from clustergraph.documents.formats.registry import BY_NAME, sniff
from clustergraph.documents.layouts import choose
from clustergraph.documents.repair import repair
from clustergraph.documents.sheet import Sheet
from clustergraph.errors import UnreadableDocument
from clustergraph.model import Document

MAX_BYTES = 50_000_000
MAX_CHARACTERS = 5_000_000


def read(path: Path) -> Document:
    """The document in a file. Raises :class:`UnreadableDocument` with a reason in one line."""
    source = str(path)
    try:
        if path.is_dir():
            raise UnreadableDocument(source, "this is a directory, not a document")
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableDocument(source, f"larger than {MAX_BYTES // 1_000_000} MB")
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableDocument(source, "no such file") from None
    except OSError as error:
        raise UnreadableDocument(source, (error.strerror or "can't be read").lower()) from error
    return read_bytes(data, source)


def read_bytes(data: bytes, source: str, media_type: str | None = None) -> Document:
    """The document in some bytes; ``source`` names it and its suffix tells the format where neither ``media_type`` nor the content does."""
    if not data.strip():
        raise UnreadableDocument(source, "the file is empty")
    try:
        form = _format(data, source, media_type)
        extract = _extract(form, data)
    except RefusedError as error:
        raise UnreadableDocument(source, str(error)) from error
    if not extract.text.strip():
        raise UnreadableDocument(source, "there is no text in it")
    if len(extract.text) > MAX_CHARACTERS:
        raise UnreadableDocument(source, f"more than {MAX_CHARACTERS // 1_000_000} million characters")
    return _document(extract, source, form)


def _extract(form: Format, data: bytes) -> Extract:
    """What a format reads; the text of a scanned PDF is recognized first, where the programs for that are installed."""
    if not form.guarded:
        return form.extract(data)
    try:
        return sandbox.extract(form.name, data)
    except ScannedError:
        return sandbox.extract(form.name, ocr.recognized(data))


def _format(data: bytes, source: str, media_type: str | None) -> Format:
    """The format by what the content shows, then by media type, then by suffix, else plain text."""
    shown = sniff(data)
    if shown:
        return BY_NAME[shown]
    if media_type:
        for form in BY_NAME.values():
            if form.media_type == media_type.split(";")[0].strip().lower():
                return form
    form = FORMATS.get(Path(source).suffix.lower(), BY_NAME["text"])
    if form.guarded and form.name != "mail":  # all others show what they are
        raise RefusedError(f"the suffix says {form.name}, the content does not")
    return form


def _document(extract: Extract, source: str, form: Format) -> Document:
    text = extract.text
    view = repair(text, extract.pages, extract.lines, extract.ends)
    sheet = Sheet(view, canonical=text)
    layout = choose(sheet)
    sections = outline.sections(sheet, layout.outline(sheet), extract.pages)
    head = header.read(sheet, text, sections, layout.name)
    return Document(
        id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        source=source,
        media_type=form.media_type,
        layout=layout.name,
        kind=head.kind,
        title=head.title,
        date=head.date,
        time=head.time,
        place=head.place,
        forum=head.forum,
        text=text,
        view=view,
        sections=sections,
        pages=extract.pages,
    )
