"""The graph after a change, from the graph before it: only what the change touches is worked out anew.

Beside the store lies an **index** (:mod:`clustergraph.increment.index`) of what every document names and states. A change runs through the same
stages as a build from nothing (sightings, groups, identifiers, entities, facts, what follows from facts), each of which looks only at
the documents, blocks and groups that the stage before it has found changed. The index is derived: without it the graph is built anew.
"""
