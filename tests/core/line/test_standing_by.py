"""A party whose nodes ran twice while it changed its log key: what was written apart is heard in the end."""

from dataclasses import replace

import pytest

from firebreak.core.envelope.header import Ref, key_id
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.events import FrameRefused, Restarted
from firebreak.core.record.bodies import Adopt, Run
from firebreak.core.record.compact import entry_value
from firebreak.core.record.frames import EntryFrame
from tests.carded import CardedEnd, CardedPair
from tests.core.line.making import say, written
from tests.covering import covers
from tests.parties import public


def ran_twice() -> tuple[CardedPair, list[Ref]]:
    """North runs on two copies of a disk: the second has begun to use the new key, the first says more.

    What it says is refused. In the end the second is off, and the first disk is at hand, not yet started.
    """
    pair = CardedPair()
    north = pair.north
    north.publish(north.next_card(log_key=public(north.log("second log"))))
    pair.settle()
    copy = list(north.stored)
    pair.cut()
    apart = [say(north, f"under the old key, {each}") for each in range(3)]
    first, north.stored = north.stored, copy
    north.use_key("second log")
    north.start()
    pair.greet()
    say(north, "under the new key")
    pair.settle()
    pair.cut()
    north.stored = first
    for each in apart:
        hand_over(pair, each)
    assert not held(pair, apart)
    pair.south.shown.clear()
    return pair, apart


def hand_over(pair: CardedPair, ref: Ref) -> None:
    """South receives one entry of North's, apart from all others."""
    entry = next(each.entry for each in pair.north.stored if each.entry.ref == ref)
    pair.south.hear([entry_value(EntryFrame(entry, full=True), b"")])  # type: ignore[list-item]


def held(pair: CardedPair, refs: list[Ref]) -> list[Ref]:
    """Which of these South holds."""
    return [each for each in refs if pair.south.line.logs.theirs.holds(each)]


def runs_of(end: CardedEnd) -> list[Run]:
    """All that an end's own log stands by."""
    bodies = {each.entry.ref: each.entry.body or b"" for each in end.stored}
    return [run for ref in written(end, Kind.LOG_ADOPT) for run in Adopt.from_bytes(bodies[ref]).runs]


@covers("KEYS-008", "KEYS-011", "I5", "I11")
@pytest.mark.parametrize("listen", [0, 60_000])
def test_what_a_second_node_wrote_under_the_old_key_is_heard_once_the_new_one_stands_by_it(
    listen: int,
) -> None:
    pair, apart = ran_twice()
    pair.north.start(listen=listen)  # without a wait it opens its segment before it has heard of the other
    pair.greet()
    pair.later(60_000)
    assert held(pair, apart) == apart
    assert pair.south.line.logs.theirs.whole
    last = say(pair.north, "and the line goes on")
    pair.settle()
    assert pair.south.line.logs.theirs.tip == last
    north, south = ({each.entry.hash for each in end.stored} for end in pair.ends())
    assert north == south


@covers("KEYS-011")
def test_each_entry_is_named_by_its_own_hash_and_only_once() -> None:
    pair, apart = ran_twice()
    pair.north.start(listen=60_000)
    pair.greet()
    pair.later(60_000)
    for _ in range(2):
        pair.north.start()
        pair.greet()
    alone = [each for each in runs_of(pair.north) if each.segment == apart[0].segment]
    assert [(each.first, each.last, each.last_hash) for each in alone] == [
        (each.seq, each.seq, each.hash) for each in apart
    ]
    under_new = key_id(public(pair.north.log("second log")))
    other = [each.entry.ref.segment for each in pair.south.stored if each.entry.header.key_id == under_new]
    counted = [each.entries for each in pair.north.events(Restarted)]
    assert counted == [other.count(other[0])], "what came back from the other node, and nothing besides"


@covers("KEYS-011")
def test_a_party_that_changed_its_key_in_good_order_stands_by_nothing() -> None:
    pair = CardedPair()
    pair.north.publish(pair.north.next_card(log_key=public(pair.north.log("second log"))))
    pair.settle()
    say(pair.north, "under the old key")
    pair.north.use_key("second log")
    pair.north.start()
    pair.greet()
    say(pair.north, "under the new key")
    pair.settle()
    assert not runs_of(pair.north)
    assert not pair.south.events(FrameRefused)


@covers("KEYS-008", "I16")
def test_nothing_is_taken_in_on_the_word_of_the_old_key_or_under_another_hash() -> None:
    pair, apart = ran_twice()
    named = [Run(segment=each.segment, first=each.seq, last=each.seq, last_hash=bytes(32)) for each in apart]
    whole = replace(named[-1], first=1, last_hash=apart[-1].hash)
    north = pair.north
    north.start()
    north.connected = True
    north.say(Draft(kind=Kind.LOG_ADOPT, body=Adopt(runs=(*named[:2], whole))))
    pair.south.hear([each for each in north.sent if len(each) == 6])
    for each in apart:
        hand_over(pair, each)
    assert held(pair, apart) == apart[-1:], "it alone was named, as the end of a run"


@covers("KEYS-008", "I16")
def test_an_adoption_under_the_old_key_lets_nothing_in() -> None:
    pair, apart = ran_twice()
    south = pair.south.line.memory.standing_by
    old = key_id(public(pair.north.log("log")))
    south.named = {each: {old} for each in apart}
    for each in apart:
        hand_over(pair, each)
    assert not held(pair, apart)
    assert {each.text for each in pair.south.events(FrameRefused)} == {
        "a new entry under an old key of North"
    }
