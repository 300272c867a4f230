"""The pairing ceremony, step by step and against those who stand between."""

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.errors import CounterpartError, FirebreakError, LocalError
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.officer import Action, Statement
from firebreak.core.envelope.opening import LineOpen, check_compared
from firebreak.core.envelope.pairing import (
    TRANSITIONS,
    Digits,
    Offer,
    Pairing,
    State,
    Step,
    line_id,
    read_offer,
)
from tests.covering import covers
from tests.parties import NORTH, NOW, SOUTH, Party

EXERCISE = Environment.EXERCISE


def offer(party: Party, nonce: int = 1) -> Offer:
    return Offer(party.signed(), hashlib.sha256(f"{party.name} {nonce}".encode()).digest())


def exchanged(ours: Offer, theirs: Offer, party: Party) -> Pairing:
    return Pairing(EXERCISE, ours).exchange(theirs, known_keys=party.keys(ours=True), now=NOW)


def both() -> tuple[Pairing, Pairing]:
    north, south = offer(NORTH), offer(SOUTH)
    return exchanged(north, south, NORTH), exchanged(south, north, SOUTH)


def compared(one: Pairing, other: Pairing) -> Pairing:
    return one.compare(" ".join(other.digits.ours))


@covers("PAIRING-001")
def test_two_offers_make_one_line_id_from_either_side() -> None:
    north, south = both()
    assert north.line == south.line
    parties = sorted([offer(NORTH), offer(SOUTH)], key=lambda each: each.party)
    text = (
        b"FB1 line\x01" + b"".join(each.party for each in parties) + b"".join(each.nonce for each in parties)
    )
    assert north.line == hashlib.sha256(text).digest()


@covers("PAIRING-001", "I12")
def test_the_line_id_depends_on_environment_and_on_both_nonces() -> None:
    north, south = offer(NORTH), offer(SOUTH)
    ids = {
        line_id(EXERCISE, north, south),
        line_id(Environment.REAL, north, south),
        line_id(EXERCISE, offer(NORTH, 2), south),
        line_id(EXERCISE, north, offer(SOUTH, 2)),
    }
    assert len(ids) == 4


@covers("PAIRING-002")
def test_each_side_reads_the_half_that_the_other_types_in() -> None:
    north, south = both()
    assert north.digits == Digits(south.digits.theirs, south.digits.ours)
    assert all(len(group) == 5 and group.isdigit() for group in north.digits.ours + north.digits.theirs)
    lower = north if NORTH.card().party < SOUTH.card().party else south
    first = offer(NORTH).signed.hash, offer(SOUTH).signed.hash
    cards = first if lower is north else first[::-1]
    whole = hashlib.sha256(b"FIREBREAK/1\0pairing\0" + north.line + b"".join(cards)).digest()
    assert "".join(lower.digits.ours + lower.digits.theirs) == f"{int.from_bytes(whole) % 10**40:040}"


@covers("PAIRING-003")
def test_the_ceremony_goes_from_draft_to_open() -> None:
    north, south = both()
    assert Pairing(EXERCISE, offer(NORTH)).state is State.DRAFT
    assert north.state is State.EXCHANGED
    north, south = compared(north, south), compared(south, north)
    assert north.state is State.COMPARED
    body = north.line_open()
    assert body == south.line_open()
    north = north.learn(body, ours=True)
    assert north.state is State.COMPARED
    assert north.learn(body, ours=False).state is State.OPEN


@covers("PAIRING-004")
def test_a_step_out_of_turn_is_refused_and_says_what_comes_next() -> None:
    north, south = both()
    draft = Pairing(EXERCISE, offer(NORTH))
    for refused in (
        lambda: draft.compare("1" * 20),
        lambda: draft.digits,
        lambda: draft.line,
        north.line_open,
        lambda: north.exchange(offer(SOUTH), known_keys={}, now=NOW),
        lambda: compared(north, south).compare("1" * 20),
        lambda: north.learn(compared(south, north).line_open(), ours=False),
    ):
        with pytest.raises(LocalError) as error:
            refused()
        assert error.value.code == "FB136"
        assert error.value.hint


def test_the_table_leads_from_draft_to_open_and_nowhere_else() -> None:
    state = State.DRAFT
    for step in Step:
        state = TRANSITIONS[state, step]
    assert state is State.OPEN
    assert len(TRANSITIONS) == len(Step)


@covers("PAIRING-005")
def test_whoever_puts_another_card_between_shows_other_digits() -> None:
    between = Party("South", salt="between")
    north = exchanged(offer(NORTH), offer(between), NORTH)
    south = exchanged(offer(SOUTH), offer(Party("North", salt="between")), SOUTH)
    with pytest.raises(CounterpartError) as error:
        compared(north, south)
    assert error.value.code == "FB133"


@covers("PAIRING-006")
@pytest.mark.parametrize("typed", ["", "12345", "x" * 20, "1" * 21, "١" * 20])
def test_what_cannot_be_their_half_is_our_own_mistake(typed: str) -> None:
    with pytest.raises(LocalError) as error:
        both()[0].compare(typed)
    assert error.value.code == "FB133"


@covers("PAIRING-006")
def test_blanks_and_hyphens_between_digits_do_not_matter() -> None:
    north, south = both()
    assert north.compare("-".join(south.digits.ours) + "\n").state is State.COMPARED


@covers("PAIRING-007")
def test_our_own_offer_is_refused() -> None:
    ours = offer(NORTH)
    with pytest.raises(CounterpartError) as error:
        Pairing(EXERCISE, ours).exchange(ours, known_keys=NORTH.keys(ours=True), now=NOW)
    assert error.value.code == "FB131"
    with pytest.raises(CounterpartError) as error:
        Pairing(EXERCISE, ours).exchange(ours, known_keys={}, now=NOW)
    assert error.value.code == "FB131"
    with pytest.raises(CounterpartError, match="their offer is our own"):
        exchanged(ours, replace(offer(SOUTH), nonce=ours.nonce), NORTH)


@covers("PAIRING-007")
def test_a_card_held_already_may_be_offered_for_a_second_line() -> None:
    held = SOUTH.signed()
    draft = Pairing(EXERCISE, offer(NORTH))
    known = NORTH.keys(ours=True) | SOUTH.keys()
    assert draft.exchange(offer(SOUTH, 2), held=held, known_keys=known, now=NOW).state is State.EXCHANGED
    newer = SOUTH.next_card(held)
    with pytest.raises(CounterpartError) as error:
        draft.exchange(offer(SOUTH, 2), held=newer, known_keys=known, now=NOW)
    assert error.value.code == "FB127"


@covers("PAIRING-008")
def test_a_line_open_with_another_card_does_not_open() -> None:
    north, south = both()
    north = compared(north, south)
    good = north.line_open()
    for bad in (
        replace(good, cards=(good.cards[0], bytes(32))),
        replace(good, nonces=(bytes(32), good.nonces[1])),
    ):
        with pytest.raises(CounterpartError) as error:
            north.learn(bad, ours=False)
        assert error.value.code == "FB133"
    assert LineOpen.from_bytes(good.to_bytes()) == good


def line_of() -> bytes:
    return both()[0].line


def statement(party: Party, name: str, body: LineOpen, environment: Environment = EXERCISE) -> Statement:
    unsigned = Statement(officer=name, action=Action.COMPARE, detail=body.detail(), time=NOW)
    return replace(unsigned, signature=party.key(name).sign(unsigned.signed_bytes(environment, line_of())))


def resigned(said: Statement) -> Statement:
    """The same officer's true signature under other words."""
    return replace(
        said, signature=NORTH.key(said.officer).sign(said.signed_bytes(Environment.REAL, line_of()))
    )


@covers("PAIRING-009")
def test_a_real_line_needs_two_officers_an_exercise_one() -> None:
    north, south = both()
    body = compared(north, south).line_open()
    roster = {each.name: each.key for each in NORTH.card().officers}
    one = (statement(NORTH, "Vogt", body),)
    check_compared(one, body.detail(), roster, EXERCISE, line_of())
    real = Environment.REAL
    vogt, reis = statement(NORTH, "Vogt", body, real), statement(NORTH, "Reis", body, real)
    check_compared((vogt, reis), body.detail(), roster, real, line_of())
    for too_few in (
        (vogt,),
        (vogt, vogt),
        (vogt, statement(SOUTH, "Reis", body, real)),
        (vogt, statement(NORTH, "Reis", body)),
        (vogt, replace(reis, officer="Nobody")),
        (vogt, resigned(replace(reis, detail=bytes(32)))),
        (vogt, resigned(replace(reis, action=Action.READ))),
    ):
        with pytest.raises(CounterpartError) as error:
            check_compared(too_few, body.detail(), roster, real, line_of())
        assert error.value.code == "FB133"


def test_a_ceremony_survives_the_end_of_a_command() -> None:
    north, south = both()
    for kept in (Pairing(EXERCISE, offer(NORTH)), north, compared(north, south)):
        assert Pairing.from_bytes(kept.to_bytes()) == kept


@given(data=st.binary(max_size=200))
def test_any_bytes_are_an_offer_or_an_error(data: bytes) -> None:
    for read in (read_offer, Pairing.from_bytes):
        with pytest.raises(FirebreakError):
            read(data)


def test_an_offer_file_reads_back_and_a_card_file_is_no_offer() -> None:
    made = offer(NORTH)
    assert read_offer(made.to_bytes()) == made
    with pytest.raises(CounterpartError, match="perhaps this is a card alone"):
        read_offer(NORTH.signed().to_bytes())
