"""Two parties that use the mailboxes of a witness, and the witness's answers read back."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from firebreak.core.base.cbor import Value, decode, encode
from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import DEPOSIT, FETCH, Environment
from firebreak.core.envelope.cose import signed_bytes
from firebreak.core.envelope.pairing import Offer, line_id
from firebreak.core.record.collecting import Question, TrustedWitness, read_attestation
from firebreak.core.record.deposits import (
    ATTEST,
    FETCHED,
    STAMP,
    Asked,
    Attestation,
    AttestRequest,
    Deposited,
    DepositRequest,
    DepositStamp,
    FetchRequest,
    Record,
    Signed,
    mailbox,
    packet_hash,
)
from firebreak.witness.journal import Journal
from firebreak.witness.known import add_line
from firebreak.witness.running import RunningWitness, build
from tests.parties import NORTH, SOUTH, Party
from tests.witness.house import PASSPHRASE, HandClock, settle

EXERCISE = Environment.EXERCISE
OFFERS = (Offer(NORTH.signed(), bytes([1]) * 32), Offer(SOUTH.signed(), bytes([2]) * 32))
LINE = line_id(EXERCISE, *OFFERS)
TO_SOUTH = mailbox(LINE, SOUTH.card().party)
ENTRY = hashlib.sha256(b"a call offer").digest()
PACKET = b"a sealed packet"


def sign(party: Party, purpose: bytes, asked: Asked, environment: Environment = EXERCISE) -> Signed:
    payload = encode(asked.to_map())
    return Signed(
        payload=payload, signature=party.key("log").sign(signed_bytes(purpose, environment, payload))
    )


@dataclass
class Post:
    """One witness with a line, asked without HTTP."""

    folder: Path
    name: str = "witness.example/w1"
    operator: str = "Example Institute"
    clock: HandClock = field(default_factory=HandClock)
    drawn: int = 0
    witness: RunningWitness = field(init=False)

    def __post_init__(self) -> None:
        self.folder.mkdir(exist_ok=True)
        files = [self.folder / "a", self.folder / "b"]
        for file, offer in zip(files, OFFERS, strict=True):
            file.write_bytes(offer.to_bytes())
        settings = settle(self.folder, name=self.name, operator=self.operator)
        add_line(settings.lines, EXERCISE, *files)
        self.start()

    def start(self) -> None:
        from firebreak.witness.settings import read_settings

        self.witness = build(read_settings(self.folder), PASSPHRASE, self.clock, print)
        self.journal.start(self.now)

    def stop(self) -> None:
        self.witness.service.close()
        self.witness.service.cosigner.database.close()

    @property
    def journal(self) -> Journal:
        return self.witness.service.journal

    @property
    def now(self) -> Instant:
        return Instant(self.clock.now)

    @property
    def trusted(self) -> TrustedWitness:
        public = self.journal.keys.statements_public
        return TrustedWitness(name=self.name, operator=self.operator, statements_key=public)

    def stays_up(self, seconds: int) -> None:
        """Time passes while it answers."""
        for _ in range(seconds // 15):
            self.clock.now += 15_000
            self.journal.beat(self.now)

    def nonce(self) -> bytes:
        self.drawn += 1
        return hashlib.sha256(f"{self.name} {self.drawn}".encode()).digest()[:16]

    def deposit_request(self, packet: bytes = PACKET, entry: bytes = ENTRY) -> DepositRequest:
        return DepositRequest(
            witness=self.journal.id,
            mailbox=TO_SOUTH,
            at=self.now,
            nonce=self.nonce(),
            packet=packet_hash(packet),
            entries=(entry,),
        )

    def fetch_request(self, held: int = 0) -> FetchRequest:
        return FetchRequest(
            witness=self.journal.id, mailbox=TO_SOUTH, at=self.now, nonce=self.nonce(), held=held
        )

    def deposit(self, packet: bytes = PACKET) -> Record:
        answer = self.journal.deposit(sign(NORTH, DEPOSIT, self.deposit_request(packet)), packet, self.now)
        return DepositStamp.from_map(self.read(answer, STAMP)).record

    def fetch(self, held: int = 0) -> tuple[Record, list[Deposited]]:
        value = self.read(self.journal.fetch(sign(SOUTH, FETCH, self.fetch_request(held)), self.now), FETCHED)
        assert isinstance(value, dict)
        handed = value[2]
        assert isinstance(handed, list)
        return Record.from_map(value[1]), [Deposited.from_map(each) for each in handed]

    def attest(self, first: int, last: int, party: Party = NORTH) -> Attestation:
        asked = AttestRequest(
            witness=self.journal.id, mailbox=TO_SOUTH, at=self.now, nonce=self.nonce(), first=first, last=last
        )
        answer = self.journal.attest(sign(party, ATTEST, asked), self.now)
        return read_attestation(Signed.read(answer), self.trusted, EXERCISE)

    def read(self, answer: bytes, purpose: bytes) -> Value:
        signed = Signed.read(answer)
        assert signed.holds(self.trusted.statements_key, purpose, EXERCISE)
        return decode(signed.payload, size_max=262_144)

    def question(self, until: int, quorum: int = 1) -> Question:
        return Question(
            environment=EXERCISE,
            mailbox=TO_SOUTH,
            entry=ENTRY,
            writer_keys=(NORTH.card().log_key,),
            reader_keys=(SOUTH.card().log_key,),
            until=Instant(until),
            quorum=quorum,
        )
