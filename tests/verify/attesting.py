"""Witnesses of tests that keep mailboxes: what they attest of a line in a record."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from firebreak.core.base.cbor import encode
from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import DEPOSIT, FETCH, Environment
from firebreak.core.envelope.cose import signed_bytes
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import Action
from firebreak.core.line.agreement import Agreement, LineAgree
from firebreak.core.record.attested import AttestedBody
from firebreak.core.record.deposits import (
    ATTESTED,
    Asked,
    Attestation,
    DepositRequest,
    FetchRequest,
    Record,
    RecordKind,
    Signed,
    mailbox,
    witness_id,
)
from firebreak.core.record.quorum import AgreedWitness
from tests.parties import NORTH, NOW, SOUTH, Party, ed25519, public
from tests.records import Record as Logs

EXERCISE = Environment.EXERCISE
SECOND = 1_000
AT = NOW + 60 * SECOND
UNTIL = AT + 90 * SECOND


@dataclass
class Institute:
    """One witness: the log it keeps of the mailbox that South reads."""

    number: int
    line: bytes
    operator: str = ""
    records: list[Record] = field(default_factory=list[Record])

    @property
    def name(self) -> str:
        return f"w{self.number}.example/w"

    @property
    def agreed(self) -> AgreedWitness:
        return AgreedWitness(
            name=self.name,
            operator=self.operator or f"Institute {self.number}",
            ed25519=public(ed25519(self.name, "cosign")),
            statements=public(ed25519(self.name, "state")),
        )

    @property
    def id(self) -> bytes:
        return witness_id(self.name, self.agreed.statements)

    @property
    def box(self) -> bytes:
        return mailbox(self.line, SOUTH.card().party)

    def asked(self, at: int) -> dict[str, Any]:
        nonce = hashlib.sha256(f"{self.name} {len(self.records)}".encode()).digest()[:16]
        return {"witness": self.id, "mailbox": self.box, "at": at, "nonce": nonce}

    def deposited(self, *entries: bytes, at: int = AT, by: Party = NORTH) -> "Institute":
        packet = hashlib.sha256(b"".join(entries)).digest()
        request = DepositRequest(**self.asked(at), packet=packet, entries=entries)
        return self._wrote(RecordKind.DEPOSITED, at, _signed(by, DEPOSIT, request))

    def fetched(self, at: int, *, upto: int = 0, held: int = 0, by: Party = SOUTH) -> "Institute":
        request = FetchRequest(**self.asked(at), held=held)
        return self._wrote(RecordKind.FETCHED, at, _signed(by, FETCH, request), upto=upto)

    def was_away(self, since: int, at: int) -> "Institute":
        self.records.append(Record(kind=RecordKind.GAP, number=len(self.records) + 10, at=at, since=since))
        return self

    def _wrote(self, kind: RecordKind, at: int, request: Signed, **more: Any) -> "Institute":
        number = len(self.records) + 10
        self.records.append(
            Record(kind=kind, number=number, at=at, mailbox=self.box, request=request, **more)
        )
        return self

    def attests(self, *, first: int = AT, last: int = UNTIL, **changes: Any) -> Signed:
        said: dict[str, Any] = {
            "witness": self.id,
            "mailbox": self.box,
            "first": first,
            "last": last,
            "records": tuple(self.records),
            "up_since": Instant(0),
            "size": 100,
            "root": bytes(32),
        }
        payload = encode(Attestation(**said | changes).to_map())
        signature = ed25519(self.name, "state").sign(signed_bytes(ATTESTED, EXERCISE, payload))
        return Signed(payload=payload, signature=signature)


def _signed(party: Party, purpose: bytes, asked: Asked) -> Signed:
    payload = encode(asked.to_map())
    return Signed(payload=payload, signature=party.key("log").sign(signed_bytes(purpose, EXERCISE, payload)))


def institutes(record: Logs, operators: Sequence[str] = ("", "", "")) -> list[Institute]:
    """Three witnesses, agreed by both sides."""
    found = [Institute(number, record.head.line, operator) for number, operator in enumerate(operators)]
    body = LineAgree(agreement=Agreement(witnesses=tuple(each.agreed for each in found)))
    for party in (NORTH, SOUTH):
        statement = record.statement(party, Action.COMPARE, body.detail())
        signed = LineAgree(agreement=body.agreement, statements=(statement,))
        record.say(party, Kind.LINE_AGREE, signed)
    return found


def state(record: Logs, *attestations: Signed, by: Party = NORTH, until: int = UNTIL) -> None:
    """An entry that carries them."""
    record.say(by, Kind.WITNESS_ATTEST, AttestedBody(until=until, attestations=attestations))
