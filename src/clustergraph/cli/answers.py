"""The answer to a query in the forms that other programs read: the SPARQL results format in XML, and Turtle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as Xml

from clustergraph.cli import words
from clustergraph.errors import UsageError

if TYPE_CHECKING:
    from clustergraph.graph.stores import Answer

_RESULTS = "http://www.w3.org/2005/sparql-results#"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def as_xml(answer: Answer) -> str:
    """A table or a yes or no (https://www.w3.org/TR/rdf-sparql-XMLres/). Raises :class:`UsageError` for triples."""
    from clustergraph.graph.stores import Table

    root = Xml.Element("sparql", xmlns=_RESULTS)
    head = Xml.SubElement(root, "head")
    if isinstance(answer, bool):
        Xml.SubElement(root, "boolean").text = str(answer).lower()
    elif isinstance(answer, Table):
        for name in answer.variables:
            Xml.SubElement(head, "variable", name=name)
        results = Xml.SubElement(root, "results")
        for row in answer.rows:
            result = Xml.SubElement(results, "result")
            for name, term in zip(answer.variables, row, strict=True):
                if term is not None:
                    _put(Xml.SubElement(result, "binding", name=name), term)
    else:
        raise UsageError(words.say("query.triples"))
    Xml.indent(root)
    return '<?xml version="1.0"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def _put(binding: Xml.Element, term: Any) -> None:
    from clustergraph.graph.terms import Iri

    if isinstance(term, Iri):
        Xml.SubElement(binding, "uri").text = term.value
        return
    literal = Xml.SubElement(binding, "literal")
    literal.text = term.value
    if term.language:
        literal.set(_LANG, term.language)
    elif not term.datatype.value.endswith("#string"):
        literal.set("datatype", term.datatype.value)


def as_turtle(answer: Answer) -> str:
    """The triples of a CONSTRUCT or DESCRIBE. Raises :class:`UsageError` for another answer."""
    from clustergraph.graph import rdf
    from clustergraph.graph.stores import Table
    from clustergraph.graph.terms import Quad

    if isinstance(answer, (bool, Table)):
        raise UsageError(words.say("query.table"))
    return rdf.turtle(Quad(*triple) for triple in answer)
