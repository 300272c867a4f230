"""Packets: header, padding and mailbox."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import DAY, Instant
from firebreak.core.envelope.padding import Padding
from firebreak.transport.packets import (
    FRAMES_BYTES_MAX,
    OVERHEAD_BYTES,
    PACKET_BYTES_MAX,
    STANDARD_CLASSES,
    Direction,
    PacketHeader,
    PacketRefused,
    PacketType,
    direction,
    mailbox,
    pad,
    read_header,
    unpad,
)
from tests.covering import covers

LINE = bytes(range(32))


@covers("TRANSPORT-001")
def test_a_header_is_seventeen_bytes_in_this_order() -> None:
    header = PacketHeader(PacketType.SEALED, b"mailbox!", 7, 9)
    assert header.to_bytes() == b"\x01mailbox!\x00\x00\x00\x07\x00\x00\x00\x09"
    assert read_header(header.to_bytes() + bytes(16)) == header


@covers("TRANSPORT-001")
@given(packet=st.binary(max_size=80))
def test_any_bytes_have_a_header_or_are_refused(packet: bytes) -> None:
    try:
        assert read_header(packet).to_bytes() == packet[:17]
    except PacketRefused as refused:
        known = packet[:1] in {b"\x01", b"\x81"} and len(packet) >= OVERHEAD_BYTES
        assert (refused.code, known) == ("FB310", False)  # noqa: PT017 - either way is right


@covers("TRANSPORT-002")
def test_a_packet_beyond_sixty_four_kibibytes_is_refused() -> None:
    with pytest.raises(PacketRefused):
        read_header(b"\x01" + bytes(PACKET_BYTES_MAX))


@covers("TRANSPORT-003")
@given(frames=st.binary(max_size=2_000), padding=st.sampled_from(Padding))
def test_what_is_padded_is_found_again(frames: bytes, padding: Padding) -> None:
    plaintext = pad(frames, padding)
    assert unpad(plaintext) == frames
    size = len(plaintext) + OVERHEAD_BYTES
    assert size in STANDARD_CLASSES if padding is Padding.STANDARD else len(plaintext) % 32 == 0


@covers("TRANSPORT-003")
@pytest.mark.parametrize("padding", Padding)
def test_the_largest_packet_is_exactly_full(padding: Padding) -> None:
    plaintext = pad(bytes(FRAMES_BYTES_MAX), padding)
    assert len(plaintext) + OVERHEAD_BYTES == PACKET_BYTES_MAX
    assert unpad(plaintext) == bytes(FRAMES_BYTES_MAX)
    with pytest.raises(LocalError) as refused:
        pad(bytes(FRAMES_BYTES_MAX + 1), padding)
    assert refused.value.code == "FB318"


@covers("TRANSPORT-004")
@pytest.mark.parametrize("plaintext", [b"", b"\0", b"\0\x05abc", b"\0\x01a\x01", b"\0\x01a\0\0\0\x01\0"])
def test_a_wrong_length_or_a_padding_that_is_not_zero_is_refused(plaintext: bytes) -> None:
    with pytest.raises(PacketRefused) as refused:
        unpad(plaintext)
    assert refused.value.code == "FB316"


@covers("TRANSPORT-005")
def test_a_mailbox_differs_by_line_direction_and_day() -> None:
    now = Instant(1_648_044_309_000)
    boxes = {
        mailbox(LINE, Direction.FROM_LOWER, now),
        mailbox(bytes(32), Direction.FROM_LOWER, now),
        mailbox(LINE, Direction.FROM_HIGHER, now),
        mailbox(LINE, Direction.FROM_LOWER, Instant(now + DAY)),
    }
    assert len(boxes) == 4
    assert mailbox(LINE, Direction.FROM_LOWER, Instant(now - now % DAY)) in boxes
    assert {len(box) for box in boxes} == {8}


@given(one=st.binary(min_size=32, max_size=32), other=st.binary(min_size=32, max_size=32))
def test_the_two_directions_of_a_line_differ(one: bytes, other: bytes) -> None:
    assert one == other or {direction(one, other), direction(other, one)} == set(Direction)
