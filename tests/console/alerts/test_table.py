"""The table of an alert, the page that shows it, and every order of facts and acts."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from firebreak.console.alerts.alert import SILENCE_MS, Alert, Impossible
from firebreak.console.alerts.book import FLOOD_COUNT, Book, Happening, Situation
from firebreak.console.alerts.chain import PLAN, Channel, due
from firebreak.console.alerts.kinds import KINDS, Rank
from firebreak.console.alerts.table import OPEN, TRANSITIONS, WAITING, State, Step, diagram
from tools.tree import ROOT


def test_the_page_holds_the_diagram_that_the_table_prints() -> None:
    page = (ROOT / "docs" / "alarms.md").read_text(encoding="utf-8")
    assert f"```mermaid\n{diagram()}\n```" in page


def test_every_state_is_reached_every_step_is_used_and_a_closed_alert_stays_closed() -> None:
    assert {State.UNACKNOWLEDGED, *TRANSITIONS.values()} == set(State)
    assert {step for _, step in TRANSITIONS} == set(Step)
    assert not [before for before, _ in TRANSITIONS if before is State.CLOSED]


def test_facts_alone_never_close_what_nobody_acknowledged() -> None:
    by_facts = {Step.GREW, Step.RECTIFIED, Step.UNSHELVED, Step.TRANSFERRED}
    reached = {State.UNACKNOWLEDGED}
    for _ in State:
        reached |= {
            TRANSITIONS[each, step] for each in reached for step in by_facts if (each, step) in TRANSITIONS
        }
    assert reached <= {*OPEN}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("step", Step)
def test_what_the_table_has_no_row_for_is_refused_and_changes_nothing(state: State, step: Step) -> None:
    alert = Alert(id="a1", situation="x", kind="line_silent", rank=Rank.WARNING, state=state)
    if (state, step) in TRANSITIONS:
        assert alert.stepped(step).state is TRANSITIONS[state, step]
    else:
        with pytest.raises(Impossible):
            alert.stepped(step)


def test_every_rank_but_a_caution_has_a_chain_that_begins_at_the_console() -> None:
    assert {rank for rank, moves in PLAN.items() if moves} == {*Rank} - {Rank.CAUTION}
    assert all(moves[0].channel is Channel.CONSOLE for moves in PLAN.values() if moves)


KINDS_USED = ("stop_now", "flash_unread", "line_silent", "link_degraded", "media_not_secure")
PERSONS = ("ann", "ben", "cid")


class Orders(RuleBasedStateMachine):
    """A model of a few lines: what holds is set at will, persons act at will, time passes."""

    def __init__(self) -> None:
        super().__init__()
        self.book = Book()
        self.now = 1_000_000
        self.holds: dict[tuple[str, str], list[str]] = {}
        self.owed: dict[str, set[str]] = {}
        "Of each situation: what was raised and no person has acknowledged since."
        self.ready = True

    def observe(self) -> None:
        found = [
            Situation(kind=kind, line=line, subjects=tuple(subjects))
            for (kind, line), subjects in self.holds.items()
            if self.ready
        ]
        before = dict(self.book.alerts)
        happened = self.book.observe(found, now=self.now, wall=self.now, blind=not self.ready)
        for each in happened:
            self.took(each)
        for gone in before.keys() - self.book.alerts.keys():
            assert before[gone].state is State.ACKNOWLEDGED, "only what a person acknowledged may close"

    def took(self, happened: Happening) -> None:
        alert = happened.alert
        if happened.what in ("raised", "grew"):
            self.owed[alert.situation] = set(PERSONS)

    @rule(kind=st.sampled_from(KINDS_USED), line=st.sampled_from(["south", "west"]), new=st.booleans())
    def comes(self, kind: str, line: str, *, new: bool) -> None:
        held = self.holds.setdefault((kind, line), [])
        if new:
            held.append(f"{self.now}/{len(held)}")
        self.observe()

    @rule(data=st.data())
    def goes(self, data: st.DataObject) -> None:
        if self.holds:
            del self.holds[data.draw(st.sampled_from(sorted(self.holds)))]
        self.observe()

    @rule(seconds=st.integers(0, 900))
    def passes(self, seconds: int) -> None:
        self.now += seconds * 1_000
        self.observe()

    @rule(ready=st.booleans())
    def node(self, *, ready: bool) -> None:
        self.ready = ready
        self.observe()

    @rule(data=st.data(), person=st.sampled_from(PERSONS), there=st.integers(1, 3))
    def acknowledges(self, data: st.DataObject, person: str, there: int) -> None:
        if alert := self.some(data):
            try:
                after, step = alert.acknowledged(person, self.now, persons=there)
            except Impossible:
                return
            self.book.put(after)
            if step is Step.ACKNOWLEDGED:
                self.owed.pop(alert.situation, None)
                assert after.acknowledged_by == person
                if alert.rank is Rank.EMERGENCY and there > 1 and alert.state is State.HALF:
                    assert alert.half_by != person

    @rule(data=st.data(), person=st.sampled_from(PERSONS), minutes=st.integers(1, 20))
    def shelves(self, data: st.DataObject, person: str, minutes: int) -> None:
        if alert := self.some(data):
            try:
                self.book.put(alert.shelved(person, "", self.now + minutes * 60_000))
            except Impossible:
                return
            assert alert.rank is not Rank.EMERGENCY

    @rule(data=st.data())
    def silences(self, data: st.DataObject) -> None:
        if alert := self.some(data):
            try:
                after = alert.silenced(self.now)
            except Impossible:
                return
            assert after.silenced_until == self.now + SILENCE_MS
            assert due(after, now=self.now, wall=self.now) == due(alert, now=self.now, wall=self.now)
            self.book.put(after)

    @rule()
    def restarts(self) -> None:
        kept = [Alert.of(each.value()) for each in self.book.alerts.values()]
        assert kept == list(self.book.alerts.values())
        book = Book(number=self.book.number, seen=dict(self.book.seen))
        for each in kept:
            book.put(each)
        self.book = book

    def some(self, data: st.DataObject) -> Alert | None:
        if not self.book.alerts:
            return None
        return self.book.alerts[data.draw(st.sampled_from(sorted(self.book.alerts)))]

    @invariant()
    def every_situation_that_held_long_enough_has_its_alert_and_only_one(self) -> None:
        situations = [each.situation for each in self.book.alerts.values()]
        assert len(situations) == len(set(situations))
        for (kind, line), subjects in self.holds.items():
            if not KINDS[kind].hold_seconds and self.ready:
                alert = self.book.of(Situation(kind=kind, line=line).key)
                assert alert is not None and {*subjects[-64:]} <= {*alert.subjects}

    @invariant()
    def nothing_that_a_person_still_owes_is_gone(self) -> None:
        for situation in self.owed:
            alert = self.book.of(situation)
            assert alert is not None and alert.state in OPEN

    @invariant()
    def an_acknowledged_alert_names_its_person_and_an_emergency_is_never_shelved(self) -> None:
        for each in self.book.alerts.values():
            assert (each.state is State.ACKNOWLEDGED) is (each.acknowledged_by is not None)
            assert each.rank is not Rank.EMERGENCY or each.shelved_until is None
            assert each.state in WAITING or not due(each, now=self.now, wall=self.now)


TestOrders = Orders.TestCase
TestOrders.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)


def test_what_comes_and_goes_within_its_time_raises_nothing() -> None:
    book, held = Book(), [Situation(kind="link_degraded", line="south")]
    assert not book.observe(held, now=0, wall=0)
    assert not book.observe([], now=5_000, wall=5_000)
    assert not book.observe(held, now=9_000, wall=9_000)
    assert not book.observe(held, now=18_000, wall=18_000)
    assert [each.what for each in book.observe(held, now=19_000, wall=19_000)] == ["raised"]


def test_what_was_over_before_anybody_could_look_is_told_once() -> None:
    book, held = Book(), [Situation(kind="media_not_secure", line="south", subjects=("1",), over=True)]
    told = book.observe(held, now=10, wall=10)
    assert [each.what for each in told] == ["raised", "rectified"]
    (alert,) = book.alerts.values()
    assert not book.observe(held, now=20, wall=20)
    book.put(alert.acknowledged("ann", 30)[0])
    assert not book.observe(held, now=40, wall=40) and not book.alerts
    more = [Situation(kind="media_not_secure", line="south", subjects=("1", "2"), over=True)]
    assert [each.what for each in book.observe(more, now=50, wall=50)] == ["raised", "rectified"]
    yet_more = [Situation(kind="media_not_secure", line="south", subjects=("1", "2", "3"), over=True)]
    assert [each.what for each in book.observe(yet_more, now=60, wall=60)] == ["grew"]
    assert [each.what for each in book.observe(yet_more, now=70, wall=70)] == ["rectified"]
    assert len(book.alerts) == 1, "any number of calls is one alert"


def test_more_alerts_than_a_person_can_work_through_are_counted() -> None:
    book = Book()
    several = [Situation(kind="line_silent", line=f"line {each}") for each in range(FLOOD_COUNT + 1)]
    book.observe(several[:-1], now=1_000, wall=1_000)
    assert book.floods(1_000) == 0
    book.observe(several, now=2_000, wall=2_000)
    assert book.floods(2_000) == FLOOD_COUNT + 1
    assert book.floods(2_000_000) == 0


def asking(rank: Rank, **changes: Any) -> Alert:
    kind = next(name for name, each in KINDS.items() if each.rank is rank)
    return Alert(id="a1", situation="x", kind=kind, rank=rank, raised_at=0, asked_at=0, **changes)


@pytest.mark.parametrize(
    ("rank", "seconds", "channels"),
    [
        (Rank.EMERGENCY, 0, {"console"}),
        (Rank.EMERGENCY, 30, {"console", "phone", "mail"}),
        (Rank.EMERGENCY, 120, {"console", "phone", "mail", "officer"}),
        (Rank.ALARM, 59, {"console"}),
        (Rank.ALARM, 60, {"console", "positions"}),
        (Rank.ALARM, 179, {"console", "positions"}),
        (Rank.ALARM, 180, {"console", "positions", "phone"}),
        (Rank.ALARM, 300, {"console", "positions", "phone", "mail"}),
        (Rank.WARNING, 599, {"console"}),
        (Rank.WARNING, 600, {"console", "positions", "mail"}),
        (Rank.CAUTION, 100_000, set()),
    ],
)
def test_each_step_of_the_chain_has_its_time(rank: Rank, seconds: int, channels: set[str]) -> None:
    at = seconds * 1_000
    assert {*due(asking(rank), now=at, wall=at)} == channels


def test_flash_after_flash_puts_off_no_step_of_the_chain() -> None:
    book, minute = Book(), 60_000
    flash = Situation(kind="flash_unread", line="south")
    for number in range(10):
        flash = replace(flash, subjects=(*flash.subjects, f"flash {number}"))
        book.observe([flash], now=number * minute, wall=number * minute)
        (alert,) = book.alerts.values()
        for channel in due(alert, now=number * minute, wall=number * minute):
            book.put(replace(alert, chain={**book.alerts[alert.id].chain, channel.value: "delivered"}))
    (alert,) = book.alerts.values()
    assert alert.asked_at == 0
    assert set(alert.chain) >= {"console", "positions", "phone"}
    taken, _ = alert.acknowledged("ann", 10 * minute)
    book.put(taken)
    more = replace(flash, subjects=(*flash.subjects, "one more"))
    book.observe([more], now=11 * minute, wall=11 * minute)
    (alert,) = book.alerts.values()
    assert (alert.asked_at, alert.chain) == (11 * minute, {}), "after a person took it, it begins anew"


def test_the_chain_does_not_wait_where_nothing_was_reached_and_ends_with_the_person() -> None:
    alert = asking(Rank.ALARM, chain={"console": "failed"})
    assert due(alert, now=0, wall=0) == [Channel.POSITIONS]
    alert = asking(Rank.ALARM, chain={"console": "failed", "positions": "failed"})
    assert due(alert, now=0, wall=0) == [Channel.PHONE]
    alert = asking(Rank.ALARM, chain={"console": "delivered", "positions": "failed"})
    assert due(alert, now=61_000, wall=61_000) == []
    taken, _ = alert.acknowledged("ann", 0)
    assert due(taken, now=10**9, wall=10**9) == []
    aside = asking(Rank.ALARM).shelved("ann", "", 10**9)
    assert due(aside, now=10**8, wall=10**8) == []
