"""What a receipt proves once disks have forgotten a part of the record."""

from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.instants import MINUTE
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.core.line.receipted import Receipted
from firebreak.core.message.levels import Level
from firebreak.core.record.log import Log
from firebreak.core.record.segment import Segment
from tests.core.line.making import message, say, written
from tests.covering import covers
from tests.fuzz.hostile import Hostile, receipted
from tests.pair import Pair

SEGMENT, MOST = b"s" * 16, 12


def ref(seq: int) -> Ref:
    return Ref(SEGMENT, seq, bytes([seq]) * 32)


def parts(numbers: set[int]) -> list[tuple[int, int]]:
    """Stretches of consecutive numbers."""
    starts = [each for each in sorted(numbers) if each - 1 not in numbers]
    ends = [each for each in sorted(numbers) if each + 1 not in numbers]
    return list(zip(starts, ends, strict=True))


@covers("RECORD-019")
@given(st.lists(st.one_of(st.none(), st.tuples(st.integers(1, MOST), st.integers(1, MOST)))))
def test_a_stretch_counts_from_when_its_last_entry_is_held(course: list[tuple[int, int] | None]) -> None:
    """None is one more entry that comes; a pair is a stretch that we say we hold."""
    log, said = Log(b"w" * 16), set[tuple[int, int]]()
    segment = log.segments[SEGMENT] = Segment(SEGMENT)
    ours = Receipted(log)
    for each in course:
        if each is None:
            segment.hashes.append(ref(len(segment.hashes) + 1).hash)
            ours.came(ref(len(segment.hashes)))
        else:
            said.add((min(each), max(each)))
            ours.say(min(each), ref(max(each)), b"key")
        held = len(segment.hashes)
        covered = {number for first, last in said if last <= held for number in range(first, last + 1)}
        assert ours.rest(segment) == parts(set(range(1, held + 1)) - covered)


@covers("RECORD-019", "I9")
def test_what_a_receipt_covered_is_receipted_again_when_both_sides_lost_the_entry_that_it_names() -> None:
    pair = Pair()
    first, last = say(pair.south), say(pair.south)
    pair.settle()
    for end in pair.ends():
        end.stored = [each for each in end.stored if each.entry.ref != last]
    pair.north.start(listen=MINUTE)
    pair.south.start()
    trace = pair.south.line.machines.messages.trace(first.hash)
    assert trace.level is Level.SENT
    pair.settle()
    assert not pair.north.line.opened, "it opens behind the new segment, and its `seen` will name that one"
    pair.greet()
    assert trace.level is Level.STORED


@covers("RECORD-019", "I9")
def test_a_run_receipts_nothing_before_its_first_number() -> None:
    """What had receipted that stood in entries which both sides have lost."""
    hostile = Hostile()
    body = message(hostile.north).body
    first = hostile.say(Kind.MESSAGE, body, b"s" * 16)
    hostile.send(first, hostile.say(Kind.MESSAGE, body, b"t" * 16))
    late = hostile.say(Kind.MESSAGE, body, b"s" * 16)
    hostile.send(late, hostile.say(Kind.MESSAGE, body, b"t" * 16))
    north = hostile.north
    *lost, run = written(north, Kind.RECEIPT_NODE)
    north.stored = [each for each in north.stored if each.entry.ref not in lost]
    assert receipted(north) >= {late.hash}
    assert first.hash not in receipted(north)
    north.start()
    assert receipted(north) >= {first.hash, late.hash}
    assert written(north, Kind.RECEIPT_NODE)[0] == run
