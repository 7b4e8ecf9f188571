"""``review``: one question after the other, one key a verdict; the same as CSV; and facts added by hand."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from clustergraph.cli import words
from clustergraph.cli.judge import end, now, taken_back, who
from clustergraph.cli.shell import Command, project, put
from clustergraph.errors import InputError, UsageError

if TYPE_CHECKING:
    from clustergraph.model import Resolution
    from clustergraph.project import Project
    from clustergraph.review.bind import Bound
    from clustergraph.review.keys import MentionKey
    from clustergraph.review.log import Entry
    from clustergraph.review.queue import Item

_KINDS = ("same", "seat", "reference", "low", "person")
_ENDS: Mapping[str, tuple[str, str | None]] = {
    "holds_role": ("person", "organisation"),
    "forum_role": ("person", "forum"),
    "body_membership": ("organisation", "forum"),
    "reporting_line": ("forum", "forum"),
    "person": ("person", None),
    "organisation": ("organisation", None),
    "forum": ("forum", None),
}


class _Group(Command, click.Group):
    """``review`` with its one command of its own, ``add``."""


@click.group("review", cls=_Group, invoke_without_command=True, no_args_is_help=False)
@click.option("--only", type=click.Choice(_KINDS), multiple=True)
@click.option("--limit", type=click.IntRange(1), metavar="N")
@click.option("--as", "by", metavar="NAME")
@click.option("--export", "exported", metavar="FILE.csv")
@click.option("--import", "imported", metavar="FILE.csv")
@click.option("--lost", is_flag=True)
@click.option("--conflicts", is_flag=True)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.pass_context
def review_command(
    ctx: click.Context,
    only: tuple[str, ...],
    limit: int | None,
    by: str | None,
    exported: str | None,
    imported: str | None,
    lost: bool,
    conflicts: bool,
    form: str,
) -> int | None:
    """Judge what somebody should look at."""
    if ctx.invoked_subcommand is not None:
        return None
    from clustergraph import locking

    opened = project()
    if lost or conflicts:
        return _findings(opened, lost, conflicts, form)
    if exported or form == "json":
        return _export(opened, only, limit, exported, form)
    with locking.hold(opened.folder):
        return _import(opened, imported, who(by)) if imported else _Session(opened, only, limit, who(by)).run()


def _queue(bound: Bound, resolution: Resolution, only: tuple[str, ...]) -> list[Item]:
    from clustergraph.review import queue

    return [item for item in queue.items(bound, resolution) if not only or item.kind in only]


def question(item: Item) -> str:
    """What is asked of one item, in the language in use."""
    from clustergraph.review.queue import VACANT

    kind = VACANT if item.reason == VACANT else item.kind
    return words.say(f"review.ask.{kind}", left=item.left, right=item.right)


def entries(bound: Bound, resolution: Resolution, item: Item, answer: str, by: str) -> list[Entry]:
    """What an answer writes into the log. Raises :class:`UsageError` where it goes against an earlier verdict."""
    from clustergraph.project import without_verdicts
    from clustergraph.review import answers

    try:
        return answers.entries(bound, resolution, item, answer, by, now(), without_verdicts)
    except answers.Opposed as error:
        raise UsageError("; ".join(words.say("judge.against", verdict=one.in_words()) for one in error.against)) from error


class _Session:
    """One sitting: questions in the order of their weight until the answer is "quit" or there are no more."""

    def __init__(self, opened: Project, only: tuple[str, ...], limit: int | None, by: str) -> None:
        self._opened = opened
        self._by = by
        self._only = only
        self._limit = limit
        self._done: list[int] = []  # places in the queue of what was answered, for undo
        self._look()

    def _look(self) -> None:
        from clustergraph.project import who_is_who

        self._bound = self._opened.review()
        self._resolution = who_is_who(self._bound)

    def run(self) -> int:
        from clustergraph import pipeline

        queue = _queue(self._bound, self._resolution, self._only)[: self._limit]
        place = 0
        while place < len(queue):
            step = self._ask(queue[place], place, len(queue))
            if step is None:
                break
            place = max(0, place + step)
        pipeline.build(self._opened)
        click.echo(words.say("review.done", judged=len(self._done), left=len(queue) - len(self._done)), err=True)
        return 0

    def _ask(self, item: Item, place: int, total: int) -> int | None:
        """The step to the next place in the queue; None to stop."""
        from clustergraph.review import batch

        click.echo(f"\n[{place + 1}/{total}] {question(item)}")
        for line in (item.sentence, f"{item.reason}  ·  {item.score:g}"):
            click.echo(f"    {line}")
        while True:
            typed = _key()
            word = batch.answer(typed) if typed else "quit"
            if word == "quit":
                return None
            if word == "skip":
                return 1
            if word == "undo":
                return self._undo(place)
            if word is not None and self._judge(item, word, place):
                return 1
            if word is None:
                click.echo(words.say("review.keys"), err=True)

    def _judge(self, item: Item, word: str, place: int) -> bool:
        try:
            self._opened.record(entries(self._bound, self._resolution, item, word, self._by))
        except UsageError as error:
            click.echo(str(error), err=True)
            return False
        self._done.append(place)
        if item.ends is not None:
            self._look()
        return True

    def _undo(self, place: int) -> int:
        gone = self._opened.undo(self._by, now()) if self._done else ()
        for entry in gone:
            click.echo(taken_back(entry), err=True)
        if not gone:
            click.echo(words.say("undo.none"), err=True)
            return 0
        self._look()
        return self._done.pop() - place


def _key() -> str:
    """One key of a terminal; a line where the answers come from a file or a pipe. Empty at its end."""
    if sys.stdin.isatty():
        return click.getchar()
    while line := sys.stdin.readline():
        if line.strip():
            return line.strip()
    return ""


def _export(opened: Project, only: tuple[str, ...], limit: int | None, path: str | None, form: str) -> int:
    from clustergraph.project import who_is_who
    from clustergraph.review import batch

    bound = opened.review()
    found = _queue(bound, who_is_who(bound), only)[:limit]
    if form == "json":
        rows = [
            {"id": i.id, "kind": i.kind, "question": question(i), "left": i.left, "right": i.right, "score": i.score,
             "reason": i.reason, "sentence": i.sentence} for i in found
        ]  # fmt: skip
        put(json.dumps({"rows": rows}, ensure_ascii=False, indent=1), path)
    else:
        put(batch.text(found, question), path)
    return 0


def _import(opened: Project, path: str, by: str) -> int:
    from clustergraph import pipeline
    from clustergraph.project import who_is_who
    from clustergraph.review import batch

    try:
        written = sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(words.say("error.unreadable", path=path, reason=getattr(error, "strerror", None) or error)) from error
    told = batch.verdicts(written, path)
    bound = opened.review()
    resolution = who_is_who(bound)
    queue = {item.id: item for item in _queue(bound, resolution, ())}
    found: list[Entry] = []
    fates: Counter[str] = Counter()
    for ident, answer in told.items():
        try:
            found += entries(bound, resolution, queue[ident], answer, by)
            fates["judged"] += 1
        except KeyError:
            fates["unknown"] += 1  # judged before, or asked no more
        except UsageError as error:
            fates["refused"] += 1
            click.echo(str(error), err=True)
    if found:
        opened.record(found)
        pipeline.build(opened)
    click.echo(words.say("review.imported", judged=fates["judged"], unknown=fates["unknown"], refused=fates["refused"]), err=True)
    return 1 if fates["refused"] else 0


def _findings(opened: Project, lost: bool, conflicts: bool, form: str) -> int:
    from clustergraph.project import who_is_who
    from clustergraph.review import conflicts as against

    bound = opened.review()
    rows = [{"finding": "lost", "verdict": entry.in_words(), "reason": reason} for entry, reason in bound.lost] if lost else []
    if conflicts:
        found = against.conflicts(bound, who_is_who(bound))
        rows += [{"finding": "conflict", "verdict": one.verdict.in_words(), "reason": one.against} for one in found]
    if form == "json":
        click.echo(json.dumps({"rows": rows}, ensure_ascii=False, indent=1))
    else:
        for row in rows:
            click.echo(f"{row['verdict']}\n    {row['reason']}")
        click.echo(words.say("review.findings", count=len(rows)), err=True)
    return 1 if rows else 0


@review_command.command("add", cls=Command)
@click.argument("kind", type=click.Choice(tuple(_ENDS)))
@click.argument("subject", metavar="WHO")
@click.argument("target", metavar="[WHERE]", required=False)
@click.option("--source", required=True, metavar="WORDS")
@click.option("--text", required=True, metavar="WORDS")
@click.option("--date", "day", metavar="DATE")
@click.option("--set", "told", multiple=True, metavar="NAME=VALUE")
@click.option("--as", "by", metavar="NAME")
def add_command(kind: str, subject: str, target: str | None, source: str, text: str, day: str | None, told: tuple[str, ...], by: str | None) -> None:
    """State a fact with its source."""
    from clustergraph import locking, pipeline
    from clustergraph.project import who_is_who
    from clustergraph.queries.parameters import day as checked
    from clustergraph.review.keys import digest
    from clustergraph.review.log import AddedFact

    qualifiers: dict[str, Any] = {}
    for one in told:
        name, sign, value = one.partition("=")
        if not sign or not name.isidentifier():
            raise UsageError(words.say("query.param", param=one))
        qualifiers[name] = value
    opened = project()
    with locking.hold(opened.folder):
        bound = opened.review()
        resolution = who_is_who(bound)
        sorts, named = _ENDS[kind], [name for name in (subject, target) if name]
        ends: dict[str, MentionKey] = {}
        made = [_known(opened, bound, resolution, name, str(sort), ends) for name, sort in zip(named, sorts, strict=False)]
        at = now()
        ident = digest(kind, *named, json.dumps(qualifiers, sort_keys=True), source, text, day or "", at)
        obj = made[1] if len(made) > 1 else None
        when = checked(day, "--date") if day else None
        fact = AddedFact(ident, kind, made[0], obj, qualifiers, source, " ".join(text.split()), when, ends, who(by), at)
        opened.record([fact])
        pipeline.build(opened)
    click.echo(words.say("review.added", what=fact.in_words()), err=True)


def _known(opened: Project, bound: Bound, resolution: Resolution, name: str, sort: str, ends: dict[str, MentionKey]) -> tuple[str, str]:
    """The kind and name of an end of a fact; one that documents name already is noted, so that it is that one."""
    try:
        mention = end(opened, bound, resolution, name)
    except UsageError:
        if "/" in name or "@" in name:
            raise
        return sort, name
    from clustergraph.review.keys import key_of_mention
    from clustergraph.review.queue import parts

    ident, kind, called = parts(mention)
    document = next(document for document in bound.documents if document.id == ident)
    ends[called] = key_of_mention(document, bound.said.get(ident, ()), kind, called)
    return kind, called
