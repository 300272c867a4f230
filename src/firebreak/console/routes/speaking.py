"""Who may do what on a line."""

from typing import Annotated, Final

from fastapi import Depends

from firebreak.console.inside.house import House
from firebreak.console.refusals import FORBIDDEN, Refused, not_for
from firebreak.console.roles import Role, acting
from firebreak.console.sessions import Session
from firebreak.core.base.errors import CounterpartError
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import RelievedBody, StatedBody
from firebreak.core.line.registry import BODIES

Duty = Annotated[Session, Depends(acting(Role.DUTY))]
"Holds a desk."
Voiced = Annotated[Session, Depends(acting(Role.DUTY, Role.LINGUIST))]
"Speaks in a call: holds it, or interprets in it."
Supervising = Annotated[Session, Depends(acting(Role.SUPERVISOR))]
"May take the record out of the house."
Sending = Annotated[Session, Depends(acting(Role.DUTY, Role.RELEASER))]
"Sends, or prepares what two have to release."
Stating = Annotated[Session, Depends(acting(Role.DUTY, Role.SUPERVISOR, Role.LINGUIST))]
"Brings what an officer has signed."

SUPERVISED: Final = frozenset({Kind.LINE_SUSPEND, Kind.LINE_RESTORE, Kind.LINE_CLOSE})
"What a supervisor states; everything else a duty officer does."
INTERPRETED: Final = frozenset({Kind.CALL_MEDIA})
"What a linguist states who was asked into a call."


def check_part(session: Session, kind: int) -> None:
    """Raise Refused where this part is played by another role."""
    needed = Role.SUPERVISOR if kind in SUPERVISED else Role.DUTY
    if needed not in session.roles and not (kind in INTERPRETED and Role.LINGUIST in session.roles):
        raise not_for(needed)


def check_came(session: Session, house: House, line: str, call: str) -> None:
    """Raise Refused where a linguist speaks in a call into which no officer has asked them."""
    if Role.DUTY not in session.roles and not house.asks.accepted(line, call, session.id):
        raise not_for(Role.DUTY)


def check_word(session: Session, kind: int, body: bytes) -> None:
    """Raise Refused unless the officer of this account is among those who signed.

    The node checks every signature; this keeps one account from bringing the word of another's officer.
    """
    signed = _officers(kind, body)
    if signed is not None and session.officer not in signed:
        raise Refused(
            "this was signed by another officer than that of this account",
            code="FB523",
            hint="the officer who signs logs in",
            status=FORBIDDEN,
        )


def _officers(kind: int, body: bytes) -> set[str] | None:
    """Names under a body; None for one that the node will refuse as unreadable."""
    try:
        read = BODIES[Kind(kind)].from_bytes(body)
    except (KeyError, ValueError, CounterpartError):
        return None
    said = [read.statement] if isinstance(read, StatedBody) else []
    said += [read.relief] if isinstance(read, RelievedBody) else []
    return {each.officer for each in said if each is not None}
