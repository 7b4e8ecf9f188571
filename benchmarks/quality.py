"""How good the reading is: measures ``data/gold``, writes ``docs/quality.md`` and the table of confidences. ``make quality``.

The table (``lexicon/confidence.toml``) says, for a kind of fact and what its recognizer states, which share was right here: that share is
the confidence that users see. ``--check`` writes nothing and ends with 1 where the page no longer says what the code does.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from clustergraph import claims, documents, evaluation, lexicon, records
from clustergraph.evaluation import Figure, Tally

ROOT = Path(__file__).resolve().parent.parent
GOLD, UNSEEN, PAGE = ROOT / "data" / "gold", ROOT / "data" / "unseen", ROOT / "docs" / "quality.md"
PATTERN = Path(__file__).with_name("quality_page.md")
CONFIDENCE = ROOT / "src" / "clustergraph" / "lexicon" / "confidence.toml"
TOLERANCE = 2.0  # facts by which a share of the page may differ from what the code does
FEWEST = 15  # facts from which a share of its own is trusted
BINS = ((0.0, 0.6), (0.6, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 0.97), (0.97, 0.98), (0.98, 0.99), (0.99, 1.01))
KINDS = {name: kind for kind, name in records.LISTS.items()}


@dataclass
class Measured:
    """Figures of all documents, of each layout, and for each kind and stated confidence how many facts were told and right."""

    whole: Tally = field(default_factory=Tally)
    further: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    layouts: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    stated: dict[tuple[str, float], list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    shown: dict[tuple[str, float], list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    lines: int = 0
    explained: int = 0


def measure(gold: Path = GOLD) -> Measured:
    """Read every annotated document and compare."""
    found = Measured()
    for path in evaluation.gold_files([gold]):
        asked, document = evaluation.load(path), documents.read(evaluation.document_of(path))
        raw, unread = claims.read(document)
        for table, told in ((found.stated, raw), (found.shown, tuple(map(claims.calibrated, raw)))):
            facts = records.facts(document, told)
            compared = evaluation.compare(facts, asked)
            for kind, confidence, right in evaluation.confidences(facts, compared):
                counts = table[kind, confidence]
                counts[0] += 1
                counts[1] += right
        for name, counts in evaluation.further(facts, asked).items():
            found.further[name] = [had + more for had, more in zip(found.further[name], counts, strict=True)]
        found.whole.add(compared, path.name)
        found.layouts[document.layout].add(compared, path.name)
        places = [(u.span.start, u.span.end) for u in unread]
        lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", document.text)]
        found.lines += len(lines)
        found.explained += sum(not any(a < end and start < b for a, b in places) for start, end in lines)
    return found


def pooled(figures: Iterable[Figure]) -> Figure:
    """All kinds together."""
    rows = list(figures)
    return Figure("all", *(sum(getattr(row, name) for row in rows) for name in ("right", "asked", "told")))


def page(found: Measured, new: Tally) -> str:
    """The page; ``new`` are the figures of documents that no rule was written from."""
    figures = found.whole.figures()
    rows = [_row(figure.kind, figure) for figure in [*figures, pooled(figures)]]
    layouts = sorted(found.layouts.items(), key=lambda pair: (-pair[1].documents, pair[0]))
    return PATTERN.read_text(encoding="utf-8").format(
        documents=found.whole.documents,
        kinds="\n".join(rows),
        unseen_documents=new.documents,
        unseen="\n".join(_row(figure.kind, figure) for figure in [*new.figures(), pooled(new.figures())]),
        further="\n".join(_further(found.further)),
        layouts="\n".join(_layout(name, tally) for name, tally in layouts),
        calibration="\n".join(_calibration(found.shown)),
        error=f"{_error(found.shown):.3f}",
        explained=found.explained,
        lines=found.lines,
        share=f"{found.explained / max(1, found.lines):.3f}",
    )


def _row(name: str, figure: Figure) -> str:
    return f"| {name} | {figure.precision:.3f} | {figure.recall:.3f} | {figure.f1:.3f} | {figure.asked} | {figure.told} |"


def _layout(name: str, tally: Tally) -> str:
    figure = pooled(tally.figures())
    return f"| {name} | {tally.documents} | {figure.precision:.3f} | {figure.recall:.3f} | {figure.f1:.3f} |"


def _calibration(counts: Mapping[tuple[str, float], list[int]]) -> list[str]:
    rows = []
    for low, high in BINS:
        told, right = (sum(count[i] for (_, said), count in counts.items() if low <= said < high) for i in (0, 1))
        if told:
            rows.append(f"| {low:.2f}–{min(high, 1):.2f} | {told} | {right / told:.3f} |")
    return rows


def _further(counts: Mapping[str, list[int]]) -> list[str]:
    order = [f"{kind}.{name}" for kind, names in evaluation.FURTHER.items() for name in names]
    rows = [(name, *counts[name]) for name in order if name in counts]
    rows.append(("all", *(sum(row[i] for row in rows) for i in (1, 2))))
    return [f"| {name} | {right / asked:.3f} | {asked} |" for name, right, asked in rows if asked]


def _error(counts: Mapping[tuple[str, float], list[int]]) -> float:
    """By how much the confidence of a kind is off on average, weighed by the facts that have it."""
    off = sum(abs(said * told - right) for (_, said), (told, right) in counts.items())
    return off / max(1, sum(told for told, _ in counts.values()))


def confidences(found: Measured) -> str:
    """The table of confidences: kind → what is stated → the share that was right; one fact more, half of it right, keeps anything from certainty."""
    kinds: dict[str, dict[float, list[int]]] = defaultdict(dict)
    for (name, said), counts in found.stated.items():
        kinds[KINDS[name]][said] = counts
    lines = ["# Of facts of a kind, by what their recognizer states: the share that is right on data/gold. Written by `make quality`."]
    for kind, levels in sorted(kinds.items()):
        lines += ["", f"[{kind}]"]
        told, right = (sum(counts[i] for counts in levels.values()) for i in (0, 1))
        for said, (here, good) in sorted(levels.items()):
            of, hits = (here, good) if here >= FEWEST else (told, right)
            lines.append(f'"{said:.2f}" = {min(0.99, (hits + 0.5) / (of + 1)):.2f}')
    return "\n".join(lines) + "\n"


def stale(old: str, new: str) -> list[str]:
    """The lines of a page that no longer say what they should: other words, or shares that differ by more than :data:`TOLERANCE` facts and 2 %."""
    before, after = ([line for line in text.splitlines() if line.startswith("|")] for text in (old, new))
    found = [] if len(before) == len(after) else [f"{len(before)} rows, {len(after)} expected"]
    for was, now in zip(before, after, strict=False):
        shares = [[float(one) for one in re.findall(r"(?<=\| )[01]\.\d{3}(?= \|)", line)] for line in (was, now)]
        heads = [line.split("|")[1].strip() for line in (was, now)]
        counts = [int(one) for one in re.findall(r"(?<=\| )\d+(?= \|)", now)]
        allowed = max(0.02, TOLERANCE / max(1, min(counts, default=100)))
        if heads[0] != heads[1] or any(abs(a - b) > allowed for a, b in zip(*shares, strict=True)):
            found.append(f"{was}  now  {now}")
    return found


def main() -> int:
    """Write both files, or check the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        found = stale(PAGE.read_text(encoding="utf-8"), page(measure(), measure(UNSEEN).whole))
        sys.stdout.write("".join(line + "\n" for line in found))
        return 1 if found else 0
    CONFIDENCE.write_text(confidences(measure()), encoding="utf-8")
    lexicon.table.cache_clear()
    PAGE.write_text(page(measure(), measure(UNSEEN).whole), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
