"""Verifying the proof of a single entry, with the cards of its parties or without any.

Without a card the proof still shows that one key signed the entry and the checkpoint that sums it up. Whose
key that is, it cannot show.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.instants import Instant, iso
from firebreak.core.base.purposes import ENTRY
from firebreak.core.base.text import show
from firebreak.core.envelope.card import SignedCard, root_signatures_hold
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
from firebreak.verify.report import sentences, told, verdict
from firebreak.verify.stamps import cosigned_by, witnesses_named
from firebreak.verify.wording import Words, listed, said


@dataclass(frozen=True, slots=True)
class ProofReport:
    """What is true of a proof."""

    entry: Entry
    findings: tuple[Fault, ...]
    remarks: tuple[Fault, ...]
    proven: tuple[Fault, ...]

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
        lines = [f"{about} {verdict(words, self.findings)}"]
        lines += told(words, self.findings, self.remarks)
        lines += sentences(words, "proven", self.proven)
        return (*lines, *sentences(words, "not-proven", self.not_proven))

    def to_json(self, words: Words) -> dict[str, Any]:
        """For machines; keys stay, more may come."""
        return {
            "ok": self.ok,
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
    return _Checking(proof, entry, cards).report()


@dataclass(slots=True)
class _Checking:
    proof: EntryProof
    entry: Entry
    cards: Sequence[SignedCard]

    def report(self) -> ProofReport:
        findings = [*self._cards(), *self._entry()]
        signed, wrong = self._checkpoint()
        findings += wrong
        remarks = () if self._card else (fault("key-unconfirmed", key=self._key.hex()[:16]),)
        proven = () if findings or signed is None else tuple(self._proven(signed))
        return ProofReport(self.entry, tuple(findings), remarks, proven)

    @property
    def _own(self) -> list[SignedCard]:
        return [each for each in self.cards if each.card.party[:WRITER_BYTES] == self.entry.header.writer]

    @property
    def _card(self) -> SignedCard | None:
        """The newest card of the writer with the key that the header names."""
        wanted = self.entry.header.key_id
        fitting = [each for each in self._own if key_id(each.card.log_key) == wanted]
        return max(fitting, key=lambda each: each.card.serial, default=None)

    @property
    def _key(self) -> bytes:
        return self._card.card.log_key if self._card else self.proof.shown.log_key

    @property
    def _writer(self) -> str:
        return show(self._card.card.name, newlines=False) if self._card else self.entry.header.writer.hex()

    def _cards(self) -> Iterator[Fault]:
        for each in self.cards:
            if not root_signatures_hold(each):
                yield fault("card-signature", party=each.card.name, serial=each.card.serial)
        if self._own and self._card is None:
            yield fault("unknown-key", self.entry.ref, writer=self._own[0].card.name)

    def _entry(self) -> Iterator[Fault]:
        header = self.entry.header
        message = signed_bytes(ENTRY, header.environment, self.entry.payload)
        good = _good(self._key) and key_id(self._key) == header.key_id
        if not good or not verify_ed25519(self._key, self.entry.signature, message):
            yield fault("signature", self.entry.ref, writer=self._writer)
        if not keeps_its_commitment(self.entry):
            yield fault("commitment", self.entry.ref, writer=self._writer)

    def _checkpoint(self) -> tuple[SignedCheckpoint | None, list[Fault]]:
        try:
            signed = SignedCheckpoint.parse(self.proof.checkpoint)
            origin = Origin.parse(signed.checkpoint.origin)
        except CounterpartError as error:
            return None, [fault("checkpoint-unreadable", writer=self._writer, reason=error.text)]
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
        """With cards by both keys of one of them; without, by the key that the proof names."""
        if not self._own:
            return verify_ed25519_signature(signed, self._key)
        environment = self.entry.header.environment
        return any(
            verify_ed25519_signature(signed, each.card.log_key)
            and verify_mldsa65_signature(signed, each.card.checkpoint_key, environment)
            for each in self._own
        )

    def _proven(self, signed: SignedCheckpoint) -> Iterator[Fault]:
        header, writer = self.entry.header, self._writer
        yield fault("entry", writer=writer, seq=header.seq, lo=iso(Instant(header.time.lo)))
        if self.entry.body is not None:
            yield fault("text")
        yield fault("in-tree", writer=writer, index=self.proof.index + 1, size=signed.checkpoint.size)
        for witness in dict.fromkeys(witnesses_named(each.card for each in self.cards)):
            cosignature = cosigned_by(signed, witness)
            if cosignature is not None:
                yield fault("stamped-entry", witness=witness.name, at=iso(cosignature.at))


def _good(key: bytes) -> bool:
    try:
        check_ed25519_point(key)
    except CounterpartError:
        return False
    return True
