"""Initiatives: projects, programs, trials, offers, agreements and campaigns that have a name, with what the document says of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from clustergraph.claims import (
    initiative_blocks,
    initiative_lists,
    initiative_names,
    initiative_proper,
    initiative_titles,
    meeting,
    places,
    plan_tables,
)
from clustergraph.claims.candidates import Candidate
from clustergraph.claims.initiative_facts import Told, tell
from clustergraph.claims.initiative_groups import Group, gather
from clustergraph.claims.reading import Reading
from clustergraph.model import Claim

RECOGNIZER = "initiatives"
_CONFIDENCE = {"table": 0.93, "list": 0.93, "heading": 0.85, "text": 0.8}


def recognize(reading: Reading) -> Iterator[Claim]:
    """One claim an initiative, and one for a cluster that only a list of initiatives names."""
    found = list(reading.once(groups))
    told = tell(reading, found, meeting.day_of(reading))
    _inherit(found, told)
    taken: set[str] = set()
    for group, one in zip(found, told, strict=True):
        name = group.name if group.name not in taken else f"{group.name} ({len(taken)})"
        taken.add(name)
        best = group.best
        evidence = [(best.start, best.end), *(pair for c in group.candidates for pair in c.evidence), *sorted(one.evidence)]
        yield reading.claim(
            "initiative",
            reading.mention("initiative", name, best.start, best.end),
            None,
            list(dict.fromkeys(evidence)),
            RECOGNIZER,
            _CONFIDENCE[best.source],
            aliases=list(dict.fromkeys((*group.aliases(), *one.values.pop("aliases", [])))),
            item=places.item_number(reading, best.start),
            **_qualifiers(one.values),
        )
    for cluster, start, end, line in initiative_lists.clusters(reading):
        mention = reading.mention("forum", cluster, start, end)
        written = reading.text[start:end]
        yield reading.claim(
            "forum", mention, None, [(line.start, line.end)], RECOGNIZER, 0.8, type="cluster", aliases=[written] if written != cluster else []
        )


def groups(reading: Reading) -> list[Group]:
    """The initiatives of a document with all their names, in document order."""
    return gather(reading, candidates(reading))


def named_in(reading: Reading, start: int, end: int) -> Group | None:
    """The initiative that a stretch of the view names first."""
    words = reading.text[start:end].casefold()
    found = []
    for order, group in enumerate(reading.once(groups)):
        places_found = [words.find(way.casefold()) for way in (group.name, *group.aliases()) if len(way) > 3]
        first = min((p for p in places_found if p >= 0), default=None)
        if first is not None:
            found.append((first, order, group))
    return min(found, key=lambda row: row[:2])[2] if found else None


def candidates(reading: Reading) -> list[Candidate]:
    """All names that may be an initiative's: what a table or list says takes its stretch from running text."""
    tables = [*plan_tables.find(reading), *initiative_blocks.find(reading)]
    listed = [*tables, *initiative_lists.find(reading)]
    stretches = [(c.start, c.end) for c in listed] + [pair for c in listed if c.source == "list" for pair in c.evidence]
    rows = [c.scope for c in listed if c.source == "table" and c.scope]
    running = []
    for found in initiative_names.find(reading):
        if any(found.start < end and start < found.end for start, end in stretches):
            continue
        line = reading.line_at(found.start)
        if line is not None and plan_tables.header_of(line.text):
            continue
        if found.source == "heading" and any(start <= found.start < end for start, end in rows):
            continue
        running.append(found)
    stretches += [(c.start, c.end) for c in running]
    named = (*initiative_titles.find(reading), *initiative_proper.find(reading))
    proper = [c for c in named if not any(c.start < end and start < c.end for start, end in stretches)]
    return [*listed, *running, *proper]


def _inherit(found: list[Group], told: list[Told]) -> None:
    """The trial of one cluster runs when the trial of all does."""
    for group, one in zip(found, told, strict=True):
        if group.best.source != "list" or " i " not in group.name:
            continue
        head = group.name.split(" i ")[0]
        whole = next((t for g, t in zip(found, told, strict=True) if g.name == head and g.items & group.items), None)
        if whole is not None:
            for name in ("start", "end"):
                if name in whole.values:
                    one.values[name] = whole.values[name]
            one.values["status"] = whole.values["status"]
            one.evidence.extend(e for e in whole.evidence if e not in one.evidence)


def _qualifiers(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if not name.startswith("_")}
