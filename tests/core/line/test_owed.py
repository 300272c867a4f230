"""Entries of ours that the counterpart has not said it holds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from firebreak.core.envelope.kinds import Kind
from tests.core.line.making import say
from tests.pair import End, Pair


def held(end: End) -> list[bytes]:
    """Hashes of the writer's own log, in order."""
    return [hash for segment in end.line.logs.ours.segments.values() for hash in segment.hashes]


@given(st.lists(st.booleans(), min_size=1, max_size=10))
@settings(max_examples=30, deadline=None)
def test_they_are_what_no_receipt_covers_in_the_order_of_the_log(linked: list[bool]) -> None:
    pair = Pair()
    for each in linked:
        if each:
            pair.greet()
        else:
            pair.cut()
        say(pair.north)
        if each:
            pair.settle()
    waiting = [each.ref.hash for each in pair.north.line.memory.unreceipted]
    ours, theirs = held(pair.north), pair.south.line.logs.theirs
    there = {hash for segment in theirs.segments.values() for hash in segment.hashes}
    assert [each for each in ours if each in waiting] == waiting
    assert {each for each in ours if each not in there} <= set(waiting)
    if linked[-1]:
        assert Kind.MESSAGE not in {each.kind for each in pair.north.line.memory.unreceipted}
