"""A packet that is left at a witness: it opens without anything that was said before it.

    segment 16 B | epoch packet | sealed packet

The seed is sealed to the KEM key on the receiver's *card*, not to that of its hello: the receiver may have
been started anew since, and the packet has to open all the same. Each packet has a seed of its own, signed
with the sender's log key, so the witness sees a size class and nothing else. Whoever gets hold of a node's
key file can read what was left for it under that card; what went over a link stays closed to them.
"""

from collections.abc import Iterable
from itertools import product
from typing import Final

from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.header import SEGMENT_BYTES
from firebreak.core.envelope.padding import Padding
from firebreak.transport.kem import KemKey
from firebreak.transport.packets import Direction, PacketRefused
from firebreak.transport.sealing import EPOCH_PACKET_BYTES, Opener, Sealer, SignEpoch, Way

HEAD_BYTES: Final = SEGMENT_BYTES + EPOCH_PACKET_BYTES


def sealed(
    frames: bytes, way: Way, kem_public: bytes, sign: SignEpoch, now: Instant, padding: Padding
) -> bytes:
    """Frames as one packet that only the holder of this KEM key can read. Raises LocalError if too long."""
    epoch, packet = Sealer(way, sign, kem_public, padding).seal(frames, now)
    return way.segment + epoch + packet


def opened(
    packet: bytes,
    line: bytes,
    environment: Environment,
    direction: Direction,
    kems: Iterable[KemKey],
    log_keys: Iterable[bytes],
) -> bytes:
    """The frames of such a packet, sealed to one of our keys by one of theirs. Raises PacketRefused."""
    if len(packet) <= HEAD_BYTES:
        raise PacketRefused(f"a deposit of {len(packet)} bytes", code="FB310")
    way = Way(line, environment, direction, packet[:SEGMENT_BYTES])
    refused = PacketRefused("no key of the counterpart counts now", code="FB313")
    for kem, key in product(kems, log_keys):
        opener = Opener(way, kem, key)
        try:
            opener.open(packet[SEGMENT_BYTES:HEAD_BYTES])
            return opener.open(packet[HEAD_BYTES:])
        except PacketRefused as error:
            refused = error
    raise refused
