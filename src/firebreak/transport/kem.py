"""The KEM key of a node: X-Wing (ML-KEM-768 with X25519), which seals the seed of each epoch.

A node makes a fresh one at every start and names it in its hello; it is never written to a disk. What was
sealed to it can no longer be read by anybody once the process has ended.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)

from firebreak.core.envelope.kem import MLKEM768_KEY_BYTES, check_kem_key

SEED_BYTES: Final = 32
SEALED_SEED_BYTES: Final = 1_168  # 1,120 of encapsulation, the seed, 16 of tag
MLKEM_SEED_BYTES: Final = 64
X25519_SEED_BYTES: Final = 32

SUITE: Final = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


@dataclass(frozen=True, slots=True)
class KemKey:
    """A KEM key pair."""

    public: bytes
    "ML-KEM-768 public key, then X25519 public key: 1,216 bytes."
    private: MLKEM768X25519PrivateKey = field(repr=False)

    @classmethod
    def from_seeds(cls, mlkem: bytes, x25519: bytes) -> Self:
        """The key pair that follows from 64 and 32 random bytes."""
        lattice, curve = (
            MLKEM768PrivateKey.from_seed_bytes(mlkem),
            X25519PrivateKey.from_private_bytes(x25519),
        )
        public = lattice.public_key().public_bytes_raw() + curve.public_key().public_bytes_raw()
        return cls(public, MLKEM768X25519PrivateKey(lattice, curve))

    @classmethod
    def generate(cls, rng: Callable[[int], bytes] = os.urandom) -> Self:
        """A fresh key pair, for the life of a process."""
        return cls.from_seeds(rng(MLKEM_SEED_BYTES), rng(X25519_SEED_BYTES))

    def unseal(self, sealed: bytes, info: bytes) -> bytes | None:
        """The seed, or None when it was not sealed to this key under this `info`."""
        try:
            return SUITE.decrypt(sealed, self.private, info)
        except (InvalidTag, ValueError):
            return None


def seal_seed(seed: bytes, public: bytes, info: bytes) -> bytes:
    """The seed, readable only with the private key of `public`. Raises CounterpartError for a bad key."""
    check_kem_key(public)
    lattice = MLKEM768PublicKey.from_public_bytes(public[:MLKEM768_KEY_BYTES])
    curve = X25519PublicKey.from_public_bytes(public[MLKEM768_KEY_BYTES:])
    return SUITE.encrypt(seed, MLKEM768X25519PublicKey(lattice, curve), info)
