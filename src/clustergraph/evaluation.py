"""How good the reading is: facts against annotations made by hand (``docs/facts.md`` defines every kind), counted a kind of fact.

Entities are matched first, one to one, by the names and aliases that both sides know; a fact is right when the fields that make it are
right through that matching. Rows that the annotation calls optional count neither way; a field ``X_alt``, ``X_also`` or ``alt_Xs`` holds
further right answers for ``X``.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from clustergraph.errors import InputError, UnreadableDocument

Row = Mapping[str, Any]

MAKES: dict[str, tuple[str, ...]] = {
    "people": ("name",),
    "organisations": ("name",),
    "forums": ("name",),
    "initiatives": ("name",),
    "holds_role": ("person", "role"),
    "forum_roles": ("person", "seat", "forum", "capacity"),
    "reporting_lines": ("from", "to", "kind"),
    "agenda_items": ("number", "title"),
    "decisions_elsewhere": ("forum", "date"),
    "deadlines": ("date",),
    "money": ("amount_dkk",),
}
"""The fields that make a fact of a kind; the others say more about it."""

FURTHER: dict[str, tuple[str, ...]] = {
    "organisations": ("type",),
    "forums": ("type", "status"),
    "initiatives": ("anchored_in", "leads", "status", "maturity", "start", "end", "budget"),
    "holds_role": ("organisation",),
    "forum_roles": ("represents", "attendance"),
    "reporting_lines": ("status", "valid_from", "valid_until"),
    "agenda_items": ("decision_type",),
    "money": ("period",),
}
"""What else a fact says, counted where the fact is right and the annotation gives the field."""

_SORTS = {"people": "person", "organisations": "body", "forums": "body", "initiatives": "initiative"}
_MEANS = {"person": ("person",), "organisation": ("body", "initiative"), "forum": ("body", "initiative")}
_MEANS |= {"from": _MEANS["forum"], "to": _MEANS["forum"], "represents": _MEANS["forum"], "anchored_in": _MEANS["forum"], "leads": ("person",)}
_DAYS = ("date", "start", "end", "period", "valid_from", "valid_until")
_SUFFIX = ".gold.json"


@dataclass(frozen=True, slots=True)
class Figure:
    """Of one kind: how many facts were asked for, told, and right."""

    kind: str
    right: int
    asked: int
    told: int

    @property
    def precision(self) -> float:
        """The share of what was told that is right; 1 where nothing was told and nothing asked for."""
        return self.right / self.told if self.told else float(not self.asked)

    @property
    def recall(self) -> float:
        """The share of what was asked for that was told."""
        return self.right / self.asked if self.asked else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def row(self) -> dict[str, Any]:
        """The figure as a JSON row."""
        shares = {name: round(getattr(self, name), 4) for name in ("precision", "recall", "f1")}
        return {**asdict(self), **shares}


@dataclass
class Tally:
    """Figures pooled over documents; ``differences`` are lines for people."""

    documents: int = 0
    counts: dict[str, list[int]] = field(default_factory=dict)
    differences: list[str] = field(default_factory=list)

    def add(self, compared: Mapping[str, tuple[int, Sequence[Row], Sequence[Row]]], name: str) -> None:
        """Add one document: right, missing and wrong facts by kind."""
        self.documents += 1
        for kind, (right, missing, wrong) in compared.items():
            counts = self.counts.setdefault(kind, [0, 0, 0])
            for i, more in enumerate((right, right + len(missing), right + len(wrong))):
                counts[i] += more
            for sign, rows in (("-", missing), ("+", wrong)):
                for row in rows:
                    fields = {f: row.get(f) for f in MAKES[kind]}
                    self.differences.append(f"{sign} {kind} {json.dumps(fields, ensure_ascii=False)} {name}")

    def figures(self) -> list[Figure]:
        """One figure a kind, in the order of :data:`MAKES`."""
        return [Figure(kind, *self.counts[kind]) for kind in MAKES if kind in self.counts]


def gold_files(paths: Iterable[Path]) -> list[Path]:
    """The annotations that are meant: files, and those in folders; sorted."""
    found = {p for path in paths for p in (path.rglob(f"*{_SUFFIX}") if path.is_dir() else [path])}
    return sorted(found)


def load(path: Path) -> dict[str, Any]:
    """One annotation; raises :class:`InputError` naming a file that is none."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path}: {(error.strerror or 'cannot be read').lower()}") from error
    except ValueError as error:
        raise InputError(f"{path}: no annotation: {error}") from error
    if not isinstance(found, dict):
        raise InputError(f"{path}: no annotation: one JSON object was expected")
    return found


def document_of(gold: Path, folder: Path | None = None) -> Path:
    """The document that an annotation is about: the file whose name begins like its own, beside it or in ``folder``."""
    stem = gold.name.removesuffix(_SUFFIX)
    place = folder or gold.parent
    found = sorted(p for p in place.glob(f"{stem}*") if p.is_file() and not p.name.endswith(".json"))
    if not found:
        raise UnreadableDocument(str(place / stem), "the annotated document is not here")
    return found[0]


def compare(told: Mapping[str, Any], gold: Mapping[str, Any]) -> dict[str, tuple[int, list[Row], list[Row]]]:
    """Of one document, by kind: how many facts are right, which are missing, which are wrong. A kind the annotation leaves out is left out."""
    names = _Names(told, gold)
    found = {}
    for kind in MAKES:
        if kind in gold:
            hits, missing, wrong = _compare(kind, _rows(told, kind), _rows(gold, kind), names)
            found[kind] = len(hits), missing, wrong
    return found


def further(told: Mapping[str, Any], gold: Mapping[str, Any]) -> dict[str, tuple[int, int]]:
    """Of one document, by kind and field (``initiatives.start``): how many fields that the annotation gives are right, and how many it gives."""
    names = _Names(told, gold)
    found: dict[str, tuple[int, int]] = {}
    for kind, fields in FURTHER.items():
        for row, fact in _compare(kind, _rows(told, kind), _rows(gold, kind), names)[0]:
            for name in fields:
                if row.get(name) not in (None, "", []):
                    right, asked = found.get(f"{kind}.{name}", (0, 0))
                    found[f"{kind}.{name}"] = right + names.agree(kind, name, row, fact), asked + 1
    return found


def confidences(told: Mapping[str, Any], compared: Mapping[str, tuple[int, Sequence[Row], Sequence[Row]]]) -> Iterator[tuple[str, float, bool]]:
    """Of every fact told of a kind that was compared: the kind, its confidence, and whether it is right."""
    for kind, (_, _, wrong) in compared.items():
        for row in _once(_rows(told, kind), MAKES[kind]):
            yield kind, float(row["confidence"]), row not in wrong


def _compare(kind: str, told: list[Row], gold: list[Row], names: _Names) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """The annotated facts that were told, each with the fact that tells it; those that are missing; the facts that are wrong."""
    makes = MAKES[kind]
    left = _once([row for row in told if kind != "reporting_lines" or key(row.get("from")) != key(row.get("to"))], makes)
    wrong_from_start = [row for row in told if kind == "reporting_lines" and key(row.get("from")) == key(row.get("to"))]
    hits, missing = [], []
    for row in _once(sorted(gold, key=_optional), makes):
        hit = next((i for i, fact in enumerate(left) if all(names.agree(kind, name, row, fact) for name in makes)), None)
        if hit is not None:
            fact = left.pop(hit)
            if not _optional(row):
                hits.append((row, fact))
        elif not _optional(row):
            missing.append(row)
    return hits, missing, left + wrong_from_start


def key(value: object) -> str:
    """A name as a key: case, punctuation, soft hyphens and words broken over lines do not tell names apart."""
    text = unicodedata.normalize("NFC", str(value if value is not None else "")).replace("\u00ad", "").casefold()
    joined = re.sub(r"(\w)-\s+(?!(?:og|eller|samt)\b)(\w)", r"\1\2", text)
    return " ".join(re.sub(r"[^\w\s]", " ", joined).split())


def _rows(facts: Mapping[str, Any], kind: str) -> list[Row]:
    rows = [{"name": row} if isinstance(row, str) else row for row in facts.get(kind) or []]
    # A seat tells vacant seats apart; where a person sits in it the person does.
    return [{**row, "seat": None} if kind == "forum_roles" and row.get("person") else row for row in rows]


def _once(rows: Iterable[Row], makes: Sequence[str]) -> list[Row]:
    seen: dict[tuple[str, ...], Row] = {}
    for row in rows:
        seen.setdefault(tuple(key(row.get(name)) for name in makes), row)
    return list(seen.values())


def _optional(row: Row) -> bool:
    return bool(row.get("optional")) or row.get("certainty") == "inferred"


def _answers(row: Row, name: str) -> list[Any]:
    more = [row.get(f"{name}_alt"), row.get(f"{name}_also"), row.get(f"alt_{name}s"), row.get(f"{name}_as_written")]
    return [row.get(name), *(value for values in more if values is not None for value in (values if isinstance(values, list) else [values]))]


@dataclass(frozen=True, slots=True)
class _Entity:
    kind: str  # the list it stands in
    ident: str
    name: str
    names: frozenset[str]


class _Names:
    """Which entity of the facts is which of the annotation."""

    def __init__(self, told: Mapping[str, Any], gold: Mapping[str, Any]) -> None:
        self._told, self._gold = _entities(told), _entities(gold)
        self._match: dict[_Entity, _Entity] = {}
        pairs = [(self._likeness(f, g), f, g) for f in self._told for g in self._gold if _SORTS[f.kind] == _SORTS[g.kind] and f.names & g.names]
        for _, fact, asked in sorted(pairs, key=lambda pair: (pair[0], pair[1].name, pair[2].ident)):
            if fact not in self._match and asked not in self._match.values():
                self._match[fact] = asked

    @staticmethod
    def _likeness(fact: _Entity, asked: _Entity) -> tuple[bool, bool, bool, int]:
        return fact.name != asked.name, fact.name not in asked.names, fact.kind != asked.kind, -len(fact.names & asked.names)

    def agree(self, kind: str, name: str, row: Row, fact: Row) -> bool:
        """Whether a field of a fact is one of the right answers."""
        if name == "name":
            return self._same_entity(kind, row, fact)
        return any(self._same(name, answer, fact.get(name)) for answer in _answers(row, name))

    def _same_entity(self, kind: str, row: Row, fact: Row) -> bool:
        mine = [f for f in self._told if f.kind == kind and f.name == key(fact.get("name"))]
        return any(f in self._match and self._match[f].ident == str(row.get("id") or key(row["name"])) and self._match[f].kind == kind for f in mine)

    def _same(self, name: str, want: object, have: object) -> bool:
        if want in (None, "", []) or have in (None, "", []):
            return want in (None, "", []) and have in (None, "", [])
        if name == "budget":
            return sorted(one["amount_dkk"] for one in _list(want)) == sorted(one.get("amount_dkk") or 0 for one in _list(have))
        if isinstance(want, list):
            own = _list(have)
            return len(own) == len(want) and all(any(self._same(name, one, other) for other in own) for one in want)
        if isinstance(have, list):
            return any(self._same(name, want, one) for one in have)
        if name in _MEANS:
            asked = _meant(self._gold, _MEANS[name], want)
            known = _meant(self._told, _MEANS[name], have)
            if asked and known:
                return any(self._match.get(f) in asked for f in known)
            return any(key(have) in entity.names for entity in asked) or key(want) == key(have)
        if name in _DAYS:
            short, long = sorted((str(want), str(have)), key=len)
            return short == long or (len(short) >= len("2024-10") and long.startswith(short))
        return key(want) == key(have)


def _entities(facts: Mapping[str, Any]) -> list[_Entity]:
    found: dict[tuple[str, str], _Entity] = {}
    for kind in _SORTS:
        for row in _rows(facts, kind):
            more = [name for field_ in ("aliases", "mentions", "name_alt") for name in _list(row.get(field_))]
            more += _list(row.get("anaphora")) if row.get("name_constructed") else []
            names = frozenset(key(name) for name in (row["name"], *more) if isinstance(name, str))
            ident = str(row.get("id") or key(row["name"]))
            found.setdefault((_SORTS[kind], ident), _Entity(kind, ident, key(row["name"]), names))
    return list(found.values())


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _meant(entities: Iterable[_Entity], sorts: Sequence[str], value: object) -> list[_Entity]:
    """The entities that a value means: by identifier, else by display name, else by alias."""
    among = [entity for entity in entities if _SORTS[entity.kind] in sorts]
    for told in (lambda e: e.ident == str(value), lambda e: e.name == key(value), lambda e: key(value) in e.names):
        if hits := [entity for entity in among if told(entity)]:
            return hits
    return []
