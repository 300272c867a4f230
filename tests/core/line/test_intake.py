"""A counterpart that sends too much is slowed down: nothing is lost, and what is urgent gets through."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.instants import DAY, MINUTE, SECOND, Instant
from firebreak.core.call.bodies import CallOffer, Part
from firebreak.core.call.sound.bodies import CallCandidate
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.line.budgets import Budgets, Sort
from firebreak.core.line.events import EntryNoted
from firebreak.core.line.intake import ROOM_BYTES, Intake
from firebreak.core.line.rates import CounterpartFloods, CounterpartSlows, Limit, Rates, Slowed
from firebreak.core.linecheck.bodies import CheckPing
from firebreak.core.matching.bodies import MatchingPart, Role
from firebreak.core.message.bodies import Message
from firebreak.core.message.receipts import ReceiptNode
from firebreak.core.notice.bodies import Notice
from firebreak.core.notice.events import NoticeIssued, NoticesCrowd
from firebreak.core.record.bodies import SegmentOpen
from firebreak.core.record.frames import HaveFrame, have_value
from tests.core.line.making import say
from tests.covering import covers
from tests.fuzz.hostile import Hostile, check_starts_again, receipted, squeezed
from tests.pair import LINE, Pair

TIGHT = Rates(entries_per_minute=60, entries_at_once=10)


def words(text: str) -> Message:
    return Message(to=("duty",), from_desk="duty", text=text)


def flooded(rates: Rates = TIGHT, count: int = 60) -> tuple[Hostile, list[Any]]:
    """North after a flood of messages, and the entries of that flood."""
    hostile = Hostile()
    hostile.north.line.intake.budgets = Budgets(rates)
    hostile.send(hostile.say(Kind.SEGMENT_OPEN, SegmentOpen(software="hostile")))
    made = [hostile.say(Kind.MESSAGE, words(f"flood {number}")) for number in range(count)]
    for start in range(0, count, 8):
        hostile.send(*made[start : start + 8], compact=True)
    return hostile, made


def held(hostile: Hostile) -> set[bytes]:
    return {each.entry.hash for each in hostile.north.stored}


def wait(hostile: Hostile, milliseconds: int) -> None:
    """Time passes as the line wants it to: it is looked at whenever it asks for that."""
    north, world = hostile.north, hostile.world
    end, looks = world.now + milliseconds, 0
    while world.now < end:
        deadline = north.line.deadline
        due = end if deadline is None else deadline - (world.moment().wall - world.now)
        world.now = min(end, max(world.now + 1, due))
        north.do(north.line.tick(world.moment()))
        looks += 1
    assert looks <= 8 * milliseconds // SECOND + 60, "it is looked at again and again"


@covers("I22", "I9", "LIMITS-001", "LIMITS-002")
def test_a_flood_waits_and_every_entry_of_it_is_kept_in_its_turn() -> None:
    hostile, made = flooded()
    stored = held(hostile)
    assert 9 <= sum(each.hash in stored for each in made) <= 10
    wait(hostile, 20 * SECOND)
    assert 25 <= sum(each.hash in held(hostile) for each in made) <= 31
    wait(hostile, MINUTE)
    assert all(each.hash in held(hostile) for each in made)
    assert len(hostile.north.line.intake) == 0
    wait(hostile, 6 * MINUTE)
    assert {each.hash for each in made} <= receipted(hostile.north)
    check_starts_again(hostile)


@covers("LIMITS-006")
def test_a_flood_is_told_once_and_stands_in_our_record() -> None:
    hostile, _ = flooded()
    wait(hostile, 2 * MINUTE)
    north = hostile.north
    assert [each.limit for each in north.events(CounterpartFloods)] == [Limit.ENTRIES]
    said = [each.entry.body for each in north.stored if each.entry.header.kind == Kind.STATUS]
    assert [Slowed.from_bytes(each or b"").limit for each in said] == [Limit.ENTRIES]


@covers("I22", "LIMITS-003")
@pytest.mark.parametrize("kind", ["flash", "call", "sound"])
def test_what_is_urgent_passes_a_flood_of_the_same_counterpart(kind: str) -> None:
    hostile, made = flooded()
    assert made[-1].hash not in held(hostile)
    if kind == "flash":
        entry = hostile.say(Kind.MESSAGE, words("FIRE"), precedence=Precedence.FLASH)
    elif kind == "sound":
        entry = hostile.say(Kind.CALL_CANDIDATE, CallCandidate(call=b"c" * 16, by=Part.CALLER, last=True))
    else:
        entry = hostile.say(Kind.CALL_OFFER, CallOffer(call=b"c" * 16, desk="duty", from_desk="duty"))
    hostile.give([squeezed(entry, hostile.signer.key_id)])
    assert entry.hash in held(hostile)
    assert made[-1].hash not in held(hostile)
    assert entry.hash in receipted(hostile.north), "it is named as held beyond a gap"


def notices(hostile: Hostile, count: int, precedence: Precedence = Precedence.ROUTINE) -> list[Any]:
    """So many notices of a counterpart that floods with them."""
    made: list[Any] = []
    for number in range(count):
        body = Notice(from_desk="duty", to=("duty",), code="DF2", activity=f"flood {number}")
        signed = hostile.north.sign(body, "South one")
        made.append(hostile.say(Kind.NOTICE, signed, precedence=precedence))
    return made


@covers("I22", "LIMITS-003", "LIMITS-014")
@pytest.mark.parametrize("kind", ["message", "flash", "call", "check", "notice"])
def test_a_flood_of_notices_holds_up_nothing_else(kind: str) -> None:
    """What of the general budget notices do not get is there for all else, and urgent ones have a share."""
    hostile = Hostile()
    rates = Rates(entries_per_minute=60, entries_at_once=40, notices_at_once=10, urgent_notices_at_once=2)
    hostile.north.line.intake.budgets = Budgets(rates)
    made = notices(hostile, 100)
    for start in range(0, 100, 8):
        hostile.send(*made[start : start + 8], compact=True)
    taken = sum(each.hash in held(hostile) for each in made)
    assert 28 <= taken <= 42, "its own share, and three quarters of the general one"
    said: dict[str, tuple[Kind, Any, Precedence]] = {
        "message": (Kind.MESSAGE, words("all quiet"), Precedence.ROUTINE),
        "flash": (Kind.MESSAGE, words("FIRE"), Precedence.FLASH),
        "call": (Kind.CALL_OFFER, CallOffer(call=b"c" * 16, desk="duty", from_desk="duty"), Precedence.FLASH),
        "check": (Kind.CHECK_PING, CheckPing(nonce=b"n" * 16, number=1), Precedence.ROUTINE),
    }
    if kind == "notice":
        (entry,) = notices(hostile, 1, Precedence.FLASH)
    else:
        number, body, precedence = said[kind]
        entry = hostile.say(number, body, precedence=precedence)
    hostile.give([squeezed(entry, hostile.signer.key_id)])
    assert entry.hash in held(hostile)
    assert made[-1].hash not in held(hostile)
    wait(hostile, 3 * MINUTE)
    assert all(each.hash in held(hostile) for each in made), "none of them is lost"
    assert Limit.NOTICES in [each.limit for each in hostile.north.events(CounterpartFloods)]


@covers("LIMITS-014", "NOTICE-031", "NOTICE-032")
def test_a_desk_hears_of_so_many_notices_one_by_one_and_of_the_rest_in_one_line() -> None:
    hostile = Hostile()
    made = notices(hostile, 200)
    for start in range(0, 200, 8):
        hostile.send(*made[start : start + 8], compact=True)
    hostile.later(10 * SECOND)
    north = hostile.north
    assert all(each.hash in held(hostile) for each in made)
    assert len(north.events(NoticeIssued)) == 60
    assert [each.count for each in north.events(NoticesCrowd)] == [140]
    assert not north.events(EntryNoted)
    check_starts_again(hostile)


@covers("I22", "LIMITS-003", "LIMITS-014")
def test_a_flood_of_matchings_holds_up_nothing_else() -> None:
    hostile = Hostile()
    rates = Rates(entries_per_minute=60, entries_at_once=40, matchings_at_once=10)
    hostile.north.line.intake.budgets = Budgets(rates)
    name, data = bytes(32), b"blinded"
    part = MatchingPart(matching=name, role=Role.SETUP, number=1, of=1, whole=name, data=data)
    made = [hostile.say(Kind.MATCHING_PART, part, precedence=Precedence.FLASH) for _ in range(100)]
    for start in range(0, 100, 8):
        hostile.send(*made[start : start + 8], compact=True)
    taken = sum(each.hash in held(hostile) for each in made)
    assert 28 <= taken <= 42, "its own share, and three quarters of the general one"
    entry = hostile.say(Kind.MESSAGE, words("FIRE"), precedence=Precedence.FLASH)
    hostile.give([squeezed(entry, hostile.signer.key_id)])
    assert entry.hash in held(hostile)
    wait(hostile, 5 * MINUTE)
    assert all(each.hash in held(hostile) for each in made), "none of them is lost"
    assert Limit.MATCHINGS in [each.limit for each in hostile.north.events(CounterpartFloods)]


@covers("LIMITS-003")
def test_flash_notices_leave_the_share_of_flash_messages_alone() -> None:
    hostile = Hostile()
    hostile.send(*notices(hostile, 40, Precedence.FLASH), compact=True)
    budgets = hostile.north.line.intake.budgets
    assert budgets.own[Sort.FLASH].has(hostile.north.world.moment().wall, 6)
    assert not budgets.own[Sort.URGENT_NOTICE].has(hostile.north.world.moment().wall)


@covers("LIMITS-003")
def test_the_sound_of_a_flash_call_is_no_flash() -> None:
    hostile = Hostile()
    for number in range(40):
        body = CallCandidate(call=b"c" * 16, by=Part.CALLER, candidates=(f"candidate:{number}",))
        entry = hostile.say(Kind.CALL_CANDIDATE, body, precedence=Precedence.FLASH)
        hostile.give([squeezed(entry, hostile.signer.key_id)])
    assert not hostile.north.events(CounterpartFloods)


@covers("I22", "LIMITS-004")
def test_what_finds_no_room_is_set_aside_unread_ones_behind_it_can_still_be_read_and_all_is_asked_for() -> (
    None
):
    hostile, made = flooded(Rates(entries_per_minute=600, entries_at_once=1), count=1_600)
    intake = hostile.north.line.intake
    assert ROOM_BYTES <= intake.size < ROOM_BYTES + 1_000
    assert intake.aside > 0
    flash = hostile.say(Kind.MESSAGE, words("FIRE"), precedence=Precedence.FLASH)
    hostile.give([squeezed(flash, hostile.signer.key_id)])
    assert flash.hash in held(hostile)
    hostile.north.sent.clear()
    wait(hostile, 5 * MINUTE)
    assert len(intake) == 0
    assert any(each[0] == 1 for each in hostile.north.sent), "it says what it holds, and so asks for the rest"
    assert not any(each.hash in held(hostile) for each in made[-3:])


@covers("I22", "LIMITS-004")
def test_two_honest_nodes_get_through_the_tightest_budget_without_losing_a_word() -> None:
    pair = Pair()
    pair.north.line.intake.budgets = Budgets(Rates(entries_per_minute=600, entries_at_once=5))
    refs = [say(pair.south, f"{number} {'x' * 3_000}") for number in range(150)]
    pair.settle()
    assert pair.north.line.intake.aside > 0
    pair.later(3 * MINUTE)
    stored = {each.entry.hash for each in pair.north.stored}
    assert all(each.hash in stored for each in refs)
    assert pair.north.line.logs.theirs.missing() == 0
    slows = pair.south.events(CounterpartSlows)
    assert [each.limit for each in slows] == [Limit.ENTRIES]


@covers("I22", "LIMITS-005")
def test_many_questions_get_so_many_answers_a_minute() -> None:
    rates = Rates(entries_at_once=100, entries_per_minute=12)
    hostile, _ = flooded(rates, count=0)
    for number in range(300):
        hostile.send(hostile.say(Kind.CHECK_PING, CheckPing(nonce=number.to_bytes(16, "big"), number=1)))

    def pongs() -> int:
        return sum(each.entry.header.kind == Kind.CHECK_PONG for each in hostile.north.stored)

    assert pongs() <= rates.entries_at_once
    answer = hostile.say(Kind.RECEIPT_NODE, ReceiptNode())
    hostile.send(answer)
    assert answer.hash in held(hostile), "an answer does not wait behind questions"
    begun = pongs()
    wait(hostile, MINUTE)
    assert pongs() <= begun + rates.entries_per_minute + rates.checks_per_minute + 1
    wait(hostile, 25 * MINUTE)
    assert pongs() == 300


@covers("LIMITS-002", "LIMITS-005")
def test_the_checks_of_a_long_cut_come_back_at_once_and_are_no_flood() -> None:
    pair, _ = flooded(Rates(), count=0)
    for number in range(500):
        pair.send(pair.say(Kind.CHECK_PING, CheckPing(nonce=number.to_bytes(16, "big"), number=1)))
    assert pair.north.line.logs.theirs.missing() == 0
    assert sum(each.entry.header.kind == Kind.CHECK_PING for each in pair.north.stored) >= 500
    assert not pair.north.events(CounterpartFloods)


@covers("I22", "LIMITS-005")
def test_a_node_that_asks_for_everything_again_and_again_gets_it_so_often() -> None:
    hostile, _ = flooded(Rates(), count=0)
    hostile.north.sent.clear()
    everything = have_value(HaveFrame((), (), False, b"h" * 16))
    for _ in range(300):
        hostile.give([everything])  # type: ignore[list-item]
    lists = sum(each[0] == 1 for each in hostile.north.sent)
    assert lists <= Rates().lists_at_once
    wait(hostile, MINUTE)
    lists = sum(each[0] == 1 for each in hostile.north.sent)
    assert lists <= Rates().lists_at_once + Rates().lists_per_minute + 1
    assert len(hostile.north.line.intake) <= 8


@covers("I22", "LIMITS-007")
def test_the_reserve_of_the_disk_is_for_what_is_urgent_and_for_our_own_words() -> None:
    hostile, _ = flooded(Rates(), count=0)
    hostile.north.line.intake.budgets.reserved = True
    routine = hostile.say(Kind.MESSAGE, words("routine"))
    flash = hostile.say(Kind.MESSAGE, words("FIRE"), precedence=Precedence.FLASH)
    offer = hostile.say(Kind.CALL_OFFER, CallOffer(call=b"c" * 16, desk="duty", from_desk="duty"))
    ping = hostile.say(Kind.CHECK_PING, CheckPing(nonce=b"n" * 16, number=1))
    hostile.send(routine, flash, offer, ping)
    ours = say(hostile.north, "we still speak")
    wait(hostile, 10 * MINUTE)
    assert {flash.hash, offer.hash, ping.hash, ours.hash} <= held(hostile)
    assert routine.hash not in held(hostile)
    assert not hostile.north.events(CounterpartFloods), "the counterpart does nothing wrong"
    hostile.north.line.intake.budgets.reserved = False
    wait(hostile, MINUTE)
    assert routine.hash in held(hostile)


@covers("LIMITS-008")
def test_a_node_that_starts_too_often_in_a_day_is_told_of() -> None:
    hostile, _ = flooded(Rates(), count=0)
    for number in range(80):
        hostile.give([have_value(HaveFrame((), (), True, number.to_bytes(16, "big")))])  # type: ignore[list-item]
        wait(hostile, 10 * SECOND)
    floods = hostile.north.events(CounterpartFloods)
    assert [each.limit for each in floods] == [Limit.SEGMENTS]
    wait(hostile, DAY // 64 + SECOND)


@covers("LIMITS-009")
def test_what_we_lost_comes_back_beside_any_flood() -> None:
    pair = Pair()
    refs = [say(pair.north, f"words {number}") for number in range(40)]
    pair.settle()
    north = pair.north
    pair.cut()
    north.stored = [each for each in north.stored if each.entry.hash not in {ref.hash for ref in refs}]
    north.start(listen=60_000)
    north.line.intake.budgets = Budgets(Rates(entries_per_minute=1, entries_at_once=1))
    pair.greet()
    stored = {each.entry.hash for each in north.stored}
    assert all(each.hash in stored for each in refs)


def test_junk_is_told_of_sixty_times_and_then_seldom() -> None:
    hostile = Hostile()
    shown = sum(len(hostile.give([[9, 9]])) for _ in range(500))
    assert shown <= 61
    assert LINE


@covers("I22")
@given(
    st.lists(
        st.tuples(st.sampled_from([each for each in Sort if each is not Sort.LIST]), st.integers(0, 3_000)),
        max_size=120,
    )
)
def test_whatever_comes_is_taken_or_waits_or_was_set_aside_and_each_sort_keeps_its_order(
    coming: list[tuple[Sort, int]],
) -> None:
    hostile = Hostile()
    intake, now = Intake(Budgets(Rates(entries_per_minute=30, entries_at_once=3))), Instant(0)
    order: dict[Sort, list[int]] = {each: [] for each in Sort}
    offered = dict.fromkeys(Sort, 0)
    for sort, pause in coming:
        now = Instant(now + pause)
        offered[sort] += 1
        entry = hostile.say(Kind.MESSAGE, words(str(offered[sort])))
        if intake.offer(entry, sort, now):
            order[sort].append(offered[sort])
        for item, taken in intake.take(now):
            assert not isinstance(item, HaveFrame) and item.body is not None
            order[taken].append(int(Message.from_bytes(item.body).text))
    assert all(each == sorted(each) for each in order.values())
    assert sum(map(len, order.values())) + len(intake) + intake.aside == len(coming)
    assert intake.aside == 0
    assert len(order[Sort.FLASH]) >= min(6, offered[Sort.FLASH])
    while len(intake):
        deadline = intake.deadline
        assert deadline is not None and deadline > now
        now = deadline
        for item, taken in intake.take(now):
            assert not isinstance(item, HaveFrame)
            order[taken].append(0)
    assert intake.size == 0
    assert sum(map(len, order.values())) == len(coming)
