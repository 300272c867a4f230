"""Checkpoints in C2SP tlog-checkpoint form: how long one log is and which tree it makes.

The text is signed twice, for different readers: with the node's Ed25519 log key exactly as C2SP says, so
that any witness can check it, and with its ML-DSA-65 key under our own note type and a FIREBREAK context.
Nothing here signs. A signer is given `Checkpoint.text` (and `mldsa65_context`), and its answer goes into
`ed25519_signature` or `mldsa65_signature`.

The Ed25519 message has no FIREBREAK prefix, as the outside form demands. It cannot be taken for an entry:
it starts with the letters of its origin, an entry's signed bytes with a CBOR array; and the line id in
the origin commits to REAL or EXERCISE.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NoReturn, Self

from firebreak.core.base import purposes
from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.header import SEGMENT_BYTES
from firebreak.core.envelope.verifying import verify_ed25519, verify_mldsa65
from firebreak.core.record.merkle import EMPTY_ROOT, HASH_BYTES, TREE_SIZE_MAX
from firebreak.core.record.note import (
    ED25519,
    KEY_NAME_BYTES_MAX,
    MLDSA65,
    Note,
    NoteSignature,
    decode_base64,
    decode_text,
    encode_base64,
    key_hash,
    malformed,
    parse_note,
)

ORIGIN_BYTES_MAX: Final = KEY_NAME_BYTES_MAX  # the origin is the log's key name too
LINES_MIN: Final = 3  # origin, size, root hash
EXTENSIONS_MAX: Final = 8  # none is ours; a witness's own log may carry a few
EXTENSION_BYTES_MAX: Final = 512
_ORIGIN: Final = re.compile(r"firebreak/1/([0-9a-f]{64})/([0-9a-f]{64})/([0-9a-f]{32})")
_DECIMAL: Final = re.compile(r"0|[1-9][0-9]{0,18}")


@dataclass(frozen=True, slots=True)
class Origin:
    """Which log, as which process signed it: `firebreak/1/<line>/<party>/<segment>` (decision 0006)."""

    line: bytes
    "The line id, 32 bytes."
    party: bytes
    "The party whose log it is, its full 32 bytes."
    segment: bytes
    "In which the checkpoint stands, 16 bytes. No other process signs in it, so no other signs this tree."

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an origin line. Raises `CounterpartError`."""
        match = _ORIGIN.fullmatch(text)
        if match is None:
            raise CounterpartError(f"{text[:80]!r} is not the origin of a Firebreak log", code="FB149")
        return cls(bytes.fromhex(match[1]), bytes.fromhex(match[2]), bytes.fromhex(match[3]))

    def __str__(self) -> str:
        assert len(self.line) == len(self.party) == HASH_BYTES
        assert len(self.segment) == SEGMENT_BYTES
        return f"firebreak/1/{self.line.hex()}/{self.party.hex()}/{self.segment.hex()}"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What one log contained at one moment, in three lines."""

    origin: str
    "Which log; `Origin.parse` reads that of a Firebreak log."
    size: int
    "How many entries."
    root: bytes
    "The root of the tree over their hashes."
    extensions: tuple[str, ...] = ()
    "Further lines. We write none: no witness vouches for them."

    @property
    def text(self) -> bytes:
        """The exact bytes that are signed, final newline included."""
        lines = (self.origin, str(self.size), encode_base64(self.root), *self.extensions)
        text = "".join(f"{line}\n" for line in lines).encode()
        assert _reads_back(text, self), f"would not be read back: {self}"
        return text


@dataclass(frozen=True, slots=True)
class SignedCheckpoint:
    """A checkpoint and whatever signature lines came with it, none of them verified yet."""

    checkpoint: Checkpoint
    signatures: tuple[NoteSignature, ...]

    @classmethod
    def parse(cls, data: bytes) -> Self:
        """Read a whole note. Raises `CounterpartError`."""
        note = parse_note(data)
        return cls(parse_text(note.text), note.signatures)

    def render(self) -> bytes:
        """The bytes as they travel; `parse` gives the same checkpoint back."""
        data = Note(self.checkpoint.text, self.signatures).render()
        assert parse_note(data).signatures == self.signatures, "would not be read back"
        return data

    def joined(self, more: Iterable[NoteSignature]) -> Self:
        """The same checkpoint with further lines, for instance of witnesses."""
        return type(self)(self.checkpoint, (*self.signatures, *more))

    def signature_of(self, name: str, algorithm: bytes, public: bytes) -> bytes | None:
        """The line that claims this key, if there is one."""
        note = Note(b"", self.signatures)
        return note.under(name, key_hash(name, algorithm, public))


def mldsa65_context(environment: Environment) -> bytes:
    """The FIPS 204 context string under which a node's ML-DSA-65 key signs `Checkpoint.text`."""
    return purposes.context(purposes.CHECKPOINT, environment)


def ed25519_signature(checkpoint: Checkpoint, public: bytes, signature: bytes) -> NoteSignature:
    """The line for the log key's signature of `Checkpoint.text`."""
    return NoteSignature(checkpoint.origin, key_hash(checkpoint.origin, ED25519, public), signature)


def mldsa65_signature(checkpoint: Checkpoint, public: bytes, signature: bytes) -> NoteSignature:
    """The line for the ML-DSA-65 signature of `Checkpoint.text` under `mldsa65_context`."""
    return NoteSignature(checkpoint.origin, key_hash(checkpoint.origin, MLDSA65, public), signature)


def verify_ed25519_signature(signed: SignedCheckpoint, public: bytes) -> bool:
    """Whether the log's own line under this Ed25519 key is there and true."""
    signature = signed.signature_of(signed.checkpoint.origin, ED25519, public)
    return signature is not None and verify_ed25519(public, signature, signed.checkpoint.text)


def verify_mldsa65_signature(signed: SignedCheckpoint, public: bytes, environment: Environment) -> bool:
    """Whether the log's own line under this ML-DSA-65 key is there and true."""
    signature = signed.signature_of(signed.checkpoint.origin, MLDSA65, public)
    return signature is not None and verify_mldsa65(
        public, signature, signed.checkpoint.text, mldsa65_context(environment)
    )


def parse_text(text: bytes) -> Checkpoint:
    """Read the text without signatures. Raises `CounterpartError`."""
    if not text.endswith(b"\n"):
        _refuse("its text does not end in a newline")
    origin, size, root, *extensions = _lines(text)
    if len(origin.encode()) > ORIGIN_BYTES_MAX:
        _refuse(f"an origin of more than {ORIGIN_BYTES_MAX} bytes")
    if len(extensions) > EXTENSIONS_MAX:
        _refuse(f"more than {EXTENSIONS_MAX} extension lines")
    if any(len(line.encode()) > EXTENSION_BYTES_MAX for line in extensions):
        _refuse(f"an extension line of more than {EXTENSION_BYTES_MAX} bytes")
    return Checkpoint(origin, _size(size), _root(root, size), tuple(extensions))


def _reads_back(text: bytes, checkpoint: Checkpoint) -> bool:
    try:
        return parse_text(text) == checkpoint
    except CounterpartError:
        return False


def _lines(text: bytes) -> list[str]:
    lines = decode_text(text).removesuffix("\n").split("\n")
    if len(lines) < LINES_MIN:
        _refuse(f"{len(lines)} lines of text, not origin, size and root hash")
    if any(not line or line != line.strip() for line in lines):
        _refuse("a line that is empty or has space at an end")
    return lines


def _size(text: str) -> int:
    if _DECIMAL.fullmatch(text) is None or int(text) > TREE_SIZE_MAX:
        _refuse(f"{text[:24]!r} is not a tree size")
    return int(text)


def _root(text: str, size: str) -> bytes:
    root = decode_base64(text, "the root hash")
    if len(root) != HASH_BYTES:
        _refuse(f"a root hash of {len(root)} bytes, not {HASH_BYTES}")
    if size == "0" and root != EMPTY_ROOT:
        _refuse("size 0 with a root that is not the empty tree's")
    return root


def _refuse(why: str) -> NoReturn:
    raise malformed(why)
