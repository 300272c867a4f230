"""A witness of tests: agreed by both sides, and its lines under checkpoints."""

import io
from dataclasses import replace
from typing import Any

from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey

from firebreak.core.base.instants import SECOND
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import Action
from firebreak.core.line.agreement import Agreement, LineAgree
from firebreak.core.record.bodies import CheckpointBody
from firebreak.core.record.bundle import write_bundle
from firebreak.core.record.checkpoint import SignedCheckpoint
from firebreak.core.record.cosignature import TIME_BYTES, cosigned_bytes
from firebreak.core.record.note import COSIGNATURE, MLDSA44_COSIGNATURE, NoteSignature, key_hash
from firebreak.core.record.quorum import AgreedWitness
from firebreak.core.record.subtree import cosigned_structure
from tests.parties import NORTH, NOW, SOUTH, Party, ed25519, public, seed
from tests.records import Record

NAME = "witness.example/w1"
KEY = ed25519("a witness", "cosign")
STRONG = MLDSA44PrivateKey.from_seed_bytes(seed("a witness", "cosign strongly"))
AT = NOW // SECOND + 600
AGREED = AgreedWitness(
    name=NAME,
    operator="Example Institute",
    ed25519=public(KEY),
    mldsa44=STRONG.public_key().public_bytes_raw(),
)


def agree(record: Record, party: Party, **changes: Any) -> None:
    agree_on(record, party, replace(AGREED, **changes), quorum=1)


def agree_on(record: Record, party: Party, *witnesses: AgreedWitness, quorum: int) -> None:
    body = LineAgree(agreement=Agreement(witnesses=witnesses, quorum=quorum))
    statement = record.statement(party, Action.COMPARE, body.detail())
    record.say(party, Kind.LINE_AGREE, replace(body, statements=(statement,)))


def another(name: str, **changes: Any) -> AgreedWitness:
    """A witness of another name, and of an operator of its own unless `changes` say else."""
    key = public(ed25519(name, "cosign"))
    fields = {"name": name, "operator": f"Operator of {name}", "ed25519": key, "mldsa44": b""} | changes
    return replace(AGREED, **fields)


def stamp(note: bytes, *, seconds: int = AT, strong: bool = False, name: str = NAME) -> bytes:
    """The note with the line of the witness under it."""
    signed = SignedCheckpoint.parse(note)
    algorithm = MLDSA44_COSIGNATURE if strong else COSIGNATURE
    if strong:
        key = STRONG.public_key().public_bytes_raw()
        signature = STRONG.sign(cosigned_structure(signed.checkpoint, name, seconds))
    else:
        signing = KEY if name == NAME else ed25519(name, "cosign")
        key, signature = public(signing), signing.sign(cosigned_bytes(signed.checkpoint, seconds))
    line = NoteSignature(name, key_hash(name, algorithm, key), seconds.to_bytes(TIME_BYTES) + signature)
    return signed.joined([line]).render()


def bundled(record: Record, *notes: bytes) -> bytes:
    stream = io.BytesIO()
    write_bundle(stream, record.head, record.cards, record.entries, notes)
    return stream.getvalue()


def note_of(record: Record, party: Party = NORTH, **changes: Any) -> bytes:
    body = record.checkpoint(party, **changes).body
    assert body is not None
    return CheckpointBody.from_bytes(body).note


def agreed() -> Record:
    record = Record().opened()
    for party in (NORTH, SOUTH):
        agree(record, party)
    return record
