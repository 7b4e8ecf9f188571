"""One sitting of the review: the open questions, what was answered, and the graph that follows when nobody has answered for a while."""

from __future__ import annotations

import datetime
import json
import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace

from clustergraph import locking, records
from clustergraph.errors import ClustergraphError, UsageError
from clustergraph.explorer.neighbors import around
from clustergraph.model import Resolution, Span
from clustergraph.project import who_is_who, without_verdicts
from clustergraph.review import answers, queue
from clustergraph.review.bind import Bound
from clustergraph.review.keys import ClaimKey
from clustergraph.review.queue import Item
from clustergraph.server.contacts import masked
from clustergraph.server.site import Site

_QUIET = 5.0  # seconds without a verdict after which the graph is built
_LOG = logging.getLogger("clustergraph.server")


@dataclass(frozen=True, slots=True)
class Look:
    """The questions as they are for one state of the project's files, with what answering them takes."""

    state: tuple[object, ...]
    bound: Bound
    resolution: Resolution
    items: tuple[Item, ...]

    def place(self, ident: str) -> int | None:
        """Where a question stands in the queue; None where it is not open."""
        return next((place for place, item in enumerate(self.items) if item.id == ident), None)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words behind a question, with what stands around them and where."""

    words: str
    before: str
    after: str
    document: str
    title: str
    date: str | None
    start: int


class Sitting:
    """The review of one project, shared by all who are signed in. Each verdict is in the log before anybody is told that it is."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._look: Look | None = None
        self._done: list[tuple[int, str]] = []  # numbers of acts and the questions that they answer, for undo
        self._timer: threading.Timer | None = None
        self.waiting = 0  # verdicts that the graph does not hold yet

    @property
    def answered(self) -> int:
        """How many verdicts of this sitting stand."""
        return len(self._done)

    def look(self) -> Look:
        """The open questions now."""
        with self._site.writing:
            state = self._state()
            if self._look is None or self._look.state != state:
                bound = self._site.project.review()
                resolution = who_is_who(bound)
                self._look = Look(state, bound, resolution, tuple(queue.items(bound, resolution)))
            return self._look

    def answer(self, ident: str, word: str, by: str) -> None:
        """Write one verdict. Raises :class:`UsageError` for a question that is not open and :class:`~clustergraph.review.answers.Opposed`."""
        with self._site.writing:
            look = self.look()
            place = look.place(ident)
            if place is None or word not in answers.CLAIM:
                raise UsageError(f"{ident}: no open question")
            item = look.items[place]
            entries = answers.entries(look.bound, look.resolution, item, word, by, _now(), without_verdicts)
            project = self._site.project
            with locking.hold(project.folder):
                project.record(entries)
                number = project.log().last
            self._done.append((number, ident))
            self._changed()
            if isinstance(item.key, ClaimKey):  # who is who stays as it is
                left = (*look.items[:place], *look.items[place + 1 :])
                self._look = replace(look, state=self._state(), items=left)

    def undo(self, by: str) -> str | None:
        """Take the last verdict of this sitting back; its question is open again. None where there is none, or where somebody wrote after it."""
        with self._site.writing:
            project = self._site.project
            acts = project.log().acts
            if not self._done or not acts or acts[-1].number != self._done[-1][0]:
                return None
            with locking.hold(project.folder):
                project.undo(by, _now())
            self._changed()
            return self._done.pop()[1]

    def build(self) -> None:
        """Build the graph with all verdicts, now."""
        with self._site.writing:
            self._still()
            if self._site.rebuild is not None:
                self._site.rebuild()
            self.waiting = 0

    def sentences(self, item: Item) -> list[Sentence]:
        """The words behind a question: one place for a claim, two for a pair."""
        look = self.look()
        if isinstance(item.key, ClaimKey):
            return self._shown(look, [records.claim_from_json(json.loads(item.key.said)).evidence[0]])
        spans = []
        for document, kind, name in map(queue.parts, item.ends or ()):
            said = look.bound.said.get(document, ())
            spans += [claim.evidence[0] for claim in said if (claim.subject.kind, claim.subject.name) == (kind, name)][:1]
        return self._shown(look, spans)

    def entity(self, document: str, kind: str, name: str) -> str | None:
        """The id of the entity that a name of a document stands for."""
        found = self.look().resolution.entity(document, kind, name)
        return found.id if found else None

    def _shown(self, look: Look, spans: Sequence[Span]) -> list[Sentence]:
        held = {document.id: document for document in look.bound.documents}
        found = []
        for span in spans:
            document = held.get(span.document_id)
            if document:
                text, title = masked(document.text), masked(document.title or document.source)
                beside, words = around(text, span.start, span.end), text[span.start : span.end]
                found.append(Sentence(words, beside["before"], beside["after"], document.id, title, document.date, span.start))
        return found

    def _state(self) -> tuple[object, ...]:
        """Changes with every document and every verdict, whoever writes them."""
        folder = self._site.project.folder
        files = [folder / "documents" / "manifest.jsonl", folder / "review" / "judgements.jsonl", folder / "review" / "added.jsonl"]
        return tuple((file.stat().st_mtime_ns, file.stat().st_size) if file.exists() else None for file in files)

    def _changed(self) -> None:
        self.waiting += 1
        self._still()
        self._timer = threading.Timer(_QUIET, self._follow)
        self._timer.daemon = True
        self._timer.start()

    def _still(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _follow(self) -> None:
        try:
            self.build()
        except ClustergraphError as error:  # the verdicts are in the log; the next build takes them along
            _LOG.error("the graph was not built after a verdict: %s", error)


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
