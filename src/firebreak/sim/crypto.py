"""Keys of the simulated parties: fast stand-ins, or real Ed25519 in a share of the seeds.

A stand-in signature is a keyed hash; whoever verifies one looks the key up in a table. Nobody in the world
reads that table but the verifier, so that no signature can be made without its key, as with real ones.
"""

import hashlib
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from nacl.bindings import crypto_sign, crypto_sign_seed_keypair

from firebreak.core.envelope import entry, officer
from firebreak.core.envelope.verifying import verify_ed25519

Verify = Callable[[bytes, bytes, bytes], bool]

SIGNATURE_BYTES: Final = 64
OFFICERS: Final = ("one", "two", "three")
"The third of each party is on the roster and may not suspend a line."


def key_seed(holder: str) -> bytes:
    """The secret of somebody, the same in every world."""
    return hashlib.sha256(f"simulated key of {holder}".encode()).digest()


@cache
def _real(holder: str) -> tuple[bytes, bytes]:
    return crypto_sign_seed_keypair(key_seed(holder))


@dataclass(slots=True)
class Keys:
    """Signs for everybody in one world, and verifies."""

    real: bool = False
    _secrets: dict[bytes, bytes] = field(default_factory=dict[bytes, bytes], repr=False)

    def public(self, holder: str) -> bytes:
        """The public key of somebody; from now on their signatures verify."""
        if self.real:
            return _real(holder)[0]
        secret = key_seed(holder)
        public = hashlib.sha256(secret).digest()
        self._secrets[public] = secret
        return public

    def sign(self, holder: str, message: bytes) -> bytes:
        """What the holder's key makes of a message."""
        if self.real:
            return crypto_sign(message, _real(holder)[1])[:SIGNATURE_BYTES]
        return hashlib.blake2b(message, key=key_seed(holder)).digest()

    def verify(self, key: bytes, signature: bytes, message: bytes) -> bool:
        """Whether the holder of the key signed the message."""
        if self.real:
            return verify_ed25519(key, signature, message)
        secret = self._secrets.get(key)
        return secret is not None and hashlib.blake2b(message, key=secret).digest() == signature


@contextmanager
def use_verifier(verify: Verify) -> Generator[None]:
    """Let entries and officers' statements be verified so, inside this process and until the end."""
    before = (entry.verify_ed25519, officer.verify_ed25519)
    entry.verify_ed25519 = officer.verify_ed25519 = verify
    try:
        yield
    finally:
        entry.verify_ed25519, officer.verify_ed25519 = before
