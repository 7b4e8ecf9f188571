"""Templates to answers: every value is escaped, every page says from which graph it was made, and is not sent twice."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache, partial
from importlib import metadata

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import Response

from clustergraph.reports import words as told
from clustergraph.server import places, shown
from clustergraph.server.contacts import masked
from clustergraph.server.visit import Visit


@cache
def environment() -> Environment:
    """The templates. Whatever a page is given is set as text."""
    made = Environment(
        loader=FileSystemLoader(places.TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    made.filters.update(date=told.date, dates_within=told.dates_within, word=told.word, column=told.column)
    made.filters.update(masked=masked, sign=shown.sign, period=shown.period, one_line=shown.one_line, head=shown.head, tail=shown.tail)
    return made


def text(visit: Visit, template: str, **context: object) -> str:
    """A template filled. It always has ``visit``, ``say``, ``url``, ``asset``, ``lang`` and ``site``."""
    given = {
        "visit": visit, "say": visit.say, "url": visit.url, "asset": partial(asset, visit), "entity": visit.entity, "lang": visit.lang,
        "site": visit.site, "style": style(),
    }  # fmt: skip
    return environment().get_template(template).render({**given, **context})


def page(visit: Visit, template: str, status: int = 200, **context: object) -> Response:
    """A page. Without more said it may be kept by nobody but the visitor, and is asked for anew each time."""
    return Response(text(visit, template, **context), status, {"Cache-Control": "no-cache"}, "text/html")


def kept(visit: Visit, kind: str, make: Callable[[], str], media: str = "text/html") -> Response:
    """An answer that follows from the graph and the address alone: made once for each, and not sent again to who has it (304).

    ``kind`` names what is made, for one address may be had in several forms.
    """
    tag = etag(visit, kind)
    headers = {"Cache-Control": "no-cache", "ETag": tag, "Vary": "Accept"}
    if tag in visit.request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    body = visit.view.kept(("answer", tag), lambda: make().encode("utf-8"))
    return Response(body, headers=headers, media_type=media)


def etag(visit: Visit, kind: str) -> str:
    """What an answer depends on, as a mark: the graph, the address, the program."""
    asked = f"{visit.request.url.path}?{visit.request.url.query}"
    whole = "\n".join([visit.view.name, version(), kind, visit.site.prefix, str(visit.site.writable), asked])
    return f'"{hashlib.sha256(whole.encode()).hexdigest()[:24]}"'


@cache
def version() -> str:
    """Which program this is."""
    return metadata.version("clustergraph")


def asset(visit: Visit, name: str) -> str:
    """The address of a file in ``static/``, with a mark of its content, so that a browser that has an older one fetches it anew."""
    return visit.url(f"/static/{name}", v=_mark(name), as_of=None, known_at=None, lang=None)


@cache
def style() -> str:
    """The mark of the style sheet that all pages share."""
    return _mark("site.css")


@cache
def _mark(name: str) -> str:
    return hashlib.sha256((places.STATIC / name).read_bytes()).hexdigest()[:8]
