"""What the page's program reads, as JSON: what is drawn, and apart from it what is said of that.

They are two, so that the first picture need not wait for the sentences. What is empty is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from clustergraph.explorer.drawing import Drawing, Fact, Quote
from clustergraph.explorer.folds import Fold
from clustergraph.explorer.layout import HEIGHT, PITCH_X, PITCH_Y, WIDTH, Layout
from clustergraph.explorer.network import Network
from clustergraph.explorer.story import Story
from clustergraph.explorer.words import words

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

LEAST_SCALE = 0.62  # below it a label can't be read
HANDFUL = 24  # how many nodes come out of a counted node at a time


@dataclass(frozen=True, slots=True)
class Sight:
    """How a drawing is first seen."""

    folds: Sequence[Fold]
    layout: Layout
    network: Network
    lang: str
    title: str
    as_of: str | None
    story: Story | None


def drawn(drawing: Drawing, sight: Sight) -> dict[str, Any]:
    """Nodes and lines without what is said of them, and how they are first seen."""
    story = sight.story
    return {
        "lang": sight.lang,
        "view": drawing.view,
        "title": sight.title,
        "file": re.sub(r"\W+", "-", sight.title).strip("-").lower() or "clustergraph",
        "day": sight.as_of,
        "focus": drawing.focus,
        "words": words(sight.lang),
        "nodes": [_filled(_fields(node, "facts")) for node in drawing.nodes],
        "edges": [_filled(_fields(edge, "label", "facts", "quotes")) for edge in drawing.edges],
        "folds": [{"id": f.id, "what": f.what, "members": f.members, "wide": f.node.rank in ("national", "regional")} for f in sight.folds],
        "documents": len({quote.document for quote in _quotes(drawing)}),
        "ground": {name: [_fields(box) for box in getattr(sight.layout, name)] for name in ("lanes", "regions", "bands")},
        "size": {"width": WIDTH, "height": HEIGHT, "pitch_x": PITCH_X, "pitch_y": PITCH_Y},
        "least_scale": LEAST_SCALE,
        "handful": HANDFUL,
        "network": _fields(sight.network),
        "story": {"title": story.title, "steps": [_fields(step) for step in story.steps]} if story else None,
    }


def said(drawing: Drawing) -> dict[str, Any]:
    """Facts of nodes, facts and sentences of lines, by their ids; each sentence stands once and is referred to by its number."""
    numbers = {quote: number for number, quote in enumerate(dict.fromkeys(_quotes(drawing)))}

    def facts(found: Sequence[Fact]) -> list[dict[str, Any]]:
        return [{**_fields(f, "quotes"), "quotes": [numbers[q] for q in f.quotes]} for f in found]

    return {
        "quotes": [_fields(quote) for quote in numbers],
        "nodes": {node.id: facts(node.facts) for node in drawing.nodes if node.facts},
        "edges": {e.id: {"facts": facts(e.facts), "quotes": [numbers[q] for q in e.quotes]} for e in drawing.edges if e.facts or e.quotes},
    }


def as_json(value: object) -> str:
    """JSON that can stand in a script element: nothing in it can end the element or begin a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _quotes(drawing: Drawing) -> list[Quote]:
    """The sentences in the order in which they are met; one that is met again stands again."""
    of_nodes = [quote for node in drawing.nodes for fact in node.facts for quote in fact.quotes]
    return of_nodes + [quote for edge in drawing.edges for quotes in (*(f.quotes for f in edge.facts), edge.quotes) for quote in quotes]


def _fields(thing: DataclassInstance, *without: str) -> dict[str, Any]:
    """One level of a dataclass as a dictionary."""
    return {f.name: getattr(thing, f.name) for f in fields(thing) if f.name not in without}


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, (), False)}
