"""What two officers have to release, as was agreed: refused on our side, flagged on theirs."""

from dataclasses import replace

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.card import Power
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.officer import Action, Statement
from firebreak.core.line.agreement import Agreement, LineAgree
from firebreak.core.line.card_events import CardInForce, NotReleased
from firebreak.core.line.source import SourcedStatement
from firebreak.core.message.bodies import Message
from firebreak.core.notice.bodies import Notice
from firebreak.core.record.rooted import CardEntry
from tests.carded import CardedEnd, CardedPair, officer
from tests.covering import covers
from tests.pair import LINE, End, officer_key

KINDS = (Kind.CARD, Kind.MESSAGE, Kind.STATEMENT, Kind.EXPLAIN, Kind.NOTICE)
LAUNCH = Notice(from_desk="duty", to=("duty",), code="DF0")
FLASH = Message(to=("duty",), from_desk="duty", text="rockets on the harbour")


def agree(pair: CardedPair, kinds: tuple[Kind, ...] = KINDS) -> None:
    body = LineAgree(agreement=Agreement(two_person=tuple(sorted(map(int, kinds)))))
    for end in pair.ends():
        said = (statement(end, f"{end.name} {each}", body.detail()) for each in ("one", "two"))
        end.say(Draft(kind=Kind.LINE_AGREE, body=replace(body, statements=tuple(said))))
    pair.settle()


def statement(end: End, name: str, detail: bytes) -> Statement:
    unsigned = Statement(officer=name, action=Action.COMPARE, detail=detail, time=end.world.moment().wall)
    signed = officer_key(name).sign(unsigned.signed_bytes(end.environment, LINE)).signature
    return replace(unsigned, signature=signed)


def agreed(environment: Environment = Environment.EXERCISE) -> CardedPair:
    pair = CardedPair(environment=environment)
    agree(pair)
    return pair


def flash(body: Message) -> Draft:
    return Draft(kind=Kind.MESSAGE, body=body, precedence=Precedence.FLASH)


@covers("KEYS-040", "I14")
@pytest.mark.parametrize("environment", Environment)
def test_two_officers_release_a_flash_and_nobody_complains(environment: Environment) -> None:
    pair = agreed(environment)
    ref = pair.north.say(flash(pair.north.released(FLASH, "North one", "North two")))
    pair.settle()
    assert not pair.south.events(NotReleased)
    assert ref.hash in pair.south.line.machines.messages.traces


@covers("KEYS-040", "I14")
@pytest.mark.parametrize(
    "names", [(), ("North one",), ("North one", "North one"), ("North one", "South two")]
)
def test_a_node_refuses_to_sign_what_too_few_released(names: tuple[str, ...]) -> None:
    pair = agreed()
    with pytest.raises(LocalError, match="FB430"):
        pair.north.say(flash(pair.north.released(FLASH, *names)))
    assert not pair.north.sent


@covers("KEYS-040", "I14")
def test_every_agreed_kind_is_held_to_it_and_no_other() -> None:
    pair = agreed()
    card = CardEntry(card=pair.north.next_card().to_bytes())
    statement = SourcedStatement(claim="The ceasefire holds.")
    for kind, body in ((Kind.CARD, card), (Kind.STATEMENT, statement)):
        with pytest.raises(LocalError, match="FB430"):
            pair.north.say(Draft(kind=kind, body=body))
        pair.north.say(Draft(kind=kind, body=pair.north.released(body, "North one", "North two")))
    pair.north.say(Draft(kind=Kind.MESSAGE, body=replace(FLASH, text="all quiet")))
    pair.settle()
    assert len(pair.south.events(CardInForce)) == 1
    assert not pair.south.events(NotReleased)
    assert not pair.north.events(NotReleased)


@covers("KEYS-041", "I14")
def test_what_comes_without_release_is_kept_acted_upon_and_flagged() -> None:
    pair = agreed()
    pair.north.line.machines.agreements.history.clear()  # a node that does not care
    ref = pair.north.say(flash(pair.north.released(FLASH, "North one")))
    pair.settle()
    (event,) = pair.south.events(NotReleased)
    assert (event.ref, event.writer, event.officers) == (ref, "North", 1)
    assert ref.hash in pair.south.line.machines.messages.traces


@covers("KEYS-041")
def test_a_release_of_other_words_is_none() -> None:
    pair = agreed()
    pair.north.line.machines.agreements.history.clear()
    other = pair.north.released(replace(FLASH, text="other words"), "North one", "North two")
    pair.north.say(flash(replace(FLASH, release=other.release)))
    pair.settle()
    assert [each.officers for each in pair.south.events(NotReleased)] == [0]


@covers("KEYS-042")
def test_the_power_to_release_is_that_of_the_card_in_force() -> None:
    pair = agreed()
    changed = (officer("North one"), officer("North two", Power.DUTY), officer("North three"))
    pair.north.publish(pair.north.next_card(officers=changed), "North one", "North two")
    pair.settle()
    pair.world.now += 1
    with pytest.raises(LocalError, match="FB430"):
        pair.north.say(flash(pair.north.released(FLASH, "North one", "North two")))
    pair.north.say(flash(pair.north.released(FLASH, "North one", "North three")))
    pair.settle()
    assert not pair.south.events(NotReleased)


@covers("KEYS-043")
def test_an_agreement_binds_who_has_seen_that_both_signed_it() -> None:
    pair = CardedPair()
    pair.north.say(flash(FLASH))
    pair.settle()
    agree(pair)
    agree(pair, ())
    pair.world.now += 1
    pair.north.say(flash(replace(FLASH, text="released by nobody, as was agreed last")))
    pair.settle()
    assert not pair.south.events(NotReleased)
    for end in pair.ends():
        end.start()
    assert not pair.south.events(NotReleased)


# -- notices --------------------------------------------------------------------------------------


def issued(end: CardedEnd, issuer: str, *names: str, words: str = "") -> Draft:
    said = tuple(end.release(LAUNCH.detail(), each) for each in names)
    body = replace(end.sign(replace(LAUNCH, activity=words), issuer), release=said)
    return Draft(kind=Kind.NOTICE, body=body, precedence=Precedence.FLASH)


@covers("KEYS-040", "KEYS-044", "I14")
@pytest.mark.parametrize("environment", Environment)
def test_who_issues_a_flash_notice_and_who_releases_it_are_two(environment: Environment) -> None:
    pair = agreed(environment)
    ref = pair.north.say(issued(pair.north, "North one", "North two"))
    pair.settle()
    assert not pair.south.events(NotReleased)
    assert ref.hash in pair.south.line.machines.notices.cases.cases


@covers("KEYS-040", "KEYS-044", "I14")
@pytest.mark.parametrize("names", [(), ("North one",), ("South two",)])
def test_one_officer_issues_no_flash_notice_where_two_were_agreed(names: tuple[str, ...]) -> None:
    pair = agreed()
    with pytest.raises(LocalError, match="FB430"):
        pair.north.say(issued(pair.north, "North one", *names))
    with pytest.raises(LocalError, match="FB430"):
        pair.north.say(issued(pair.north, "North one", "North two", words="other words"))
    assert not pair.north.sent
    pair.north.say(replace(issued(pair.north, "North one"), precedence=Precedence.IMMEDIATE))


@covers("KEYS-044")
def test_an_issuer_without_the_power_to_release_is_none_of_the_two() -> None:
    pair = agreed()
    changed = (officer("North one", Power.DUTY), officer("North two"), officer("North three"))
    pair.north.publish(pair.north.next_card(officers=changed), "North one", "North two")
    pair.settle()
    pair.world.now += 1
    with pytest.raises(LocalError, match="FB430"):
        pair.north.say(issued(pair.north, "North one", "North two"))
    pair.north.say(issued(pair.north, "North one", "North two", "North three"))
    pair.settle()
    assert not pair.south.events(NotReleased)


@covers("KEYS-041", "KEYS-044")
def test_a_flash_notice_of_one_officer_is_kept_acted_upon_and_flagged() -> None:
    pair = agreed()
    pair.north.line.machines.agreements.history.clear()  # a node that does not care
    ref = pair.north.say(issued(pair.north, "North one"))
    pair.settle()
    assert [(each.ref, each.kind, each.officers) for each in pair.south.events(NotReleased)] == [(ref, 18, 1)]
    assert ref.hash in pair.south.line.machines.notices.cases.cases
