"""A witness's whole judgement on one request, C2SP tlog-witness `add-checkpoint`, as pure functions.

    old 20852014
    PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=

    example.com/behind-the-sofa
    20852163
    CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

    — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1M…

The shell reads what it cosigned last for the origin, asks `judge`, stores and answers, in one transaction.
Statuses are those of HTTP because the outside form says so. One rule is ours and stricter: a text of equal
size that is not the very text cosigned is refused, so that there is one cosignature per origin and size.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, Self

from firebreak.core.base.errors import CounterpartError
from firebreak.core.envelope.verifying import verify_ed25519
from firebreak.core.record.checkpoint import Checkpoint, SignedCheckpoint
from firebreak.core.record.merkle import HASH_BYTES, TREE_SIZE_MAX, Proof, verify_consistency
from firebreak.core.record.note import ED25519, NOTE_BYTES_MAX, decode_base64, encode_base64

PROOF_LINES_MAX: Final = 63  # no tree of a 63-bit size needs more; the outside form has this number
PROOF_LINE_BYTES: Final = 45  # 32 bytes in base64 and a newline
REQUEST_BYTES_MAX: Final = 32 + PROOF_LINES_MAX * PROOF_LINE_BYTES + NOTE_BYTES_MAX
SIZE_TYPE: Final = "text/x.tlog.size"
"Content type of the answer to a conflict: the size that the witness holds."

_OLD: Final = re.compile(r"old (0|[1-9][0-9]{0,18})")


class Status(IntEnum):
    """What a witness answers."""

    COSIGNED = 200
    MALFORMED = 400
    NOT_SIGNED = 403
    UNKNOWN_ORIGIN = 404
    CONFLICT = 409
    INCONSISTENT = 422
    TOO_MUCH = 429


class Refused(CounterpartError):
    """A request that is not cosigned, with the status it is answered with."""

    def __init__(self, status: Status, reason: str, *, code: str, hint: str, size: int | None = None) -> None:
        super().__init__(reason, code=code, hint=hint)
        self.status = status
        self.size = size
        "For a conflict: the size cosigned last."

    @property
    def answer(self) -> str:
        """The body of the answer."""
        return f"{self.text}\n" if self.size is None else f"{self.size}\n"


@dataclass(frozen=True, slots=True)
class AddCheckpoint:
    """One request."""

    old: int
    "The size that the asker believes the witness to hold."
    proof: Proof
    signed: SignedCheckpoint

    @classmethod
    def parse(cls, data: bytes) -> Self:
        """Read a request body. Raises `Refused` with status 400."""
        head, parting, note = data.partition(b"\n\n")
        first, *lines = head.split(b"\n")
        if len(data) > REQUEST_BYTES_MAX or not parting or len(lines) > PROOF_LINES_MAX:
            raise _malformed("too long, or without an empty line before the checkpoint")
        match = _OLD.fullmatch(first.decode("ascii", "replace"))
        if match is None or int(match[1]) > TREE_SIZE_MAX:
            raise _malformed("the first line is not `old` and a size")
        try:
            return cls(int(match[1]), tuple(map(_proof_hash, lines)), SignedCheckpoint.parse(note))
        except CounterpartError as error:
            raise _malformed(error.text) from error

    def render(self) -> bytes:
        """The body as it travels."""
        proof = "".join(f"{encode_base64(each)}\n" for each in self.proof)
        return f"old {self.old}\n{proof}\n".encode() + self.signed.render()


def check_signed(signed: SignedCheckpoint, keys: Sequence[bytes]) -> None:
    """Raise `Refused` unless a known key of the log signed, and none falsely. No keys: an unknown origin."""
    checkpoint = signed.checkpoint
    if not keys:
        raise Refused(
            Status.UNKNOWN_ORIGIN,
            f"the log {checkpoint.origin[:200]!r} is not known to this witness",
            code="FB402",
            hint="ask the operator of the witness to add the log",
        )
    lines = [(key, signed.signature_of(checkpoint.origin, ED25519, key)) for key in keys]
    signatures = [(key, signature) for key, signature in lines if signature is not None]
    if not signatures or not all(verify_ed25519(*each, checkpoint.text) for each in signatures):
        raise Refused(
            Status.NOT_SIGNED,
            "the checkpoint is not signed, or wrongly, under the keys known for its log",
            code="FB403",
            hint="hand the operator of the witness the newest card of the log's party",
        )


def judge(request: AddCheckpoint, cosigned: Checkpoint | None) -> bool:
    """Whether to cosign anew; False: it is the one cosigned last. Raises `Refused`.

    `cosigned` is the newest checkpoint of this origin that was ever cosigned. The signature of the request
    was checked before.
    """
    asked = request.signed.checkpoint
    assert cosigned is None or cosigned.origin == asked.origin
    held = 0 if cosigned is None else cosigned.size
    if request.old > asked.size:
        raise _malformed(f"old size {request.old} is beyond the checkpoint's {asked.size}")
    if request.old != held:
        raise _conflict(f"old size is {request.old}, cosigned last was {held}", held)
    if cosigned is not None and asked.size == held:
        return _judge_same(request, cosigned)
    _judge_proof(request, cosigned)
    return True


def _judge_same(request: AddCheckpoint, cosigned: Checkpoint) -> bool:
    if request.signed.checkpoint.text != cosigned.text:
        raise _conflict(f"another checkpoint of size {cosigned.size} was cosigned before", cosigned.size)
    if request.proof:
        raise _inconsistent("equal sizes with a proof")
    return False


def _judge_proof(request: AddCheckpoint, cosigned: Checkpoint | None) -> None:
    asked = request.signed.checkpoint
    if cosigned is None or cosigned.size == 0:
        if request.proof:
            raise _inconsistent("a proof from size 0")
        return
    try:
        verify_consistency(cosigned.size, asked.size, request.proof, cosigned.root, asked.root)
    except CounterpartError as error:
        raise _inconsistent(error.text) from error


def _proof_hash(line: bytes) -> bytes:
    hash = decode_base64(line.decode("ascii", "replace"), "a proof line")
    if len(hash) != HASH_BYTES:
        raise _malformed(f"a proof line of {len(hash)} bytes, not {HASH_BYTES}")
    return hash


def _malformed(why: str) -> Refused:
    hint = "the sender must correct it"
    return Refused(Status.MALFORMED, f"not an add-checkpoint request: {why}", code="FB401", hint=hint)


def _conflict(why: str, held: int) -> Refused:
    hint = "prove the checkpoint from the size in the answer"
    return Refused(Status.CONFLICT, why, code="FB404", hint=hint, size=held)


def _inconsistent(why: str) -> Refused:
    hint = "keep both checkpoints: a log that signs both contradicts itself"
    return Refused(Status.INCONSISTENT, f"not shown to continue: {why}", code="FB405", hint=hint)
