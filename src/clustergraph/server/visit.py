"""One request as a page sees it: the graph asked for, the language, the words, and links that keep both times."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from clustergraph.errors import UsageError
from clustergraph.queries.parameters import day
from clustergraph.reports.words import date
from clustergraph.server import addresses, words
from clustergraph.server.site import Site
from clustergraph.server.views import View

MENU = (
    ("/search", "nav.search"), ("/report", "nav.reports"), ("/query", "nav.queries"), ("/changes", "nav.changes"), ("/explore", "nav.explore"),
    ("/editor", "nav.editor"), ("/review", "nav.review"), ("/upload", "nav.upload"), ("/help", "nav.help"),
)  # fmt: skip
"""The menu, in its order: path and key of the word. What has no route is not shown."""


class Missing(UsageError):
    """What was asked for is not here (404)."""


class Visit:
    """A request for a page. ``as_of`` is a full ISO day or None, ``known_at`` as the visitor wrote it; both are checked by :attr:`view`."""

    def __init__(self, site: Site, request: Request) -> None:
        self.site = site
        self.request = request
        asked = request.query_params
        self.lang = asked.get("lang", "") if asked.get("lang") in words.LANGUAGES else words.LANGUAGES[0]
        self.as_of = day(asked["as_of"], "as_of") if asked.get("as_of") else None
        self.known_at = asked.get("known_at") or None
        kept = {"as_of": self.as_of, "known_at": self.known_at, "lang": asked.get("lang") if self.lang == asked.get("lang") else None}
        self.kept = {name: value for name, value in kept.items() if value}

    @classmethod
    def plain(cls, site: Site, request: Request) -> Visit:
        """The same request without its times, for telling that they can't be read."""
        return cls(site, Request({**request.scope, "query_string": b"lang=en" if request.query_params.get("lang") == "en" else b""}))

    @cached_property
    def view(self) -> View:
        """The graph that is asked for."""
        return self.site.view(self.known_at)

    def url(self, path: str, **params: object) -> str:
        """An address within the site that keeps both times and the language; None takes one of them away."""
        return addresses.url(self.site.prefix, path, self.kept, params)

    def same(self, **params: object) -> str:
        """The same address with other parameters; None takes one away."""
        return self._with(self._path, params)

    def _with(self, path: str, params: Mapping[str, object]) -> str:
        asked = self.request.query_params
        now = {name: [value for value in asked.getlist(name) if value] for name in asked if name not in addresses.KEPT}
        return self.url(path, **{**now, **params})

    def same_as(self, form: str) -> str:
        """The same address in another form: ``csv``, ``json``, ``atom``."""
        return self._with(self._path + f".{form}", {"page": None})

    @property
    def bare(self) -> str:
        """The path of this page without anything asked of it: where its forms lead."""
        return addresses.url(self.site.prefix, self._path, {}, {})

    @property
    def others(self) -> list[tuple[str, str]]:
        """What the address asks beside the two times, for a form that changes these."""
        return [(name, value) for name, value in self.request.query_params.multi_items() if value and name not in ("as_of", "known_at", "page")]

    @property
    def _path(self) -> str:
        # One slash at the beginning: two would make an address of another site of it.
        return "/" + str(self.request.scope["path"]).removeprefix(self.site.prefix).lstrip("/\\")

    def here(self, path: str) -> bool:
        """Whether this page is the one at a path, or below it."""
        now = self._path
        return now == path or (path != "/" and now.startswith(f"{path}/"))

    @property
    def menu(self) -> list[tuple[str, str]]:
        """The pages of the menu that there are: path and key of the word."""
        return [(path, key) for path, key in MENU if path in self.site.navigation and (path != "/upload" or self.site.writable)]

    def say(self, key: str, **values: object) -> str:
        """A message in the visitor's language."""
        return words.say(self.lang, key, **values)

    @property
    def when(self) -> str:
        """Of which day and which moment the page is, in words."""
        if not self.as_of and not self.known_at:
            return self.say("time.now")
        day = date(self.as_of, self.lang) if self.as_of else self.say("time.latest")
        return self.say("time.then", as_of=day, known_at=date(self.known_at, self.lang) if self.known_at else self.say("time.today"))

    def asked(self, name: str) -> str:
        """A parameter of the address, without blanks around it; empty where it is not given."""
        return (self.request.query_params.get(name) or "").strip()

    @property
    def page(self) -> int:
        """Which page of a long answer is asked for, from 1; the first where the address says nothing that is a number."""
        asked = self.asked("page")
        return max(1, int(asked)) if re.fullmatch("[0-9]{1,9}", asked) else 1

    def entity(self, iri: str | None, **params: object) -> str | None:
        """The address of an entity's page; None where there is no entity."""
        slug = addresses.slug_of(iri or "")
        return self.url(f"/page/{slug}", **params) if slug else None

    def place(self, quote: Mapping[str, Any]) -> str:
        """Where a sentence stands: its document's page, at the place where the sentence begins."""
        return self.url(f"/document/{quote['document_id'].rpartition('/')[2]}", anchor=f"at-{quote['start']}")


Handler = Callable[[Visit], Response]


def endpoint(site: Site, handler: Handler) -> Callable[[Request], Response]:
    """A handler of visits as an endpoint. It runs in a thread, so it may wait for the store."""

    def answer(request: Request) -> Response:
        return handler(Visit(site, request))

    return answer


def several(visit: Visit, names: Sequence[str]) -> dict[str, Any]:
    """The parameters of these names that are given: those given more than once as a tuple."""
    found: dict[str, Any] = {}
    for name in names:
        values = tuple(value.strip() for value in visit.request.query_params.getlist(name) if value.strip())
        if values:
            found[name] = values[0] if len(values) == 1 else values
    return found
