"""Parsing in a child process with limits of memory and time, for formats whose files may be built to harm.

Run as a module, it is the child: the name of a format as argument, the file on standard input, the extract as JSON on standard output.
"""

from __future__ import annotations

import json
import subprocess
import sys

from clustergraph.documents.formats.extract import Extract, RefusedError, ScannedError

SECONDS = 60
MEMORY = 1_500_000_000


def extract(name: str, data: bytes) -> Extract:
    """What the format ``name`` reads from the bytes; raises :class:`RefusedError` also where the child runs out of time or memory."""
    command = [sys.executable, "-m", __name__, name]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise RefusedError(f"reading it took longer than {SECONDS} seconds") from error
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:
        memory = b"MemoryError" in done.stderr or done.returncode < 0
        raise RefusedError("reading it takes too much memory" if memory else "the file is broken") from error
    if "scanned" in answer:
        raise ScannedError
    if "refused" in answer:
        raise RefusedError(answer["refused"])
    return Extract(answer["text"], tuple(answer["pages"]), answer["lines"], tuple(answer["ends"]))


def _limit() -> None:
    """Caps the memory and the time of this process, where the system can."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def main() -> None:
    """The child."""
    from clustergraph.documents.formats.registry import BY_NAME

    _limit()
    try:
        found = BY_NAME[sys.argv[1]].extract(sys.stdin.buffer.read())
        answer: dict[str, object] = {"text": found.text, "pages": found.pages, "lines": found.lines, "ends": found.ends}
    except ScannedError:
        answer = {"scanned": True}
    except RefusedError as error:
        answer = {"refused": str(error)}
    except MemoryError:
        answer = {"refused": "reading it takes too much memory"}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
