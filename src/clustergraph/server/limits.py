"""What one request may take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and memory hold for a query that a stranger wrote or gave values to; ``rows`` for one that they wrote.

    ``building`` are the seconds for the graph of an earlier moment, which may take four times the memory, ``waiting`` those that others wait
    meanwhile; ``reading`` those in which a service that starts reads its graph before it answers.
    """

    seconds: float = 10.0
    memory_mb: int = 1024
    rows: int = 10_000
    upload_mb: int = 50
    building: float = 300.0
    waiting: float = 60.0
    reading: float = 60.0
    body_kb: int = 256  # of a form or a query; an upload has its own
