"""The graph to walk about in: the drawing of ``clustergraph graph`` over the living graph, with ways between two."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import escape

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from clustergraph import explorer
from clustergraph.errors import UsageError
from clustergraph.explorer import Frame
from clustergraph.queries.actors import Actor
from clustergraph.server.explored import VIEWS, Scene, named, scene, way
from clustergraph.server.rendering import asset, kept, text
from clustergraph.server.site import Site
from clustergraph.server.visit import Visit, endpoint, several

_DEEPEST = 4
_OTHERS = 6  # of those who may have been meant
_NAMES = 400
_SCRIPT = "text/javascript"


def routes(site: Site) -> list[BaseRoute]:
    """The page, and the drawing's own style and programs as files."""
    files: tuple[tuple[str, Callable[[], str], str], ...] = (
        ("drawing.css", explorer.style, "text/css"), ("drawing.js", explorer.program, _SCRIPT), ("vis-network.js", explorer.library, _SCRIPT),
    )  # fmt: skip
    return [Route("/explore", endpoint(site, explore)), *(Route(f"/explore/{name}", _file(make, media)) for name, make, media in files)]


def _file(make: Callable[[], str], media: str) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        tag = f'"{_mark(make)}"'
        headers = {"ETag": tag, "Cache-Control": "public, max-age=31536000, immutable" if "v" in request.query_params else "no-cache"}
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Response(make(), headers=headers, media_type=media)

    return answer


@cache
def _mark(make: Callable[[], str]) -> str:
    return hashlib.sha256(make().encode()).hexdigest()[:8]


def explore(visit: Visit) -> Response:
    """What is asked for, drawn; what can't be drawn is said where it was asked."""
    return kept(visit, "html", lambda: _page(visit))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is drawn, its title, what went wrong, and who else may have been meant: parameter and entity."""

    scene: Scene
    view: str
    title: str
    wrong: str = ""
    others: tuple[tuple[str, Actor], ...] = ()


def _page(visit: Visit) -> str:
    asked = _asked(visit)
    return explorer.draw(asked.scene.drawing, lang=visit.lang, title=asked.title, as_of=visit.as_of, frame=_frame(visit, asked))


def _asked(visit: Visit) -> _Asked:
    view = visit.asked("view") if visit.asked("view") in VIEWS else "references"
    focus, ends = visit.asked("focus"), [(name, visit.asked(name)) for name in ("from", "to")]
    wrong = ""
    try:
        if all(words for _, words in ends):
            meant = [(name, named(visit.view, words)) for name, words in ends]
            left, right = (found[0] for _, found in meant)
            drawn = way(visit, left, right)
            wrong = "" if drawn.drawing.edges else visit.say("explore.no_way")
            title = visit.say("explore.between", left=left.label, right=right.label)
            return _Asked(drawn, view, title, wrong, tuple((name, one) for name, found in meant for one in found[1:_OTHERS]))
        if focus:
            view = view if visit.asked("view") else "all"
            found = named(visit.view, focus)
            opened = [found[0], *(named(visit.view, one)[0] for one in _opened(visit))]
            drawn = scene(visit, view, opened, _depth(visit), _narrowing(visit))
            return _Asked(drawn, view, visit.say("explore.around", name=found[0].label), "", tuple(("focus", one) for one in found[1:_OTHERS]))
    except UsageError as error:
        wrong = str(error)
    return _Asked(scene(visit, view, [], 1, _narrowing(visit)), view, visit.say(f"explore.title.{view}"), wrong)


def _frame(visit: Visit, asked: _Asked) -> Frame:
    def own(name: str, make: Callable[[], str]) -> str:
        return visit.url(f"/explore/{name}", v=_mark(make), as_of=None, known_at=None, lang=None)

    sheets = [own("drawing.css", explorer.style), asset(visit, "explore.css")]
    programs = [own("vis-network.js", explorer.library), own("drawing.js", explorer.program), asset(visit, "explore.js")]
    icon = f'<link rel="icon" href="{escape(asset(visit, "icon.svg"))}" type="image/svg+xml">'
    style = "\n".join([icon, *(f'<link rel="stylesheet" href="{escape(address)}">' for address in sheets)])
    scripts = "\n".join(f'<script defer src="{escape(address)}"></script>' for address in programs)
    others = [(one, visit.same(**{name: one.id, "open": None})) for name, one in asked.others]
    live = json.dumps(_live(visit, asked), ensure_ascii=False).replace("<", "\\u003c").replace("&", "\\u0026")
    top = text(
        visit, "explore.html", given={name: visit.asked(name) for name in ("focus", "from", "to", "region", "cluster")}, asked=asked, views=VIEWS,
        depth=_depth(visit), opened=_opened(visit), names=_names(visit), live=live, others=others,
        as_table=visit.url("/report/references" if asked.view == "all" else f"/report/{asked.view}"),
    )  # fmt: skip
    return Frame(style, top, scripts)


def _names(visit: Visit) -> list[str]:
    """Names to choose among while one writes; all of them where there are few."""
    return sorted({actor.label for actor in visit.view.actors.by_id.values()})[:_NAMES]


def _live(visit: Visit, asked: _Asked) -> dict[str, object]:
    """What the page's own program needs beside the drawing: each node's page, and how many of its lines are not drawn."""
    focus, left = visit.asked("focus") or None, visit.asked("from") or None
    view, depth = visit.asked("view") or None, visit.asked("depth") or None
    return {
        "pages": {node.id: page for node in asked.scene.drawing.nodes if (page := visit.entity(node.id))},
        "hidden": dict(asked.scene.hidden),
        "further": visit.url("/explore", view=view, focus=focus, open=_opened(visit), depth=depth),
        "name": "open" if focus else "focus",
        "way": visit.url("/explore"),
        "from": left if left and not visit.asked("to") else None,
        "words": {key: visit.say(f"explore.{key}") for key in ("page", "open", "from_here", "center")},
    }


def _opened(visit: Visit) -> list[str]:
    given = several(visit, ["open"]).get("open", ())
    return [given] if isinstance(given, str) else list(given)


def _depth(visit: Visit) -> int:
    asked = visit.asked("depth")
    return min(_DEEPEST, max(1, int(asked))) if asked.isdecimal() else 1


def _narrowing(visit: Visit) -> dict[str, str]:
    return {name: visit.asked(name) for name in ("region", "cluster") if visit.asked(name)}
