"""Sealing: frames become packets that only the counterpart of this line can read (`spec/transport.md`, I28).

The sender draws a seed for each epoch, seals it to the receiver's KEM key and signs the sealed seed with its
log key: HPKE in base mode says nothing of the sender, and a seed of a stranger must not open the way for
frames that are not signed one by one. A new epoch begins at every start, at every new KEM key of the
receiver, after 65,536 packets and after 24 hours. The seed is forgotten as soon as it is sealed. No key of
an earlier process can come back, whatever backup was restored: seeds are never stored.
"""

import os
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from firebreak.core.base.instants import DAY, Instant
from firebreak.core.base.purposes import Environment, context
from firebreak.core.envelope.cose import SIGNATURE_BYTES, signed_bytes
from firebreak.core.envelope.padding import Padding
from firebreak.core.envelope.verifying import verify_ed25519
from firebreak.transport.kem import SEALED_SEED_BYTES, SEED_BYTES, KemKey, seal_seed
from firebreak.transport.packets import (
    HEADER_BYTES,
    Direction,
    PacketHeader,
    PacketRefused,
    PacketType,
    mailbox,
    pad,
    read_header,
    unpad,
)
from firebreak.transport.ratchet import ReceivingRatchet, SendingRatchet, first_chain_key

EPOCH: Final = b"epoch"
"Purpose string of the sealed seed and of the signature over it."

EPOCH_PACKETS_MAX: Final = 65_536
EPOCH_MILLISECONDS_MAX: Final = DAY
EPOCH_PACKET_BYTES: Final = HEADER_BYTES + SEALED_SEED_BYTES + SIGNATURE_BYTES
EPOCHS_KEPT: Final = 2  # the newest and the one before it, for packets that are late on another link
EPOCH_START_BITS: Final = 31  # a process counts up from a random start and never comes to the end

_NONCE: Final = struct.Struct(">III")


class SignEpoch(Protocol):
    """The holder of the log key, asked for an epoch packet."""

    def __call__(self, payload: bytes) -> bytes:
        """The Ed25519 signature over `signed_bytes(EPOCH, environment, payload)`."""
        ...


@dataclass(frozen=True, slots=True)
class Way:
    """One direction of one line, from one process of the sender: what keys are bound to."""

    line: bytes
    environment: Environment
    direction: Direction
    segment: bytes
    "Of the sender: random at every start of its process."

    def info(self, header: bytes) -> bytes:
        """The HPKE info and the start of what is signed for an epoch packet."""
        return context(EPOCH, self.environment) + self.line + bytes([self.direction]) + self.segment + header


@dataclass(slots=True)
class Sealer:
    """Seals what one process sends on one line. Give it the receiver's KEM key anew at each hello."""

    way: Way
    sign: SignEpoch = field(repr=False)
    kem_public: bytes = field(repr=False)
    padding: Padding = Padding.STANDARD
    rng: Callable[[int], bytes] = field(default=os.urandom, repr=False)
    _epoch: int = -1
    _began_at: Instant = Instant(0)
    _mailbox: bytes = b""
    _ratchet: SendingRatchet | None = field(default=None, repr=False)
    _epoch_packet: bytes = field(default=b"", repr=False)

    @property
    def epoch_packet(self) -> bytes:
        """The epoch packet of the epoch that runs, to send again on another link; empty before the first."""
        return self._epoch_packet

    def receiver_is(self, kem_public: bytes) -> None:
        """The receiver's newest KEM key, from its hello. Another one than before begins a new epoch."""
        if kem_public != self.kem_public:
            self.kem_public = kem_public
            self._ratchet = None
            self._epoch_packet = b""

    def seal(self, frames: bytes, now: Instant) -> list[bytes]:
        """One sealed packet, after an epoch packet where a new epoch begins. `now` is line time.

        Raises LocalError when the frames do not fit into one packet.
        """
        plaintext = pad(frames, self.padding)
        packets: list[bytes] = []
        ratchet = self._ratchet
        if ratchet is None or self._is_over(ratchet, now):
            ratchet = self._begin(now)
            packets.append(self._epoch_packet)
        counter, key = ratchet.next_key()
        header = PacketHeader(PacketType.SEALED, self._mailbox, self._epoch, counter).to_bytes()
        packets.append(header + AESGCM(key).encrypt(_nonce(self._epoch, counter), plaintext, header))
        return packets

    def _is_over(self, ratchet: SendingRatchet, now: Instant) -> bool:
        return ratchet.counter >= EPOCH_PACKETS_MAX or not 0 <= now - self._began_at < EPOCH_MILLISECONDS_MAX

    def _begin(self, now: Instant) -> SendingRatchet:
        epoch = self._epoch + 1 if self._epoch >= 0 else _epoch_start(self.rng)
        box = mailbox(self.way.line, self.way.direction, now)
        header = PacketHeader(PacketType.EPOCH, box, epoch, 0).to_bytes()
        info = self.way.info(header)
        seed = self.rng(SEED_BYTES)
        sealed = seal_seed(seed, self.kem_public, info)
        self._epoch_packet = header + sealed + self.sign(info + sealed)
        self._epoch, self._began_at, self._mailbox = epoch, now, box
        self._ratchet = SendingRatchet(first_chain_key(seed, info))
        return self._ratchet


@dataclass(slots=True)
class _Epoch:
    """What the receiver holds of one epoch."""

    mailbox: bytes
    packet: bytes
    "The epoch packet, so that the same one again is no error."
    ratchet: ReceivingRatchet


@dataclass(slots=True)
class Opener:
    """Opens what one process of the counterpart sends on one line. A new hello with another segment needs
    a new opener.
    """

    way: Way
    kem: KemKey = field(repr=False)
    log_key: bytes
    "The counterpart's Ed25519 public log key."
    _epochs: dict[int, _Epoch] = field(default_factory=dict[int, _Epoch], repr=False)

    def open(self, packet: bytes) -> bytes:
        """The frames of a packet; of an epoch packet none. Raises PacketRefused and changes nothing then."""
        header = read_header(packet)
        if header.type is PacketType.EPOCH:
            self._learn(header, packet)
            return b""
        epoch = self._epochs.get(header.epoch)
        if epoch is None or epoch.mailbox != header.mailbox:
            raise PacketRefused(
                f"a packet of epoch {header.epoch}, which is not known here",
                code="FB311",
                hint="its epoch packet was lost, or it is of another line; a new hello brings it again",
            )
        return unpad(_decrypted(epoch.ratchet, header, packet))

    def _learn(self, header: PacketHeader, packet: bytes) -> None:
        known = self._epochs.get(header.epoch)
        if known is not None and known.packet == packet:
            return
        if header.epoch <= max(self._epochs, default=-1):
            raise PacketRefused(f"epoch {header.epoch} is not newer than those known", code="FB314")
        seed = self._unsealed(header, packet)
        info = self.way.info(packet[:HEADER_BYTES])
        self._epochs[header.epoch] = _Epoch(
            header.mailbox, packet, ReceivingRatchet(first_chain_key(seed, info))
        )
        for old in sorted(self._epochs)[:-EPOCHS_KEPT]:
            del self._epochs[old]

    def _unsealed(self, header: PacketHeader, packet: bytes) -> bytes:
        if len(packet) != EPOCH_PACKET_BYTES or header.counter != 0:
            raise PacketRefused(
                f"an epoch packet of {len(packet)} bytes, not {EPOCH_PACKET_BYTES}", code="FB310"
            )
        info = self.way.info(packet[:HEADER_BYTES])
        sealed, signature = packet[HEADER_BYTES:-SIGNATURE_BYTES], packet[-SIGNATURE_BYTES:]
        message = signed_bytes(EPOCH, self.way.environment, info + sealed)
        seed = self.kem.unseal(sealed, info) if verify_ed25519(self.log_key, signature, message) else None
        if seed is None or len(seed) != SEED_BYTES:
            raise PacketRefused(
                f"epoch {header.epoch} is not sealed to this node by the counterpart's key",
                code="FB313",
                hint="it is meant for another line, process or environment, or was forged on the way",
            )
        return seed


def _decrypted(ratchet: ReceivingRatchet, header: PacketHeader, packet: bytes) -> bytes:
    key = ratchet.key(header.counter)
    if key is None:
        raise PacketRefused(
            f"packet {header.counter} of epoch {header.epoch} was seen before, is too old or too far ahead",
            code="FB314",
            hint="nothing is lost: each side asks for what it lacks",
        )
    nonce = _nonce(header.epoch, header.counter)
    try:
        plaintext = AESGCM(key).decrypt(nonce, packet[HEADER_BYTES:], packet[:HEADER_BYTES])
    except InvalidTag as error:
        raise PacketRefused(
            f"packet {header.counter} of epoch {header.epoch} is damaged or forged", code="FB315"
        ) from error
    ratchet.used(header.counter)
    return plaintext


def _nonce(epoch: int, counter: int) -> bytes:
    return _NONCE.pack(epoch, 0, counter)


def _epoch_start(rng: Callable[[int], bytes]) -> int:
    return int.from_bytes(rng(4), "big") >> (32 - EPOCH_START_BITS)
