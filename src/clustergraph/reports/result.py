"""What a report is asked and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import pandas as pd

    from clustergraph.reports.context import Context

Row: TypeAlias = dict[str, Any]
"""One answer: JSON values under stable English keys, ``…_id`` beside names, ``documents`` and ``quotes`` with every row."""


SPELLED = {"since": "from", "until": "to"}
"""Options whose name on the command line and in a question is a word of the language."""


@dataclass(frozen=True, slots=True)
class Options:
    """What narrows a report. Dates are ISO; names are free text, matched against all spellings. None or empty: no limit.

    ``as_of`` is *virkning* (what held on the day), ``known_at`` *registrering* (what was known at the moment).
    What changed is asked with ``since`` and ``until`` (days), on the ``axis`` ``virkning`` or ``registrering``, or ``since_last_meeting`` of a forum.
    """

    as_of: str | None = None
    known_at: str | None = None
    forum: str | None = None
    cluster: str | None = None
    region: str | None = None
    person: str | None = None
    organisation: str | None = None
    case: str | None = None
    status: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    capacity: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    axis: str | None = None
    since_last_meeting: str | None = None
    lang: str = "da"

    def given(self) -> tuple[tuple[str, str], ...]:
        """The options that limit something, as name and value, one pair a value."""
        found: list[tuple[str, str]] = []
        for one in fields(self):
            value = getattr(self, one.name)
            if one.name != "lang" and value:
                name = SPELLED.get(one.name, one.name)
                found += [(name, part) for part in value] if isinstance(value, tuple) else [(name, str(value))]
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Report:
    """One question that can be asked by name. ``columns`` are the keys shown in a table, in order."""

    name: str
    da: str
    en: str
    columns: tuple[str, ...]
    build: Callable[[Context], list[Row]]

    def question(self, lang: str = "da") -> str:
        """The question in Danish or English."""
        return self.da if lang == "da" else self.en


@dataclass(frozen=True, slots=True)
class ReportResult:
    """The answer to a report: its rows, and in ``notes`` what a reader must know beside them."""

    name: str
    question: str
    as_of: str | None
    known_at: str | None
    columns: tuple[str, ...]
    rows: Sequence[Row]
    notes: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    words: str | None = None  # what was asked of search, show and why
    latest: tuple[str | None, str | None] = (None, None)  # the last day of a document, and the last moment at which one became known

    def to_dataframe(self) -> pd.DataFrame:
        """The rows as a pandas table, sentences and all; needs the extra ``data``."""
        import pandas as pd

        return pd.DataFrame.from_records(list(self.rows), columns=None if self.rows else list(self.columns))
