"""From an answer to what is written into the log, whoever gives it: in a terminal, in a table, on a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from clustergraph.errors import UsageError
from clustergraph.model import Judgement, Resolution
from clustergraph.review import keys
from clustergraph.review.bind import Bound
from clustergraph.review.conflicts import contradicted
from clustergraph.review.keys import ClaimKey, MentionKey
from clustergraph.review.log import ClaimVerdict, ClaimWord, Entry, PairVerdict
from clustergraph.review.queue import Item, parts

PAIR: Mapping[str, str] = {"yes": "same", "no": "different", "unsure": "unsure"}
CLAIM: Mapping[str, ClaimWord] = {"yes": "confirmed", "no": "rejected", "unsure": "unsure"}

Alone = Callable[[Bound], Mapping[str, str]]
"""Mention key → entity as things would be without what people judged of pairs (:func:`clustergraph.project.without_verdicts`)."""


class Opposed(UsageError):
    """A verdict that goes against earlier ones, which stay in force."""

    def __init__(self, against: Sequence[PairVerdict]) -> None:
        super().__init__("; ".join(one.in_words() for one in against))
        self.against = tuple(against)


def entries(bound: Bound, resolution: Resolution, item: Item, answer: str, by: str, at: str, alone: Alone) -> list[Entry]:
    """What an answer (``yes``, ``no``, ``unsure``) writes into the log; raises :class:`Opposed`."""
    if isinstance(item.key, ClaimKey):
        return [ClaimVerdict(item.key, CLAIM[answer], "", by, at)]
    assert item.ends is not None
    told = Judgement(*item.ends, PAIR[answer], 1.0, "", by, at)  # type: ignore[arg-type]
    against = opposed(bound, resolution, told, alone)
    if against:
        raise Opposed(against)
    return [pair(bound, told)]


def opposed(bound: Bound, resolution: Resolution, told: Judgement, alone: Alone) -> list[PairVerdict]:
    """The verdicts that a new one goes against."""
    apart = alone(bound) if told.verdict == "different" else resolution.canonical
    return contradicted(bound.pairs, told, resolution.canonical, apart)


def pair(bound: Bound, told: Judgement) -> PairVerdict:
    """A verdict on two mention keys with what finds them again."""
    named = "#" in told.left and "#" in told.right
    return PairVerdict(told, (_key(bound, told.left), _key(bound, told.right)) if named else None)


def _key(bound: Bound, mention: str) -> MentionKey:
    ident, kind, name = parts(mention)
    document = next(document for document in bound.documents if document.id == ident)
    return keys.key_of_mention(document, bound.said.get(ident, ()), kind, name)
