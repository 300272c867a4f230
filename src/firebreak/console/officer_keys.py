"""Public keys that officers made in their browsers, waiting for the next card.

The root keys are elsewhere, so a key waits here as a row and as a file that can be carried to them:

    firebreak officer key
    officer: Ana Vogt
    key: 5c2f…64 hex digits

`firebreak card renew --officer-key FILE` reads it. Whoever controls the console could have put another key
there: the person with the root keys compares the fingerprint with the one on the officer's own screen.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from firebreak.console import refusals
from firebreak.console.database import Database
from firebreak.console.roster import Roster
from firebreak.console.sessions import Session
from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.card_import import keys_of
from firebreak.core.envelope.points import check_ed25519_point
from firebreak.keyring.atomic import write_secret
from firebreak.keyring.officer_file import OfficerFile

FOLDER: Final = "officers"


@dataclass(slots=True)
class OfficerKeys:
    """All keys that were posted."""

    folder: Path
    database: Database
    roster: Roster
    now: Callable[[], Instant]

    def post(self, session: Session, key: bytes) -> None:
        """Let a key wait for the next card. Raises Refused."""
        if session.officer is None:
            hint = "ask an administrator for an account with an officer's name"
            raise refusals.bad_officer_key("this account is no officer's", hint, refusals.CONFLICT)
        self._check(session.officer, key)
        with self.database.change() as change:
            change.write(
                "INSERT OR REPLACE INTO officer_keys VALUES (?, ?, ?, ?)",
                *(session.officer, session.account, key, self.now()),
            )
        self._write(OfficerFile(session.officer, key))

    def _write(self, file: OfficerFile) -> None:
        """Beside it no earlier key of the officer waits, so that none is taken by mistake."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_secret(self.folder / file.name, file.to_bytes(), replace=True)
        for each in self.folder.glob("*.pub"):
            with suppress(OSError, LocalError):
                if (
                    each.name != file.name
                    and OfficerFile.parse(each.read_text("utf-8")).officer == file.officer
                ):
                    each.unlink()

    def state(self, officer: str | None) -> dict[str, object] | None:
        """For the page: `key` is none, waiting or listed; `listed` and `waiting` are the keys themselves."""
        if officer is None:
            return None
        found = self.roster.officer(officer)
        row = self.database.row("SELECT key FROM officer_keys WHERE officer = ?", officer)
        posted = None if row is None else bytes(row[0])
        listed = None if found is None else found.key
        waits = posted is not None and posted != listed
        state = "waiting" if waits else "none" if posted is None else "listed"
        return {
            "name": officer,
            "key": state,
            "listed": None if listed is None else listed.hex(),
            "waiting": posted.hex() if waits and posted is not None else None,
            "powers": [] if found is None else [each.name.lower() for each in found.powers],
        }

    def _check(self, officer: str, key: bytes) -> None:
        card = self.roster.card
        used = {} if card is None else keys_of(card)
        listed = self.roster.officer(officer)
        if key in used and (listed is None or listed.key != key):
            hint = "make a new key in this browser"
            raise refusals.bad_officer_key("this key is in use already", hint, refusals.CONFLICT)
        try:
            check_ed25519_point(key)
        except CounterpartError as error:
            hint = "make a new key in this browser"
            raise refusals.bad_officer_key(
                "this is no key that a signature could be held to", hint
            ) from error
