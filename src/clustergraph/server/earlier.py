"""Building the graph of an earlier moment, in a process of its own: it takes a stranger's day, so it has an end in time and memory.

Run as a module with the folder of the project, the moment and the most memory in bytes; it ends with 0 when the graph lies where
:meth:`clustergraph.project.Project.known` looks for it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from clustergraph.errors import ClustergraphError, StoreError

_KEPT = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH")


def build(folder: Path, moment: str, seconds: float, memory_mb: int) -> None:
    """Build the graph of a moment. Raises :class:`StoreError` where that takes more than it may; nothing of it is left then."""
    command = [sys.executable, "-m", "clustergraph.server.earlier", str(folder), moment, str(memory_mb * 1024 * 1024)]
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ} | {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, env=environment, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        raise StoreError(f"the graph of that day takes more than {seconds:g} seconds to build; let the command line build it (--known-at)") from None
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise StoreError(f"the graph of that day could not be built ({told[-1] if told else 'ended'})")


def main() -> int:
    """The process."""
    import resource

    from clustergraph.project import Project

    folder, moment, memory = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        Project(folder).known(moment)
    except (ClustergraphError, MemoryError) as error:
        sys.stderr.write(f"{error or 'it needs too much memory'}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
