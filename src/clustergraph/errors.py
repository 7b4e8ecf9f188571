"""The errors of this program: one small tree, each with the place it speaks of.

::

    ClustergraphError            exit code 1
    ├── UsageError               exit code 2   wrong words on the command line: a report, a date, a name that is none
    │   ├── SettingsError                      clustergraph.toml is wrong
    │   └── QueryError                         a SPARQL text that can't be run
    │       ├── ForbiddenError                 one that would write or reach outside
    │       └── CutError                       one whose answer is longer than it may be
    ├── InputError               exit code 3   a file that can't be read; names the file and the place
    │   ├── UnreadableDocument
    │   └── RecordError                        a line of claims/ or review/ that is not what it should be
    ├── StoreError               exit code 1   the store is missing, locked or broken
    └── DataError                exit code 1   registry, lexicon or ontology disagree with themselves
"""

from __future__ import annotations


class ClustergraphError(Exception):
    """Base of all errors that a user may see; its text is one line: what, where, what to do."""

    exit_code = 1


class UsageError(ClustergraphError):
    """The call is wrong: unknown name, malformed date, missing argument."""

    exit_code = 2


class SettingsError(UsageError):
    """``clustergraph.toml`` holds something that is no setting, or a value that is none."""


class QueryError(UsageError):
    """A SPARQL text that can't be parsed or may not be run."""


class ForbiddenError(QueryError):
    """A SPARQL text that would write, or reach outside the store."""


class CutError(QueryError):
    """A query whose answer is longer than it may be: nothing of it is given."""


class InputError(ClustergraphError):
    """Something that came in can't be read."""

    exit_code = 3


class UnreadableDocument(InputError):
    """A document that can't be read; ``path`` names it, ``reason`` says why in a few words."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class RecordError(InputError):
    """A stored record that does not have the form of :mod:`clustergraph.records`."""

    def __init__(self, path: str, line: int, reason: str) -> None:
        super().__init__(f"{path}, line {line}: {reason}")
        self.path = path
        self.line = line
        self.reason = reason


class StoreError(ClustergraphError):
    """The graph store is missing, locked or broken."""


class DataError(ClustergraphError):
    """Registry, lexicon or ontology disagree with themselves."""
