"""What is done on a line: messages, calls, checks, and what officers sign."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter
from pydantic import Field

from firebreak.console.asking import asked
from firebreak.console.fields import (
    BodyHex,
    CallInPath,
    Desk,
    Hash,
    Instant,
    Language,
    LineInPath,
    PrecedenceName,
    RingSeconds,
    Subject,
    Text,
)
from firebreak.console.inside.part import Inside
from firebreak.console.refusals import Refused, not_for
from firebreak.console.roles import Role
from firebreak.console.routes.acts import Act, Path
from firebreak.console.routes.speaking import Duty, Sending, Stating, check_came, check_part, check_word
from firebreak.console.strict import Strict
from firebreak.console.watching import Seen
from firebreak.core.envelope.officer import STATEMENTS_MAX
from firebreak.core.envelope.said import (
    PARAMETERS_MAX,
    PHRASE_ID_CODE_POINTS_MAX,
    WORD_CODE_POINTS_MAX,
)
from firebreak.core.message.bodies import ASKED_CODE_POINTS_MAX, DESKS_MAX
from firebreak.core.message.receipts import SHOWN_MAX

router = APIRouter(prefix="/api/lines/{line}", tags=["lines"])

Parameter = int | Annotated[str, Field(max_length=2 * WORD_CODE_POINTS_MAX)]
ParameterName = Annotated[str, Field(min_length=1, max_length=WORD_CODE_POINTS_MAX)]


class Signed(Strict):
    """A body with the statement of an officer in it."""

    kind: Annotated[int, Field(ge=1, le=0xFFFF)]
    body: BodyHex
    precedence: PrecedenceName = "routine"


class Sent(Strict):
    """A message to send, or to prepare for release by two officers."""

    text: Text = ""
    desk: Desk | None = None
    "The desk that it is for; the counterpart's first one when neither it nor `to` is given."
    to: Annotated[list[Desk], Field(max_length=DESKS_MAX)] = Field(default_factory=list[str])
    "Several desks."
    from_desk: Desk | None = None
    precedence: PrecedenceName = "routine"
    language: Language = ""
    phrase: Annotated[str, Field(max_length=PHRASE_ID_CODE_POINTS_MAX)] = ""
    values: Annotated[dict[ParameterName, Parameter], Field(max_length=PARAMETERS_MAX)] = Field(
        default_factory=dict[str, int | str]
    )
    asked: Annotated[str, Field(max_length=ASKED_CODE_POINTS_MAX)] = ""
    answer_by: Instant = 0
    expires_at: Instant = 0
    relation: Literal["original", "update", "add", "correct", "replace", "recall", "relate", "answer"] = (
        "original"
    )
    about: Hash | None = None
    release: Annotated[list[BodyHex], Field(max_length=STATEMENTS_MAX)] = Field(default_factory=list[str])
    prepare: bool = False
    "Give the body that two officers sign to release it, and send nothing."

    def given(self) -> dict[str, Any]:
        """What the node is asked for. Raises Refused for a message that says nothing."""
        if not self.text and not self.phrase:
            raise Refused("a message has a text or a phrase", code="FB524", hint="write one", status=422)
        return self.model_dump(exclude=None if self.phrase else {"phrase", "values"})


class Placed(Strict):
    """A call to place."""

    desk: Desk | None = None
    from_desk: Desk | None = None
    precedence: PrecedenceName = "priority"
    subject: Subject = ""
    ring_seconds: RingSeconds | None = None
    media_key: Hash | None = None
    "Fingerprint of the media key of this console."


class Checked(Strict):
    """A question to their node."""

    path: Path = ""


class Shown(Strict):
    """Messages that a page has drawn."""

    desk: Desk
    messages: Annotated[list[Hash], Field(min_length=1, max_length=SHOWN_MAX)]


class Ended(Strict):
    """What may be claimed of a call that ends."""

    media_up: bool = False
    "There was sound; the node refuses the claim unless this side's console found a leg secured."


class Nothing(Strict):
    """An empty object."""


@router.post("/prepare")
async def prepare(line: LineInPath, body: Act, session: Stating, seen: Seen, house: Inside) -> dict[str, Any]:
    """What an officer has to sign, and the node's clock. The page reads it itself before it shows it."""
    if body.what == "call.speak":
        check_came(session, house, line, body.call)
    prepared = await asked(seen.views, "prepare", line=line, **body.model_dump())
    check_part(session, prepared["kind"])
    now = (await asked(seen.views, "status", line=line))["now"]
    return {**prepared, "now": now}


@router.post("/state")
async def state(line: LineInPath, body: Signed, session: Stating, seen: Seen) -> dict[str, Any]:
    """Write what an officer has signed."""
    check_part(session, body.kind)
    check_word(session, body.kind, bytes.fromhex(body.body))
    return await asked(seen.views, "state", line=line, **body.model_dump())


@router.post("/messages")
async def send(line: LineInPath, body: Sent, session: Sending, seen: Seen) -> dict[str, Any]:
    """Send a message; the answer comes when it is signed and durable here."""
    if not body.prepare and Role.DUTY not in session.roles:
        raise not_for(Role.DUTY)
    return await asked(seen.views, "send", line=line, **body.given())


@router.post("/calls")
async def place(line: LineInPath, body: Placed, _session: Duty, seen: Seen) -> dict[str, Any]:
    """Call a desk of the counterpart."""
    return await asked(seen.views, "call.place", line=line, **body.model_dump())


@router.post("/calls/{id}/withdraw")
async def withdraw(
    line: LineInPath, call: CallInPath, _body: Nothing, _session: Duty, seen: Seen
) -> dict[str, Any]:
    """Give up a call of ours that nobody has taken."""
    return await asked(seen.views, "call.withdraw", line=line, call=call)


@router.post("/calls/{id}/hangup")
async def hang_up(
    line: LineInPath, call: CallInPath, body: Ended, _session: Duty, seen: Seen
) -> dict[str, Any]:
    """End an answered call."""
    return await asked(seen.views, "call.hangup", line=line, call=call, **body.model_dump())


@router.post("/checks")
async def check(line: LineInPath, body: Checked, _session: Duty, seen: Seen) -> dict[str, Any]:
    """Ask the counterpart's node for a sign of life now."""
    return await asked(seen.views, "check", line=line, path=body.path)


@router.post("/shown")
async def shown(line: LineInPath, body: Shown, session: Duty, seen: Seen) -> dict[str, Any]:
    """A page at a desk has drawn these messages: the counterpart is told so while somebody is on watch."""
    if not seen.positions.holds(session.id, line, body.desk):
        raise Refused(
            "no page of this session holds that desk",
            code="FB525",
            hint="post to /api/position first, and every five seconds",
        )
    return await asked(seen.views, "shown", line=line, desk=body.desk, messages=body.messages)
