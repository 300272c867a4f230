"""Our node asks a witness, and believes nothing but its signature."""

import asyncio
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from nacl.signing import SigningKey

from firebreak.app.asking_witness import Asking, Refusal, StampLines, ask_for_stamp
from firebreak.core.base.errors import LocalError
from firebreak.core.record.adding import SIZE_TYPE, AddCheckpoint
from firebreak.core.record.checkpoint import Checkpoint, SignedCheckpoint, ed25519_signature
from firebreak.core.record.cosignature import cosigned_bytes
from firebreak.core.record.merkle import Tree
from firebreak.core.record.note import COSIGNATURE, NoteSignature, key_hash
from firebreak.core.record.quorum import AgreedWitness
from firebreak.ports import LinkDown
from firebreak.transport.http_server import Answer, HttpServer, Request
from firebreak.witness.cosigner import verifier_keys
from tests.covering import covers
from tests.witness.foreign import ForeignLog
from tests.witness.house import running, settle

KEY = SigningKey(bytes([5]) * 32)
LOG = SigningKey(bytes([6]) * 32)
NAME = "w.example/w"
WITNESS = AgreedWitness(name=NAME, operator="Institute", ed25519=bytes(KEY.verify_key))
SECONDS = 1_700_000_000


def tree(size: int) -> Tree:
    return Tree(hashlib.sha256(f"entry {number}".encode()).digest() for number in range(size))


def note(size: int) -> bytes:
    checkpoint = Checkpoint("log.example/ours", size, tree(size).root())
    signature = LOG.sign(checkpoint.text).signature
    return SignedCheckpoint(
        checkpoint, (ed25519_signature(checkpoint, bytes(LOG.verify_key), signature),)
    ).render()


def cosigned(request: Request, key: SigningKey = KEY, name: str = NAME) -> bytes:
    checkpoint = AddCheckpoint.parse(request.body).signed.checkpoint
    signature = SECONDS.to_bytes(8) + key.sign(cosigned_bytes(checkpoint, SECONDS)).signature
    return NoteSignature(name, key_hash(name, COSIGNATURE, WITNESS.ed25519), signature).line.encode()


def asked(behaviour: Callable[[Request], Answer], size: int = 9, old: int = 0) -> StampLines:
    """What comes of asking a witness that answers so."""

    async def handle(request: Request) -> Answer:
        return behaviour(request)

    async def scene() -> StampLines:
        server = HttpServer(handle)
        await server.open("127.0.0.1:0")
        try:
            return await ask_for_stamp(
                Asking(f"http://{server.address}/", WITNESS, note(size), tree(size), old)
            )
        finally:
            await server.close()

    return asyncio.run(scene())


def conflict(size: int) -> Answer:
    return Answer(409, f"{size}\n".encode(), SIZE_TYPE)


@covers("WITNESS-030")
def test_lines_of_others_are_left_aside_and_a_true_one_is_kept() -> None:
    stamped = asked(
        lambda request: Answer(200, cosigned(request) + cosigned(request, name="another.example/w"))
    )
    assert (stamped.size, stamped.at) == (9, SECONDS * 1_000)
    assert stamped.lines.decode().count("\n") == 1


@covers("WITNESS-030")
@pytest.mark.parametrize(
    ("behaviour", "says"),
    [
        (lambda request: Answer(200, cosigned(request, LOG)), "does not verify"),
        (lambda request: Answer(200, cosigned(request, name="another.example/w")), "does not verify"),
        (lambda _: Answer(200, b"thank you\n"), "no signature line"),
        (lambda _: Answer(200, b""), "no signature line"),
        (lambda _: Answer(404, b"who?\n"), "answers 404: who?"),
        (lambda _: Answer(500, b"\xff\n"), "answers 500"),
        (lambda _: Answer(409, b"-1\n"), "without a size"),
        (lambda _: conflict(12), "holds 12 entries of our log, we have 9"),
        (lambda _: conflict(0), "another tree of 0 entries"),
        (lambda request: conflict((AddCheckpoint.parse(request.body).old + 1) % 3), "changes its mind"),
    ],
)
def test_any_other_answer_is_a_refusal(behaviour: Callable[[Request], Answer], says: str) -> None:
    with pytest.raises(Refusal, match=says):
        asked(behaviour)


def test_a_witness_that_stands_elsewhere_is_met_there() -> None:
    def behaviour(request: Request) -> Answer:
        return Answer(200, cosigned(request)) if AddCheckpoint.parse(request.body).old == 4 else conflict(4)

    assert asked(behaviour).size == 9
    assert asked(behaviour, old=7).size == 9


def test_a_checkpoint_of_another_tree_is_not_sent() -> None:
    with pytest.raises(LocalError) as caught:
        asyncio.run(ask_for_stamp(Asking("http://127.0.0.1:1", WITNESS, note(9), tree(8))))
    assert caught.value.code == "FB412"


def test_nobody_there_is_a_link_that_is_down() -> None:
    with pytest.raises(LinkDown):
        asyncio.run(ask_for_stamp(Asking("http://127.0.0.1:1", WITNESS, note(9), tree(9))))


def test_our_own_witness_is_asked_as_any_other(tmp_path: Path) -> None:
    log = ForeignLog("log.example/ours", Ed25519PrivateKey.from_private_bytes(bytes(LOG)))
    with running(settle(tmp_path, log.vkey)) as found:
        keys = {
            each.algorithm: each.public for each in verifier_keys(NAME, found.running.service.cosigner.keys)
        }
        name = found.running.settings.name
        agreed = AgreedWitness(name=name, operator="I", ed25519=keys[b"\x04"], mldsa44=keys[b"\x06"])
        for size in (3, 9, 9):
            asking = Asking(found.url, agreed, note(size), tree(9))
            assert asyncio.run(ask_for_stamp(asking)).lines.decode().count("\n") == 2
