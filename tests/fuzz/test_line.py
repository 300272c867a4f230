"""A line takes whatever comes: bytes, bent frames, and signed junk from a counterpart that means harm."""

import hashlib
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from firebreak.core.base.cbor import Value, encode
from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.header import NOWHERE, Ref, Span
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.line.events import (
    ChainBroken,
    Contradicted,
    EntryNoted,
    EntryUnreadable,
    FrameRefused,
    KindUnknown,
)
from firebreak.core.line.registry import BODIES
from firebreak.core.message.bodies import Message
from firebreak.core.record.bodies import SegmentOpen
from firebreak.core.record.frames import HaveFrame, Holding, have_value, unpack
from tests.covering import covers
from tests.fuzz.hostile import Hostile, check_kept, check_refused, check_starts_again, full, squeezed
from tests.fuzz.test_frames import strict, values
from tests.pair import LINE, START, Pair
from tests.signing import TestSigner

OPEN = SegmentOpen(software="hostile")
WORDS = Message(to=("duty",), from_desk="duty", text="words")
BOUNDED = settings(suppress_health_check=[HealthCheck.too_slow])

kinds = st.sampled_from([int(each) for each in Kind]) | st.integers(0, 2**53 - 1)
bodies = st.binary(max_size=60) | st.dictionaries(st.integers(0, 40), values, max_size=6).map(encode)
references = st.lists(
    st.builds(
        Ref,
        st.binary(min_size=16, max_size=16),
        st.integers(1, 2**53 - 1),
        st.binary(min_size=32, max_size=32),
    ),
    max_size=8,
).map(tuple)


@covers("RECORD-011")
@given(st.lists(st.binary(max_size=120), max_size=4))
def test_any_bytes_leave_a_line_as_it_was(packets: list[bytes]) -> None:
    north = Pair().north
    before = len(north.stored)
    for data in packets:
        try:
            frames = unpack(data)
        except CounterpartError:
            continue
        north.hear(frames)
    assert len(north.stored) == before


@covers("RECORD-011", "ENTRY-009")
@BOUNDED
@given(st.integers(0, 5), st.integers(0, 5), st.integers(0, 7), values)
def test_a_bent_frame_is_refused_and_the_line_goes_on(frame: int, part: int, bit: int, other: Any) -> None:
    hostile = Hostile()
    entries = [hostile.say(Kind.SEGMENT_OPEN, OPEN), *(hostile.say(Kind.MESSAGE, WORDS) for _ in range(5))]
    frames = [full(entries[0]), *(squeezed(each, hostile.signer.key_id) for each in entries[1:])]
    bent = list(frames[frame])
    piece = bent[part]
    changed: Value = (
        bytes([piece[0] ^ 1 << bit, *piece[1:]]) if isinstance(piece, bytes) and piece else strict(other)
    )
    if changed == piece:
        return
    bent[part] = changed
    hostile.give(frames[:frame])
    held = len(hostile.north.stored)
    shown = hostile.give([bent])
    kept = [each for each in hostile.north.stored[held:] if each.entry.hash == entries[frame].hash]
    assert not kept or kept[0].entry.signature == entries[frame].signature
    assert kept or any(isinstance(each, FrameRefused) for each in shown)
    hostile.give(frames[frame:])
    assert hostile.north.line.logs.theirs.count == len(entries)
    check_starts_again(hostile)


@covers("I9", "I15", "RECORD-012", "RECORD-013", "ENTRY-008")
@BOUNDED
@given(
    st.lists(
        st.tuples(
            kinds, bodies, references, st.sampled_from(Precedence), st.lists(st.integers(0, 90), max_size=3)
        ),
        min_size=1,
        max_size=5,
    )
)
@example([(16, b"", (), Precedence.FLASH, [7])])
@example([(24, b"\x00", (), Precedence.FLASH, [])])
@example([(6, b"\xa0", (), Precedence.ROUTINE, [])])
def test_signed_junk_is_kept_receipted_and_shown(
    junk: list[tuple[int, bytes, Any, Precedence, list[int]]],
) -> None:
    hostile = Hostile()
    hostile.send(hostile.say(Kind.SEGMENT_OPEN, OPEN))
    for kind, body, refs, precedence, critical in junk:
        entry = hostile.say(kind, body, refs=refs, precedence=precedence, critical=tuple(critical))
        shown = hostile.send(entry)
        if len(entry.payload) > 1_024:
            return check_refused(hostile, entry.hash, shown)
        if critical:
            assert any(isinstance(each, EntryUnreadable) for each in shown)
        check_kept(hostile, entry, shown)
    check_starts_again(hostile)
    return None


shapes = st.sampled_from(sorted(BODIES, key=int))


@covers("I9", "I15", "RECORD-012")
@BOUNDED
@given(
    shapes,
    st.dictionaries(
        st.integers(1, 12),
        st.integers(0, 2**63 - 1) | st.binary(max_size=64) | st.text(max_size=20) | values,
        max_size=8,
    ),
)
def test_bodies_that_are_nearly_right_are_kept_receipted_and_shown(
    kind: Kind, fields: dict[int, Any]
) -> None:
    hostile = Hostile()
    entry = hostile.say(kind, encode(fields))
    check_kept(hostile, entry, hostile.send(entry))
    hostile.later(3_600_000)
    check_starts_again(hostile)


places = st.lists(
    st.tuples(
        st.sampled_from([b"s" * 16, b"t" * 16, b"u" * 16]),
        st.integers(1, 6),
        st.sampled_from(["before", "nowhere", "elsewhere"]),
        st.integers(0, 1),
    ),
    min_size=1,
    max_size=14,
)


@covers("I9", "I7", "I8", "RECORD-005", "RECORD-010", "RECORD-009")
@BOUNDED
@given(places)
@example(
    [
        (b"s" * 16, 1, "nowhere", 0),
        (b"s" * 16, 2, "elsewhere", 0),
        (b"s" * 16, 2, "before", 0),
        (b"s" * 16, 3, "before", 0),
    ]
)
def test_numbers_in_any_disorder_are_kept_receipted_and_shown(
    places: list[tuple[bytes, int, str, int]],
) -> None:
    hostile = Hostile()
    made: dict[tuple[bytes, int, str, int], Entry] = {}
    for segment, seq, before, version in places:
        prev = {"nowhere": NOWHERE, "elsewhere": b"?" * 32}.get(before)
        if prev is None:
            near = made.get((segment, seq - 1, before, version))
            prev = near.hash if near else hostile.last
        body = Message(to=("duty",), from_desk="duty", text=f"{seq} {version} {before}").to_bytes()
        header = hostile.header(
            segment, Kind.MESSAGE, body, seq=seq, prev=prev, time=Span(START, START + seq)
        )
        entry = made.setdefault((segment, seq, before, version), hostile.entry(header, body))
        shown = hostile.send(entry)
        others = [
            each
            for each in hostile.north.stored
            if each.entry.ref[:2] == entry.ref[:2] and each.entry.hash != entry.hash
        ]
        if others and shown:
            assert any(isinstance(each, Contradicted) for each in shown)
        if shown:
            check_kept(hostile, entry, shown)
    check_starts_again(hostile)


@covers("RECORD-011", "I12", "ENTRY-002")
@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"environment": Environment.REAL}, "South"),
        ({"line": bytes(32)}, "South"),
        ({"writer": b"?" * 16}, "South"),
        ({"key_id": b"?" * 8}, "South"),
        ({}, "Mallory"),
        ({"writer": hashlib.sha256(b"North").digest()[:16]}, "South"),
    ],
)
def test_an_entry_of_another_line_environment_party_or_key_is_not_stored(changes: Any, key: str) -> None:
    hostile = Hostile()
    header = hostile.header(b"s" * 16, Kind.MESSAGE, WORDS.to_bytes(), **changes)
    entry = hostile.entry(header, WORDS.to_bytes(), TestSigner(key))
    check_refused(hostile, entry.hash, hostile.send(entry))


@covers("I12")
def test_no_entry_of_an_exercise_is_taken_on_a_real_line_whatever_its_header_says() -> None:
    hostile = Hostile()
    entry = hostile.say(Kind.MESSAGE, WORDS)
    lied = hostile.entry(
        hostile.header(b"s" * 16, Kind.MESSAGE, WORDS.to_bytes(), seq=1, prev=NOWHERE), WORDS.to_bytes()
    )
    relabelled = Entry(
        lied.header,
        lied.payload.replace(b"\x01\x01\x02", b"\x01\x00\x02", 1),
        lied.signature,
        lied.salt,
        lied.body,
        lied.hash,
    )
    assert relabelled.payload != lied.payload
    check_refused(hostile, b"", hostile.give([full(relabelled)]))
    check_kept(hostile, entry, hostile.send(entry))


@covers("RECORD-010")
def test_an_entry_of_ours_that_contradicts_ours_is_shown_and_proved() -> None:
    """Somebody has our key, or our signer has failed."""
    hostile = Hostile()
    north = hostile.north
    own = next(each.entry for each in north.stored)
    header = hostile.header(
        own.header.segment,
        Kind.MESSAGE,
        WORDS.to_bytes(),
        writer=own.header.writer,
        seq=1,
        prev=own.header.prev,
        key_id=north.signer.key_id,
    )
    twin = hostile.entry(header, WORDS.to_bytes(), north.signer)
    shown = hostile.send(twin)
    assert any(isinstance(each, Contradicted) and each.writer == "North" for each in shown)
    assert north.stored[-2].entry.hash == twin.hash
    assert north.stored[-1].entry.header.kind == Kind.PROOF_EQUIVOCATION
    assert north.line.memory.restoring.lost == []


@covers("RECORD-018")
def test_an_entry_of_ours_with_a_body_that_is_not_ours_is_refused_once_and_the_true_one_taken() -> None:
    hostile = Hostile()
    end = hostile.north
    end.say(end.line.machines.messages.send(WORDS, precedence=Precedence.ROUTINE, now=START))
    ours = end.stored[-1].entry
    end.stored, end.connected = end.stored[:-1], True
    end.start()
    frame = full(ours)
    frame[5] = b"\xa0"
    check_refused(hostile, ours.hash, hostile.give([frame]))
    hostile.give([full(ours)])
    assert ours.hash in {each.entry.hash for each in end.stored}


def test_a_broken_chain_is_reported_also_when_the_gap_closes_later() -> None:
    hostile = Hostile()
    first = hostile.say(Kind.MESSAGE, WORDS)
    second = hostile.say(Kind.MESSAGE, WORDS)
    third = hostile.entry(
        hostile.header(b"s" * 16, Kind.MESSAGE, WORDS.to_bytes(), prev=b"!" * 32), WORDS.to_bytes()
    )
    assert not [each for each in hostile.send(first, third) if isinstance(each, ChainBroken)]
    broken = [each for each in hostile.send(second) if isinstance(each, ChainBroken)]
    assert [each.ref for each in broken] == [third.ref]
    assert hostile.north.line.logs.theirs.tip == second.ref


def test_a_kind_without_a_body_here_is_shown_as_unknown() -> None:
    hostile = Hostile()
    for kind in (Kind.EPOCH_KEY, 4_711):
        shown = hostile.send(hostile.say(kind, b"\xa0"))
        assert [each.kind for each in shown if isinstance(each, KindUnknown)] == [kind]
    noted = hostile.send(hostile.say(Kind.LOG_ADOPT, b"\xa1\x01\x80"))
    assert any(isinstance(each, EntryNoted) for each in noted)


def test_two_nodes_that_read_neither_of_the_others_words_stop_talking() -> None:
    hostile = Hostile()
    held = len(hostile.north.stored)
    hostile.send(hostile.say(Kind.RECEIPT_BAD, b"\xa1\x09\x09"))
    assert len(hostile.north.stored) == held + 1


@covers("I22")
@given(st.integers(0, 2**63), st.integers(0, 2**63), st.binary(min_size=16, max_size=16))
def test_a_have_frame_that_lies_costs_nothing(count: int, extra: int, current: bytes) -> None:
    hostile = Hostile()
    north = hostile.north
    own = north.stored[0].entry.header.segment
    listed = (Holding(own, count, (extra,)), Holding(b"x" * 16, count, (extra,)))
    before = len(north.sent)
    hostile.give([have_value(HaveFrame(listed, listed, True, current))])  # type: ignore[list-item]
    assert len(north.sent) <= before + 3
    entry = hostile.say(Kind.MESSAGE, WORDS)
    check_kept(hostile, entry, hostile.send(entry))


def test_a_liar_cannot_keep_us_from_standing_by_what_came_back() -> None:
    hostile = Hostile()
    north = hostile.north
    north.say(north.line.machines.messages.send(WORDS, precedence=Precedence.ROUTINE, now=START))
    lost = north.stored.pop()
    north.start()
    liar = HaveFrame((), (Holding(lost.entry.header.segment, 2**60),), False, bytes(16))
    hostile.give([have_value(liar), full(lost.entry)])  # type: ignore[list-item]
    kinds = [each.entry.header.kind for each in north.stored]
    assert Kind.LOG_ADOPT not in kinds
    hostile.later(61_000)
    assert Kind.LOG_ADOPT in [each.entry.header.kind for each in north.stored]


def test_junk_makes_us_ask_again_seldom() -> None:
    hostile = Hostile()
    asked = 0
    for _ in range(200):
        hostile.north.sent.clear()
        hostile.give([[9, 9]])
        hostile.later(1_000)
        asked += len([each for each in hostile.north.sent if each[0] == 1])
    assert 1 <= asked <= 8
    assert LINE
