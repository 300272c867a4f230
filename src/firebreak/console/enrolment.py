"""One-time links: how a person gets into an account for the first time, or again.

    https://console.example:7400/#enrol=TOKEN

The token stands behind the `#`, which browsers do not send: it is in no log of a server or proxy. Its hash
alone lies in the database. A link counts once, for 24 hours, and a new one ends those before it.
"""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from firebreak.console import refusals
from firebreak.console.accounts import ADMINISTRATOR, FIRST, Account, Accounts
from firebreak.console.database import Database
from firebreak.console.passkeys import NewPasskey, Passkeys
from firebreak.console.passwords import Passwords
from firebreak.core.base.instants import HOUR, Instant

TOKEN_BYTES: Final = 32
LINK_LIVES: Final = 24 * HOUR


@dataclass(slots=True)
class Enrolment:
    """All one-time links."""

    origin: str
    database: Database
    accounts: Accounts
    passkeys: Passkeys
    passwords: Passwords
    now: Callable[[], Instant]

    def link(self, account: Account, *, forget: bool = False) -> str:
        """A new link. With `forget` it also takes away every passkey and password of before, when used."""
        token, now = secrets.token_urlsafe(TOKEN_BYTES), self.now()
        with self.database.change() as change:
            change.write("DELETE FROM links WHERE account = ? OR ends_at <= ?", account.name, now)
            change.write(
                "INSERT INTO links VALUES (?, ?, ?, ?, ?)",
                *(_hash(token), account.name, forget, now, now + LINK_LIVES),
            )
        return f"{self.origin}/#enrol={token}"

    def first(self) -> str | None:
        """The administrator's link while no administrator has a way in; else None."""
        held = [each for each in self.accounts.all() if ADMINISTRATOR in each.roles]
        for each in held:
            ways = self.accounts.ways_in(each.name)
            if ways["passkeys"] or ways["password"]:
                return None
        return self.link(held[0] if held else self.accounts.make(FIRST, [ADMINISTRATOR]))

    def opened(self, token: str) -> tuple[Account, Instant]:
        """The account of a link, and until when it counts; the link is not used up. Raises Refused."""
        row = self.database.row("SELECT account, ends_at FROM links WHERE hash = ?", _hash(token))
        account = None if row is None or row[1] <= self.now() else self.accounts.open_one(row[0])
        if row is None or account is None or self.accounts.revoked(account):
            raise refusals.no_link()
        return account, Instant(row[1])

    def finish(self, token: str, account: Account, passkey: NewPasskey | None, hashed: str | None) -> bool:
        """Use the link up and keep what was made, both or neither. Whether all before was taken away."""
        with self.database.change() as change:
            row = change.row("SELECT forget FROM links WHERE hash = ?", _hash(token))
            if row is None:  # somebody was quicker by a moment
                raise refusals.no_link()
            change.write("DELETE FROM links WHERE hash = ?", _hash(token))
            if row[0]:
                change.write("DELETE FROM passkeys WHERE account = ?", account.name)
                change.write("DELETE FROM passwords WHERE account = ?", account.name)
            if passkey is not None:
                self.passkeys.keep(account.name, passkey)
            if hashed is not None:
                self.passwords.keep(account.name, hashed)
        return bool(row[0])


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
