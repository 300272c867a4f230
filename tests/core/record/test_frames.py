"""The wire form of frames, to the byte."""

import re

from firebreak.core.base.cbor import decode
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.message.bodies import Message
from firebreak.core.record.compact import COMPACT, FULL, entry_value
from firebreak.core.record.frames import EntryFrame, HaveFrame, Holding, have_value, pack, read_have, unpack
from tests.core.line.making import say
from tests.covering import covers
from tests.fuzz.hostile import Hostile, full
from tests.pair import Pair
from tools.tree import ROOT

OURS, THEIRS = bytes(15) + b"\xa1", bytes(15) + b"\xb7"


@covers("FRAMES-001", "FRAMES-006")
def test_the_list_of_the_page_is_what_a_node_sends() -> None:
    listed = HaveFrame((Holding(OURS, 3),), (Holding(THEIRS, 2, (4,)),), answer=False, current=OURS)
    page = (ROOT / "spec" / "frames.md").read_text(encoding="utf-8").split("```text\n")[1].split("```")[0]
    shown = "".join(re.sub(r" {2,}[a-zA-Z].*$", "", line.strip()) for line in page.splitlines())
    data = pack([have_value(listed)])
    assert bytes.fromhex(shown.replace(" ", "")) == data
    (frame,) = unpack(data)
    assert read_have(frame) == listed


@covers("FRAMES-003", "FRAMES-004", "FRAMES-005")
def test_what_is_left_out_is_put_back_and_the_first_of_a_segment_goes_in_full() -> None:
    pair = Pair()
    for text in ("one", "two"):
        say(pair.north, text, Precedence.IMMEDIATE)
    first, *_, last = (each.entry for each in pair.north.stored)
    key = pair.north.signer.key_id
    whole, short = entry_value(EntryFrame(first), key), entry_value(EntryFrame(last), key)
    assert isinstance(whole, list) and isinstance(short, list)
    assert (whole[1], whole[2], short[1]) == (FULL, first.payload, COMPACT)
    assert isinstance(short[2], dict)
    assert short[2][0] == last.header.segment[:4]
    assert (short[2][1], short[2][3], short[2][4]) == (last.header.seq, Kind.MESSAGE, Precedence.IMMEDIATE)
    pair.settle()
    assert pair.south.stored[-1].entry.payload == last.payload or last.hash in {
        each.entry.hash for each in pair.south.stored
    }
    for other in (bytes(8), b"another!"):
        assert entry_value(EntryFrame(last), other)[1] == FULL  # type: ignore[index]
    assert entry_value(EntryFrame(last.bare()), key)[1] == FULL  # type: ignore[index]


@covers("FRAMES-002")
def test_a_frame_of_another_kind_takes_none_beside_it_along() -> None:
    hostile = Hostile()
    entry = hostile.say(Kind.MESSAGE, Message(to=("duty",), from_desk="duty", text="words"))
    hostile.give([[9, 9], full(entry), [1]])
    assert entry.hash in {each.entry.hash for each in hostile.north.stored}


@covers("FRAMES-007", "FRAMES-008")
def test_a_list_is_answered_once_and_one_that_lies_gets_what_there_is() -> None:
    hostile = Hostile()
    north = hostile.north
    north.sent.clear()
    lies = (Holding(b"x" * 16, 2**40, (2**50,)), Holding(b"y" * 16, 7))
    hostile.give([have_value(HaveFrame(lies, lies, answer=False, current=b"x" * 16))])  # type: ignore[list-item]
    answers = [each for each in north.sent if each[0] == 1]
    assert [each[3] for each in answers] == [True]
    assert sum(each[0] == 0 for each in north.sent) == len(north.stored)
    north.sent.clear()
    hostile.give([have_value(HaveFrame(lies, lies, answer=True, current=b"x" * 16))])  # type: ignore[list-item]
    assert not [each for each in north.sent if each[0] == 1]
    assert decode(pack([[1]])) == [[1]]
