"""A made history with known truth: years of meetings, told in documents of which some are corrected or withdrawn later.

People join, leave and change jobs; forums are founded, closed and reopened under the same name; references stand, lapse, are asked for and
granted again; seats are vacant. The truth of a day as known on another day is worked out from the world alone, never from the graph.
Shows that both time axes give the truth on random pairs of days, and that any order of arrival gives the same bytes. ``make bench``.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from clustergraph import pipeline
from clustergraph.graph.stores.oxigraph import lines
from clustergraph.model import Claim, Document, Mention, Span, View
from clustergraph.pipeline import Reading
from clustergraph.project import Project
from clustergraph.records import claim_id

BEGIN = date(2010, 1, 4)
REGION = "Region Midtjylland"
_WOODS = ("Elme", "Aske", "Birke", "Bøge", "Linde", "Ahorn", "Hassel", "Pile", "Røn", "Tjørne")
_GIVEN = (
    "Asta",
    "Bo",
    "Cilje",
    "Dan",
    "Ebba",
    "Finn",
    "Gry",
    "Hans",
    "Ida",
    "Jens",
    "Karla",
    "Leif",
    "Mia",
    "Nils",
    "Oda",
    "Per",
    "Rie",
    "Sune",
    "Tove",
    "Ulf",
)
_FAMILY = (
    "Krogh",
    "Lund",
    "Vang",
    "Toft",
    "Holm",
    "Dahl",
    "Skov",
    "Bæk",
    "Eng",
    "Mose",
    "Sø",
    "Kær",
    "Brink",
    "Hede",
    "Lade",
    "Rask",
    "Storm",
    "Ravn",
    "Falk",
    "Lind",
)
_TITLES = ("sundhedschef", "vicedirektør", "konsulent", "lægefaglig direktør", "afdelingschef")
_SEATS = ("praktiserende læge", "patientrepræsentant")


@dataclass(frozen=True, slots=True)
class Member:
    """One line of a list: a person, part, title and employer."""

    person: str
    capacity: str
    title: str
    employer: str
    seat: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    """A forum on a day: who sits there, what stands empty, and how its reference to the council is (``in_force lapsed requested``)."""

    members: frozenset[Member]
    vacant: frozenset[str]
    reference: str
    asked: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """One version of the minutes of one meeting: what it tells, and from when until when it counts as known."""

    name: str
    forum: str
    day: date
    told: State
    known: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class History:
    """All versions, in the order in which they became known."""

    tellings: tuple[Telling, ...]

    @property
    def forums(self) -> list[str]:
        """All forums that ever met."""
        return sorted({one.forum for one in self.tellings})

    def known(self, forum: str, day: date, at: date) -> list[Telling]:
        """The minutes of a forum up to a day that were known at another one, by date."""
        found = [t for t in self.tellings if t.forum == forum and t.day <= day and t.known <= at and (t.until is None or at < t.until)]
        return sorted(found, key=lambda one: one.day)

    def truth(self, forum: str, day: date, at: date) -> dict[str, Any]:
        """Members, vacant seats and reference of a forum on a day, as known at another one."""
        told = self.known(forum, day, at)
        if not told:
            return {"members": frozenset(), "vacant": frozenset(), "reference": frozenset()}
        last = told[-1].told
        asked = [one.day for one in told if one.told.asked]
        granted = [one.day for one in told if one.told.reference == "in_force"]
        pending = bool(asked) and not any(one > max(asked) for one in granted)
        members = frozenset((m.person, m.capacity, m.title, m.employer) for m in last.members)
        return {"members": members, "vacant": last.vacant, "reference": frozenset({last.reference, *(["requested"] if pending else [])})}


def history(meetings: int, years: int, seed: int = 7) -> History:
    """A world and what is told of it; the same arguments give the same history."""
    rng = random.Random(seed)
    names = [
        f"{given} {middle} {family}" for given, middle, family in zip(_GIVEN * 6, (_FAMILY[3:] + _FAMILY[:3]) * 6, sorted(_FAMILY * 6), strict=True)
    ]
    people = rng.sample(sorted(set(names)), 90)
    forums = [f"{wood}rådet" for wood in _WOODS[: max(3, min(len(_WOODS), meetings // 12))]]
    jobs = {person: _job(rng) for person in people}
    state = {forum: _founded(rng, forum, people, jobs) for forum in forums}
    closed: dict[str, int] = {}
    tellings: list[Telling] = []
    step = years * 365 / meetings
    for number in range(meetings):
        day = BEGIN + timedelta(days=int(number * step))
        open_forums = [forum for forum in forums if closed.get(forum, -1) < number]
        forum = rng.choice(open_forums or forums)
        if rng.random() < 0.03:
            closed[forum] = number + meetings // 8  # silent for years; then it meets again under the same name
            state[forum] = _founded(rng, forum, people, jobs)
            continue
        state[forum] = _moved(rng, state[forum], people, jobs)
        tellings += _minutes(rng, forum, day, number, state[forum])
    return History(tuple(sorted(tellings, key=lambda one: (one.known, one.name))))


def _job(rng: random.Random) -> tuple[str, str]:
    return rng.choice(_TITLES), f"{rng.choice(_WOODS)}by Hospital"


def _founded(rng: random.Random, forum: str, people: list[str], jobs: dict[str, tuple[str, str]]) -> State:
    sitting = rng.sample(people, 7)
    members = {person: Member(person, "chair" if i == 0 else "member", *jobs[person]) for i, person in enumerate(sitting)}
    vacant = frozenset(rng.sample(_SEATS, rng.randint(0, 1)))
    return State(frozenset(_seated(members, vacant).values()), vacant, "in_force", asked=False)


def _moved(rng: random.Random, old: State, people: list[str], jobs: dict[str, tuple[str, str]]) -> State:
    """What happens between two meetings: somebody comes, goes or changes job, the chair passes on, a seat falls vacant, the reference moves."""
    members = {member.person: member for member in sorted(old.members, key=lambda m: m.person)}
    for person in sorted(members):
        if rng.random() < 0.03:
            jobs[person] = _job(rng)
        members[person] = replace(members[person], title=jobs[person][0], employer=jobs[person][1])
    if rng.random() < 0.3:
        gone = rng.choice(sorted(members))
        come = rng.choice([person for person in people if person not in members])
        members[come] = Member(come, members.pop(gone).capacity, *jobs[come])
    if rng.random() < 0.15:
        members = {person: replace(member, capacity="member") for person, member in members.items()}
        new = rng.choice(sorted(members))
        members[new] = replace(members[new], capacity="chair")
    vacant = old.vacant if rng.random() > 0.2 else frozenset(rng.sample(_SEATS, rng.randint(0, len(_SEATS))))
    members = _seated(members, vacant)
    reference = old.reference if rng.random() > 0.12 else {"in_force": "lapsed", "lapsed": "in_force"}[old.reference]
    asked = reference == "lapsed" and (old.asked or rng.random() < 0.4)
    return State(frozenset(members.values()), vacant, reference, asked)


def _seated(members: dict[str, Member], vacant: frozenset[str]) -> dict[str, Member]:
    """Each seat that is not vacant is somebody's: of the first who are no chair."""
    ordinary = [person for person in sorted(members) if members[person].capacity == "member"]
    seats = dict(zip(ordinary, (seat for seat in _SEATS if seat not in vacant), strict=False))
    return {person: replace(member, seat=seats.get(person)) for person, member in members.items()}


def _minutes(rng: random.Random, forum: str, day: date, number: int, state: State) -> Iterator[Telling]:
    """The minutes of a meeting: right at once, corrected later, or withdrawn."""
    name, luck = f"m{number:04}.txt", rng.random()
    later = day + timedelta(days=rng.randint(1, 900))
    if luck < 0.1:
        slips = {m.person: replace(m, capacity="member") for m in state.members}
        vacant = frozenset(_SEATS) - state.vacant
        wrong = frozenset(_seated(slips, vacant).values())
        yield Telling(name, forum, day, replace(state, members=wrong, vacant=vacant), day, later)
        yield Telling(name, forum, day, state, later)
    else:
        yield Telling(name, forum, day, state, day, later if luck < 0.15 else None)


def read(telling: Telling, folder: Path) -> Reading:
    """The document of a telling with its claims, as reading it would give them: each claim stands on its own line."""
    told, claims = telling.told, []
    rows: list[str] = [f"Referat {telling.forum} {telling.day.isoformat()}"]

    def place(line: str) -> tuple[int, int]:
        start = sum(len(row) + 1 for row in rows)
        rows.append(line)
        return start, start + len(line)

    marks: list[tuple[str, tuple[str, str], tuple[str, str] | None, dict[str, Any], tuple[int, int]]] = []
    forum = ("forum", telling.forum)
    facts = {"kind": "minutes", "date": telling.day.isoformat(), "region": REGION}
    marks.append(("meeting", ("document", rows[0]), forum, facts, (0, len(rows[0]))))
    marks.append(("forum", forum, None, {"type": "council"}, (0, len(rows[0]))))
    for member in sorted(told.members, key=lambda m: m.person):
        here = place(f"{member.person}, {member.title}, {member.employer} ({member.capacity})")
        part = {"capacity": member.capacity, **({"seat": member.seat} if member.seat else {})}
        who, work = ("person", member.person), ("organisation", member.employer)
        marks += [("person", who, None, {}, here), ("organisation", work, None, {"type": "hospital"}, here)]
        marks += [("holds_role", who, work, {"role": member.title}, here), ("forum_role", who, forum, part, here)]
    for seat in sorted(told.vacant):
        marks.append(("forum_role", ("seat", seat), forum, {"vacant": True, "seat": seat, "capacity": "member"}, place(f"{seat}: ubesat")))
    for status in (told.reference, *(["requested"] if told.asked else [])):
        line = ("forum", "Sundhedsrådet for skoven")
        marks.append(
            ("reporting_line", forum, line, {"kind": "reports_to", "status": status}, place(f"Referencen til Sundhedsrådet for skoven: {status}"))
        )
    text = "\n".join(rows) + "\n"
    ident = hashlib.sha256(text.encode()).hexdigest()
    for kind, subject, target, qualifiers, (start, end) in marks:
        span = Span(ident, start, end)
        ends = Mention(subject[0], subject[1], span), Mention(target[0], target[1], span) if target else None  # type: ignore[arg-type]
        claims.append(Claim(claim_id(kind, ends[0], ends[1], qualifiers, (span,)), kind, *ends, qualifiers, (span,), "benchmarks.history", 1.0))
    document = Document(
        ident,
        telling.name,
        "text/plain",
        "plain",
        "minutes",
        rows[0],
        telling.day.isoformat(),
        None,
        None,
        telling.forum,
        text,
        View(text, (0,), (0,)),
    )
    return Reading(folder / telling.name, text.encode(), document, tuple(claims))


def play(project: Project, made: History, order: random.Random | None = None) -> None:
    """Take a history into a project day by day; with ``order`` the first versions come in another order, before all that changes later."""
    manifest = project.manifest
    first = [one for one in made.tellings if one.known == one.day]
    later = sorted((one for one in made.tellings if one.known != one.day), key=lambda one: (one.known, one.name))
    if order:
        order.shuffle(first)
    for telling in first:
        _, manifest = pipeline.take(project, manifest, read(telling, project.folder), today="2099-01-01")
    changes: list[tuple[date, str, Telling | None]] = [(one.known, one.name, one) for one in later]
    replaced = {one.name for one in later}
    changes += [(one.until, one.name, None) for one in first if one.until and one.name not in replaced]
    for when, name, telling in sorted(changes, key=lambda change: change[:2]):
        if telling is None:
            pipeline.remove(project, [name], today=when.isoformat())
            manifest = project.manifest
        else:
            _, manifest = pipeline.take(project, manifest, read(telling, project.folder), today=when.isoformat())


def asked(project: Project, forum: str, day: date, at: date) -> dict[str, Any]:
    """What the program answers, in the form of :meth:`History.truth`."""
    when = {"as_of": day.isoformat(), "known_at": at.isoformat(), "forum": forum}
    rows = project.report("roster", **when).rows
    lines_of = [row for row in project.report("references", **when).rows if row["from"] == forum]
    return {
        "members": frozenset((row["person"], row["capacity"], row["role"], row["organisation"]) for row in rows if row["person"]),
        "vacant": frozenset(row["seat"] for row in rows if row["vacant"]),
        "reference": frozenset(row["status"] for row in lines_of),
    }


def wrong_answers(
    project: Project, made: History, pairs: int, moments: int, seed: int = 11, spent: dict[date, float] | None = None
) -> Iterator[tuple[str, date, date, Any, Any]]:
    """Random (forum, day, known at) at which the program's answer is not the truth, with both. ``spent`` gets the seconds that each graph took."""
    rng = random.Random(seed)
    spent = {} if spent is None else spent
    span = (max(one.known for one in made.tellings) - BEGIN).days + 30
    ats = sorted(BEGIN + timedelta(days=rng.randint(0, span)) for _ in range(moments))
    for number in range(pairs):
        at, day = ats[number * moments // pairs], BEGIN + timedelta(days=rng.randint(0, span))
        forum = rng.choice(made.forums)
        if at not in spent:
            start = time.perf_counter()
            project.known(at.isoformat())
            spent[at] = time.perf_counter() - start
        truth, answer = made.truth(forum, day, at), asked(project, forum, day, at)
        if truth != answer:
            yield forum, day, at, truth, answer


def main() -> None:
    """Play the history in several orders, then ask."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meetings", type=int, default=300)
    parser.add_argument("--years", type=int, default=15)
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument("--moments", type=int, default=1000, help="different moments of knowing among the pairs")
    parser.add_argument("--orders", type=int, default=3)
    given = parser.parse_args()
    made = history(given.meetings, given.years)
    with tempfile.TemporaryDirectory() as folder:
        dumps = set()
        for number in range(given.orders):
            project = Project.create(Path(folder) / "history", "history")
            play(project, made, random.Random(number) if number else None)
            found = project.quads()
            dumps.add(hashlib.sha256("\n".join(lines(found)).encode()).hexdigest())
            print(f"order {number + 1}: {len(project.manifest.versions)} versions, {len(found)} quads", file=sys.stderr)
            if number + 1 < given.orders:
                shutil.rmtree(project.folder)
        pipeline.build(project)
        start, steps = time.perf_counter(), dict[date, float]()
        wrong = list(wrong_answers(project, made, given.pairs, given.moments, spent=steps))
        spent = time.perf_counter() - start
    print("| figure | ask | measured |")
    print("|---|---|---|")
    print(f"| orders of arrival that give other bytes, of {given.orders} | 0 | {len(dumps) - 1} |")
    print(f"| answers on (day, known at) that are not the truth, of {given.pairs} | 0 | {len(wrong)} |")
    middle, slowest = statistics.median(steps.values()), max(steps.values())
    print(f"{spent:.0f} s for the answers; {len(steps)} moments of knowing, {sum(steps.values()):.0f} s for their graphs:", file=sys.stderr)
    print(f"{middle:.2f} s in the middle, {slowest:.2f} s at most", file=sys.stderr)
    for forum, day, at, truth, answer in wrong[:5]:
        print(f"{forum} on {day} as known {at}:\n  truth  {truth}\n  answer {answer}", file=sys.stderr)
    sys.exit(1 if wrong or len(dumps) > 1 else 0)


if __name__ == "__main__":
    main()
