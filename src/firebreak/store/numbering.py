"""Turning entries into rows: which numbers stand for a line and a segment, and what is held already.

A segment's entries come in order, so one above the highest held is new without a look into the database;
that is nearly every entry. Only others (duplicates, gaps filled late, equivocations) are looked up.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, cast

from sqlcipher3 import dbapi2

from firebreak.core.envelope.entry import Entry
from firebreak.ports import Kept
from firebreak.store import schema

Row = tuple[Any, ...]


@dataclass(slots=True)
class Line:
    """A line as the database numbers it."""

    number: int
    newest: int
    "Place of its newest entry."
    hash: bytes = b""
    "Hash of its newest entry."
    looked_up: int = 0
    "Place up to which hashes are in the temporary table."


@dataclass(slots=True)
class Batch:
    """The rows of one transaction."""

    entries: list[Row] = field(default_factory=list[Row])
    bodies: list[Row] = field(default_factory=list[Row])
    lines: dict[int, Line] = field(default_factory=dict[int, Line])
    "Lines that grew, by number."
    fresh: set[tuple[int, bytes]] = field(default_factory=set[tuple[int, bytes]])


@dataclass(slots=True)
class _Segment:
    number: int
    newest: int


class Numbering:
    """What this process knows of lines and segments. Wrong after a failed write, and then not used again."""

    def __init__(self, connection: dbapi2.Connection) -> None:
        self._connection = connection
        self._segments: dict[tuple[int, bytes, bytes], _Segment] = {}
        self._newest_body = self._number(schema.NEWEST_BODY) or 0
        self.lines = {
            line: self._read(number) for number, line in connection.execute(schema.LINES).fetchall()
        }

    def batch(self, entries: Iterable[Kept]) -> Batch:
        """The rows for those entries that are not held yet; adds lines and segments as they come."""
        batch = Batch()
        for kept in entries:
            entry, header = kept.entry, kept.entry.header
            line = self.lines.get(header.line) or self._add_line(header.line)
            segment = self._segment(line.number, header.writer, header.segment)
            if header.seq <= segment.newest and self._holds(batch, segment, entry):
                continue
            segment.newest = max(segment.newest, header.seq)
            line.newest += 1
            line.hash = entry.hash
            batch.lines[line.number] = line
            batch.fresh.add((segment.number, entry.hash))
            batch.entries.append(
                (
                    line.newest,
                    segment.number,
                    header.seq,
                    entry.hash,
                    kept.at,
                    entry.payload,
                    entry.signature,
                    self._body(batch, entry),
                )
            )
        return batch

    def _body(self, batch: Batch, entry: Entry) -> int | None:
        if entry.salt is None or entry.body is None:
            return None
        self._newest_body += 1
        batch.bodies.append((self._newest_body, entry.salt, entry.body))
        return self._newest_body

    def _holds(self, batch: Batch, segment: _Segment, entry: Entry) -> bool:
        if (segment.number, entry.hash) in batch.fresh:
            return True
        return self._number(schema.HELD, segment.number, entry.header.seq, entry.hash) is not None

    def _add_line(self, line: bytes) -> Line:
        number = self._add(schema.ADD_LINE, line)
        self.lines[line] = Line(number, schema.first_place(number))
        return self.lines[line]

    def _segment(self, line: int, writer: bytes, segment: bytes) -> _Segment:
        key = (line, writer, segment)
        found = self._segments.get(key)
        if found is None:
            number = self._number(schema.SEGMENT, *key)
            newest = 0 if number is None else self._number(schema.NEWEST_SEQ, number)
            found = _Segment(self._add(schema.ADD_SEGMENT, *key) if number is None else number, newest or 0)
            self._segments[key] = found
        return found

    def _read(self, number: int) -> Line:
        newest = self._number(schema.NEWEST_PLACE, schema.first_place(number), schema.last_place(number))
        if newest is None:
            return Line(number, schema.first_place(number))
        hash = self._connection.execute(schema.HASH_AT, (newest,)).fetchone()[0]
        return Line(number, newest, hash)

    def _number(self, query: str, *values: object) -> int | None:
        row = self._connection.execute(query, values).fetchone()
        return None if row is None else cast("int | None", row[0])

    def _add(self, statement: str, *values: object) -> int:
        return cast("int", self._connection.execute(statement, values).lastrowid)
