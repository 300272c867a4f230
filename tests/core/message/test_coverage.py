"""What a stretch of a log covers, whichever comes first."""

from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.instants import Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.message.coverage import Shelf, Stretch
from firebreak.core.message.levels import Level, Proof, Trace
from tests.covering import covers

SEGMENT, MOST = b"s" * 16, 9
NUMBERS = st.integers(1, MOST)


def ref(seq: int) -> Ref:
    return Ref(SEGMENT, seq, bytes([seq]) * 32)


def trace(seq: int) -> Trace:
    return Trace(
        ref=ref(seq),
        ours=True,
        at=Instant(0),
        precedence=Precedence.ROUTINE,
        commitment=bytes(32),
        readable=True,
    )


@covers("RECORD-014", "I18")
@given(st.lists(st.one_of(NUMBERS, st.tuples(NUMBERS, NUMBERS)), unique=True))
def test_a_message_is_covered_alike_before_the_receipt_and_after_it(
    course: list[int | tuple[int, int]],
) -> None:
    """A number is a message that comes, or comes back; a pair is a stretch that the other side receipts."""
    shelf, proof = Shelf(), Proof(Level.STORED, Instant(0), ref(1))
    proven, put, said = set[int](), set[int](), set[int]()
    for each in course:
        if isinstance(each, int):
            put.add(each)
            proven |= {each} if shelf.put(trace(each)) else set()
        else:
            first, last = min(each), max(each)
            said |= set(range(first, last + 1))
            taken = shelf.take(Stretch(SEGMENT, first, last, ref(last).hash), proof)
            proven |= {one.ref.seq for one in taken}
        assert proven == put & said
