"""What witnesses attest of things left at them: collected or not collected, and no more (WITNESS-024, 025).

Entries of kind `witness.attest` carry the attestations. A witness counts if both sides agreed on it with the
same keys; one that a party runs counts for nothing. Who counts is known once all entries are read.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from firebreak.core.base.cbor import decode
from firebreak.core.base.errors import FirebreakError
from firebreak.core.base.instants import Instant, iso
from firebreak.core.base.purposes import Environment
from firebreak.core.record.attested import FOR_PEOPLE, Box, Held, conclusions, trusted
from firebreak.core.record.collecting import Conclusion, TrustedWitness, Word, read_attestation
from firebreak.core.record.deposits import SIGNED_BYTES_MAX, Attestation, Signed, mailbox
from firebreak.core.record.quorum import QUORUM, AgreedWitness, eligible
from firebreak.verify.cards import SIDES, Cards
from firebreak.verify.facts import Fact, Index
from firebreak.verify.faults import Fault, fault
from firebreak.verify.stamps import keys_of

SENTENCES: Final = {Word.COLLECTED: "collected", Word.NOT_COLLECTED: "not-collected"}


class Silence(NamedTuple):
    """What witnesses say together of one entry that a side left at them."""

    side: int
    "Whose entry it is."
    entry: str
    hash: bytes
    word: Word
    since: Instant
    "Collected: when. Not collected: since when it lay at all of them."
    until: Instant
    witnesses: tuple[str, ...]
    "Those that say so."
    statement: str
    "The entry that carries it."

    def to_json(self, writer: str) -> dict[str, Any]:
        """For machines."""
        return {
            "writer": writer,
            "entry": self.entry,
            "word": self.word.value,
            "since": iso(self.since),
            "until": iso(self.until),
            "witnesses": list(self.witnesses),
            "statement": self.statement,
        }

    def sentence(self, writer: str) -> Fault:
        """In words."""
        values = {"since": iso(self.since), "until": iso(self.until), "writer": writer, "target": self.entry}
        return fault(SENTENCES[self.word], witnesses=", ".join(self.witnesses), **values)


@dataclass(slots=True)
class Silences:
    """Judges every such entry of a bundle."""

    cards: Cards
    index: Index
    faults: list[Fault] = field(default_factory=list[Fault])
    unknown: int = 0
    "Attestations of witnesses on whom not both sides agreed."

    def said(self) -> tuple[Silence, ...]:
        """Every word, in the order of the file; what a signed fetch takes back is left out."""
        carried = [fact for side in SIDES for fact in self.index.proven(side) if fact.attested]
        if not carried:
            return ()
        witnesses, boxes = self._witnesses(), self._boxes()
        found = list[Silence]()
        for fact in sorted(carried, key=lambda each: each.order):
            body = fact.attested
            assert body is not None
            held = [read for each in body.attestations for read in self._read(each, fact, witnesses)]
            for side in SIDES:
                found += self._of(fact, side, conclusions(held, boxes[side], Instant(body.until)))
        return tuple(_standing(found))

    def _of(self, fact: Fact, side: int, concluded: dict[bytes, Conclusion]) -> Iterator[Silence]:
        for hash, each in concluded.items():
            target = self.index.hashes.get(hash)
            if target is None or target.side != side or target.kind not in FOR_PEOPLE:
                continue
            if each.word is None or each.since is None:
                continue
            collected = each.word is Word.COLLECTED
            telling = sorted(
                told.witness
                for told in each.told
                if (told.collected_at is not None if collected else told.not_collected)
            )
            yield Silence(
                side, str(target), hash, each.word, each.since, each.until, tuple(telling), str(fact)
            )

    def _read(self, signed: Signed, fact: Fact, witnesses: Iterable[TrustedWitness]) -> Iterator[Held]:
        writer = self.cards.name(fact.side)
        try:
            claimed = Attestation.from_map(decode(signed.payload, size_max=SIGNED_BYTES_MAX)).witness
        except FirebreakError as error:
            self.faults.append(fault("attest-unreadable", fact, writer=writer, detail=error.text))
            return
        known = next((each for each in witnesses if each.id == claimed), None)
        if known is None:
            self.unknown += 1
            return
        try:
            yield known, read_attestation(signed, known, Environment(self.cards.head.environment))
        except FirebreakError:
            self.faults.append(fault("attest-signature", fact, writer=writer, witness=known.name))

    def _witnesses(self) -> list[TrustedWitness]:
        """On whom both sides agreed, in the order of their names."""
        one, other = ({each for fact in self.index.proven(side) for each in fact.witnesses} for side in SIDES)
        both = sorted(one & other, key=_order)
        own = [key for of in self.cards.sides for each in of for key in keys_of(each.card)]
        return trusted(eligible(both, (self.cards.name(side) for side in SIDES), own))

    def _boxes(self) -> list[Box]:
        """By the side that writes into each."""
        head, sides = self.cards.head, self.cards.sides
        keys = [tuple(dict.fromkeys(each.card.log_key for each in of)) for of in sides]
        one, other = (
            {(each.witnesses, each.quorum) for each in self.index.proven(side) if each.witnesses}
            for side in SIDES
        )
        return [
            Box(
                environment=Environment(head.environment),
                mailbox=mailbox(head.line, head.parties[1 - side]),
                writer_keys=keys[side],
                reader_keys=keys[1 - side],
                quorum=max((quorum for _, quorum in one & other), default=QUORUM),
            )
            for side in SIDES
        ]


def _order(witness: AgreedWitness) -> tuple[str, str, bytes, bytes, bytes]:
    return witness.name, witness.operator, witness.ed25519, witness.mldsa44, witness.statements


def _standing(found: list[Silence]) -> Iterator[Silence]:
    first = dict[bytes, Instant]()
    for each in found:
        if each.word is Word.COLLECTED:
            first[each.hash] = min(each.since, first.get(each.hash, each.since))
    for each in found:
        if each.word is Word.COLLECTED or first.get(each.hash, each.until + 1) > each.until:
            yield each
