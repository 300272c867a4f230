"""What witnesses attest of a mailbox, as an entry of whoever asked them: `witness.attest`.

The entry carries the attestations as they were signed. So it reaches the counterpart, the backup and the
export like everything else, and anybody who knows the agreed witnesses reads the same out of it. It says one
of two words of an entry that was left at them, or none (`collecting`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from firebreak.core.base.errors import FirebreakError
from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import Environment
from firebreak.core.base.shape import Body, Inside, Number, Several, item
from firebreak.core.envelope.card import YEAR_9999
from firebreak.core.envelope.kinds import Kind
from firebreak.core.record.collecting import (
    Conclusion,
    Question,
    TrustedWitness,
    heard,
    put_together,
    read_attestation,
    tell,
)
from firebreak.core.record.deposits import (
    Attestation,
    DepositRequest,
    RecordKind,
    Signed,
    read_request,
)
from firebreak.core.record.quorum import WITNESSES_MAX, AgreedWitness

ATTESTATIONS_MAX: Final = WITNESSES_MAX

FOR_PEOPLE: Final = frozenset(
    {Kind.MESSAGE, Kind.STATEMENT, Kind.NOTICE, Kind.CALL_OFFER, Kind.CALL_REQUEST, Kind.CALL_REPLY}
)
"Kinds of which people want to know whether they were collected; the rest is housekeeping of nodes."

Held = tuple[TrustedWitness, Attestation]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttestedBody(Body):
    """Attestations of several witnesses on one mailbox, up to one instant."""

    until: int = item(1, Number(most=YEAR_9999))
    "The end of the time that they are asked about, by the writer's line time."
    attestations: tuple[Signed, ...] = item(2, Several(Inside(Signed), most=ATTESTATIONS_MAX))


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One mailbox of a line, with what it takes to judge what is said of it."""

    environment: Environment
    mailbox: bytes
    writer_keys: tuple[bytes, ...]
    reader_keys: tuple[bytes, ...]
    quorum: int

    def question(self, entry: bytes, until: Instant) -> Question:
        """Whether this entry was collected by then."""
        return Question(
            environment=self.environment,
            mailbox=self.mailbox,
            entry=entry,
            writer_keys=self.writer_keys,
            reader_keys=self.reader_keys,
            until=until,
            quorum=self.quorum,
        )


def trusted(witnesses: Iterable[AgreedWitness]) -> list[TrustedWitness]:
    """Those of the agreed witnesses that keep mailboxes."""
    return [
        TrustedWitness(name=each.name, operator=each.operator, statements_key=each.statements)
        for each in witnesses
        if each.statements
    ]


def verified(
    body: AttestedBody, witnesses: Iterable[TrustedWitness], environment: Environment
) -> tuple[list[Held], int]:
    """The attestations that one of these witnesses signed, and how many of others there are."""
    known, held, other = list(witnesses), list[Held](), 0
    for signed in body.attestations:
        found = next(filter(None, (_read(signed, each, environment) for each in known)), None)
        if found is None:
            other += 1
        else:
            held.append(found)
    return held, other


def entries_left(held: Iterable[Held], mailbox: bytes) -> Iterator[bytes]:
    """Hashes of the entries that their writer says it left in this mailbox, each once, in order."""
    named = dict[bytes, None]()
    for _, attestation in held:
        for each in attestation.records:
            if each.kind is RecordKind.DEPOSITED and each.request is not None:
                asked = read_request(DepositRequest, each.request)
                if asked.mailbox == mailbox == attestation.mailbox:
                    named |= dict.fromkeys(asked.entries)
    return iter(named)


def conclusions(held: list[Held], box: Box, until: Instant) -> dict[bytes, Conclusion]:
    """What verified attestations say of each entry that was left in a mailbox; no word is left out."""
    entries = dict.fromkeys(entries_left(held, box.mailbox))
    if not entries:
        return {}
    any_of_them = box.question(b"", until)
    read = [heard(witness, each, any_of_them, entries) for witness, each in held]
    found = dict[bytes, Conclusion]()
    for entry in entries:
        question = box.question(entry, until)
        found[entry] = put_together(question, (tell(each, question) for each in read))
    return {entry: each for entry, each in found.items() if each.word is not None}


def _read(signed: Signed, witness: TrustedWitness, environment: Environment) -> Held | None:
    try:
        return witness, read_attestation(signed, witness, environment)
    except FirebreakError:
        return None
