"""Asking one witness for its stamp on one checkpoint, and believing nothing but its signature."""

from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.instants import Instant
from firebreak.core.record.adding import AddCheckpoint
from firebreak.core.record.checkpoint import SignedCheckpoint
from firebreak.core.record.merkle import Tree
from firebreak.core.record.note import COSIGNATURE, MLDSA44_COSIGNATURE, NoteSignature, key_hash, parse_note
from firebreak.core.record.quorum import AgreedWitness, stamp_of
from firebreak.transport.http_client import ask
from firebreak.transport.http_server import Answer

ANSWER_BYTES_MAX: Final = 32_768  # many times two lines
SECONDS: Final = 10.0
GOOD: Final = 200
CONFLICT: Final = 409
TRIES: Final = 3  # where the witness stands, and once more if another process of ours was quicker


class Refusal(CounterpartError):
    """The witness answered, and not with a stamp."""

    def __init__(self, text: str, *, size: int | None = None) -> None:
        super().__init__(text, code="FB411", hint="ask the operator of the witness")
        self.size = size
        "What it holds, when that is beyond what we have."


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked, and of whom."""

    url: str
    witness: AgreedWitness
    note: bytes = field(repr=False)
    "Our checkpoint with our signatures."
    tree: Tree = field(repr=False)
    "Of the same log, at least as long."
    old: int = 0
    "The size we believe the witness to hold."


@dataclass(frozen=True, slots=True)
class StampLines:
    """What came back and holds."""

    size: int
    at: Instant
    lines: bytes
    "Only the lines of this witness that verify."


async def ask_for_stamp(asking: Asking) -> StampLines:
    """One stamp. Raises LinkDown, Refusal, LocalError."""
    signed = SignedCheckpoint.parse(asking.note)
    checkpoint, old = signed.checkpoint, asking.old
    if len(asking.tree) < checkpoint.size or asking.tree.root(checkpoint.size) != checkpoint.root:
        raise LocalError(
            "the newest checkpoint is of another tree than the present one",
            code="FB412",
            hint="wait for the next checkpoint",
        )
    for _ in range(TRIES):
        old = min(old, checkpoint.size)
        request = AddCheckpoint(old, asking.tree.consistency_proof(old, checkpoint.size), signed)
        url = asking.url.rstrip("/") + "/add-checkpoint"
        answer = await ask(url, request.render(), seconds=SECONDS, most=ANSWER_BYTES_MAX)
        if answer.status == GOOD:
            return read_answer(asking, signed, answer.body)
        old = _held(answer, old)
        if old > checkpoint.size:
            raise Refusal(f"holds {old} entries of our log, we have {checkpoint.size}", size=old)
    raise Refusal("changes its mind about what it holds")


def read_answer(asking: Asking, signed: SignedCheckpoint, body: bytes) -> StampLines:
    """The lines of this witness in an answer, verified. Raises Refusal."""
    checkpoint = signed.checkpoint
    try:
        lines = parse_note(checkpoint.text + b"\n" + body).signatures
        wanted = [each for each in lines if _is_of(each, asking.witness)]
        stamp = stamp_of(SignedCheckpoint(checkpoint, tuple(wanted)), asking.witness)
    except CounterpartError as error:
        raise Refusal(f"answers what is no signature line: {error.text}") from error
    if stamp is None:
        raise Refusal("its signature does not verify")
    text = "".join(each.line for each in wanted).encode()
    return StampLines(checkpoint.size, stamp.at, text)


def cosigned(note: bytes, lines: bytes) -> SignedCheckpoint:
    """A checkpoint's note with the lines of a stamp behind its own. Raises CounterpartError."""
    signed = SignedCheckpoint.parse(note)
    return signed.joined(parse_note(signed.checkpoint.text + b"\n" + lines).signatures)


def _is_of(line: NoteSignature, witness: AgreedWitness) -> bool:
    keys = ((COSIGNATURE, witness.ed25519), (MLDSA44_COSIGNATURE, witness.mldsa44))
    hashes = [key_hash(witness.name, kind, key) for kind, key in keys if key]
    return line.name == witness.name and line.key_hash in hashes


def _held(answer: Answer, asked: int) -> int:
    """The size that a conflict names. Raises Refusal for any other answer."""
    text = answer.body[:200].decode("utf-8", "replace").strip()
    if answer.status != CONFLICT:
        raise Refusal(f"answers {answer.status}: {text}")
    if not (text.isascii() and text.isdigit()) or int(text) >= 1 << 63:
        raise Refusal(f"answers a conflict without a size: {text}")
    if int(text) == asked:
        raise Refusal(f"holds another tree of {asked} entries than ours", size=asked)
    return int(text)
