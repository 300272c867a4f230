"""Everything that one console's server holds, put together once and handed to every route."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from fastapi import Request

from firebreak.console.accounts import Accounts
from firebreak.console.database import Database
from firebreak.console.enrolment import Enrolment
from firebreak.console.officer_keys import FOLDER, OfficerKeys
from firebreak.console.passkeys import Passkeys
from firebreak.console.passwords import Passwords
from firebreak.console.rates import Rates
from firebreak.console.roster import Roster
from firebreak.console.sessions import Sessions
from firebreak.console.settings import Settings
from firebreak.core.base.instants import Instant
from firebreak.keyring.vault import STANDARD, Cost
from firebreak.ports import Clock
from firebreak.runtime.clocks import SystemClock


@dataclass(slots=True)
class Console:
    """One party's console."""

    settings: Settings
    clock: Clock
    "The machine's: sessions and links live in real time, whatever an exercise pretends."
    say: Callable[[str], None]
    "A line for the operator. Never with a secret in it."
    database: Database
    roster: Roster
    accounts: Accounts
    sessions: Sessions
    passkeys: Passkeys
    passwords: Passwords
    enrolment: Enrolment
    officer_keys: OfficerKeys
    rates: Rates

    @classmethod
    def open(
        cls,
        settings: Settings,
        *,
        say: Callable[[str], None] = lambda _text: None,
        clock: Clock | None = None,
        cost: Cost = STANDARD,
    ) -> Self:
        """Open the database and everything above it. Raises LocalError."""
        read = (clock or SystemClock()).read
        database = Database.open(settings.database, settings.key)

        def now() -> Instant:
            return read().wall

        roster = Roster(settings.card)
        accounts = Accounts(database, roster, now)
        passkeys = Passkeys(settings, database, accounts, now)
        passwords = Passwords(database, accounts, now, cost, say)
        return cls(
            settings=settings,
            clock=clock or SystemClock(),
            say=say,
            database=database,
            roster=roster,
            accounts=accounts,
            sessions=Sessions(database, accounts, now),
            passkeys=passkeys,
            passwords=passwords,
            enrolment=Enrolment(settings.origin, database, accounts, passkeys, passwords, now),
            officer_keys=OfficerKeys(settings.files / FOLDER, database, roster, now),
            rates=Rates(lambda: Instant(read().steady)),
        )

    def close(self) -> None:
        """Close the database."""
        self.database.close()


def console_of(request: Request) -> Console:
    """The console that answers a request."""
    found = request.app.state.console
    assert isinstance(found, Console)
    return found
