"""How the files of `vectors/bundle` were made. One that exists is never written again: it verifies for ever.

python -m tests.verify.vectors
"""

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from firebreak.core.base.cbor import Value, encode
from firebreak.core.envelope.kinds import Kind
from firebreak.core.message.receipts import ReceiptAcknowledge
from firebreak.core.record.bundle import MAGIC, OPTIONAL, End, Sort, withhold
from firebreak.core.record.choice import Choice, choose
from firebreak.verify import verify_bundle
from tests.parties import NORTH, NOW, SOUTH
from tests.records import Record, a_lively_record, body_of
from tests.verify.bending import BENDS, restored, two_entries_under_one_number
from tests.verify.keeping import agreed as agreed_on_release
from tests.verify.keeping import flash, in_a_ring, revoked, rotated, taken_over
from tests.verify.sounding import left, talked
from tests.verify.stamping import agreed, bundled, note_of, stamp

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
    yield from planted()
    yield from over_time()
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


PLANTED: Final = {
    "a_card_signed_by_one_root_key_only": "a card of North lacks the ML-DSA-65 signature",
    "a_card_with_a_key_of_the_other_party": "South's card shows a key of North's",
    "a_signature_with_one_bit_changed": "one bit of a signature changed",
    "another_text": "a message comes with another text than the one that was signed",
    "a_body_that_is_not_strict": "a signed body with one key twice",
    "an_acknowledgement_by_a_node": "an acknowledgement without an officer",
    "an_officer_who_may_not": "an officer suspends the line without the power to",
    "a_statement_under_other_words": "an officer's signature under other words",
    "a_watch_taken_again_with_the_same_signature": "an officer's statement used twice",
    "an_entry_left_out": "the exporter left an entry out",
    "an_entry_that_continues_another": "an entry whose prev is not the one before it",
    "entries_left_behind": "North was restored and did not adopt what it had lost",
    "seen_with_another_content": "North states another content of an entry of South than the one in the file",
    "a_receipt_for_nothing": "a receipt for an entry that is not there",
    "an_accusation_of_one_entry_twice": "an accusation without two entries",
    "a_checkpoint_of_another_tree": "a checkpoint that sums up something else",
    "opened_with_another_card": "a line.open that names another card",
    "a_flash_said_again_with_the_same_releases": "what an officer released is said a second time",
    "a_card_taken_in_without_its_text": "the exporter kept back the text that takes a card in",
    "a_key_that_nobody_took_in_shown_as_a_part": "a key that South never took in, in a range",
    "a_flash_of_one_officer_shown_as_a_part": "one officer released where two have to, in a range",
    "an_officer_who_had_left_shown_as_a_part": "an officer signs after another card had come to hold",
    "a_revocation_by_root_keys_that_were_replaced": "the root keys before the takeover revoke a key",
    "a_console_that_found_another_key": "South's console found another key than the one an officer signed",
    "a_description_with_another_key": "a description with a second fingerprint beside the signed one",
    "an_acknowledgement_of_what_exists_nowhere": "a run is acknowledged whose last hash is nowhere",
}
"Records of `bending` that are kept as vectors: one fault each."


def planted() -> Iterator[Made]:
    """Bundles with one fault each, and one that a witness stamped."""
    for name, code, bend in BENDS:
        if name in PLANTED:
            data = bend().bundle()
            counts = " ".join(str(each.entries) for each in verify_bundle(io.BytesIO(data)).parties)
            head = f"expect: ok\nfindings: {code}\nentries: {counts}\ncomment: {PLANTED[name]}"
            yield Made(name.replace("_", "-"), head, data)
    record = agreed()
    record.say(NORTH, Kind.STATUS)
    data = bundled(record, stamp(note_of(record)))
    comment = "a witness that both sides agreed on stamped a checkpoint of North"
    yield Made("stamped", f"expect: ok\nfindings:\nentries: 3 5\ncomment: {comment}", data)


def over_time() -> Iterator[Made]:
    """Bundles in which keys, officers and agreements change, and what only a forged one holds."""
    spoken = talked(Record().opened())
    released = agreed_on_release()
    released.say(NORTH, Kind.STATUS)
    flash(released, "Vogt", "Reis")
    dropped = rotated()
    dropped.cards.pop()
    ring = in_a_ring()
    told: list[tuple[str, str, str, Record]] = [
        ("cards-over-time", "", "a new roster, then a new log key, each from its place on", rotated()),
        ("root-keys-taken-over", "", "the next root keys of North sign its second card", taken_over()),
        ("revoked", "", "one entry is disputed and one is void", revoked()),
        (
            "revoked-not-taken",
            "",
            "South never takes the revocation in, so nothing is void",
            revoked(taken=False),
        ),
        ("released", "", "two officers released a flash, as agreed", released),
        ("part", "", "the last entries, and alone what decides how they are judged", the_end_of(revoked())),
        ("a-card-left-out", "card-needed unknown-key unknown-key", "the exporter left a card out", dropped),
        ("spoken", "", "a call whose consoles found the sound secured, to its minutes", spoken),
        (
            "voice-notes",
            "",
            "a voice note in two parts, and one whose second part is missing",
            left(Record().opened()),
        ),
        ("a-ring", "chain", "two segments begin after each other; a verifier has to come to an end", ring),
    ]
    for name, codes, comment, record in told:
        data = record.bundle()
        counts = " ".join(str(each.entries) for each in verify_bundle(io.BytesIO(data)).parties)
        yield Made(name, f"expect: ok\nfindings: {codes}\nentries: {counts}\ncomment: {comment}", data)


def the_end_of(record: Record) -> Record:
    """What an exporter chose: from the last entry but one on."""
    record.say(SOUTH, Kind.STATUS)
    last = record.say(NORTH, Kind.STATUS).header.time
    choice = Choice(first=last.lo, last=last.hi)
    record.entries = list(choose(choice, record.entries).entries(record.entries))
    record.changes = {"selection": choice.selection}
    return record


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
