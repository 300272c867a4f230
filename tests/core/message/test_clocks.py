"""Escalation clocks: each deadline ends in a receipt or in one miss."""

from typing import ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from firebreak.core.base.instants import DAY, MINUTE, SECOND, Instant
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft
from firebreak.core.message.clocks import FLASH, ClockPlan, Clocks, Limits, alarms
from firebreak.core.message.events import Overdue, OverdueMet
from firebreak.core.message.levels import Level
from firebreak.core.message.messages import Messages
from firebreak.core.message.receipts import EscalationMissed
from tests.core.learning import Record, drafts, names
from tests.core.message.letters import Post, T
from tests.covering import covers


def seconds(precedence: Precedence) -> list[int]:
    limits = ClockPlan().limits(precedence)
    return [limits.of(level) for level in (Level.STORED, Level.SHOWN, Level.ACKNOWLEDGED)]


@covers("MESSAGE-020")
def test_the_clocks_that_hold_without_an_agreement() -> None:
    assert {each.name: seconds(each) for each in Precedence} == {
        "FLASH": [10, 30, 180],
        "IMMEDIATE": [30, 120, 600],
        "PRIORITY": [120, 0, 3_600],
        "ROUTINE": [600, 0, 86_400],
    }


@covers("MESSAGE-020")
def test_an_agreed_plan_travels_and_changes_the_clocks() -> None:
    assert ClockPlan().to_bytes() == b"\xa0"
    plan = ClockPlan.from_bytes(ClockPlan(flash=Limits(stored_seconds=5)).to_bytes())
    post, messages = Post(), Messages(plan)
    messages.learn(post.message(precedence=Precedence.FLASH))
    assert messages.deadline == T + 5 * SECOND


@covers("MESSAGE-021", "I18")
def test_a_miss_is_raised_once_and_stated_in_an_entry() -> None:
    post, messages = Post(), Messages()
    ours = post.message(precedence=Precedence.FLASH)
    messages.learn(ours)
    assert messages.tick(Instant(T + 10 * SECOND - 1)) == []
    said = messages.tick(Instant(T + 10 * SECOND))
    assert names(said) == ["Overdue"]
    assert [draft.body for draft in drafts(said)] == [
        EscalationMissed(entry=ours.ref.hash, level=Level.STORED, precedence=Precedence.FLASH)
    ]
    messages.learn(post.record.write(drafts(said)[0], at=T + 10 * SECOND))
    assert messages.tick(Instant(T + 29 * SECOND)) == []
    assert [clock.level for clock in messages.clocks.overdue] == [Level.STORED]


@covers("MESSAGE-021", "I18")
def test_a_receipt_in_time_means_no_miss_and_an_acknowledgement_proves_all_before_it() -> None:
    clocks = Clocks()
    clocks.start(b"a", Precedence.FLASH, Instant(T))
    assert clocks.met(b"a", Level.ACKNOWLEDGED, Instant(T + 1)) == []
    assert clocks.deadline is None
    assert clocks.tick(Instant(T + DAY)) == []


@covers("MESSAGE-022")
def test_a_receipt_after_its_time_ends_what_is_overdue() -> None:
    clocks = Clocks()
    clocks.start(b"a", Precedence.PRIORITY, Instant(T))
    clocks.tick(Instant(T + 2 * MINUTE))
    assert clocks.met(b"a", Level.STORED, Instant(T + 3 * MINUTE)) == [
        OverdueMet(at=Instant(T + 3 * MINUTE), entry=b"a", level=Level.STORED, late_ms=MINUTE)
    ]
    assert clocks.overdue == ()


@covers("MESSAGE-023")
def test_flash_and_immediate_alarm_at_each_step_routine_goes_on_a_list() -> None:
    alarming = [
        (precedence.name, level.name)
        for precedence in Precedence
        for level in (Level.STORED, Level.SHOWN, Level.ACKNOWLEDGED)
        if alarms(precedence, level)
    ]
    assert alarming == [
        ("PRIORITY", "ACKNOWLEDGED"),
        *(("IMMEDIATE", level) for level in ("STORED", "SHOWN", "ACKNOWLEDGED")),
        *(("FLASH", level) for level in ("STORED", "SHOWN", "ACKNOWLEDGED")),
    ]


@covers("MESSAGE-024", "I18")
@pytest.mark.parametrize("back_at", [T + 10 * SECOND, T + DAY])
def test_what_ran_out_while_the_node_was_down_is_raised_at_once_and_marked(back_at: int) -> None:
    post, messages = Post(), Messages()
    messages.learn(post.message(precedence=Precedence.FLASH))
    said = messages.resume(Instant(back_at))
    raised = [each for each in said if isinstance(each, Overdue)]
    assert raised[0].level is Level.STORED
    assert all(each.restart for each in raised)
    assert messages.resume(Instant(back_at)) == []


@covers("MESSAGE-024", "I18")
def test_a_clock_that_cannot_be_judged_is_raised_at_once_and_marked() -> None:
    clocks = Clocks()
    clocks.start(b"a", Precedence.FLASH, Instant(T + DAY))
    clocks.resume(Instant(T))
    raised = [each for each in clocks.tick(Instant(T)) if isinstance(each, Overdue)]
    assert {each.level for each in raised} == {Level.STORED, Level.SHOWN, Level.ACKNOWLEDGED}
    assert all(each.restart for each in raised)


@covers("MESSAGE-024", "I18")
def test_a_miss_that_is_on_record_is_not_raised_again_after_a_restart() -> None:
    post, messages = Post(), Messages()
    ours = post.message(precedence=Precedence.FLASH)
    missed = EscalationMissed(entry=ours.ref.hash, level=Level.STORED, precedence=Precedence.FLASH)
    messages.learn(ours)
    messages.learn(post.record.note(Kind.ESCALATION_MISSED, missed, at=T + 10 * SECOND))
    assert messages.resume(Instant(T + 11 * SECOND)) == []
    assert messages.deadline == T + 30 * SECOND


@covers("MESSAGE-025")
def test_what_the_counterpart_states_of_our_receipts_is_shown_and_moves_no_clock_of_ours() -> None:
    post, messages = Post(), Messages()
    ours = post.message()
    messages.learn(ours)
    before = messages.deadline
    missed = EscalationMissed(entry=ours.ref.hash, level=Level.STORED)
    assert names(messages.learn(post.record.note(Kind.ESCALATION_MISSED, missed, at=T, ours=False))) == [
        "CounterpartMissed"
    ]
    assert messages.deadline == before


class ClockDays(RuleBasedStateMachine):
    """Messages, receipts, waits, crashes and restarts in any order."""

    DUE: ClassVar = {
        Level.STORED: FLASH.stored_seconds,
        Level.SHOWN: FLASH.shown_seconds,
        Level.ACKNOWLEDGED: FLASH.acknowledged_seconds,
    }

    def __init__(self) -> None:
        super().__init__()
        self.now = T
        self.record = Record()
        self.stored: list[tuple[str, bytes, Level | None, int]] = []
        self.raised: dict[tuple[bytes, Level], int] = {}
        self.met: dict[tuple[bytes, Level], int] = {}
        self.clocks = Clocks()
        self.started: dict[bytes, int] = {}

    @rule()
    def send(self) -> None:
        entry = len(self.started).to_bytes(32, "big")
        self.started[entry] = self.now
        self.stored.append(("sent", entry, None, self.now))
        self.clocks.start(entry, Precedence.FLASH, Instant(self.now))

    @precondition(lambda self: self.started)
    @rule(data=st.data(), level=st.sampled_from([Level.STORED, Level.SHOWN, Level.READ, Level.ACKNOWLEDGED]))
    def receive(self, data: st.DataObject, level: Level) -> None:
        entry = data.draw(st.sampled_from(sorted(self.started)))
        self.stored.append(("met", entry, level, self.now))
        self.clocks.met(entry, level, Instant(self.now))
        for each in self.DUE:
            if each <= level:
                self.met.setdefault((entry, each), self.now)

    @rule(wait=st.integers(0, 60 * SECOND))
    def wait(self, wait: int) -> None:
        until = self.now + wait
        while (due := self.clocks.deadline) is not None and due <= until:
            self.now = max(self.now, due)
            self.take(self.clocks.tick(Instant(self.now)))
        self.now = until

    @rule(down=st.integers(-60 * SECOND, 60 * SECOND))
    def restart(self, down: int) -> None:
        self.now += down
        self.clocks = Clocks()
        for what, entry, level, at in self.stored:
            if what == "sent":
                self.clocks.start(entry, Precedence.FLASH, Instant(at))
            elif what == "met":
                assert level is not None
                self.clocks.met(entry, level, Instant(at))
            else:
                assert level is not None
                self.clocks.stated(entry, level)
        self.clocks.resume(Instant(self.now))
        self.take(self.clocks.tick(Instant(self.now)))

    def take(self, said: list[Draft | Overdue]) -> None:
        for each in said:
            if isinstance(each, Draft):
                body = each.body
                assert isinstance(body, EscalationMissed)
                self.stored.append(("missed", body.entry, body.level, self.now))
                self.clocks.stated(body.entry, body.level)
                continue
            key = (each.entry, each.level)
            assert key not in self.raised, "raised twice"
            assert key not in self.met, "raised although the receipt is recorded"
            self.raised[key] = self.now

    @invariant()
    def every_deadline_ends_in_exactly_one(self) -> None:
        for entry, at in self.started.items():
            for level, limit in self.DUE.items():
                if self.now > at + limit * SECOND:
                    key = (entry, level)
                    assert key in self.raised or key in self.met, "neither receipt nor miss"

    @invariant()
    def nothing_is_overdue_that_was_met(self) -> None:
        listed = {(clock.entry, clock.level) for clock in self.clocks.overdue}
        assert listed == {key for key in self.raised if key not in self.met}


@covers("MESSAGE-021", "MESSAGE-024", "I18")
class TestClockDays(ClockDays.TestCase):  # type: ignore[name-defined,misc]
    """Runs the days."""

    settings = settings(max_examples=60, stateful_step_count=30, deadline=None)


@covers("MESSAGE-026")
def test_clocks_that_are_met_leave_nothing_behind() -> None:
    clocks = Clocks()
    for number in range(20_000):
        clocks.start(number.to_bytes(4, "big"), Precedence.ROUTINE, Instant(T + number))
        clocks.met(number.to_bytes(4, "big"), Level.ACKNOWLEDGED, Instant(T + number))
    assert clocks.deadline is None
    assert len(clocks._heap) <= 200
