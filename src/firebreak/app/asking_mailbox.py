"""Asking one witness about a mailbox, and believing nothing but signatures: its own, and ours in its log."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from firebreak.core.base.cbor import Value, decode, encode
from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import DEPOSIT, FETCH, Environment
from firebreak.core.base.shape import Body
from firebreak.core.record.collecting import TrustedWitness, read_attestation
from firebreak.core.record.deposits import (
    ATTEST,
    CLOCKS_APART,
    FETCHED,
    NONCE_BYTES,
    SIGNED_BYTES_MAX,
    STAMP,
    Asked,
    Attestation,
    AttestRequest,
    DepositRequest,
    DepositStamp,
    Fetched,
    FetchRequest,
    Record,
    RecordKind,
    Signed,
    packet_hash,
)
from firebreak.transport.http_client import ask

SECONDS: Final = 10.0
ANSWER_BYTES_MAX: Final = SIGNED_BYTES_MAX + 1_024
GOOD: Final = 200

B = TypeVar("B", bound=Body)


class MailboxRefusal(CounterpartError):
    """The witness refuses, or its answer is not what it must be."""

    def __init__(self, text: str) -> None:
        super().__init__(text, code="FB414", hint="ask the operator of the witness")


@dataclass(frozen=True, slots=True)
class Desk:
    """One witness as our node asks it on one line."""

    url: str
    witness: TrustedWitness
    environment: Environment
    sign: Callable[[bytes, bytes], bytes] = field(repr=False)
    "(purpose, payload): our log key."
    now: Callable[[], Instant]

    async def deposit(self, mailbox: bytes, packet: bytes, entries: tuple[bytes, ...]) -> Record:
        """Leave a packet; the witness's record of it. Raises LinkDown, MailboxRefusal, LocalError."""
        asked = DepositRequest(**self._asked(mailbox), packet=packet_hash(packet), entries=entries)
        signed = self._signed(DEPOSIT, asked)
        body = encode([signed.to_map(), packet])
        stamp = self._read(DepositStamp, await self._post("deposit", body), STAMP)
        if stamp.witness != self.witness.id:
            raise MailboxRefusal(f"{self.witness.name} stamps in the name of another witness")
        return self._own(stamp.record, RecordKind.DEPOSITED, asked, signed)

    async def fetch(self, mailbox: bytes, held: int) -> Fetched:
        """What lies there after `held`. Raises LinkDown, MailboxRefusal, LocalError."""
        asked = FetchRequest(**self._asked(mailbox), held=held)
        signed = self._signed(FETCH, asked)
        fetched = self._read(Fetched, await self._post("fetch", signed.encoded()), FETCHED)
        self._own(fetched.record, RecordKind.FETCHED, asked, signed)
        numbers = [each.number for each in fetched.handed]
        whole = all(each.packet is None or packet_hash(each.packet) == each.hash for each in fetched.handed)
        if not whole or numbers != sorted(set(numbers)) or (numbers and numbers[0] <= held):
            raise MailboxRefusal(f"{self.witness.name} hands out other packets than it names")
        return fetched

    async def attest(self, mailbox: bytes, first: Instant, last: Instant) -> tuple[Signed, Attestation]:
        """What happened to a mailbox. Raises LinkDown, CounterpartError, LocalError."""
        asked = AttestRequest(**self._asked(mailbox), first=first, last=last)
        answer = Signed.read(await self._post("attest", self._signed(ATTEST, asked).encoded()))
        attestation = read_attestation(answer, self.witness, self.environment)
        if (attestation.mailbox, attestation.first, attestation.last) != (mailbox, first, last):
            raise MailboxRefusal(f"{self.witness.name} attests something else than it was asked")
        return answer, attestation

    def _asked(self, mailbox: bytes) -> dict[str, Any]:
        return {
            "witness": self.witness.id,
            "mailbox": mailbox,
            "at": self.now(),
            "nonce": os.urandom(NONCE_BYTES),
        }

    def _signed(self, purpose: bytes, asked: Asked) -> Signed:
        payload = encode(asked.to_map())
        return Signed(payload=payload, signature=self.sign(purpose, payload))

    async def _post(self, path: str, body: bytes) -> bytes:
        url = f"{self.url.rstrip('/')}/{path}"
        answer = await ask(url, body, seconds=SECONDS, most=ANSWER_BYTES_MAX)
        if answer.status != GOOD:
            text = answer.body[:200].decode("utf-8", "replace").strip()
            raise MailboxRefusal(f"{self.witness.name} answers {answer.status}: {text}")
        return answer.body

    def _read(self, kind: type[B], data: bytes, purpose: bytes) -> B:
        signed = Signed.read(data)
        if not signed.holds(self.witness.statements_key, purpose, self.environment):
            raise MailboxRefusal(f"the answer is not signed by {self.witness.name}")
        value: Value = decode(signed.payload, size_max=SIGNED_BYTES_MAX)
        return kind.from_map(value)

    def _own(self, record: Record, kind: RecordKind, asked: Asked, signed: Signed) -> Record:
        """Its record of our request; its clock is believed no further than it must believe ours."""
        if (record.request, record.kind, record.mailbox) != (signed, kind, asked.mailbox):
            raise MailboxRefusal(f"{self.witness.name} answers another request than ours")
        if abs(record.at - asked.at) > CLOCKS_APART:
            raise MailboxRefusal(f"{self.witness.name} answers at a time that is far from ours")
        return record
