"""How the files of `vectors/bundle` were made. One that exists is never written again: it verifies for ever.

python -m tests.verify.vectors
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from firebreak.core.base.cbor import Value, encode
from firebreak.core.envelope.kinds import Kind
from firebreak.core.message.receipts import ReceiptAcknowledge
from firebreak.core.record.bundle import MAGIC, OPTIONAL, End, Sort, withhold
from tests.parties import NORTH, NOW, SOUTH
from tests.records import Record, a_lively_record, body_of
from tests.verify.bending import restored, two_entries_under_one_number

FOLDER = Path(__file__).parents[2] / "vectors" / "bundle"


class Made(NamedTuple):
    name: str
    header: str
    data: bytes


def made() -> Iterator[Made]:
    """Every vector."""
    ok = "expect: ok\n"
    yield Made("short", f"{ok}findings:\nentries: 3 3\ncomment: a message and its acknowledgement", short())
    lively = a_lively_record()
    comment = "receipts of nodes and officers, checkpoints over a clean restart"
    yield Made("lively", f"{ok}findings:\nentries: 7 7\ncomment: {comment}", lively.bundle())
    bare = lively.bundle(withhold(lively.entries))
    yield Made(
        "without-bodies", f"{ok}findings:\nentries: 7 7\ncomment: the same without what people said", bare
    )
    comment = "North was restored from an older copy, adopted what it had lost and went on with a new tree"
    yield Made("restored", f"{ok}findings:\nentries: 2 7\ncomment: {comment}", adopted())
    comment = "North signed two entries under one number"
    yield Made(
        "equivocation",
        f"{ok}findings: equivocation\nentries: 2 5\ncomment: {comment}",
        two_entries_under_one_number().bundle(),
    )
    comment = "a piece of sort 64 is left aside; no cards, hence nothing to verify with"
    yield Made("optional", f"{ok}findings: no-card no-card\nentries: 0 0\ncomment: {comment}", bent(OPTIONAL))
    refused = "expect: local error\ncode: "
    comment = "a piece of sort 4 has to be understood"
    yield Made("later-sort", f"{refused}FB341\ncomment: {comment}", bent(4))
    comment = "a file of version 2"
    yield Made("later-version", f"{refused}FB341\ncomment: {comment}", b"FIREBREAK BUNDLE 2\n")
    comment = "cut off inside the first piece"
    yield Made("cut-off", f"{refused}FB342\ncomment: {comment}", bent(OPTIONAL)[:100])
    damaged = bytearray(bent(OPTIONAL))
    damaged[40] ^= 1
    comment = "one bit of the line id changed; only the hash at the end shows it"
    yield Made("damaged", f"{refused}FB343\ncomment: {comment}", bytes(damaged))
    yield Made("after-the-end", f"{refused}FB343\ncomment: a byte after the end", bent(OPTIONAL) + b"\n")
    comment = "the line end of another system"
    yield Made("carriage-return", f"{refused}FB340\ncomment: {comment}", MAGIC[:-1] + b"\r\n")


def short() -> bytes:
    record = Record().opened()
    message = record.say(NORTH, Kind.MESSAGE, body_of(k1="the road is open"))
    body = ReceiptAcknowledge(entry=message.hash, desk="duty")
    record.say(SOUTH, Kind.RECEIPT_ACKNOWLEDGE, record.stated(SOUTH, body, message))
    return record.bundle()


def adopted() -> bytes:
    record, lost = restored()
    record.adopt(NORTH, lost)
    record.checkpoint(NORTH)
    return record.bundle()


def bent(sort: int) -> bytes:
    """A head, one piece of another sort, and a true end."""
    record = Record()
    record.changes = {"selection": (NOW, NOW)}
    data = MAGIC + piece(int(Sort.HEAD), record.head.to_map()) + piece(sort, b"something")
    end = End(cards=0, entries=0, optional=1, sha256=hashlib.sha256(data).digest())
    return data + piece(int(Sort.END), end.to_map())


def piece(*parts: Value) -> bytes:
    data = encode(list(parts))
    return len(data).to_bytes(4, "big") + data


def write() -> None:
    """Write those that are not there."""
    FOLDER.mkdir(exist_ok=True)
    for each in made():
        path = FOLDER / f"{each.name}.txt"
        text = each.data.hex()
        lines = [text[at : at + 128] for at in range(0, len(text), 128)]
        if not path.exists():
            path.write_text("\n".join([*each.header.split("\n"), "", *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    write()
