"""A drawing as one HTML file that opens from an e-mail: no request to anywhere, no script from the data.

What comes from documents is JSON in the page and is set as text by the page's own program; a Content Security Policy forbids the rest.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from clustergraph.explorer.drawing import Drawing, Fact, Quote
from clustergraph.explorer.folds import Fold, first_sight, fold
from clustergraph.explorer.layout import HEIGHT, PITCH_X, PITCH_Y, WIDTH, Layout, arrange
from clustergraph.explorer.network import Network, library, network
from clustergraph.explorer.story import Story
from clustergraph.explorer.words import LANGUAGES, words

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

LEAST_SCALE = 0.62  # below it a label can't be read
HANDFUL = 24  # how many nodes come out of a counted node at a time
_SCRIPTS = ("data", "time", "paint", "routes", "drawing", "panel", "table", "filters", "save", "story", "start")
_FORMS = {"in_force": "solid", "over": "dotted", "asked": "dashed"}
_POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"
_SLOT = re.compile(r"\{\{([\w.]+)\}\}")


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a drawing on a page that is served, as HTML: links to its style sheets, what comes above it, links to its programs."""

    style: str
    top: str
    scripts: str


def draw(
    view_data: Drawing,
    *,
    lang: str = "da",
    title: str | None = None,
    as_of: str | None = None,
    story: Story | None = None,
    frame: Frame | None = None,
) -> str:
    """The page of a drawing as HTML. ``as_of`` (ISO day) is the day first shown; without it the last day that a document attests.

    With a ``story`` the page begins with its first step. Without a ``frame`` it holds its style and programs itself and opens from anywhere.
    """
    lang = lang if lang in LANGUAGES else "da"
    vocabulary = words(lang)
    title = title or (story.title if story else "") or default_title(view_data, vocabulary)
    folds = fold(view_data)
    nodes, edges = first_sight(view_data, folds)
    layout = arrange(nodes, edges)
    written = network(nodes, edges, layout.positions)
    as_of = as_of or last_day(view_data)
    day = _printed(as_of)
    slots = {
        "lang": lang,
        "title": escape(title),
        "when": f"{escape(vocabulary['valid'])} <span data-day>{day}</span> · " if day else "",
        "day": day,
        "legend_day": escape(vocabulary["legend.day"]).replace("{day}", f"<span data-day>{day}</span>") if day else "",
        "statuses": "".join(
            f'<li><span class="sample {form}" aria-hidden="true"></span>{escape(vocabulary["legend." + name])}</li>' for name, form in _FORMS.items()
        ),
        "kinds": "".join(
            f'<li><span class="mark kind-{escape(kind)}" aria-hidden="true"></span>{escape(vocabulary.get("kindof." + kind, kind))}</li>'
            for kind in [*dict.fromkeys(sorted(n.kind for n in view_data.nodes)), *(["fold"] if folds else [])]
        ),
        "policy": "" if frame else f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        "style": frame.style if frame else f"<style>{style()}</style>",
        "top": frame.top if frame else "",
        "data": _json({**_data(view_data, folds, layout, written, lang, title, as_of), "story": _told(story)}),
        "scripts": frame.scripts if frame else f"<script>{library()}</script>\n<script>\n{program()}</script>",
    }
    return _SLOT.sub(lambda m: slots[m[1][5:]] if m[1].startswith("slot.") else escape(vocabulary[m[1]]), _asset("page.html"))


def style() -> str:
    """The style sheet of the page."""
    return _asset("style.css")


def program() -> str:
    """The program of the page, which reads the data that stand in it. It needs :func:`~clustergraph.explorer.network.library` before it."""
    scripts = "\n".join(_asset(f"{name}.js") for name in _SCRIPTS)
    return f'"use strict";\n(() => {{\n{scripts}\n}})();\n'


def _told(story: Story | None) -> dict[str, Any] | None:
    return {"title": story.title, "steps": [_fields(step) for step in story.steps]} if story else None


def default_title(view_data: Drawing, vocabulary: Mapping[str, str]) -> str:
    """The question that a view answers, with the name that it was asked around."""
    focus = next((n.label for n in view_data.nodes if n.id == view_data.focus), "")
    return vocabulary[f"title.{view_data.view}"].replace("{name}", focus)


def last_day(view_data: Drawing) -> str | None:
    """The last whole day on which a line is attested; None where none is dated."""
    days = (edge.attested_last or edge.attested_first or "" for edge in view_data.edges)
    return max((day for day in days if len(day) == len("2024-10-31")), default=None)


def _data(view_data: Drawing, folds: Sequence[Fold], layout: Layout, written: Network, lang: str, title: str, as_of: str | None) -> dict[str, Any]:
    """What the page's program reads; each sentence stands once and is referred to by its number."""
    quotes: dict[Quote, int] = {}

    def number(quote: Quote) -> int:
        return quotes.setdefault(quote, len(quotes))

    def facts(found: Sequence[Fact]) -> list[dict[str, Any]]:
        return [{**_fields(f, "quotes"), "quotes": [number(q) for q in f.quotes]} for f in found]

    nodes = [{**_fields(n, "facts"), "facts": facts(n.facts)} for n in view_data.nodes]
    edges = [{**_fields(e, "facts", "quotes"), "facts": facts(e.facts), "quotes": [number(q) for q in e.quotes]} for e in view_data.edges]
    return {
        "lang": lang,
        "view": view_data.view,
        "title": title,
        "file": re.sub(r"\W+", "-", title).strip("-").lower() or "clustergraph",
        "day": as_of,
        "focus": view_data.focus,
        "words": words(lang),
        "nodes": nodes,
        "edges": edges,
        "folds": [{"id": f.id, "what": f.what, "members": f.members, "wide": f.node.rank in ("national", "regional")} for f in folds],
        "quotes": [_fields(q) for q in quotes],
        "documents": len({q.document for q in quotes}),
        "ground": {name: [_fields(box) for box in getattr(layout, name)] for name in ("lanes", "regions", "bands")},
        "size": {"width": WIDTH, "height": HEIGHT, "pitch_x": PITCH_X, "pitch_y": PITCH_Y},
        "least_scale": LEAST_SCALE,
        "handful": HANDFUL,
        "network": {"nodes": written.nodes, "edges": written.edges, "options": written.options},
    }


def _fields(thing: DataclassInstance, *without: str) -> dict[str, Any]:
    """One level of a dataclass as a dictionary."""
    return {f.name: getattr(thing, f.name) for f in fields(thing) if f.name not in without}


def _json(value: object) -> str:
    """JSON that can stand in a script element: nothing in it can end the element or begin a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _printed(day: str | None) -> str:
    return ".".join(reversed(day.split("-"))) if day else ""


@cache
def _asset(name: str) -> str:
    return files("clustergraph.explorer").joinpath("page", name).read_text(encoding="utf-8")
