"""Whether a deposit was collected: what several attestations say together, in two words (`spec/witness.md`).

*Collected*: the reader's node signed a fetch after the deposit and was handed the packet. The witness cannot
make that signature.
*Not collected*: so many witnesses of different operators as were agreed attest that the packet lay there and
that they answered all the time, and none of them knows of any fetch after it.
No word at all is the third answer, and the usual one while something is missing. None of them says why, and
none says that anybody knew of the packet. "Ignored" is not among them.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from firebreak.core.base.cbor import decode
from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.instants import MINUTE, Instant
from firebreak.core.base.purposes import DEPOSIT, FETCH, Environment
from firebreak.core.record.deposits import (
    ATTESTED,
    CLOCKS_APART,
    SIGNED_BYTES_MAX,
    Asked,
    Attestation,
    DepositRequest,
    FetchRequest,
    Record,
    RecordKind,
    Signed,
    read_request,
    witness_id,
)
from firebreak.core.record.quorum import plain

DOWN_MAX: Final = MINUTE  # what a witness may have been away for in all and still say "not collected"


ASKED: Final[dict[RecordKind, type[Asked]]] = {
    RecordKind.DEPOSITED: DepositRequest,
    RecordKind.FETCHED: FetchRequest,
}


class Word(StrEnum):
    """All that may be said of a deposit."""

    COLLECTED = "collected"
    NOT_COLLECTED = "not collected"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustedWitness:
    """A witness as the agreement of a line names it."""

    name: str
    operator: str
    statements_key: bytes

    @property
    def id(self) -> bytes:
        """By which requests and answers name it."""
        return witness_id(self.name, self.statements_key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: whether the packet that carries this entry was collected by `until`."""

    environment: Environment
    mailbox: bytes
    entry: bytes
    "Hash of the entry that the writer deposited."
    writer_keys: tuple[bytes, ...]
    reader_keys: tuple[bytes, ...]
    until: Instant
    quorum: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one witness says."""

    witness: str
    operator: str
    deposited_at: Instant | None = None
    "When the packet came there; None: it never did, as far as this attestation goes."
    collected_at: Instant | None = None
    confirmed_at: Instant | None = None
    "When the reader's node signed that it holds the packet."
    asked_at: Instant | None = None
    "The first fetch after the deposit, whatever was handed out."
    down: int = 0
    "Milliseconds between deposit and `until` in which the witness did not answer."
    whole: bool = False
    "Whether the attestation reaches from the deposit to `until`."

    @property
    def not_collected(self) -> bool:
        """Whether this witness by itself says so."""
        return self.whole and self.asked_at is None and self.down <= DOWN_MAX


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """What they say together."""

    word: Word | None
    since: Instant | None
    "Collected: when. Not collected: from when on it lay at all of them."
    until: Instant
    told: tuple[Told, ...]
    confirmed: bool = False
    "Whether the reader's node signed that it holds the packet: its own receipt."


def read_attestation(signed: Signed, witness: TrustedWitness, environment: Environment) -> Attestation:
    """An attestation whose signature holds. Raises CounterpartError."""
    if not signed.holds(witness.statements_key, ATTESTED, environment):
        raise CounterpartError(
            f"the attestation is not signed by {witness.name}", code="FB410", hint="ask the witness again"
        )
    attestation = Attestation.from_map(decode(signed.payload, size_max=SIGNED_BYTES_MAX))
    for each in attestation.records:
        if each.request is not None and each.kind in ASKED:
            read_request(ASKED[each.kind], each.request)
    numbers = [each.number for each in attestation.records]
    times = [each.at for each in attestation.records]
    if attestation.witness != witness.id or numbers != sorted(set(numbers)) or times != sorted(times):
        raise CounterpartError(
            f"the attestation of {witness.name} is of another witness, or out of order",
            code="FB410",
            hint="keep it: its signature holds, so the witness is at fault",
        )
    return attestation


@dataclass(frozen=True, slots=True)
class Heard:
    """One attestation on one mailbox, with the signatures in it checked: each once, however much is asked."""

    witness: TrustedWitness
    attestation: Attestation
    deposits: Mapping[bytes, Record]
    "The first that carries an entry, by the entry's hash."
    fetches: Sequence[tuple[Record, FetchRequest]]


def heard(
    witness: TrustedWitness, attestation: Attestation, question: Question, entries: Collection[bytes]
) -> Heard:
    """Check what an attestation has on these entries; the question says of which mailbox and by whom."""
    records = attestation.records if attestation.mailbox == question.mailbox else ()
    deposits = dict[bytes, Record]()
    for record in records:
        new = [each for each in _named(record, witness, question) if each in entries and each not in deposits]
        if new and _signed(record.request, question.writer_keys, DEPOSIT, question.environment):
            deposits |= dict.fromkeys(new, record)
    first = min((each.number for each in deposits.values()), default=None)
    after = [] if first is None else [each for each in records if each.number > first]
    fetches = [(each, fetch) for each in after if (fetch := _fetch(each, witness, question))]
    return Heard(witness, attestation, deposits, fetches)


def told_by(witness: TrustedWitness, attestation: Attestation, question: Question) -> Told:
    """What one attestation says to a question."""
    return tell(heard(witness, attestation, question, (question.entry,)), question)


def tell(heard: Heard, question: Question) -> Told:
    """What one attestation says of one entry by one instant."""
    witness, attestation = heard.witness, heard.attestation
    deposit = heard.deposits.get(question.entry)
    if deposit is None:
        return Told(witness=witness.name, operator=witness.operator)
    fetches = [(each, fetch) for each, fetch in heard.fetches if deposit.number < each.number]
    handed = [each.at for each, _ in fetches if each.upto >= deposit.number]
    held = [each.at for each, fetch in fetches if fetch.held >= deposit.number]
    after = [each for each in attestation.records if each.number > deposit.number]
    gaps = [each for each in after if each.kind in (RecordKind.STARTED, RecordKind.GAP)]
    return Told(
        witness=witness.name,
        operator=witness.operator,
        deposited_at=Instant(deposit.at),
        collected_at=_first([*handed, *held]),
        confirmed_at=_first(held),
        asked_at=_first(each.at for each, _ in fetches),
        down=sum(
            min(each.at, question.until) - min(max(each.since, deposit.at), question.until) for each in gaps
        ),
        whole=attestation.first <= deposit.at <= question.until <= attestation.last,
    )


def conclude(question: Question, attestations: Iterable[tuple[TrustedWitness, Attestation]]) -> Conclusion:
    """What verified attestations say together. One that knows of a fetch outweighs all that do not."""
    return put_together(question, (told_by(witness, each, question) for witness, each in attestations))


def put_together(question: Question, said: Iterable[Told]) -> Conclusion:
    """What several witnesses say together."""
    told = tuple(said)
    confirmed = any(each.confirmed_at is not None for each in told)
    collected = _first(each.collected_at for each in told)
    if collected is not None:
        return Conclusion(
            word=Word.COLLECTED, since=collected, until=question.until, told=told, confirmed=confirmed
        )
    silent = [each for each in told if each.not_collected]
    operators = {plain(each.operator) for each in silent}
    if any(each.asked_at is not None for each in told) or len(operators) < max(1, question.quorum):
        return Conclusion(word=None, since=None, until=question.until, told=told)
    since = max(each.deposited_at for each in silent if each.deposited_at is not None)
    return Conclusion(word=Word.NOT_COLLECTED, since=since, until=question.until, told=told)


def _named(record: Record, witness: TrustedWitness, question: Question) -> tuple[bytes, ...]:
    """The entries of a deposit in this mailbox, as the request says; its signature is not yet checked."""
    if record.kind is not RecordKind.DEPOSITED or record.request is None:
        return ()
    asked = read_request(DepositRequest, record.request)
    return asked.entries if (asked.witness, asked.mailbox) == (witness.id, question.mailbox) else ()


def _fetch(record: Record, witness: TrustedWitness, question: Question) -> FetchRequest | None:
    """The reader's own signed request, if this is one; what the witness adds to it is its word alone."""
    if record.kind is not RecordKind.FETCHED or record.request is None or record.at > question.until:
        return None
    asked = read_request(FetchRequest, record.request)
    to_us = (asked.witness, asked.mailbox) == (witness.id, question.mailbox)
    then = abs(asked.at - record.at) <= CLOCKS_APART  # else an old request was put in at a later place
    if not (to_us and then):  # before the signature, which costs most
        return None
    signed = _signed(record.request, question.reader_keys, FETCH, question.environment)
    return asked if signed else None


def _signed(request: Signed | None, keys: Sequence[bytes], purpose: bytes, environment: Environment) -> bool:
    return request is not None and any(request.holds(key, purpose, environment) for key in keys)


def _first(instants: Iterable[int | None]) -> Instant | None:
    found = [each for each in instants if each is not None]
    return Instant(min(found)) if found else None
