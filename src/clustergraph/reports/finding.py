"""Finding by words: names in all spellings first, then sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clustergraph.queries import folding, run
from clustergraph.queries.actors import Actor
from clustergraph.queries.evidence import Quote
from clustergraph.reports.context import Context, Fact, proof
from clustergraph.reports.result import Row

_ALIKE = (("aa", "(?:aa|å)"), ("ae", "(?:ae|æ|ä)"), ("oe", "(?:oe|ø|ö)"), ("u", "[uü]"), ("e", "[eéè]"), ("o", "[oó]"))
_WHOLE, _WORDS, _BEGINNING, _TEXT = 4, 3, 2, 1  # how near a find is, for the order of rows
COLUMNS = ("type", "name", "written", "cluster", "region")


def search(context: Context, text: str) -> list[Row]:
    """One row a spelling of an actor and document in which it stands, nearest first; then one a sentence that holds all words."""
    near = {actor.id: score for actor in context.actors.by_id.values() if (score := max(nearness(text, name) for name in actor.names))}
    evidence = context.evidence(*near)
    rows = [row for ident, score in near.items() for row in _names(context, context.actors.by_id[ident], text, score, evidence.get(ident, []))]
    rows += _sentences(context, text, {quote["start"] for row in rows for quote in row["quotes"]})
    rows.sort(key=lambda row: (-row["score"], row["kind"], row["name"] or "", row["documents"], row["written"]))
    return rows


def _names(context: Context, actor: Actor, text: str, score: int, evidence: list[Quote]) -> list[Row]:
    rows = []
    written = {quote: _written(quote, actor.names) for quote in evidence}
    for form in sorted(name for name in actor.names if nearness(text, name)):
        said = [quote for quote in evidence if form in written[quote]]
        documents = sorted({quote.document for quote in said})
        rows += [_row(context, actor, score, form, [quote for quote in said if quote.document == document]) for document in documents]
    # What stands nowhere as such (a name that was put together, one that only a fact speaks of) is shown once, under its own name.
    return rows or ([_row(context, actor, score, actor.label, evidence)] if evidence or context.known_at is None else [])


def _written(quote: Quote, names: Iterable[str]) -> set[str]:
    """The names that a sentence holds; a short one inside a longer one ("Øst" in "Øst klyngen") is not written there."""
    words = " ".join(quote.quote.split())
    places = {name: {m.span() for m in re.finditer(rf"(?<!\w){re.escape(name)}(?=s?(?!\w))", words)} for name in names}
    every = {place for found in places.values() for place in found}

    def alone(start: int, end: int) -> bool:
        return not any(a <= start and end <= b and (a, b) != (start, end) for a, b in every)

    return {name for name, found in places.items() if any(alone(*place) for place in found)}


def nearness(text: str, name: str) -> int:
    """How near a name is to what was asked: 4 the same, 3 all its words, 2 beginnings of words, 0 not at all."""
    asked, have = folding.words(text), folding.words(name)
    if not asked:
        return 0
    if asked == have:
        return _WHOLE
    if all(any(folding.stem(one) == folding.stem(word) for word in have) for one in asked):
        return _WORDS
    return _BEGINNING if all(any(word.startswith(one) for word in have) for one in asked) else 0


def _row(context: Context, actor: Actor, score: int, form: str, quotes: list[Quote]) -> Row:
    cluster, region = context.actors.cluster_of(actor.id), context.actors.region_of(actor.id)
    return {
        "kind": actor.kind, "type": actor.type or actor.kind, "name": actor.label, "written": form, "cluster": context.name(cluster),
        "region": context.name(region), "score": score, "name_id": actor.id, "cluster_id": cluster, "region_id": region,
        **proof(Fact(actor.id, {}, quotes)),
    }  # fmt: skip


def pattern(word: str) -> str:
    """A regular expression for a folded word: å as aa and the like, small and capital letters alike."""
    found, i = "", 0
    while i < len(word):
        alike = next(((plain, every) for plain, every in _ALIKE if word.startswith(plain, i)), None)
        found += alike[1] if alike else re.escape(word[i])
        i += len(alike[0]) if alike else 1
    return found


def _sentences(context: Context, text: str, shown: set[int]) -> list[Row]:
    asked = folding.words(text)
    if not asked:
        return []
    rows: dict[tuple[str, int, int], Row] = {}
    for found in run(context.store, "quotes", {"pattern": pattern(max(asked, key=len))}).dicts():
        words, start, end = " ".join(str(found["quote"]).split()), int(found["start"] or 0), int(found["end"] or 0)
        key = (str(found["document"]), start, end)
        if key in rows or start in shown or not all(one in folding.fold(words) for one in asked):
            continue
        source = str(found["source"] or found["title"] or found["document"])
        document = source.rpartition(".")[0] or source
        quote = {
            "quote": str(found["quote"]), "document": document, "document_id": key[0], "title": found["title"], "date": found["date"],
            "item": found["item"], "line": found["line"], "start": start, "end": end, "claim": None,
        }  # fmt: skip
        rows[key] = {
            "kind": "sentence", "type": "sentence", "name": None, "written": words, "cluster": None, "region": None, "score": _TEXT,
            "fact_id": str(found["fact"]), "documents": [document], "quotes": [quote],
        }  # fmt: skip
    return list(rows.values())
