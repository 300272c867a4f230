"""The signer of a simulated node: it signs whatever it is asked to, and the oracles look at it.

The rule against forks is the real signer's and is tested there. Here it must hold without that help.
"""

from typing import TYPE_CHECKING

from firebreak.core.base.purposes import ENTRY, Environment
from firebreak.core.envelope.cose import signed_bytes
from firebreak.core.envelope.header import SEGMENT_BYTES, key_id, read_header

if TYPE_CHECKING:
    from firebreak.sim.node import Node


class WorldSigner:
    """An `envelope.signer.Signer` with the world's keys."""

    def __init__(self, node: "Node") -> None:
        self._node = node
        self._keys = node.world.keys
        self._key_id = key_id(node.identity.ours.log_keys[-1])

    @property
    def key_id(self) -> bytes:
        """The first 8 bytes of SHA-256 of the public log key."""
        return self._key_id

    def open_segment(self, line: bytes) -> bytes:
        """A fresh random id."""
        return self._node.world.chance.randbytes(SEGMENT_BYTES)

    def sign_entry(self, payload: bytes, salt: bytes = b"", body: bytes = b"") -> bytes:
        """The signature of an entry header."""
        header = read_header(payload)
        self._node.world.oracles.signs(self._node, header, payload)
        return self._keys.sign(self._node.name, signed_bytes(ENTRY, header.environment, payload))

    def sign_session(self, purpose: bytes, environment: Environment, payload: bytes) -> bytes:
        """The signature of a hello or of an epoch."""
        return self._keys.sign(self._node.name, signed_bytes(purpose, environment, payload))

    def sign_checkpoint(self, text: bytes) -> tuple[bytes, bytes]:
        """The classical signature of a checkpoint; the parties of this world have no other."""
        return self._keys.sign(self._node.name, text), b""
