"""Suspension: announced, signed, with scope and reason; flash passes, checks go on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import HOUR, Instant
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.linecheck.events import CheckDoubted
from firebreak.core.linecheck.suspending import OPENINGS, LineClose, LineRestore, LineSuspend, Scope
from firebreak.core.linecheck.suspension import Suspension
from tests.core.learning import Record, names, statement_on
from tests.covering import covers

T = Instant(1_650_000_000_000)
ROUTINE, IMMEDIATE, FLASH = Precedence.ROUTINE, Precedence.IMMEDIATE, Precedence.FLASH


@pytest.fixture
def record() -> Record:
    return Record()


def suspend(scope: Scope = Scope.ALL, *, until: int = 0) -> LineSuspend:
    body = LineSuspend(scope=scope, reason="Consultations.", until=until, contact="harbour")
    return body.stated(statement_on(body))


def restore() -> LineRestore:
    return LineRestore().stated(statement_on(LineRestore()))


def suspended(record: Record, scope: Scope = Scope.ALL, *, ours: bool = True, until: int = 0) -> Suspension:
    suspension = Suspension()
    suspension.learn(record.note(Kind.LINE_SUSPEND, suspend(scope, until=until), at=T, ours=ours))
    return suspension


def refused(suspension: Suspension, kind: Kind, precedence: Precedence) -> str:
    try:
        suspension.check(kind, precedence, T)
    except LocalError as error:
        return error.code
    return ""


@covers("CHECK-030")
def test_a_suspension_says_who_what_since_when_and_why(record: Record) -> None:
    suspension = Suspension()
    draft = suspension.suspend(suspend(Scope.VOICE), T)
    item = record.write(draft, at=T)
    assert names(suspension.learn(item)) == ["LineSuspended"]
    held = suspension.held[True]
    assert (held.scope, held.since, held.officer, held.reason, held.contact, held.entry) == (
        Scope.VOICE,
        T,
        "Berg",
        "Consultations.",
        "harbour",
        item.ref,
    )


@covers("CHECK-031")
@pytest.mark.parametrize("ours", [True, False])
def test_flash_always_passes_and_is_marked(record: Record, ours: bool) -> None:
    suspension = suspended(record, ours=ours)
    assert refused(suspension, Kind.MESSAGE, IMMEDIATE) == "FB173"
    assert refused(suspension, Kind.MESSAGE, FLASH) == ""
    assert [each.ours for each in suspension.under(Kind.MESSAGE, FLASH, T)] == [ours]


@covers("CHECK-032")
@given(st.sampled_from(Scope), st.sampled_from(sorted(set(Kind) - OPENINGS)), st.sampled_from(Precedence))
def test_checks_receipts_and_answers_are_never_suspended(
    scope: Scope, kind: Kind, precedence: Precedence
) -> None:
    assert refused(suspended(Record(), scope), kind, precedence) == ""


@covers("CHECK-033")
def test_each_scope_holds_back_what_it_names(record: Record) -> None:
    held_back = {
        scope.name: [
            f"{kind.name} {precedence.name}"
            for kind in (Kind.MESSAGE, Kind.NOTICE, Kind.CALL_OFFER)
            for precedence in (ROUTINE, IMMEDIATE)
            if refused(suspended(Record(), scope), kind, precedence)
        ]
        for scope in Scope
    }
    both = [
        f"{kind} {precedence}"
        for kind in ("MESSAGE", "NOTICE", "CALL_OFFER")
        for precedence in ("ROUTINE", "IMMEDIATE")
    ]
    assert held_back == {
        "ALL": both,
        "VOICE": both[4:],
        "MESSAGES": both[:2],
        "NOTICES": both[2:4],
        "ALL_BUT_EMERGENCY": both[::2],
    }


@covers("CHECK-034")
def test_only_the_one_that_suspended_restores(record: Record) -> None:
    theirs = suspended(record, ours=False)
    with pytest.raises(LocalError) as raised:
        theirs.restore(restore())
    assert raised.value.code == "FB172"
    assert "only it can restore" in str(raised.value)
    said = theirs.learn(record.note(Kind.LINE_RESTORE, restore(), at=T, ours=True))
    assert [each.finding.code for each in said if isinstance(each, CheckDoubted)] == ["restore-nothing"]
    assert refused(theirs, Kind.MESSAGE, ROUTINE) == "FB173"
    assert names(theirs.learn(record.note(Kind.LINE_RESTORE, restore(), at=T, ours=False))) == [
        "LineRestored"
    ]
    assert refused(theirs, Kind.MESSAGE, ROUTINE) == ""


@covers("CHECK-034")
def test_both_may_suspend_at_once_and_each_restores_its_own(record: Record) -> None:
    suspension = suspended(record, ours=False)
    suspension.learn(record.note(Kind.LINE_SUSPEND, suspend(Scope.VOICE), at=T))
    assert len(suspension.under(Kind.CALL_OFFER, FLASH, T)) == 2
    suspension.learn(record.write(suspension.restore(restore()), at=T))
    assert [each.ours for each in suspension.under(Kind.CALL_OFFER, FLASH, T)] == [False]


@covers("CHECK-035")
def test_a_suspension_with_an_end_runs_out_by_our_own_clock(record: Record) -> None:
    suspension = suspended(record, until=T + HOUR)
    assert suspension.deadline == T + HOUR
    assert suspension.tick(Instant(T + HOUR - 1)) == []
    assert names(suspension.tick(Instant(T + HOUR))) == ["SuspensionEnded"]
    assert suspension.tick(Instant(T + HOUR)) == []
    assert suspension.deadline is None
    assert suspension.under(Kind.MESSAGE, ROUTINE, Instant(T + HOUR)) == ()
    with pytest.raises(LocalError, match="which is past"):
        suspension.suspend(suspend(until=T), T)


@covers("CHECK-036", "I15")
def test_nothing_is_suspended_restored_or_closed_without_an_officer(record: Record) -> None:
    suspension = suspended(record)
    bare = LineSuspend(scope=Scope.ALL)
    for call in (
        lambda: suspension.suspend(bare, T),
        lambda: suspension.restore(LineRestore()),
        lambda: suspension.close(LineClose()),
        lambda: suspension.close(LineClose().stated(statement_on(bare))),
    ):
        with pytest.raises(LocalError) as raised:
            call()
        assert raised.value.code == "FB170"
    untouched = Suspension()
    assert untouched.learn(record.note(Kind.LINE_SUSPEND, bare, at=T)) == []
    assert untouched.held == {}


@covers("CHECK-037")
def test_a_closed_line_begins_nothing_and_still_receipts(record: Record) -> None:
    suspension = Suspension()
    body = LineClose(reason="The exercise is over.")
    draft = suspension.close(body.stated(statement_on(body)))
    assert names(suspension.learn(record.write(draft, at=T))) == ["LineClosed"]
    assert refused(suspension, Kind.MESSAGE, FLASH) == "FB174"
    assert refused(suspension, Kind.RECEIPT_NODE, ROUTINE) == ""
