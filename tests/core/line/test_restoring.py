"""What a restore loses comes back, and binds."""

from dataclasses import replace

import pytest

from firebreak.core.base.cbor import Value
from firebreak.core.base.instants import MINUTE
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.kinds import Kind
from firebreak.core.line import restoring
from firebreak.core.line.events import Branched, EntryUnreadable, FrameRefused, Restarted
from firebreak.core.line.restoring import PATIENCE
from firebreak.core.record.bodies import Adopt, Orphans
from firebreak.core.record.compact import entry_value
from firebreak.core.record.frames import EntryFrame
from tests.core.line.making import restored, same, say, unadopted, written
from tests.covering import covers
from tests.pair import End, Pair


def a_talk() -> Pair:
    """Some words on both sides."""
    pair = Pair()
    for number in range(6):
        say(pair.north, f"north {number}")
        pair.settle()
        say(pair.south, f"south {number}")
        pair.settle()
    return pair


def bodies(end: End, kind: Kind) -> list[bytes]:
    refs = set(written(end, kind))
    return [each.entry.body or b"" for each in end.stored if each.entry.ref in refs]


@covers("I1", "RECORD-007", "RECORD-008")
def test_a_node_restored_from_an_older_copy_gets_everything_back_and_stands_by_it() -> None:
    pair = a_talk()
    said = {each.entry.hash for each in pair.north.stored}
    restored(pair.north, 6)
    pair.greet()
    assert said <= {each.entry.hash for each in pair.north.stored}
    assert same(pair.north, pair.south)
    assert len(written(pair.south, Kind.LOG_ORPHANS)) == len(written(pair.north, Kind.LOG_ADOPT)) == 1
    orphans = Orphans.from_bytes(bodies(pair.south, Kind.LOG_ORPHANS)[0])
    adopted = Adopt.from_bytes(bodies(pair.north, Kind.LOG_ADOPT)[0])
    assert adopted.runs == orphans.runs
    for end in pair.ends():
        assert [each.writer for each in end.events(Restarted)] == ["North"]


@covers("I1", "RECORD-009")
def test_a_node_that_lost_its_whole_disk_gets_both_logs_back() -> None:
    pair = a_talk()
    said = {each.entry.hash for each in pair.south.stored}
    restored(pair.south, 0)
    pair.greet()
    assert said <= {each.entry.hash for each in pair.south.stored}
    assert same(pair.north, pair.south)
    assert [len(each.segments) for each in pair.north.events(Branched)] == [2]
    say(pair.south, "and on")
    pair.settle()
    assert pair.north.stored[-1].entry.header.seen == pair.south.line.logs.ours.tip


@covers("RECORD-003", "RECORD-008")
def test_a_node_that_listens_first_continues_what_it_had_lost() -> None:
    pair = a_talk()
    newest = pair.north.line.writer.prev
    restored(pair.north, 6, listen=MINUTE)
    pair.greet()
    opened = written(pair.north, Kind.SEGMENT_OPEN)[-1]
    header = next(each.entry.header for each in pair.north.stored if each.entry.ref == opened)
    assert header.prev == newest
    assert len(written(pair.north, Kind.LOG_ADOPT)) == 1
    assert not pair.north.events(Branched)


def test_orphans_are_reported_once_also_after_a_restart_of_the_one_who_reports() -> None:
    pair = a_talk()
    restored(pair.north, 6)
    pair.greet()
    for _ in range(2):
        pair.south.start()
        pair.greet()
    restored(pair.north, 6)
    pair.north.connected = False
    pair.south.start()
    pair.greet()
    assert len(written(pair.south, Kind.LOG_ORPHANS)) == 2, (
        "one for each restore, the second for the newer part"
    )


def test_what_comes_back_in_pieces_is_adopted_once() -> None:
    pair = a_talk()
    restored(pair.north, 3)
    for end in pair.ends():
        end.connected, end.last = True, None
        end.sent.clear()
        end.do(end.line.greet(pair.world.moment()))
    have, pair.north.sent = pair.north.sent, []
    pair.south.hear(have)
    frames, pair.south.sent = pair.south.sent, []
    for place in range(0, len(frames), 2):
        pair.north.hear(frames[place : place + 2])
    pair.settle()
    assert same(pair.north, pair.south)
    assert len(written(pair.north, Kind.LOG_ADOPT)) == 1


def cut_short(pair: Pair) -> tuple[list[Value], list[list[Value]]]:
    """North is restored and open; what South would say: its list, and what it gives back."""
    restored(pair.north, 6)
    pair.cut()
    pair.south.connected = True
    pair.south.do(pair.south.line.greet(pair.world.moment()))
    (have,) = pair.south.sent
    held = {each.entry.hash for each in pair.north.stored}
    party = pair.north.line.identity.ours.writer
    own = (each.entry for each in pair.south.stored if each.entry.header.writer == party)
    return have, [full(each) for each in own if each.hash not in held]


def full(entry: Entry) -> list[Value]:
    """The frame of an entry that says all of it."""
    return entry_value(EntryFrame(entry, full=True), b"")  # type: ignore[return-value]


@covers("RECORD-016")
def test_a_counterpart_that_promises_again_and_again_delays_no_adoption() -> None:
    pair = a_talk()
    have, given = cut_short(pair)
    pair.north.hear([have, given[0]])
    assert pair.north.line.memory.restoring.expected
    for _ in range(4):
        pair.cut()
        pair.later(PATIENCE // 3)
        pair.north.hear([have])
    assert len(written(pair.north, Kind.LOG_ADOPT)) == 1
    assert len(pair.north.events(Restarted)) == 1


@covers("RECORD-016")
def test_when_the_patience_ends_nothing_is_waited_for_any_more() -> None:
    pair = a_talk()
    have, _ = cut_short(pair)
    pair.north.hear([have])
    assert not pair.north.line.memory.restoring.whole
    pair.world.now += PATIENCE
    pair.north.do(pair.north.line.tick(pair.world.moment()))
    assert pair.north.line.memory.restoring.whole


def test_every_entry_that_comes_back_in_time_is_waited_for() -> None:
    pair = a_talk()
    have, given = cut_short(pair)
    pair.north.hear([have])
    for each in given[:4]:
        pair.cut()
        pair.later(PATIENCE - 1)
        pair.north.hear([each])
        assert written(pair.north, Kind.LOG_ADOPT) == []
    pair.cut()
    pair.later(PATIENCE)
    assert len(written(pair.north, Kind.LOG_ADOPT)) == 1


@covers("RECORD-018")
def test_an_entry_of_ours_that_comes_back_with_another_body_again_is_kept_without_one() -> None:
    pair = a_talk()
    lost = next(each for each in pair.south.stored[6:] if b"north 4" in (each.entry.body or b""))
    rotten = replace(lost.entry, body=(lost.entry.body or b"").replace(b"north 4", b"north 5"))
    place = pair.south.stored.index(lost)
    pair.south.stored[place] = replace(lost, entry=rotten)
    restored(pair.north, 6)
    pair.greet()
    pair.later(10 * MINUTE)
    assert same(pair.north, pair.south)
    assert next(each.entry for each in pair.north.stored if each.entry.hash == rotten.hash) == rotten.bare()
    assert [each.ref for each in pair.north.events(EntryUnreadable)] == [rotten.ref]
    assert pair.north.line.logs.ours.whole
    assert not unadopted(pair.north)
    assert len(pair.north.events(FrameRefused)) == 1, "nobody asks for it any more"


def test_a_crash_between_give_back_and_adoption_leaves_nothing_unadopted() -> None:
    """What had come back leads on from the older copy; what the first restored process wrote does not."""
    pair = a_talk()
    party = pair.north.line.identity.ours.writer
    lost = [each for each in pair.north.stored[6:] if each.entry.header.writer == party]
    pair.cut()
    restored(pair.north, 6)
    say(pair.north, "from the restored node")
    pair.north.stored += lost
    pair.north.start()
    assert unadopted(pair.north) == set()
    pair.greet()
    assert same(pair.north, pair.south)
    assert unadopted(pair.north) == set()


@covers("RECORD-008")
def test_more_lost_runs_than_one_body_holds_are_written_in_several(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(restoring, "RUNS_SAID_MAX", 8)
    pair = Pair()
    for _ in range(12):
        pair.north.start()
    pair.greet()
    held = list(pair.north.stored)
    restored(pair.north, 0)
    pair.greet()
    assert {each.entry.hash for each in held} <= {each.entry.hash for each in pair.north.stored}
    assert len(written(pair.north, Kind.LOG_ADOPT)) == 2
    assert len(written(pair.south, Kind.LOG_ORPHANS)) == 2


@covers("RECORD-009")
def test_a_branch_is_shown_once_and_traffic_goes_on() -> None:
    pair = a_talk()
    copy = len(pair.north.stored)
    pair.cut()
    pair.north.start()
    restored(pair.north, copy)
    twin = pair.north.line.writer.segment
    restored(pair.north, copy)
    assert twin != pair.north.line.writer.segment
    pair.greet()
    say(pair.north, "and on")
    pair.settle()
    pair.greet()
    assert same(pair.north, pair.south)
    assert len(pair.south.events(Branched)) <= 1


@covers("RECORD-009")
def test_a_new_segment_beside_the_old_one_that_goes_on_is_a_branch_on_both_sides() -> None:
    """The ordinary case: restored while the counterpart is away, worked on, and met again."""
    pair = a_talk()
    pair.cut()
    restored(pair.north, 6)
    say(pair.north, "from the restored node")
    assert [each.events(Branched) for each in pair.ends()] == [[], []]
    pair.greet()
    assert same(pair.north, pair.south)
    seen = [each.events(Branched) for each in pair.ends()]
    assert [[each.writer for each in events] for events in seen] == [["North"], ["North"]]
    old, new = list(pair.south.line.logs.theirs.segments)
    assert [set(events[0].segments) for events in seen] == [{old, new}] * 2


@covers("RECORD-009")
@pytest.mark.parametrize("late", ["old", "new", "beyond a gap"])
def test_a_branch_is_shown_whichever_of_its_entries_comes_last(late: str) -> None:
    pair = a_talk()
    pair.cut()
    copy = len(pair.north.stored)
    tip = say(pair.north, "the old one goes on")
    say(pair.north, "and on")
    old = pair.north.stored[copy:]
    restored(pair.north, copy)
    new = [each for each in pair.north.stored[copy:] if each.entry.header.seq == 1]
    parent = new[0].entry.header.prev
    order = {"old": [*new, *old], "new": [*old, *new], "beyond a gap": [old[1], *new, old[0]]}[late]
    for each in order:
        pair.south.hear([full(each.entry)])
    (branch,) = pair.south.events(Branched)
    assert (branch.parent, len(branch.segments)) == (parent, 2)
    assert tip.segment in branch.segments
