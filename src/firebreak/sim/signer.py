"""The signers of a simulated node: one that signs whatever it is asked to, and the real one.

On most days the rules against forks and for two officers must hold without a signer's help: the first one
gives none, and the oracles look at all that it signs. In a share of the days the real signer stands behind
it, with all its rules and the world's signatures; a day on which it has to refuse anything has found a fault.
"""

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from firebreak.core.base.purposes import ENTRY, Environment
from firebreak.core.envelope.card_import import root_id
from firebreak.core.envelope.cose import signed_bytes
from firebreak.core.envelope.header import SEGMENT_BYTES, Header, key_id, read_header
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.release import TWO_PERSON
from firebreak.core.envelope.signer import RefusedToSign
from firebreak.core.record.checkpoint import mldsa65_context
from firebreak.keyring.keys import SignerKeys
from firebreak.keyring.signer import InProcessSigner
from firebreak.sim.crypto import Keys, key_seed
from firebreak.sim.papers import held
from firebreak.sim.violation import Violation

if TYPE_CHECKING:
    from firebreak.sim.node import Node

CONTEXT: Final = mldsa65_context(Environment.EXERCISE)


class WorldSigner:
    """An `envelope.signer.Signer` with the world's keys."""

    def __init__(self, node: "Node") -> None:
        self._node = node
        self._keys = node.world.keys
        self._holder = node.holder
        self._key_id = key_id(self._keys.public(self._holder))
        self._vault = Vault(node) if node.world.vault else None

    @property
    def key_id(self) -> bytes:
        """The first 8 bytes of SHA-256 of the public log key."""
        return self._key_id

    def open_segment(self, line: bytes) -> bytes:
        """A fresh random id."""
        if self._vault is not None:
            return self._vault.open_segment(line)
        return self._node.world.chance.randbytes(SEGMENT_BYTES)

    def sign_entry(self, payload: bytes, salt: bytes = b"", body: bytes = b"") -> bytes:
        """The signature of an entry header."""
        header = read_header(payload)
        signature = self._signature(header, payload, salt, body)
        self._node.world.oracles.signs(self._node, header, payload)
        return signature

    def _signature(self, header: Header, payload: bytes, salt: bytes, body: bytes) -> bytes:
        if self._vault is None:
            return self._keys.sign(self._holder, signed_bytes(ENTRY, header.environment, payload))
        try:
            return self._vault.sign_entry(payload, salt, body)
        except RefusedToSign as refusal:
            if header.kind in TWO_PERSON:  # it asks for two as soon as our own officers have agreed so
                raise
            raise Violation("I3", f"{self._node.label}: {refusal.text}") from refusal

    def sign_session(self, purpose: bytes, environment: Environment, payload: bytes) -> bytes:
        """The signature of a hello or of an epoch."""
        return self._keys.sign(self._holder, signed_bytes(purpose, environment, payload))

    def sign_checkpoint(self, text: bytes) -> tuple[bytes, bytes]:
        """Both signatures of a checkpoint."""
        self._node.world.oracles.sums_up(self._node, text)
        if self._vault is not None:
            try:
                return self._vault.sign_checkpoint(text)
            except RefusedToSign as refusal:
                raise Violation("I3", f"{self._node.label}: {refusal.text}") from refusal
        return self._keys.sign(self._holder, text), Lattice(self._keys, self._node.name).sign(text, CONTEXT)


class Vault(InProcessSigner):
    """The real signer, with the world's signatures at its end."""

    def __init__(self, node: "Node") -> None:
        party, keys = node.world.parties[node.name], node.world.keys
        own = [each for each in party.cards if party.logs[each.card.log_key] == node.holder]
        first = own[0].card
        keys_held = SignerKeys(
            log=key_seed(node.holder),
            checkpoint=key_seed(f"{node.name} checkpoint"),
            party=first.party,
            roots=b"" if root_id(first) == first.party else root_id(first),
        )
        super().__init__(keys_held, Environment.EXERCISE, node.world.chance.randbytes)
        self._keys, self._holder = keys, node.holder
        stand_in: Any = Lattice(keys, node.name)
        self._checkpoint = stand_in
        for each in own:
            self.take_card(each.to_bytes())
        agreed = [
            each for each in held(node, Kind.LINE_AGREE) if each.header.writer == node.identity.ours.writer
        ]
        if agreed and agreed[-1].body is not None:
            with suppress(RefusedToSign):  # as a node does: what the signer does not believe changes nothing
                self.take_agreement(node.identity.line, agreed[-1].body)

    def _sign(self, message: bytes) -> bytes:
        return self._keys.sign(self._holder, message)


class Lattice:
    """Stands in for the second key of checkpoints, whose real signatures differ each time."""

    def __init__(self, keys: Keys, name: str) -> None:
        self._keys = keys
        self._holder = f"{name} checkpoint"

    def sign(self, text: bytes, context: bytes) -> bytes:
        """A signature."""
        return self._keys.sign_lattice(self._holder, text, context)
