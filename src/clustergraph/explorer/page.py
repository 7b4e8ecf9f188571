"""A drawing as one HTML file that opens from an e-mail: no request to anywhere, no script from the data.

What comes from documents is JSON in the page and is set as text by the page's own program; a Content Security Policy forbids the rest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files

from clustergraph.explorer.contents import Sight, as_json, drawn, said
from clustergraph.explorer.drawing import Drawing
from clustergraph.explorer.folds import first_sight, fold
from clustergraph.explorer.layout import arrange
from clustergraph.explorer.network import library, network
from clustergraph.explorer.story import Story
from clustergraph.explorer.words import LANGUAGES, words

_SCRIPTS = ("data", "time", "paint", "routes", "drawing", "camera", "panel", "table", "filters", "save", "story", "start")
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
    sight = Sight(folds, layout, written, lang, title, as_of, story)
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
        "data": as_json(drawn(view_data, sight)),
        "program": frame.scripts if frame else f"<script>\n{program()}</script>",
        "said": as_json(said(view_data)),
        "library": "" if frame else f'<script type="text/plain" id="library">{library()}</script>',
    }
    return _SLOT.sub(lambda m: slots[m[1][5:]] if m[1].startswith("slot.") else escape(vocabulary[m[1]]), _asset("page.html"))


def style() -> str:
    """The style sheet of the page."""
    return _asset("style.css")


def program() -> str:
    """The program of the page, which reads the data that stand in it. It draws by itself; what moves the drawing is
    :func:`~clustergraph.explorer.network.library`, which is there when the page has been read, or stands in it as text.
    """
    scripts = "\n".join(_asset(f"{name}.js") for name in _SCRIPTS)
    return f'"use strict";\n(() => {{\n{scripts}\n}})();\n'


def default_title(view_data: Drawing, vocabulary: Mapping[str, str]) -> str:
    """The question that a view answers, with the name that it was asked around."""
    focus = next((n.label for n in view_data.nodes if n.id == view_data.focus), "")
    return vocabulary[f"title.{view_data.view}"].replace("{name}", focus)


def last_day(view_data: Drawing) -> str | None:
    """The last whole day on which a line is attested; None where none is dated."""
    days = (edge.attested_last or edge.attested_first or "" for edge in view_data.edges)
    return max((day for day in days if len(day) == len("2024-10-31")), default=None)


def _printed(day: str | None) -> str:
    return ".".join(reversed(day.split("-"))) if day else ""


@cache
def _asset(name: str) -> str:
    return files("clustergraph.explorer").joinpath("page", name).read_text(encoding="utf-8")
