"""A document: its text with all that was read from it where it stands, and beside it the same as a list. Each leads to the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from clustergraph.errors import InputError
from clustergraph.manifest import Version
from clustergraph.model import Claim, Document
from clustergraph.project import Project
from clustergraph.review import bind
from clustergraph.server import told
from clustergraph.server.annotated import Mark, blocks, contents
from clustergraph.server.rendering import kept, text
from clustergraph.server.site import Site
from clustergraph.server.visit import Missing, Visit, endpoint

_SHORT = 16  # signs of an id that an address holds
_IDENT = re.compile(r"[0-9a-f]{16,64}")


def routes(site: Site) -> list[BaseRoute]:
    """The page of one document."""
    return [Route("/document/{ident}", endpoint(site, document))]


@dataclass(frozen=True, slots=True)
class _Held:
    """A document as the project holds it. ``version`` is None for a fact that somebody stated by hand."""

    document: Document
    claims: Sequence[Claim]
    unread: Sequence[tuple[int, int, str]]
    version: Version | None = None
    others: Sequence[Version] = ()


def document(visit: Visit) -> Response:
    """The page, for a version in force or an earlier one."""
    ident = visit.request.path_params["ident"]
    if not _IDENT.fullmatch(ident):
        raise Missing(f"{ident}: no document of that id")
    if len(ident) > _SHORT:
        return RedirectResponse(visit.url(f"/document/{ident[:_SHORT]}"), 308)
    return kept(visit, "html", lambda: _page(visit, ident))


def _page(visit: Visit, ident: str) -> str:
    held = _held(visit.view.project, ident)
    groups = told.groups(visit, held.document, held.claims, visit.site.project.settings.base)
    marks = [Mark(span.start, span.end, number, claim.kind) for number, claim in enumerate(held.claims, 1) for span in claim.evidence]
    first = len(held.claims) + 1
    unread = [(number, start, end, reason, held.document.line_of(start)) for number, (start, end, reason) in enumerate(held.unread, first)]
    marks += [Mark(start, end, number, "unread") for number, start, end, _, _ in unread]
    forum = next((one.ends[1] for group in groups if group.kind == "meeting" for one in group.statements if len(one.ends) > 1), None)
    known = visit.view.known_at
    return text(
        visit, "document.html", held=held, document=held.document, blocks=blocks(held.document, marks), chapters=contents(held.document),
        groups=groups, unread=unread, forum=forum, facts=len(held.claims),
        later=bool(known and held.version and not held.version.was_known(known)),
    )  # fmt: skip


def _held(project: Project, ident: str) -> _Held:
    """What the project holds under the beginning of an id."""
    versions = [version for version in project.manifest.versions if version.document.startswith(ident)]
    if not versions:
        return _added(project, ident)
    try:
        found = project.document(ident)
        claims, unread = project.claims(ident), project.unread(found)
    except InputError as error:
        raise Missing(f"{ident}: this document is no longer here") from error
    version = next((one for one in versions if one.is_current), max(versions, key=lambda one: one.recorded))
    others = [one for one in project.manifest.versions if one.place == version.place and one.document != version.document]
    return _Held(found, claims, unread, version, sorted(others, key=lambda one: one.recorded, reverse=True))


def _added(project: Project, ident: str) -> _Held:
    """A fact that somebody stated by hand: its text is what its source says."""
    for fact in project.log().added:
        found, claim = bind.as_document(fact)
        if found.id.startswith(ident):
            return _Held(found, [claim], ())
    raise Missing(f"{ident}: no document of that id")
