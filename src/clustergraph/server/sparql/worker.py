"""The process in which a stranger's query runs: it opens one graph for reading, gives up what it does not need, and answers line by line.

Run as a module with the folder of the graph and the most memory in bytes. A question is a line of JSON (:class:`Question`); an answer is a
line of JSON with the length of what follows. Whoever asks ends the process where it takes too long.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from clustergraph.errors import CutError, QueryError, StoreError
from clustergraph.graph.stores import Scope, open_store
from clustergraph.server.sparql import confinement, results

if TYPE_CHECKING:
    from clustergraph.graph.stores import Store

MOST_BYTES = 64 * 1024 * 1024  # of one answer
_PLACE = re.compile(r"(?:error )?at (\d+):(\d+):?\s*", re.IGNORECASE)
_EXPECTED = re.compile(r'"((?:\\.|[^"\\]){1,4})"|\b([A-Z]{2,}(?: [A-Z]{2,})*)\b')
_LONGEST = 240  # signs of a reason


@dataclass(frozen=True, slots=True)
class Question:
    """What a worker is asked: a text, of which graphs, in which form, in how many seconds."""

    text: str
    form: str
    seconds: float
    scope: Scope = field(default_factory=Scope)

    def line(self) -> bytes:
        """As it goes to the worker."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def of(cls, line: bytes) -> Question:
        """As it comes to the worker."""
        told = json.loads(line)
        scope: dict[str, Any] = told.pop("scope")
        graphs = {name: tuple(scope.pop(name)) for name in ("default_graphs", "named_graphs")}
        return cls(**told, scope=Scope(**scope | graphs))


@dataclass(frozen=True, slots=True)
class Reply:
    """What a worker answers: ``state`` is ``answer malformed cut memory broken``; ``reason`` says why there is no answer, and where."""

    state: str
    body: bytes = b""
    reason: str = ""
    line: int | None = None
    column: int | None = None

    def write(self, out: IO[bytes]) -> None:
        """As it goes back."""
        head = {"state": self.state, "reason": self.reason, "line": self.line, "column": self.column, "length": len(self.body)}
        out.write(json.dumps(head).encode() + b"\n")
        out.write(self.body)
        out.flush()


def reply(store: Store, question: Question) -> Reply:
    """The answer to one question."""
    try:
        body = results.write(store.query(question.text, question.scope), question.form)
    except SyntaxError as error:
        return malformed(str(error))
    except CutError as error:
        return Reply("cut", reason=str(error))
    except QueryError as error:
        return malformed(str(error))
    except StoreError:
        return Reply("broken", reason="the graph can't be read")
    except MemoryError:
        return Reply("memory")
    if len(body) > MOST_BYTES:
        return Reply("cut", reason=f"the answer is larger than {MOST_BYTES // 1024 // 1024} MB")
    return Reply("answer", body)


def malformed(reason: str) -> Reply:
    """A text that can't be run, with its place where the engine gives one."""
    reason = " ".join(reason.split())
    found = _PLACE.search(reason)
    said = in_short((reason[found.end() :] if found else reason) or "not understood")
    return Reply("malformed", reason=said, line=int(found[1]) if found else None, column=int(found[2]) if found else None)


def in_short(reason: str) -> str:
    """The engine's reason without the ranges of letters among all that could have stood there."""
    if "Prefix not found" in reason:
        return "a prefix that is not declared"
    if reason.startswith("expected"):
        wanted = dict.fromkeys(sign or word for sign, word in _EXPECTED.findall(reason))
        reason = f"not understood; here could stand: {' '.join(wanted)}" if wanted else "not understood"
    return reason if len(reason) <= _LONGEST else f"{reason[: _LONGEST - 1]}…"


def main() -> None:
    """The process: ready once it has opened the graph, over when nobody asks any more."""
    asked, told = sys.stdin.buffer, sys.stdout.buffer
    store = open_store(Path(sys.argv[1]), read_only=True)
    confinement.confine(int(sys.argv[2]))
    Reply("ready").write(told)
    for line in asked:
        question = Question.of(line)
        confinement.allow_seconds(question.seconds)
        reply(store, question).write(told)


if __name__ == "__main__":
    main()
