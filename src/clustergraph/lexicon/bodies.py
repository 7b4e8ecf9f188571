"""Questions about the words that name organisations and forums: ``bodies.toml`` and the registry's names."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from clustergraph import resources
from clustergraph.lexicon import table

BodyKind = Literal["organisation", "forum"]


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that makes a name a body; the fields are those of ``bodies.toml``."""

    lemma: str
    forms: tuple[str, ...]  # indefinite, definite, plural, definite plural; "" where there is none
    kind: BodyKind
    type: str
    types: tuple[tuple[str, str], ...]  # (ending of the beginning, type)
    kinds: tuple[str, ...]
    topic: frozenset[str]
    proper: str
    needs: str
    whole_document: bool
    is_kind: bool
    level: frozenset[str]
    level_capital: frozenset[str]  # those that make a name only where the noun is written with a capital too
    unchanged: bool  # the plural has the form of the singular
    doubtful: frozenset[str]  # beginnings that make it a body only with a capital in the midst of a sentence


@dataclass(frozen=True, slots=True)
class Noun:
    """A word read as a head: ``beginning`` is what stands before the head inside the word ("arbejds"), ``lemma`` both together."""

    head: Head
    beginning: str
    definite: bool
    plural: bool
    genitive: bool
    doubtful: bool = False  # a beginning that as a rule makes it something else: "Lægemiddelgruppen" is a body only amid a sentence

    @property
    def lemma(self) -> str:
        """The word in the indefinite singular."""
        return self.beginning + self.head.lemma

    @property
    def type(self) -> str:
        """The type that the beginning makes, else that of the head."""
        low = self.beginning.casefold()
        return next((kind for ending, kind in self.head.types if low.endswith(ending)), self.head.type)

    @property
    def neuter(self) -> bool:
        """Whether "det" points to it rather than "den"."""
        return self.head.forms[1].endswith("t")

    @property
    def says_only_kind(self) -> bool:
        """Whether the word itself is no name, with or without a beginning: "foreningen", "patientforeningen"."""
        return not self.beginning or self.beginning.casefold() in self.head.kinds

    @property
    def names_a_kind(self) -> bool:
        """Whether the word alone says only what kind of body it is: "arbejdsgruppen", "følgegruppen"."""
        low = self.beginning.casefold()
        return low in self.head.kinds or (self.head.is_kind and not low) or (self.head.whole_document and not low)


@dataclass(frozen=True, slots=True)
class Known:
    """A name of the registry, or a fixed name of the language. ``place`` is the registry's region code, where it has one."""

    name: str
    kind: BodyKind
    type: str
    region: str | None = None


@cache
def _heads() -> tuple[tuple[str, Head, tuple[str, ...], int], ...]:
    found = []
    for row in table("bodies")["heads"]:
        types = tuple((ending, kind) for kind, endings in row.get("types", {}).items() for ending in endings)
        head = Head(
            next(form for form in row["forms"] if form),
            tuple(row["forms"]),
            row["kind"],
            row["type"],
            types,
            tuple(row.get("kinds", ())) + tuple(row.get("generic", ())),
            frozenset(row.get("topic", ())),
            row.get("proper", "none"),
            row.get("needs", ""),
            row.get("whole_document", False),
            row.get("is_kind", False),
            frozenset(row.get("level", ())),
            frozenset(row.get("level_capital", ())),
            row["forms"][0] == row["forms"][2],
            frozenset(row.get("doubtful", ())),
        )
        not_after = tuple(row.get("not_after", ()))
        found += [(form, head, not_after, number) for number, form in enumerate(row["forms"]) if form]
        found += [(form, head, not_after, 1) for form in row.get("also", ())]  # other spellings of the definite form
    return tuple(sorted(found, key=lambda entry: (-len(entry[0]), entry[0], entry[3])))


@cache
def _heads_by_end() -> dict[str, tuple[tuple[str, Head, tuple[str, ...], int], ...]]:
    """The last two letters of a form → the heads that have such a form, the longest first."""
    found: dict[str, list[tuple[str, Head, tuple[str, ...], int]]] = {}
    for entry in _heads():
        found.setdefault(entry[0][-2:], []).append(entry)
    return {end: tuple(entries) for end, entries in found.items()}


@cache
def noun(word: str) -> Noun | None:
    """A word read as a head, the longest head first; None where it is none."""
    low = word.casefold()
    for genitive, base in ((False, low), (True, low[:-1] if low.endswith("s") else "")):
        for form, head, not_after, number in _heads_by_end().get(base[-2:], ()):
            if not base.endswith(form):
                continue
            beginning = word[: len(base) - len(form)]
            bare = beginning.casefold().rstrip("-")
            if re.search(r"[a-zæøå]{2}[A-ZÆØÅ]|[a-df-hj-zæøå][A-ZÆØÅ]", beginning) and not beginning.endswith("-"):  # two words run together
                return None
            if len(bare) == 1 and bare not in "åø":
                return None
            if bare in not_after or (bare and "*" in not_after) or any(len(end) > 3 and bare.endswith(end) for end in not_after):
                return None
            doubtful = bare in head.doubtful
            if doubtful and not (word[0].isupper() and number == 1):
                return None
            return Noun(head, beginning, number in (1, 3), number in (2, 3), genitive, doubtful)
    return None


@cache
def adjective(word: str) -> str | None:
    """The ground form of an adjective that may be part of a name; None for other words."""
    low = word.casefold().rsplit("-", 1)[-1]  # "fagligt-strategisk"
    known = _words("adjectives")
    return next((form for form in (low, low[:-1], low[:-2]) if form in known and low.startswith(form)), None)


def adjective_type(lemma: str) -> str | None:
    """The type that an adjective makes of a forum noun."""
    found: str | None = table("bodies")["adjective_types"].get(lemma)
    return found


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("bodies")[name])


def is_one_of(name: str, word: str) -> bool:
    """Whether a word stands in a word list of ``bodies.toml``."""
    return word.casefold() in _words(name)


def number(word: str) -> int | None:
    """The number from two to twelve that a word or figures say."""
    low = word.casefold()
    if low.isdigit():
        return int(low)
    told = table("bodies")["numbers"]
    return 2 + told.index(low) if low in told else None


def apposition(word: str) -> str | None:
    """The type of organisation that a word says of the name behind it: "leverandøren Nordlys Film"; None for other words."""
    found: str | None = table("bodies")["appositions"].get(word.casefold())
    return found


def reveals(before: str, first: str) -> bool:
    """Whether two words before a capital word say that it begins the name of a unit: "sekretariatsbetjenes af | Kvalitet og Udvikling"."""
    told = table("bodies")["revealing"]
    return (before.casefold() in told["before"] or _answers_under(before)) and not first.casefold().endswith(tuple(told["not_endings"]))


def _answers_under(before: str) -> bool:
    """Whether words say that something answers to what follows, other words between: "hører fremover under", "ikke som før under"."""
    return re.search(table("bodies")["revealing"]["under"], before.casefold()) is not None


def reveals_label(before: str) -> bool:
    """Whether a word is a label behind which a unit stands: "Sekretariat: Sund IT"."""
    return before.casefold() in table("bodies")["revealing"]["labels"]


def topic_goes_on(noun: str, preposition: str) -> bool:
    """Whether a preposition behind a noun of a topic belongs to the topic: "udrulning af …", "borgere med …"."""
    endings = table("bodies")["topic_links"].get(preposition)
    return endings is not None and noun.casefold().endswith(tuple(endings))


@cache
def _signs(name: str) -> tuple[tuple[re.Pattern[str], float], ...]:
    return tuple((re.compile(row["words"], re.IGNORECASE), float(row["points"])) for row in table("bodies")["meeting"][name])


def sign(name: str, words: str) -> float:
    """How much words round the name of a forum say that a document is of it; 0 where they say nothing. ``name``: a table of ``[meeting]``."""
    return next((points for pattern, points in _signs(name) if pattern.search(words)), 0.0)


def unit_type(words: str) -> str:
    """What an unknown unit is, by its words: a type of organisation."""
    low = words.casefold()
    return next((row["type"] for row in table("bodies")["unit_types"] if row["part"] in low), "other")


def stem(word: str) -> dict[str, Any] | None:
    """The stem that a word is, or begins with before a hyphen: "PLO-Sjælland", "PLO-m". No stem in "PLO-formand"."""
    for row in table("bodies")["stems"] if word[:1].isupper() else ():
        rest = word[len(row["word"]) :]
        if word.startswith(row["word"]) and (not rest or re.fullmatch(r"-(?:[A-ZÆØÅ]\w*|\w{1,2})s?", rest)):
            return dict(row)
    return None


_NO_LETTERS = re.compile(r"[\W_]+")


@lru_cache(maxsize=8192)  # the names of one document are compared over and over
def fold(words: str) -> str:
    """A spelling without case, blanks and hyphens: what two ways of writing a name share."""
    return _NO_LETTERS.sub("", words.casefold())


_IN_WORDS = re.compile(r"[^\W_]+")


@cache
def known_names() -> dict[str, tuple[tuple[tuple[str, ...], bool, Known], ...]]:
    """First word → names that begin with it, the longest first: (words, whether the case of the letters counts, what it is)."""
    found: dict[str, list[tuple[tuple[str, ...], bool, Known]]] = {}
    for spelling, exact, known in _spellings():
        words = tuple(w.casefold() for w in _IN_WORDS.findall(spelling))
        found.setdefault(words[0], []).append((words if not exact else tuple(_IN_WORDS.findall(spelling)), exact, known))
    return {first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0]))) for first, rows in found.items()}


def _spellings() -> list[tuple[str, bool, Known]]:
    rows: list[tuple[str, bool, Known]] = [
        (row["words"], row.get("exact", False), Known(row["words"], row["kind"], row["type"])) for row in table("bodies")["fixed"]
    ]
    types = table("bodies")["registry_types"]
    for file, kind in (("hospitals", "organisation"), ("national_bodies", "organisation"), ("forums", "forum")):
        for row in registry(file):
            if row["type"] not in types:
                continue
            known = Known(row["name"], kind, types[row["type"]], row["region_code"] or None)  # type: ignore[arg-type]
            names = [row["name"], *row["aliases"].split(";")] if kind == "organisation" else []
            rows += [(name, False, known) for name in names if _is_telling(name)]
            rows += [(name, True, known) for name in names if _is_telling_word(name)]
            rows += [
                (short, True, known) for short in row["abbreviations"].split(";") if short.isalpha() and (len(short) > 2 or short == row["name"])
            ]
    return rows


def _is_telling(name: str) -> bool:
    """Whether a registry name can be nothing but this body: several words, all with a capital or a head noun, no comma or bracket."""
    parts = [part for part in name.split() if len(part) > 3 or part[0].isupper()]
    return len(name.split()) > 1 and not re.search(r"[,()/]", name) and all(part[0].isupper() or noun(part) for part in parts) and len(parts) > 1


def _is_telling_word(name: str) -> bool:
    """Whether a registry name of one word can be nothing but this body: long, with an article and without a noun of bodies ("Datatilsynet")."""
    return name.isalpha() and name[0].isupper() and len(name) > 7 and name.endswith(("en", "et")) and noun(name) is None


@cache
def registry(name: str) -> tuple[dict[str, str], ...]:
    """One file of the registry as rows."""
    return tuple(csv.DictReader(io.StringIO(resources.text("registry", f"{name}.csv"))))


@cache
def municipality(words: str) -> str | None:
    """The region code of a municipality by its short name ("Ikast-Brande"); None where the registry has none of that name."""
    return _municipalities().get(fold(words))


@cache
def region(words: str) -> str | None:
    """The code of a region by its name without "Region" ("Midt", "Sjælland"); None where the registry has none of that name."""
    return _regions().get(fold(words))


@cache
def _regions() -> dict[str, str]:
    return {fold(n.removeprefix("Region ")): row["code"] for row in registry("regions") for n in (row["name_da"], *row["aliases"].split(";"))}


@cache
def _municipalities() -> dict[str, str]:
    return {fold(name): row["region_code"] for row in registry("municipalities") for name in (row["short_name"], row["name"].rsplit(" ", 1)[0])}
