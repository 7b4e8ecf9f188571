"""A reference of many that only some kept: "… har reference til klyngerne. Denne reference er kun bevaret i Fjordklyngen og i Midtklyngen."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from clustergraph.claims.bodies import Body
from clustergraph.claims.reference_grammar import Mention
from clustergraph.lexicon import references as words

if TYPE_CHECKING:
    from clustergraph.claims.reading import Reading
    from clustergraph.claims.references import Line


def kept(reading: Reading, start: int, end: int, before: list[Line]) -> Iterator[Line]:
    """For each cluster or body that kept the reference its member of the collective, in force; for the document's own cluster, where it is not
    among them and its member is named, a lapsed one.
    """
    from clustergraph.claims.references import Line

    match = words.pattern("kept", "verb").search(reading.text[start:end].casefold())
    last = next(
        (line for line in reversed(before) if line.kind == "reports_to" and line.source[2].collective and line.status in ("lapsed", "former")), None
    )
    if match is None or last is None:
        return
    line_start = reading.line_at(start)
    if line_start is None or last.evidence[0][0] < line_start.start - 1200:
        return
    before[before.index(last)] = replace(last, status="lapsed")
    collective = last.source[2]
    keepers = [m for m in reading.bodies.pointed_at(start + match.end(), end) if m[2].kind == "forum" and not m[2].collective]
    evidence = (*last.evidence, (start, end))
    for keeper in keepers:
        member = reading.bodies.member_of(collective, keeper[2]) or _implied(reading, collective, keeper[2])
        yield Line((keeper[0], keeper[1], member), keeper, last.kind, "in_force", evidence)
    own = reading.bodies.cluster
    if own is None or not keepers or own.name in {k[2].name for k in keepers}:
        return
    member_here = reading.bodies.member_of(collective, own)
    if member_here is not None:
        place: Mention = (*own.mentions[0], own)
        yield Line((*member_here.mentions[0], member_here), place, last.kind, "lapsed", evidence, confidence=0.6)


def _implied(reading: Reading, collective: Body, keeper: Body) -> Body:
    """The member of a collective that the text speaks of without a name: "PS-klyngen i Fjordklyngen"."""
    return Body(
        name=f"{reading.bodies.one_of(collective)} i {keeper.name}",
        kind="forum",
        type=collective.type,
        of=keeper.name,
        status="active",
    )
