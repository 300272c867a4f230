"""The tables of the SQLite store and the statements on them.

Headers and bodies lie apart. `entries` only grows, and a trigger says so; `bodies` is written once and, when
a body is destroyed, overwritten in place with zeros of the same length. Rows of `bodies` are numbered in the
order of writing and never deleted, so that SQLite has no reason to move one within a page or between pages
and leave a copy behind.

An entry's `place` is its line's number and its position on that line in one integer: one line is one run of
neighbouring rows. Looking up by hash would need an index in random order, which costs a page write per entry;
the unique index runs by segment and number instead, and hashes are looked up in a temporary table.
"""

from typing import Final

APPLICATION_ID: Final = 0x46_42_52_4B  # "FBRK"
SCHEMA_VERSION: Final = 1
POSITION_BITS: Final = 32  # four thousand million entries on one line

CREATE: Final = (
    "CREATE TABLE lines (number INTEGER PRIMARY KEY, line BLOB NOT NULL UNIQUE) STRICT",
    """CREATE TABLE segments (
        number INTEGER PRIMARY KEY, line INTEGER NOT NULL REFERENCES lines, writer BLOB NOT NULL,
        segment BLOB NOT NULL, UNIQUE (line, writer, segment)) STRICT""",
    """CREATE TABLE entries (
        place INTEGER PRIMARY KEY, segment INTEGER NOT NULL REFERENCES segments, seq INTEGER NOT NULL,
        hash BLOB NOT NULL, at INTEGER NOT NULL, payload BLOB NOT NULL, signature BLOB NOT NULL,
        body INTEGER REFERENCES bodies, UNIQUE (segment, seq, hash)) STRICT""",
    """CREATE TABLE bodies (
        number INTEGER PRIMARY KEY, kept INTEGER NOT NULL, salt BLOB NOT NULL, body BLOB NOT NULL) STRICT""",
    "CREATE TABLE kept (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TRIGGER entries_stay BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries stay'); END",
    "CREATE TRIGGER entries_hold BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries stay'); END",
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {SCHEMA_VERSION}",
)

CREATE_PLACES: Final = """CREATE TEMP TABLE places (
    start BLOB NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (start, place)) STRICT, WITHOUT ROWID"""

ADD_LINE: Final = "INSERT INTO lines (line) VALUES (?)"
ADD_SEGMENT: Final = "INSERT INTO segments (line, writer, segment) VALUES (?, ?, ?)"
ADD_ENTRY: Final = "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
ADD_BODY: Final = "INSERT INTO bodies VALUES (?, 1, ?, ?)"
KEEP: Final = "INSERT INTO kept VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
DESTROY_BODY: Final = """UPDATE bodies
    SET kept = 0, salt = zeroblob(length(salt)), body = zeroblob(length(body))
    WHERE number = (SELECT body FROM entries WHERE place = ?) AND kept"""
CATCH_UP: Final = """INSERT INTO temp.places
    SELECT substr(hash, 1, 8), place FROM entries WHERE place > ? AND place <= ?"""

LINES: Final = "SELECT number, line FROM lines"
NEWEST_PLACE: Final = "SELECT max(place) FROM entries WHERE place BETWEEN ? AND ?"
NEWEST_BODY: Final = "SELECT coalesce(max(number), 0) FROM bodies"
SEGMENT: Final = "SELECT number FROM segments WHERE line = ? AND writer = ? AND segment = ?"
NEWEST_SEQ: Final = "SELECT coalesce(max(seq), 0) FROM entries WHERE segment = ?"
HELD: Final = "SELECT 1 FROM entries WHERE segment = ? AND seq = ? AND hash = ?"
HASH_AT: Final = "SELECT hash FROM entries WHERE place = ?"
_ROWS: Final = """SELECT place, seq, at, hash, payload, signature, kept, salt, bodies.body
    FROM entries LEFT JOIN bodies ON bodies.number = entries.body"""
READ: Final = f"{_ROWS} WHERE place > ? AND place <= ? ORDER BY place LIMIT ?"
SPAN: Final = f"""{_ROWS} WHERE segment = ? AND (seq, hash) > (?, ?) AND seq <= ?
    ORDER BY seq, hash LIMIT ?"""
READ_ONE: Final = f"{_ROWS} WHERE place = ?"
PLACE: Final = """SELECT place FROM temp.places JOIN entries USING (place)
    WHERE start = substr(?1, 1, 8) AND hash = ?1 AND place BETWEEN ?2 AND ?3"""
KEPT: Final = "SELECT value FROM kept WHERE name = ?"
NAMES: Final = "SELECT name FROM kept WHERE substr(name, 1, length(?1)) = ?1 ORDER BY name"


def first_place(line: int) -> int:
    """The place before the first entry of a line."""
    return line << POSITION_BITS


def last_place(line: int) -> int:
    """The place after which another line begins."""
    return ((line + 1) << POSITION_BITS) - 1


def position(place: int) -> int:
    """Position on its line, from 1."""
    return place & ((1 << POSITION_BITS) - 1)
