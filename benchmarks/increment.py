"""What it takes to take one document into a graph of a given size, as a ratio of taking it into an empty project in the same run.

The graph is made of worlds (``history.py``), each with its own forums and people and fifteen years of meetings, all of one region and under one
council; the documents are more of them. Prints a table. ``make bench``; the full size is ``--quads 5000000``.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from history import History, Member, State, Telling, history, read

from clustergraph import pipeline, records
from clustergraph.manifest import Manifest, Version
from clustergraph.pipeline import Reading
from clustergraph.project import Project

ASKED = 1.5
_QUADS_A_MEETING = 465
_MEETINGS, _YEARS = 300, 15  # of one world
_SYLLABLES = ("bor", "dal", "fel", "gren", "hav", "kil", "lun", "mar", "nør", "pil", "ros", "sten", "tor", "vig", "ås", "ør")


def worlds(meetings: int) -> list[Telling]:
    """So many minutes of as many worlds as it takes; the last is of the last meeting of all."""
    found: list[Telling] = []
    number = 0
    while len(found) < meetings:
        left = min(_MEETINGS, meetings - len(found))
        made: History = history(max(left, 12), max(2, round(_YEARS * left / _MEETINGS)), seed=number)
        found += [_moved(one, number) for one in made.tellings if one.known == one.day and one.until is None][:left]
        number += 1
    return found


def _moved(one: Telling, world: int) -> Telling:
    """The minutes with the names of a world of its own."""
    tail = _SYLLABLES[world % 16] + (_SYLLABLES[world // 16 % 16] if world >= 16 else "")

    def person(name: str) -> str:
        given, middle, family = name.split()
        return f"{given} {middle}{tail} {family}{tail}"

    def member(m: Member) -> Member:
        return replace(m, person=person(m.person), employer=m.employer.replace("by ", f"by{tail} "))

    told: State = replace(one.told, members=frozenset(map(member, one.told.members)))
    return replace(one, name=f"w{world:03}-{one.name}", forum=one.forum.replace("rådet", f"{tail}rådet"), told=told)


def fill(project: Project, tellings: list[Telling]) -> None:
    """What taking the documents in one by one would leave in the folder, without waiting for the disk each time."""
    versions = []
    for telling in tellings:
        reading = read(telling, project.folder)
        document = reading.document
        assert document is not None
        key = document.id[:16]
        rows = sorted(records.dumps(records.claim_to_json(claim)) for claim in reading.claims)
        (project.folder / "text" / f"{key}.txt").write_text(document.text, encoding="utf-8")
        (project.folder / "text" / f"{key}.json").write_text(records.dumps(records.document_to_json(document)) + "\n", encoding="utf-8")
        (project.folder / "claims" / f"{key}.jsonl").write_text("".join(row + "\n" for row in rows), encoding="utf-8")
        day = telling.day.isoformat()
        versions.append(Version(document.id, telling.name, telling.name, f"{key}-{telling.name}", document.id, day, document.forum, day))
    project.save_manifest(Manifest(tuple(sorted(versions, key=lambda v: v.source))))


def seconds(project: Project, reading: Reading) -> float:
    """Wall-clock seconds of taking one document in, graph and all."""
    start = time.perf_counter()
    pipeline.take(project, project.manifest, reading, today="2099-01-01")
    pipeline.build(project)
    return time.perf_counter() - start


def main() -> None:
    """Fill one project, then take one more document after the other into it and into an empty one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quads", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", help="where the filled project is kept for another run")
    given = parser.parse_args()
    made = worlds(max(12, given.quads // _QUADS_A_MEETING) + given.rounds)
    first, more = made[: -given.rounds], made[-given.rounds :]
    times: dict[str, list[float]] = {"empty": [], "full": []}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(given.folder or f"{place}/full")
        if not (folder / "clustergraph.toml").exists():
            full = Project.create(folder, "increment")
            fill(full, first)
            start = time.perf_counter()
            pipeline.build(full)
            print(f"{len(first)} documents built in {time.perf_counter() - start:.0f} s", file=sys.stderr)
        full = Project(folder)
        held = len(full.store)
        for number, telling in enumerate(more):
            reading = read(telling, full.folder)
            times["empty"].append(seconds(Project.create(Path(place) / f"empty{number}", "increment"), reading))
            times["full"].append(seconds(full, reading))
    print(" ".join(f"{name} {', '.join(f'{one:.2f}' for one in found)}" for name, found in times.items()), file=sys.stderr)
    middle = {name: statistics.median(found) for name, found in times.items()}
    ratio = middle["full"] / middle["empty"]
    print("| figure | ask | measured |")
    print("|---|---|---|")
    print(f"| one document into {held} quads, against into none | ≤ {ASKED} × | {ratio:.2f} × ({middle['full']:.2f} s, {middle['empty']:.2f} s) |")
    sys.exit(0 if ratio <= ASKED else 1)


if __name__ == "__main__":
    main()
