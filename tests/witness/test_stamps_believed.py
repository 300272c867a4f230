"""What a witness signs on a deposit is believed only within bounds."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from firebreak.app.asking_mailbox import Desk, MailboxRefusal
from firebreak.core.base.cbor import decode, encode
from firebreak.core.envelope.card import YEAR_9999
from firebreak.core.envelope.cose import signed_bytes
from firebreak.core.record.deposits import CLOCKS_APART, STAMP, DepositStamp, Record, RecordKind, Signed
from firebreak.transport.http_server import Answer
from tests.covering import covers
from tests.parties import NORTH
from tests.witness.mail import ENTRY, EXERCISE, PACKET, TO_SOUTH, Post


def left(post: Post, monkeypatch: pytest.MonkeyPatch, bend: Callable[[DepositStamp], DepositStamp]) -> Record:
    """Leave a packet at a witness that bends its own stamp before it signs."""

    async def answer(_url: str, body: bytes, **_: object) -> Answer:
        asked = decode(body, size_max=1 << 20)
        assert isinstance(asked, list)
        request = Signed.from_map(asked[0])
        kind = RecordKind.DEPOSITED
        record = Record(kind=kind, number=1, at=post.now, mailbox=TO_SOUTH, request=request)
        payload = encode(bend(DepositStamp(witness=post.journal.id, record=record)).to_map())
        signature = post.journal.keys.state(signed_bytes(STAMP, EXERCISE, payload))
        return Answer(200, Signed(payload=payload, signature=signature).encoded())

    monkeypatch.setattr("firebreak.app.asking_mailbox.ask", answer)
    key = NORTH.key("log")
    desk = Desk(
        "http://w",
        post.trusted,
        EXERCISE,
        lambda purpose, payload: key.sign(signed_bytes(purpose, EXERCISE, payload)),
        lambda: post.now,
    )
    return asyncio.run(desk.deposit(TO_SOUTH, PACKET, (ENTRY,)))


def record(**wrong: Any) -> Callable[[DepositStamp], DepositStamp]:
    return lambda stamp: replace(stamp, record=replace(stamp.record, **wrong))


def shifted(by: int) -> Callable[[DepositStamp], DepositStamp]:
    return lambda stamp: replace(stamp, record=replace(stamp.record, at=stamp.record.at + by))


@covers("WITNESS-044")
@pytest.mark.parametrize(
    "bend",
    [
        shifted(CLOCKS_APART + 1),
        shifted(-CLOCKS_APART - 1),
        record(at=YEAR_9999),
        record(kind=RecordKind.FETCHED),
        record(mailbox=bytes(8)),
        record(mailbox=None),
        lambda stamp: replace(stamp, witness=bytes(8)),
    ],
)
def test_a_stamp_of_another_time_kind_mailbox_or_witness_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bend: Callable[[DepositStamp], DepositStamp]
) -> None:
    with pytest.raises(MailboxRefusal):
        left(Post(tmp_path / "w"), monkeypatch, bend)


@pytest.mark.parametrize("by", [0, CLOCKS_APART, -CLOCKS_APART])
def test_a_stamp_within_the_time_that_clocks_may_differ_is_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: int
) -> None:
    post = Post(tmp_path / "w")
    assert left(post, monkeypatch, shifted(by)).at == post.now + by
