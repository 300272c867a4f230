"""C2SP verifier keys: a public key of a log or witness as one line of text that people can pass on.

<key name>+<4-byte key hash in hexadecimal>+<base64 of signature type ‖ public key>
"""

import re
from dataclasses import dataclass
from typing import Final, Self

from firebreak.core.envelope.points import check_ed25519_point
from firebreak.core.envelope.verifying import ED25519_KEY_BYTES, MLDSA44_KEY_BYTES
from firebreak.core.record.note import (
    COSIGNATURE,
    ED25519,
    MLDSA44_COSIGNATURE,
    decode_base64,
    encode_base64,
    is_key_name,
    key_hash,
    malformed,
)

KEY_BYTES: Final = {
    ED25519: ED25519_KEY_BYTES,
    COSIGNATURE: ED25519_KEY_BYTES,
    MLDSA44_COSIGNATURE: MLDSA44_KEY_BYTES,
}
"Signature types that we verify, and the length of their public keys."

_LINE: Final = re.compile(r"([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)")


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A name, a signature type and a public key."""

    name: str
    algorithm: bytes
    "One byte, a key of `KEY_BYTES`."
    public: bytes

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a line. Raises `CounterpartError`, also for a type we do not verify and for a weak point."""
        match = _LINE.fullmatch(text.strip())
        if match is None or not is_key_name(match[1]):
            raise malformed("a verifier key that is not name, hash and key joined by plus signs")
        raw = decode_base64(match[3], "a verifier key")
        key = cls(match[1], raw[:1], raw[1:])
        if len(key.public) != KEY_BYTES.get(key.algorithm):
            raise malformed("a verifier key of a type or length that is not known here")
        if key.hash.hex() != match[2]:
            raise malformed(f"a verifier key of {match[1]} whose hash does not fit")
        if len(key.public) == ED25519_KEY_BYTES:
            check_ed25519_point(key.public)
        return key

    @property
    def hash(self) -> bytes:
        """The 4 bytes by which its signature lines are found."""
        return key_hash(self.name, self.algorithm, self.public)

    def __str__(self) -> str:
        return f"{self.name}+{self.hash.hex()}+{encode_base64(self.algorithm + self.public)}"
