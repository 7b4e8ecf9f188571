"""Plain text: UTF-8, UTF-16 with a mark, and as a last resort the Western code page that old Danish systems write."""

from __future__ import annotations

import codecs
import re
import unicodedata

from clustergraph.documents.formats.extract import Extract, RefusedError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DANISH = frozenset("æøåÆØÅéÉèüöäÄÖÜ§«»–—‘’“”•…´°½·\u00a0\u00ad€")

_CONTROL = re.compile(r"[\x01\x03-\x08\x0e-\x1d\x7f-\x9f]")


def extract(data: bytes) -> Extract:
    """The decoded text in NFC with newlines as line ends; raises :class:`RefusedError` for binary content or an unknown encoding."""
    return Extract(canonical(decode(data)))


def canonical(text: str) -> str:
    """NFC and newlines; a text that is so already comes back as it is."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def decode(data: bytes) -> str:
    """The text of the bytes."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError as error:
                raise RefusedError(f"the text is not valid {encoding.removesuffix('-sig').upper()} (byte {error.start})") from error
            break
    else:
        text = _without_mark(data)
    if _is_binary(text):
        raise RefusedError("this is a binary file, not a document")
    return text


def _without_mark(data: bytes) -> str:
    if b"\x00" in data[:65536]:
        raise RefusedError("this is a binary file, not a document")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            text = data.decode("latin-1")
        if not _is_plausible(text):
            raise RefusedError(f"the encoding is unknown: no UTF-8 (byte {error.start}) and no Danish text in Windows-1252") from error
        return text


def _is_plausible(text: str) -> bool:
    """Whether what is not ASCII is nearly all Danish letters and ordinary signs, and few beside plain letters."""
    beyond = [char for char in text if ord(char) > 126]
    danish = sum(1 for char in beyond if char in _DANISH)
    return danish >= 0.9 * len(beyond) and len(beyond) <= 0.3 * len(text)


def _is_binary(text: str) -> bool:
    """NUL anywhere, or more than a trace of control characters."""
    return "\x00" in text or len(_CONTROL.findall(text)) > max(2, len(text) // 200)
