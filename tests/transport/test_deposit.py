"""Packets that are left at a witness: they open by themselves, for the counterpart alone."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.padding import Padding
from firebreak.core.record.deposits import PACKET_BYTES_MAX
from firebreak.core.record.frames import FRAMES_BYTES_MAX
from firebreak.transport.deposit import HEAD_BYTES, opened, sealed
from firebreak.transport.packets import Direction, PacketRefused
from tests.covering import covers
from tests.parties import NORTH, NOW, SOUTH, Party, public
from tests.transport.test_sealing import WAY

KEY = public(NORTH.key("log"))


def left(frames: bytes, *, by: Party = NORTH) -> bytes:
    return sealed(frames, WAY, SOUTH.kem.public, by.sign_epoch, NOW, Padding.STANDARD)


def read(
    packet: bytes, *, by: Party = SOUTH, keys: tuple[bytes, ...] = (KEY,), **changes: Direction
) -> bytes:
    way = replace(WAY, **changes)
    return opened(packet, way.line, way.environment, way.direction, [NORTH.kem, by.kem], keys)


@covers("WITNESS-040", "I28")
@given(frames=st.binary(min_size=1, max_size=5_000))
@settings(max_examples=20)
def test_each_opens_by_itself_in_any_order_and_twice(frames: bytes) -> None:
    one, other = left(frames), left(frames)
    assert one != other
    assert [read(each) for each in (other, one, one)] == [frames] * 3


@covers("WITNESS-040")
def test_only_the_size_class_is_seen_from_outside() -> None:
    short, long = left(b"call the duty desk"), left(b"call the duty desk" * 10)
    assert len(short) == len(long)
    assert b"duty desk" not in long
    assert len(left(bytes(FRAMES_BYTES_MAX))) <= PACKET_BYTES_MAX


@covers("WITNESS-040")
@pytest.mark.parametrize("at", [0, 20, HEAD_BYTES - 1, HEAD_BYTES + 3, -1])
def test_one_that_was_touched_is_refused(at: int) -> None:
    packet = bytearray(left(b"frames"))
    packet[at] ^= 1
    with pytest.raises(PacketRefused):
        read(bytes(packet))


@covers("WITNESS-040")
def test_nobody_else_reads_or_writes_one() -> None:
    packet = left(b"frames")
    refused = (
        lambda: opened(packet, WAY.line, WAY.environment, WAY.direction, [NORTH.kem], [KEY]),
        lambda: opened(packet, WAY.line, Environment.REAL, WAY.direction, [SOUTH.kem], [KEY]),
        lambda: read(packet, direction=Direction.FROM_HIGHER),
        lambda: read(left(b"frames", by=SOUTH)),
        lambda: read(packet, keys=()),
        lambda: read(packet[:HEAD_BYTES]),
        lambda: read(b""),
    )
    for each in refused:
        with pytest.raises(PacketRefused):
            each()
