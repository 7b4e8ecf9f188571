"""How long the program takes to start, as ratios of ``python -c "import click"`` in the same run.

Prints a table: help and a report on the built demo project, median of interleaved fresh processes. ``make bench``. Every process finds
its modules compiled, as after an installation, whatever the environment says of writing bytecode.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ASKED = {"clustergraph --help": 1.5, "clustergraph report references": 4.0}


def seconds(command: list[str], surroundings: dict[str, str]) -> float:
    """Wall-clock seconds of one fresh process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=surroundings)
    return time.perf_counter() - start


def main() -> None:
    """Build the demo project, then time the peers in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    program = str(Path(sys.executable).with_name("clustergraph"))
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, "demo", f"{folder}/demo"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        commands = {
            'python -c "import click"': [sys.executable, "-c", "import click"],
            "clustergraph --help": [program, "--help"],
            "clustergraph report references": [program, "--project", f"{folder}/demo", "report", "references", "--format", "json"],
        }
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        surroundings = {**kept, "PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
        for command in commands.values():
            seconds(command, surroundings)  # compiles
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                times[name].append(seconds(command, surroundings))
    base = statistics.median(times['python -c "import click"'])
    print(f"{'command':34}{'median ms':>10}{'ratio':>8}{'asked':>8}")
    for name, values in times.items():
        median = statistics.median(values)
        asked = f"≤ {ASKED[name]}" if name in ASKED else "1"
        print(f"{name:34}{median * 1000:10.0f}{median / base:8.2f}{asked:>8}")


if __name__ == "__main__":
    main()
