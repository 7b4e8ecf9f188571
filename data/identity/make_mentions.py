"""Makes ``mentions.csv``: invented people as fifteen years of minutes would name them, with the truth of who is who.

    python data/identity/make_mentions.py > data/identity/mentions.csv
    python data/identity/make_mentions.py --seed 8 > check.csv

Names, careers and slips come from a seed; ``handmade.csv`` adds cases that were thought out one by one. Nobody here exists.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

COLUMNS = ("mention", "person", "document", "date", "region", "cluster", "forum", "name", "title", "employer", "attends", "case")
YEARS = (2011, 2025)

GIVEN = """Alma Anders Ane Asger Bente Birgitte Bjarne Carl Cecilie Christian Dorthe Ebbe Elin Emil Esben Freja Frederik Gitte Grethe Gustav
Hanne Helge Henriette Inger Ivan Jakob Jens Jette Jonas Kamilla Karen Kasper Kirsten Klaus Lars Lene Lise Lone Mads Maja Malene Maria Mette
Mikkel Morten Nanna Niels Ole Oskar Pernille Peter Pia Poul Ragnhild Rasmus Rikke Sanne Signe Simon Sofie Stine Susanne Søren Thomas Tine Tove
Ulla Vibeke Viggo Winnie""".split()
MIDDLE = """Aagesen Bisgaard Blichfeldt Damkjær Ejsing Fjordside Gramstrup Hedelund Højvang Kildeby Krogsgård Lindskov Munkholm Nørtoft Overbæk
Ravnkilde Skovmark Stenfeldt Toftlund Vangsted""".split()
FAMILY = """Nielsen Jensen Hansen Andersen Pedersen Christensen Larsen Sørensen Rasmussen Madsen Møller Mortensen Poulsen Thomsen Holm Kjær
Abildtrup Agersnap Balslev Bjerrehus Brandstrup Buskov Dalgas Drejer Elkrog Engsig Fabricius Fuglede Gammelmark Grønkær Hvolris Hyldtoft
Isager Kaalund Klitmøller Kvistorf Langballe Lyngdorf Mejlvang Mosekær Nordentorp Odsbøl Pilegård Rosenvang Rugholt Skjoldager Sletting Stausholm
Tandrup Thorhauge Troelstrup Ulstrup Vesterborg Vindfelt Voldby Ørnstrup""".split()
TITLES = """sundhedschef ældrechef direktør socialdirektør kvalitetschef afdelingschef sygeplejefaglig_direktør overlæge praktiserende_læge
udviklingskonsulent specialkonsulent kontorchef centerchef psykiatrichef ledende_overlæge afsnitsleder byrådsmedlem borgmester""".split()
PLACES: dict[str, dict[str, tuple[str, ...]]] = {
    "Region Midtjylland": {
        "Randersklyngen": ("Randers Kommune", "Favrskov Kommune", "Syddjurs Kommune", "Norddjurs Kommune", "Regionshospitalet Randers"),
        "Horsensklyngen": ("Horsens Kommune", "Hedensted Kommune", "Skanderborg Kommune", "Odder Kommune", "Regionshospitalet Horsens"),
        "Gødstrupklyngen": ("Herning Kommune", "Holstebro Kommune", "Struer Kommune", "Lemvig Kommune", "Regionshospitalet Gødstrup"),
    },
    "Region Nordjylland": {
        "Sundhedsklynge Midt": ("Aalborg Kommune", "Aalborg Universitetshospital"),
        "Sundhedsklynge Nord": ("Hjørring Kommune", "Frederikshavn Kommune", "Brønderslev Kommune", "Regionshospital Nordjylland"),
    },
    "Region Syddanmark": {
        "Sundhedsklynge Lillebælt": ("Kolding Kommune", "Vejle Kommune", "Fredericia Kommune", "Sygehus Lillebælt"),
        "Sundhedsklynge Fyn": ("Odense Kommune", "Svendborg Kommune", "Assens Kommune", "Odense Universitetshospital"),
    },
}
FORUMS = ("klyngestyregruppen", "samordningsgruppen", "netværket for tidlig opsporing")


@dataclass(frozen=True)
class Post:
    """A title with an employer and a forum, from one year up to another."""

    begin: float
    end: float
    region: str
    cluster: str
    forum: str
    title: str
    employer: str


@dataclass
class Person:
    """Names over time (from which year on) and posts."""

    id: str
    case: str
    names: list[tuple[float, tuple[str, ...]]]
    posts: list[Post] = field(default_factory=list)

    def name(self, when: float) -> tuple[str, ...]:
        """The name in a year."""
        return [words for begin, words in self.names if begin <= when][-1]


class Maker:
    """People, posts and mentions from one seed."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.people: list[Person] = []
        self.taken: set[tuple[str, str]] = set()

    def run(self) -> list[dict[str, str]]:
        """All rows."""
        for _ in range(62):
            self.add("plain", self.fresh())
        for _ in range(26):
            self.job_change()
        for _ in range(9):
            self.surname_change()
        for _ in range(9):
            self.namesakes("two regions")
        for _ in range(8):
            self.namesakes("one region")
        for _ in range(5):
            self.namesakes("father and son")
        return self.mentions()

    def fresh(self, middle: float = 0.55) -> tuple[str, ...]:
        """A name whose given and family name nobody else has together."""
        while True:
            given, family = self.rng.choice(GIVEN), self.rng.choice(FAMILY)
            if (given, family) not in self.taken:
                self.taken.add((given, family))
                between = [self.rng.choice(MIDDLE)] if self.rng.random() < middle else []
                if self.rng.random() < 0.06:
                    given = f"{given}-{self.rng.choice(GIVEN)}"
                return (given, *between, family)

    def post(self, begin: float, end: float, like: Post | None = None, **other: str) -> Post:
        """A post somewhere, or one that differs from another only in what is given."""
        region = other.get("region") or (like.region if like else self.rng.choice(list(PLACES)))
        cluster = other.get("cluster") or (like.cluster if like and like.region == region else self.rng.choice(list(PLACES[region])))
        forum = other.get("forum") or (like.forum if like else self.rng.choice(FORUMS))
        employer = other.get("employer") or self.rng.choice([e for e in PLACES[region][cluster] if not like or e != like.employer])
        title = other.get("title") or self.rng.choice([t.replace("_", " ") for t in TITLES])
        return Post(begin, end, region, cluster, forum, title, employer)

    def add(self, case: str, name: tuple[str, ...], posts: list[Post] | None = None) -> Person:
        """One more person; with a post of some years where none is given."""
        begin = self.rng.uniform(YEARS[0], YEARS[1] - 4)
        person = Person(f"p{len(self.people) + 1:03}", case, [(0, name)], posts or [self.post(begin, begin + self.rng.uniform(2, 6))])
        self.people.append(person)
        return person

    def job_change(self) -> None:
        """A new employer, after a while, in the same forum, another forum of the cluster, or another cluster of the region."""
        begin = self.rng.uniform(YEARS[0], YEARS[1] - 9)
        first = self.post(begin, begin + self.rng.uniform(2, 4))
        gap = self.rng.uniform(0.6, 1.6)
        kind = self.rng.choice(["same forum", "same forum", "same cluster"])
        other = {"forum": self.rng.choice([f for f in FORUMS if f != first.forum])} if kind == "same cluster" else {}
        if self.rng.random() < 0.6:
            other["title"] = first.title
        second = self.post(first.end + gap, first.end + gap + self.rng.uniform(2, 4), like=first, **other)
        self.add("job change", self.fresh(middle=0.75), [first, second])

    def surname_change(self) -> None:
        """A name that takes in another one and later drops the first, in one post."""
        given, family = self.fresh(middle=0)[0], self.rng.choice(FAMILY[16:])
        new = self.rng.choice([f for f in FAMILY[16:] if f != family])
        begin = self.rng.uniform(YEARS[0], YEARS[1] - 7)
        person = self.add("surname", (given, family), [self.post(begin, begin + 6)])
        person.names += [(begin + 2, (given, family, new)), (begin + 4, (given, new))]

    def namesakes(self, case: str) -> None:
        """Two people of one name."""
        name = self.fresh(middle=0.3)
        begin = self.rng.uniform(YEARS[0], YEARS[1] - 5)
        if case == "father and son":
            begin = self.rng.uniform(YEARS[0], YEARS[0] + 2)
            first = self.post(begin, begin + 2, title="byrådsmedlem")
            late = begin + self.rng.uniform(8, 10)
            cluster = self.rng.choice([c for c in PLACES[first.region] if c != first.cluster])
            second = self.post(late, late + 2, region=first.region, cluster=cluster, title="udviklingskonsulent")
        else:
            first = self.post(begin, begin + 4)
            regions = [r for r in PLACES if r != first.region] if case == "two regions" else [first.region]
            region = self.rng.choice(regions)
            cluster = self.rng.choice([c for c in PLACES[region] if c != first.cluster])
            other = (
                {} if case == "two regions" else {"title": self.rng.choice([t for t in ("overlæge", "ældrechef", "borgmester") if t != first.title])}
            )
            second = self.post(begin + self.rng.uniform(-1, 1), begin + 4, region=region, cluster=cluster, **other)
        self.add(case, name, [first])
        self.add(case, name, [second])

    # ── mentions ─────────────────────────────────────────────────────────────────────────────────────

    def mentions(self) -> list[dict[str, str]]:
        """Two meetings a year of each forum; who has a post there may be named."""
        rows = []
        for region, clusters in PLACES.items():
            for cluster in clusters:
                for forum in FORUMS:
                    for half in range((YEARS[1] - YEARS[0] + 1) * 2):
                        rows += self.meeting(region, cluster, forum, YEARS[0] + half / 2)
        for number, row in enumerate(rows, 1):
            row["mention"] = f"m{number:04}"
        return rows

    def meeting(self, region: str, cluster: str, forum: str, when: float) -> Iterator[dict[str, str]]:
        """Who is named at one meeting, each name once."""
        date = f"{int(when)}-{'03' if when % 1 < 0.5 else '09'}-{self.rng.randint(1, 28):02}"
        seen = set()
        for person in self.people:
            for post in person.posts:
                if (post.region, post.cluster, post.forum) == (region, cluster, forum) and post.begin <= when < post.end and self.rng.random() < 0.62:
                    name, slip = self.written(person.name(when))
                    if name not in seen:
                        seen.add(name)
                        yield self.row(person, post, name, date, slip)

    def row(self, person: Person, post: Post, name: str, date: str, slip: str) -> dict[str, str]:
        """One mention, with what its minutes leave out left out."""
        bare = self.rng.random()
        title, employer = ("" if bare < 0.12 else post.title), ("" if 0.06 < bare < 0.24 else post.employer)
        document = f"{post.cluster} {post.forum} {date}"
        case = person.case if not slip else f"{person.case}; {slip}"
        told = (person.id, document, date, post.region, post.cluster, post.forum, name, title, employer, str(self.rng.random() < 0.8).lower(), case)
        return dict(zip(COLUMNS[1:], told, strict=True))

    def written(self, name: tuple[str, ...]) -> tuple[str, str]:
        """A name as some minutes write it, and what was done to it."""
        words, slip, chance = list(name), "", self.rng.random()
        if chance < 0.09 and len(words) > 2:
            words[1:-1] = [f"{word[0]}." for word in words[1:-1]]
            slip = "initial"
        elif chance < 0.16 and len(words) > 2:
            del words[1:-1]
            slip = "middle name left out"
        elif chance < 0.23 and len(words[-1]) > 5:
            words[-1] = self.misspelt(words[-1])
            slip = "misspelt"
        elif chance < 0.26:
            words[0] = words[0].replace("-", " ") if "-" in words[0] else self.heard(words[0])
            slip = "other spelling" if words[0] != name[0] else ""
        elif chance < 0.28:
            words[0] = f"{words[0][0]}."
            slip = "given name as initial"
        return " ".join(words), slip

    def misspelt(self, word: str) -> str:
        """A word with one letter doubled, left out or changed, never the first."""
        place = self.rng.randrange(2, len(word) - 1)
        return self.rng.choice([word[:place] + word[place - 1 :], word[:place] + word[place + 1 :], word[:place] + "e" + word[place + 1 :]])

    def heard(self, word: str) -> str:
        """A given name as it may be spelt too."""
        for one, other in (
            ("Christ", "Krist"),
            ("Jakob", "Jacob"),
            ("Thom", "Tom"),
            ("Sofie", "Sophie"),
            ("Freder", "Fræder"),
            ("Kam", "Cam"),
            ("Kl", "Cl"),
        ):
            if word.startswith(one):
                return word.replace(one, other)
        return word


def rows(seed: int) -> list[dict[str, str]]:
    """The mentions of one seed, and those made by hand."""
    made = Maker(seed).run()
    keep = [row for row in made if int(row["mention"][1:]) % 2 or row["case"] != "plain"]
    with (Path(__file__).parent / "handmade.csv").open(encoding="utf-8", newline="") as file:
        return keep + list(csv.DictReader(file))


def main() -> None:
    """Write the rows to standard output."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows(parser.parse_args().seed))


if __name__ == "__main__":
    main()
