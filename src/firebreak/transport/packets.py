"""Packets: what every link carries, whatever it is made of (`spec/transport.md`).

    1 B  version and type: 0x01 a sealed packet, 0x81 an epoch packet
    8 B  mailbox: names a direction of a line on a day, to those who know the line
    4 B  epoch of the sender
    4 B  counter inside the epoch; 0 in an epoch packet

A sealed packet goes on with AES-256-GCM: 2 B length, frames, zeros up to the padding, then 16 B tag; the
header is its associated data. An epoch packet goes on with a sealed seed and the sender's signature.
"""

import hashlib
import struct
from enum import IntEnum
from typing import Final, NamedTuple

from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.instants import DAY, Instant
from firebreak.core.base.purposes import PREFIX
from firebreak.core.envelope.padding import Padding

PACKET_BYTES_MAX: Final = 65_536
HEADER_BYTES: Final = 17
TAG_BYTES: Final = 16
LENGTH_BYTES: Final = 2
OVERHEAD_BYTES: Final = HEADER_BYTES + TAG_BYTES
FRAMES_BYTES_MAX: Final = PACKET_BYTES_MAX - OVERHEAD_BYTES - LENGTH_BYTES
THIN_STEP: Final = 32
STANDARD_CLASSES: Final = (256, 1_024, 4_096, 16_384, 65_536)
MAILBOX_BYTES: Final = 8
COUNTER_MAX: Final = (1 << 32) - 1

_HEADER: Final = struct.Struct(">B8sII")
_LENGTH: Final = struct.Struct(">H")


class PacketType(IntEnum):
    """The first byte of a packet; version 1 in its lower half."""

    SEALED = 0x01
    EPOCH = 0x81


class Direction(IntEnum):
    """Which way a packet of a line goes; each way has keys of its own."""

    FROM_LOWER = 0
    "From the party with the lower party id."
    FROM_HIGHER = 1


class PacketRefused(CounterpartError):
    """A packet that cannot be opened. It may be damaged, old, or meant for another line."""


class PacketHeader(NamedTuple):
    """The part of a packet that is not encrypted."""

    type: PacketType
    mailbox: bytes
    epoch: int
    counter: int

    def to_bytes(self) -> bytes:
        """The 17 bytes."""
        return _HEADER.pack(*self)


def direction(sender: bytes, receiver: bytes) -> Direction:
    """Which way packets from one party id to the other go."""
    return Direction.FROM_LOWER if sender < receiver else Direction.FROM_HIGHER


def mailbox(line: bytes, way: Direction, now: Instant) -> bytes:
    """The mailbox of one direction of a line on the day (UTC) of `now`; a relay sees a new one daily."""
    day = (now // DAY).to_bytes(8, "big", signed=True)
    return hashlib.sha256(PREFIX + b"mailbox\x00" + line + bytes([way]) + day).digest()[:MAILBOX_BYTES]


def read_header(packet: bytes) -> PacketHeader:
    """The header of any packet. Raises PacketRefused."""
    if not HEADER_BYTES + TAG_BYTES <= len(packet) <= PACKET_BYTES_MAX:
        raise PacketRefused(
            f"a packet of {len(packet)} bytes, at least {OVERHEAD_BYTES}, at most {PACKET_BYTES_MAX}",
            code="FB310",
            hint="damaged on the way, or not from a node",
        )
    number, mailbox, epoch, counter = _HEADER.unpack_from(packet)
    kind = _TYPES.get(number)
    if kind is None:
        raise PacketRefused(
            f"a packet of unknown type 0x{number:02x}",
            code="FB310",
            hint="the counterpart may be newer: compare versions",
        )
    return PacketHeader(kind, mailbox, epoch, counter)


_TYPES: Final = {int(each): each for each in PacketType}


def pad(frames: bytes, padding: Padding) -> bytes:
    """Length, frames and zeros: the plaintext of a packet. Raises LocalError when it cannot fit."""
    if len(frames) > FRAMES_BYTES_MAX:
        raise LocalError(
            f"{len(frames)} bytes of frames, a packet takes {FRAMES_BYTES_MAX}",
            code="FB318",
            hint="send them in several packets",
        )
    size = LENGTH_BYTES + len(frames)
    return b"".join((_LENGTH.pack(len(frames)), frames, bytes(_padded(size, padding) - size)))


def _padded(size: int, padding: Padding) -> int:
    if padding is Padding.THIN:
        return min(-(-size // THIN_STEP) * THIN_STEP, PACKET_BYTES_MAX - OVERHEAD_BYTES)
    return next(each for each in STANDARD_CLASSES if size + OVERHEAD_BYTES <= each) - OVERHEAD_BYTES


def unpad(plaintext: bytes) -> bytes:
    """The frames of a plaintext. Raises PacketRefused when length or padding are not as they must be."""
    if len(plaintext) < LENGTH_BYTES:
        raise _badly_padded("has no length")
    end = LENGTH_BYTES + _LENGTH.unpack_from(plaintext)[0]
    if end > len(plaintext) or plaintext.count(0, end) != len(plaintext) - end:
        raise _badly_padded("has a wrong length or something behind the frames")
    return plaintext[LENGTH_BYTES:end]


def _badly_padded(why: str) -> PacketRefused:
    return PacketRefused(
        f"the inside of a packet {why}", code="FB316", hint="their node has a fault: tell them"
    )
