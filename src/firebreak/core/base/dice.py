"""Chance that the core can use without drawing it: a stream derived from one seed.

The shell draws 32 random bytes at every start and never stores them; all salts, call ids and nonces of
that process follow from it. Two processes share no value because their seeds differ.
"""

import hashlib
import hmac
from dataclasses import dataclass, field
from typing import Final

SEED_BYTES: Final = 32


@dataclass(slots=True)
class Dice:
    """A deterministic stream of unguessable bytes."""

    seed: bytes = field(repr=False)
    _count: int = 0

    def __post_init__(self) -> None:
        assert len(self.seed) == SEED_BYTES

    def draw(self, purpose: bytes, size: int = 32) -> bytes:
        """The next `size` (at most 32) bytes for a purpose."""
        self._count += 1
        message = purpose + self._count.to_bytes(8, "big")
        return hmac.digest(self.seed, message, hashlib.sha256)[:size]
