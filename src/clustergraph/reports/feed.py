"""What changed as an Atom feed (RFC 4287). Ids follow from what happened and days from the documents: the same answer is the same feed."""

from __future__ import annotations

import uuid
from xml.etree import ElementTree as Xml

from clustergraph.errors import UsageError
from clustergraph.reports import words
from clustergraph.reports.cells import cell
from clustergraph.reports.result import ReportResult, Row

_ATOM = "http://www.w3.org/2005/Atom"
_AUTHOR = "clustergraph"
_NEVER = "1970-01-01"


def atom(result: ReportResult, lang: str) -> str:
    """One entry a change. Raises :class:`UsageError` for a report whose rows are no changes."""
    if any("change_id" not in row for row in result.rows):
        raise UsageError(f"{result.name}: only changes can be had as a feed")
    root = Xml.Element("feed", {"xmlns": _ATOM, "xml:lang": lang})
    _text(root, "id", _urn("/".join([result.name, *(value for _, value in result.options)])))
    _text(root, "title", " · ".join([result.question, *(value for name, value in result.options if name in ("forum", "cluster", "region"))]))
    _text(root, "updated", _moment(max((row["day"] or "" for row in result.rows), default=result.latest[0])))
    _text(Xml.SubElement(root, "author"), "name", _AUTHOR)
    for row in sorted(result.rows, key=lambda row: (row["day"] or "", row["change_id"]), reverse=True):
        _entry(Xml.SubElement(root, "entry"), row, lang)
    Xml.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def _entry(entry: Xml.Element, row: Row, lang: str) -> None:
    _text(entry, "id", _urn(row["change_id"]))
    _text(entry, "title", line(row, lang))
    _text(entry, "updated", _moment(row["day"]))
    Xml.SubElement(entry, "category", term=row["section"], label=words.word(row["section"], lang))
    _text(entry, "content", "\n".join(sentences(row, lang)) or line(row, lang)).set("type", "text")


def line(row: Row, lang: str) -> str:
    """One change in a line: ``medlem ikke længere på listen: Bo Lund, Lederkredsen (medlem → –)``."""
    subject = ", ".join(part for part in (row["what"], cell(row, "who", lang) if row["who"] else None) if part)
    before, after = (cell(row, name, lang) for name in ("before", "after"))
    turned = (
        f" ({before} → {after})"
        if row["before"] and row["after"]
        else f" ({after if row['after'] else before})"
        if row["after"] or row["before"]
        else ""
    )
    return f"{words.word(row['section'], lang)}, {words.word(row['happened'], lang)}: {subject}{turned}"


def sentences(row: Row, lang: str) -> list[str]:
    """The sentences of a row, each with document, item and line."""
    marks = "«{}»" if lang == "da" else "“{}”"
    found = []
    for quote in row["quotes"]:
        place = [quote["document"]]
        place += [words.phrase("item", lang, n=quote["item"])] if quote["item"] else []
        place += [words.phrase("line", lang, n=quote["line"])] if quote["line"] is not None else []
        found.append(f"{marks.format(' '.join(quote['quote'].split()))} {', '.join(place)}")
    return found


def _text(parent: Xml.Element, name: str, value: str) -> Xml.Element:
    element = Xml.SubElement(parent, name)
    # XML has no place for control characters, which a document may hold.
    element.text = "".join(sign if sign >= " " or sign in "\n\t" else " " for sign in value)
    return element


def _moment(day: str | None) -> str:
    """The first moment of a day, of which no more than the year may be known."""
    return f"{(day or _NEVER)[:10]}{_NEVER[len((day or _NEVER)[:10]) :]}T00:00:00Z"


def _urn(key: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, key).urn
