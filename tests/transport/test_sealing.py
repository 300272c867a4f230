"""Sealed packets: opened by the counterpart once, refused by everybody and everything else."""

import os
from collections.abc import Callable
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given, settings
from hypothesis import strategies as st

from firebreak.core.base.instants import DAY, Instant
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.padding import Padding
from firebreak.transport import sealing
from firebreak.transport.kem import SEED_BYTES
from firebreak.transport.packets import Direction, PacketRefused
from firebreak.transport.ratchet import SKIPPED_MAX, ReceivingRatchet, SendingRatchet
from firebreak.transport.sealing import EPOCH_PACKET_BYTES, Opener, Sealer, Way
from tests.covering import covers
from tests.parties import NORTH, NOW, SOUTH, Party, public

WAY = Way(bytes(range(32)), Environment.EXERCISE, Direction.FROM_LOWER, bytes(range(16)))


def sealer(way: Way = WAY, sender: Party = NORTH, padding: Padding = Padding.STANDARD) -> Sealer:
    return Sealer(way, sender.sign_epoch, SOUTH.kem.public, padding)


def opener(way: Way = WAY, receiver: Party = SOUTH, sender: Party = NORTH) -> Opener:
    return Opener(way, receiver.kem, public(sender.key("log")))


def opened(*packets: bytes, by: Opener | None = None) -> list[bytes]:
    """The frames of these packets; epoch packets give none."""
    by = opener() if by is None else by
    return [frames for packet in packets if (frames := by.open(packet))]


def code(by: Opener, packet: bytes) -> str:
    """The code with which a packet is refused; empty when it is opened."""
    try:
        by.open(packet)
    except PacketRefused as refused:
        return refused.code
    return ""


@covers("TRANSPORT-010")
@given(frames=st.lists(st.binary(min_size=1, max_size=3_000), min_size=1, max_size=8))
@settings(max_examples=20)
def test_what_is_sealed_is_opened_in_order(frames: list[bytes]) -> None:
    north = sealer()
    packets = [packet for each in frames for packet in north.seal(each, NOW)]
    assert opened(*packets) == frames
    assert len(packets) == len(frames) + 1


@covers("TRANSPORT-010")
def test_an_epoch_packet_has_1249_bytes_and_a_thin_one_of_ten_bytes_has_65() -> None:
    epoch, packet = sealer(padding=Padding.THIN).seal(b"0123456789", NOW)
    assert (len(epoch), len(packet)) == (EPOCH_PACKET_BYTES, 65) == (1249, 65)


@covers("TRANSPORT-011")
def test_packets_that_overtake_each_other_are_opened_and_none_is_opened_twice() -> None:
    north, south = sealer(), opener()
    epoch, *packets = [packet for n in range(1, 9) for packet in north.seal(bytes([n]), NOW)]
    south.open(epoch)
    order = [3, 0, 7, 1, 6, 2, 5, 4]
    assert [south.open(packets[n])[0] - 1 for n in order] == order
    assert {code(south, packet) for packet in packets} == {"FB314"}
    assert south.open(epoch) == b""


@covers("TRANSPORT-012", "I22")
def test_a_packet_too_far_ahead_or_too_late_is_refused_and_keys_kept_are_bounded() -> None:
    chain = bytes(range(32))
    north, south = SendingRatchet(chain), ReceivingRatchet(chain)
    keys = [north.next_key()[1] for _ in range(2 * SKIPPED_MAX + 2)]
    assert south.key(SKIPPED_MAX) is None
    assert south.key(SKIPPED_MAX - 1) == keys[SKIPPED_MAX - 1]
    south.used(SKIPPED_MAX - 1)
    assert south.key(0) == keys[0]
    assert south.key(2 * SKIPPED_MAX - 1) == keys[2 * SKIPPED_MAX - 1]
    south.used(2 * SKIPPED_MAX - 1)
    assert south.key(SKIPPED_MAX - 2) is None
    assert south.key(SKIPPED_MAX) == keys[SKIPPED_MAX]
    assert len(south.unused) <= 2 * SKIPPED_MAX


@covers("TRANSPORT-012", "I22")
@given(
    asked=st.lists(st.tuples(st.integers(0, 6_000), st.booleans()), max_size=60),
)
def test_a_receiver_never_keeps_more_than_its_two_windows(asked: list[tuple[int, bool]]) -> None:
    south = ReceivingRatchet(bytes(32))
    for counter, genuine in asked:
        if south.key(counter) is not None and genuine:
            south.used(counter)
            assert south.key(counter) is None
        assert len(south.unused) <= 2 * SKIPPED_MAX
        assert all(counter >= south.expected - SKIPPED_MAX for counter in south.unused)


@covers("TRANSPORT-013")
@given(at=st.integers(0, 255), bit=st.integers(0, 7))
def test_a_packet_with_one_bit_changed_is_refused_and_the_true_one_is_still_opened(at: int, bit: int) -> None:
    north, south = sealer(), opener()
    epoch, packet = north.seal(b"frames", NOW)
    south.open(epoch)
    changed = bytearray(packet)
    changed[at] ^= 1 << bit
    assert code(south, bytes(changed)) in {"FB310", "FB311", "FB314", "FB315"}
    assert south.open(packet) == b"frames"


@covers("TRANSPORT-013")
@given(at=st.integers(0, EPOCH_PACKET_BYTES - 1), bit=st.integers(0, 7))
def test_an_epoch_packet_with_one_bit_changed_is_refused(at: int, bit: int) -> None:
    south = opener()
    changed = bytearray(EPOCH_PACKET)
    changed[at] ^= 1 << bit
    assert code(south, bytes(changed)) in {"FB310", "FB311", "FB313"}
    assert south.open(EPOCH_PACKET) == b""


EPOCH_PACKET = sealer().seal(b"", NOW)[0]


@covers("TRANSPORT-013")
@given(length=st.integers(0, EPOCH_PACKET_BYTES - 1))
def test_a_truncated_packet_is_refused(length: int) -> None:
    north, south = sealer(), opener()
    epoch, packet = north.seal(b"frames", NOW)
    assert code(south, epoch[:length])
    south.open(epoch)
    assert code(south, packet[: length % len(packet)])


@covers("TRANSPORT-013", "I22")
@given(packet=st.binary(max_size=200) | st.binary(max_size=200).map(lambda rest: EPOCH_PACKET[:17] + rest))
def test_any_bytes_are_refused_by_code_and_change_nothing(packet: bytes) -> None:
    south = opener()
    before = repr(south)
    assert code(south, packet) in {"FB310", "FB311", "FB313"}
    assert repr(south) == before


@covers("TRANSPORT-014", "I12")
@pytest.mark.parametrize(
    "other",
    [
        replace(WAY, line=bytes(32)),
        replace(WAY, environment=Environment.REAL),
        replace(WAY, direction=Direction.FROM_HIGHER),
        replace(WAY, segment=bytes(16)),
    ],
    ids=["line", "environment", "direction", "segment"],
)
def test_a_packet_of_another_line_environment_direction_or_process_is_refused(other: Way) -> None:
    epoch, packet = sealer().seal(b"frames", NOW)
    south = opener(other)
    assert code(south, epoch) == "FB313"
    assert code(south, packet) == "FB311"


@covers("TRANSPORT-014")
def test_an_epoch_for_another_node_or_signed_by_another_key_is_refused() -> None:
    epoch, _ = sealer().seal(b"frames", NOW)
    assert code(opener(receiver=NORTH), epoch) == "FB313"
    assert code(opener(sender=SOUTH), epoch) == "FB313"
    forged, _ = sealer(sender=Party("stranger")).seal(b"frames", NOW)
    assert code(opener(), forged) == "FB313"


@covers("TRANSPORT-014")
def test_packets_of_one_epoch_do_not_open_in_another() -> None:
    north, south = sealer(), opener()
    epoch, packet = north.seal(b"frames", NOW)
    south.open(epoch)
    north.receiver_is(NORTH.kem.public)
    north.receiver_is(SOUTH.kem.public)
    later, _ = north.seal(b"more", NOW)
    south.open(later)
    moved = packet[:9] + later[9:13] + packet[13:]
    assert code(south, moved) == "FB315"


@covers("TRANSPORT-015")
@pytest.mark.parametrize(
    "end",
    [
        lambda north: (NOW, north.receiver_is(NORTH.kem.public)),
        lambda _: (Instant(NOW + DAY), None),
        lambda _: (Instant(NOW - 1), None),
    ],
    ids=["another receiver", "24 hours", "a clock that went back"],
)
def test_a_new_epoch_begins(end: Callable[[Sealer], tuple[Instant, None]]) -> None:
    north = sealer()
    assert len(north.seal(b"one", NOW)) == 2
    first = north.epoch_packet
    now, _ = end(north)
    assert len(north.seal(b"two", now)) == 2
    assert int.from_bytes(north.epoch_packet[9:13]) == int.from_bytes(first[9:13]) + 1


@covers("TRANSPORT-015")
def test_no_new_epoch_begins_for_the_same_receiver_within_24_hours() -> None:
    north = sealer()
    north.seal(b"one", NOW)
    north.receiver_is(SOUTH.kem.public)
    assert len(north.seal(b"two", Instant(NOW + DAY - 1))) == 1


@covers("TRANSPORT-015")
def test_a_new_epoch_begins_after_its_last_packet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "EPOCH_PACKETS_MAX", 3)
    north = sealer()
    assert [len(north.seal(b"x", NOW)) for _ in range(7)] == [2, 1, 1, 2, 1, 1, 2]


@covers("TRANSPORT-016")
def test_an_epoch_packet_may_come_again_but_not_an_older_one() -> None:
    north, south = sealer(), opener()
    first = north.seal(b"one", NOW)
    second = north.seal(b"two", Instant(NOW + DAY))
    third = north.seal(b"three", Instant(NOW + 2 * DAY))
    assert opened(*first[:1], *second, *first[1:], north.epoch_packet, by=south) == [b"two", b"one"]
    assert opened(*third, by=south) == [b"three"]
    assert code(south, first[0]) == "FB314"
    assert code(south, first[1]) == "FB311"


@covers("TRANSPORT-017", "I28")
@given(
    starts=st.lists(
        st.lists(st.sampled_from(["seal", "reconnect", "next day"]), min_size=1, max_size=12),
        min_size=1,
        max_size=5,
    ),
)
@settings(max_examples=15)
def test_no_key_and_nonce_are_used_twice_across_restarts(starts: list[list[str]]) -> None:
    """Every start begins with the same stored state, which is none: as after any restored backup. Even the
    numbers of the epochs are the same here, so that only the seeds keep the keys apart.
    """
    ledger: list[tuple[bytes, bytes]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealing, "AESGCM", lambda key: _Ledger(key, ledger))
        for steps in starts:
            _one_process(steps)
    assert len(ledger) == len(set(ledger)) == len({key for key, _ in ledger})


def _one_process(steps: list[str]) -> None:
    north, now, kems = sealer(), NOW, [NORTH.kem.public, SOUTH.kem.public]
    north.rng = lambda size: os.urandom(size) if size == SEED_BYTES else bytes(size)
    for step in steps:
        if step == "reconnect":
            kems.reverse()
            north.receiver_is(kems[0])
        elif step == "next day":
            now = Instant(now + DAY)
        north.seal(b"x", now)


class _Ledger:
    """Notes each key and nonce that encrypts."""

    def __init__(self, key: bytes, ledger: list[tuple[bytes, bytes]]) -> None:
        self.key, self.ledger = key, ledger

    def encrypt(self, nonce: bytes, data: bytes, header: bytes) -> bytes:
        self.ledger.append((self.key, nonce))
        return AESGCM(self.key).encrypt(nonce, data, header)


@covers("TRANSPORT-018")
def test_no_secret_stands_in_a_repr_or_stays_after_use() -> None:
    north, south = sealer(), opener()
    packets = north.seal(b"frames", NOW)
    assert opened(*packets, by=south) == [b"frames"]
    sending, receiving = north._ratchet, next(iter(south._epochs.values())).ratchet
    assert sending is not None
    secrets = {sending.chain, receiving.chain}
    assert receiving.unused == {}
    assert sending.chain == receiving.chain
    shown = repr(north) + repr(south) + repr(sending) + repr(receiving) + repr(SOUTH.kem) + repr(NORTH.tls)
    assert not any(repr(secret)[2:-1] in shown or secret.hex() in shown for secret in secrets)
    assert "PRIVATE" not in shown


def test_frames_that_do_not_fit_use_no_key() -> None:
    north = sealer()
    north.seal(b"one", NOW)
    with pytest.raises(Exception, match="FB318"):
        north.seal(bytes(70_000), NOW)
    assert north._ratchet is not None
    assert north._ratchet.counter == 1
