"""The hash ratchet: from the seed of an epoch one key for each packet, forwards only.

    chain key 0        HKDF-SHA256 of the seed, under the epoch's info
    packet key n       the first half of HMAC-SHA512(chain key n, "packet")
    chain key n + 1    the second half

One HMAC gives both and costs half of what two would. Keys of packets that were used are forgotten, so what
was captured before cannot be read with what a node holds now.
"""

import hmac
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES: Final = 32
SKIPPED_MAX: Final = 1_024
"How far a packet may be ahead, and how many keys are kept for packets that are late."


def first_chain_key(seed: bytes, info: bytes) -> bytes:
    """Chain key 0 of an epoch."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(seed)


@dataclass(slots=True)
class SendingRatchet:
    """The sender's side: each key is handed out once."""

    chain: bytes = field(repr=False)
    counter: int = 0
    "Of the next packet."

    def next_key(self) -> tuple[int, bytes]:
        """Counter and key of the next packet."""
        counter = self.counter
        key, self.chain = _step(self.chain)
        self.counter = counter + 1
        return counter, key


@dataclass(slots=True)
class ReceivingRatchet:
    """The receiver's side: keys of packets not yet seen, at most `SKIPPED_MAX` behind and as many ahead.

    A key is derived when a packet first asks for it and stays until that packet proved genuine, so a forged
    counter costs work once and not with every packet.
    """

    chain: bytes = field(repr=False)
    derived: int = 0
    "Counter of the first key that was not derived yet."
    expected: int = 0
    "One above the highest counter of a genuine packet."
    unused: dict[int, bytes] = field(default_factory=dict[int, bytes], repr=False)

    def key(self, counter: int) -> bytes | None:
        """The key of a packet, or None when it was used, is too old or is too far ahead."""
        if counter >= self.expected + SKIPPED_MAX:
            return None
        while self.derived <= counter:
            self.unused[self.derived], self.chain = _step(self.chain)
            self.derived += 1
        return self.unused.get(counter)

    def used(self, counter: int) -> None:
        """Forget the key of a packet that was genuine, and those of packets that are too late by now."""
        del self.unused[counter]
        if counter >= self.expected:
            for late in self._too_late(counter + 1):
                self.unused.pop(late, None)
            self.expected = counter + 1

    def _too_late(self, expected: int) -> Iterator[int]:
        return iter(range(max(0, self.expected - SKIPPED_MAX), max(0, expected - SKIPPED_MAX)))


def _step(chain: bytes) -> tuple[bytes, bytes]:
    both = hmac.digest(chain, b"packet", "sha512")
    return both[:KEY_BYTES], both[KEY_BYTES:]
