"""Reading stamps back out of the record: for exports, and for what may be said of an entry."""

from collections.abc import Iterator
from typing import TypeVar

from firebreak.app.asking_witness import cosigned
from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.instants import SECOND, Instant
from firebreak.core.base.shape import Body
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.core.line.line import Line
from firebreak.core.record.bodies import CheckpointBody, StampBody
from firebreak.core.record.checkpoint import SignedCheckpoint
from firebreak.core.record.quorum import AgreedWitness, Proven, Stamp, eligible, proven, stamp_of
from firebreak.ports import Store

B = TypeVar("B", bound=Body)


def counting(line: Line) -> list[AgreedWitness]:
    """The witnesses of the agreement in force that count on this line."""
    names = (each.name for each in (line.identity.ours, line.identity.theirs))
    return eligible(line.machines.agreements.in_force.witnesses, names, keys_of(line))


def keys_of(line: Line) -> list[bytes]:
    """Keys that the two parties use themselves: whoever holds one of them is no witness."""
    sides = (line.identity.ours, line.identity.theirs)
    return [key for each in sides for key in (*each.log_keys, each.checkpoint_key, *each.officers.values())]


def stamped_notes(store: Store, line: bytes) -> Iterator[bytes]:
    """Every checkpoint of both logs that witnesses stamped, whole with their lines, for a bundle."""
    for _, kept in store.entries(line):
        if kept.entry.header.kind == Kind.WITNESS_STAMP and kept.entry.body is not None:
            signed = _cosigned(store, line, kept.entry.body)
            if signed is not None:
                yield signed.render()


def proven_time(store: Store, line: Line, ref: Ref, *, ours: bool) -> Proven | None:
    """By when a quorum of witnesses had stamped a checkpoint that sums up this entry, if one has."""
    log = line.logs.ours if ours else line.logs.theirs
    agreed, quorum = counting(line), line.machines.agreements.in_force.quorum
    stamps = dict[Ref, list[Stamp]]()
    for each in line.memory.witnessing.after(log, ref, ours=ours):
        kept = store.find(line.identity.line, each.entry.hash)
        signed = None if kept is None else _cosigned(store, line.identity.line, kept.entry.body)
        found = [stamp_of(signed, witness) for witness in agreed] if signed is not None else []
        of_one = stamps.setdefault(each.checkpoint, [])
        of_one += [stamp for stamp in found if stamp is not None]
        if (shown := proven(of_one, quorum)) is not None:
            return shown
    return None


def stamp_lines(store: Store, line: Line, checkpoint: Ref) -> bytes:
    """The lines under one checkpoint of ours that our log holds: a witness gives the same ones again."""
    held = [each.entry for each in line.memory.witnessing.stamps[True] if each.checkpoint == checkpoint]
    found = (store.find(line.identity.line, each.hash) for each in held)
    bodies = (_read(StampBody, each.entry.body) for each in found if each is not None)
    return b"".join(each.lines for each in bodies if each is not None)


def is_unproved(line: Line, now: Instant, *, cut: bool) -> bool:
    """Whether an offer of ours did not get through and no checkpoint sums it up yet."""
    patience = SECOND if cut else 15 * SECOND
    summed = line.memory.witnessing.checkpoint
    return any(
        each.kind == Kind.CALL_OFFER
        and each.at <= now - patience
        and (summed is None or summed.segment != each.ref.segment or summed.seq < each.ref.seq)
        for each in line.memory.unreceipted
    )


def rate_calls(store: Store, line: Line) -> None:
    """Say of every call whose offer a quorum of witnesses stamped that this is so: evidence E1."""
    book = line.machines.calls.book
    for key, call in book.calls.items():
        offer = call.account.offer
        if offer is None or offer.ref.hash in book.stamped:
            continue
        if proven_time(store, line, offer.ref, ours=key.ours) is not None:
            book.stamped.add(offer.ref.hash)


def _cosigned(store: Store, line: bytes, body: bytes | None) -> SignedCheckpoint | None:
    """A checkpoint with the lines that this stamp brings; None when something of it cannot be used."""
    try:
        stamp = _read(StampBody, body)
        kept = None if stamp is None else store.find(line, stamp.checkpoint.hash)
        note = None if kept is None else _read(CheckpointBody, kept.entry.body)
        return None if stamp is None or note is None else cosigned(note.note, stamp.lines)
    except CounterpartError:
        return None


def _read(kind: type[B], body: bytes | None) -> B | None:
    return None if body is None else kind.from_bytes(body)
