"""How quick the pages are: 20 connections at once ask one process for entities, searches and narrowed reports.

``python benchmarks/server.py PROJECT`` starts ``clustergraph serve`` on the project, waits until all has been read, asks each kind for some seconds
and prints median, 99th percentile and answers a second. ``--ask`` fails where the median is above 150 ms or the 99th percentile above 500 ms.
"""

from __future__ import annotations

import argparse
import http.client
import random
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from clustergraph.project import Project
from clustergraph.queries.actors import Actors

PORT = 8765
REPORTS = ("references", "roster", "roles", "initiatives", "decisions", "money", "gaps", "attendance", "meetings", "coverage")
MEDIAN, LAST = 150, 500  # milliseconds


def addresses(project: Project, seed: int = 1) -> dict[str, list[str]]:
    """Kind of page → addresses: entities and names drawn at random, and each report narrowed to three clusters."""
    draw, actors = random.Random(seed), Actors.load(project.store).by_id
    some = draw.sample(sorted(actors), min(400, len(actors)))
    words = [" ".join(actors[iri].label.split()[: draw.choice((1, 2))]) for iri in some[:300]]
    clusters = [iri.partition("/id/")[2] for iri, actor in actors.items() if actor.kind == "cluster"] or [""]
    return {
        "entities": [f"/page/{iri.partition('/id/')[2]}" for iri in some],
        "search": [f"/search?q={quote(word)}" for word in words],
        "reports": [f"/report/{name}?cluster={quote(draw.choice(clusters))}" for name in REPORTS for _ in range(3)],
    }


@contextmanager
def served(folder: Path) -> Iterator[None]:
    """The service on a project, once everything has been read."""
    command = [sys.executable, "-m", "clustergraph", "--project", str(folder), "serve", "--port", str(PORT)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        begun = time.perf_counter()
        while not ready():
            time.sleep(0.5)
        print(f"ready after {time.perf_counter() - begun:.0f} s", file=sys.stderr)
        yield
    finally:
        process.terminate()
        process.wait(20)


def ready() -> bool:
    """Whether a search shows sentences too: they are read last."""
    try:
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=300)
        connection.request("GET", "/search?q=klynge")
        answer = connection.getresponse()
        answer.read()
    except OSError:
        return False
    return answer.status == 200 and answer.getheader("Cache-Control") != "no-store"


def asked(paths: Sequence[str], seconds: float, users: int) -> list[float]:
    """The milliseconds of each answer; every user asks one after the other over a connection of its own."""
    times: list[float] = []
    until = time.perf_counter() + seconds

    def user(number: int) -> None:
        connection, place = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60), number * 7
        while time.perf_counter() < until:
            begun = time.perf_counter()
            connection.request("GET", paths[place % len(paths)])
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 200, paths[place % len(paths)]
            times.append((time.perf_counter() - begun) * 1000)
            place += users + 1
        connection.close()

    threads = [threading.Thread(target=user, args=(number,)) for number in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(times)


def main() -> int:
    """Measure and print a line a kind of page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=Path)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--ask", action="store_true")
    given = parser.parse_args()
    kinds, missed = addresses(Project(given.project)), False
    print("| page | median | 99th percentile | a second |\n|---|---|---|---|")
    with served(given.project):
        for kind, paths in kinds.items():
            asked(paths, given.seconds, given.users)  # each address is worked out once, then kept: the second round is told
            times = asked(paths, given.seconds, given.users)
            median, last = statistics.median(times), times[int(len(times) * 0.99)]
            missed |= median > MEDIAN or last > LAST
            print(f"| {kind}, {len(set(paths))} different | {median:.0f} ms | {last:.0f} ms | {len(times) / given.seconds:.0f} |")
    return int(missed and given.ask)


if __name__ == "__main__":
    sys.exit(main())
