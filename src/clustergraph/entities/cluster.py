"""From verdicts on pairs to groups: the surest first, and never against a "different"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clustergraph.model import Judgement


class Groups:
    """A partition of keys that grows by joining. A join that would bring two keys together that are known to differ is refused."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._leader = {key: key for key in keys}
        self._members = {key: [key] for key in self._leader}
        self._apart: dict[str, set[str]] = {key: set() for key in self._leader}

    def __contains__(self, key: object) -> bool:
        return key in self._leader

    def leader(self, key: str) -> str:
        """The key that stands for the group of a key."""
        while self._leader[key] != key:
            self._leader[key] = self._leader[self._leader[key]]
            key = self._leader[key]
        return key

    def keep_apart(self, left: str, right: str) -> None:
        """Two keys differ; whatever is joined later, their groups stay two."""
        a, b = self.leader(left), self.leader(right)
        self._apart[a].add(b)
        self._apart[b].add(a)

    def are_apart(self, left: str, right: str) -> bool:
        """Whether the groups of two keys are known to differ."""
        return self.leader(right) in self._apart[self.leader(left)]

    def join(self, left: str, right: str) -> bool:
        """Make one group of two; False where they are known to differ."""
        a, b = sorted((self.leader(left), self.leader(right)))
        if a == b:
            return True
        if b in self._apart[a]:
            return False
        self._leader[b] = a
        self._members[a] += self._members.pop(b)
        for other in self._apart.pop(b):
            self._apart[other].discard(b)
            self._apart[other].add(a)
            self._apart[a].add(other)
        return True

    def groups(self) -> list[list[str]]:
        """All groups, each sorted, in the order of their first keys."""
        return sorted(sorted(members) for members in self._members.values())


def cluster(keys: Sequence[str], judgements: Iterable[Judgement], human: Iterable[Judgement] = ()) -> list[list[str]]:
    """Groups of keys: first what people say, then every "different", then every "same" by falling score."""
    groups = Groups(keys)
    told = [j for j in human if j.left in groups and j.right in groups]
    for judgement in told:
        if judgement.verdict == "different":
            groups.keep_apart(judgement.left, judgement.right)
    for judgement in told:
        if judgement.verdict == "same":
            groups.join(judgement.left, judgement.right)
    ours = sorted(judgements, key=lambda j: (-j.score, j.left, j.right))
    for judgement in ours:
        if judgement.verdict == "different" and groups.leader(judgement.left) != groups.leader(judgement.right):
            groups.keep_apart(judgement.left, judgement.right)
    for judgement in ours:
        if judgement.verdict == "same":
            groups.join(judgement.left, judgement.right)
    return groups.groups()
