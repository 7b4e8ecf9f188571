"""What it takes to take one document into a graph of a given size, as a ratio of taking it into an empty project in the same run.

The graph is a made history (``history.py``); the document is one more of it. Prints a table. ``make bench``; the full size is ``--quads 5000000``.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from history import BEGIN, History, Telling, history, play, read

from clustergraph import pipeline
from clustergraph.project import Project

ASKED = 1.5
_QUADS_A_MEETING = 530


def filled(folder: Path, quads: int) -> tuple[Project, Telling]:
    """A project with a built graph of about so many quads, and the minutes of one meeting more."""
    meetings = max(12, quads // _QUADS_A_MEETING)
    made = history(meetings + 1, years=max(2, meetings // 20))
    *first, last = sorted(made.tellings, key=lambda one: (one.day, one.known))
    project = Project.create(folder, "increment")
    play(project, History(tuple(one for one in first if one.known == one.day and one.until is None)))
    pipeline.build(project)
    return project, last


def seconds(project: Project, telling: Telling) -> float:
    """Wall-clock seconds of taking one document in, graph and all."""
    start = time.perf_counter()
    pipeline.take(project, project.manifest, read(telling, project.folder), today=BEGIN.replace(year=2099).isoformat())
    pipeline.build(project)
    return time.perf_counter() - start


def main() -> None:
    """Fill one project, copy it a round, and time both in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quads", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    times: dict[str, list[float]] = {"empty": [], "full": []}
    with tempfile.TemporaryDirectory() as place:
        full, telling = filled(Path(place) / "full", given.quads)
        held = sum(1 for _ in full.store.quads())
        for number in range(given.rounds):
            empty = Project.create(Path(place) / f"empty{number}", "increment")
            copy = Path(shutil.copytree(full.folder, Path(place) / f"copy{number}"))
            times["empty"].append(seconds(empty, telling))
            times["full"].append(seconds(Project(copy), telling))
            for used in (empty.folder, copy):
                shutil.rmtree(used)
    middle = {name: statistics.median(found) for name, found in times.items()}
    ratio = middle["full"] / middle["empty"]
    print("| figure | ask | measured |")
    print("|---|---|---|")
    print(f"| one document into {held} quads, against into none | ≤ {ASKED} × | {ratio:.2f} × ({middle['full']:.2f} s, {middle['empty']:.2f} s) |")
    sys.exit(0 if ratio <= ASKED else 1)


if __name__ == "__main__":
    main()
