"""Claims of invented documents, short to write."""

from __future__ import annotations

import hashlib
from typing import Any

from clustergraph.entities import resolve
from clustergraph.model import Claim, Document, Mention, MentionKind, Resolution, Span, View
from clustergraph.records import claim_id


class Minutes:
    """One document being written: each method adds a claim."""

    def __init__(
        self, name: str, *, region: str | None = None, cluster: str | None = None, forum: str | None = None, date: str | None = None
    ) -> None:
        text = f"{name}\n"
        ident = hashlib.sha256(text.encode()).hexdigest()
        self.document = Document(ident, f"{name}.txt", "text/plain", "plain", "minutes", name, date, None, None, None, text, View(text, (0,), (0,)))
        self.claims: list[Claim] = []
        self.add("meeting", "document", name, "forum", forum, region=region, cluster=cluster, date=date)

    def add(self, kind: str, sort: MentionKind, name: str, other: MentionKind | None = None, whom: str | None = None, **more: Any) -> Minutes:
        span = Span(self.document.id, 0, 1)
        subject = Mention(sort, name, span)
        obj = Mention(other, whom, span) if other and whom else None
        kept = {key: value for key, value in more.items() if value is not None}
        self.claims.append(Claim(claim_id(kind, subject, obj, kept, (span,)), kind, subject, obj, kept, (span,), "test"))
        return self

    def forum(self, name: str, **more: Any) -> Minutes:
        return self.add("forum", "forum", name, **more)

    def organisation(self, name: str, **more: Any) -> Minutes:
        return self.add("organisation", "organisation", name, **more)

    def person(self, name: str, role: str | None = None, employer: str | None = None, forum: str | None = None, **more: Any) -> Minutes:
        self.add("person", "person", name, **more)
        if employer:
            self.organisation(employer)
        if role or employer:
            self.add("holds_role", "person", name, "organisation", employer, role=role)
        if forum:
            self.add("forum_role", "person", name, "forum", forum, capacity="member")
        return self

    def initiative(self, name: str, **more: Any) -> Minutes:
        return self.add("initiative", "initiative", name, **more)


def resolved(*minutes: Minutes, **options: Any) -> Resolution:
    return resolve([m.document for m in minutes], {m.document.id: m.claims for m in minutes}, **options)


def entity(resolution: Resolution, minutes: Minutes, kind: str, name: str) -> str:
    found = resolution.entity(minutes.document.id, kind, name)
    assert found is not None, f"{name} has no entity"
    return found.id
