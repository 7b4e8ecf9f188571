"""What a document says of each initiative: the sentences that speak of it, and what they tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from clustergraph.claims import amounts, dates, places
from clustergraph.claims.initiative_groups import Group
from clustergraph.claims.plan_tables import status_of
from clustergraph.claims.reading import Reading
from clustergraph.lexicon import dates as date_words
from clustergraph.lexicon import initiatives as lexicon
from clustergraph.lexicon import money as money_words

_NAME = (
    r"[A-ZÆØÅ][a-zæøåéüöä]+(?:-[A-ZÆØÅ][a-zæøå]+)?(?:\s+[A-ZÆØÅ]\.)?(?:\s+(?:von|van|de|af|el)?\s?[A-ZÆØÅ][a-zæøåéüöä]+(?:-[A-ZÆØÅ][a-zæøå]+)?){1,3}"
)


@dataclass(slots=True)
class Told:
    """What is told of one initiative; every value with the sentence that shows it."""

    values: dict[str, Any] = field(default_factory=dict)
    evidence: list[tuple[int, int]] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)

    def add(self, name: str, value: Any, sentence: tuple[int, int]) -> None:
        """Keep the first value of a single-valued field; lists grow."""
        if value in (None, [], ""):
            return
        if isinstance(value, list):
            kept = self.values.setdefault(name, [])
            new = [v for v in value if v not in kept]
            kept.extend(new)
            if not new:
                return
        elif name in self.values:
            return
        else:
            self.values[name] = value
        if sentence not in self.evidence:
            self.evidence.append(sentence)


def tell(reading: Reading, groups: Sequence[Group], anchor: str | None) -> list[Told]:
    """What is told of each of some initiatives, in their order."""
    told = [Told() for _ in groups]
    for index, sentence in _assigned(reading, groups):
        told[index].sentences.append(sentence)
        _read(reading, groups[index], told[index], sentence, anchor)
    for group, one in zip(groups, told, strict=True):
        _settle(group, one, anchor)
    return told


# --- which sentence speaks of which initiative ---------------------------------------------------------------------------------


def _assigned(reading: Reading, groups: Sequence[Group]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Pairs of an initiative and a sentence about it: named in it, meant by "projektet" and the like, or inside its row."""
    scopes = [(c.scope, i) for i, g in enumerate(groups) for c in g.candidates if c.scope and c.source == "table"]
    patterns = [_mention(g) for g in groups]
    current: list[int] = []
    item = -2
    for line in reading.lines:
        part = places.item_of(reading, line.start)
        index = part.index if part else -1
        if index != item:
            item, current = index, []
        inside = next((i for scope, i in scopes if scope[0] <= line.start < scope[1]), None)
        for sentence in reading.sentences_in(line):
            here = next((i for scope, i in scopes if scope[0] <= sentence[0] < scope[1]), inside)
            if here is not None:
                yield here, sentence
                continue
            words = reading.text[sentence[0] : sentence[1]]
            named = sorted((m.start(), i) for i, p in enumerate(patterns) if (m := p.search(words)))
            if named:
                current = [i for i in current if i not in {n for _, n in named}] + [i for _, i in reversed(named)]
                yield named[0][1], sentence
            elif (meant := _meant(words, groups, current)) is not None:
                yield meant, sentence


def _mention(group: Group) -> re.Pattern[str]:
    ways = sorted({w for w in (group.name, *group.aliases()) if len(w) >= 4 or w.isupper()}, key=lambda w: (-len(w), w))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(w).replace(chr(92) + ' ', chr(92) + 's+') for w in ways)})(?!\w)", re.IGNORECASE)


def _meant(words: str, groups: Sequence[Group], current: Sequence[int]) -> int | None:
    """The initiative named last that a word such as "projektet" in a sentence may stand for."""
    for index in reversed(current):
        head = groups[index].head or ""
        forms = [f for h, fs in lexicon.back_references().items() if head.endswith(h) for f in fs]
        if not head or head.endswith("projekt") or head in ("indsats", "initiativ", "program") or not forms:
            forms = [*forms, *lexicon.back_references()["any"]]
        if re.search(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", words, re.IGNORECASE):
            return index
    return None


# --- what a sentence tells -----------------------------------------------------------------------------------------------------


def _read(reading: Reading, group: Group, told: Told, sentence: tuple[int, int], anchor: str | None) -> None:
    words = reading.text[sentence[0] : sentence[1]]
    for name, value in _times(words, anchor).items():
        told.add(name, value, sentence)
    _read_people(reading, told, words, sentence)
    involved = list(_involved(reading, sentence, words))
    told.add("anchored_in", [row["body"] for row in involved if row["part"] in ("responsible", "anchored")], sentence)
    told.add("involved", [row for row in involved if row["part"] != "anchored"], sentence)
    if lexicon.pattern("sentences.target_group").search(words):
        told.add("target_group", _after(words, "sentences.target_group"), sentence)
    elif lexicon.pattern("sentences.purpose").search(words):
        told.add("purpose", words.strip(), sentence)
    if money_words.status(words) != "saving":
        told.add("budget", _budget(words, anchor), sentence)
    if (status := status_of(words)) is not None:
        told.values.setdefault("_statuses", []).append((status, sentence))
    if (months := dates.duration(words)) is not None and re.search(r"(?<!\w)(?:kører|køre|varer|løber|løbe|frem|periode\w*)(?!\w)", words):
        told.add("_months", months, sentence)


def _after(words: str, path: str) -> str:
    match = lexicon.pattern(path).search(words)
    return re.split(r"[.;]", words[match.end() :] if match else words)[0].strip(" ,:")


def _times(words: str, anchor: str | None) -> dict[str, str | None]:
    """Start and end by the words right before a date."""
    found: dict[str, str | None] = {}
    for when in dates.find(words, anchor):
        if not when.value:
            continue
        before = words[max(0, when.start - 60) : when.start]
        if "/" in when.value and (lexicon.pattern("time.period").search(words) or lexicon.pattern("time.start").search(before)):
            found.setdefault("start", dates.start_of(when.value))
            found.setdefault("end", dates.end_of(when.value))
            continue
        start, end = _last(before, "time.start"), _last(before, "time.end")
        if (
            re.search(rf"(?:{date_words.any_of('around')})\s*$", before)
            and re.search(r"hele\s*$", before)
            and lexicon.pattern("time.period").search(before)
        ):
            found.setdefault("start", when.value)
            found.setdefault("end", when.value)
        elif end > start:
            found.setdefault("end", dates.end_of(when.value))
        elif start > -1:
            found.setdefault("start", dates.start_of(when.value))
        elif re.match(r"\s*(?:igangsættes|starter|startede|åbnede|åbner|begynder|påbegyndes|igangsattes|opstartes)", words[when.end :]):
            found.setdefault("start", dates.start_of(when.value))
    return found


def _last(words: str, path: str) -> int:
    return max((m.end() for m in lexicon.pattern(path).finditer(words)), default=-1)


def _read_people(reading: Reading, told: Told, words: str, sentence: tuple[int, int]) -> None:
    for field_name, names in (("leads", _leads(words)), ("contacts", _contacts(words))):
        known = [n for n in names if not any(n in b.name or b.name in n for _, _, b in reading.bodies.at(*sentence))]
        told.add(field_name, known, sentence)


@cache
def _people_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    before, after = lexicon.any_of("people.lead_before"), lexicon.any_of("people.lead_after")
    contact = lexicon.any_of("people.contact_before")
    title = r"(?:[\wæøåÆØÅ.-]+\s+){0,3}?"
    return (
        re.compile(rf"(?i:(?<!\w)(?:{before})(?!\w))[\s:;,]*(?:er[\s:]+)?(?P<rest>.+)"),
        re.compile(rf"(?P<name>{_NAME})(?:,[^.;]{{0,60}}?)?,?\s+(?i:{after})(?!\w)"),
        re.compile(rf"(?i:(?<!\w)(?:{contact})(?!\w))\s*(?:er)?[\s:]+{title}(?P<name>{_NAME})"),
    )


def _leads(words: str) -> list[str]:
    lead, after, _ = _people_patterns()
    found = [m["name"] for m in after.finditer(words)]
    match = lead.search(words)
    if match:
        many = re.search(r"(?i)projektledere|projektlederne|projektledelsen", match.group())
        names = [
            n.group()
            for n in re.finditer(_NAME, match["rest"])
            if not re.search(r"(?i)kommune|region|hospital|universitet|psykiatri|klynge", n.group())
        ]
        near = re.match(rf"\W*(?:[a-zæøå]+\s+){{0,2}}{_NAME}", match["rest"])
        found.extend(names if many else names[:1] if near else [])
    return list(dict.fromkeys(found))


def _contacts(words: str) -> list[str]:
    return list(dict.fromkeys(m["name"] for m in _people_patterns()[2].finditer(words)))


def _involved(reading: Reading, sentence: tuple[int, int], words: str) -> Iterator[dict[str, Any]]:
    """Who is responsible for, starts, joins, follows, supports or approves, by the words around a body; and how many joined."""
    rows = [(s - sentence[0], e - sentence[0], b.name) for s, e, b in reading.bodies.at(*sentence)]
    taken = [(s, e) for s, e, _ in rows]
    rows += [
        (m.start(), m.end(), m.group()) for m in lexicon.pattern("collectives.words").finditer(words) if not any(s <= m.start() < e for s, e in taken)
    ]
    seen = set()
    for start, end, name in sorted(rows):
        for part, form in lexicon.parts():
            before, _, after = form.partition("{}")
            if re.search(rf"(?:^|(?<!\w)){before}$", words[:start], re.IGNORECASE) and re.match(rf"{after}(?!\w)", words[end:], re.IGNORECASE):
                if (name, part) not in seen:
                    seen.add((name, part))
                    yield {"body": name, "part": part}
                break
    for match in re.finditer(
        r"(?<![\w.])(?:[Aa]lle\s+)?(?P<count>\d{1,3})\s+(?P<who>kommuner|klynger|regioner|hospitaler)\s+(?:har\s+sagt\s+ja|deltager|er\s+med|har\s+tilsluttet)",
        words,
    ):
        yield {"body": match["who"], "part": "joined", "count": int(match["count"])}


def _budget(words: str, anchor: str | None) -> list[dict[str, Any]]:
    whens = dates.find(words, anchor)
    found = []
    for one in amounts.find(words):
        when = next((w for w in whens if w.value and 0 <= w.start - one.end <= 25), None)
        found.append({"amount_dkk": one.amount, "period": when.value if when else None})
    return found


def _settle(group: Group, told: Told, anchor: str | None) -> None:
    """What follows from several sentences: the end from start and length, the state from the days and the words."""
    values = told.values
    for candidate in group.candidates:
        for name, value in candidate.facts.items():
            if name in ("anchored_in", "status", "start", "end", "maturity", "budget") or name not in values:
                values[name] = value
    months = values.pop("_months", None)
    if months and "start" in values and "end" not in values:
        values["end"] = dates.later(values["start"], months)
    statuses = values.pop("_statuses", [])
    if "status" not in values:
        values["status"] = _status(group, values, [s for s, _ in statuses], anchor)
        told.evidence.extend(s for name, s in statuses if name == values["status"] and s not in told.evidence)


def _status(group: Group, values: dict[str, Any], statuses: Sequence[str], anchor: str | None) -> str:
    order = [name for name, _ in lexicon.statuses()]
    strongest = min(statuses, key=order.index, default=None)
    start, end = values.get("start"), values.get("end")
    if strongest in ("stopped", "paused", "completed", "proposed"):
        return strongest
    if anchor and start and start > anchor[: len(start)]:
        return "planned"
    if anchor and end and end < anchor[: len(end)]:
        return "completed"
    if anchor and start:
        return "active"
    return "planned" if strongest == "planned" and "active" not in statuses else "active"
