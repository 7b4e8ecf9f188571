"""The command line: the only place that prints.

``main`` starts with click and the standard library alone; a command's module is imported when the command is called.
"""

from __future__ import annotations

from clustergraph.cli.shell import LazyGroup

COMMANDS: dict[str, str] = {
    "extract": "clustergraph.cli.extract",
}
"""command → the module that holds it, under the command's own name."""

main = LazyGroup("clustergraph", COMMANDS)

__all__ = ["COMMANDS", "main"]
