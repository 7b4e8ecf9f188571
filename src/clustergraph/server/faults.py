"""What goes wrong, told to the visitor: as a page, or as JSON where a program asks."""

from __future__ import annotations

import logging

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from clustergraph.errors import ClustergraphError, InputError, StoreError, UsageError
from clustergraph.server.rendering import page
from clustergraph.server.site import Site
from clustergraph.server.visit import Missing, Visit

_KNOWN = (400, 403, 404, 405, 406, 413, 421, 503)


def status_of(error: Exception) -> int:
    """The HTTP status that an error means."""
    if isinstance(error, HTTPException):
        return error.status_code
    for kind, status in ((Missing, 404), (UsageError, 400), (StoreError, 503), (InputError, 404), (ClustergraphError, 500)):
        if isinstance(error, kind):
            return status
    return 500


def answer(site: Site, request: Request, error: Exception) -> Response:
    """An error as an answer. What is our own mistake is told without a word of what it was; the log has it."""
    status = status_of(error)
    headers = dict(getattr(error, "headers", None) or {})
    told = "" if status == 500 else str(error) if isinstance(error, ClustergraphError) else str(getattr(error, "detail", ""))
    if status == 500:
        logging.getLogger("clustergraph.server").error("%s %s", request.method, request.url.path, exc_info=error)
    if wants_json(request):
        return JSONResponse({"error": told or "error", "status": status}, status, headers)
    visit = Visit.plain(site, request)
    key = f"fault.{status}" if status in _KNOWN else "fault.500"
    found = page(visit, "fault.html", status, heading=visit.say(key), told=told if isinstance(error, ClustergraphError) else "")
    found.headers.update(headers)
    return found


def wants_json(request: Request) -> bool:
    """Whether a program asks: by the address, or by what it accepts."""
    path, accepted = request.url.path, request.headers.get("accept", "")
    return "/api" in path or path.endswith((".json", "/health", "/reconcile")) or ("json" in accepted and "html" not in accepted)
