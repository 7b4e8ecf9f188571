"""Small documents, claims and resolutions for tests: only what a test says, the rest as plain as can be."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from clustergraph.model import Claim, Document, Entity, Mention, Resolution, Section, Span, View, mention_key
from clustergraph.records import claim_id


def document(text: str, *, kind: str = "minutes", date: str | None = "2024-10-31", sections: tuple[Section, ...] = (), **header: Any) -> Document:
    """A document whose view is its text."""
    ident = hashlib.sha256(text.encode()).hexdigest()
    fields: dict[str, Any] = {"source": f"{ident[:8]}.txt", "media_type": "text/plain", "layout": "plain", "title": "Referat"}
    fields |= {"time": None, "place": None, "forum": None, **header}
    return Document(id=ident, kind=kind, date=date, text=text, view=View(text, (0,), (0,)), sections=sections, **fields)


def span(document: Document, quote: str) -> Span:
    """Where a quote stands first; a quote that does not stand there is an error of the test."""
    start = document.text.index(quote)
    return Span(document.id, start, start + len(quote))


def mention(document: Document, kind: Any, name: str) -> Mention:
    """A mention; its span is the name's first place, or the first letter where the text writes it otherwise."""
    start = max(0, document.text.find(name))
    return Mention(kind, name, Span(document.id, start, start + len(name)))


def claim(
    document: Document,
    kind: str,
    subject: tuple[str, str],
    obj: tuple[str, str] | None = None,
    /,
    *,
    quotes: Iterable[str] = (),
    confidence: float = 0.9,
    **qualifiers: Any,
) -> Claim:
    """A claim; ``subject`` and ``obj`` are kind and name, ``quotes`` the evidence (the subject's name where none is given)."""
    source, target = mention(document, *subject), mention(document, *obj) if obj else None
    spans = tuple(span(document, quote) for quote in quotes) or (source.span,)
    return Claim(claim_id(kind, source, target, qualifiers, spans), kind, source, target, qualifiers, spans, "tests.factories", confidence)


def entity(ident: str, label: str, **attributes: Any) -> Entity:
    """An entity; its kind is the first part of its id."""
    return Entity(ident, ident.partition("/")[0], label, attributes=attributes)


def spelled(one: Entity, *aliases: str) -> Entity:
    """The same entity with further spellings."""
    return replace(one, aliases=aliases)


def resolution(entities: Iterable[Entity], names: Mapping[tuple[Document, str, str], str]) -> Resolution:
    """A resolution from (document, mention kind, name) → entity id."""
    canonical = {mention_key(one.id, kind, name): ident for (one, kind, name), ident in names.items()}
    return Resolution({one.id: one for one in entities}, canonical)
