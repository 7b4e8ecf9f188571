"""Which form of an answer a client is given: what it accepts (RFC 9110, 12.5.1) against what there is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_PARAMETER = re.compile(r';\s*([\w!#$&^.+\-]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;,\s]*)')
_RANGE = re.compile(r"([\w!#$&^.+\-]+|\*)/([\w!#$&^.+\-]+|\*)((?:[^,\"]|\"(?:[^\"\\]|\\.)*\")*)(?:,|$)")
_WEIGHT = re.compile(r"0(?:\.\d*)?|1(?:\.0*)?")


@dataclass(frozen=True, slots=True)
class Form:
    """A form of an answer: the ending of its files, its media type, and others under which it may be asked for."""

    name: str
    media: str
    aliases: tuple[str, ...] = ()

    def content_type(self, media: str) -> str:
        """The header of an answer given under one of its media types."""
        return f"{media}; charset=utf-8" if media.startswith("text/") else media


TABLES = (
    Form("json", "application/sparql-results+json", ("application/json",)),
    Form("xml", "application/sparql-results+xml", ("application/xml", "text/xml")),
    Form("csv", "text/csv"),
    Form("tsv", "text/tab-separated-values"),
)
"""Of a SELECT, the one that is given unasked first."""
BOOLEANS = TABLES[:2]
"""Of an ASK: the two forms in which yes and no are defined."""
GRAPHS = (
    Form("ttl", "text/turtle"),
    Form("nt", "application/n-triples", ("text/plain",)),
    Form("rdf", "application/rdf+xml", ("application/xml", "text/xml")),
    Form("jsonld", "application/ld+json", ("application/json",)),
    Form("n3", "text/n3"),
    Form("trig", "application/trig"),
    Form("nq", "application/n-quads"),
)
"""Of triples, the one that is given unasked first."""


@dataclass(frozen=True, slots=True)
class _Range:
    kind: str
    subtype: str
    weight: float

    def fits(self, media: str) -> int:
        """How closely the range names a media type: 0 not at all, 3 wholly."""
        kind, _, subtype = media.partition("/")
        if self.kind == "*":
            return 1
        if self.kind != kind:
            return 0
        return 2 if self.subtype == "*" else 3 if self.subtype == subtype else 0


def choose(forms: Sequence[Form], accept: str | None) -> tuple[Form, str] | None:
    """The form that suits a client best, with the media type under which it was asked for; None where none does.

    ``accept`` is the header as it came. What nobody asked for in particular is given in the order of ``forms``.
    """
    ranges = list(_ranges(accept or ""))
    if not ranges:
        return forms[0], forms[0].media
    best: tuple[float, Form, str] | None = None
    for form in forms:
        for media in (form.media, *form.aliases):
            weight = _weight(media, ranges)
            if weight > (best[0] if best else 0):
                best = weight, form, media
    return best[1:] if best else None


def weight(media: str, accept: str | None) -> float:
    """How much a client wants one media type: 0 not at all, 1 most; 1 where it says nothing."""
    ranges = list(_ranges(accept or ""))
    return _weight(media, ranges) if ranges else 1.0


def _weight(media: str, ranges: Iterable[_Range]) -> float:
    fitting = [(fit, one.weight) for one in ranges if (fit := one.fits(media))]
    closest = max((fit for fit, _ in fitting), default=0)
    return max((weight for fit, weight in fitting if fit == closest), default=0.0)


def _ranges(accept: str) -> Iterable[_Range]:
    for match in _RANGE.finditer(accept):
        weight = next((value for name, value in _PARAMETER.findall(match[3]) if name.casefold() == "q"), "1")
        if _WEIGHT.fullmatch(weight):
            yield _Range(match[1].casefold(), match[2].casefold(), float(weight))
