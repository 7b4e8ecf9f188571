"""From report rows to a drawing, one builder a view.

Rows are those of :mod:`clustergraph.reports` (names beside ids as ``…_id``, ``quotes`` a list of objects). ``actors`` says what is known of
each node: rows with ``id label kind`` and, where known, ``type region cluster aliases``. A node that no actor row describes is drawn
with what the report row itself says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from clustergraph.explorer.drawing import Drawing, Edge, Fact, Node, Quote, View, around, drawing

Row = Mapping[str, Any]

_TEMPORARY = {"temporary_group", "project_group", "improvement_team"}
_OPERATIVE = {"working_group", "operative_group", "network", "secretariat", "other"}
_NATIONAL = {"ministry", "agency", "national", "union", "association"}
_FACT_COLUMNS = ("represents", "area", "on_behalf_of", "asked_on", "attendance", "item")
_INITIATIVE_COLUMNS = ("status", "maturity", "start", "end", "target_group", "purpose", "priority")


class _Actors:
    """The nodes met so far; what is known of them comes from the actor rows."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._known = {str(row["id"]): row for row in rows}
        self._names: dict[str, str] = {}
        for row in self._known.values():
            self._names.setdefault(str(row["label"]).casefold(), str(row["id"]))
        self._met: dict[str, tuple[str, str, str | None, str | None]] = {}
        self._facts: dict[str, list[Fact]] = {}

    def meet(self, row: Row, column: str, kind: str) -> str | None:
        """The id of the node in one column of a row; None where the cell is empty."""
        name = row.get(column)
        return self.named(str(name), kind, row.get(f"{column}_id"), row) if name else None

    def named(self, name: str, kind: str, ident: object = None, row: Row | None = None) -> str:
        """The id of a node by its display name."""
        found = str(ident) if ident else self._names.get(name.casefold(), f"{kind}/{name}")
        row = row or {}
        # The region and cluster of a row about an initiative are those of the initiative.
        place = (row.get("region"), row.get("cluster")) if kind == "initiative" else (None, None)
        self._met.setdefault(found, (name, kind, _text(place[0]), _text(place[1])))
        return found

    def tell(self, ident: str, facts: Iterable[Fact]) -> None:
        """Add facts to a node, each once."""
        told = self._facts.setdefault(ident, [])
        told.extend(fact for fact in facts if fact not in told)

    def nodes(self) -> list[Node]:
        """Everything met, with rank, region and cluster."""
        return [self._node(ident, *met) for ident, met in sorted(self._met.items())]

    def _node(self, ident: str, name: str, kind: str, region: str | None, cluster: str | None) -> Node:
        row = self._known.get(ident, {})
        kind = str(row.get("kind") or _kind_of_id(ident) or kind)
        kind_type = _text(row.get("type"))
        region, cluster = _text(row.get("region")) or region, _text(row.get("cluster")) or cluster
        label = str(row.get("label") or name)
        if row.get("members"):
            cluster = None  # a collective ("the five clusters") belongs to none of them
        elif kind == "cluster" or kind_type == "cluster":
            kind, cluster = "cluster", cluster or label
        aliases = tuple(sorted(str(a) for a in row.get("aliases") or () if a != label))
        rank = rank_of(kind, kind_type, region, cluster)
        return Node(ident, label, kind, rank, region, cluster, kind_type, aliases, tuple(self._facts.get(ident, ())))


def rank_of(kind: str, kind_type: str | None, region: str | None, cluster: str | None) -> str:
    """The rank of a node: people below, then by what it is, then by how far it reaches."""
    if kind == "person":
        return "people"
    if kind == "initiative" or kind_type in _TEMPORARY:
        return "temporary"
    if kind_type in _NATIONAL:
        return "national"
    if kind == "forum" and kind_type in _OPERATIVE:
        return "operative"
    if cluster:
        return "cluster"
    if region:
        return "regional"
    return "operative" if kind == "organisation" else "national" if kind_type == "council" else "operative"


def references(rows: Sequence[Row], actors: Iterable[Row] = ()) -> Drawing:
    """Who refers to whom: rows of the report ``references``."""
    nodes, edges = _reference_edges(rows, _Actors(actors))
    return drawing("references", nodes.nodes(), edges)


def roles(rows: Sequence[Row], actors: Iterable[Row] = ()) -> Drawing:
    """Who takes part in what: rows of the report ``roles``. A title at an employer becomes a fact of the person."""
    nodes, edges = _role_edges(rows, _Actors(actors))
    return drawing("roles", nodes.nodes(), edges)


def initiatives(rows: Sequence[Row], actors: Iterable[Row] = ()) -> Drawing:
    """What is being done and where it is anchored: rows of the report ``initiatives``."""
    nodes, edges = _initiative_edges(rows, _Actors(actors))
    return drawing("initiatives", nodes.nodes(), edges)


def ego(name: str, depth: int, tables: Mapping[str, Sequence[Row]], actors: Iterable[Row] = ()) -> Drawing | None:
    """Everything within ``depth`` steps of one name or id, over all reports (``tables``: report → rows); None where nobody is called so."""
    nodes = _Actors(actors)
    lines: list[Edge] = []
    for report, build in (("references", _reference_edges), ("roles", _role_edges), ("initiatives", _initiative_edges)):
        lines += build(tables.get(report, ()), nodes)[1]
    whole = drawing("ego", nodes.nodes(), lines)
    focus = find(whole, name)
    return around(whole, focus, depth) if focus else None


def find(whole: Drawing, name: str) -> str | None:
    """The node with this id, label or alias; None where there is none. The one with most lines where several are called so."""
    wanted = name.casefold()
    exact = [n for n in whole.nodes if n.id == name]
    called = exact or [n for n in whole.nodes if n.label.casefold() == wanted or wanted in (a.casefold() for a in n.aliases)]
    called = called or [n for n in whole.nodes if wanted in n.label.casefold()]
    if not called:
        return None
    lines = {n.id: sum(n.id in (e.source, e.target) for e in whole.edges) for n in called}
    return min(called, key=lambda n: (-lines[n.id], n.id)).id


def _reference_edges(rows: Sequence[Row], nodes: _Actors) -> tuple[_Actors, list[Edge]]:
    edges = []
    told = {_same_line(row) for row in rows if row.get("inferred")}
    for i, row in enumerate(rows):
        if row.get("collective") and _same_line(row) in told:
            continue  # its members' lines are drawn, with the same sentence
        source, target = nodes.meet(row, "from", "forum"), nodes.meet(row, "to", "forum")
        if source and target:
            edges.append(_edge("references", i, row, source, target, str(row.get("kind") or "reports_to"), str(row.get("status") or "unclear")))
    return nodes, edges


def _same_line(row: Row) -> tuple[object, ...]:
    return (row.get("to_id") or row.get("to"), row.get("kind"), row.get("status"), row.get("valid_from"), row.get("valid_until"))


def _role_edges(rows: Sequence[Row], nodes: _Actors) -> tuple[_Actors, list[Edge]]:
    edges = []
    for i, row in enumerate(rows):
        person = nodes.meet(row, "person", "person")
        if not person:
            continue
        if row.get("role"):
            words = ", ".join(str(row[c]) for c in ("role", "organisation") if row.get(c))
            nodes.tell(person, [Fact("title", words, _text(row.get("valid_from")), _text(row.get("valid_until")), _quotes(row))])
        forum = nodes.meet(row, "forum", "forum")
        if forum:
            edges.append(_edge("roles", i, row, person, forum, str(row.get("capacity") or "member"), str(row.get("status") or "in_force")))
    return nodes, edges


def _initiative_edges(rows: Sequence[Row], nodes: _Actors) -> tuple[_Actors, list[Edge]]:
    edges = []
    for i, row in enumerate(rows):
        initiative = nodes.meet(row, "initiative", "initiative")
        if not initiative:
            continue
        told = [Fact(name, str(row[name]), quotes=_quotes(row)) for name in _INITIATIVE_COLUMNS if row.get(name)]
        told += [_amount(amount) for amount in _several(row.get("amounts"))]
        nodes.tell(initiative, told or [Fact("source", "", quotes=_quotes(row))])
        for column, kind in (("anchored_in", "forum"), ("leads", "person")):
            idents = _several(row.get(f"{column}_id") or row.get(f"{column}_ids"))
            for j, name in enumerate(_several(row.get(column))):
                other = nodes.named(str(name), kind, idents[j] if j < len(idents) else None)
                ends = (initiative, other) if column == "anchored_in" else (other, initiative)
                edges.append(_edge("initiatives", (i, column, j), row, *ends, "anchored_in" if column == "anchored_in" else "leads", "in_force"))
    return nodes, edges


def _amount(amount: Row) -> Fact:
    """A sum in whole kroner; one that is announced but not in the text is no zero."""
    kroner = amount.get("amount_dkk")
    words = f"{kroner:,} kr.".replace(",", ".") if isinstance(kroner, int) else "?"
    return Fact(f"amount.{amount.get('status') or 'unclear'}", " ".join(filter(None, (words, _text(amount.get("period"))))))


def _edge(view: View, place: object, row: Row, source: str, target: str, kind: str, status: str) -> Edge:
    facts = tuple(Fact(name, str(row[name])) for name in _FACT_COLUMNS if row.get(name))
    ident = str(row.get("id") or f"{view}/{source}/{target}/{kind}/{status}/{place}")
    if view == "initiatives":  # start and end are those of the initiative, not of its anchoring
        ident = f"{view}/{source}/{target}/{kind}/{place}"
        seen = (_text(row.get("attested_first")), _text(row.get("attested_last")))
        return Edge(ident, source, target, kind, status, kind, None, None, *seen, quotes=_quotes(row))
    return Edge(
        ident,
        source,
        target,
        kind,
        status,
        kind,
        _text(row.get("valid_from")),
        _text(row.get("valid_until")),
        _text(row.get("attested_first")) or _text(row.get("asked_on")),
        _text(row.get("attested_last")),
        bool(row.get("inferred")),
        facts,
        _quotes(row),
    )


def _quotes(row: Row) -> tuple[Quote, ...]:
    """The sentences of a row. A quote is an object with ``title`` or ``document`` and ``quote``, or plain words."""
    found = []
    for quote in _several(row.get("quotes")):
        if not isinstance(quote, Mapping):
            documents = _several(row.get("documents"))
            found.append(Quote(str(documents[0]) if documents else "", str(quote)))
            continue
        line = quote.get("line")
        found.append(
            Quote(
                str(quote.get("title") or quote.get("document") or ""),
                str(quote.get("quote") or ""),
                _whole_words(quote.get("before"), before=True),
                _whole_words(quote.get("after"), before=False),
                _text(quote.get("item")),
                int(line) if line not in (None, "") else None,
                _text(quote.get("date")),
                _text(quote.get("forum")),
                _text(quote.get("href")),
            )
        )
    return tuple(found)


def _whole_words(beside: object, *, before: bool) -> str:
    """What stands before or after a quote on one line; where it begins or ends in the middle of a sentence, whole words and dots."""
    words = str(beside or "").split()
    if words and before and not words[0][:1].isupper():
        words = ["…", *words[1:]]
    if words and not before and words[-1][-1:] not in ".!?:;":
        words = [*words[:-1], "…"]
    return "" if words == ["…"] else " ".join(words)


def _several(value: object) -> list[Any]:
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _text(value: object) -> str | None:
    return str(value) if value not in (None, "") else None


def _kind_of_id(ident: str) -> str | None:
    """Entity ids begin with their kind, in short (``person/…``) and as IRIs (``…/id/person/…``)."""
    parts = ident.rsplit("/", 2)
    found = parts[-2] if len(parts) > 1 else ""
    return found if found in ("person", "organisation", "forum", "cluster", "initiative", "meeting") else None
