"""The command line: the only place that prints.

``main`` starts with click and the standard library alone; a command's module is imported when the command is called.
"""

from __future__ import annotations

from clustergraph.cli.shell import LazyGroup

COMMANDS: dict[str, str] = {
    "init": "workspace",
    "demo": "workspace",
    "extract": "extract",
    "ingest": "workspace",
    "remove": "removal",
    "build": "workspace",
    "report": "ask",
    "changes": "changes",
    "watch": "watch",
    "query": "ask",
    "queries": "ask",
    "search": "look",
    "show": "look",
    "timeline": "look",
    "path": "look",
    "why": "look",
    "graph": "draw",
    "serve": "serve",
    "review": "review",
    "judge": "judge",
    "undo": "judge",
    "validate": "graphs",
    "export": "graphs",
    "eval": "evaluate",
    "status": "workspace",
    "doctor": "workspace",
    "completion": "completion",
}
"""Command → the module of this package that holds ``{command}_command``, in the order in which they are explained."""

main = LazyGroup("clustergraph", {name: f"{__name__}.{module}" for name, module in COMMANDS.items()})

__all__ = ["COMMANDS", "main"]
