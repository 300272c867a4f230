"""The log of the witness itself: deposits, fetches, starts and gaps, and what it says of them.

Everything it answers about a mailbox is read from this log, and every attestation names the tree over it, so
that a witness which tells two stories signs two trees that do not fit.
"""

from dataclasses import dataclass, field
from typing import Final, TypeVar

from firebreak.core.base.cbor import Value, decode, encode
from firebreak.core.base.instants import MINUTE, Instant
from firebreak.core.base.purposes import DEPOSIT, FETCH, Environment
from firebreak.core.envelope.cose import signed_bytes
from firebreak.core.record.adding import Refused, Status
from firebreak.core.record.checkpoint import Checkpoint, SignedCheckpoint, ed25519_signature
from firebreak.core.record.deposits import (
    ATTEST,
    ATTESTED,
    CLOCKS_APART,
    FETCHED,
    RECORDS_MAX,
    STAMP,
    Asked,
    Attestation,
    AttestRequest,
    Deposited,
    DepositRequest,
    DepositStamp,
    FetchRequest,
    Record,
    RecordKind,
    Signed,
    fetch_value,
    packet_hash,
    read_request,
    witness_id,
)
from firebreak.core.record.merkle import Tree
from firebreak.core.record.note import ED25519
from firebreak.core.record.vkey import VerifierKey
from firebreak.keyring.witness import WitnessKeys
from firebreak.witness.database import Database
from firebreak.witness.known import Known
from firebreak.witness.queries import (
    APPEND,
    BACK,
    BETWEEN,
    BY_NONCE,
    COLLECTED,
    LAID,
    LATELY,
    NEXT,
    PUT,
    TAKE,
    UP_SINCE,
    WHOLE,
)

LOG: Final = "/log"  # after the name of a witness: the name of its own log
GAP: Final = MINUTE  # a longer time without a sign of life is written down
A_MINUTE_MAX: Final = 120  # deposits of one mailbox, and as many fetches: nobody uses up what another may ask
ATTESTS_MAX: Final = 60  # a minute, of one party to one line
PACKETS_MAX: Final = 256  # kept for one mailbox
PACKET_BYTES_MAX: Final = 8 << 20  # in all, for one mailbox
HANDED_BYTES_MAX: Final = 128 << 10  # in one answer; the reader asks again

A = TypeVar("A", bound=Asked)
Asker = tuple[bytes, bytes]  # line, party


def log_key(name: str, keys: WitnessKeys) -> VerifierKey:
    """By which others know the log of a witness, and everything it states."""
    return VerifierKey(f"{name}{LOG}", ED25519, keys.statements_public)


@dataclass(slots=True)
class Journal:
    """Answers deposit, fetch and attest."""

    name: str
    environment: Environment
    keys: WitnessKeys = field(repr=False)
    known: Known
    database: Database
    tree: Tree = field(default_factory=Tree, repr=False)
    at: Instant = Instant(0)
    "Of the newest record; none is ever earlier."
    attests: dict[Asker, list[Instant]] = field(default_factory=dict[Asker, list[Instant]], repr=False)
    "When each party to each line asked for attestations in the last minute: they stand in no log."

    def __post_init__(self) -> None:
        for (data,) in self.database.each(WHOLE):
            record = Record.from_bytes(data)
            self.tree.append(record.hash)
            self.at = Instant(record.at)

    @property
    def id(self) -> bytes:
        """By which requests name this witness."""
        return witness_id(self.name, self.keys.statements_public)

    def start(self, now: Instant) -> None:
        """Once, when it begins to answer."""
        with self.database.change():
            self._append(RecordKind.STARTED, now, since=self.database.state("answered"))
            self.database.set_state("answered", now)
        self._grown()

    def beat(self, now: Instant) -> None:
        """It is known to answer at this moment."""
        last = self.database.state("answered")
        with self.database.change():
            if now - last > GAP:
                self._append(RecordKind.GAP, now, since=last)
            self.database.set_state("answered", now)
        self._grown()

    def deposit(self, signed: Signed, packet: bytes | None, now: Instant) -> bytes:
        """Keep a packet, or only its hash; the stamp. The same request again gives the same stamp."""
        asked, _ = self._asked(DepositRequest, signed, DEPOSIT, now)
        if packet is not None and packet_hash(packet) != asked.packet:
            raise _malformed("the packet is not the one the request names")
        with self.database.change():
            earlier = self.database.rows(BY_NONCE, asked.nonce)
            if not earlier:
                self._room(asked.mailbox, len(packet or b""), now)
                record = self._append(RecordKind.DEPOSITED, now, asked=asked, request=signed)
                self.database.write(
                    PUT, record.number, asked.mailbox, asked.packet, len(packet or b""), packet
                )
            else:
                record = _repeated(earlier[0][0], signed)
        self._grown()
        return self._sign(STAMP, DepositStamp(witness=self.id, record=record).to_map())

    def fetch(self, signed: Signed, now: Instant) -> bytes:
        """Hand out what came after what the reader holds; that it was asked for is written down first."""
        asked, _ = self._asked(FetchRequest, signed, FETCH, now)
        with self.database.change():
            if self.database.rows(BY_NONCE, asked.nonce):
                raise _refused(Status.CONFLICT, "this fetch was answered before", "ask with a fresh nonce")
            self._rate(asked.mailbox, RecordKind.FETCHED, now)
            self.database.write(COLLECTED, asked.mailbox, asked.held)
            handed = self._handed(asked)
            upto = handed[-1].number if handed else 0
            record = self._append(RecordKind.FETCHED, now, asked=asked, request=signed, upto=upto)
        self._grown()
        return self._sign(FETCHED, {1: record.to_map(), 2: fetch_value(handed)})

    def attest(self, signed: Signed, now: Instant) -> bytes:
        """What happened to a mailbox between two instants, up to now."""
        asked, asker = self._asked(AttestRequest, signed, ATTEST, now)
        if not asked.first <= asked.last <= now:
            raise _malformed("it asks about a time that has not passed")
        self._attest_rate(asker, now)
        if now - self.database.state("answered") > GAP:
            self.beat(now)
        rows = self.database.rows(BETWEEN, asked.mailbox, asked.first, asked.last, RECORDS_MAX + 1)
        records, back = [Record.from_bytes(data) for (data,) in rows], self._back(asked.last)
        if len(records) + len(back) > RECORDS_MAX:
            raise _refused(Status.TOO_MUCH, f"more than {RECORDS_MAX} records", "ask for a shorter time")
        attestation = Attestation(
            witness=self.id,
            mailbox=asked.mailbox,
            first=asked.first,
            last=asked.last,
            records=(*records, *back),
            up_since=back[0].at if back else self.database.number(UP_SINCE, asked.last),
            size=len(self.tree),
            root=self.tree.root(),
        )
        return self._sign(ATTESTED, attestation.to_map())

    @property
    def verifier_key(self) -> VerifierKey:
        """By which others know the log of this witness, and everything it states."""
        return log_key(self.name, self.keys)

    def checkpoint(self) -> bytes:
        """Its own log as a signed note, for witnesses of the witness."""
        checkpoint = Checkpoint(self.verifier_key.name, len(self.tree), self.tree.root())
        line = ed25519_signature(checkpoint, self.verifier_key.public, self.keys.state(checkpoint.text))
        return SignedCheckpoint(checkpoint, (line,)).render()

    def _asked(self, kind: type[A], signed: Signed, purpose: bytes, now: Instant) -> tuple[A, Asker]:
        """What is asked, and who does."""
        asked = read_request(kind, signed)
        owner = self.known.owner(asked.mailbox)
        if owner is None or asked.witness != self.id:
            raise _refused(
                Status.UNKNOWN_ORIGIN,
                "no such mailbox at this witness",
                "ask its operator to add the line",
            )
        line = self.known.lines[owner.line]
        who = {DEPOSIT: (owner.writer,), FETCH: (owner.reader,)}.get(purpose, (owner.writer, owner.reader))
        keys = [(party, key) for party in who for key in line.keys(party)]
        signer = next((by for by, key in keys if signed.holds(key, purpose, self.environment)), None)
        if signer is None:
            raise _refused(
                Status.NOT_SIGNED, "not signed by a party that may ask this", "sign with the log key"
            )
        if abs(asked.at - now) > CLOCKS_APART:
            raise _refused(
                Status.NOT_SIGNED,
                f"the request says {asked.at}, here it is {now}",
                "set the clock right, or ask anew",
            )
        return asked, (owner.line, signer)

    def _back(self, last: int) -> list[Record]:
        """The start or gap that was written after `last` and tells that it did not answer then; or none."""
        found = [Record.from_bytes(data) for (data,) in self.database.rows(BACK, last)]
        return [each for each in found if each.since < last]

    def _handed(self, asked: FetchRequest) -> list[Deposited]:
        handed, size = list[Deposited](), 0
        for number, packet, hash, bytes_ in self.database.rows(TAKE, asked.mailbox, asked.held):
            size += bytes_
            if handed and (size > HANDED_BYTES_MAX or len(handed) == RECORDS_MAX):
                break
            handed.append(Deposited(number=number, packet=packet, hash=hash))
        return handed

    def _append(
        self,
        kind: RecordKind,
        now: Instant,
        *,
        asked: Asked | None = None,
        request: Signed | None = None,
        upto: int = 0,
        since: int = 0,
    ) -> Record:
        """Inside `change`. The tree grows when the change is durable."""
        record = Record(
            kind=kind,
            number=self.database.number(NEXT),
            at=max(now, self.at),
            mailbox=None if asked is None else asked.mailbox,
            request=request,
            upto=upto,
            since=since,
        )
        nonce = None if asked is None else asked.nonce
        self.database.write(
            APPEND, record.number, record.at, int(kind), record.mailbox, nonce, record.to_bytes()
        )
        return record

    def _grown(self) -> None:
        for (data,) in self.database.rows("SELECT record FROM log WHERE number >= ?", len(self.tree)):
            record = Record.from_bytes(data)
            self.tree.append(record.hash)
            self.at = Instant(record.at)

    def _room(self, mailbox: bytes, size: int, now: Instant) -> None:
        self._rate(mailbox, RecordKind.DEPOSITED, now)
        ((count, held),) = self.database.rows(LAID, mailbox)
        if count >= PACKETS_MAX or held + size > PACKET_BYTES_MAX:
            raise _refused(Status.TOO_MUCH, "the mailbox is full", "wait until its owner collects")

    def _rate(self, mailbox: bytes, kind: RecordKind, now: Instant) -> None:
        if self.database.number(LATELY, mailbox, int(kind), now - MINUTE) >= A_MINUTE_MAX:
            raise _refused(Status.TOO_MUCH, "too many requests for this mailbox", "wait a minute")

    def _attest_rate(self, asker: Asker, now: Instant) -> None:
        lately = [at for at in self.attests.get(asker, ()) if now - MINUTE < at <= now]
        if len(lately) >= ATTESTS_MAX:
            raise _refused(Status.TOO_MUCH, "too many attestations asked for on this line", "wait a minute")
        self.attests[asker] = [*lately, now]

    def _sign(self, purpose: bytes, value: Value) -> bytes:
        payload = encode(value)
        signature = self.keys.state(signed_bytes(purpose, self.environment, payload))
        return Signed(payload=payload, signature=signature).encoded()


def read_deposit(data: bytes) -> tuple[Signed, bytes | None]:
    """The body of a deposit: the signed request, and perhaps the packet. Raises CounterpartError."""
    match decode(data, size_max=2 * 65_536):
        case [dict() as signed, bytes() | None as packet]:
            return Signed.from_map(signed), packet
        case _:
            raise _malformed("a deposit is [signed request, packet or null]")


def _repeated(data: bytes, signed: Signed) -> Record:
    record = Record.from_bytes(data)
    if record.request is None or record.request != signed:
        raise _refused(Status.CONFLICT, "another request has this nonce", "ask with a fresh nonce")
    return record


def _malformed(why: str) -> Refused:
    return _refused(Status.MALFORMED, f"not a request to a witness: {why}", "the sender must correct it")


def _refused(status: Status, why: str, hint: str) -> Refused:
    return Refused(status, why, code="FB409", hint=hint)
