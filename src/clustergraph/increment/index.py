"""The index beside the store: one SQLite file, written in one transaction with the graph that it belongs to."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from clustergraph.errors import StoreError

SHARED = "topic >= 'share ' AND topic < 'share!'"  # topics of what collectives share out; their value is whom a reference leads to

_SCHEMA = f"""
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE unit (doc TEXT PRIMARY KEY, sign TEXT, input TEXT, canon TEXT) WITHOUT ROWID;
CREATE TABLE recognizer (name TEXT, doc TEXT, PRIMARY KEY (name, doc)) WITHOUT ROWID;
CREATE INDEX recognizer_doc ON recognizer (doc);

CREATE TABLE sighting (
    id INTEGER PRIMARY KEY, key TEXT, doc TEXT, kind TEXT, name TEXT, folded TEXT, day TEXT, sday TEXT, weight INTEGER,
    node TEXT, gid INTEGER, region TEXT, data TEXT, identity TEXT, evidence TEXT
);
CREATE UNIQUE INDEX sighting_key ON sighting (key);
CREATE INDEX sighting_doc ON sighting (doc);
CREATE INDEX sighting_node ON sighting (node, day, doc, name, key);
CREATE INDEX sighting_time ON sighting (gid, day, doc, name, key);
CREATE INDEX sighting_names ON sighting (gid, name, weight);
CREATE INDEX sighting_seen ON sighting (gid, sday);
CREATE INDEX sighting_bearers ON sighting (name, gid) WHERE identity IS NOT NULL;
CREATE INDEX sighting_folded ON sighting (folded, key) WHERE identity IS NOT NULL;

CREATE TABLE alias (gid INTEGER, alias TEXT, sid INTEGER);
CREATE INDEX alias_gid ON alias (gid, alias);
CREATE INDEX alias_sid ON alias (sid);
CREATE TABLE told (gid INTEGER, field TEXT, day TEXT, doc TEXT, name TEXT, key TEXT, value TEXT, sid INTEGER);
CREATE INDEX told_time ON told (gid, field, day, doc, name, key);
CREATE INDEX told_sid ON told (sid);
CREATE INDEX told_doc ON told (doc, field);

CREATE TABLE spelling (node TEXT, spelling TEXT, sid INTEGER);
CREATE INDEX spelling_node ON spelling (node, spelling);
CREATE INDEX spelling_sid ON spelling (sid);
CREATE TABLE node (node TEXT PRIMARY KEY, gid INTEGER, look TEXT) WITHOUT ROWID;
CREATE INDEX node_gid ON node (gid);
CREATE TABLE band (gid INTEGER PRIMARY KEY, row TEXT);
CREATE TABLE block (block TEXT, node TEXT, PRIMARY KEY (block, node)) WITHOUT ROWID;
CREATE INDEX block_node ON block (node);

CREATE TABLE name (words TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE begins (start TEXT, words TEXT, PRIMARY KEY (start, words)) WITHOUT ROWID;
CREATE TABLE alike (one TEXT, other TEXT, PRIMARY KEY (one, other)) WITHOUT ROWID;

CREATE TABLE thing (gid INTEGER PRIMARY KEY, ident TEXT, place TEXT, tries TEXT, data TEXT);
CREATE INDEX thing_ident ON thing (ident);
CREATE TABLE passed (ident TEXT, gid INTEGER, PRIMARY KEY (ident, gid)) WITHOUT ROWID;
CREATE INDEX passed_gid ON passed (gid);
CREATE TABLE leads (gid INTEGER, row TEXT, PRIMARY KEY (gid, row)) WITHOUT ROWID;
CREATE INDEX leads_row ON leads (row);
CREATE TABLE wants (gid INTEGER, cluster TEXT, PRIMARY KEY (gid, cluster)) WITHOUT ROWID;
CREATE INDEX wants_cluster ON wants (cluster);

CREATE TABLE judged (key TEXT PRIMARY KEY, ident TEXT) WITHOUT ROWID;
CREATE TABLE judged_thing (ident TEXT PRIMARY KEY, data TEXT) WITHOUT ROWID;

CREATE TABLE fact (node TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE stated (node TEXT, doc TEXT, value TEXT, PRIMARY KEY (node, doc)) WITHOUT ROWID;
CREATE INDEX stated_doc ON stated (doc);
CREATE TABLE described (node TEXT, doc TEXT, value TEXT, PRIMARY KEY (node, doc)) WITHOUT ROWID;
CREATE INDEX described_doc ON described (doc);
CREATE TABLE inferred (node TEXT, topic TEXT, value TEXT, PRIMARY KEY (node, topic)) WITHOUT ROWID;
CREATE INDEX inferred_topic ON inferred (topic);
CREATE TABLE topic (topic TEXT, node TEXT, last TEXT, value TEXT, PRIMARY KEY (topic, node)) WITHOUT ROWID;
CREATE INDEX topic_node ON topic (node);
CREATE INDEX topic_last ON topic (topic, last);
CREATE INDEX topic_value ON topic (value, topic) WHERE {SHARED};
CREATE TABLE derived (topic TEXT, quad TEXT, PRIMARY KEY (topic, quad)) WITHOUT ROWID;
CREATE INDEX derived_quad ON derived (quad);
"""


class BrokenIndexError(StoreError):
    """The index can't be read as one; it may be thrown away, for all of it comes from what the project holds."""


class Index:
    """The open index. All of it is read and written by SQL; what a table holds stands with the module that fills it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, isolation_level=None, cached_statements=256)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = FULL")
            self._db.execute("PRAGMA cache_size = -131072")
            if not self.rows("SELECT 1 FROM sqlite_master WHERE name = 'meta'"):
                self._db.executescript(f"BEGIN; {_SCHEMA} COMMIT;")
        except sqlite3.Error as error:
            raise self._told(error) from error

    @contextmanager
    def change(self) -> Iterator[None]:
        """One transaction: all of it is kept where the block ends well, else nothing."""
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield
            self._db.execute("COMMIT")
        except BaseException as error:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error):
                raise self._told(error) from error
            raise

    def _told(self, error: sqlite3.Error) -> StoreError:
        broken = isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)
        return (BrokenIndexError if broken else StoreError)(f"{self.path}: the index beside the graph can't be read or written ({error})")

    def rows(self, sql: str, *values: Any) -> list[Any]:
        """All rows of a query."""
        return self._db.execute(sql, values).fetchall()

    def each(self, sql: str, *values: Any) -> Iterator[Any]:
        """The rows of a query one by one; nothing may be written before the last."""
        return self._db.execute(sql, values)

    def row(self, sql: str, *values: Any) -> Any:
        """The first row of a query, or None."""
        return self._db.execute(sql, values).fetchone()

    def column(self, sql: str, *values: Any) -> list[Any]:
        """The first column of a query."""
        return [row[0] for row in self._db.execute(sql, values)]

    def steps(self, sql: str, *values: Any) -> Iterator[str]:
        """The different texts of a column, each found from the one before it (the last ``?`` of the query), however many rows have it."""
        last: str | None = ""
        while last is not None:
            (last,) = self.row(sql, *values, last)
            if last is not None:
                yield last

    def do(self, sql: str, *values: Any) -> int:
        """Run one statement; the number of the row it has added."""
        return self._db.execute(sql, values).lastrowid or 0

    def many(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Run one statement for many rows."""
        self._db.executemany(sql, rows)

    def get(self, name: str) -> str | None:
        """One of the index's own notes, such as the name of the graph that it belongs to."""
        found = self.row("SELECT value FROM meta WHERE name = ?", name)
        return found[0] if found else None

    def put(self, name: str, value: str) -> None:
        """Note something."""
        self.do("INSERT OR REPLACE INTO meta VALUES (?, ?)", name, value)

    def number(self) -> int:
        """A number that no group has had."""
        found = int(self.get("number") or 0) + 1
        self.put("number", str(found))
        return found

    def seal(self) -> None:
        """Let go of a file that nobody will write to: who reads it leaves nothing beside it."""
        self._db.execute("PRAGMA journal_mode = DELETE")
        self._db.close()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def copied(path: Path, to: Path) -> None:
    """Copy an index as it was at its last commit, also while somebody writes to it; raises :class:`StoreError` where it is none."""
    with _reading(path) as source:
        target = sqlite3.connect(to)
        try:
            source.backup(target)
        finally:
            target.close()


def held(path: Path, made: str) -> dict[str, str] | None:
    """Document → what of it counted, of an index that was made by the same rules; None where it was made by others or can't be read."""
    try:
        with _reading(path) as db:
            if db.execute("SELECT 1 FROM meta WHERE name = 'made' AND value = ?", (made,)).fetchone() is None:
                return None
            return dict(db.execute("SELECT doc, input FROM unit"))
    except StoreError:
        return None


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    try:
        db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            yield db
        finally:
            db.close()
    except sqlite3.Error as error:
        raise StoreError(f"{path}: the index can't be read ({error})") from error
