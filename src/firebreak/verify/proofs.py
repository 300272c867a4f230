"""Verifying the proof of a single entry, with the cards of its parties or without any.

Without a card the proof still shows that one key signed the entry and the checkpoint that sums it up. Whose
key that is, it cannot show; with a card it shows as much as is known of that card from elsewhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.instants import Instant, iso
from firebreak.core.base.purposes import ENTRY
from firebreak.core.base.text import show
from firebreak.core.envelope.card import SignedCard
from firebreak.core.envelope.cose import signed_bytes
from firebreak.core.envelope.entry import Entry, keeps_its_commitment
from firebreak.core.envelope.header import WRITER_BYTES, key_id
from firebreak.core.envelope.points import check_ed25519_point
from firebreak.core.envelope.verifying import verify_ed25519
from firebreak.core.record.checkpoint import (
    Origin,
    SignedCheckpoint,
    verify_ed25519_signature,
    verify_mldsa65_signature,
)
from firebreak.core.record.merkle import leaf_hash, verify_inclusion
from firebreak.core.record.proof import EntryProof
from firebreak.verify.faults import Fault, fault
from firebreak.verify.proof_cards import ProofCards
from firebreak.verify.report import sentences, told, verdict
from firebreak.verify.stamps import cosigned_by
from firebreak.verify.wording import Words, listed, said


@dataclass(frozen=True, slots=True)
class ProofReport:
    """What is true of a proof."""

    entry: Entry
    findings: tuple[Fault, ...]
    remarks: tuple[Fault, ...]
    proven: tuple[Fault, ...]
    card: SignedCard | None
    "The card at hand that names the key: all that is proven is proven of whoever this card belongs to."

    @property
    def ok(self) -> bool:
        """Whether every rule holds."""
        return not self.findings

    @property
    def not_proven(self) -> tuple[Fault, ...]:
        """What no such proof shows."""
        return tuple(fault(code) for code in ("true", "rest", "silence"))

    def summary(self, words: Words) -> tuple[str, ...]:
        """The result in plain words, line by line."""
        line = self.entry.header.line.hex()[:16]
        about = words.say("proof-of", {"entry": str(self.entry.ref), "line": line})
        unnamed = self.ok and self.card is None
        judged = words.say("verdict-without-card") if unnamed else verdict(words, self.findings)
        lines = [f"{about} {judged}"]
        lines += told(words, self.findings, self.remarks)
        lines += sentences(words, "proven", self.proven)
        return (*lines, *sentences(words, "not-proven", self.not_proven))

    def to_json(self, words: Words) -> dict[str, Any]:
        """For machines; keys stay, more may come."""
        return {
            "ok": self.ok,
            "card": {"serial": self.card.card.serial, "hash": self.card.hash.hex()} if self.card else None,
            "entry": str(self.entry.ref),
            "hash": self.entry.hash.hex(),
            "line": self.entry.header.line.hex(),
            "findings": [listed(words, "finding", each) for each in self.findings],
            "remarks": [listed(words, "remark", each) for each in self.remarks],
            "proven": [said(words, "proven", each) for each in self.proven],
            "not_proven": [said(words, "not-proven", each) for each in self.not_proven],
        }


def verify_proof(data: bytes, cards: Sequence[SignedCard] = ()) -> ProofReport:
    """Check everything that this file and these cards show. Raises LocalError for what is no proof."""
    proof = EntryProof.parse(data)
    try:
        entry = proof.shown.entry()
    except CounterpartError as error:
        hint = "ask for the proof again"
        raise LocalError(f"no entry in the proof: {error.text}", code="FB349", hint=hint) from error
    return _Checking(proof, entry, ProofCards(entry.header, cards)).report()


@dataclass(slots=True)
class _Checking:
    proof: EntryProof
    entry: Entry
    cards: ProofCards

    def report(self) -> ProofReport:
        signed, wrong = self._checkpoint()
        findings = (*self.cards.faults, *self._entry(), *wrong)
        remarks = list(self.cards.remarks(self._key))
        if signed is not None:
            remarks += self._stamps(signed)
        proven = () if findings or signed is None else tuple(self._proven(signed))
        return ProofReport(self.entry, findings, tuple(remarks), proven, self.cards.card)

    @property
    def _key(self) -> bytes:
        return self.cards.card.card.log_key if self.cards.card else self.proof.shown.log_key

    @property
    def _writer(self) -> str:
        card = self.cards.card
        return show(card.card.name, newlines=False) if card else self.entry.header.writer.hex()

    def _entry(self) -> Iterator[Fault]:
        header = self.entry.header
        message = signed_bytes(ENTRY, header.environment, self.entry.payload)
        good = _good(self._key) and key_id(self._key) == header.key_id
        if not good or not verify_ed25519(self._key, self.entry.signature, message):
            yield fault("signature", self.entry.ref, writer=self._writer)
        if not keeps_its_commitment(self.entry):
            yield fault("commitment", self.entry.ref, writer=self._writer)
        if self.cards.signing and not self.cards.valid:
            yield fault("card-validity", self.entry.ref, writer=self._writer)

    def _checkpoint(self) -> tuple[SignedCheckpoint | None, list[Fault]]:
        try:
            signed = SignedCheckpoint.parse(self.proof.checkpoint)
            origin = Origin.parse(signed.checkpoint.origin)
        except CounterpartError as error:
            return None, [fault("checkpoint-unreadable", writer=self._writer, detail=error.text)]
        header = self.entry.header
        if (origin.line, origin.party[:WRITER_BYTES]) != (header.line, header.writer):
            return None, [fault("checkpoint-origin", writer=self._writer)]
        if not self._signed(signed):
            return None, [fault("checkpoint-signature", writer=self._writer)]
        proof, checkpoint = self.proof, signed.checkpoint
        try:
            leaf = leaf_hash(self.entry.hash)
            verify_inclusion(leaf, proof.index, checkpoint.size, proof.hashes, checkpoint.root)
        except CounterpartError:
            return None, [fault("inclusion", self.entry.ref)]
        return signed, []

    def _signed(self, signed: SignedCheckpoint) -> bool:
        """With a card by both keys of one that speaks for the entry; without, by the key the proof names."""
        if self.cards.card is None:
            return verify_ed25519_signature(signed, self._key)
        environment = self.entry.header.environment
        return any(
            verify_ed25519_signature(signed, each.card.log_key)
            and verify_mldsa65_signature(signed, each.card.checkpoint_key, environment)
            for each in self.cards.own
        )

    def _stamps(self, signed: SignedCheckpoint) -> Iterator[Fault]:
        """One witness is one voice: it says a time and proves none."""
        for witness in self.cards.witnesses():
            cosignature = cosigned_by(signed, witness)
            if cosignature is not None:
                yield fault("witness-says", witness=witness.name, at=iso(cosignature.at))

    def _proven(self, signed: SignedCheckpoint) -> Iterator[Fault]:
        header, writer = self.entry.header, self._writer
        at = {"seq": header.seq, "lo": iso(Instant(header.time.lo))}
        if self.cards.card is None:
            yield fault("entry-by-key", key=self._key.hex()[:16], **at)
        else:
            yield fault("entry", writer=writer, **at)
        if self.entry.body is not None:
            yield fault("text")
        yield fault("in-tree", index=self.proof.index + 1, size=signed.checkpoint.size)


def _good(key: bytes) -> bool:
    try:
        check_ed25519_point(key)
    except CounterpartError:
        return False
    return True
