"""Passwords of last resort: Argon2id, and guesses that slow down.

After five wrong passwords for an account from one address each further one has to wait: 5 s, then twice as
long each time, up to 15 minutes. From all addresses together 50 wrong ones in an hour close the way by
password for the rest of it. A passkey opens the account all the while, so that nobody is shut out by a
stranger who guesses. A name that does not exist takes as long as one that does.
"""

import asyncio
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from firebreak.console import refusals
from firebreak.console.accounts import Account, Accounts
from firebreak.console.database import Database
from firebreak.core.base.instants import HOUR, MINUTE, SECOND, Instant
from firebreak.keyring.vault import KEY_BYTES, SALT_BYTES, STANDARD, Cost

LENGTH_MIN: Final = 12
LENGTH_MAX: Final = 256  # characters
DIFFERENT_MIN: Final = 6
FREE: Final = 5  # wrong ones before it slows down
WAIT_FIRST: Final = 5 * SECOND
WAIT_MAX: Final = 15 * MINUTE
FORGOTTEN: Final = HOUR
ALL_MAX: Final = 50  # wrong ones an hour for one account, from everywhere
ROWS_MAX: Final = 20_000


@dataclass(slots=True)
class Passwords:
    """All passwords. One hash at a time: each takes 64 MiB and a core."""

    database: Database
    accounts: Accounts
    now: Callable[[], Instant]
    cost: Cost = STANDARD
    say: Callable[[str], None] = lambda _text: None
    "A line for the operator."
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    _nobodys: str = field(default="", repr=False)

    async def hashed(self, account: Account, password: str) -> str:
        """The hash to keep, with its salt and cost. Raises Refused for what would be guessed."""
        check_strength(account.name, password)
        return await self._hash(password)

    def keep(self, account: str, hashed: str) -> None:
        """Inside a change: set or replace the password."""
        self.database.write("INSERT OR REPLACE INTO passwords VALUES (?, ?, ?)", account, hashed, self.now())

    async def open(self, name: str, password: str, address: str) -> Account:
        """The account that a name and a password open. Raises Refused: 401, or 429 while it has to wait."""
        account = self.accounts.open_one(name)
        key = "" if account is None else account.name  # all names that do not exist share one count
        self._count_first(key, address)
        kept = self.database.row("SELECT hash FROM passwords WHERE account = ?", key)
        matches = await self._matches(password, kept[0] if kept else await self._nobody())
        if account is None or kept is None or not matches or self.accounts.revoked(account):
            if account is not None:  # a name that does not exist may be a password in the wrong field
                self.say(f"a wrong password for {account.name}, from {address}")
            raise refusals.no_entry()
        self.forgive(account.name, address)
        return account

    def forgive(self, account: str, address: str) -> None:
        """After the right password: this address starts anew."""
        with self.database.change() as change:
            change.write("DELETE FROM guesses WHERE account = ? AND address = ?", account, address)

    def _count_first(self, account: str, address: str) -> None:
        """Count the guess before it is looked at, so that many at once do not all get through."""
        now = self.now()
        with self.database.change() as change:
            change.write("DELETE FROM guesses WHERE last_at <= ?", now - FORGOTTEN)
            (everywhere, rows) = change.rows(
                "SELECT coalesce(sum(wrong), 0), (SELECT count(*) FROM guesses)"
                " FROM guesses WHERE account = ?",
                account,
            )[0]
            found = change.row(
                "SELECT wrong, last_at FROM guesses WHERE account = ? AND address = ?", account, address
            )
            wrong, last_at = found or (0, 0)
            wait = max(last_at + _pause(wrong) - now, 0)
            if (account and everywhere >= ALL_MAX) or rows >= ROWS_MAX:
                wait = max(wait, WAIT_MAX)
            if wait:
                raise refusals.too_many_guesses(-(-wait // SECOND))
            change.write(
                "INSERT OR REPLACE INTO guesses VALUES (?, ?, ?, ?)", account, address, wrong + 1, now
            )

    async def _hash(self, password: str) -> str:
        cost = self.cost
        derivation = Argon2id(
            salt=secrets.token_bytes(SALT_BYTES),
            length=KEY_BYTES,
            iterations=cost.passes,
            lanes=cost.lanes,
            memory_cost=max(cost.memory_kib, 8 * cost.lanes),
        )
        async with self._turn:
            return await asyncio.to_thread(derivation.derive_phc_encoded, _bytes(password))

    async def _matches(self, password: str, hashed: str) -> bool:
        async with self._turn:
            try:
                await asyncio.to_thread(Argon2id.verify_phc_encoded, _bytes(password), hashed)
            except InvalidKey:
                return False
        return True

    async def _nobody(self) -> str:
        """A hash that nothing opens, made once: a name without an account takes as long as one with."""
        if not self._nobodys:
            self._nobodys = await self._hash(secrets.token_hex(32))
        return self._nobodys


def check_strength(name: str, password: str) -> None:
    """Raises Refused."""
    plain = password.casefold()
    if (
        not LENGTH_MIN <= len(password) <= LENGTH_MAX
        or len({*plain}) < DIFFERENT_MIN
        or name.casefold() in plain
    ):
        raise refusals.weak_password(LENGTH_MIN)


def _pause(wrong: int) -> int:
    return 0 if wrong < FREE else min(WAIT_FIRST << min(wrong - FREE, 20), WAIT_MAX)


def _bytes(password: str) -> bytes:
    return unicodedata.normalize("NFC", password).encode("utf-8", "replace")
