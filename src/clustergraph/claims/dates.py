"""Dates and periods in Danish running text → partial ISO 8601, with the text's own words.

``2025``, ``2025-02``, ``2025-02-14``; a period is ``start/end``, open at either side. A season stays its year, a week and a quarter become
periods. Where the text leaves the year out, it comes from the day of the meeting, the weekday and the tense of the sentence; where these can't
tell, the value is None and only the words are kept. Case numbers, telephone numbers, shares, counts and version numbers are no dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache

from clustergraph.claims.reading import split_sentences
from clustergraph.lexicon import dates as lexicon

_PAST_SLACK = 7  # days that a date in the past tense may lie after the meeting: minutes are finished later
_FUTURE_SLACK = 90  # days that a future date may lie before it: a letter quoted in a case is older than the meeting


@dataclass(frozen=True, slots=True)
class When:
    """A date or period at a stretch of a text. ``value`` is None where the year can't be told."""

    start: int
    end: int
    value: str | None
    text: str


@dataclass(frozen=True, slots=True)
class _Moment:
    start: int
    end: int
    year: int | None
    month: int | None = None
    day: int | None = None
    last_month: int | None = None  # of a quarter or half year
    weekday: int | None = None
    week: int | None = None


@lru_cache(maxsize=4096)  # several recognizers ask for the same sentence
def find(text: str, anchor: str | None = None) -> tuple[When, ...]:
    """All dates and periods of a text, in order, without overlaps; ``anchor`` is the day of the meeting, ISO, as full as it is known."""
    moments = _moments(text, anchor)
    found: list[When] = []
    i = 0
    while i < len(moments):
        first = moments[i]
        second = moments[i + 1] if i + 1 < len(moments) else None
        if second and _joined(text, first, second):
            found.append(_period(text, first, second, anchor))
            i += 2
        else:
            found.append(When(first.start, first.end, _iso(_filled(text, first, anchor)), text[first.start : first.end]))
            i += 1
    return tuple(found)


def start_of(value: str) -> str | None:
    """The first date of a date or period."""
    return value.split("/")[0] or None


def end_of(value: str) -> str | None:
    """The last date of a date or period."""
    return value.split("/")[-1] or None


def later(value: str, months: int) -> str | None:
    """A partial date some months after another, as partial as it; None where only a year is known and the months are no whole years."""
    parts = [int(p) for p in value.split("-")]
    if len(parts) == 1:
        return f"{parts[0] + months // 12}" if months % 12 == 0 else None
    count = parts[0] * 12 + parts[1] - 1 + months
    return f"{count // 12}-{count % 12 + 1:02d}" + (f"-{parts[2]:02d}" if len(parts) > 2 and parts[2] < 29 else "")


def duration(text: str) -> int | None:
    """The first length of time that a text states, in months: "3 år", "seks måneder"; None where there is none."""
    number = rf"(\d{{1,2}}(?:,5)?|{lexicon.any_of('numbers')})"
    match = re.search(rf"(?<![\w.,]){number}[\s-]*({lexicon.any_of('duration_units')})(?!\w)", text.casefold())
    if not match:
        return None
    word = match.group(1)
    count = lexicon.numbers().get(word) or float(word.replace(",", "."))
    months = count * lexicon.duration_units()[match.group(2)]
    return int(months) if months == int(months) else None


# --- finding -------------------------------------------------------------------------------------------------------------------


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    months = lexicon.any_month()
    month = rf"(?P<month>{months})\b\.?"
    weekday = rf"(?:(?P<weekday>{lexicon.any_of('weekdays')})\s+)?"
    lead = rf"(?:(?<!\w)(?:den|d\.|pr\.)\s*)?{weekday}(?:(?<!\w)(?:den|d\.)\s*)?"
    year = r"(?P<year>(?:19|20)\d\d)(?![\d.]\d|\d)"
    short = r"(?P<short>['’´]\d\d)"
    ordinal = rf"(?:(?P<number>[1-4])\.|(?P<ordinal>{lexicon.any_of('ordinals')}))\s*"
    around = rf"(?P<around>{lexicon.any_of('around')})"
    after = r"(?![\w.]*\d|/\d|-\d+-)"
    apart = r"(?:(?<![\w./-])|(?<=\d{4}[-–]))"  # or behind the day that begins a period: "1.1.2024-31.12.2026"
    rows = [
        ("iso", r"(?<![\w-])(?P<year>(?:19|20)\d\d)-(?P<mm>\d\d)-(?P<dd>\d\d)(?![\w-]\d|\d)"),
        ("numeric", rf"{lead}{apart}(?P<dd>\d{{1,2}})[./-]\s?(?P<mm>\d{{1,2}})(?:[./-]\s?|\s+)(?P<yy>(?:19|20)\d\d){after}"),
        ("numeric", rf"{lead}(?<![\w./])(?P<dd>\d{{1,2}})(?P<sep>[./-])(?P<mm>\d{{1,2}})(?P=sep)(?P<yy>\d\d){after}"),
        ("numeric", r"(?<![\w./])(?P<dd>\d{1,2})/(?P<mm>\d{1,2})[-–](?P<yy>(?:19|20)?\d\d)(?![\w.]*\d|/\d|-\d+-)"),
        ("dayed", rf"{lead}(?<![\d./:,-])(?P<dd>\d{{1,2}})\s?\.?\s*{month}(?:\s*(?:{year}|{short}))?"),
        ("slash", r"(?P<cue>[\w().]+\s+)(?P<dd>\d{1,2})/(?P<mm>\d{1,2})(?![\w/.,-]*\d)"),
        ("part", rf"{ordinal}(?P<part>{lexicon.any_of('quarters')}|{lexicon.any_of('halves')})\.?(?:\s+(?:af\s+|i\s+)?{year})?"),
        ("quarter", rf"\bq(?P<number>[1-4])\s+{year}"),
        ("week", rf"\buge\s+(?P<week>\d{{1,2}})(?:,?\s+(?:i\s+)?{year})?(?!\d)"),
        ("season", rf"(?<!\w)(?P<season>{lexicon.any_of('seasons')})\s+(?:i\s+)?{year}"),
        ("monthed", rf"(?:{around}\s+)?(?<![\w.-]){month}(?:\s*,?\s*(?:måned\s+)?{year})"),
        ("month", rf"(?P<cue>[\w.]+\s+|[-–]\s*|(?=\w+\s?[-–]\s?(?:{months})))(?P<name>{months})\b(?!\.?\s*\d)(?P<after>\s+måned)?"),
        ("relative", rf"(?<!\w)(?P<relative>{lexicon.any_of('relative_years')})(?!\w)"),
        ("years", r"(?<![\w./-])(?P<year>(?:19|20)\d\d)\s?[-–/]\s?(?P<until>(?:19|20)?\d\d)(?![\w./-]*\d)"),
        ("year", rf"(?:{around}\s+)?(?<![\w.,/-]){year}(?![\w/-])"),
    ]  # fmt: skip
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in rows)


def _moments(text: str, anchor: str | None) -> list[_Moment]:
    taken: list[tuple[int, int]] = [m.span() for m in re.finditer(r"https?://\S+|www\.\S+|\S+@\S+", text)]
    found: list[_Moment] = []
    for name, pattern in _patterns():
        for match in pattern.finditer(text):
            start, end = match.span()
            if name in ("month", "slash"):
                start = match.end("cue")
            if any(start < e and s < end for s, e in taken):
                continue
            moments = _moment(name, match, text, anchor)
            if moments:
                taken.append((start, end))
                found.extend(moments)
    return sorted(found, key=lambda m: m.start)


def _moment(name: str, match: re.Match[str], text: str, anchor: str | None) -> list[_Moment]:
    groups = {key: value for key, value in match.groupdict().items() if value}
    here = _Moment(match.start(), match.end(), int(groups["year"]) if "year" in groups else None)
    if name == "slash" and not _is_day(groups["cue"], int(groups["dd"]), int(groups["mm"]), text[match.end() :]):
        return []
    if name in ("iso", "numeric", "dayed", "slash"):
        return _day(replace(here, start=match.end("cue")) if name == "slash" else here, groups)
    if name in ("part", "quarter"):
        return _part(here, groups)
    if name in ("monthed", "month"):
        return _month(here, groups, match)
    if name == "week":
        week = int(groups["week"])
        return [replace(here, week=week)] if 1 <= week <= 53 else []
    if name == "relative":
        year = int(anchor[:4]) + lexicon.relative_years()[_spaced(groups["relative"])] if anchor else None
        return [replace(here, year=year)]
    if name == "years":
        return _years(here, groups, text)
    if name == "year" and _is_number(text, match.start("year"), match.end()):
        return []
    return [here]


def _spaced(words: str) -> str:
    return " ".join(words.casefold().split())


def _day(here: _Moment, groups: dict[str, str]) -> list[_Moment]:
    year = here.year
    if "yy" in groups:
        year = int(groups["yy"]) if len(groups["yy"]) == 4 else 2000 + int(groups["yy"])
    elif "short" in groups:
        year = 2000 + int(groups["short"][1:])
    month = int(groups["mm"]) if "mm" in groups else lexicon.month_numbers()[groups["month"].casefold()]
    day = int(groups["dd"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return []
    weekday = lexicon.weekday_numbers().get(groups.get("weekday", "").casefold())
    return [replace(here, year=year, month=month, day=day, weekday=weekday)]


def _is_day(cue: str, day: int, month: int, after: str) -> bool:
    """Whether a pair such as 27/5 is a day and no fraction."""
    following = re.match(r"\s*([\w%]+)", after)
    if following and following.group(1).casefold() in lexicon.word_set("counted"):
        return False
    return day > month or cue.strip().casefold().strip(".()") in lexicon.word_set("day_cues")


def _part(here: _Moment, groups: dict[str, str]) -> list[_Moment]:
    half = groups.get("part", "").casefold() in lexicon.word_set("halves")
    length = 6 if half else 3
    number = int(groups["number"]) if "number" in groups else lexicon.ordinals()[groups["ordinal"].casefold()]
    number = number or 12 // length
    if number * length > 12:
        return []
    return [replace(here, month=(number - 1) * length + 1, last_month=number * length)]


def _month(here: _Moment, groups: dict[str, str], match: re.Match[str]) -> list[_Moment]:
    if "name" not in groups:
        return [replace(here, month=lexicon.month_numbers()[groups["month"].casefold()])]
    cue = groups.get("cue", "-").strip().casefold().strip(".")
    if "after" not in groups and cue not in lexicon.word_set("month_cues") and cue not in ("-", "–"):
        return []
    if groups["name"] != groups["name"].lower() and "after" not in groups:  # "fra Maj", "og August": a person
        return []
    if len(groups["name"]) <= 4 and groups["name"].casefold() not in ("maj", "juni", "juli"):  # "i mar": short forms need a day or year
        return []
    return [replace(here, start=match.start("name"), month=lexicon.month_numbers()[groups["name"].casefold()])]


def _years(here: _Moment, groups: dict[str, str], text: str) -> list[_Moment]:
    until = groups["until"]
    last = int(until) if len(until) == 4 else (here.year or 0) // 100 * 100 + int(until)
    if here.year is None or not here.year < last <= here.year + 30 or _is_number(text, here.start, here.end):
        return []
    return [replace(here, end=here.start + 4), replace(here, start=here.end - len(until), year=last)]


def _is_number(text: str, start: int, end: int) -> bool:
    """Whether the digits at a stretch number or count something and are no year."""
    before = re.search(r"([\w.§]+)[ \u00a0:]*$", text[:start])
    after = re.match(r"[ \u00a0]*([\w%]+)", text[end:])  # not in the next cell
    if before and before.group(1).casefold().strip(".") in lexicon.word_set("number_cues"):
        return True
    if re.search(r"\d[\s.]$", text[:start]) and not re.search(r"(?:19|20)\d\d\s$|\d\.\s$", text[:start]):
        return True  # part of a telephone number or a grouped amount
    if not after:
        return False
    word = after.group(1).casefold()
    return (word in lexicon.word_set("counted") and word != "af") or bool(re.fullmatch(r"\d{2,4}", word) and not _year_like(word))


def _year_like(word: str) -> bool:
    return len(word) == 4 and word[:2] in ("19", "20")


# --- periods and years that are left out ---------------------------------------------------------------------------------------


def _joined(text: str, first: _Moment, second: _Moment) -> bool:
    between = text[first.end : second.start].casefold()
    words = re.sub(r"\s+(?:den|d\.|ca\.)$", "", between.strip()).strip()
    if words in lexicon.word_set("range_words"):
        return True
    years = first.month is None and second.month is None and first.week is None
    return years and words in ("og", "", ",") and (second.year or 0) - (first.year or 0) == 1 and words == "og"


def _period(text: str, first: _Moment, second: _Moment, anchor: str | None) -> When:
    end = _filled(text, second, anchor)
    start = first
    if first.year is None:
        start = replace(first, year=end.year)
        crosses = end.year is not None and (first.month or 0, first.day or 0) > (end.month or 12, end.day or 31)
        if crosses and second.year is None:
            filled = _filled(text, first, anchor)
            start = filled
            end = replace(end, year=filled.year + 1) if filled.year is not None else end
        elif crosses and end.year is not None:
            start = replace(first, year=end.year - 1)
            if anchor and (_iso(end) or "") < anchor[:7]:  # "oktober – januar 2019" in a plan of June 2019: nobody can tell
                end = replace(end, year=None)
    a, b = _iso(start), _iso(end)
    value = None
    if a and b:
        value = f"{start_of(a)}/{end_of(b)}"
    return When(first.start, second.end, value, text[first.start : second.end])


def _filled(text: str, moment: _Moment, anchor: str | None) -> _Moment:
    if moment.year is not None or not anchor:
        return moment
    if moment.week is not None or moment.last_month is not None:
        return replace(moment, year=_nearest_year(moment, anchor, _tense(text, moment)))
    if moment.month is None:
        return moment
    return replace(moment, year=_nearest_year(moment, anchor, _tense(text, moment)))


def _tense(text: str, moment: _Moment) -> str | None:
    """What the words say of the time of a moment: a day by which something is due is to come."""
    if re.search(rf"(?<!\w)(?:{lexicon.any_of('due_by')})\s+(?:den\s+|d\.\s*)?$", text[: moment.start], re.IGNORECASE):
        return "future"
    if re.search(r"(?<!\w)siden\s+(?:den\s+)?$", text[: moment.start], re.IGNORECASE):
        return "past"
    for start, end in split_sentences(text):
        if start <= moment.start < end + 1:
            return lexicon.tense(text[start:end])
    return None


def _nearest_year(moment: _Moment, anchor: str, tense: str | None) -> int | None:
    middle = _day_of(anchor)
    candidates = []
    for year in range(middle.year - 3, middle.year + 4):
        day = _representative(moment, year)
        if day is None or (moment.weekday is not None and day.weekday() != moment.weekday):
            continue
        away = (day - middle).days
        allowed = (tense != "past" or away <= _PAST_SLACK) and (tense != "future" or away >= -_FUTURE_SLACK)
        candidates.append((moment.weekday is None and abs(year - middle.year) > 1, not allowed, abs(away), year))
    return min(candidates)[3] if candidates else None


def _day_of(value: str) -> date:
    year, month, day = ([int(p) for p in value.split("/")[0].split("-")] + [0, 0])[:3]
    return date(year, month or 7, day or 15 if month else 1)


def _representative(moment: _Moment, year: int) -> date | None:
    if moment.week is not None:
        return date(year, 1, 4) + timedelta(weeks=moment.week - 1)
    try:
        return date(year, moment.month or 7, moment.day or 15)
    except ValueError:  # 29 February
        return None


def _iso(moment: _Moment) -> str | None:
    if moment.year is None:
        return None
    if moment.week is not None:
        monday = date.fromisocalendar(moment.year, min(moment.week, 52), 1) + timedelta(weeks=max(0, moment.week - 52))
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if moment.month is None:
        return str(moment.year)
    if moment.last_month is not None:
        return f"{moment.year}-{moment.month:02d}/{moment.year}-{moment.last_month:02d}"
    if moment.day is None:
        return f"{moment.year}-{moment.month:02d}"
    return f"{moment.year}-{moment.month:02d}-{moment.day:02d}"
