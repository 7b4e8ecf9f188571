"""How well people are told apart and brought together: pairwise precision and recall and B-cubed, on mentions with known truth.

python benchmarks/identity.py                 # the labelled set and three sets of other seeds
python benchmarks/identity.py --errors        # with each pair that is wrong
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import importlib.util
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from types import ModuleType

from clustergraph.entities import resolve
from clustergraph.model import Claim, Document, Mention, Resolution, Span, View, mention_key
from clustergraph.records import claim_id

DATA = Path(__file__).resolve().parent.parent / "data" / "identity"
SEEDS = (8, 21, 1984)
Row = Mapping[str, str]


@dataclass(frozen=True)
class Figures:
    """``wrong`` are pairs that were made one and are two, ``missed`` pairs that are one and were left two."""

    mentions: int
    people: int
    precision: float
    recall: float
    b_cubed_precision: float
    b_cubed_recall: float
    wrong: tuple[tuple[str, str], ...]
    missed: tuple[tuple[str, str], ...]


def labelled() -> list[Row]:
    """The labelled set."""
    with (DATA / "mentions.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def made(seed: int) -> list[Row]:
    """A set of another seed."""
    return list(maker().rows(seed))


def maker() -> ModuleType:
    """The program that makes the sets."""
    spec = importlib.util.spec_from_file_location("make_mentions", DATA / "make_mentions.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def documents(rows: Sequence[Row]) -> tuple[list[Document], dict[str, list[Claim]]]:
    """The mentions as documents with claims, as the recognizers would give them."""
    held: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        held[row["document"]].append(row)
    found, said = [], {}
    for name, inside in held.items():
        text = f"{name}\n"
        ident = hashlib.sha256(text.encode()).hexdigest()
        found.append(
            Document(ident, f"{name}.txt", "text/plain", "plain", "minutes", name, inside[0]["date"], None, None, None, text, View(text, (0,), (0,)))
        )
        said[ident] = list(_claims(ident, name, inside))
    return found, said


def _claims(ident: str, name: str, rows: Iterable[Row]) -> Iterator[Claim]:
    span = Span(ident, 0, 1)

    def claim(kind: str, subject: tuple[str, str], obj: tuple[str, str] | None = None, **told: object) -> Claim:
        first, second = Mention(*subject, span), Mention(*obj, span) if obj else None  # type: ignore[arg-type]
        kept = {key: value for key, value in told.items() if value}
        return Claim(claim_id(kind, first, second, kept, (span,)), kind, first, second, kept, (span,), "made")

    for number, row in enumerate(rows):
        person, forum, employer = ("person", row["name"]), ("forum", row["forum"]), ("organisation", row["employer"])
        if number == 0:
            yield claim("meeting", ("document", name), forum, region=row["region"], cluster=row["cluster"], date=row["date"])
            yield claim("forum", ("forum", row["cluster"]), type="cluster")
            yield claim("forum", forum, of=row["cluster"])
        yield claim("person", person)
        if row["employer"]:
            yield claim("organisation", employer)
        if row["title"] or row["employer"]:
            yield claim("holds_role", person, employer if row["employer"] else None, role=row["title"])
        yield claim("forum_role", person, forum, capacity="member", attendance="present" if row["attends"] == "true" else None)


def key(row: Row) -> str:
    """The mention key of a row."""
    return mention_key(hashlib.sha256(f"{row['document']}\n".encode()).hexdigest(), "person", row["name"])


def decide(rows: Sequence[Row]) -> Resolution:
    """Who is who, by the program."""
    found, said = documents(rows)
    return resolve(found, said)


def figures(rows: Sequence[Row], resolution: Resolution) -> Figures:
    """The program's answer against the truth."""
    truth = {row["mention"]: row["person"] for row in rows}
    told = {row["mention"]: resolution.canonical[key(row)] for row in rows}
    asked, given = _pairs(truth), _pairs(told)
    right = asked & given
    b_precision = sum(_share(told, truth, mention) for mention in truth) / len(truth)
    b_recall = sum(_share(truth, told, mention) for mention in truth) / len(truth)
    people = len(set(truth.values()))
    wrong, missed = tuple(sorted(given - asked)), tuple(sorted(asked - given))
    return Figures(len(rows), people, len(right) / len(given), len(right) / len(asked), b_precision, b_recall, wrong, missed)


def _pairs(groups: Mapping[str, str]) -> set[tuple[str, str]]:
    members: dict[str, list[str]] = defaultdict(list)
    for mention, group in groups.items():
        members[group].append(mention)
    return {pair for held in members.values() for pair in combinations(sorted(held), 2)}


def _share(groups: Mapping[str, str], other: Mapping[str, str], mention: str) -> float:
    """Of the mentions in the group of a mention, the share that is with it in the other grouping too."""
    held = [one for one, group in groups.items() if group == groups[mention]]
    return sum(other[one] == other[mention] for one in held) / len(held)


def main() -> None:
    """Print a line a set."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    print(f"{'set':10}{'mentions':>9}{'people':>8}{'precision':>11}{'recall':>9}{'B3 prec.':>10}{'B3 recall':>11}{'seconds':>9}")
    for name, rows in [("labelled", labelled()), *((f"seed {seed}", made(seed)) for seed in SEEDS)]:
        begin = time.perf_counter()
        resolution = decide(rows)
        took, found = time.perf_counter() - begin, figures(rows, resolution)
        shown = (found.precision, found.recall, found.b_cubed_precision, found.b_cubed_recall)
        print(f"{name:10}{found.mentions:9}{found.people:8}{shown[0]:11.4f}{shown[1]:9.4f}{shown[2]:10.4f}{shown[3]:11.4f}{took:9.2f}")
        if options.errors:
            _show(rows, found, resolution)


def _show(rows: Sequence[Row], found: Figures, resolution: Resolution) -> None:
    by_id = {row["mention"]: row for row in rows}
    unsure = {frozenset(resolution.canonical[end] for end in (j.left, j.right)) for j in resolution.judgements if j.verdict == "unsure"}
    for what, pairs in (("wrong", found.wrong), ("missed", found.missed)):
        seen: Counter[tuple[str, ...]] = Counter()
        for pair in pairs:
            ends = [by_id[end] for end in pair]
            asked = frozenset(resolution.canonical[key(end)] for end in ends) in unsure
            parts = [f"{e['name']}, {e['title']}, {e['employer']}, {e['forum']} of {e['cluster']} {e['date'][:4]}" for e in ends]
            seen[(what, "asked of a person" if asked else "not asked", ends[0]["case"], *parts)] += 1
        for line, _ in sorted(seen.items()):
            print("   ", " | ".join(line))


if __name__ == "__main__":
    main()
