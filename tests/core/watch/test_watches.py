"""Watches: who holds which desk, and how it passes on."""

from collections.abc import Callable

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import Action, Statement
from firebreak.core.watch.bodies import WatchHandOver, WatchTake
from firebreak.core.watch.events import WatchDoubted, WatchTaken
from firebreak.core.watch.watches import DESKS_MAX, Watches
from tests.core.learning import Record, names, statement_on
from tests.covering import covers

T = Instant(1_650_000_000_000)


@pytest.fixture
def record() -> Record:
    return Record()


@pytest.fixture
def watches() -> Watches:
    return Watches()


def take(officer: str = "Berg", desk: str = "air", languages: tuple[str, ...] = ("de", "uk")) -> WatchTake:
    body = WatchTake(desk=desk, role="duty officer", languages=languages)
    return body.stated(statement_on(body, officer))


def hand_over(off: str = "Berg", on: str = "Weiss", desk: str = "air") -> WatchHandOver:
    body = WatchHandOver(desk=desk, role="duty officer", languages=("en",))
    if on:
        body = body.relieved(relief(body, on))
    return body.stated(statement_on(body, off))


def relief(body: WatchHandOver, officer: str) -> Statement:
    return Statement(officer=officer, action=Action.TAKE_WATCH, detail=body.detail(), time=0)


def code(call: Callable[[], object]) -> str:
    with pytest.raises(LocalError) as raised:
        call()
    return raised.value.code


@covers("WATCH-001", "WATCH-002")
def test_a_desk_is_attended_from_taking_to_leaving(record: Record, watches: Watches) -> None:
    assert not watches.attended("air")
    assert names(watches.learn(record.write(watches.take(take()), at=T))) == ["WatchTaken"]
    watch = watches.watch("air")
    assert watch is not None
    assert (watch.officer, watch.role, watch.languages, watch.since) == (
        "Berg",
        "duty officer",
        ("de", "uk"),
        T,
    )
    assert names(watches.learn(record.write(watches.hand_over(hand_over()), at=T + 1))) == ["WatchHandedOver"]
    watch = watches.watch("air")
    assert watch is not None and (watch.officer, watch.languages) == ("Weiss", ("en",))
    assert names(watches.learn(record.write(watches.hand_over(hand_over("Weiss", "")), at=T + 2))) == [
        "WatchEnded"
    ]
    assert not watches.attended("air")


@covers("WATCH-002")
def test_each_side_has_its_own_watches(record: Record, watches: Watches) -> None:
    watches.learn(record.note(Kind.WATCH_TAKE, take("Orlov"), at=T, ours=False))
    assert watches.attended("air", ours=False)
    assert not watches.attended("air")
    assert [each.officer for each in watches.desks(ours=False)] == ["Orlov"]


@covers("WATCH-003")
def test_both_officers_sign_the_same_handover() -> None:
    body = WatchHandOver(desk="air", role="duty officer", languages=("en",))
    detail = body.detail()
    both = hand_over()
    assert both.detail() == detail
    assert both.statement is not None and both.relief is not None
    assert both.statement.detail == both.relief.detail == detail
    assert WatchHandOver(desk="harbour", role="duty officer", languages=("en",)).detail() != detail
    assert WatchHandOver.from_bytes(both.to_bytes()) == both


@covers("WATCH-004")
def test_nothing_is_handed_over_while_a_flash_is_unread_or_a_call_goes_on(record: Record) -> None:
    items = ["flash 0f3a is unread"]
    watches = Watches(lambda desk: items if desk == "air" else ())
    watches.learn(record.write(watches.take(take()), at=T))
    with pytest.raises(LocalError, match="flash 0f3a is unread") as raised:
        watches.hand_over(hand_over())
    assert raised.value.code == "FB175"
    items.clear()
    assert watches.hand_over(hand_over()).kind is Kind.WATCH_HAND_OVER


@covers("WATCH-005")
def test_only_the_officer_who_holds_a_desk_hands_it_over(record: Record, watches: Watches) -> None:
    assert code(lambda: watches.hand_over(hand_over())) == "FB176"
    watches.learn(record.write(watches.take(take()), at=T))
    assert code(lambda: watches.hand_over(hand_over("Weiss", "Berg"))) == "FB176"
    assert code(lambda: watches.hand_over(hand_over("Berg", "Berg"))) == "FB176"
    for held_by in (None, "Sidorov"):
        if held_by:
            watches.learn(record.note(Kind.WATCH_TAKE, take(held_by), at=T, ours=False))
        for on_coming in ("Petrov", ""):
            body = hand_over("Orlov", on_coming)
            said = watches.learn(record.note(Kind.WATCH_HAND_OVER, body, at=T, ours=False))
            assert [each.finding.code for each in said if isinstance(each, WatchDoubted)] == [
                "watch-not-held"
            ]
            watch = watches.watch("air", ours=False)
            assert (watch.officer if watch else None) == held_by
    said = watches.learn(record.note(Kind.WATCH_HAND_OVER, hand_over("Sidorov", "Sidorov"), at=T, ours=False))
    assert [each.finding.code for each in said if isinstance(each, WatchDoubted)] == ["watch-own-relief"]


@covers("WATCH-006")
def test_a_relief_can_take_a_desk_without_a_handover_and_the_record_says_so(
    record: Record, watches: Watches
) -> None:
    watches.learn(record.write(watches.take(take()), at=T))
    said = watches.learn(record.write(watches.take(take("Weiss")), at=T + 1))
    assert [each.before for each in said if isinstance(each, WatchTaken)] == ["Berg"]
    assert code(lambda: watches.take(take("Weiss"))) == "FB177"
    changed = watches.learn(record.write(watches.take(take("Weiss", languages=("en",))), at=T + 2))
    assert [each.before for each in changed if isinstance(each, WatchTaken)] == [""]


@covers("WATCH-007", "I15")
def test_a_watch_needs_every_signature(record: Record, watches: Watches) -> None:
    assert code(lambda: watches.take(WatchTake(desk="air"))) == "FB178"
    assert code(lambda: watches.hand_over(WatchHandOver(desk="air"))) == "FB178"
    body = WatchHandOver(desk="air")
    wrong = body.relieved(statement_on(body, "Weiss"))
    assert code(lambda: watches.hand_over(wrong.stated(statement_on(body)))) == "FB178"
    said = watches.learn(record.note(Kind.WATCH_TAKE, WatchTake(desk="air"), at=T, ours=False))
    assert [each.finding.code for each in said if isinstance(each, WatchDoubted)] == ["watch-unsigned"]
    assert watches.held == {}


@covers("WATCH-008")
def test_a_counterpart_cannot_fill_the_table_with_desks(record: Record, watches: Watches) -> None:
    said = []
    for number in range(DESKS_MAX + 1):
        said = watches.learn(record.note(Kind.WATCH_TAKE, take(desk=f"desk {number}"), at=T, ours=False))
    assert [each.finding.code for each in said if isinstance(each, WatchDoubted)] == ["watch-many"]
    assert names(watches.learn(record.write(watches.take(take()), at=T))) == ["WatchTaken"], (
        "ours is not affected"
    )


@covers("WATCH-009")
def test_the_same_entries_give_the_same_watches(record: Record) -> None:
    items = [
        record.note(Kind.WATCH_TAKE, take(), at=T),
        record.note(Kind.WATCH_HAND_OVER, hand_over(), at=T + 1),
        record.note(Kind.WATCH_TAKE, take("Orlov"), at=T + 2, ours=False),
    ]
    tables = []
    for _ in range(2):
        watches = Watches()
        for item in items:
            watches.learn(item)
        tables.append(watches.held)
    assert tables[0] == tables[1]
