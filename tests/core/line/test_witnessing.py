"""Stamps in the record: what is named, what is summed up, and that a restart rebuilds it."""

import hashlib

import pytest

from firebreak.core.base.instants import HOUR
from firebreak.core.envelope.header import Header, Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.record.bodies import Named, StampBody
from tests.core.line.making import say
from tests.covering import covers
from tests.pair import End, Pair

SOUTH = hashlib.sha256(b"South").digest()[:16]


@pytest.fixture
def pair() -> Pair:
    return Pair()


def newest(end: End, kind: Kind) -> Ref:
    return next(each.entry.ref for each in reversed(end.stored) if each.entry.header.kind == kind)


def header(end: End, ref: Ref) -> Header:
    return next(each.entry.header for each in end.stored if each.entry.ref == ref)


def stamp(end: End) -> Ref:
    """Our newest checkpoint gets a stamp, whose lines nobody reads here."""
    checkpoint = Named(**end.line.memory.witnessing.checkpoint._asdict())  # type: ignore[union-attr]
    return end.say(Draft(kind=Kind.WITNESS_STAMP, body=StampBody(checkpoint=checkpoint, lines=b"lines")))


def summed_up(pair: Pair) -> Ref:
    """Something is said, and an hour later both logs have been summed up; what was said."""
    said = say(pair.north, "all quiet")
    pair.settle()
    pair.later(HOUR)
    return said


@covers("WITNESS-033")
def test_a_new_stamp_is_named_once_and_where_an_entry_may_stand_alone(pair: Pair) -> None:
    assert header(pair.north, summed_up(pair)).witness is None
    stamped = stamp(pair.north)
    first, second = say(pair.north, "first"), say(pair.north, "second")
    assert header(pair.north, first).witness == stamped.hash
    assert header(pair.north, second).witness is None
    pair.settle()
    say(pair.south, "theirs counts as well")
    theirs = [each.entry.header for each in pair.south.stored if each.entry.header.writer == SOUTH]
    assert [each.witness for each in theirs if each.witness] == [stamped.hash]
    pair.later(HOUR)
    assert header(pair.north, newest(pair.north, Kind.CHECKPOINT)).witness == stamped.hash


@covers("WITNESS-033")
def test_stamps_reach_the_counterpart_and_are_found_for_what_they_sum_up(pair: Pair) -> None:
    said = summed_up(pair)
    stamped = stamp(pair.north)
    later = say(pair.north, "later")
    pair.settle()
    for end, ours in ((pair.north, True), (pair.south, False)):
        line = end.line
        log = line.logs.ours if ours else line.logs.theirs
        assert [each.entry for each in line.memory.witnessing.after(log, said, ours=ours)] == [stamped]
        assert line.memory.witnessing.after(log, later, ours=ours) == []


@covers("WITNESS-033")
def test_a_restart_knows_the_stamps_and_names_none_again(pair: Pair) -> None:
    said = summed_up(pair)
    stamped = stamp(pair.north)
    say(pair.north, "names it")
    pair.settle()
    pair.north.start()
    pair.greet()
    witnessing = pair.north.line.memory.witnessing
    assert witnessing.newest == stamped.hash
    assert [each.entry for each in witnessing.after(pair.north.line.logs.ours, said, ours=True)] == [stamped]
    assert header(pair.north, say(pair.north, "and again")).witness is None


def test_a_stamp_alone_asks_for_no_checkpoint(pair: Pair) -> None:
    summed_up(pair)
    before = pair.north.line.memory.checkpointing.deadline
    stamp(pair.north)
    assert pair.north.line.memory.checkpointing.deadline == before
