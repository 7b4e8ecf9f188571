"""The district of ``askable`` as a graph."""

from __future__ import annotations

import pytest

import askable
from clustergraph.graph.stores import Store


@pytest.fixture(scope="session")
def store() -> Store:
    return askable.store()
