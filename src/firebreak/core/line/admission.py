"""Admitting an entry: what its place in the log and its body show, before anything is acted upon."""

from dataclasses import dataclass

from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.shape import Body
from firebreak.core.envelope.entry import Entry, keeps_its_commitment
from firebreak.core.envelope.kinds import known
from firebreak.core.envelope.officer import StatedBody, verifies
from firebreak.core.line.identity import Side
from firebreak.core.line.registry import BODIES


@dataclass(frozen=True, slots=True)
class Bad:
    """Why a signed entry cannot be acted upon. It is stored all the same."""

    reason: str


def read_body(entry: Entry, side: Side) -> Body | Bad | None:
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
    return body if body is None else _stated(body, entry, side)


def _stated(body: Body, entry: Entry, side: Side) -> Body | Bad:
    """The body if the officer whose word it carries really gave it."""
    if not isinstance(body, StatedBody):
        return body
    statement = body.statement
    if statement is None:
        return Bad("an officer's statement is missing")
    key = side.officers.get(statement.officer)
    if key is None:
        return Bad(f"officer {statement.officer!r} is not on the roster")
    if statement.action is not body.ACTION or statement.detail != body.detail():
        return Bad("the officer's statement is about something else")
    if not verifies(statement, key, entry.header.environment):
        return Bad(f"the signature of officer {statement.officer!r} does not verify")
    return body
