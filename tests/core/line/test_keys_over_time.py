"""Cards that follow one another, revoked keys, explanations: what holds from which place in the record on."""

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import MINUTE
from firebreak.core.envelope.card import Desk, Power
from firebreak.core.envelope.card_import import KeyUse, keys_of
from firebreak.core.envelope.header import Ref, key_id
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.card_events import (
    CardInForce,
    CardNotTaken,
    CardOffered,
    ContradictionExplained,
    EntryVoid,
    KeyRevoked,
    RevocationNotTaken,
)
from firebreak.core.line.events import EntryUnreadable, FrameRefused
from firebreak.core.line.revoking import Mark
from firebreak.core.linecheck.bodies import CheckPerson, Trouble
from firebreak.core.message.levels import Level
from firebreak.core.message.receipts import ReceiptBad
from firebreak.core.record.bodies import Run
from firebreak.core.record.compact import entry_value
from firebreak.core.record.frames import EntryFrame
from firebreak.core.record.rooted import CardTaken, Revoke, RevokeTaken
from tests.carded import CardedEnd, CardedPair, Roots, officer
from tests.core.line.making import message, restored, say, written
from tests.covering import covers
from tests.pair import Pair, officer_key
from tests.parties import public


def check(end: CardedEnd, name: str) -> Draft:
    end.world.now += 1  # nobody signs the same words twice
    return Draft(kind=Kind.CHECK_PERSON, body=end.sign(CheckPerson(desk="duty"), name))


def new_log_key(end: CardedEnd) -> bytes:
    return public(end.log("second log"))


def rotated(*, restart: bool = True) -> CardedPair:
    """North has a card with a new log key that South has taken in, and uses it."""
    pair = CardedPair()
    say(pair.north, "under the first key")
    pair.north.publish(pair.north.next_card(log_key=new_log_key(pair.north)))
    pair.settle()
    if restart:
        began(pair, pair.north)
    return pair


def began(pair: CardedPair, end: CardedEnd, role: str = "second log") -> None:
    """The node starts again, with this log key."""
    end.use_key(role)
    end.start()
    pair.greet()


def hand_over(pair: CardedPair, ref: Ref, writer: CardedEnd | None = None) -> None:
    """South receives one entry, apart from all others."""
    held = (writer or pair.north).stored
    entry = next(each.entry for each in held if each.entry.ref == ref)
    pair.south.hear([entry_value(EntryFrame(entry, full=True), b"")])  # type: ignore[list-item]


def body_of(end: CardedEnd, kind: Kind) -> bytes:
    ref = written(end, kind)[-1]
    return next(each.entry.body or b"" for each in end.stored if each.entry.ref == ref)


# -- cards ----------------------------------------------------------------------------------------


@covers("KEYS-001", "KEYS-002")
def test_a_published_card_is_taken_in_and_both_desks_are_told() -> None:
    pair = CardedPair()
    card = pair.north.next_card(
        officers=(officer("North one"), officer("North three")),
        desks=(Desk(name="duty"), Desk(name="harbour")),
    )
    pair.north.publish(card)
    assert pair.north.events(CardOffered)[0].serial == 2
    pair.settle()
    assert CardTaken.from_bytes(body_of(pair.south, Kind.CARD_TAKEN)).card == card.to_bytes()
    for end, ours in ((pair.north, True), (pair.south, False)):
        (event,) = end.events(CardInForce)
        assert (event.writer, event.ours, event.serial) == ("North", ours, 2)
        assert (event.officers_added, event.officers_removed) == (("North three",), ("North two",))
        assert (event.desks_added, event.desks_removed) == (("harbour",), ())
        assert not event.new_keys
        assert end.line.memory.cards.newest(ours=ours).desks == ("duty", "harbour")


@covers("KEYS-003", "I15")
def test_an_officer_counts_from_the_place_on_at_which_the_owner_has_seen_the_acceptance() -> None:
    pair = CardedPair()
    pair.north.publish(pair.north.next_card(officers=(officer("North one"), officer("North three"))))
    pair.north.say(check(pair.north, "North two"))  # South has not answered: the first card still holds
    with pytest.raises(LocalError, match="not on the roster"):
        pair.north.say(check(pair.north, "North three"))
    pair.settle()
    assert not pair.south.events(EntryUnreadable)
    pair.north.say(check(pair.north, "North three"))
    with pytest.raises(LocalError, match="not on the roster"):
        pair.north.say(check(pair.north, "North two"))
    pair.settle()
    assert not pair.south.events(EntryUnreadable)


@covers("KEYS-003", "I15")
def test_a_node_that_ignores_its_own_new_card_is_not_heeded() -> None:
    pair = CardedPair()
    pair.north.publish(pair.north.next_card(officers=(officer("North one"),)))
    pair.settle()
    cards = pair.north.line.memory.cards
    cards.chains[True] = cards.chains[True][:1]  # pyright: ignore[reportPrivateUsage]
    cards.offered.clear()
    pair.north.say(check(pair.north, "North two"))
    pair.settle()
    (event,) = pair.south.events(EntryUnreadable)
    assert event.reason == "officer 'North two' is not on the roster"


@covers("KEYS-003")
def test_powers_change_with_the_card() -> None:
    pair = CardedPair()
    pair.north.publish(pair.north.next_card(officers=(officer("North one", Power.PAIR),)))
    pair.settle()
    with pytest.raises(LocalError, match="has no power to check"):
        pair.north.say(check(pair.north, "North one"))


@covers("KEYS-004")
def test_both_sides_find_the_same_after_a_restart() -> None:
    pair = CardedPair()
    pair.north.say(check(pair.north, "North two"))
    pair.north.publish(pair.north.next_card(officers=(officer("North three"),)))
    pair.settle()
    pair.north.say(check(pair.north, "North three"))
    pair.settle()
    for end in pair.ends():
        end.start()
        end.shown.clear()
    pair.greet()
    for end, ours in ((pair.north, True), (pair.south, False)):
        assert list(end.line.memory.cards.newest(ours=ours).officers) == ["North three"]
        assert not end.events(CardInForce)
        assert not end.events(EntryUnreadable)


@covers("KEYS-005")
def test_a_card_that_breaks_a_rule_is_not_taken_in_and_its_owner_is_told_why() -> None:
    pair = CardedPair()
    stranger = Roots("North", "another root")
    pair.north.publish(stranger.card(replace(pair.north.next_card().card, serial=2)))
    pair.settle()
    (event,) = pair.south.events(CardNotTaken)
    assert event.code == "FB126"
    assert not written(pair.south, Kind.CARD_TAKEN)
    assert "root signatures" in ReceiptBad.from_bytes(body_of(pair.south, Kind.RECEIPT_BAD)).text
    assert pair.north.line.memory.cards.newest(ours=True).card == pair.north.cards["North"]


@covers("KEYS-005")
def test_a_card_in_the_log_of_another_party_is_nothing() -> None:
    pair = CardedPair()
    pair.south.publish(pair.north.next_card())
    pair.settle()
    assert pair.north.events(CardNotTaken)[0].code == "FB432"
    assert not written(pair.north, Kind.CARD_TAKEN)


@covers("KEYS-005")
def test_a_counterpart_cannot_put_a_card_in_force_that_our_root_keys_did_not_sign() -> None:
    pair = CardedPair()
    forged = Roots("South").card(pair.north.next_card(officers=()).card)
    pair.south.say(Draft(kind=Kind.CARD_TAKEN, body=CardTaken(card=forged.to_bytes())))
    pair.settle()
    assert not pair.north.events(CardInForce)
    assert not pair.south.events(CardInForce)


@covers("KEYS-005")
def test_a_card_that_shows_a_key_of_ours_or_of_another_line_is_not_taken_in() -> None:
    pair = CardedPair()
    for end in (pair.north, pair.south):
        end.line.memory.cards.known = {
            **keys_of(end.newest.card, ours=True),
            bytes(officer_key("East one").verify_key): KeyUse(b"", "East", end.environment, "officer"),
        }
    pair.north.publish(pair.north.next_card(officers=(officer("North one"), officer("East one"))))
    pair.settle()
    assert [each.code for each in pair.south.events(CardNotTaken)] == ["FB130"]
    pair.south.publish(pair.south.next_card(officers=(officer("South one"),)))
    pair.settle()
    assert [each.serial for each in pair.south.events(CardInForce)] == [2]


@covers("KEYS-006")
def test_cards_follow_one_another_and_a_missed_one_comes_first() -> None:
    pair = CardedPair()
    pair.cut()
    second = pair.north.next_card(officers=(officer("North two"),))
    pair.north.publish(second)
    pair.north.publish(pair.north.next_card(before=second, officers=(officer("North three"),)))
    pair.greet()
    assert [each.serial for each in pair.south.events(CardInForce)] == [2, 3]
    assert [each.serial for each in pair.north.events(CardInForce)] == [2, 3]


@covers("KEYS-006")
@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_cards_that_overtake_one_another_on_their_way_are_taken_in_one_after_the_other(
    order: tuple[int, ...],
) -> None:
    pair = CardedPair()
    pair.cut()
    cards = [pair.north.publish(pair.north.next_card()) for _ in order]
    for number in order:
        hand_over(pair, cards[number])
    pair.greet()
    assert not pair.south.events(CardNotTaken)
    for end in pair.ends():
        assert [each.serial for each in end.events(CardInForce)] == [2, 3, 4]


@covers("KEYS-006")
def test_cards_that_come_while_nothing_may_be_signed_wait_for_one_another() -> None:
    pair = CardedPair()
    pair.south.start(listen=60_000)
    for _ in range(3):
        pair.north.publish(pair.north.next_card())
    pair.settle()
    assert not written(pair.south, Kind.CARD_TAKEN)
    pair.later(60_000)
    assert not pair.south.events(CardNotTaken)
    assert [each.serial for each in pair.north.events(CardOffered)] == [2, 3, 4]
    assert [each.serial for each in pair.south.events(CardInForce)] == [2, 3, 4]


@covers("KEYS-006")
@pytest.mark.parametrize("role", ["next root", "third root"])
def test_a_takeover_and_a_card_after_it_wait_while_nothing_may_be_signed(role: str) -> None:
    """That card is of the same root keys, or of those that take over next."""
    pair, roots = CardedPair(), Roots("North", role)
    pair.south.start(listen=60_000)
    pair.north.publish(pair.north.takeover(next_root=Roots("North", "third root").id))
    keys: dict[str, Any] = {"root_ed25519": roots.ed25519, "root_mldsa65": roots.mldsa65}
    pair.north.publish(pair.north.next_card(roots, **keys))
    pair.settle()
    assert not written(pair.south, Kind.CARD_TAKEN)
    pair.later(60_000)
    assert not pair.south.events(CardNotTaken)
    assert [each.serial for each in pair.south.events(CardInForce)] == [2, 3]


@covers("KEYS-007")
def test_a_new_log_key_begins_with_a_new_segment_and_both_stay_good() -> None:
    pair = rotated()
    ref = say(pair.north, "under the second key")
    pair.settle()
    key = key_id(new_log_key(pair.north))
    stored = {each.entry.ref: each.entry for each in pair.south.stored}
    assert stored[ref].header.key_id == key
    assert not pair.south.events(FrameRefused)
    assert pair.south.line.logs.theirs.tip == ref
    assert pair.north.events(CardInForce)[0].new_keys


@covers("KEYS-007")
def test_until_it_starts_again_a_node_goes_on_with_the_old_key() -> None:
    pair = rotated(restart=False)
    ref = say(pair.north, "still under the first key")
    pair.settle()
    assert pair.south.line.logs.theirs.tip == ref
    pair.south.start()
    pair.greet()
    say(pair.north, "and after the other side started again")
    pair.settle()
    assert not pair.south.events(FrameRefused)


@covers("KEYS-008", "I16")
def test_the_old_key_is_refused_once_the_new_one_is_in_use() -> None:
    pair = rotated()
    thief = CardedPair(pair.world).north
    thief.stored = [each for each in pair.north.stored if each.entry.header.seq < 3][:4]
    thief.signer.starts = 100
    thief.use_key("log")
    thief.start()
    say(thief, "signed with what I found")
    count = len(pair.south.stored)
    pair.south.shown.clear()
    pair.south.hear([value for value in thief.sent if len(value) == 6])
    assert len(pair.south.stored) == count
    refused = pair.south.events(FrameRefused)
    assert refused
    assert "a new entry under an old key of North" in {each.text for each in refused}


@covers("KEYS-008")
def test_what_was_written_under_the_old_key_still_arrives_after_the_new_one() -> None:
    pair = CardedPair()
    pair.north.publish(pair.north.next_card(log_key=new_log_key(pair.north)))
    pair.settle()
    pair.cut()
    old = say(pair.north, "written while the link was down")
    pair.north.connected = False
    pair.north.use_key("second log")
    pair.north.start()
    new = say(pair.north, "under the new key")
    pair.greet()
    assert pair.south.line.logs.theirs.holds(old)
    assert pair.south.line.logs.theirs.tip == new or pair.south.line.logs.theirs.holds(new)


@covers("KEYS-009")
def test_a_side_that_lost_its_disk_learns_cards_and_keys_from_the_other() -> None:
    for name in ("north", "south"):
        pair = rotated()
        end: CardedEnd = getattr(pair, name)
        ref = say(pair.north, "under the second key")
        pair.settle()
        end.stored.clear()
        end.shown.clear()
        end.start(listen=60_000)
        pair.greet()
        pair.later(10_000)
        cards = end.line.memory.cards
        assert len(cards.chains[name == "north"]) == 2, name
        log = end.line.logs.ours if name == "north" else end.line.logs.theirs
        assert log.holds(ref), name
        assert log.whole, name


def branched() -> tuple[CardedPair, list[Ref]]:
    """North was brought back twice and has a new log key since; what it wrote in between stands aside."""
    pair, aside = CardedPair(), list[Ref]()
    count = len(pair.north.stored)
    for _ in range(2):
        aside += [say(pair.north, f"number {each}") for each in range(3)]
        pair.settle()
        pair.cut()
        restored(pair.north, count)
        pair.greet()
    pair.north.publish(pair.north.next_card(log_key=new_log_key(pair.north)))
    pair.settle()
    began(pair, pair.north)
    return pair, aside


@covers("KEYS-008", "I1", "I9")
@pytest.mark.parametrize("gone", [(0,), (1,), (2,), (1, 2), (4,), (5,), (3, 4, 5)])
def test_what_was_acknowledged_and_lost_comes_back_after_its_author_has_changed_its_key(
    gone: tuple[int, ...],
) -> None:
    pair, aside = branched()
    lost = {aside[each] for each in gone}
    segments = {each.segment for each in lost} if len(lost) == len(aside) // 2 else set[bytes]()
    pair.south.stored = [
        each
        for each in pair.south.stored
        if each.entry.ref not in lost and each.entry.header.segment not in segments
    ]
    pair.south.start()
    assert not any(map(pair.south.line.logs.theirs.holds, lost))
    pair.greet()
    pair.later(10_000)
    assert all(map(pair.south.line.logs.theirs.holds, lost))
    assert not pair.south.events(FrameRefused)


@covers("KEYS-008", "I16")
def test_another_version_of_what_was_acknowledged_and_is_held_is_refused_under_an_old_key() -> None:
    pair, aside = branched()
    twin = CardedPair().north
    other = say(twin, "another")
    assert other[:2] == aside[0][:2]
    hand_over(pair, other, twin)
    assert [each.text for each in pair.south.events(FrameRefused)] == [
        "a new entry under an old key of North"
    ]
    assert not pair.south.line.logs.theirs.holds(other)


# -- takeover -------------------------------------------------------------------------------------


@covers("CARD-024", "KEYS-010")
def test_the_next_root_takes_over_and_the_old_one_is_done_with() -> None:
    pair = CardedPair()
    pair.north.publish(pair.north.takeover())
    pair.settle()
    assert [each.taken_over for each in pair.south.events(CardInForce)] == [True]
    pair.north.publish(pair.north.next_card(Roots("North"), before=pair.north.cards["North"], serial=3))
    pair.settle()
    assert pair.south.events(CardNotTaken)[0].code == "FB135"
    assert len(pair.south.line.memory.cards.chains[False]) == 2


@covers("CARD-024")
def test_the_next_root_wins_against_cards_of_a_stolen_root() -> None:
    pair = CardedPair()
    before = pair.north.newest
    pair.north.publish(pair.north.next_card(officers=()))  # by the thief
    pair.settle()
    mine = pair.north.next_card(before=before, desks=(Desk(name="never seen by South"),))
    pair.north.publish(pair.north.takeover(before=mine, serial=1_000))
    pair.settle()
    assert [each.taken_over for each in pair.south.events(CardInForce)] == [False, True]
    pair.north.publish(pair.north.next_card(Roots("North"), before=mine, serial=1_001))  # the thief once more
    pair.settle()
    assert [each.code for each in pair.south.events(CardNotTaken)] == ["FB135"]


@covers("CARD-025")
def test_a_thief_of_the_root_keys_cannot_say_who_takes_over() -> None:
    pair = CardedPair()
    pair.north.publish(pair.north.next_card(next_root=b"\x07" * 32))
    pair.settle()
    assert [each.code for each in pair.south.events(CardNotTaken)] == ["FB439"]


@covers("CARD-015")
def test_a_thief_of_the_root_keys_cannot_run_away_with_the_serials() -> None:
    pair = CardedPair()
    pair.north.publish(pair.north.next_card(serial=2**31 - 1))
    pair.settle()
    assert [each.code for each in pair.south.events(CardNotTaken)] == ["FB128"]


# -- revocation -----------------------------------------------------------------------------------


def stolen() -> tuple[CardedPair, list[str], Revoke]:
    """North's first log key was stolen after one good message; South acknowledged another one since."""
    pair = CardedPair()
    good = say(pair.north, "good")
    pair.settle()
    say(pair.north, "disputed")
    pair.north.publish(pair.north.next_card(log_key=new_log_key(pair.north)))
    pair.settle()
    pair.cut()
    say(pair.north, "void")
    revoke = pair.north.revocation("log", good)
    return pair, ["good", "disputed", "void"], revoke


def marks(end: CardedEnd, *, ours: bool) -> dict[str, Mark]:
    found: dict[str, Mark] = {}
    for each in end.stored:
        header, party = each.entry.header, end.line.identity.ours.writer
        if header.kind == Kind.MESSAGE and (header.writer == party) is ours:
            body = each.entry.body or b""
            text = next(word for word in ("good", "disputed", "void", "new") if word.encode() in body)
            found[text] = end.line.memory.revocations.mark(header, each.entry.ref, ours=ours)
    return found


@covers("KEYS-020", "KEYS-021", "I16")
def test_a_revocation_leaves_what_was_acknowledged_and_voids_the_rest_alike_on_both_sides() -> None:
    pair, _, revoke = stolen()
    pair.north.say(Draft(kind=Kind.REVOKE, body=revoke))
    pair.greet()
    expected = {"good": Mark.GOOD, "disputed": Mark.DISPUTED, "void": Mark.VOID}
    assert marks(pair.north, ours=True) == marks(pair.south, ours=False) == expected
    (north,), (south,) = pair.north.events(KeyRevoked), pair.south.events(KeyRevoked)
    assert (north.ours, south.ours) == (True, False)
    assert (north.disputed, north.void) == (south.disputed, south.void)
    assert north.last_good is not None
    assert north.disputed >= 1
    assert north.void >= 1
    for end in pair.ends():
        end.start()
    pair.greet()
    assert marks(pair.north, ours=True) == marks(pair.south, ours=False) == expected


@covers("KEYS-021", "I16")
def test_another_version_under_an_acknowledged_number_is_not_acknowledged() -> None:
    pair, _, revoke = stolen()
    pair.north.say(Draft(kind=Kind.REVOKE, body=revoke))
    pair.greet()
    checked = 0
    for end, ours in ((pair.north, True), (pair.south, False)):
        memory = end.line.memory
        for each in [each.entry for each in end.stored if memory.is_ours(each.entry) is ours]:
            other = each.ref._replace(hash=bytes(32))
            if memory.revocations.mark(each.header, each.ref, ours=ours) is Mark.DISPUTED:
                assert memory.revocations.mark(each.header, other, ours=ours) is Mark.VOID
                checked += 1
            assert ours or not memory.receipting.is_said(other)
    assert checked >= 4, "among them the first, the last and one between"


@covers("KEYS-027")
def test_who_claims_to_have_acknowledged_what_was_never_written_saves_nothing() -> None:
    pair, _, revoke = stolen()
    pair.north.say(Draft(kind=Kind.REVOKE, body=revoke))
    segment = next(
        each.entry.header.segment for each in pair.north.stored if b"void" in (each.entry.body or b"")
    )
    everything = Run(segment=segment, first=1, last=1_000_000, last_hash=b"\x55" * 32)
    lie = RevokeTaken(revocation=revoke.revocation, acknowledged=(everything,))
    pair.south.say(Draft(kind=Kind.REVOKE_TAKEN, body=lie))
    pair.greet()
    assert marks(pair.north, ours=True)["void"] is Mark.VOID
    assert marks(pair.north, ours=True) == marks(pair.south, ours=False)


@covers("KEYS-022", "I16")
def test_after_the_acknowledgement_nothing_under_that_key_counts() -> None:
    pair, _, revoke = stolen()
    pair.north.say(Draft(kind=Kind.REVOKE, body=revoke))
    pair.greet()
    with pytest.raises(LocalError, match="FB433"):
        say(pair.north, "new")
    revocations = pair.north.line.memory.revocations
    revocations.held[True].clear()
    say(pair.north, "new")  # a node that does not care
    pair.south.shown.clear()
    pair.settle()
    assert marks(pair.south, ours=False)["new"] is Mark.VOID
    assert len(pair.south.events(EntryVoid)) == 1
    texts = [each.entry for each in pair.south.stored if b"new" in (each.entry.body or b"")]
    assert len(texts) == 1
    assert texts[0].hash not in pair.south.line.machines.messages.traces


@covers("KEYS-023")
def test_after_a_revocation_the_line_goes_on_under_the_new_key() -> None:
    pair, _, revoke = stolen()
    pair.north.say(Draft(kind=Kind.REVOKE, body=revoke))
    pair.greet()
    began(pair, pair.north)
    ref = say(pair.north, "new")
    pair.settle()
    assert pair.south.line.logs.theirs.tip == ref
    assert marks(pair.south, ours=False)["new"] is Mark.GOOD
    assert ref.hash in pair.south.line.machines.messages.traces


@covers("KEYS-004", "KEYS-025")
def test_a_revocation_taken_in_before_a_takeover_stops_no_start() -> None:
    pair, _, revoke = stolen()
    pair.north.say(Draft(kind=Kind.REVOKE, body=revoke))
    pair.greet()
    pair.north.publish(pair.north.takeover())
    pair.settle()
    pair.south.shown.clear()
    pair.south.start()
    pair.greet()
    assert not pair.south.events(RevocationNotTaken)
    assert pair.south.line.memory.revocations.is_revoked(key_id(public(pair.north.log("log"))), ours=False)


@covers("KEYS-024")
def test_a_revocation_that_came_by_another_way_works_the_same() -> None:
    pair, _, revoke = stolen()
    for draft in pair.south.line.memory.revocations.take_in(revoke):
        assert isinstance(draft, Draft)
        pair.south.say(draft)
    pair.greet()
    expected = {"good": Mark.GOOD, "disputed": Mark.DISPUTED, "void": Mark.VOID}
    assert marks(pair.north, ours=True) == marks(pair.south, ours=False) == expected


@covers("RECORD-019", "KEYS-022", "I9")
def test_what_only_void_entries_receipted_is_receipted_again() -> None:
    pair, _, revoke = stolen()
    sent = say(pair.south, "new")
    pair.north.hear(pair.south.values(EntryFrame(pair.south.stored[-1].entry)))
    assert not pair.north.sent, "the receipt is written and goes nowhere"
    for draft in pair.south.line.memory.revocations.take_in(revoke):
        assert isinstance(draft, Draft)
        pair.south.say(draft)
    pair.greet()
    assert pair.south.line.machines.messages.trace(sent.hash).level is Level.SENT
    pair.north.use_key("second log")
    pair.south.start()
    pair.north.start(listen=MINUTE)
    pair.settle()
    assert not pair.north.line.opened, "its `seen` will name the new segment of South"
    pair.greet()
    assert pair.south.line.machines.messages.trace(sent.hash).level is Level.STORED


@covers("KEYS-025")
@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ({"line": bytes(32)}, "another line"),
        ({"party": bytes(32)}, "another line"),
        ({"key": bytes(32)}, "no such log key"),
    ],
)
def test_a_revocation_of_something_else_changes_nothing(fault: dict[str, Any], reason: str) -> None:
    pair = CardedPair()
    pair.north.say(Draft(kind=Kind.REVOKE, body=pair.north.revocation("log", None, **fault)))
    pair.settle()
    assert reason in pair.south.events(RevocationNotTaken)[0].reason
    assert not written(pair.south, Kind.REVOKE_TAKEN)


@covers("KEYS-025")
def test_a_revocation_needs_the_root_keys_of_the_card_in_force() -> None:
    pair = CardedPair()
    for roots in (Roots("South"), Roots("North", "next root")):
        pair.north.say(Draft(kind=Kind.REVOKE, body=pair.north.revocation("log", None, roots)))
    pair.settle()
    assert len(pair.south.events(RevocationNotTaken)) == 2
    assert not pair.south.events(KeyRevoked)


@covers("KEYS-026")
def test_without_a_last_good_entry_all_that_was_not_acknowledged_is_void() -> None:
    pair, _, _ = stolen()
    pair.north.say(Draft(kind=Kind.REVOKE, body=pair.north.revocation("log", None)))
    pair.greet()
    assert marks(pair.south, ours=False) == {
        "good": Mark.DISPUTED,
        "disputed": Mark.DISPUTED,
        "void": Mark.VOID,
    }


# -- explanations ---------------------------------------------------------------------------------


def contradicted() -> tuple[CardedPair, tuple[object, object]]:
    """North signed two entries under one number, and South holds both."""
    pair = CardedPair()
    twin = CardedPair().north
    pair.cut()
    twin.sent.clear()
    say(pair.north, "one")
    say(twin, "other")
    pair.greet()
    pair.south.hear([each for each in twin.sent if len(each) == 6])
    pair.settle()
    (both,) = pair.south.line.machines.contradictions
    return pair, both


@covers("KEYS-030")
def test_an_explanation_ends_the_alarm_and_the_proof_stays() -> None:
    pair, (first, second) = contradicted()
    south = pair.south.line.machines
    assert south.checks.answers.trouble & Trouble.CONTRADICTION
    pair.north.hear([])
    body = pair.north.explanation(first, second)  # type: ignore[arg-type]
    pair.north.say(Draft(kind=Kind.EXPLAIN, body=body))
    pair.settle()
    (event,) = pair.south.events(ContradictionExplained)
    assert event.text == "Two machines ran on one copy of the disk."
    assert not south.contradictions
    assert not south.checks.answers.trouble & Trouble.CONTRADICTION
    assert written(pair.south, Kind.PROOF_EQUIVOCATION)
    pair.south.start()
    assert not pair.south.line.machines.contradictions


@covers("KEYS-031")
def test_only_root_keys_explain() -> None:
    pair, (first, second) = contradicted()
    forged = pair.north.explanation(first, second, Roots("South"))  # type: ignore[arg-type]
    pair.north.say(Draft(kind=Kind.EXPLAIN, body=forged))
    pair.settle()
    assert not pair.south.events(ContradictionExplained)
    assert pair.south.line.machines.contradictions


def test_a_line_without_cards_takes_none_in() -> None:
    carded, pair = CardedPair(), Pair()
    pair.north.say(carded.north.card_draft(carded.north.next_card()))
    pair.settle()
    assert pair.south.events(CardNotTaken)[0].code == "FB432"
    assert message(pair.north)
