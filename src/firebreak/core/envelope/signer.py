"""The signer as a port: the one holder of a node's log key.

It chooses the segment id itself and refuses a second signature for one (line, segment, seq), reading all
three from the bytes it is asked to sign. A node has it in a process of its own without network.
"""

from typing import Protocol

from firebreak.core.base.errors import LocalError
from firebreak.core.base.purposes import Environment


class RefusedToSign(LocalError):
    """The signer will not sign this; the caller has a bug or is hostile."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(
            f"the signer refused: {reason}", code="FB122", hint="restart the node and report this"
        )


class Signer(Protocol):
    """What a line needs from the holder of its keys."""

    @property
    def key_id(self) -> bytes:
        """The first 8 bytes of SHA-256 of the public log key."""
        ...

    def open_segment(self, line: bytes) -> bytes:
        """A fresh random 16-byte segment id; only entries of the newest one are signed from now on."""
        ...

    def sign_entry(self, payload: bytes, salt: bytes = b"", body: bytes = b"") -> bytes:
        """The Ed25519 signature (64 bytes) of an entry header. Raises RefusedToSign.

        Entries that may need the word of two officers come with salt and body.
        """
        ...

    def sign_session(self, purpose: bytes, environment: Environment, payload: bytes) -> bytes:
        """The Ed25519 signature of a hello, a sealed epoch seed or a request to a witness; no other."""
        ...

    def sign_checkpoint(self, text: bytes) -> tuple[bytes, bytes]:
        """Ed25519 and ML-DSA-65 signatures of a checkpoint's note text."""
        ...
