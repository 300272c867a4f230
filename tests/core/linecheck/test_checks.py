"""Line checks: good, late, missed, refused, and the colour that follows from them."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from firebreak.core.base.dice import Dice
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import HOUR, MINUTE, SECOND, Instant
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.linecheck.bodies import (
    CheckMissed,
    CheckPerson,
    CheckPing,
    CheckPong,
    CheckRefusal,
    CheckRefuse,
    Trouble,
)
from firebreak.core.linecheck.calendar import CheckCalendar
from firebreak.core.linecheck.checks import LineChecks
from firebreak.core.linecheck.events import CheckAnswered, CheckDoubted, Result
from firebreak.core.linecheck.status import Colour, Reason
from tests.core.learning import Record, drafts, names, statement_on
from tests.core.linecheck.checking import Pair, Side, T
from tests.covering import covers

SLOT = 300 * SECOND
LATE = 30 * SECOND
MISSED = 120 * SECOND


def colour(side: Side, at: int) -> tuple[Colour, Reason]:
    status = side.checks.status(Instant(at))
    return status.colour, status.reasons[0]


@covers("CHECK-010", "CHECK-011", "CHECK-012")
def test_in_a_slot_both_sides_ask_and_both_are_answered() -> None:
    pair = Pair()
    pair.run(T)
    expected = ["CheckAnswered", "CheckAsked", "CheckAsked"]
    assert sorted(pair.north.names()) == sorted(pair.south.names()) == expected
    assert colour(pair.north, T) == colour(pair.south, T) == (Colour.GREEN, Reason.ANSWERED)


@covers("CHECK-011")
@pytest.mark.parametrize("skew", [-20 * SECOND, -1, 1, 20 * SECOND])
def test_clocks_that_differ_by_seconds_leave_no_hole_in_the_checks(skew: int) -> None:
    calendar = CheckCalendar()
    record = Record()
    south = LineChecks(calendar, Dice(b"s" * 32), first=False)
    south.tick(Instant(T - MINUTE))
    asked = []
    for at in sorted([T + skew, T, T + 20 * SECOND]):
        said = south.tick(Instant(at))
        if at == T + skew:
            ping = CheckPing(nonce=b"p" * 16, number=1, slot=T)
            said += south.learn(record.note(Kind.CHECK_PING, ping, at=at, ours=False))
        asked += [at for each in drafts(said) if each.kind is Kind.CHECK_PING]
    assert asked == [max(T, T + skew)]


@covers("CHECK-020", "I19")
def test_no_news_is_never_green() -> None:
    pair = Pair(connected=False)
    assert colour(pair.north, T - 1) == (Colour.UNKNOWN, Reason.NOT_YET_CHECKED)
    pair.run(T + 40 * MINUTE)
    assert colour(pair.north, pair.now)[0] is Colour.RED


@covers("CHECK-011")
def test_the_second_asks_by_itself_when_the_first_is_late() -> None:
    pair = Pair(connected=False)
    pair.run(T + LATE - 1)
    first = pair.north.names(), pair.south.names()
    pair.run(T + LATE)
    assert sorted(first) == [[], ["CheckAsked"]]
    assert sorted((pair.north.names(), pair.south.names())) == [[], ["CheckAsked"]]


@covers("CHECK-013", "CHECK-014", "CHECK-021")
def test_a_check_is_late_then_missed_and_three_make_the_line_red() -> None:
    pair = Pair()
    pair.run(T)
    pair.connected = False
    seen: list[tuple[Colour, Reason]] = []
    for at in (
        T + SLOT + 2 * LATE,
        T + SLOT + LATE + MISSED,
        T + 2 * SLOT + LATE + MISSED,
        T + 3 * SLOT + LATE + MISSED,
    ):
        pair.run(at)
        seen.append(colour(pair.north, at))
    assert seen == [
        (Colour.AMBER, Reason.ANSWER_LATE),
        (Colour.AMBER, Reason.MISSED),
        (Colour.AMBER, Reason.MISSED),
        (Colour.RED, Reason.MISSED_THREE),
    ]
    pair.connected = True
    pair.run(T + 4 * SLOT + LATE)
    assert colour(pair.north, pair.now) == (Colour.GREEN, Reason.ANSWERED)


@covers("CHECK-014")
def test_a_miss_is_an_entry_of_our_own_that_names_no_cause() -> None:
    pair = Pair(connected=False)
    pair.run(T + LATE + MISSED)
    assert "CheckWentUnanswered" in pair.north.names()
    assert [name for name, *_ in CheckMissed.layout()] == ["nonce", "number", "slot"]


def manual(checks: LineChecks, record: Record, at: int) -> tuple[Draft, CheckPing]:
    """Ask by hand and record the question."""
    draft = checks.check(path="satellite", text="ўє")
    assert isinstance(draft.body, CheckPing)
    checks.learn(record.write(draft, at=at))
    return draft, draft.body


@pytest.fixture
def checks() -> LineChecks:
    return LineChecks(CheckCalendar(), Dice(b"d" * 32), first=True)


@pytest.fixture
def record() -> Record:
    return Record()


def pong(record: Record, ping: CheckPing, at: int, **fields: object) -> object:
    body = CheckPong(**({"nonce": ping.nonce, "number": ping.number, "text": ping.text} | fields))  # type: ignore[arg-type]
    return record.note(Kind.CHECK_PONG, body, at=at, ours=False)


@covers("CHECK-014")
def test_a_miss_is_stated_once_even_before_the_statement_is_on_record(
    checks: LineChecks, record: Record
) -> None:
    checks.tick(Instant(T - MINUTE))
    manual(checks, record, T - MINUTE)
    said = [*checks.tick(Instant(T + MISSED)), *checks.tick(Instant(T + MISSED + 1))]
    assert [each.kind for each in drafts(said) if each.kind is Kind.CHECK_MISSED] == [Kind.CHECK_MISSED]


@covers("CHECK-013")
@pytest.mark.parametrize(
    ("took", "result", "colour_then"),
    [
        (LATE - 1, Result.GOOD, Colour.GREEN),
        (LATE, Result.LATE, Colour.GREEN),
        (MISSED - 1, Result.LATE, Colour.GREEN),
        (MISSED, Result.MISSED, Colour.UNKNOWN),
    ],
)
def test_an_answer_is_good_late_or_missed(
    checks: LineChecks, record: Record, took: int, result: Result, colour_then: Colour
) -> None:
    _, ping = manual(checks, record, T)
    said = checks.learn(pong(record, ping, T + took))  # type: ignore[arg-type]
    answered = next(each for each in said if isinstance(each, CheckAnswered))
    assert (answered.result, answered.round_trip_ms) == (result, took)
    assert checks.status(Instant(T + took)).colour is colour_then


@covers("CHECK-010")
def test_a_question_is_answered_once_by_machine_with_its_own_words_and_our_troubles(
    checks: LineChecks, record: Record
) -> None:
    checks.answers.trouble = Trouble.CLOCK
    ping = CheckPing(nonce=b"n" * 16, number=7, text="ґрюße")
    item = record.note(Kind.CHECK_PING, ping, at=T, ours=False)
    answers = drafts(checks.learn(item))
    assert [each.body for each in answers] == [CheckPong(nonce=b"n" * 16, number=7, text="ґрюße", trouble=2)]
    assert answers[0].refs == (item.ref,)
    assert drafts(checks.learn(item)) == []


@covers("CHECK-015")
def test_an_answer_to_nothing_and_an_altered_answer_are_findings(checks: LineChecks, record: Record) -> None:
    _, ping = manual(checks, record, T)
    said = checks.learn(pong(record, ping, T + 1, nonce=b"?" * 16))  # type: ignore[arg-type]
    assert [each.finding.code for each in said if isinstance(each, CheckDoubted)] == ["pong-unasked"]
    assert checks.status(Instant(T + 1)).colour is Colour.UNKNOWN
    said = checks.learn(pong(record, ping, T + 2, text="??"))  # type: ignore[arg-type]
    assert [each.finding.code for each in said if isinstance(each, CheckDoubted)] == ["pong-altered"]
    assert checks.status(Instant(T + 2)).reasons == (Reason.TEXT_CHANGED, Reason.ANSWERED)


@covers("CHECK-022", "I19")
def test_after_a_restart_nothing_is_green_until_this_process_has_been_answered(record: Record) -> None:
    before = LineChecks(CheckCalendar(), Dice(b"1" * 32), first=True)
    draft, ping = manual(before, record, T)
    asked = Record().write(draft, at=T)
    answer = pong(record, ping, T + 1)
    after = LineChecks(CheckCalendar(), Dice(b"2" * 32), first=True)
    after.learn(asked)
    after.learn(answer)  # type: ignore[arg-type]
    assert after.number == before.number == 1
    assert after.status(Instant(T + 2)).colour is Colour.UNKNOWN
    assert drafts(after.tick(Instant(T + 2))) == [], "what the last process asked is not missed"


@covers("CHECK-020", "I19")
def test_green_ends_when_the_next_slot_has_no_answer_in_time_and_after_an_hour_at_the_latest(
    record: Record,
) -> None:
    checks = LineChecks(CheckCalendar(), Dice(b"1" * 32), first=True)
    _, ping = manual(checks, record, T + 1)
    checks.learn(pong(record, ping, T + 2))  # type: ignore[arg-type]
    assert checks.status(Instant(T + SLOT + LATE - 1)).colour is Colour.GREEN
    assert checks.status(Instant(T + SLOT + LATE)).reasons == (Reason.LAST_ANSWER_TOO_OLD,)
    seldom = LineChecks(CheckCalendar(every_seconds=86_400), Dice(b"1" * 32), first=True)
    _, ping = manual(seldom, record, T)
    seldom.learn(pong(record, ping, T))  # type: ignore[arg-type]
    assert seldom.status(Instant(T + HOUR - 1)).colour is Colour.GREEN
    assert seldom.status(Instant(T + HOUR)).colour is Colour.UNKNOWN


@covers("CHECK-021")
@pytest.mark.parametrize(
    ("ours", "theirs", "reason"),
    [
        (Trouble.STORAGE, 0, Reason.OUR_STORAGE),
        (Trouble.NONE, 1, Reason.THEIR_STORAGE),
        (Trouble.CONTRADICTION, 0, Reason.CONTRADICTION),
        (Trouble.NONE, 16, Reason.CONTRADICTION),
        (Trouble.LINK, 0, Reason.OUR_LINK),
        (Trouble.NONE, 1 << 9, Reason.THEIR_TROUBLE),
    ],
)
def test_storage_faults_and_contradictions_are_red_other_troubles_amber(
    checks: LineChecks, record: Record, ours: Trouble, theirs: int, reason: Reason
) -> None:
    checks.answers.trouble = ours
    _, ping = manual(checks, record, T)
    checks.learn(pong(record, ping, T, trouble=theirs))  # type: ignore[arg-type]
    status = checks.status(Instant(T))
    assert status.reasons == (reason, Reason.ANSWERED)
    red = {Reason.OUR_STORAGE, Reason.THEIR_STORAGE, Reason.CONTRADICTION}
    assert status.colour is (Colour.RED if reason in red else Colour.AMBER)


@covers("CHECK-016")
def test_a_refused_check_is_contact_with_its_reason(checks: LineChecks, record: Record) -> None:
    _, ping = manual(checks, record, T)
    body = CheckRefuse(nonce=ping.nonce, reason=CheckRefusal.OFF_HOURS)
    refusal = record.note(Kind.CHECK_REFUSE, body.stated(statement_on(body)), at=T + 1, ours=False)
    assert names(checks.learn(refusal)) == ["CheckRefused", "StatusChanged"]
    status = checks.status(Instant(T + 1))
    assert (status.colour, status.reasons[0]) == (Colour.AMBER, Reason.REFUSED)
    assert drafts(checks.tick(Instant(T + MISSED + 1))) == [], "a refused check is not missed"


@covers("CHECK-017")
def test_a_persons_check_needs_a_persons_word(checks: LineChecks, record: Record) -> None:
    body = CheckPerson(desk="air")
    with pytest.raises(LocalError) as raised:
        checks.person(body)
    assert raised.value.code == "FB170"
    draft = checks.person(body.stated(statement_on(body)))
    assert names(checks.learn(record.write(draft, at=T))) == ["PersonChecked", "StatusChanged"]
    assert checks.person_at == {True: T}
    checks.learn(record.note(Kind.CHECK_PERSON, body, at=T + 5, ours=False))
    assert False not in checks.person_at, "without a statement nobody was there"


@covers("CHECK-018")
def test_slots_that_passed_while_the_node_did_not_run_are_nobodys_miss(checks: LineChecks) -> None:
    assert checks.deadline == 0, "it wants to be started"
    checks.tick(Instant(T))
    said = checks.tick(Instant(T + 40 * HOUR + 3 * MINUTE))
    assert drafts(said) == []
    assert checks.deadline == T + 40 * HOUR + SLOT


class LineDays(RuleBasedStateMachine):
    """Links that come and go, waits of any length: green only ever means a fresh answer."""

    def __init__(self) -> None:
        super().__init__()
        self.pair = Pair()
        self.fresh: dict[str, int] = {}

    @rule(wait=st.integers(1, 20 * MINUTE))
    def wait(self, wait: int) -> None:
        self.pair.run(self.pair.now + wait)

    @rule(connected=st.booleans())
    def link(self, connected: bool) -> None:
        self.pair.connected = connected

    @rule(north=st.booleans())
    def check_by_hand(self, north: bool) -> None:
        side = self.pair.north if north else self.pair.south
        self.pair.sign(side, side.checks.check())

    @invariant()
    def green_means_a_fresh_answer_within_one_slot(self) -> None:
        for side in (self.pair.north, self.pair.south):
            good = [
                each.at
                for each in side.heard
                if isinstance(each, CheckAnswered) and each.result is not Result.MISSED
            ]
            if side.checks.status(self.pair.now).colour is Colour.GREEN:
                assert good and self.pair.now - good[-1] <= SLOT + LATE

    @invariant()
    def each_question_ends_once(self) -> None:
        for side in (self.pair.north, self.pair.south):
            ended = [
                each.number  # type: ignore[attr-defined]
                for each in side.heard
                if type(each).__name__ == "CheckWentUnanswered"
                or (isinstance(each, CheckAnswered) and each.result is not Result.MISSED)
            ]
            assert len(ended) == len(set(ended))


@covers("CHECK-020", "CHECK-014", "I19")
class TestLineDays(LineDays.TestCase):  # type: ignore[name-defined,misc]
    """Runs the days."""

    settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
