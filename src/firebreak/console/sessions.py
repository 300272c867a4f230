"""Sessions: who is logged in, until when. A token is known to its browser alone; here lies its hash.

A session ends 60 minutes after its last request, 24 hours after its first (15 minutes and 8 hours for an
administrator), when its person logs out, when the account is closed, and when the
account's officer is taken off the roster. An ended session never counts again.
"""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from firebreak.console import refusals
from firebreak.console.accounts import ADMINISTRATOR, Account, Accounts
from firebreak.console.database import Database
from firebreak.core.base.instants import HOUR, MINUTE, Instant

TOKEN_BYTES: Final = 32
TOKEN_LENGTH_MAX: Final = 64
IDLE: Final = 60 * MINUTE
ABSOLUTE: Final = 24 * HOUR  # longer than any watch, so that it never ends within one
IDLE_ADMINISTRATOR: Final = 15 * MINUTE
ABSOLUTE_ADMINISTRATOR: Final = 8 * HOUR
NOTED_EVERY: Final = MINUTE  # how exactly the last request is kept: one write a minute and session
SESSIONS_MAX: Final = 16  # of one account; the oldest ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Somebody who is logged in, as it stands at this request."""

    id: str
    "Names the session and opens nothing."
    account: str
    roles: tuple[str, ...]
    officer: str | None
    "Name on the roster, whether listed yet or not."
    how: str
    "`passkey`, `password` or `link`."
    made_at: Instant
    ends_at: Instant
    "When it ends whatever happens."
    idle_milliseconds: int
    "After how long without a request it ends."


@dataclass(slots=True)
class Sessions:
    """All sessions."""

    database: Database
    accounts: Accounts
    now: Callable[[], Instant]
    ended: list[Callable[[str], None]] = field(default_factory=list[Callable[[str], None]])
    "Called with the id of each session that is ended here; one that runs out is noticed by `holds`."

    def begin(self, account: Account, how: str) -> tuple[str, Session]:
        """A fresh token and its session."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        now, (idle, most) = self.now(), _limits(account.roles)
        name = secrets.token_hex(8)
        with self.database.change() as change:
            change.write("DELETE FROM sessions WHERE ends_at <= ? OR seen_at <= ?", now, now - IDLE)
            change.write(
                "INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?)",
                *(_hash(token), name, account.name, how, now, now, now + most),
            )
            change.write(
                "DELETE FROM sessions WHERE account = ? AND id NOT IN"
                " (SELECT id FROM sessions WHERE account = ? ORDER BY made_at DESC, rowid DESC LIMIT ?)",
                *(account.name, account.name, SESSIONS_MAX),
            )
        return token, _session((name, how, now, now + most), account, idle)

    def find(self, token: str) -> Session:
        """The session of a token. Raises Refused (401) when it is none, or none any more."""
        if not 0 < len(token) <= TOKEN_LENGTH_MAX:
            raise refusals.not_logged_in()
        found = self._living("hash", _hash(token))
        if found is None:
            raise refusals.not_logged_in()
        return found

    def named(self, name: str) -> Session | None:
        """The session of an id, if it still counts: for an open stream. It is no sign of life."""
        return self._living("id", name, sign_of_life=False)

    def end(self, name: str) -> None:
        """End one."""
        with self.database.change() as change:
            change.write("DELETE FROM sessions WHERE id = ?", name)
        for tell in self.ended:
            tell(name)

    def end_all(self, account: str) -> None:
        """End all of an account."""
        for (each,) in self.database.rows("SELECT id FROM sessions WHERE account = ?", account):
            self.end(each)

    def _living(self, column: str, value: object, *, sign_of_life: bool = True) -> Session | None:
        row = self.database.row(
            f"SELECT id, how, made_at, ends_at, seen_at, account FROM sessions WHERE {column} = ?",  # noqa: S608
            value,
        )
        if row is None:
            return None
        *kept, seen_at, name = row
        account, now = self.accounts.open_one(name), self.now()
        if account is None or self.accounts.revoked(account):
            self.end(kept[0])
            return None
        idle, _ = _limits(account.roles)
        if not seen_at - idle < now < min(kept[3], seen_at + idle):
            self.end(kept[0])
            return None
        if sign_of_life and now - seen_at >= NOTED_EVERY:
            with self.database.change() as change:
                change.write("UPDATE sessions SET seen_at = ? WHERE id = ?", now, kept[0])
        return _session(tuple(kept), account, idle)


def _session(kept: tuple[str, str, int, int], account: Account, idle: int) -> Session:
    name, how, made_at, ends_at = kept
    return Session(
        id=name,
        account=account.name,
        roles=account.roles,
        officer=account.officer,
        how=how,
        made_at=Instant(made_at),
        ends_at=Instant(ends_at),
        idle_milliseconds=idle,
    )


def _limits(roles: tuple[str, ...]) -> tuple[int, int]:
    return (IDLE_ADMINISTRATOR, ABSOLUTE_ADMINISTRATOR) if ADMINISTRATOR in roles else (IDLE, ABSOLUTE)


def _hash(token: str) -> bytes:
    """Tokens have 256 random bits: a plain hash says nothing about them."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
