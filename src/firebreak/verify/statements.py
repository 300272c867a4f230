"""Officers' statements, found and checked without knowing the kind of body that carries them.

A statement stands under key 1 of the body, alone or in a list, and signs a digest of everything else in it.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from firebreak.core.base.cbor import Value, encode
from firebreak.core.base.errors import FirebreakError
from firebreak.core.base.purposes import OFFICER, Environment, digest
from firebreak.core.envelope.card import Card, SignedCard
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import NO_ENTRY, RELIEF_KEY, STATEMENT_KEY, Action, Statement
from firebreak.core.envelope.release import TWO_PERSON, About
from firebreak.verify.cards import officers
from firebreak.verify.facts import Name
from firebreak.verify.faults import Fault, fault

ACTIONS: Final[dict[int, Action]] = {
    Kind.LINE_OPEN: Action.COMPARE,
    Kind.LINE_CLOSE: Action.CLOSE,
    Kind.LINE_SUSPEND: Action.SUSPEND,
    Kind.LINE_RESTORE: Action.RESTORE,
    Kind.RECEIPT_READ: Action.READ,
    Kind.RECEIPT_ACKNOWLEDGE: Action.ACKNOWLEDGE,
    Kind.RECEIPT_REFUSE: Action.REFUSE,
    Kind.CALL_ANSWER: Action.ANSWER,
    Kind.CALL_DECLINE: Action.DECLINE,
    Kind.CALL_BUSY: Action.BUSY,
    Kind.CALL_REQUEST: Action.REQUEST,
    Kind.CALL_REPLY: Action.REPLY,
    Kind.CALL_RECORD: Action.RECORD,
    Kind.CALL_MINUTES: Action.MINUTE,
    Kind.VOICE_NOTE: Action.LEAVE_NOTE,
    Kind.CHECK_PERSON: Action.CHECK,
    Kind.CHECK_REFUSE: Action.REFUSE,
    Kind.WATCH_TAKE: Action.TAKE_WATCH,
    Kind.WATCH_HAND_OVER: Action.HAND_OVER,
    Kind.NOTICE: Action.ISSUE,
    Kind.NOTICE_CANCEL: Action.CANCEL,
    Kind.NOTICE_ANSWER: Action.RESPOND,
    Kind.NOTICE_PASSED: Action.PASS_ON,
    Kind.NOTICE_RENEWED: Action.RENEW,
    Kind.EXPLANATION_ASKED: Action.INQUIRE,
    Kind.EXPLANATION_GIVEN: Action.EXPLAIN,
    Kind.INCIDENT: Action.REPORT,
    Kind.MATCHING_PROPOSED: Action.PROPOSE,
    Kind.MATCHING_DONE: Action.CONCLUDE,
}
"Kinds that only an officer can bring about, and what the officer has to sign."

ALLOWED: Final[dict[int, Action]] = {
    Kind.LINE_AGREE: Action.COMPARE,
    Kind.CALL_MEDIA: Action.SPEAK,
    Kind.CALL_PART: Action.HAND_CALL,
    Kind.MATCHING_ANSWER: Action.CONSENT,
}
"Kinds that a node may write alone; an officer who signs one signs this."

SECOND_STATEMENTS: Final[dict[int, tuple[int, Action]]] = {
    Kind.WATCH_HAND_OVER: (RELIEF_KEY, Action.TAKE_WATCH),
    Kind.CALL_PART: (RELIEF_KEY, Action.TAKE_CALL),
}
"A hand-over may carry, under another key, the word of the officer who comes on."


class Carried(NamedTuple):
    """What stands around a statement."""

    environment: Environment
    line: bytes
    writer: str
    cards: Sequence[Card]
    "Cards of the writer that may have been in force."
    detail: bytes
    entry: str


class Found(NamedTuple):
    """A map that has the shape of a statement, and the action that it has to be about, if that is fixed."""

    value: dict[int, Value]
    action: Action | None


def find(kind: int, body: dict[int, Value]) -> list[Found]:
    """All statements in a body."""
    places: list[tuple[int, Action | None]] = [(STATEMENT_KEY, ACTIONS.get(kind) or ALLOWED.get(kind))]
    second = SECOND_STATEMENTS.get(kind)
    if second:
        places.append(second)
    return [Found(value, action) for key, action in places for value in _maps(body.get(key))]


def _maps(held: Value) -> list[dict[int, Value]]:
    several = held if isinstance(held, list) else [held]
    return [each for each in several if isinstance(each, dict) and _looks_like_one(each)]


def _looks_like_one(value: dict[int, Value]) -> bool:
    """Name, action, detail and time are there with their types."""
    return [type(value.get(key)) for key in (1, 2, 5, 7)] == [str, int, bytes, int]


def detail_of(kind: int, body: dict[int, Value]) -> bytes:
    """The digest of everything in a body but its statements."""
    second, place = SECOND_STATEMENTS.get(kind), TWO_PERSON.get(Kind(kind))
    left_out = {STATEMENT_KEY, second[0]} if second else {STATEMENT_KEY}
    if place is not None and place.issue is not None:
        left_out |= place.left_out
    return digest(OFFICER, encode({key: value for key, value in body.items() if key not in left_out}))


def check(found: Found, carried: Carried) -> Iterator[Fault | Name]:
    """What is wrong with one statement; if nothing is, the entry that it names, still to be found."""
    try:
        statement = Statement.from_map(found.value)
    except FirebreakError as error:
        yield fault("statement-unreadable", carried.entry, writer=carried.writer, detail=error.text)
        return
    code = _broken(statement, found.action, carried)
    if code:
        yield fault(code, carried.entry, writer=carried.writer, officer=statement.officer)
    else:
        named = statement.entry if statement.entry != NO_ENTRY else b""
        known = statement.commitment if statement.commitment != NO_ENTRY else b""
        officer = statement.officer
        yield Name("statement", named, commitment=known, officer=officer, statement=statement.name)


def stated_by(found: Sequence[Found], carried: Carried, cards: Sequence[SignedCard]) -> frozenset[int]:
    """Serials of the cards by which all statements of a body hold."""
    try:
        read = [(Statement.from_map(each.value), each.action) for each in found]
    except FirebreakError:
        return frozenset()
    alone = ((each.card.serial, carried._replace(cards=[each.card])) for each in cards)
    return frozenset(
        serial for serial, one in alone if not any(_broken(said, action, one) for said, action in read)
    )


def _broken(statement: Statement, action: Action | None, carried: Carried) -> str:
    """The code of the first rule that a statement breaks, or nothing."""
    about = About(carried.environment, carried.line, action, carried.detail)
    return about.broken(statement, officers(carried.cards, statement.officer))
