"""Keys of the simulated parties: fast stand-ins, or real signatures in a share of the seeds.

Public keys are real ones, since cards are checked for them. A stand-in signature is a keyed hash; whoever
verifies one looks the key up in a table. Nobody in the world reads that table but the verifier, so that no
signature can be made without its key, as with real ones.
"""

import hashlib
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from nacl.bindings import crypto_sign, crypto_sign_seed_keypair

from firebreak.core.envelope import card, entry, officer
from firebreak.core.envelope.verifying import MLDSA65_KEY_BYTES, MLDSA65_SIGNATURE_BYTES
from firebreak.core.envelope.verifying import verify_ed25519 as really_ed25519
from firebreak.core.record import adding, cosignature, rooted

Verify = Callable[[bytes, bytes, bytes], bool]

SIGNATURE_BYTES: Final = 64
OFFICERS: Final = ("one", "two", "three")
"The third of each party is on the roster and may do no more than the watch asks for."
CLASSICAL: Final = (entry, officer, card, rooted, adding, cosignature)
"Modules that verify Ed25519 in a simulated day."
LATTICE: Final = (card, rooted)


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
        public = _real(holder)[0]
        if not self.real:
            self._secrets[public] = key_seed(holder)
        return public

    def sign(self, holder: str, message: bytes) -> bytes:
        """What the holder's key makes of a message."""
        if self.real:
            return crypto_sign(message, _real(holder)[1])[:SIGNATURE_BYTES]
        return hashlib.blake2b(message, key=key_seed(holder)).digest()

    def verify(self, key: bytes, signature: bytes, message: bytes) -> bool:
        """Whether the holder of the key signed the message."""
        if self.real:
            return really_ed25519(key, signature, message)
        secret = self._secrets.get(key)
        return secret is not None and hashlib.blake2b(message, key=secret).digest() == signature

    # -- the other half of root and checkpoint keys --------------------------------------------------

    def lattice(self, holder: str) -> bytes:
        """The public ML-DSA-65 key of somebody: a stand-in always, for real signatures are not repeatable."""
        public = hashlib.shake_256(b"lattice" + key_seed(holder)).digest(MLDSA65_KEY_BYTES)
        self._secrets[public] = key_seed(holder)
        return public

    def sign_lattice(self, holder: str, message: bytes, context: bytes) -> bytes:
        """What that key makes of a message."""
        return _stand_in(key_seed(holder), message, context)

    def verify_lattice(self, key: bytes, signature: bytes, message: bytes, context: bytes) -> bool:
        """Whether the holder of that key signed the message."""
        secret = self._secrets.get(key)
        return secret is not None and _stand_in(secret, message, context) == signature


def _stand_in(secret: bytes, message: bytes, context: bytes) -> bytes:
    return hashlib.shake_256(secret + context + message).digest(MLDSA65_SIGNATURE_BYTES)


@contextmanager
def use_keys(keys: Keys) -> Generator[None]:
    """Let whatever is signed be verified with these, inside this process and until the end."""
    before = [(each, each.verify_ed25519) for each in CLASSICAL]
    lattice = [(each, each.verify_mldsa65) for each in LATTICE]
    for each in CLASSICAL:
        setattr(each, "verify_ed25519", keys.verify)  # noqa: B010
    for each in LATTICE:
        setattr(each, "verify_mldsa65", keys.verify_lattice)  # noqa: B010
    try:
        yield
    finally:
        for each, one in before:
            setattr(each, "verify_ed25519", one)  # noqa: B010
        for each, other in lattice:
            setattr(each, "verify_mldsa65", other)  # noqa: B010
