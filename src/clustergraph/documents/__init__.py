"""File → :class:`~clustergraph.model.Document`: the canonical text, its repaired view, its sections and what its head says."""

from clustergraph.documents.formats import FORMATS
from clustergraph.documents.layouts import LAYOUTS
from clustergraph.documents.reader import read, read_bytes

__all__ = ["FORMATS", "LAYOUTS", "read", "read_bytes"]
