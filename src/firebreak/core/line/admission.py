"""Admitting an entry: what its place in the log and its body show, before anything is acted upon."""

from collections.abc import Iterator
from dataclasses import dataclass

from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import Environment
from firebreak.core.base.shape import Body
from firebreak.core.envelope.card import POWERS, Power
from firebreak.core.envelope.entry import Entry, keeps_its_commitment
from firebreak.core.envelope.kinds import known
from firebreak.core.envelope.officer import Action, RelievedBody, StatedBody, Statement, verifies
from firebreak.core.envelope.once import Once
from firebreak.core.envelope.opening import LineOpen
from firebreak.core.line.agreement import LineAgree
from firebreak.core.line.identity import Side
from firebreak.core.line.registry import BODIES


@dataclass(frozen=True, slots=True)
class Bad:
    """Why a signed entry cannot be acted upon. It is stored all the same."""

    reason: str


def read_body(entry: Entry, side: Side, once: Once) -> Body | Bad | None:
    """The body of a verified entry of that side; None when withheld or of an unknown kind."""
    if entry.header.critical:
        return Bad("a field that must be understood is unknown here")
    kind = known(entry.header.kind)
    if entry.body is None or kind is None:
        return None
    if not keeps_its_commitment(entry):
        return Bad("the body is not the one that was signed")
    try:
        body = BODIES[kind].from_bytes(entry.body) if kind in BODIES else None
    except CounterpartError as error:
        return Bad(error.text)
    return None if body is None else _counting(body, entry, side, once)


def _counting(body: Body, entry: Entry, side: Side, once: Once) -> Body | Bad:
    """The body, unless the officers whose word it carries did not give it, or not for this entry."""
    wrong = wrong_statement(body, side, entry.header.environment, entry.header.line)
    if not wrong and (officer := once.repeated(body, entry.header.writer, entry.hash)):
        wrong = f"the statement of officer {officer!r} stands in another entry already"
    return Bad(wrong) if wrong else body


def wrong_statement(body: Body, side: Side, environment: Environment, line: bytes) -> str:
    """Why the officers whose word a body carries did not give it; empty when they did."""
    if isinstance(body, StatedBody) and body.statement is None and not body.NODE_MAY:
        return "an officer's statement is missing"
    found = (_wrong(each, action, body, side, environment, line) for each, action in _statements(body))
    return next((each for each in found if each), "")


def _statements(body: Body) -> Iterator[tuple[Statement, Action]]:
    """Every statement in a body, with the action it has to be about."""
    if isinstance(body, StatedBody) and body.statement is not None:
        yield body.statement, body.ACTION
    if isinstance(body, RelievedBody) and body.relief is not None:
        yield body.relief, body.RELIEF_ACTION
    if isinstance(body, LineOpen | LineAgree):
        yield from ((each, Action.COMPARE) for each in body.statements)


def _wrong(
    statement: Statement, action: Action, body: Body, side: Side, environment: Environment, line: bytes
) -> str:
    """Why a statement does not hold; empty when it does."""
    name = statement.officer
    key = side.officers.get(name)
    if key is None:
        return f"officer {name!r} is not on the roster"
    assert isinstance(body, StatedBody | LineOpen | LineAgree)
    if statement.action is not action or statement.detail != body.detail():
        return f"the statement of officer {name!r} is about something else"
    if POWERS.get(action, Power.DUTY) not in side.powers.get(name, ()):
        return f"officer {name!r} has no power to {action.name.lower().replace('_', ' ')}"
    if not verifies(statement, key, environment, line):
        return f"the signature of officer {name!r} does not verify"
    return ""
