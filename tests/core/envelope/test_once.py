"""Which statements a body carries that must not come twice."""

from dataclasses import replace

import pytest

from firebreak.core.base.shape import Body
from firebreak.core.envelope.officer import Action, Statement
from firebreak.core.envelope.once import statements_of
from firebreak.core.envelope.opening import LineOpen
from firebreak.core.line.agreement import Agreement, LineAgree
from firebreak.core.message.bodies import Message
from firebreak.core.message.receipts import ReceiptRead
from firebreak.core.watch.bodies import WatchHandOver

WORD = Statement(officer="One", action=Action.READ, detail=bytes(32), time=1)
OTHER = replace(WORD, officer="Two")
PAIR = (bytes(32), b"\x01" * 32)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (Message(to=("duty",), from_desk="duty", text="all quiet"), []),
        (ReceiptRead(entry=bytes(32), desk="duty"), []),
        (ReceiptRead(entry=bytes(32), desk="duty", statement=WORD), [WORD]),
        (LineAgree(agreement=Agreement(), statements=(WORD, OTHER)), [WORD, OTHER]),
        (WatchHandOver(desk="duty", statement=WORD, relief=OTHER), [WORD, OTHER]),
        (LineOpen(parties=PAIR, cards=PAIR, nonces=PAIR, statements=(WORD,)), []),
    ],
)
def test_a_body_gives_the_statements_in_it_unless_it_opens_the_line(
    body: Body, found: list[Statement]
) -> None:
    assert list(statements_of(body)) == found
