"""C2SP cosignature/v1: a witness's word that at a time this was the newest tree it had seen of the log.

    cosignature/v1
    time 1679315147
    <the checkpoint's text>

is what its Ed25519 key signs; the note line carries 8 bytes of time (seconds, big-endian), then the 64 of
the signature. The signed bytes do not contain the witness's name, so one key is one witness.
"""

from dataclasses import dataclass
from typing import Final

from firebreak.core.base.instants import SECOND, Instant
from firebreak.core.envelope.verifying import ED25519_SIGNATURE_BYTES, verify_ed25519
from firebreak.core.record.checkpoint import Checkpoint, SignedCheckpoint
from firebreak.core.record.note import COSIGNATURE, malformed

TIME_BYTES: Final = 8
SECONDS_MAX: Final = 253_402_300_799  # the end of the year 9999: later ones cannot be written as a date


@dataclass(frozen=True, slots=True)
class Cosignature:
    """The content of a witness's signature line, not verified."""

    seconds: int
    "Seconds since 1970, by the witness's clock."
    signature: bytes

    @property
    def at(self) -> Instant:
        """The same moment in our unit."""
        return Instant(self.seconds * SECOND)


def cosigned_bytes(checkpoint: Checkpoint, seconds: int) -> bytes:
    """The exact bytes that a witness signs."""
    return f"cosignature/v1\ntime {seconds}\n".encode() + checkpoint.text


def parse_cosignature(raw: bytes) -> Cosignature:
    """Read what follows the key hash in a witness's line. Raises `CounterpartError`."""
    return read_timestamped(raw, ED25519_SIGNATURE_BYTES)


def read_timestamped(raw: bytes, signature_bytes: int) -> Cosignature:
    """A time and a signature of that length. Raises `CounterpartError`."""
    if len(raw) != TIME_BYTES + signature_bytes:
        raise malformed(f"a cosignature of {len(raw)} bytes, not {TIME_BYTES + signature_bytes}")
    seconds = int.from_bytes(raw[:TIME_BYTES])
    if not 0 < seconds <= SECONDS_MAX:
        raise malformed(f"a cosignature at {seconds} seconds, which is no date")
    return Cosignature(seconds, raw[TIME_BYTES:])


def find_cosignature(signed: SignedCheckpoint, name: str, public: bytes) -> Cosignature | None:
    """The line that claims this witness key, if there is one; not verified. Raises when malformed."""
    raw = signed.signature_of(name, COSIGNATURE, public)
    return None if raw is None else parse_cosignature(raw)


def verify_cosignature(checkpoint: Checkpoint, cosignature: Cosignature, public: bytes) -> bool:
    """Whether the holder of this key cosigned this checkpoint at that time."""
    return verify_ed25519(public, cosignature.signature, cosigned_bytes(checkpoint, cosignature.seconds))
