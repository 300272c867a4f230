"""Messages and notices that two officers release: what waits for the second one, and what becomes of it."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path
from pydantic import Field

from firebreak.console.fields import BodyHex, LineInPath
from firebreak.console.inside.part import Inside
from firebreak.console.refusals import malformed
from firebreak.console.roles import Role, acting
from firebreak.console.routes.lines import Nothing, Sent
from firebreak.console.routes.speaking import Duty, Sending
from firebreak.console.sessions import Session
from firebreak.console.strict import Strict

router = APIRouter(prefix="/api/lines/{line}/releases", tags=["lines"])

REASON_CODE_POINTS_MAX = 500
Name = Annotated[str, Path(alias="id", pattern="^[0-9a-f]{16}$")]
Releaser = Annotated[Session, Depends(acting(Role.RELEASER))]
"Releases what somebody else wrote."


class Drafted(Strict):
    """A message with the word of the officer who wrote it, or a notice with its issuer's word in it."""

    message: Sent | None = None
    statement: BodyHex = ""
    notice: BodyHex = ""


class Word(Strict):
    """The word of the second officer."""

    statement: BodyHex


class GivenBack(Strict):
    """Why it is not released."""

    reason: Annotated[str, Field(min_length=1, max_length=REASON_CODE_POINTS_MAX)]


@router.post("")
async def draft(line: LineInPath, body: Drafted, session: Duty, house: Inside) -> dict[str, Any]:
    """Leave what one officer has signed for a second one. It is not sent."""
    if body.message is None:
        return house.releasing.draft_notice(session, line, bytes.fromhex(body.notice))
    if body.notice:
        raise malformed("notice: a draft is a message or a notice")
    if body.message.prepare or body.message.release:
        raise malformed("message: a draft carries no `prepare` and no `release`")
    given = body.message.given()
    return await house.releasing.draft(session, line, given, bytes.fromhex(body.statement))


@router.get("/{id}")
async def detail(line: LineInPath, name: Name, _session: Sending, house: Inside) -> dict[str, Any]:
    """One that waits or has ended, with what is to be signed."""
    return house.releasing.drafts.named(line, name).detail()


@router.post("/{id}/release")
async def release(
    line: LineInPath, name: Name, body: Word, session: Releaser, house: Inside
) -> dict[str, Any]:
    """The second officer has signed it too: send it. The answer comes when it is durable here."""
    return await house.releasing.release(session, line, name, bytes.fromhex(body.statement))


@router.post("/{id}/give-back")
async def give_back(
    line: LineInPath, name: Name, body: GivenBack, session: Releaser, house: Inside
) -> dict[str, Any]:
    """Not so: whoever wrote it reads why."""
    house.releasing.give_back(session, line, name, body.reason)
    return {}


@router.post("/{id}/take-back")
async def take_back(
    line: LineInPath, name: Name, _body: Nothing, session: Duty, house: Inside
) -> dict[str, Any]:
    """Take back what waits, or put away how it ended."""
    house.releasing.take_back(session, line, name)
    return {}
