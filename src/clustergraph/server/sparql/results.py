"""Answers as bytes: tables and yes or no in the four forms of SPARQL 1.1, triples in those of RDF. Used in the worker."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from clustergraph.errors import QueryError
from clustergraph.graph.stores import Answer, Table
from clustergraph.graph.stores.oxigraph import serialize
from clustergraph.graph.terms import Iri, Literal, Triple
from clustergraph.queries.run import value

if TYPE_CHECKING:
    from clustergraph.graph.stores import Row

_STRING = "http://www.w3.org/2001/XMLSchema#string"
_LANGUAGE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(answer: Answer, form: str) -> bytes:
    """An answer in a form (``json xml csv tsv`` of tables, ``json xml`` of yes or no, ``ttl nt rdf …`` of triples).

    Raises :class:`~clustergraph.errors.QueryError` where the form can't say it.
    """
    if isinstance(answer, bool):
        return _BOOLEANS[form](answer)
    if isinstance(answer, Table):
        return _TABLES[form](answer)
    found = serialize(sorted((Triple(*triple) for triple in answer), key=str), form)
    return _well_formed(found) if form == "rdf" else found


def _well_formed(text: bytes) -> bytes:
    """RDF/XML has no word for some addresses of properties and no sign for control characters; what is none is not given out."""
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(text, True)
    except expat.ExpatError as error:
        raise QueryError("the answer can't be written as RDF/XML; ask for another form") from error
    return text


def _json(table: Table) -> bytes:
    rows = [{name: _json_term(term) for name, term in zip(table.variables, row, strict=True) if term is not None} for row in table]
    return _dumps({"head": {"vars": list(table.variables)}, "results": {"bindings": rows}})


def _json_term(term: Any) -> dict[str, Any]:
    if isinstance(term, Iri):
        return {"type": "uri", "value": term.value}
    if isinstance(term, Literal):
        found = {"type": "literal", "value": term.value}
        if term.language:
            return {**found, "xml:lang": term.language}
        return found if term.datatype.value == _STRING else {**found, "datatype": term.datatype.value}
    if isinstance(term, Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}
    return {"type": "bnode", "value": term.value}


def _dumps(found: Any) -> bytes:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _xml(table: Table) -> bytes:
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in table.variables)
    rows = "\n".join(_xml_row(table.variables, row) for row in table)
    return _document(f"<head>{head}</head>\n<results>\n{rows}\n</results>")


def _xml_row(names: tuple[str, ...], row: Row) -> str:
    bound = ((name, term) for name, term in zip(names, row, strict=True) if term is not None)
    return f"<result>{''.join(f'<binding name={quoteattr(name)}>{_xml_term(term)}</binding>' for name, term in bound)}</result>"


def _xml_term(term: Any) -> str:
    if isinstance(term, Iri):
        return f"<uri>{_text(term.value)}</uri>"
    if isinstance(term, Literal):
        kind = f" xml:lang={quoteattr(term.language)}" if term.language else ""
        if not kind and term.datatype.value != _STRING:
            kind = f" datatype={quoteattr(term.datatype.value)}"
        return f"<literal{kind}>{_text(term.value)}</literal>"
    if isinstance(term, Triple):
        parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
        return f"<triple>{''.join(f'<{name}>{_xml_term(part)}</{name}>' for name, part in parts)}</triple>"
    return f"<bnode>{_text(term.value)}</bnode>"


def _text(value: str) -> str:
    """A text in XML: a line end that XML would change is written out, and what XML has no sign for is shown as missing."""
    return escape(_NOT_XML.sub("\ufffd", value), {"\r": "&#13;"})


def _document(inside: str) -> bytes:
    namespace = "http://www.w3.org/2005/sparql-results#"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="{namespace}">\n{inside}\n</sparql>\n'.encode()


def _csv(table: Table) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.variables)
    writer.writerows([_plain(term) for term in row] for row in table)
    return out.getvalue().encode("utf-8", "replace")


def _plain(term: Any) -> str:
    if term is None:
        return ""
    if isinstance(term, Iri | Literal):
        return str(term.value)
    return str(term)


def _tsv(table: Table) -> bytes:
    lines = ["\t".join(f"?{name}" for name in table.variables)]
    lines += ["\t".join("" if term is None else str(term) for term in row) for row in table]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def _rows(table: Table) -> bytes:
    """As plain values, for a page of ours."""
    return _dumps({"columns": table.variables, "rows": [[value(term) for term in row] for row in table]})


_TABLES: dict[str, Callable[[Table], bytes]] = {"json": _json, "xml": _xml, "csv": _csv, "tsv": _tsv, "rows": _rows}
_BOOLEANS: dict[str, Callable[[bool], bytes]] = {
    "json": lambda found: _dumps({"head": {}, "boolean": found}),
    "xml": lambda found: _document(f"<head/>\n<boolean>{str(found).lower()}</boolean>"),
}
