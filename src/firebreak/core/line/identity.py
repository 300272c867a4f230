"""Who talks on a line: both parties' keys, officers and desks as their cards say."""

import hashlib
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.card import Power
from firebreak.core.envelope.header import KEY_ID_BYTES, WRITER_BYTES

DESK_DEFAULT: Final = "duty"


def key_id(public_key: bytes) -> bytes:
    """The short name of a log key in headers: first 8 bytes of its SHA-256."""
    return hashlib.sha256(public_key).digest()[:KEY_ID_BYTES]


@dataclass(frozen=True, slots=True)
class Side:
    """One party of a line, as its current card says."""

    party: bytes
    "Party id, 32 bytes."
    name: str
    log_keys: tuple[bytes, ...]
    "Ed25519 public log keys that are or were valid, the current one last."
    checkpoint_key: bytes = b""
    officers: dict[str, bytes] = field(default_factory=dict[str, bytes])
    "Roster: name to Ed25519 public key."
    powers: dict[str, tuple[Power, ...]] = field(default_factory=dict[str, tuple[Power, ...]])
    "What each officer of the roster may do."
    desks: tuple[str, ...] = (DESK_DEFAULT,)

    @property
    def writer(self) -> bytes:
        """How headers name this party."""
        return self.party[:WRITER_BYTES]

    def log_key(self, name: bytes) -> bytes | None:
        """The log key of a key id, or None when this party has none such."""
        return next((key for key in self.log_keys if key_id(key) == name), None)


@dataclass(frozen=True, slots=True)
class Identity:
    """A line between two parties in one environment."""

    line: bytes
    "Line id, 32 bytes."
    environment: Environment
    ours: Side
    theirs: Side

    def side(self, writer: bytes) -> Side | None:
        """The side that writes under these 16 bytes."""
        if writer == self.ours.writer:
            return self.ours
        return self.theirs if writer == self.theirs.writer else None
