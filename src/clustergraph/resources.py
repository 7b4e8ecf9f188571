"""Where the shipped data lies: ontology, registry, demo documents and saved queries.

In a wheel they lie inside the package (``_data``); in a checkout at the top of the tree. This is the only module that knows.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from clustergraph.errors import DataError

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent
_TOP = {"ontology": "ontology", "registry": "data/registry", "documents": "data/documents"}


@cache
def folder(name: str) -> Path:
    """The folder of one kind of shipped data: ``ontology``, ``registry``, ``documents``, ``queries`` or ``lexicon``."""
    if name in ("queries", "lexicon"):
        return _PACKAGE / name
    for place in (_PACKAGE / "_data" / name, _CHECKOUT / _TOP[name]):
        if place.is_dir():
            return place
    raise DataError(f"{name}: the program's own data is missing; install it again")


def text(name: str, *path: str) -> str:
    """One shipped file as text."""
    return folder(name).joinpath(*path).read_text(encoding="utf-8")
