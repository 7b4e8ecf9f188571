"""The table of formats, and the format that the first bytes of a file show."""

from __future__ import annotations

from clustergraph.documents.formats import plain
from clustergraph.documents.formats.extract import Format

_FORMATS = (Format("text", "text/plain", (".txt", ".text"), plain.extract),)

#: file suffix → format
FORMATS: dict[str, Format] = {suffix: form for form in _FORMATS for suffix in form.suffixes}

BY_NAME: dict[str, Format] = {form.name: form for form in _FORMATS}


def sniff(data: bytes) -> str | None:
    """The name of the format that the content shows whatever the suffix says; None where it shows none."""
    return None
