"""Every rule of a record broken once: a name, the findings it must give, and the record that gives them.

Each function begins with a record in which nothing is wrong and bends one thing.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from firebreak.core.base.purposes import ENTRY, OFFICER, Environment, digest
from firebreak.core.envelope.cose import signed_bytes
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.header import Ref, Span
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.officer import Action
from firebreak.core.linecheck.suspending import LineSuspend, Scope
from firebreak.core.message.receipts import BadReason, ReceiptAcknowledge, ReceiptBad, ReceiptDesk
from firebreak.core.record.bodies import Adopt, CheckpointBody, Equivocation, Named, Orphans, Run
from firebreak.core.record.checkpoint import Origin
from firebreak.core.record.rooted import CardEntry, CardTaken
from firebreak.core.watch.bodies import WatchHandOver, WatchTake
from tests.core.call.sound.speech import sdp
from tests.parties import NORTH, NOW, SOUTH, Party, public
from tests.records import Record, body_of
from tests.verify.keeping import (
    agreed,
    bare,
    bytes_of,
    checked,
    claiming_everything,
    flash,
    flash_notice,
    of_kind,
    officer,
    renewed,
    revoked,
    revoked_by_the_thief,
    rotated,
)
from tests.verify.sounding import connected, described, found

Bend = Callable[[], Record]
BENDS: Final[list[tuple[str, str, Bend]]] = []


def bent(code: str) -> Callable[[Bend], Bend]:
    """Register a record under the finding it must give; after a space, what follows from it."""

    def register(bend: Bend) -> Bend:
        BENDS.append((bend.__name__, code, bend))
        return bend

    return register


def opened() -> Record:
    return Record().opened()


def named(entry: Entry) -> Named:
    return Named(segment=entry.ref.segment, seq=entry.ref.seq, hash=entry.ref.hash)


def swapped(record: Record, old: Entry, new: Entry) -> Record:
    record.entries[record.entries.index(old)] = new
    return record


# -- cards ----------------------------------------------------------------------------------------


@bent("line-id")
def another_nonce() -> Record:
    record = opened()
    line = record.head.line
    record.entries.clear()
    record.changes = {"line": bytes(31) + b"\x01", "selection": (NOW, NOW)}
    assert line != record.head.line
    return record


@bent("no-card")
def a_card_left_out() -> Record:
    record = opened()
    north = record.party_id(NORTH)[:16]
    record.entries = [each for each in record.entries if each.header.writer == north]
    record.changes = {"selection": (NOW, NOW)}
    record.entries = record.entries[:1]
    record.cards.pop()
    return record


@bent("card-unreadable")
def a_card_that_is_none() -> Record:
    record = opened()
    record.cards.append(replace(record.cards[0], payload=b"\xa0"))
    return record


@bent("card-foreign")
def a_card_of_a_third_party() -> Record:
    record = opened()
    record.cards.append(Party("East").signed())
    return record


@bent("card-signature unknown-key unknown-key open-other not-opened")
def a_card_signed_by_one_root_key_only() -> Record:
    record = opened()
    record.cards[0] = replace(record.cards[0], signature_mldsa65=bytes(3_309))
    return record


@bent("card-signature")
def a_next_card_that_its_party_did_not_sign() -> Record:
    """As a counterpart may put one into its own log, or an exporter into the file."""
    record = opened()
    forged = NORTH.next_card(record.cards[0], name="Somebody else", log_key=public(SOUTH.key("thief")))
    record.cards.append(replace(forged, signature_ed25519=bytes(64), signature_mldsa65=bytes(3_309)))
    return record


@bent("card-refused unknown-key unknown-key open-other not-opened")
def a_card_with_a_key_of_the_other_party() -> Record:
    record = Record(cards=[NORTH.signed(), SOUTH.signed(kem_key=NORTH.card().kem_key)])
    return record.opened()


@bent("card-order")
def a_card_that_skips_one() -> Record:
    record = opened()
    record.cards.append(NORTH.signed(serial=3, previous=b"\x05" * 32))
    return record


# -- single entries -------------------------------------------------------------------------------


@bent("unreadable")
def an_entry_that_is_none() -> Record:
    record = opened()
    record.entries.append(replace(record.entries[0], payload=b"\xa0"))
    return record


@bent("unreadable")
def a_header_whose_version_is_true() -> Record:
    record = opened()
    entry = record.sign(NORTH, Kind.STATUS)
    payload = entry.payload.replace(b"\x00\x01", b"\x00\xf5", 1)
    assert payload[1:3] == b"\x00\xf5"
    signature = NORTH.key("log").sign(signed_bytes(ENTRY, NORTH.environment, payload))
    record.entries.append(replace(entry, payload=payload, signature=signature))
    return record


@bent("foreign-line")
def an_entry_of_another_line() -> Record:
    record = opened()
    entry = record.sign(NORTH, Kind.STATUS, line=b"\x07" * 32)
    record.entries.append(replace(entry, header=record.entries[0].header))
    return record


@bent("foreign-environment")
def an_entry_signed_for_real() -> Record:
    record = opened()
    record.entries.append(record.sign(NORTH, Kind.STATUS, environment=Environment.REAL))
    return record


@bent("foreign-writer")
def an_entry_of_a_third_party() -> Record:
    record = opened()
    record.entries.append(record.sign(NORTH, Kind.STATUS, writer=b"\x07" * 16))
    return record


@bent("unknown-key")
def a_key_that_no_card_names() -> Record:
    record = opened()
    record.pens["North"].role = "another log"
    record.say(NORTH, Kind.STATUS)
    return record


@bent("card-validity")
def an_entry_after_the_card_ended() -> Record:
    record = Record(cards=[NORTH.signed(valid_until=NOW + 60_000), SOUTH.signed()]).opened()
    record.say(NORTH, Kind.STATUS, time=Span(NOW + 60_001, NOW + 60_002))
    return record


def with_a_new_log_key() -> Record:
    record = opened()
    before = record.cards[0]
    card = NORTH.next_card(before, log_key=public(NORTH.key("second log")))
    record.cards.append(card)
    record.say(NORTH, Kind.CARD, CardEntry(card=card.to_bytes()))
    record.say(SOUTH, Kind.CARD_TAKEN, CardTaken(card=card.to_bytes()))
    record.pens["North"].role = "second log"
    record.say(NORTH, Kind.STATUS)
    return record


@bent("old-key")
def back_to_the_old_key() -> Record:
    record = with_a_new_log_key()
    record.pens["North"].role = "log"
    record.say(NORTH, Kind.STATUS)
    return record


@bent("old-key")
def back_to_the_old_key_in_a_new_segment() -> Record:
    record = with_a_new_log_key()
    record.pens["North"].role = "log"
    record.restart(NORTH)
    return record


@bent("signature")
def a_signature_with_one_bit_changed() -> Record:
    record = opened()
    entry = record.say(NORTH, Kind.STATUS)
    record.say(NORTH, Kind.STATUS)
    forged = entry.signature[:-1] + bytes([entry.signature[-1] ^ 1])
    return swapped(record, entry, replace(entry, signature=forged))


@bent("commitment")
def another_text() -> Record:
    record = opened()
    entry = record.say(NORTH, Kind.MESSAGE, body_of(k1="the road is open"))
    return swapped(record, entry, replace(entry, body=body_of(k1="the road is shut")))


@bent("body-unreadable")
def a_body_that_is_not_strict() -> Record:
    record = opened()
    record.say(NORTH, Kind.MESSAGE, b"\xa2\x01\x01\x01\x02")
    return record


@bent("body-unreadable")
def a_body_that_is_no_map() -> Record:
    record = opened()
    record.say(NORTH, Kind.MESSAGE, b"\x01")
    return record


@bent("body-unreadable")
def a_receipt_without_its_entry() -> Record:
    record = opened()
    record.say(NORTH, Kind.RECEIPT_DESK)
    return record


@bent("body-unreadable")
def an_opening_without_cards() -> Record:
    record = opened()
    statement = record.statement(NORTH, Action.COMPARE, _detail(body_of(k2=1)))
    record.say(NORTH, Kind.LINE_OPEN, body_of(k1=[statement.to_map()], k2=1))
    return record


def _detail(body: bytes) -> bytes:
    return digest(OFFICER, body)


@bent("critical")
def an_unknown_extension_that_must_be_understood() -> Record:
    record = opened()
    record.say(NORTH, Kind.STATUS, critical=(40,), extensions=((40, 1),))
    return record


@bent("repeated")
def an_entry_twice() -> Record:
    record = opened()
    record.entries.append(record.entries[0])
    return record


# -- officers -------------------------------------------------------------------------------------


def acknowledged(**changes: object) -> Record:
    record = opened()
    message = record.say(NORTH, Kind.MESSAGE)
    body = ReceiptAcknowledge(entry=message.hash, desk="duty")
    record.say(SOUTH, Kind.RECEIPT_ACKNOWLEDGE, record.stated(SOUTH, body, message, **changes))
    return record


@bent("statement-missing")
def an_acknowledgement_by_a_node() -> Record:
    record = opened()
    message = record.say(NORTH, Kind.MESSAGE)
    record.say(SOUTH, Kind.RECEIPT_ACKNOWLEDGE, ReceiptAcknowledge(entry=message.hash, desk="duty"))
    return record


@bent("statement-missing")
def a_hand_over_signed_only_by_the_relief() -> Record:
    record = opened()
    body = WatchHandOver(desk="duty")
    relief = record.statement(SOUTH, Action.TAKE_WATCH, body.detail(), officer="Reis")
    record.say(SOUTH, Kind.WATCH_HAND_OVER, body.relieved(relief))
    return record


@bent("statement-unreadable")
def a_statement_with_a_field_too_many() -> Record:
    record = opened()
    statement = {**record.statement(NORTH, Action.CHECK, bytes(32)).to_map(), 20: 1}
    record.say(NORTH, Kind.STATUS, body_of(k1=statement))
    return record


@bent("statement-action")
def a_read_shown_as_an_acknowledgement() -> Record:
    record = opened()
    message = record.say(NORTH, Kind.MESSAGE)
    body = ReceiptAcknowledge(entry=message.hash, desk="duty")
    read = record.statement(SOUTH, Action.READ, body.detail(), entry=message.hash)
    record.say(SOUTH, Kind.RECEIPT_ACKNOWLEDGE, body.stated(read))
    return record


@bent("statement-detail")
def a_statement_under_other_words() -> Record:
    record = opened()
    message = record.say(NORTH, Kind.MESSAGE)
    body = ReceiptAcknowledge(entry=message.hash, desk="duty")
    stated = record.stated(SOUTH, body, message)
    record.say(SOUTH, Kind.RECEIPT_ACKNOWLEDGE, replace(stated, paraphrase="we agree"))  # type: ignore[call-arg]
    return record


@bent("officer-unknown")
def an_officer_nobody_knows() -> Record:
    return acknowledged(officer="Nemo")


@bent("officer-power")
def an_officer_who_may_not() -> Record:
    record = opened()
    body = LineSuspend(scope=Scope.MESSAGES, reason="maintenance")
    record.say(SOUTH, Kind.LINE_SUSPEND, record.stated(SOUTH, body))
    return record


@bent("statement-signature")
def a_statement_signed_by_the_node() -> Record:
    return acknowledged(key="log")


@bent("statement-signature")
def a_statement_made_on_another_line() -> Record:
    return acknowledged(line=b"\x07" * 32)


@bent("statement-reused")
def a_watch_taken_again_with_the_same_signature() -> Record:
    record = opened()
    taken = record.stated(SOUTH, WatchTake(desk="duty"))
    record.say(SOUTH, Kind.WATCH_TAKE, taken)
    record.say(SOUTH, Kind.WATCH_TAKE, taken)
    return record


@bent("statement-entry")
def a_statement_on_an_entry_that_is_not_there() -> Record:
    record = opened()
    statement = record.statement(SOUTH, Action.CHECK, _detail(b"\xa0"), entry=b"\x09" * 32)
    record.say(SOUTH, Kind.STATUS, body_of(k1=statement.to_map()))
    return record


@bent("statement-entry")
def a_statement_on_another_text() -> Record:
    return acknowledged(commitment=b"\x09" * 32)


@bent("statement-reused")
def a_flash_said_again_with_the_same_releases() -> Record:
    record = Record(
        cards=[NORTH.signed(officers=(officer("Vogt"), officer("Reis"))), SOUTH.signed()]
    ).opened()
    flash(record, "Vogt")
    (said,) = of_kind(record, Kind.MESSAGE)
    record.say(NORTH, Kind.MESSAGE, bytes_of(said), precedence=Precedence.FLASH)
    return record


# -- keys over time -------------------------------------------------------------------------------

EVERYTHING: Final = (0, 253_402_300_799_000)
"A chosen part that leaves nothing out."


@bent("text-needed")
def a_card_taken_in_without_its_text() -> Record:
    record = rotated()
    return bare(record, of_kind(record, Kind.CARD_TAKEN)[1])


@bent("text-needed")
def an_agreement_without_its_text() -> Record:
    record = agreed()
    record.say(NORTH, Kind.STATUS)
    flash(record, "Vogt")
    return bare(record, of_kind(record, Kind.LINE_AGREE)[1])


@bent("text-needed")
def a_revocation_taken_in_without_its_text() -> Record:
    record = revoked()
    return bare(record, *of_kind(record, Kind.REVOKE_TAKEN))


@bent("card-needed")
def a_card_that_was_taken_in_and_is_not_there() -> Record:
    record = opened()
    renewed(record, officers=(officer("Kern"),))
    record.cards.pop()
    return record


@bent("key-not-taken")
def a_key_that_nobody_took_in_shown_as_a_part() -> Record:
    record = opened()
    record.cards.append(NORTH.next_card(record.cards[0], log_key=public(NORTH.key("second log"))))
    record.pens["North"].role = "second log"
    record.restart(NORTH)
    record.changes = {"selection": EVERYTHING}
    return record


@bent("officer-then")
def an_officer_who_had_left_shown_as_a_part() -> Record:
    record = opened()
    renewed(record, officers=(officer("Vogt"),))
    checked(record, "Reis")
    record.changes = {"selection": EVERYTHING}
    return record


@bent("not-released")
def a_flash_of_one_officer_shown_as_a_part() -> Record:
    record = agreed()
    record.say(NORTH, Kind.STATUS)
    flash(record, "Vogt")
    record.changes = {"selection": EVERYTHING}
    return record


@bent("not-released")
def a_flash_notice_of_one_officer() -> Record:
    record = agreed()
    record.say(NORTH, Kind.STATUS)
    flash_notice(record, "Vogt", "Reis")
    flash_notice(record, "Vogt", activity="by one alone")
    return record


@bent("not-released")
def a_flash_notice_released_by_who_issued_it() -> Record:
    record = agreed()
    record.say(NORTH, Kind.STATUS)
    flash_notice(record, "Vogt", "Vogt")
    return record


@bent("not-released")
def a_flash_notice_with_a_release_of_other_words() -> Record:
    record = agreed()
    record.say(NORTH, Kind.STATUS)
    flash_notice(record, "Vogt", "Reis", activity="other words")
    return record


@bent("revocation-unsigned")
def a_revocation_by_root_keys_that_were_replaced() -> Record:
    return revoked_by_the_thief()


@bent("revocation-claim")
def an_acknowledgement_of_what_exists_nowhere() -> Record:
    return claiming_everything()


@bent("revocation-claim")
def an_acknowledgement_of_another_entry_under_that_number() -> Record:
    return revoked(run=lambda run: replace(run, last_hash=b"\x55" * 32))


# -- one log --------------------------------------------------------------------------------------


@bent("gap")
def an_entry_left_out() -> Record:
    record = opened()
    left_out = record.say(NORTH, Kind.STATUS)
    record.say(NORTH, Kind.STATUS)
    record.entries.remove(left_out)
    return record


@bent("gap")
def the_first_entry_left_out() -> Record:
    record = opened()
    first = record.restart(NORTH)
    record.say(NORTH, Kind.STATUS)
    record.entries.remove(first)
    return record


@bent("chain")
def an_entry_that_continues_another() -> Record:
    record = opened()
    record.say(NORTH, Kind.STATUS, prev=b"\x09" * 32)
    return record


@bent("chain-start")
def a_segment_after_nothing_known() -> Record:
    record = opened()
    record.pens["North"].prev = b"\x09" * 32
    record.pens["North"].segment, record.pens["North"].seq = b"\x09" * 16, 0
    record.say(NORTH, Kind.STATUS)
    return record


@bent("chain-start")
def a_segment_after_an_entry_of_the_other_side() -> Record:
    record = opened()
    record.pens["North"].prev = record.pens["South"].prev
    record.pens["North"].segment, record.pens["North"].seq = b"\x09" * 16, 0
    record.say(NORTH, Kind.STATUS)
    return record


@bent("equivocation")
def two_entries_under_one_number() -> Record:
    record = opened()
    record.entries.append(record.sign(NORTH, Kind.MESSAGE, body_of(k1="come")))
    record.say(NORTH, Kind.MESSAGE, body_of(k1="stay away"))
    record.say(NORTH, Kind.STATUS)
    return record


def restored(*, behind: int = 2) -> tuple[Record, list[Entry]]:
    """North wrote two entries, came back from an older copy and went on without them."""
    record = opened()
    lost = [record.say(NORTH, Kind.STATUS) for _ in range(behind)]
    record.restart(NORTH, behind=behind)
    return record, lost


@bent("branch")
def entries_left_behind() -> Record:
    return restored()[0]


@bent("branch")
def only_some_of_the_lost_entries_adopted() -> Record:
    record, lost = restored()
    record.adopt(NORTH, lost[:1])
    return record


@bent("branch")
def a_log_that_begins_twice() -> Record:
    record = opened()
    record.pens["North"].prev = bytes(32)
    record.pens["North"].segment, record.pens["North"].seq = b"\x09" * 16, 0
    record.say(NORTH, Kind.STATUS)
    return record


@bent("time-backwards")
def a_clock_that_runs_backwards() -> Record:
    record = opened()
    record.say(NORTH, Kind.STATUS, time=Span(NOW, NOW + 100_000))
    return record


# -- between the logs -----------------------------------------------------------------------------


@bent("seen-unknown")
def seen_what_is_not_there() -> Record:
    record = opened()
    record.say(NORTH, Kind.STATUS, seen=Ref(b"\x09" * 16, 4, b"\x09" * 32))
    return record


@bent("seen-other")
def seen_with_another_content() -> Record:
    record = opened()
    last = record.pens["South"].written[-1].ref
    record.say(NORTH, Kind.STATUS, seen=last._replace(hash=b"\x09" * 32))
    return record


@bent("seen-other")
def seen_under_another_number() -> Record:
    record = opened()
    last = record.pens["South"].written[-1].ref
    record.say(NORTH, Kind.STATUS, seen=last._replace(seq=9))
    return record


@bent("seen-other")
def seen_ones_own_entry() -> Record:
    record = opened()
    record.say(NORTH, Kind.STATUS, seen=record.pens["North"].written[-1].ref)
    return record


@bent("seen-backwards")
def seen_less_than_before() -> Record:
    record = opened()
    record.say(NORTH, Kind.STATUS)
    record.say(NORTH, Kind.STATUS, seen=record.pens["South"].written[0].ref)
    return record


@bent("seen-backwards")
def seen_an_ancestor_in_an_earlier_segment() -> Record:
    record = opened()
    record.restart(SOUTH)
    record.say(NORTH, Kind.STATUS)
    record.say(NORTH, Kind.STATUS, seen=record.pens["South"].written[0].ref)
    return record


@bent("seen-backwards")
def seen_nothing_any_more() -> Record:
    record = opened()
    record.say(NORTH, Kind.STATUS, seen=None)
    return record


@bent("receipt-unknown")
def a_receipt_for_nothing() -> Record:
    record = opened()
    record.say(SOUTH, Kind.RECEIPT_DESK, ReceiptDesk(entries=(b"\x09" * 32,), desk="duty"))
    return record


@bent("receipt-unknown")
def orphans_that_are_not_there() -> Record:
    record = opened()
    run = Run(segment=b"\x09" * 16, first=1, last=2, last_hash=b"\x09" * 32)
    record.say(SOUTH, Kind.LOG_ORPHANS, Orphans(runs=(run,)))
    return record


@bent("receipt-other")
def a_receipt_for_ones_own_entry() -> Record:
    record = opened()
    own = record.say(SOUTH, Kind.MESSAGE)
    record.say(SOUTH, Kind.RECEIPT_BAD, ReceiptBad(entry=named(own), reason=BadReason.UNDECODABLE))
    return record


@bent("receipt-other")
def a_receipt_under_another_number() -> Record:
    record = opened()
    message = record.say(NORTH, Kind.MESSAGE)
    wrong = replace(named(message), seq=9)
    record.say(SOUTH, Kind.RECEIPT_BAD, ReceiptBad(entry=wrong, reason=BadReason.UNDECODABLE))
    return record


@bent("reference-unknown")
def a_reference_to_nothing() -> Record:
    record = opened()
    record.say(NORTH, Kind.MESSAGE, refs=(Ref(b"\x09" * 16, 1, b"\x09" * 32),))
    return record


@bent("reference-unknown")
def adopting_the_entries_of_the_other_side() -> Record:
    record = opened()
    other = record.pens["South"].written[0].ref
    run = Run(segment=other.segment, first=1, last=1, last_hash=other.hash)
    record.say(NORTH, Kind.LOG_ADOPT, Adopt(runs=(run,)))
    return record


@bent("accusation")
def an_accusation_without_two_entries() -> Record:
    record = opened()
    one = record.pens["North"].written[-1]
    other = replace(named(one), hash=b"\x09" * 32)
    record.say(SOUTH, Kind.PROOF_EQUIVOCATION, Equivocation(first=named(one), second=other))
    return record


@bent("accusation")
def an_accusation_of_one_entry_twice() -> Record:
    record = opened()
    one = named(record.pens["North"].written[-1])
    record.say(SOUTH, Kind.PROOF_EQUIVOCATION, Equivocation(first=one, second=one))
    return record


# -- opening --------------------------------------------------------------------------------------


@bent("not-opened")
def a_line_that_one_side_never_opened() -> Record:
    record = Record()
    record.restart(NORTH)
    record.restart(SOUTH)
    record.say(NORTH, Kind.LINE_OPEN, record.compared(NORTH, record.line_open()))
    return record


@bent("open-other")
def opened_with_another_card() -> Record:
    record = opened()
    other = replace(record.line_open(), cards=(b"\x09" * 32, record.line_open().cards[1]))
    record.say(NORTH, Kind.LINE_OPEN, record.compared(NORTH, other))
    return record


@bent("open-other")
def opened_with_another_nonce() -> Record:
    record = opened()
    other = replace(record.line_open(), nonces=(b"\x09" * 32, record.line_open().nonces[1]))
    record.say(NORTH, Kind.LINE_OPEN, record.compared(NORTH, other))
    return record


@bent("not-compared")
def a_real_line_opened_by_one_officer() -> Record:
    north, south = Party("North", Environment.REAL), Party("South", Environment.REAL)
    record = Record(north, south).opened()
    body = record.line_open()
    statement = record.statement(north, Action.COMPARE, body.detail())
    record.say(north, Kind.LINE_OPEN, replace(body, statements=(statement,)))
    return record


# -- checkpoints ----------------------------------------------------------------------------------


@bent("checkpoint-unreadable")
def a_checkpoint_that_is_none() -> Record:
    record = opened()
    record.say(NORTH, Kind.CHECKPOINT, CheckpointBody(note=b"all is well\n"))
    return record


@bent("checkpoint-origin")
def a_checkpoint_of_another_log() -> Record:
    record = opened()
    origin = Origin(record.head.line, record.party_id(SOUTH), record.pens["North"].segment)
    record.checkpoint(NORTH, origin=str(origin))
    return record


@bent("checkpoint-origin")
def a_checkpoint_under_the_origin_of_another_segment() -> Record:
    record = opened()
    before = Origin(record.head.line, record.party_id(NORTH), record.pens["North"].segment)
    record.restart(NORTH)
    record.checkpoint(NORTH, origin=str(before))
    return record


@bent("checkpoint-signature")
def a_checkpoint_without_its_second_signature() -> Record:
    record = opened()
    entry = record.sign(NORTH, Kind.STATUS)
    made = record.checkpoint(NORTH)
    record.entries.remove(made)
    pen = record.pens["North"]
    pen.written.pop()
    pen.leaves.pop()
    pen.seq, pen.prev = entry.header.seq - 1, entry.header.prev
    assert made.body is not None
    note = CheckpointBody.from_bytes(made.body).note
    record.say(NORTH, Kind.CHECKPOINT, CheckpointBody(note=b"\n".join(note.split(b"\n")[:5]) + b"\n"))
    return record


@bent("checkpoint-tree")
def a_checkpoint_of_another_tree() -> Record:
    record = opened()
    record.checkpoint(NORTH, root=b"\x09" * 32)
    return record


@bent("checkpoint-tree")
def a_checkpoint_of_another_size() -> Record:
    record = opened()
    record.checkpoint(NORTH, size=9)
    return record


@bent("checkpoint-fork")
def two_checkpoints_that_do_not_grow_with_the_log() -> Record:
    """Shown by the two alone: the entries that they sum up are not in the file."""
    record = opened()
    record.checkpoint(NORTH)
    record.checkpoint(NORTH, size=9)
    record.changes = {"selection": (NOW, NOW + 1)}
    record.entries = record.entries[-2:]
    return record


# -- sound ----------------------------------------------------------------------------------------

MIDDLE: Final = digest(b"test", b"the one in the middle")


@bent("sound-contradicted")
def a_console_that_found_another_key() -> Record:
    record = connected(opened())
    record.say(SOUTH, Kind.CALL_SECURED, found(SOUTH, theirs=MIDDLE))
    return record


@bent("sound-contradicted")
def a_console_whose_check_failed() -> Record:
    record = connected(opened())
    record.say(NORTH, Kind.CALL_SECURED, found(NORTH, checks=1))
    return record


@bent("sound-contradicted")
def a_description_with_another_key() -> Record:
    record = connected(opened())
    body = described(NORTH, leg=1)
    record.say(NORTH, Kind.CALL_MEDIA, replace(body, description=sdp(body.fingerprint, MIDDLE)))
    return record


@bent("sound-contradicted")
def an_answer_by_another_key_than_the_console_found() -> Record:
    record = connected(opened(), answered=MIDDLE)
    record.say(NORTH, Kind.CALL_SECURED, found(NORTH))
    return record
