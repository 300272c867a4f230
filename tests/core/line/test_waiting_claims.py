"""What a counterpart says of entries that nobody holds is kept, and costs little."""

from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.message.bodies import Message
from firebreak.core.message.receipts import ReceiptNode
from firebreak.core.record.bodies import Named
from tests.core.line.test_claims import lies
from tests.covering import covers
from tests.pair import Pair

TEXT = "a long text " * 500


@covers("I22")
def test_no_text_waits_with_what_an_entry_says_of_one_that_is_not_held() -> None:
    pair = Pair()
    message = Message(to=("duty",), from_desk="duty", text=TEXT, language="en")
    unknown = Ref(b"u" * 16, 1, b"u" * 32)
    lies(pair.south, pair.north, unknown, Draft(kind=Kind.MESSAGE, body=message))
    waiting = repr(pair.north.line.memory.claims)
    assert repr(unknown.hash) in waiting
    assert TEXT not in waiting


@covers("I22")
def test_a_receipt_of_much_that_is_not_held_waits_once_for_each_entry_and_not_as_a_whole_for_each() -> None:
    pair = Pair()
    tip = pair.north.line.logs.ours.tip
    assert tip is not None
    named = tuple(Named(segment=b"u" * 16, seq=each, hash=bytes([each]) * 32) for each in range(1, 33))
    lies(pair.south, pair.north, tip, Draft(kind=Kind.RECEIPT_NODE, body=ReceiptNode(ahead=named)))
    waiting = repr(pair.north.line.memory.claims)
    assert waiting.count("Named(") == len(named)
