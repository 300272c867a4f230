"""Cosigning: check against what is stored, sign, store, and only then answer. One transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from firebreak.core.base.instants import SECOND
from firebreak.core.record.adding import AddCheckpoint, Refused, Status, check_signed, judge
from firebreak.core.record.checkpoint import Checkpoint, parse_text
from firebreak.core.record.cosignature import TIME_BYTES, cosigned_bytes
from firebreak.core.record.note import COSIGNATURE, MLDSA44_COSIGNATURE, NoteSignature
from firebreak.core.record.subtree import cosigned_structure
from firebreak.core.record.vkey import VerifierKey
from firebreak.keyring.witness import WitnessKeys
from firebreak.ports import Clock
from firebreak.witness import faults
from firebreak.witness.database import REFUSED_MAX, Database
from firebreak.witness.known import Known

TREES_MAX: Final = 10_000  # of one party's log, one for each start of its node: each costs a row for ever
CLOCK_BACK_SECONDS: Final = 2  # a clock that is being disciplined; more is a wrong clock

COSIGNED: Final = "SELECT text, lines FROM cosigned WHERE origin = ?"
TREES: Final = "SELECT count(*) FROM cosigned WHERE origin > ? AND origin < ?"
STORE: Final = """INSERT INTO cosigned VALUES (?, ?, ?, ?) ON CONFLICT (origin)
    DO UPDATE SET text = excluded.text, lines = excluded.lines, seconds = excluded.seconds"""
KEEP_REFUSED: Final = "INSERT INTO refused (origin, seconds, why, request) VALUES (?, ?, ?, ?)"
FORGET_REFUSED: Final = "DELETE FROM refused WHERE number <= (SELECT max(number) FROM refused) - ?"


def nothing() -> None:
    """Where nobody wants to stop the process."""


def verifier_keys(name: str, keys: WitnessKeys) -> tuple[VerifierKey, VerifierKey]:
    """By which others know a witness: the older form, then the newer."""
    return (
        VerifierKey(name, COSIGNATURE, keys.ed25519_public),
        VerifierKey(name, MLDSA44_COSIGNATURE, keys.mldsa44_public),
    )


@dataclass(slots=True)
class Cosigner:
    """Answers `add-checkpoint`."""

    name: str
    keys: WitnessKeys
    known: Known
    database: Database
    clock: Clock
    stored: Callable[[], None] = nothing
    "Called when a cosignature is durable and not answered yet; tests stop the process here."

    @property
    def verifier_keys(self) -> tuple[VerifierKey, VerifierKey]:
        """By which others know this witness."""
        return verifier_keys(self.name, self.keys)

    def add(self, data: bytes) -> bytes:
        """The lines to answer. Raises Refused, LocalError, StorageError."""
        request = AddCheckpoint.parse(data)
        origin = request.signed.checkpoint.origin
        check_signed(request.signed, self.known.keys(origin))
        try:
            with self.database.change():
                lines, fresh = self._judged(request)
        except Refused as refused:
            self._keep(refused, origin, data)
            raise
        if fresh:
            self.database.note()
            self.stored()
        return lines

    def _judged(self, request: AddCheckpoint) -> tuple[bytes, bool]:
        checkpoint = request.signed.checkpoint
        rows = self.database.rows(COSIGNED, checkpoint.origin)
        if not rows:
            self._check_room(checkpoint.origin)
        if not judge(request, parse_text(rows[0][0]) if rows else None):
            return rows[0][1], False
        seconds = self._seconds()
        lines = self._lines(checkpoint, seconds)
        self.database.write(STORE, checkpoint.origin, checkpoint.text, lines, seconds)
        self.database.set_state("cosignatures", self.database.cosignatures + 1)
        self.database.set_state("newest", seconds)
        return lines, True

    def _check_room(self, origin: str) -> None:
        """Raise `Refused` when this log began too many trees."""
        log = origin.rpartition("/")[0]
        if self.database.rows(TREES, f"{log}/", f"{log}0")[0][0] >= TREES_MAX:  # "0" follows "/"
            raise faults.too_many_trees(TREES_MAX)

    def _lines(self, checkpoint: Checkpoint, seconds: int) -> bytes:
        signatures = self.keys.cosign(
            cosigned_bytes(checkpoint, seconds), cosigned_structure(checkpoint, self.name, seconds)
        )
        at = seconds.to_bytes(TIME_BYTES)
        pairs = zip(self.verifier_keys, signatures, strict=True)
        return "".join(NoteSignature(self.name, key.hash, at + each).line for key, each in pairs).encode()

    def _seconds(self) -> int:
        """Now, never before the newest stamp. Raises LocalError when the clock was set back."""
        now, newest = self.clock.read().wall // SECOND, self.database.state("newest")
        if now < newest - CLOCK_BACK_SECONDS:
            raise faults.clock_behind(now, newest)
        return max(now, newest)

    def _keep(self, refused: Refused, origin: str, data: bytes) -> None:
        """Keep a signed request that contradicts what was cosigned."""
        held = self.database.rows(COSIGNED, origin)
        asked = AddCheckpoint.parse(data)
        contradicts = refused.status is Status.INCONSISTENT or (
            refused.status is Status.CONFLICT
            and bool(held)
            and asked.old == asked.signed.checkpoint.size == parse_text(held[0][0]).size
        )
        if contradicts:
            with self.database.change() as database:
                now = self.clock.read().wall // SECOND
                database.write(KEEP_REFUSED, origin, now, refused.text, data)
                database.write(FORGET_REFUSED, REFUSED_MAX)
