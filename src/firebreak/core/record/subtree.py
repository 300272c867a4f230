"""The ML-DSA-44 form of a cosignature (C2SP tlog-cosignature, signature type 0x06).

What is signed is a structure and not a text. It names the witness, which the older form does not:

    label[12] = "subtree/v1\\n\\0"
    length of the witness's name (1 byte), name
    time, seconds since 1970 (8 bytes, big-endian)
    length of the log's origin (1 byte), origin
    first leaf (8 bytes, 0 for a checkpoint), end (8 bytes, the tree size), root (32 bytes)

Extension lines of a checkpoint are not in it. The context string of FIPS 204 is empty. The note line carries
8 bytes of time, then the 2,420 of the signature, as the line of `cosignature` does with its 64.
"""

from typing import Final

from firebreak.core.envelope.verifying import MLDSA44_SIGNATURE_BYTES, verify_mldsa44
from firebreak.core.record.checkpoint import Checkpoint, SignedCheckpoint
from firebreak.core.record.cosignature import Cosignature, read_timestamped
from firebreak.core.record.note import KEY_NAME_BYTES_MAX, MLDSA44_COSIGNATURE

LABEL: Final = b"subtree/v1\n\x00"


def cosigned_structure(checkpoint: Checkpoint, name: str, seconds: int) -> bytes:
    """The exact bytes that a witness of this name signs with its ML-DSA-44 key."""
    witness, origin = name.encode(), checkpoint.origin.encode()
    assert 0 < len(witness) <= KEY_NAME_BYTES_MAX and 0 < len(origin) <= KEY_NAME_BYTES_MAX
    parts = (
        LABEL,
        bytes([len(witness)]),
        witness,
        seconds.to_bytes(8),
        bytes([len(origin)]),
        origin,
        (0).to_bytes(8),
        checkpoint.size.to_bytes(8),
        checkpoint.root,
    )
    return b"".join(parts)


def find_mldsa44_cosignature(signed: SignedCheckpoint, name: str, public: bytes) -> Cosignature | None:
    """The line that claims this witness key, if there is one; not verified. Raises when malformed."""
    raw = signed.signature_of(name, MLDSA44_COSIGNATURE, public)
    return None if raw is None else read_timestamped(raw, MLDSA44_SIGNATURE_BYTES)


def verify_mldsa44_cosignature(
    checkpoint: Checkpoint, cosignature: Cosignature, name: str, public: bytes
) -> bool:
    """Whether the holder of this key, under this name, cosigned this checkpoint at that time."""
    message = cosigned_structure(checkpoint, name, cosignature.seconds)
    return verify_mldsa44(public, cosignature.signature, message)
