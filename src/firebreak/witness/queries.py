"""What the journal asks its database; all but `WHOLE`, at the start, goes along an index."""

from typing import Final

APPEND: Final = "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)"
PUT: Final = "INSERT INTO packets VALUES (?, ?, ?, ?, ?)"
LAID: Final = "SELECT count(*), coalesce(sum(size), 0) FROM packets WHERE mailbox = ?"
TAKE: Final = """SELECT number, packet, hash, size FROM packets WHERE mailbox = ? AND number > ?
    ORDER BY number"""
COLLECTED: Final = "DELETE FROM packets WHERE mailbox = ? AND number <= ?"
BY_NONCE: Final = "SELECT record FROM log WHERE nonce = ?"
LATELY: Final = "SELECT count(*) FROM log WHERE mailbox = ? AND kind = ? AND at > ?"
BETWEEN: Final = """SELECT record FROM (
    SELECT * FROM (SELECT number, record FROM log WHERE mailbox = ?1 AND at BETWEEN ?2 AND ?3
        ORDER BY at, number LIMIT ?4)
    UNION ALL
    SELECT * FROM (SELECT number, record FROM log WHERE kind IN (1, 4) AND at BETWEEN ?2 AND ?3
        ORDER BY at, number LIMIT ?4)
    ) ORDER BY number LIMIT ?4"""  # each half goes along an index and ends at the limit
UP_SINCE: Final = "SELECT coalesce(max(at), 0) FROM log WHERE kind IN (1, 4) AND at <= ?"
BACK: Final = "SELECT record FROM log WHERE kind IN (1, 4) AND at > ? ORDER BY at, number LIMIT 1"
NEXT: Final = "SELECT coalesce(max(number), -1) + 1 FROM log"
WHOLE: Final = "SELECT record FROM log ORDER BY number"
