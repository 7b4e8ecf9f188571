"""The review: one question after the other, one key a verdict. Who may not write sees what is open, and why it can't be answered here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from clustergraph.errors import UsageError
from clustergraph.reports import words
from clustergraph.review.answers import Opposed
from clustergraph.review.keys import ClaimKey
from clustergraph.review.queue import KINDS, VACANT, Item
from clustergraph.server.grid import Part
from clustergraph.server.pages.session import mark, signed_in, writing
from clustergraph.server.rendering import page
from clustergraph.server.site import Site
from clustergraph.server.sitting import Sitting
from clustergraph.server.visit import Visit, endpoint, several
from clustergraph.server.words import reason

_NAME = "clustergraph_reviewer"
_TOLD = ("kind", "status", "capacity", "role", "seat", "attendance")  # what of a claim is said in the question
_LISTED = 100  # questions that are listed where nothing can be answered
_NEXT = 5  # that are shown ahead


def routes(site: Site) -> list[BaseRoute]:
    """The page, and where its forms go."""
    sitting = Sitting(site)

    def shown(visit: Visit) -> Response:
        return _page(visit, sitting)

    def written(act: Callable[[Visit, FormData, Sitting], Response]) -> Any:
        return writing(site, lambda visit, form: act(visit, form, sitting))

    return [
        Route("/review", endpoint(site, shown), methods=["GET"]),
        Route("/review/answer", written(_answer), methods=["POST"]),
        Route("/review/undo", written(_undo), methods=["POST"]),
        Route("/review/build", written(_build), methods=["POST"]),
        Route("/review/name", written(_name), methods=["POST"]),
    ]


def _page(visit: Visit, sitting: Sitting, at: str | None = None, status: int = 200, said: str = "") -> Response:
    look = sitting.look()
    only = _only(visit)
    items = [item for item in look.items if not only or item.kind in only]
    place = _place(items, at or visit.asked("at"), visit.asked("after"))
    can = signed_in(visit)
    item = items[place] if place is not None and can else None
    answer = page(
        visit, "review.html", status, counts=Counter(item.kind for item in look.items), kinds=KINDS, only=only, can=can, csrf=mark(visit),
        total=len(items), place=place, item=item, said=said, by=_by(visit), sitting=sitting,
        asked=_asked(visit, sitting, item) if item else None, sentences=sitting.sentences(item) if item else [],
        following=[(one, _question(visit, one)) for one in items[place + 1 : place + 1 + _NEXT]] if item and place is not None else [],
        open=[(one, _question(visit, one), _why(visit, one), sitting.sentences(one)[:2]) for one in items[:_LISTED]] if not can else [],
    )  # fmt: skip
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _only(visit: Visit) -> tuple[str, ...]:
    given = several(visit, ["only"]).get("only", ())
    return tuple(kind for kind in ((given,) if isinstance(given, str) else given) if kind in KINDS)


def _place(items: list[Item], at: str, after: str) -> int | None:
    """Where in the queue the visitor is: at a question, behind one, else at the first one."""
    idents = [item.id for item in items]
    if at in idents:
        return idents.index(at)
    if after in idents and idents.index(after) + 1 < len(items):
        return idents.index(after) + 1
    return 0 if items else None


# ── what is asked ─────────────────────────────────────────────────────────────────────────────────


def _question(visit: Visit, item: Item) -> str:
    kind = VACANT if item.reason == VACANT else item.kind
    left, right = (end.text for end in _ends(visit, None, item))
    return visit.say(f"review.ask.{kind}", left=left, right=right)


def _asked(visit: Visit, sitting: Sitting, item: Item) -> dict[str, Any]:
    return {"question": _question(visit, item), "ends": [end for end in _ends(visit, sitting, item) if end.text], "why": _why(visit, item)}


def _ends(visit: Visit, sitting: Sitting | None, item: Item) -> tuple[Part, Part]:
    """Both ends of a question in words, with the pages of whom they mean."""
    if not isinstance(item.key, ClaimKey):
        left, right = (Part(f"{key.name} ({key.source})", _href(visit, sitting, key.document, key.kind, key.name)) for key in item.key)
        return left, right
    key = item.key
    told = dict(key.qualifiers)
    said = [words.word(told[name], visit.lang) for name in _TOLD if name in told and told[name] not in ("member", key.subject[1])]
    subject = f"{key.subject[1]}{' (' + ', '.join(dict.fromkeys(said)) + ')' if said else ''}"
    right = Part(key.object[1], _href(visit, sitting, key.document, *key.object)) if key.object else Part("", None)
    return Part(subject, _href(visit, sitting, key.document, *key.subject)), right


def _href(visit: Visit, sitting: Sitting | None, document: str, kind: str, name: str) -> str | None:
    found = sitting.entity(document, kind, name) if sitting else None
    return visit.url(f"/page/{found}") if found else None


def _why(visit: Visit, item: Item) -> str:
    """Why it is asked, in words."""
    source = item.key.source if isinstance(item.key, ClaimKey) else ""
    if item.kind == "person":
        return visit.say("review.why.person", file=source)
    if item.kind == "seat":
        return "" if item.reason == VACANT else visit.say("review.why.seat", day=words.date(item.reason.rpartition(" ")[2], visit.lang))
    if item.kind == "reference":
        return visit.say("review.why.reference", statuses=" / ".join(words.word(one, visit.lang) for one in item.reason.split(" / ")))
    return visit.say("review.why.low", score=f"{item.score:.2f}") if item.kind == "low" else reason(visit.lang, item.reason)


# ── what is written ───────────────────────────────────────────────────────────────────────────────


def _answer(visit: Visit, form: FormData, sitting: Sitting) -> Response:
    """One verdict, then the next question."""
    ident, word = str(form.get("id", "")), str(form.get("answer", ""))
    only = [str(kind) for kind in form.getlist("only")]
    queue = [item.id for item in sitting.look().items if not only or item.kind in only]
    try:
        sitting.answer(ident, word, _by(visit))
    except Opposed as error:
        return _page(visit, sitting, ident, 409, visit.say("review.against", verdict=str(error)))
    except UsageError:
        return _page(visit, sitting, None, 409, visit.say("review.gone"))
    later = queue[queue.index(ident) + 1 :] if ident in queue else []
    return RedirectResponse(visit.url("/review", only=only, at=next(iter(later), None)), 303)


def _undo(visit: Visit, form: FormData, sitting: Sitting) -> Response:
    ident = sitting.undo(_by(visit))
    if ident is None:
        return _page(visit, sitting, None, 409, visit.say("review.nothing"))
    return RedirectResponse(visit.url("/review", only=[str(kind) for kind in form.getlist("only")], at=ident), 303)


def _build(visit: Visit, _form: FormData, sitting: Sitting) -> Response:
    sitting.build()
    return RedirectResponse(visit.url("/review"), 303)


def _name(visit: Visit, form: FormData, _sitting: Sitting) -> Response:
    """Remember in this browser who judges."""
    name = " ".join(str(form.get("by", "")).split())[:80]
    answer = RedirectResponse(visit.url("/review"), 303)
    answer.set_cookie(_NAME, name.encode().hex(), path=visit.site.prefix or "/", httponly=True, samesite="strict", max_age=365 * 24 * 3600)
    return answer


def _by(visit: Visit) -> str:
    """Who judges: what the visitor called themselves, else the site."""
    try:
        return bytes.fromhex(visit.request.cookies.get(_NAME, "")).decode() or "web"
    except ValueError:
        return "web"
