"""What a counterpart puts into one statement costs us as many signatures as there are requests in it."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from firebreak.core.base.purposes import DEPOSIT
from firebreak.core.record import deposits
from firebreak.core.record.attested import Box, conclusions
from tests.covering import covers
from tests.parties import NORTH, SOUTH
from tests.witness.mail import EXERCISE, TO_SOUTH, Post, sign

PACKETS = 12
ENTRIES = 16


@covers("WITNESS-045")
def test_each_request_in_an_attestation_is_verified_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = Post(tmp_path / "w1")
    start, left = post.now, set[bytes]()
    for number in range(PACKETS):
        entries = tuple(hashlib.sha256(b"%d %d" % (number, each)).digest() for each in range(ENTRIES))
        packet = b"%d" % number
        asked = replace(post.deposit_request(packet), entries=entries)
        post.journal.deposit(sign(NORTH, DEPOSIT, asked), packet, post.now)
        post.clock.now += 100
        left.update(entries)
    post.fetch()
    held = [(post.trusted, post.attest(start, post.now))]
    verified = list[bytes]()
    verify = deposits.verify_ed25519

    def counted(key: bytes, signature: bytes, data: bytes) -> bool:
        verified.append(data)
        return verify(key, signature, data)

    monkeypatch.setattr(deposits, "verify_ed25519", counted)
    box = Box(
        environment=EXERCISE,
        mailbox=TO_SOUTH,
        writer_keys=(NORTH.card().log_key,),
        reader_keys=(SOUTH.card().log_key,),
        quorum=2,
    )
    assert set(conclusions(held, box, post.now)) == left
    assert len(verified) == PACKETS + 1
