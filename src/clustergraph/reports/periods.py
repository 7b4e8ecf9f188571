"""What a fact's dates say of one day (*virkning*). A day is an ISO string; None stands for the latest that is known.

A fact with stated validity holds in its half-open period; without a stated start it counts from the first day on which a document
attests it, and stays until something else is attested. What was asked for counts from the day it was asked. What ended is shown as ended
from the day that was said or its stated end; before a stated end nothing is invented: the status is unclear.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

PENDING = frozenset({"requested", "proposed", "approved", "denied"})
ENDED = frozenset({"lapsed", "former"})

T = TypeVar("T")


def status_on(
    day: str | None,
    status: str,
    *,
    from_day: str | None = None,
    until_day: str | None = None,
    asked_on: str | None = None,
    said: str | None = None,
) -> str | None:
    """The status of a reference on a day; None where nothing is known to hold then. ``until_day`` is the first day after the end."""
    if day is None:
        return status
    if status in PENDING:
        return status if _reached(day, asked_on or said) else None
    if status in ENDED:
        if until_day is None:
            return status if _reached(day, said) else None
        if day >= until_day:
            return status
        return "unclear" if _reached(day, from_day) else None
    if not _reached(day, from_day or said):
        return None
    return "former" if until_day is not None and day >= until_day else status


def _reached(day: str, begin: str | None) -> bool:
    return begin is None or begin <= day


def last_attested(day: str | None, attested: Sequence[str]) -> str:
    """The last attestation up to a day; the first of all where all are later; empty where there is none."""
    upto = [one for one in attested if day is None or one <= day]
    return max(upto) if upto else min(attested, default="")


def unless_replaced(items: Iterable[T], slot: Callable[[T], Hashable], seen: Callable[[T], str]) -> list[T]:
    """Of the items that fill one slot those that were seen last; items seen on one day all stay (a contradiction is for the reader)."""
    slots: dict[Hashable, list[T]] = defaultdict(list)
    order: list[T] = []
    for item in items:
        slots[slot(item)].append(item)
        order.append(item)
    last = {key: max(seen(item) for item in found) for key, found in slots.items()}
    return [item for item in order if seen(item) == last[slot(item)]]
