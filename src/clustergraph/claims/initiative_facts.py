"""What the sentences about an initiative tell: its days, state, people, bodies, money, purpose and target group."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from clustergraph.claims import amounts, dates, places
from clustergraph.claims.initiative_groups import Group
from clustergraph.claims.initiative_parts import involved
from clustergraph.claims.initiative_sentences import assigned, mention
from clustergraph.claims.plan_cells import status_of
from clustergraph.claims.reading import Reading, split_sentences
from clustergraph.lexicon import initiatives as lexicon
from clustergraph.lexicon import money as money_words

_NEXT_CLAUSE = r",\s+(?:og|men|mens|hvorefter|hvorpå)\s+(?=\S+\s)"


@dataclass(slots=True)
class Told:
    """What is told of one initiative; every value with the sentence that shows it."""

    values: dict[str, Any] = field(default_factory=dict)
    evidence: list[tuple[int, int]] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)

    def add(self, name: str, value: Any, sentence: tuple[int, int], prolongs: bool = False) -> None:
        """Keep the first value of a single-valued field, or the one that ``prolongs``; lists grow."""
        if value in (None, [], ""):
            return
        if isinstance(value, list):
            kept = self.values.setdefault(name, [])
            new = [v for v in value if v not in kept]
            kept.extend(new)
            if not new:
                return
        elif name in self.values and not (prolongs or (name in ("start", "end") and str(value).startswith(f"{self.values[name]}-"))):
            return
        else:
            self.values[name] = value
        if sentence not in self.evidence:
            self.evidence.append(sentence)


def tell(reading: Reading, groups: Sequence[Group], anchor: str | None) -> list[Told]:
    """What is told of each of some initiatives, in their order."""
    told = [Told() for _ in groups]
    for index, sentence, first in assigned(reading, groups):
        told[index].sentences.append(sentence)
        words = reading.text[sentence[0] : sentence[1]]
        if money_words.status(words) != "saving" and not lexicon.pattern("sentences.left_over").search(words):
            told[index].add("budget", _budget(words, anchor, groups, index, first), sentence)
        if first:
            _read(reading, told[index], sentence, anchor)
    _read_rows(reading, groups, told)
    for group, one in zip(groups, told, strict=True):
        _settle(reading, group, one, anchor)
    return told


def _read(reading: Reading, told: Told, sentence: tuple[int, int], anchor: str | None) -> None:
    words = reading.text[sentence[0] : sentence[1]]
    apart = re.match(rf"\W*(?:(?:den|en)\s+)?(?:\w+\s+)?(?={lexicon.pattern('sentences.apart').pattern})", words, re.IGNORECASE)
    for name, value in (_times(words, anchor) if apart is None else {}).items():
        told.add(name, value, sentence, prolongs=name == "end" and "forlæng" in words.casefold() and status_of(words) != "proposed")
    _read_people(reading, told, words, sentence)
    rows = list(involved(reading, sentence, words))
    told.add("anchored_in", [row["body"] for row in rows if row["part"] in ("responsible", "anchored")], sentence)
    told.add("involved", [row for row in rows if row["part"] != "anchored"], sentence)
    if (title := re.match(rf"\s*(?:{lexicon.any_of('sentences.titles')})\W+(?P<name>[A-ZÆØÅ][^.]{{8,120}})", words, re.IGNORECASE)) is not None:
        told.add("aliases", [title["name"].strip(" \"”“’‘'")], sentence)
    if lexicon.pattern("sentences.target_group").search(words):
        told.add("target_group", _after(words, "sentences.target_group"), sentence)
    elif lexicon.pattern("sentences.purpose").search(words):
        told.add("purpose", words.strip(), sentence)
    if apart is None and (status := status_of(words)) is not None:
        told.values.setdefault("_statuses", []).append((status, sentence))
    if (months := dates.duration(words)) is not None and re.search(r"(?<!\w)(?:kører|køre|varer|løber|løbe|frem|periode\w*)(?!\w)", words):
        told.add("_months", months, sentence)


def _after(words: str, path: str) -> str:
    match = lexicon.pattern(path).search(words)
    return (words[match.end() :] if match else words).strip(" ,:.")


def _times(words: str, anchor: str | None) -> dict[str, str | None]:
    """Start and end by the words right before a date."""
    found: dict[str, str | None] = {}
    for when in sorted(dates.find(words, anchor), key=lambda w: "/" not in (w.value or "")):
        if not when.value:
            continue
        before = re.split(_NEXT_CLAUSE, words[max(0, when.start - 60) : when.start])[-1] + _led_by(when.text)
        if _is_of_sum(words, when):
            continue
        bracketed = re.search(r"\(\s*$", before) and words[when.end :].lstrip().startswith(")")
        if "/" in when.value and not lexicon.pattern("time.points").search(when.text) and (bracketed or _is_period(words, before)):
            found.setdefault("start", dates.start_of(when.value))
            found.setdefault("end", dates.end_of(when.value))
            continue
        start, end = _last(before, "time.start"), _last(before, "time.end")
        if when.text.casefold().startswith("hele") and lexicon.pattern("time.period").search(before):
            found.setdefault("start", when.value)
            found.setdefault("end", when.value)
        elif end > start or (lexicon.pattern("time.period").search(words) and re.search(r"(?<!\w)til\s+(?:og\s+med\s+)?(?:den\s+)?$", before)):
            found.setdefault("end", dates.end_of(when.value))
        elif start > -1 or re.search(r"(?<!\w)(?:fra|siden)\s+(?:den\s+)?$", before, re.IGNORECASE):
            found.setdefault("start", dates.start_of(when.value))
        elif re.match(r"\s*(?:igangsættes|starter|startede|åbnede|åbner|begynder|påbegyndes|igangsattes|opstartes)", words[when.end :]):
            found.setdefault("start", dates.start_of(when.value))
    return found


def _is_of_sum(words: str, when: dates.When) -> bool:
    """Whether a period is that for which a sum right before it is given: "2,1 mio. kr. (2025-2026)", "2 mio. kr. over 3 år (2024-2026)"."""
    return any(
        re.fullmatch(r"\s*(?:(?:fordelt\s+)?over\s+\w+\s+år\s*)?\(\s*", words[one.end : when.start])
        for one in amounts.find(words)
        if one.end <= when.start
    )


def _led_by(text: str) -> str:
    """The word of a date that says what it is the date of: "start januar 2025"."""
    first = re.match(r"\w+\s", text)
    return first.group() if first and lexicon.pattern("time.start").fullmatch(first.group().strip()) else ""


def _is_period(words: str, before: str) -> bool:
    """Whether two days or years behind some words are those in which a thing runs: "fra marts til maj", "i 2024-2026"."""
    led = re.search(r"(?<!\w)(?:fra|i|over|i\s+perioden|i\s+årene)\s+$", before, re.IGNORECASE)
    return bool(led or lexicon.pattern("time.period").search(words) or lexicon.pattern("time.start").search(before))


def _last(words: str, path: str) -> int:
    return max((m.end() for m in lexicon.pattern(path).finditer(words)), default=-1)


def _read_people(reading: Reading, told: Told, words: str, sentence: tuple[int, int]) -> None:
    """The people whom a sentence calls leaders of the initiative or contacts for it."""
    people = [(start - sentence[0], end - sentence[0], person.name) for start, end, person in reading.people.within(*sentence)]
    if not people:
        return
    contact = lexicon.pattern("people.contact_before").search(words)
    if contact:
        told.add("contacts", list(dict.fromkeys(name for start, _, name in people if start >= contact.start())), sentence)
        return
    many = lexicon.pattern("people.leads_before").search(words)
    one = lexicon.pattern("people.lead_before").search(words)
    if many:
        told.add("leads", list(dict.fromkeys(name for start, _, name in people if start >= many.end())), sentence)
    elif re.search(rf"\bsom\s+(?:han|hun)\s+er\s+(?:{lexicon.any_of('people.roles')})\s+(?:for|på)\b", words):
        told.add("leads", [people[0][2]], sentence)
    elif one:
        told.add("leads", [name for start, _, name in people if 0 <= start - one.end() <= 40][:1], sentence)
    told.add("leads", [name for start, end, name in people if _is_lead(words, start, end)], sentence)


def _read_rows(reading: Reading, groups: Sequence[Group], told: Sequence[Told]) -> None:
    """People of a list of leaders or contacts: of the initiative that the point spoke of last before the list."""
    for row in reading.rows:
        name = {"leads": "leads", "contacts": "contacts"}.get(row.kind)
        if name is None and re.match(
            rf"(?:de\s+)?(?:{lexicon.any_of('people.leads_before')})(?!\w)", _lead_of_list(reading, row.line[0]), re.IGNORECASE
        ):
            name = "leads"
        person = reading.people.at(row.start, row.end) if name and row.name else None
        item = places.item_of(reading, row.start)
        if name is None or person is None or item is None:
            continue
        before = [(s[0], i) for i, t in enumerate(told) for s in t.sentences if item.start <= s[0] < row.start]
        if before:
            told[max(before)[1]].add(name, [person.name], row.line)


def _lead_of_list(reading: Reading, offset: int) -> str:
    """The last sentence of the line that leads the list of a place."""
    above = [line for line in reading.lines_in(max(0, offset - 1500), offset) if not places.is_point(line)]
    if not above or not above[-1].text.rstrip().endswith(":"):
        return ""
    start, end = list(split_sentences(above[-1].text))[-1]
    return above[-1].text[start:end]


def _is_lead(words: str, start: int, end: int) -> bool:
    """Whether words call the person at a place a leader: "X er projektleder", "er X, kontorchef, projektansvarlig"."""
    after = words[end:]
    if re.match(rf"(?:,[^.;]{{0,60}}?,)?\s+(?:{lexicon.any_of('people.lead_after')})(?!\w)", after, re.IGNORECASE):
        return True
    return bool(
        re.search(r"(?<!\w)er\s+$", words[:start]) and re.match(rf"(?:,[^.;]{{0,80}})?,\s+(?:{lexicon.any_of('people.roles')})", after, re.IGNORECASE)
    )


def _budget(words: str, anchor: str | None, groups: Sequence[Group], index: int, first: bool) -> list[dict[str, Any]]:
    """The sums of a sentence that go to an initiative: those "til" it, else all where it is the first that the sentence names."""
    whens = dates.find(words, anchor)
    sums = [(one, _goes_to(words[one.end :], groups)) for one in amounts.find(words)]
    apart = any(target == index for _, target in sums)
    found = []
    for one, goes_to in sums:
        other = apart and goes_to is None and re.match(r"\s*(?:til|for)\s+[A-ZÆØÅ]", words[one.end :])
        if (goes_to != index and (goes_to is not None or not first)) or other:
            continue
        when = next((w for w in whens if w.value and 0 <= w.start - one.end <= 25), None)
        found.append({"amount_dkk": one.amount, "period": when.value if when else None})
    return found


def _goes_to(after: str, groups: Sequence[Group]) -> int | None:
    """The initiative that the words right behind a sum name: "til projektet Samme Dag"."""
    behind = re.match(r"\s*(?:til|for)\s+(?P<rest>.{3,80})", after)
    if behind is None:
        return None
    rest = behind["rest"]
    bare = re.sub(r"^(?:[a-zæøå]+\s+){1,2}(?=[A-ZÆØÅ\"”“»])[\"”“»]?", "", rest)
    return next((i for i, g in enumerate(groups) if mention(g).match(rest) or mention(g).match(bare)), None)


def _settle(reading: Reading, group: Group, told: Told, anchor: str | None) -> None:
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
    if "anchored_in" not in values and (parties := _parties(reading, group)):
        values["anchored_in"] = parties
    anchor = anchor or _year_of_plan(reading)
    if "status" not in values:
        values["status"] = _status(values, [s for s, _ in statuses], anchor, _only_asked(reading, group))
        told.evidence.extend(s for name, s in statuses if name == values["status"] and s not in told.evidence)


def _year_of_plan(reading: Reading) -> str | None:
    """The first year in the title of a document without a day: "Handlingsplan 2024-2025"."""
    when = next((w for w in dates.find(reading.document.title or "") if w.value), None)
    return when.value[:4] if when is not None and when.value else None


def _parties(reading: Reading, group: Group) -> list[str]:
    """The bodies of a name such as "samarbejdsprojekt mellem A og B"."""
    for candidate in group.candidates:
        words = reading.text[candidate.start : candidate.end]
        if not (candidate.head or "").endswith("projekt"):
            continue
        if match := re.search(r"(?<!\w)mellem(?!\w)", words):
            found = [b.name for _, _, b in reading.bodies.at(candidate.start + match.end(), candidate.end)]
            if len(found) >= 2:
                return list(dict.fromkeys(found))
    return []


def _only_asked(reading: Reading, group: Group) -> bool:
    """Whether an initiative is named in recommendations alone."""
    return all(reading.part_at(c.start, "recommendation") is not None for c in group.candidates)


def _status(values: dict[str, Any], statuses: Sequence[str], anchor: str | None, asked: bool) -> str:
    order = [name for name, _ in lexicon.statuses()]
    strongest = min(statuses, key=order.index, default=None)
    start, end = values.get("start"), values.get("end")
    later = bool(anchor and start and start > anchor[: len(start)])
    if strongest in ("stopped", "paused", "proposed") or (strongest == "completed" and not later):
        return strongest
    if later:
        return "planned"
    if anchor and end and end < anchor[: len(end)]:
        return "completed"
    if anchor and start:
        return "active"
    return next((s for s in reversed(statuses) if s in ("planned", "active")), "proposed" if asked else "active")
