"""The line agreement: bounded data with a hash, in force when both logs hold the same."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.officer import Action, Statement
from firebreak.core.envelope.once import Once
from firebreak.core.envelope.padding import Padding
from firebreak.core.line.agreement import Agreement, AgreementInForce, LineAgree
from firebreak.core.linecheck.calendar import CheckCalendar
from firebreak.core.message.clocks import ClockPlan
from tests.covering import covers
from tests.pair import LINE, End, Pair, officer_key


@covers("PAIRING-010")
@given(
    ring=st.integers(5, 180),
    languages=st.lists(st.sampled_from(["en", "de", "ru", "uk"]), max_size=4),
    padding=st.sampled_from(Padding),
    every=st.sampled_from([0, 300, 600]),
)
def test_an_agreement_reads_back_with_the_same_hash(
    ring: int, languages: list[str], padding: Padding, every: int
) -> None:
    agreement = Agreement(
        ring_seconds=ring,
        languages=tuple(languages),
        padding=padding,
        calendar=CheckCalendar(every_seconds=every),
    )
    body = LineAgree(agreement=agreement)
    assert LineAgree.from_bytes(body.to_bytes()) == body
    assert LineAgree.from_bytes(body.to_bytes()).agreement.hash == agreement.hash


@covers("PAIRING-010")
def test_another_agreement_has_another_hash() -> None:
    assert Agreement(ring_seconds=61).hash != Agreement().hash


def test_flash_has_the_shortest_clocks() -> None:
    flash = ClockPlan().limits(Precedence.FLASH)
    assert (flash.stored_seconds, flash.shown_seconds, flash.acknowledged_seconds) == (10, 30, 180)


def signed(end: End, agreement: Agreement, *officers: str) -> Draft:
    """A `line.agree` with the words of these officers."""
    body = LineAgree(agreement=agreement)
    words = [
        Statement(officer=each, action=Action.COMPARE, detail=body.detail(), time=1_000) for each in officers
    ]
    made = tuple(
        replace(
            each,
            signature=officer_key(each.officer).sign(each.signed_bytes(end.environment, LINE)).signature,
        )
        for each in words
    )
    return Draft(kind=Kind.LINE_AGREE, body=replace(body, statements=made))


@covers("PAIRING-010")
def test_it_is_in_force_when_both_logs_hold_the_same() -> None:
    pair, wanted = Pair(), Agreement(ring_seconds=30, calendar=CheckCalendar(every_seconds=0))
    pair.north.say(signed(pair.north, wanted, "North one"))
    pair.settle()
    assert all(end.line.machines.agreements.in_force != wanted for end in pair.ends())
    pair.south.say(signed(pair.south, wanted, "South one"))
    pair.settle()
    for end in pair.ends():
        assert end.line.machines.agreements.in_force == wanted
        assert len(end.events(AgreementInForce)) == 1
        assert end.line.machines.checks.calendar.every_seconds == 0
        end.start()
        assert end.line.machines.agreements.in_force == wanted


@covers("PAIRING-011")
def test_one_that_no_officer_signed_never_comes_into_force() -> None:
    pair, wanted = Pair(), Agreement(ring_seconds=30)
    pair.north.say(signed(pair.north, wanted))
    pair.south.say(signed(pair.south, wanted, "South one"))
    pair.settle()
    assert all(end.line.machines.agreements.in_force != wanted for end in pair.ends())


@covers("PAIRING-010", "ENTRY-011")
def test_officers_of_one_name_who_sign_the_same_at_one_instant_are_two() -> None:
    body, once = LineAgree(agreement=Agreement()), Once()
    word = Statement(officer="Duty Officer", action=Action.COMPARE, detail=body.detail(), time=1_000)
    stated = replace(body, statements=(word,))
    once.note(stated, b"n" * 16, b"1" * 32)
    assert once.repeated(stated, b"s" * 16, b"2" * 32) == ""
    assert once.repeated(stated, b"n" * 16, b"2" * 32) == "Duty Officer"
