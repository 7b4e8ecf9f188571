from __future__ import annotations

import pytest

from clustergraph.graph.stores import Store, open_store
from small_world import World, small_world


@pytest.fixture(scope="session")
def world() -> World:
    return small_world()


@pytest.fixture(scope="session")
def store(world: World) -> Store:
    """The built graph in memory; tests only read it."""
    found = open_store()
    found.load(world.quads())
    return found
