"""The table of formats, and the format that the first bytes of a file show. A new format is one module and a line here."""

from __future__ import annotations

from clustergraph.documents.formats import docx, html, mail, odt, pdf, plain, rtf, zipped
from clustergraph.documents.formats.extract import Format, RefusedError

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FORMATS = (
    Format("text", "text/plain", (".txt", ".text"), plain.extract),
    Format("markdown", "text/markdown", (".md", ".markdown"), plain.extract),
    Format("html", "text/html", (".html", ".htm", ".xhtml"), html.extract),
    Format("docx", _WORD, (".docx", ".docm"), docx.extract, guarded=True),
    Format("odt", "application/vnd.oasis.opendocument.text", (".odt",), odt.extract, guarded=True),
    Format("rtf", "application/rtf", (".rtf",), rtf.extract, guarded=True),
    Format("mail", "message/rfc822", (".eml",), mail.extract, guarded=True),
    Format("pdf", "application/pdf", (".pdf",), pdf.extract, guarded=True),
)

#: file suffix → format
FORMATS: dict[str, Format] = {suffix: form for form in _FORMATS for suffix in form.suffixes}

BY_NAME: dict[str, Format] = {form.name: form for form in _FORMATS}


def sniff(data: bytes) -> str | None:
    """The name of the format that the content shows, whatever the suffix says; None for plain text and what is not known.

    Raises :class:`RefusedError` for content that is known and no document that can be read.
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _archive(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise RefusedError("an old Office file (.doc) or an encrypted one: save it as .docx without a password")
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")):
        raise RefusedError("this is a picture, not a document")
    return "html" if html.looks_like(data) else None


def _archive(data: bytes) -> str:
    names = zipped.members(data)
    if not names:
        raise RefusedError("the file is broken: no readable archive")
    if "word/document.xml" in names:
        return "docx"
    if "content.xml" in names and b"opendocument.text" in data[:200]:
        return "odt"
    raise RefusedError("this is an archive or a file of another program, not a document")
