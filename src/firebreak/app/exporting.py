"""Writing the record of a line as a proof bundle, whole or chosen, and the proof of a single entry."""

from collections.abc import Iterator
from pathlib import Path

from firebreak.app.ceremony import Ceremony
from firebreak.app.stamps import stamped_notes
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.card import SignedCard
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.pairing import line_id
from firebreak.core.record.bundle import Head, write_bundle
from firebreak.core.record.cards_in_force import cards_for, cards_in_force
from firebreak.core.record.checkpoint import SignedCheckpoint
from firebreak.core.record.choice import Choice, choose, is_named, no_entry
from firebreak.core.record.note import MLDSA65, key_hash
from firebreak.core.record.proof import EntryProof
from firebreak.core.record.summing import proof_in
from firebreak.ports import Store


def write_line_bundle(
    ceremony: Ceremony, store: Store, target: Path, *, choice: Choice, made_at: Instant
) -> int:
    """Write what was chosen of a line; how many entries. Raises LocalError."""
    ours, theirs = ceremony.offer(), ceremony.theirs()
    environment = ceremony.house.config.environment
    sides = (ours.party, ours.nonce), (theirs.party, theirs.nonce)
    head = Head.of(environment, *sides, made_at=made_at, selection=choice.selection)
    line = line_id(environment, ours, theirs)
    cards = cards_of(ceremony, store)
    chosen = choose(choice, _entries(store, line))
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(target.name + ".new")
    with draft.open("wb") as stream:
        entries = chosen.entries(_entries(store, line))
        stamps = (light(each, cards) for each in stamped_notes(store, line))
        end = write_bundle(stream, head, cards, entries, stamps)
    draft.replace(target)
    return end.entries


def write_entry_proof(ceremony: Ceremony, store: Store, target: Path, name: str) -> EntryProof:
    """Write the proof of one entry and, beside it, the card to verify it with.

    Raises LocalError where no checkpoint sums it up yet.
    """
    line = line_id(ceremony.house.config.environment, ceremony.offer(), ceremony.theirs())
    entries = list(_entries(store, line))
    entry = next((each for each in entries if is_named(each, name)), None)
    if entry is None:
        raise no_entry(name)
    card, *others = cards_for(entry, cards_of(ceremony, store))
    log = [each for each in entries if each.header.writer == entry.header.writer]
    proof = proof_in(log, entry, card.card.log_key, stamped_notes(store, line))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(proof.render())
    for each in (card, *others):
        target.with_name(f"{target.stem}.card{each.card.serial}.fbcard").write_bytes(each.to_bytes())
    return proof


def cards_of(ceremony: Ceremony, store: Store) -> list[SignedCard]:
    """Every card of both parties that was in force on a line: those compared, and those taken in since."""
    ours, theirs = ceremony.offer(), ceremony.theirs()
    line = line_id(ceremony.house.config.environment, ours, theirs)
    return cards_in_force((ours.signed, theirs.signed), _entries(store, line))


def light(note: bytes, cards: list[SignedCard]) -> bytes:
    """A stamped checkpoint without its ML-DSA-65 line, nine tenths of it, which its own entry carries."""
    signed = SignedCheckpoint.parse(note)
    origin = signed.checkpoint.origin
    strong = {key_hash(origin, MLDSA65, each.card.checkpoint_key) for each in cards}
    kept = (each for each in signed.signatures if each.name != origin or each.key_hash not in strong)
    return SignedCheckpoint(signed.checkpoint, tuple(kept)).render()


def _entries(store: Store, line: bytes) -> Iterator[Entry]:
    return (kept.entry for _, kept in store.entries(line))
