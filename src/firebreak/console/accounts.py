"""Accounts: a name, roles, perhaps an officer on the roster. A closed account is kept and opens nothing."""

import secrets
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from firebreak.console import refusals
from firebreak.console.database import Database
from firebreak.console.roster import Roster
from firebreak.core.base.instants import Instant
from firebreak.core.base.text import faults

NAME_MAX: Final = 64
HANDLE_BYTES: Final = 32
ACCOUNTS_MAX: Final = 1_000
ADMINISTRATOR: Final = "administrator"
ROLES: Final = ("duty", "linguist", "releaser", "supervisor", ADMINISTRATOR)
FIRST: Final = "administrator"
"Name of the account that the first start makes."


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account that is open."""

    name: str
    handle: bytes
    "Random; passkeys are filed under it and do not learn the name."
    roles: tuple[str, ...]
    officer: str | None
    listed: bool
    "Whether the roster ever listed the officer since the account was made."
    made_at: Instant


@dataclass(slots=True)
class Accounts:
    """All accounts."""

    database: Database
    roster: Roster
    now: Callable[[], Instant]

    def make(self, name: str, roles: Iterable[str], officer: str | None = None) -> Account:
        """A new account, without a way in yet. Raises Refused."""
        name, given = _name(name), _roles(roles, officer)
        officer = None if officer is None else _name(officer)
        drawn = secrets.token_bytes(HANDLE_BYTES)
        with self.database.change() as change:
            (count,) = change.rows("SELECT count(*) FROM accounts")[0]
            if count >= ACCOUNTS_MAX:
                raise refusals.bad_account(f"there are {count} accounts already", refusals.CONFLICT)
            taken = change.row("SELECT name FROM accounts WHERE folded = ?", _folded(name))
            if taken is not None:
                raise refusals.bad_account("there is, or was, an account of this name", refusals.CONFLICT)
            if officer is not None and self._of_officer(officer) is not None:
                raise refusals.bad_account("this officer has an account already", refusals.CONFLICT)
            change.write(
                "INSERT INTO accounts (name, folded, handle, roles, officer, made_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                *(name, _folded(name), drawn, " ".join(given), officer, self.now()),
            )
        made = self.open_one(name)
        assert made is not None
        return made

    def open_one(self, name: str) -> Account | None:
        """The open account of a name, however it is written in capitals."""
        found = self._found("folded = ? AND closed_at IS NULL", _folded(name))
        return found[0] if found else None

    def known(self, name: str) -> Account:
        """The same. Raises Refused (404)."""
        found = self.open_one(name)
        if found is None:
            raise refusals.no_account(name)
        return found

    def all(self) -> list[Account]:
        """The open ones, by name."""
        return self._found("closed_at IS NULL ORDER BY folded")

    def closed(self) -> list[str]:
        """Names of the others."""
        return [each for (each,) in self.database.rows("SELECT name FROM accounts WHERE closed_at NOT NULL")]

    def close(self, name: str) -> Account:
        """Close it for good, with every way in. Raises Refused."""
        account = self.known(name)
        with self.database.change() as change:
            if ADMINISTRATOR in account.roles and len(self._administrators()) == 1:
                raise refusals.bad_account("this is the last administrator", refusals.CONFLICT)
            change.write("UPDATE accounts SET closed_at = ? WHERE name = ?", self.now(), account.name)
            for table in ("passkeys", "passwords", "links", "officer_keys"):
                change.write(f"DELETE FROM {table} WHERE account = ?", account.name)  # noqa: S608 - our own names
        return account

    def revoked(self, account: Account) -> bool:
        """Whether its officer was on the roster and is no more: then nobody acts under this account."""
        if account.officer is None:
            return False
        if self.roster.officer(account.officer) is None:
            return account.listed and self.roster.card is not None
        if not account.listed:
            with self.database.change() as change:
                change.write("UPDATE accounts SET listed = 1 WHERE name = ?", account.name)
        return False

    def ways_in(self, name: str) -> dict[str, Any]:
        """What opens an account now, for administrators: `passkeys`, `password`, `link`."""
        (keys,), (words,), (links,) = (
            self.database.rows(f"SELECT count(*) FROM {table} WHERE account = ?", name)[0]  # noqa: S608
            for table in ("passkeys", "passwords", "links")
        )
        return {"passkeys": keys, "password": bool(words), "link": bool(links)}

    def _administrators(self) -> list[Account]:
        return [each for each in self.all() if ADMINISTRATOR in each.roles]

    def _of_officer(self, officer: str) -> Account | None:
        found = self._found("officer = ? AND closed_at IS NULL", officer)
        return found[0] if found else None

    def _found(self, where: str, *values: object) -> list[Account]:
        rows = self.database.rows(
            f"SELECT name, handle, roles, officer, listed, made_at FROM accounts WHERE {where}",  # noqa: S608
            *values,
        )
        return [
            Account(
                name=name,
                handle=bytes(handle),
                roles=tuple(roles.split()),
                officer=officer,
                listed=bool(listed),
                made_at=Instant(made_at),
            )
            for name, handle, roles, officer, listed, made_at in rows
        ]


def _name(text: str) -> str:
    """A name as it is kept. Raises Refused."""
    name = unicodedata.normalize("NFC", " ".join(text.split()))
    if (
        not 0 < len(name) <= NAME_MAX
        or any(True for _ in faults(name))
        or "/" in name
        or name.startswith(".")
    ):
        raise refusals.bad_account(f"a name has 1 to {NAME_MAX} visible characters and no slash")
    return name


def _folded(name: str) -> str:
    return (
        unicodedata.normalize("NFKC", " ".join(name.split())).casefold().encode("utf-8", "replace").decode()
    )


def _roles(roles: Iterable[str], officer: str | None) -> list[str]:
    given = [each for each in ROLES if each in {*roles}]
    if not given or {*roles} - {*ROLES}:
        raise refusals.bad_account(f"an account has one or more of the roles {', '.join(ROLES)}")
    if ADMINISTRATOR in given and (len(given) > 1 or officer is not None):
        raise refusals.bad_account("an administrator has no other role and is no officer")
    return given
